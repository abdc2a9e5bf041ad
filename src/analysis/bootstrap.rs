//! Intervals from the spread between weeks: the weekly block bootstrap (definitions 4.3).
//!
//! Whole ISO weeks are drawn with replacement 1,000 times, each time as many as there are, and the
//! same statistic is computed anew; the interval runs from the 2.5th to the 97.5th percentile.
//! Poisson would be far too narrow: traffic is over-dispersed and one day resembles the next.
//! Source: Künsch, "The jackknife and the bootstrap for general stationary observations", 1989.

use super::block_totals::{Block, BlockTotals, KeptDraws};
use super::days::DayHours;
use super::median::middle_95;
use super::random::SplitMix64;

/// How often weeks are drawn.
pub const REPLICATES: usize = 1000;
/// Under this many weeks with values there is no interval.
pub const MIN_WEEKS: usize = 8;
/// Fixed, so that the same question has the same answer.
const SEED: u64 = 0x5354_5241_4154_4245;

/// 3 day types × 24 hours.
const CELLS: usize = 72;

/// 95 % intervals of the mean day by day type, in the order of `DayType::ALL`.
/// `None` under [`MIN_WEEKS`] weeks with values of the day type, and where more than a tenth of the
/// draws have an hour without a value: then the weeks are too thin to say.
#[must_use]
pub fn weekly_totals(
    days: &[DayHours],
    hours_of_day: &[u8],
    kept: &KeptDraws,
) -> [Option<(f64, f64)>; 3] {
    let weeks = weeks_of(days);
    let rows: [Vec<usize>; 3] = [0, 24, 48].map(|first| {
        hours_of_day
            .iter()
            .map(|&hour| first + usize::from(hour))
            .collect()
    });
    let has_any = |week: &&Block, cells: &[usize]| {
        let counts = cells.iter().filter_map(|&cell| week.counts.get(cell));
        counts.sum::<u32>() > 0
    };
    let is_enough = rows
        .each_ref()
        .map(|cells| weeks.iter().filter(|week| has_any(week, cells)).count() >= MIN_WEEKS);
    if !is_enough.contains(&true) {
        return [None; 3];
    }
    let draws = kept.get(SEED, &[weeks.len()], REPLICATES);
    let [draws] = &*draws else {
        return [None; 3];
    };
    let mut intervals = [None; 3];
    for ((interval, cells), _) in intervals
        .iter_mut()
        .zip(&rows)
        .zip(is_enough)
        .filter(|(_, is_enough)| *is_enough)
    {
        // Σ over hours of the mean of each.
        let of_day = BlockTotals::new(&weeks, cells.iter().map(|&cell| (cell, 1.0)));
        let mut known: Vec<f64> = of_day.totals(draws).into_iter().flatten().collect();
        if known.len() * 10 >= REPLICATES * 9 {
            *interval = middle_95(&mut known);
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
fn weeks_of(days: &[DayHours]) -> Vec<Block> {
    let mut weeks: Vec<Block> = Vec::new();
    for day in days {
        Block::add_day(&mut weeks, day, CELLS, day.day_type.index() * 24);
    }
    weeks
}
