//! From the bytes of a row group's pages to its columns.

use super::error::{Part, RangedError};
use super::held::Held;
use super::selection::{Pages, Selected};
use crate::read::parquet_format::codec::Codec;
use crate::read::parquet_format::footer::{Chunk, Field, Footer, Physical};
use crate::read::parquet_format::number::Number;
use crate::read::parquet_format::page::{Decoded, Header, Kind};
use crate::table::{TypedColumn, Values};
use std::ops::Range;

/// A column of the rows that were selected.
pub fn column(
    footer: &Footer,
    selected: &Selected,
    column: usize,
    pages: &Pages,
    held: &Held,
) -> Result<TypedColumn, RangedError> {
    let group = footer.groups.get(selected.group);
    let found = footer
        .fields
        .get(column)
        .zip(group.and_then(|group| group.chunks.get(column)));
    let Some((field, chunk)) = found else {
        return Err(RangedError::new(
            Part::Footer,
            0,
            "fewer columns",
            "as many as the schema has",
        ));
    };
    let read = Read {
        field,
        chunk,
        group: selected.group,
        group_rows: group.map_or(0, |group| group.rows),
        wanted: &selected.rows,
        held,
    };
    match field.physical {
        Physical::Int32 if field.is_unsigned && field.bits.is_some_and(|bits| bits <= 16) => {
            read.numbers(pages, Values::U16)
        }
        Physical::Int32 if field.is_unsigned => read.unsigned(pages),
        Physical::Int32 => read.numbers(pages, Values::I32),
        Physical::Int64 => read.numbers(pages, Values::I64),
        Physical::Float => read.numbers(pages, Values::F32),
        Physical::Double => read.numbers(pages, Values::F64),
        Physical::ByteArray | Physical::Other => {
            Err(read.wrong(chunk.pages.start, "text or other values", "numbers"))
        }
    }
}

struct Read<'a> {
    field: &'a Field,
    chunk: &'a Chunk,
    group: usize,
    group_rows: u64,
    wanted: &'a [Range<u64>],
    held: &'a Held,
}

