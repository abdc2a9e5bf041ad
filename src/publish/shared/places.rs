//! In which municipality a place lies: that of the nearest street, because a town knows its streets and no borders.

use crate::domain::LonLat;
use crate::domain::Street;
use crate::domain::distance::{distance_m, distance_to_line_m};
use std::collections::BTreeMap;

/// Beyond this from any street is elsewhere.
const FARTHEST_M: f64 = 1_000.0;
/// Degrees of a cell of the grid: some 700 to 1,100 m in Europe.
const CELL: f64 = 0.01;

type Cell = (i32, i32);
/// The position of a municipality, and a line of a street in it.
type Line = (usize, Vec<LonLat>);

/// Streets by place.
#[derive(Debug)]
pub struct Places {
    /// Municipalities by name, then everything else under the empty name.
    pub names: Vec<String>,
    /// Of each cell the lines that touch it or a neighbour, with the position of their municipality in `names`.
    cells: BTreeMap<Cell, Vec<Line>>,
}

impl Places {
    #[must_use]
    pub fn new(streets: &[Street]) -> Self {
        let mut names: Vec<String> = streets.iter().map(|s| s.municipality.clone()).collect();
        names.push(String::new());
        names.sort();
        names.dedup();
        // The empty name comes last: it is where nothing else is.
        names.rotate_left(1);
        let mut cells: BTreeMap<Cell, Vec<Line>> = BTreeMap::new();
        for street in streets {
            let Some(at) = names.iter().position(|name| *name == street.municipality) else {
                continue;
            };
            for line in street.segments.iter().flat_map(|segment| &segment.lines) {
                let mut touched: Vec<Cell> = line.iter().map(|point| cell(*point)).collect();
                touched.sort_unstable();
                touched.dedup();
                for cell in touched {
                    let known = cells.entry(cell).or_default();
                    known.push((at, line.clone()));
                }
            }
        }
        Self { names, cells }
    }

    /// The position in `names` of the municipality of a place.
    #[must_use]
    pub fn of(&self, place: LonLat) -> usize {
        let (x, y) = cell(place);
        let mut best: Option<(f64, usize)> = None;
        // A kilometre is up to three cells in the north of Europe.
        for dx in -2..=2 {
            for dy in -1..=1 {
                for (name, line) in self.cells.get(&(x + dx, y + dy)).into_iter().flatten() {
                    let metres = distance_to_line_m(place, line).unwrap_or(f64::INFINITY);
                    if metres <= FARTHEST_M && best.is_none_or(|(least, _)| metres < least) {
                        best = Some((metres, *name));
                    }
                }
            }
        }
        best.map_or(self.names.len().saturating_sub(1), |(_, name)| name)
    }
}

/// Cells of degrees fit into 32 bits.
#[allow(clippy::cast_possible_truncation)]
fn cell(place: LonLat) -> Cell {
    (
        (place.lon / CELL).floor() as i32,
        (place.lat / CELL).floor() as i32,
    )
}

/// Metres from a street to a place; `None` for a street without geometry.
#[must_use]
pub fn distance_to_street_m(street: &Street, place: LonLat) -> Option<f64> {
    let lines = street.segments.iter().flat_map(|segment| &segment.lines);
    lines
        .filter_map(|line| distance_to_line_m(place, line))
        .min_by(f64::total_cmp)
}

/// Whether a place may be within some metres of a street: a box around each of its lines, for speed.
#[must_use]
pub fn may_be_near(street: &Street, place: LonLat, metres: f64) -> bool {
    let lines = street.segments.iter().flat_map(|segment| &segment.lines);
    lines.into_iter().any(|line| {
        let bounds = line.iter().fold(None, |bounds: Option<[f64; 4]>, p| {
            let [w, s, e, n] = bounds.unwrap_or([p.lon, p.lat, p.lon, p.lat]);
            Some([w.min(p.lon), s.min(p.lat), e.max(p.lon), n.max(p.lat)])
        });
        bounds.is_some_and(|[w, s, e, n]| {
            let nearest = LonLat {
                lon: place.lon.clamp(w, e),
                lat: place.lat.clamp(s, n),
            };
            distance_m(place, nearest) <= metres * 1.01
        })
    })
}
