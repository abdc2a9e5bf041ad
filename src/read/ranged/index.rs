//! The page index of a column of a row group: where its pages are, and least and greatest value of each.
//!
//! Source: parquet-format, `PageIndex.md` and `parquet.thrift`.

use crate::read::parquet_format::footer::{Bounds, Chunk, Field, bound};
use crate::read::parquet_format::thrift::{Sound, Thrift};
use std::ops::Range;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagePlace {
    pub bytes: Range<u64>,
    /// Rows of the group, from 0.
    pub rows: Range<u64>,
}

/// Where the pages of a chunk are; they cover its rows without a gap.
pub fn offsets(bytes: &[u8], chunk: &Chunk, rows: u64) -> Sound<Vec<PagePlace>> {
    let mut pages: Vec<PagePlace> = Vec::new();
    let mut read = Thrift::new(bytes);
    read.structure(|read, field, kind| {
        if field != 1 {
            return Ok(false);
        }
        let (kind, length) = read.list(kind)?;
        for _ in 0..length {
            let at = read.at();
            let (mut start, mut size, mut first) = (None, None, None);
            if kind != 12 {
                return Err(at);
            }
            read.structure(|read, field, kind| {
                match field {
                    1 => start = Some(read.count(kind)?),
                    2 => size = Some(read.count(kind)?),
                    3 => first = Some(read.count(kind)?),
                    _ => return Ok(false),
                }
                Ok(true)
            })?;
            let (Some(start), Some(size), Some(first)) = (start, size, first) else {
                return Err(at);
            };
            let end = start.checked_add(size).ok_or(at)?;
            if start < chunk.first_data_page || end > chunk.pages.end || first >= rows {
                return Err(at);
            }
            match pages.last_mut() {
                Some(last) if last.rows.start >= first || last.bytes.end > start => {
                    return Err(at);
                }
                Some(last) => last.rows.end = first,
                None if first != 0 => return Err(at),
                None => {}
            }
            pages.push(PagePlace {
                bytes: start..end,
                rows: first..rows,
            });
        }
        Ok(true)
    })?;
    if pages.is_empty() && rows > 0 {
        return Err(read.at());
    }
    Ok(pages)
}

/// What a page of a column holds, as far as its index says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageHolds {
    Between(Bounds),
    /// Only missing values.
    Nothing,
    /// No bounds are known.
    Anything,
}

/// Least and greatest value of each page.
pub fn columns(bytes: &[u8], field: &Field) -> Sound<Vec<PageHolds>> {
    let (mut nothing, mut least, mut greatest) = (Vec::new(), Vec::new(), Vec::new());
    let mut read = Thrift::new(bytes);
    read.structure(|read, number, kind| {
        match number {
            1 => {
                let (_, length) = read.list(kind)?;
                for _ in 0..length {
                    nothing.push(read.element_truth()?);
                }
            }
            2 | 3 => {
                let (kind, length) = read.list(kind)?;
                let into = if number == 2 {
                    &mut least
                } else {
                    &mut greatest
                };
                for _ in 0..length {
                    into.push(bound(field, read.binary(kind)?));
                }
            }
            _ => return Ok(false),
        }
        Ok(true)
    })?;
    if least.len() != nothing.len() || greatest.len() != nothing.len() {
        return Err(read.at());
    }
    let pages = nothing.into_iter().zip(least).zip(greatest);
    let holds = pages.map(
        |((is_nothing, least), greatest)| match (is_nothing, least, greatest) {
            (true, _, _) => PageHolds::Nothing,
            (false, Some(least), Some(greatest)) => PageHolds::Between(Bounds { least, greatest }),
            _ => PageHolds::Anything,
        },
    );
    Ok(holds.collect())
}
