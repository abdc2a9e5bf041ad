//! Annual average daily traffic, by three methods (definitions 4.2).
//!
//! FHWA hourly method, the default: per calendar month m, weekday j and hour h the mean over its days,
//! MADT_m = Σ_j w_jm Σ_h mean_hjm / Σ_j w_jm and AADT = Σ_m d_m · MADT_m / Σ_m d_m, with w_jm how often
//! weekday j and d_m how many days of month m the period has. Partial days enter. Of a period that begins
//! inside a month, and of several years, the months of one name are taken together.
//! An hour of a weekday that was never counted in its month takes the mean of the same hour of the same
//! kind of day (Monday to Friday, or the weekend) of that month; where that is not known either, the mean of the
//! whole period × level of the month, the ratio of both over the hours of that kind that the month has
//! (definitions 4.4, order 3). Up to a quarter of a month's cells may be filled so; the figure is then estimated.
//! AASHTO: (1/7) Σ_i (1/12) Σ_j mean of the valid days of weekday i in month j; needs all 84 cells.
//! Simple: mean of all valid days; biased where the gaps are not random.
//! Interval of the FHWA figure: in each month whole weeks are drawn anew (a week, or the part of it that lies
//! in the month), as many as there are, 1,000 times; 2.5th to 97.5th percentile, widened about the figure by
//! √(n / (n − 1)), n weeks a month, because few blocks vary too little (definitions 4.3).
//! Source: FHWA Traffic Monitoring Guide 2022, chapter 3; AASHTO Guidelines for Traffic Data Programs.

use super::block_totals::{Block, BlockTotals, Draws, KeptDraws};
use super::bootstrap::REPLICATES;
use super::civil::CivilDay;
use super::daily::DailyTotal;
use super::days::{DayHours, days_of};
use super::hours::Hours;
use super::median::middle_95;
use super::scope::share;
use crate::domain::{Mode, State};
use crate::query::annual::{Annual, MonthCells};

const CELLS: usize = 7 * 24;
const SEED: u64 = 0x4141_4454_0000_0001;

/// One calendar month, of all years of the period together.
#[derive(Clone, Copy, Debug)]
struct Month {
    sums: [f64; CELLS],
    counts: [u32; CELLS],
    /// Days by weekday, Monday first.
    weekdays: [u32; 7],
    hours: u32,
    civil_hours: u32,
}

impl Month {
    const EMPTY: Self = Self {
        sums: [0.0; CELLS],
        counts: [0; CELLS],
        weekdays: [0; 7],
        hours: 0,
        civil_hours: 0,
    };

    fn days(&self) -> u32 {
        self.weekdays.iter().sum()
    }

    fn mean(&self, weekday: usize, hour: usize) -> Option<f64> {
        let cell = weekday * 24 + hour;
        let count = *self.counts.get(cell)?;
        (count > 0).then_some(self.sums.get(cell)? / f64::from(count))
    }

    /// Mean of the same hour over the weekdays of the same kind.
    fn substitute(&self, weekday: usize, hour: usize) -> Option<f64> {
        let kind = if weekday < 5 { 0..5 } else { 5..7 };
        let (mut sum, mut count) = (0.0, 0_u32);
        for other in kind {
            let cell = other * 24 + hour;
            sum += self.sums.get(cell)?;
            count += self.counts.get(cell)?;
        }
        (count > 0).then(|| sum / f64::from(count))
    }

    /// Level of this month against the whole period, by kind of day.
    fn level(&self, weekday: usize, period: &Self) -> f64 {
        let (mut own, mut usual) = (0.0, 0.0);
        for hour in 0..24 {
            if let Some((here, all)) = self
                .substitute(weekday, hour)
                .zip(period.substitute(weekday, hour))
            {
                own += here;
                usual += all;
            }
        }
        if usual > 0.0 { own / usual } else { 1.0 }
    }

    /// MADT and the cells that were filled in; `None` where an hour is not known for a kind of day at all, and
    /// where more than a quarter of the cells would be filled. `period` holds all months together.
    fn mean_day(&self, period: &Self) -> Option<(f64, u32)> {
        let (mut weighted, mut filled, mut cells) = (0.0, 0, 0);
        for (weekday, &times) in self.weekdays.iter().enumerate() {
            if times == 0 {
                continue;
            }
            let mut day = 0.0;
            for hour in 0..24 {
                cells += 1;
                if let Some(mean) = self.mean(weekday, hour) {
                    day += mean;
                    continue;
                }
                filled += 1;
                day += match self.substitute(weekday, hour) {
                    Some(like) => like,
                    None => period.substitute(weekday, hour)? * self.level(weekday, period),
                };
            }
            weighted += f64::from(times) * day;
        }
        (self.hours > 0 && filled * FILLED_RATIO <= cells)
            .then(|| (weighted / f64::from(self.days()), filled))
    }

