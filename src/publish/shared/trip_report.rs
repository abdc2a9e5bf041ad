//! What is published of a file of trips: sums of ten and more.

use super::places::Places;
use super::{SharedSource, Town};
use crate::analysis::shared::small_numbers::{K, ShownNode, shown};
use crate::analysis::shared::trips::{by_hour, flows, per_vehicle_and_day, sums};
use crate::domain::shared::Trip;
use crate::domain::{CivilDate, Names};
use serde::Serialize;

/// `shared/<dataset>.json` of a file of trips.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TripReport {
    pub operator: Names,
    pub first: Option<CivilDate>,
    pub last: Option<CivilDate>,
    /// Under this no number is shown.
    pub k: u64,
    pub days: u32,
    /// All that follows is `None` where there are fewer than `k` trips.
    pub trips_per_day: Option<f64>,
    /// Trips per vehicle that was rented at all, a mean over the days: those that nobody rented are in no file of trips,
    /// so it is at most so much per vehicle.
    pub trips_per_active_vehicle_and_day: Option<f64>,
    pub median_minutes: Option<f64>,
    pub median_metres: Option<f64>,
    /// By kind of day and hour.
    pub hours: ShownNode,
    /// From municipality to municipality; the empty name is outside all.
    pub flows: ShownNode,
}

#[must_use]
pub fn report(
    source: &SharedSource,
    trips: &[Trip],
    town: Town<'_>,
    places: &Places,
) -> TripReport {
    let sums = sums(trips, town.zone, town.calendar);
    let ends: Vec<(usize, usize)> = trips
        .iter()
        .map(|trip| (places.of(trip.from), places.of(trip.to)))
        .collect();
    let is_shown = sums.trips >= K;
    let date = |trip: Option<&Trip>| trip.map(|trip| town.zone.local(trip.start).date);
    let by_start = |a: &&Trip, b: &&Trip| a.start.cmp(&b.start);
    let days = f64::from(sums.days_with_trips);
    let per_day = (days > 0.0).then(|| sums.trips as f64 / days);
    let active = sums.active_vehicles;
    TripReport {
        operator: source.operator.clone(),
        first: date(trips.iter().min_by(by_start)),
        last: date(trips.iter().max_by(by_start)),
        k: K,
        days: sums.days_with_trips,
        trips_per_day: per_day.filter(|_| is_shown),
        trips_per_active_vehicle_and_day: active
            .and_then(|vehicles| per_vehicle_and_day(sums.trips as f64, vehicles, days))
            .filter(|_| is_shown),
        median_minutes: sums.median_minutes.filter(|_| is_shown),
        median_metres: sums.median_metres.filter(|_| is_shown),
        hours: shown(&by_hour(&sums), K),
        flows: shown(&flows(&places.names, &ends), K),
    }
}
