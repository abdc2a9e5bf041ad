//! Intermediate tables as texts.

use super::TableText;
use crate::domain::Side;
use crate::query::ledger::{Ledger, LedgerCell, LedgerTable};
use crate::text::words::Words;

pub(super) fn table(
    table: &LedgerTable,
    ledger: &Ledger,
    things: &str,
    words: &Words,
) -> TableText {
    TableText {
        caption: words.with(
            &format!("ledger-table-{}", table.key),
            &[("things", things.into())],
        ),
        columns: table
            .columns
            .iter()
            .map(|column| match column.as_str() {
                "left" => side(Side::Left, ledger, words),
                "right" => side(Side::Right, ledger, words),
                other => words.get(&format!("ledger-column-{other}")),
            })
            .collect(),
        rows: table
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| text(*cell, ledger, words)).collect())
            .collect(),
    }
}

fn text(cell: LedgerCell, ledger: &Ledger, words: &Words) -> Option<String> {
    Some(match cell {
        LedgerCell::Missing => return None,
        LedgerCell::Number(value) => number(value, words),
        LedgerCell::Count(count) => words.whole(f64::from(count)),
        LedgerCell::Share(share) => percent(share, words),
        LedgerCell::Date(date) => words.date_short(date),
        LedgerCell::YearMonth(month) => words.month(month),
        LedgerCell::Month(month) => words.month_name(month),
        LedgerCell::Hour(hour) => words.hour(hour),
        LedgerCell::Weekday(weekday) => words.weekday(weekday),
        LedgerCell::DayType(day_type) => words.day_type(day_type),
        LedgerCell::Mode(mode) => words.mode(mode),
        LedgerCell::Side(one) => side(one, ledger, words),
        LedgerCell::State(state) => words.state(state),
        LedgerCell::Bin(low, Some(high)) => words.with(
            "chart-speeds-bin",
            &[
                ("low", words.whole(low).into()),
                ("high", words.whole(high).into()),
            ],
        ),
        LedgerCell::Bin(low, None) => {
            words.with("chart-speeds-open", &[("low", words.whole(low).into())])
        }
    })
}

/// Whole numbers as they are, others with two decimals.
pub(super) fn number(value: f64, words: &Words) -> String {
    words.decimal(value, if value == value.round() { 0 } else { 2 })
}

/// With one decimal, for checking rather than for reading.
pub(super) fn percent(share: f64, words: &Words) -> String {
    words.percents(&words.decimal(share * 100.0, 1))
}

/// What the publisher calls the side, else the name that the chart gives it.
pub(super) fn side(side: Side, ledger: &Ledger, words: &Words) -> String {
    match (side, &ledger.side_names) {
        (Side::Left, Some((left, _))) => left.clone(),
        (Side::Right, Some((_, right))) => right.clone(),
        (Side::Left, None) => words.get("chart-directions-left"),
        (Side::Right, None) => words.get("chart-directions-right"),
        (Side::Both, _) => words.get("ledger-side-both"),
    }
}
