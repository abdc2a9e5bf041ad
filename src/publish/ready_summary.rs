//! The summary of counts that stay as they are: one segment after the other, each from its own ranges, so
//! that memory holds one segment whatever the size of the town. What is read is checked on the way.

use super::months_file::Months;
use super::parts;
use super::ready_counts::ReadyFile;
use super::summary_file;
use crate::analysis::whole_hours;
use crate::domain::{Calendar, Mode, SegmentId, Side, Zone};
use crate::read::published::counts;
use crate::table::layout::{self, SegmentParts};
use crate::table::{CountTable, SummaryRow};
use std::collections::BTreeMap;
use std::fs::File;
use std::io;

/// Rows that no page could show.
#[derive(Debug, thiserror::Error)]
#[error("{file}{place}: {message}")]
pub struct SummaryError {
    pub file: String,
    /// Segment, row (from 1) and column, as far as they are known.
    pub place: String,
    pub message: String,
}

/// A summary row for each segment of each dataset.
pub fn rows(
    files: &[ReadyFile],
    zone: Zone,
    calendar: &Calendar,
    months: &mut Months<'_>,
    progress: &mut dyn FnMut(&str),
) -> Result<Vec<SummaryRow>, SummaryError> {
    let by_segment = by_segment(files);
    let mut rows = Vec::with_capacity(by_segment.len());
    for ((dataset, id), counted) in by_segment {
        progress(&format!("summary of {id}"));
        let table = table(id, &counted)?;
        let hours = &*whole_hours(&table);
        let own = summary_file::rows_and_months(dataset, hours, zone, calendar, months);
        rows.extend(own);
    }
    Ok(rows)
}

/// Where the rows of a segment lie: in which files, and where in each.
pub type Counted<'f> = Vec<(&'f ReadyFile, &'f SegmentParts)>;

/// By dataset and segment, in their order.
pub fn by_segment<'f>(
    files: impl IntoIterator<Item = &'f ReadyFile>,
) -> BTreeMap<(&'f str, &'f str), Counted<'f>> {
    let mut by_segment: BTreeMap<(&str, &str), Counted<'f>> = BTreeMap::new();
    for file in files {
        for segment in &file.segments {
            let key = (file.dataset.as_str(), segment.segment.as_str());
            by_segment.entry(key).or_default().push((file, segment));
        }
    }
    by_segment
}

/// The rows of a segment from all files of a dataset, in the order of time.
pub fn table(
    id: &str,
    counted: &[(&ReadyFile, &SegmentParts)],
) -> Result<CountTable, SummaryError> {
    let id = SegmentId(id.to_owned());
    let mut table = CountTable::new();
    for (file, segment) in counted {
        let before = table.len();
        let error = |place: String, message: String| SummaryError {
            file: file.source.display().to_string(),
            place: format!(", segment {id}{place}"),
            message,
        };
        let unreadable =
            |cause: io::Error| error(String::new(), format!("cannot be read: {cause}"));
        let open = File::open(&file.source).map_err(unreadable)?;
        for part in &segment.parts {
            let spans = parts::spans(&open, part).map_err(unreadable)?;
            counts::append(&mut table, &id, &segment.columns, part, &spans).map_err(|wrong| {
                let place = format!(", column {}", wrong.place);
                error(place, format!("expected {}", wrong.expected))
            })?;
        }
        if let Some((row, column, message)) = wrong_value(&table, before) {
            let row = segment.first_row + (row - before) as u64 + 1;
            return Err(error(format!(", row {row}, column {column}"), message));
        }
    }
    let table = if table.start.is_sorted() {
        table
    } else {
        table.sorted()
    };
    if let Some(start) = twice(&table) {
        let names: Vec<String> = counted
            .iter()
            .map(|(file, _)| file.source.display().to_string())
            .collect();
        return Err(SummaryError {
            file: names.join(" and "),
            place: format!(", segment {id}"),
            message: format!(
                "two files have a row that starts at {start} ms since 1970; expected each start in one file: sum or choose before writing"
            ),
        });
    }
    Ok(table)
}

fn twice(table: &CountTable) -> Option<i64> {
    let pair = table
        .start
        .windows(2)
        .find(|pair| pair.first() == pair.last())?;
    pair.first().map(|start| start.0)
}

/// The first value from row `from` on that is none: where it is, and what to write.
fn wrong_value(table: &CountTable, from: usize) -> Option<(usize, String, String)> {
    let rows = from..table.len();
    for row in rows {
        let minutes = table.minutes.get(row).copied().unwrap_or(60);
        if minutes == 0 || !60_u16.is_multiple_of(minutes) {
            let message = format!("{minutes}; expected a whole part of an hour, such as 15 or 60");
            return Some((row, layout::MINUTES.to_owned(), message));
        }
        if let Some(uptime) = table.uptime.get(row).filter(|u| !(0.0..=1.0).contains(u)) {
            let message = format!("{uptime}; expected a share from 0 to 1, or null");
            return Some((row, layout::UPTIME.to_owned(), message));
        }
        for mode in Mode::ALL {
            for side in Side::ALL {
                let volume = table.volume(mode, side, row);
                if let Some(volume) = volume.filter(|v| *v < 0.0 || v.is_infinite()) {
                    let message = format!(
                        "{volume}; expected a number from 0, or null where it is not known"
                    );
                    return Some((row, layout::volume_column(mode, side), message));
                }
            }
        }
    }
    None
}
