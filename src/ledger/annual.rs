//! AADT by three methods.

use super::sql::Column;
use super::{Ground, Sum, columns, has_value, interval, lines, result};
use crate::analysis::annual::FILLED_RATIO;
use crate::analysis::daily::{MIN_HOURS, PEAK_HOURS};
use crate::domain::Side;
use crate::query::ledger::{LedgerCell, LedgerTable, Unit};

pub(super) fn sum(ground: &Ground<'_>) -> Sum {
    let annual = &ground.answer.annual;
    let rows = annual
        .months
        .iter()
        .map(|month| {
            vec![
                LedgerCell::Month(month.month),
                LedgerCell::Count(month.days),
                LedgerCell::number(month.madt),
                LedgerCell::Count(month.hours),
                LedgerCell::Share(month.coverage),
                LedgerCell::Count(month.filled),
                LedgerCell::State(month.state),
            ]
        })
        .collect();
    let mut results = vec![result("fhwa", annual.fhwa, Unit::Passages)];
    results.extend(interval("fhwa", annual.interval, Unit::Passages));
    results.push(result("aashto", annual.aashto, Unit::Passages));
    results.push(result("simple", annual.simple, Unit::Passages));
    results.push(result(
        "valid-days",
        Some(f64::from(annual.valid_days)),
        Unit::Number,
    ));
    for month in &annual.months {
        let key = format!("madt:{}", month.month);
        results.push(result(key, month.madt, Unit::Passages));
    }
    Sum {
        method: "aadt-fhwa-hourly/1",
        formula: lines(&[
            "MADT_m = Σ_j w_jm Σ_h ( (1/n_hjm) Σ_i V_ihjm ) / Σ_j w_jm",
            "AADT = Σ_m d_m · MADT_m / Σ_m d_m",
            "AADT_AASHTO = (1/7) Σ_i (1/12) Σ_j ( (1/n_ij) Σ_k V_ijk )",
            "ADT = (1/n) Σ_k V_k",
        ]),
        tables: vec![LedgerTable {
            key: "annual".to_owned(),
            columns: columns(&[
                "month", "days", "madt", "hours", "coverage", "filled", "state",
            ]),
            rows,
        }],
        results,
        sql: format!(
            "{}{}{}{}
SELECT 'fhwa' AS key, value FROM fhwa
UNION ALL SELECT 'aashto', value FROM aashto
UNION ALL SELECT 'simple', avg(total) FROM valid
UNION ALL SELECT 'valid-days', count(*) FROM valid
UNION ALL SELECT 'madt:' || month, madt FROM madt;",
            ground
                .statement
                .usable(&[Column::Volume(ground.mode, Side::Both)]),
            ground.statement.clock(),
            fhwa(ground),
            valid_days(ground),
        ),
        is_used: has_value,
    }
}

