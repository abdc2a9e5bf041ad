//! A street and what lies around it as a small map: lines on a plain ground, without tiles and without a map library.
//! Colours and widths are the style sheet's, by the levels of the town's map.

use crate::domain::LonLat;
use crate::query::plate::{NearMap, NearStretch};
use std::fmt::Write as _;

/// The drawing's own units; it is as wide as its place.
const WIDTH: f64 = 800.0;
const HEIGHT: f64 = 600.0;
/// A scale bar takes at most this part of the width.
const LONGEST_BAR: f64 = 0.35;
const BARS_M: [f64; 8] = [
    50.0, 100.0, 200.0, 500.0, 1_000.0, 2_000.0, 5_000.0, 10_000.0,
];

/// What is drawn; the words around it are the caller's.
#[derive(Clone, Debug, PartialEq)]
pub struct NearDrawing {
    /// Paths with class `near-N` by level, the street itself under `near-here`.
    pub paths: String,
    /// Metres of the scale bar, and its path across `WIDTH`.
    pub bar_m: f64,
    pub bar: String,
}

/// `None` where the street has no published place.
#[must_use]
pub fn near_map(map: &NearMap) -> Option<NearDrawing> {
    let [west, _, east, north] = map.bounds?;
    let (degree_x, degree_y) = map.degree_m;
    let width_m = (east - west) * degree_x;
    if width_m.partial_cmp(&0.0) != Some(std::cmp::Ordering::Greater) {
        return None;
    }
    let scale = WIDTH / width_m;
    let place = |point: &LonLat| {
        (
            (point.lon - west) * degree_x * scale,
            (north - point.lat) * degree_y * scale,
        )
    };
    let path = |wanted: &dyn Fn(&&NearStretch) -> bool| {
        let mut d = String::new();
        for line in map
            .stretches
            .iter()
            .filter(|s| wanted(s))
            .flat_map(|s| &s.lines)
        {
            for (at, point) in line.iter().enumerate() {
                let (x, y) = place(point);
                // Writing to a String does not fail.
                let _ = write!(d, "{}{x:.1} {y:.1}", if at == 0 { 'M' } else { 'L' });
            }
            // A place that is known as a point only is a dot: a line of no length with round ends.
            if line.len() == 1 {
                d.push_str("h.1");
            }
        }
        d
    };
    let mut paths = String::new();
    let mut draw = |class: &str, d: &str| {
        if !d.is_empty() {
            let _ = write!(paths, "<path class='{class}' d='{d}'/>");
        }
    };
    for level in 0..=5 {
        let d = path(&|s| s.level == level && !s.is_here);
        draw(&format!("near-line near-{level}"), &d);
    }
    draw("near-line near-edge", &path(&|s| s.is_here));
    for level in 0..=5 {
        let d = path(&|s| s.level == level && s.is_here);
        draw(&format!("near-line near-here near-{level}"), &d);
    }
    let fitting = BARS_M
        .iter()
        .rev()
        .find(|bar| **bar <= width_m * LONGEST_BAR);
    let bar_m = fitting
        .copied()
        .unwrap_or(BARS_M.first().copied().unwrap_or(1.0));
    Some(NearDrawing {
        paths,
        bar_m,
        bar: format!("M1 1v8H{:.1}v-8", bar_m * scale + 1.0),
    })
}

/// `viewBox` of the drawing and of its scale bar.
#[must_use]
pub fn boxes() -> [String; 2] {
    [format!("0 0 {WIDTH} {HEIGHT}"), format!("0 0 {WIDTH} 10")]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Names, StreetId};

    fn map(lines: Vec<Vec<LonLat>>) -> NearMap {
        NearMap {
            id: StreetId("a".into()),
            names: Names::default(),
            municipality: String::new(),
            bounds: Some([3.0, 50.0, 3.016, 50.008]),
            degree_m: (75_000.0, 112_500.0),
            stretches: vec![
                NearStretch {
                    lines: lines.clone(),
                    level: 0,
                    is_here: false,
                },
                NearStretch {
                    lines,
                    level: 3,
                    is_here: true,
                },
            ],
            counted: Vec::new(),
            streets: 1,
            breaks: [1.0, 2.0, 3.0, 4.0],
            sources: Vec::new(),
        }
    }

    #[test]
    fn places_are_where_they_lie_and_north_is_up() {
        let at = |lon, lat| LonLat { lon, lat };
        // 1200 m by 900 m on 800 by 600: two units are three metres.
        let drawn =
            near_map(&map(vec![vec![at(3.0, 50.008), at(3.008, 50.004)]])).expect("a drawing");
        assert!(
            drawn
                .paths
                .contains("<path class='near-line near-0' d='M0.0 0.0L400.0 300.0'/>")
        );
        // The street itself lies on top of all others, on its edge.
        let last = drawn.paths.rsplit("<path").next();
        assert_eq!(
            last,
            Some(" class='near-line near-here near-3' d='M0.0 0.0L400.0 300.0'/>")
        );
        assert!(drawn.paths.contains("near-edge"));
        assert_eq!(
            (drawn.bar_m, drawn.bar.as_str()),
            (200.0, "M1 1v8H134.3v-8")
        );
    }

    #[test]
    fn a_point_is_a_dot_and_no_place_is_no_map() {
        let point = vec![vec![LonLat {
            lon: 3.008,
            lat: 50.004,
        }]];
        let drawn = near_map(&map(point)).expect("a drawing");
        assert!(drawn.paths.contains("d='M400.0 300.0h.1'"));
        let nowhere = NearMap {
            bounds: None,
            ..map(Vec::new())
        };
        assert_eq!(near_map(&nowhere), None);
        let flat = NearMap {
            bounds: Some([3.0, 50.0, 3.0, 50.0]),
            ..map(Vec::new())
        };
        assert_eq!(near_map(&flat), None);
    }
}
