//! The chart as text: a table, and points that can be read one by one.

use crate::domain::State;

/// The chart as a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// With units and period.
    pub caption: String,
    /// Column headers; the first is that of the row headers.
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
}

/// `header` and as many `cells` as there are further columns. A missing value is a word, never a number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    pub header: String,
    pub cells: Vec<String>,
}

/// What one point says.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// `Monday 8:00–9:00`.
    pub heading: String,
    /// One or more values with unit and state: `Working days: 123 cars per hour`.
    pub lines: Vec<String>,
    /// The weakest state of its values.
    pub state: State,
}

impl Reading {
    /// The whole reading in one line, for a live region.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}: {}", self.heading, self.lines.join("; "))
    }
}

/// Where a reading is, CSS pixels from the chart's top left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Where a marker or a tooltip belongs.
    pub x: f64,
    pub y: f64,
    /// The box that belongs to the point, for hover and for the focus ring.
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

/// What an arrow, Home or End key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Left,
    Right,
    Up,
    Down,
    First,
    Last,
}

/// Walks a grid of `per_row` columns in reading order; stays inside.
pub(super) fn step(count: usize, per_row: usize, from: usize, step: Step) -> usize {
    let last = count.saturating_sub(1);
    let per_row = per_row.max(1);
    let has_rows = per_row < count;
    match step {
        Step::First => 0,
        Step::Last => last,
        Step::Left => from.min(last).saturating_sub(1),
        Step::Right => from.saturating_add(1).min(last),
        Step::Up if has_rows => from.checked_sub(per_row).unwrap_or(from),
        Step::Down if has_rows && from + per_row <= last => from + per_row,
        Step::Up | Step::Down => from.min(last),
    }
}

/// How far outside its box a point may still be meant, CSS pixels.
const REACH: f64 = 24.0;

pub(super) fn hit(points: &[Point], x: f64, y: f64) -> Option<usize> {
    let outside = |low: f64, length: f64, at: f64| (low - at).max(at - low - length).max(0.0);
    let mut best: Option<(usize, f64)> = None;
    for (index, point) in points.iter().enumerate() {
        let dx = outside(point.left, point.width, x);
        let dy = outside(point.top, point.height, y);
        let distance = dx * dx + dy * dy;
        if distance <= REACH * REACH && best.is_none_or(|(_, least)| distance < least) {
            best = Some((index, distance));
        }
    }
    best.map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrow_keys_stay_in_the_grid() {
        for (from, key, to) in [
            (0, Step::Left, 0),
            (0, Step::Up, 0),
            (0, Step::Down, 24),
            (150, Step::Down, 150),
            (30, Step::Up, 6),
            (167, Step::Right, 167),
            (5, Step::Last, 167),
        ] {
            assert_eq!(step(168, 24, from, key), to, "{from} {key:?}");
        }
        assert_eq!(step(24, 24, 5, Step::Down), 5);
        assert_eq!(step(0, 0, 0, Step::Right), 0);
    }

    #[test]
    fn the_nearest_box_within_reach_is_hit() {
        let at = |left: f64| Point {
            x: left + 5.0,
            y: 5.0,
            left,
            top: 0.0,
            width: 10.0,
            height: 10.0,
        };
        let points = [at(0.0), at(20.0)];
        assert_eq!(hit(&points, 4.0, 4.0), Some(0));
        assert_eq!(hit(&points, 17.0, 4.0), Some(1));
        assert_eq!(hit(&points, 80.0, 4.0), None);
    }
}
