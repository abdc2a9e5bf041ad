//! Peaks: peak hour, K, D and the peak hour factor (definitions 4.2).
//!
//! Peak hour: the working-day hour with the highest mean within 7–9 and within 16–18.
//! K = 30th highest hour of the period / AADT. D = larger side / both sides in the peak hour, over the
//! working-day hours in which both sides have a value. PHF = V_hour / (4 · highest quarter of the hour),
//! the median over working days of the peak hours of which all four quarters were counted throughout.

use super::cell::DaySums;
use super::hours::{Hours, SegmentCounts};
use super::median::median;
use crate::domain::time::HOUR_MS;
use crate::domain::{DayType, Instant, Mode, Side};
use crate::query::annual::{HighHour, PeakMean, Peaks};
use std::collections::BTreeMap;

/// K is the share of this hour, counted from the highest.
pub const K_RANK: usize = 30;
/// A peak needs as many working-day values as any hour of the day.
const MIN_VALUES: u32 = super::busy::MIN_VALUES_PER_HOUR;

/// The rows as published make the factor, where they are quarters; `working` are the sums of working days.
#[must_use]
pub fn peaks(
    hours: Hours<'_>,
    counts: &SegmentCounts<'_>,
    mode: Mode,
    working: &DaySums,
    aadt: Option<f64>,
) -> Peaks {
    let morning = peak(working, 7..9);
    let evening = peak(working, 16..18);
    let highest = highest(hours, mode);
    let higher = match (morning, evening) {
        (Some(am), Some(pm)) if pm.mean > am.mean => Some(pm),
        (am, pm) => am.or(pm),
    };
    let (phf, phf_days) = higher.map_or((None, 0), |peak| factor(hours, counts, mode, peak.hour));
    Peaks {
        morning,
        evening,
        k: aadt
            .filter(|aadt| *aadt > 0.0)
            .zip(highest.get(K_RANK - 1))
            .map(|(aadt, hour)| hour.value / aadt),
        highest,
        d: higher.and_then(|peak| larger_side(hours, mode, peak.hour)),
        phf,
        phf_days,
    }
}

fn peak(working: &DaySums, window: std::ops::Range<u8>) -> Option<PeakMean> {
    let mut higher: Option<PeakMean> = None;
    for hour in window {
        let cell = working.get(usize::from(hour))?;
        let mean = cell.mean().filter(|_| cell.hours >= MIN_VALUES);
        if let Some(mean) = mean
            && higher.is_none_or(|known| mean > known.mean)
        {
            let hours = cell.hours;
            higher = Some(PeakMean { hour, mean, hours });
        }
    }
    higher
}

/// The earlier of equals first.
fn highest(hours: Hours<'_>, mode: Mode) -> Vec<HighHour> {
    let mut highest: Vec<HighHour> = Vec::with_capacity(K_RANK + 1);
    for (hour, value) in hours.values(mode, Side::Both) {
        // By time: an equal one that comes later ranks behind.
        let is_full = highest.len() == K_RANK;
        if is_full && highest.last().is_some_and(|last| value <= last.value) {
            continue;
        }
        let place = highest.partition_point(|known| known.value >= value);
        highest.insert(
            place,
            HighHour {
                date: hour.date,
                hour: hour.hour,
                value,
            },
        );
        highest.truncate(K_RANK);
    }
    highest
}

fn larger_side(hours: Hours<'_>, mode: Mode, at: u8) -> Option<(Side, f64)> {
    let (mut left, mut right) = (0.0, 0.0);
    for hour in hours.usable() {
        if hour.hour == at
            && hour.day_type == DayType::Working
            && let Some(to_left) = hours.table.volume(mode, Side::Left, hour.row)
            && let Some(to_right) = hours.table.volume(mode, Side::Right, hour.row)
        {
            left += to_left;
            right += to_right;
        }
    }
    let all = left + right;
    (all > 0.0).then(|| {
        if left >= right {
            (Side::Left, left / all)
        } else {
            (Side::Right, right / all)
        }
    })
}

/// Quarters are rows of 15 minutes, or three of 5 that belong together.
fn factor(hours: Hours<'_>, counts: &SegmentCounts<'_>, mode: Mode, at: u8) -> (Option<f64>, u32) {
    let parts = counts.parts;
    if parts.minutes.iter().all(|minutes| *minutes > 15) {
        return (None, 0);
    }
    let wanted = |start: Instant| {
        let local = counts.zone.local(start);
        local.hour == at && counts.calendar.day_type(local.date) == DayType::Working
    };
    let (from, to) = match (hours.list.first(), hours.list.last()) {
        (Some(first), Some(last)) => (first.date, last.date),
        _ => return (None, 0),
    };
    // Per hour: minutes and volume of each quarter.
    let mut by_hour: BTreeMap<i64, [(u32, f64); 4]> = BTreeMap::new();
    for row in 0..parts.len() {
        let (Some(&start), Some(&minutes)) = (parts.start.get(row), parts.minutes.get(row)) else {
            continue;
        };
        let is_whole = parts.uptime.get(row).is_none_or(|share| share >= 1.0);
        let Some(value) = parts.volume(mode, Side::Both, row) else {
            continue;
        };
        let date = counts.zone.local(start).date;
        if minutes > 15 || !is_whole || date < from || date > to || !wanted(start) {
            continue;
        }
        let quarter = usize::try_from(start.0.rem_euclid(HOUR_MS) / 900_000).unwrap_or(0);
        let entry = by_hour.entry(start.0.div_euclid(HOUR_MS)).or_default();
        if let Some(sum) = entry.get_mut(quarter) {
            sum.0 += u32::from(minutes);
            sum.1 += value;
        }
    }
    let mut factors: Vec<f64> = by_hour
        .values()
        .filter(|quarters| quarters.iter().all(|(minutes, _)| *minutes == 15))
        .filter_map(|quarters| {
            let hour: f64 = quarters.iter().map(|(_, value)| value).sum();
            let most = quarters.iter().map(|(_, value)| *value).fold(0.0, f64::max);
            (most > 0.0).then(|| hour / (4.0 * most))
        })
        .collect();
    let days = u32::try_from(factors.len()).unwrap_or(u32::MAX);
    (median(&mut factors), days)
}
