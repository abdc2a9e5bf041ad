//! `geofencing_zones`: where trips may not start or end, or vehicles go slower.

use super::fields::{Object, flag, names, number, point};
use super::file::Feedfile;
use super::{NO_OBJECT, NO_SHAPE};
use crate::domain::LonLat;
use crate::domain::shared::Zone;
use crate::read::error::ReadError;
use crate::read::place::Place;
use crate::read::report::ReadReport;
use serde_json::Value;

/// Rules of a zone beyond its first: each is for other vehicle types.
#[derive(Debug, Default)]
pub struct Zones {
    pub zones: Vec<Zone>,
    pub report: ReadReport,
}

/// A zone of the feed with several rules gives a `Zone` for each.
pub fn geofencing_zones(file: &str, parsed: &Feedfile) -> Result<Zones, ReadError> {
    let mut found = Zones {
        report: ReadReport::new(file),
        ..Zones::default()
    };
    let collection = parsed.data.get("geofencing_zones");
    let features = collection
        .and_then(|c| c.get("features"))
        .and_then(Value::as_array)
        .ok_or_else(|| {
            ReadError::malformed(
                file,
                Place::File,
                "no data.geofencing_zones.features",
                "geofencing zones as a GeoJSON FeatureCollection",
            )
        })?;
    for (feature, row) in features.iter().zip(1..) {
        let Some(object) = feature.as_object() else {
            found.report.refuse(NO_OBJECT, Place::row(row));
            continue;
        };
        let Some(polygons) = object.get("geometry").and_then(polygons) else {
            let place = Place::cell(row, "geometry");
            found.report.refuse(NO_SHAPE, place);
            continue;
        };
        let empty = Object::new();
        let properties = object.get("properties").and_then(Value::as_object);
        let properties = properties.unwrap_or(&empty);
        let rules = properties.get("rules").and_then(Value::as_array);
        for rule in rules.into_iter().flatten().filter_map(Value::as_object) {
            found.zones.push(zone(properties, rule, polygons.clone()));
        }
        found.report.keep();
    }
    Ok(found)
}

fn zone(properties: &Object, rule: &Object, polygons: Vec<Vec<Vec<LonLat>>>) -> Zone {
    // 2.x has one permission for start and end.
    let old = flag(rule, "ride_allowed");
    let may = |name: &str| flag(rule, name).or(old).unwrap_or(true);
    let vehicle_types = ["vehicle_type_ids", "vehicle_type_id"]
        .iter()
        .find_map(|name| rule.get(*name)?.as_array())
        .into_iter()
        .flatten()
        .filter_map(|id| id.as_str().map(str::to_owned))
        .collect();
    Zone {
        names: names(properties.get("name")),
        polygons,
        vehicle_types,
        may_start: may("ride_start_allowed"),
        may_end: may("ride_end_allowed"),
        may_ride_through: flag(rule, "ride_through_allowed").unwrap_or(true),
        max_speed_kmh: number(rule, "maximum_speed_kph"),
    }
}

fn polygons(geometry: &Value) -> Option<Vec<Vec<Vec<LonLat>>>> {
    let coordinates = geometry.get("coordinates")?;
    let of = |polygon: &Value| -> Option<Vec<Vec<LonLat>>> {
        let rings = polygon.as_array()?;
        let rings: Option<Vec<_>> = rings
            .iter()
            .map(|ring| ring.as_array()?.iter().map(point).collect())
            .collect();
        rings.filter(|rings| !rings.is_empty())
    };
    match geometry.get("type")?.as_str()? {
        "Polygon" => Some(vec![of(coordinates)?]),
        "MultiPolygon" => coordinates.as_array()?.iter().map(of).collect(),
        _ => None,
    }
}
