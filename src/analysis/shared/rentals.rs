//! Trips of vehicles without stations, as a lower and an upper bound, from where a feed shows them (definitions 4.9).
//!
//! Ids change after a trip, so a vehicle that vanishes began a trip, or was taken away, or the feed forgot it; one that
//! appears ended a trip, or was put there. Unit: trip starts.
//!
//! - Upper: all that vanish, or jump with the same id, between two good snapshots; and those that come and go between
//!   two snapshots unseen: λ · Δt of all that appear (h), λ being how often a vehicle that is seen vanishes, as h + 3√h.
//! - Lower: pairs of one that vanishes and one that appears later, `SHORTEST_MS` to `LONGEST_MS` apart, at
//!   2 to 25 km/h as the crow flies, each in one pair at most. Of ids that stay (older feeds) the same id makes the pair.
//!   What vans do is left out: `BATCH` or more that vanish, or appear, within `BATCH_M` and `BATCH_MS`.
//!   So is a vehicle whose id changes where it stands, and one that is back with its id where it was.
//!
//! A step over more than `HOLD_MS`, and a step to or from a faulty snapshot, is not covered. So is one in which a
//! third of all ids change: that is the feed's doing.

use super::{Bounds, HOLD_MS, covered_share};
use crate::domain::distance::distance_m;
use crate::domain::shared::{FormFactor, VehicleNumber};
use crate::domain::{Instant, LonLat};
use crate::table::VehicleSeries;
use crate::table::vehicle_series::JITTER_M;

/// A vehicle that is seen this far from where it was has moved.
pub const MOVED_M: f64 = 2.0 * JITTER_M;
pub const SHORTEST_MS: i64 = 2 * 60_000;
pub const LONGEST_MS: i64 = 180 * 60_000;
pub const SLOWEST_KMH: f64 = 2.0;
pub const FASTEST_KMH: f64 = 25.0;
/// So many at one place within a short time are a van's doing.
pub const BATCH: usize = 3;
pub const BATCH_M: f64 = 100.0;
pub const BATCH_MS: i64 = 5 * 60_000;
/// Standard errors of what comes and goes unseen.
const ERRORS: f64 = 3.0;
/// Ids that change together: more than a third of the fleet, and at least so many vehicles.
const RENUMBERED: usize = 10;
const RENUMBERED_SHARE: usize = 3;

