//! Joins the planned streets into one network: ends meet streets, crossings become junctions.

use super::plan::PlannedStreet;
use super::shape::{Point, crossing, nearest, smooth};

/// A street whose end comes this near to an earlier one is joined to it.
const JOIN_M: f64 = 45.0;
/// An end is joined to another street's end rather than to its side within this distance.
const JOIN_ENDS_M: f64 = 25.0;
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
    let mut junctions: Vec<Point> = Vec::new();
    // Per street: edge, share of the edge, junction.
    let mut on_street: Vec<Vec<(usize, f64, usize)>> = vec![Vec::new(); curves.len()];
    for (i, curve) in curves.iter().enumerate() {
        for end in [curve.first(), curve.last()].into_iter().flatten() {
            for (j, other) in curves.iter().enumerate() {
                let touch = nearest(other, *end).filter(|(_, _, _, distance)| *distance < 1.5);
                let own = nearest(curve, *end);
                if let (true, Some((edge, t, _, _)), Some((own_edge, own_t, _, _))) =
                    (i != j, touch, own)
                {
                    let junction = junction_at(&mut junctions, *end);
                    note(&mut on_street, j, (edge, t, junction));
                    note(&mut on_street, i, (own_edge, own_t, junction));
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
                    if let Some((t, u, point)) = crossing(a1, a2, b1, b2) {
                        let junction = junction_at(&mut junctions, point);
                        note(&mut on_street, i, (edge_a, t, junction));
                        note(&mut on_street, j, (edge_b, u, junction));
                    }
                }
            }
        }
    }
    curves
        .iter()
        .zip(&mut on_street)
        .map(|(curve, found)| with_junctions(curve, found, &junctions))
        .collect()
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
        .min_by(|a, b| a.3.total_cmp(&b.3))
        .filter(|(_, _, _, distance)| *distance < JOIN_M)
        .map_or(p, |(_, _, point, _)| point)
}

fn junction_at(junctions: &mut Vec<Point>, p: Point) -> usize {
    let known = junctions
        .iter()
        .position(|j| j.distance(p) < SAME_JUNCTION_M);
    known.unwrap_or_else(|| {
        junctions.push(p);
        junctions.len() - 1
    })
}

fn note(on_street: &mut [Vec<(usize, f64, usize)>], street: usize, found: (usize, f64, usize)) {
    if let Some(list) = on_street.get_mut(street) {
        list.push(found);
    }
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
    line
}
