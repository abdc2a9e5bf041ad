//! The rows of the streets looked at last, decoded: another period, mode or figure needs no second decoding.

use crate::domain::SegmentId;
use crate::query::ledger::LedgerFile;
use crate::table::CountTable;
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