/// `madt` and `fhwa`; needs `usable`, `days` and `clock`.
pub(super) fn fhwa(ground: &Ground<'_>) -> String {
    let name = Column::Volume(ground.mode, Side::Both).name();
    format!(
        "weights AS (SELECT month, weekday, count(*) AS w FROM days GROUP BY ALL),
cells AS (
  SELECT month(day) AS month, weekday, hour, sum({name}) AS total, count(*) AS n
  FROM usable WHERE {name} IS NOT NULL GROUP BY ALL
),
likes AS (
  -- The same hour over Monday to Friday, or over the weekend: for a weekday that was never counted then.
  SELECT month, weekday >= 5 AS is_weekend, hour, sum(total) / sum(n) AS mean
  FROM cells GROUP BY ALL
),
period AS (
  SELECT weekday >= 5 AS is_weekend, hour, sum(total) / sum(n) AS mean FROM cells GROUP BY ALL
),
month_levels AS (
  -- How busy a month is against the whole period, over the hours that it knows.
  SELECT l.month, l.is_weekend, CASE WHEN sum(p.mean) > 0 THEN sum(l.mean) / sum(p.mean) ELSE 1 END AS level
  FROM likes l JOIN period p ON p.is_weekend = l.is_weekend AND p.hour = l.hour GROUP BY ALL
),
weekday_hours AS (
  SELECT w.month, w.weekday, w.w, c.n, coalesce(c.total / c.n, l.mean, p.mean * coalesce(v.level, 1)) AS mean
  FROM weights w CROSS JOIN (SELECT range AS hour FROM range(24)) h
  LEFT JOIN cells c ON c.month = w.month AND c.weekday = w.weekday AND c.hour = h.hour
  LEFT JOIN likes l ON l.month = w.month AND l.is_weekend = (w.weekday >= 5) AND l.hour = h.hour
  LEFT JOIN period p ON p.is_weekend = (w.weekday >= 5) AND p.hour = h.hour
  LEFT JOIN month_levels v ON v.month = w.month AND v.is_weekend = (w.weekday >= 5)
),
weekdays AS (
  SELECT month, weekday, w, sum(mean) AS total, count(mean) AS hours, 24 - count(n) AS filled
  FROM weekday_hours GROUP BY ALL
),
madt AS (
  -- At most a quarter of the hours of the week may be filled in.
  SELECT month, sum(w) AS d,
         CASE WHEN min(hours) = 24 AND sum(filled) * {FILLED_RATIO} <= 24 * count(*)
              THEN sum(w * total) / sum(w) END AS madt
  FROM weekdays GROUP BY month
),
covered AS (
  -- A month of which less than a quarter was counted does not make a year.
  SELECT month(day) AS month, sum(times) AS hours FROM clock GROUP BY ALL
),
fhwa AS (
  SELECT CASE WHEN count(madt) = 12 AND (SELECT count(*) FROM days) >= 365
               AND min(n / hours) >= 0.25
              THEN sum(d * madt) / sum(d) END AS value
  FROM madt JOIN covered USING (month)
  JOIN (SELECT month, sum(n) AS n FROM cells GROUP BY month) USING (month)
),
"
    )
}

/// `valid` and `aashto`; needs `usable`, `days` and `clock`.
fn valid_days(ground: &Ground<'_>) -> String {
    let name = Column::Volume(ground.mode, Side::Both).name();
    let peaks: Vec<String> = PEAK_HOURS.iter().map(ToString::to_string).collect();
    format!(
        "by_hour AS (
  SELECT day, hour, sum({name}) AS total, count(*) AS n
  FROM usable WHERE {name} IS NOT NULL GROUP BY ALL
),
near AS (
  -- The same weekday in the four weeks before and after.
  SELECT d.day, b.hour, sum(b.total) / sum(b.n) AS mean
  FROM (SELECT DISTINCT day FROM by_hour) d
  JOIN by_hour b ON abs(b.day - d.day) IN (7, 14, 21, 28)
  GROUP BY d.day, b.hour
),
levels AS (
  SELECT b.day, CASE WHEN sum(mean) > 0 THEN sum(total / n) / sum(mean) ELSE 1 END AS level
  FROM by_hour b JOIN near USING (day, hour) GROUP BY b.day
),
gaps AS (
  SELECT day, hour FROM clock LEFT JOIN by_hour USING (day, hour) WHERE coalesce(n, 0) < times
),
gap_days AS (
  SELECT g.day, count(*) AS gaps, min(g.hour) AS first, max(g.hour) AS last,
         bool_or(g.hour IN ({})) AS at_peak,
         count(mean) AS filled, sum(mean * level) AS fill
  FROM gaps g LEFT JOIN near USING (day, hour) LEFT JOIN levels l ON l.day = g.day
  GROUP BY g.day
),
totals AS (
  SELECT day, sum(total) AS total, sum(n) AS n FROM by_hour GROUP BY day
),
valid AS (
  -- 22 hours, no peak hour missing, at most two hours that follow each other filled in.
  SELECT t.day, t.total + coalesce(fill, 0) AS total
  FROM totals t JOIN (SELECT day, sum(times) AS hours FROM clock GROUP BY day) c USING (day)
  LEFT JOIN gap_days g ON g.day = t.day
  WHERE t.n + {} >= c.hours
    AND (g.day IS NULL OR (NOT at_peak AND last - first < gaps AND filled = gaps))
),
aashto AS (
  SELECT CASE WHEN count(*) = 84 AND (SELECT count(*) FROM days) >= 365
              THEN avg(mean) END AS value
  FROM (SELECT isodow(day) AS weekday, month(day) AS month, avg(total) AS mean
        FROM valid GROUP BY ALL)
)",
        peaks.join(", "),
        24 - MIN_HOURS
    )
}
