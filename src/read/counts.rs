//! What every reader of counts hands over: rows, what else its file says, and the account of both.

use super::report::ReadReport;
use crate::domain::{Instant, LonLat, SegmentId};
use crate::table::{CountRow, CountTable};
use std::collections::BTreeMap;

/// The rows of one file, with the row number of each and what else the file says.
#[derive(Debug, Default)]
pub struct Counts {
    pub table: CountTable,
    /// Row number in the file of each row of `table`; the first one, where several make a row.
    pub row_numbers: Vec<u64>,
    /// What the file says of the places where it counted.
    pub sites: BTreeMap<SegmentId, Site>,
    /// When the file was fetched, where it says so.
    pub retrieved: Option<Instant>,
    pub report: ReadReport,
}

/// What a file of counts says of one count site. Empty where it does not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Site {
    /// The street, as the file names it.
    pub name: String,
    pub municipality: String,
    pub position: Option<LonLat>,
    /// What `Side::Left` and `Side::Right` mean here.
    pub side_names: Option<(String, String)>,
}

impl Site {
    /// Takes over what is not known yet: what was said first stays.
    pub fn complete(&mut self, other: &Self) {
        for (own, new) in [
            (&mut self.name, &other.name),
            (&mut self.municipality, &other.municipality),
        ] {
            if own.is_empty() {
                new.trim().clone_into(own);
            }
        }
        self.position = self.position.or(other.position);
        if self.side_names.is_none() {
            self.side_names.clone_from(&other.side_names);
        }
    }
}

impl Counts {
    #[must_use]
    pub fn new(file: &str) -> Self {
        Self {
            report: ReadReport::new(file),
            ..Self::default()
        }
    }

    /// Keeps a row that one row of the file makes, and counts it as kept.
    pub fn keep(&mut self, row: &CountRow, row_number: u64) {
        self.add(row, row_number);
        self.report.keep();
    }

    /// Adds a row that many rows of the file make (vehicles of a quarter of an hour, types of a site):
    /// the reader has told the report about each of them.
    pub fn add(&mut self, row: &CountRow, first_row_number: u64) {
        self.table.push(row);
        self.row_numbers.push(first_row_number);
    }

    /// Remembers the name that a file gives to a segment; the first one stays.
    pub fn name_street(&mut self, segment: &SegmentId, name: &str) {
        if name.trim().is_empty() {
            return;
        }
        self.describe(
            segment,
            &Site {
                name: name.trim().to_owned(),
                ..Site::default()
            },
        );
    }

    /// Remembers what a file says of a site; what was said first stays.
    pub fn describe(&mut self, segment: &SegmentId, site: &Site) {
        if let Some(known) = self.sites.get_mut(segment) {
            known.complete(site);
        } else {
            self.sites.insert(segment.clone(), site.clone());
        }
    }
}
