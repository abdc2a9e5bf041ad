//! Bicycles over inductive loops, one record each, as published for Münster's canal path:
//! `timestamp;sensor_index;lane_id;user_type;direction;speed`, day first, UTF-8 with a byte order mark.
//!
//! Somebody who rides over two loops makes two records in the same second: rows are passages of a loop, and
//! their number is too high by those. It is told how many share a second and a direction with another.
//! `in` is left, `out` is right. Speeds are as coarse as the counter writes them.

use super::{NOT_A_RECORD, OTHER_CLASS, OTHER_SIDE, Vehicle, Vehicles, civil, stem};
use crate::domain::{Mode, Side};
use crate::read::encoding::text_of;
use crate::read::telraam::NO_TIME;
use crate::read::{Place, ReadError};

pub const SAME_SECOND: &str = "another record of the same direction in the same second";
const HEADER: [&str; 6] = [
    "timestamp",
    "sensor_index",
    "lane_id",
    "user_type",
    "direction",
    "speed",
];

/// Reads one file; the site is called by the file.
pub fn read(file: &str, bytes: &[u8]) -> Result<Vehicles, ReadError> {
    let text = text_of(file, bytes, None)?;
    let mut lines = text.lines();
    let header: Vec<&str> = lines
        .next()
        .unwrap_or("")
        .split(';')
        .map(str::trim)
        .collect();
    let find = |name: &str| {
        header
            .iter()
            .position(|column| column.eq_ignore_ascii_case(name))
            .ok_or_else(|| ReadError::MissingColumn {
                file: file.to_owned(),
                place: Place::Line { line: 1, column: 1 },
                column: name.to_owned(),
                found: header.join("; "),
                expected: "records of loops",
            })
    };
    let [time, _, _, kind, direction, speed] = {
        let mut places = [0; 6];
        for (place, name) in places.iter_mut().zip(HEADER) {
            *place = find(name)?;
        }
        places
    };
    let mut found = Vehicles::new(file, stem(file), &[Mode::Bike]);
    stem(file).clone_into(&mut found.site.name);
    found.site.side_names = Some(("in".to_owned(), "out".to_owned()));
    let mut last = None;
    for (line, row) in lines.zip(2..) {
        if line.trim().is_empty() {
            continue;
        }
        let cells: Vec<&str> = line.split(';').map(str::trim).collect();
        let cell = |at: usize| cells.get(at).copied().unwrap_or("");
        if cells.len() != header.len() {
            found.report.refuse(NOT_A_RECORD, Place::row(row));
            continue;
        }
        let Some(civil_ms) = time_of(cell(time)) else {
            found.report.refuse(NO_TIME, Place::cell(row, "timestamp"));
            continue;
        };
        if !cell(kind).eq_ignore_ascii_case("cyclist") {
            found
                .report
                .refuse(OTHER_CLASS, Place::cell(row, "user_type"));
            continue;
        }
        let side = match cell(direction).to_lowercase().as_str() {
            "in" => Side::Left,
            "out" => Side::Right,
            _ => {
                found
                    .report
                    .refuse(OTHER_SIDE, Place::cell(row, "direction"));
                continue;
            }
        };
        if last == Some((civil_ms, side)) {
            found.report.warn(SAME_SECOND, Place::row(row));
        }
        last = Some((civil_ms, side));
        found.keep(Vehicle {
            civil_ms,
            side,
            mode: Mode::Bike,
            speed_kmh: cell(speed).parse().ok(),
            row,
        });
    }
    Ok(found)
}

/// `06/05/2024 00:33:10` or `06.05.2024 00:33:10`, day first.
fn time_of(text: &str) -> Option<i64> {
    let (date, time) = text.split_once(' ')?;
    let mut parts = date.split(['/', '.']);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let mut clock = time.split(':').map(|part| part.parse::<i64>().ok());
    let (hour, minute, second) = (clock.next()??, clock.next()??, clock.next()??);
    if !(0..24).contains(&hour) || !(0..60).contains(&minute) || !(0..60).contains(&second) {
        return None;
    }
    civil(
        year.parse().ok()?,
        month.parse().ok()?,
        day.parse().ok()?,
        hour * 3600 + minute * 60 + second,
    )
}
