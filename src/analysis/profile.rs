//! The day profile: mean volume per hour of the day by day type.
//!
//! For day type t and hour h: Σ over the usable hours of t and h / their number (definitions 4.2).
//! Hour 2 of an autumn night enters twice, the skipped hour of a spring night not at all.

use super::cell::{DaySums, cells};
use super::hours::Hours;
use crate::domain::{DayType, Mode, Side};
use crate::query::answer::{DayProfile, ProfileRow};

/// Sums by day type and hour of the day.
#[must_use]
pub fn sums_by_day_type(hours: Hours<'_>, mode: Mode) -> [DaySums; 3] {
    let mut sums = [DaySums::default(); 3];
    for (hour, value) in hours.values(mode, Side::Both) {
        if let Some(cell) = sums
            .get_mut(hour.day_type.index())
            .and_then(|row| row.get_mut(usize::from(hour.hour)))
        {
            cell.add(hour, mode, value);
        }
    }
    sums
}

/// The profile of the chosen mode and, where published, that of `Mode::Night` beside it.
#[must_use]
pub fn day_profile(sums: &[DaySums; 3], night: &[DaySums; 3]) -> DayProfile {
    let is_published = night.iter().flatten().any(|cell| cell.hours > 0);
    DayProfile {
        rows: rows(sums),
        night: if is_published {
            rows(night)
        } else {
            Vec::new()
        },
    }
}

fn rows(sums: &[DaySums; 3]) -> Vec<ProfileRow> {
    DayType::ALL
        .into_iter()
        .zip(sums)
        .map(|(day_type, row)| ProfileRow {
            day_type,
            cells: cells(row),
        })
        .collect()
}
