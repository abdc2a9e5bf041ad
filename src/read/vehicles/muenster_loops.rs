//! Münster's loops in cycle paths: a record for each bicycle and loop, with its speed. The site is the
//! file's name; `in` is left and `out` is right, unless `lanes` says otherwise.
//!
//! A cyclist over two loops makes two records in the same second. Each is kept, so cyclists are overcounted:
//! two side by side make the same records, and only the counter could tell them apart. The report says how
//! many records share their second and direction with another one. Speeds come in ever coarser steps
//! (…, 14, 16, 18, 20, 24, 28, 36, 48 km/h).

use super::declared::{Declared, stem};
use super::metrocount::finite;
use super::{Vehicle, Vehicles};
use crate::domain::{Mode, Side};
use crate::read::counts::Site;
use crate::read::dialect::{self, Header, has_width};
use crate::read::encoding::text_of;
use crate::read::error::ReadError;
use crate::read::place::Place;
use crate::read::telraam::NO_TIME;
use crate::read::telraam_csv::OTHER_WIDTH;
use crate::read::written_time::{self, DateOrder, Written};
use csv::StringRecord;

pub const NO_BICYCLE: &str = "another kind of user than a cyclist";
pub const NO_DIRECTION: &str = "a direction that is neither in nor out";

const COLUMNS: [&str; 4] = ["timestamp", "user_type", "direction", "speed"];

/// Reads a file.
pub fn read(file: &str, bytes: &[u8], declared: &Declared<'_>) -> Result<Vehicles, ReadError> {
    let text = text_of(file, bytes, None)?;
    let is_header = |record: &StringRecord| {
        let has = |name: &&str| record.iter().any(|cell| cell.trim() == *name);
        COLUMNS.iter().all(has)
    };
    let Some(mut sheet) = dialect::open(file, &text, None, Header::Recognised(&is_header))? else {
        let found: String = text
            .lines()
            .next()
            .unwrap_or_default()
            .chars()
            .take(80)
            .collect();
        return Err(ReadError::malformed(
            file,
            Place::Line { line: 1, column: 1 },
            format!("{found:?}"),
            "the columns timestamp, user_type, direction and speed",
        ));
    };
    let at = COLUMNS.map(|name| sheet.header.iter().position(|cell| cell.trim() == name));
    let width = sheet.header.len();
    let segment = declared.segment("", file);
    let mut vehicles = Vehicles::new(file, segment, &[Mode::Bike], declared).noting_same_second();
    vehicles.site = Site {
        name: stem(file).to_owned(),
        side_names: declared
            .lanes
            .is_empty()
            .then(|| ("in".to_owned(), "out".to_owned())),
        ..Site::default()
    };
    let mut record = StringRecord::new();
    while let Some(row) = sheet.next(&mut record)? {
        let cells = at.map(|at| at.and_then(|i| record.get(i)).unwrap_or("").trim());
        let vehicle = if has_width(&record, width) {
            vehicle(cells, row, declared)
        } else {
            Err(OTHER_WIDTH)
        };
        match vehicle {
            Ok(vehicle) => vehicles.take(&vehicle),
            Err(why) => vehicles.refuse(why, row),
        }
    }
    Ok(vehicles)
}

fn vehicle(cells: [&str; 4], row: u64, declared: &Declared<'_>) -> Result<Vehicle, &'static str> {
    let [time, user, direction, speed] = cells;
    let Ok(Written::Civil(civil_ms)) = written_time::parse(time, Some(DateOrder::Dmy)) else {
        return Err(NO_TIME);
    };
    if user != "cyclist" {
        return Err(NO_BICYCLE);
    }
    let usual = match direction {
        "in" => Side::Left,
        "out" => Side::Right,
        _ => return Err(NO_DIRECTION),
    };
    let speed_kmh = match speed {
        "" => None,
        speed => Some(finite(speed)?),
    };
    Ok(Vehicle {
        civil_ms,
        side: declared.side(direction, Some(usual)),
        mode: Mode::Bike,
        speed_kmh,
        row,
    })
}
