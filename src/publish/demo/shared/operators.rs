//! The two operators of the town: what their feeds showed in its last six weeks, and what was true.

use super::super::network;
use super::{MINUTE_MS, TrueTrip, docked, free};
use crate::analysis::shared::{HOLD_MS, faults, rentals};
use crate::domain::shared::{FormFactor, Station, StationId, VehicleType, Zone as Geofence};
use crate::domain::{CivilDate, Instant, LonLat, Names, Street, Zone};
use crate::publish::shared::{Content, SharedSource};
use crate::read::gbfs::SystemInformation;
use crate::read::recorded::Recorded;
use crate::table::VehicleSeries;
use crate::table::station_series::StationSeriesBuilder;
use serde::Serialize;
use std::collections::BTreeMap;

pub const BIKES: &str = "demonstration-bikes";
pub const SCOOTERS: &str = "demonstration-scooters";

const DAYS: i32 = 42;
/// Below the five minutes for which a snapshot is good.
const EVERY: u32 = 4;
const STATIONS: usize = 16;
const SCOOTER: &str = "step";

/// People of the town that does not exist.
pub const INHABITANTS: [(&str, u32); 3] = [
    ("Wolkenbrugge", 24_000),
    ("Nevelwaarde", 6_000),
    ("Zilverdonk", 4_000),
];

/// What is true of an operator.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SharedTruth {
    pub dataset: &'static str,
    /// Trips that began in the six weeks.
    pub trips: u64,
    /// Of them those that began while the feed worked: the bounds are of these.
    pub trips_in_covered_time: u64,
    pub trips_by_month: BTreeMap<CivilDate, u64>,
    pub picked_up_by_vans: u64,
    pub snapshots: usize,
}

/// Both operators with their truth.
pub fn operators(
    streets: &[Street],
    zone: Zone,
    (first, last): (CivilDate, CivilDate),
    seed: u64,
) -> Vec<(SharedSource, SharedTruth)> {
    let begin = first.max(last.plus_days(1 - DAYS));
    let start = zone.start_of_day(begin);
    let ms = zone.start_of_day(last.plus_days(1)).0 - start.0;
    let minutes = u32::try_from(ms / MINUTE_MS).unwrap_or(0).saturating_sub(1);
    vec![
        bikes(streets, zone, start, minutes, seed),
        scooters(streets, zone, start, minutes, seed),
    ]
}

fn bikes(
    streets: &[Street],
    zone: Zone,
    start: Instant,
    minutes: u32,
    seed: u64,
) -> (SharedSource, SharedTruth) {
    let step = (streets.len() / STATIONS).max(1);
    let chosen = streets.iter().step_by(step).take(STATIONS).zip(1..);
    let stations = chosen.filter_map(|(street, number)| {
        Some(Station {
            id: StationId(format!("{number:02}")),
            names: street.names.clone(),
            at: middle(street)?,
            capacity: Some(12 + number % 4 * 4),
            is_virtual: false,
        })
    });
    let plan = docked::Plan {
        stations: stations.collect(),
        start,
        minutes,
        every: EVERY,
        trips_per_day: 260.0,
        van_tours_per_day: 1.5,
        faults_per_day: 0.3,
    };
    let run = docked::run(&plan, seed);
    let mut builder = StationSeriesBuilder::default();
    for (at, readings) in &run.snapshots {
        for (station, reading) in plan.stations.iter().zip(readings) {
            builder.push(*at, &station.id, *reading);
        }
    }
    let polls: Vec<Instant> = run.snapshots.iter().map(|(at, _)| *at).collect();
    let fleet = run
        .snapshots
        .iter()
        .map(|(_, r)| r.iter().map(|r| r.vehicles).sum());
    let faulty = faults::faulty(&polls, &fleet.collect::<Vec<u32>>());
    let good = polls.iter().zip(polls.iter().skip(1)).enumerate();
    let covered: Vec<bool> = good
        .map(|(i, (from, to))| {
            let is_bad = |at: usize| faulty.get(at).copied().unwrap_or(true);
            to.0 - from.0 <= HOLD_MS && !is_bad(i) && !is_bad(i + 1)
        })
        .collect();
    let truth = truth(BIKES, &run.trips, &run.picked_up, &polls, &covered, zone);
    let (series, _) = builder.build();
    let recorded = Recorded {
        system: Some(system("wolkenfiets", zone)),
        stations: plan.stations,
        series: Some(series),
        ..Recorded::default()
    };
    let operator = [("nl", "Wolkenfiets"), ("fr", "Vélo des Nuages")];
    (source(BIKES, &operator, recorded), truth)
}

