//! `station_information` and `station_status`.

use super::fields::{Object, count, flag, id, names, place, time, whole};
use super::file::Feedfile;
use super::{BAD_COUNT, NO_COUNT, NO_ID, NO_OBJECT, NO_PLACE, TWICE};
use crate::domain::Instant;
use crate::domain::shared::{Station, StationId, StationReading};
use crate::read::error::ReadError;
use crate::read::place::Place;
use crate::read::report::ReadReport;
use serde_json::Value;
use std::collections::HashSet;

#[derive(Debug, Default)]
pub struct Stations {
    pub stations: Vec<Station>,
    pub report: ReadReport,
}

pub fn station_information(file: &str, parsed: &Feedfile) -> Result<Stations, ReadError> {
    let mut found = Stations {
        report: ReadReport::new(file),
        ..Stations::default()
    };
    let mut seen = HashSet::new();
    for (entry, row) in parsed.list(file, &["stations"])?.iter().zip(1..) {
        match station(entry) {
            Ok(station) if !seen.insert(station.id.clone()) => {
                let place = Place::cell(row, "station_id");
                found.report.refuse(TWICE, place);
            }
            Ok(station) => {
                found.stations.push(station);
                found.report.keep();
            }
            Err((why, field)) => found.report.refuse(why, Place::cell(row, field)),
        }
    }
    Ok(found)
}

type Refused = (&'static str, &'static str);

fn station(entry: &Value) -> Result<Station, Refused> {
    let object = entry.as_object().ok_or((NO_OBJECT, "stations"))?;
    let id = id(object, &["station_id"]).ok_or((NO_ID, "station_id"))?;
    let at = place(object).ok_or((NO_PLACE, "lat"))?;
    let stated = count(object, &["capacity"]).map_err(|()| (BAD_COUNT, "capacity"))?;
    Ok(Station {
        id: StationId(id),
        names: names(object.get("name")),
        at,
        capacity: stated.or_else(|| capacity_by_type(object)),
        is_virtual: flag(object, "is_virtual_station").unwrap_or(false),
    })
}

/// The capacity that is told by type of vehicle only: an object of numbers (2.x) or a list with `count` (3.0).
fn capacity_by_type(object: &Object) -> Option<u32> {
    let sum = |counts: Vec<Option<u32>>| {
        let counts: Option<Vec<u32>> = counts.into_iter().collect();
        counts.filter(|c| !c.is_empty()).map(|c| c.iter().sum())
    };
    let by_type = ["vehicle_capacity", "vehicle_type_capacity"];
    let in_object = by_type
        .iter()
        .find_map(|name| object.get(*name)?.as_object())
        .and_then(|types| sum(types.values().map(whole).collect()));
    in_object.or_else(|| {
        let docks = object.get("vehicle_docks_capacity")?.as_array()?;
        sum(docks
            .iter()
            .map(|entry| entry.get("count").and_then(whole))
            .collect())
    })
}

/// What one station says.
#[derive(Clone, Debug, PartialEq)]
pub struct StatusRow {
    pub station: StationId,
    pub reading: StationReading,
    /// When the station was heard last.
    pub last_reported: Option<Instant>,
    /// Available vehicles by type, where the feed tells them apart.
    pub by_type: Vec<(String, u32)>,
}

#[derive(Debug, Default)]
pub struct StatusRows {
    pub rows: Vec<StatusRow>,
    pub report: ReadReport,
}

pub fn station_status(file: &str, parsed: &Feedfile) -> Result<StatusRows, ReadError> {
    let mut found = StatusRows {
        report: ReadReport::new(file),
        ..StatusRows::default()
    };
    let mut seen = HashSet::new();
    for (entry, row) in parsed.list(file, &["stations"])?.iter().zip(1..) {
        match status(entry) {
            Ok(status) if !seen.insert(status.station.clone()) => {
                let place = Place::cell(row, "station_id");
                found.report.refuse(TWICE, place);
            }
            Ok(status) => {
                found.rows.push(status);
                found.report.keep();
            }
            Err((why, field)) => found.report.refuse(why, Place::cell(row, field)),
        }
    }
    Ok(found)
}

fn status(entry: &Value) -> Result<StatusRow, Refused> {
    const VEHICLES: &str = "num_vehicles_available";
    let object = entry.as_object().ok_or((NO_OBJECT, "stations"))?;
    let id = id(object, &["station_id"]).ok_or((NO_ID, "station_id"))?;
    let counted = |names: [&'static str; 2]| {
        count(object, &names).map_err(|()| {
            let [first, other] = names;
            (
                BAD_COUNT,
                if object.contains_key(first) {
                    first
                } else {
                    other
                },
            )
        })
    };
    let vehicles = counted([VEHICLES, "num_bikes_available"])?.ok_or((NO_COUNT, VEHICLES))?;
    let disabled = counted(["num_vehicles_disabled", "num_bikes_disabled"])?;
    let docks = counted(["num_docks_available", "num_docks_available"])?;
    let is_installed = flag(object, "is_installed").unwrap_or(true);
    let by_type = ["vehicle_types_available", "vehicle_types"]
        .iter()
        .find_map(|name| object.get(*name)?.as_array())
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let kind = entry.get("vehicle_type_id")?.as_str()?;
            Some((kind.to_owned(), whole(entry.get("count")?)?))
        })
        .collect();
    Ok(StatusRow {
        station: StationId(id),
        reading: StationReading {
            vehicles,
            disabled,
            docks,
            is_renting: is_installed && flag(object, "is_renting").unwrap_or(true),
            is_returning: is_installed && flag(object, "is_returning").unwrap_or(true),
        },
        last_reported: object.get("last_reported").and_then(time),
        by_type,
    })
}
