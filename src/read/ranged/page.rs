//! A page: its header, its levels and its numbers.

use super::codec::Codec;
use super::encoding::{
    DELTA, PLAIN, PLAIN_DICTIONARY, RLE_DICTIONARY, SPLIT, delta, dictionary, plain, split,
};
use super::number::Number;
use super::runs::{Run, Runs, unpack};
use super::thrift::{Sound, Thrift};
use super::zstd::Unpacker;

/// No writer makes pages near this; a header that claims more is not given the memory.
const LARGEST: usize = 128 << 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Dictionary,
    /// Levels are packed with the values, their length before them.
    First,
    /// Levels stand before the packed values.
    Second {
        levels: usize,
        is_packed: bool,
    },
    /// An index page or one of a later format: to be passed over.
    Other,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    pub kind: Kind,
    pub values: usize,
    pub encoding: i64,
    /// Bytes as packed, and as they were before.
    pub packed: usize,
    pub size: usize,
    /// Bytes of the header itself.
    pub length: usize,
}

impl Header {
    pub fn parse(bytes: &[u8]) -> Sound<Self> {
        let (mut page, mut size, mut packed) = (None, None, None);
        let (mut values, mut encoding) = (0, 0);
        let (mut definition, mut repetition, mut is_packed) = (0, 0, true);
        let mut read = Thrift::new(bytes);
        read.structure(|read, field, kind| {
            match field {
                1 => page = Some(read.whole(kind)?),
                2 => size = Some(read.count(kind)?),
                3 => packed = Some(read.count(kind)?),
                5 | 7 if kind == 12 => read.structure(|read, field, kind| {
                    match field {
                        1 => values = read.count(kind)?,
                        2 => encoding = read.whole(kind)?,
                        _ => return Ok(false),
                    }
                    Ok(true)
                })?,
                8 if kind == 12 => read.structure(|read, field, kind| {
                    match field {
                        1 => values = read.count(kind)?,
                        4 => encoding = read.whole(kind)?,
                        5 => definition = read.count(kind)?,
                        6 => repetition = read.count(kind)?,
                        7 => {
                            is_packed = kind == 1;
                            return Ok(false);
                        }
                        _ => return Ok(false),
                    }
                    Ok(true)
                })?,
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        let at = read.at();
        let small = |value: u64| {
            let value = usize::try_from(value).map_err(|_| at)?;
            if value > LARGEST { Err(at) } else { Ok(value) }
        };
        Ok(Self {
            kind: match page.ok_or(at)? {
                0 => Kind::First,
                2 => Kind::Dictionary,
                // Columns that are read are no lists: there are no levels of repetition.
                3 if repetition == 0 => Kind::Second {
                    levels: small(definition)?,
                    is_packed,
                },
                3 => return Err(at),
                _ => Kind::Other,
            },
            values: small(values)?,
            encoding,
            packed: small(packed.ok_or(at)?)?,
            size: small(size.ok_or(at)?)?,
            length: at,
        })
    }
}

/// Numbers of a column so far, with which of its rows have one.
#[derive(Debug)]
pub struct Decoded<T> {
    pub values: Vec<T>,
    /// Not kept as long as every row has a value.
    pub present: Option<Vec<bool>>,
    dictionary: Vec<T>,
    room: Vec<u8>,
    scattered: Vec<T>,
    zstd: Unpacker,
}

impl<T: Number> Decoded<T> {
    pub fn with_room(rows: usize) -> Self {
        Self {
            values: Vec::with_capacity(rows),
            present: None,
            dictionary: Vec::new(),
            room: Vec::new(),
            scattered: Vec::new(),
            zstd: Unpacker::default(),
        }
    }

    /// Appends the numbers of a page. `body` is what follows the header. The error says what was found.
    pub fn page(
        &mut self,
        header: &Header,
        body: &[u8],
        codec: Codec,
        is_optional: bool,
    ) -> Result<(), String> {
        let mut room = std::mem::take(&mut self.room);
        room.clear();
        let done = self.page_in(header, body, codec, is_optional, &mut room);
        self.room = room;
        done
    }

    fn page_in(
        &mut self,
        header: &Header,
        body: &[u8],
        codec: Codec,
        is_optional: bool,
        room: &mut Vec<u8>,
    ) -> Result<(), String> {
        let body = body
            .get(..header.packed)
            .ok_or("a page that is cut short")?;
        let (levels, packed, codec) = match header.kind {
            Kind::Second { levels, is_packed } => {
                let (levels, packed) = body
                    .split_at_checked(levels)
                    .ok_or("levels beyond their page")?;
                (
                    Some(levels),
                    packed,
                    if is_packed { codec } else { Codec::None },
                )
            }
            _ => (None, body, codec),
        };
        let size = header
            .size
            .checked_sub(levels.map_or(0, <[u8]>::len))
            .ok_or("levels beyond their page")?;
        let bytes = if codec == Codec::None {
            packed
        } else if size == 0 {
            &[]
        } else {
            codec.unpack(packed, size, room, &mut self.zstd)?;
            room.as_slice()
        };
        match (header.kind, levels) {
            (Kind::Dictionary, _) => {
                self.dictionary.clear();
                plain(bytes, header.values, &mut self.dictionary)
                    .ok_or_else(|| "a dictionary that is cut short".into())
            }
            (Kind::Other, _) => Ok(()),
            (_, Some(levels)) => self.data(header, is_optional.then_some(levels), bytes),
            (_, None) if !is_optional => self.data(header, None, bytes),
            (_, None) => {
                let (length, rest) = bytes.split_first_chunk().ok_or("a page without levels")?;
                let (levels, values) = rest
                    .split_at_checked(u32::from_le_bytes(*length) as usize)
                    .ok_or("levels beyond their page")?;
                self.data(header, Some(levels), values)
            }
        }
    }

    fn data(&mut self, header: &Header, levels: Option<&[u8]>, bytes: &[u8]) -> Result<(), String> {
        let rows = header.values;
        let Some(present) = levels
            .map(|levels| present(levels, rows).ok_or("broken levels"))
            .transpose()?
            .filter(|present| !present.is_empty())
        else {
            if let Some(all) = &mut self.present {
                all.resize(all.len() + rows, true);
            }
            return numbers(header, rows, bytes, &self.dictionary, &mut self.values);
        };
        let count = present.iter().filter(|is_present| **is_present).count();
        let before = self.values.len();
        self.scattered.clear();
        numbers(header, count, bytes, &self.dictionary, &mut self.scattered)?;
        let mut numbers = self.scattered.iter();
        self.values.extend(present.iter().map(|is_present| {
            if *is_present {
                numbers.next().copied().unwrap_or_default()
            } else {
                T::default()
            }
        }));
        self.present
            .get_or_insert_with(|| vec![true; before])
            .extend(present);
        Ok(())
    }
}

fn numbers<T: Number>(
    header: &Header,
    count: usize,
    bytes: &[u8],
    words: &[T],
    into: &mut Vec<T>,
) -> Result<(), String> {
    let done = match header.encoding {
        PLAIN => plain(bytes, count, into),
        SPLIT => split(bytes, count, into),
        DELTA => delta(bytes, count, into),
        PLAIN_DICTIONARY | RLE_DICTIONARY => dictionary(bytes, count, words, into),
        other => return Err(format!("encoding {other}, which is not read")),
    };
    done.ok_or_else(|| format!("values that do not fill {count} rows"))
}

/// Which rows have a value; empty where all have, `None` where the levels are broken.
fn present(levels: &[u8], rows: usize) -> Option<Vec<bool>> {
    let mut runs = Runs::new(levels, 1)?;
    let mut seen = 0;
    let mut present: Option<Vec<bool>> = None;
    while seen < rows {
        match runs.next(rows - seen)? {
            Run::Repeat { value: 1, count } => {
                seen += count;
                if let Some(present) = &mut present {
                    present.resize(seen, true);
                }
            }
            Run::Repeat { value: 0, count } => {
                let present = present.get_or_insert_with(|| vec![true; seen]);
                seen += count;
                present.resize(seen, false);
            }
            Run::Repeat { .. } => return None,
            Run::Packed { bytes, count } => {
                let present = present.get_or_insert_with(|| vec![true; seen]);
                seen += count;
                unpack(bytes, 1, count, |level| present.push(level == 1));
            }
        }
    }
    Some(present.unwrap_or_default())
}
