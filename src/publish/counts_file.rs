//! Writes a counts file and its index: sorted by segment and start, row groups that end at a
//! segment, so that one street is one range of bytes.

use super::folder::WriteError;
use crate::domain::{Mode, Side};
use crate::engine::sha256;
use crate::table::column::{Column, Histograms};
use crate::table::layout::{self, CountIndex, Part, RowGroup, SegmentRows};
use crate::table::{CountTable, SPEED_BINS_5, SPEED_BINS_10};
use arrow_array::builder::{
    Float64Builder, Int32Builder, ListBuilder, StringBuilder, TimestampMillisecondBuilder,
};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema, TimeUnit};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, Encoding};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::schema::types::ColumnPath;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// A row group is closed at the first end of a segment after this many rows, so that a town of
/// short counts does not pay for its footer and a long count is read without its neighbours.
const GROUP_ROWS: usize = 8_192;
/// A segment of more rows than this is split: 15 years of hours.
const GROUP_ROWS_MAX: usize = 131_072;
const PAGE_ROWS: usize = 4_096;

/// The bytes of a counts file and its index. `table` is sorted by segment and start (`CountTable::sorted`).
pub fn encode(path: &Path, table: &CountTable) -> Result<(Vec<u8>, CountIndex), WriteError> {
    let parquet = |cause: parquet::errors::ParquetError| WriteError::Parquet {
        path: path.to_owned(),
        cause: cause.to_string(),
    };
    let schema = Arc::new(schema(table));
    let mut bytes = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut bytes, Arc::clone(&schema), Some(properties()))
        .map_err(parquet)?;
    let mut index = CountIndex::default();
    for rows in groups(table) {
        let batch = batch(table, &rows, &schema).map_err(|cause| WriteError::Parquet {
            path: path.to_owned(),
            cause: cause.to_string(),
        })?;
        writer.write(&batch).map_err(parquet)?;
        writer.flush().map_err(parquet)?;
        note_segments(&mut index, table, &rows);
        index.groups.push(RowGroup {
            part: Part::default(),
            rows: rows.len() as u64,
        });
    }
    let metadata = writer.close().map_err(parquet)?;
    for (group, written) in index.groups.iter_mut().zip(metadata.row_groups()) {
        let ranges = written
            .columns()
            .iter()
            .map(parquet::file::metadata::ColumnChunkMetaData::byte_range);
        let (mut start, mut end) = (u64::MAX, 0);
        for (offset, length) in ranges {
            start = start.min(offset);
            end = end.max(offset + length);
        }
        group.part = part(&bytes, start, end);
    }
    index.footer = footer_part(&bytes);
    Ok((bytes, index))
}

/// Cuts the rows into row groups.
fn groups(table: &CountTable) -> Vec<Range<usize>> {
    let mut groups = Vec::new();
    let mut start = 0;
    for run in table.runs() {
        while run.end - start > GROUP_ROWS_MAX {
            groups.push(start..start + GROUP_ROWS_MAX);
            start += GROUP_ROWS_MAX;
        }
        if run.end - start >= GROUP_ROWS {
            groups.push(start..run.end);
            start = run.end;
        }
    }
    if start < table.len() {
        groups.push(start..table.len());
    }
    groups
}

fn note_segments(index: &mut CountIndex, table: &CountTable, rows: &Range<usize>) {
    let group = index.groups.len();
    let mut next = rows.start;
    let segments = table.segment.get(rows.clone()).unwrap_or_default();
    for run in segments.chunk_by(PartialEq::eq) {
        let run = next..next + run.len();
        next = run.end;
        let segment = table
            .segment
            .get(run.start)
            .and_then(|s| table.segments.get(*s as usize));
        let first = table.start.get(run.start);
        let last = table.start.get(run.end - 1);
        if let (Some(segment), Some(&first), Some(&last)) = (segment, first, last) {
            let count = run.len() as u64;
            match index
                .segments
                .last_mut()
                .filter(|known| known.segment == *segment)
            {
                Some(known) => {
                    known.rows += count;
                    known.last = last;
                }
                None => index.segments.push(SegmentRows {
                    segment: segment.clone(),
                    group,
                    row: (run.start - rows.start) as u64,
                    rows: count,
                    first,
                    last,
                }),
            }
        }
    }
}

