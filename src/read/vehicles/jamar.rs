//! JAMAR's lists of vehicles over tubes: some lines of preamble, a header, then a record per vehicle with US
//! date, 12-hour clock, channel (1 is left, 2 is right), FHWA class and speed in miles per hour.
//!
//! Of the FHWA's classes 1 are motorcycles, 2 cars, 3 pickups and vans (heavy, as second-generation Telraams
//! count them), 4 buses, 5 to 13 lorries. 14 and 15 could not be told – but in lists of bicycles, which the
//! town file declares with `mode = "bike"`, they are bicycles, 15 against the direction of the lane.

use super::{
    KMH_PER_MPH, MOTORCYCLE, NOT_A_RECORD, OTHER_CLASS, OTHER_SIDE, Vehicle, Vehicles, civil, stem,
};
use crate::domain::{Mode, Side};
use crate::read::encoding::text_of;
use crate::read::telraam::NO_TIME;
use crate::read::{Place, ReadError};

pub const UNTOLD: &str = "a vehicle that the counter could not class";
const HEADER: &str = "Veh. No., Date, Time, Channel, Class, Speed";
/// A header that has not come by then does not come.
const LONGEST_PREAMBLE: usize = 20;

/// Reads one file. `only` is what the town file says is counted, where the classes do not.
pub fn read(file: &str, bytes: &[u8], only: Option<Mode>) -> Result<Vehicles, ReadError> {
    let text = text_of(file, bytes, None)?;
    let is_header = |line: &str| {
        let columns = line.split(',').map(|c| c.trim().to_lowercase());
        columns.eq(HEADER.split(',').map(|c| c.trim().to_lowercase()))
    };
    let header = text.lines().take(LONGEST_PREAMBLE).position(is_header);
    let Some(header) = header else {
        let line = text.lines().take(LONGEST_PREAMBLE).count() as u64;
        return Err(ReadError::malformed(
            file,
            Place::Line { line, column: 1 },
            "no header up to here",
            format!("the header {HEADER:?}"),
        ));
    };
    let preamble = |key: &str| {
        text.lines().take(header).find_map(|line| {
            let (name, value) = line.split_once(',')?;
            (name.trim().trim_end_matches(':') == key).then(|| value.trim())
        })
    };
    let site = preamble("Site Code").filter(|site| !site.is_empty());
    let modes: &[Mode] = if only == Some(Mode::Bike) {
        &[Mode::Bike]
    } else {
        &[Mode::Car, Mode::Heavy]
    };
    let mut found = Vehicles::new(file, site.unwrap_or_else(|| stem(file)), modes);
    found.stated.0 = preamble("Date/Time").and_then(|text| {
        let (date, time) = text.split_once(' ')?;
        time_of(date, time)
    });
    for (line, row) in text.lines().zip(1..).skip(header + 1) {
        if line.trim().is_empty() {
            continue;
        }
        match record(line, row, only) {
            Ok(vehicle) => found.keep(vehicle),
            Err(why) => found.report.refuse(why, Place::row(row)),
        }
    }
    Ok(found)
}

/// `2, 11/6/2023, 11:55:01 AM, 2, 3, 39.3`
fn record(line: &str, row: u64, only: Option<Mode>) -> Result<Vehicle, &'static str> {
    let cells: Vec<&str> = line.split(',').map(str::trim).collect();
    let [_, date, time, channel, class, speed] = cells.as_slice() else {
        return Err(NOT_A_RECORD);
    };
    let civil_ms = time_of(date, time).ok_or(NO_TIME)?;
    let side = match *channel {
        "1" => Side::Left,
        "2" => Side::Right,
        _ => return Err(OTHER_SIDE),
    };
    let class: u8 = class.parse().map_err(|_| OTHER_CLASS)?;
    let mph: f64 = speed.parse().map_err(|_| NOT_A_RECORD)?;
    Ok(Vehicle {
        civil_ms,
        side,
        mode: mode_of(class, only)?,
        speed_kmh: Some(mph * KMH_PER_MPH),
        row,
    })
}

const fn mode_of(class: u8, only: Option<Mode>) -> Result<Mode, &'static str> {
    match (class, only) {
        (14 | 15, Some(Mode::Bike)) => Ok(Mode::Bike),
        (_, Some(Mode::Bike)) => Err(OTHER_CLASS),
        (1, _) => Err(MOTORCYCLE),
        (2, _) => Ok(Mode::Car),
        (3..=13, _) => Ok(Mode::Heavy),
        (14 | 15, _) => Err(UNTOLD),
        _ => Err(OTHER_CLASS),
    }
}

/// `11/6/2023` and `11:55:01 AM`: month first.
fn time_of(date: &str, time: &str) -> Option<i64> {
    let mut parts = date.split('/');
    let (month, day, year) = (parts.next()?, parts.next()?, parts.next()?);
    let (clock, half) = time.trim().split_once(' ')?;
    let mut clock = clock.split(':').map(|part| part.parse::<i64>().ok());
    let (hour, minute, second) = (clock.next()??, clock.next()??, clock.next()??);
    if !(1..=12).contains(&hour) || !(0..60).contains(&minute) || !(0..60).contains(&second) {
        return None;
    }
    let hour = match half.trim() {
        "AM" => hour % 12,
        "PM" => hour % 12 + 12,
        _ => return None,
    };
    civil(
        year.trim().parse().ok()?,
        month.trim().parse().ok()?,
        day.trim().parse().ok()?,
        hour * 3600 + minute * 60 + second,
    )
}
