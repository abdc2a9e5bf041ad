//! Recorded feeds of shared mobility: GBFS as JSON, a file for each snapshot, or Parquet with a row for each station
//! or vehicle and snapshot. The ids of vehicles end here: what a reading holds is a number of its own.

mod json;
mod parquet;

pub use json::read_json;
pub use parquet::{STATION_COLUMNS, VEHICLE_COLUMNS, read_parquet};

use super::gbfs::SystemInformation;
use super::report::ReadReport;
use crate::domain::shared::{
    FormFactor, SeenVehicle, Station, StationId, VehicleNumber, VehicleType, Zone,
};
use crate::domain::{Instant, LonLat};
use crate::table::station_series::StationSeriesBuilder;
use crate::table::{StationSeries, VehicleSeries};
use std::collections::{BTreeMap, HashMap};

pub const NO_TIME: &str = "a snapshot without a time";
pub const LOST_PLACE: &str = "a vehicle at a station that no list of stations has";
pub const TWICE: &str = "the same station or vehicle again in one snapshot";

/// What the files of one system hold, as far as they were read.
#[derive(Debug, Default)]
pub struct Recording {
    pub system: Option<SystemInformation>,
    pub types: BTreeMap<String, VehicleType>,
    pub stations: BTreeMap<StationId, Station>,
    pub zones: Vec<Zone>,
    readings: StationSeriesBuilder,
    sightings: BTreeMap<Instant, Vec<Sighting>>,
    numbers: Numbers,
}

/// A vehicle in a snapshot, before all files were read: its station's place or its type may be in a later one.
#[derive(Clone, Debug)]
struct Sighting {
    vehicle: VehicleNumber,
    at: Option<LonLat>,
    station: Option<StationId>,
    kind: Option<Kind>,
    is_reserved: bool,
    is_disabled: bool,
}

#[derive(Clone, Debug)]
enum Kind {
    Type(String),
    Form(FormFactor),
}

/// Numbers in place of ids. Not printable: a map of ids must not get into a message.
#[derive(Default)]
struct Numbers(HashMap<String, VehicleNumber>);

impl std::fmt::Debug for Numbers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} vehicles", self.0.len())
    }
}

impl Numbers {
    fn of(&mut self, id: &str) -> VehicleNumber {
        if let Some(number) = self.0.get(id) {
            return *number;
        }
        let next = VehicleNumber(u32::try_from(self.0.len()).unwrap_or(u32::MAX));
        self.0.insert(id.to_owned(), next);
        next
    }
}

/// All of a system, ready to be measured.
#[derive(Debug, Default)]
pub struct Recorded {
    pub system: Option<SystemInformation>,
    /// By id.
    pub stations: Vec<Station>,
    pub zones: Vec<Zone>,
    /// `None` where the files have no snapshot of stations, or of vehicles.
    pub series: Option<StationSeries>,
    pub vehicles: Option<VehicleSeries>,
    pub types: BTreeMap<String, VehicleType>,
}

impl Recording {
    /// Puts the snapshots in order. What no file could tell is noted in `report`.
    #[must_use]
    pub fn finish(self, report: &mut ReadReport) -> Recorded {
        let place = super::Place::File;
        let only_form = self.only_form();
        let (series, twice) = self.readings.build();
        for _ in 0..twice {
            report.withdraw(TWICE, &report.file.clone(), place.clone());
        }
        let has_vehicles = !self.sightings.is_empty();
        let mut snapshots = BTreeMap::new();
        let mut seen = std::collections::HashSet::new();
        for (at, sightings) in self.sightings {
            let mut vehicles = Vec::with_capacity(sightings.len());
            seen.clear();
            for sighting in sightings {
                let station = sighting.station.as_ref();
                let known = station.and_then(|id| self.stations.get(id));
                let Some(position) = sighting.at.or_else(|| known.map(|s| s.at)) else {
                    report.withdraw(LOST_PLACE, &report.file.clone(), place.clone());
                    continue;
                };
                if !seen.insert(sighting.vehicle) {
                    report.withdraw(TWICE, &report.file.clone(), place.clone());
                    continue;
                }
                let form = match &sighting.kind {
                    Some(Kind::Form(form)) => *form,
                    Some(Kind::Type(id)) => {
                        self.types.get(id).map_or(FormFactor::Other, |t| t.form)
                    }
                    None => only_form,
                };
                vehicles.push(SeenVehicle {
                    vehicle: sighting.vehicle,
                    at: position,
                    form,
                    is_reserved: sighting.is_reserved,
                    is_disabled: sighting.is_disabled,
                    is_docked: station.is_some(),
                });
            }
            snapshots.insert(at, vehicles);
        }
        Recorded {
            system: self.system,
            stations: self.stations.into_values().collect(),
            zones: self.zones,
            series: (!series.polls.is_empty()).then_some(series),
            vehicles: has_vehicles.then(|| VehicleSeries::from_snapshots(snapshots)),
            types: self.types,
        }
    }

    /// A system with vehicles of one form needs not say it of each; one without types is a bicycle (GBFS 2.3).
    fn only_form(&self) -> FormFactor {
        let mut forms: Vec<FormFactor> = self.types.values().map(|t| t.form).collect();
        forms.sort_unstable();
        forms.dedup();
        match forms.as_slice() {
            [] => FormFactor::Bicycle,
            [one] => *one,
            _ => FormFactor::Other,
        }
    }
}
