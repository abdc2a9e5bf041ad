//! The footer of a Parquet file: which columns there are, and where each row group keeps them.
//!
//! Source: parquet-format, `parquet.thrift` (field numbers below are its).

use super::thrift::{Sound, Thrift};
use std::ops::Range;

/// How a column's numbers are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Physical {
    Int32,
    Int64,
    Float,
    Double,
    /// Text, among others.
    ByteArray,
    /// Truths and the like, which are not read.
    Other,
}

impl Physical {
    /// By its name, as Parquet spells it.
    #[must_use]
    pub fn named(name: &str) -> Self {
        match name {
            "INT32" => Self::Int32,
            "INT64" => Self::Int64,
            "FLOAT" => Self::Float,
            "DOUBLE" => Self::Double,
            "BYTE_ARRAY" => Self::ByteArray,
            _ => Self::Other,
        }
    }
}

/// A leaf of the schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Names from the root, with points between them.
    pub name: String,
    pub physical: Physical,
    /// Whole numbers without a sign.
    pub is_unsigned: bool,
    /// Bits of whole numbers, where the file declares fewer than it stores.
    pub bits: Option<u8>,
    /// Seconds as a power of ten that a unit of an instant is: −3 for milliseconds.
    pub instant: Option<i8>,
    /// May be missing.
    pub is_optional: bool,
    /// Neither a list nor nested in something that may be missing.
    pub is_flat: bool,
}

/// Least and greatest whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    pub least: i64,
    pub greatest: i64,
}

/// A column of a row group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    pub codec: i64,
    /// Where its pages are, dictionary first.
    pub pages: Range<u64>,
    pub first_data_page: u64,
    pub bounds: Option<Bounds>,
    pub null_count: Option<u64>,
    pub column_index: Option<Range<u64>>,
    pub offset_index: Option<Range<u64>>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    pub rows: u64,
    /// In the order of the fields.
    pub chunks: Vec<Chunk>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Footer {
    pub rows: u64,
    pub fields: Vec<Field>,
    pub groups: Vec<Group>,
}

impl Footer {
    #[must_use]
    pub fn field(&self, name: &str) -> Option<(usize, &Field)> {
        self.fields
            .iter()
            .enumerate()
            .find(|(_, field)| field.name == name)
    }

