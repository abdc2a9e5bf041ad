//! Telraam counts as Parquet or Arrow IPC: speed classes in eight columns as "Berlin zählt Mobilität"
//! publishes them, or as a list column with Telraam's own name.

use super::arrow_batches::Batches;
use super::counts::Counts;
use super::error::ReadError;
use super::foreign::decode;
use super::local_time::{AMBIGUOUS, LocalTimes};
use super::parquet_cells::{Cells, TimeCell};
use super::place::Place;
use super::telraam::{
    Hour, NO_SEGMENT, NO_TIME, OTHER_INTERVAL, generation_by_night, minutes_of_interval,
    volume_field,
};
use super::telraam_csv::generation;
use crate::domain::{Mode, SegmentId, Side, Zone};
use crate::quality::schema_drift::Drift;
use arrow_array::RecordBatch;
use arrow_schema::Schema;

const EXPECTED: &str = "Telraam Parquet";
/// Names of the column with the start of the interval, best first.
const DATE_COLUMNS: [&str; 4] = ["date", "date_utc", "start", "date_local"];
/// Columns of "Berlin zählt" that repeat the date in words, or say nothing that is kept.
const PASSED_OVER: [&str; 18] = [
    "hour",
    "last_data_package",
    "street_selection",
    "year",
    "monat",
    "jahr_monat",
    "year_week",
    "wochentag",
    "date",
    "date_hour",
    "day",
    "month",
    "weekday",
    "year_month",
    "timezone",
    "direction",
    "instance_id",
    "interval",
];
const CLASSES_10: [&str; 8] = [
    "car_speed0",
    "car_speed10",
    "car_speed20",
    "car_speed30",
    "car_speed40",
    "car_speed50",
    "car_speed60",
    "car_speed70",
];

/// Reads a Telraam Parquet file. `zone` is that of times without an offset, where the town file declares one.
pub fn read(file: &str, bytes: &[u8], zone: Option<Zone>) -> Result<Counts, ReadError> {
    decode(file, EXPECTED, || rows(file, bytes, zone))
}

fn rows(file: &str, bytes: &[u8], zone: Option<Zone>) -> Result<Counts, ReadError> {
    let mut batches = Batches::open(file, bytes, EXPECTED)?;
    let mut counts = Counts::new(file);
    let mut times = zone.map(LocalTimes::new);
    let columns = Columns::find(file, &batches.schema, &mut counts)?;
    while let Some((batch, first)) = batches.next_batch()? {
        let cells = columns.cells(&batch);
        for (i, row_number) in (0..batch.num_rows()).zip(first..) {
            take(file, &cells, i, &mut times, row_number, &mut counts)?;
        }
    }
    Ok(counts)
}

/// Where things are in a batch: column numbers.
#[derive(Debug)]
struct Columns {
    segment: usize,
    date: usize,
    uptime: usize,
    interval: Option<usize>,
    hardware: Option<usize>,
    v85: Option<usize>,
    street: Option<usize>,
    classes_10: Vec<usize>,
    list_5: Option<usize>,
    list_10: Option<usize>,
    volumes: Vec<(Mode, Side, usize)>,
}

/// The same with the cells of one batch.
struct Batch<'b> {
    segment: Cells<'b>,
    date: Cells<'b>,
    uptime: Cells<'b>,
    interval: Option<Cells<'b>>,
    hardware: Option<Cells<'b>>,
    v85: Option<Cells<'b>>,
    street: Option<Cells<'b>>,
    classes_10: Vec<Cells<'b>>,
    list_5: Option<Cells<'b>>,
    list_10: Option<Cells<'b>>,
    volumes: Vec<(Mode, Side, Cells<'b>)>,
}

impl Columns {
    fn find(file: &str, schema: &Schema, counts: &mut Counts) -> Result<Self, ReadError> {
        let names: Vec<String> = schema
            .fields()
            .iter()
            .map(|field| field.name().to_lowercase())
            .collect();
        let find = |name: &str| names.iter().position(|n| n == name);
        let need = |found: Option<usize>, column: &str| {
            found.ok_or_else(|| ReadError::MissingColumn {
                file: file.to_owned(),
                place: Place::File,
                column: column.to_owned(),
                found: names.join(", "),
                expected: EXPECTED,
            })
        };
        // "Berlin zählt" has a text column `date` beside the time `date_local`.
        let date = DATE_COLUMNS
            .iter()
            .filter_map(|name| find(name))
            .find(|i| {
                schema
                    .fields()
                    .get(*i)
                    .is_some_and(|f| super::parquet_cells::is_time(f.data_type()))
            })
            .or_else(|| DATE_COLUMNS.iter().find_map(|name| find(name)));
        let volumes: Vec<_> = names
            .iter()
            .enumerate()
            .filter_map(|(i, name)| volume_field(name).map(|(mode, side)| (mode, side, i)))
            .collect();
        let has_cars = volumes
            .iter()
            .any(|v| (v.0, v.1) == (Mode::Car, Side::Both));
        let mut classes_10: Vec<usize> = CLASSES_10.iter().filter_map(|n| find(n)).collect();
        if classes_10.len() != CLASSES_10.len() {
            classes_10.clear();
        }
        let found = Self {
            segment: need(find("segment_id"), "segment_id")?,
            date: need(date, "date_local")?,
            uptime: need(find("uptime"), "uptime")?,
            interval: find("interval"),
            hardware: find("hardware_version"),
            v85: find("v85"),
            street: find("id_street").or_else(|| find("street_name")),
            classes_10,
            list_5: find("car_speed_hist_0to120plus"),
            list_10: find("car_speed_hist_0to70plus"),
            volumes,
        };
        need(has_cars.then_some(0), "car_total")?;
        for (i, name) in names.iter().enumerate() {
            if !found.uses(i) && !PASSED_OVER.contains(&name.as_str()) {
                counts
                    .report
                    .warn(&Drift::Column(name).to_string(), Place::cell(1, name));
            }
        }
        Ok(found)
    }

