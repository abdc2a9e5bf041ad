//! What can be shared near each street.

use super::Town;
use super::places::{distance_to_street_m, may_be_near};
use super::system::Measured;
use crate::analysis::shared::small_numbers::K;
use crate::domain::shared::FormFactor;
use crate::domain::shared_profile::{NearSquare, NearStation, Offer, SharedNear, Tally};
use crate::domain::{LonLat, Street};
use std::collections::BTreeMap;

/// Metres as the crow flies that people walk to a vehicle (definitions 4.9).
pub const WITHIN_M: f64 = 300.0;

/// Degrees of longitude and latitude of a square: some 200 m by 200 m in the middle of Europe.
const SQUARE: (f64, f64) = (0.003, 0.002);

/// Squares of one system, with their form factor.
type Squares = Vec<(FormFactor, LonLat, Tally)>;

/// A file for each street, also where nothing was ever near: a file that is not there would be a fault to a browser.
/// None where the town has no shared vehicles. Stations that are no more than marked spots count as stations.
#[must_use]
pub fn near(systems: &[Measured], town: Town<'_>) -> Vec<SharedNear> {
    if systems.is_empty() {
        return Vec::new();
    }
    let squares: Vec<Squares> = systems.iter().map(squares).collect();
    let of_street = |street: &Street| {
        let mut offers = Vec::new();
        for (system, squares) in systems.iter().zip(&squares) {
            offers.extend(docked(system, street));
            offers.extend(free(system, squares, street));
        }
        SharedNear {
            version: String::new(),
            street: street.id.clone(),
            within_m: WITHIN_M,
            offers,
        }
    };
    town.streets.iter().map(of_street).collect()
}

fn docked(system: &Measured, street: &Street) -> Option<Offer> {
    let docked = system.docked.as_ref()?;
    let mut members = Vec::new();
    let mut stations = Vec::new();
    for (i, station) in docked.stations.iter().enumerate() {
        let Some(station) = station.as_ref() else {
            continue;
        };
        if !may_be_near(street, station.at, WITHIN_M) {
            continue;
        }
        let metres = distance_to_street_m(street, station.at);
        let Some(metres) = metres.filter(|metres| *metres <= WITHIN_M) else {
            continue;
        };
        members.push(i);
        stations.push(NearStation {
            id: station.id.clone(),
            names: station.names.clone(),
            at: station.at,
            distance_m: (metres * 10.0).round() / 10.0,
            capacity: station.capacity,
            all: docked.profile(&[i]).all,
        });
    }
    stations.sort_by(|a, b| a.distance_m.total_cmp(&b.distance_m));
    (!members.is_empty()).then(|| Offer {
        dataset: system.dataset.clone(),
        operator: system.report.operator.clone(),
        form: docked.form,
        first: system.report.first,
        last: system.report.last,
        stations,
        profile: docked.profile(&members),
        squares: Vec::new(),
    })
}

/// Vehicles that stand free: an offer for each form factor of which one ever stood near.
fn free(system: &Measured, squares: &Squares, street: &Street) -> Vec<Offer> {
    let Some(free) = &system.free else {
        return Vec::new();
    };
    let near: Vec<bool> = free
        .series
        .runs
        .iter()
        .map(|run| {
            may_be_near(street, run.at, WITHIN_M)
                && distance_to_street_m(street, run.at).is_some_and(|m| m <= WITHIN_M)
        })
        .collect();
    let is_here = |run: usize| near.get(run).copied().unwrap_or(false);
    let mut offers = Vec::new();
    for form in &free.forms {
        let runs = free.series.runs.iter().enumerate();
        let mut of_form =
            runs.filter(|(i, run)| run.form == *form && !run.is_docked && is_here(*i));
        if of_form.next().is_none() {
            continue;
        }
        offers.push(Offer {
            dataset: system.dataset.clone(),
            operator: system.report.operator.clone(),
            form: *form,
            first: system.report.first,
            last: system.report.last,
            stations: Vec::new(),
            profile: free.profile(*form, &is_here),
            squares: near_squares(squares, *form, street),
        });
    }
    offers
}

/// The squares of a form factor whose middle is near, by distance.
fn near_squares(squares: &Squares, form: FormFactor, street: &Street) -> Vec<NearSquare> {
    let of_form = squares.iter().filter(|(of, ..)| *of == form);
    let near = of_form.filter_map(|(_, at, all)| {
        let metres = may_be_near(street, *at, WITHIN_M)
            .then(|| distance_to_street_m(street, *at))
            .flatten()
            .filter(|metres| *metres <= WITHIN_M)?;
        Some(NearSquare {
            at: *at,
            distance_m: (metres * 10.0).round() / 10.0,
            all: *all,
        })
    });
    let mut near: Vec<NearSquare> = near.collect();
    near.sort_by(|a, b| a.distance_m.total_cmp(&b.distance_m));
    near
}

/// Where at least `K` vehicles stood, one after the other or at once. A stay is one vehicle at one place; its operator
/// gives it a new number for the next, so stays and not vehicles are what can be counted.
fn squares(system: &Measured) -> Squares {
    let Some(free) = &system.free else {
        return Vec::new();
    };
    let mut stays: BTreeMap<(FormFactor, i64, i64), u64> = BTreeMap::new();
    let runs = || free.series.runs.iter().filter(|run| !run.is_docked);
    for run in runs() {
        let (x, y) = square(run.at);
        *stays.entry((run.form, x, y)).or_default() += 1;
    }
    stays.retain(|_, stays| *stays >= K);
    let of = |(form, x, y): (FormFactor, i64, i64)| {
        let is_here = |run: usize| {
            let run = free.series.runs.get(run);
            run.is_some_and(|run| square(run.at) == (x, y))
        };
        let at = LonLat {
            lon: (x as f64 + 0.5) * SQUARE.0,
            lat: (y as f64 + 0.5) * SQUARE.1,
        };
        (form, at, free.profile(form, &is_here).all)
    };
    stays.into_keys().map(of).collect()
}

/// Degrees fit into any integer.
#[allow(clippy::cast_possible_truncation)]
fn square(at: LonLat) -> (i64, i64) {
    (
        (at.lon / SQUARE.0).floor() as i64,
        (at.lat / SQUARE.1).floor() as i64,
    )
}
