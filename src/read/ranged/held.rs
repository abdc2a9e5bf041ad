//! Pieces of a file that were fetched.

use std::ops::Range;
use std::sync::Arc;

#[derive(Clone, Debug, Default)]
pub struct Held {
    pieces: Vec<(u64, Arc<Vec<u8>>)>,
}

impl Held {
    pub fn add(&mut self, start: u64, bytes: Vec<u8>) {
        if !bytes.is_empty() {
            self.pieces.push((start, Arc::new(bytes)));
        }
    }

    /// The bytes of a range, where they lie in one piece.
    pub fn get(&self, range: &Range<u64>) -> Option<&[u8]> {
        if range.is_empty() {
            return Some(&[]);
        }
        self.pieces.iter().find_map(|(start, bytes)| {
            let first = usize::try_from(range.start.checked_sub(*start)?).ok()?;
            let last = usize::try_from(range.end.checked_sub(*start)?).ok()?;
            bytes.get(first..last)
        })
    }

    pub fn has(&self, range: &Range<u64>) -> bool {
        self.get(range).is_some()
    }

    /// Lets go of a piece that was added for this range.
    pub fn drop_piece(&mut self, range: &Range<u64>) {
        self.pieces.retain(|(start, bytes)| {
            *start != range.start || range.end - range.start != bytes.len() as u64
        });
    }
}
