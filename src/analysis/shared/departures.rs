//! Vehicles that left a station, as a lower and an upper bound, from nothing but how many stood there (definitions
//! 4.9).
//!
//! Between two snapshots `d` leave and `a` arrive; the feed shows Δ = a − d.
//!
//! - Lower: Σ max(0, −Δ). Falls that look like a van (`PICK_UP` vehicles within `PICK_UP_MS`) and dips that come
//!   back to the same number are left out of it, and so is a fall that frees no dock where the feed tells docks.
//! - Upper: with `a` and `d` as independent Poisson counts E[(Δ² − Δ) / 2] = E[d] + (E[a] − E[d])² / 2 (moments of Skellam,
//!   1946), which is never below the mean of `d`; three standard errors are added, √Σ E[Δ²]² / 2 each hour. Of falls that
//!   look like a van all vehicles are in it.
//!
//! Working and broken vehicles count together where the feed tells both, so that a vehicle that breaks has not left.
//! Steps of more than `HOLD_MS` and steps to or from a faulty snapshot are not covered: nothing is known of them.

use super::timeline::Timeline;
use super::{Bounds, HOLD_MS, covered_share};
use crate::domain::shared::StationReading;
use crate::domain::{CivilDate, Instant};
use crate::table::StationSeries;
use std::collections::BTreeMap;

/// So many vehicles that leave within `PICK_UP_MS` are taken for a van's load.
pub const PICK_UP: i64 = 5;
pub const PICK_UP_MS: i64 = 5 * 60_000;
/// A dip of at least this that comes back to the same number within three snapshots is a fault of the station.
const DIP: i64 = 3;
const DIP_STEPS: usize = 3;
/// Standard errors of the upper bound.
const ERRORS: f64 = 3.0;

/// Sums from which bounds follow; those of several stations and hours may be added.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sums {
    pub low: u64,
    /// Σ max(0, −Δ) of all covered steps, whatever they look like.
    pub falls: u64,
    /// Vehicles in falls that look like a van.
    pub pick_ups: u64,
    /// Twice Σ (Δ² − Δ) / 2 of all other steps: a whole number.
    twice_upper: u64,
    variance: f64,
    /// Station-milliseconds of which something is known, and of which nothing is.
    pub covered_ms: i64,
    pub uncovered_ms: i64,
}

impl Sums {
    pub fn merge(&mut self, other: &Self) {
        self.low += other.low;
        self.falls += other.falls;
        self.pick_ups += other.pick_ups;
        self.twice_upper += other.twice_upper;
        self.variance += other.variance;
        self.covered_ms += other.covered_ms;
        self.uncovered_ms += other.uncovered_ms;
    }

    /// `None` where nothing is known.
    #[must_use]
    pub fn bounds(&self) -> Option<Bounds> {
        if self.covered_ms == 0 {
            return None;
        }
        let upper = self.twice_upper as f64 / 2.0 + ERRORS * self.variance.sqrt();
        // Rounded up, and above 0.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let upper = upper.ceil() as u64;
        Some(Bounds {
            low: self.low,
            high: upper.max(self.low) + self.pick_ups,
        })
    }

    /// Share (0–1) of the time of which something is known.
    #[must_use]
    pub fn coverage(&self) -> f64 {
        covered_share(self.covered_ms, self.uncovered_ms)
    }
}

/// The sums of one station by hour of the recording (the start of the hour).
#[must_use]
pub fn of_station(
    series: &StationSeries,
    station: usize,
    is_faulty: &[bool],
    timeline: &Timeline,
) -> BTreeMap<Instant, Sums> {
    let readings = readings(series, station, is_faulty);
    let suspicions = suspicions(&series.polls, &readings);
    let mut hours: BTreeMap<Instant, (Sums, f64, u32)> = BTreeMap::new();
    for (i, (from, to)) in series
        .polls
        .iter()
        .zip(series.polls.iter().skip(1))
        .enumerate()
    {
        let Some(hour) = timeline.hour_of(*to) else {
            continue;
        };
        let (sums, squares, steps) = hours.entry(hour.start).or_default();
        let ms = to.0 - from.0;
        let before = readings.get(i).copied().flatten();
        let after = readings.get(i + 1).copied().flatten();
        let Some(change) = change(before, after).filter(|_| ms <= HOLD_MS) else {
            sums.uncovered_ms += ms;
            continue;
        };
        sums.covered_ms += ms;
        let fall = change.min(0).unsigned_abs();
        sums.falls += fall;
        match suspicions.get(i).copied().unwrap_or_default() {
            Suspicion::None => {
                sums.low += fall.min(freed(before, after).unwrap_or(fall));
                sums.twice_upper += (change * change - change).unsigned_abs();
                *squares += (change * change) as f64;
                *steps += 1;
            }
            Suspicion::Van => sums.pick_ups += fall,
            Suspicion::Dip => {
                sums.twice_upper += 2 * fall;
            }
        }
    }
    let close = |(sums, squares, steps): (Sums, f64, u32)| {
        let mean = if steps == 0 {
            0.0
        } else {
            squares / f64::from(steps)
        };
        Sums {
            variance: f64::from(steps) * mean * mean / 2.0,
            ..sums
        }
    };
    hours
        .into_iter()
        .map(|(at, sums)| (at, close(sums)))
        .collect()
}

