//! `street/<id>.json`: all that one street's page needs besides the calendar, so that its cost does not
//! grow with the town. It repeats what `streets.geojson` and the summary say of the street, and adds
//! where its counts lie.

use super::PublishedError;
use super::streets::{Collection, collected, collection};
use crate::domain::Street;
use crate::table::SummaryRow;
use crate::table::layout::SegmentParts;
use serde::{Deserialize, Serialize};

/// A street with its counted segments.
#[derive(Clone, Debug, PartialEq)]
pub struct StreetFile {
    /// Of the catalogue that it was written with: a street of another publication must not be mixed in.
    pub version: String,
    pub street: Street,
    pub summary: Vec<SummaryRow>,
    /// By dataset and file; empty where nothing is counted.
    pub counts: Vec<SegmentParts>,
}

#[derive(Serialize, Deserialize)]
struct Record {
    version: String,
    streets: Collection,
    #[serde(default)]
    summary: Vec<SummaryRow>,
    #[serde(default)]
    counts: Vec<SegmentParts>,
}

#[must_use]
pub fn encode(file: StreetFile) -> Vec<u8> {
    let record = Record {
        version: file.version,
        streets: collection(std::slice::from_ref(&file.street)),
        summary: file.summary,
        counts: file.counts,
    };
    serde_json::to_vec(&record).unwrap_or_default()
}

pub fn decode(bytes: &[u8]) -> Result<StreetFile, PublishedError> {
    let record: Record = serde_json::from_slice(bytes).map_err(|cause| {
        PublishedError::new(
            format!("line {}, column {}", cause.line(), cause.column()),
            format!("a street as JSON ({cause})"),
        )
    })?;
    let street = collected(record.streets).into_iter().next();
    Ok(StreetFile {
        version: record.version,
        street: street.ok_or_else(|| PublishedError::new("streets", "one street"))?,
        summary: record.summary,
        counts: record.counts,
    })
}