/// Trip starts of one form factor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rentals {
    /// When and where each vehicle vanished in a covered step.
    pub vanished: Vec<Event>,
    /// The trips behind the lower bound.
    pub trips: Vec<Matched>,
    /// Why the bounds differ: vehicles that vanished in batches, with their id where they stood, and came back where
    /// they were.
    pub in_batches: u64,
    pub renumbered: u64,
    pub back_in_place: u64,
    /// Expected number of those that came and went between two snapshots.
    pub unseen: f64,
    pub covered_ms: i64,
    pub uncovered_ms: i64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Event {
    pub vehicle: VehicleNumber,
    /// The end of the step in which it happened.
    pub time: Instant,
    pub at: LonLat,
    step: u32,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Matched {
    pub start: Instant,
    pub end: Instant,
    pub from: LonLat,
    pub to: LonLat,
}

impl Rentals {
    /// `None` where nothing is known.
    #[must_use]
    pub fn bounds(&self) -> Option<Bounds> {
        if self.covered_ms == 0 {
            return None;
        }
        let unseen = (self.unseen + ERRORS * self.unseen.sqrt()).ceil();
        // A whole number, and not negative.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let unseen = unseen as u64;
        Some(Bounds {
            low: self.trips.len() as u64,
            high: self.vanished.len() as u64 + unseen,
        })
    }

    #[must_use]
    pub fn coverage(&self) -> f64 {
        covered_share(self.covered_ms, self.uncovered_ms)
    }

    /// Milliseconds of the trips behind the lower bound.
    #[must_use]
    pub fn trip_ms(&self) -> i64 {
        self.trips
            .iter()
            .map(|trip| trip.end.0 - trip.start.0)
            .sum()
    }
}

/// The steps of a series of which something is known, by the index of their first snapshot.
#[must_use]
pub fn covered(series: &VehicleSeries, is_faulty: &[bool]) -> Vec<bool> {
    let polls = &series.polls;
    let mut good: Vec<bool> = polls
        .iter()
        .zip(polls.iter().skip(1))
        .map(|(from, to)| to.0 - from.0 <= HOLD_MS)
        .collect();
    for (i, step) in good.iter_mut().enumerate() {
        let bad = |at: usize| is_faulty.get(at).copied().unwrap_or(false);
        *step &= !bad(i) && !bad(i + 1);
    }
    let mut fleet = vec![0_usize; polls.len()];
    let mut gone = vec![0_usize; good.len()];
    let mut come = vec![0_usize; good.len()];
    for runs in series.by_vehicle() {
        for (i, run) in runs.iter().enumerate() {
            let (first, last) = (run.first as usize, run.last as usize);
            let of_run = fleet.iter_mut().take(last + 1).skip(first);
            of_run.for_each(|n| *n += 1);
            if runs.get(i + 1).is_none_or(|next| next.first > run.last + 1)
                && let Some(n) = gone.get_mut(last)
            {
                *n += 1;
            }
            let before = i.checked_sub(1).and_then(|b| runs.get(b));
            if before.is_none_or(|b| b.last + 1 < run.first)
                && let Some(n) = first.checked_sub(1).and_then(|step| come.get_mut(step))
            {
                *n += 1;
            }
        }
    }
    for (i, step) in good.iter_mut().enumerate() {
        let of = |counts: &[usize], at: usize| counts.get(at).copied().unwrap_or(0);
        let changed = of(&gone, i).min(of(&come, i));
        let vehicles = of(&fleet, i).max(of(&fleet, i + 1));
        if changed >= RENUMBERED && changed * RENUMBERED_SHARE > vehicles {
            *step = false;
        }
    }
    good
}

/// The trip starts of the vehicles of a form factor, by what a feed showed in covered steps (`covered`).
#[must_use]
pub fn rentals(series: &VehicleSeries, form: FormFactor, covered: &[bool]) -> Rentals {
    let mut found = Rentals::default();
    let polls = &series.polls;
    for ((from, to), is_covered) in polls.iter().zip(polls.iter().skip(1)).zip(covered) {
        let ms = to.0 - from.0;
        if *is_covered {
            found.covered_ms += ms;
        } else {
            found.uncovered_ms += ms;
        }
    }
    let is_covered = |step: u32| covered.get(step as usize).copied().unwrap_or(false);
    let event = |vehicle, step: u32, at| -> Option<Event> {
        Some(Event {
            vehicle,
            time: *polls.get(step as usize + 1)?,
            at,
            step,
        })
    };
    let mut gone: Vec<Event> = Vec::new();
    let mut come: Vec<Event> = Vec::new();
    for runs in series.by_vehicle() {
        for (i, run) in runs.iter().enumerate() {
            if run.form != form {
                continue;
            }
            let next = runs.get(i + 1);
            let has_moved = next.is_some_and(|next| distance_m(run.at, next.at) > MOVED_M);
            let is_contiguous = next.is_some_and(|next| next.first == run.last + 1);
            if !is_contiguous || has_moved {
                if is_covered(run.last) {
                    gone.extend(event(run.vehicle, run.last, run.at));
                }
                if let Some(next) = next
                    && is_covered(next.first - 1)
                {
                    come.extend(event(run.vehicle, next.first - 1, next.at));
                }
            }
            if i == 0 && run.first > 0 && is_covered(run.first - 1) {
                come.extend(event(run.vehicle, run.first - 1, run.at));
            }
        }
    }
    found.unseen = unseen(series, form, covered, gone.len(), &come);
    gone.sort_by_key(|e| (e.time, e.vehicle));
    come.sort_by_key(|e| (e.time, e.vehicle));
    let gone_in_batch = in_batches(&gone);
    let come_in_batch = in_batches(&come);
    found.in_batches = gone_in_batch.iter().filter(|b| **b).count() as u64;
    let mut gone_left: Vec<bool> = gone_in_batch.iter().map(|b| !b).collect();
    let mut come_left: Vec<bool> = come_in_batch.iter().map(|b| !b).collect();
    found.renumbered = in_place(&gone, &mut gone_left, &come, &mut come_left);
    same_ids(&gone, &mut gone_left, &come, &mut come_left, &mut found);
    pair(&gone, &mut gone_left, &come, &mut come_left, &mut found);
    found.trips.sort_by_key(|trip| (trip.start, trip.end));
    found.vanished = gone;
    found
}

/// Expected number of vehicles that appeared and vanished between two snapshots: each that appears was out of sight for
/// half a step on average, and may have gone and come again in it; a whole step is taken.
fn unseen(
    series: &VehicleSeries,
    form: FormFactor,
    covered: &[bool],
    gone: usize,
    come: &[Event],
) -> f64 {
    let polls = &series.polls;
    let ms = |step: usize| match (polls.get(step), polls.get(step + 1)) {
        (Some(from), Some(to)) if covered.get(step) == Some(&true) => to.0 - from.0,
        _ => 0,
    };
    // Sums of the lengths of steps, so that a run is a difference.
    let mut upto = Vec::with_capacity(polls.len());
    let mut sum = 0_i64;
    for step in 0..polls.len() {
        upto.push(sum);
        sum += ms(step);
    }
    let at = |poll: u32| upto.get(poll as usize).copied().unwrap_or(sum);
    let runs = series.runs.iter().filter(|run| run.form == form);
    let seen_ms: i64 = runs.map(|run| at(run.last + 1) - at(run.first)).sum();
    if seen_ms == 0 {
        return 0.0;
    }
    let hidden_ms: i64 = come.iter().map(|event| ms(event.step as usize)).sum();
    gone as f64 / seen_ms as f64 * hidden_ms as f64
}

/// Events that have `BATCH` − 1 others near them in place and time.
fn in_batches(events: &[Event]) -> Vec<bool> {
    events
        .iter()
        .enumerate()
        .map(|(i, event)| {
            let near = |other: &&Event| distance_m(event.at, other.at) <= BATCH_M;
            let after = events.iter().skip(i + 1);
            let after = after.take_while(|other| other.time.0 - event.time.0 <= BATCH_MS);
            let before = events.iter().take(i).rev();
            let before = before.take_while(|other| event.time.0 - other.time.0 <= BATCH_MS);
            after.chain(before).filter(near).count() + 1 >= BATCH
        })
        .collect()
}

/// Takes out vehicles whose id changed where they stood: gone and come in one step at one place.
fn in_place(gone: &[Event], gone_left: &mut [bool], come: &[Event], come_left: &mut [bool]) -> u64 {
    let mut renumbered = 0;
    for (event, left) in gone.iter().zip(gone_left.iter_mut()) {
        let first = come.partition_point(|other| other.time < event.time);
        let same_step = come.iter().zip(come_left.iter_mut()).skip(first);
        let same_step = same_step.take_while(|(other, _)| other.step == event.step);
        for (other, other_left) in same_step {
            let is_other = other.vehicle != event.vehicle;
            if *left && *other_left && is_other && distance_m(event.at, other.at) <= JITTER_M {
                *left = false;
                *other_left = false;
                renumbered += 1;
            }
        }
    }
    renumbered
}

/// Pairs of one id: a trip where the vehicle has moved plausibly, else no trip that can be told.
fn same_ids(
    gone: &[Event],
    gone_left: &mut [bool],
    come: &[Event],
    come_left: &mut [bool],
    found: &mut Rentals,
) {
    for (event, left) in gone.iter().zip(gone_left.iter_mut()) {
        let first = come.partition_point(|other| other.time < event.time);
        let next = come.iter().zip(come_left.iter_mut()).skip(first);
        let mut next = next.filter(|(other, _)| other.vehicle == event.vehicle);
        let Some((other, other_left)) = next.next() else {
            continue;
        };
        let is_whole = *left && *other_left;
        *left = false;
        *other_left = false;
        let metres = distance_m(event.at, other.at);
        if metres <= MOVED_M {
            found.back_in_place += 1;
        } else if is_whole && other.time.0 - event.time.0 <= LONGEST_MS {
            found.trips.push(matched(event, other));
        }
    }
}

/// Pairs by place and time: to each that appears the earliest that vanished and could have come here.
fn pair(
    gone: &[Event],
    gone_left: &mut [bool],
    come: &[Event],
    come_left: &mut [bool],
    found: &mut Rentals,
) {
    for (event, left) in come.iter().zip(come_left.iter_mut()) {
        if !*left {
            continue;
        }
        let first = gone.partition_point(|other| other.time.0 < event.time.0 - LONGEST_MS);
        let before = gone.iter().zip(gone_left.iter_mut()).skip(first);
        let mut before = before.take_while(|(other, _)| event.time.0 - other.time.0 >= SHORTEST_MS);
        let fits = before.find(|(other, other_left)| {
            // ms × km/h / 3,600 = metres.
            let ms = (event.time.0 - other.time.0) as f64;
            let metres = distance_m(other.at, event.at);
            **other_left
                && metres >= ms * SLOWEST_KMH / 3_600.0
                && metres <= ms * FASTEST_KMH / 3_600.0
        });
        if let Some((other, other_left)) = fits {
            *other_left = false;
            *left = false;
            found.trips.push(matched(other, event));
        }
    }
}

fn matched(gone: &Event, come: &Event) -> Matched {
    Matched {
        start: gone.time,
        end: come.time,
        from: gone.at,
        to: come.at,
    }
}