impl Read<'_> {
    fn wrong(&self, byte: u64, found: impl Into<String>, expected: &str) -> RangedError {
        let part = Part::Pages {
            group: self.group,
            column: self.field.name.clone(),
        };
        RangedError::new(part, byte, found, expected)
    }

    /// Whole numbers of 32 bits without a sign need room for one bit more.
    fn unsigned(&self, pages: &Pages) -> Result<TypedColumn, RangedError> {
        let mut column = self.numbers(pages, Values::I32)?;
        if let Values::I32(values) = &column.values {
            let wide = values.iter().map(|value| i64::from(value.cast_unsigned()));
            let present = |row: usize| column.is_present(row);
            let wide = wide
                .enumerate()
                .map(|(row, value)| if present(row) { value } else { 0 });
            column.values = Values::I64(wide.collect());
        }
        Ok(column)
    }

    /// Kept apart for each type: a browser compiles what is hot anew, and only the types that a file has are.
    #[inline(never)]
    fn numbers<T: Number>(
        &self,
        pages: &Pages,
        values: impl FnOnce(Vec<T>) -> Values,
    ) -> Result<TypedColumn, RangedError> {
        let codec = Codec::of(self.chunk.codec).map_err(|name| {
            let found = format!("pages packed with {name}");
            self.wrong(self.chunk.pages.start, found, "zstd, snappy or none")
        })?;
        let rows: u64 = self
            .wanted
            .iter()
            .map(|range| range.end - range.start)
            .sum();
        // A footer may claim any number of rows; memory is given for those that pages really hold.
        let room = usize::try_from(rows.min(1 << 20)).unwrap_or_default();
        let mut decoded = Decoded::<T>::with_room(room);
        let covered = match pages {
            Pages::All(bytes) => self.all(bytes, codec, &mut decoded)?,
            Pages::Some { dictionary, pages } => {
                if let Some(bytes) = dictionary {
                    self.page(bytes, codec, &mut decoded, None)?;
                }
                let mut covered: Vec<Range<u64>> = Vec::new();
                for page in pages {
                    let rows = page.rows.end - page.rows.start;
                    self.page(&page.bytes, codec, &mut decoded, Some(rows))?;
                    covered.push(page.rows.clone());
                }
                covered
            }
        };
        Ok(TypedColumn {
            present: decoded
                .present
                .map(|present| kept(present, &covered, self.wanted)),
            values: values(kept(decoded.values, &covered, self.wanted)),
        })
    }

    /// Decodes one page, the header first; gives the bytes that it takes.
    fn page<T: Number>(
        &self,
        bytes: &Range<u64>,
        codec: Codec,
        decoded: &mut Decoded<T>,
        rows: Option<u64>,
    ) -> Result<(), RangedError> {
        let held = self.bytes(bytes)?;
        let header = self.header(held, bytes.start)?;
        let is_expected = match (header.kind, rows) {
            (Kind::Dictionary, None) => true,
            (Kind::First | Kind::Second { .. }, Some(rows)) => header.values as u64 == rows,
            _ => false,
        };
        if !is_expected {
            let found = format!("a page of {} values", header.values);
            let expected = rows.map_or("a dictionary".into(), |rows| format!("{rows} rows"));
            return Err(self.wrong(bytes.start, found, &expected));
        }
        self.body(&header, held, bytes.start, codec, decoded)
    }

    /// Decodes page after page until there are as many rows as the group has.
    fn all<T: Number>(
        &self,
        bytes: &Range<u64>,
        codec: Codec,
        decoded: &mut Decoded<T>,
    ) -> Result<Vec<Range<u64>>, RangedError> {
        let mut held = self.bytes(bytes)?;
        let mut at = bytes.start;
        let mut seen = 0_u64;
        while seen < self.group_rows {
            let header = self.header(held, at)?;
            if matches!(header.kind, Kind::First | Kind::Second { .. }) {
                seen += header.values as u64;
                if seen > self.group_rows {
                    let found = format!("{seen} rows");
                    return Err(self.wrong(at, found, &format!("{} rows", self.group_rows)));
                }
            }
            self.body(&header, held, at, codec, decoded)?;
            let length = header.length + header.packed;
            held = held.get(length..).unwrap_or_default();
            at += length as u64;
        }
        Ok(std::iter::once(0..self.group_rows).collect())
    }

    fn bytes(&self, range: &Range<u64>) -> Result<&[u8], RangedError> {
        self.held
            .get(range)
            .ok_or_else(|| self.wrong(range.start, "nothing", "bytes that were fetched"))
    }

    fn header(&self, held: &[u8], at: u64) -> Result<Header, RangedError> {
        Header::parse(held)
            .map_err(|byte| self.wrong(at + byte as u64, "something else", "the header of a page"))
    }

    fn body<T: Number>(
        &self,
        header: &Header,
        held: &[u8],
        at: u64,
        codec: Codec,
        decoded: &mut Decoded<T>,
    ) -> Result<(), RangedError> {
        let body = held.get(header.length..).unwrap_or_default();
        decoded
            .page(header, body, codec, self.field.is_optional)
            .map_err(|found| {
                let expected = format!("a page of {} values", header.values);
                self.wrong(at + header.length as u64, found, &expected)
            })
    }
}

/// The rows that are wanted, out of values of the rows that are covered.
fn kept<T: Copy>(values: Vec<T>, covered: &[Range<u64>], wanted: &[Range<u64>]) -> Vec<T> {
    let count = |rows: &[Range<u64>]| rows.iter().map(|r| r.end - r.start).sum::<u64>();
    if count(covered) == count(wanted) {
        return values;
    }
    let mut kept = Vec::with_capacity(usize::try_from(count(wanted)).unwrap_or_default());
    let mut before = 0;
    let mut wanted = wanted.iter().peekable();
    for page in covered {
        while let Some(rows) = wanted.peek() {
            let (start, end) = (rows.start.max(page.start), rows.end.min(page.end));
            if start < end {
                let place = |row: u64| usize::try_from(before + row - page.start);
                if let (Ok(first), Ok(last)) = (place(start), place(end)) {
                    kept.extend_from_slice(values.get(first..last).unwrap_or_default());
                }
            }
            if rows.end > page.end {
                break;
            }
            wanted.next();
        }
        before += page.end - page.start;
    }
    kept
}
