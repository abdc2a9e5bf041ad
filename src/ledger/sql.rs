//! What the statements share: from the published rows of a segment to usable hours of the town's clock.
//!
//! Written for DuckDB, and only with what other engines have too, but for `read_parquet`, `UNION ALL BY
//! NAME` and `QUALIFY`. It says the rules again that `analysis` computes: it calls none of its code.

use crate::analysis::SegmentCounts;
use crate::analysis::hourly::LEAST_MINUTES;
use crate::analysis::hours::sensor_faults;
use crate::analysis::period::Days;
use crate::domain::sensor::USABLE_UPTIME;
use crate::domain::{CivilDate, Mode, SegmentId, Side};
use crate::query::ledger::LedgerFile;
use crate::table::layout;
use std::fmt::Write as _;

/// What a statement must know of its ground.
#[derive(Clone, Debug)]
pub(super) struct Statement {
    paths: Vec<String>,
    segment: SegmentId,
    zone: &'static str,
    pub days: Days,
    holidays: Vec<CivilDate>,
    /// Days of known faults of the sensor: the last one excluded.
    faults: Vec<(CivilDate, Option<CivilDate>)>,
    /// Rows of less than an hour, and of whole hours too.
    has_parts: bool,
    has_hours: bool,
}

/// A column that the usable hours carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Volume(Mode, Side),
    Fine,
    Coarse,
    BikeFine,
    Mean,
    V85,
}

impl Column {
    pub fn name(self) -> String {
        match self {
            Self::Volume(mode, side) => layout::volume_column(mode, side),
            Self::Fine => layout::SPEED_5.to_owned(),
            Self::Coarse => layout::SPEED_10.to_owned(),
            Self::BikeFine => layout::BIKE_SPEED_5.to_owned(),
            Self::Mean => layout::MEAN.to_owned(),
            Self::V85 => layout::V85.to_owned(),
        }
    }

    const fn kind(self) -> &'static str {
        match self {
            Self::Volume(..) | Self::Mean | Self::V85 => "DOUBLE",
            Self::Fine | Self::Coarse | Self::BikeFine => "DOUBLE[]",
        }
    }

    /// The mode whose minutes scale this column to the hour.
    const fn scale(self) -> Mode {
        match self {
            Self::Volume(mode, _) => mode,
            Self::BikeFine => Mode::Bike,
            _ => Mode::Car,
        }
    }
}

impl Statement {
    pub fn new(counts: &SegmentCounts<'_>, files: &[LedgerFile], days: Days) -> Self {
        let minutes = &counts.parts.minutes;
        Self {
            paths: files.iter().map(|file| file.source.path.clone()).collect(),
            segment: counts
                .segment()
                .cloned()
                .unwrap_or_else(|| SegmentId(String::new())),
            zone: counts.zone.name(),
            days,
            holidays: counts
                .calendar
                .public_holidays
                .keys()
                .copied()
                .filter(|day| days.start <= *day && *day < days.end)
                .collect(),
            faults: sensor_faults(counts),
            has_parts: minutes.iter().any(|m| *m != 60),
            has_hours: minutes.contains(&60),
        }
    }

