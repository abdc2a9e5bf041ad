//! Speeds from pooled histograms.

use super::sql::Column;
use super::{Ground, Sum, columns, lines, result};
use crate::analysis::hours::Hour;
use crate::analysis::speed::has_speeds;
use crate::domain::{Mode, Side};
use crate::query::answer::Speed;
use crate::query::ledger::{LedgerCell, LedgerTable, Unit};

pub(super) fn sum(ground: &Ground<'_>) -> Sum {
    let answer = ground.answer;
    let mut results = Vec::new();
    let mut tables = Vec::new();
    if let Some(speed) = &answer.speed {
        let kmh = |key: &str, value| result(key, value, Unit::Kmh);
        results.extend([
            kmh("v85", speed.v85_kmh),
            kmh("v85-low", speed.v85_interval.map(|(low, _)| low)),
            kmh("v85-high", speed.v85_interval.map(|(_, high)| high)),
            kmh("v50", speed.v50_kmh),
            kmh("mean", speed.mean_kmh),
        ]);
        if answer.limit_kmh.is_some() {
            results.push(result("above", speed.above_limit_share, Unit::Share));
            results.push(result("above-10", speed.above_limit_10_share, Unit::Share));
        }
        results.push(result("observed", Some(speed.observed_cars), Unit::Number));
        if speed.mode == Mode::Car {
            results.push(kmh("publisher-v85", speed.publisher_v85_median));
        }
        tables.extend([bins(speed), by_hour(speed)]);
        if !speed.sides.is_empty() {
            tables.push(sides(speed));
        }
    }
    if let Some(mean) = answer.mean_speed {
        results.push(result("mean-of-means", Some(mean.mean_kmh), Unit::Kmh));
    }
    let mut formula: &[&str] = &[
        "n_b = Σ_hours share_b · V",
        "V_p = L + w · (p − F) / f",
        "ranks: n·p ± 1.96 · √( n·p·(1 − p) )",
        "share > s = 1 − F(s)",
    ];
    let mut method = "v85-pooled-bins/2";
    if answer.speed.is_none() && answer.mean_speed.is_some() {
        formula = &["v = Σ_i v_i · V_i / Σ_i V_i"];
        method = "mean-speed-weighted/1";
    }
    Sum {
        method,
        formula: lines(formula),
        tables,
        results,
        sql: statement(ground),
        is_used,
    }
}

fn bins(speed: &Speed) -> LedgerTable {
    let total: f64 = speed.bins.iter().sum();
    let mut lower = 0.0;
    let mut upto = 0.0;
    let last = speed.bins.len().saturating_sub(1);
    let rows = speed
        .bins
        .iter()
        .enumerate()
        .map(|(at, vehicles)| {
            upto += vehicles;
            let to = (at < last).then_some(lower + speed.bin_kmh);
            let row = vec![
                LedgerCell::Bin(lower, to),
                LedgerCell::Number(*vehicles),
                if total > 0.0 {
                    LedgerCell::Share(upto / total)
                } else {
                    LedgerCell::Missing
                },
            ];
            lower += speed.bin_kmh;
            row
        })
        .collect();
    LedgerTable {
        key: "bins".to_owned(),
        columns: columns(&["bin", "vehicles", "cumulative"]),
        rows,
    }
}

fn by_hour(speed: &Speed) -> LedgerTable {
    let rows = (0_u8..)
        .zip(&speed.by_hour)
        .map(|(hour, part)| {
            vec![
                LedgerCell::Hour(hour),
                LedgerCell::Number(part.observed),
                LedgerCell::number(part.v50_kmh),
                LedgerCell::number(part.v85_kmh),
                part.above_limit_share
                    .map_or(LedgerCell::Missing, LedgerCell::Share),
                LedgerCell::State(part.state),
            ]
        })
        .collect();
    LedgerTable {
        key: "speed-by-hour".to_owned(),
        columns: columns(&["hour", "vehicles-seen", "v50", "v85", "above", "state"]),
        rows,
    }
}

fn sides(speed: &Speed) -> LedgerTable {
    let rows = [Side::Left, Side::Right]
        .into_iter()
        .zip(&speed.sides)
        .map(|(side, part)| {
            vec![
                LedgerCell::Side(side),
                LedgerCell::Number(part.observed),
                LedgerCell::number(part.v50_kmh),
                LedgerCell::number(part.v85_kmh),
                part.above_limit_share
                    .map_or(LedgerCell::Missing, LedgerCell::Share),
                LedgerCell::State(part.state),
            ]
        })
        .collect();
    LedgerTable {
        key: "speed-by-side".to_owned(),
        columns: columns(&["side", "vehicles-seen", "v50", "v85", "above", "state"]),
        rows,
    }
}

