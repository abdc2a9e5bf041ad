//! `shared/<dataset>.json`: what is published of a system of shared vehicles, sums from which every figure follows and
//! bounds that may be shown. What only those read who take the file along is not read back: the page's worker carries
//! no code for it.

use super::date::CivilDate;
use super::shared::{FormFactor, StationId};
use super::shared_profile::Profile;
use super::street::{LonLat, Names};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Of a recorded system.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SystemReport {
    pub operator: Names,
    /// First and last civil day of the recording.
    pub first: CivilDate,
    pub last: CivilDate,
    /// Snapshots, and those that were taken for faults of the feed and left out.
    pub snapshots: usize,
    pub faulty: usize,
    /// Under this no number of trips or departures is shown.
    pub k: u64,
    pub parts: Vec<Part>,
}

/// Stations, or the free vehicles of one form factor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    pub form: FormFactor,
    pub has_stations: bool,
    pub municipalities: Vec<MunicipalityPart>,
    pub town: Profile,
    #[serde(skip_deserializing, skip_serializing_if = "Vec::is_empty")]
    pub stations: Vec<StationPart>,
    pub departures: Departures,
    /// Only of vehicles that stand free.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parked: Option<Parked>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MunicipalityPart {
    /// Empty: outside all.
    pub name: String,
    pub profile: Profile,
    pub inhabitants: Option<u32>,
    /// Vehicles in public space, at least: mean deployed per 1,000 inhabitants.
    pub deployed_per_thousand: Option<f64>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StationPart {
    pub id: StationId,
    pub names: Names,
    /// `None` where no list of stations has it.
    pub at: Option<LonLat>,
    pub municipality: String,
    pub capacity: Option<u32>,
    pub is_virtual: bool,
    pub profile: Profile,
}

/// Departures between two bounds, each shown or hidden with its lower bound (`small_numbers`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Departures {
    /// Why there are bounds and no number.
    #[serde(skip_deserializing)]
    pub reason: String,
    /// Share (0–1) of the time of which something is known.
    pub coverage: f64,
    pub all: Option<ShownBounds>,
    pub months: BTreeMap<CivilDate, ShownBounds>,
    pub municipalities: BTreeMap<String, ShownBounds>,
    #[serde(skip_deserializing, skip_serializing_if = "BTreeMap::is_empty")]
    pub stations: BTreeMap<String, ShownBounds>,
}

/// Both or none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownBounds {
    pub low: Option<u64>,
    /// `None` also where only the lower bound can be told of a part.
    pub high: Option<u64>,
}

/// Rules of parking in CROW's terms, by month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parked {
    /// Limits in hours of the shares below.
    #[serde(skip_deserializing)]
    pub limits_h: [i64; 4],
    pub months: BTreeMap<CivilDate, ParkedMonth>,
    /// Time standing / (time standing + time of the trips behind the lower bound): idle at most so much.
    pub idle_share_at_most: Option<f64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ParkedMonth {
    pub days: u32,
    /// Moments (of six a day) of which something is known.
    pub moments: u32,
    /// The most that stood unrented at one of them.
    pub most: u32,
    /// Shares (0–1) of the vehicles at these moments; `None`: nothing can be told yet.
    pub longer_than: [Option<f64>; 4],
    pub in_no_parking: Option<f64>,
}

/// What a file of trips adds up to; the rest of its report is read by nobody here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TripFigures {
    pub operator: Names,
    pub first: Option<CivilDate>,
    pub last: Option<CivilDate>,
    pub k: u64,
    pub days: u32,
    pub trips_per_day: Option<f64>,
    /// At most: those that nobody rented are in no file of trips.
    pub trips_per_active_vehicle_and_day: Option<f64>,
    pub median_minutes: Option<f64>,
    pub median_metres: Option<f64>,
}
