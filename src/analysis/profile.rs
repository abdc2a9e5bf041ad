//! The day profile: mean volume per hour of the day by day type.
//!
//! For day type t and hour h: Σ over the usable hours of t and h / their number (definitions 4.2).
//! Hour 2 of an autumn night enters twice, the skipped hour of a spring night not at all.

use super::cell::{DaySums, cells};
use super::days::{DayHours, days_of};
use super::hours::Hours;
use crate::domain::{DayType, Mode};
use crate::query::answer::{DayProfile, ProfileRow};

/// Sums by day type and hour of the day.
#[must_use]
pub fn sums_by_day_type(hours: Hours<'_>, mode: Mode) -> [DaySums; 3] {
    day_sums(&days_of(hours, mode))
}

/// The same of days that are there already.
#[must_use]
pub fn day_sums(days: &[DayHours]) -> [DaySums; 3] {
    let mut sums = [DaySums::default(); 3];
    for day in days {
        if let Some(row) = sums.get_mut(day.day_type.index()) {
            day.add_to_cells(row);
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
