//! Means over a cycle: the hours of a week.

use super::runs::Run;
use crate::table::{TypedColumn, Values};
use std::ops::Range;

/// Where in a cycle an instant lies: `(instant ÷ unit + shift) mod count`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phase {
    /// Of an hour, in the unit of the instants.
    pub unit: i64,
    pub shift: i64,
    /// 168 for a week.
    pub count: usize,
}

impl Phase {
    #[must_use]
    pub fn of(&self, instant: i64) -> usize {
        let hours = instant
            .div_euclid(self.unit.max(1))
            .saturating_add(self.shift);
        let count = i64::try_from(self.count.max(1)).unwrap_or(i64::MAX);
        usize::try_from(hours.rem_euclid(count)).unwrap_or_default()
    }
}

/// Means of columns per phase, over rows that a sensor watched for long enough.
#[derive(Clone, Debug)]
pub struct PhaseMeans {
    phase: Phase,
    columns: usize,
    sums: Vec<f64>,
    counts: Vec<u32>,
}

impl PhaseMeans {
    #[must_use]
    pub fn new(phase: Phase, columns: usize) -> Self {
        Self {
            phase,
            columns,
            sums: vec![0.0; phase.count * columns],
            counts: vec![0; phase.count * columns],
        }
    }

    /// Adds the rows of a period of one street of which `watched` is `least` or more.
    pub fn add(
        &mut self,
        run: &Run,
        columns: &[&TypedColumn],
        first_row: usize,
        period: &Range<i64>,
        watched: &TypedColumn,
        least: f64,
    ) {
        let rows = run.within(period);
        if rows.is_empty() {
            return;
        }
        let start = run.instant(rows.start);
        let rows = rows.start.saturating_sub(first_row)..rows.end.saturating_sub(first_row);
        let is_whole = self.phase.unit > 0 && run.step % self.phase.unit == 0;
        for (place, column) in columns.iter().enumerate().take(self.columns) {
            let mut walk = Walk {
                means: self,
                place,
                start,
                step: run.step,
                is_whole,
            };
            match (
                &column.values,
                &column.present,
                &watched.values,
                &watched.present,
            ) {
                (Values::F32(values), None, Values::F32(up), None) => {
                    let values = values.get(rows.clone()).unwrap_or_default();
                    let up = up.get(rows.clone()).unwrap_or_default();
                    let pairs = values.iter().zip(up);
                    walk.all(
                        pairs.map(|(v, up)| (f64::from(*up) >= least).then_some(f64::from(*v))),
                    );
                }
                _ => walk.all(rows.clone().map(|row| {
                    let is_watched = watched.number(row).is_some_and(|up| up >= least);
                    column.number(row).filter(|_| is_watched)
                })),
            }
        }
    }

    /// Means, phase after phase with a number a column; NaN where there was no row.
    #[must_use]
    pub fn means(&self) -> Vec<f64> {
        let means = self.sums.iter().zip(&self.counts);
        means.map(|(sum, count)| sum / f64::from(*count)).collect()
    }
}

struct Walk<'a> {
    means: &'a mut PhaseMeans,
    place: usize,
    start: i64,
    step: i64,
    /// Each row is so many whole units after the one before.
    is_whole: bool,
}

impl Walk<'_> {
    #[inline]
    fn all(&mut self, values: impl Iterator<Item = Option<f64>>) {
        let phase = self.means.phase;
        let columns = self.means.columns;
        let mut at = phase.of(self.start);
        // Phases that a row is further than the one before.
        let forward = (phase.of(self.step) + phase.count - phase.of(0)) % phase.count.max(1);
        let mut instant = self.start;
        for value in values {
            if let Some(value) = value {
                let slot = at * columns + self.place;
                if let (Some(sum), Some(count)) = (
                    self.means.sums.get_mut(slot),
                    self.means.counts.get_mut(slot),
                ) {
                    *sum += value;
                    *count += 1;
                }
            }
            if self.is_whole {
                at += forward;
                if at >= phase.count {
                    at -= phase.count;
                }
            } else {
                instant = instant.saturating_add(self.step);
                at = phase.of(instant);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(values: Vec<f32>) -> TypedColumn {
        TypedColumn {
            values: Values::F32(values),
            present: None,
        }
    }

    #[test]
    fn hours_of_a_week_come_round() {
        let phase = Phase {
            unit: 10,
            shift: 72,
            count: 168,
        };
        assert_eq!(phase.of(0), 72);
        assert_eq!(phase.of(-730), 167);
        let run = Run {
            street: 1,
            first_row: 0,
            rows: 400,
            start: 0,
            step: 10,
        };
        let counts = column((0..400_u16).map(|n| f32::from(n / 168)).collect());
        let mut up = vec![1.0; 400];
        up[168] = 0.25;
        let mut means = PhaseMeans::new(phase, 1);
        means.add(&run, &[&counts], 0, &(0..4000), &column(up), 0.5);
        let means = means.means();
        // Row 0, 168 (not watched) and 336 are of the phase of the first.
        assert!((means[72] - 1.0).abs() < 1e-12);
        // Rows 64 and 232 are of the phase before the last; row 400 would be the third.
        assert!((means[136] - 0.5).abs() < 1e-12);
    }

    #[test]
    fn steps_that_are_no_whole_hours_find_their_hour() {
        let phase = Phase {
            unit: 60,
            shift: 0,
            count: 2,
        };
        let run = Run {
            street: 1,
            first_row: 0,
            rows: 4,
            start: 0,
            step: 45,
        };
        let mut means = PhaseMeans::new(phase, 1);
        let up = column(vec![1.0; 4]);
        // Instants 0, 45, 90 and 135: hours 0, 0, 1 and 2, which is 0 again.
        means.add(
            &run,
            &[&column(vec![1.0, 2.0, 5.0, 6.0])],
            0,
            &(0..999),
            &up,
            0.5,
        );
        assert_eq!(means.means(), [3.0, 5.0]);
    }
}
