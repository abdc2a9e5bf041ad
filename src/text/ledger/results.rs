//! The results: rounded for reading, and with all digits for checking.

use super::TableText;
use super::cells::{number, percent, side};
use crate::domain::{CivilDate, Mode, Side, Weekday};
use crate::query::ledger::{Figure, Ledger, LedgerResult, Origin, Unit};
use crate::text::words::Words;

pub(super) fn table(ledger: &Ledger, words: &Words) -> TableText {
    let column = |name: &str| words.get(&format!("ledger-column-{name}"));
    TableText {
        caption: words.get("ledger-results"),
        columns: ["result", "rounded", "full", "origin"].map(column).to_vec(),
        rows: ledger
            .results
            .iter()
            .map(|one| {
                vec![
                    Some(name(one, ledger, words)),
                    one.value.map(|value| rounded(value, one, ledger, words)),
                    one.value.map(|value| full(value, words)),
                    one.value.map(|_| origin(one.origin, words)),
                ]
            })
            .collect(),
    }
}

/// A key is a name, and where it varies a colon and what it varies by: `madt:3`, `share:bike`.
fn name(result: &LedgerResult, ledger: &Ledger, words: &Words) -> String {
    let (family, which) = result.key.split_once(':').unwrap_or((&result.key, ""));
    let which = match family {
        "madt" => which.parse().map(|month| words.month_name(month)).ok(),
        "month" => CivilDate::parse(which).map(|month| words.month(month)),
        "typical" => which.parse().ok().and_then(|day: usize| {
            let weekday = Weekday::ALL.get(day).copied();
            weekday.map(|weekday| words.weekday(weekday))
        }),
        "share" => Mode::parse(which).map(|mode| words.mode(mode)),
        "left" | "left-share" => Some(side(Side::Left, ledger, words)),
        "right" => Some(side(Side::Right, ledger, words)),
        _ => None,
    };
    words.with(
        &format!("ledger-result-{family}"),
        &[("which", which.unwrap_or_default().into())],
    )
}

fn rounded(value: f64, result: &LedgerResult, ledger: &Ledger, words: &Words) -> String {
    match result.unit {
        Unit::Passages => words.with(
            "ledger-passages",
            &[
                ("count", words.count(value).into()),
                ("things", words.mode_inline(ledger.mode).into()),
            ],
        ),
        Unit::Kmh => words.kmh_exact(value),
        Unit::Share => percent(value, words),
        Unit::SharePerYear => {
            let sign = if value > 0.0 { "+" } else { "" };
            let percent = format!("{sign}{}", percent(value, words));
            words.with("ledger-per-year", &[("percent", percent.into())])
        }
        // K and PHF lie about 0.1 and 1; numbers of vehicles are large.
        Unit::Number if value.abs() >= 100.0 => words.whole(value),
        Unit::Number if ledger.figure == Figure::Peaks => words.decimal(value, 3),
        Unit::Number => number(value, words),
    }
}

/// Every digit that it takes to get the same number back, without groups.
fn full(value: f64, words: &Words) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let decimal = words.language().number_style().decimal;
    value
        .to_string()
        .chars()
        .map(|c| match c {
            '.' => decimal,
            '-' => '−',
            other => other,
        })
        .collect()
}

fn origin(origin: Origin, words: &Words) -> String {
    words.get(match origin {
        Origin::Sql => "ledger-origin-sql",
        Origin::Resampling => "ledger-origin-drawn",
    })
}
