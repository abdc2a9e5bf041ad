//! Daily totals: which days are complete enough to be called a day, and the two hours that may be filled in.
//!
//! A day is valid where at least 22 of its hours are usable and none of 7–9 and 16–18 is missing
//! (definitions 4.1, rule 6). Of a valid day at most two hours that follow each other may be filled in
//! (4.4, order 2): mean of the same weekday and hour in the four weeks before and after × (level of the
//! day / level of these means over the hours that the day has). Such a total is estimated, not measured.
//! Sums over days with more gaps would be naive: they are left to the hourly method.

use super::civil::CivilDay;
use super::days::{DayHours, days_of};
use super::hours::Hours;
use crate::domain::{CivilDate, Mode, State};

/// Usable hours that a valid day has at least.
pub const MIN_HOURS: u32 = 22;
/// Hours of the day that must not be missing.
pub const PEAK_HOURS: [u8; 4] = [7, 8, 16, 17];
/// Weeks to each side from which an hour is filled in.
const FILL_WEEKS: i32 = 4;

/// One valid day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DailyTotal {
    pub date: CivilDate,
    pub total: f64,
    /// Usable hours that entered.
    pub hours: u32,
    /// Hours that were filled in.
    pub filled: u32,
    pub state: State,
}

/// The valid days of the period, by time.
#[must_use]
pub fn daily_totals(hours: Hours<'_>, mode: Mode, civil: &[CivilDay]) -> Vec<DailyTotal> {
    valid_days(&days_of(hours, mode), civil)
}

/// The same of days that are there already.
#[must_use]
pub fn valid_days(days: &[DayHours], civil: &[CivilDay]) -> Vec<DailyTotal> {
    days.iter()
        .filter_map(|day| {
            let clock = civil
                .binary_search_by_key(&day.date, |civil| civil.date)
                .ok()
                .and_then(|at| civil.get(at))?;
            total_of(day, clock, days)
        })
        .collect()
}

fn total_of(day: &DayHours, clock: &CivilDay, days: &[DayHours]) -> Option<DailyTotal> {
    let counted = day.hours();
    let expected = clock.hours();
    // A day of 23 hours has no 22nd and 23rd to lack: two may be missing of any day.
    if counted + (24 - MIN_HOURS) < expected {
        return None;
    }
    let missing: Vec<usize> = (0..24)
        .filter(|&hour| {
            let has = day.counts.get(hour).copied().unwrap_or(0);
            u32::from(has) < clock.hours.get(hour).copied().unwrap_or(0)
        })
        .collect();
    let is_peak = |hour: &usize| PEAK_HOURS.iter().any(|peak| usize::from(*peak) == *hour);
    if missing.iter().any(is_peak) {
        return None;
    }
    let known: f64 = day.sums.iter().sum();
    let mut total = known;
    let mut filled = 0;
    if let (Some(first), Some(last)) = (missing.first(), missing.last()) {
        if last - first >= missing.len() {
            return None;
        }
        for &hour in &missing {
            total += fill(day, hour, days)?;
            filled += 1;
        }
    }
    let state = if filled > 0 {
        State::Estimated
    } else if day.partial() * 2 > counted {
        State::Partial
    } else {
        State::Measured
    };
    Some(DailyTotal {
        date: day.date,
        total,
        hours: counted,
        filled,
        state,
    })
}

/// The value of a missing hour; `None` where no near week has this weekday and hour.
fn fill(day: &DayHours, hour: usize, days: &[DayHours]) -> Option<f64> {
    let (mut sums, mut counts) = ([0.0; 24], [0_u32; 24]);
    for week in (-FILL_WEEKS..=FILL_WEEKS).filter(|week| *week != 0) {
        let date = day.date.plus_days(7 * week);
        let Ok(at) = days.binary_search_by_key(&date, |other| other.date) else {
            continue;
        };
        let Some(near) = days.get(at) else { continue };
        near.add_to(&mut sums, &mut counts);
    }
    let mean = |at: usize| -> Option<f64> {
        let count = *counts.get(at)?;
        (count > 0).then_some(sums.get(at)? / f64::from(count))
    };
    let (mut own, mut usual) = (0.0, 0.0);
    for (at, (sum, count)) in day.sums.iter().zip(day.counts).enumerate() {
        if count > 0
            && let Some(mean) = mean(at)
        {
            own += sum / f64::from(count);
            usual += mean;
        }
    }
    let level = if usual > 0.0 { own / usual } else { 1.0 };
    Some(mean(hour)? * level)
}
