//! The measures of definitions 4.9 by hand.

use std::collections::BTreeMap;
use straatbeeld::analysis::shared::Bounds;
use straatbeeld::analysis::shared::availability::{self, Sample};
use straatbeeld::analysis::shared::timeline::Timeline;
use straatbeeld::analysis::shared::{departures, parked, rentals, trips};
use straatbeeld::domain::shared::{
    FormFactor, SeenVehicle, StationId, StationReading, Trip, VehicleNumber, Zone as Geofence,
};
use straatbeeld::domain::shared_profile::Profile;
use straatbeeld::domain::{Calendar, DayType, Instant, LonLat, Names, Zone};
use straatbeeld::table::station_series::StationSeriesBuilder;
use straatbeeld::table::{StationSeries, VehicleSeries};

/// Monday 2 March 2026, 8 o'clock in Brussels.
const START: i64 = 1_772_434_800_000;
const MINUTE: i64 = 60_000;

fn brussels() -> Zone {
    Zone::parse("Europe/Brussels").unwrap()
}

fn minute(n: i64) -> Instant {
    Instant(START + n * MINUTE)
}

fn reading(vehicles: u32, docks: u32) -> StationReading {
    StationReading {
        vehicles,
        disabled: None,
        docks: Some(docks),
        is_renting: true,
        is_returning: true,
    }
}

/// One station with ten docks, a snapshot a minute; `None` is a poll that failed.
fn station(vehicles: &[Option<u32>]) -> StationSeries {
    let mut builder = StationSeriesBuilder::default();
    for (n, vehicles) in (0..).zip(vehicles) {
        if let Some(vehicles) = vehicles {
            let id = StationId("a".to_owned());
            builder.push(
                minute(n),
                &id,
                reading(*vehicles, 10_u32.saturating_sub(*vehicles)),
            );
        }
    }
    builder.build().0
}

fn profile(series: &StationSeries) -> Profile {
    let line = Timeline::new(&series.polls, brussels(), &Calendar::default());
    availability::profile(&availability::of_stations(series, &[0]), &line)
}

#[test]
fn twenty_three_vehicle_minutes_in_fifteen_are_1_53_vehicles() {
    // Mobility Data Specification: 3 vehicles for 5 minutes, 2 for 1 minute, 1 for 6, 0 for 3: 15 + 2 + 6 = 23.
    let vehicles: Vec<Option<u32>> = [[3; 5].as_slice(), &[2], &[1; 6], &[0; 3]]
        .concat()
        .into_iter()
        .map(Some)
        .collect();
    let profile = profile(&station(&vehicles));
    let tally = profile.hour(DayType::Working, 8).unwrap();
    assert_eq!((tally.known, tally.vehicle_minutes), (15, 23));
    assert!((tally.mean().unwrap() - 1.533_333).abs() < 1e-6);
    assert_eq!((tally.least, tally.most), (Some(0), Some(3)));
    assert_eq!(tally.empty_share(), Some(3.0 / 15.0));
    assert_eq!(tally.full_share(), Some(0.0));
    assert_eq!(tally.coverage(), 1.0);
    // Hours that were not recorded are not there.
    assert_eq!(profile.hour(DayType::Working, 9), None);
    assert_eq!(profile.hour(DayType::Sunday, 8), None);
}

#[test]
fn an_outage_is_missing_and_not_without_vehicles() {
    let mut vehicles = vec![Some(10)];
    vehicles.extend([None; 19]);
    vehicles.push(Some(10));
    let tally = profile(&station(&vehicles)).all;
    // The snapshot is good for five minutes after its own; then 14 are missing until the next.
    assert_eq!((tally.minutes, tally.known), (21, 7));
    assert_eq!((tally.mean(), tally.least), (Some(10.0), Some(10)));
    assert_eq!(tally.full_share(), Some(1.0));
    assert!((tally.coverage() - 7.0 / 21.0).abs() < 1e-12);
}

