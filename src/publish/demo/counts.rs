//! The hourly rows of one counter, as Telraam would publish them.

use super::changes::{Intervention, OutageKind, interventions, planned_outages};
use super::counters::Counter;
use super::hours::Hour;
use super::profile::{school_holiday, season, share_of_day};
use super::random::Random;
use super::speeds::{Speeds, coarse, published_v85};
use crate::domain::time::HOUR_MS;
use crate::domain::{CivilDate, Instant, Mode, SegmentId, SensorGeneration, Side};
use crate::table::counts::CountRow;

/// Uptime of a first-generation camera by day: it counts in pieces and computes in between.
const V1_UPTIME: f64 = 0.78;
/// What a second-generation sensor still notices in the dark.
const NIGHT_SEEN: f64 = 0.85;
/// Share of light hours with cars for which no speeds are published.
const NO_SPEED_SHARE: f64 = 0.03;

/// An outage of one counter, from one hour to another.
#[derive(Clone, Copy, Debug)]
pub struct Outage {
    pub from: Instant,
    /// The first hour after it.
    pub to: Instant,
    pub kind: OutageKind,
}

/// What is drawn for one counter before its hours.
#[derive(Debug)]
pub struct Drawn {
    pub outages: Vec<Outage>,
    pub rows: Vec<CountRow>,
}

/// Speeds from a day on, by condition: free flow, peak, night.
#[derive(Debug)]
struct Conditions {
    from: Option<CivilDate>,
    speeds: [Speeds; 3],
}

/// All rows of a counter. `stream` keeps its random numbers apart from those of the others.
pub fn rows(
    counter: &Counter,
    segment: &SegmentId,
    hours: &[Hour],
    seed: u64,
    stream: u64,
) -> Drawn {
    let mut random = Random::new(seed, stream);
    let changes: Vec<Intervention> = interventions()
        .into_iter()
        .filter(|change| change.street == counter.street.0)
        .collect();
    let conditions = conditions(counter, &changes);
    let outages = outages(counter, hours, &mut random);
    let mut day_noise = [1.0; 4];
    let mut day = None;
    let mut rows = Vec::with_capacity(hours.len());
    for hour in hours {
        let Some(sensor) = counter.sensor_on(hour.date) else {
            continue;
        };
        if day != Some(hour.date) {
            day = Some(hour.date);
            for (noise, size) in day_noise.iter_mut().zip([0.08, 0.08, 0.05, 0.07]) {
                *noise = (size * random.normal() - size * size / 2.0).exp();
            }
        }
        let outage = outages
            .iter()
            .find(|o| o.from <= hour.start && hour.start < o.to);
        let uptime = match outage.map(|o| o.kind) {
            Some(OutageKind::RowsAbsent) => continue,
            Some(OutageKind::UptimeZero) => 0.0,
            Some(OutageKind::UptimeLow) => random.between(0.1, 0.42),
            None => uptime(sensor, hour, &mut random),
        };
        // Whole seconds of an hour, as Telraam publishes it.
        let uptime = (uptime * 3600.0).round() / 3600.0;
        let mut row = CountRow::empty(segment.clone(), hour.start);
        row.uptime = Some(uptime);
        row.sensor = Some(sensor);
        if uptime > 0.0 {
            let mut expected = expected(counter, hour, &changes);
            for (value, noise) in expected.iter_mut().zip(day_noise) {
                *value *= noise;
            }
            let speeds = conditions
                .iter()
                .rfind(|c| c.from.is_none_or(|from| hour.date >= from));
            observe(
                &mut row,
                counter,
                hour,
                expected,
                uptime,
                speeds,
                &mut random,
            );
        }
        rows.push(row);
    }
    Drawn { outages, rows }
}

/// Expected passages of an hour by mode, in the order of `Mode::CLASSED`, without noise of the street's own.
pub fn expected(counter: &Counter, hour: &Hour, changes: &[Intervention]) -> [f64; 4] {
    let mut values = counter.level.by_mode();
    let (car_trend, bike_trend) = counter.trend;
    for (mode, value) in Mode::CLASSED.into_iter().zip(&mut values) {
        let (trend, weather) = match mode {
            Mode::Bike => (bike_trend, 0.2),
            Mode::Pedestrian => (0.0, 0.13),
            Mode::Car => (car_trend, -0.015),
            _ => (car_trend, 0.0),
        };
        *value *= share_of_day(
            counter.used_for,
            mode,
            hour.day_type,
            hour.clock,
            hour.is_early_closing,
        ) * season(counter.used_for, mode, hour.year_share)
            * (1.0 + trend / 100.0).powf(hour.years)
            * (weather * hour.weather - weather * weather / 2.0).exp();
        if hour.is_school_holiday {
            *value *= school_holiday(counter.used_for, mode);
        }
        for change in changes.iter().filter(|change| hour.date >= change.date) {
            *value *= change.by_mode().get(mode.index()).copied().unwrap_or(1.0);
        }
    }
    values
}

