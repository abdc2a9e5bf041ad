//! Two operators of shared vehicles that do not exist: bicycles in docks and scooters without. Every trip is known,
//! and so is what vans and faults of the feed do; what is published is only what a feed shows of it.

pub mod docked;
pub mod free;
pub mod operators;

use crate::domain::Instant;
use crate::domain::time::HOUR_MS;

const MINUTE_MS: i64 = 60_000;

/// A trip that was made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrueTrip {
    pub start: Instant,
    pub end: Instant,
    /// Position of the station in the plan, where there are stations.
    pub from_station: Option<usize>,
}

/// Share of a day's trips that begin in each hour (UTC + 1): two peaks, little at night.
const HOURS: [f64; 24] = [
    0.010, 0.006, 0.004, 0.003, 0.004, 0.010, 0.025, 0.060, 0.075, 0.050, 0.042, 0.045, 0.055,
    0.052, 0.050, 0.057, 0.072, 0.086, 0.076, 0.060, 0.050, 0.044, 0.038, 0.026,
];

/// Trips per hour at an instant, of so many a day.
fn rate(at: i64, per_day: f64) -> f64 {
    let hour = (at + HOUR_MS).rem_euclid(24 * HOUR_MS) / HOUR_MS;
    let share = usize::try_from(hour).ok().and_then(|hour| HOURS.get(hour));
    share.copied().unwrap_or(0.0) * per_day
}

/// What goes wrong with a feed between two instants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No answer.
    Outage,
    /// The same answer again and again.
    Stuck,
    /// A list without its entries.
    Empty,
}

/// Faults of a kind: about so many a day, of some minutes to an hour.
fn faults(
    random: &mut super::random::Random,
    (begin, end): (i64, i64),
    per_day: f64,
) -> Vec<(i64, i64, Fault)> {
    let days = (end - begin) as f64 / (24 * HOUR_MS) as f64;
    let mut found = Vec::new();
    for (kind, longest) in [
        (Fault::Outage, 60.0),
        (Fault::Stuck, 12.0),
        (Fault::Empty, 45.0),
    ] {
        let mut left = random.poisson(per_day * days);
        while left > 0.5 {
            left -= 1.0;
            let at = begin + millis(random.between(0.0, (end - begin) as f64));
            let minutes = random.between(1.0, longest);
            found.push((at, at + millis(minutes * MINUTE_MS as f64), kind));
        }
    }
    found
}

/// The fault of an instant.
fn fault_at(faults: &[(i64, i64, Fault)], at: i64) -> Option<Fault> {
    let found = faults.iter().find(|(from, to, _)| *from <= at && at < *to);
    found.map(|(.., kind)| *kind)
}

/// Polls, so many minutes apart; they drift by seconds.
fn polls(
    random: &mut super::random::Random,
    (begin, end): (i64, i64),
    every: u32,
    mut at: impl FnMut(i64),
) {
    let step = i64::from(every.max(1)) * MINUTE_MS;
    let mut poll = begin;
    while poll <= end {
        at(poll + millis(random.between(0.0, 4_000.0)));
        poll += step;
    }
}

/// Whole milliseconds of a number that is far below 2⁵³.
#[allow(clippy::cast_possible_truncation)]
fn millis(ms: f64) -> i64 {
    ms as i64
}

/// A whole number below `n`.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn pick(random: &mut super::random::Random, n: usize) -> usize {
    ((random.unit() * n as f64) as usize).min(n.saturating_sub(1))
}
