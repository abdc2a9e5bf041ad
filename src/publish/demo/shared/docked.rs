//! Bicycles in docks: people take and bring them, a van moves some, the feed counts and sometimes errs.

use super::super::random::Random;
use super::{Fault, MINUTE_MS, TrueTrip, fault_at, faults, millis, pick, polls, rate};
use crate::domain::Instant;
use crate::domain::shared::{Station, StationReading};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// What is simulated.
#[derive(Clone, Debug)]
pub struct Plan {
    pub stations: Vec<Station>,
    pub start: Instant,
    pub minutes: u32,
    /// Minutes between polls.
    pub every: u32,
    pub trips_per_day: f64,
    pub van_tours_per_day: f64,
    pub faults_per_day: f64,
}

/// What a feed showed, and what was true.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// Of each successful poll the reading of each station.
    pub snapshots: Vec<(Instant, Vec<StationReading>)>,
    pub trips: Vec<TrueTrip>,
    /// Vehicles that a van took, and when.
    pub picked_up: Vec<(Instant, u32)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Happens {
    /// Someone wants a bicycle at a station.
    Wish(usize),
    /// A rider arrives; the trip's position in the list.
    Arrival(usize, usize),
    VanTakes,
    VanBrings(usize, u32),
    Poll,
}

/// Runs a plan.
#[must_use]
pub fn run(plan: &Plan, seed: u64) -> Run {
    let random = &mut Random::new(seed, 0x5ba4);
    let begin = plan.start.0;
    let end = begin + i64::from(plan.minutes) * MINUTE_MS;
    let capacity = |at: usize| plan.stations.get(at).and_then(|s| s.capacity).unwrap_or(10);
    let places = plan.stations.len();
    let mut here: Vec<u32> = (0..places).map(|at| capacity(at) / 2).collect();
    let mut run = Run::default();
    let mut queue: BinaryHeap<Reverse<(i64, Happens)>> = BinaryHeap::new();
    let own = plan.trips_per_day / (places.max(1) as f64);
    for station in 0..places {
        wishes(random, (begin, end), own, |at| {
            queue.push(Reverse((at, Happens::Wish(station))));
        });
    }
    let tours = random.poisson(plan.van_tours_per_day * f64::from(plan.minutes) / 1_440.0);
    for _ in 0..millis(tours) {
        let at = begin + millis(random.between(0.0, (end - begin) as f64));
        queue.push(Reverse((at, Happens::VanTakes)));
    }
    polls(random, (begin, end), plan.every, |at| {
        queue.push(Reverse((at, Happens::Poll)));
    });
    let faults = faults(random, (begin, end), plan.faults_per_day);
    while let Some(Reverse((at, what))) = queue.pop() {
        match what {
            Happens::Wish(station) => {
                let Some(vehicles) = here.get_mut(station).filter(|n| **n > 0) else {
                    continue;
                };
                *vehicles -= 1;
                let to = pick(random, places);
                let back = at + millis(random.between(4.0, 35.0) * MINUTE_MS as f64);
                let trip = run.trips.len();
                run.trips.push(TrueTrip {
                    start: Instant(at),
                    end: Instant(back),
                    from_station: Some(station),
                });
                queue.push(Reverse((back, Happens::Arrival(to, trip))));
            }
            Happens::Arrival(to, trip) => {
                // Where all docks are taken, on to the next station.
                let free = (0..places).map(|i| (to + i) % places);
                let free = free
                    .into_iter()
                    .find(|i| here.get(*i).is_some_and(|n| *n < capacity(*i)));
                if let Some(slot) = free.and_then(|i| here.get_mut(i)) {
                    *slot += 1;
                }
                if let Some(trip) = run.trips.get_mut(trip) {
                    trip.end = Instant(at);
                }
            }
            Happens::VanTakes => {
                let fullest = (0..places).max_by_key(|i| (here.get(*i), Reverse(*i)));
                if let Some(slot) = fullest.and_then(|i| here.get_mut(i))
                    && *slot >= 8
                {
                    let load = *slot - 3;
                    *slot = 3;
                    run.picked_up.push((Instant(at), load));
                    let to = pick(random, places);
                    let later = at + millis(random.between(15.0, 50.0) * MINUTE_MS as f64);
                    queue.push(Reverse((later, Happens::VanBrings(to, load))));
                }
            }
            Happens::VanBrings(to, load) => {
                let mut left = load;
                for i in (0..places).map(|i| (to + i) % places) {
                    if let Some(slot) = here.get_mut(i) {
                        let room = capacity(i).saturating_sub(*slot).min(left);
                        *slot += room;
                        left -= room;
                    }
                }
            }
            Happens::Poll => {
                let readings = match fault_at(&faults, at) {
                    Some(Fault::Outage) => continue,
                    Some(Fault::Stuck) => match run.snapshots.last() {
                        Some((_, readings)) => readings.clone(),
                        None => continue,
                    },
                    Some(Fault::Empty) => here.iter().map(|_| reading(0, 0)).collect(),
                    None => (0..places)
                        .map(|i| {
                            let vehicles = here.get(i).copied().unwrap_or(0);
                            // A station loses count now and then.
                            let counted = if random.unit() < 0.000_1 { 0 } else { vehicles };
                            reading(counted, capacity(i).saturating_sub(vehicles))
                        })
                        .collect(),
                };
                run.snapshots.push((Instant(at), readings));
            }
        }
    }
    run
}

/// Instants of a Poisson process whose rate follows the hours of the day: per minute, thinned.
pub(super) fn wishes(
    random: &mut Random,
    (begin, end): (i64, i64),
    per_day: f64,
    mut at: impl FnMut(i64),
) {
    let mut minute = begin;
    while minute < end {
        let mut left = random.poisson(rate(minute, per_day) / 60.0);
        while left > 0.5 {
            left -= 1.0;
            at(minute + millis(random.between(0.0, 60_000.0)));
        }
        minute += MINUTE_MS;
    }
}

const fn reading(vehicles: u32, docks: u32) -> StationReading {
    StationReading {
        vehicles,
        disabled: None,
        docks: Some(docks),
        is_renting: true,
        is_returning: true,
    }
}
