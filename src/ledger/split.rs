//! Modal split by passage.

use super::sql::Column;
use super::{Ground, Sum, columns, lines, result};
use crate::analysis::hours::Hour;
use crate::domain::{Mode, Side};
use crate::query::ledger::{LedgerCell, LedgerTable, Unit};

pub(super) fn sum(ground: &Ground<'_>) -> Sum {
    let split = &ground.answer.split;
    let rows = split
        .parts
        .iter()
        .map(|part| {
            vec![
                LedgerCell::Mode(part.mode),
                // Hours that know every mode: without one, nobody knows how many passed.
                if split.hours > 0 {
                    LedgerCell::Number(part.passages)
                } else {
                    LedgerCell::Missing
                },
                part.share.map_or(LedgerCell::Missing, LedgerCell::Share),
            ]
        })
        .collect();
    let mut results: Vec<_> = split
        .parts
        .iter()
        .map(|part| {
            result(
                format!("share:{}", part.mode.name()),
                part.share,
                Unit::Share,
            )
        })
        .collect();
    results.push(result("heavy-share", split.heavy_share, Unit::Share));
    let all: Vec<Column> = split
        .parts
        .iter()
        .map(|part| Column::Volume(part.mode, Side::Both))
        .collect();
    let names: Vec<String> = all.iter().map(|column| column.name()).collect();
    let sums: Vec<String> = names
        .iter()
        .map(|name| format!("sum({name}) AS {name}"))
        .collect();
    let is_complete: Vec<String> = names
        .iter()
        .map(|name| format!("{name} IS NOT NULL"))
        .collect();
    // One mode alone has no share: who else passes is not known.
    let all_modes = if names.len() > 1 {
        format!("nullif({}, 0)", names.join(" + "))
    } else {
        "NULL".to_owned()
    };
    let shares: Vec<String> = names
        .iter()
        .map(|name| {
            format!("SELECT 'share:{name}' AS key, {name} / {all_modes} AS value FROM totals")
        })
        .collect();
    let has = |mode| split.parts.iter().any(|part| part.mode == mode);
    let heavy = if has(Mode::Car) && has(Mode::Heavy) {
        "heavy / nullif(car + heavy, 0)"
    } else {
        "CAST(NULL AS DOUBLE)"
    };
    let sql = if names.is_empty() {
        String::new()
    } else {
        format!(
            "{}totals AS (
  SELECT {} FROM usable WHERE {}
)
{}
UNION ALL SELECT 'heavy-share', {heavy} FROM totals;",
            ground.statement.usable(&all),
            sums.join(", "),
            is_complete.join(" AND "),
            shares.join("\nUNION ALL "),
        )
    };
    Sum {
        method: "modal-split-passages/2",
        formula: lines(&[
            "s_m = Σ V_m / Σ_m Σ V_m",
            "s_heavy = Σ V_heavy / (Σ V_car + Σ V_heavy)",
        ]),
        tables: vec![LedgerTable {
            key: "split".to_owned(),
            columns: columns(&["mode", "passages", "share"]),
            rows,
        }],
        results,
        sql,
        is_used: is_complete_hour,
    }
}

fn is_complete_hour(ground: &Ground<'_>, hour: &Hour) -> bool {
    let parts = &ground.answer.split.parts;
    hour.state.is_usable()
        && !parts.is_empty()
        && parts.iter().all(|part| {
            let value = ground.hours.table.volume(part.mode, Side::Both, hour.row);
            value.is_some()
        })
}
