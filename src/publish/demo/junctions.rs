//! Joins the planned streets into one network: ends meet streets, crossings become junctions.

use super::plan::PlannedStreet;
use super::shape::{Point, crossing, nearest, smooth};

/// A street whose end comes this near to an earlier one is joined to it.
const JOIN_M: f64 = 45.0;
/// An end is joined to another street's end rather than to its side within this distance.
const JOIN_ENDS_M: f64 = 25.0;
/// An end this near to another street lies on it.
const TOUCH_M: f64 = 1.5;
/// Crossings nearer to each other than this are one junction.
const SAME_JUNCTION_M: f64 = 11.0;
/// Points of a curve nearer to a junction than this give way to it.
const CLEAR_M: f64 = 7.0;

/// A point of a street's line, and the number of the junction that lies there.
#[derive(Clone, Copy, Debug)]
pub struct Vertex {
    pub point: Point,
    pub junction: Option<usize>,
}

/// The line of each planned street, in the plan's order.
pub fn lay_out(planned: &[PlannedStreet]) -> Vec<Vec<Vertex>> {
    let curves = curves(planned);
    let mut junctions = Junctions {
        points: Vec::new(),
        on_street: vec![Vec::new(); curves.len()],
    };
    for (i, curve) in curves.iter().enumerate() {
        for end in [curve.first(), curve.last()].into_iter().flatten() {
            for (j, other) in curves.iter().enumerate().filter(|(j, _)| *j != i) {
                let touch = nearest(other, *end).filter(|(_, distance)| *distance < TOUCH_M);
                if let (Some((there, _)), Some((here, _))) = (touch, nearest(curve, *end)) {
                    let junction = junctions.at(*end);
                    junctions.note(j, there.edge, there.share, junction);
                    junctions.note(i, here.edge, here.share, junction);
                }
            }
        }
    }
    for (i, a) in curves.iter().enumerate() {
        for (j, b) in curves.iter().enumerate().skip(i + 1) {
            for (edge_a, pair_a) in a.windows(2).enumerate() {
                for (edge_b, pair_b) in b.windows(2).enumerate() {
                    let (&[a1, a2], &[b1, b2]) = (pair_a, pair_b) else {
                        continue;
                    };
                    if let Some((t, u, point)) = crossing([a1, a2], [b1, b2]) {
                        let junction = junctions.at(point);
                        junctions.note(i, edge_a, t, junction);
                        junctions.note(j, edge_b, u, junction);
                    }
                }
            }
        }
    }
    curves
        .iter()
        .zip(&mut junctions.on_street)
        .map(|(curve, found)| with_junctions(curve, found, &junctions.points))
        .collect()
}

/// The junctions found so far.
struct Junctions {
    points: Vec<Point>,
    /// Per street: edge, share of the edge, junction.
    on_street: Vec<Vec<(usize, f64, usize)>>,
}

impl Junctions {
    /// The junction at a point: the one that is there already, or a new one.
    fn at(&mut self, p: Point) -> usize {
        let known = self
            .points
            .iter()
            .position(|j| j.distance(p) < SAME_JUNCTION_M);
        known.unwrap_or_else(|| {
            self.points.push(p);
            self.points.len() - 1
        })
    }

    fn note(&mut self, street: usize, edge: usize, share: f64, junction: usize) {
        if let Some(list) = self.on_street.get_mut(street) {
            list.push((edge, share, junction));
        }
    }
}

fn curves(planned: &[PlannedStreet]) -> Vec<Vec<Point>> {
    let mut curves: Vec<Vec<Point>> = Vec::new();
    for street in planned {
        let mut points = street.points.clone();
        if street.is_closed() {
            curves.push(points);
            continue;
        }
        if let Some(first) = points.first_mut() {
            *first = joined(&curves, *first);
        }
        if let Some(last) = points.last_mut() {
            *last = joined(&curves, *last);
        }
        curves.push(smooth(&points));
    }
    curves
}

/// Where an end at `p` meets the streets drawn so far; `p` itself where none is near.
fn joined(curves: &[Vec<Point>], p: Point) -> Point {
    let ends = curves.iter().flat_map(|c| [c.first(), c.last()]).flatten();
    let end = ends.min_by(|a, b| a.distance(p).total_cmp(&b.distance(p)));
    if let Some(end) = end.filter(|end| end.distance(p) < JOIN_ENDS_M) {
        return *end;
    }
    curves
        .iter()
        .filter_map(|curve| nearest(curve, p))
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .filter(|(_, distance)| *distance < JOIN_M)
        .map_or(p, |(place, _)| place.point)
}

fn with_junctions(
    curve: &[Point],
    found: &mut [(usize, f64, usize)],
    junctions: &[Point],
) -> Vec<Vertex> {
    found.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let crossed: Vec<Point> = found
        .iter()
        .filter_map(|(_, _, junction)| junctions.get(*junction).copied())
        .collect();
    let mut line: Vec<Vertex> = Vec::new();
    for (edge, &point) in curve.iter().enumerate() {
        if crossed.iter().all(|c| c.distance(point) >= CLEAR_M) {
            line.push(Vertex {
                point,
                junction: None,
            });
        }
        for (_, _, junction) in found.iter().filter(|(e, _, _)| *e == edge) {
            let repeated = line.last().is_some_and(|v| v.junction == Some(*junction));
            if let (false, Some(&point)) = (repeated, junctions.get(*junction)) {
                line.push(Vertex {
                    point,
                    junction: Some(*junction),
                });
            }
        }
    }
    // The last corner of a square is its first, which may have become a junction.
    if let (true, Some(&first)) = (curve.first() == curve.last(), line.first())
        && line.last().is_some_and(|last| last.point != first.point)
    {
        line.push(first);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::super::plan::streets;
    use super::*;

    #[test]
    fn a_square_is_closed_and_every_street_meets_another() {
        let planned = streets();
        for (street, line) in planned.iter().zip(lay_out(&planned)) {
            let ends = [line.first(), line.last()].map(|v| v.unwrap().point);
            assert_eq!(ends[0] == ends[1], street.is_closed(), "{}", street.name());
            assert!(
                line.iter().any(|v| v.junction.is_some()),
                "{}",
                street.name()
            );
        }
    }
}
