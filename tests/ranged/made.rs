//! Files that the `parquet` crate writes, of rows that we know.

use arrow_array::types::{Float32Type, Float64Type, Int32Type, Int64Type, UInt16Type, UInt32Type};
use arrow_array::{ArrayRef, PrimitiveArray, RecordBatch};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, Encoding, ZstdLevel};
use parquet::file::properties::{EnabledStatistics, WriterProperties, WriterVersion};
use parquet::schema::types::ColumnPath;
use std::sync::Arc;
use straatbeeld::read::ranged::{Batch, Query};

/// A row: street, instant, and numbers of each type.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    pub street: Option<i32>,
    pub time: i64,
    pub count: Option<f32>,
    pub exact: Option<f64>,
    pub bin: Option<u16>,
    pub wide: u32,
}

pub const COLUMNS: [&str; 6] = ["street", "time", "count", "exact", "bin", "wide"];
pub const HOUR: i64 = 3_600_000;

/// `streets` streets of `hours` hours each, sorted. Every `hole`th value is missing, where `hole` is not zero.
pub fn rows(streets: i32, hours: i64, hole: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    for street in 0..streets {
        for hour in 0..hours {
            let n = rows.len();
            let there = |step: usize| hole == 0 || n % (hole + step) != 0;
            // Numbers that compress and numbers that do not.
            let noise = (n as u32).wrapping_mul(2_654_435_761) >> 7;
            rows.push(Row {
                street: Some(348_000 + 37 * street),
                time: 1_672_531_200_000 + hour * HOUR,
                count: there(0).then_some(noise as f32 / 64.0),
                exact: there(1).then_some(f64::from(noise % 17) / 3.0),
                bin: there(2).then_some((noise % 300) as u16),
                wide: u32::MAX - noise,
            });
        }
    }
    rows
}

/// How a file is written.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    pub compression: Compression,
    pub has_dictionary: bool,
    pub has_index: bool,
    pub is_second: bool,
    pub is_split: bool,
    pub group_rows: usize,
    pub page_rows: usize,
}

impl Default for Layout {
    fn default() -> Self {
        Self {
            compression: Compression::UNCOMPRESSED,
            has_dictionary: true,
            has_index: true,
            is_second: false,
            is_split: false,
            group_rows: 1000,
            page_rows: 100,
        }
    }
}

pub fn packed_with_zstd() -> Compression {
    Compression::ZSTD(ZstdLevel::try_new(3).unwrap())
}

pub fn write(rows: &[Row], layout: Layout) -> Vec<u8> {
    let mut properties = WriterProperties::builder()
        .set_compression(layout.compression)
        .set_dictionary_enabled(layout.has_dictionary)
        .set_statistics_enabled(if layout.has_index {
            EnabledStatistics::Page
        } else {
            EnabledStatistics::Chunk
        })
        .set_offset_index_disabled(!layout.has_index)
        .set_writer_version(if layout.is_second {
            WriterVersion::PARQUET_2_0
        } else {
            WriterVersion::PARQUET_1_0
        })
        .set_max_row_group_row_count(Some(layout.group_rows))
        .set_data_page_row_count_limit(layout.page_rows)
        .set_write_batch_size(layout.page_rows.min(50));
    let encoded = |column: &str, encoding| (ColumnPath::from(column), encoding);
    let mut encodings = vec![encoded("time", Encoding::DELTA_BINARY_PACKED)];
    if layout.is_split {
        encodings.extend(["count", "exact"].map(|c| encoded(c, Encoding::BYTE_STREAM_SPLIT)));
        encodings.push(encoded("wide", Encoding::DELTA_BINARY_PACKED));
    }
    for (path, encoding) in encodings {
        properties = properties
            .set_column_dictionary_enabled(path.clone(), false)
            .set_column_encoding(path, encoding);
    }
    let array = |values: ArrayRef| values;
    let columns = [
        array(Arc::new(PrimitiveArray::<Int32Type>::from_iter(
            rows.iter().map(|r| r.street),
        ))),
        array(Arc::new(PrimitiveArray::<Int64Type>::from_iter_values(
            rows.iter().map(|r| r.time),
        ))),
        array(Arc::new(PrimitiveArray::<Float32Type>::from_iter(
            rows.iter().map(|r| r.count),
        ))),
        array(Arc::new(PrimitiveArray::<Float64Type>::from_iter(
            rows.iter().map(|r| r.exact),
        ))),
        array(Arc::new(PrimitiveArray::<UInt16Type>::from_iter(
            rows.iter().map(|r| r.bin),
        ))),
        array(Arc::new(PrimitiveArray::<UInt32Type>::from_iter_values(
            rows.iter().map(|r| r.wide),
        ))),
    ];
    // As in practice: a column may be missing, whether it ever is or not.
    let batch = RecordBatch::try_from_iter_with_nullable(
        COLUMNS
            .into_iter()
            .zip(columns)
            .enumerate()
            .map(|(place, (name, column))| (name, column, place != 1 && place != 5)),
    )
    .unwrap();
    let mut file = Vec::new();
    let mut writer =
        ArrowWriter::try_new(&mut file, batch.schema(), Some(properties.build())).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    file
}

pub fn query(filters: &[(&str, std::ops::RangeInclusive<i64>)]) -> Query {
    Query {
        columns: COLUMNS.map(str::to_owned).to_vec(),
        filters: filters
            .iter()
            .map(|(column, range)| straatbeeld::read::ranged::Filter {
                column: (*column).to_owned(),
                range: range.clone(),
            })
            .collect(),
    }
}

/// The rows of batches of all columns.
pub fn read_rows(batches: &[Batch]) -> Vec<Row> {
    let mut rows = Vec::new();
    for batch in batches {
        let selected: u64 = batch.rows.iter().map(|range| range.end - range.start).sum();
        let [street, time, count, exact, bin, wide] = batch.columns.as_slice() else {
            panic!("{} columns", batch.columns.len());
        };
        for column in &batch.columns {
            assert_eq!(column.len() as u64, selected, "a slot a row");
        }
        for row in 0..street.len() {
            rows.push(Row {
                street: street.whole(row).map(|v| v as i32),
                time: time.whole(row).unwrap(),
                count: count.number(row).map(|v| v as f32),
                exact: exact.number(row),
                bin: bin.whole(row).map(|v| v as u16),
                wide: wide.whole(row).unwrap() as u32,
            });
        }
    }
    rows
}