    /// `WITH holidays …, rows …, hours …, usable …`, to which a figure adds its own.
    pub fn usable(&self, columns: &[Column]) -> String {
        let mut sql = String::from("-- DuckDB; run in the published folder.\nWITH\n");
        let days: Vec<String> = self
            .holidays
            .iter()
            .map(|day| format!("DATE '{day}'"))
            .collect();
        // Writing to a String does not fail.
        let _ = writeln!(
            sql,
            "holidays AS (SELECT unnest(CAST([{}] AS DATE[])) AS day),",
            days.join(", ")
        );
        sql.push_str(&self.rows(columns));
        sql.push_str(&self.hours(columns));
        let Days { start, end } = self.days;
        let _ = writeln!(
            sql,
            "usable AS (
  SELECT *, CAST(local AS DATE) AS day, hour(local) AS hour, isodow(local) - 1 AS weekday,
         CASE WHEN CAST(local AS DATE) IN (SELECT day FROM holidays) THEN 'sunday'
              WHEN isodow(local) = 6 THEN 'saturday' WHEN isodow(local) = 7 THEN 'sunday'
              ELSE 'working' END AS day_type
  FROM hours
  WHERE coalesce(uptime, 1) >= {USABLE_UPTIME}
    AND CAST(local AS DATE) >= DATE '{start}' AND CAST(local AS DATE) < DATE '{end}'{}
),",
            self.without_faults()
        );
        sql
    }

    /// Conditions that leave out the days on which the sensor is known to have been faulty.
    fn without_faults(&self) -> String {
        let day = "CAST(local AS DATE)";
        let condition = |(start, end): &(CivilDate, Option<CivilDate>)| match end {
            Some(end) => {
                format!("\n    AND NOT ({day} >= DATE '{start}' AND {day} < DATE '{end}')")
            }
            None => format!("\n    AND {day} < DATE '{start}'"),
        };
        self.faults.iter().map(condition).collect()
    }

    /// The rows of the segment; where two files have the same interval the first one is believed.
    pub fn rows(&self, columns: &[Column]) -> String {
        let mut sql = String::from("published AS (\n");
        let segment = quoted(&self.segment.0);
        for (priority, path) in self.paths.iter().enumerate() {
            let _ = writeln!(
                sql,
                "  SELECT *, {priority} AS priority FROM read_parquet({}) WHERE segment = {segment}\n  UNION ALL BY NAME",
                quoted(path)
            );
        }
        // A file has only the columns that hold anything: this names them all, without a row.
        let mut typed = vec![
            "CAST(NULL AS TIMESTAMPTZ) AS start".to_owned(),
            "CAST(NULL AS DOUBLE) AS uptime".to_owned(),
            "CAST(NULL AS INTEGER) AS sensor".to_owned(),
        ];
        for column in with_scales(columns) {
            typed.push(format!(
                "CAST(NULL AS {}) AS {}",
                column.kind(),
                column.name()
            ));
        }
        let _ = writeln!(sql, "  SELECT {}\n  WHERE false\n),", typed.join(",\n    "));
        sql.push_str(
            "rows AS (
  SELECT * FROM published
  QUALIFY row_number() OVER (PARTITION BY start ORDER BY priority) = 1
),
",
        );
        sql
    }

    /// Whole hours of the town's clock.
    fn hours(&self, columns: &[Column]) -> String {
        let zone = quoted(self.zone);
        let mut names = vec!["uptime".to_owned(), "sensor".to_owned()];
        names.extend(columns.iter().map(|column| column.name()));
        if !self.has_parts {
            return format!(
                "hours AS (\n  SELECT start AT TIME ZONE {zone} AS local, {}\n  FROM rows WHERE minutes = 60\n),\n",
                names.join(", ")
            );
        }
        let whole = |name: &str, parts: String| {
            if self.has_hours {
                format!(
                    "CASE WHEN bool_or(minutes = 60) THEN max_by({name}, start) FILTER (WHERE minutes = 60) ELSE {parts} END AS {name}"
                )
            } else {
                format!("{parts} AS {name}")
            }
        };
        let mut fields = vec![
            whole(
                "uptime",
                "CASE WHEN count(uptime) > 0 OR sum(minutes) < 60\n         THEN least(sum(minutes * coalesce(uptime, 1)) / 60, 1) END".to_owned(),
            ),
            "arg_min(sensor, start) AS sensor".to_owned(),
        ];
        for column in columns {
            let name = column.name();
            fields.push(whole(&name, part(*column)));
        }
        format!(
            "hours AS (
  -- An hour out of its parts, scaled to 60 minutes; missing where less than half of it has a value.
  SELECT date_trunc('hour', start) AT TIME ZONE {zone} AS local,
    {}
  FROM rows GROUP BY date_trunc('hour', start)
),
",
            fields.join(",\n    ")
        )
    }

    /// Each day of the period with its weekday, and how often its clock shows each hour.
    pub fn clock(&self) -> String {
        let zone = quoted(self.zone);
        let Days { start, end } = self.days;
        format!(
            "days AS (
  SELECT CAST(range AS DATE) AS day, isodow(range) - 1 AS weekday, month(range) AS month
  FROM range(TIMESTAMP '{start}', TIMESTAMP '{end}', INTERVAL 1 DAY)
),
clock AS (
  -- Hours as the clock of the town shows them: a day of a clock change has 23 or 25.
  SELECT CAST(local AS DATE) AS day, hour(local) AS hour, count(*) AS times
  FROM (SELECT range AT TIME ZONE {zone} AS local
        FROM range(TIMESTAMPTZ '{start} 00:00:00+00' - INTERVAL 1 DAY, TIMESTAMPTZ '{end} 00:00:00+00' + INTERVAL 1 DAY, INTERVAL 1 HOUR))
  WHERE CAST(local AS DATE) >= DATE '{start}' AND CAST(local AS DATE) < DATE '{end}'
  GROUP BY ALL
),
"
        )
    }
}

fn part(column: Column) -> String {
    let name = column.name();
    let of = match column {
        Column::Volume(..) => name.clone(),
        _ => layout::volume_column(column.scale(), Side::Both),
    };
    let minutes = format!("sum(minutes) FILTER (WHERE {of} IS NOT NULL)");
    match column {
        Column::Volume(..) => format!(
            "CASE WHEN {minutes} >= {LEAST_MINUTES}\n         THEN sum({name}) * (60 / {minutes}) END"
        ),
        Column::Mean => {
            format!("sum({name} * {of}) / nullif(sum({of}) FILTER (WHERE {name} IS NOT NULL), 0)")
        }
        Column::V85 => "CAST(NULL AS DOUBLE)".to_owned(),
        Column::Fine | Column::Coarse | Column::BikeFine => {
            let bins = if column == Column::Coarse { 8 } else { 25 };
            let sums: Vec<String> = (1..=bins)
                .map(|bin| format!("sum({name}[{bin}])"))
                .collect();
            format!(
                "CASE WHEN {minutes} >= {LEAST_MINUTES} AND count({name}) > 0\n         THEN list_transform([{}], lambda n: n * (60 / {minutes})) END",
                sums.join(", ")
            )
        }
    }
}

/// The columns, and the volumes by whose minutes the others are scaled.
fn with_scales(columns: &[Column]) -> Vec<Column> {
    let mut all = columns.to_vec();
    for column in columns {
        let scale = Column::Volume(column.scale(), Side::Both);
        if !all.contains(&scale) {
            all.push(scale);
        }
    }
    all
}

/// As a text of SQL.
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
