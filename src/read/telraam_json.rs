//! Telraam's JSON: an answer of the API (`{status_code, message, report: [row…]}`),
//! a recording of one (`{device_id, month, data: [row…], lastUpdated}`), or the rows alone.

use super::counts::Counts;
use super::error::ReadError;
use super::place::Place;
use super::report::ReadReport;
use super::telraam::{
    Hour, NO_NUMBER, NO_SEGMENT, NO_TIME, OTHER_INTERVAL, generation_by_night, minutes_of_interval,
    volume_field,
};
use crate::domain::{Instant, Mode, SegmentId, SensorGeneration, Side};
use crate::quality::schema_drift::Drift;
use serde_json::{Map, Value};

const EXPECTED: &str = "Telraam JSON with a list `report` or `data`";
/// Fields that are known and hold nothing that is kept.
const PASSED_OVER: [&str; 5] = ["instance_id", "direction", "timezone", "interval", "date"];

/// Reads the rows of a Telraam JSON file. `file` is only for messages.
pub fn read(file: &str, bytes: &[u8]) -> Result<Counts, ReadError> {
    let value: Value =
        serde_json::from_slice(bytes).map_err(|error| ReadError::json(file, &error, EXPECTED))?;
    let mut counts = Counts::new(file);
    for row in rows_of(file, &value, &mut counts)?.iter().zip(1..) {
        take(row.0, row.1, &mut counts);
    }
    Ok(counts)
}

fn rows_of<'v>(
    file: &str,
    value: &'v Value,
    counts: &mut Counts,
) -> Result<&'v [Value], ReadError> {
    let wrong = |found: &str| ReadError::malformed(file, Place::File, found, EXPECTED);
    let document = match value {
        Value::Array(rows) => return Ok(rows),
        Value::Object(document) => document,
        _ => return Err(wrong("a single value")),
    };
    if let Some(status) = document.get("status_code").and_then(Value::as_i64)
        && status != 200
    {
        let message = document.get("message").and_then(Value::as_str);
        return Err(ReadError::Refused {
            file: file.to_owned(),
            found: format!("{status} ({})", message.unwrap_or("no message")),
        });
    }
    counts.retrieved = document
        .get("lastUpdated")
        .and_then(Value::as_str)
        .and_then(Instant::parse);
    if document.contains_key("days") {
        return Err(wrong("daily sums, from which no hour can be recovered"));
    }
    document
        .get("report")
        .or_else(|| document.get("data"))
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .ok_or_else(|| wrong("no such list"))
}

fn take(value: &Value, row_number: u64, counts: &mut Counts) {
    let Value::Object(row) = value else {
        let place = Place::row(row_number);
        return counts.report.refuse("the row is not an object", place);
    };
    match hour_of(row, row_number, &mut counts.report) {
        Ok(hour) => {
            if let Some(name) = row.get("street_name").and_then(Value::as_str) {
                counts.name_street(&hour.segment, name);
            }
            counts.take(&hour, row_number);
        }
        Err((why, field)) => {
            let place = Place::cell(row_number, &field);
            counts.report.refuse(why, place);
        }
    }
}

type Refusal = (&'static str, String);

fn hour_of(
    row: &Map<String, Value>,
    row_number: u64,
    report: &mut ReadReport,
) -> Result<Hour, Refusal> {
    let refused = |why, field: &str| (why, field.to_owned());
    let segment =
        segment_id(row.get("segment_id")).ok_or_else(|| refused(NO_SEGMENT, "segment_id"))?;
    let start = row
        .get("date")
        .and_then(Value::as_str)
        .and_then(Instant::parse)
        .ok_or_else(|| refused(NO_TIME, "date"))?;
    let mut hour = Hour::empty(segment, start);
    hour.minutes = match row.get("interval") {
        None | Some(Value::Null) => 60,
        Some(interval) => interval
            .as_str()
            .and_then(minutes_of_interval)
            .ok_or_else(|| refused(OTHER_INTERVAL, "interval"))?,
    };
    let mut stated = None;
    for (name, value) in row {
        if let Some((mode, side)) = volume_field(name) {
            hour.set_volume(mode, side, number(value).map_err(|why| refused(why, name))?);
            continue;
        }
        match name.as_str() {
            "uptime" => hour.uptime = number(value).map_err(|why| refused(why, name))?,
            "v85" => hour.v85 = number(value).map_err(|why| refused(why, name))?,
            "car_speed_hist_0to120plus" => hour.shares_5 = numbers(value),
            "car_speed_hist_0to70plus" => hour.shares_10 = numbers(value),
            "hardware_version" => stated = generation(value),
            "segment_id" | "street_name" => {}
            known if PASSED_OVER.contains(&known) => {}
            unknown => report.warn(
                &Drift::Field(unknown).to_string(),
                Place::cell(row_number, unknown),
            ),
        }
    }
    let night = hour
        .volumes
        .get(Mode::Night.index())
        .and_then(|sides| sides.get(Side::Both.index()).copied().flatten());
    hour.sensor = stated.or_else(|| generation_by_night(row.contains_key("night"), night));
    Ok(hour)
}

fn generation(value: &Value) -> Option<SensorGeneration> {
    let number = value.as_u64().and_then(|n| u8::try_from(n).ok())?;
    SensorGeneration::from_number(number)
}

/// −1 stands for "none", as on the level of single counters.
fn segment_id(value: Option<&Value>) -> Option<SegmentId> {
    match value? {
        Value::Number(n) => n
            .as_u64()
            .filter(|n| *n > 0)
            .map(|n| SegmentId(n.to_string())),
        Value::String(text) if !text.trim().is_empty() && text.trim() != "-1" => {
            Some(SegmentId(text.trim().to_owned()))
        }
        _ => None,
    }
}

/// Missing numbers are `null` in reports and `""` in snapshots.
fn number(value: &Value) -> Result<Option<f64>, &'static str> {
    match value {
        Value::Null => Ok(None),
        Value::String(text) if text.trim().is_empty() => Ok(None),
        Value::Number(number) => number.as_f64().map(Some).ok_or(NO_NUMBER),
        _ => Err(NO_NUMBER),
    }
}

/// A list of numbers. One that holds anything else comes back empty, so that
/// the speeds are left out and reported.
fn numbers(value: &Value) -> Option<Vec<f64>> {
    match value {
        Value::Null => None,
        Value::Array(list) => {
            let numbers: Option<Vec<f64>> = list.iter().map(Value::as_f64).collect();
            Some(numbers.unwrap_or_default())
        }
        _ => Some(Vec::new()),
    }
}
