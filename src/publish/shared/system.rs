//! Measures a recorded system.

use super::places::Places;
use super::{SharedSource, Town};
use crate::analysis::availability_of_vehicles::idle_share;
use crate::analysis::shared::availability::{
    Sample, leave_out, of_stations, of_vehicles, per_thousand, profile,
};
use crate::analysis::shared::departures::{self, Sums};
use crate::analysis::shared::parked::{self, ParkedDay};
use crate::analysis::shared::small_numbers::{K, Node, ShownNode, shown};
use crate::analysis::shared::timeline::Timeline;
use crate::analysis::shared::{Bounds, faults, rentals};
use crate::domain::shared::{FormFactor, Station, StationId};
use crate::domain::shared_profile::Profile;
use crate::domain::shared_report::{
    Departures, MunicipalityPart, Parked, ParkedMonth, Part, ShownBounds, StationPart, SystemReport,
};
use crate::domain::{CivilDate, Instant, Names};
use crate::read::recorded::Recorded;
use crate::table::{StationSeries, VehicleSeries};
use std::collections::BTreeMap;

const OF_STATIONS: &str = "Only the number of vehicles at a station is known: who leaves and arrives between two \
snapshots, and what a van takes, is not.";
const OF_VEHICLES: &str = "Only where vehicles stand is known: one that vanishes began a trip, was taken away, or was \
forgotten by the feed.";

/// A system with what its streets need.
#[derive(Debug)]
pub struct Measured {
    pub report: SystemReport,
    pub dataset: String,
    pub docked: Option<Docked>,
    pub free: Option<Free>,
}

/// Stations with their samples by snapshot.
#[derive(Debug)]
pub struct Docked {
    pub series: StationSeries,
    /// Of each station of the series, where it is known.
    pub stations: Vec<Option<Station>>,
    pub timeline: Timeline,
    pub is_faulty: Vec<bool>,
    pub form: FormFactor,
}

/// Vehicles that stand free.
#[derive(Debug)]
pub struct Free {
    pub series: VehicleSeries,
    pub timeline: Timeline,
    pub is_faulty: Vec<bool>,
    pub forms: Vec<FormFactor>,
}

pub fn measure(
    source: &SharedSource,
    recorded: &Recorded,
    town: Town<'_>,
    places: &Places,
) -> Measured {
    let docked = recorded
        .series
        .as_ref()
        .map(|series| docked(series, recorded, town));
    let free = recorded
        .vehicles
        .as_ref()
        .and_then(|series| free(series, town));
    let mut parts = Vec::new();
    if let Some(docked) = &docked {
        parts.push(docked_part(docked, town, places));
    }
    if let Some(free) = &free {
        for form in &free.forms {
            parts.push(free_part(free, *form, recorded, town, places));
        }
    }
    let of_docked = docked.iter().map(|d| (&d.series.polls, &d.is_faulty));
    let of_free = free.iter().map(|f| (&f.series.polls, &f.is_faulty));
    let (mut snapshots, mut faulty) = (0, 0);
    let mut extent: Option<(Instant, Instant)> = None;
    for (polls, is_faulty) in of_docked.chain(of_free) {
        snapshots += polls.len();
        faulty += is_faulty.iter().filter(|f| **f).count();
        for poll in polls.first().into_iter().chain(polls.last()) {
            let (first, last) = extent.unwrap_or((*poll, *poll));
            extent = Some((first.min(*poll), last.max(*poll)));
        }
    }
    let day = |at: Option<Instant>| town.zone.local(at.unwrap_or(Instant(0))).date;
    let operator = match &recorded.system {
        Some(system) if source.operator.by_language.is_empty() => system.names.clone(),
        _ => source.operator.clone(),
    };
    Measured {
        report: SystemReport {
            operator,
            first: day(extent.map(|e| e.0)),
            last: day(extent.map(|e| e.1)),
            snapshots,
            faulty,
            k: K,
            parts,
        },
        dataset: source.dataset.clone(),
        docked,
        free,
    }
}

