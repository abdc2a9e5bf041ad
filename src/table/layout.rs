//! The layout of published tables: names of columns and the index beside a counts file.
//! Any engine that writes these columns, sorted by segment and start, can publish.

use crate::domain::{Instant, Mode, SegmentId, Side};
use serde::{Deserialize, Serialize};

pub const SEGMENT: &str = "segment";
pub const START: &str = "start";
pub const MINUTES: &str = "minutes";
pub const UPTIME: &str = "uptime";
pub const SENSOR: &str = "sensor";
pub const SPEED_5: &str = "car_speed_5kmh";
pub const SPEED_10: &str = "car_speed_10kmh";
/// Cars per bin of 5 km/h by side: left, right.
pub const SPEED_5_SIDES: [&str; 2] = ["car_speed_5kmh_lft", "car_speed_5kmh_rgt"];
pub const BIKE_SPEED_5: &str = "bike_speed_5kmh";
pub const MEAN: &str = "car_mean_kmh";
pub const V85: &str = "v85";
/// Key in the file's metadata: lower edges in km/h of a histogram column's bins, the last one open.
pub const EDGES_SUFFIX: &str = "_edges";

/// `car`, `car_lft`, `car_rgt`, …
#[must_use]
pub fn volume_column(mode: Mode, side: Side) -> String {
    format!("{}{}", mode.name(), side.suffix())
}

/// What a reader must know to fetch one segment with one request: a row group is
/// the unit of reading, and it is checked against its own hash, because the hash of
/// a whole file cannot be checked on a part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountIndex {
    /// The Parquet file's metadata, without the length and magic that follow it.
    pub footer: Part,
    pub groups: Vec<RowGroup>,
    /// Sorted by segment.
    pub segments: Vec<SegmentRows>,
}

/// A range of bytes and what is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Part {
    pub offset: u64,
    pub length: u64,
    /// Hex, lower case.
    pub sha256: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowGroup {
    #[serde(flatten)]
    pub part: Part,
    pub rows: u64,
}

/// Where a segment's rows lie: in one row group, or from `group` on in several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SegmentRows {
    pub segment: SegmentId,
    /// Index into `groups` of the first.
    pub group: usize,
    /// Row within that group.
    pub row: u64,
    pub rows: u64,
    /// Start of the first interval.
    pub first: Instant,
    /// Start of the last interval.
    pub last: Instant,
}

impl CountIndex {
    #[must_use]
    pub fn find(&self, segment: &SegmentId) -> Option<&SegmentRows> {
        self.segments
            .binary_search_by(|rows| rows.segment.cmp(segment))
            .ok()
            .and_then(|i| self.segments.get(i))
    }

    /// The row groups that hold a segment: index, first row and number of rows in each.
    #[must_use]
    pub fn plan(&self, rows: &SegmentRows) -> Vec<GroupRows> {
        let mut plan = Vec::new();
        let (mut first, mut left) = (rows.row, rows.rows);
        for (index, group) in self.groups.iter().enumerate().skip(rows.group) {
            if left == 0 {
                break;
            }
            let count = left.min(group.rows.saturating_sub(first));
            plan.push(GroupRows {
                group: index,
                first,
                count,
            });
            left -= count;
            first = 0;
        }
        plan
    }
}

/// Rows of one row group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupRows {
    pub group: usize,
    pub first: u64,
    pub count: u64,
}
