//! The summary table: one row per counted segment, all that the map and the list need.

use crate::domain::{CivilDate, SegmentId};
use serde::{Deserialize, Serialize};

pub const DATASET: &str = "dataset";
pub const FIRST: &str = "first_day";
pub const LAST: &str = "last_day";
pub const USABLE_HOURS: &str = "usable_hours";
pub const CARS: &str = "cars_per_working_day";
pub const BIKES: &str = "bikes_per_working_day";
pub const HOURS_OF_DAY: &str = "hours_of_day";
pub const V85: &str = "v85_kmh";

/// Over the twelve months up to the segment's last counted day, but `usable_hours`, which is over all time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SummaryRow {
    pub segment: SegmentId,
    /// The id of the dataset that holds its counts.
    pub dataset: String,
    pub first: CivilDate,
    pub last: CivilDate,
    pub usable_hours: u64,
    pub cars_per_working_day: Option<f64>,
    pub bikes_per_working_day: Option<f64>,
    /// How many of the 24 hours enter the daily figures.
    pub hours_of_day: u8,
    pub v85_kmh: Option<f64>,
}