fn docked(series: &StationSeries, recorded: &Recorded, town: Town<'_>) -> Docked {
    let known: BTreeMap<&StationId, &Station> =
        recorded.stations.iter().map(|s| (&s.id, s)).collect();
    let all: Vec<usize> = (0..series.stations.len()).collect();
    let fleet: Vec<u32> = of_stations(series, &all)
        .into_iter()
        .map(|sample| sample.map_or(0, |s| s.deployed))
        .collect();
    let mut forms: Vec<FormFactor> = recorded.types.values().map(|t| t.form).collect();
    forms.sort_unstable();
    forms.dedup();
    Docked {
        stations: series
            .stations
            .iter()
            .map(|id| known.get(id).map(|s| (*s).clone()))
            .collect(),
        timeline: Timeline::new(&series.polls, town.zone, town.calendar),
        is_faulty: faults::faulty(&series.polls, &fleet),
        series: series.clone(),
        form: match forms.as_slice() {
            [] => FormFactor::Bicycle,
            [one] => *one,
            _ => FormFactor::Other,
        },
    }
}

fn free(series: &VehicleSeries, town: Town<'_>) -> Option<Free> {
    let mut forms: Vec<FormFactor> = series
        .runs
        .iter()
        .filter(|run| !run.is_docked)
        .map(|run| run.form)
        .collect();
    forms.sort_unstable();
    forms.dedup();
    if forms.is_empty() {
        return None;
    }
    let mut fleet = vec![0_u32; series.polls.len()];
    for run in &series.runs {
        let seen = fleet
            .iter_mut()
            .take(run.last as usize + 1)
            .skip(run.first as usize);
        seen.for_each(|n| *n += 1);
    }
    Some(Free {
        timeline: Timeline::new(&series.polls, town.zone, town.calendar),
        is_faulty: faults::faulty(&series.polls, &fleet),
        series: series.clone(),
        forms,
    })
}

impl Docked {
    /// The stations of a group.
    #[must_use]
    pub fn profile(&self, members: &[usize]) -> Profile {
        let mut samples = of_stations(&self.series, members);
        leave_out(&mut samples, &self.is_faulty);
        profile(&samples, &self.timeline)
    }
}

impl Free {
    /// The vehicles of a form factor whose run is at a place for which `is_here` holds.
    #[must_use]
    pub fn profile(&self, form: FormFactor, is_here: &dyn Fn(usize) -> bool) -> Profile {
        let mut samples: Vec<Option<Sample>> = of_vehicles(&self.series, form, is_here);
        leave_out(&mut samples, &self.is_faulty);
        profile(&samples, &self.timeline)
    }
}

fn docked_part(docked: &Docked, town: Town<'_>, places: &Places) -> Part {
    let outside = places.names.len().saturating_sub(1);
    let at: Vec<usize> = docked
        .stations
        .iter()
        .map(|station| station.as_ref().map_or(outside, |s| places.of(s.at)))
        .collect();
    let name = |place: usize| places.names.get(place).cloned().unwrap_or_default();
    let stations = docked
        .series
        .stations
        .iter()
        .zip(&docked.stations)
        .zip(&at)
        .enumerate();
    let stations: Vec<StationPart> = stations
        .map(|(i, ((id, station), place))| StationPart {
            id: id.clone(),
            names: station
                .as_ref()
                .map_or_else(Names::default, |s| s.names.clone()),
            at: station.as_ref().map(|s| s.at),
            municipality: name(*place),
            capacity: station.as_ref().and_then(|s| s.capacity),
            is_virtual: station.as_ref().is_some_and(|s| s.is_virtual),
            profile: docked.profile(&[i]),
        })
        .collect();
    let all: Vec<usize> = (0..at.len()).collect();
    let municipalities = municipalities(places, town, &at, |place| {
        let of_place = |i: &usize| at.get(*i) == Some(&place);
        docked.profile(&all.iter().copied().filter(of_place).collect::<Vec<_>>())
    });
    Part {
        form: docked.form,
        has_stations: true,
        municipalities,
        town: docked.profile(&all),
        stations,
        departures: docked_departures(docked, &at, places),
        parked: None,
    }
}

