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
    let (mode, (pooled, parts)) = pool(hours, Whose::Cars)
        .map(|pooled| (Mode::Car, pooled))
        .or_else(|| pool(hours, Whose::Bikes).map(|pooled| (Mode::Bike, pooled)))?;
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
        by_hour: by_hour(&pooled, &parts, limit_kmh),
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
fn by_hour(pooled: &Pooled, by_hour: &[Pooled; 24], limit_kmh: Option<f64>) -> Vec<PartSpeed> {
    by_hour
        .iter()
        .map(|part| {
            let part = Pooled {
                is_coarse: pooled.is_coarse,
                ..part.clone()
            };
            Figures::of(&part, limit_kmh).part()
        })
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
            let pooled = pooled.as_ref().map_or(&none, |(pooled, _)| pooled);
            Figures::of(pooled, limit_kmh).part()
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
    let (pooled, _) = pool(hours, Whose::Cars)?;
    Figures::of(&pooled, None).v85
}

/// At least one car of this hour has a published speed.
#[must_use]
pub fn has_speeds(table: &CountTable, row: usize) -> bool {
    let has_cars = |bins: &[f64]| bins.iter().any(|&cars| cars > 0.0);
    table.speed_5.get(row).is_some_and(|bins| has_cars(bins))
        || table.speed_10.get(row).is_some_and(|bins| has_cars(bins))
}

/// Cars passed, but their speeds are not in the table: the quality rules refused them at import.
#[must_use]
pub fn lacks_speeds(table: &CountTable, row: usize) -> bool {
    table
        .volume(Mode::Car, Side::Both, row)
        .is_some_and(|cars| cars > 0.0)
        && table.speed_5.get(row).is_none()
        && table.speed_10.get(row).is_none()
}

fn fine(table: &CountTable, row: usize, whose: Whose) -> Option<&FineBins> {
    let [left, right] = &table.speed_5_sides;
    match whose {
        Whose::Cars | Whose::CarsTo(Side::Both) => &table.speed_5,
        Whose::CarsTo(Side::Left) => left,
        Whose::CarsTo(Side::Right) => right,
        Whose::Bikes => &table.bike_speed_5,
    }
    .get(row)
}

fn coarse(table: &CountTable, row: usize, whose: Whose) -> Option<&CoarseBins> {
    let bins = Some(&table.speed_10).filter(|_| whose == Whose::Cars);
    bins?.get(row)
}

fn add<const N: usize>(sums: &mut [f64; N], bins: &[f64; N]) {
    for (sum, cars) in sums.iter_mut().zip(bins) {
        *sum += cars;
    }
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
    /// Of hours without bins of 10.
    unpaired: [f64; SPEED_BINS_5],
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
    /// Adds an hour of these bins; `false` where no car is in them.
    fn add(&mut self, by_5: Option<&FineBins>, by_10: Option<&CoarseBins>, share: f64) -> bool {
        let of_5: f64 = by_5.map_or(0.0, |bins| bins.iter().sum());
        let of_10: f64 = by_10.map_or(0.0, |bins| bins.iter().sum());
        let by_5 = by_5.filter(|_| of_5 > 0.0);
        let by_10 = by_10.filter(|_| of_10 > 0.0);
        if let Some(bins) = by_5 {
            add(&mut self.fine, bins);
        }
        match (by_10, by_5) {
            (Some(bins), _) => add(&mut self.coarse, bins),
            (None, Some(bins)) => add(&mut self.unpaired, bins),
            (None, None) => return false,
        }
        self.is_coarse |= by_5.is_none();
        self.observed_cars += share * if by_5.is_some() { of_5 } else { of_10 };
        self.hours += 1;
        true
    }

    /// Takes in all of another.
    fn merge(&mut self, other: &Self) {
        add(&mut self.fine, &other.fine);
        add(&mut self.coarse, &other.coarse);
        self.is_coarse |= other.is_coarse;
        self.observed_cars += other.observed_cars;
        self.hours += other.hours;
    }
}

/// All hours together, and each hour of the day. `None` where no hour has a column of these speeds, filled or not.
fn pool(hours: Hours<'_>, whose: Whose) -> Option<(Pooled, [Pooled; 24])> {
    let mut by_hour: [Pooled; 24] = Default::default();
    let mut publisher_v85 = Vec::new();
    let (mut has_fine, mut has_coarse) = (false, false);
    for hour in hours.usable() {
        let by_5 = fine(hours.table, hour.row, whose);
        let by_10 = coarse(hours.table, hour.row, whose);
        has_fine |= by_5.is_some();
        has_coarse |= by_10.is_some();
        if let Some(part) = by_hour.get_mut(usize::from(hour.hour))
            && part.add(by_5, by_10, hour.observed_share)
            && whose == Whose::Cars
        {
            publisher_v85.extend(hours.table.v85.get(hour.row));
        }
    }
    if !has_fine && !has_coarse {
        return None;
    }
    let mut pooled = Pooled {
        publisher_v85,
        ..Pooled::default()
    };
    for part in &mut by_hour {
        add(&mut part.coarse, &paired(&part.unpaired));
        pooled.merge(part);
    }
    if pooled.hours == 0 {
        pooled.is_coarse = !has_fine;
    }
    Some((pooled, by_hour))
}