/// Columns that every file has, and of the others those that hold anything: a column that is not
/// there is missing throughout, and its share of the footer is not paid for.
fn schema(table: &CountTable) -> Schema {
    let time = DataType::Timestamp(TimeUnit::Millisecond, Some("UTC".into()));
    let mut fields = vec![
        Field::new(layout::SEGMENT, DataType::Utf8, false),
        Field::new(layout::START, time, false),
        Field::new(layout::MINUTES, DataType::Int32, false),
        Field::new(layout::UPTIME, DataType::Float64, true),
        Field::new(layout::SENSOR, DataType::Int32, true),
    ];
    let list = || DataType::List(Arc::new(Field::new("element", DataType::Float64, false)));
    fields.extend(
        optional_columns(table)
            .into_iter()
            .map(|(name, values)| match values {
                Values::Numbers(_) => Field::new(name, DataType::Float64, true),
                Values::Fine(_) | Values::Coarse(_) => Field::new(name, list(), true),
            }),
    );
    Schema::new(fields)
}

enum Values<'t> {
    Numbers(&'t Column),
    Fine(&'t Histograms<SPEED_BINS_5>),
    Coarse(&'t Histograms<SPEED_BINS_10>),
}

impl Values<'_> {
    fn has_any(&self) -> bool {
        match self {
            Self::Numbers(column) => column.has_any(),
            Self::Fine(column) => column.has_any(),
            Self::Coarse(column) => column.has_any(),
        }
    }

    fn array(&self, rows: &Range<usize>) -> ArrayRef {
        match self {
            Self::Numbers(column) => {
                let mut builder = Float64Builder::with_capacity(rows.len());
                for row in rows.clone() {
                    builder.append_option(column.get(row));
                }
                Arc::new(builder.finish())
            }
            Self::Fine(column) => lists(rows, &|row| column.get(row).map(|bins| bins.to_vec())),
            Self::Coarse(column) => lists(rows, &|row| column.get(row).map(|bins| bins.to_vec())),
        }
    }
}

/// The columns that hold anything, in the order of the layout.
fn optional_columns(table: &CountTable) -> Vec<(String, Values<'_>)> {
    let mut columns: Vec<(String, Values<'_>)> = Vec::new();
    let sides = Mode::ALL
        .into_iter()
        .flat_map(|mode| Side::ALL.map(|side| layout::volume_column(mode, side)));
    for (name, column) in sides.zip(&table.volumes) {
        columns.push((name, Values::Numbers(column)));
    }
    let named = |name: &str| name.to_owned();
    columns.push((named(layout::SPEED_5), Values::Fine(&table.speed_5)));
    columns.push((named(layout::SPEED_10), Values::Coarse(&table.speed_10)));
    for (name, column) in layout::SPEED_5_SIDES.iter().zip(&table.speed_5_sides) {
        columns.push((named(name), Values::Fine(column)));
    }
    columns.push((
        named(layout::BIKE_SPEED_5),
        Values::Fine(&table.bike_speed_5),
    ));
    columns.push((named(layout::MEAN), Values::Numbers(&table.mean_kmh)));
    columns.push((named(layout::V85), Values::Numbers(&table.v85)));
    columns.retain(|(_, values)| values.has_any());
    columns
}

fn properties() -> WriterProperties {
    let edges = |step: usize, bins: usize| {
        let edges: Vec<String> = (0..bins).map(|i| (i * step).to_string()).collect();
        edges.join(",")
    };
    let key = |column: &str| format!("{column}{}", layout::EDGES_SUFFIX);
    let start = ColumnPath::from(layout::START);
    WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(concat!("straatbeeld ", env!("CARGO_PKG_VERSION")).to_owned())
        .set_max_row_group_row_count(None)
        .set_data_page_row_count_limit(PAGE_ROWS)
        .set_write_batch_size(1_024)
        .set_column_dictionary_enabled(start.clone(), false)
        .set_column_encoding(start.clone(), Encoding::DELTA_BINARY_PACKED)
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .set_column_statistics_enabled(start, EnabledStatistics::Page)
        .set_column_statistics_enabled(ColumnPath::from(layout::SEGMENT), EnabledStatistics::Page)
        .set_key_value_metadata(Some(vec![
            KeyValue::new(key(layout::SPEED_5), edges(5, SPEED_BINS_5)),
            KeyValue::new(key(layout::SPEED_10), edges(10, SPEED_BINS_10)),
            KeyValue::new(key(layout::BIKE_SPEED_5), edges(5, SPEED_BINS_5)),
        ]))
        .build()
}

fn batch(
    table: &CountTable,
    rows: &Range<usize>,
    schema: &Arc<Schema>,
) -> Result<RecordBatch, arrow_schema::ArrowError> {
    let mut segment = StringBuilder::new();
    let mut start = TimestampMillisecondBuilder::new().with_timezone("UTC");
    let mut minutes = Int32Builder::new();
    let mut sensor = Int32Builder::new();
    for row in rows.clone() {
        let id = table
            .segment
            .get(row)
            .and_then(|s| table.segments.get(*s as usize));
        segment.append_value(id.map_or("", |id| id.0.as_str()));
        start.append_value(table.start.get(row).map_or(0, |s| s.0));
        minutes.append_value(table.minutes.get(row).copied().map_or(0, i32::from));
        sensor.append_option(table.sensor(row).map(|s| i32::from(s.number())));
    }
    let mut columns: Vec<ArrayRef> = vec![
        Arc::new(segment.finish()),
        Arc::new(start.finish()),
        Arc::new(minutes.finish()),
        Values::Numbers(&table.uptime).array(rows),
        Arc::new(sensor.finish()),
    ];
    columns.extend(
        optional_columns(table)
            .iter()
            .map(|(_, values)| values.array(rows)),
    );
    RecordBatch::try_new(Arc::clone(schema), columns)
}

fn lists(rows: &Range<usize>, get: &dyn Fn(usize) -> Option<Vec<f64>>) -> ArrayRef {
    let field = Field::new("element", DataType::Float64, false);
    let mut builder = ListBuilder::new(Float64Builder::new()).with_field(field);
    for row in rows.clone() {
        match get(row) {
            Some(bins) => {
                builder.values().append_slice(&bins);
                builder.append(true);
            }
            None => builder.append(false),
        }
    }
    Arc::new(builder.finish())
}

fn part(bytes: &[u8], start: u64, end: u64) -> Part {
    let slice = usize::try_from(start)
        .ok()
        .zip(usize::try_from(end).ok())
        .and_then(|(start, end)| bytes.get(start..end))
        .unwrap_or_default();
    Part {
        offset: start,
        length: slice.len() as u64,
        sha256: sha256(slice),
    }
}

/// The metadata before the four bytes of its length and the four of the magic.
fn footer_part(bytes: &[u8]) -> Part {
    let end = bytes.len().saturating_sub(8);
    let length = bytes
        .get(end..end + 4)
        .and_then(|four| four.try_into().ok())
        .map_or(0, |four| u64::from(u32::from_le_bytes(four)));
    part(bytes, (end as u64).saturating_sub(length), end as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::HOUR_MS;
    use crate::domain::{Instant, SegmentId};
    use crate::read::published::{counts, footer};
    use crate::table::CountRow;

    /// Segments of different lengths, unsorted, with holes of every kind.
    fn table() -> CountTable {
        let mut table = CountTable::new();
        for hour in (0..20_000_i64).rev() {
            for (id, length) in [("30", 20_000), ("10", 50), ("20", 9_000)] {
                if hour >= length {
                    continue;
                }
                let mut row = CountRow::empty(SegmentId(id.into()), Instant(hour * HOUR_MS));
                row.uptime = (hour % 7 != 0).then_some(0.97);
                row.sensor = (hour % 5 != 0).then_some(crate::domain::SensorGeneration::S2);
                row.set_volume(
                    Mode::Car,
                    Side::Both,
                    (hour % 3 != 0).then_some(hour as f64 / 7.0),
                );
                row.set_volume(Mode::Bike, Side::Left, Some(0.0));
                row.speed_10 = (hour % 4 == 1).then_some([hour as f64; SPEED_BINS_10]);
                row.speed_5_sides = [None, (hour % 6 == 2).then_some([1.5; SPEED_BINS_5])];
                row.bike_speed_5 = (hour % 9 == 2).then_some([hour as f64; SPEED_BINS_5]);
                row.mean_kmh = (hour % 8 == 3).then_some(41.0);
                row.v85 = (hour % 2 == 0).then_some(30.5);
                table.push(&row);
            }
        }
        table
    }

    #[test]
    fn every_segment_comes_back_from_its_own_ranges() {
        let table = table();
        let (bytes, index) = encode(Path::new("counts/test.parquet"), &table.sorted()).unwrap();
        let at = |part: &Part| {
            let start = usize::try_from(part.offset).unwrap();
            &bytes[start..start + usize::try_from(part.length).unwrap()]
        };
        assert_eq!(index.groups.len(), 2, "two short segments share a group");
        let metadata = footer(at(&index.footer)).unwrap();
        for (id, length) in [("10", 50_u64), ("20", 9_000), ("30", 20_000)] {
            let id = SegmentId(id.into());
            let rows = index.find(&id).unwrap();
            assert_eq!(
                (rows.rows, rows.first, rows.last.0),
                (length, Instant(0), (length.cast_signed() - 1) * HOUR_MS)
            );
            let mut read = CountTable::new();
            for plan in index.plan(rows) {
                let part = &index.groups[plan.group].part;
                assert_eq!(sha256(at(part)), part.sha256);
                counts::append(
                    &mut read,
                    &id,
                    &metadata,
                    plan,
                    part.offset,
                    at(part).to_vec(),
                )
                .unwrap();
            }
            let wanted: Vec<CountRow> = {
                let mut rows: Vec<_> = (0..table.len())
                    .filter_map(|i| table.row(i))
                    .filter(|r| r.segment == id)
                    .collect();
                rows.sort_by_key(|r| r.start);
                rows
            };
            let found: Vec<CountRow> = (0..read.len()).filter_map(|i| read.row(i)).collect();
            assert_eq!(found.len(), wanted.len());
            assert!(found == wanted, "{id}");
        }
    }

    #[test]
    fn a_segment_longer_than_a_row_group_is_put_together_again() {
        let mut table = CountTable::new();
        let long = i64::try_from(GROUP_ROWS_MAX).unwrap() + 10;
        for hour in 0..long {
            table.push(&CountRow::empty(SegmentId("1".into()), Instant(hour)));
        }
        let (_, index) = encode(Path::new("x"), &table).unwrap();
        let rows = index.find(&SegmentId("1".into())).unwrap();
        assert_eq!(
            index.plan(rows).iter().map(|p| p.count).sum::<u64>(),
            long.cast_unsigned()
        );
        assert_eq!(index.groups.len(), 2);
    }

    #[test]
    fn a_mangled_part_is_an_error_and_not_a_panic() {
        let (bytes, index) = encode(Path::new("x"), &table().sorted()).unwrap();
        let start = usize::try_from(index.footer.offset).unwrap();
        let metadata = footer(&bytes[start..bytes.len() - 8]).unwrap();
        let rows = index.plan(index.find(&SegmentId("20".into())).unwrap())[0];
        let part = &index.groups[rows.group].part;
        let (from, length) = (
            usize::try_from(part.offset).unwrap(),
            usize::try_from(part.length).unwrap(),
        );
        for cut in (0..length).step_by(length / 60) {
            let mut mangled = bytes[from..from + length].to_vec();
            mangled[cut] ^= 0x55;
            let mut table = CountTable::new();
            let _ = counts::append(
                &mut table,
                &SegmentId("20".into()),
                &metadata,
                rows,
                part.offset,
                mangled.clone(),
            );
            mangled.truncate(cut);
            let mut table = CountTable::new();
            assert!(
                counts::append(
                    &mut table,
                    &SegmentId("20".into()),
                    &metadata,
                    rows,
                    part.offset,
                    mangled
                )
                .is_err()
            );
            assert!(table.is_empty());
        }
    }
}
