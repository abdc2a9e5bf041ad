//! Where a dataset has data: the town's streets drawn in whole units, those with data apart.

use super::answer_town::{Overview, overview, with_usual};
use super::geometry::distance_m;
use super::store::{Need, Store};
use crate::domain::{LonLat, SegmentId, Street, StreetSegment};
use crate::query::data::coverage::Coverage;
use crate::query::data::pack;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The longer side of the drawing.
const SIDE: f64 = 1000.0;

pub(super) fn answer(store: &mut Store, dataset: &str) -> Result<Vec<u8>, Need> {
    let Overview {
        opened,
        streets,
        summary,
    } = overview(store)?;
    let rows = summary.iter();
    let rows = rows.filter(|row| dataset == "summary" || row.dataset == dataset);
    let counted: BTreeSet<&SegmentId> = rows.map(|row| &row.segment).collect();
    let is_of = |segment: &StreetSegment| dataset == "streets" || counted.contains(&segment.id);
    let drawing = Drawing::around(&streets);
    let mut coverage = Coverage {
        all: u32::try_from(streets.len()).unwrap_or(u32::MAX),
        ..drawing.as_ref().map(Drawing::empty).unwrap_or_default()
    };
    for street in streets.iter() {
        if street.segments.iter().any(is_of) {
            let names = with_usual(&street.names, &opened.catalog.town.languages);
            coverage.streets.push((street.id.clone(), names));
        }
        for segment in &street.segments {
            let path = if is_of(segment) {
                &mut coverage.covered
            } else {
                &mut coverage.others
            };
            if let Some(drawing) = &drawing {
                let lines = segment.lines.iter();
                lines.for_each(|line| drawing.draw(line, path));
            }
        }
    }
    Ok(pack(&coverage))
}

/// From degrees to the units of the drawing.
struct Drawing {
    low: LonLat,
    high: LonLat,
    width: f64,
    height: f64,
}

impl Drawing {
    /// `None` where no street has a place. A town that is one point is a square around it.
    fn around(streets: &[Street]) -> Option<Self> {
        let segments = streets.iter().flat_map(|street| &street.segments);
        let mut points = segments.flat_map(|segment| segment.lines.iter().flatten());
        let first = *points.next()?;
        let (mut low, mut high) = (first, first);
        for point in points {
            low.lon = low.lon.min(point.lon);
            low.lat = low.lat.min(point.lat);
            high.lon = high.lon.max(point.lon);
            high.lat = high.lat.max(point.lat);
        }
        // A little ground around it, and no side without a length.
        let margin = |span: f64| span * 0.02 + 0.0005;
        let (x, y) = (margin(high.lon - low.lon), margin(high.lat - low.lat));
        low.lon -= x;
        high.lon += x;
        low.lat -= y;
        high.lat += y;
        let middle = f64::midpoint(low.lat, high.lat);
        let at = |lon: f64, lat: f64| LonLat { lon, lat };
        let across = distance_m(at(low.lon, middle), at(high.lon, middle));
        let up = distance_m(at(low.lon, low.lat), at(low.lon, high.lat));
        let unit = across.max(up) / SIDE;
        Some(Self {
            low,
            high,
            width: (across / unit).round().max(1.0),
            height: (up / unit).round().max(1.0),
        })
    }

    // The sides are at most `SIDE`.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn empty(&self) -> Coverage {
        Coverage {
            width: self.width as u32,
            height: self.height as u32,
            bounds: [self.low.lon, self.low.lat, self.high.lon, self.high.lat],
            ..Coverage::default()
        }
    }

    fn place(&self, point: LonLat) -> (f64, f64) {
        let x = (point.lon - self.low.lon) / (self.high.lon - self.low.lon) * self.width;
        let y = (self.high.lat - point.lat) / (self.high.lat - self.low.lat) * self.height;
        (x.round(), y.round())
    }

    /// Points that fall on the one before are left out, but for the end of a point.
    fn draw(&self, line: &[LonLat], path: &mut String) {
        let mut last = None;
        let mut drawn = 0;
        for point in line {
            let place = self.place(*point);
            if last == Some(place) {
                continue;
            }
            let command = if drawn == 0 { 'M' } else { 'L' };
            // Writing to a String does not fail.
            let _ = write!(path, "{command}{} {}", place.0, place.1);
            drawn += 1;
            last = Some(place);
        }
        if drawn == 1 {
            path.push_str("h0");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Names, StreetId};

    fn street(lines: &[&[(f64, f64)]]) -> Street {
        let line = |line: &&[(f64, f64)]| {
            let points = line.iter().map(|(lon, lat)| LonLat {
                lon: *lon,
                lat: *lat,
            });
            points.collect()
        };
        Street {
            id: StreetId("a".into()),
            names: Names::default(),
            municipality: String::new(),
            road_class: String::new(),
            segments: vec![StreetSegment {
                id: SegmentId("1".into()),
                label: String::new(),
                lines: lines.iter().map(line).collect(),
                length_m: None,
                limit_kmh: None,
                side_names: None,
            }],
        }
    }

    #[test]
    fn north_is_up_and_a_degree_of_longitude_is_shorter() {
        let town = [street(&[
            &[(3.0, 60.0), (4.0, 60.0)],
            &[(3.0, 59.5), (3.0, 60.5)],
        ])];
        let drawing = Drawing::around(&town).unwrap();
        assert_eq!(drawing.height, SIDE);
        assert!((drawing.width - 500.0).abs() < 3.0, "{}", drawing.width);
        let (x, north) = drawing.place(LonLat {
            lon: 3.0,
            lat: 60.5,
        });
        let (_, south) = drawing.place(LonLat {
            lon: 3.0,
            lat: 59.5,
        });
        assert!(
            north < 25.0 && south > 975.0 && x < 15.0,
            "{north} {south} {x}"
        );
        assert!(Drawing::around(&[street(&[])]).is_none());
    }

    #[test]
    fn a_point_is_drawn_and_what_falls_together_is_drawn_once() {
        let town = [street(&[&[(3.0, 50.0)]])];
        let drawing = Drawing::around(&town).unwrap();
        let mut path = String::new();
        let at = |lon| LonLat { lon, lat: 50.0 };
        drawing.draw(&[at(3.0)], &mut path);
        assert!(path.starts_with('M') && path.ends_with("h0"), "{path}");
        path.clear();
        drawing.draw(&[at(3.0), at(3.000_000_1), at(3.0004)], &mut path);
        assert_eq!(path.matches('L').count(), 1, "{path}");
    }
}
