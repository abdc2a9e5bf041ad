//! VBV-1 of MARKSMAN counters: header lines `* KEY = value`, then a line per vehicle with lane,
//! direction, speed (km/h) and SWISS10 class. Direction 1 is left, 2 is right.

use super::{MOTORCYCLE, NOT_A_RECORD, OTHER_CLASS, OTHER_SIDE, Vehicle, Vehicles, civil, stem};
use crate::domain::{Mode, Side};
use crate::read::encoding::text_of;
use crate::read::telraam::NO_TIME;
use crate::read::{Place, ReadError};

const EXPECTED: &str = "VBV-1 with `* FORMAT = VBV-1` and class SWISS10";

/// What becomes of the ten classes of SWISS10. Vans are heavy, as second-generation Telraams count them.
pub const fn mode_of_swiss10(class: u8) -> Result<Mode, &'static str> {
    match class {
        // Bus and coach; vans, with trailers too; lorries, with trailers and articulated.
        1 | 5..=10 => Ok(Mode::Heavy),
        2 => Err(MOTORCYCLE),
        // Cars, with trailers too.
        3 | 4 => Ok(Mode::Car),
        _ => Err(OTHER_CLASS),
    }
}

/// The value of a header line: `* SITE = 00107695`.
#[must_use]
pub fn header<'t>(text: &'t str, key: &str) -> Option<&'t str> {
    text.lines()
        .take_while(|line| line.starts_with('*'))
        .find_map(|line| {
            let (name, value) = line.strip_prefix('*')?.split_once('=')?;
            (name.trim() == key).then(|| value.trim())
        })
}

/// `00:00 19/10/21` as civil time.
#[must_use]
pub fn moment(text: &str) -> Option<i64> {
    let (time, date) = text.split_once(' ')?;
    let (hour, minute) = time.split_once(':')?;
    let mut parts = date.trim().split('/');
    let day = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let year: i32 = parts.next()?.parse().ok()?;
    let seconds = hour.parse::<i64>().ok()? * 3600 + minute.parse::<i64>().ok()? * 60;
    civil(two_digits(year), month, day, seconds)
}

/// Years of two digits are of this century.
const fn two_digits(year: i32) -> i32 {
    if year < 100 { 2000 + year } else { year }
}

/// `191021` and `0133` as date and seconds of the day.
#[must_use]
pub fn packed(date: &str, time: &str, seconds: i64) -> Option<i64> {
    let two = |text: &str, at: usize| text.get(at..at + 2)?.parse::<u8>().ok();
    if date.len() != 6 || time.len() != 4 {
        return None;
    }
    let (day, month, year) = (two(date, 0)?, two(date, 2)?, two(date, 4)?);
    let (hour, minute) = (i64::from(two(time, 0)?), i64::from(two(time, 2)?));
    if minute >= 60 || !(0..60).contains(&seconds) {
        return None;
    }
    civil(
        two_digits(i32::from(year)),
        month,
        day,
        hour * 3600 + minute * 60 + seconds,
    )
}

/// The site as a file of a MARKSMAN counter names it, else the file's own name.
#[must_use]
pub fn site_of<'t>(text: &'t str, file: &'t str) -> &'t str {
    header(text, "SITE")
        .filter(|site| !site.is_empty())
        .unwrap_or_else(|| stem(file))
}

/// Reads one file.
pub fn read(file: &str, bytes: &[u8]) -> Result<Vehicles, ReadError> {
    let text = text_of(file, bytes, None)?;
    let wrong = |found: &str| {
        let place = Place::Line { line: 1, column: 1 };
        ReadError::malformed(file, place, found, EXPECTED)
    };
    match (header(&text, "FORMAT"), header(&text, "CLASS")) {
        (Some("VBV-1"), Some("SWISS10")) => {}
        (Some("VBV-1"), class) => {
            return Err(wrong(&format!(
                "classes of {:?}",
                class.unwrap_or("nothing")
            )));
        }
        (format, _) => return Err(wrong(&format!("the format {:?}", format.unwrap_or("")))),
    }
    let mut found = Vehicles::new(file, site_of(&text, file), &[Mode::Car, Mode::Heavy]);
    header(&text, "LOCATION")
        .unwrap_or("")
        .clone_into(&mut found.site.name);
    found.stated = (
        header(&text, "STARTREC").and_then(moment),
        header(&text, "STOPREC").and_then(moment),
    );
    for (line, row) in text.lines().zip(1..) {
        if line.starts_with('*') || line.trim().is_empty() {
            continue;
        }
        match record(line, row) {
            Ok(vehicle) => found.keep(vehicle),
            Err(why) => found.report.refuse(why, Place::row(row)),
        }
    }
    Ok(found)
}

/// `000001 191021 0000 03 60 000000  1 1  3.6  3.6  55   454     3  M`
fn record(line: &str, row: u64) -> Result<Vehicle, &'static str> {
    let cells: Vec<&str> = line.split_whitespace().collect();
    let cell = |at: usize| cells.get(at).copied().ok_or(NOT_A_RECORD);
    let seconds = cell(3)?.parse().map_err(|_| NO_TIME)?;
    let civil_ms = packed(cell(1)?, cell(2)?, seconds).ok_or(NO_TIME)?;
    let class = cell(12)?.parse().map_err(|_| OTHER_CLASS)?;
    let side = match cell(7)? {
        "1" => Side::Left,
        "2" => Side::Right,
        _ => return Err(OTHER_SIDE),
    };
    Ok(Vehicle {
        civil_ms,
        side,
        mode: mode_of_swiss10(class)?,
        speed_kmh: Some(cell(10)?.parse().map_err(|_| NOT_A_RECORD)?),
        row,
    })
}
