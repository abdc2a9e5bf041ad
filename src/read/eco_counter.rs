//! Exports of Eco-Counter as CSV (definitions 4.15): a column for the site, one for each flow, and
//! their status. Columns are known by their number, because names change; local times without offset.
//!
//! What becomes of the flows is in `eco_sums`.

use super::counts::{Counts, Site};
use super::dialect::{self, Header, Sheet, filled_width};
use super::eco_channels::Channels;
use super::eco_steps::minutes_of;
use super::eco_sums::{Row, Sums};
use super::encoding::text_of;
use super::error::ReadError;
use super::local_time::AMBIGUOUS;
use super::place::Place;
use super::telraam::{NEGATIVE, NO_NUMBER};
use super::telraam_csv::OTHER_WIDTH;
use super::written_number::{Decimal, number};
use super::written_time::{self, Clock, DateOrder, Written};
use super::zero_days;
use crate::domain::fold::fold;
use crate::domain::{Mode, SegmentId, Zone};
use crate::table::CountRow;
use csv::StringRecord;

pub use super::eco_sums::{BLANK, NO_SITE, NOT_THE_SUM, PART, WITHOUT_FLOWS};
pub const MANY_WAYS: &str = "flows of other than two directions: no sides";
pub const NO_HEADER: &str = "no header: the columns taken as time, site, in and out";
pub const OTHER_INTERVAL: &str = "the length of the interval changes within the file";

const EXPECTED: &str = "an export of Eco-Counter";

/// What a town file says of the files.
#[derive(Clone, Copy, Debug)]
pub struct Declared {
    /// Zone of the times.
    pub zone: Option<Zone>,
    /// What is counted where names do not say it.
    pub mode: Mode,
    /// Length of an interval where the file is too short to show it.
    pub minutes: Option<u16>,
}

/// Reads an export.
pub fn read(file: &str, bytes: &[u8], declared: Declared) -> Result<Counts, ReadError> {
    let text = text_of(file, bytes, None)?;
    let mut counts = Counts::new(file);
    let is_header = |record: &StringRecord| is_time_heading(record.get(0).unwrap_or(""));
    let found = dialect::open(file, &text, None, Header::Recognised(&is_header))?;
    let (mut sheet, channels) = if let Some(sheet) = found {
        let channels = Channels::of(&sheet.header);
        (sheet, channels)
    } else {
        headless(file, &text, &mut counts)?
    };
    let Some(site) = &channels.site else {
        return Err(ReadError::MissingColumn {
            file: file.to_owned(),
            place: Place::Line {
                line: sheet.header_row,
                column: 1,
            },
            column: "the site".to_owned(),
            found: sheet.columns(),
            expected: EXPECTED,
        });
    };
    let segment = SegmentId(site.id.clone());
    let rows = parsed(&mut sheet, &channels, &mut counts)?;
    let civil: Vec<i64> = rows.iter().map(|row| civil_of(row.time)).collect();
    let minutes = match (declared.minutes, minutes_of(&civil)) {
        (Some(minutes), _) => vec![minutes; civil.len()],
        (None, Some(minutes)) => minutes,
        (None, None) if civil.is_empty() => Vec::new(),
        (None, None) => {
            return Err(ReadError::Undeclared {
                file: file.to_owned(),
                place: Place::row(rows.first().map_or(1, |row| row.number)),
                found: "too few rows in a regular step to see the length of the interval"
                    .to_owned(),
                expected: "minutes = 15 or the like".to_owned(),
            });
        }
    };
    let sums = Sums::new(&channels, declared.mode, &rows);
    if sums.sides.is_none() && channels.flows.len() > 1 {
        let place = Place::cell(sheet.header_row.max(1), &site.id);
        counts.report.warn(MANY_WAYS, place);
    }
    let mut clock = Clock::new(declared.zone);
    let mut last_minutes = None;
    for (i, (row, minutes)) in rows.iter().zip(&minutes).enumerate() {
        let place = || Place::row(row.number);
        let read = match clock.instant(&segment, row.time) {
            Some(Ok(read)) => read,
            Some(Err(why)) => {
                counts.report.refuse(why, place());
                continue;
            }
            None => {
                return Err(ReadError::Undeclared {
                    file: file.to_owned(),
                    place: place(),
                    found: "a time without an offset".to_owned(),
                    expected: "zone = \"Europe/Berlin\" or the like".to_owned(),
                });
            }
        };
        let mut made = CountRow::empty(segment.clone(), read.instant);
        made.minutes = *minutes;
        let mut notes = Vec::new();
        if let Err(why) = sums.fill(&mut made, i, row, &mut notes) {
            counts.report.refuse(why, place());
            continue;
        }
        if read.is_ambiguous {
            notes.push(AMBIGUOUS);
        }
        if last_minutes.is_some_and(|last| last != *minutes) {
            notes.push(OTHER_INTERVAL);
        }
        last_minutes = Some(*minutes);
        for note in notes {
            counts.report.warn(note, place());
        }
        for status in &row.statuses {
            let what = format!("status {status:?}: the value is kept");
            counts.report.warn(&what, place());
        }
        counts.keep(&made, row.number);
    }
    let side_names = sums
        .sides
        .map(|[(_, left), (_, right)]| (left.to_owned(), right.to_owned()));
    counts.describe(
        &segment,
        &Site {
            name: site.name.clone(),
            side_names,
            ..Site::default()
        },
    );
    if let Some(zone) = declared.zone {
        zero_days::note(&mut counts, zone);
    }
    Ok(counts)
}

