//! Golden River "VBV-1": a line of fixed width for each vehicle. The lane tells the direction, and which
//! is which only the town file says (`lanes`); the column `D` is 2 for a vehicle against its lane.

use super::declared::{Declared, opposite};
use super::golden_river::{Head, check_end, civil_ms, swiss10};
use super::{Vehicle, Vehicles};
use crate::domain::Mode;
use crate::read::counts::Site;
use crate::read::encoding::text_of;
use crate::read::error::ReadError;
use crate::read::place::Place;
use crate::read::telraam::{NO_NUMBER, NO_TIME};

pub const CUT_SHORT: &str = "a line that is too short";

const EXPECTED: &str = "VBV-1 records of a Golden River counter";
const COLUMNS: [&str; 8] = ["DDMMYY", "HHMM", "SS", "HH", "L", "D", "SPD", "CS"];

/// Reads a file. Its site is the line `* SITE =`.
pub fn read(file: &str, bytes: &[u8], declared: &Declared<'_>) -> Result<Vehicles, ReadError> {
    let text = text_of(file, bytes, None)?;
    let head = Head::read(file, &text, "VBV-1")?;
    let columns = columns(file, &head)?;
    let segment = declared.segment(head.text("SITE"), file);
    let mut vehicles = Vehicles::new(file, segment, &[Mode::Car, Mode::Heavy], declared);
    vehicles.site = Site {
        name: head.text("LOCATION").to_owned(),
        ..Site::default()
    };
    if let Some((start, end)) = head.time("STARTREC").zip(head.time("STOPREC")) {
        vehicles.state(start, end);
    }
    for (line, row) in text.lines().zip(1..) {
        if line.starts_with('*') || line.trim().is_empty() {
            continue;
        }
        match vehicle(line, row, &columns, declared) {
            Ok(vehicle) => vehicles.take(&vehicle),
            Err(why) => vehicles.refuse(why, row),
        }
    }
    // Of a file that was cut short the stated end is not what it holds: beyond it nothing is known.
    if !check_end(&text, &mut vehicles.report) {
        vehicles.stated = None;
    }
    Ok(vehicles)
}

/// Where each column begins and ends: they end where their names end.
fn columns(file: &str, head: &Head<'_>) -> Result<[(usize, usize); 8], ReadError> {
    let line = head.columns.first().copied().unwrap_or("");
    let mut ends: Vec<(&str, usize)> = Vec::new();
    let mut at = 0;
    for name in line.split(' ') {
        at += name.len();
        if !name.is_empty() {
            ends.push((name, at));
        }
        at += 1;
    }
    let mut found = [(0, 0); 8];
    for (place, name) in found.iter_mut().zip(COLUMNS) {
        let i = ends.iter().position(|(own, _)| *own == name);
        let before = i
            .and_then(|i| ends.get(i.checked_sub(1)?))
            .map_or(0, |(_, end)| *end);
        let Some((_, end)) = i.and_then(|i| ends.get(i)) else {
            return Err(ReadError::MissingColumn {
                file: file.to_owned(),
                place: Place::File,
                column: name.to_owned(),
                found: format!("{line:?}"),
                expected: EXPECTED,
            });
        };
        *place = (before, *end);
    }
    Ok(found)
}

fn vehicle(
    line: &str,
    row: u64,
    columns: &[(usize, usize); 8],
    declared: &Declared<'_>,
) -> Result<Vehicle, &'static str> {
    let mut cells = [""; 8];
    for (cell, (from, to)) in cells.iter_mut().zip(columns) {
        *cell = line.get(*from..*to).ok_or(CUT_SHORT)?.trim();
    }
    let [
        date,
        clock,
        second,
        hundredth,
        lane,
        direction,
        speed,
        class,
    ] = cells;
    let number = |text: &str| text.parse::<u32>().map_err(|_| NO_NUMBER);
    let within = |text: &str, below: u32| {
        let value = text.parse::<u32>().ok().filter(|n| *n < below);
        value.map(i64::from).ok_or(NO_TIME)
    };
    let civil_ms = civil_ms(date, clock).ok_or(NO_TIME)?
        + within(second, 60)? * 1_000
        + within(hundredth, 100)? * 10;
    let mode = swiss10(number(class)?)?;
    let side = declared.side(lane, None);
    Ok(Vehicle {
        civil_ms,
        side: if direction == "2" {
            side.map(opposite)
        } else {
            side
        },
        mode,
        speed_kmh: Some(f64::from(number(speed)?)),
        row,
    })
}
