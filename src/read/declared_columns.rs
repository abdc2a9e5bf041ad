//! Where the columns are that a town file declares, and which order of day and month their dates show.

use super::dialect::{self, Cells, Header, Sheet, filled_width};
use super::error::ReadError;
use super::place::Place;
use super::table_map::TableMap;
use super::written_time::{self, AMBIGUOUS_DATE, DateOrder, Written};
use crate::domain::{Mode, Side};
use csv::StringRecord;

/// The file as a table, from the header on that has all declared columns.
pub(super) fn open<'t>(file: &str, text: &'t str, map: &TableMap) -> Result<Sheet<'t>, ReadError> {
    let wanted = map.columns();
    let has_all = |record: &StringRecord| {
        wanted
            .iter()
            .all(|name| record.iter().any(|cell| is_same(cell, name)))
    };
    let header = if map.header {
        Header::Recognised(&has_all)
    } else {
        Header::None
    };
    let separator = map.separator.map(super::table_map::Separator::byte);
    if let Some(sheet) = dialect::open(file, text, separator, header)? {
        return Ok(sheet);
    }
    // Nothing has all the columns: say what is missing in what looks like the header.
    let guess = dialect::open(file, text, separator, Header::Sniffed)?;
    let found = guess.map(|sheet| (sheet.columns(), sheet.header_row, sheet.header));
    let (found, line, header) = found.unwrap_or_default();
    let missing = wanted
        .iter()
        .find(|name| !header.iter().any(|cell| is_same(cell, name)));
    Err(ReadError::MissingColumn {
        file: file.to_owned(),
        place: Place::Line { line, column: 1 },
        column: missing.copied().unwrap_or_default().to_owned(),
        found,
        expected: "a table as the town file declares it",
    })
}

fn is_same(cell: &str, name: &str) -> bool {
    cell.trim() == name.trim()
}

/// A column, by its index and its name.
#[derive(Clone, Copy)]
pub(super) struct Column<'m> {
    pub at: usize,
    pub name: &'m str,
}

/// Where the declared columns are.
#[derive(Clone)]
pub(super) struct Columns<'m> {
    pub width: Option<usize>,
    pub segment: Option<Column<'m>>,
    pub name: Option<Column<'m>>,
    pub date: Option<Column<'m>>,
    pub time: Column<'m>,
    pub counts: Vec<(Column<'m>, Mode, Side)>,
    pub value: Option<Column<'m>>,
    pub mode: Option<Column<'m>>,
    pub side: Option<Column<'m>>,
    pub uptime: Option<Column<'m>>,
    pub v85: Option<Column<'m>>,
    pub mean_speed: Option<Column<'m>>,
}

impl<'m> Columns<'m> {
    pub fn of(file: &str, sheet: &Sheet<'_>, map: &'m TableMap) -> Result<Self, ReadError> {
        let find = |name: &'m str| -> Result<Column<'m>, ReadError> {
            let place = Place::Line {
                line: sheet.header_row.max(1),
                column: 1,
            };
            if !map.header {
                return name
                    .parse::<usize>()
                    .ok()
                    .and_then(|n| n.checked_sub(1))
                    .map(|at| Column { at, name })
                    .ok_or_else(|| ReadError::Undeclared {
                        file: file.to_owned(),
                        place,
                        found: format!("a file without header, and the column {name:?}"),
                        expected: "columns by their number from 1, such as \"3\"".to_owned(),
                    });
            }
            let mut same = sheet
                .header
                .iter()
                .enumerate()
                .filter(|(_, c)| is_same(c, name));
            match (same.next(), same.next()) {
                (Some((at, _)), None) => Ok(Column { at, name }),
                (Some(_), Some(_)) => Err(ReadError::malformed(
                    file,
                    place,
                    format!("two columns {name:?}"),
                    "one, or `header = false` and columns by their number",
                )),
                _ => Err(ReadError::MissingColumn {
                    file: file.to_owned(),
                    place,
                    column: name.to_owned(),
                    found: sheet.columns(),
                    expected: "a table as the town file declares it",
                }),
            }
        };
        let maybe = |name: &'m Option<String>| name.as_deref().map(find).transpose();
        Ok(Self {
            width: map.header.then(|| filled_width(&sheet.header)),
            segment: maybe(&map.segment)?,
            name: maybe(&map.name)?,
            date: maybe(&map.date)?,
            time: find(&map.time)?,
            counts: map
                .counts
                .iter()
                .map(|(name, passage)| Ok((find(name)?, passage.mode, passage.side)))
                .collect::<Result<_, ReadError>>()?,
            value: maybe(&map.value)?,
            mode: maybe(&map.mode)?,
            side: maybe(&map.side)?,
            uptime: maybe(&map.uptime)?,
            v85: maybe(&map.v85)?,
            mean_speed: maybe(&map.mean_speed)?,
        })
    }

    /// The time of a row, as it is written.
    pub fn written(
        &self,
        record: &impl Cells,
        order: Option<DateOrder>,
    ) -> Result<Written, &'static str> {
        match self.date {
            None => written_time::parse(cell(record, self.time), order),
            Some(date) => {
                let both = format!("{} {}", cell(record, date), cell(record, self.time));
                written_time::parse(&both, order)
            }
        }
    }
}

pub(super) fn cell<'r>(record: &'r impl Cells, column: Column<'_>) -> &'r str {
    let text = record.cell(column.at).unwrap_or("");
    // Most cells begin and end with a letter or a digit: nothing to cut off.
    let is_bare = |b: Option<&u8>| b.is_some_and(u8::is_ascii_graphic);
    let bytes = text.as_bytes();
    if is_bare(bytes.first()) && is_bare(bytes.last()) {
        text
    } else {
        text.trim()
    }
}

/// The order of day and month that the dates of the file show, where one of them does.
/// A file in which none does, or some contradict others, is an error.
pub(super) fn order_of(
    file: &str,
    text: &str,
    map: &TableMap,
    columns: &Columns<'_>,
) -> Result<Option<DateOrder>, ReadError> {
    let mut sheet = open(file, text, map)?;
    let mut record = StringRecord::new();
    let mut shown: Option<DateOrder> = None;
    let mut open_at = None;
    let column = columns.date.unwrap_or(columns.time);
    while let Some(row) = sheet.next(&mut record)? {
        let text = cell(&record, column);
        match (shown, written_time::order_shown(text)) {
            (Some(known), Some(other)) if known != other => {
                return Err(ReadError::malformed(
                    file,
                    Place::cell(row, column.name),
                    format!("the date {text:?} in another order than those above it"),
                    "one order of day and month",
                ));
            }
            (None, Some(order)) => shown = Some(order),
            _ => {}
        }
        if open_at.is_none() && columns.written(&record, None) == Err(AMBIGUOUS_DATE) {
            open_at = Some((row, text.to_owned()));
        }
    }
    match (shown, open_at) {
        (None, Some((row, text))) => Err(ReadError::Undeclared {
            file: file.to_owned(),
            place: Place::cell(row, column.name),
            found: format!("the date {text:?}, and none in the file shows which is the day"),
            expected: "date_order = \"dmy\" or \"mdy\"".to_owned(),
        }),
        (shown, _) => Ok(shown),
    }
}
