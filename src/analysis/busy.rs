//! How busy is it: the mean day by day type.
//!
//! Hourly method (FHWA Traffic Monitoring Guide, definitions 4.2): total = Σ over `hours_of_day` of
//! the mean of each hour, so that days with gaps count too. Naive daily sums over days with gaps
//! would be 4 to 6 % low.

use super::block_totals::KeptDraws;
use super::bootstrap::weekly_totals;
use super::cell::{CellSum, DaySums};
use super::civil::CivilDay;
use super::days::DayHours;
use super::scope::share;
use crate::domain::{DayType, Estimate, Mode, SensorGeneration, State};
use crate::query::answer::{Busy, DayTotal, PeakHour};

/// An hour of the day enters the totals when it has at least this many usable working-day values,
pub const MIN_VALUES_PER_HOUR: u32 = 3;
/// and at least one for every this many values of the hour that has most: a sensor that sees by
/// daylight knows 5 in the morning from a few days of June only.
pub const BEST_HOUR_RATIO: u32 = 10;
/// A total is partial at best where the movements that got no class in the dark exceed this share of it:
/// as many of its kind may be missing from it.
pub const MAX_UNNAMED_SHARE: f64 = 0.1;

/// The mean day of the period. `sums` and `with_values` are those of `mode`, `night` those of `Mode::Night`.
#[must_use]
pub fn busy(
    with_values: &[DayHours],
    mode: Mode,
    sums: &[DaySums; 3],
    night: &[DaySums; 3],
    days: &[CivilDay],
    sensors: &[SensorGeneration],
    kept: &KeptDraws,
) -> Busy {
    let [working, ..] = sums;
    let hours_of_day = hours_of_day(working);
    let intervals = weekly_totals(with_values, &hours_of_day, kept);
    let by_day_type = DayType::ALL
        .into_iter()
        .zip(sums.iter().zip(night))
        .zip(intervals)
        .map(|((day_type, (row, dark)), interval)| DayTotal {
            day_type,
            total: estimate(row, &hours_of_day, day_type, days).map(|known| Estimate {
                interval,
                state: if mode == Mode::Night {
                    known.state
                } else {
                    with_unnamed(known, dark, &hours_of_day)
                },
                ..known
            }),
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

/// The total of a day type with its coverage: usable hours of the total / civil hours of the same hours
/// of the day and day type. Missing under 25 %, partial under 75 % (definitions 4.1) and where more than half
/// of the hours are partial.
#[must_use]
pub fn estimate(
    row: &DaySums,
    hours_of_day: &[u8],
    day_type: DayType,
    days: &[CivilDay],
) -> Option<Estimate> {
    let value = total(row, hours_of_day)?;
    let hours: u32 = among(row, hours_of_day).map(|cell| cell.hours).sum();
    let partial: u32 = among(row, hours_of_day).map(|cell| cell.partial).sum();
    let civil: u32 = days
        .iter()
        .filter(|day| day.day_type == day_type)
        .map(|day| day.hours_among(hours_of_day))
        .sum();
    let coverage = share(hours, civil);
    let state = match State::of_coverage(coverage) {
        State::Measured if partial * 2 > hours => State::Partial,
        state => state,
    };
    Some(Estimate {
        value,
        interval: None,
        coverage,
        state,
        hours,
    })
}

/// The state of a total beside which movements without a class were seen in the same hours.
fn with_unnamed(known: Estimate, night: &DaySums, hours_of_day: &[u8]) -> State {
    let unnamed: f64 = among(night, hours_of_day).filter_map(CellSum::mean).sum();
    match known.state {
        State::Measured if unnamed > MAX_UNNAMED_SHARE * known.value => State::Partial,
        state => state,
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