    fn uses(&self, i: usize) -> bool {
        let single = [
            Some(self.segment),
            Some(self.date),
            Some(self.uptime),
            self.interval,
            self.hardware,
            self.v85,
            self.street,
            self.list_5,
            self.list_10,
        ];
        single.contains(&Some(i))
            || self.classes_10.contains(&i)
            || self.volumes.iter().any(|v| v.2 == i)
    }

    fn cells<'b>(&self, batch: &'b RecordBatch) -> Batch<'b> {
        let cells = |i: usize| Cells::of(batch.columns().get(i));
        Batch {
            segment: cells(self.segment),
            date: cells(self.date),
            uptime: cells(self.uptime),
            interval: self.interval.map(cells),
            hardware: self.hardware.map(cells),
            v85: self.v85.map(cells),
            street: self.street.map(cells),
            classes_10: self.classes_10.iter().copied().map(cells).collect(),
            list_5: self.list_5.map(cells),
            list_10: self.list_10.map(cells),
            volumes: self
                .volumes
                .iter()
                .map(|(mode, side, i)| (*mode, *side, cells(*i)))
                .collect(),
        }
    }
}

fn take(
    file: &str,
    cells: &Batch<'_>,
    i: usize,
    times: &mut Option<LocalTimes>,
    row_number: u64,
    counts: &mut Counts,
) -> Result<(), ReadError> {
    let Some(segment) = cells
        .segment
        .text(i)
        .filter(|id| !id.is_empty() && id != "-1")
    else {
        counts
            .report
            .refuse(NO_SEGMENT, Place::cell(row_number, "segment_id"));
        return Ok(());
    };
    let segment = SegmentId(segment);
    let date_place = || Place::cell(row_number, "date");
    let read = match (cells.date.time(i), times) {
        (Some(TimeCell::Utc(instant)), _) => Ok((instant, false)),
        (Some(TimeCell::Civil(ms)), Some(times)) => times
            .instant(&segment, ms)
            .map(|read| (read.instant, read.is_ambiguous)),
        (Some(TimeCell::Civil(_)), None) => {
            return Err(ReadError::Undeclared {
                file: file.to_owned(),
                place: date_place(),
                found: "a time without an offset".to_owned(),
                expected: "zone = \"Europe/Brussels\" or the like".to_owned(),
            });
        }
        (None, _) => Err(NO_TIME),
    };
    let start = match read {
        Ok((start, is_ambiguous)) => {
            if is_ambiguous {
                counts.report.warn(AMBIGUOUS, date_place());
            }
            start
        }
        Err(why) => {
            counts.report.refuse(why, date_place());
            return Ok(());
        }
    };
    let mut hour = Hour::empty(segment, start);
    if let Some(interval) = cells.interval.as_ref().and_then(|c| c.text(i)) {
        let Some(minutes) = minutes_of_interval(&interval) else {
            counts
                .report
                .refuse(OTHER_INTERVAL, Place::cell(row_number, "interval"));
            return Ok(());
        };
        hour.minutes = minutes;
    }
    hour.uptime = cells.uptime.number(i);
    hour.v85 = cells.v85.as_ref().and_then(|c| c.number(i));
    let mut night = None;
    let mut has_night = false;
    for (mode, side, column) in &cells.volumes {
        let value = column.number(i);
        hour.set_volume(*mode, *side, value);
        if (*mode, *side) == (Mode::Night, Side::Both) {
            has_night = true;
            night = value;
        }
    }
    hour.shares_5 = cells.list_5.as_ref().and_then(|c| c.numbers(i));
    hour.shares_10 = cells.list_10.as_ref().and_then(|c| c.numbers(i));
    if hour.shares_10.is_none() && !cells.classes_10.is_empty() {
        // One class that is missing makes the whole histogram unknown.
        hour.shares_10 = cells.classes_10.iter().map(|c| c.number(i)).collect();
    }
    let stated = generation(cells.hardware.as_ref().and_then(|c| c.number(i)));
    hour.sensor = stated.or_else(|| generation_by_night(has_night, night));
    if let Some(name) = cells.street.as_ref().and_then(|c| c.text(i)) {
        counts.name_street(&hour.segment, without_id(&name, &hour.segment));
    }
    counts.take(&hour, row_number);
    Ok(())
}

/// `Dörpfeldstraße (9000001786)` names the segment as well as the street.
fn without_id<'n>(name: &'n str, segment: &SegmentId) -> &'n str {
    name.strip_suffix(&format!("({segment})")).unwrap_or(name)
}
