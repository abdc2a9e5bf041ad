//! The rows behind the figures of a street's page, for a reader to take along.

use super::ledger::LedgerFile;
use crate::domain::{CivilDate, SegmentId, StreetId};
use serde::{Deserialize, Serialize};

/// All that was counted on a stretch, whatever the period of a figure; packed in an answer. The program that asked
/// makes a file of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StreetRows {
    pub street: StreetId,
    pub segment: SegmentId,
    pub zone: String,
    /// First and last day with a row.
    pub first: CivilDate,
    pub last: CivilDate,
    /// Of each row: milliseconds since 1970, UTC.
    pub starts: Vec<i64>,
    pub minutes: Vec<u16>,
    /// Generation of the sensor, 0 where it is not told.
    pub sensors: Vec<u8>,
    /// Columns by their published names; NaN where a number is missing.
    pub numbers: Vec<(String, Vec<f64>)>,
    /// Lists of bins: name, bins, their width in km/h, the bins of all rows; NaN where a row has none.
    pub lists: Vec<(String, u8, u8, Vec<f64>)>,
    /// The published files that the rows come from.
    pub files: Vec<LedgerFile>,
}