#[test]
fn a_group_is_the_sum_of_the_stations_that_are_there() {
    let mut builder = StationSeriesBuilder::default();
    for n in 0..4 {
        builder.push(minute(n), &StationId("a".to_owned()), reading(2, 1));
        if n < 2 {
            builder.push(minute(n), &StationId("b".to_owned()), reading(0, 5));
        }
    }
    builder.poll(minute(4));
    let (series, _) = builder.build();
    let samples = availability::of_stations(&series, &[0, 1]);
    let both = Sample {
        available: 2,
        deployed: 2,
        stations: 2,
        empty: 1,
        full: 0,
        with_docks: 2,
    };
    assert_eq!(samples[0], Some(both));
    assert_eq!(samples[2].unwrap().stations, 1);
    // Nothing of the group is in the snapshot: not zero.
    assert_eq!(samples[4], None);
}

fn left(series: &StationSeries) -> departures::Sums {
    let line = Timeline::new(&series.polls, brussels(), &Calendar::default());
    let faulty = vec![false; series.polls.len()];
    let hours = departures::of_station(series, 0, &faulty, &line);
    let mut all = departures::Sums::default();
    for sums in hours.values() {
        all.merge(sums);
    }
    all
}

#[test]
fn departures_are_at_least_the_falls_and_at_most_their_second_moment() {
    // Δ: −1, −1, +1, −2, 0, +1. Falls 4. (Δ² − Δ) / 2: 1, 1, 0, 3, 0, 0 = 5.
    let sums = left(&station(&[5, 4, 3, 4, 2, 2, 3].map(Some)));
    assert_eq!((sums.low, sums.falls, sums.pick_ups), (4, 4, 0));
    // Mean Δ² = 8 / 6; variance = 6 · (8/6)² / 2 = 5.33; 5 + 3 · 2.309 = 11.93.
    assert_eq!(sums.bounds(), Some(Bounds { low: 4, high: 12 }));
    assert_eq!(sums.covered_ms, 6 * MINUTE);
}

#[test]
fn a_vans_load_is_in_the_upper_bound_only() {
    let sums = left(&station(&[9, 9, 6, 2, 2, 2, 2, 2, 2, 2, 1].map(Some)));
    assert_eq!((sums.low, sums.falls, sums.pick_ups), (1, 8, 7));
    let bounds = sums.bounds().unwrap();
    assert!(bounds.high >= 8, "{bounds:?}");
}

#[test]
fn a_dip_that_comes_back_is_no_departure_and_an_outage_is_not_covered() {
    let dip = left(&station(&[6, 6, 0, 0, 6, 6].map(Some)));
    assert_eq!((dip.low, dip.pick_ups), (0, 0));
    let vehicles = [
        Some(6),
        None,
        None,
        None,
        None,
        None,
        None,
        Some(2),
        Some(2),
    ];
    let sums = left(&station(&vehicles));
    assert_eq!((sums.low, sums.covered_ms), (0, MINUTE));
    assert!((sums.coverage() - 1.0 / 8.0).abs() < 1e-12);
    let nothing = left(&station(&[
        Some(6),
        None,
        None,
        None,
        None,
        None,
        None,
        Some(2),
    ]));
    assert_eq!(nothing.bounds(), None);
}

#[test]
fn a_vehicle_that_breaks_has_not_left() {
    let mut builder = StationSeriesBuilder::default();
    for (n, vehicles, disabled) in [(0, 4, 0), (1, 3, 1), (2, 2, 1)] {
        let reading = StationReading {
            disabled: Some(disabled),
            ..reading(vehicles, 1)
        };
        builder.push(minute(n), &StationId("a".to_owned()), reading);
    }
    assert_eq!(left(&builder.build().0).falls, 1);
}

/// A place so many metres north of the market.
fn north(metres: f64) -> LonLat {
    LonLat {
        lon: 3.265,
        lat: 50.828 + metres / 111_195.0,
    }
}

fn scooters(snapshots: &[(i64, &[(u32, f64)])]) -> VehicleSeries {
    let snapshots = snapshots.iter().map(|(n, vehicles)| {
        let seen = vehicles.iter().map(|(vehicle, metres)| SeenVehicle {
            vehicle: VehicleNumber(*vehicle),
            at: north(*metres),
            form: FormFactor::ScooterStanding,
            is_reserved: false,
            is_disabled: false,
            is_docked: false,
        });
        (minute(*n), seen.collect())
    });
    VehicleSeries::from_snapshots(snapshots.collect::<BTreeMap<_, Vec<_>>>())
}

