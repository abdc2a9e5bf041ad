//! Speeds of cars over a period, from pooled histograms (definitions 4.6).
//!
//! n_b = Σ over usable hours of (share of bin b × cars), then percentiles of the pooled bins:
//! averaging hourly values would give an hour with three cars the weight of one with three hundred.
//! Estimates weigh by counts scaled to whole hours, the interval by cars as seen (count × uptime).
//! Bins of 5 km/h where every hour has them; otherwise bins of 10 for all hours, the fine ones
//! added in pairs, because coarse and fine bins must not be mixed in one percentile.

use super::histogram::{is_edge, mean, percentile, percentile_interval, share_above};
use super::hours::{Hour, Hours};
use super::median::median;
use crate::domain::{Mode, Side, State};
use crate::query::answer::{MeanSpeed, PartSpeed, Speed};
use crate::table::{CoarseBins, CountTable, FineBins, SPEED_BINS_5, SPEED_BINS_10};

/// No percentile and no share under this many cars as seen.
pub const MIN_CARS: f64 = 50.0;
/// Under this many cars as seen a figure is grey.
pub const GOOD_CARS: f64 = 200.0;

/// Whose speeds, and of which direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Cars,
    CarsTo(Side),
    Bikes,
}

/// The pooled speeds of usable hours: of cars, or of bicycles where only theirs are measured.
/// `None` where no hour has published speeds.
#[must_use]
pub fn speed(hours: Hours<'_>, limit_kmh: Option<f64>) -> Option<Speed> {
    let (mode, whose, pooled) = pool(hours, Whose::Cars)
        .map(|pooled| (Mode::Car, Whose::Cars, pooled))
        .or_else(|| pool(hours, Whose::Bikes).map(|pooled| (Mode::Bike, Whose::Bikes, pooled)))?;
    let bins = pooled.bins();
    let width = pooled.width();
    let figures = Figures::of(&pooled, limit_kmh);
    let mut publisher_v85 = pooled.publisher_v85.clone();
    Some(Speed {
        mode,
        bin_kmh: width,
        bins: bins.to_vec(),
        observed_cars: pooled.observed_cars,
        hours: pooled.hours,
        v50_kmh: figures.v50,
        v85_kmh: figures.v85,
        v85_interval: percentile_interval(bins, width, 0.85, pooled.observed_cars)
            .filter(|_| figures.is_enough),
        mean_kmh: mean(bins, width).filter(|_| figures.is_enough),
        above_limit_share: figures.above(0.0),
        above_limit_10_share: figures.above(10.0),
        is_interpolated: limit_kmh.is_some_and(|limit| {
            !is_edge(bins.len(), width, limit) || !is_edge(bins.len(), width, limit + 10.0)
        }),
        state: figures.state(),
        publisher_v85_median: median(&mut publisher_v85),
        by_hour: by_hour(hours, whose, pooled.is_coarse, limit_kmh),
        sides: sides(hours, mode, limit_kmh),
    })
}

/// What is read off pooled bins.
struct Figures<'a> {
    pooled: &'a Pooled,
    limit_kmh: Option<f64>,
    is_enough: bool,
    v50: Option<f64>,
    v85: Option<f64>,
}

impl<'a> Figures<'a> {
    fn of(pooled: &'a Pooled, limit_kmh: Option<f64>) -> Self {
        let is_enough = pooled.observed_cars >= MIN_CARS;
        let at = |p| percentile(pooled.bins(), pooled.width(), p).filter(|_| is_enough);
        Self {
            pooled,
            limit_kmh,
            is_enough,
            v50: at(0.5),
            v85: at(0.85),
        }
    }

    /// Share above the limit and so many km/h more.
    fn above(&self, more: f64) -> Option<f64> {
        let limit = self.limit_kmh.filter(|_| self.is_enough)? + more;
        share_above(self.pooled.bins(), self.pooled.width(), limit)
    }

    fn state(&self) -> State {
        if !self.is_enough {
            State::Missing
        } else if self.pooled.observed_cars < GOOD_CARS {
            State::Partial
        } else {
            State::Measured
        }
    }

    fn part(&self) -> PartSpeed {
        PartSpeed {
            observed: self.pooled.observed_cars,
            v50_kmh: self.v50,
            v85_kmh: self.v85,
            above_limit_share: self.above(0.0),
            state: self.state(),
        }
    }
}

