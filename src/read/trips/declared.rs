//! Any CSV of trips with a row for each: origin, destination and time, in columns that the town file names.

use super::{NO_END, NO_PLACE, NO_START, NOWHERE, OTHER_WIDTH, Trips, Vehicles, checked};
use crate::domain::shared::{FormFactor, Trip};
use crate::domain::time::CivilMeaning;
use crate::domain::{CivilDate, Instant, LonLat, Zone};
use crate::read::dialect::{self, Header, has_width};
use crate::read::error::ReadError;
use crate::read::local_time::{AMBIGUOUS, IN_GAP};
use crate::read::place::Place;
use crate::read::report::ReadReport;
use crate::read::written_time::{self, DateOrder, Written};
use csv::StringRecord;
use serde::Deserialize;

const EXPECTED: &str = "a table of trips";
const DAY_MS: i64 = 86_400_000;

/// Names of columns; those of nextbike's city analysis where nothing is said.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TripColumns {
    pub start: String,
    pub end: String,
    pub from_lon: String,
    pub from_lat: String,
    pub to_lon: String,
    pub to_lat: String,
    /// Tells vehicles apart; need not be there.
    pub vehicle: String,
    /// Metres along the way; need not be there.
    pub distance_m: String,
    pub form: FormFactor,
    pub date_order: Option<DateOrder>,
}

impl Default for TripColumns {
    fn default() -> Self {
        let own = str::to_owned;
        Self {
            start: own("start_time"),
            end: own("end_time"),
            from_lon: own("start_longitude"),
            from_lat: own("start_latitude"),
            to_lon: own("end_longitude"),
            to_lat: own("end_latitude"),
            vehicle: own("bike_number"),
            distance_m: own("distance"),
            form: FormFactor::Bicycle,
            date_order: None,
        }
    }
}

/// Positions of the columns that a file must have, then of those that it may have.
struct Found {
    needed: [usize; 6],
    vehicle: Option<usize>,
    distance: Option<usize>,
}

/// `zone` is needed where times have no offset.
pub fn read_csv(
    file: &str,
    bytes: &[u8],
    columns: &TripColumns,
    zone: Option<Zone>,
    vehicles: &mut Vehicles,
) -> Result<Trips, ReadError> {
    let text = std::str::from_utf8(bytes).map_err(|e| ReadError::encoding(file, bytes, &e))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = Place::Line { line: 1, column: 1 };
    let mut sheet = dialect::open(file, text, None, Header::Sniffed)?
        .ok_or_else(|| ReadError::malformed(file, first, "an empty file", EXPECTED))?;
    let found = positions(file, &sheet.header, columns)?;
    let width = sheet.header.len();
    let mut trips = Trips {
        report: ReadReport::new(file),
        ..Trips::default()
    };
    let mut record = StringRecord::new();
    while let Some(row) = sheet.next(&mut record)? {
        if !has_width(&record, width) {
            trips.report.refuse(OTHER_WIDTH, Place::row(row));
            continue;
        }
        let cell = |at: usize| record.get(at).unwrap_or_default().trim();
        let [start, end, from_lon, from_lat, to_lon, to_lat] = found.needed;
        let named = |at: usize| Place::cell(row, sheet.header.get(at).unwrap_or_default());
        let time = |at: usize, without: &'static str| match written_time::parse(
            cell(at),
            columns.date_order,
        ) {
            Ok(Written::Instant(instant)) => Ok((instant, false)),
            Ok(Written::Civil(ms)) => match zone {
                Some(zone) => civil(ms, zone).ok_or(IN_GAP),
                None => Err(without),
            },
            Err(_) => civil_fraction(cell(at))
                .zip(zone)
                .and_then(|(ms, zone)| civil(ms, zone))
                .ok_or(without),
        };
        if zone.is_none()
            && matches!(
                written_time::parse(cell(start), columns.date_order),
                Ok(Written::Civil(_))
            )
        {
            return Err(ReadError::Undeclared {
                file: file.to_owned(),
                place: named(start),
                found: "a time without an offset".to_owned(),
                expected: "`zone`, such as \"Europe/Berlin\"".to_owned(),
            });
        }
        let read = time(start, NO_START)
            .map_err(|why| (why, start))
            .and_then(|s| Ok((s, time(end, NO_END).map_err(|why| (why, end))?)));
        let ((start_at, is_twice), (end_at, ends_twice)) = match read {
            Ok(times) => times,
            Err((why, at)) => {
                trips.report.refuse(why, named(at));
                continue;
            }
        };
        let place = |lon: usize, lat: usize| place(cell(lon), cell(lat));
        let (Some(from), Some(to)) = (place(from_lon, from_lat), place(to_lon, to_lat)) else {
            trips.report.refuse(NO_PLACE, Place::row(row));
            continue;
        };
        let distance = found.distance.and_then(|at| cell(at).parse::<f64>().ok());
        let vehicle = found.vehicle.map(cell).filter(|id| !id.is_empty());
        let trip = Trip {
            vehicle: vehicle.map(|id| vehicles.number(id)),
            start: start_at,
            end: end_at,
            from,
            to,
            distance_m: distance.filter(|m| *m >= 0.0),
            form: columns.form,
        };
        match checked(&trip) {
            Err(why) => trips.report.refuse(why, Place::row(row)),
            Ok(goes_nowhere) => {
                if goes_nowhere {
                    trips.report.warn(NOWHERE, Place::row(row));
                }
                if is_twice || ends_twice {
                    trips.report.warn(AMBIGUOUS, Place::row(row));
                }
                trips.trips.push(trip);
                trips.report.keep();
            }
        }
    }
    Ok(trips)
}

