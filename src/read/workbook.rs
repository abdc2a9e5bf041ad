//! Spreadsheets (XLSX) as rows of cells, one row at a time and within bounds: a small file may unpack
//! to anything.

use super::error::ReadError;
use super::foreign::decode;
use super::place::Place;
use calamine::{DataRef, Reader, Xlsx, XlsxError};
use std::io::{Cursor, Read};
use std::ops::ControlFlow;

/// Bytes that all members of a file may unpack to; five years of quarter hours are as many.
pub const MOST_BYTES: u64 = 256 << 20;
/// Cells of a sheet that hold something.
pub const MOST_CELLS: u64 = 20_000_000;
/// Columns of a sheet.
pub const MOST_COLUMNS: usize = 1_024;

const MINUTE_MS: f64 = 60_000.0;
const DAY_MINUTES: f64 = 1_440.0;
/// Days from the beginning of a spreadsheet's calendar to 1970.
const EPOCH_DAYS: f64 = 25_569.0;
/// The same where it begins in 1904.
const EPOCH_DAYS_1904: f64 = 24_107.0;

/// A cell as a spreadsheet holds it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    #[default]
    Empty,
    Text(String),
    Number(f64),
    /// A civil time as if it were UTC, to the minute, in milliseconds since 1970.
    Time(i64),
    /// A formula that failed, and what is neither text, number nor time.
    Other,
}

impl Cell {
    /// The words of a cell, without blanks around; of a whole number its digits.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.trim().to_owned(),
            Self::Number(number) => number.to_string(),
            Self::Empty | Self::Time(_) | Self::Other => String::new(),
        }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

/// Takes the number of a row and its cells, and says whether to go on.
pub type TakeRow<'t> = dyn FnMut(u64, &[Cell]) -> Result<ControlFlow<()>, ReadError> + 't;

/// Calls `take` with each row of the first sheet that has rows: its number, from 1 as the program shows
/// it, and its cells. `expected` says in messages what the file should be.
pub fn rows(
    file: &str,
    bytes: &[u8],
    expected: &str,
    take: &mut TakeRow<'_>,
) -> Result<(), ReadError> {
    decode(file, expected, || {
        within_bounds(file, bytes, expected)?;
        let fail = |e: &XlsxError| ReadError::malformed(file, Place::File, e.to_string(), expected);
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| fail(&e))?;
        for sheet in book.sheet_names() {
            if sheet_rows(file, &mut book, &sheet, expected, take)? {
                return Ok(());
            }
        }
        Err(ReadError::malformed(
            file,
            Place::File,
            "no sheet with a row",
            expected,
        ))
    })
}

/// Whether the sheet has rows.
fn sheet_rows(
    file: &str,
    book: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
    expected: &str,
    take: &mut TakeRow<'_>,
) -> Result<bool, ReadError> {
    let is_1904 = book.has_1904_epoch();
    let Ok(mut cells) = book.worksheet_cells_reader(sheet) else {
        // A sheet of charts.
        return Ok(false);
    };
    let mut row: Vec<Cell> = Vec::new();
    let mut number = None;
    let mut read = 0_u64;
    loop {
        let place = number.map_or(Place::File, |n| Place::row(u64::from(n) + 1));
        let next = cells
            .next_cell()
            .map_err(|e| ReadError::malformed(file, place.clone(), e.to_string(), expected))?;
        let position = next.as_ref().map(calamine::Cell::get_position);
        if let Some(n) = number
            && position.is_none_or(|(at, _)| at != n)
        {
            if !row.iter().all(Cell::is_empty) && take(u64::from(n) + 1, &row)?.is_break() {
                return Ok(true);
            }
            row.clear();
        }
        let (Some(cell), Some((at, column))) = (next, position) else {
            return Ok(number.is_some());
        };
        number = Some(at);
        read += 1;
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if read > MOST_CELLS || column >= MOST_COLUMNS {
            return Err(ReadError::malformed(
                file,
                Place::row(u64::from(at) + 1),
                format!("more than {MOST_CELLS} cells or {MOST_COLUMNS} columns in a sheet"),
                expected,
            ));
        }
        if row.len() <= column {
            row.resize(column + 1, Cell::Empty);
        }
        if let Some(place) = row.get_mut(column) {
            *place = cell_of(cell.get_value(), is_1904);
        }
    }
}

fn cell_of(value: &DataRef<'_>, is_1904: bool) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) | DataRef::DateTimeIso(text) => Cell::Text(text.clone()),
        DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
        DataRef::DateTime(time) if time.is_datetime() => time_of(time.as_f64(), is_1904),
        _ => Cell::Other,
    }
}

/// Days of a spreadsheet as a time. Floating days are rounded to the minute: no count is published
/// for less.
fn time_of(days: f64, is_1904: bool) -> Cell {
    let epoch = if is_1904 { EPOCH_DAYS_1904 } else { EPOCH_DAYS };
    let ms = ((days - epoch) * DAY_MINUTES).round() * MINUTE_MS;
    // Years 1900 to 9999: any other number is no time, and these fit.
    if ms.is_finite() && ms.abs() < 3e14 {
        #[allow(clippy::cast_possible_truncation)]
        return Cell::Time(ms as i64);
    }
    Cell::Other
}

/// Unpacks all members once without keeping them: what they say of their size may be wrong.
fn within_bounds(file: &str, bytes: &[u8], expected: &str) -> Result<(), ReadError> {
    let fail = |found: String| ReadError::malformed(file, Place::File, found, expected);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| fail(e.to_string()))?;
    let mut left = MOST_BYTES;
    for i in 0..archive.len() {
        let member = archive.by_index(i).map_err(|e| fail(e.to_string()))?;
        let read = std::io::copy(&mut member.take(left + 1), &mut std::io::sink());
        let read = read.map_err(|e| fail(e.to_string()))?;
        left = left
            .checked_sub(read)
            .ok_or_else(|| fail(format!("sheets of more than {MOST_BYTES} bytes")))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_a_spreadsheet_are_times_to_the_minute() {
        // 2024-11-03 01:15, as Excel writes it: 45599 days and 75 of 1440 minutes.
        let expected = Cell::Time(1_730_596_500_000);
        assert_eq!(time_of(45_599.052_083_333_336, false), expected);
        assert_eq!(time_of(45_599.052_083_333_336 - 1_462.0, true), expected);
        assert_eq!(time_of(f64::NAN, false), Cell::Other);
        assert_eq!(time_of(1e300, false), Cell::Other);
    }
}
