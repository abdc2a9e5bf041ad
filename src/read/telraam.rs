//! Telraam's hour as all its formats publish it, and the rules by which it becomes a row
//! (definitions 4.1, 4.6, 4.11 Q1, Q7, Q8).

use super::counts::Counts;
use super::place::Place;
use crate::domain::{Instant, Mode, SegmentId, SensorGeneration, Side};
use crate::quality::histogram::{self, Shares};
use crate::quality::missing;
use crate::quality::sides::{self, sides_agree_within};
use crate::table::{CountRow, SPEED_BINS_5, SPEED_BINS_10};

pub const NO_SEGMENT: &str = "no segment id";
pub const NO_TIME: &str = "the time cannot be read";
pub const NO_NUMBER: &str = "a value is not a number";
pub const NEGATIVE: &str = "a count or uptime below zero";
pub const SIDES_DIFFER: &str = "left and right do not add up to the total";
pub const OTHER_INTERVAL: &str = "the interval is neither an hour nor a quarter";
pub const UPTIME_ABOVE_ONE: &str = "uptime above 1 taken as 1";
pub const UPTIME_ZERO: &str = "uptime 0: values missing, not zero";
pub const SHARES_OFF: &str = "speeds left out: the shares do not add up to 100";
pub const SHARES_LENGTH: &str = "speeds left out: the histogram has not 8 or 25 classes";
pub const SHARES_WITHOUT_CARS: &str = "speeds left out: no cars to share out";

/// One hour as published, before any rule.
#[derive(Clone, Debug)]
pub struct Hour {
    pub segment: SegmentId,
    pub start: Instant,
    pub minutes: u16,
    pub uptime: Option<f64>,
    pub sensor: Option<SensorGeneration>,
    /// By `Mode::index()` and `Side::index()`.
    pub volumes: [[Option<f64>; 3]; 5],
    /// Percent of cars by class of 5 km/h.
    pub shares_5: Option<Vec<f64>>,
    /// Percent of cars by class of 10 km/h.
    pub shares_10: Option<Vec<f64>>,
    pub v85: Option<f64>,
    /// Both sides may differ from their total by this much.
    pub sides_tolerance: f64,
}

impl Hour {
    #[must_use]
    pub fn empty(segment: SegmentId, start: Instant) -> Self {
        Self {
            segment,
            start,
            minutes: 60,
            uptime: None,
            sensor: None,
            volumes: [[None; 3]; 5],
            shares_5: None,
            shares_10: None,
            v85: None,
            sides_tolerance: sides::TOLERANCE,
        }
    }

    pub fn set_volume(&mut self, mode: Mode, side: Side, value: Option<f64>) {
        if let Some(cell) = self
            .volumes
            .get_mut(mode.index())
            .and_then(|sides| sides.get_mut(side.index()))
        {
            *cell = value;
        }
    }
}

impl Counts {
    /// Applies the rules to an hour and keeps or refuses it.
    pub fn take(&mut self, hour: &Hour, row_number: u64) {
        let place = || Place::row(row_number);
        match row_of(hour, &mut |what| self.report.warn(what, place())) {
            Ok(row) => self.keep(&row, row_number),
            Err(why) => self.report.refuse(why, place()),
        }
    }
}

/// The sensor generation of an hour that does not state it: V1 sensors have no
/// `night` (definitions 4.1, rule 2). `None` where the format has no such field.
#[must_use]
pub fn generation_by_night(has_night_field: bool, night: Option<f64>) -> Option<SensorGeneration> {
    has_night_field.then_some(if night.is_some() {
        SensorGeneration::S2
    } else {
        SensorGeneration::V1
    })
}

/// `hourly` and `quarterly`; anything else has no length that can be relied on.
#[must_use]
pub fn minutes_of_interval(interval: &str) -> Option<u16> {
    match interval.trim() {
        "" | "hourly" | "per-hour" => Some(60),
        "quarterly" | "per-quarter" => Some(15),
        _ => None,
    }
}

