//! Plane geometry of the plan: curves through points, nearest points, crossings. Metres.

/// Metres east and north of the market.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    fn plus(self, other: Self, times: f64) -> Self {
        Self {
            x: self.x + other.x * times,
            y: self.y + other.y * times,
        }
    }

    fn towards(self, other: Self) -> Self {
        let length = self.distance(other).max(1e-9);
        Self {
            x: (other.x - self.x) / length,
            y: (other.y - self.y) / length,
        }
    }

    /// The point at `t` (0–1) on the way to `other`.
    pub fn between(self, other: Self, t: f64) -> Self {
        Self {
            x: self.x + (other.x - self.x) * t,
            y: self.y + (other.y - self.y) * t,
        }
    }
}

/// Length between two points of a smoothed line.
const STEP_M: f64 = 22.0;

/// A smooth curve through the points: cubic Hermite spans whose tangents are as long as the span,
/// so that a short span beside a long one does not loop.
pub fn smooth(points: &[Point]) -> Vec<Point> {
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else {
        return Vec::new();
    };
    let mut padded = vec![first];
    padded.extend_from_slice(points);
    padded.push(last);
    let mut line = vec![first];
    for window in padded.windows(4) {
        let &[before, a, b, after] = window else {
            continue;
        };
        let span = a.distance(b);
        let (leave, arrive) = (before.towards(b), a.towards(after));
        let mut steps = 1.0;
        while span / steps > STEP_M {
            steps += 1.0;
        }
        let mut step = 1.0;
        while step <= steps {
            let t = step / steps;
            let (t2, t3) = (t * t, t * t * t);
            let point = Point { x: 0.0, y: 0.0 }
                .plus(a, 2.0 * t3 - 3.0 * t2 + 1.0)
                .plus(leave, (t3 - 2.0 * t2 + t) * span)
                .plus(b, 3.0 * t2 - 2.0 * t3)
                .plus(arrive, (t3 - t2) * span);
            line.push(if step == steps { b } else { point });
            step += 1.0;
        }
    }
    line
}

/// A place on a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Number of the edge, from 0.
    pub edge: usize,
    /// Share of the edge, 0–1.
    pub share: f64,
    pub point: Point,
}

/// The place on a line that is nearest to a point, and how far away it is.
pub fn nearest(line: &[Point], to: Point) -> Option<(Place, f64)> {
    let mut best: Option<(Place, f64)> = None;
    for (edge, pair) in line.windows(2).enumerate() {
        let &[start, end] = pair else { continue };
        let (dx, dy) = (end.x - start.x, end.y - start.y);
        let squared = dx * dx + dy * dy;
        let share = if squared > 0.0 {
            (((to.x - start.x) * dx + (to.y - start.y) * dy) / squared).clamp(0.0, 1.0)
        } else {
            0.0
        };
        let point = start.between(end, share);
        let distance = point.distance(to);
        if best.is_none_or(|(_, nearest)| distance < nearest) {
            best = Some((Place { edge, share, point }, distance));
        }
    }
    best
}

/// Where one edge crosses another: share of the first, share of the second, point.
pub fn crossing(one: [Point; 2], other: [Point; 2]) -> Option<(f64, f64, Point)> {
    let ([start, end], [from, to]) = (one, other);
    let (rx, ry) = (end.x - start.x, end.y - start.y);
    let (sx, sy) = (to.x - from.x, to.y - from.y);
    let cross = rx * sy - ry * sx;
    if cross == 0.0 {
        return None;
    }
    let (dx, dy) = (from.x - start.x, from.y - start.y);
    let (t, u) = ((dx * sy - dy * sx) / cross, (dx * ry - dy * rx) / cross);
    ((0.0..=1.0).contains(&t) && (0.0..=1.0).contains(&u)).then(|| (t, u, start.between(end, t)))
}

pub fn length(line: &[Point]) -> f64 {
    line.iter()
        .zip(line.iter().skip(1))
        .map(|(a, b)| a.distance(*b))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn p(x: f64, y: f64) -> Point {
        Point { x, y }
    }

    #[test]
    fn a_curve_passes_through_its_points() {
        let points = [p(0.0, 0.0), p(100.0, 20.0), p(110.0, 90.0)];
        let line = smooth(&points);
        for point in points {
            assert!(line.contains(&point), "{point:?}");
        }
        assert!(line.windows(2).all(|w| w[0].distance(w[1]) < 30.0));
    }

    #[test]
    fn two_edges_cross_where_they_cross() {
        let found = crossing([p(0.0, 0.0), p(10.0, 0.0)], [p(4.0, -1.0), p(4.0, 3.0)]);
        assert_eq!(found, Some((0.4, 0.25, p(4.0, 0.0))));
        let apart = crossing([p(0.0, 0.0), p(10.0, 0.0)], [p(12.0, -1.0), p(12.0, 1.0)]);
        assert_eq!(apart, None);
    }

    #[test]
    fn the_nearest_point_lies_on_the_line() {
        let line = [p(0.0, 0.0), p(10.0, 0.0), p(10.0, 10.0)];
        let (place, distance) = nearest(&line, p(13.0, 4.0)).unwrap();
        assert_eq!(
            (place.edge, place.share, place.point),
            (1, 0.4, p(10.0, 4.0))
        );
        assert_eq!(distance, 3.0);
    }
}
