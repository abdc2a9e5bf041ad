//! Writes a counts file: sorted by segment and start, row groups that end at a segment or a year before its last
//! day, so that one street is one range of bytes, and its last year, which a page shows first, a part of that.

use super::folder::WriteError;
use crate::analysis::a_year_before;
use crate::domain::time::HOUR_MS;
use crate::domain::{CivilDate, Instant, Mode, Side, State};
use crate::table::column::{Column, Histograms};
use crate::table::layout;
use crate::table::{CountTable, SPEED_BINS_5, SPEED_BINS_10};
use arrow_array::builder::{Int32Builder, StringBuilder, TimestampMillisecondBuilder};
use arrow_array::{ArrayRef, Float64Array, Int32Array, ListArray, RecordBatch};
use arrow_buffer::{NullBuffer, OffsetBuffer};
use arrow_schema::{DataType, Field, Schema, TimeUnit};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, Encoding, ZstdLevel};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::schema::types::ColumnPath;
use std::io::Write;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// A row group is closed at the first end of a segment after this many rows, so that a town of
/// short counts does not pay for its footer and a long count is read without its neighbours.
pub const GROUP_ROWS: usize = 8_192;
/// A long count has a row group for each year before its last day; the first has this many rows at least: four
/// months of hours.
const YEAR_ROWS_MIN: usize = 2_920;
/// zstd's levels end at 22. Above 12 counts hardly shrink and publishing takes much longer.
const ZSTD_LEVEL: i32 = 12;
const PAGE_ROWS: usize = 4_096;

/// The bytes of a counts file. `table` is sorted by segment and start (`CountTable::sorted`).
pub fn encode(path: &Path, table: &CountTable) -> Result<Vec<u8>, WriteError> {
    let mut writer = CountsWriter::new(path, Vec::new(), &Columns::of(table))?;
    writer.write(table)?;
    writer.finish()
}

/// Writes a counts file table by table, so that counts that outgrow the memory can be written segment by segment.
/// Tables follow each other in the order of their segments; none continues a segment of the one before.
pub struct CountsWriter<'p, W: Write + Send> {
    path: &'p Path,
    columns: Columns,
    schema: Arc<Schema>,
    writer: ArrowWriter<W>,
}

impl<'p, W: Write + Send> CountsWriter<'p, W> {
    /// `columns` are those of all tables to come (`Columns::with`). `path` is for messages.
    pub fn new(path: &'p Path, into: W, columns: &Columns) -> Result<Self, WriteError> {
        let schema = Arc::new(columns.schema());
        let writer = ArrowWriter::try_new(into, Arc::clone(&schema), Some(properties()));
        Ok(Self {
            path,
            columns: columns.clone(),
            schema,
            writer: writer.map_err(|cause| failed(path, &cause))?,
        })
    }

    pub fn write(&mut self, table: &CountTable) -> Result<(), WriteError> {
        for rows in groups(table) {
            let batch = batch(table, &self.columns, &rows, &self.schema)
                .map_err(|cause| failed(self.path, &cause))?;
            self.writer
                .write(&batch)
                .and_then(|()| self.writer.flush())
                .map_err(|cause| failed(self.path, &cause))?;
        }
        Ok(())
    }

