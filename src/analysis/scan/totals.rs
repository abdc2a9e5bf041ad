//! Totals of a period per street, and of each span of time: months, mostly.

use super::runs::Run;
use super::sums::{Total, sum};
use crate::table::TypedColumn;
use std::collections::BTreeMap;
use std::ops::Range;

/// Adds the totals of a period to those of each street, a total a column. Rows of the runs count from `first_row`.
pub fn by_street(
    runs: &[Run],
    columns: &[&TypedColumn],
    first_row: usize,
    period: &Range<i64>,
    into: &mut BTreeMap<i64, Vec<Total>>,
) {
    for run in runs {
        let rows = run.within(period);
        if rows.is_empty() {
            continue;
        }
        let totals = into
            .entry(run.street)
            .or_insert_with(|| vec![Total::default(); columns.len()]);
        let rows = rows.start.saturating_sub(first_row)..rows.end.saturating_sub(first_row);
        for (total, column) in totals.iter_mut().zip(columns) {
            total.add(sum(column, rows.clone()));
        }
    }
}

/// Adds up each column over each span: `starts` has the instants at which spans begin, in order, and the end of
/// the last. `into` has a total a column for one span after another. `street`: of this one only.
pub fn by_span(
    runs: &[Run],
    columns: &[&TypedColumn],
    first_row: usize,
    starts: &[i64],
    street: Option<i64>,
    into: &mut [Total],
) {
    for run in runs {
        if street.is_some_and(|street| street != run.street) {
            continue;
        }
        let last = run.instant(run.first_row + run.rows.saturating_sub(1));
        let first_span = starts
            .partition_point(|start| *start <= run.start)
            .saturating_sub(1);
        let spans = starts.windows(2).enumerate().skip(first_span);
        for (place, span) in spans {
            let &[start, end] = span else { continue };
            if start > last {
                break;
            }
            let rows = run.within(&(start..end));
            let rows = rows.start.saturating_sub(first_row)..rows.end.saturating_sub(first_row);
            let totals = into.get_mut(place * columns.len()..).unwrap_or_default();
            for (total, column) in totals.iter_mut().zip(columns) {
                total.add(sum(column, rows.clone()));
            }
        }
    }
}
