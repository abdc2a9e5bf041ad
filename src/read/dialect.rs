//! Separated values of unknown make: which separator, where the header stands, row by row.
//! Quotes, line ends of all kinds and empty lines are the `csv` crate's work.

use super::error::ReadError;
use super::place::Place;
use csv::StringRecord;

pub const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
const EXPECTED: &str = "rows of separated values";
/// Records from which the separator is found out.
const SAMPLE: usize = 100;
/// The header is looked for in so many records.
const HEAD: usize = 30;
/// Records of one width below a narrower head that make it a head.
const FEWEST_BELOW: usize = 3;
/// A cell over more lines than this: a quote is not closed.
const LONGEST_CELL: u64 = 50;

/// Where the names of the columns are.
#[derive(Clone, Copy)]
#[allow(missing_debug_implementations)]
pub enum Header<'a> {
    /// The file has none: the first record is data.
    None,
    /// The first record that is as wide as those below it.
    Sniffed,
    /// The first record that is recognised, whatever is above it.
    Recognised(&'a dyn Fn(&StringRecord) -> bool),
}

/// A table that is read row by row.
#[derive(Debug)]
pub struct Sheet<'t> {
    file: String,
    text: &'t str,
    reader: csv::Reader<&'t [u8]>,
    /// Empty where the file has no header.
    pub header: StringRecord,
    /// The line of the header, from 1; 0 without one.
    pub header_row: u64,
    pub separator: u8,
    row: u64,
    /// The data row that was read to see whether it is a header.
    waiting: Option<(StringRecord, u64)>,
}

/// The cells of a record, whoever cut it.
pub trait Cells {
    /// How many there are.
    fn width(&self) -> usize;
    /// A cell as it is written, `None` past the end.
    fn cell(&self, at: usize) -> Option<&str>;
}

impl Cells for StringRecord {
    fn width(&self) -> usize {
        self.len()
    }

    fn cell(&self, at: usize) -> Option<&str> {
        self.get(at)
    }
}

/// Opens a text as a table. `separator` is the declared one; `None` finds it out.
/// `Ok(None)` where no header is recognised.
pub fn open<'t>(
    file: &str,
    text: &'t str,
    separator: Option<u8>,
    header: Header<'_>,
) -> Result<Option<Sheet<'t>>, ReadError> {
    let candidates = separator.map_or(SEPARATORS.to_vec(), |one| vec![one]);
    let mut best: Option<(Fit, u8, usize)> = None;
    for candidate in candidates {
        let records = sample(file, text, candidate)?;
        if let Some((fit, at)) = fit(&records, header)
            && best.as_ref().is_none_or(|(known, ..)| fit > *known)
        {
            best = Some((fit, candidate, at));
        }
    }
    let Some((_, separator, above)) = best else {
        return Ok(None);
    };
    let mut sheet = Sheet {
        file: file.to_owned(),
        text,
        reader: reader(text, separator),
        header: StringRecord::new(),
        header_row: 0,
        separator,
        row: 0,
        waiting: None,
    };
    let mut record = StringRecord::new();
    for _ in 0..=above {
        let Some(row) = sheet.next(&mut record)? else {
            return Ok(None);
        };
        if matches!(header, Header::None) {
            sheet.waiting = Some((record.clone(), row));
        } else {
            sheet.header_row = row;
        }
    }
    if !matches!(header, Header::None) {
        sheet.header = record;
    }
    Ok(Some(sheet))
}

impl Sheet<'_> {
    /// Reads the next record; its line, or `None` at the end.
    pub fn next(&mut self, record: &mut StringRecord) -> Result<Option<u64>, ReadError> {
        if let Some((waiting, row)) = self.waiting.take() {
            *record = waiting;
            return Ok(Some(row));
        }
        let is_there = self
            .reader
            .read_record(record)
            .map_err(|error| csv_error(&self.file, &error))?;
        if !is_there {
            return Ok(None);
        }
        let line = record.position().map_or(0, |start| {
            // The crate's position is before the empty lines that it passes over.
            let at = usize::try_from(start.byte()).unwrap_or(usize::MAX);
            let rest = self.text.as_bytes().get(at..).unwrap_or_default();
            let empty = rest.iter().take_while(|b| matches!(b, b'\r' | b'\n'));
            start.line() + empty.filter(|b| **b == b'\n').count() as u64
        });
        // Where lines end in a lone CR, the crate stays in one line.
        self.row = line.max(self.row + 1);
        let end = self.reader.position().line();
        if end.saturating_sub(line) > LONGEST_CELL {
            return Err(ReadError::malformed(
                &self.file,
                Place::Line { line, column: 1 },
                format!("a quoted cell over {} lines", end - line),
                "a closing quote",
            ));
        }
        Ok(Some(self.row))
    }

    /// Where the records that are not read yet begin, in bytes.
    #[must_use]
    pub fn start_of_rows(&self) -> usize {
        let read = self.reader.position().byte();
        let waiting = self
            .waiting
            .as_ref()
            .and_then(|(record, _)| record.position());
        let at = waiting.map_or(read, csv::Position::byte);
        usize::try_from(at).unwrap_or(self.text.len())
    }

    /// The names of the columns, for messages.
    #[must_use]
    pub fn columns(&self) -> String {
        self.header.iter().collect::<Vec<_>>().join(", ")
    }
}

