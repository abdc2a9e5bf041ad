//! A file for each street, so that a page reads only its own.

use super::leftovers;
use crate::catalog::Catalog;
use crate::domain::Street;
use crate::engine::version;
use crate::read::published::street_file::{self, StreetFile};
use crate::table::SummaryRow;
use crate::table::layout::{SegmentParts, street_path};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub const FOLDER: &str = "street/";

/// Path and bytes of each street's file. `catalog` has every other file in it.
pub fn all(
    catalog: &Catalog,
    streets: &[Street],
    summary: &[SummaryRow],
    parts: Vec<SegmentParts>,
) -> impl Iterator<Item = (String, Vec<u8>)> {
    let version = version(catalog);
    let mut by_segment: BTreeMap<String, (Vec<SummaryRow>, Vec<SegmentParts>)> = BTreeMap::new();
    for row in summary {
        let known = by_segment.entry(row.segment.0.clone()).or_default();
        known.0.push(row.clone());
    }
    for part in parts {
        let known = by_segment.entry(part.segment.clone()).or_default();
        known.1.push(part);
    }
    streets.iter().filter_map(move |street| {
        let path = street_path(&street.id)?;
        let (mut summary, mut counts) = (Vec::new(), Vec::new());
        for segment in &street.segments {
            // A segment belongs to one street.
            if let Some(known) = by_segment.remove(&segment.id.0) {
                summary.extend(known.0);
                counts.extend(known.1);
            }
        }
        counts.sort_by(|a, b| (&a.dataset, &a.file).cmp(&(&b.dataset, &b.file)));
        let file = StreetFile {
            version: version.clone(),
            street: street.clone(),
            summary,
            counts,
        };
        Some((path, street_file::encode(file)))
    })
}

/// Removes the files of streets that an earlier publication had.
pub fn remove_others(out: &Path, streets: &[Street]) {
    let ours: BTreeSet<String> = streets
        .iter()
        .filter_map(|street| street_path(&street.id))
        .collect();
    leftovers::remove(out, FOLDER, &ours);
}
