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
    groups: Groups,
}

#[derive(Debug)]
enum Groups {
    /// Row groups, and ranges of their index once they were asked.
    Index(Vec<usize>, Option<Vec<Range<u64>>>),
    /// How many of the first row groups were asked.
    Pages(VecDeque<Selected>, usize),
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
            groups: Groups::Index(groups, None),
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
        if let Groups::Index(groups, asked) = &mut self.groups {
            match asked {
                None => {
                    let wanted = groups
                        .iter()
                        .flat_map(|group| index_ranges(&self.footer, *group, &self.query));
                    let mut wanted = self.merging.merge(wanted.collect());
                    wanted.retain(|range| !self.held.has(range));
                    *asked = Some(wanted.clone());
                    if !wanted.is_empty() {
                        return Ok(Step::Fetch(wanted));
                    }
                }
                Some(asked) if !asked.iter().all(|range| self.held.has(range)) => {
                    return Ok(Step::Wait);
                }
                Some(_) => {}
            }
            self.choose()?;
        }
        self.pages()
    }

    fn choose(&mut self) -> Result<(), RangedError> {
        let Groups::Index(groups, asked) = &self.groups else {
            return Ok(());
        };
        let mut selected = VecDeque::new();
        for group in groups {
            selected.extend(select(
                &self.footer,
                *group,
                &self.query,
                &self.held,
                self.merging,
            )?);
        }
        for range in asked.clone().unwrap_or_default() {
            self.held.drop_piece(&range);
        }
        self.groups = Groups::Pages(selected, 0);
        Ok(())
    }

    fn pages(&mut self) -> Result<Step, RangedError> {
        let Groups::Pages(groups, asked) = &mut self.groups else {
            return Ok(Step::Wait);
        };
        let next: Vec<Range<u64>> = groups
            .range((*asked).min(groups.len())..groups.len().min(self.ahead))
            .flat_map(|group| group.ranges.iter().cloned())
            .filter(|range| !self.held.has(range))
            .collect();
        *asked = groups.len().min(self.ahead).max(*asked);
        if !next.is_empty() {
            return Ok(Step::Fetch(next));
        }
        let Some(first) = groups.front() else {
            return Ok(Step::Done);
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
        groups.pop_front();
        *asked = asked.saturating_sub(1);
        Ok(Step::Rows(batch))
    }
}
