//! A listing of MetroCount ("ListPerso", French): a vehicle a line, blank separated, in Latin-1, with the
//! legend of its classes above and `Véhicules = kept / all` below. Of the two codes of direction 0 is left
//! and 1 is right, unless `lanes` says otherwise. The stated period is when the box was set up, not what was
//! counted: the first and the last record are taken.

use super::declared::Declared;
use super::{MOTORCYCLE, UNKNOWN_CLASS, Vehicle, Vehicles};
use crate::domain::fold::fold;
use crate::domain::{Mode, Side};
use crate::read::counts::Site;
use crate::read::encoding::{Encoding, text_of};
use crate::read::error::ReadError;
use crate::read::place::Place;
use crate::read::telraam::{NO_NUMBER, NO_TIME};
use crate::read::telraam_csv::OTHER_WIDTH;
use crate::read::written_time::{self, DateOrder, Written};
use std::collections::BTreeMap;

pub const OTHER_SUM: &str = "the line below tells another number of vehicles than there are";
pub const NO_SUM: &str = "no line with the number of vehicles: the file may have been cut short";

const FORM_FEED: u8 = 0x0c;
const EXPECTED: &str = "a French listing of MetroCount with Date-Heure, Dir, Vit and Cat";
const COLUMNS: [&str; 4] = ["Date-Heure", "Dir", "Vit", "Cat"];

/// What a class of the legend counts as.
fn mode_of(class: &str) -> Result<Mode, &'static str> {
    let class = class.to_ascii_uppercase();
    let begins = |starts: &[&str]| starts.iter().any(|start| class.starts_with(start));
    if class == "MC" {
        Err(MOTORCYCLE)
    } else if begins(&["VELO", "VÉLO", "CYCLE"]) {
        Ok(Mode::Bike)
    } else if begins(&["VL"]) {
        Ok(Mode::Car)
    } else if begins(&["UT", "BUS", "PL", "SL", "TR", "AX"]) {
        Ok(Mode::Heavy)
    } else {
        Err(UNKNOWN_CLASS)
    }
}

type Classes = BTreeMap<u32, Result<Mode, &'static str>>;

struct Listing {
    classes: Classes,
    /// Columns of `COLUMNS`, and how many there are in all.
    at: [usize; 4],
    width: usize,
}

/// Reads a file. Its site is the number in brackets of the line `Place:`.
pub fn read(file: &str, bytes: &[u8], declared: &Declared<'_>) -> Result<Vehicles, ReadError> {
    // A listing for a printer: pages end with a form feed.
    let printed = |byte: &u8| if *byte == FORM_FEED { b' ' } else { *byte };
    let bytes: Vec<u8> = bytes.iter().map(printed).collect();
    let text = match text_of(file, &bytes, None) {
        Ok(text) => text,
        Err(_) => text_of(file, &bytes, Some(Encoding::Windows1252))?,
    };
    let (mut place, mut legend, mut columns) = ("", "", None);
    for (line, row) in text.lines().zip(1_u64..) {
        let (key, value) = line
            .split_once(':')
            .map_or(("", ""), |(k, v)| (k.trim(), v.trim()));
        match fold(key).as_str() {
            "place" => place = value,
            "legende de categorie" => legend = value,
            "unites" if !fold(value).starts_with("metrique") => {
                let at = Place::Line {
                    line: row,
                    column: 1,
                };
                return Err(ReadError::malformed(
                    file,
                    at,
                    line.trim(),
                    "Unités: Métrique",
                ));
            }
            _ => {}
        }
        if line.trim_start().starts_with("Date-Heure") {
            columns = Some((line, row));
            break;
        }
    }
    let listing = listing(file, legend, columns)?;
    let (number, name) = place
        .strip_prefix('[')
        .and_then(|rest| rest.split_once(']'))
        .unwrap_or(("", place));
    let mut modes: Vec<Mode> = listing.classes.values().filter_map(|c| c.ok()).collect();
    modes.sort_unstable();
    modes.dedup();
    let mut vehicles = Vehicles::new(file, declared.segment(number, file), &modes, declared);
    vehicles.site = Site {
        name: name.trim().to_owned(),
        ..Site::default()
    };
    let mut said = None;
    let head = columns.map_or(0, |(_, row)| row);
    for (line, row) in text.lines().zip(1_u64..).filter(|(_, row)| *row > head) {
        if line.trim_start().starts_with(|c: char| c.is_ascii_digit()) {
            match vehicle(line, row, &listing, declared) {
                Ok(vehicle) => vehicles.take(&vehicle),
                Err(why) => vehicles.refuse(why, row),
            }
        } else if let Some((_, sum)) = line.split_once("hicules =") {
            said = sum
                .split_whitespace()
                .next()
                .and_then(|n| n.parse::<u64>().ok());
        }
    }
    check_sum(
        &mut vehicles,
        said,
        text.lines().filter(|l| is_record(l)).count() as u64,
    );
    Ok(vehicles)
}

