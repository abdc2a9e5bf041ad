//! The sum behind a figure in words: what "Show me the sum" opens on the page, and what
//! `straatbeeld explain` prints.

mod account;
mod cells;
mod files;
mod results;

pub use files::{Fact, FileText};

use super::answers::happened;
use super::words::Words;
use crate::query::ledger::{Figure, Ledger, Origin, Unit};

/// A ledger as it is read, in the order of reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LedgerText {
    pub title: String,
    /// Of which street, place, mode and period.
    pub about: String,
    /// How the figure is computed, without symbols.
    pub how: String,
    pub results: TableText,
    /// What must be known of the results: how each kind can be computed again.
    pub remarks: Vec<String>,
    /// What became of rows and hours, as sentences that add up.
    pub account: Vec<String>,
    /// The same hours as a sum: `8,411 + 349 = 8,760`.
    pub account_sum: String,
    pub holidays: String,
    /// In symbols, a line each.
    pub formula: Vec<String>,
    /// What the letters of the formula stand for.
    pub letters: String,
    pub method: String,
    pub tables: Vec<TableText>,
    pub files: Vec<FileText>,
    /// What the statement is for; empty where there is none.
    pub statement: String,
}

/// A table as texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableText {
    pub caption: String,
    pub columns: Vec<String>,
    /// As many cells as there are columns; the first names the row. `None` is missing: never a number.
    pub rows: Vec<Vec<Option<String>>>,
}

/// The ledger in the language of `words`.
#[must_use]
pub fn ledger(ledger: &Ledger, words: &Words) -> LedgerText {
    let figure = ledger.figure;
    let things = words.mode_inline(ledger.mode);
    LedgerText {
        title: title(figure, words),
        about: about(ledger, words),
        how: words.get(&format!("ledger-how-{}", kind(ledger))),
        results: results::table(ledger, words),
        remarks: remarks(ledger, words),
        account: account::sentences(ledger, words)
            .into_iter()
            .chain(
                ledger
                    .events
                    .iter()
                    .map(|event| happened::line(event, words)),
            )
            .collect(),
        account_sum: account::sum(ledger, words),
        holidays: holidays(ledger, words),
        formula: ledger.formula.clone(),
        letters: words.get(&format!("ledger-letters-{}", kind(ledger))),
        method: method(&ledger.method, words),
        tables: ledger
            .tables
            .iter()
            .filter(|table| !table.rows.is_empty())
            .map(|table| cells::table(table, ledger, &things, words))
            .collect(),
        files: files::files(ledger, words),
        statement: if ledger.sql.is_empty() {
            String::new()
        } else {
            words.get("ledger-statement")
        },
    }
}

/// The name of a figure's sum, also before it is there: `The sum: the usual week`.
#[must_use]
pub fn title(figure: Figure, words: &Words) -> String {
    words.get(&format!("ledger-title-{}", figure.name()))
}

/// The figure, and whether speeds are means only: the two are computed in different ways.
fn kind(ledger: &Ledger) -> &'static str {
    let is_mean = |key: &str| key == "mean-of-means";
    let has_mean = ledger.results.iter().any(|one| is_mean(&one.key));
    if ledger.figure == Figure::Speeds && ledger.tables.is_empty() && has_mean {
        "speeds-mean"
    } else {
        ledger.figure.name()
    }
}

fn about(ledger: &Ledger, words: &Words) -> String {
    let street = ledger.names.in_language(words.language().tag());
    words.with(
        "ledger-about",
        &[
            ("street", street.into()),
            ("segment", ledger.segment.0.as_str().into()),
            ("mode", words.mode(ledger.mode).into()),
            ("period", words.period(ledger.start, ledger.end).into()),
            ("zone", ledger.zone.as_str().into()),
        ],
    )
}

fn remarks(ledger: &Ledger, words: &Words) -> Vec<String> {
    let has = |origin| {
        let mut known = ledger.results.iter().filter(|one| one.value.is_some());
        known.any(|one| one.origin == origin)
    };
    if ledger.results.is_empty() {
        return vec![words.get("ledger-nothing")];
    }
    let mut remarks = Vec::new();
    let is_share = |unit| matches!(unit, Unit::Share | Unit::SharePerYear);
    if ledger.results.iter().any(|one| is_share(one.unit)) {
        remarks.push(words.get("ledger-remark-full"));
    }
    if has(Origin::Sql) {
        remarks.push(words.get("ledger-remark-sql"));
    }
    if has(Origin::Resampling) {
        remarks.push(words.get(match ledger.figure {
            Figure::Months => "ledger-remark-drawn-months",
            _ => "ledger-remark-drawn-weeks",
        }));
    }
    if ledger.results.iter().any(|one| one.value.is_none()) {
        remarks.push(words.get("ledger-remark-missing"));
    }
    remarks
}

fn holidays(ledger: &Ledger, words: &Words) -> String {
    let days: Vec<String> = ledger
        .holidays
        .iter()
        .map(|d| words.date_short(*d))
        .collect();
    if days.is_empty() {
        return words.get("ledger-holidays-none");
    }
    let key = match ledger.figure {
        Figure::Week => "ledger-holidays-left-out",
        // These know kinds of days.
        Figure::Day | Figure::Peaks | Figure::Directions => "ledger-holidays",
        _ => "ledger-holidays-alike",
    };
    words.with(key, &[("days", words.list(&days).into())])
}

/// `aadt-fhwa-hourly/1` as name and version.
fn method(method: &str, words: &Words) -> String {
    let (name, version) = method.split_once('/').unwrap_or((method, "1"));
    words.with(
        "ledger-method",
        &[("name", name.into()), ("version", version.into())],
    )
}
