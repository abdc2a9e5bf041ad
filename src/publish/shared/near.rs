//! What can be shared near each street.

use super::Town;
use super::places::{distance_to_street_m, may_be_near};
use super::system::Measured;
use crate::domain::Street;
use crate::domain::shared_profile::{NearStation, Offer, SharedNear};

/// Metres as the crow flies that people walk to a vehicle (definitions 4.9).
pub const WITHIN_M: f64 = 300.0;

/// A file for each street, also where nothing was ever near: a file that is not there would be a fault to a browser.
/// None where the town has no shared vehicles. Stations that are no more than marked spots count as stations.
#[must_use]
pub fn near(systems: &[Measured], town: Town<'_>) -> Vec<SharedNear> {
    if systems.is_empty() {
        return Vec::new();
    }
    let of_street = |street: &Street| {
        let mut offers = Vec::new();
        for system in systems {
            offers.extend(docked(system, street));
            offers.extend(free(system, street));
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
    })
}

/// Vehicles that stand free: an offer for each form factor of which one ever stood near.
fn free(system: &Measured, street: &Street) -> Vec<Offer> {
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
        });
    }
    offers
}
