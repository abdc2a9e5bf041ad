//! The bounds of departures against simulated towns whose trips are known: with vans, outages, stuck and empty feeds,
//! stations that lose count, and ids that change. In 99 of 100 runs at least the truth lies within.

use std::collections::BTreeMap;
use straatbeeld::analysis::shared::timeline::Timeline;
use straatbeeld::analysis::shared::{Bounds, HOLD_MS, departures, faults, rentals};
use straatbeeld::domain::shared::{FormFactor, Station, StationId};
use straatbeeld::domain::{Calendar, Instant, LonLat, Names, Zone};
use straatbeeld::publish::demo::shared::{TrueTrip, docked, free};
use straatbeeld::table::VehicleSeries;
use straatbeeld::table::station_series::StationSeriesBuilder;

/// Monday 2 March 2026, 7 o'clock in Brussels.
const START: Instant = Instant(1_772_431_200_000);
const RUNS: u64 = 1_000;

/// Trips that began in a covered step.
fn covered_trips(trips: &[TrueTrip], polls: &[Instant], covered: &[bool]) -> u64 {
    let in_covered = trips.iter().filter(|trip| {
        let after = polls.partition_point(|poll| *poll < trip.start);
        after > 0 && after < polls.len() && covered[after - 1]
    });
    in_covered.count() as u64
}

fn place(i: u32) -> LonLat {
    LonLat {
        lon: 3.22 + 0.004 * f64::from(i % 6),
        lat: 50.81 + 0.004 * f64::from(i / 6),
    }
}

/// The bounds of twelve hours at ten stations, and the truth.
fn a_day_of_stations(seed: u64) -> (Bounds, u64) {
    let stations = (0..10).map(|i| Station {
        id: StationId(format!("{i:02}")),
        names: Names::default(),
        at: place(i),
        capacity: Some(12 + i),
        is_virtual: false,
    });
    let plan = docked::Plan {
        stations: stations.collect(),
        start: START,
        minutes: 720,
        every: 1,
        // From quiet to busy, by the seed.
        trips_per_day: 40.0 + 60.0 * (seed % 10) as f64,
        van_tours_per_day: (seed % 7) as f64,
        faults_per_day: (seed % 5) as f64 / 2.0,
    };
    let run = docked::run(&plan, seed);
    let mut builder = StationSeriesBuilder::default();
    for (at, readings) in &run.snapshots {
        for (station, reading) in plan.stations.iter().zip(readings) {
            builder.push(*at, &station.id, *reading);
        }
    }
    let (series, _) = builder.build();
    let fleet: Vec<u32> = (0..series.polls.len())
        .map(|poll| {
            (0..10)
                .filter_map(|s| series.reading(s, poll))
                .map(|r| r.vehicles)
                .sum()
        })
        .collect();
    let faulty = faults::faulty(&series.polls, &fleet);
    let line = Timeline::new(
        &series.polls,
        Zone::parse("Europe/Brussels").unwrap(),
        &Calendar::default(),
    );
    let mut sums = departures::Sums::default();
    for station in 0..10 {
        for own in departures::of_station(&series, station, &faulty, &line).values() {
            sums.merge(own);
        }
    }
    let covered: Vec<bool> = (1..series.polls.len())
        .map(|i| {
            let ms = series.polls[i].0 - series.polls[i - 1].0;
            ms <= HOLD_MS && !faulty[i] && !faulty[i - 1]
        })
        .collect();
    let truth = covered_trips(&run.trips, &series.polls, &covered);
    (sums.bounds().unwrap(), truth)
}

/// The bounds of twelve hours of scooters, and the truth.
fn a_day_of_scooters(seed: u64) -> (Bounds, u64) {
    let plan = free::Plan {
        places: (0..36).map(place).collect(),
        fleet: 60,
        form: FormFactor::ScooterStanding,
        start: START,
        minutes: 720,
        every: 1,
        trips_per_day: 40.0 + 30.0 * (seed % 10) as f64,
        van_tours_per_day: (seed % 4) as f64,
        faults_per_day: (seed % 5) as f64 / 2.0,
    };
    let run = free::run(&plan, seed);
    let polls: Vec<Instant> = run.snapshots.keys().copied().collect();
    let fleet: Vec<u32> = run
        .snapshots
        .values()
        .map(|seen| seen.len() as u32)
        .collect();
    let series = VehicleSeries::from_snapshots(run.snapshots);
    let covered = rentals::covered(&series, &faults::faulty(&polls, &fleet));
    let found = rentals::rentals(&series, FormFactor::ScooterStanding, &covered);
    (
        found.bounds().unwrap(),
        covered_trips(&run.trips, &polls, &covered),
    )
}

fn truth_is_within(what: &str, day: fn(u64) -> (Bounds, u64)) {
    let mut outside: BTreeMap<u64, (Bounds, u64)> = BTreeMap::new();
    let (mut low, mut truth, mut high) = (0, 0, 0);
    for seed in 0..RUNS {
        let (bounds, trips) = day(seed);
        low += bounds.low;
        truth += trips;
        high += bounds.high;
        if trips < bounds.low || trips > bounds.high {
            outside.insert(seed, (bounds, trips));
        }
    }
    println!(
        "{what}: {} of {RUNS} runs outside; all runs: {low} to {high}, in truth {truth}",
        outside.len()
    );
    assert!(outside.len() as u64 * 100 <= RUNS, "{what}: {outside:?}");
    // Bounds that say nothing would hold too.
    assert!(low * 2 > truth, "{what}: {low} of {truth}");
    assert!(high < truth * 2, "{what}: {high} of {truth}");
}

#[test]
fn departures_from_stations_lie_within_their_bounds() {
    truth_is_within("stations", a_day_of_stations);
}

#[test]
fn trips_of_scooters_lie_within_their_bounds() {
    truth_is_within("scooters", a_day_of_scooters);
}
