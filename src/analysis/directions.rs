//! Both directions over the same hours.
//!
//! Only hours in which both sides have a value enter, so that the totals compare like with like.

use super::cell::{DaySums, cells};
use super::hours::Hours;
use crate::domain::{DayType, Mode, Side};
use crate::query::answer::{Directions, SideTotals};

/// Totals per side, and the working-day mean per hour and side.
#[must_use]
pub fn directions(
    hours: Hours<'_>,
    mode: Mode,
    side_names: Option<(String, String)>,
) -> Directions {
    let mut totals = SideTotals {
        left: 0.0,
        right: 0.0,
        hours: 0,
    };
    let mut left = DaySums::default();
    let mut right = DaySums::default();
    for (hour, to_left) in hours.values(mode, Side::Left) {
        let Some(to_right) = hours.table.volume(mode, Side::Right, hour.row) else {
            continue;
        };
        totals.left += to_left;
        totals.right += to_right;
        totals.hours += 1;
        if hour.day_type != DayType::Working {
            continue;
        }
        for (sums, value) in [(&mut left, to_left), (&mut right, to_right)] {
            if let Some(cell) = sums.get_mut(usize::from(hour.hour)) {
                cell.add(hour, mode, value);
            }
        }
    }
    let is_told = totals.hours > 0;
    let row = |sums: &DaySums| if is_told { cells(sums) } else { Vec::new() };
    Directions {
        totals: is_told.then_some(totals),
        side_names,
        left: row(&left),
        right: row(&right),
    }
}
