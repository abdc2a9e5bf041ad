//! Trips from files of trips: starts by hour and kind of day, per vehicle and day, and flows between places. Only where
//! there are such files; feeds of vehicles give bounds (`rentals`).

use super::small_numbers::Node;
use crate::domain::shared::{Trip, VehicleNumber};
use crate::domain::{Calendar, CivilDate, DayType, Zone};
use std::collections::{BTreeMap, BTreeSet};

/// Trips per vehicle (Mobility Data Specification): trip starts / vehicles deployed, mean. Per day: that / days.
/// `None` without vehicles or days.
#[must_use]
pub fn per_vehicle_and_day(starts: f64, deployed: f64, days: f64) -> Option<f64> {
    (deployed > 0.0 && days > 0.0).then(|| starts / deployed / days)
}

/// What the trips of a source are together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TripSums {
    pub trips: u64,
    /// Civil days from the first to the last trip start, and those with a trip.
    pub days: u32,
    pub days_with_trips: u32,
    /// Vehicles that made a trip, a mean over the days with trips; `None` where the file does not tell them apart.
    pub active_vehicles: Option<f64>,
    /// Of the trips: minutes, and metres as the file or the crow says.
    pub median_minutes: Option<f64>,
    pub median_metres: Option<f64>,
    /// By `DayType::index`, then hour of the start.
    pub hours: [[u64; 24]; 3],
}

#[must_use]
pub fn sums(trips: &[Trip], zone: Zone, calendar: &Calendar) -> TripSums {
    let mut found = TripSums::default();
    let mut vehicles: BTreeMap<CivilDate, BTreeSet<VehicleNumber>> = BTreeMap::new();
    let mut knows_vehicles = true;
    let mut minutes = Vec::new();
    let mut metres = Vec::new();
    for trip in trips {
        let local = zone.local(trip.start);
        found.trips += 1;
        let of_day = vehicles.entry(local.date).or_default();
        match trip.vehicle {
            Some(vehicle) => {
                of_day.insert(vehicle);
            }
            None => knows_vehicles = false,
        }
        let day: DayType = calendar.day_type(local.date);
        if let Some(n) = found
            .hours
            .get_mut(day.index())
            .and_then(|hours| hours.get_mut(usize::from(local.hour)))
        {
            *n += 1;
        }
        minutes.push((trip.end.0 - trip.start.0) as f64 / 60_000.0);
        let crow = crate::domain::distance::distance_m(trip.from, trip.to);
        metres.push(trip.distance_m.unwrap_or(crow));
    }
    found.days_with_trips = u32::try_from(vehicles.len()).unwrap_or(u32::MAX);
    if let (Some(first), Some(last)) = (vehicles.keys().next(), vehicles.keys().next_back()) {
        found.days = u32::try_from(last.days() - first.days() + 1).unwrap_or(0);
        if knows_vehicles {
            let all: usize = vehicles.values().map(BTreeSet::len).sum();
            found.active_vehicles = Some(all as f64 / vehicles.len() as f64);
        }
    }
    found.median_minutes = crate::analysis::median::median(&mut minutes);
    found.median_metres = crate::analysis::median::median(&mut metres);
    found
}

/// Trips by kind of day and hour, for small numbers.
#[must_use]
pub fn by_hour(sums: &TripSums) -> Node {
    let parts = DayType::ALL
        .into_iter()
        .zip(sums.hours)
        .map(|(day, hours)| {
            let hours = (0..24).zip(hours);
            let leaves = hours.map(|(hour, trips)| Node::leaf(format!("{hour:02}"), trips));
            Node::sum(day.name(), leaves.collect())
        });
    Node::sum("trips", parts.collect())
}

/// Trips from each place to each place, for small numbers: every pair of `places` is there, also without a trip.
/// `ends` holds the positions in `places` where each trip began and ended.
#[must_use]
pub fn flows(places: &[String], ends: &[(usize, usize)]) -> Node {
    let mut counts: BTreeMap<(usize, usize), u64> = BTreeMap::new();
    for pair in ends {
        *counts.entry(*pair).or_default() += 1;
    }
    let from = places.iter().enumerate().map(|(from, name)| {
        let to = places.iter().enumerate().map(|(to, name)| {
            let trips = counts.get(&(from, to)).copied().unwrap_or(0);
            Node::leaf(name.clone(), trips)
        });
        Node::sum(name.clone(), to.collect())
    });
    Node::sum("trips", from.collect())
}
