//! Of one row group: the rows that the page index leaves, and the pages that hold them.

use super::error::{Part, RangedError};
use super::held::Held;
use super::index::{PageHolds, PagePlace, columns, offsets};
use super::plan::{Merging, all_match, common, may_match, touches};
use super::query::Resolved;
use crate::read::parquet_format::footer::{Chunk, Field, Footer, Group};
use std::ops::Range;

/// The pages of a column that are needed.
#[derive(Clone, Debug)]
pub enum Pages {
    /// The file has no index of them: all, one after another.
    All(Range<u64>),
    Some {
        dictionary: Option<Range<u64>>,
        pages: Vec<PagePlace>,
    },
}

#[derive(Clone, Debug)]
pub struct Selected {
    pub group: usize,
    pub rows: Vec<Range<u64>>,
    /// In the order of the query's columns.
    pub pages: Vec<Pages>,
    /// What to fetch.
    pub ranges: Vec<Range<u64>>,
}

/// Does the index leave rows out that the footer does not?
fn has_choice(group: &Group, query: &Resolved) -> bool {
    query.filters.iter().any(|(column, range)| {
        group
            .chunks
            .get(*column)
            .and_then(|chunk| chunk.bounds)
            .is_none_or(|bounds| !all_match(bounds, range))
    })
}

/// The bytes of the page index that are needed of a row group: where the pages of each column are, and least and
/// greatest values of the columns that are filtered by. None where the index cannot leave anything out.
pub fn index_ranges(footer: &Footer, group: usize, query: &Resolved) -> Vec<Range<u64>> {
    let Some(group) = footer.groups.get(group) else {
        return Vec::new();
    };
    if !has_choice(group, query) {
        return Vec::new();
    }
    let chunk = |column: usize| group.chunks.get(column);
    let values = query
        .filters
        .iter()
        .filter_map(|(column, _)| chunk(*column)?.column_index.clone());
    let places = query
        .all()
        .into_iter()
        .filter_map(|column| chunk(column)?.offset_index.clone());
    values.chain(places).collect()
}

/// Chooses rows and pages with the index that was fetched. `None` where no row is left.
pub fn select(
    footer: &Footer,
    group_place: usize,
    query: &Resolved,
    held: &Held,
    merging: Merging,
) -> Result<Option<Selected>, RangedError> {
    let Some(group) = footer.groups.get(group_place) else {
        return Ok(None);
    };
    let look = Look {
        footer,
        group,
        group_place,
        held,
    };
    let has_choice = has_choice(group, query);
    let mut rows: Vec<Range<u64>> = std::iter::once(0..group.rows).collect();
    if has_choice {
        for (column, range) in &query.filters {
            let Some(pages) = look.places(*column)? else {
                continue;
            };
            let Some(holds) = look.holds(*column, pages.len())? else {
                continue;
            };
            let left = pages.into_iter().zip(holds).filter_map(|(page, holds)| {
                let is_left = match holds {
                    PageHolds::Between(bounds) => may_match(bounds, range),
                    PageHolds::Nothing => false,
                    PageHolds::Anything => true,
                };
                is_left.then_some(page.rows)
            });
            rows = common(&rows, &left.collect::<Vec<_>>());
        }
    }
    if rows.is_empty() {
        return Ok(None);
    }
    let mut pages = Vec::new();
    let mut ranges = Vec::new();
    for column in &query.columns {
        let Some((_, chunk)) = look.column(*column) else {
            return Ok(None);
        };
        let places = if has_choice {
            look.places(*column)?
        } else {
            None
        };
        let Some(places) = places else {
            pages.push(Pages::All(chunk.pages.clone()));
            ranges.push(chunk.pages.clone());
            continue;
        };
        let dictionary = chunk.pages.start..chunk.first_data_page;
        let dictionary = Some(dictionary).filter(|range| !range.is_empty());
        let places: Vec<PagePlace> = places
            .into_iter()
            .filter(|page| touches(&page.rows, &rows))
            .collect();
        ranges.extend(dictionary.clone());
        ranges.extend(places.iter().map(|page| page.bytes.clone()));
        pages.push(Pages::Some {
            dictionary,
            pages: places,
        });
    }
    Ok(Some(Selected {
        group: group_place,
        rows,
        pages,
        ranges: merging.merge(ranges),
    }))
}

struct Look<'a> {
    footer: &'a Footer,
    group: &'a Group,
    group_place: usize,
    held: &'a Held,
}

impl Look<'_> {
    fn column(&self, column: usize) -> Option<(&Field, &Chunk)> {
        self.footer
            .fields
            .get(column)
            .zip(self.group.chunks.get(column))
    }

    fn wrong(&self, column: usize, byte: u64) -> RangedError {
        let field = self.footer.fields.get(column);
        let column = field.map(|field| field.name.clone()).unwrap_or_default();
        let group = self.group_place;
        RangedError::new(
            Part::Index { group, column },
            byte,
            "something else",
            "places and bounds of the pages of these rows",
        )
    }

    fn places(&self, column: usize) -> Result<Option<Vec<PagePlace>>, RangedError> {
        let Some((_, chunk)) = self.column(column) else {
            return Ok(None);
        };
        let Some(range) = &chunk.offset_index else {
            return Ok(None);
        };
        let Some(bytes) = self.held.get(range) else {
            return Ok(None);
        };
        offsets(bytes, chunk, self.group.rows)
            .map(Some)
            .map_err(|at| self.wrong(column, range.start + at as u64))
    }

    fn holds(&self, column: usize, pages: usize) -> Result<Option<Vec<PageHolds>>, RangedError> {
        let Some((field, chunk)) = self.column(column) else {
            return Ok(None);
        };
        let Some(range) = &chunk.column_index else {
            return Ok(None);
        };
        let Some(bytes) = self.held.get(range) else {
            return Ok(None);
        };
        match columns(bytes, field) {
            Ok(holds) if holds.len() == pages => Ok(Some(holds)),
            Ok(_) => Err(self.wrong(column, range.end)),
            Err(at) => Err(self.wrong(column, range.start + at as u64)),
        }
    }
}