/// Sums of hours by day.
#[must_use]
pub fn by_day(hours: &BTreeMap<Instant, Sums>, timeline: &Timeline) -> BTreeMap<CivilDate, Sums> {
    let mut days: BTreeMap<CivilDate, Sums> = BTreeMap::new();
    for (at, sums) in hours {
        if let Some(hour) = timeline.hour_of(*at) {
            days.entry(hour.date).or_default().merge(sums);
        }
    }
    days
}

fn readings(
    series: &StationSeries,
    station: usize,
    is_faulty: &[bool],
) -> Vec<Option<StationReading>> {
    let polls = series.polls.len();
    let mut readings = vec![None; polls];
    let changes = series.changes.get(station).map_or(&[][..], Vec::as_slice);
    for (i, change) in changes.iter().enumerate() {
        let end = changes.get(i + 1).map_or(polls, |next| next.poll as usize);
        let slots = readings.iter_mut().take(end).skip(change.poll as usize);
        slots.for_each(|slot| *slot = change.reading);
    }
    for (reading, faulty) in readings.iter_mut().zip(is_faulty) {
        if *faulty {
            *reading = None;
        }
    }
    readings
}

/// Δ of vehicles, with the broken ones where both readings tell them.
fn change(before: Option<StationReading>, after: Option<StationReading>) -> Option<i64> {
    let (before, after) = (before?, after?);
    let working = i64::from(after.vehicles) - i64::from(before.vehicles);
    let broken = before.disabled.zip(after.disabled);
    Some(working + broken.map_or(0, |(b, a)| i64::from(a) - i64::from(b)))
}

/// Docks that became free; `None` where a reading does not tell them.
fn freed(before: Option<StationReading>, after: Option<StationReading>) -> Option<u64> {
    let (before, after) = (before?.docks?, after?.docks?);
    Some(u64::from(after.saturating_sub(before)))
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Suspicion {
    #[default]
    None,
    /// A van took vehicles away, or brought some.
    Van,
    /// The station lost count and found it again.
    Dip,
}

/// What each step (from snapshot i to i + 1) may be other than people.
fn suspicions(polls: &[Instant], readings: &[Option<StationReading>]) -> Vec<Suspicion> {
    let steps: Vec<Option<i64>> = readings
        .iter()
        .zip(readings.iter().skip(1))
        .map(|(before, after)| change(*before, *after))
        .collect();
    let mut found = vec![Suspicion::None; steps.len()];
    // A dip and its return, as far as all steps are known.
    for (i, step) in steps.iter().enumerate() {
        let Some(fall) = step.filter(|step| *step <= -DIP) else {
            continue;
        };
        let mut level = fall;
        let ahead = steps.iter().skip(i + 1).take(DIP_STEPS);
        for (length, next) in (1..).zip(ahead) {
            let Some(next) = next else { break };
            level += next;
            if level == 0 {
                for slot in found.iter_mut().skip(i).take(length + 1) {
                    *slot = Suspicion::Dip;
                }
                break;
            }
        }
    }
    // Falls, or rises, that together make a van's load.
    for sign in [-1, 1] {
        let moved = |step: &Option<i64>| step.map_or(0, |change| (change * sign).max(0));
        let mut begin = 0;
        let mut sum = 0;
        for (i, step) in steps.iter().enumerate() {
            sum += moved(step);
            // The window holds the steps that end within PICK_UP_MS.
            while begin < i
                && polls
                    .get(i + 1)
                    .zip(polls.get(begin))
                    .is_some_and(|(end, start)| end.0 - start.0 > PICK_UP_MS)
            {
                sum -= steps.get(begin).map_or(0, moved);
                begin += 1;
            }
            if sum >= PICK_UP {
                let window = found.iter_mut().zip(&steps).take(i + 1).skip(begin);
                for (slot, step) in window {
                    if moved(step) > 0 && *slot == Suspicion::None {
                        *slot = Suspicion::Van;
                    }
                }
            }
        }
    }
    found
}
