//! The trips of shared bicycles in Berlin of July 2019, as CityLAB published them: a list of `{props, segments}`.
//!
//! `timestamp` and `timestampEnd` are when the bicycle was missed and seen again. `duration` is that of a router, and the
//! clock in `segments` runs hours ahead of both: neither is read.

use super::{NO_END, NO_PLACE, NO_START, NOWHERE, Trips, Vehicles, checked};
use crate::domain::shared::{FormFactor, Trip};
use crate::domain::{Instant, LonLat};
use crate::read::error::ReadError;
use crate::read::place::Place;
use crate::read::report::ReadReport;
use serde_json::Value;

const EXPECTED: &str = "a list of trips with `props` and `segments`";

pub fn read_citylab(file: &str, bytes: &[u8], vehicles: &mut Vehicles) -> Result<Trips, ReadError> {
    let list: Value =
        serde_json::from_slice(bytes).map_err(|e| ReadError::json(file, &e, EXPECTED))?;
    let Value::Array(list) = list else {
        let found = "JSON that is no list";
        return Err(ReadError::malformed(file, Place::File, found, EXPECTED));
    };
    if let Some(first) = list.first()
        && first.get("props").is_none()
    {
        let found = "an entry without `props`";
        return Err(ReadError::malformed(file, Place::row(1), found, EXPECTED));
    }
    let mut trips = Trips {
        report: ReadReport::new(file),
        ..Trips::default()
    };
    for (entry, row) in list.iter().zip(1..) {
        let trip = trip(entry, vehicles).and_then(|trip| Ok((checked(&trip)?, trip)));
        match trip {
            Err(why) => trips.report.refuse(why, Place::row(row)),
            Ok((goes_nowhere, trip)) => {
                if goes_nowhere {
                    trips.report.warn(NOWHERE, Place::row(row));
                }
                trips.trips.push(trip);
                trips.report.keep();
            }
        }
    }
    Ok(trips)
}

fn trip(entry: &Value, vehicles: &mut Vehicles) -> Result<Trip, &'static str> {
    let props = entry.get("props");
    let prop = |name: &str| props.and_then(|p| p.get(name));
    let time = |name: &str| prop(name)?.as_str().and_then(Instant::parse);
    let start = time("timestamp").ok_or(NO_START)?;
    let end = time("timestampEnd").ok_or(NO_END)?;
    let points = entry.get("segments").and_then(Value::as_array);
    let at = |value: Option<&Value>| -> Option<LonLat> {
        let point = value?.as_array()?;
        let (lon, lat) = (point.first()?.as_f64()?, point.get(1)?.as_f64()?);
        ((-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat))
            .then_some(LonLat { lon, lat })
    };
    let from = at(points.and_then(|p| p.first())).ok_or(NO_PLACE)?;
    let to = at(points.and_then(|p| p.last())).ok_or(NO_PLACE)?;
    // Providers number their bicycles on their own.
    let id = prop("bikeId").filter(|id| !id.is_null());
    let provider = prop("providerId").cloned().unwrap_or_default();
    Ok(Trip {
        vehicle: id.map(|id| vehicles.number(&format!("{provider}/{id}"))),
        start,
        end,
        from,
        to,
        distance_m: prop("distance").and_then(Value::as_f64),
        form: FormFactor::Bicycle,
    })
}