fn is_used(ground: &Ground<'_>, hour: &Hour) -> bool {
    let table = ground.hours.table;
    let of_bikes = ground
        .answer
        .speed
        .as_ref()
        .is_some_and(|speed| speed.mode == Mode::Bike);
    let has_any = if of_bikes {
        let bins = table.bike_speed_5.get(hour.row);
        bins.is_some_and(|bins| bins.iter().any(|n| *n > 0.0))
    } else if ground.answer.speed.is_some() {
        has_speeds(table, hour.row)
    } else {
        table.mean_kmh.get(hour.row).is_some()
    };
    hour.state.is_usable() && has_any
}

fn statement(ground: &Ground<'_>) -> String {
    let mean = "SELECT 'mean-of-means' AS key, CASE WHEN sum(car) >= 50 THEN sum(car_mean_kmh * car) / sum(car) END AS value
FROM usable WHERE car > 0 AND car_mean_kmh IS NOT NULL";
    let cars = Column::Volume(Mode::Car, Side::Both);
    let Some(speed) = &ground.answer.speed else {
        if ground.answer.mean_speed.is_none() {
            return String::new();
        }
        let usable = ground.statement.usable(&[cars, Column::Mean]);
        return format!("{}\n{mean};", usable.trim_end().trim_end_matches(','));
    };
    let of_bikes = speed.mode == Mode::Bike;
    let (fine, coarse) = (Column::Fine.name(), Column::Coarse.name());
    let columns = if of_bikes {
        vec![Column::BikeFine, Column::Volume(Mode::Bike, Side::Both)]
    } else {
        vec![
            cars,
            Column::Fine,
            Column::Coarse,
            Column::Mean,
            Column::V85,
        ]
    };
    let width = speed.bin_kmh;
    let list = if of_bikes {
        Column::BikeFine.name()
    } else if width < 7.5 {
        fine.clone()
    } else {
        // Fine bins in pairs, everything from 70 km/h in the open one, where an hour has no coarse ones.
        let mut pairs: Vec<String> = (0..7)
            .map(|k| format!("{fine}[{}] + {fine}[{}]", 2 * k + 1, 2 * k + 2))
            .collect();
        pairs.push(format!("list_sum({fine}[15:25])"));
        format!(
            "CASE WHEN list_sum({coarse}) > 0 THEN {coarse} ELSE [{}] END",
            pairs.join(", ")
        )
    };
    let has_vehicles = if of_bikes {
        format!("list_sum({list}) > 0")
    } else {
        format!("(list_sum({fine}) > 0 OR list_sum({coarse}) > 0)")
    };
    let publisher = if of_bikes {
        String::new()
    } else {
        format!("\nUNION ALL SELECT 'publisher-v85', median(v85) FROM usable WHERE {has_vehicles}")
    };
    let above = ground.answer.limit_kmh.map_or_else(String::new, |limit| {
        let share = |key: &str, limit: f64| {
            format!(
                "\nUNION ALL SELECT '{key}', CASE WHEN max(observed) >= 50 THEN 1 - sum(n * least(greatest(({limit} - lower) / {width}, 0), 1)) / max(total) END FROM cumulated"
            )
        };
        format!("{}{}", share("above", limit), share("above-10", limit + 10.0))
    });
    let means = if ground.answer.mean_speed.is_some() {
        format!("\nUNION ALL {mean}")
    } else {
        String::new()
    };
    format!(
        "{}hourly AS (
  SELECT coalesce(uptime, 1) AS seen, {list} AS bins FROM usable WHERE {has_vehicles}
),
pooled AS (
  SELECT bin, (bin - 1) * {width} AS lower, sum(n) AS n FROM (
    SELECT unnest(range(1, len(bins) + 1)) AS bin, unnest(bins) AS n FROM hourly)
  GROUP BY bin
),
cumulated AS (
  SELECT *, sum(n) OVER (ORDER BY bin) AS upto, sum(n) OVER () AS total,
         (SELECT sum(list_sum(bins) * seen) FROM hourly) AS observed
  FROM pooled
),
wanted AS (
  -- Ranks of the percentiles, and of the ends of the interval of V85.
  SELECT * FROM (SELECT max(observed) AS observed FROM cumulated), (VALUES
    ('v50', 0.5, 0), ('v85', 0.85, 0), ('v85-low', 0.85, -1.96), ('v85-high', 0.85, 1.96)) w(key, p, z)
),
ranks AS (
  SELECT key, greatest(0, least(1, (observed * p + z * sqrt(observed * p * (1 - p))) / observed)) AS p
  FROM wanted
)
SELECT key, CASE WHEN max(observed) >= 50 THEN min_by(lower + {width} * (p * total - (upto - n)) / n, bin) END AS value
FROM ranks JOIN cumulated ON n > 0 AND upto >= p * total GROUP BY key
UNION ALL SELECT 'mean', CASE WHEN max(observed) >= 50 THEN sum(n * (lower + {width} / 2)) / max(total) END FROM cumulated
UNION ALL SELECT 'observed', max(observed) FROM cumulated{above}{publisher}{means};",
        ground.statement.usable(&columns)
    )
}
