//! Writes a counts file: sorted by segment and start, row groups that end at a segment or a year before its last
//! day, so that one street is one range of bytes, and its last year, which a page shows first, a part of that.

use super::counts_columns::Columns;
use super::folder::WriteError;
use super::threads::Threads;
use crate::analysis::a_year_before;
use crate::domain::{CivilDate, State, Zone};
use crate::read::workers::Workers;
use crate::table::layout;
use crate::table::{CountTable, SPEED_BINS_5, SPEED_BINS_10};
use arrow_array::builder::{Int32Builder, StringBuilder, TimestampMillisecondBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, Schema, TimeUnit};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_writer::{ArrowColumnChunk, ArrowRowGroupWriterFactory, compute_leaves};
use parquet::basic::{Compression, Encoding, ZstdLevel};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties, WriterPropertiesBuilder};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::ColumnPath;
use std::io::Write;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// A row group is closed at the first end of a segment after this many rows, so that a town of
/// short counts does not pay for its footer and a long count is read without its neighbours.
pub const GROUP_ROWS: usize = 8_192;
/// The years of a long count are row groups of their own, if they have this many rows: a month of hours.
const YEAR_ROWS_MIN: usize = 720;
/// zstd's levels end at 22. A town's counts are 0.9 % larger at 6 than at 12, and published in half the time; at 3 they
/// are 2.7 % larger.
const ZSTD_LEVEL: i32 = 6;
const PAGE_ROWS: usize = 4_096;

/// The bytes of a counts file. `table` is sorted by segment and start (`CountTable::sorted`).
pub fn encode(path: &Path, table: &CountTable, zone: Zone) -> Result<Vec<u8>, WriteError> {
    let columns = packed_like(Columns::of(table), table, zone);
    let mut writer = CountsWriter::new(path, Vec::new(), &columns, zone)?;
    writer.write(table)?;
    writer.finish()
}

/// Columns that are packed as the longest row group of a table packs best.
#[must_use]
pub fn packed_like(columns: Columns, table: &CountTable, zone: Zone) -> Columns {
    match groups(table, zone).into_iter().max_by_key(Range::len) {
        Some(rows) => columns.pack_like(table, &rows, &properties),
        None => columns,
    }
}

/// Writes a counts file table by table, so that counts that outgrow the memory can be written segment by segment.
/// Tables follow each other in the order of their segments; none continues a segment of the one before.
pub struct CountsWriter<'p, W: Write + Send> {
    path: &'p Path,
    zone: Zone,
    packer: Packer,
    writer: SerializedFileWriter<W>,
}

/// Makes row groups, which know nothing of each other.
struct Packer {
    columns: Columns,
    schema: Arc<Schema>,
    factory: ArrowRowGroupWriterFactory,
}

impl<'p, W: Write + Send> CountsWriter<'p, W> {
    /// `columns` are those of all tables to come (`Columns::with`). `path` is for messages. Years begin on the clock
    /// of `zone`.
    pub fn new(path: &'p Path, into: W, columns: &Columns, zone: Zone) -> Result<Self, WriteError> {
        let schema = Arc::new(schema(columns));
        let properties = columns.packed(properties()).build();
        let (writer, factory) = ArrowWriter::try_new(into, Arc::clone(&schema), Some(properties))
            .and_then(ArrowWriter::into_serialized_writer)
            .map_err(|cause| failed(path, &cause))?;
        Ok(Self {
            path,
            zone,
            packer: Packer {
                columns: columns.clone(),
                schema,
                factory,
            },
            writer,
        })
    }

    /// Row groups are packed side by side.
    pub fn write(&mut self, table: &CountTable) -> Result<(), WriteError> {
        let packer = &self.packer;
        let groups = groups(table, self.zone);
        for group in Threads.all(groups, |rows| packer.packed(table, &rows)) {
            group
                .and_then(|group| self.append(group))
                .map_err(|cause| failed(self.path, &cause))?;
        }
        Ok(())
    }

    fn append(&mut self, group: Vec<ArrowColumnChunk>) -> Result<(), ParquetError> {
        let mut writer = self.writer.next_row_group()?;
        for chunk in group {
            chunk.append_to_row_group(&mut writer)?;
        }
        writer.close().map(|_| ())
    }

