//! Intervals from the spread between weeks: the weekly block bootstrap (definitions 4.3).
//!
//! Whole ISO weeks are drawn with replacement 1,000 times, each time as many as there are, and the
//! same statistic is computed anew; the interval runs from the 2.5th to the 97.5th percentile.
//! Poisson would be far too narrow: traffic is over-dispersed and one day resembles the next.
//! Source: Künsch, "The jackknife and the bootstrap for general stationary observations", 1989.

use super::block_totals::{Block, BlockTotals};
use super::hours::Hours;
use super::median::middle_95;
use super::random::SplitMix64;
use crate::domain::{CivilDate, Mode, Side};

/// How often weeks are drawn.
pub const REPLICATES: usize = 1000;
/// Under this many weeks with values there is no interval.
pub const MIN_WEEKS: usize = 8;
/// Fixed, so that the same question has the same answer.
const SEED: u64 = 0x5354_5241_4154_4245;

/// 3 day types × 24 hours.
const CELLS: usize = 72;

/// Sums and numbers of values of one week, by day type and hour.
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

    fn has_any(&self, cells: &[usize]) -> bool {
        cells
            .iter()
            .any(|&cell| self.counts.get(cell).is_some_and(|&count| count > 0))
    }
}

/// 95 % intervals of the mean day by day type, in the order of `DayType::ALL`.
/// `None` under [`MIN_WEEKS`] weeks with values of the day type, and where more than a tenth of the
/// draws have an hour without a value: then the weeks are too thin to say.
#[must_use]
pub fn weekly_totals(hours: Hours<'_>, mode: Mode, hours_of_day: &[u8]) -> [Option<(f64, f64)>; 3] {
    let weeks = weeks_of(hours, mode);
    let rows: [Vec<usize>; 3] = [0, 24, 48].map(|first| {
        hours_of_day
            .iter()
            .map(|&hour| first + usize::from(hour))
            .collect()
    });
    let is_enough = rows.each_ref().map(|cells| {
        let with_values = weeks.iter().filter(|week| week.has_any(cells)).count();
        with_values >= MIN_WEEKS
    });
    if !is_enough.contains(&true) {
        return [None; 3];
    }
    // Σ over hours of the mean of each.
    let mut of_day = rows
        .each_ref()
        .map(|cells| BlockTotals::new(&weeks, cells.iter().map(|&cell| (cell, 1.0))));
    let mut totals: [Vec<f64>; 3] = Default::default();
    let mut random = SplitMix64::seeded(SEED);
    let mut times = vec![0; weeks.len()];
    for _ in 0..REPLICATES {
        draw(&mut random, &mut times);
        for (list, total) in totals.iter_mut().zip(&mut of_day) {
            list.extend(total.total(&times));
        }
    }
    let mut intervals = [None; 3];
    for ((interval, mut list), is_enough) in intervals.iter_mut().zip(totals).zip(is_enough) {
        if is_enough && list.len() * 10 >= REPLICATES * 9 {
            *interval = middle_95(&mut list);
        }
    }
    intervals
}

/// Draws as many blocks as there are, with replacement: how often each was drawn.
pub fn draw(random: &mut SplitMix64, times: &mut [u32]) {
    times.fill(0);
    for _ in 0..times.len() {
        if let Some(n) = times.get_mut(random.below(times.len())) {
            *n += 1;
        }
    }
}

/// Weeks with at least one value, by time.
fn weeks_of(hours: Hours<'_>, mode: Mode) -> Vec<Week> {
    let mut weeks: Vec<Week> = Vec::new();
    for (hour, value) in hours.values(mode, Side::Both) {
        let monday = hour.date.monday();
        if weeks.last().is_none_or(|week| week.monday != monday) {
            weeks.push(Week::empty(monday));
        }
        let cell = hour.day_type.index() * 24 + usize::from(hour.hour);
        if let Some(week) = weeks.last_mut()
            && let Some(sum) = week.sums.get_mut(cell)
            && let Some(count) = week.counts.get_mut(cell)
        {
            *sum += value;
            *count += 1;
        }
    }
    weeks
}
