//! The sum behind a figure: rows, weights, formula, intermediate tables, and a statement with which
//! DuckDB computes the figure again from the published files. Words for people are in `text`.
//!
//! One file per figure; `account` says what became of the rows and `sql` holds what the statements share.

mod account;
mod annual;
mod day;
mod directions;
mod months;
mod peaks;
mod speeds;
mod split;
mod sql;
mod week;

use crate::analysis::civil::{CivilDay, civil_days};
use crate::analysis::hours::{Hour, Hours, prepare};
use crate::analysis::period::Days;
use crate::analysis::{Choice, NoAnswer, Period, SegmentCounts, counted};
use crate::domain::{Mode, Names, Side, StreetId};
use crate::query::answer::CountedAnswer;
use crate::query::ledger::{Figure, Ledger, LedgerFile, LedgerResult, LedgerTable, Origin, Unit};
use sql::Statement;

/// What the ledger tells beside the numbers.
#[derive(Clone, Debug)]
pub struct About {
    pub street: StreetId,
    pub names: Names,
    pub files: Vec<LedgerFile>,
}

/// What the figures work on.
struct Ground<'a> {
    answer: &'a CountedAnswer,
    counts: &'a SegmentCounts<'a>,
    mode: Mode,
    hours: Hours<'a>,
    civil: Vec<CivilDay>,
    days: Days,
    statement: Statement,
}

/// What a figure adds.
struct Sum {
    method: &'static str,
    formula: Vec<String>,
    tables: Vec<LedgerTable>,
    results: Vec<LedgerResult>,
    sql: String,
    /// Enters the figure.
    is_used: fn(&Ground<'_>, &Hour) -> bool,
}

/// The sum behind one figure. The numbers are those of `counted`, by the same code.
pub fn ledger(
    counts: &SegmentCounts<'_>,
    choice: &Choice,
    figure: Figure,
    about: About,
) -> Result<Ledger, NoAnswer> {
    let answer = counted(counts, choice)?;
    let list = prepare(counts);
    let all = Hours {
        table: counts.table,
        list: &list,
    };
    // The months of the trend begin with the first counted day, as on the page.
    let days = Days {
        start: match (figure, choice.period) {
            (Figure::Months, Period::LastYear | Period::All) => answer.first,
            _ => answer.start,
        },
        end: answer.end,
    };
    let ground = Ground {
        mode: choice.mode,
        hours: all.between(days.start, days.end),
        civil: civil_days(counts.zone, counts.calendar, days),
        statement: Statement::new(counts, &about.files, days),
        answer: &answer,
        counts,
        days,
    };
    let sum = match figure {
        Figure::Day => day::sum(&ground),
        Figure::Annual => annual::sum(&ground),
        Figure::Peaks => peaks::sum(&ground),
        Figure::Week => week::sum(&ground),
        Figure::Directions => directions::sum(&ground),
        Figure::Speeds => speeds::sum(&ground),
        Figure::Months => months::sum(&ground),
        Figure::Split => split::sum(&ground),
    };
    let holidays = counts.calendar.public_holidays.keys();
    Ok(Ledger {
        figure,
        method: sum.method.to_owned(),
        street: about.street,
        names: about.names,
        segment: answer.segment.clone(),
        mode: choice.mode,
        side_names: answer.directions.side_names.clone(),
        start: days.start,
        end: days.end,
        zone: counts.zone.name().to_owned(),
        files: about.files,
        account: account::account(&ground, sum.is_used),
        holidays: holidays
            .copied()
            .filter(|day| days.start <= *day && *day < days.end)
            .collect(),
        events: answer.events.clone(),
        formula: sum.formula,
        tables: sum.tables,
        results: sum.results,
        sql: sum.sql,
    })
}

/// Usable, with a value of the chosen mode.
fn has_value(ground: &Ground<'_>, hour: &Hour) -> bool {
    let value = |side| ground.hours.table.volume(ground.mode, side, hour.row);
    hour.state.is_usable() && value(Side::Both).is_some()
}

fn result(key: impl Into<String>, value: Option<f64>, unit: Unit) -> LedgerResult {
    LedgerResult {
        key: key.into(),
        value,
        unit,
        origin: Origin::Sql,
    }
}

/// The ends of an interval that only resampling gives.
fn interval(key: &str, interval: Option<(f64, f64)>, unit: Unit) -> [LedgerResult; 2] {
    let end = |name: &str, value| LedgerResult {
        key: format!("{key}-{name}"),
        value,
        unit,
        origin: Origin::Resampling,
    };
    [
        end("low", interval.map(|(low, _)| low)),
        end("high", interval.map(|(_, high)| high)),
    ]
}

fn lines(text: &[&str]) -> Vec<String> {
    text.iter().map(|line| (*line).to_owned()).collect()
}

fn columns(names: &[&str]) -> Vec<String> {
    lines(names)
}
