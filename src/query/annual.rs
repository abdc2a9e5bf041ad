//! The year's averages and the peaks, as numbers with their ground.

use crate::domain::{CivilDate, Side, State};
use serde::{Deserialize, Serialize};

/// Annual average daily traffic of the chosen mode by three methods (definitions 4.2).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Annual {
    /// AADT by the FHWA hourly method, 24 hours. `None` where the period is shorter than a year or one of the
    /// twelve months is not known around the clock: what is counted by daylight is never called a day.
    pub fhwa: Option<f64>,
    /// 95 % interval of `fhwa` from the spread between weeks.
    pub interval: Option<(f64, f64)>,
    /// AADT by the AASHTO method, from valid days; `None` where one of 84 cells has none.
    pub aashto: Option<f64>,
    /// Mean of the valid days of the period (ADT), whatever its length; biased where gaps are not random.
    pub simple: Option<f64>,
    /// Days with at least 22 usable hours and no peak hour missing.
    pub valid_days: u32,
    /// Of those, days of which one or two hours were filled in.
    pub filled_days: u32,
    /// Civil days of the period.
    pub days: u32,
    /// Of `fhwa`: estimated where an hour of a weekday was filled in from its like.
    pub state: State,
    /// The calendar months of the period, January first.
    pub months: Vec<MonthCells>,
}

/// One calendar month, of all years of the period together.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct MonthCells {
    /// 1–12.
    pub month: u8,
    /// Days of this month in the period: its weight.
    pub days: u32,
    /// Mean day by the hourly method; `None` where an hour is not known for a weekday.
    pub madt: Option<f64>,
    /// Usable hours.
    pub hours: u32,
    /// Of 168 cells (weekday × hour) those that took the mean of their like.
    pub filled: u32,
    pub coverage: f64,
    pub state: State,
}

/// The busiest hours (definitions 4.2).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Peaks {
    /// The working-day hour of 7–9 with the higher mean, and of 16–18.
    pub morning: Option<PeakMean>,
    pub evening: Option<PeakMean>,
    /// K: the 30th highest hour of the period / AADT; `None` without an AADT.
    pub k: Option<f64>,
    /// The 30 busiest hours, highest first.
    pub highest: Vec<HighHour>,
    /// D: share of the larger side in the higher of the two peaks, with that side.
    pub d: Option<(Side, f64)>,
    /// PHF: median over working days of V_hour / (4 · highest quarter) in the higher peak.
    pub phf: Option<f64>,
    /// Working days that entered the PHF.
    pub phf_days: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PeakMean {
    /// 0–23: the hour begins.
    pub hour: u8,
    pub mean: f64,
    /// Working-day hours that entered.
    pub hours: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct HighHour {
    pub date: CivilDate,
    pub hour: u8,
    pub value: f64,
}