    /// Decodes the metadata: what stands before the last eight bytes. `Err` is the byte at which they are unsound.
    /// Everything that they point to lies before `end`, the byte of the file at which they begin.
    pub fn parse(bytes: &[u8], end: u64) -> Sound<Self> {
        let mut footer = Self::default();
        let mut read = Thrift::new(bytes);
        read.structure(|read, field, kind| {
            match field {
                2 => footer.fields = schema(read, kind)?,
                3 => footer.rows = read.count(kind)?,
                4 => {
                    let (kind, length) = read.list(kind)?;
                    // A group takes some bytes for each column: the list's length alone is no reason for memory.
                    for _ in 0..length {
                        let at = read.at();
                        let group = group(read, kind, &footer.fields, end)?;
                        if group.chunks.len() != footer.fields.len() {
                            return Err(at);
                        }
                        footer.groups.push(group);
                    }
                }
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        let rows = footer
            .groups
            .iter()
            .try_fold(0_u64, |sum, group| sum.checked_add(group.rows));
        if read.at() != bytes.len() || rows != Some(footer.rows) {
            return Err(read.at());
        }
        Ok(footer)
    }
}

#[derive(Default)]
struct Element {
    name: String,
    physical: Option<i64>,
    repetition: i64,
    children: u64,
    is_unsigned: bool,
    bits: Option<u8>,
    instant: Option<i8>,
}

fn schema(read: &mut Thrift, kind: u8) -> Sound<Vec<Field>> {
    let (kind, length) = read.list(kind)?;
    let mut elements = Vec::new();
    for _ in 0..length {
        elements.push(element(read, kind)?);
    }
    let mut fields = Vec::new();
    // Names of the open groups, with how many children of each are to come.
    let mut open: Vec<(String, u64, bool)> = Vec::new();
    for (place, element) in elements.into_iter().enumerate() {
        while open.last().is_some_and(|(_, left, _)| *left == 0) {
            open.pop();
        }
        if let Some((_, left, _)) = open.last_mut() {
            *left -= 1;
        } else if place > 0 {
            return Err(read.at());
        }
        let under = open.last().map_or("", |(name, _, _)| name.as_str());
        let name = match (place, under) {
            (0, _) => String::new(),
            (_, "") => element.name,
            (_, under) => format!("{under}.{}", element.name),
        };
        let is_above_flat = open.last().is_none_or(|(_, _, is_flat)| *is_flat);
        if element.physical.is_none() && (element.children > 0 || place == 0) {
            let is_flat = is_above_flat && (place == 0 || element.repetition == 0);
            open.push((name, element.children, is_flat));
            continue;
        }
        fields.push(Field {
            name,
            physical: match element.physical {
                Some(1) => Physical::Int32,
                Some(2) => Physical::Int64,
                Some(4) => Physical::Float,
                Some(5) => Physical::Double,
                Some(6) => Physical::ByteArray,
                _ => Physical::Other,
            },
            is_unsigned: element.is_unsigned,
            bits: element.bits,
            instant: element.instant,
            is_optional: element.repetition == 1,
            is_flat: is_above_flat && element.repetition < 2,
        });
    }
    Ok(fields)
}

fn element(read: &mut Thrift, kind: u8) -> Sound<Element> {
    expect_struct(read, kind)?;
    let mut element = Element::default();
    read.structure(|read, field, kind| {
        match field {
            1 => element.physical = Some(read.whole(kind)?),
            3 => element.repetition = read.whole(kind)?,
            4 => element.name = String::from_utf8_lossy(read.binary(kind)?).into_owned(),
            5 => element.children = read.count(kind)?,
            6 => match read.whole(kind)? {
                9 => element.instant = Some(-3),
                10 => element.instant = Some(-6),
                unsigned @ 11..=14 => {
                    element.is_unsigned = true;
                    element.bits = Some(8 << (unsigned - 11));
                }
                signed @ 15..=18 => element.bits = Some(8 << (signed - 15)),
                _ => {}
            },
            10 if kind == 12 => logical(read, &mut element)?,
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    Ok(element)
}

fn logical(read: &mut Thrift, element: &mut Element) -> Sound<()> {
    read.structure(|read, field, kind| {
        match (field, kind) {
            (8, 12) => read.structure(|read, field, kind| {
                if (field, kind) != (2, 12) {
                    return Ok(false);
                }
                read.structure(|_, unit, _| {
                    element.instant = match unit {
                        1 => Some(-3),
                        2 => Some(-6),
                        3 => Some(-9),
                        _ => None,
                    };
                    Ok(false)
                })?;
                Ok(true)
            })?,
            (10, 12) => read.structure(|read, field, kind| {
                match field {
                    1 => element.bits = u8::try_from(read.whole(kind)?).ok(),
                    2 => {
                        element.is_unsigned = kind == 2;
                        return Ok(false);
                    }
                    _ => return Ok(false),
                }
                Ok(true)
            })?,
            _ => return Ok(false),
        }
        Ok(true)
    })
}

fn expect_struct(read: &Thrift, kind: u8) -> Sound<()> {
    if kind == 12 { Ok(()) } else { Err(read.at()) }
}

fn group(read: &mut Thrift, kind: u8, fields: &[Field], end: u64) -> Sound<Group> {
    expect_struct(read, kind)?;
    let mut group = Group::default();
    read.structure(|read, field, kind| {
        match field {
            1 => {
                let (kind, length) = read.list(kind)?;
                for place in 0..length {
                    let field = fields.get(place).ok_or(read.at())?;
                    group.chunks.push(chunk(read, kind, field, end)?);
                }
            }
            3 => group.rows = read.count(kind)?,
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    Ok(group)
}

#[derive(Default)]
struct Stored {
    codec: i64,
    size: u64,
    data_page: Option<u64>,
    dictionary_page: Option<u64>,
    least: Option<i64>,
    greatest: Option<i64>,
    null_count: Option<u64>,
}

fn chunk(read: &mut Thrift, kind: u8, field: &Field, end: u64) -> Sound<Chunk> {
    expect_struct(read, kind)?;
    let at = read.at();
    let mut stored = Stored::default();
    let [mut offsets, mut columns] = [(None, None), (None, None)];
    read.structure(|read, number, kind| {
        match number {
            3 if kind == 12 => metadata(read, field, &mut stored)?,
            4 => offsets.0 = Some(read.count(kind)?),
            5 => offsets.1 = Some(read.count(kind)?),
            6 => columns.0 = Some(read.count(kind)?),
            7 => columns.1 = Some(read.count(kind)?),
            // A path: the column is in another file.
            1 => return Err(read.at()),
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    let within = |start: u64, length: u64| {
        let last = start.checked_add(length).filter(|last| *last <= end);
        last.map(|last| start..last).ok_or(at)
    };
    let optional = |(start, length): (Option<u64>, Option<u64>)| match (start, length) {
        (Some(start), Some(length)) if length > 0 => within(start, length).map(Some),
        _ => Ok(None),
    };
    let data = stored.data_page.ok_or(at)?;
    // Some writers leave a zero where there is no dictionary.
    let first = stored
        .dictionary_page
        .filter(|page| (1..data).contains(page))
        .unwrap_or(data);
    let pages = within(first, stored.size)?;
    if !pages.contains(&data) && !pages.is_empty() {
        return Err(at);
    }
    Ok(Chunk {
        codec: stored.codec,
        pages,
        first_data_page: data,
        bounds: stored
            .least
            .zip(stored.greatest)
            .map(|(least, greatest)| Bounds { least, greatest }),
        null_count: stored.null_count,
        column_index: optional(columns)?,
        offset_index: optional(offsets)?,
    })
}

fn metadata(read: &mut Thrift, field: &Field, stored: &mut Stored) -> Sound<()> {
    read.structure(|read, number, kind| {
        match number {
            4 => stored.codec = read.whole(kind)?,
            7 => stored.size = read.count(kind)?,
            9 => stored.data_page = Some(read.count(kind)?),
            11 => stored.dictionary_page = Some(read.count(kind)?),
            12 if kind == 12 => statistics(read, field, stored)?,
            _ => return Ok(false),
        }
        Ok(true)
    })
}

fn statistics(read: &mut Thrift, field: &Field, stored: &mut Stored) -> Sound<()> {
    read.structure(|read, number, kind| {
        match number {
            3 => stored.null_count = Some(read.count(kind)?),
            // 1 and 2 are what older writers give; their order is that of numbers with a sign.
            1 if !field.is_unsigned && stored.greatest.is_none() => {
                stored.greatest = bound(field, read.binary(kind)?);
            }
            2 if !field.is_unsigned && stored.least.is_none() => {
                stored.least = bound(field, read.binary(kind)?);
            }
            5 => stored.greatest = bound(field, read.binary(kind)?),
            6 => stored.least = bound(field, read.binary(kind)?),
            _ => return Ok(false),
        }
        Ok(true)
    })
}

/// The whole number of a least or greatest value; there is none for fractions and text.
pub fn bound(field: &Field, bytes: &[u8]) -> Option<i64> {
    match (field.physical, field.is_unsigned) {
        (Physical::Int32, false) => bytes.try_into().ok().map(i32::from_le_bytes).map(i64::from),
        (Physical::Int32, true) => bytes.try_into().ok().map(u32::from_le_bytes).map(i64::from),
        (Physical::Int64, false) => bytes.try_into().ok().map(i64::from_le_bytes),
        (Physical::Int64, true) => {
            let value = u64::from_le_bytes(bytes.try_into().ok()?);
            i64::try_from(value).ok()
        }
        _ => None,
    }
}