    fn add(&mut self, other: &Self) {
        for (own, value) in self.sums.iter_mut().zip(&other.sums) {
            *own += value;
        }
        for (own, value) in self.counts.iter_mut().zip(&other.counts) {
            *own += value;
        }
        self.hours += other.hours;
    }
}

/// At most one cell of a month in this many may be filled in.
pub const FILLED_RATIO: u32 = 4;
/// A period shorter than this is no year.
const MIN_DAYS: usize = 365;

/// Annual averages of a mode over the period `civil`. `valid` are its valid days.
#[must_use]
pub fn annual(hours: Hours<'_>, mode: Mode, civil: &[CivilDay], valid: &[DailyTotal]) -> Annual {
    annual_of(&days_of(hours, mode), civil, valid)
}

/// The same of days that are there already.
#[must_use]
pub fn annual_of(days: &[DayHours], civil: &[CivilDay], valid: &[DailyTotal]) -> Annual {
    let months = months_of(days, civil);
    let period = together(&months);
    let is_year = civil.len() >= MIN_DAYS;
    let cells: Vec<MonthCells> = (1_u8..)
        .zip(&months)
        .filter(|(_, month)| month.days() > 0)
        .map(|(number, month)| {
            let day = month.mean_day(&period);
            let coverage = share(month.hours, month.civil_hours);
            let filled = day.map_or(0, |(_, filled)| filled);
            MonthCells {
                month: number,
                days: month.days(),
                madt: day.map(|(value, _)| value),
                hours: month.hours,
                filled,
                coverage,
                state: match State::of_coverage(coverage) {
                    _ if day.is_none() => State::Missing,
                    State::Missing => State::Missing,
                    _ if filled > 0 => State::Estimated,
                    state => state,
                },
            }
        })
        .collect();
    let known = cells.iter().filter(|m| m.state != State::Missing).count();
    let has_all = is_year && known == 12;
    let simple = mean(valid.iter().map(|day| day.total));
    Annual {
        fhwa: has_all.then(|| weighted(&cells)).flatten(),
        aashto: is_year.then(|| aashto(valid)).flatten(),
        simple,
        valid_days: u32::try_from(valid.len()).unwrap_or(u32::MAX),
        filled_days: u32::try_from(valid.iter().filter(|d| d.filled > 0).count())
            .unwrap_or(u32::MAX),
        days: u32::try_from(civil.len()).unwrap_or(u32::MAX),
        state: if !has_all {
            State::Missing
        } else if cells.iter().any(|m| m.filled > 0) {
            State::Estimated
        } else if cells.iter().any(|m| m.state == State::Partial) {
            State::Partial
        } else {
            State::Measured
        },
        months: cells,
        interval: None,
    }
}

/// 95 % interval of `fhwa`, or `None` where there is none.
#[must_use]
pub fn annual_interval(
    days: &[DayHours],
    civil: &[CivilDay],
    fhwa: Option<f64>,
    kept: &KeptDraws,
) -> Option<(f64, f64)> {
    let fhwa = fhwa?;
    let whole = months_of(days, civil);
    let period = together(&whole);
    let weeks = weeks_of(days);
    let fewest = weeks.iter().map(Vec::len).min().unwrap_or(0);
    if fewest < 2 {
        return None;
    }
    let mean_weeks = weeks.iter().map(Vec::len).sum::<usize>() as f64 / 12.0;
    let widened = (mean_weeks / (mean_weeks - 1.0)).sqrt();
    let draws = kept.get(SEED, &weeks.each_ref().map(Vec::len), REPLICATES);
    let mut years = vec![0.0; REPLICATES];
    let mut all_days = 0.0;
    for ((month, weeks), draws) in whole.iter().zip(&weeks).zip(&*draws) {
        let days = f64::from(month.days());
        all_days += days;
        for (year, day) in years.iter_mut().zip(month.drawn(weeks, draws, &period)) {
            *year += days * day?;
        }
    }
    for year in &mut years {
        *year /= all_days;
    }
    let (low, high) = middle_95(&mut years)?;
    Some((
        fhwa - (fhwa - low) * widened,
        fhwa + (high - fhwa) * widened,
    ))
}

