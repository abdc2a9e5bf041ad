//! Speeds of cars over a period, from pooled histograms (definitions 4.6).
//!
//! n_b = Σ over usable hours of (share of bin b × cars), then percentiles of the pooled bins:
//! averaging hourly values would give an hour with three cars the weight of one with three hundred.
//! Estimates weigh by counts scaled to whole hours, the interval by cars as seen (count × uptime).
//! Bins of 5 km/h where every hour has them; otherwise bins of 10 for all hours, the fine ones
//! added in pairs, because coarse and fine bins must not be mixed in one percentile.

use super::histogram::{is_edge, mean, percentile, percentile_interval, share_above};
use super::hours::Hours;
use super::median::median;
use crate::domain::{Mode, Side, State};
use crate::query::answer::Speed;
use crate::table::{CountTable, SPEED_BINS_5, SPEED_BINS_10};

/// No percentile and no share under this many cars as seen.
pub const MIN_CARS: f64 = 50.0;
/// Under this many cars as seen a figure is grey.
pub const GOOD_CARS: f64 = 200.0;

/// The pooled speeds of usable hours; `None` where no hour has published speeds.
#[must_use]
pub fn speed(hours: Hours<'_>, limit_kmh: Option<f64>) -> Option<Speed> {
    let pooled = pool(hours)?;
    let bins = pooled.bins();
    let width = pooled.width();
    let is_enough = pooled.observed_cars >= MIN_CARS;
    let at = |p| percentile(bins, width, p).filter(|_| is_enough);
    let above = |limit| share_above(bins, width, limit).filter(|_| is_enough);
    let mut publisher_v85 = pooled.publisher_v85.clone();
    Some(Speed {
        bin_kmh: width,
        bins: bins.to_vec(),
        observed_cars: pooled.observed_cars,
        hours: pooled.hours,
        v50_kmh: at(0.5),
        v85_kmh: at(0.85),
        v85_interval: percentile_interval(bins, width, 0.85, pooled.observed_cars)
            .filter(|_| is_enough),
        mean_kmh: mean(bins, width).filter(|_| is_enough),
        above_limit_share: limit_kmh.and_then(above),
        above_limit_10_share: limit_kmh.and_then(|limit| above(limit + 10.0)),
        is_interpolated: limit_kmh.is_some_and(|limit| {
            !is_edge(bins.len(), width, limit) || !is_edge(bins.len(), width, limit + 10.0)
        }),
        state: if !is_enough {
            State::Missing
        } else if pooled.observed_cars < GOOD_CARS {
            State::Partial
        } else {
            State::Measured
        },
        publisher_v85_median: median(&mut publisher_v85),
    })
}

/// V85 alone, for summaries; `None` under [`MIN_CARS`].
#[must_use]
pub fn v85(hours: Hours<'_>) -> Option<f64> {
    speed(hours, None)?.v85_kmh
}

/// At least one car of this hour has a published speed.
#[must_use]
pub fn has_speeds(table: &CountTable, row: usize) -> bool {
    fine(table, row).is_some() || coarse(table, row).is_some()
}

/// Cars passed, but their speeds are not in the table: the quality rules refused them at import.
#[must_use]
pub fn lacks_speeds(table: &CountTable, row: usize) -> bool {
    table
        .volume(Mode::Car, Side::Both, row)
        .is_some_and(|cars| cars > 0.0)
        && table.speed_5(row).is_none()
        && table.speed_10(row).is_none()
}

fn fine(table: &CountTable, row: usize) -> Option<[f64; SPEED_BINS_5]> {
    table.speed_5(row).filter(|bins| has_cars(bins))
}

fn coarse(table: &CountTable, row: usize) -> Option<[f64; SPEED_BINS_10]> {
    table.speed_10(row).filter(|bins| has_cars(bins))
}

fn has_cars(bins: &[f64]) -> bool {
    bins.iter().any(|&cars| cars > 0.0)
}

/// Bins of 5 added in pairs; everything from 70 km/h in the open bin.
fn paired(fine: &[f64; SPEED_BINS_5]) -> [f64; SPEED_BINS_10] {
    let mut coarse = [0.0; SPEED_BINS_10];
    for (i, cars) in fine.iter().enumerate() {
        if let Some(bin) = coarse.get_mut((i / 2).min(SPEED_BINS_10 - 1)) {
            *bin += cars;
        }
    }
    coarse
}

#[derive(Clone, Debug, Default)]
struct Pooled {
    fine: [f64; SPEED_BINS_5],
    coarse: [f64; SPEED_BINS_10],
    /// An hour has bins of 10 only.
    is_coarse: bool,
    observed_cars: f64,
    hours: u32,
    publisher_v85: Vec<f64>,
}

impl Pooled {
    fn bins(&self) -> &[f64] {
        if self.is_coarse {
            &self.coarse
        } else {
            &self.fine
        }
    }

    const fn width(&self) -> f64 {
        if self.is_coarse { 10.0 } else { 5.0 }
    }
}

fn pool(hours: Hours<'_>) -> Option<Pooled> {
    let mut pooled = Pooled::default();
    let (mut has_fine, mut has_coarse) = (false, false);
    for hour in hours.usable() {
        has_fine |= hours.table.speed_5(hour.row).is_some();
        has_coarse |= hours.table.speed_10(hour.row).is_some();
        let by_5 = fine(hours.table, hour.row);
        let by_10 = coarse(hours.table, hour.row).or_else(|| by_5.as_ref().map(paired));
        let Some(by_10) = by_10 else {
            continue;
        };
        pooled.is_coarse |= by_5.is_none();
        for (sum, cars) in pooled.fine.iter_mut().zip(by_5.unwrap_or_default()) {
            *sum += cars;
        }
        for (sum, cars) in pooled.coarse.iter_mut().zip(by_10) {
            *sum += cars;
        }
        let cars: f64 = by_5.map_or_else(|| by_10.iter().sum(), |bins| bins.iter().sum());
        pooled.observed_cars += cars * hour.observed_share;
        pooled.hours += 1;
        pooled.publisher_v85.extend(hours.table.v85.get(hour.row));
    }
    if pooled.hours == 0 {
        pooled.is_coarse = !has_fine;
    }
    (has_fine || has_coarse).then_some(pooled)
}
