//! JAMAR: `Veh. No., Date, Time, Channel, Class, Speed`, a vehicle a line, below lines of preamble. American
//! dates, a clock of 12 hours, miles per hour, classes of the FHWA. Channel 1 is left and 2 is right, unless
//! `lanes` says otherwise. The preamble's time is when the box was set up, so the first and the last
//! record say what was counted.

use super::declared::Declared;
use super::jamar_quarters;
use super::metrocount::finite;
use super::{MOTORCYCLE, UNKNOWN_CLASS, Vehicle, Vehicles};
use crate::domain::{Mode, Side};
use crate::read::counts::Counts;
use crate::read::encoding::text_of;
use crate::read::error::ReadError;
use crate::read::place::Place;
use crate::read::telraam::{NO_NUMBER, NO_TIME};
use crate::read::telraam_csv::OTHER_WIDTH;
use crate::read::written_time::{self, DateOrder, Written};

pub const UNCLASSIFIED: &str = "class 14 or 15: the counter could not classify it";

/// km/h of one mile per hour.
pub const MPH: f64 = 1.609_344;
const RECORDS: [&str; 6] = ["Veh. No.", "Date", "Time", "Channel", "Class", "Speed"];
const EXPECTED: &str = "`Veh. No., Date, Time, Channel, Class, Speed` or `Number, Date, Time, Channel 1` above the data";

/// What a file of this make holds.
#[derive(Debug)]
pub enum Read {
    Vehicles(Box<Vehicles>),
    Counts(Box<Counts>),
}

pub(super) fn cells(line: &str) -> Vec<&str> {
    line.split(',')
        .map(|cell| cell.trim().trim_matches('"').trim())
        .collect()
}

/// The side of a channel that nobody declares.
pub(super) const fn usual_side(channel: &[u8]) -> Option<Side> {
    match channel {
        b"1" => Some(Side::Left),
        b"2" => Some(Side::Right),
        _ => None,
    }
}

/// Date and time as they are written in America, as civil time.
pub(super) fn civil_ms(date: &str, time: &str) -> Result<i64, &'static str> {
    match written_time::parse(&format!("{date} {time}"), Some(DateOrder::Mdy)) {
        Ok(Written::Civil(ms)) => Ok(ms),
        _ => Err(NO_TIME),
    }
}

/// Reads a file of vehicles or of sums by 15 minutes. `mode = "bike"` says that class 14 is bicycles, as
/// counters that are set up for them write it; sums say nothing of what was counted and need a mode.
pub fn read(file: &str, bytes: &[u8], declared: &Declared<'_>) -> Result<Read, ReadError> {
    let text = text_of(file, bytes, None)?;
    let mut site = "";
    let mut above = ("", 1);
    for (line, row) in text.lines().zip(1_u64..) {
        let own = cells(line);
        if own == RECORDS {
            let vehicles = records(file, &text, row, site, declared);
            return Ok(Read::Vehicles(Box::new(vehicles)));
        }
        if own.starts_with(&["Number", "Date", "Time", "Channel 1"]) {
            let sums = jamar_quarters::read(file, &text, row, &own, declared)?;
            return Ok(Read::Counts(Box::new(sums)));
        }
        if let ["Site Code:", code, ..] = own.as_slice() {
            site = code;
        }
        if own.len() >= 4 && own.first().is_some_and(|cell| cell.parse::<u64>().is_ok()) {
            break;
        }
        if !line.trim().is_empty() {
            above = (line, row);
        }
    }
    let place = Place::Line {
        line: above.1,
        column: 1,
    };
    let found: String = above.0.chars().take(80).collect();
    Err(ReadError::malformed(
        file,
        place,
        format!("{found:?} in the place of the column header"),
        EXPECTED,
    ))
}

fn records(file: &str, text: &str, header: u64, site: &str, declared: &Declared<'_>) -> Vehicles {
    let mut vehicles = Vehicles::new(file, declared.segment(site, file), &[], declared);
    let mut seen = [false; 5];
    for (line, row) in text.lines().zip(1_u64..).filter(|(_, row)| *row > header) {
        if line.trim().is_empty() {
            continue;
        }
        match vehicle(line, row, declared) {
            Ok(vehicle) => {
                if let Some(seen) = seen.get_mut(vehicle.mode.index()) {
                    *seen = true;
                }
                vehicles.take(&vehicle);
            }
            Err(why) => vehicles.refuse(why, row),
        }
    }
    // A counter that was set up for bicycles counts no cars, and the other way round.
    let [_, bike, car, heavy, _] = seen;
    if bike {
        vehicles.modes.push(Mode::Bike);
    }
    if car || heavy {
        vehicles.modes.extend([Mode::Car, Mode::Heavy]);
    }
    vehicles
}

/// Classes of the FHWA: 1 motorcycle, 2 car, 3 pickup or van, 4 bus, 5 to 13 lorries, 14 free, 15 unclassified.
fn mode_of(class: u32, has_bicycles: bool) -> Result<Mode, &'static str> {
    match class {
        1 => Err(MOTORCYCLE),
        2 => Ok(Mode::Car),
        3..=13 => Ok(Mode::Heavy),
        14 if has_bicycles => Ok(Mode::Bike),
        14 | 15 => Err(UNCLASSIFIED),
        _ => Err(UNKNOWN_CLASS),
    }
}

fn vehicle(line: &str, row: u64, declared: &Declared<'_>) -> Result<Vehicle, &'static str> {
    let own = cells(line);
    let [_, date, time, channel, class, speed] = own.as_slice() else {
        return Err(OTHER_WIDTH);
    };
    let class = class.parse().map_err(|_| NO_NUMBER)?;
    Ok(Vehicle {
        civil_ms: civil_ms(date, time)?,
        mode: mode_of(class, declared.mode == Some(Mode::Bike))?,
        side: declared.side(channel, usual_side(channel.as_bytes())),
        speed_kmh: Some(finite(speed)? * MPH),
        row,
    })
}