    /// Writes the footer and gives back what was written to.
    pub fn finish(self) -> Result<W, WriteError> {
        let path = self.path;
        self.writer
            .into_inner()
            .map_err(|cause| failed(path, &cause))
    }
}

impl Packer {
    fn packed(
        &self,
        table: &CountTable,
        rows: &Range<usize>,
    ) -> Result<Vec<ArrowColumnChunk>, ParquetError> {
        let batch = batch(table, &self.columns, rows, &self.schema)?;
        // The index is for files under lock and key, and these are not.
        let mut writers = self.factory.create_column_writers(0)?.into_iter();
        let mut chunks = Vec::new();
        for (field, column) in self.schema.fields().iter().zip(batch.columns()) {
            for leaf in compute_leaves(field, column)? {
                if let Some(mut writer) = writers.next() {
                    writer.write(&leaf)?;
                    chunks.push(writer.close()?);
                }
            }
        }
        Ok(chunks)
    }
}

impl<W: Write + Send> std::fmt::Debug for CountsWriter<'_, W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CountsWriter")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

fn failed(path: &Path, cause: &dyn std::fmt::Display) -> WriteError {
    WriteError::Parquet {
        path: path.to_owned(),
        cause: cause.to_string(),
    }
}

/// Cuts the rows into row groups.
fn groups(table: &CountTable, zone: Zone) -> Vec<Range<usize>> {
    let mut groups = Vec::new();
    let mut start = 0;
    for run in table.runs() {
        let is_long = run.len() >= GROUP_ROWS;
        // A long count shares its groups with nobody: who reads it reads nothing else.
        if is_long && start < run.start {
            groups.push(start..run.start);
            start = run.start;
        }
        if is_long {
            for cut in years(table, &run, zone) {
                groups.push(start..cut);
                start = cut;
            }
        }
        if is_long || run.end - start >= GROUP_ROWS {
            groups.push(start..run.end);
            start = run.end;
        }
    }
    if start < table.len() {
        groups.push(start..table.len());
    }
    groups
}

/// Rows at which a year of a run begins, by time: the last year is the one that a page shows first, up to the last
/// day with a usable row; the others are years of the calendar. A new year within the last year cuts it in two, so
/// that who asks for a year of the calendar reads that and no more.
fn years(table: &CountTable, run: &Range<usize>, zone: Zone) -> Vec<usize> {
    let is_usable =
        |row: &usize| State::of_uptime(table.uptime.get(*row), table.sensor(*row)).is_usable();
    let times = table.start.get(run.clone()).unwrap_or_default();
    let last = run.clone().rev().find(is_usable);
    let (Some(first), Some(last)) = (
        times.first(),
        last.and_then(|row| table.start.get(row)).copied(),
    ) else {
        return Vec::new();
    };
    let after_last = zone.local(last).date.plus_days(1);
    let last_year = a_year_before(after_last);
    let new_years = (zone.local(*first).date.year()..=after_last.year())
        .filter_map(|year| CivilDate::new(year, 1, 1));
    let mut days: Vec<CivilDate> = new_years.chain([last_year]).collect();
    days.sort_unstable();
    days.dedup();
    let mut cuts: Vec<usize> = Vec::new();
    for day in days {
        let instant = zone.start_of_day(day);
        let cut = run.start + times.partition_point(|time| *time < instant);
        let begin = cuts.last().copied().unwrap_or(run.start);
        if cut - begin >= YEAR_ROWS_MIN && run.end - cut >= YEAR_ROWS_MIN {
            cuts.push(cut);
        } else if day == last_year && !cuts.is_empty() && run.end - cut >= YEAR_ROWS_MIN {
            // The weeks before the last year go with the year before them.
            cuts.pop();
            cuts.push(cut);
        }
    }
    cuts
}

fn schema(columns: &Columns) -> Schema {
    let time = DataType::Timestamp(TimeUnit::Millisecond, Some("UTC".into()));
    let keys = vec![
        Field::new(layout::SEGMENT, DataType::Utf8, false),
        Field::new(layout::START, time, false),
        Field::new(layout::MINUTES, DataType::Int32, false),
        Field::new(layout::SENSOR, DataType::Int32, true),
    ];
    Schema::new([keys, columns.fields()].concat())
}

