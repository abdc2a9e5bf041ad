//! Who passed in the town, month by month.

use super::answer_town::file_piece;
use super::piece::Kind;
use super::store::{Need, Store};
use crate::domain::{CivilDate, Mode};
use crate::query::answer::{MonthsAnswer, SplitPart, TownMonth};
use crate::table::months::MonthRow;
use std::collections::BTreeMap;

const MONTHS: &str = "summary/months.parquet";

/// All municipalities together. A folder of an earlier version, which has no such file, has no months.
pub(super) fn answer(store: &mut Store) -> Result<MonthsAnswer, Need> {
    let opened = store.catalog()?;
    if opened.catalog.file(MONTHS).is_none() {
        return Ok(MonthsAnswer { months: Vec::new() });
    }
    let rows = store.months(&file_piece(&opened, MONTHS, Kind::Months)?)?;
    let mut months: BTreeMap<CivilDate, Vec<&MonthRow>> = BTreeMap::new();
    for row in rows.iter() {
        months.entry(row.month).or_default().push(row);
    }
    Ok(MonthsAnswer {
        months: months
            .into_iter()
            .map(|(month, rows)| town(month, &rows))
            .collect(),
    })
}

fn town(month: CivilDate, rows: &[&MonthRow]) -> TownMonth {
    let of = |place: usize| -> f64 { rows.iter().filter_map(|row| row.passages.get(place)).sum() };
    let all: f64 = (0..Mode::CLASSED.len()).map(of).sum();
    TownMonth {
        month,
        counters: rows.iter().map(|row| row.counters).sum(),
        hours: rows.iter().map(|row| row.hours).sum(),
        parts: Mode::CLASSED
            .into_iter()
            .enumerate()
            .map(|(place, mode)| SplitPart {
                mode,
                passages: of(place),
                share: (all > 0.0).then(|| of(place) / all),
            })
            .collect(),
    }
}
