//! Events as CSV: what an officer knows of streets and sensors, a row each.
//!
//! `segment;start;end;kind;text_nl;text_en`, with semicolons, commas or tabs, in any order and case. An empty
//! segment means the whole town, an empty end that it goes on or was a moment. `text` without a language is
//! for readers of any.

use super::error::ReadError;
use super::place::Place;
use super::report::ReadReport;
use super::telraam_csv::{OTHER_WIDTH, csv_error};
use crate::domain::{CivilDate, Event, EventKind, Names, SegmentId};
use crate::quality::schema_drift::Drift;
use csv::StringRecord;
use std::collections::{BTreeMap, HashSet};

pub const NO_START: &str = "the start is not a date; expected YYYY-MM-DD";
pub const NO_END: &str = "the end is not a date; expected YYYY-MM-DD, or nothing";
pub const ENDS_EARLY: &str =
    "the end is not after the start; expected the first day after the event";
pub const NO_TEXT: &str = "no text says what happened";
pub const TWICE: &str = "the same event again";

#[derive(Debug, Default)]
pub struct Events {
    /// In the order of the file.
    pub events: Vec<Event>,
    /// Row of each event.
    pub row_numbers: Vec<u64>,
    pub report: ReadReport,
}

pub fn read(file: &str, bytes: &[u8]) -> Result<Events, ReadError> {
    let text = std::str::from_utf8(bytes).map_err(|e| ReadError::encoding(file, bytes, &e))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .delimiter(separator(text))
        .from_reader(text.as_bytes());
    let header = reader.headers().map_err(|e| csv_error(file, &e))?.clone();
    let mut found = Events {
        report: ReadReport::new(file),
        ..Events::default()
    };
    let columns = columns_of(file, &header, &mut found.report)?;
    let mut seen = HashSet::new();
    for (record, row) in reader.into_records().zip(2..) {
        let record = record.map_err(|e| csv_error(file, &e))?;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            // Rows of nothing but separators, as spreadsheets leave them at the end.
            continue;
        }
        if record.len() != header.len() {
            found.report.refuse(OTHER_WIDTH, Place::row(row));
            continue;
        }
        match event_of(&record, &columns) {
            Ok(event) if !seen.insert(event.clone()) => {
                found.report.refuse(TWICE, Place::row(row));
            }
            Ok(event) => {
                found.events.push(event);
                found.row_numbers.push(row);
                found.report.keep();
            }
            Err((why, column)) => {
                let name = header.get(column).unwrap_or_default().trim();
                found.report.refuse(&why, Place::cell(row, name));
            }
        }
    }
    Ok(found)
}

/// Positions of the columns.
struct Columns {
    segment: usize,
    start: usize,
    end: usize,
    kind: usize,
    /// With the language of each.
    texts: Vec<(usize, String)>,
}

/// The separator of which the header has most.
fn separator(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let count = |separator: u8| header.bytes().filter(|b| *b == separator).count();
    let mut best = b',';
    for separator in *b";\t" {
        if count(separator) > count(best) {
            best = separator;
        }
    }
    best
}

fn columns_of(
    file: &str,
    header: &StringRecord,
    report: &mut ReadReport,
) -> Result<Columns, ReadError> {
    let names: Vec<String> = header.iter().map(|c| c.trim().to_lowercase()).collect();
    let need = |name: &str, is_it: &dyn Fn(&str) -> bool| {
        names
            .iter()
            .position(|column| is_it(column))
            .ok_or_else(|| ReadError::MissingColumn {
                file: file.to_owned(),
                place: Place::Line { line: 1, column: 1 },
                column: name.to_owned(),
                found: header.iter().collect::<Vec<_>>().join(", "),
                expected: "events",
            })
    };
    let plain = |name: &str| need(name, &|column| column == name);
    let columns = Columns {
        segment: plain("segment")?,
        start: plain("start")?,
        end: plain("end")?,
        kind: plain("kind")?,
        texts: names
            .iter()
            .enumerate()
            .filter_map(|(i, name)| Some((i, language_of(name)?)))
            .collect(),
    };
    need("text", &|column| language_of(column).is_some())?;
    for (shown, name) in header.iter().zip(&names) {
        let is_known = ["segment", "start", "end", "kind", ""].contains(&name.as_str());
        if !is_known && language_of(name).is_none() {
            report.warn(&Drift::Column(shown).to_string(), Place::cell(1, shown));
        }
    }
    Ok(columns)
}

/// `text_nl` is Dutch, `text` is of no language.
fn language_of(column: &str) -> Option<String> {
    match column.strip_prefix("text")? {
        "" => Some("und".to_owned()),
        rest => {
            let tag = rest.strip_prefix(['_', '-'])?;
            let is_tag =
                (2..=3).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_lowercase());
            is_tag.then(|| tag.to_owned())
        }
    }
}

/// Why a row is no event, and the column to blame.
type Refusal = (String, usize);

fn event_of(record: &StringRecord, columns: &Columns) -> Result<Event, Refusal> {
    let cell = |i: usize| record.get(i).unwrap_or_default().trim();
    let refuse = |why: &str, column: usize| Err((why.to_owned(), column));
    let segment = cell(columns.segment);
    let Some(start) = CivilDate::parse(cell(columns.start)) else {
        return refuse(NO_START, columns.start);
    };
    let end = match cell(columns.end) {
        "" => None,
        text => match CivilDate::parse(text) {
            None => return refuse(NO_END, columns.end),
            Some(end) if end <= start => return refuse(ENDS_EARLY, columns.end),
            end => end,
        },
    };
    let Some(kind) = EventKind::parse(cell(columns.kind)) else {
        return Err((unknown_kind(cell(columns.kind)), columns.kind));
    };
    let by_language: BTreeMap<String, String> = columns
        .texts
        .iter()
        .filter(|(i, _)| !cell(*i).is_empty())
        .map(|(i, language)| (language.clone(), cell(*i).to_owned()))
        .collect();
    if by_language.is_empty() {
        let column = columns.texts.first().map_or(0, |(i, _)| *i);
        return refuse(NO_TEXT, column);
    }
    Ok(Event {
        segment: (!segment.is_empty()).then(|| SegmentId(segment.to_owned())),
        start,
        end,
        kind,
        what: Names {
            by_language,
            aliases: Vec::new(),
        },
    })
}

/// What is said of a kind that does not exist.
#[must_use]
pub fn unknown_kind(found: &str) -> String {
    let known = EventKind::ALL.map(EventKind::name).join(", ");
    format!("{found:?} is no kind of event; expected one of {known}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_the_one_of_which_the_header_has_most() {
        for (header, expected) in [
            ("segment;start;end;kind;text_nl", b';'),
            ("segment,start,end,kind,text", b','),
            ("segment\tstart\tend\tkind\ttext", b'\t'),
            ("segment", b','),
            ("", b','),
            ("segment;start;end;kind;\"text, free\"\na,b,c,d,e,f,g", b';'),
        ] {
            assert_eq!(separator(header), expected, "{header}");
        }
    }

    #[test]
    fn a_column_of_text_names_its_language() {
        for (column, expected) in [
            ("text_nl", Some("nl")),
            ("text-fr", Some("fr")),
            ("text", Some("und")),
            ("text_", None),
            ("text_dutch", None),
            ("texts", None),
            ("start", None),
        ] {
            assert_eq!(language_of(column).as_deref(), expected, "{column}");
        }
    }
}