/// Each hour of the day by itself, in the bins of the whole: 24 entries.
fn by_hour(
    hours: Hours<'_>,
    whose: Whose,
    is_coarse: bool,
    limit_kmh: Option<f64>,
) -> Vec<PartSpeed> {
    let mut pools: Vec<Pooled> = (0..24)
        .map(|_| Pooled {
            is_coarse,
            ..Pooled::default()
        })
        .collect();
    for hour in hours.usable() {
        if let Some(pooled) = pools.get_mut(usize::from(hour.hour)) {
            pooled.add(hours.table, hour, whose);
        }
    }
    pools
        .iter()
        .map(|pooled| Figures::of(pooled, limit_kmh).part())
        .collect()
}

/// Left and right, where the source tells speeds by direction.
fn sides(hours: Hours<'_>, mode: Mode, limit_kmh: Option<f64>) -> Vec<PartSpeed> {
    if mode != Mode::Car {
        return Vec::new();
    }
    let both = [Side::Left, Side::Right].map(|side| pool(hours, Whose::CarsTo(side)));
    if both.iter().all(Option::is_none) {
        return Vec::new();
    }
    both.iter()
        .map(|pooled| {
            let none = Pooled::default();
            Figures::of(pooled.as_ref().unwrap_or(&none), limit_kmh).part()
        })
        .collect()
}

/// Mean of the published hourly means, each with the weight of its cars.
#[must_use]
pub fn mean_speed(hours: Hours<'_>) -> Option<MeanSpeed> {
    let (mut sum, mut cars, mut entered) = (0.0, 0.0, 0);
    for (hour, n) in hours.values(Mode::Car, Side::Both) {
        if let Some(mean) = hours.table.mean_kmh.get(hour.row)
            && n > 0.0
        {
            sum += mean * n;
            cars += n;
            entered += 1;
        }
    }
    (cars >= MIN_CARS).then(|| MeanSpeed {
        mean_kmh: sum / cars,
        cars,
        hours: entered,
    })
}

/// V85 alone, for summaries; `None` under [`MIN_CARS`].
#[must_use]
pub fn v85(hours: Hours<'_>) -> Option<f64> {
    let pooled = pool(hours, Whose::Cars)?;
    Figures::of(&pooled, None).v85
}

/// At least one car of this hour has a published speed.
#[must_use]
pub fn has_speeds(table: &CountTable, row: usize) -> bool {
    fine(table, row, Whose::Cars).is_some() || coarse(table, row, Whose::Cars).is_some()
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

fn any_fine(table: &CountTable, row: usize, whose: Whose) -> Option<FineBins> {
    let [left, right] = &table.speed_5_sides;
    match whose {
        Whose::Cars | Whose::CarsTo(Side::Both) => table.speed_5(row),
        Whose::CarsTo(Side::Left) => left.get(row).copied(),
        Whose::CarsTo(Side::Right) => right.get(row).copied(),
        Whose::Bikes => table.bike_speed_5.get(row).copied(),
    }
}

fn fine(table: &CountTable, row: usize, whose: Whose) -> Option<FineBins> {
    any_fine(table, row, whose).filter(|bins| has_cars(bins))
}

fn coarse(table: &CountTable, row: usize, whose: Whose) -> Option<CoarseBins> {
    let bins = table.speed_10(row).filter(|_| whose == Whose::Cars);
    bins.filter(|bins| has_cars(bins))
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

impl Pooled {
    /// Adds an hour; `false` where it has no speeds.
    fn add(&mut self, table: &CountTable, hour: &Hour, whose: Whose) -> bool {
        let by_5 = fine(table, hour.row, whose);
        let by_10 = coarse(table, hour.row, whose).or_else(|| by_5.as_ref().map(paired));
        let Some(by_10) = by_10 else {
            return false;
        };
        self.is_coarse |= by_5.is_none();
        for (sum, cars) in self.fine.iter_mut().zip(by_5.unwrap_or_default()) {
            *sum += cars;
        }
        for (sum, cars) in self.coarse.iter_mut().zip(by_10) {
            *sum += cars;
        }
        let cars: f64 = by_5.map_or_else(|| by_10.iter().sum(), |bins| bins.iter().sum());
        self.observed_cars += cars * hour.observed_share;
        self.hours += 1;
        true
    }
}

/// `None` where no hour has a column of these speeds, filled or not.
fn pool(hours: Hours<'_>, whose: Whose) -> Option<Pooled> {
    let mut pooled = Pooled::default();
    let (mut has_fine, mut has_coarse) = (false, false);
    for hour in hours.usable() {
        has_fine |= any_fine(hours.table, hour.row, whose).is_some();
        has_coarse |= whose == Whose::Cars && hours.table.speed_10(hour.row).is_some();
        if pooled.add(hours.table, hour, whose) && whose == Whose::Cars {
            pooled.publisher_v85.extend(hours.table.v85.get(hour.row));
        }
    }
    if pooled.hours == 0 {
        pooled.is_coarse = !has_fine;
    }
    (has_fine || has_coarse).then_some(pooled)
}
