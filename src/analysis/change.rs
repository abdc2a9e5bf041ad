//! Is it changing: the mean day of each month, and its trend.
//!
//! Month value, over the hours h that the months have in common (FHWA Traffic Monitoring Guide, MADT;
//! definitions 4.2 and 4.5):
//! MADT_m = Σ_j w_jm Σ_h mean_hjm / Σ_j w_jm, with j the weekday and w_jm how often it occurs in month m.
//! Weekdays weigh as in the calendar, so a month of which the Sundays are missing is not busier for it.
//!
//! Where a weekday lacks an hour, the same hour of the same kind of day (Monday to Friday, or the weekend)
//! of that month stands in, for at most a tenth of the cells. Such a month is estimated: it is drawn, and
//! left out of the trend (definitions 4.4, 4.5).

use super::civil::{CivilDay, civil_days};
use super::days::{DayHours, between};
use super::hours::SegmentCounts;
use super::period::Days;
use super::scope::share;
use super::trend::{MonthValue, trend};
use crate::domain::date::days_in_month;
use crate::domain::order::put_in_order;
use crate::domain::{CivilDate, EventKind, State};
use crate::quality::calibration;
use crate::query::answer::{Change, MonthPoint};

/// The months that touch `days`, each with its hours of `with_values`; gaps are months without a value.
#[must_use]
pub fn change(counts: &SegmentCounts<'_>, with_values: &[DayHours], days: Days) -> Change {
    let first = days.start.first_of_month();
    let end = days.end.plus_days(-1).first_of_month_plus(1);
    let mut months = months_between(first, end);
    for day in between(with_values, days.start, days.end) {
        let place = usize::try_from(index_of(day.date) - index_of(first)).ok();
        let month = place.and_then(|place| months.get_mut(place));
        if let Some(month) = month
            && let Some(sums) = month.sums.get_mut(day.weekday.index())
            && let Some(counts) = month.counts.get_mut(day.weekday.index())
        {
            day.add_to(sums, counts);
        }
    }
    let hours_of_day = common_hours(&months);
    let civil = civil_days(counts.zone, counts.calendar, Days { start: first, end });
    let points: Vec<MonthPoint> = months
        .iter()
        .map(|month| month.point(&hours_of_day, &civil))
        .collect();
    let one_sensor = since_last_sensor(counts, days);
    let known: Vec<MonthValue> = points
        .iter()
        .filter(|point| point.state != State::Estimated && point.month >= one_sensor)
        .filter_map(|point| {
            Some(MonthValue {
                month: index_of(point.month),
                value: point.value?,
            })
        })
        .collect();
    Change {
        months: points,
        hours_of_day,
        trend: trend(&known),
    }
}

/// The first whole month after the last known change of the sensor inside these days; months before it were
/// counted by another sensor and are not joined with these in a trend (rule Q11).
#[must_use]
pub fn since_last_sensor(counts: &SegmentCounts<'_>, days: Days) -> CivilDate {
    let Some(segment) = counts.segment() else {
        return days.start.first_of_month();
    };
    let changes: Vec<CivilDate> = counts
        .calendar
        .events
        .iter()
        .filter(|event| {
            matches!(event.kind, EventKind::SensorMoved | EventKind::Calibration)
                && event.concerns(segment)
        })
        .map(|event| event.start)
        .collect();
    let parts = calibration::parts(&(days.start..days.end), &changes);
    match parts.last() {
        Some(part) if part.start > days.start => {
            let first = part.start.first_of_month();
            if first == part.start {
                first
            } else {
                first.first_of_month_plus(1)
            }
        }
        _ => days.start.first_of_month(),
    }
}

/// At most one cell in this many may be that of its like.
pub const FILLED_RATIO: usize = 10;

/// Years × 12 + month − 1.
fn index_of(date: CivilDate) -> i32 {
    let (year, month, _) = date.ymd();
    year * 12 + i32::from(month) - 1
}

/// Sums and numbers of one month by weekday and hour.
#[derive(Clone, Debug)]
struct Month {
    first: CivilDate,
    sums: [[f64; 24]; 7],
    counts: [[u32; 24]; 7],
}

fn months_between(first: CivilDate, end: CivilDate) -> Vec<Month> {
    let mut months = Vec::new();
    let mut month = first;
    while month < end {
        months.push(Month {
            first: month,
            sums: [[0.0; 24]; 7],
            counts: [[0; 24]; 7],
        });
        month = month.first_of_month_plus(1);
    }
    months
}