fn rented(series: &VehicleSeries) -> rentals::Rentals {
    let covered = rentals::covered(series, &vec![false; series.polls.len()]);
    rentals::rentals(series, FormFactor::ScooterStanding, &covered)
}

#[test]
fn a_trip_is_a_pair_at_a_plausible_speed_and_any_that_vanish_may_be_one() {
    // 1 vanishes; 11 appears 1,000 m away 6 minutes later: 10 km/h. 2 vanishes and nothing comes of it.
    let series = scooters(&[
        (0, &[(1, 0.0), (2, 3_000.0), (3, 0.0)]),
        (1, &[(2, 3_000.0), (3, 0.0)]),
        (4, &[(3, 0.0)]),
        (7, &[(3, 0.0), (11, 1_000.0)]),
    ]);
    let found = rented(&series);
    // And what may come and go unseen: 2 vanished in 1 + 4 + 7 vehicle-minutes, 1 appeared in a step of 3 minutes:
    // h = 2 / 12 · 3 = 0.5, h + 3√h = 2.6.
    assert!((found.unseen - 0.5).abs() < 1e-12, "{}", found.unseen);
    assert_eq!(
        found.bounds(),
        Some(Bounds {
            low: 1,
            high: 2 + 3
        })
    );
    assert_eq!(found.trip_ms(), 6 * MINUTE);
    assert_eq!(found.covered_ms, 7 * MINUTE);
    // 1,000 m in 2 minutes are 30 km/h: no trip.
    let fast = scooters(&[(0, &[(1, 0.0)]), (1, &[]), (3, &[(11, 1_000.0)])]);
    assert_eq!(
        (rented(&fast).trips.len(), rented(&fast).vanished.len()),
        (0, 1)
    );
    // Where it stood, with another id: the feed's doing.
    let same = scooters(&[(0, &[(1, 0.0)]), (1, &[(11, 0.0)])]);
    assert_eq!(
        (rented(&same).renumbered, rented(&same).trips.len()),
        (1, 0)
    );
    // Back with its id where it was.
    let back = scooters(&[(0, &[(1, 0.0)]), (1, &[]), (5, &[(1, 0.0)])]);
    assert_eq!(
        (rented(&back).back_in_place, rented(&back).trips.len()),
        (1, 0)
    );
    // A feed whose ids stay: the same one elsewhere is a trip.
    let stays = scooters(&[(0, &[(1, 0.0)]), (1, &[]), (5, &[(1, 700.0)])]);
    assert_eq!(
        (rented(&stays).trips.len(), rented(&stays).vanished.len()),
        (1, 1)
    );
}

#[test]
fn what_a_van_takes_or_brings_is_no_lower_bound() {
    let series = scooters(&[
        (0, &[(1, 0.0), (2, 10.0), (3, 20.0), (4, 2_000.0)]),
        (1, &[(4, 2_000.0)]),
        (6, &[(4, 2_000.0), (11, 900.0), (12, 900.0), (13, 900.0)]),
    ]);
    let found = rented(&series);
    // h = 3 / (3 + 6) · 3 · 5 = 5, h + 3√h = 11.7.
    assert_eq!(
        found.bounds(),
        Some(Bounds {
            low: 0,
            high: 3 + 12
        })
    );
    assert_eq!(found.in_batches, 3);
}

#[test]
fn a_feed_that_gives_all_new_ids_says_nothing_of_trips() {
    let first: Vec<(u32, f64)> = (0..12).map(|i| (i, f64::from(i) * 300.0)).collect();
    let second: Vec<(u32, f64)> = (0..12).map(|i| (100 + i, f64::from(i) * 300.0)).collect();
    let series = scooters(&[(0, &first), (1, &first), (2, &second)]);
    let found = rented(&series);
    assert_eq!(found.bounds(), Some(Bounds { low: 0, high: 0 }));
    assert_eq!((found.covered_ms, found.uncovered_ms), (MINUTE, MINUTE));
}

