//! The week map: mean volume per weekday and hour, public holidays left out,
//! because a holiday says nothing about its weekday (definitions 4.0, 4.2).

use super::cell::{DaySums, cells};
use super::hours::Hours;
use super::unusual::unusual;
use crate::domain::{Mode, Side};
use crate::query::answer::WeekMap;

/// 7 rows, Monday first, of 24 cells.
#[must_use]
pub fn week_map(hours: Hours<'_>, mode: Mode) -> WeekMap {
    let mut sums = [DaySums::default(); 7];
    for (hour, value) in hours.values(mode, Side::Both) {
        if hour.is_public_holiday {
            continue;
        }
        if let Some(cell) = sums
            .get_mut(hour.weekday.index())
            .and_then(|row| row.get_mut(usize::from(hour.hour)))
        {
            cell.add(hour, mode, value);
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
