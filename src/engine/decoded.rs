//! The rows of the streets looked at last, decoded: another period, mode or figure needs no second decoding.

use crate::analysis::hours::Ready;
use crate::analysis::{SegmentCounts, availability};
use crate::domain::{Calendar, SegmentId, Zone};
use crate::query::answer::Availability;
use crate::query::ledger::LedgerFile;
use crate::table::CountTable;
use std::cell::OnceCell;
use std::rc::Rc;

/// A decoded segment takes about ten times its bytes on the wire.
const KEPT: usize = 3;

/// All rows of a segment and where they come from.
#[derive(Debug)]
pub(super) struct SegmentRows {
    /// As published.
    pub table: CountTable,
    /// By whole hours.
    pub hours: CountTable,
    pub files: Vec<LedgerFile>,
    /// Made for the first question and kept for the next ones.
    pub ready: OnceCell<Ready>,
    pub known: OnceCell<Vec<Availability>>,
}

impl SegmentRows {
    /// The counts, with what every answer begins with. The calendar is that of the folder, always the same.
    pub fn counts<'a>(&'a self, zone: Zone, calendar: &'a Calendar) -> SegmentCounts<'a> {
        let counts = SegmentCounts::of_parts(&self.hours, &self.table, zone, calendar);
        SegmentCounts {
            ready: Some(self.ready.get_or_init(|| Ready::of(&counts))),
            ..counts
        }
    }

    /// What is known here, and since when.
    pub fn known(&self, counts: &SegmentCounts<'_>) -> Vec<Availability> {
        self.known.get_or_init(|| availability(counts)).clone()
    }
}

/// The last few, the newest last.
#[derive(Debug, Default)]
pub(super) struct Decoded(Vec<(SegmentId, Rc<SegmentRows>)>);

impl Decoded {
    pub fn get(&mut self, segment: &SegmentId) -> Option<Rc<SegmentRows>> {
        let place = self.0.iter().position(|(known, _)| known == segment)?;
        let found = self.0.remove(place);
        let rows = Rc::clone(&found.1);
        self.0.push(found);
        Some(rows)
    }

    pub fn keep(&mut self, segment: &SegmentId, rows: &Rc<SegmentRows>) {
        self.0.retain(|(known, _)| known != segment);
        self.0.push((segment.clone(), Rc::clone(rows)));
        if self.0.len() > KEPT {
            self.0.remove(0);
        }
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }
}
