//! Vehicles that could be taken: mean, least and most by hour and kind of day, and how often none was there.
//!
//! Mean = vehicle-minutes / minutes of which something is known (Mobility Data Specification: one snapshot a minute;
//! definitions 4.9). Unit: vehicles. Minutes without a good snapshot are left out and lower the coverage.

use super::timeline::Timeline;
use crate::domain::shared::FormFactor;
use crate::domain::shared_profile::{Profile, Tally};
use crate::table::{StationSeries, VehicleSeries};

/// What is known of a place in one snapshot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sample {
    /// Vehicles that could be taken.
    pub available: u32,
    /// Vehicles that stood there, whatever their state.
    pub deployed: u32,
    /// Stations that were in the snapshot.
    pub stations: u32,
    /// Stations in service without a vehicle.
    pub empty: u32,
    /// Stations in service without a free dock, and stations that tell their docks.
    pub full: u32,
    pub with_docks: u32,
}

/// A place by hour and kind of day, by month and altogether. `samples`: of each snapshot what is known of the place.
#[must_use]
pub fn profile(samples: &[Option<Sample>], timeline: &Timeline) -> Profile {
    let mut profile = Profile::default();
    for hour in &timeline.hours {
        let mut tally = Tally::default();
        for minute in &hour.minutes {
            let sample = minute.and_then(|poll| samples.get(poll as usize).copied().flatten());
            add(&mut tally, sample);
        }
        profile.add(hour.day, hour.hour, hour.date, &tally);
    }
    profile
}

fn add(tally: &mut Tally, sample: Option<Sample>) {
    tally.minutes += 1;
    let Some(sample) = sample else { return };
    tally.merge(&Tally {
        minutes: 0,
        known: 1,
        vehicle_minutes: u64::from(sample.available),
        deployed_minutes: u64::from(sample.deployed),
        least: Some(sample.available),
        most: Some(sample.available),
        station_minutes: u64::from(sample.stations),
        empty_minutes: u64::from(sample.empty),
        full_minutes: u64::from(sample.full),
        docks_minutes: u64::from(sample.with_docks),
    });
}

/// What the stations of a group had together in each snapshot. Where none of them is in a snapshot, nothing is known.
#[must_use]
pub fn of_stations(series: &StationSeries, members: &[usize]) -> Vec<Option<Sample>> {
    let polls = series.polls.len();
    let mut samples = vec![Sample::default(); polls];
    for member in members {
        let changes = series.changes.get(*member).map_or(&[][..], Vec::as_slice);
        for (i, change) in changes.iter().enumerate() {
            let Some(reading) = change.reading else {
                continue;
            };
            let end = changes.get(i + 1).map_or(polls, |next| next.poll as usize);
            let begin = change.poll as usize;
            let docks = reading.is_full();
            for sample in samples.iter_mut().take(end).skip(begin) {
                sample.available += reading.available();
                sample.deployed += reading.vehicles + reading.disabled.unwrap_or(0);
                sample.stations += 1;
                sample.empty += u32::from(reading.is_empty());
                sample.full += u32::from(docks == Some(true));
                sample.with_docks += u32::from(docks.is_some());
            }
        }
    }
    let known = |sample: Sample| (sample.stations > 0).then_some(sample);
    samples.into_iter().map(known).collect()
}

/// The vehicles of a form factor that stood at places for which `is_here` holds, in each snapshot. Those in docks are
/// counted with their station, not here.
#[must_use]
pub fn of_vehicles(
    series: &VehicleSeries,
    form: FormFactor,
    is_here: &dyn Fn(usize) -> bool,
) -> Vec<Option<Sample>> {
    let mut samples = vec![Sample::default(); series.polls.len()];
    for (i, run) in series.runs.iter().enumerate() {
        if run.form != form || run.is_docked || !is_here(i) {
            continue;
        }
        let (first, last) = (run.first as usize, run.last as usize);
        for sample in samples.iter_mut().take(last + 1).skip(first) {
            sample.available += u32::from(run.is_available);
            sample.deployed += 1;
        }
    }
    samples.into_iter().map(Some).collect()
}

/// The same, without what is known of faulty snapshots.
pub fn leave_out(samples: &mut [Option<Sample>], is_faulty: &[bool]) {
    for (sample, faulty) in samples.iter_mut().zip(is_faulty) {
        if *faulty {
            *sample = None;
        }
    }
}

/// Vehicles per 1,000 inhabitants (definitions 4.9); `None` without inhabitants.
#[must_use]
pub fn per_thousand(vehicles: f64, inhabitants: f64) -> Option<f64> {
    (inhabitants > 0.0).then(|| vehicles / inhabitants * 1_000.0)
}