fn scooters(
    streets: &[Street],
    zone: Zone,
    start: Instant,
    minutes: u32,
    seed: u64,
) -> (SharedSource, SharedTruth) {
    let plan = free::Plan {
        places: streets.iter().step_by(2).filter_map(middle).collect(),
        fleet: 60,
        form: FormFactor::ScooterStanding,
        start,
        minutes,
        every: EVERY,
        trips_per_day: 150.0,
        van_tours_per_day: 1.0,
        faults_per_day: 0.3,
    };
    let run = free::run(&plan, seed);
    let polls: Vec<Instant> = run.snapshots.keys().copied().collect();
    let fleet = run
        .snapshots
        .values()
        .map(|seen| u32::try_from(seen.len()).unwrap_or(u32::MAX));
    let faulty = faults::faulty(&polls, &fleet.collect::<Vec<u32>>());
    let series = VehicleSeries::from_snapshots(run.snapshots);
    let covered = rentals::covered(&series, &faulty);
    let truth = truth(SCOOTERS, &run.trips, &run.picked_up, &polls, &covered, zone);
    let kind = VehicleType {
        id: SCOOTER.to_owned(),
        form: FormFactor::ScooterStanding,
        propulsion: "electric".to_owned(),
        max_range_m: Some(30_000.0),
    };
    let recorded = Recorded {
        system: Some(system("wolkenstep", zone)),
        zones: vec![market()],
        vehicles: Some(series),
        types: [(SCOOTER.to_owned(), kind)].into(),
        ..Recorded::default()
    };
    (source(SCOOTERS, &[("und", "Wolkenstep")], recorded), truth)
}

fn truth(
    dataset: &'static str,
    trips: &[TrueTrip],
    picked_up: &[(Instant, u32)],
    polls: &[Instant],
    covered: &[bool],
    zone: Zone,
) -> SharedTruth {
    let is_covered = |trip: &&TrueTrip| {
        let after = polls.partition_point(|poll| *poll < trip.start);
        let step = after.checked_sub(1);
        step.and_then(|step| covered.get(step)) == Some(&true)
    };
    let mut trips_by_month: BTreeMap<CivilDate, u64> = BTreeMap::new();
    for trip in trips {
        let month = zone.local(trip.start).date.first_of_month();
        *trips_by_month.entry(month).or_default() += 1;
    }
    SharedTruth {
        dataset,
        trips: trips.len() as u64,
        trips_in_covered_time: trips.iter().filter(is_covered).count() as u64,
        trips_by_month,
        picked_up_by_vans: picked_up.iter().map(|(_, n)| u64::from(*n)).sum(),
        snapshots: polls.len(),
    }
}

fn source(dataset: &str, operator: &[(&str, &str)], recorded: Recorded) -> SharedSource {
    let own = |(language, name): &(&str, &str)| ((*language).to_owned(), (*name).to_owned());
    SharedSource {
        dataset: dataset.to_owned(),
        operator: Names {
            by_language: operator.iter().map(own).collect(),
            aliases: Vec::new(),
        },
        content: Content::Recorded(Box::new(recorded)),
    }
}

fn system(id: &str, zone: Zone) -> SystemInformation {
    SystemInformation {
        system_id: id.to_owned(),
        names: Names::default(),
        zone: Some(zone),
        license: None,
    }
}

/// The middle corner of a street's first line.
fn middle(street: &Street) -> Option<LonLat> {
    let line = street.segments.first()?.lines.first()?;
    line.get(line.len() / 2).copied()
}

/// No scooter may be left on the market.
fn market() -> Geofence {
    let corners = [
        (-0.0012, -0.0007),
        (0.0012, -0.0007),
        (0.0012, 0.0007),
        (-0.0012, 0.0007),
    ];
    let ring = corners.map(|(lon, lat)| LonLat {
        lon: network::CENTRE.lon + lon,
        lat: network::CENTRE.lat + lat,
    });
    Geofence {
        names: Names::default(),
        polygons: vec![vec![ring.to_vec()]],
        vehicle_types: vec![SCOOTER.to_owned()],
        may_start: true,
        may_end: false,
        may_ride_through: true,
        max_speed_kmh: Some(8.0),
    }
}
