//! Telraam's rows as CSV: the fields of the API as columns, histograms as lists in quoted cells.

use super::counts::Counts;
use super::error::ReadError;
use super::local_time::{AMBIGUOUS, LocalTimes, civil_ms};
use super::place::Place;
use super::telraam::{
    Hour, NO_NUMBER, NO_SEGMENT, NO_TIME, OTHER_INTERVAL, generation_by_night, minutes_of_interval,
    volume_field,
};
use crate::domain::{Instant, Mode, SegmentId, SensorGeneration, Side, Zone};
use crate::quality::schema_drift::Drift;
use csv::StringRecord;

const EXPECTED: &str = "Telraam CSV";
pub const OTHER_WIDTH: &str = "the row has not as many fields as the header";

/// What a column holds.
#[derive(Clone, Debug, PartialEq)]
enum Field {
    Segment,
    Date,
    Interval,
    Uptime,
    Volume(Mode, Side),
    Shares5,
    Shares10,
    V85,
    Hardware,
    StreetName,
    /// Known, and nothing that is kept.
    PassedOver,
}

/// Reads a Telraam CSV file. `zone` is that of times without an offset, where the town file declares one.
pub fn read(file: &str, bytes: &[u8], zone: Option<Zone>) -> Result<Counts, ReadError> {
    let text = std::str::from_utf8(bytes).map_err(|e| ReadError::encoding(file, bytes, &e))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(true)
        .from_reader(text.as_bytes());
    let header = reader
        .headers()
        .map_err(|error| csv_error(file, &error))?
        .clone();
    let mut counts = Counts::new(file);
    let fields = fields_of(file, &header, &mut counts)?;
    let mut times = zone.map(LocalTimes::new);
    let mut record = StringRecord::new();
    // The header is line 1, so the first row of data is row 2, as in a spreadsheet.
    let mut row_number = 1;
    while reader
        .read_record(&mut record)
        .map_err(|error| csv_error(file, &error))?
    {
        row_number += 1;
        if record.len() != header.len() {
            counts.report.refuse(OTHER_WIDTH, Place::row(row_number));
            continue;
        }
        take(
            file,
            &record,
            &header,
            &fields,
            &mut times,
            row_number,
            &mut counts,
        )?;
    }
    Ok(counts)
}

fn fields_of(
    file: &str,
    header: &StringRecord,
    counts: &mut Counts,
) -> Result<Vec<Field>, ReadError> {
    let mut fields = Vec::new();
    for name in header {
        let lower = name.trim().to_lowercase();
        let field = match lower.as_str() {
            "segment_id" => Field::Segment,
            "date" => Field::Date,
            "interval" => Field::Interval,
            "uptime" => Field::Uptime,
            "car_speed_hist_0to120plus" => Field::Shares5,
            "car_speed_hist_0to70plus" => Field::Shares10,
            "v85" => Field::V85,
            "hardware_version" => Field::Hardware,
            "street_name" => Field::StreetName,
            "instance_id" | "direction" | "timezone" => Field::PassedOver,
            other => {
                if let Some((mode, side)) = volume_field(other) {
                    Field::Volume(mode, side)
                } else {
                    counts
                        .report
                        .warn(&Drift::Column(name).to_string(), Place::cell(1, name));
                    Field::PassedOver
                }
            }
        };
        fields.push(field);
    }
    for (needed, name) in [
        (Field::Segment, "segment_id"),
        (Field::Date, "date"),
        (Field::Uptime, "uptime"),
        (Field::Volume(Mode::Car, Side::Both), "car"),
    ] {
        if !fields.contains(&needed) {
            return Err(ReadError::MissingColumn {
                file: file.to_owned(),
                place: Place::Line { line: 1, column: 1 },
                column: name.to_owned(),
                found: header.iter().collect::<Vec<_>>().join(", "),
                expected: EXPECTED,
            });
        }
    }
    Ok(fields)
}

