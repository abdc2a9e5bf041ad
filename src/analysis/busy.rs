//! How busy is it: the mean day by day type.
//!
//! Hourly method (FHWA Traffic Monitoring Guide, definitions 4.2): total = Σ over `hours_of_day` of
//! the mean of each hour, so that days with gaps count too. Naive daily sums over days with gaps
//! would be 4 to 6 % low.

use super::bootstrap::weekly_totals;
use super::cell::{CellSum, DaySums};
use super::civil::CivilDay;
use super::hours::Hours;
use super::scope::share;
use crate::domain::{DayType, Estimate, Mode, SensorGeneration, State};
use crate::query::answer::{Busy, DayTotal, PeakHour};

/// An hour of the day enters the totals when it has at least this many usable working-day values,
pub const MIN_VALUES_PER_HOUR: u32 = 3;
/// and at least one for every this many values of the hour that has most: a sensor that sees by
/// daylight knows 5 in the morning from a few days of June only.
pub const BEST_HOUR_RATIO: u32 = 10;

/// The mean day of the period. `sums` are those of `mode`, `night` those of `Mode::Night`.
#[must_use]
pub fn busy(
    hours: Hours<'_>,
    mode: Mode,
    sums: &[DaySums; 3],
    night: &[DaySums; 3],
    days: &[CivilDay],
    sensors: &[SensorGeneration],
) -> Busy {
    let [working, ..] = sums;
    let hours_of_day = hours_of_day(working);
    let intervals = weekly_totals(hours, mode, &hours_of_day);
    let by_day_type = DayType::ALL
        .into_iter()
        .zip(sums.iter().zip(intervals))
        .map(|(day_type, (row, interval))| DayTotal {
            day_type,
            total: total(row, &hours_of_day)
                .map(|value| estimate(value, interval, row, &hours_of_day, day_type, days)),
        })
        .collect();
    let [night_working, ..] = night;
    Busy {
        by_day_type,
        is_daylight_only: !hours_of_day.is_empty()
            && hours_of_day.len() < 24
            && sensors.contains(&SensorGeneration::V1),
        peak: peak(working, &hours_of_day),
        night_per_working_day: night_total(night_working),
        hours_of_day,
    }
}

/// The hours of the day with enough working-day values.
#[must_use]
pub fn hours_of_day(working: &DaySums) -> Vec<u8> {
    let best = working.iter().map(|cell| cell.hours).max().unwrap_or(0);
    (0_u8..)
        .zip(working)
        .filter(|(_, cell)| {
            cell.hours >= MIN_VALUES_PER_HOUR && cell.hours * BEST_HOUR_RATIO >= best
        })
        .map(|(hour, _)| hour)
        .collect()
}

/// Σ of the means; `None` where one of the hours has no value, or there is no hour.
#[must_use]
pub fn total(row: &DaySums, hours_of_day: &[u8]) -> Option<f64> {
    if hours_of_day.is_empty() {
        return None;
    }
    among(row, hours_of_day).map(CellSum::mean).sum()
}

fn among<'a>(row: &'a DaySums, hours_of_day: &'a [u8]) -> impl Iterator<Item = &'a CellSum> {
    hours_of_day
        .iter()
        .filter_map(|&hour| row.get(usize::from(hour)))
}

/// Coverage: usable hours of the total / civil hours of the same hours of the day and day type.
/// Partial under 75 %, missing under 25 % (definitions 4.1), and partial at best where more than half of the
/// hours are partial or dark with movements that got no class.
pub fn estimate(
    value: f64,
    interval: Option<(f64, f64)>,
    row: &DaySums,
    hours_of_day: &[u8],
    day_type: DayType,
    days: &[CivilDay],
) -> Estimate {
    let hours: u32 = among(row, hours_of_day).map(|cell| cell.hours).sum();
    let doubtful: u32 = among(row, hours_of_day).map(|cell| cell.doubtful).sum();
    let civil: u32 = days
        .iter()
        .filter(|day| day.day_type == day_type)
        .map(|day| day.hours_among(hours_of_day))
        .sum();
    let coverage = share(hours, civil);
    let state = match State::of_coverage(coverage) {
        State::Measured if doubtful * 2 > hours => State::Partial,
        state => state,
    };
    Estimate {
        value,
        interval,
        coverage,
        state,
        hours,
    }
}

/// The working-day hour with the highest mean; the earlier of equals.
fn peak(working: &DaySums, hours_of_day: &[u8]) -> Option<PeakHour> {
    let mut highest: Option<PeakHour> = None;
    for &hour in hours_of_day {
        let mean = working.get(usize::from(hour)).and_then(CellSum::mean);
        if let Some(mean) = mean
            && highest.is_none_or(|known| mean > known.mean)
        {
            highest = Some(PeakHour { hour, mean });
        }
    }
    highest
}

/// Σ of the working-day means of all hours for which `night` was published.
fn night_total(night_working: &DaySums) -> Option<f64> {
    let known: Vec<f64> = night_working.iter().filter_map(CellSum::mean).collect();
    (!known.is_empty()).then(|| known.iter().sum())
}
