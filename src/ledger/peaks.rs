//! Peak hours, K, D and the peak hour factor.

use super::annual::fhwa;
use super::sql::Column;
use super::{Ground, Sum, columns, has_value, lines, result};
use crate::analysis::busy::MIN_VALUES_PER_HOUR;
use crate::analysis::peaks::K_RANK;
use crate::domain::Side;
use crate::query::ledger::{LedgerCell, LedgerTable, Unit};

pub(super) fn sum(ground: &Ground<'_>) -> Sum {
    let peaks = &ground.answer.peaks;
    let mean = |peak: Option<crate::query::answer::PeakMean>| peak.map(|peak| peak.mean);
    let rank = |rank: usize| peaks.highest.get(rank - 1).map(|hour| hour.value);
    let rows = (1_u32..)
        .zip(&peaks.highest)
        .map(|(rank, hour)| {
            vec![
                LedgerCell::Count(rank),
                LedgerCell::Date(hour.date),
                LedgerCell::Hour(hour.hour),
                LedgerCell::Number(hour.value),
            ]
        })
        .collect();
    let hour_of = [peaks.morning, peaks.evening].into_iter().flatten();
    let peak_rows = hour_of
        .map(|peak| {
            vec![
                LedgerCell::Hour(peak.hour),
                LedgerCell::Number(peak.mean),
                LedgerCell::Count(peak.hours),
            ]
        })
        .collect();
    let mut results = vec![
        result("morning", mean(peaks.morning), Unit::Passages),
        result("evening", mean(peaks.evening), Unit::Passages),
        result("highest-30", rank(K_RANK), Unit::Passages),
        result("k", peaks.k, Unit::Number),
        result("d", peaks.d.map(|(_, share)| share), Unit::Share),
        result("phf", peaks.phf, Unit::Number),
    ];
    // The rows of a whole hour have no quarter: then there is no factor, and no statement for it.
    let has_quarters = ground.counts.parts.minutes.iter().any(|m| *m <= 15);
    if !has_quarters {
        results.retain(|found| found.key != "phf");
    }
    Sum {
        method: "peaks/1",
        formula: lines(&[
            "K = V_30 / AADT",
            "D = max(Σ V_left, Σ V_right) / Σ V",
            "PHF = V_hour / (4 · max V_15min)",
        ]),
        tables: vec![
            LedgerTable {
                key: "peaks".to_owned(),
                columns: columns(&["hour", "mean", "hours"]),
                rows: peak_rows,
            },
            LedgerTable {
                key: "highest".to_owned(),
                columns: columns(&["rank", "date", "hour", "passages"]),
                rows,
            },
        ],
        results,
        sql: statement(ground, has_quarters),
        is_used: has_value,
    }
}

fn statement(ground: &Ground<'_>, has_quarters: bool) -> String {
    let volume = |side| Column::Volume(ground.mode, side);
    let (name, left, right) = (
        volume(Side::Both).name(),
        volume(Side::Left).name(),
        volume(Side::Right).name(),
    );
    let factor = if has_quarters {
        format!(
            "\nUNION ALL SELECT 'phf', (SELECT median(total / (4 * most)) FROM (
  SELECT sum(value) AS total, max(value) AS most FROM (
    SELECT date_trunc('hour', start) AS hour, floor(minute(start) / 15) AS quarter,
           sum({name}) AS value, sum(minutes) AS minutes
    FROM rows JOIN (SELECT DISTINCT day, day_type FROM usable) d ON d.day = CAST(start AT TIME ZONE {zone} AS DATE)
    WHERE minutes <= 15 AND coalesce(uptime, 1) >= 1 AND {name} IS NOT NULL
      AND day_type = 'working'
      AND hour(start AT TIME ZONE {zone}) = (SELECT arg_max(hour, mean) FROM higher)
    GROUP BY ALL)
  GROUP BY hour
  HAVING count(*) = 4 AND min(minutes) = 15 AND max(minutes) = 15 AND max(value) > 0))",
            zone = super::sql::quoted(ground.counts.zone.name()),
        )
    } else {
        String::new()
    };
    format!(
        "{}{}{}hourly AS (
  SELECT hour, avg({name}) AS mean FROM usable
  WHERE day_type = 'working' AND {name} IS NOT NULL AND hour IN (7, 8, 16, 17)
  GROUP BY hour HAVING count(*) >= {MIN_VALUES_PER_HOUR}
),
higher AS (
  -- The higher of the two peaks; the earlier of equals.
  SELECT hour, mean FROM hourly ORDER BY mean DESC, hour LIMIT 1
),
thirtieth AS (
  SELECT {name} AS value FROM usable WHERE {name} IS NOT NULL
  ORDER BY {name} DESC LIMIT 1 OFFSET {offset}
),
sides AS (
  SELECT sum({left}) AS lft, sum({right}) AS rgt FROM usable
  WHERE day_type = 'working' AND hour = (SELECT hour FROM higher)
    AND {left} IS NOT NULL AND {right} IS NOT NULL
)
SELECT 'morning' AS key, (SELECT max(mean) FROM hourly WHERE hour < 12) AS value
UNION ALL SELECT 'evening', (SELECT max(mean) FROM hourly WHERE hour > 12)
UNION ALL SELECT 'highest-30', (SELECT value FROM thirtieth)
UNION ALL SELECT 'k', (SELECT value FROM thirtieth) / (SELECT nullif(value, 0) FROM fhwa)
UNION ALL SELECT 'd', greatest(lft, rgt) / nullif(lft + rgt, 0) FROM sides{factor};",
        ground
            .statement
            .usable(&[volume(Side::Both), volume(Side::Left), volume(Side::Right)]),
        ground.statement.clock(),
        fhwa(ground),
        offset = K_RANK - 1,
    )
}