fn take(
    file: &str,
    record: &StringRecord,
    header: &StringRecord,
    fields: &[Field],
    times: &mut Option<LocalTimes>,
    row_number: u64,
    counts: &mut Counts,
) -> Result<(), ReadError> {
    let cell = |wanted: &Field| {
        fields
            .iter()
            .position(|field| field == wanted)
            .and_then(|i| record.get(i))
            .unwrap_or("")
            .trim()
    };
    let segment = cell(&Field::Segment);
    if segment.is_empty() || segment == "-1" {
        counts
            .report
            .refuse(NO_SEGMENT, Place::cell(row_number, "segment_id"));
        return Ok(());
    }
    let segment = SegmentId(segment.to_owned());
    let date = cell(&Field::Date);
    let start = match (Instant::parse(date), times) {
        (Some(instant), _) => instant,
        (None, Some(times)) => match times.instant_of_text(&segment, date) {
            Ok(read) => {
                if read.is_ambiguous {
                    counts
                        .report
                        .warn(AMBIGUOUS, Place::cell(row_number, "date"));
                }
                read.instant
            }
            Err(why) => {
                counts.report.refuse(why, Place::cell(row_number, "date"));
                return Ok(());
            }
        },
        (None, None) if civil_ms(date).is_some() => {
            return Err(ReadError::Undeclared {
                file: file.to_owned(),
                place: Place::cell(row_number, "date"),
                found: format!("the time {date:?} without an offset"),
                expected: "zone = \"Europe/Brussels\" or the like".to_owned(),
            });
        }
        (None, None) => {
            counts
                .report
                .refuse(NO_TIME, Place::cell(row_number, "date"));
            return Ok(());
        }
    };
    let mut hour = Hour::empty(segment, start);
    let mut stated = None;
    let mut night = None;
    for ((field, text), name) in fields.iter().zip(record).zip(header) {
        let value = number(text);
        let slot = match field {
            Field::Uptime => &mut hour.uptime,
            Field::V85 => &mut hour.v85,
            Field::Volume(mode, side) => {
                if let Ok(value) = value {
                    hour.set_volume(*mode, *side, value);
                    if (*mode, *side) == (Mode::Night, Side::Both) {
                        night = value;
                    }
                }
                &mut None
            }
            Field::Shares5 => {
                hour.shares_5 = list(text);
                continue;
            }
            Field::Shares10 => {
                hour.shares_10 = list(text);
                continue;
            }
            Field::Interval => {
                let Some(minutes) = minutes_of_interval(text) else {
                    counts
                        .report
                        .refuse(OTHER_INTERVAL, Place::cell(row_number, name));
                    return Ok(());
                };
                hour.minutes = minutes;
                continue;
            }
            Field::Hardware => {
                stated = value.ok().flatten();
                continue;
            }
            Field::StreetName => {
                counts.name_street(&hour.segment, text);
                continue;
            }
            Field::Segment | Field::Date | Field::PassedOver => continue,
        };
        match value {
            Ok(value) => *slot = value,
            Err(why) => {
                counts.report.refuse(why, Place::cell(row_number, name));
                return Ok(());
            }
        }
    }
    let has_night = fields.contains(&Field::Volume(Mode::Night, Side::Both));
    hour.sensor = generation(stated).or_else(|| generation_by_night(has_night, night));
    counts.take(&hour, row_number);
    Ok(())
}

/// 1 or 2, also as published by way of floating point (`2.0`).
pub(super) fn generation(number: Option<f64>) -> Option<SensorGeneration> {
    match number {
        Some(1.0) => Some(SensorGeneration::V1),
        Some(2.0) => Some(SensorGeneration::S2),
        _ => None,
    }
}

/// An empty cell is missing, never zero.
fn number(text: &str) -> Result<Option<f64>, &'static str> {
    match text.trim() {
        "" | "null" | "None" | "NaN" | "nan" => Ok(None),
        text => text.parse().map(Some).map_err(|_| NO_NUMBER),
    }
}

/// `[0.0, 12.5, …]`. What is not a list of numbers comes back empty, so that
/// the speeds are left out and reported.
fn list(text: &str) -> Option<Vec<f64>> {
    let text = text.trim();
    if text.is_empty() || text == "null" || text == "None" {
        return None;
    }
    let inner = text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or("");
    let numbers: Result<Vec<f64>, _> = inner.split(',').map(|n| n.trim().parse()).collect();
    Some(numbers.unwrap_or_default())
}

pub(super) fn csv_error(file: &str, error: &csv::Error) -> ReadError {
    let place = error.position().map_or(Place::File, |p| Place::Line {
        line: p.line(),
        column: 1,
    });
    ReadError::malformed(file, place, error.to_string(), "comma-separated rows")
}
