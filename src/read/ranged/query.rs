//! What is wanted of a file: some of its columns, and the rows that a street and a period leave.

use super::error::{Part, RangedError};
use super::plan::may_match;
use crate::read::parquet_format::footer::{Footer, Physical};
use std::ops::RangeInclusive;

/// Rows of which a whole number lies in a range; a missing one lies in none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    pub column: String,
    pub range: RangeInclusive<i64>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub columns: Vec<String>,
    /// All must hold. Statistics leave row groups and pages out; rows of the rest may still miss a filter.
    pub filters: Vec<Filter>,
}

/// A query with the columns of a file in place of their names.
#[derive(Clone, Debug)]
pub(super) struct Resolved {
    pub columns: Vec<usize>,
    pub filters: Vec<(usize, RangeInclusive<i64>)>,
}

impl Query {
    pub(super) fn resolve(&self, footer: &Footer, length: u64) -> Result<Resolved, RangedError> {
        let find = |name: &String, is_filter: bool| {
            let wrong = |found: &str| {
                let expected = if is_filter {
                    "whole numbers"
                } else {
                    "numbers"
                };
                RangedError::new(Part::Column(name.clone()), length, found, expected)
            };
            let (place, field) = footer.field(name).ok_or_else(|| wrong("no such column"))?;
            match field.physical {
                _ if !field.is_flat => Err(wrong("a list or a nested column")),
                Physical::Other => Err(wrong("text or other values")),
                Physical::Float | Physical::Double if is_filter => Err(wrong("fractions")),
                _ => Ok(place),
            }
        };
        Ok(Resolved {
            columns: self
                .columns
                .iter()
                .map(|name| find(name, false))
                .collect::<Result<_, _>>()?,
            filters: self
                .filters
                .iter()
                .map(|filter| Ok((find(&filter.column, true)?, filter.range.clone())))
                .collect::<Result<_, _>>()?,
        })
    }
}

impl Resolved {
    /// Columns and filter columns, each once.
    pub fn all(&self) -> Vec<usize> {
        let mut all = self.columns.clone();
        for (column, _) in &self.filters {
            if !all.contains(column) {
                all.push(*column);
            }
        }
        all
    }

    /// Row groups that may hold a row that is wanted.
    pub fn groups(&self, footer: &Footer) -> Vec<usize> {
        let may_hold = |group: usize| {
            let Some(group) = footer.groups.get(group) else {
                return false;
            };
            group.rows > 0
                && self.filters.iter().all(|(column, range)| {
                    group.chunks.get(*column).is_some_and(|chunk| {
                        chunk.null_count != Some(group.rows)
                            && chunk.bounds.is_none_or(|bounds| may_match(bounds, range))
                    })
                })
        };
        (0..footer.groups.len()).filter(|g| may_hold(*g)).collect()
    }
}