/// Whether a record is as wide as the header; empty cells beyond it do no harm.
#[must_use]
pub fn has_width(record: &impl Cells, width: usize) -> bool {
    let own = record.width();
    let is_empty = |at| record.cell(at).is_none_or(|c| c.trim().is_empty());
    own == width || (own > width && (width..own).all(is_empty))
}

/// Cells without the empty ones at the end.
#[must_use]
pub fn filled_width(record: &StringRecord) -> usize {
    let filled = record
        .iter()
        .enumerate()
        .filter(|(_, c)| !c.trim().is_empty());
    filled.last().map_or(0, |(at, _)| at + 1)
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .delimiter(separator)
        .from_reader(text.as_bytes())
}

fn sample(file: &str, text: &str, separator: u8) -> Result<Vec<StringRecord>, ReadError> {
    reader(text, separator)
        .into_records()
        .take(SAMPLE)
        .collect::<Result<_, _>>()
        .map_err(|error| csv_error(file, &error))
}

/// More than one column, then records below the header as wide as it (per mille), then columns.
type Fit = (bool, usize, usize);

fn fit(records: &[StringRecord], header: Header<'_>) -> Option<(Fit, usize)> {
    let at = match header {
        Header::None => 0,
        Header::Sniffed => header_by_width(records),
        Header::Recognised(is_header) => records.iter().take(HEAD).position(is_header)?,
    };
    let width = records.get(at)?.len();
    let below = records.get(at + 1..).unwrap_or_default();
    let as_wide = below.iter().filter(|r| has_width(*r, width)).count();
    let share = (as_wide * 1_000).checked_div(below.len()).unwrap_or(1_000);
    Some(((width > 1, share, width), at))
}

/// The first record, unless records of another width begin below it and go on to the end:
/// then what is above them is a heading of the file.
fn header_by_width(records: &[StringRecord]) -> usize {
    let Some(last) = records.last() else {
        return 0;
    };
    let below = records
        .iter()
        .rev()
        .take_while(|r| r.len() == last.len())
        .count();
    let above = records.len() - below;
    let is_heading = records.iter().take(above).all(|r| r.len() < last.len());
    if above < HEAD && below >= FEWEST_BELOW && is_heading {
        above
    } else {
        0
    }
}

fn csv_error(file: &str, error: &csv::Error) -> ReadError {
    let place = error.position().map_or(Place::File, |p| Place::Line {
        line: p.line(),
        column: 1,
    });
    ReadError::malformed(file, place, error.to_string(), EXPECTED)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(text: &str) -> (u8, u64, Vec<Vec<String>>) {
        let mut sheet = open("f.csv", text, None, Header::Sniffed).unwrap().unwrap();
        let cells = |r: &StringRecord| r.iter().map(str::to_owned).collect::<Vec<_>>();
        let mut rows = vec![cells(&sheet.header)];
        let mut record = StringRecord::new();
        while sheet.next(&mut record).unwrap().is_some() {
            rows.push(cells(&record));
        }
        (sheet.separator, sheet.header_row, rows)
    }

    #[test]
    fn separators_are_found_out_and_decimal_commas_do_not_mislead() {
        for (text, separator) in [
            ("a,b\n1,2\n", b','),
            ("a;b\n1,5;2,5\n3,5;4,5\n", b';'),
            ("a\tb c, d\n1\t2\n", b'\t'),
            ("a|b\r1|2\r", b'|'),
            ("a,\"b;c\"\n1,2\n", b','),
            ("only\n1.5\n", b','),
        ] {
            assert_eq!(opened(text).0, separator, "{text:?}");
        }
    }

    #[test]
    fn line_ends_may_be_mixed_and_lines_empty() {
        let (_, _, rows) = opened("a,b\r\n1,2\r3,4\n\n\r\n5,\"6\r\n7\"");
        assert_eq!(rows, [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6\r\n7"]]);
    }

    #[test]
    fn a_heading_above_the_columns_is_passed_over() {
        let text = "Export of today\n\na;b;c\n1;2;3\n4;5;6\n";
        let (separator, header_row, rows) = opened(text);
        assert_eq!((separator, header_row, rows.len()), (b';', 3, 3));
        assert_eq!(rows[0], ["a", "b", "c"]);
        // Rows cut short are not a heading.
        assert_eq!(opened("a,b,c\n1,2\n3,4\n").2[0], ["a", "b", "c"]);
    }

    #[test]
    fn rows_are_counted_as_lines_and_a_quote_that_stays_open_is_an_error() {
        let open = |text| open("f.csv", text, None, Header::None).unwrap().unwrap();
        let mut record = StringRecord::new();
        let mut sheet = open("1,\"a\nb\"\n\n2,c\n");
        let rows: Vec<u64> = std::iter::from_fn(|| sheet.next(&mut record).unwrap()).collect();
        assert_eq!(rows, [1, 4]);
        let text = format!("1,2\n3,\"4\n{}", "5,6\n".repeat(60));
        let mut sheet = open(&text);
        sheet.next(&mut record).unwrap();
        let error = sheet.next(&mut record).unwrap_err().to_string();
        assert!(
            error.starts_with("f.csv:2:1: a quoted cell over"),
            "{error}"
        );
    }
}
