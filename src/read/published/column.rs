//! One column of a part of a Parquet file: from the bytes of its pages to the values of the rows that are wanted.

use crate::read::parquet_format::codec::Codec;
use crate::read::parquet_format::encoding::{
    PLAIN, PLAIN_DICTIONARY, RLE_DICTIONARY, dictionary, plain, texts,
};
use crate::read::parquet_format::number::Number;
use crate::read::parquet_format::page::{HasLevels, Header, Kind, numbers};
use crate::read::parquet_format::runs::levels;
use crate::read::parquet_format::zstd::Unpacker;

/// A page that claims more values than this is not given the memory.
const MOST_VALUES: usize = 1 << 24;

/// The pages of a column one after the other, a dictionary first if there is one.
#[derive(Debug)]
pub struct Pages<'b> {
    pub codec: Codec,
    /// Greatest levels of definition and repetition.
    pub levels: (u8, u8),
    /// Pieces that follow each other: a dictionary may lie elsewhere than the pages.
    pub pieces: [&'b [u8]; 2],
    /// Rows to pass over, and rows that are wanted after them.
    pub skip: usize,
    pub rows: usize,
}

/// A column's values as Parquet stores them: the values that are there, and a level per slot. Where a column has
/// no levels of a kind, their list is empty.
#[derive(Debug)]
pub struct Stored<T> {
    pub values: Vec<T>,
    pub definition: Vec<u8>,
    pub repetition: Vec<u8>,
}

/// What a page of a type is made of.
pub trait Value: Clone + Default {
    /// Appends `count` values of a data page's bytes. The error says what was found.
    fn data(
        header: &Header,
        count: usize,
        bytes: &[u8],
        words: &[Self],
        into: &mut Vec<Self>,
    ) -> Result<(), String>;
    fn words(bytes: &[u8], count: usize, into: &mut Vec<Self>) -> Option<()>;
}

impl<T: Number> Value for T {
    fn data(
        header: &Header,
        count: usize,
        bytes: &[u8],
        words: &[Self],
        into: &mut Vec<Self>,
    ) -> Result<(), String> {
        numbers(header, count, bytes, words, into)
    }

    fn words(bytes: &[u8], count: usize, into: &mut Vec<Self>) -> Option<()> {
        plain(bytes, count, into)
    }
}

impl Value for String {
    fn data(
        header: &Header,
        count: usize,
        bytes: &[u8],
        words: &[Self],
        into: &mut Vec<Self>,
    ) -> Result<(), String> {
        let done = match header.encoding {
            PLAIN => texts(bytes, count, into),
            PLAIN_DICTIONARY | RLE_DICTIONARY => dictionary(bytes, count, words, into),
            other => return Err(format!("encoding {other}, which is not read")),
        };
        done.ok_or_else(|| format!("texts that do not fill {count} rows"))
    }

    fn words(bytes: &[u8], count: usize, into: &mut Vec<Self>) -> Option<()> {
        texts(bytes, count, into)
    }
}

impl Pages<'_> {
    /// The values of the wanted rows. The error says what was found.
    pub fn decode<T: Value>(&self) -> Result<Stored<T>, String> {
        let (most_definition, most_repetition) = self.levels;
        let has = HasLevels {
            repetition: most_repetition > 0,
            definition: most_definition > 0,
        };
        let wanted = self.skip.checked_add(self.rows).ok_or("too many rows")?;
        let mut stored = Stored::default();
        let (mut words, mut room, mut zstd) = (Vec::new(), Vec::new(), Unpacker::default());
        let mut pieces = self.pieces.into_iter();
        let mut held: &[u8] = pieces.next().unwrap_or_default();
        // Of a list, the last row is whole only when the next one begins or the pages end.
        let (mut slots, mut rows) = (0_usize, 0_usize);
        while rows < wanted || (has.repetition && rows == wanted) {
            if held.is_empty() {
                match pieces.next() {
                    Some(piece) => {
                        held = piece;
                        continue;
                    }
                    None if rows >= wanted => break,
                    None => return Err(format!("{} rows", rows.saturating_sub(self.skip))),
                }
            }
            let header =
                Header::parse(held).map_err(|_| "something else than the header of a page")?;
            if header.values > MOST_VALUES {
                return Err(format!("a page of {} values", header.values));
            }
            let packed = held.get(header.length..).unwrap_or_default();
            let body = header.body(packed, self.codec, has, &mut zstd, &mut room)?;
            held = packed.get(header.packed..).unwrap_or_default();
            match header.kind {
                Kind::Other => continue,
                Kind::Dictionary => {
                    words.clear();
                    T::words(body.values, header.values, &mut words)
                        .ok_or("a dictionary that is cut short")?;
                    continue;
                }
                Kind::First | Kind::Second { .. } => {}
            }
            let read = |bytes, most, into: &mut Vec<u8>| {
                levels(bytes, most, header.values, into).ok_or("broken levels")
            };
            if let Some(bytes) = body.repetition {
                read(bytes, most_repetition, &mut stored.repetition)?;
            }
            let there = match body.definition {
                None => header.values,
                Some(bytes) => {
                    read(bytes, most_definition, &mut stored.definition)?;
                    count(stored.definition.get(slots..), most_definition)
                }
            };
            T::data(&header, there, body.values, &words, &mut stored.values)?;
            rows += if has.repetition {
                count(stored.repetition.get(slots..), 0)
            } else {
                header.values
            };
            slots += header.values;
        }
        Ok(self.cut(stored, slots))
    }

    /// Only the wanted rows of what was read.
    fn cut<T>(&self, mut stored: Stored<T>, slots: usize) -> Stored<T> {
        let (most_definition, most_repetition) = self.levels;
        let (start, end) = if most_repetition == 0 {
            (self.skip.min(slots), (self.skip + self.rows).min(slots))
        } else {
            let mut rows = stored
                .repetition
                .iter()
                .enumerate()
                .filter(|(_, level)| **level == 0)
                .map(|(slot, _)| slot);
            let start = rows.clone().nth(self.skip).unwrap_or(slots);
            let end = rows.nth(self.skip + self.rows).unwrap_or(slots);
            (start, end.max(start))
        };
        let values = if most_definition == 0 {
            start..end
        } else {
            let first = count(stored.definition.get(..start), most_definition);
            first..first + count(stored.definition.get(start..end), most_definition)
        };
        let cut = |levels: &mut Vec<u8>| {
            levels.truncate(end);
            levels.drain(..start.min(levels.len()));
        };
        cut(&mut stored.definition);
        cut(&mut stored.repetition);
        stored.values.truncate(values.end);
        stored.values.drain(..values.start.min(stored.values.len()));
        stored
    }
}

/// How many slots have this level.
fn count(levels: Option<&[u8]>, level: u8) -> usize {
    let levels = levels.unwrap_or_default().iter();
    levels.map(|found| usize::from(*found == level)).sum()
}

impl<T> Default for Stored<T> {
    fn default() -> Self {
        Self {
            values: Vec::new(),
            definition: Vec::new(),
            repetition: Vec::new(),
        }
    }
}
