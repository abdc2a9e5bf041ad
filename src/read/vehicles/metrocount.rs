//! MetroCount's list of vehicles over tubes: headings, a legend of classes, then a line per vehicle with
//! time, direction, headway, gap, speed (km/h), span and class; a last line says how many there should be.
//! Latin-1, in French as far as it was seen. Direction 0 is left, 1 is right.

use super::{MOTORCYCLE, NOT_A_RECORD, OTHER_CLASS, OTHER_SIDE, Vehicle, Vehicles, civil, stem};
use crate::domain::{Mode, Side};
use crate::read::telraam::NO_TIME;
use crate::read::{Place, ReadError};
use std::collections::BTreeMap;

pub const OTHER_NUMBER: &str = "the last line says another number of vehicles than the file has";
const EXPECTED: &str = "MetroCount's list of vehicles with its legend of classes";

/// Reads one file.
pub fn read(file: &str, bytes: &[u8]) -> Result<Vehicles, ReadError> {
    // Latin-1, with a control character here and there: each byte is its letter.
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let classes = classes_of(&text).ok_or_else(|| {
        let place = Place::Line { line: 1, column: 1 };
        ReadError::malformed(file, place, "no legend of classes", EXPECTED)
    })?;
    let (site, name) = site_of(&text).unwrap_or((stem(file), ""));
    let mut found = Vehicles::new(file, site, &[Mode::Car, Mode::Heavy]);
    name.clone_into(&mut found.site.name);
    let mut records = 0_u64;
    for (line, row) in text.lines().zip(1..) {
        if let Some(stated) = stated_number(line) {
            if stated != records {
                found.report.warn(OTHER_NUMBER, Place::row(row));
            }
            continue;
        }
        // Headings and legends come before the records and are none.
        if !line.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            continue;
        }
        records += 1;
        match record(line, row, &classes) {
            Ok(vehicle) => found.keep(vehicle),
            Err(why) => found.report.refuse(why, Place::row(row)),
        }
    }
    Ok(found)
}

/// `Place: [64210836] TCHO Marais Capitaine`: number and name.
fn site_of(text: &str) -> Option<(&str, &str)> {
    let line = text
        .lines()
        .find(|line| line.contains('[') && line.contains(':'))?;
    let (_, rest) = line.split_once('[')?;
    let (number, name) = rest.split_once(']')?;
    let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_alphanumeric());
    is_number.then(|| (number, name.trim()))
}

/// `1-MC 2-VL 3-UT …`, from the line of the legend: what each number is.
fn classes_of(text: &str) -> Option<BTreeMap<u8, Result<Mode, &'static str>>> {
    let line = text
        .lines()
        .find(|line| line.contains("1-") && line.contains("2-") && line.contains(':'))?;
    let (_, legend) = line.split_once(':')?;
    let classes: BTreeMap<u8, Result<Mode, &'static str>> = legend
        .split_whitespace()
        .filter_map(|entry| {
            let (number, label) = entry.split_once('-')?;
            Some((number.parse().ok()?, mode_of(label)))
        })
        .collect();
    (classes.len() > 1).then_some(classes)
}

/// `VL` is a light vehicle, `UT` a van: heavy, as second-generation Telraams count it.
fn mode_of(label: &str) -> Result<Mode, &'static str> {
    match label {
        "MC" => Err(MOTORCYCLE),
        "VL" => Ok(Mode::Car),
        "CY" | "VELO" => Ok(Mode::Bike),
        _ if label.starts_with(['U', 'B', 'P', 'S', 'T', 'A', 'E', 'G']) => Ok(Mode::Heavy),
        _ => Err(OTHER_CLASS),
    }
}

/// `… = 25867 / 27855 (92.86%)`: the first number.
fn stated_number(line: &str) -> Option<u64> {
    let (_, rest) = line.split_once(" = ")?;
    let (number, rest) = rest.split_once(" / ")?;
    rest.contains('%').then(|| number.trim().parse().ok())?
}

/// `2021-09-21 06:46:20   0 1017.4 1017.0  28.1   3.1   2`
fn record(
    line: &str,
    row: u64,
    classes: &BTreeMap<u8, Result<Mode, &'static str>>,
) -> Result<Vehicle, &'static str> {
    let cells: Vec<&str> = line.split_whitespace().collect();
    let [date, time, direction, _, _, speed, _, class] = cells.as_slice() else {
        return Err(NOT_A_RECORD);
    };
    let civil_ms = time_of(date, time).ok_or(NO_TIME)?;
    let class: u8 = class.parse().map_err(|_| OTHER_CLASS)?;
    let side = match *direction {
        "0" => Side::Left,
        "1" => Side::Right,
        _ => return Err(OTHER_SIDE),
    };
    Ok(Vehicle {
        civil_ms,
        side,
        mode: classes.get(&class).copied().unwrap_or(Err(OTHER_CLASS))?,
        speed_kmh: Some(speed.replace(',', ".").parse().map_err(|_| NOT_A_RECORD)?),
        row,
    })
}

fn time_of(date: &str, time: &str) -> Option<i64> {
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let mut clock = time.split(':').map(|part| part.parse::<i64>().ok());
    let (hour, minute, second) = (clock.next()??, clock.next()??, clock.next()??);
    if !(0..60).contains(&minute) || !(0..60).contains(&second) || !(0..24).contains(&hour) {
        return None;
    }
    civil(
        year.parse().ok()?,
        month.parse().ok()?,
        day.parse().ok()?,
        hour * 3600 + minute * 60 + second,
    )
}
