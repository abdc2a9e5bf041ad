//! The rows of a segment: which bytes they need, which of them come first, and the tables that become of them.
//!
//! First come the rows of the period with what an answer of one mode needs of them: on a slow line every kilobyte is
//! five thousandths of a second.

use super::answer_town::source_line;
use super::decoded::SegmentRows;
use super::piece::Piece;
use super::store::{Gather, Need, Opened, Store};
use crate::analysis::{Extent, Period, whole_hours};
use crate::domain::{Instant, Mode, SegmentId, SensorGeneration, Side, Zone};
use crate::query::Failure;
use crate::query::ledger::LedgerFile;
use crate::read::published::street_file::StreetFile;
use crate::read::published::{self, PublishedError};
use crate::table::CountTable;
use crate::table::layout::{RowPart, SegmentParts, StoredColumn, is_common};
use bytes::Bytes;
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

/// What is not needed first is waited for apart from it when it takes more bytes than this: a third of a second
/// on a slow phone. Fewer are not worth a round of their own.
const WORTH_A_ROUND: u64 = 64 * 1024;

/// A part of the rows: some time, and the columns that an answer of one mode needs, or all.
#[derive(Clone, Debug)]
pub(super) struct First {
    instants: Range<Instant>,
    mode: Option<Mode>,
}

impl First {
    fn touches(&self, part: &RowPart) -> bool {
        part.first < self.instants.end && self.instants.start <= part.last
    }

    /// Which spans of a part it needs.
    fn spans(&self, counts: &SegmentParts, part: &RowPart) -> Vec<bool> {
        part.spans_with(&counts.columns, |column| {
            self.mode
                .is_none_or(|mode| is_common(column) || column == mode.name())
        })
    }
}

type Append = fn(
    &mut CountTable,
    &SegmentId,
    &[StoredColumn],
    &RowPart,
    &[Bytes],
) -> Result<(), PublishedError>;

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
    let rows = Rc::new(decoded(
        opened,
        segment,
        fetched,
        published::counts::append,
    )?);
    store.keep(segment, &rows);
    Ok(rows)
}

/// The same with what touches some instants only.
pub(super) fn within(
    store: &mut Store,
    opened: &Opened,
    file: &StreetFile,
    segment: &SegmentId,
    instants: Range<Instant>,
) -> Result<SegmentRows, Need> {
    let first = First {
        instants,
        mode: None,
    };
    let fetched = fetched(store, file, segment, Some(&first))?;
    decoded(opened, segment, fetched, published::counts::append)
}

/// The same with what comes first only; `None` where that does not say how sure it is: a sensor that tells no
/// movements in the dark sees nothing of any class there, which takes all of them to tell.
pub(super) fn first(
    store: &mut Store,
    opened: &Opened,
    file: &StreetFile,
    segment: &SegmentId,
    first: &First,
) -> Result<Option<SegmentRows>, Need> {
    let fetched = fetched(store, file, segment, Some(first))?;
    let rows = decoded(
        opened,
        segment,
        fetched,
        published::counts::append_what_is_there,
    )?;
    let table = &rows.table;
    let volume = |mode, row| table.volume(mode, Side::Both, row);
    let is_unsure = |row| {
        table.sensor(row) == Some(SensorGeneration::S2)
            && volume(Mode::Night, row).is_none()
            && first.mode.and_then(|mode| volume(mode, row)) == Some(0.0)
    };
    Ok((!(0..table.len()).any(is_unsure)).then_some(rows))
}

/// `Ok` where all bytes of it are there.
pub(super) fn is_there(
    store: &mut Store,
    file: &StreetFile,
    segment: &SegmentId,
    first: &First,
) -> Result<(), Need> {
    fetched(store, file, segment, Some(first)).map(|_| ())
}

/// What can be answered before the rest, if the rest is worth waiting for apart.
pub(super) fn early(
    file: &StreetFile,
    segment: &SegmentId,
    period: Period,
    mode: Mode,
    extent: &Extent,
    zone: Zone,
) -> Option<First> {
    let days = period.resolve(extent).ok()?;
    let instants = zone.start_of_day(days.start)..zone.start_of_day(days.end);
    let first = First {
        instants,
        mode: Some(mode),
    };
    let (mut now, mut later) = (0, 0);
    for counts in of(file, segment) {
        for part in &counts.parts {
            let is_first = first.touches(part);
            for (span, is_needed) in part.spans.iter().zip(first.spans(counts, part)) {
                *(if is_first && is_needed {
                    &mut now
                } else {
                    &mut later
                }) += span.length;
            }
        }
    }
    (now > 0 && later > WORTH_A_ROUND).then_some(first)
}

fn of<'f>(file: &'f StreetFile, segment: &SegmentId) -> impl Iterator<Item = &'f SegmentParts> {
    let counts = file.counts.iter();
    counts.filter(move |counts| counts.segment == segment.0)
}

/// The bytes of a segment's parts, or what of them is missing.
fn fetched<'f>(
    store: &mut Store,
    file: &'f StreetFile,
    segment: &SegmentId,
    first: Option<&First>,
) -> Result<Vec<Fetched<'f>>, Need> {
    let mut gather = Gather::default();
    let mut fetched = Vec::new();
    for counts in of(file, segment) {
        let mut parts = Vec::new();
        let wanted = |part: &&RowPart| first.is_none_or(|first| first.touches(part));
        for part in counts.parts.iter().filter(wanted) {
            let needed = first.map(|first| first.spans(counts, part));
            let mut spans = Vec::new();
            for (place, span) in part.spans.iter().enumerate() {
                let is_needed = needed.as_ref().and_then(|needed| needed.get(place));
                spans.extend(if is_needed == Some(&false) {
                    Some(Bytes::new())
                } else {
                    gather.take(store.span(&Piece::span(&counts.file, span)))?
                });
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
    append: Append,
) -> Result<SegmentRows, Need> {
    let (mut tables, mut files) = (Vec::new(), Vec::new());
    for (counts, parts) in fetched {
        let mut table = CountTable::new();
        for (part, spans) in parts {
            append(&mut table, segment, &counts.columns, part, &spans).map_err(|error| {
                Failure::Unreadable {
                    file: counts.file.clone(),
                    place: error.place,
                    expected: error.expected,
                }
            })?;
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
