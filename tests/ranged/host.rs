//! A host in memory, and what a page does: fetches what it is told to, and gives it.

use std::ops::Range;
use straatbeeld::read::ranged::{Batch, File, Opened, Opening, Query, RangedError, Reading, Step};

/// A file on a host, with the requests that were made.
pub struct Host {
    pub file: Vec<u8>,
    pub requests: Vec<Range<u64>>,
    /// Waits: how many times nothing could go on before an answer.
    pub trips: usize,
    pub knows_ranges: bool,
}

impl Host {
    pub fn new(file: Vec<u8>) -> Self {
        Self {
            file,
            requests: Vec::new(),
            trips: 0,
            knows_ranges: true,
        }
    }

    pub fn bytes(&self) -> u64 {
        self.requests
            .iter()
            .map(|range| range.end - range.start)
            .sum()
    }

    fn length(&self) -> u64 {
        self.file.len() as u64
    }

    fn send(&mut self, range: &Range<u64>) -> (u64, Vec<u8>) {
        let range = if self.knows_ranges {
            range.start.min(self.length())..range.end.min(self.length())
        } else {
            0..self.length()
        };
        self.requests.push(range.clone());
        let bytes = &self.file[range.start as usize..range.end as usize];
        (range.start, bytes.to_vec())
    }

    pub fn open(&mut self, guess: u64) -> Result<File, RangedError> {
        let mut opening = Opening::new(guess);
        let length = self.length();
        let mut range = length.saturating_sub(opening.wanted())..length;
        loop {
            self.trips += 1;
            let (start, bytes) = self.send(&range);
            match opening.give(start, length, bytes)? {
                Opened::File(file) => return Ok(file),
                Opened::Fetch(rest) => range = rest,
            }
        }
    }

    pub fn read(&mut self, file: &File, query: &Query) -> Result<Vec<Batch>, RangedError> {
        let mut reading = Reading::new(file, query, 3)?;
        let mut batches = Vec::new();
        let mut open: Vec<Range<u64>> = Vec::new();
        loop {
            match reading.step()? {
                Step::Fetch(ranges) => open.extend(ranges),
                Step::Wait => {
                    assert!(!open.is_empty(), "waits for nothing");
                    self.trips += 1;
                    for range in open.drain(..) {
                        let (start, bytes) = self.send(&range);
                        reading.give(&range, start, bytes)?;
                    }
                }
                Step::Rows(batch) => batches.push(batch),
                Step::Done => return Ok(batches),
            }
        }
    }

    pub fn all(&mut self, guess: u64, query: &Query) -> Result<Vec<Batch>, RangedError> {
        let file = self.open(guess)?;
        self.read(&file, query)
    }
}
