//! How long vehicles stand in public space, in the terms of CROW's rules for shared mobility (definitions 4.9): the
//! most that stood unrented in a day (of six moments), shares that stood for more than a day, 3, 7 and 14 days, and
//! vehicles where no trip may end. Per operator and form factor.
//!
//! Idle time = now − first seen where it stands. A vehicle that stood there when the recording began stood there for at
//! least as long: until the recording is older than a limit, nothing is said of that limit.

use super::rentals::MOVED_M;
use crate::domain::distance::{distance_m, is_inside};
use crate::domain::shared::{FormFactor, Zone as Geofence};
use crate::domain::time::HOUR_MS;
use crate::domain::{CivilDate, Instant, LonLat, Zone};
use crate::table::VehicleSeries;
use std::collections::BTreeMap;

/// Hours of the day at which vehicles are counted.
pub const MOMENTS: [u8; 6] = [0, 4, 8, 12, 16, 20];
/// Limits of idle time in hours: 1, 3, 7 and 14 days.
pub const LIMITS_H: [i64; 4] = [24, 72, 168, 336];

/// A stretch of time in which a vehicle stood at one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stay {
    pub form: FormFactor,
    pub at: LonLat,
    pub since: Instant,
    /// Seen last.
    pub until: Instant,
    /// It stood there in the first snapshot of the recording.
    pub began_before: bool,
}

/// The stays of a form factor. Snapshots that are missing or faulty do not end a stay; one good snapshot without the
/// vehicle does.
#[must_use]
pub fn stays(series: &VehicleSeries, form: FormFactor, is_faulty: &[bool]) -> Vec<Stay> {
    let time = |poll: u32| series.polls.get(poll as usize).copied();
    let is_gap = |from: u32, to: u32| {
        (from + 1..to).any(|poll| !is_faulty.get(poll as usize).copied().unwrap_or(false))
    };
    let mut found = Vec::new();
    for runs in series.by_vehicle() {
        let mut open: Option<(Stay, u32)> = None;
        for run in runs.iter().filter(|run| run.form == form) {
            let (Some(since), Some(until)) = (time(run.first), time(run.last)) else {
                continue;
            };
            if let Some((stay, last)) = &mut open {
                if distance_m(stay.at, run.at) <= MOVED_M && !is_gap(*last, run.first) {
                    stay.until = until;
                    *last = run.last;
                    continue;
                }
                found.push(*stay);
            }
            let stay = Stay {
                form,
                at: run.at,
                since,
                until,
                began_before: run.first == 0,
            };
            open = Some((stay, run.last));
        }
        found.extend(open.map(|(stay, _)| stay));
    }
    found
}

/// What CROW asks of a day.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ParkedDay {
    /// Moments of which something is known.
    pub moments: u32,
    /// The most of its moments.
    pub most: u32,
    /// Vehicles over all moments, and of them those at places where no trip may end.
    pub vehicles: u64,
    pub in_no_parking: u64,
    /// For each limit: vehicles over all moments at which the recording was older than the limit, and of them those
    /// that stood longer.
    pub seen: [u64; 4],
    pub longer: [u64; 4],
}

impl ParkedDay {
    /// Share (0–1) that stood longer than a limit, by its position in `LIMITS_H`; `None` while the recording is too
    /// young to tell.
    #[must_use]
    pub fn longer_share(&self, limit: usize) -> Option<f64> {
        let seen = *self.seen.get(limit)?;
        let longer = *self.longer.get(limit)?;
        (seen > 0).then(|| longer as f64 / seen as f64)
    }

    pub fn merge(&mut self, other: &Self) {
        self.moments += other.moments;
        self.most = self.most.max(other.most);
        self.vehicles += other.vehicles;
        self.in_no_parking += other.in_no_parking;
        for (sum, n) in self.seen.iter_mut().zip(other.seen) {
            *sum += n;
        }
        for (sum, n) in self.longer.iter_mut().zip(other.longer) {
            *sum += n;
        }
    }
}

/// Days with at least one moment of which something is known.
#[must_use]
pub fn days(
    series: &VehicleSeries,
    stays: &[Stay],
    is_faulty: &[bool],
    zone: Zone,
    fences: &[&Geofence],
) -> BTreeMap<CivilDate, ParkedDay> {
    let mut days = BTreeMap::new();
    let (Some(first), Some(last)) = (series.polls.first(), series.polls.last()) else {
        return days;
    };
    let mut hour = Instant(first.0.div_euclid(HOUR_MS) * HOUR_MS);
    while hour <= *last {
        let local = zone.local(hour);
        if MOMENTS.contains(&local.hour)
            && let Some(poll) = snapshot_at(series, hour, is_faulty)
        {
            let day: &mut ParkedDay = days.entry(local.date).or_default();
            day.moments += 1;
            let mut count = 0;
            for stay in stays {
                if stay.since > poll || stay.until < poll {
                    continue;
                }
                count += 1;
                day.vehicles += 1;
                let is_in = |fence: &&&Geofence| !fence.may_end && is_in_zone(stay.at, fence);
                day.in_no_parking += u64::from(fences.iter().find(is_in).is_some());
                let idle = poll.0 - stay.since.0;
                let age = poll.0 - first.0;
                for (i, limit) in LIMITS_H.iter().enumerate() {
                    let limit = limit * HOUR_MS;
                    if age > limit {
                        if let Some(n) = day.seen.get_mut(i) {
                            *n += 1;
                        }
                        if let Some(n) = day.longer.get_mut(i) {
                            *n += u64::from(idle > limit);
                        }
                    }
                }
            }
            day.most = day.most.max(count);
        }
        hour = hour.plus_ms(HOUR_MS);
    }
    days
}

/// The good snapshot at a moment: the last at or before it that is not too old.
fn snapshot_at(series: &VehicleSeries, moment: Instant, is_faulty: &[bool]) -> Option<Instant> {
    let after = series.polls.partition_point(|poll| *poll <= moment);
    let at = after.checked_sub(1)?;
    let poll = *series.polls.get(at)?;
    let is_good = moment.0 - poll.0 <= super::HOLD_MS;
    (is_good && !is_faulty.get(at).copied().unwrap_or(false)).then_some(poll)
}

/// Inside an outer ring and in none of its holes.
fn is_in_zone(at: LonLat, fence: &Geofence) -> bool {
    fence.polygons.iter().any(|rings| {
        let mut rings = rings.iter();
        let outer = rings.next();
        outer.is_some_and(|ring| is_inside(at, ring)) && !rings.any(|hole| is_inside(at, hole))
    })
}

/// Milliseconds in which vehicles were seen standing.
#[must_use]
pub fn idle_ms(stays: &[Stay]) -> i64 {
    stays.iter().map(|stay| stay.until.0 - stay.since.0).sum()
}