fn is_time_heading(cell: &str) -> bool {
    matches!(
        fold(cell).as_str(),
        "datetime"
            | "date time"
            | "time"
            | "date"
            | "datum"
            | "zeit"
            | "datum zeit"
            | "tijd"
            | "heure"
            | "date heure"
            | "timestamp"
    )
}

/// A file that begins with data is of the site whose number is the file's name.
fn headless<'t>(
    file: &str,
    text: &'t str,
    counts: &mut Counts,
) -> Result<(Sheet<'t>, Channels), ReadError> {
    let mut sheet = dialect::open(file, text, None, Header::None)?;
    let mut first = StringRecord::new();
    if let Some(sheet) = &mut sheet {
        sheet.next(&mut first)?;
    }
    let is_data = written_time::parse(first.get(0).unwrap_or(""), Some(DateOrder::Mdy)).is_ok();
    let (Some(_), true) = (sheet, is_data) else {
        return Err(ReadError::MissingColumn {
            file: file.to_owned(),
            place: Place::Line { line: 1, column: 1 },
            column: "Datetime".to_owned(),
            found: first.iter().collect::<Vec<_>>().join(", "),
            expected: EXPECTED,
        });
    };
    counts.report.warn(NO_HEADER, Place::row(1));
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = name.split('.').next().unwrap_or(name);
    let columns = filled_width(&first);
    match dialect::open(file, text, None, Header::None)? {
        Some(sheet) => Ok((sheet, Channels::without_header(stem, columns))),
        None => Err(ReadError::malformed(file, Place::File, "no rows", EXPECTED)),
    }
}

const fn civil_of(time: Written) -> i64 {
    match time {
        Written::Civil(ms) => ms,
        Written::Instant(instant) => instant.0,
    }
}

fn parsed(
    sheet: &mut Sheet<'_>,
    channels: &Channels,
    counts: &mut Counts,
) -> Result<Vec<Row>, ReadError> {
    let mut rows = Vec::new();
    let mut record = StringRecord::new();
    let all = || channels.site.iter().chain(&channels.flows);
    // A row may end before the empty columns at its end, not before its values.
    let width = all().map(|channel| channel.column + 1).max().unwrap_or(2);
    while let Some(number) = sheet.next(&mut record)? {
        let longest = width.max(sheet.header.len());
        let is_longer = record.iter().skip(longest).any(|c| !c.trim().is_empty());
        if record.len() < width || is_longer {
            counts.report.refuse(OTHER_WIDTH, Place::row(number));
            continue;
        }
        let time = match written_time::parse(record.get(0).unwrap_or(""), None) {
            Ok(time) => time,
            Err(why) => {
                let heading = sheet.header.get(0).unwrap_or("1");
                counts.report.refuse(why, Place::cell(number, heading));
                continue;
            }
        };
        let mut values = Vec::with_capacity(channels.flows.len() + 1);
        let mut statuses: Vec<String> = Vec::new();
        let mut fault = None;
        for channel in all() {
            let cell = record.get(channel.column).unwrap_or("");
            let value = match number_of(cell) {
                Ok(value) => value,
                Err(why) => {
                    fault = Some((why, channel.id.as_str()));
                    break;
                }
            };
            if let Some(status) = channel.status.and_then(|column| record.get(column)) {
                let is_usual = match status.trim() {
                    "0" => true,
                    "" => value.is_none(),
                    _ => false,
                };
                if !is_usual && !statuses.iter().any(|known| known == status.trim()) {
                    statuses.push(status.trim().to_owned());
                }
            }
            values.push(value);
        }
        if let Some((why, column)) = fault {
            counts.report.refuse(why, Place::cell(number, column));
            continue;
        }
        let mut values = values.into_iter();
        rows.push(Row {
            number,
            time,
            site: values.next().flatten(),
            flows: values.collect(),
            statuses,
        });
    }
    Ok(rows)
}

fn number_of(cell: &str) -> Result<Option<f64>, &'static str> {
    match number(cell, Some(Decimal::Point), b',')? {
        Some(value) if value < 0.0 => Err(NEGATIVE),
        Some(value) if !value.is_finite() => Err(NO_NUMBER),
        value => Ok(value),
    }
}
