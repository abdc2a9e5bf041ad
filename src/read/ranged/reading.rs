//! Reading a query out of an opened file: asks for bytes, takes them, gives row groups in their order.

use super::decode;
use super::error::RangedError;
use super::held::Held;
use super::open::{File, other_bytes};
use super::plan::Merging;
use super::query::{Query, Resolved};
use super::selection::{Selected, index_ranges, select};
use crate::read::parquet_format::footer::Footer;
use crate::table::TypedColumn;
use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

/// Rows of one row group.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    pub group: usize,
    /// Rows of the group, from 0.
    pub rows: Vec<Range<u64>>,
    /// In the order of the query.
    pub columns: Vec<TypedColumn>,
}

/// What to do next.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Fetch these, all at once, and give each.
    Fetch(Vec<Range<u64>>),
    /// Nothing before more bytes are given.
    Wait,
    Rows(Batch),
    Done,
}

/// Row groups whose index is fetched at once: of all of a large town it would be megabytes, held until the end.
const INDEXED: usize = 64;

/// A query that is being read. Never needs more than two round trips after the footer, page index and pages,
/// as far as `ahead` row groups go.
#[derive(Debug)]
pub struct Reading {
    footer: Arc<Footer>,
    query: Resolved,
    merging: Merging,
    held: Held,
    /// How many row groups may be on their way.
    ahead: usize,
    /// Row groups whose index was not asked.
    later: VecDeque<usize>,
    indexes: VecDeque<Index>,
    /// Row groups whose pages are known, and asked.
    chosen: VecDeque<Selected>,
}

/// Row groups whose index was asked, as these ranges.
#[derive(Debug)]
struct Index {
    groups: VecDeque<usize>,
    ranges: Vec<Range<u64>>,
}

impl Reading {
    /// `ahead`: how many row groups may be on their way at once; one at least.
    pub fn new(file: &File, query: &Query, ahead: usize) -> Result<Self, RangedError> {
        let resolved = query.resolve(&file.footer, file.length)?;
        let groups = resolved.groups(&file.footer);
        Ok(Self {
            footer: Arc::clone(&file.footer),
            merging: if groups.len() > 2 {
                Merging::MANY
            } else {
                Merging::FEW
            },
            query: resolved,
            held: file.held.clone(),
            ahead: ahead.max(1),
            later: groups.into(),
            indexes: VecDeque::new(),
            chosen: VecDeque::new(),
        })
    }

    /// Takes bytes for a range that was asked. A host that knows no ranges may send more around them.
    pub fn give(
        &mut self,
        asked: &Range<u64>,
        start: u64,
        bytes: Vec<u8>,
    ) -> Result<(), RangedError> {
        let end = start.checked_add(bytes.len() as u64);
        if start > asked.start || end.is_none_or(|end| end < asked.end) {
            return Err(other_bytes(start, bytes.len(), asked));
        }
        // A host that always sends the whole file need not be kept twice.
        if !self.held.has(asked) {
            self.held.add(start, bytes);
        }
        Ok(())
    }

    pub fn step(&mut self) -> Result<Step, RangedError> {
        let asked = self.chosen.len();
        let mut next = self.choose()?;
        let pages = self.chosen.range(asked..);
        let pages = pages.flat_map(|group| group.ranges.iter().cloned());
        next.extend(pages.filter(|range| !self.held.has(range)));
        if !next.is_empty() {
            return Ok(Step::Fetch(next));
        }
        let Some(first) = self.chosen.front() else {
            let is_done = self.indexes.is_empty();
            return Ok(if is_done { Step::Done } else { Step::Wait });
        };
        if !first.ranges.iter().all(|range| self.held.has(range)) {
            return Ok(Step::Wait);
        }
        let columns = self
            .query
            .columns
            .iter()
            .zip(&first.pages)
            .map(|(column, pages)| decode::column(&self.footer, first, *column, pages, &self.held))
            .collect::<Result<Vec<_>, _>>()?;
        let batch = Batch {
            group: first.group,
            rows: first.rows.clone(),
            columns,
        };
        for range in &first.ranges {
            self.held.drop_piece(range);
        }
        self.chosen.pop_front();
        Ok(Step::Rows(batch))
    }

    /// Chooses the pages of row groups whose turn has come, as far as their index is here; what is to be fetched of
    /// later ones' index.
    fn choose(&mut self) -> Result<Vec<Range<u64>>, RangedError> {
        let mut wanted = Vec::new();
        loop {
            wanted.extend(self.ask_index());
            let Some(index) = self.indexes.front_mut() else {
                break;
            };
            let is_here = index.ranges.iter().all(|range| self.held.has(range));
            if self.chosen.len() >= self.ahead || !is_here {
                break;
            }
            if let Some(group) = index.groups.pop_front() {
                let (footer, query) = (&self.footer, &self.query);
                let selected = select(footer, group, query, &self.held, self.merging)?;
                self.chosen.extend(selected);
            }
            if index.groups.is_empty() {
                for range in &index.ranges {
                    self.held.drop_piece(range);
                }
                self.indexes.pop_front();
            }
        }
        Ok(wanted)
    }

    /// The index of the next row groups, early enough that no page waits for it.
    fn ask_index(&mut self) -> Vec<Range<u64>> {
        let known: usize = self.indexes.iter().map(|index| index.groups.len()).sum();
        if self.later.is_empty() || known > 2 * self.ahead {
            return Vec::new();
        }
        let groups: VecDeque<usize> = self.later.drain(..self.later.len().min(INDEXED)).collect();
        let ranges = groups
            .iter()
            .flat_map(|group| index_ranges(&self.footer, *group, &self.query));
        let mut ranges = self.merging.merge(ranges.collect());
        ranges.retain(|range| !self.held.has(range));
        self.indexes.push_back(Index {
            groups,
            ranges: ranges.clone(),
        });
        ranges
    }
}
