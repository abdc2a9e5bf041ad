//! Parquet columns out of a part of a file: only the bytes that were fetched are there.

use super::PublishedError;
use crate::read::thrift_bounds;
use crate::table::layout::{RowPart, StoredColumn};
use bytes::Bytes;
use parquet::basic::{Compression, Type as PhysicalType};
use parquet::column::reader::{ColumnReader, ColumnReaderImpl, get_column_reader};
use parquet::data_type::{ByteArray, DataType};
use parquet::errors::ParquetError;
use parquet::file::metadata::{ColumnChunkMetaData, ParquetMetaData, ParquetMetaDataReader};
use parquet::file::serialized_reader::SerializedPageReader;
use parquet::schema::types::{ColumnDescPtr, ColumnDescriptor, ColumnPath, Type};
use std::sync::Arc;

/// Decodes a Parquet footer: the metadata without the eight bytes that end the file.
pub fn footer(bytes: &[u8]) -> Result<ParquetMetaData, PublishedError> {
    thrift_bounds::check_metadata(bytes)
        .map_err(|at| PublishedError::new(format!("footer, byte {at}"), "Parquet metadata"))?;
    ParquetMetaDataReader::decode_metadata(bytes)
        .map_err(|cause| PublishedError::new("footer", format!("Parquet metadata ({cause})")))
}

/// Some rows of which the bytes are at hand.
pub struct Rows {
    columns: Vec<Pages>,
    count: usize,
}

/// The pages of a column, one after the other, a dictionary first if there is one.
struct Pages {
    name: String,
    descriptor: ColumnDescPtr,
    codec: Compression,
    bytes: Bytes,
    /// Rows to pass over.
    skip: usize,
}

/// A column's values as Parquet stores them: the values that are there, and a level per slot.
struct Stored<T> {
    values: Vec<T>,
    definition: Vec<i16>,
    repetition: Vec<i16>,
    max_definition: i16,
}

impl Rows {
    /// A row group of a whole file.
    pub fn of_group(
        file: &Bytes,
        metadata: &ParquetMetaData,
        group: usize,
    ) -> Result<Self, PublishedError> {
        let missing = || PublishedError::new(format!("row group {group}"), "a row group");
        let group = metadata.row_groups().get(group).ok_or_else(missing)?;
        let columns = group.columns().iter().map(|chunk| {
            let descriptor = chunk.column_descr_ptr();
            let name = descriptor.path().parts().first().cloned();
            let (offset, length) = chunk.byte_range();
            Ok(Pages {
                name: name.unwrap_or_default(),
                bytes: cut(file, offset, length).ok_or_else(missing)?,
                codec: chunk.compression(),
                descriptor,
                skip: 0,
            })
        });
        Ok(Self {
            columns: columns.collect::<Result<_, _>>()?,
            count: usize::try_from(group.num_rows()).map_err(|_| missing())?,
        })
    }