fn properties() -> WriterPropertiesBuilder {
    let edges = |step: usize, bins: usize| {
        let edges: Vec<String> = (0..bins).map(|i| (i * step).to_string()).collect();
        edges.join(",")
    };
    let key = |column: &str| format!("{column}{}", layout::EDGES_SUFFIX);
    let start = ColumnPath::from(layout::START);
    // Its levels are bounded by the crate, and this is one of them.
    let zstd = ZstdLevel::try_new(ZSTD_LEVEL).unwrap_or_default();
    WriterProperties::builder()
        .set_compression(Compression::ZSTD(zstd))
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
}

fn batch(
    table: &CountTable,
    columns: &Columns,
    rows: &Range<usize>,
    schema: &Arc<Schema>,
) -> Result<RecordBatch, ArrowError> {
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
    let keys: Vec<ArrayRef> = vec![
        Arc::new(segment.finish()),
        Arc::new(start.finish()),
        Arc::new(minutes.finish()),
        Arc::new(sensor.finish()),
    ];
    RecordBatch::try_new(
        Arc::clone(schema),
        [keys, columns.arrays(table, rows)].concat(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::HOUR_MS;
    use crate::domain::{Instant, Mode, SegmentId, Side, StreetId};
    use crate::engine::sha256;
    use crate::export::rows;
    use crate::publish::parts;
    use crate::query::rows::StreetRows;
    use crate::read::published::counts;
    use crate::table::{CountRow, named};
    use arrow_array::Float64Array;
    use bytes::Bytes;
    use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

    fn zone() -> Zone {
        Zone::parse("Europe/Brussels").unwrap()
    }

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

    fn spans_of(bytes: &Bytes, part: &layout::RowPart) -> Vec<Bytes> {
        part.spans
            .iter()
            .map(|span| {
                let start = usize::try_from(span.offset).unwrap();
                bytes.slice(start..start + usize::try_from(span.length).unwrap())
            })
            .collect()
    }

    #[test]
    fn every_segment_comes_back_from_its_own_ranges() {
        let table = table();
        let bytes =
            Bytes::from(encode(Path::new("counts/test.parquet"), &table.sorted(), zone()).unwrap());
        let parts = parts::parts("test", "counts/test.parquet", bytes.clone(), &Threads).unwrap();
        let lengths = [("10", 50_u64, 1), ("20", 9_000, 1), ("30", 20_000, 4)];
        assert_eq!(parts.len(), lengths.len());
        for ((id, length, groups), rows) in lengths.into_iter().zip(&parts) {
            let id = SegmentId(id.into());
            assert_eq!(
                (rows.segment.as_str(), rows.rows, rows.parts.len()),
                (id.0.as_str(), length, groups)
            );
            let mut read = CountTable::new();
            for part in &rows.parts {
                let spans = spans_of(&bytes, part);
                for (span, bytes) in part.spans.iter().zip(&spans) {
                    assert_eq!(sha256(bytes), span.sha256);
                }
                counts::append(&mut read, &id, &rows.columns, part, &spans).unwrap();
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
    fn the_rows_of_a_street_are_a_file_that_others_read() {
        let table = table().sorted();
        for run in table.runs() {
            let rows: Vec<CountRow> = run.filter_map(|row| table.row(row)).collect();
            let mut own = CountTable::new();
            for row in &rows {
                own.push(row);
            }
            let id = rows[0].segment.clone();
            let (numbers, lists) = named(&own);
            let file = rows::file(&StreetRows {
                street: StreetId("straat".into()),
                segment: id.clone(),
                zone: "Europe/Brussels".into(),
                first: CivilDate::from_days(0),
                last: CivilDate::from_days(0),
                starts: own.start.iter().map(|start| start.0).collect(),
                minutes: own.minutes.clone(),
                sensors: own.sensor.clone(),
                numbers,
                lists,
                files: Vec::new(),
            });
            assert!(
                file.columns.contains(&"car".to_owned())
                    && !file.columns.contains(&"heavy".to_owned())
            );
            // The metadata by the crate, the pages by ours.
            let bytes = Bytes::from(file.bytes);
            let parts = parts::parts("x", "x", bytes.clone(), &Threads).unwrap();
            assert_eq!((parts.len(), parts[0].rows), (1, rows.len() as u64));
            let mut read = CountTable::new();
            for part in &parts[0].parts {
                let spans = spans_of(&bytes, part);
                counts::append(&mut read, &id, &parts[0].columns, part, &spans).unwrap();
            }
            let found: Vec<CountRow> = (0..read.len()).filter_map(|i| read.row(i)).collect();
            assert!(found == rows, "{id}");
            // And all of it by the crate.
            let batches = ParquetRecordBatchReaderBuilder::try_new(bytes).unwrap();
            let metadata = batches.metadata().file_metadata().key_value_metadata();
            assert_eq!(metadata.unwrap()[0].key, "street");
            let names: Vec<String> = batches
                .schema()
                .fields()
                .iter()
                .map(|f| f.name().clone())
                .collect();
            assert_eq!(names, file.columns);
            let cars: Vec<Option<f64>> = batches
                .build()
                .unwrap()
                .flat_map(|batch| {
                    let batch = batch.unwrap();
                    let column = batch.column_by_name("car").unwrap();
                    let column = column
                        .as_any()
                        .downcast_ref::<Float64Array>()
                        .unwrap()
                        .clone();
                    column.iter().collect::<Vec<_>>()
                })
                .collect();
            let wanted: Vec<Option<f64>> = rows
                .iter()
                .map(|row| row.volume(Mode::Car, Side::Both))
                .collect();
            assert_eq!(cars, wanted);
        }
    }

    /// Rows of hours of one segment, with the days on which row groups begin.
    fn group_starts(first: &str, hours: i64) -> Vec<String> {
        let first = Instant::parse(first).unwrap();
        let mut table = CountTable::new();
        for hour in 0..hours {
            let start = first.plus_ms(hour * HOUR_MS);
            table.push(&CountRow::empty(SegmentId("1".into()), start));
        }
        let starts = groups(&table, zone()).into_iter();
        starts
            .map(|rows| zone().local(table.start[rows.start]).date.to_string())
            .collect()
    }

    #[test]
    fn a_long_count_is_cut_at_its_last_year_and_at_new_years() {
        // Up to and with 30 June 2024, 23:00 in Brussels.
        assert_eq!(
            group_starts("2021-10-01T00:00:00Z", 1_004 * 24 - 2),
            [
                "2021-10-01",
                "2022-01-01",
                "2023-01-01",
                "2023-07-01",
                "2024-01-01"
            ]
        );
        // Two weeks before the last year are no group: they go with the year before them.
        assert_eq!(
            group_starts("2022-01-01T00:00:00Z", (365 + 14 + 366) * 24),
            ["2022-01-01", "2023-01-17"]
        );
        assert_eq!(group_starts("2023-02-01T00:00:00Z", 8_500), ["2023-02-01"]);
        assert_eq!(group_starts("2023-02-01T00:00:00Z", 100), ["2023-02-01"]);
    }

    #[test]
    fn a_mangled_part_is_an_error_and_not_a_panic() {
        let bytes = Bytes::from(encode(Path::new("x"), &table().sorted(), zone()).unwrap());
        let rows = parts::parts("x", "x", bytes.clone(), &Threads)
            .unwrap()
            .remove(1);
        let (part, id) = (&rows.parts[0], SegmentId("20".into()));
        let spans = spans_of(&bytes, part);
        for (place, span) in spans.iter().enumerate() {
            for cut in (0..span.len()).step_by(span.len() / 60) {
                let mut mangled = span.to_vec();
                mangled[cut] ^= 0x55;
                let mut these = spans.clone();
                these[place] = mangled.into();
                let _ = counts::append(&mut CountTable::new(), &id, &rows.columns, part, &these);
                these[place] = span.slice(..cut);
                let mut table = CountTable::new();
                let read = counts::append(&mut table, &id, &rows.columns, part, &these);
                assert!(read.is_err() && table.is_empty());
            }
        }
    }

    #[test]
    fn rows_in_no_order_are_refused_with_their_row() {
        let unsorted = Bytes::from(encode(Path::new("x"), &table(), zone()).unwrap());
        let error = parts::parts("x", "counts/x.parquet", unsorted, &Threads).unwrap_err();
        assert!(
            error.to_string().starts_with("counts/x.parquet, row "),
            "{error}"
        );
    }
}
