//! Vehicles that could be taken: mean, least and most by hour and kind of day, and how often none was there.
//!
//! Mean = vehicle-minutes / minutes of which something is known (Mobility Data Specification: one snapshot a minute;
//! definitions 4.9). Unit: vehicles. Minutes without a good snapshot are left out and lower the coverage.

use super::timeline::Timeline;
use crate::analysis::availability_of_vehicles::mean_available;
use crate::domain::shared::FormFactor;
use crate::domain::{CivilDate, DayType};
use crate::table::{StationSeries, VehicleSeries};
use std::collections::BTreeMap;

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

/// Sums over minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Minutes of the recording.
    pub minutes: u64,
    /// Those of which something is known.
    pub known: u64,
    pub vehicle_minutes: u64,
    pub deployed_minutes: u64,
    pub least: Option<u32>,
    pub most: Option<u32>,
    pub station_minutes: u64,
    pub empty_minutes: u64,
    pub full_minutes: u64,
    pub docks_minutes: u64,
}

impl Tally {
    fn add(&mut self, sample: Option<Sample>) {
        self.minutes += 1;
        let Some(sample) = sample else { return };
        let available = sample.available;
        self.known += 1;
        self.vehicle_minutes += u64::from(available);
        self.deployed_minutes += u64::from(sample.deployed);
        self.least = Some(self.least.map_or(available, |least| least.min(available)));
        self.most = Some(self.most.map_or(available, |most| most.max(available)));
        self.station_minutes += u64::from(sample.stations);
        self.empty_minutes += u64::from(sample.empty);
        self.full_minutes += u64::from(sample.full);
        self.docks_minutes += u64::from(sample.with_docks);
    }

    fn merge(&mut self, other: &Self) {
        let of = |a: Option<u32>, b: Option<u32>, pick: fn(u32, u32) -> u32| match (a, b) {
            (Some(a), Some(b)) => Some(pick(a, b)),
            (known, None) | (None, known) => known,
        };
        self.minutes += other.minutes;
        self.known += other.known;
        self.vehicle_minutes += other.vehicle_minutes;
        self.deployed_minutes += other.deployed_minutes;
        self.least = of(self.least, other.least, u32::min);
        self.most = of(self.most, other.most, u32::max);
        self.station_minutes += other.station_minutes;
        self.empty_minutes += other.empty_minutes;
        self.full_minutes += other.full_minutes;
        self.docks_minutes += other.docks_minutes;
    }

    /// Vehicles; `None` where nothing is known.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        mean_available(self.vehicle_minutes as f64, self.known as f64)
    }

    /// Vehicles in public space, whatever their state; those on a trip are in no feed, so at least so many.
    #[must_use]
    pub fn deployed(&self) -> Option<f64> {
        mean_available(self.deployed_minutes as f64, self.known as f64)
    }

    /// Share (0–1) of the time of the stations in which no vehicle could be taken.
    #[must_use]
    pub fn empty_share(&self) -> Option<f64> {
        mean_available(self.empty_minutes as f64, self.station_minutes as f64)
    }

    /// Share (0–1) of the time of the stations that tell their docks in which none was free.
    #[must_use]
    pub fn full_share(&self) -> Option<f64> {
        mean_available(self.full_minutes as f64, self.docks_minutes as f64)
    }

    /// Share (0–1) of the minutes of which something is known.
    #[must_use]
    pub fn coverage(&self) -> f64 {
        if self.minutes == 0 {
            0.0
        } else {
            self.known as f64 / self.minutes as f64
        }
    }
}

/// A place by hour and kind of day, by month and altogether.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// By `DayType::index`, then by hour.
    pub hours: [[Tally; 24]; 3],
    /// By the first day of the month.
    pub months: BTreeMap<CivilDate, Tally>,
    pub all: Tally,
}

impl Profile {
    /// `samples`: of each snapshot what is known of the place.
    #[must_use]
    pub fn of(samples: &[Option<Sample>], timeline: &Timeline) -> Self {
        let mut profile = Self::default();
        for hour in &timeline.hours {
            let mut tally = Tally::default();
            for minute in &hour.minutes {
                let sample = minute.and_then(|poll| samples.get(poll as usize).copied().flatten());
                tally.add(sample);
            }
            if let Some(cell) = profile
                .hours
                .get_mut(hour.day.index())
                .and_then(|day| day.get_mut(usize::from(hour.hour)))
            {
                cell.merge(&tally);
            }
            let month = profile.months.entry(hour.date.first_of_month());
            month.or_default().merge(&tally);
            profile.all.merge(&tally);
        }
        profile
    }

    #[must_use]
    pub fn hour(&self, day: DayType, hour: u8) -> Option<&Tally> {
        self.hours.get(day.index())?.get(usize::from(hour))
    }
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
