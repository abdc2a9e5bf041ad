//! The layout of published tables: names of columns and the index beside a counts file.
//! Any engine that writes these columns, sorted by segment and start, can publish.

use crate::domain::{Instant, Mode, Side, StreetId};
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

/// What every answer needs, whatever its mode: when and how long was counted, by what and how well, and what passed in
/// the dark without a class.
#[must_use]
pub fn is_common(column: &str) -> bool {
    [SEGMENT, START, MINUTES, SENSOR, UPTIME, Mode::Night.name()].contains(&column)
}

/// Where the rows of one segment lie in a counts file: all that is needed to read them without the
/// footer of the file, whose size grows with the town. Published with the street (`street/<id>.json`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SegmentParts {
    /// Relative to the folder.
    pub file: String,
    pub dataset: String,
    pub segment: String,
    /// Of the segment's first row, counted from row 0 of the file.
    pub first_row: u64,
    pub rows: u64,
    pub columns: Vec<StoredColumn>,
    /// In the order of time.
    pub parts: Vec<RowPart>,
}

/// How a column is stored; the same in every part of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredColumn {
    pub name: String,
    /// The physical type, spelled as Parquet spells it: `INT64`.
    #[serde(rename = "type")]
    pub kind: String,
    /// As Parquet spells it: `SNAPPY`.
    pub codec: String,
    /// Definition and repetition levels.
    pub levels: (i16, i16),
}

/// Some of a segment's rows: those of one row group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowPart {
    pub rows: u64,
    /// Start of the first interval.
    pub first: Instant,
    /// Start of the last interval.
    pub last: Instant,
    /// Ranges of the file that hold the part, each with its hash: the hash of a whole file cannot be
    /// checked on a part of it.
    pub spans: Vec<Span>,
    /// A chunk for each of the columns.
    pub chunks: Vec<Chunk>,
}

impl RowPart {
    /// Whether each of the spans has bytes of one of these columns.
    #[must_use]
    pub fn spans_with(&self, columns: &[StoredColumn], wanted: impl Fn(&str) -> bool) -> Vec<bool> {
        let base = self.spans.first().map_or(0, |span| span.offset);
        let mut is_wanted = vec![false; self.spans.len()];
        let wanted = columns
            .iter()
            .zip(&self.chunks)
            .filter(|(column, _)| wanted(&column.name));
        for (_, chunk) in wanted {
            for (offset, length) in chunk
                .dictionary
                .into_iter()
                .chain([(chunk.offset, chunk.length)])
            {
                let start = base.wrapping_add(offset);
                let end = start.saturating_add(length);
                for (is_wanted, span) in is_wanted.iter_mut().zip(&self.spans) {
                    *is_wanted |=
                        start < span.offset.saturating_add(span.length) && span.offset < end;
                }
            }
        }
        is_wanted
    }
}

/// A range of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    pub offset: u64,
    pub length: u64,
    /// Hex, lower case.
    pub sha256: String,
}

/// The pages of one column: offsets count from the part's first span.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<u64>", into = "Vec<u64>")]
pub struct Chunk {
    /// Data pages, with the dictionary where it lies before them. Wraps: a column may lie before the first span.
    pub offset: u64,
    pub length: u64,
    /// Rows of other segments that the first page begins with.
    pub skip: u64,
    /// A dictionary page that lies elsewhere: offset and length.
    pub dictionary: Option<(u64, u64)>,
}

impl From<Vec<u64>> for Chunk {
    fn from(numbers: Vec<u64>) -> Self {
        let at = |i: usize| numbers.get(i).copied();
        Self {
            offset: at(0).unwrap_or(0),
            length: at(1).unwrap_or(0),
            skip: at(2).unwrap_or(0),
            dictionary: at(3).zip(at(4)),
        }
    }
}

impl From<Chunk> for Vec<u64> {
    fn from(chunk: Chunk) -> Self {
        let mut numbers = vec![chunk.offset, chunk.length];
        if chunk.skip > 0 || chunk.dictionary.is_some() {
            numbers.push(chunk.skip);
        }
        if let Some((offset, length)) = chunk.dictionary {
            numbers.extend([offset, length]);
        }
        numbers
    }
}

/// Where the file of a street lies; `None` for what is no id of a street.
#[must_use]
pub fn street_path(street: &StreetId) -> Option<String> {
    let id = &street.0;
    let is_id = !id.is_empty()
        && id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    is_id.then(|| format!("street/{id}.json"))
}

/// Where it is told what can be shared near a street.
#[must_use]
pub fn near_path(street: &StreetId) -> Option<String> {
    Some(format!(
        "shared/near/{}",
        street_path(street)?.strip_prefix("street/")?
    ))
}
