//! The rows of a segment: which bytes they need, which of them come first, and the tables that become of them.

use super::answer_town::source_line;
use super::decoded::SegmentRows;
use super::piece::Piece;
use super::store::{Gather, Need, Opened, Store};
use crate::analysis::{Extent, Period, whole_hours};
use crate::domain::{Instant, SegmentId, Zone};
use crate::query::Failure;
use crate::query::ledger::LedgerFile;
use crate::read::published;
use crate::read::published::street_file::StreetFile;
use crate::table::CountTable;
use crate::table::layout::{RowPart, SegmentParts};
use bytes::Bytes;
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

/// Rows outside of the period are waited for apart from it when they take more bytes than this: a third of a second
/// on a slow phone. Fewer are not worth a round of their own.
const WORTH_A_ROUND: u64 = 64 * 1024;

/// Parts of one file, each with the bytes of its spans.
type Fetched<'f> = (&'f SegmentParts, Vec<(&'f RowPart, Vec<Bytes>)>);

/// The rows of a segment from every file that counted it. Where two have the same hour, the first wins.
pub(super) fn all(
    store: &mut Store,
    opened: &Opened,
    file: &StreetFile,
    segment: &SegmentId,
) -> Result<Rc<SegmentRows>, Need> {
    if let Some(rows) = store.decoded(segment) {
        return Ok(rows);
    }
    let fetched = fetched(store, file, segment, None)?;
    let rows = Rc::new(decoded(opened, segment, fetched)?);
    store.keep(segment, &rows);
    Ok(rows)
}

/// The same with what touches some instants only.
pub(super) fn within(
    store: &mut Store,
    opened: &Opened,
    file: &StreetFile,
    segment: &SegmentId,
    instants: &Range<Instant>,
) -> Result<SegmentRows, Need> {
    let fetched = fetched(store, file, segment, Some(instants))?;
    decoded(opened, segment, fetched)
}

/// `Ok` where all bytes of these instants are there.
pub(super) fn are_there(
    store: &mut Store,
    file: &StreetFile,
    segment: &SegmentId,
    instants: &Range<Instant>,
) -> Result<(), Need> {
    fetched(store, file, segment, Some(instants)).map(|_| ())
}

/// The instants of a period that can be answered before the rest, if the rest is worth waiting for apart.
pub(super) fn early(
    file: &StreetFile,
    segment: &SegmentId,
    period: Period,
    extent: &Extent,
    zone: Zone,
) -> Option<Range<Instant>> {
    let days = period.resolve(extent).ok()?;
    let instants = zone.start_of_day(days.start)..zone.start_of_day(days.end);
    let bytes = |part: &RowPart| part.spans.iter().map(|span| span.length).sum::<u64>();
    let parts = of(file, segment).flat_map(|counts| &counts.parts);
    let (now, later): (Vec<&RowPart>, Vec<&RowPart>) =
        parts.partition(|part| touches(part, &instants));
    let later: u64 = later.into_iter().map(bytes).sum();
    (!now.is_empty() && later > WORTH_A_ROUND).then_some(instants)
}

fn of<'f>(file: &'f StreetFile, segment: &SegmentId) -> impl Iterator<Item = &'f SegmentParts> {
    let counts = file.counts.iter();
    counts.filter(move |counts| counts.segment == segment.0)
}

fn touches(part: &RowPart, instants: &Range<Instant>) -> bool {
    part.first < instants.end && instants.start <= part.last
}

/// The bytes of a segment's parts, or what of them is missing.
fn fetched<'f>(
    store: &mut Store,
    file: &'f StreetFile,
    segment: &SegmentId,
    instants: Option<&Range<Instant>>,
) -> Result<Vec<Fetched<'f>>, Need> {
    let mut gather = Gather::default();
    let mut fetched = Vec::new();
    for counts in of(file, segment) {
        let mut parts = Vec::new();
        let wanted = |part: &&RowPart| instants.is_none_or(|instants| touches(part, instants));
        for part in counts.parts.iter().filter(wanted) {
            let mut spans = Vec::new();
            for span in &part.spans {
                spans.extend(gather.take(store.span(&Piece::span(&counts.file, span)))?);
            }
            parts.push((part, spans));
        }
        fetched.push((counts, parts));
    }
    if gather.is_complete() {
        Ok(fetched)
    } else {
        Err(gather.missing())
    }
}

fn decoded(
    opened: &Opened,
    segment: &SegmentId,
    fetched: Vec<Fetched<'_>>,
) -> Result<SegmentRows, Need> {
    let (mut tables, mut files) = (Vec::new(), Vec::new());
    for (counts, parts) in fetched {
        let mut table = CountTable::new();
        for (part, spans) in parts {
            published::counts::append(&mut table, segment, &counts.columns, part, &spans).map_err(
                |error| Failure::Unreadable {
                    file: counts.file.clone(),
                    place: error.place,
                    expected: error.expected,
                },
            )?;
        }
        if let Some((dataset, file)) = opened.catalog.file(&counts.file) {
            let rows = u32::try_from(counts.rows).unwrap_or(u32::MAX);
            files.push(LedgerFile {
                source: source_line(dataset, file, rows),
                bytes: file.bytes,
                first_row: counts.first_row,
                last_row: (counts.first_row + counts.rows).saturating_sub(1),
                steps: dataset.steps.clone(),
            });
        }
        tables.push(table);
    }
    let table = merge(tables);
    Ok(SegmentRows {
        hours: whole_hours(&table).into_owned(),
        table,
        files,
        ready: OnceCell::new(),
        known: OnceCell::new(),
    })
}

fn merge(tables: Vec<CountTable>) -> CountTable {
    let mut tables = tables.into_iter();
    let first = tables.next().unwrap_or_default();
    let rest: Vec<CountTable> = tables.collect();
    if rest.is_empty() {
        return first;
    }
    let mut seen = BTreeSet::new();
    let mut merged = CountTable::new();
    for table in std::iter::once(&first).chain(&rest) {
        let rows = (0..table.len()).filter_map(|i| table.row(i));
        let new: Vec<_> = rows.filter(|row| !seen.contains(&row.start)).collect();
        for row in new {
            seen.insert(row.start);
            merged.push(&row);
        }
    }
    merged.sorted()
}
