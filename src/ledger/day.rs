//! The mean day by day type.

use super::sql::Column;
use super::{Ground, Sum, columns, has_value, interval, lines, result};
use crate::analysis::busy::{BEST_HOUR_RATIO, MIN_VALUES_PER_HOUR};
use crate::analysis::profile::sums_by_day_type;
use crate::domain::{DayType, Side};
use crate::query::ledger::{LedgerCell, LedgerTable, Unit};

pub(super) fn sum(ground: &Ground<'_>) -> Sum {
    let busy = &ground.answer.busy;
    let sums = sums_by_day_type(ground.hours, ground.mode);
    let mut rows = Vec::new();
    for (day_type, row) in DayType::ALL.into_iter().zip(&sums) {
        for (hour, cell) in (0_u8..).zip(row) {
            if busy.hours_of_day.contains(&hour) {
                rows.push(vec![
                    LedgerCell::DayType(day_type),
                    LedgerCell::Hour(hour),
                    LedgerCell::number((cell.hours > 0).then_some(cell.sum)),
                    LedgerCell::Count(cell.hours),
                    LedgerCell::number(cell.mean()),
                ]);
            }
        }
    }
    let mut results = Vec::new();
    for day in &busy.by_day_type {
        let value = day.total.map(|total| total.value);
        results.push(result(day.day_type.name(), value, Unit::Passages));
    }
    for day in &busy.by_day_type {
        let ends = day.total.and_then(|total| total.interval);
        results.extend(interval(day.day_type.name(), ends, Unit::Passages));
    }
    let name = Column::Volume(ground.mode, Side::Both).name();
    let sql = format!(
        "{}cells AS (
  SELECT day_type, hour, sum({name}) AS total, count(*) AS n
  FROM usable WHERE {name} IS NOT NULL GROUP BY ALL
),
entering AS (
  -- Hours of the day that working days know well enough.
  SELECT hour FROM cells
  WHERE day_type = 'working' AND n >= {MIN_VALUES_PER_HOUR}
    AND n * {BEST_HOUR_RATIO} >= (SELECT max(n) FROM cells WHERE day_type = 'working')
)
SELECT day_type AS key,
       CASE WHEN count(*) = (SELECT count(*) FROM entering) THEN sum(total / n) END AS value
FROM cells JOIN entering USING (hour)
GROUP BY day_type ORDER BY key;",
        ground
            .statement
            .usable(&[Column::Volume(ground.mode, Side::Both)])
    );
    Sum {
        method: "mean-day-hourly/1",
        formula: lines(&["V_t = Σ_h ( (1/n_th) Σ_i V_ith )"]),
        tables: vec![LedgerTable {
            key: "day".to_owned(),
            columns: columns(&["day-type", "hour", "passages", "hours", "mean"]),
            rows,
        }],
        results,
        sql,
        is_used: has_value,
    }
}
