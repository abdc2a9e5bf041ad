//! Parquet columns out of a part of a file: only the bytes that were fetched are there.

use super::PublishedError;
use crate::read::thrift_bounds;
use bytes::{Buf, Bytes};
use parquet::column::reader::{ColumnReader, ColumnReaderImpl, get_column_reader};
use parquet::data_type::{ByteArray, DataType};
use parquet::errors::ParquetError;
use parquet::file::metadata::{ParquetMetaData, ParquetMetaDataReader};
use parquet::file::reader::{ChunkReader, Length};
use parquet::file::serialized_reader::SerializedPageReader;
use std::sync::Arc;

/// Decodes a Parquet footer: the metadata without the eight bytes that end the file.
pub fn footer(bytes: &[u8]) -> Result<ParquetMetaData, PublishedError> {
    thrift_bounds::check_metadata(bytes)
        .map_err(|at| PublishedError::new(format!("footer, byte {at}"), "Parquet metadata"))?;
    ParquetMetaDataReader::decode_metadata(bytes)
        .map_err(|cause| PublishedError::new("footer", format!("Parquet metadata ({cause})")))
}

/// A run of bytes of a larger file.
#[derive(Clone, Debug)]
pub struct FilePart {
    offset: u64,
    bytes: Bytes,
}

impl FilePart {
    #[must_use]
    pub fn new(offset: u64, bytes: Vec<u8>) -> Self {
        Self {
            offset,
            bytes: bytes.into(),
        }
    }

    fn from(&self, start: u64) -> Result<Bytes, ParquetError> {
        let at = start
            .checked_sub(self.offset)
            .and_then(|at| usize::try_from(at).ok());
        match at {
            Some(at) if at <= self.bytes.len() => Ok(self.bytes.slice(at..)),
            _ => Err(ParquetError::EOF(format!("byte {start} was not fetched"))),
        }
    }
}

impl Length for FilePart {
    fn len(&self) -> u64 {
        self.offset + self.bytes.len() as u64
    }
}

impl ChunkReader for FilePart {
    type T = bytes::buf::Reader<Bytes>;

    fn get_read(&self, start: u64) -> Result<Self::T, ParquetError> {
        Ok(self.from(start)?.reader())
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes, ParquetError> {
        let bytes = self.from(start)?;
        if length > bytes.len() {
            return Err(ParquetError::EOF(format!(
                "byte {} was not fetched",
                start + length as u64
            )));
        }
        Ok(bytes.slice(..length))
    }
}

/// One row group of which the bytes are at hand.
pub struct Group<'a> {
    metadata: &'a ParquetMetaData,
    index: usize,
    part: Arc<FilePart>,
    first: usize,
    count: usize,
}

/// A column's values as Parquet stores them: the values that are there, and a level per slot.
struct Stored<T> {
    values: Vec<T>,
    definition: Vec<i16>,
    repetition: Vec<i16>,
    max_definition: i16,
}

impl<'a> Group<'a> {
    /// `count` rows from row `first` of row group `group`.
    #[must_use]
    pub fn new(
        metadata: &'a ParquetMetaData,
        index: usize,
        part: FilePart,
        first: u64,
        count: u64,
    ) -> Self {
        let small = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
        Self {
            metadata,
            index,
            part: Arc::new(part),
            first: small(first),
            count: small(count),
        }
    }

    /// The whole numbers of a required column.
    pub fn i64(&self, column: &str) -> Result<Vec<i64>, PublishedError> {
        let stored = match self.reader(column)? {
            ColumnReader::Int64ColumnReader(reader) => self.stored(column, reader)?.values,
            ColumnReader::Int32ColumnReader(reader) => self
                .stored(column, reader)?
                .values
                .into_iter()
                .map(i64::from)
                .collect(),
            _ => return Err(PublishedError::new(column, "whole numbers")),
        };
        self.all(column, stored)
    }

    /// The whole numbers of an optional column; a column that is not in the file is missing throughout.
    pub fn optional_i64(&self, column: &str) -> Result<Vec<Option<i64>>, PublishedError> {
        if !self.has(column) {
            return Ok(vec![None; self.count]);
        }
        match self.reader(column)? {
            ColumnReader::Int64ColumnReader(reader) => Ok(spread(self.stored(column, reader)?)),
            ColumnReader::Int32ColumnReader(reader) => Ok(spread(self.stored(column, reader)?)
                .into_iter()
                .map(|v| v.map(i64::from))
                .collect()),
            _ => Err(PublishedError::new(column, "whole numbers")),
        }
        .and_then(|values| self.all(column, values))
    }

    /// The numbers of an optional column; a column that is not in the file is missing throughout.
    pub fn optional_f64(&self, column: &str) -> Result<Vec<Option<f64>>, PublishedError> {
        if !self.has(column) {
            return Ok(vec![None; self.count]);
        }
        let values = match self.reader(column)? {
            ColumnReader::DoubleColumnReader(reader) => spread(self.stored(column, reader)?),
            ColumnReader::FloatColumnReader(reader) => spread(self.stored(column, reader)?)
                .into_iter()
                .map(|v| v.map(f64::from))
                .collect(),
            _ => return Err(PublishedError::new(column, "numbers")),
        };
        self.all(column, values)
    }

