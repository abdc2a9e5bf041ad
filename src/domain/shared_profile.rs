//! What could be shared at a place: sums of minutes by hour and kind of day, from which every figure follows.

use super::calendar::DayType;
use super::date::CivilDate;
use super::shared::{FormFactor, StationId};
use super::street::{LonLat, Names, StreetId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Sums over minutes. Written as a list of its fields in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Tally {
    /// Minutes of the recording.
    pub minutes: u64,
    /// Those of which something is known.
    pub known: u64,
    /// Vehicles that could be taken × minutes.
    pub vehicle_minutes: u64,
    /// Vehicles that stood there, whatever their state × minutes.
    pub deployed_minutes: u64,
    /// Vehicles that could be taken: the least and the most.
    pub least: Option<u32>,
    pub most: Option<u32>,
    /// Stations that were in a snapshot × minutes; of them in service without a vehicle.
    pub station_minutes: u64,
    pub empty_minutes: u64,
    /// Of them in service without a free dock, and those that tell their docks.
    pub full_minutes: u64,
    pub docks_minutes: u64,
}

type Written = (
    u64,
    u64,
    u64,
    u64,
    Option<u32>,
    Option<u32>,
    u64,
    u64,
    u64,
    u64,
);

impl From<Written> for Tally {
    fn from(w: Written) -> Self {
        Self {
            minutes: w.0,
            known: w.1,
            vehicle_minutes: w.2,
            deployed_minutes: w.3,
            least: w.4,
            most: w.5,
            station_minutes: w.6,
            empty_minutes: w.7,
            full_minutes: w.8,
            docks_minutes: w.9,
        }
    }
}

impl From<Tally> for Written {
    fn from(t: Tally) -> Self {
        (
            t.minutes,
            t.known,
            t.vehicle_minutes,
            t.deployed_minutes,
            t.least,
            t.most,
            t.station_minutes,
            t.empty_minutes,
            t.full_minutes,
            t.docks_minutes,
        )
    }
}

impl Tally {
    pub fn merge(&mut self, other: &Self) {
        let of = |a: Option<u32>, b: Option<u32>, pick: fn(u32, u32) -> u32| match (a, b) {
            (Some(a), Some(b)) => Some(pick(a, b)),
            (known, None) | (None, known) => known,
        };
        self.minutes += other.minutes;
        self.known += other.known;
        self.vehicle_minutes += other.vehicle_minutes;
        self.deployed_minutes += other.deployed_minutes;
        self.least = of(self.least, other.least, u32::min);
        self.most = of(self.most, other.most, u32::max);
        self.station_minutes += other.station_minutes;
        self.empty_minutes += other.empty_minutes;
        self.full_minutes += other.full_minutes;
        self.docks_minutes += other.docks_minutes;
    }

    /// Vehicles that could be taken, mean = vehicle-minutes / known minutes (definitions 4.9); `None` where nothing is known.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        ratio(self.vehicle_minutes as f64, self.known as f64)
    }

    /// Vehicles in public space, whatever their state; those on a trip are in no feed, so at least so many.
    #[must_use]
    pub fn deployed(&self) -> Option<f64> {
        ratio(self.deployed_minutes as f64, self.known as f64)
    }

    /// Share (0–1) of the time of the stations in which no vehicle could be taken.
    #[must_use]
    pub fn empty_share(&self) -> Option<f64> {
        ratio(self.empty_minutes as f64, self.station_minutes as f64)
    }

    /// Share (0–1) of the time of the stations that tell their docks in which none was free.
    #[must_use]
    pub fn full_share(&self) -> Option<f64> {
        ratio(self.full_minutes as f64, self.docks_minutes as f64)
    }

    /// Share (0–1) of the minutes of which something is known.
    #[must_use]
    pub fn coverage(&self) -> f64 {
        if self.minutes == 0 {
            0.0
        } else {
            self.known as f64 / self.minutes as f64
        }
    }
}

fn ratio(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

/// A place by hour and kind of day, by month and altogether.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// By `DayType::index`, then by hour; nothing for an hour that was not recorded.
    pub hours: [[Option<Tally>; 24]; 3],
    /// By the first day of the month.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub months: BTreeMap<CivilDate, Tally>,
    pub all: Tally,
}

impl Profile {
    /// Adds the minutes of a civil hour of a day.
    pub fn add(&mut self, day: DayType, hour: u8, date: CivilDate, tally: &Tally) {
        let hours = self.hours.get_mut(day.index());
        if let Some(cell) = hours.and_then(|hours| hours.get_mut(usize::from(hour))) {
            cell.get_or_insert_default().merge(tally);
        }
        self.months
            .entry(date.first_of_month())
            .or_default()
            .merge(tally);
        self.all.merge(tally);
    }

    /// Nothing where the hour was not recorded.
    #[must_use]
    pub fn hour(&self, day: DayType, hour: u8) -> Option<&Tally> {
        self.hours
            .get(day.index())?
            .get(usize::from(hour))?
            .as_ref()
    }
}

/// `shared/near/<street>.json`: what can be shared near one street, so that its page reads nothing else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SharedNear {
    /// Of the catalogue that it was written with.
    pub version: String,
    pub street: StreetId,
    /// Metres as the crow flies from the street within which is near.
    pub within_m: f64,
    pub offers: Vec<Offer>,
}

/// The vehicles of one operator and form factor near a street.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    /// The dataset from which it is.
    pub dataset: String,
    pub operator: Names,
    pub form: FormFactor,
    /// First and last civil day of the recording.
    pub first: CivilDate,
    pub last: CivilDate,
    /// By distance; empty where vehicles stand free.
    pub stations: Vec<NearStation>,
    /// Of all stations together, or of the vehicles that stand free near the street.
    pub profile: Profile,
    /// Where vehicles stand free: by distance, the squares in which at least ten stood. The others are in `profile` only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub squares: Vec<NearSquare>,
}

/// A square of some 200 m with all vehicles that ever stood in it, so that none of them can be told from the others.
/// Written as a list of its fields.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "(LonLat, f64, Tally)", into = "(LonLat, f64, Tally)")]
pub struct NearSquare {
    /// Its middle.
    pub at: LonLat,
    pub distance_m: f64,
    pub all: Tally,
}

impl From<(LonLat, f64, Tally)> for NearSquare {
    fn from((at, distance_m, all): (LonLat, f64, Tally)) -> Self {
        Self {
            at,
            distance_m,
            all,
        }
    }
}

impl From<NearSquare> for (LonLat, f64, Tally) {
    fn from(square: NearSquare) -> Self {
        (square.at, square.distance_m, square.all)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NearStation {
    pub id: StationId,
    pub names: Names,
    pub at: LonLat,
    pub distance_m: f64,
    pub capacity: Option<u32>,
    pub all: Tally,
}
