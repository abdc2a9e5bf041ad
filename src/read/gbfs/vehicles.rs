//! `vehicle_status` (3.0) and `free_bike_status` (before).

use super::fields::{flag, id, number, place};
use super::file::Feedfile;
use super::{NO_ID, NO_OBJECT, NO_PLACE, TWICE};
use crate::domain::LonLat;
use crate::domain::shared::StationId;
use crate::read::error::ReadError;
use crate::read::place::Place;
use crate::read::report::ReadReport;
use serde_json::Value;
use std::collections::HashSet;
use std::fmt;

/// A vehicle as the feed shows it. Its id is for telling sightings apart while they are read; it is neither shown nor
/// written.
#[derive(Clone, PartialEq)]
pub struct FeedVehicle {
    pub id: String,
    /// `None` where only its station is told.
    pub at: Option<LonLat>,
    pub station: Option<StationId>,
    pub vehicle_type: Option<String>,
    pub is_reserved: bool,
    pub is_disabled: bool,
    pub range_m: Option<f64>,
}

/// Without the id, so that no message and no log can have it.
impl fmt::Debug for FeedVehicle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FeedVehicle")
            .field("at", &self.at)
            .field("station", &self.station)
            .finish_non_exhaustive()
    }
}

#[derive(Debug, Default)]
pub struct Vehicles {
    pub vehicles: Vec<FeedVehicle>,
    pub report: ReadReport,
}

pub fn vehicle_status(file: &str, parsed: &Feedfile) -> Result<Vehicles, ReadError> {
    let mut found = Vehicles {
        report: ReadReport::new(file),
        ..Vehicles::default()
    };
    let mut seen = HashSet::new();
    for (entry, row) in parsed.list(file, &["vehicles", "bikes"])?.iter().zip(1..) {
        match vehicle(entry) {
            Ok(vehicle) if !seen.insert(vehicle.id.clone()) => {
                let place = Place::cell(row, "vehicle_id");
                found.report.refuse(TWICE, place);
            }
            Ok(vehicle) => {
                found.vehicles.push(vehicle);
                found.report.keep();
            }
            Err((why, field)) => found.report.refuse(why, Place::cell(row, field)),
        }
    }
    Ok(found)
}

fn vehicle(entry: &Value) -> Result<FeedVehicle, (&'static str, &'static str)> {
    let object = entry.as_object().ok_or((NO_OBJECT, "vehicles"))?;
    let vehicle_id = id(object, &["vehicle_id", "bike_id"]).ok_or((NO_ID, "vehicle_id"))?;
    let at = place(object);
    let station = id(object, &["station_id"]).map(StationId);
    if at.is_none() && station.is_none() {
        return Err((NO_PLACE, "lat"));
    }
    Ok(FeedVehicle {
        id: vehicle_id,
        at,
        station,
        vehicle_type: id(object, &["vehicle_type_id"]),
        is_reserved: flag(object, "is_reserved").unwrap_or(false),
        is_disabled: flag(object, "is_disabled").unwrap_or(false),
        range_m: number(object, "current_range_meters").filter(|m| *m >= 0.0),
    })
}