impl Month {
    /// Every weekday has a value of this hour.
    fn has(&self, hour: usize) -> bool {
        self.counts
            .iter()
            .all(|row| row.get(hour).is_some_and(|&count| count > 0))
    }

    fn has_all(&self, hours: &[usize]) -> bool {
        hours.iter().all(|&hour| self.has(hour))
    }

    /// Coverage is over the whole calendar month, also where the period cuts it.
    /// Under 25 % the value is hidden (definitions 4.1).
    fn point(&self, hours_of_day: &[u8], civil: &[CivilDay]) -> MonthPoint {
        let hours: Vec<usize> = hours_of_day.iter().map(|&h| usize::from(h)).collect();
        let next = self.first.first_of_month_plus(1);
        let expected: u32 = civil
            .iter()
            .filter(|day| self.first <= day.date && day.date < next)
            .map(|day| day.hours_among(hours_of_day))
            .sum();
        let counted: u32 = self
            .counts
            .iter()
            .flat_map(|row| hours.iter().filter_map(|&hour| row.get(hour)))
            .sum();
        let coverage = share(counted, expected);
        let day = self
            .mean_day(&hours)
            .filter(|_| State::of_coverage(coverage) != State::Missing);
        MonthPoint {
            month: self.first,
            value: day.map(|(value, _)| value),
            coverage,
            state: match day {
                None => State::Missing,
                Some((_, 0)) => State::of_coverage(coverage),
                Some(_) => State::Estimated,
            },
        }
    }

    /// The mean of an hour over the weekdays of the same kind.
    fn like(&self, weekday: usize, hour: usize) -> Option<f64> {
        let kind = if weekday < 5 { 0..5 } else { 5..7 };
        let (mut sum, mut count) = (0.0, 0);
        for other in kind {
            sum += self.sums.get(other)?.get(hour)?;
            count += self.counts.get(other)?.get(hour)?;
        }
        (count > 0).then(|| sum / f64::from(count))
    }

    /// The mean day, and how many of its cells are those of their like.
    fn mean_day(&self, hours: &[usize]) -> Option<(f64, usize)> {
        if hours.is_empty() {
            return None;
        }
        let mut filled = 0;
        let weights = weekdays_in_month(self.first);
        let (mut weighted, mut all) = (0.0, 0.0);
        for (weekday, ((sums, counts), weight)) in
            self.sums.iter().zip(&self.counts).zip(weights).enumerate()
        {
            let mut day = 0.0;
            for &hour in hours {
                let count = *counts.get(hour)?;
                day += if count > 0 {
                    sums.get(hour)? / f64::from(count)
                } else {
                    filled += 1;
                    self.like(weekday, hour)?
                };
            }
            weighted += weight * day;
            all += weight;
        }
        (filled * FILLED_RATIO <= hours.len() * 7).then_some((weighted / all, filled))
    }
}

/// How often each weekday, Monday first, occurs in the month: 4 or 5.
fn weekdays_in_month(first: CivilDate) -> [f64; 7] {
    let mut times = [4.0; 7];
    let (year, month, _) = first.ymd();
    for day in 28..days_in_month(year, month) {
        let weekday = first.plus_days(i32::from(day)).weekday().index();
        if let Some(n) = times.get_mut(weekday) {
            *n += 1.0;
        }
    }
    times
}

/// The hours of the day over which months are compared. Hours are taken in the order of how many months
/// have them, and as many of them as make months³ × hours largest, where months are those that have
/// all these hours. A lost month costs more than a lost hour: the winter of a daylight sensor shortens the
/// day of the whole series, also of a sensor around the clock that came after it; an outage drops out.
fn common_hours(months: &[Month]) -> Vec<u8> {
    let mut by_months: Vec<(usize, usize)> = (0..24)
        .map(|hour| (months.iter().filter(|m| m.has(hour)).count(), hour))
        .filter(|&(n, _)| n > 0)
        .collect();
    put_in_order(&mut by_months, &|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let order: Vec<usize> = by_months.into_iter().map(|(_, hour)| hour).collect();
    let mut best: (usize, &[usize]) = (0, &[]);
    for k in 1..=order.len() {
        let Some(hours) = order.get(..k) else {
            continue;
        };
        let n = months.iter().filter(|m| m.has_all(hours)).count();
        let score = n * n * n * k;
        if n > 0 && score >= best.0 {
            best = (score, hours);
        }
    }
    let mut hours: Vec<u8> = best
        .1
        .iter()
        .filter_map(|&hour| u8::try_from(hour).ok())
        .collect();
    put_in_order(&mut hours, &Ord::cmp);
    hours
}
