//! Parquet columns out of a part of a file: only the bytes that were fetched are there.

use super::PublishedError;
use super::column::{Pages, Stored, Value};
use crate::read::parquet_format::codec::Codec;
use crate::read::parquet_format::footer::{Footer, Physical};
use crate::table::layout::{RowPart, StoredColumn};
use bytes::Bytes;

/// Some rows of which the bytes are at hand.
#[derive(Debug)]
pub struct Rows {
    columns: Vec<Column>,
    count: usize,
}

#[derive(Debug)]
struct Column {
    name: String,
    physical: Physical,
    codec: Codec,
    levels: (u8, u8),
    /// A dictionary that lies elsewhere, and the pages; `None` where they were not fetched.
    pieces: Option<[Bytes; 2]>,
    /// Rows to pass over.
    skip: usize,
}

/// The footer of a whole Parquet file, which ends in its length and in PAR1.
pub fn footer(file: &[u8]) -> Result<Footer, PublishedError> {
    let wrong = || PublishedError::new("end of file", "a Parquet file that ends in PAR1");
    let (body, magic) = file.split_last_chunk::<4>().ok_or_else(wrong)?;
    let (body, length) = body.split_last_chunk::<4>().ok_or_else(wrong)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| wrong())?;
    let start = body.len().checked_sub(length).ok_or_else(wrong)?;
    let metadata = body.get(start..).filter(|_| magic == b"PAR1");
    Footer::parse(metadata.ok_or_else(wrong)?, start as u64)
        .map_err(|at| PublishedError::new(format!("footer, byte {at}"), "Parquet metadata"))
}

impl Rows {
    /// A row group of a whole file of flat columns.
    pub fn of_group(file: &Bytes, footer: &Footer, group: usize) -> Result<Self, PublishedError> {
        let missing = || PublishedError::new(format!("row group {group}"), "a row group");
        let group = footer.groups.get(group).ok_or_else(missing)?;
        let columns = footer.fields.iter().zip(&group.chunks);
        let columns = columns.map(|(field, chunk)| {
            let wrong = |expected| PublishedError::new(&field.name, expected);
            if !field.is_flat {
                return Err(wrong("no list"));
            }
            let length = chunk.pages.end.saturating_sub(chunk.pages.start);
            let pages = cut(file, chunk.pages.start, length).ok_or_else(missing)?;
            Ok(Column {
                name: field.name.clone(),
                physical: field.physical,
                codec: Codec::of(chunk.codec).map_err(|_| wrong(CODECS))?,
                levels: (u8::from(field.is_optional), 0),
                pieces: Some([pages, Bytes::new()]),
                skip: 0,
            })
        });
        Ok(Self {
            columns: columns.collect::<Result<_, _>>()?,
            count: usize::try_from(group.rows).map_err(|_| missing())?,
        })
    }

    /// A part of a segment; `spans` are the bytes of its ranges, empty where they were not fetched. A column of which
    /// bytes are missing is an error only when it is read.
    pub fn of_part(
        columns: &[StoredColumn],
        part: &RowPart,
        spans: &[Bytes],
    ) -> Result<Self, PublishedError> {
        let base = part.spans.first().map_or(0, |span| span.offset);
        let at = |offset: u64, length: u64| {
            let offset = base.wrapping_add(offset);
            part.spans
                .iter()
                .zip(spans)
                .find_map(|(span, bytes)| cut(bytes, offset.checked_sub(span.offset)?, length))
        };
        let columns = columns.iter().zip(&part.chunks).map(|(column, chunk)| {
            let dictionary = match chunk.dictionary {
                None => Some(Bytes::new()),
                Some((offset, length)) => at(offset, length),
            };
            let level = |level: i16| {
                u8::try_from(level).map_err(|_| PublishedError::new(&column.name, "a level"))
            };
            Ok(Column {
                name: column.name.clone(),
                physical: Physical::named(&column.kind),
                codec: Codec::named(&column.codec)
                    .ok_or_else(|| PublishedError::new(&column.name, CODECS))?,
                levels: (level(column.levels.0)?, level(column.levels.1)?),
                pieces: dictionary
                    .zip(at(chunk.offset, chunk.length))
                    .map(|(dictionary, pages)| [dictionary, pages]),
                skip: usize::try_from(chunk.skip)
                    .map_err(|_| PublishedError::new(&column.name, "a number of rows"))?,
            })
        });
        let count = usize::try_from(part.rows);
        Ok(Self {
            columns: columns.collect::<Result<_, _>>()?,
            count: count.map_err(|_| PublishedError::new("rows", "a number of rows"))?,
        })
    }

    /// As if the columns of which bytes are missing were not in the file.
    #[must_use]
    pub fn without_missing(mut self) -> Self {
        self.columns.retain(|column| column.pieces.is_some());
        self
    }

    /// How many rows there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The whole numbers of a required column.
    pub fn whole(&self, column: &str) -> Result<Vec<i64>, PublishedError> {
        let values: Option<Vec<i64>> = self.optional_whole(column)?.into_iter().collect();
        let values = values.filter(|values| values.len() == self.count);
        values.ok_or_else(|| PublishedError::new(column, "a whole number in every row"))
    }

