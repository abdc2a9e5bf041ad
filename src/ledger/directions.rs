//! Both directions over the same hours.

use super::sql::Column;
use super::{Ground, Sum, columns, lines, result};
use crate::analysis::hours::Hour;
use crate::domain::Side;
use crate::query::ledger::{LedgerCell, LedgerTable, Unit};

pub(super) fn sum(ground: &Ground<'_>) -> Sum {
    let directions = &ground.answer.directions;
    let mean = |row: &[Option<crate::query::answer::Cell>], hour: usize| {
        LedgerCell::number(row.get(hour).copied().flatten().map(|cell| cell.mean))
    };
    let rows = (0_u8..24)
        .filter(|_| directions.totals.is_some())
        .map(|hour| {
            vec![
                LedgerCell::Hour(hour),
                mean(&directions.left, usize::from(hour)),
                mean(&directions.right, usize::from(hour)),
            ]
        })
        .collect();
    let left = Column::Volume(ground.mode, Side::Left);
    let right = Column::Volume(ground.mode, Side::Right);
    let sql = format!(
        "{}pairs AS (
  SELECT {} AS lft, {} AS rgt FROM usable WHERE {} IS NOT NULL AND {} IS NOT NULL
)
SELECT 'left' AS key, sum(lft) AS value FROM pairs
UNION ALL SELECT 'right', sum(rgt) FROM pairs
UNION ALL SELECT 'left-share', sum(lft) / nullif(sum(lft) + sum(rgt), 0) FROM pairs;",
        ground.statement.usable(&[left, right]),
        left.name(),
        right.name(),
        left.name(),
        right.name(),
    );
    let totals = directions.totals;
    let share = totals
        .filter(|t| t.left + t.right > 0.0)
        .map(|t| t.left / (t.left + t.right));
    Sum {
        method: "directions-same-hours/1",
        formula: lines(&["D_left = Σ V_left / (Σ V_left + Σ V_right)"]),
        tables: vec![LedgerTable {
            key: "directions".to_owned(),
            columns: columns(&["hour", "left", "right"]),
            rows,
        }],
        results: vec![
            result("left", totals.map(|t| t.left), Unit::Passages),
            result("right", totals.map(|t| t.right), Unit::Passages),
            result("left-share", share, Unit::Share),
        ],
        sql,
        is_used: has_both,
    }
}

fn has_both(ground: &Ground<'_>, hour: &Hour) -> bool {
    let has = |side| {
        let value = ground.hours.table.volume(ground.mode, side, hour.row);
        value.is_some()
    };
    hour.state.is_usable() && has(Side::Left) && has(Side::Right)
}
