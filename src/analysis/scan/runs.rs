//! Rows as runs: one street, instants a fixed step apart.

use crate::table::{TypedColumn, Values};
use std::ops::Range;

/// Rows of one street of which each instant is `step` after the last. A gap in time, or a street's end, ends a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    pub street: i64,
    pub first_row: usize,
    pub rows: usize,
    /// Instant of the first row.
    pub start: i64,
    /// Greater than zero.
    pub step: i64,
}

impl Run {
    /// Rows of the run whose instants lie in a period: from its start on, before its end.
    #[must_use]
    pub fn within(&self, period: &Range<i64>) -> Range<usize> {
        let before = |instant: i64| {
            let since = instant
                .saturating_sub(self.start)
                .saturating_add(self.step - 1);
            let rows = since.max(0).checked_div(self.step).unwrap_or_default();
            usize::try_from(rows).unwrap_or(usize::MAX).min(self.rows)
        };
        let (first, last) = (before(period.start), before(period.end));
        self.first_row + first..self.first_row + last.max(first)
    }

    #[must_use]
    pub fn instant(&self, row: usize) -> i64 {
        let rows = row.saturating_sub(self.first_row);
        let rows = i64::try_from(rows).unwrap_or(i64::MAX);
        self.start.saturating_add(self.step.saturating_mul(rows))
    }
}

/// The runs of a batch. `first_row` is added to the numbers of its rows. A row without street or instant is in none.
/// Without a column of streets all rows are of street 0.
#[must_use]
pub fn runs(street: Option<&TypedColumn>, time: &TypedColumn, first_row: usize) -> Vec<Run> {
    let mut runs = Gather::default();
    let Some(street) = street else {
        for row in 0..time.len() {
            if let Some(time) = time.whole(row) {
                runs.add(0, time, first_row + row);
            }
        }
        return runs.done();
    };
    match (&street.values, &street.present, &time.values, &time.present) {
        // As files have it.
        (Values::I32(streets), None, Values::I64(times), None) => {
            for (row, (street, time)) in streets.iter().zip(times).enumerate() {
                runs.add(i64::from(*street), *time, first_row + row);
            }
        }
        _ => {
            for row in 0..street.len().min(time.len()) {
                if let (Some(street), Some(time)) = (street.whole(row), time.whole(row)) {
                    runs.add(street, time, first_row + row);
                }
            }
        }
    }
    runs.done()
}

#[derive(Default)]
struct Gather {
    done: Vec<Run>,
    open: Option<Run>,
    /// Instant and row at which the open run would go on.
    next: (i64, usize),
}

impl Gather {
    #[inline]
    fn add(&mut self, street: i64, time: i64, row: usize) {
        if let Some(run) = &mut self.open
            && run.street == street
            && self.next.1 == row
        {
            if self.next.0 == time {
                run.rows += 1;
                self.next = (time.saturating_add(run.step), row + 1);
                return;
            }
            // The second row says what the step is.
            let step = time.saturating_sub(run.start);
            if run.rows == 1 && step > 0 {
                (run.step, run.rows) = (step, 2);
                self.next = (time.saturating_add(step), row + 1);
                return;
            }
        }
        self.done.extend(self.open.replace(Run {
            street,
            first_row: row,
            rows: 1,
            start: time,
            step: 1,
        }));
        self.next = (time.saturating_add(1), row + 1);
    }

    fn done(mut self) -> Vec<Run> {
        self.done.extend(self.open);
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(values: &[i64]) -> TypedColumn {
        TypedColumn {
            values: Values::I64(values.to_vec()),
            present: None,
        }
    }

    #[test]
    fn a_gap_or_another_street_ends_a_run() {
        let streets = column(&[1, 1, 1, 1, 2, 2]);
        let times = column(&[0, 10, 20, 40, 0, 5]);
        let found = runs(Some(&streets), &times, 100);
        let of = |street, first_row, rows, start, step| Run {
            street,
            first_row,
            rows,
            start,
            step,
        };
        assert_eq!(
            found,
            [
                of(1, 100, 3, 0, 10),
                of(1, 103, 1, 40, 1),
                of(2, 104, 2, 0, 5)
            ]
        );
    }

    #[test]
    fn a_period_takes_its_start_and_leaves_its_end() {
        let run = Run {
            street: 1,
            first_row: 50,
            rows: 10,
            start: 100,
            step: 10,
        };
        assert_eq!(run.within(&(100..130)), 50..53);
        assert_eq!(run.within(&(101..131)), 51..54);
        assert_eq!(run.within(&(0..100)), 50..50);
        assert_eq!(run.within(&(190..i64::MAX)), 59..60);
        assert_eq!(run.within(&(i64::MIN..i64::MAX)), 50..60);
        assert_eq!(run.instant(53), 130);
    }
}
