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
    /// Levels stand before the packed values: so many bytes of repetition, then of definition.
    Second {
        repetition: usize,
        definition: usize,
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
                3 => Kind::Second {
                    repetition: small(repetition)?,
                    definition: small(definition)?,
                    is_packed,
                },
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

/// What a page holds, unpacked: runs of levels, `None` where a column of this kind has none, and values.
#[derive(Clone, Copy, Debug)]
pub struct Body<'b> {
    pub repetition: Option<&'b [u8]>,
    pub definition: Option<&'b [u8]>,
    pub values: &'b [u8],
}

/// Which levels the pages of a column have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HasLevels {
    /// In a list.
    pub repetition: bool,
    /// May be missing.
    pub definition: bool,
}

impl Header {
    /// Takes a page apart. `body` is what follows the header, `room` is where bytes are unpacked to. The error says
    /// what was found.
    pub fn body<'b>(
        &self,
        body: &'b [u8],
        codec: Codec,
        has: HasLevels,
        zstd: &mut Unpacker,
        room: &'b mut Vec<u8>,
    ) -> Result<Body<'b>, String> {
        const BEYOND: &str = "levels beyond their page";
        let body = body.get(..self.packed).ok_or("a page that is cut short")?;
        let (repetition, definition, packed, codec) = match self.kind {
            Kind::Second {
                repetition,
                definition,
                is_packed,
            } => {
                if repetition > 0 && !has.repetition {
                    return Err("levels of a list".into());
                }
                let (repetition, rest) = body.split_at_checked(repetition).ok_or(BEYOND)?;
                let (definition, rest) = rest.split_at_checked(definition).ok_or(BEYOND)?;
                let codec = if is_packed { codec } else { Codec::None };
                (repetition, definition, rest, codec)
            }
            _ => (&[][..], &[][..], body, codec),
        };
        let size = self
            .size
            .checked_sub(repetition.len() + definition.len())
            .ok_or(BEYOND)?;
        room.clear();
        let bytes = if codec == Codec::None {
            packed
        } else if size == 0 {
            &[]
        } else {
            codec.unpack(packed, size, room, zstd)?;
            room.as_slice()
        };
        if self.kind != Kind::First {
            return Ok(Body {
                repetition: has.repetition.then_some(repetition),
                definition: has.definition.then_some(definition),
                values: bytes,
            });
        }
        let mut values = bytes;
        let mut levels = |is_there: bool| {
            if !is_there {
                return Ok(None);
            }
            let (length, rest) = values.split_first_chunk().ok_or("a page without levels")?;
            let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| BEYOND)?;
            let (levels, rest) = rest.split_at_checked(length).ok_or(BEYOND)?;
            values = rest;
            Ok::<_, &str>(Some(levels))
        };
        Ok(Body {
            repetition: levels(has.repetition)?,
            definition: levels(has.definition)?,
            values,
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
        let has = HasLevels {
            repetition: false,
            definition: is_optional,
        };
        let body = header.body(body, codec, has, &mut self.zstd, room)?;
        match header.kind {
            Kind::Dictionary => {
                self.dictionary.clear();
                plain(body.values, header.values, &mut self.dictionary)
                    .ok_or_else(|| "a dictionary that is cut short".into())
            }
            Kind::Other => Ok(()),
            Kind::First | Kind::Second { .. } => self.data(header, body.definition, body.values),
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

/// Appends `count` numbers of a data page's values; `words` are those of the column's dictionary.
pub fn numbers<T: Number>(
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
