//! The rows behind the figures of a street's page, as a file that a reader takes along.

use super::ledger::LedgerFile;
use crate::domain::{CivilDate, SegmentId};
use serde::{Deserialize, Serialize};

/// Packed in an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StreetRows {
    pub segment: SegmentId,
    /// The file itself.
    pub parquet: Vec<u8>,
    /// All that were counted here, whatever the period of a figure.
    pub rows: u32,
    /// First and last day with a row.
    pub first: CivilDate,
    pub last: CivilDate,
    pub columns: Vec<String>,
    /// The published files that the rows come from.
    pub files: Vec<LedgerFile>,
}
