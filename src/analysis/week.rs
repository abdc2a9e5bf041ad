//! The week map: mean volume per weekday and hour, public holidays left out,
//! because a holiday says nothing about its weekday (definitions 4.0, 4.2).

use super::cell::{DaySums, cells};
use super::days::DayHours;
use super::hours::Hours;
use super::unusual::unusual;
use crate::domain::Mode;
use crate::query::answer::WeekMap;

/// 7 rows, Monday first, of 24 cells; `with_values` are the same hours by day.
#[must_use]
pub fn week_map(hours: Hours<'_>, mode: Mode, with_values: &[DayHours]) -> WeekMap {
    let mut sums = [DaySums::default(); 7];
    for day in with_values.iter().filter(|day| !day.is_public_holiday) {
        if let Some(row) = sums.get_mut(day.weekday.index()) {
            day.add_to_cells(row);
        }
    }
    let (typical, unusual_hours, unusual) = unusual(hours, mode);
    WeekMap {
        rows: sums.iter().map(cells).collect(),
        typical,
        unusual_hours,
        unusual,
    }
}
