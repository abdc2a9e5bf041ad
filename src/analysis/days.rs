//! The hours of one mode as days of 24 hours: added up once, and again and again by the measures.
//!
//! Every measure that takes means by hour adds the same values in other cells: by day type, weekday, week or month.
//! A day is the largest part that lies in one cell of each of them, so they add days and not hours, and another
//! period is another slice of the same days.

use super::cell::{CellSum, DaySums};
use super::hours::{Dark, Hours};
use crate::domain::{CivilDate, DayType, Mode, Side, State, Weekday};

/// Usable hours with a value of the mode, of one civil day, by hour of the day. An autumn night has hour 2 twice.
#[derive(Clone, Debug, PartialEq)]
pub struct DayHours {
    pub date: CivilDate,
    pub weekday: Weekday,
    pub day_type: DayType,
    pub is_public_holiday: bool,
    /// Passages, and of how many values.
    pub sums: [f64; 24],
    pub counts: [u8; 24],
    /// Under good uptime.
    pub partial: [u8; 24],
    /// Dark, with movements that got no class.
    pub unnamed: [u8; 24],
    /// Partial, dark with movements that got no class, or blind: each once.
    pub doubtful: [u8; 24],
}

/// The days with a value, by time.
#[must_use]
pub fn days_of(hours: Hours<'_>, mode: Mode) -> Vec<DayHours> {
    let mut days: Vec<DayHours> = Vec::new();
    for (hour, value) in hours.values(mode, Side::Both) {
        if days.last().is_none_or(|day| day.date != hour.date) {
            days.push(DayHours {
                date: hour.date,
                weekday: hour.weekday,
                day_type: hour.day_type,
                is_public_holiday: hour.is_public_holiday,
                sums: [0.0; 24],
                counts: [0; 24],
                partial: [0; 24],
                unnamed: [0; 24],
                doubtful: [0; 24],
            });
        }
        let Some(day) = days.last_mut() else { continue };
        let is_partial = hour.state == State::Partial;
        let is_dark = hour.dark != Dark::No && mode != Mode::Night;
        let at = usize::from(hour.hour);
        if let Some(sum) = day.sums.get_mut(at) {
            *sum += value;
        }
        for (of_day, is_one) in [
            (&mut day.counts, true),
            (&mut day.partial, is_partial),
            (&mut day.unnamed, hour.dark == Dark::Unnamed),
            (&mut day.doubtful, is_partial || is_dark),
        ] {
            if let Some(count) = of_day.get_mut(at) {
                *count += u8::from(is_one);
            }
        }
    }
    days
}

/// Those from `start` to before `end`.
#[must_use]
pub fn between(days: &[DayHours], start: CivilDate, end: CivilDate) -> &[DayHours] {
    let from = days.partition_point(|day| day.date < start);
    let to = days.partition_point(|day| day.date < end);
    days.get(from..to).unwrap_or_default()
}

impl DayHours {
    /// How many values it has.
    #[must_use]
    pub fn hours(&self) -> u32 {
        total(&self.counts)
    }

    #[must_use]
    pub fn partial(&self) -> u32 {
        total(&self.partial)
    }

    /// Adds sums and numbers of values to 24 cells.
    pub fn add_to(&self, sums: &mut [f64], counts: &mut [u32]) {
        for (sum, value) in sums.iter_mut().zip(self.sums) {
            *sum += value;
        }
        for (count, n) in counts.iter_mut().zip(self.counts) {
            *count += u32::from(n);
        }
    }

    /// Adds all that is known of its hours.
    pub fn add_to_cells(&self, cells: &mut DaySums) {
        let numbers = self.counts.iter().zip(&self.partial);
        let doubts = self.unnamed.iter().zip(&self.doubtful);
        for (((cell, sum), (&hours, &partial)), (&unnamed, &doubtful)) in
            cells.iter_mut().zip(&self.sums).zip(numbers).zip(doubts)
        {
            *cell = CellSum {
                sum: cell.sum + sum,
                hours: cell.hours + u32::from(hours),
                partial: cell.partial + u32::from(partial),
                night: cell.night + u32::from(unnamed),
                doubtful: cell.doubtful + u32::from(doubtful),
            };
        }
    }
}

fn total(counts: &[u8; 24]) -> u32 {
    counts.iter().map(|n| u32::from(*n)).sum()
}
