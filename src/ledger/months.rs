//! Months and their trend.

use super::sql::Column;
use super::{Ground, Sum, columns, has_value, interval, lines, result};
use crate::analysis::change::{FILLED_RATIO, since_last_sensor};
use crate::domain::{CivilDate, Side};
use crate::query::answer::Trend;
use crate::query::ledger::{LedgerCell, LedgerTable, Unit};

pub(super) fn sum(ground: &Ground<'_>) -> Sum {
    let change = &ground.answer.change;
    let rows = change
        .months
        .iter()
        .map(|point| {
            vec![
                LedgerCell::YearMonth(point.month),
                LedgerCell::number(point.value),
                LedgerCell::Share(point.coverage),
                LedgerCell::State(point.state),
            ]
        })
        .collect();
    let mut results: Vec<_> = change
        .months
        .iter()
        .map(|point| {
            let key = format!("month:{}", point.month);
            result(key, point.value, Unit::Passages)
        })
        .collect();
    let (slope, ends) = match change.trend {
        Trend::Pending | Trend::TooShort { .. } => (None, None),
        Trend::Slope {
            per_year, interval, ..
        } => (Some(per_year), Some(interval)),
    };
    results.push(result("slope", slope, Unit::SharePerYear));
    results.extend(interval("slope", ends, Unit::SharePerYear));
    Sum {
        method: "trend-theil-sen-monthly/2",
        formula: lines(&[
            "MADT_m = Σ_j w_jm Σ_h ( (1/n_hjm) Σ_i V_ihjm ) / Σ_j w_jm",
            "slope = median( (MADT_b − MADT_a) / (t_b − t_a) ) / median(MADT)",
        ]),
        tables: vec![LedgerTable {
            key: "months".to_owned(),
            columns: columns(&["month", "madt", "coverage", "state"]),
            rows,
        }],
        results,
        sql: statement(ground),
        is_used: has_value,
    }
}

/// The hours that the months have in common are a choice of the method: they are given to the statement.
fn statement(ground: &Ground<'_>) -> String {
    let name = Column::Volume(ground.mode, Side::Both).name();
    let common: Vec<String> = ground
        .answer
        .change
        .hours_of_day
        .iter()
        .map(ToString::to_string)
        .collect();
    let (first, end) = whole_months(ground);
    format!(
        "{}common AS (
  -- The hours of the day over which these months can be compared.
  SELECT unnest(CAST([{}] AS BIGINT[])) AS hour
),
days AS (
  SELECT CAST(range AS DATE) AS day, isodow(range) - 1 AS weekday, date_trunc('month', range) AS month
  FROM range(TIMESTAMP '{first}', TIMESTAMP '{end}', INTERVAL 1 DAY)
),
clock AS (
  SELECT date_trunc('month', local) AS month, count(*) AS hours
  FROM (SELECT range AT TIME ZONE {zone} AS local
        FROM range(TIMESTAMPTZ '{first} 00:00:00+00' - INTERVAL 1 DAY, TIMESTAMPTZ '{end} 00:00:00+00' + INTERVAL 1 DAY, INTERVAL 1 HOUR))
  WHERE local >= TIMESTAMP '{first}' AND local < TIMESTAMP '{end}' AND hour(local) IN (SELECT hour FROM common)
  GROUP BY ALL
),
cells AS (
  SELECT date_trunc('month', day) AS month, weekday, hour, sum({name}) AS total, count(*) AS n
  FROM usable JOIN common USING (hour) WHERE {name} IS NOT NULL GROUP BY ALL
),
likes AS (
  -- The same hour over Monday to Friday, or over the weekend: for a weekday that was never counted then.
  SELECT month, weekday >= 5 AS is_weekend, hour, sum(total) / sum(n) AS mean
  FROM cells GROUP BY ALL
),
weights AS (SELECT month, weekday, count(*) AS w FROM days GROUP BY ALL),
weekdays AS (
  SELECT w.month, w.weekday, w.w, sum(coalesce(c.total / c.n, l.mean)) AS total,
         count(coalesce(c.total / c.n, l.mean)) AS hours, count(*) - count(c.n) AS filled,
         coalesce(sum(c.n), 0) AS counted
  FROM weights w CROSS JOIN common h
  LEFT JOIN cells c ON c.month = w.month AND c.weekday = w.weekday AND c.hour = h.hour
  LEFT JOIN likes l ON l.month = w.month AND l.is_weekend = (w.weekday >= 5) AND l.hour = h.hour
  GROUP BY w.month, w.weekday, w.w
),
months AS (
  -- At most a tenth of the cells is filled in, and at least a quarter of the month was counted.
  SELECT t.month, sum(filled) AS filled,
         CASE WHEN min(t.hours) = (SELECT count(*) FROM common)
               AND sum(filled) * {FILLED_RATIO} <= (SELECT count(*) FROM common) * 7
               AND sum(counted) / any_value(c.hours) >= 0.25
              THEN sum(w * total) / sum(w) END AS value
  FROM weekdays t LEFT JOIN clock c ON c.month = t.month
  GROUP BY t.month
),
known AS (
  -- Estimated months are no part of the trend, nor those of an earlier sensor.
  SELECT month, value FROM months WHERE value IS NOT NULL AND filled = 0 AND month >= DATE '{since}'
),
level AS (
  SELECT CASE WHEN median(value) > 0 THEN median(value) ELSE avg(value) END AS level, count(*) AS n FROM known
)
SELECT 'month:' || CAST(CAST(month AS DATE) AS VARCHAR) AS key, value FROM months
UNION ALL
SELECT 'slope', CASE WHEN (SELECT n FROM level) >= 24
  THEN CASE WHEN (SELECT level FROM level) > 0 -- Nothing in all months is no change.
    THEN median((b.value - a.value) / (year(b.month) - year(a.month))) / (SELECT level FROM level)
    ELSE 0 END END
FROM known a JOIN known b ON month(a.month) = month(b.month) AND b.month > a.month;",
        ground
            .statement
            .usable(&[Column::Volume(ground.mode, Side::Both)]),
        common.join(", "),
        zone = super::sql::quoted(ground.counts.zone.name()),
        since = since_last_sensor(ground.counts, ground.days),
    )
}

/// From the first of the first month to the first after the last.
fn whole_months(ground: &Ground<'_>) -> (CivilDate, CivilDate) {
    let days = ground.days;
    (
        days.start.first_of_month(),
        days.end.plus_days(-1).first_of_month_plus(1),
    )
}