/// The municipalities in which anything is, with their profiles.
fn municipalities(
    places: &Places,
    town: Town<'_>,
    at: &[usize],
    profile: impl Fn(usize) -> Profile,
) -> Vec<MunicipalityPart> {
    let present = places
        .names
        .iter()
        .enumerate()
        .filter(|(i, _)| at.contains(i));
    present
        .map(|(place, name)| {
            let profile = profile(place);
            let inhabitants = town.inhabitants.get(name).copied();
            let deployed = profile.all.deployed();
            MunicipalityPart {
                name: name.clone(),
                deployed_per_thousand: deployed
                    .zip(inhabitants)
                    .and_then(|(vehicles, people)| per_thousand(vehicles, f64::from(people))),
                profile,
                inhabitants,
            }
        })
        .collect()
}

fn docked_departures(docked: &Docked, at: &[usize], places: &Places) -> Departures {
    let mut all = Sums::default();
    let mut months: BTreeMap<CivilDate, Sums> = BTreeMap::new();
    let mut own: Vec<Sums> = Vec::new();
    for station in 0..docked.series.stations.len() {
        let hours =
            departures::of_station(&docked.series, station, &docked.is_faulty, &docked.timeline);
        let mut sums = Sums::default();
        for (start, of_hour) in &hours {
            sums.merge(of_hour);
            if let Some(hour) = docked.timeline.hour_of(*start) {
                let month = months.entry(hour.date.first_of_month());
                month.or_default().merge(of_hour);
            }
        }
        all.merge(&sums);
        own.push(sums);
    }
    let low = |sums: &Sums| sums.low;
    let by_month = Node::sum(
        "town",
        months
            .iter()
            .map(|(month, sums)| Node::leaf(month.to_string(), low(sums)))
            .collect(),
    );
    let mut of_places: BTreeMap<usize, (Sums, Vec<Node>)> = BTreeMap::new();
    for ((sums, place), id) in own.iter().zip(at).zip(&docked.series.stations) {
        let (total, leaves) = of_places.entry(*place).or_default();
        total.merge(sums);
        leaves.push(Node::leaf(id.0.clone(), low(sums)));
    }
    let name = |place: usize| places.names.get(place).cloned().unwrap_or_default();
    let by_place = Node::sum(
        "town",
        of_places
            .iter()
            .map(|(place, (_, leaves))| Node::sum(name(*place), leaves.clone()))
            .collect(),
    );
    let high = |sums: Option<&Sums>| sums.and_then(Sums::bounds).map(|bounds| bounds.high);
    let shown_places = shown(&by_place, K);
    let mut municipalities = BTreeMap::new();
    let mut stations = BTreeMap::new();
    for (node, (total, _)) in shown_places.parts.iter().zip(of_places.values()) {
        municipalities.insert(node.name.clone(), bounds(node, high(Some(total))));
        for leaf in &node.parts {
            let id = StationId(leaf.name.clone());
            let of_station = docked.series.position(&id).and_then(|i| own.get(i));
            stations.insert(leaf.name.clone(), bounds(leaf, high(of_station)));
        }
    }
    let shown_months = shown(&by_month, K);
    Departures {
        reason: OF_STATIONS.to_owned(),
        coverage: all.coverage(),
        all: all.bounds().map(|b| of_total(&shown_months, b)),
        months: months
            .iter()
            .zip(&shown_months.parts)
            .map(|((month, sums), node)| (*month, bounds(node, high(Some(sums)))))
            .collect(),
        municipalities,
        stations,
    }
}

/// The lower bound as it may be shown, and the upper one with it.
fn bounds(node: &ShownNode, high: Option<u64>) -> ShownBounds {
    ShownBounds {
        low: node.trips,
        high: node.trips.and(high),
    }
}

fn of_total(tree: &ShownNode, all: Bounds) -> ShownBounds {
    bounds(tree, Some(all.high))
}