fn positions(file: &str, header: &StringRecord, columns: &TripColumns) -> Result<Found, ReadError> {
    let at = |name: &str| header.iter().position(|cell| cell.trim() == name);
    let need = |name: &str| {
        at(name).ok_or_else(|| ReadError::MissingColumn {
            file: file.to_owned(),
            place: Place::Line { line: 1, column: 1 },
            column: name.to_owned(),
            found: header.iter().collect::<Vec<_>>().join(", "),
            expected: EXPECTED,
        })
    };
    Ok(Found {
        needed: [
            need(&columns.start)?,
            need(&columns.end)?,
            need(&columns.from_lon)?,
            need(&columns.from_lat)?,
            need(&columns.to_lon)?,
            need(&columns.to_lat)?,
        ],
        vehicle: at(&columns.vehicle),
        distance: at(&columns.distance_m),
    })
}

/// A civil time with a fraction of a second, which is left off.
fn civil_fraction(text: &str) -> Option<i64> {
    let (whole, fraction) = text.rsplit_once('.')?;
    if fraction.is_empty() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match written_time::parse(whole, None) {
        Ok(Written::Civil(ms)) => Some(ms),
        _ => None,
    }
}

/// The instant of a civil time, and whether that time occurs twice: the first is taken. `None` where the clocks
/// skipped it.
fn civil(ms: i64, zone: Zone) -> Option<(Instant, bool)> {
    let date = CivilDate::from_days(i32::try_from(ms.div_euclid(DAY_MS)).ok()?);
    let of_day = ms.rem_euclid(DAY_MS);
    let minutes = of_day / 60_000;
    let hour = u8::try_from(minutes / 60).ok()?;
    let minute = u8::try_from(minutes % 60).ok()?;
    let (start, is_twice) = match zone.meaning(date, hour, minute) {
        CivilMeaning::Gap => return None,
        CivilMeaning::Once(instant) => (instant, false),
        CivilMeaning::Twice(first, _) => (first, true),
    };
    Some((start.plus_ms(of_day % 60_000), is_twice))
}

fn place(lon: &str, lat: &str) -> Option<LonLat> {
    let (lon, lat) = (lon.parse::<f64>().ok()?, lat.parse::<f64>().ok()?);
    let is_real = (-180.0..=180.0).contains(&lon)
        && (-90.0..=90.0).contains(&lat)
        && (lon != 0.0 || lat != 0.0);
    is_real.then_some(LonLat { lon, lat })
}