#[test]
fn crow_counts_six_moments_and_says_nothing_of_limits_that_the_recording_is_too_young_for() {
    // Two days from Monday 8:00, every 4 hours: Monday 8, 12, 16, 20; Tuesday 0, 4, 8, 12. Vehicle 2 comes on Monday at 16.
    let hours = [0, 4, 8, 12, 16, 20, 24, 28];
    let snapshots: Vec<(i64, Vec<(u32, f64)>)> = hours
        .iter()
        .map(|h| {
            let mut seen = vec![(1, 0.0)];
            if *h >= 8 {
                seen.push((2, 500.0));
            }
            (h * 60, seen)
        })
        .collect();
    let snapshots: Vec<(i64, &[(u32, f64)])> = snapshots
        .iter()
        .map(|(n, seen)| (*n, seen.as_slice()))
        .collect();
    let series = scooters(&snapshots);
    let good = vec![false; series.polls.len()];
    let stays = parked::stays(&series, FormFactor::ScooterStanding, &good);
    assert_eq!(stays.len(), 2);
    assert!(stays[0].began_before && !stays[1].began_before);
    assert_eq!(parked::idle_ms(&stays), (28 + 20) * 60 * MINUTE);
    let ring = [
        (-100.0, -0.01),
        (-100.0, 0.01),
        (100.0, 0.01),
        (100.0, -0.01),
    ];
    let ring = ring.map(|(metres, lon)| LonLat {
        lon: 3.265 + lon,
        ..north(metres)
    });
    let fence = Geofence {
        names: Names::default(),
        polygons: vec![vec![ring.to_vec()]],
        vehicle_types: Vec::new(),
        may_start: true,
        may_end: false,
        may_ride_through: true,
        max_speed_kmh: None,
    };
    let days = parked::days(&series, &stays, &good, brussels(), &[&fence]);
    let days: Vec<_> = days.values().collect();
    assert_eq!((days[0].moments, days[0].most, days[0].vehicles), (4, 2, 6));
    assert_eq!(days[0].in_no_parking, 4);
    assert_eq!(days[0].longer_share(0), None);
    // Tuesday 12:00, 28 hours old: of two vehicles one stood for more than a day.
    assert_eq!((days[1].moments, days[1].most), (4, 2));
    assert_eq!(days[1].longer_share(0), Some(0.5));
    assert_eq!(days[1].longer_share(1), None);
}

#[test]
fn twenty_trips_of_ten_vehicles_are_two_each() {
    assert_eq!(trips::per_vehicle_and_day(20.0, 10.0, 1.0), Some(2.0));
    assert_eq!(trips::per_vehicle_and_day(20.0, 10.0, 4.0), Some(0.5));
    assert_eq!(trips::per_vehicle_and_day(20.0, 0.0, 1.0), None);
    assert_eq!(availability::per_thousand(150.0, 75_000.0), Some(2.0));
    assert_eq!(availability::per_thousand(150.0, 0.0), None);
}

#[test]
fn trips_are_summed_by_the_hour_of_their_start() {
    let trip = |n: i64, minutes: i64, vehicle: u32| Trip {
        vehicle: Some(VehicleNumber(vehicle)),
        start: minute(n),
        end: minute(n + minutes),
        from: north(0.0),
        to: north(1_000.0),
        distance_m: None,
        form: FormFactor::Bicycle,
    };
    let list = [
        trip(0, 10, 1),
        trip(59, 20, 1),
        trip(60, 30, 2),
        trip(24 * 60, 30, 2),
    ];
    let sums = trips::sums(&list, brussels(), &Calendar::default());
    assert_eq!((sums.trips, sums.days, sums.days_with_trips), (4, 2, 2));
    assert_eq!(sums.active_vehicles, Some(1.5));
    assert_eq!(sums.median_minutes, Some(25.0));
    assert!((sums.median_metres.unwrap() - 1_000.0).abs() < 1.0);
    assert_eq!((sums.hours[0][8], sums.hours[0][9]), (3, 1));
    let tree = trips::by_hour(&sums);
    assert_eq!(
        (tree.trips, tree.parts.len(), tree.parts[0].parts.len()),
        (4, 3, 24)
    );
    let places = ["a".to_owned(), "b".to_owned()];
    let flows = trips::flows(&places, &[(0, 1), (0, 1), (1, 1)]);
    let numbers: Vec<u64> = flows
        .parts
        .iter()
        .flat_map(|p| &p.parts)
        .map(|p| p.trips)
        .collect();
    assert_eq!(numbers, [0, 2, 0, 1]);
}
