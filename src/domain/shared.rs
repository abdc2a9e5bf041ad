//! Shared mobility in the words of GBFS and MDS: stations, vehicles in public space, their kinds.
//!
//! No type here can hold the id that an operator gives to a vehicle or a rider: a reader puts a number of its own in
//! its place, which says that two sightings are of one vehicle and nothing else.

use super::street::{LonLat, Names};
use super::time::Instant;
use serde::{Deserialize, Serialize};

/// The operator's id of a station, as text. It names a place, not a person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StationId(pub String);

/// What a vehicle is built like: the values of GBFS 3.0 (`form_factor`).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum FormFactor {
    Bicycle,
    CargoBicycle,
    Car,
    Moped,
    ScooterStanding,
    ScooterSeated,
    /// Another one, or the feed does not say.
    #[default]
    Other,
}

impl FormFactor {
    pub const ALL: [Self; 7] = [
        Self::Bicycle,
        Self::CargoBicycle,
        Self::Car,
        Self::Moped,
        Self::ScooterStanding,
        Self::ScooterSeated,
        Self::Other,
    ];

    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// As GBFS 3.0 spells it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bicycle => "bicycle",
            Self::CargoBicycle => "cargo_bicycle",
            Self::Car => "car",
            Self::Moped => "moped",
            Self::ScooterStanding => "scooter_standing",
            Self::ScooterSeated => "scooter_seated",
            Self::Other => "other",
        }
    }

    /// A form factor by its name; `scooter` is how versions before 2.3 spell a standing one.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        if name == "scooter" {
            return Some(Self::ScooterStanding);
        }
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A type of vehicle that a system declares.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VehicleType {
    pub id: String,
    pub form: FormFactor,
    /// `human`, `electric_assist`, `electric`, `combustion` …, as GBFS spells it; empty where it does not say.
    pub propulsion: String,
    pub max_range_m: Option<f64>,
}

/// A station of a system.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Station {
    pub id: StationId,
    pub names: Names,
    pub at: LonLat,
    /// Places for vehicles; `None` where the operator does not say.
    pub capacity: Option<u32>,
    /// A marked spot without docks, of which some operators list thousands.
    pub is_virtual: bool,
}

/// What a station says of itself at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StationReading {
    /// Working vehicles that stand there, whether or not they may be taken now.
    pub vehicles: u32,
    pub disabled: Option<u32>,
    /// Free docks that work.
    pub docks: Option<u32>,
    /// Is there, and vehicles may be taken.
    pub is_renting: bool,
    /// Is there, and vehicles may be brought back.
    pub is_returning: bool,
}

impl StationReading {
    /// Vehicles that may be taken now.
    #[must_use]
    pub const fn available(self) -> u32 {
        if self.is_renting { self.vehicles } else { 0 }
    }

    /// In service, and without a vehicle.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.is_renting && self.vehicles == 0
    }

    /// In service, and without a free dock; `None` where the feed does not tell docks.
    #[must_use]
    pub fn is_full(self) -> Option<bool> {
        self.docks.map(|docks| self.is_returning && docks == 0)
    }
}

/// A number that a reader gives to a vehicle for the length of one import; it is written nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VehicleNumber(pub u32);

/// A vehicle in public space, as a feed shows it at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SeenVehicle {
    pub vehicle: VehicleNumber,
    /// Of the vehicle, or of the station where it stands.
    pub at: LonLat,
    pub form: FormFactor,
    pub is_reserved: bool,
    pub is_disabled: bool,
    /// Stands in a dock or at a station.
    pub is_docked: bool,
}

impl SeenVehicle {
    #[must_use]
    pub const fn is_available(&self) -> bool {
        !self.is_reserved && !self.is_disabled
    }
}

/// Where riding is not as elsewhere: the first rule that holds for all vehicles, or for one form factor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Zone {
    pub names: Names,
    /// Outer ring and holes of each polygon.
    pub polygons: Vec<Vec<Vec<LonLat>>>,
    /// Vehicle types for which it holds; none means all.
    pub vehicle_types: Vec<String>,
    pub may_start: bool,
    pub may_end: bool,
    pub may_ride_through: bool,
    pub max_speed_kmh: Option<f64>,
}

/// A trip from a file of trips.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trip {
    /// Where the file tells vehicles apart.
    pub vehicle: Option<VehicleNumber>,
    pub start: Instant,
    pub end: Instant,
    pub from: LonLat,
    pub to: LonLat,
    /// Along the way, where the file says it.
    pub distance_m: Option<f64>,
    pub form: FormFactor,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_station_is_neither_empty_nor_full_and_has_nothing_to_take() {
        let open = StationReading {
            vehicles: 0,
            disabled: None,
            docks: Some(0),
            is_renting: true,
            is_returning: true,
        };
        assert!(open.is_empty());
        assert_eq!(open.is_full(), Some(true));
        let closed = StationReading {
            vehicles: 4,
            is_renting: false,
            is_returning: false,
            ..open
        };
        assert!(!closed.is_empty());
        assert_eq!((closed.is_full(), closed.available()), (Some(false), 0));
        let silent = StationReading {
            docks: None,
            ..open
        };
        assert_eq!(silent.is_full(), None);
    }

    #[test]
    fn form_factors_are_read_as_they_are_written() {
        for kind in FormFactor::ALL {
            assert_eq!(FormFactor::parse(kind.name()), Some(kind));
        }
        let old = FormFactor::parse("scooter");
        assert_eq!(old, Some(FormFactor::ScooterStanding));
        assert_eq!(FormFactor::parse("hovercraft"), None);
    }
}
