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
    let rows = street.map_or(time.len(), |street| street.len().min(time.len()));
    // As files have it: whole numbers, none missing.
    if let (Values::I64(times), None) = (&time.values, &time.present) {
        let times = times.get(..rows).unwrap_or_default();
        match street.map(|street| (&street.values, &street.present)) {
            None => return of_blocks(None, times, first_row),
            Some((Values::I32(streets), None)) => {
                return of_blocks(streets.get(..rows), times, first_row);
            }
            _ => {}
        }
    }
    let mut runs = Gather::default();
    for row in 0..rows {
        let street = street.map_or(Some(0), |street| street.whole(row));
        if let (Some(street), Some(time)) = (street, time.whole(row)) {
            runs.add(street, time, first_row + row);
        }
    }
    runs.done()
}

/// Of as many streets as instants.
fn of_blocks(streets: Option<&[i32]>, times: &[i64], first_row: usize) -> Vec<Run> {
    let mut runs = Gather::default();
    let mut row = 0;
    while let Some(time) = times.get(row) {
        let street = streets.and_then(|streets| streets.get(row)).copied();
        runs.add(street.unwrap_or_default().into(), *time, first_row + row);
        row += 1;
        let streets = streets.and_then(|streets| streets.get(row..));
        row += runs.go_on(streets, times.get(row..).unwrap_or_default());
    }
    runs.done()
}

/// Rows that are looked at together.
const BLOCK: usize = 16;
const BLOCK_STEPS: i64 = 16;

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

    /// Adds the blocks of rows that go on with the open run, and gives how many rows they are. Without streets all
    /// rows are of the run's.
    fn go_on(&mut self, streets: Option<&[i32]>, times: &[i64]) -> usize {
        let Some(run) = self.open.as_mut().filter(|run| run.rows > 1) else {
            return 0;
        };
        let Ok(street) = i32::try_from(run.street) else {
            return 0;
        };
        let Some(far) = run.step.checked_mul(BLOCK_STEPS) else {
            return 0;
        };
        let mut streets = streets.map(|streets| streets.as_chunks::<BLOCK>().0.iter());
        let (mut next, mut rows) = (self.next.0, 0);
        for times in times.as_chunks::<BLOCK>().0 {
            let Some(end) = next.checked_add(far) else {
                break;
            };
            let mut instant = next;
            let mut differs = 0;
            for time in times {
                differs |= time ^ instant;
                instant += run.step;
            }
            if let Some(streets) = &mut streets {
                let block = streets.next().into_iter().flatten();
                differs |= block.fold(0, |all, one| all | i64::from(one ^ street));
            }
            if differs != 0 {
                break;
            }
            (next, rows) = (end, rows + BLOCK);
        }
        run.rows += rows;
        self.next = (next, self.next.1 + rows);
        rows
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
    fn blocks_of_rows_make_the_same_runs_as_row_after_row() {
        for ends in [[40, 90], [16, 33], [1, 17], [2, 99], [31, 32]] {
            let ended = |row: i64| ends.iter().map(|end| i64::from(row >= *end)).sum::<i64>();
            let instants: Vec<i64> = (0..100).map(|row| row * 10 + 7 * ended(row)).collect();
            let streets: Vec<i32> = (0..100).map(|row| 5 + i32::from(row > 70)).collect();
            let wide = column(&streets.iter().map(|s| i64::from(*s)).collect::<Vec<_>>());
            let narrow = TypedColumn {
                values: Values::I32(streets),
                present: None,
            };
            let times = column(&instants);
            let present = TypedColumn {
                present: Some(vec![true; 100]),
                ..times.clone()
            };
            let found = runs(Some(&narrow), &times, 3);
            assert_eq!(found, runs(Some(&wide), &times, 3), "{ends:?}");
            assert_eq!(runs(None, &times, 3), runs(None, &present, 3), "{ends:?}");
            assert_eq!(found.iter().map(|run| run.rows).sum::<usize>(), 100);
        }
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
