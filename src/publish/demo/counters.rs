//! Reads the counters of the town, `counters.txt`, and puts each on its segment.

use super::plan::lines;
use super::profile::Use;
use crate::domain::{CivilDate, SegmentId, SensorGeneration, Street, StreetId, StreetSegment};
use serde::Serialize;

const COUNTERS: &str = include_str!("counters.txt");

/// A counter and everything that decides what it counts. Modes in the order of `Mode::CLASSED`.
#[derive(Clone, Debug)]
pub struct Counter {
    pub street: StreetId,
    /// Place along the street, 0–1.
    pub place: f64,
    pub used_for: Use,
    pub sensor: SensorGeneration,
    /// The first day of a second-generation sensor in place of `sensor`.
    pub replaced: Option<CivilDate>,
    pub from: Option<CivilDate>,
    /// The first day without it.
    pub to: Option<CivilDate>,
    pub level: Levels,
    /// Per cent a year, compounding, for motor traffic and for bikes.
    pub trend: (f64, f64),
    /// Mean and spread of the normal group, km/h, before any intervention.
    pub speed: (f64, f64),
    pub left_share: f64,
    /// Added to the left share before noon, taken off after it.
    pub left_tilt: f64,
    pub side_names: Option<(String, String)>,
}

/// Expected passages of a working day outside school holidays in a mean season, on the first day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Levels {
    pub pedestrian: f64,
    pub bike: f64,
    pub car: f64,
    pub heavy: f64,
}

impl Levels {
    /// In the order of `Mode::CLASSED`.
    pub const fn by_mode(self) -> [f64; 4] {
        [self.pedestrian, self.bike, self.car, self.heavy]
    }
}

/// All counters of the table. Lines that cannot be read are left out; a test says there are none.
pub fn counters() -> Vec<Counter> {
    lines(COUNTERS).filter_map(counter).collect()
}

fn counter(line: &str) -> Option<Counter> {
    let mut fields = line.split('|').map(str::trim);
    let mut next = || fields.next();
    let street = StreetId(next()?.to_owned());
    let place = next()?.parse().ok()?;
    let used_for = Use::parse(next()?)?;
    let mut sensor = next()?.split_whitespace();
    let generation = match sensor.next()? {
        "V1" => SensorGeneration::V1,
        "S2" => SensorGeneration::S2,
        _ => return None,
    };
    let (from, to) = next()?.split_once(' ')?;
    let [pedestrian, bike, car, heavy] = numbers(next()?)?;
    let [car_trend, bike_trend] = numbers(next()?)?;
    let [mean, spread] = numbers(next()?)?;
    let [left_share, left_tilt] = numbers(next()?)?;
    let side_names = next()?
        .split_once(';')
        .map(|(left, right)| (left.trim().to_owned(), right.trim().to_owned()));
    Some(Counter {
        street,
        place,
        used_for,
        sensor: generation,
        replaced: sensor.next().and_then(CivilDate::parse),
        from: CivilDate::parse(from),
        to: CivilDate::parse(to),
        level: Levels {
            pedestrian,
            bike,
            car,
            heavy,
        },
        trend: (car_trend, bike_trend),
        speed: (mean, spread),
        left_share,
        left_tilt,
        side_names,
    })
}

fn numbers<const N: usize>(text: &str) -> Option<[f64; N]> {
    let all: Option<Vec<f64>> = text.split_whitespace().map(|n| n.parse().ok()).collect();
    all?.try_into().ok()
}

impl Counter {
    /// The segment on which it stands.
    pub fn segment<'a>(&self, streets: &'a [Street]) -> Option<&'a StreetSegment> {
        let street = streets.iter().find(|s| s.id == self.street)?;
        let wanted = street.length_m()? * self.place;
        let mut along = 0.0;
        street.segments.iter().find(|segment| {
            along += segment.length_m.unwrap_or(0.0);
            along >= wanted
        })
    }

    /// Writes what the publisher says of its sides onto its segment.
    pub fn name_sides(&self, streets: &mut [Street]) {
        let Some(id) = self.segment(streets).map(|s| s.id.clone()) else {
            return;
        };
        let mut segments = streets.iter_mut().flat_map(|s| &mut s.segments);
        if let Some(segment) = segments.find(|s| s.id == id) {
            segment.side_names.clone_from(&self.side_names);
        }
    }

    /// The sensor that hangs there on a day; `None` before and after.
    pub fn sensor_on(&self, date: CivilDate) -> Option<SensorGeneration> {
        if self.from.is_some_and(|from| date < from) || self.to.is_some_and(|to| date >= to) {
            return None;
        }
        if self.replaced.is_some_and(|replaced| date >= replaced) {
            return Some(SensorGeneration::S2);
        }
        Some(self.sensor)
    }
}

/// Each counter with the id of its segment.
pub fn placed(streets: &[Street]) -> Vec<(Counter, SegmentId)> {
    counters()
        .into_iter()
        .filter_map(|counter| {
            let id = counter.segment(streets)?.id.clone();
            Some((counter, id))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::network;
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_counter_stands_on_a_segment_of_its_own() {
        let placed = placed(&network::build());
        assert_eq!(placed.len(), lines(COUNTERS).count());
        assert_eq!(placed.len(), 24);
        let segments: BTreeSet<&SegmentId> = placed.iter().map(|(_, id)| id).collect();
        assert_eq!(segments.len(), 24);
    }

    #[test]
    fn both_generations_are_there_and_two_were_replaced() {
        let counters = counters();
        let of = |sensor, replaced: bool| {
            let same = |c: &&Counter| c.sensor == sensor && c.replaced.is_some() == replaced;
            counters.iter().filter(same).count()
        };
        assert_eq!(of(SensorGeneration::S2, false), 14);
        assert_eq!(of(SensorGeneration::V1, false), 8);
        assert_eq!(of(SensorGeneration::V1, true), 2);
    }
}