fn is_record(line: &str) -> bool {
    let mut cells = line.split_whitespace();
    let is_date = cells
        .next()
        .is_some_and(|c| c.len() == 10 && c.contains('-'));
    is_date && line.trim_start().starts_with(|c: char| c.is_ascii_digit())
}

fn check_sum(vehicles: &mut Vehicles, said: Option<u64>, there: u64) {
    match said {
        None => vehicles.report.warn(NO_SUM, Place::File),
        Some(said) if said != there => vehicles.report.warn(OTHER_SUM, Place::File),
        Some(_) => {}
    }
}

fn listing(file: &str, legend: &str, columns: Option<(&str, u64)>) -> Result<Listing, ReadError> {
    let names: Vec<&str> = columns
        .map(|(line, _)| line.split_whitespace().collect())
        .unwrap_or_default();
    let mut at = [0; 4];
    for (place, name) in at.iter_mut().zip(COLUMNS) {
        let Some(i) = names.iter().position(|own| *own == name) else {
            return Err(ReadError::MissingColumn {
                file: file.to_owned(),
                place: columns.map_or(Place::File, |(_, line)| Place::Line { line, column: 1 }),
                column: name.to_owned(),
                found: names.join(" "),
                expected: EXPECTED,
            });
        };
        // Date and time are two words of one column.
        *place = if i == 0 { 0 } else { i + 1 };
    }
    let classes: Classes = legend
        .split_whitespace()
        .filter_map(|entry| entry.split_once('-'))
        .filter_map(|(number, name)| Some((number.parse().ok()?, mode_of(name))))
        .collect();
    if classes.is_empty() {
        return Err(ReadError::malformed(
            file,
            Place::File,
            "no legend of the classes",
            "a line `Légende De Catégorie: 1-MC 2-VL …`",
        ));
    }
    Ok(Listing {
        classes,
        at,
        width: names.len() + 1,
    })
}

fn vehicle(
    line: &str,
    row: u64,
    listing: &Listing,
    declared: &Declared<'_>,
) -> Result<Vehicle, &'static str> {
    let cells: Vec<&str> = line.split_whitespace().take(listing.width + 1).collect();
    if cells.len() != listing.width {
        return Err(OTHER_WIDTH);
    }
    let cell = |i: usize| cells.get(i).copied().unwrap_or("");
    let [date, direction, speed, class] = listing.at.map(cell);
    let time = format!("{date} {}", cell(1));
    let Ok(Written::Civil(civil_ms)) = written_time::parse(&time, Some(DateOrder::Ymd)) else {
        return Err(NO_TIME);
    };
    let class: u32 = class.parse().map_err(|_| NO_NUMBER)?;
    let mode = listing
        .classes
        .get(&class)
        .copied()
        .unwrap_or(Err(UNKNOWN_CLASS))?;
    let usual = match direction {
        "0" => Some(Side::Left),
        "1" => Some(Side::Right),
        _ => None,
    };
    Ok(Vehicle {
        civil_ms,
        side: declared.side(direction, usual),
        mode,
        speed_kmh: Some(finite(speed)?),
        row,
    })
}

/// A number that can be a speed.
pub(super) fn finite(text: &str) -> Result<f64, &'static str> {
    let number = text.parse::<f64>().ok();
    number
        .filter(|n| n.is_finite() && *n >= 0.0)
        .ok_or(NO_NUMBER)
}
