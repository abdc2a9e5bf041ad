//! The table of months: who passed at all counters of a municipality together, all that a town's trend needs.

use crate::domain::{CivilDate, Mode};

pub const MUNICIPALITY: &str = "municipality";
pub const MONTH: &str = "month";
pub const COUNTERS: &str = "counters";
pub const HOURS: &str = "hours";

/// A month of a municipality, over the counters that know all classed modes.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthRow {
    pub municipality: String,
    /// Its first day.
    pub month: CivilDate,
    /// Counters with at least a quarter of the month's hours.
    pub counters: u32,
    /// Hours in which all modes have a value, of all counters together.
    pub hours: u64,
    /// Passages in these hours, in the order of `Mode::CLASSED`.
    pub passages: [f64; Mode::CLASSED.len()],
}

impl MonthRow {
    /// A month of which nothing is known yet.
    #[must_use]
    pub fn empty(municipality: &str, month: CivilDate) -> Self {
        Self {
            municipality: municipality.to_owned(),
            month,
            counters: 0,
            hours: 0,
            passages: [0.0; Mode::CLASSED.len()],
        }
    }
}