    /// A part of a segment; `spans` are the bytes of its ranges.
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
            let wrong = || PublishedError::new(&column.name, "pages in the part's ranges");
            let data = at(chunk.offset, chunk.length).ok_or_else(wrong)?;
            let bytes = match chunk.dictionary {
                None => data,
                Some((offset, length)) => {
                    let dictionary = at(offset, length).ok_or_else(wrong)?;
                    [dictionary, data].concat().into()
                }
            };
            Ok(Pages {
                name: column.name.clone(),
                descriptor: descriptor(column)?,
                codec: codec(column)?,
                bytes,
                skip: usize::try_from(chunk.skip).map_err(|_| wrong())?,
            })
        });
        let count = usize::try_from(part.rows);
        Ok(Self {
            columns: columns.collect::<Result<_, _>>()?,
            count: count.map_err(|_| PublishedError::new("rows", "a number of rows"))?,
        })
    }

    /// The whole numbers of a required column.
    pub fn i64(&self, column: &str) -> Result<Vec<i64>, PublishedError> {
        self.all(column, self.whole_numbers(column)?.values)
    }

    /// The whole numbers of an optional column; a column that is not in the file is missing throughout.
    pub fn optional_i64(&self, column: &str) -> Result<Vec<Option<i64>>, PublishedError> {
        if !self.has(column) {
            return Ok(vec![None; self.count]);
        }
        self.all(column, spread(self.whole_numbers(column)?))
    }

    /// The numbers of an optional column; a column that is not in the file is missing throughout.
    pub fn optional_f64(&self, column: &str) -> Result<Vec<Option<f64>>, PublishedError> {
        if !self.has(column) {
            return Ok(vec![None; self.count]);
        }
        self.all(column, spread(self.numbers(column, "numbers")?))
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
        let stored = self.numbers(column, "lists of numbers")?;
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

    fn whole_numbers(&self, column: &str) -> Result<Stored<i64>, PublishedError> {
        match self.reader(column)? {
            ColumnReader::Int64ColumnReader(reader) => self.stored(column, reader),
            ColumnReader::Int32ColumnReader(reader) => Ok(self.stored(column, reader)?.widened()),
            _ => Err(PublishedError::new(column, "whole numbers")),
        }
    }

    fn numbers(&self, column: &str, expected: &str) -> Result<Stored<f64>, PublishedError> {
        match self.reader(column)? {
            ColumnReader::DoubleColumnReader(reader) => self.stored(column, reader),
            ColumnReader::FloatColumnReader(reader) => Ok(self.stored(column, reader)?.widened()),
            ColumnReader::Int32ColumnReader(reader) => Ok(self.stored(column, reader)?.widened()),
            _ => Err(PublishedError::new(column, expected)),
        }
    }

    /// A list column's leaf is named by its list: `car_speed_5kmh.list.element`.
    fn column(&self, column: &str) -> Option<&Pages> {
        self.columns.iter().find(|pages| pages.name == column)
    }

    pub fn has(&self, column: &str) -> bool {
        self.column(column).is_some()
    }

    fn reader(&self, column: &str) -> Result<ColumnReader, PublishedError> {
        let wrong = |cause: ParquetError| PublishedError::new(column, format!("pages ({cause})"));
        let missing = || PublishedError::new(column, "a column of this name");
        let pages = self.column(column).ok_or_else(missing)?;
        let length = i64::try_from(pages.bytes.len()).map_err(|_| missing())?;
        // A chunk that begins where the bytes do; the dictionary is told by its own header.
        let chunk = ColumnChunkMetaData::builder(Arc::clone(&pages.descriptor))
            .set_compression(pages.codec)
            .set_data_page_offset(0)
            .set_total_compressed_size(length)
            .build()
            .map_err(wrong)?;
        let rows = pages.skip.saturating_add(self.count);
        let bytes = Arc::new(pages.bytes.clone());
        let reader = SerializedPageReader::new(bytes, &chunk, rows, None).map_err(wrong)?;
        let descriptor = Arc::clone(&pages.descriptor);
        Ok(get_column_reader(descriptor, Box::new(reader)))
    }

    fn stored<T: DataType>(
        &self,
        column: &str,
        mut reader: ColumnReaderImpl<T>,
    ) -> Result<Stored<T::T>, PublishedError> {
        let broken =
            |cause: ParquetError| PublishedError::new(column, format!("readable pages ({cause})"));
        let pages = self.column(column);
        let max_definition = pages.map_or(0, |pages| pages.descriptor.max_def_level());
        let skip = pages.map_or(0, |pages| pages.skip);
        let mut stored = Stored {
            values: Vec::new(),
            definition: Vec::new(),
            repetition: Vec::new(),
            max_definition,
        };
        if skip > 0 {
            reader.skip_records(skip).map_err(broken)?;
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

fn cut(bytes: &Bytes, offset: u64, length: u64) -> Option<Bytes> {
    let start = usize::try_from(offset).ok()?;
    let end = start.checked_add(usize::try_from(length).ok()?)?;
    (end <= bytes.len()).then(|| bytes.slice(start..end))
}

/// The column as the decoder wants it described. Its logical type plays no part in reading it.
fn descriptor(column: &StoredColumn) -> Result<ColumnDescPtr, PublishedError> {
    let wrong = || PublishedError::new(&column.name, "a physical type of Parquet");
    let kind: PhysicalType = column.kind.parse().map_err(|_| wrong())?;
    let primitive = Type::primitive_type_builder(&column.name, kind).build();
    let (definition, repetition) = column.levels;
    Ok(Arc::new(ColumnDescriptor::new(
        Arc::new(primitive.map_err(|_| wrong())?),
        definition,
        repetition,
        ColumnPath::from(column.name.as_str()),
    )))
}

fn codec(column: &StoredColumn) -> Result<Compression, PublishedError> {
    match column.codec.as_str() {
        "SNAPPY" => Ok(Compression::SNAPPY),
        "UNCOMPRESSED" => Ok(Compression::UNCOMPRESSED),
        _ => Err(PublishedError::new(
            &column.name,
            "SNAPPY or no compression",
        )),
    }
}

impl<T> Stored<T> {
    fn widened<U: From<T>>(self) -> Stored<U> {
        Stored {
            values: self.values.into_iter().map(U::from).collect(),
            definition: self.definition,
            repetition: self.repetition,
            max_definition: self.max_definition,
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