/// `car`, `car_lft`, `car_total`, `ped_total`, … as mode and side.
#[must_use]
pub fn volume_field(name: &str) -> Option<(Mode, Side)> {
    let (stem, side) = if let Some(stem) = name.strip_suffix("_lft") {
        (stem, Side::Left)
    } else if let Some(stem) = name.strip_suffix("_rgt") {
        (stem, Side::Right)
    } else {
        (name.strip_suffix("_total").unwrap_or(name), Side::Both)
    };
    let stem = if stem == "ped" { "pedestrian" } else { stem };
    Mode::parse(stem).map(|mode| (mode, side))
}

/// What the rules leave of the numbers of an hour.
pub(super) struct Kept {
    pub uptime: Option<f64>,
    /// Whatever the numbers say, nothing was counted.
    pub is_off: bool,
}

/// The rules for counts, uptime and the publisher's V85, or why the hour is refused.
pub(super) fn kept_of(
    volumes: &[[Option<f64>; 3]; 5],
    uptime: Option<f64>,
    v85: Option<f64>,
    sides_tolerance: f64,
    warn: &mut dyn FnMut(&str),
) -> Result<Kept, &'static str> {
    let numbers = volumes.iter().flatten().copied().chain([uptime, v85]);
    for value in numbers.flatten() {
        if !value.is_finite() {
            return Err(NO_NUMBER);
        }
        if value < 0.0 {
            return Err(NEGATIVE);
        }
    }
    if uptime.is_some_and(|u| u > 1.0) {
        warn(UPTIME_ABOVE_ONE);
    }
    let uptime = uptime.map(|u| u.min(1.0));
    let is_off = missing::is_off(uptime);
    if is_off {
        warn(UPTIME_ZERO);
        return Ok(Kept { uptime, is_off });
    }
    for [total, left, right] in volumes {
        if !sides_agree_within(sides_tolerance, *total, *left, *right) {
            return Err(SIDES_DIFFER);
        }
    }
    Ok(Kept { uptime, is_off })
}

/// The row of an hour, by the rules.
pub(super) fn row_of(hour: &Hour, warn: &mut dyn FnMut(&str)) -> Result<CountRow, &'static str> {
    let kept = kept_of(
        &hour.volumes,
        hour.uptime,
        hour.v85,
        hour.sides_tolerance,
        warn,
    )?;
    let mut row = CountRow::empty(hour.segment.clone(), hour.start);
    row.minutes = hour.minutes;
    row.sensor = hour.sensor;
    row.uptime = kept.uptime;
    if kept.is_off {
        return Ok(row);
    }
    row.volumes = hour.volumes;
    row.v85 = hour.v85;
    let cars = row.volume(Mode::Car, Side::Both);
    row.speed_5 = cars_by_class::<SPEED_BINS_5>(hour.shares_5.as_deref(), cars, warn);
    row.speed_10 = cars_by_class::<SPEED_BINS_10>(hour.shares_10.as_deref(), cars, warn);
    Ok(row)
}

/// Cars per speed class = share / 100 × cars (definitions 4.6). All-zero shares
/// mean that no speed was measured; shares that do not add up to 100 are left out (Q8).
fn cars_by_class<const N: usize>(
    shares: Option<&[f64]>,
    cars: Option<f64>,
    warn: &mut dyn FnMut(&str),
) -> Option<[f64; N]> {
    let shares = shares?;
    match histogram::judge(shares, N) {
        Shares::Sound => {}
        Shares::AllZero => return None,
        Shares::OtherLength => {
            warn(SHARES_LENGTH);
            return None;
        }
        Shares::Off => {
            warn(SHARES_OFF);
            return None;
        }
    }
    let mut classes = <[f64; N]>::try_from(shares).ok()?;
    let Some(cars) = cars.filter(|cars| *cars > 0.0) else {
        warn(SHARES_WITHOUT_CARS);
        return None;
    };
    for class in &mut classes {
        *class = *class / 100.0 * cars;
    }
    Some(classes)
}
