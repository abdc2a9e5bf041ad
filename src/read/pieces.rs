//! Pieces of street as sources give them, before they are put together into streets.

use super::report::ReadReport;
use crate::domain::{LonLat, Names, SegmentId};
use serde::Deserialize;
use std::collections::BTreeMap;

/// One feature or way of a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    pub segment: SegmentId,
    pub names: Names,
    pub municipality: String,
    /// Part of the municipality: tells streets of one name apart.
    pub district: String,
    pub road_class: String,
    /// A house number or a cross street.
    pub label: String,
    pub lines: Vec<Vec<LonLat>>,
    pub length_m: Option<f64>,
    pub limit_kmh: Option<f64>,
    /// A counter's own stretch stays as it is; a way of a map may be joined with its neighbours.
    pub is_counter_segment: bool,
}

impl Piece {
    #[must_use]
    pub fn new(segment: SegmentId) -> Self {
        Self {
            segment,
            names: Names::default(),
            municipality: String::new(),
            district: String::new(),
            road_class: String::new(),
            label: String::new(),
            lines: Vec::new(),
            length_m: None,
            limit_kmh: None,
            is_counter_segment: false,
        }
    }
}

/// The pieces of one file and what became of the rest.
#[derive(Debug, Default)]
pub struct Pieces {
    pub pieces: Vec<Piece>,
    pub report: ReadReport,
}

/// A box in WGS84 degrees. In a town file: `[west, south, east, north]`.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(from = "[f64; 4]")]
pub struct Region {
    pub west: f64,
    pub south: f64,
    pub east: f64,
    pub north: f64,
}

impl From<[f64; 4]> for Region {
    fn from([west, south, east, north]: [f64; 4]) -> Self {
        Self {
            west,
            south,
            east,
            north,
        }
    }
}

impl Region {
    #[must_use]
    pub fn contains(&self, p: LonLat) -> bool {
        (self.west..=self.east).contains(&p.lon) && (self.south..=self.north).contains(&p.lat)
    }

    #[must_use]
    pub fn touches(&self, lines: &[Vec<LonLat>]) -> bool {
        lines.iter().flatten().any(|p| self.contains(*p))
    }
}

/// What is wanted of a map, and what the town file says of it.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    pub region: Option<Region>,
    /// Limits of `BE:urban` and the like.
    pub zones: &'a BTreeMap<String, f64>,
    /// Languages of `name:nl` and the like; none means all.
    pub languages: &'a [String],
}

/// Mean radius of the Earth in metres.
const EARTH_M: f64 = 6_371_008.8;

/// Metres along a great circle (haversine formula).
#[must_use]
pub fn distance_m(a: LonLat, b: LonLat) -> f64 {
    let (la, lb) = (a.lat.to_radians(), b.lat.to_radians());
    let dlat = (lb - la) / 2.0;
    let dlon = (b.lon - a.lon).to_radians() / 2.0;
    let h = dlat.sin() * dlat.sin() + la.cos() * lb.cos() * dlon.sin() * dlon.sin();
    2.0 * EARTH_M * h.sqrt().min(1.0).asin()
}

/// Metres along all lines together, or `None` without a line.
#[must_use]
pub fn length_m(lines: &[Vec<LonLat>]) -> Option<f64> {
    let pairs = lines
        .iter()
        .flat_map(|line| line.iter().zip(line.iter().skip(1)));
    if lines.iter().all(|line| line.len() < 2) {
        return None;
    }
    Some(pairs.map(|(a, b)| distance_m(*a, *b)).sum())
}

/// Metres between the nearest two points of two shapes; infinite where one has none.
#[must_use]
pub fn gap_m(a: &[Vec<LonLat>], b: &[Vec<LonLat>]) -> f64 {
    let mut least = f64::INFINITY;
    for p in a.iter().flatten() {
        for q in b.iter().flatten() {
            least = least.min(distance_m(*p, *q));
        }
    }
    least
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lon: f64, lat: f64) -> LonLat {
        LonLat { lon, lat }
    }

    #[test]
    fn a_degree_of_latitude_is_111_195_metres() {
        // 2π · 6,371,008.8 m / 360
        assert!((distance_m(at(3.0, 50.0), at(3.0, 51.0)) - 111_195.08).abs() < 0.01);
        // At 60° a degree of longitude is half of it.
        assert!((distance_m(at(3.0, 60.0), at(3.001, 60.0)) - 55.597_5).abs() < 0.001);
    }

    #[test]
    fn a_line_of_one_point_has_no_length() {
        assert_eq!(length_m(&[vec![at(3.0, 50.0)]]), None);
        assert_eq!(length_m(&[]), None);
        let bent = vec![at(3.0, 50.0), at(3.0, 50.001), at(3.0, 50.0)];
        assert!((length_m(&[bent]).unwrap() - 222.39).abs() < 0.01);
    }
}
