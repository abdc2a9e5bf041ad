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

use super::block_totals::{Block, BlockTotals};
use super::bootstrap::{REPLICATES, draw};
use super::civil::CivilDay;
use super::daily::DailyTotal;
use super::hours::Hours;
use super::median::middle_95;
use super::random::SplitMix64;
use super::scope::share;
use crate::domain::{CivilDate, Mode, Side, State};
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
    let months = months_of(hours, mode, civil);
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
    hours: Hours<'_>,
    mode: Mode,
    civil: &[CivilDay],
    fhwa: Option<f64>,
) -> Option<(f64, f64)> {
    let fhwa = fhwa?;
    let whole = months_of(hours, mode, civil);
    let period = together(&whole);
    let mut weeks: [Vec<Week>; 12] = Default::default();
    for (hour, value) in hours.values(mode, Side::Both) {
        let at = usize::from(hour.date.month().saturating_sub(1));
        let monday = hour.date.monday();
        let list = weeks.get_mut(at)?;
        if list.last().is_none_or(|week| week.monday != monday) {
            list.push(Week::empty(monday));
        }
        let cell = hour.weekday.index() * 24 + usize::from(hour.hour);
        let week = list.last_mut()?;
        *week.sums.get_mut(cell)? += value;
        *week.counts.get_mut(cell)? += 1;
    }
    let fewest = weeks.iter().map(Vec::len).min().unwrap_or(0);
    if fewest < 2 {
        return None;
    }
    let mean_weeks = weeks.iter().map(Vec::len).sum::<usize>() as f64 / 12.0;
    let widened = (mean_weeks / (mean_weeks - 1.0)).sqrt();
    let mut drawn: Vec<DrawnMonth<'_>> = whole
        .iter()
        .zip(&weeks)
        .map(|(month, weeks)| DrawnMonth::of(month, weeks, &period))
        .collect();
    let days: f64 = drawn.iter().map(|month| month.days).sum();
    let mut random = SplitMix64::seeded(SEED);
    let mut drawn_years = Vec::with_capacity(REPLICATES);
    for _ in 0..REPLICATES {
        let mut sum = 0.0;
        for month in &mut drawn {
            sum += month.days * month.draw(&mut random)?;
        }
        drawn_years.push(sum / days);
    }
    let (low, high) = middle_95(&mut drawn_years)?;
    Some((
        fhwa - (fhwa - low) * widened,
        fhwa + (high - fhwa) * widened,
    ))
}

/// Sums and numbers of values of one week in one month.
/// A month whose weeks are drawn anew.
struct DrawnMonth<'m> {
    month: &'m Month,
    weeks: &'m [Week],
    period: &'m Month,
    days: f64,
    /// Its days together, as long as each of its hours is drawn.
    totals: BlockTotals,
    /// How often each week was drawn last.
    times: Vec<u32>,
}

impl<'m> DrawnMonth<'m> {
    fn of(month: &'m Month, weeks: &'m [Week], period: &'m Month) -> Self {
        let cells = (0..CELLS).filter_map(|cell| {
            let times = *month.weekdays.get(cell / 24)?;
            (times > 0).then_some((cell, f64::from(times)))
        });
        Self {
            month,
            weeks,
            period,
            days: f64::from(month.days()),
            totals: BlockTotals::new(weeks, cells),
            times: vec![0; weeks.len()],
        }
    }

    /// The mean day of the weeks that are drawn. A drawn month that lacks too many hours takes the month's own mean day:
    /// it does not vary there.
    fn draw(&mut self, random: &mut SplitMix64) -> Option<f64> {
        draw(random, &mut self.times);
        if let Some(total) = self.totals.total(&self.times) {
            return Some(total / self.days);
        }
        let mut drawn = Month {
            weekdays: self.month.weekdays,
            hours: self.month.hours,
            ..Month::EMPTY
        };
        for (week, &times) in self.weeks.iter().zip(&self.times) {
            for (own, value) in drawn.sums.iter_mut().zip(&week.sums) {
                *own += f64::from(times) * value;
            }
            for (own, value) in drawn.counts.iter_mut().zip(&week.counts) {
                *own += times * value;
            }
        }
        let day = drawn.mean_day(self.period);
        day.or_else(|| self.month.mean_day(self.period))
            .map(|(value, _)| value)
    }
}

#[derive(Clone, Debug)]
struct Week {
    monday: CivilDate,
    sums: [f64; CELLS],
    counts: [u32; CELLS],
}

impl Block for Week {
    fn sums(&self) -> &[f64] {
        &self.sums
    }

    fn counts(&self) -> &[u32] {
        &self.counts
    }
}

impl Week {
    const fn empty(monday: CivilDate) -> Self {
        Self {
            monday,
            sums: [0.0; CELLS],
            counts: [0; CELLS],
        }
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
fn months_of(hours: Hours<'_>, mode: Mode, civil: &[CivilDay]) -> Vec<Month> {
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
    for (hour, value) in hours.values(mode, Side::Both) {
        let cell = hour.weekday.index() * 24 + usize::from(hour.hour);
        if let Some(month) = months.get_mut(at(hour.date.month()))
            && let Some(sum) = month.sums.get_mut(cell)
            && let Some(count) = month.counts.get_mut(cell)
        {
            *sum += value;
            *count += 1;
            month.hours += 1;
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