/// By month the weeks with a value, or the parts of them that lie in it.
fn weeks_of(days: &[DayHours]) -> [Vec<Block>; 12] {
    let mut weeks: [Vec<Block>; 12] = Default::default();
    for day in days {
        let at = usize::from(day.date.month().saturating_sub(1));
        if let Some(list) = weeks.get_mut(at) {
            Block::add_day(list, day, CELLS, day.weekday.index() * 24);
        }
    }
    weeks
}

impl Month {
    /// The mean day of the weeks of each draw: its days together, as long as each of its hours is drawn. A drawn month
    /// that lacks too many hours takes the month's own mean day: it does not vary there.
    fn drawn(&self, weeks: &[Block], draws: &Draws, period: &Self) -> Vec<Option<f64>> {
        let cells = (0..CELLS).filter_map(|cell| {
            let times = *self.weekdays.get(cell / 24)?;
            (times > 0).then_some((cell, f64::from(times)))
        });
        let days = f64::from(self.days());
        let totals = BlockTotals::new(weeks, cells).totals(draws);
        let means = totals.into_iter().enumerate().map(|(draw, total)| {
            if let Some(total) = total {
                return Some(total / days);
            }
            let mut drawn = Self {
                weekdays: self.weekdays,
                hours: self.hours,
                ..Self::EMPTY
            };
            for (week, times) in weeks.iter().zip(draws.times(draw)) {
                for (own, value) in drawn.sums.iter_mut().zip(&week.sums) {
                    *own += f64::from(times) * value;
                }
                for (own, value) in drawn.counts.iter_mut().zip(&week.counts) {
                    *own += times * value;
                }
            }
            let day = drawn.mean_day(period);
            day.or_else(|| self.mean_day(period))
                .map(|(value, _)| value)
        });
        means.collect()
    }
}

fn together(months: &[Month]) -> Month {
    let mut period = Month::EMPTY;
    for month in months {
        period.add(month);
    }
    period
}

/// The twelve months.
fn months_of(days: &[DayHours], civil: &[CivilDay]) -> Vec<Month> {
    let mut months = vec![Month::EMPTY; 12];
    let at = |number: u8| usize::from(number.saturating_sub(1));
    for day in civil {
        if let Some(month) = months.get_mut(at(day.date.month())) {
            month.civil_hours += day.hours();
            if let Some(times) = month.weekdays.get_mut(day.date.weekday().index()) {
                *times += 1;
            }
        }
    }
    for day in days {
        let row = day.weekday.index() * 24..day.weekday.index() * 24 + 24;
        if let Some(month) = months.get_mut(at(day.date.month()))
            && let Some(sums) = month.sums.get_mut(row.clone())
            && let Some(counts) = month.counts.get_mut(row)
        {
            day.add_to(sums, counts);
            month.hours += day.hours();
        }
    }
    months
}

fn weighted(months: &[MonthCells]) -> Option<f64> {
    let (mut sum, mut days) = (0.0, 0.0);
    for month in months {
        sum += f64::from(month.days) * month.madt?;
        days += f64::from(month.days);
    }
    (days > 0.0).then(|| sum / days)
}

/// Every weekday in every month has a valid day, or there is no figure.
fn aashto(valid: &[DailyTotal]) -> Option<f64> {
    let mut cells = [[(0.0, 0_u32); 12]; 7];
    for day in valid {
        let month = usize::from(day.date.month().saturating_sub(1));
        let cell = cells
            .get_mut(day.date.weekday().index())
            .and_then(|row| row.get_mut(month))?;
        cell.0 += day.total;
        cell.1 += 1;
    }
    let mut all = 0.0;
    for row in cells {
        let mut weekday = 0.0;
        for (sum, n) in row {
            if n == 0 {
                return None;
            }
            weekday += sum / f64::from(n);
        }
        all += weekday / 12.0;
    }
    Some(all / 7.0)
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (mut sum, mut n) = (0.0, 0.0);
    for value in values {
        sum += value;
        n += 1.0;
    }
    (n > 0.0).then(|| sum / n)
}