fn free_part(
    free: &Free,
    form: FormFactor,
    recorded: &Recorded,
    town: Town<'_>,
    places: &Places,
) -> Part {
    let at: Vec<usize> = free
        .series
        .runs
        .iter()
        .map(|run| places.of(run.at))
        .collect();
    let municipalities = municipalities(places, town, &at, |place| {
        free.profile(form, &|run| at.get(run) == Some(&place))
    });
    let covered = rentals::covered(&free.series, &free.is_faulty);
    let found = rentals::rentals(&free.series, form, &covered);
    Part {
        form,
        has_stations: false,
        municipalities,
        town: free.profile(form, &|_| true),
        stations: Vec::new(),
        departures: free_departures(&found, free, places),
        parked: Some(of_parked(free, form, &found, recorded, town)),
    }
}

fn free_departures(found: &rentals::Rentals, free: &Free, places: &Places) -> Departures {
    let month = |at: Instant| Some(free.timeline.hour_of(at)?.date.first_of_month());
    let months = free
        .timeline
        .hours
        .iter()
        .map(|hour| hour.date.first_of_month());
    let mut of_month: BTreeMap<CivilDate, (u64, u64)> = months.map(|m| (m, (0, 0))).collect();
    let mut of_place = vec![0_u64; places.names.len()];
    for trip in &found.trips {
        if let Some(n) = month(trip.start).and_then(|m| of_month.get_mut(&m)) {
            n.0 += 1;
        }
        if let Some(n) = of_place.get_mut(places.of(trip.from)) {
            *n += 1;
        }
    }
    for event in &found.vanished {
        if let Some(n) = month(event.time).and_then(|m| of_month.get_mut(&m)) {
            n.1 += 1;
        }
    }
    let leaves = of_month.iter().map(|(m, n)| Node::leaf(m.to_string(), n.0));
    let shown_months = shown(&Node::sum("town", leaves.collect()), K);
    let leaves = places.names.iter().zip(&of_place);
    let leaves = leaves.map(|(name, n)| Node::leaf(name.clone(), *n));
    let shown_places = shown(&Node::sum("town", leaves.collect()), K);
    Departures {
        reason: OF_VEHICLES.to_owned(),
        coverage: found.coverage(),
        all: found.bounds().map(|b| of_total(&shown_months, b)),
        months: of_month
            .iter()
            .zip(&shown_months.parts)
            // What comes and goes unseen is told of the whole recording only.
            .map(|((m, n), node)| (*m, bounds(node, Some(n.1))))
            .collect(),
        municipalities: shown_places
            .parts
            .iter()
            .map(|node| (node.name.clone(), bounds(node, None)))
            .collect(),
        stations: BTreeMap::new(),
    }
}

fn of_parked(
    free: &Free,
    form: FormFactor,
    found: &rentals::Rentals,
    recorded: &Recorded,
    town: Town<'_>,
) -> Parked {
    let stays = parked::stays(&free.series, form, &free.is_faulty);
    let holds = |types: &[String]| {
        let mut forms = types.iter().filter_map(|id| recorded.types.get(id));
        types.is_empty() || forms.any(|t| t.form == form)
    };
    let fences: Vec<_> = recorded
        .zones
        .iter()
        .filter(|z| holds(&z.vehicle_types))
        .collect();
    let days = parked::days(&free.series, &stays, &free.is_faulty, town.zone, &fences);
    let mut months: BTreeMap<CivilDate, (u32, ParkedDay)> = BTreeMap::new();
    for (date, day) in days {
        let (days, sum) = months.entry(date.first_of_month()).or_default();
        *days += 1;
        sum.merge(&day);
    }
    let idle = parked::idle_ms(&stays);
    Parked {
        limits_h: parked::LIMITS_H,
        months: months
            .into_iter()
            .map(|(month, (days, sum))| {
                let in_no_parking = (sum.vehicles > 0 && !fences.is_empty())
                    .then(|| sum.in_no_parking as f64 / sum.vehicles as f64);
                let shares = [0, 1, 2, 3].map(|limit| sum.longer_share(limit));
                let found = ParkedMonth {
                    days,
                    moments: sum.moments,
                    most: sum.most,
                    longer_than: shares,
                    in_no_parking,
                };
                (month, found)
            })
            .collect(),
        idle_share_at_most: idle_share(idle as f64, found.trip_ms() as f64),
    }
}