    /// The whole numbers of an optional column; empty where the column is not in the file.
    pub fn optional_whole(&self, column: &str) -> Result<Vec<Option<i64>>, PublishedError> {
        let Some(found) = self.column(column) else {
            return Ok(Vec::new());
        };
        let most = found.levels.0;
        Ok(match found.physical {
            Physical::Int64 => spread(self.stored::<i64>(found)?, most),
            Physical::Int32 => spread(widened(self.stored::<i32>(found)?), most),
            _ => return Err(PublishedError::new(column, "whole numbers")),
        })
    }

    /// The numbers of an optional column, NaN where there is none; empty where the column is not in the file.
    pub fn numbers(&self, column: &str) -> Result<Vec<f64>, PublishedError> {
        let Some(found) = self.column(column) else {
            return Ok(Vec::new());
        };
        let stored = self.fractions(found, "numbers")?;
        if stored.definition.is_empty() {
            return Ok(stored.values);
        }
        let mut values = stored.values.into_iter();
        let levels = stored.definition.iter();
        Ok(levels
            .map(|level| {
                let is_there = *level == found.levels.0;
                is_there
                    .then(|| values.next())
                    .flatten()
                    .unwrap_or(f64::NAN)
            })
            .collect())
    }

    /// The text of a column, in every row.
    pub fn texts(&self, column: &str) -> Result<Vec<String>, PublishedError> {
        let missing = || PublishedError::new(column, "text in every row");
        let found = self.column(column).ok_or_else(missing)?;
        if found.physical != Physical::ByteArray {
            return Err(missing());
        }
        let stored = self.stored::<String>(found)?;
        if stored.values.len() == self.count {
            Ok(stored.values)
        } else {
            Err(missing())
        }
    }

    /// Lists of exactly `N` numbers; a row without a list, or with a number missing in it, has none. Empty where the
    /// column is not in the file.
    pub fn histograms<const N: usize>(
        &self,
        column: &str,
    ) -> Result<Vec<Option<[f64; N]>>, PublishedError> {
        let Some(found) = self.column(column) else {
            return Ok(Vec::new());
        };
        let stored = self.fractions(found, "lists of numbers")?;
        let wrong = || PublishedError::new(column, format!("lists of {N} numbers"));
        let mut rows = Vec::with_capacity(self.count);
        let mut values = stored.values.chunks_exact(N);
        let mut left = 0;
        for (definition, repetition) in stored.definition.iter().zip(&stored.repetition) {
            let is_new = *repetition == 0;
            if is_new != (left == 0) {
                return Err(wrong());
            }
            if *definition == found.levels.0 {
                if is_new {
                    let bins = values
                        .next()
                        .and_then(|bins| <[f64; N]>::try_from(bins).ok());
                    let bins = bins.ok_or_else(wrong)?;
                    rows.push(Some(bins).filter(|bins| bins.iter().all(|v| !v.is_nan())));
                    left = N;
                }
                left -= 1;
            } else if is_new {
                rows.push(None);
            } else {
                return Err(wrong());
            }
        }
        if left == 0 && rows.len() == self.count {
            Ok(rows)
        } else {
            Err(wrong())
        }
    }

    fn fractions(&self, column: &Column, expected: &str) -> Result<Stored<f64>, PublishedError> {
        Ok(match column.physical {
            Physical::Double => self.stored(column)?,
            Physical::Float => widened(self.stored::<f32>(column)?),
            Physical::Int32 => widened(self.stored::<i32>(column)?),
            _ => return Err(PublishedError::new(&column.name, expected)),
        })
    }

    /// A list column's leaf is named by its list: `car_speed_5kmh.list.element`.
    fn column(&self, column: &str) -> Option<&Column> {
        self.columns.iter().find(|found| found.name == column)
    }

    fn stored<T: Value>(&self, column: &Column) -> Result<Stored<T>, PublishedError> {
        let missing = || PublishedError::new(&column.name, "pages in the part's ranges");
        let [dictionary, pages] = column.pieces.as_ref().ok_or_else(missing)?;
        let pages = Pages {
            codec: column.codec,
            levels: column.levels,
            pieces: [dictionary, pages],
            skip: column.skip,
            rows: self.count,
        };
        pages.decode().map_err(|found| {
            let expected = format!("pages of {} rows, found {found}", self.count);
            PublishedError::new(&column.name, expected)
        })
    }
}

const CODECS: &str = "ZSTD, SNAPPY or no compression";

fn cut(bytes: &Bytes, offset: u64, length: u64) -> Option<Bytes> {
    let start = usize::try_from(offset).ok()?;
    let end = start.checked_add(usize::try_from(length).ok()?)?;
    (end <= bytes.len()).then(|| bytes.slice(start..end))
}

fn widened<T, U: From<T>>(stored: Stored<T>) -> Stored<U> {
    Stored {
        values: stored.values.into_iter().map(U::from).collect(),
        definition: stored.definition,
        repetition: stored.repetition,
    }
}

/// Values with a hole where the definition level is not the greatest.
fn spread<T>(stored: Stored<T>, most: u8) -> Vec<Option<T>> {
    let mut values = stored.values.into_iter();
    if stored.definition.is_empty() {
        return values.map(Some).collect();
    }
    let levels = stored.definition.iter();
    levels
        .map(|level| if *level == most { values.next() } else { None })
        .collect()
}