fn conditions(counter: &Counter, changes: &[Intervention]) -> Vec<Conditions> {
    let (mean, spread) = counter.speed;
    let at = |change: f64| {
        let mean = mean + change;
        [
            Speeds::new(mean, spread),
            Speeds::new(mean - 2.5, spread),
            Speeds::new(mean + 3.0, spread * 1.1),
        ]
    };
    let mut all = vec![Conditions {
        from: None,
        speeds: at(0.0),
    }];
    for change in changes.iter().filter(|c| c.speed_change_kmh != 0.0) {
        all.push(Conditions {
            from: Some(change.date),
            speeds: at(change.speed_change_kmh),
        });
    }
    all
}

fn outages(counter: &Counter, hours: &[Hour], random: &mut Random) -> Vec<Outage> {
    let mut outages = Vec::new();
    let start_of = |date: CivilDate| hours.iter().find(|h| h.date >= date).map(|h| h.start);
    for (street, from, to, kind) in planned_outages() {
        if let (true, Some(from), Some(to)) =
            (counter.street.0 == street, start_of(from), start_of(to))
        {
            outages.push(Outage { from, to, kind });
        }
    }
    // Short ones, on about one day in 170: two hours to a day and a half.
    let mut left = 0;
    for hour in hours {
        if left > 0 {
            left -= 1;
        } else if random.unit() < 1.0 / (170.0 * 24.0) {
            let kind = if random.unit() < 0.5 {
                OutageKind::RowsAbsent
            } else {
                OutageKind::UptimeZero
            };
            left = 2 + i64::try_from(random.next() % 34).unwrap_or(0);
            let to = hour.start.plus_ms(left * HOUR_MS);
            if counter.sensor_on(hour.date).is_some() {
                outages.push(Outage {
                    from: hour.start,
                    to,
                    kind,
                });
            }
        }
    }
    outages
}

fn uptime(sensor: SensorGeneration, hour: &Hour, random: &mut Random) -> f64 {
    let is_disturbed = random.unit() < 0.005;
    let part = random.between(0.15, 0.95);
    match sensor {
        SensorGeneration::V1 => {
            let base = (V1_UPTIME + 0.02 * random.normal()).clamp(0.6, 0.86);
            hour.daylight * base * if is_disturbed { part } else { 1.0 }
        }
        SensorGeneration::S2 if is_disturbed => part,
        SensorGeneration::S2 => 1.0 - 0.0003 * 2.0 * random.unit(),
    }
}

/// Draws what the sensor saw and writes it down as Telraam publishes it: observed / uptime.
fn observe(
    row: &mut CountRow,
    counter: &Counter,
    hour: &Hour,
    expected: [f64; 4],
    uptime: f64,
    conditions: Option<&Conditions>,
    random: &mut Random,
) {
    let tilt = if hour.clock < 12 {
        counter.left_tilt
    } else {
        -counter.left_tilt
    };
    let left = counter.left_share + tilt;
    let is_s2 = row.sensor == Some(SensorGeneration::S2);
    // A V1 counts in the light part of its hour only, and its uptime says so already.
    let light = if is_s2 { 1.0 - hour.dark } else { 1.0 };
    let mut cars = 0.0;
    let mut unclassed = [0.0; 2];
    for ((mode, mean), shape) in Mode::CLASSED
        .into_iter()
        .zip(expected)
        .zip([25.0, 30.0, 60.0, 40.0])
    {
        let mean = mean * random.gamma(shape) * uptime;
        let seen = [left, 1.0 - left].map(|side| random.poisson(mean * side * light));
        set(row, mode, seen, uptime);
        if mode == Mode::Car {
            cars = seen.iter().sum();
        }
        if mode != Mode::Pedestrian && is_s2 {
            for (sum, side) in unclassed.iter_mut().zip([left, 1.0 - left]) {
                *sum += mean * side * hour.dark * NIGHT_SEEN;
            }
        }
    }
    if is_s2 {
        set(
            row,
            Mode::Night,
            unclassed.map(|mean| random.poisson(mean)),
            uptime,
        );
    }
    let has_speeds = random.unit() >= NO_SPEED_SHARE && hour.dark < 1.0;
    let condition = match hour.clock {
        7 | 8 | 16 | 17 => 1,
        22.. | 0..=5 => 2,
        _ => 0,
    };
    let speeds = conditions.and_then(|c| c.speeds.get(condition));
    if let (true, true, Some(speeds)) = (has_speeds, cars > 0.0, speeds) {
        let fine = speeds.draw(cars, random).map(|count| count / uptime);
        row.v85 = published_v85(&fine);
        row.speed_10 = Some(coarse(&fine));
        row.speed_5 = Some(fine);
    }
}

fn set(row: &mut CountRow, mode: Mode, seen: [f64; 2], uptime: f64) {
    let [left, right] = seen.map(|count| count / uptime);
    row.set_volume(mode, Side::Left, Some(left));
    row.set_volume(mode, Side::Right, Some(right));
    row.set_volume(mode, Side::Both, Some(left + right));
}
