//! Holidays as CSV: a date, a name and, where there is one, a column that says whether the row counts.

use super::error::ReadError;
use super::place::Place;
use super::report::ReadReport;
use super::telraam_csv::csv_error;
use crate::domain::CivilDate;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

pub const NO_DATE: &str = "the date cannot be read";
pub const FLAGGED_OFF: &str = "the row says that it is no holiday";
pub const TWICE: &str = "the same date again";

/// In a town file: `columns = { date = "datum", name = "naam", flag = "vrij" }`.
/// What is not named is found: `date`, the first column that ends in `name`, the first that starts with `is_`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CalendarColumns {
    pub date: Option<String>,
    pub name: Option<String>,
    pub flag: Option<String>,
}

#[derive(Debug, Default)]
pub struct Holidays {
    pub days: BTreeMap<CivilDate, String>,
    pub report: ReadReport,
}

pub fn read(file: &str, bytes: &[u8], columns: &CalendarColumns) -> Result<Holidays, ReadError> {
    let text = std::str::from_utf8(bytes).map_err(|e| ReadError::encoding(file, bytes, &e))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes());
    let header = reader.headers().map_err(|e| csv_error(file, &e))?.clone();
    let find = |named: Option<&String>, otherwise: &dyn Fn(&str) -> bool| {
        header.iter().position(|column| match named {
            Some(name) => column == name,
            None => otherwise(column),
        })
    };
    let missing = |column: &str| ReadError::MissingColumn {
        file: file.to_owned(),
        place: Place::Line { line: 1, column: 1 },
        column: column.to_owned(),
        found: header.iter().collect::<Vec<_>>().join(", "),
        expected: "a calendar",
    };
    let need = |i: Option<usize>, named: Option<&String>, usual: &str| {
        i.ok_or_else(|| missing(named.map_or(usual, String::as_str)))
    };
    let date = need(
        find(columns.date.as_ref(), &|c| c.eq_ignore_ascii_case("date")),
        columns.date.as_ref(),
        "date",
    )?;
    let name = need(
        find(columns.name.as_ref(), &|c| {
            c.to_lowercase().ends_with("name")
        }),
        columns.name.as_ref(),
        "name",
    )?;
    let flag = find(columns.flag.as_ref(), &|c| {
        c.to_lowercase().starts_with("is_")
    });
    if columns.flag.is_some() {
        need(flag, columns.flag.as_ref(), "flag")?;
    }
    let mut found = Holidays {
        days: BTreeMap::new(),
        report: ReadReport::new(file),
    };
    for (record, row) in reader.into_records().zip(2..) {
        let record = record.map_err(|e| csv_error(file, &e))?;
        let cell = |i: usize| record.get(i).unwrap_or("").trim();
        let Some(day) = CivilDate::parse(cell(date)) else {
            let column = header.get(date).unwrap_or("date");
            found.report.refuse(NO_DATE, Place::cell(row, column));
            continue;
        };
        if flag.is_some_and(|i| !is_true(cell(i))) {
            found.report.refuse(FLAGGED_OFF, Place::row(row));
        } else if let Entry::Vacant(free) = found.days.entry(day) {
            free.insert(cell(name).to_owned());
            found.report.keep();
        } else {
            found.report.refuse(TWICE, Place::row(row));
        }
    }
    Ok(found)
}

fn is_true(text: &str) -> bool {
    matches!(
        text.to_lowercase().as_str(),
        "true" | "1" | "yes" | "ja" | "oui"
    )
}
