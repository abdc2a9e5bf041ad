//! The typical week, and the hours that are unlike it.

use super::sql::Column;
use super::{Ground, Sum, columns, lines, result};
use crate::analysis::hours::Hour;
use crate::analysis::unusual::{LIMIT_Z, MAD_TO_SIGMA, MIN_DIFFERENCE, MIN_VALUES};
use crate::domain::{Side, Weekday};
use crate::query::ledger::{LedgerCell, LedgerTable, Unit};

pub(super) fn sum(ground: &Ground<'_>) -> Sum {
    let week = &ground.answer.week;
    let cells = Weekday::ALL
        .into_iter()
        .flat_map(|weekday| (0_u8..24).map(move |hour| (weekday, hour)));
    let means = week.rows.iter().flatten();
    let rows = cells
        .zip(week.typical.iter().zip(means))
        .map(|((weekday, hour), (typical, mean))| {
            vec![
                LedgerCell::Weekday(weekday),
                LedgerCell::Hour(hour),
                LedgerCell::Count(typical.map_or(0, |cell| cell.hours)),
                LedgerCell::number(mean.map(|cell| cell.mean)),
                LedgerCell::number(typical.map(|cell| cell.median)),
                LedgerCell::number(typical.map(|cell| cell.mad)),
            ]
        })
        .collect();
    let unusual = week
        .unusual
        .iter()
        .map(|hour| {
            vec![
                LedgerCell::Date(hour.date),
                LedgerCell::Hour(hour.hour),
                LedgerCell::Number(hour.value),
                LedgerCell::Number(hour.median),
                LedgerCell::Number(hour.z),
            ]
        })
        .collect();
    let mut results = Vec::new();
    for (weekday, cells) in Weekday::ALL.into_iter().zip(week.typical.chunks(24)) {
        let medians: Option<Vec<f64>> = cells.iter().map(|c| c.map(|c| c.median)).collect();
        let value = medians.map(|medians| medians.iter().sum());
        results.push(result(
            format!("typical:{}", weekday.index()),
            value,
            Unit::Passages,
        ));
    }
    results.push(result(
        "unusual",
        Some(f64::from(week.unusual_hours)),
        Unit::Number,
    ));
    let name = Column::Volume(ground.mode, Side::Both).name();
    let sql = format!(
        "{}ordinary AS (
  SELECT weekday, hour, {name} AS value FROM usable
  WHERE {name} IS NOT NULL AND day NOT IN (SELECT day FROM holidays)
),
typical AS (
  SELECT weekday, hour, median(value) AS middle, mad(value) AS mad, count(*) AS n
  FROM ordinary GROUP BY ALL
)
SELECT 'typical:' || weekday AS key, CASE WHEN count(*) = 24 THEN sum(middle) END AS value
FROM typical GROUP BY weekday
UNION ALL
SELECT 'unusual', count(*) FROM ordinary JOIN typical USING (weekday, hour)
WHERE n >= {MIN_VALUES} AND mad > 0 AND abs(value - middle) >= {MIN_DIFFERENCE}
  AND abs(value - middle) / ({MAD_TO_SIGMA} * mad) > {LIMIT_Z};",
        ground
            .statement
            .usable(&[Column::Volume(ground.mode, Side::Both)])
    );
    Sum {
        method: "typical-week/1",
        formula: lines(&[
            "mean_jh = (1/n_jh) Σ_i V_ijh",
            "z = (V − median_jh) / (1.4826 · MAD_jh), |z| > 3",
        ]),
        tables: vec![
            LedgerTable {
                key: "unusual".to_owned(),
                columns: columns(&["date", "hour", "passages", "median", "z"]),
                rows: unusual,
            },
            LedgerTable {
                key: "week".to_owned(),
                columns: columns(&["weekday", "hour", "hours", "mean", "median", "mad"]),
                rows,
            },
        ],
        results,
        sql,
        is_used: is_ordinary,
    }
}

fn is_ordinary(ground: &Ground<'_>, hour: &Hour) -> bool {
    super::has_value(ground, hour) && !hour.is_public_holiday
}
