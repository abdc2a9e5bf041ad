//! The mean of a cell of hours.
//!
//! mean = Σ value / number of usable hours (definitions 4.2, one cell of the hourly method).
//! A cell without a usable hour has no mean.

use super::hours::{Dark, Hour};
use crate::domain::{Mode, State};
use crate::query::answer::Cell;

/// Sums of one cell while hours are added.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CellSum {
    pub sum: f64,
    pub hours: u32,
    /// Hours under good uptime.
    pub partial: u32,
    pub(super) night: u32,
    /// Hours that are partial, dark with movements that got no class, or blind: each once.
    pub(super) doubtful: u32,
}

impl CellSum {
    pub fn add(&mut self, hour: &Hour, mode: Mode, value: f64) {
        let is_partial = hour.state == State::Partial;
        self.sum += value;
        self.hours += 1;
        self.partial += u32::from(is_partial);
        self.night += u32::from(hour.dark == Dark::Unnamed);
        let is_dark = hour.dark != Dark::No && mode != Mode::Night;
        self.doubtful += u32::from(is_partial || is_dark);
    }

    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        (self.hours > 0).then(|| self.sum / f64::from(self.hours))
    }

    /// `Partial` where more than half of the hours are partial, or dark with movements without
    /// a class, of which some may have been this mode.
    #[must_use]
    pub fn cell(&self) -> Option<Cell> {
        Some(Cell {
            mean: self.mean()?,
            hours: self.hours,
            partial: self.partial,
            night: self.night,
            state: if self.doubtful * 2 > self.hours {
                State::Partial
            } else {
                State::Measured
            },
        })
    }
}

/// One cell per hour of the day.
pub type DaySums = [CellSum; 24];

/// The 24 cells of a row.
#[must_use]
pub fn cells(sums: &DaySums) -> Vec<Option<Cell>> {
    sums.iter().map(CellSum::cell).collect()
}