    /// Writes the footer and gives back what was written to.
    pub fn finish(self) -> Result<W, WriteError> {
        let path = self.path;
        self.writer
            .into_inner()
            .map_err(|cause| failed(path, &cause))
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
fn groups(table: &CountTable) -> Vec<Range<usize>> {
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
            for cut in years(table, &run) {
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

/// Rows at which a year of a run begins, counted back from its last day with a usable row, by time.
fn years(table: &CountTable, run: &Range<usize>) -> Vec<usize> {
    let is_usable =
        |row: &usize| State::of_uptime(table.uptime.get(*row), table.sensor(*row)).is_usable();
    let times = table.start.get(run.clone()).unwrap_or_default();
    let last = run.clone().rev().find(is_usable);
    let Some(last) = last.and_then(|row| table.start.get(row)) else {
        return Vec::new();
    };
    let last = i32::try_from(last.0.div_euclid(24 * HOUR_MS));
    let mut day = CivilDate::from_days(last.unwrap_or_default()).plus_days(1);
    let mut cuts = Vec::new();
    let mut end = run.end;
    loop {
        day = a_year_before(day);
        // A day of room: days begin elsewhere on the town's clock.
        let instant = Instant(i64::from(day.plus_days(-1).days()) * 24 * HOUR_MS);
        let cut = run.start + times.partition_point(|time| *time < instant);
        if cut < run.start + YEAR_ROWS_MIN {
            break;
        }
        if cut < end {
            cuts.push(cut);
            end = cut;
        }
    }
    cuts.reverse();
    cuts
}

/// What a file's columns hold, of those that hold anything: a column that is not there is missing throughout, and
/// its share of the footer is not paid for. In the order of the layout.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns([Option<Kind>; COLUMNS]);

/// Volumes, mean, V85, then the lists: who wants the counts only reads one range without them.
const COLUMNS: usize = 15 + 2 + 5;

/// Whole numbers are stored as such: they take half the room, and mean the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Whole,
    Any,
}

enum Values<'t> {
    Numbers(&'t Column),
    Fine(&'t Histograms<SPEED_BINS_5>),
    Coarse(&'t Histograms<SPEED_BINS_10>),
}

impl Columns {
    #[must_use]
    pub fn of(table: &CountTable) -> Self {
        let mut kinds = [None; COLUMNS];
        for (kind, (_, values)) in kinds.iter_mut().zip(optional_columns(table)) {
            *kind = values.kind();
        }
        Self(kinds)
    }

    /// Columns for the tables of both.
    #[must_use]
    pub fn with(mut self, other: &Self) -> Self {
        for (kind, other) in self.0.iter_mut().zip(&other.0) {
            *kind = match (*kind, *other) {
                (Some(Kind::Any), _) | (_, Some(Kind::Any)) => Some(Kind::Any),
                (one, another) => one.or(another),
            };
        }
        self
    }

    fn schema(&self) -> Schema {
        let time = DataType::Timestamp(TimeUnit::Millisecond, Some("UTC".into()));
        let mut fields = vec![
            Field::new(layout::SEGMENT, DataType::Utf8, false),
            Field::new(layout::START, time, false),
            Field::new(layout::MINUTES, DataType::Int32, false),
            Field::new(layout::UPTIME, DataType::Float64, true),
            Field::new(layout::SENSOR, DataType::Int32, true),
        ];
        let table = CountTable::new();
        for ((name, values), kind) in optional_columns(&table).into_iter().zip(self.0) {
            fields.extend(kind.map(|kind| Field::new(name, values.data_type(kind), true)));
        }
        Schema::new(fields)
    }
}

impl Kind {
    fn of<'v>(values: impl Iterator<Item = &'v f64>) -> Self {
        let is_whole =
            |v: &f64| v.fract() == 0.0 && v.abs() < 2e9 && !(*v == 0.0 && v.is_sign_negative());
        let mut values = values;
        if values.all(|v| v.is_nan() || is_whole(v)) {
            Self::Whole
        } else {
            Self::Any
        }
    }

    fn data_type(self) -> DataType {
        match self {
            Self::Whole => DataType::Int32,
            Self::Any => DataType::Float64,
        }
    }

    fn array(self, values: impl Iterator<Item = Option<f64>>) -> ArrayRef {
        match self {
            Self::Any => Arc::new(values.collect::<Float64Array>()),
            // Whole and small: `Kind::of` has seen each of them.
            #[allow(clippy::cast_possible_truncation)]
            Self::Whole => Arc::new(values.map(|v| v.map(|v| v as i32)).collect::<Int32Array>()),
        }
    }
}

impl Values<'_> {
    /// `None` where there is not a number.
    fn kind(&self) -> Option<Kind> {
        match self {
            Self::Numbers(column) => column.has_any().then(|| Kind::of(column.values())),
            Self::Fine(column) => column.has_any().then(|| Kind::of(column.values())),
            Self::Coarse(column) => column.has_any().then(|| Kind::of(column.values())),
        }
    }

    fn data_type(&self, kind: Kind) -> DataType {
        match self {
            Self::Numbers(_) => kind.data_type(),
            Self::Fine(_) | Self::Coarse(_) => DataType::List(element(kind)),
        }
    }

    fn array(&self, rows: &Range<usize>, kind: Kind) -> ArrayRef {
        match self {
            Self::Numbers(column) => kind.array(rows.clone().map(|row| column.get(row))),
            Self::Fine(column) => lists(rows, kind, |row| column.get(row)),
            Self::Coarse(column) => lists(rows, kind, |row| column.get(row)),
        }
    }
}

fn element(kind: Kind) -> Arc<Field> {
    Arc::new(Field::new("element", kind.data_type(), false))
}

/// In the order of the layout.
fn optional_columns(table: &CountTable) -> Vec<(String, Values<'_>)> {
    let mut columns: Vec<(String, Values<'_>)> = Vec::new();
    let sides = Mode::ALL
        .into_iter()
        .flat_map(|mode| Side::ALL.map(|side| layout::volume_column(mode, side)));
    for (name, column) in sides.zip(&table.volumes) {
        columns.push((name, Values::Numbers(column)));
    }
    let named = |name: &str| name.to_owned();
    columns.push((named(layout::MEAN), Values::Numbers(&table.mean_kmh)));
    columns.push((named(layout::V85), Values::Numbers(&table.v85)));
    columns.push((named(layout::SPEED_5), Values::Fine(&table.speed_5)));
    columns.push((named(layout::SPEED_10), Values::Coarse(&table.speed_10)));
    for (name, column) in layout::SPEED_5_SIDES.iter().zip(&table.speed_5_sides) {
        columns.push((named(name), Values::Fine(column)));
    }
    columns.push((
        named(layout::BIKE_SPEED_5),
        Values::Fine(&table.bike_speed_5),
    ));
    columns
}

fn properties() -> WriterProperties {
    let edges = |step: usize, bins: usize| {
        let edges: Vec<String> = (0..bins).map(|i| (i * step).to_string()).collect();
        edges.join(",")
    };
    let key = |column: &str| format!("{column}{}", layout::EDGES_SUFFIX);
    let start = ColumnPath::from(layout::START);
    // Its levels are bounded by the crate, and 12 is one of them.
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
        .build()
}

fn batch(
    table: &CountTable,
    columns: &Columns,
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
    let mut arrays: Vec<ArrayRef> = vec![
        Arc::new(segment.finish()),
        Arc::new(start.finish()),
        Arc::new(minutes.finish()),
        Kind::Any.array(rows.clone().map(|row| table.uptime.get(row))),
        Arc::new(sensor.finish()),
    ];
    for ((_, values), kind) in optional_columns(table).iter().zip(columns.0) {
        arrays.extend(kind.map(|kind| values.array(rows, kind)));
    }
    RecordBatch::try_new(Arc::clone(schema), arrays)
}

fn lists<'t, const N: usize>(
    rows: &Range<usize>,
    kind: Kind,
    get: impl Fn(usize) -> Option<&'t [f64; N]>,
) -> ArrayRef {
    let lengths = rows.clone().map(|row| get(row).map_or(0, |_| N));
    let offsets = OffsetBuffer::from_lengths(lengths);
    let values = rows.clone().filter_map(&get).flatten().map(|v| Some(*v));
    let values = kind.array(values);
    let there: NullBuffer = rows.clone().map(|row| get(row).is_some()).collect();
    Arc::new(ListArray::new(element(kind), offsets, values, Some(there)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::SegmentId;
    use crate::engine::sha256;
    use crate::publish::parts;
    use crate::read::published::counts;
    use crate::table::CountRow;
    use bytes::Bytes;

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
        let bytes = Bytes::from(encode(Path::new("counts/test.parquet"), &table.sorted()).unwrap());
        let parts = parts::parts("test", "counts/test.parquet", bytes.clone()).unwrap();
        let lengths = [("10", 50_u64, 1), ("20", 9_000, 1), ("30", 20_000, 2)];
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
    fn whole_numbers_are_stored_as_such_and_a_negative_zero_is_none() {
        assert!(Kind::of([1.0, f64::NAN, 0.0].iter()) == Kind::Whole);
        assert!(Kind::of([1.0, 0.5].iter()) == Kind::Any);
        assert!(Kind::of([-0.0].iter()) == Kind::Any);
        assert!(Kind::of([3e9].iter()) == Kind::Any);
    }

    #[test]
    fn a_mangled_part_is_an_error_and_not_a_panic() {
        let bytes = Bytes::from(encode(Path::new("x"), &table().sorted()).unwrap());
        let rows = parts::parts("x", "x", bytes.clone()).unwrap().remove(1);
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
        let unsorted = Bytes::from(encode(Path::new("x"), &table()).unwrap());
        let error = parts::parts("x", "counts/x.parquet", unsorted).unwrap_err();
        assert!(
            error.to_string().starts_with("counts/x.parquet, row "),
            "{error}"
        );
    }
}