    /// The text of an optional column.
    pub fn optional_text(&self, column: &str) -> Result<Vec<Option<String>>, PublishedError> {
        let ColumnReader::ByteArrayColumnReader(reader) = self.reader(column)? else {
            return Err(PublishedError::new(column, "text"));
        };
        let values: Vec<Option<ByteArray>> = spread(self.stored(column, reader)?);
        let texts = values.into_iter().map(|value| match value {
            None => Ok(None),
            Some(bytes) => match bytes.as_utf8() {
                Ok(text) => Ok(Some(text.to_owned())),
                Err(_) => Err(PublishedError::new(column, "text in UTF-8")),
            },
        });
        let texts: Vec<Option<String>> = texts.collect::<Result<_, _>>()?;
        self.all(column, texts)
    }

    /// Lists of exactly `N` numbers; a row without a list, or with a number missing in it, has none.
    pub fn histograms<const N: usize>(
        &self,
        column: &str,
    ) -> Result<Vec<Option<[f64; N]>>, PublishedError> {
        if !self.has(column) {
            return Ok(vec![None; self.count]);
        }
        let ColumnReader::DoubleColumnReader(reader) = self.reader(column)? else {
            return Err(PublishedError::new(column, "lists of numbers"));
        };
        let stored = self.stored(column, reader)?;
        let wrong = || PublishedError::new(column, format!("lists of {N} numbers"));
        let mut rows = Vec::with_capacity(self.count);
        let mut values = stored.values.into_iter();
        let mut list: Vec<f64> = Vec::with_capacity(N);
        for (definition, repetition) in stored.definition.iter().zip(&stored.repetition) {
            if *repetition == 0 && !list.is_empty() {
                return Err(wrong());
            }
            if *definition == stored.max_definition {
                list.push(values.next().ok_or_else(wrong)?);
                if list.len() == N {
                    let bins = <[f64; N]>::try_from(list.as_slice()).map_err(|_| wrong())?;
                    rows.push(Some(bins).filter(|bins| bins.iter().all(|v| !v.is_nan())));
                    list.clear();
                }
            } else if list.is_empty() {
                rows.push(None);
            } else {
                return Err(wrong());
            }
        }
        if list.is_empty() && rows.len() == self.count {
            Ok(rows)
        } else {
            Err(wrong())
        }
    }

    /// A list column's leaf is named by its list: `car_speed_5kmh.list.element`.
    fn column(&self, column: &str) -> Option<usize> {
        let schema = self.metadata.file_metadata().schema_descr();
        schema
            .columns()
            .iter()
            .position(|c| c.path().parts().first().is_some_and(|p| p == column))
    }

    fn has(&self, column: &str) -> bool {
        self.column(column).is_some()
    }

    fn reader(&self, column: &str) -> Result<ColumnReader, PublishedError> {
        let missing = || PublishedError::new(column, "a column of this name");
        let index = self.column(column).ok_or_else(missing)?;
        let group = self
            .metadata
            .row_groups()
            .get(self.index)
            .ok_or_else(missing)?;
        let chunk = group.columns().get(index).ok_or_else(missing)?;
        let rows = usize::try_from(group.num_rows()).map_err(|_| missing())?;
        let pages = SerializedPageReader::new(Arc::clone(&self.part), chunk, rows, None)
            .map_err(|cause| PublishedError::new(column, format!("pages ({cause})")))?;
        Ok(get_column_reader(chunk.column_descr_ptr(), Box::new(pages)))
    }

    fn stored<T: DataType>(
        &self,
        column: &str,
        mut reader: ColumnReaderImpl<T>,
    ) -> Result<Stored<T::T>, PublishedError> {
        let broken =
            |cause: ParquetError| PublishedError::new(column, format!("readable pages ({cause})"));
        let max_definition = self
            .column(column)
            .map(|i| {
                self.metadata
                    .file_metadata()
                    .schema_descr()
                    .column(i)
                    .max_def_level()
            })
            .unwrap_or_default();
        let mut stored = Stored {
            values: Vec::new(),
            definition: Vec::new(),
            repetition: Vec::new(),
            max_definition,
        };
        if self.first > 0 {
            reader.skip_records(self.first).map_err(broken)?;
        }
        let mut read = 0;
        while read < self.count {
            let (records, _, _) = reader
                .read_records(
                    self.count - read,
                    Some(&mut stored.definition),
                    Some(&mut stored.repetition),
                    &mut stored.values,
                )
                .map_err(broken)?;
            if records == 0 {
                break;
            }
            read += records;
        }
        Ok(stored)
    }

    fn all<T>(&self, column: &str, values: Vec<T>) -> Result<Vec<T>, PublishedError> {
        if values.len() == self.count {
            Ok(values)
        } else {
            let found = values.len();
            Err(PublishedError::new(
                column,
                format!("{} rows, found {found}", self.count),
            ))
        }
    }
}

/// Values with a hole where the definition level says so.
fn spread<T>(stored: Stored<T>) -> Vec<Option<T>> {
    if stored.max_definition == 0 {
        return stored.values.into_iter().map(Some).collect();
    }
    let mut values = stored.values.into_iter();
    stored
        .definition
        .iter()
        .map(|level| {
            if *level == stored.max_definition {
                values.next()
            } else {
                None
            }
        })
        .collect()
}
