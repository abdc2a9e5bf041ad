//! What every file of GBFS has around its data, and which file it is.

use super::fields::{Object, time};
use crate::domain::Instant;
use crate::read::error::ReadError;
use crate::read::place::Place;
use serde_json::Value;

/// The files that are read. Others of the specification hold prices, alerts and the like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Discovery,
    SystemInformation,
    VehicleTypes,
    StationInformation,
    StationStatus,
    /// `vehicle_status`, or `free_bike_status` before 3.0.
    VehicleStatus,
    GeofencingZones,
}

pub const KINDS: [Kind; 7] = [
    Kind::Discovery,
    Kind::SystemInformation,
    Kind::VehicleTypes,
    Kind::StationInformation,
    Kind::StationStatus,
    Kind::VehicleStatus,
    Kind::GeofencingZones,
];

impl Kind {
    /// As version 3.0 calls it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Discovery => "gbfs",
            Self::SystemInformation => "system_information",
            Self::VehicleTypes => "vehicle_types",
            Self::StationInformation => "station_information",
            Self::StationStatus => "station_status",
            Self::VehicleStatus => "vehicle_status",
            Self::GeofencingZones => "geofencing_zones",
        }
    }
}

/// The kind that a feed's name says, as `gbfs.json` or a file's name spells it.
#[must_use]
pub fn kind_of_name(name: &str) -> Option<Kind> {
    if name == "free_bike_status" {
        return Some(Kind::VehicleStatus);
    }
    KINDS.into_iter().find(|kind| kind.name() == name)
}

/// What stands beside the data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// As the file spells it; empty where it does not say, as 1.0 does.
    pub version: String,
    /// When the operator changed the data last.
    pub last_updated: Option<Instant>,
    /// Seconds for which the data are good.
    pub ttl: Option<u32>,
}

/// A parsed file; its data are still as they came.
#[derive(Clone, Debug)]
pub struct Feedfile {
    pub header: Header,
    pub data: Object,
}

impl Feedfile {
    /// Which file it is, by what stands in its data.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        let has = |name: &str| self.data.contains_key(name);
        if has("stations") {
            return Some(if self.is_status() {
                Kind::StationStatus
            } else {
                Kind::StationInformation
            });
        }
        let feeds = |value: &Value| value.get("feeds").is_some_and(Value::is_array);
        match () {
            () if has("vehicle_types") => Some(Kind::VehicleTypes),
            () if has("bikes") || has("vehicles") => Some(Kind::VehicleStatus),
            () if has("geofencing_zones") => Some(Kind::GeofencingZones),
            () if has("system_id") => Some(Kind::SystemInformation),
            () if has("feeds") || self.data.values().any(feeds) => Some(Kind::Discovery),
            () => None,
        }
    }

    /// Stations that say how many vehicles they have, unlike those that say where they are. An empty list could be both:
    /// it is a status, of a season without stations.
    fn is_status(&self) -> bool {
        let stations = self.data.get("stations").and_then(Value::as_array);
        stations.is_none_or(|stations| {
            stations.first().is_none_or(|first| {
                let has = |name: &str| first.get(name).is_some();
                has("num_bikes_available") || has("num_vehicles_available") || !has("lat")
            })
        })
    }

    /// The list of a name, or what is there in its place.
    pub(super) fn list(&self, file: &str, names: &[&'static str]) -> Result<&[Value], ReadError> {
        let found = names.iter().find_map(|name| self.data.get(*name));
        let name = names.first().copied().unwrap_or_default();
        match found {
            Some(Value::Array(list)) => Ok(list),
            Some(_) => Err(ReadError::malformed(
                file,
                Place::File,
                format!("data.{name} is no list"),
                format!("a list of {name}"),
            )),
            None => Err(ReadError::malformed(
                file,
                Place::File,
                format!("no data.{name}"),
                format!("GBFS with a list of {name}"),
            )),
        }
    }
}

/// Parses the bytes of any GBFS file.
pub fn parse(file: &str, bytes: &[u8]) -> Result<Feedfile, ReadError> {
    const EXPECTED: &str = "a GBFS file: an object with `data`";
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let value: Value =
        serde_json::from_slice(bytes).map_err(|e| ReadError::json(file, &e, EXPECTED))?;
    let wrong = |found: &str| ReadError::malformed(file, Place::File, found, EXPECTED);
    let Value::Object(mut object) = value else {
        return Err(wrong("JSON that is no object"));
    };
    let version = match object.get("version") {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let header = Header {
        version,
        last_updated: object.get("last_updated").and_then(time),
        ttl: object.get("ttl").and_then(super::fields::whole),
    };
    match object.remove("data") {
        Some(Value::Object(data)) => Ok(Feedfile { header, data }),
        Some(_) => Err(wrong("`data` that is no object")),
        None => Err(wrong("an object without `data`")),
    }
}
