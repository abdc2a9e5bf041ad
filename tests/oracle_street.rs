//! Every number of a street's page against SQL over the raw files (tests/oracle/street.py):
//! all counted segments of Berlin, with both sensor generations and the 25-hour day, and both streets of Kortrijk.
//!
//! Needs Python with `duckdb` (`STRAATBEELD_PYTHON`, else `build/venv`) and the shared data;
//! where they are missing the test says that it is skipped, and fails if `CI_REQUIRE_ORACLE=1`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

#[path = "oracle/python.rs"]
mod python;

#[path = "oracle/skip.rs"]
mod skip;

use python::python_with;
use serde_json::Value;
use skip::or_skip;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use straatbeeld::analysis::hours::{Hours, prepare};
use straatbeeld::analysis::{Choice, Period, SegmentCounts, counted};
use straatbeeld::domain::{
    Calendar, CivilDate, DayType, Mode, SegmentId, SensorGeneration, Side, Zone,
};
use straatbeeld::query::answer::{Cell, CountedAnswer, LeftOutReason};
use straatbeeld::read::counts::Counts;
use straatbeeld::read::{duplicates, telraam_csv, telraam_parquet};
use straatbeeld::table::CountTable;

const BERLIN: [&str; 1] = ["berlin-zaehlt-mobilitaet/traffic_df_2024_10-2024_12.parquet"];
const KORTRIJK: [&str; 2] = [
    "kortrijk-telraam/traffic_two_streets_raw.2026-01-07.csv",
    "kortrijk-telraam/traffic_two_streets_raw.csv",
];

#[test]
fn every_number_of_a_street_equals_sql_over_the_raw_files() {
    let Some((oracle, data)) = or_skip(oracle()) else {
        return;
    };
    let mut check = Check::default();
    for (town, files) in [("berlin", &BERLIN[..]), ("kortrijk", &KORTRIJK[..])] {
        let expected = &oracle["towns"][town];
        let zone = Zone::parse(expected["zone"].as_str().unwrap()).unwrap();
        let mut calendar = Calendar::default();
        for day in expected["public_holidays"].as_array().unwrap() {
            let day = CivilDate::parse(day.as_str().unwrap()).unwrap();
            calendar.public_holidays.insert(day, String::new());
        }
        let tables = tables(data, files, zone);
        let segments = expected["segments"].as_object().unwrap();
        let is_known = |id: &SegmentId| {
            let counts = SegmentCounts::whole(&tables[id], zone, &calendar);
            straatbeeld::analysis::extent(&counts).is_some()
        };
        let ours: Vec<&String> = tables
            .keys()
            .filter(|id| is_known(id))
            .map(|id| &id.0)
            .collect();
        assert_eq!(ours, segments.keys().collect::<Vec<_>>(), "{town}");
        let all: Vec<(&String, &Value)> = segments.iter().collect();
        let workers = std::thread::available_parallelism().map_or(1, usize::from);
        let checked = std::thread::scope(|scope| {
            let parts: Vec<_> = all
                .chunks(all.len().div_ceil(workers))
                .map(|part| scope.spawn(|| check_part(town, part, &tables, zone, &calendar)))
                .collect();
            parts
                .into_iter()
                .map(|part| part.join().unwrap())
                .collect::<Vec<_>>()
        });
        for part in checked {
            check.compared += part.compared;
            check.wrong.extend(part.wrong);
        }
    }
    check.report();
}

fn check_part(
    town: &str,
    segments: &[(&String, &Value)],
    tables: &BTreeMap<SegmentId, CountTable>,
    zone: Zone,
    calendar: &Calendar,
) -> Check {
    let mut check = Check::default();
    for (id, expected) in segments {
        check.at = format!("{town} {id}");
        let table = &tables[&SegmentId((*id).clone())];
        check.segment(&SegmentCounts::whole(table, zone, calendar), expected);
    }
    check
}

/// What the script wrote, and the folder of the raw data; or why there is nothing.
fn oracle() -> Result<&'static (Value, PathBuf), String> {
    static ONCE: OnceLock<Result<(Value, PathBuf), String>> = OnceLock::new();
    ONCE.get_or_init(run_oracle).as_ref().map_err(Clone::clone)
}

fn run_oracle() -> Result<(Value, PathBuf), String> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = std::env::var_os("STRAATBEELD_SHARED")
        .map_or_else(|| here.join("../shared"), PathBuf::from);
    let data = shared.join("data");
    for file in BERLIN.iter().chain(&KORTRIJK) {
        if !data.join(file).is_file() {
            return Err(format!("{file} is not in the shared data"));
        }
    }
    let python = python_with("duckdb", "STRAATBEELD_PYTHON")?;
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("oracle-street.json");
    let run = Command::new(&python)
        .arg(here.join("tests/oracle/street.py"))
        .arg("--shared")
        .arg(&data)
        .arg("--out")
        .arg(&out)
        .output()
        .map_err(|error| error.to_string())?;
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    let text = std::fs::read_to_string(&out).unwrap();
    Ok((serde_json::from_str(&text).unwrap(), data))
}

/// One table per segment, as the readers make it of the raw files.
fn tables(data: &Path, files: &[&str], zone: Zone) -> BTreeMap<SegmentId, CountTable> {
    let read = |file: &&str| -> Counts {
        let bytes = std::fs::read(data.join(file)).unwrap();
        if file.ends_with(".parquet") {
            telraam_parquet::read(file, &bytes, Some(zone)).unwrap()
        } else {
            telraam_csv::read(file, &bytes, None).unwrap()
        }
    };
    let joined = duplicates::join(files.iter().map(read).collect());
    let mut tables: BTreeMap<SegmentId, CountTable> = BTreeMap::new();
    for i in 0..joined.table.len() {
        let row = joined.table.row(i).unwrap();
        tables.entry(row.segment.clone()).or_default().push(&row);
    }
    tables
}

/// Collects what differs, so that one run tells all.
#[derive(Default)]
struct Check {
    at: String,
    compared: u32,
    wrong: Vec<String>,
}

impl Check {
    fn report(&self) {
        let first: Vec<&String> = self.wrong.iter().take(25).collect();
        assert!(
            self.wrong.is_empty(),
            "{} of {} numbers differ: {first:#?}",
            self.wrong.len(),
            self.compared
        );
        assert!(self.compared > 100_000, "only {} compared", self.compared);
        eprintln!("{} numbers equal SQL over the raw files", self.compared);
    }

    fn near(&mut self, what: &str, ours: Option<f64>, expected: &Value) {
        self.compared += 1;
        let is_equal = match (ours, expected.as_f64()) {
            (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * b.abs().max(1e-3),
            (None, None) => expected.is_null(),
            _ => false,
        };
        if !is_equal {
            self.wrong
                .push(format!("{} {what}: {ours:?}, SQL says {expected}", self.at));
        }
    }

    fn same(&mut self, what: &str, ours: &str, expected: &Value) {
        self.compared += 1;
        if expected.as_str() != Some(ours) {
            self.wrong
                .push(format!("{} {what}: {ours}, SQL says {expected}", self.at));
        }
    }

    fn segment(&mut self, counts: &SegmentCounts<'_>, expected: &Value) {
        let list = prepare(counts);
        for mode in Mode::ALL {
            let all = Hours {
                table: counts.table,
                list: &list,
            };
            if expected["modes"][mode.name()].is_null() {
                let n = all.values(mode, Side::Both).count();
                assert_eq!(n, 0, "{} {mode:?} is not in the raw file", self.at);
                continue;
            }
            let choice = Choice {
                devices: Vec::new(),
                mode,
                period: Period::LastYear,
                limit_kmh: Some(if mode == Mode::Car { 50.0 } else { 25.0 }),
                side_names: None,
            };
            let answer = counted(counts, &choice).unwrap();
            let hours = all.between(answer.start, answer.end);
            self.volumes(&answer, hours, &expected["modes"][mode.name()]);
            self.scope(&answer, expected);
            self.speed(&answer, &expected["speed"]);
            self.split(&answer, &expected["split"]);
            if mode == Mode::Car {
                self.directions(&answer, &expected["directions"]);
            }
        }
    }

    fn scope(&mut self, answer: &CountedAnswer, expected: &Value) {
        for (what, date) in [("first", answer.first), ("last", answer.last)] {
            self.same(what, &date.to_string(), &expected[what]);
        }
        for (what, date) in [("start", answer.start), ("end", answer.end)] {
            self.same(what, &date.to_string(), &expected[what]);
        }
        let scope = &answer.scope;
        let left_out = |reason| {
            let found = scope.left_out.iter().find(|part| part.reason == reason);
            found.map_or(0, |part| part.hours)
        };
        let expected = &expected["scope"];
        let number = |key: &str| expected[key].as_f64().unwrap();
        let no_value = left_out(LeftOutReason::NoValue);
        self.near("hours", Some(f64::from(scope.hours)), &expected["hours"]);
        let off = left_out(LeftOutReason::Off);
        self.near("off", Some(f64::from(off)), &expected["off"]);
        let low = left_out(LeftOutReason::LowUptime);
        self.near("low", Some(f64::from(low)), &expected["low_uptime"]);
        let usable = Value::from(number("measured") + number("partial"));
        self.near("usable", Some(f64::from(scope.usable + no_value)), &usable);
        let absent = Value::from(number("hours") - number("rows"));
        self.near("absent", Some(f64::from(scope.absent)), &absent);
        if no_value == 0 {
            let partial = f64::from(scope.partial);
            self.near("partial", Some(partial), &expected["partial"]);
        }
    }

    fn cells(&mut self, what: &str, ours: &[Option<Cell>], expected: &Value) {
        assert_eq!(ours.len(), 24);
        for (hour, cell) in ours.iter().enumerate() {
            let what = format!("{what} {hour} o'clock");
            self.near(&what, cell.map(|cell| cell.mean), &expected[hour][0]);
            let hours = cell.map(|cell| f64::from(cell.hours));
            self.near(&what, hours, &expected[hour][1]);
        }
    }

    fn volumes(&mut self, answer: &CountedAnswer, hours: Hours<'_>, expected: &Value) {
        let mode = answer.mode;
        let mut by_hour = [(0.0, 0_u32); 24];
        let mut by_day: BTreeMap<CivilDate, (f64, u32)> = BTreeMap::new();
        for (hour, value) in hours.values(mode, Side::Both) {
            let day = by_day.entry(hour.date).or_default();
            for sum in [&mut by_hour[usize::from(hour.hour)], day] {
                sum.0 += value;
                sum.1 += 1;
            }
        }
        for (hour, (sum, n)) in by_hour.into_iter().enumerate() {
            let what = format!("{mode:?} sum of {hour} o'clock");
            self.near(&what, Some(sum), &expected["by_hour"][hour][0]);
            self.near(&what, Some(f64::from(n)), &expected["by_hour"][hour][1]);
        }
        let days = expected["days"].as_object().unwrap();
        assert_eq!(days.len(), by_day.len(), "{} {mode:?} days", self.at);
        for (day, (sum, n)) in by_day {
            let what = format!("{mode:?} sum of {day}");
            self.near(&what, Some(sum), &days[&day.to_string()][0]);
            self.near(&what, Some(f64::from(n)), &days[&day.to_string()][1]);
        }
        for row in &answer.profile.rows {
            let name = row.day_type.name();
            let what = format!("{mode:?} profile {name}");
            self.cells(&what, &row.cells, &expected["profile"][name]);
        }
        for (weekday, row) in answer.week.rows.iter().enumerate() {
            let what = format!("{mode:?} weekday {weekday}");
            self.cells(&what, row, &expected["week"][weekday]);
        }
        let entering: Vec<Value> = answer.busy.hours_of_day.iter().map(|&h| h.into()).collect();
        assert_eq!(
            Value::from(entering),
            expected["hours_of_day"],
            "{}",
            self.at
        );
        for total in &answer.busy.by_day_type {
            let name = total.day_type.name();
            let value = total.total.map(|total| total.value);
            let what = format!("{mode:?} total {name}");
            self.near(&what, value, &expected["totals"][name]);
        }
        let months = &expected["months"];
        let hours: Vec<Value> = answer
            .change
            .hours_of_day
            .iter()
            .map(|&h| h.into())
            .collect();
        assert_eq!(Value::from(hours), months["hours_of_day"], "{}", self.at);
        let known = months["values"].as_object().unwrap().len();
        assert_eq!(answer.change.months.len(), known, "{}", self.at);
        for month in &answer.change.months {
            let day = month.month.to_string();
            self.near(
                &format!("{mode:?} month {day}"),
                month.value,
                &months["values"][&day],
            );
        }
        if let Some(peak) = answer.busy.peak {
            let row = &answer.profile.rows[DayType::Working.index()];
            let highest = row.cells[usize::from(peak.hour)].unwrap().mean;
            assert_eq!(peak.mean, highest);
        }
    }

    fn speed(&mut self, answer: &CountedAnswer, expected: &Value) {
        let Some(speed) = &answer.speed else {
            if !expected.is_null() {
                self.wrong.push(format!("{} has speeds in SQL", self.at));
            }
            return;
        };
        self.near("bin width", Some(speed.bin_kmh), &expected["bin_kmh"]);
        for (bin, cars) in speed.bins.iter().enumerate() {
            self.near(&format!("bin {bin}"), Some(*cars), &expected["bins"][bin]);
        }
        let hours = f64::from(speed.hours);
        self.near("hours with speed", Some(hours), &expected["hours"]);
        let observed = speed.observed_cars;
        self.near("observed cars", Some(observed), &expected["observed_cars"]);
        let median = speed.publisher_v85_median;
        self.near("publisher's v85", median, &expected["publisher_v85_median"]);
        if observed < 50.0 {
            assert_eq!(speed.v85_kmh, None, "{} says too much", self.at);
            return;
        }
        self.near("v50", speed.v50_kmh, &expected["v50_kmh"]);
        self.near("v85", speed.v85_kmh, &expected["v85_kmh"]);
        self.near("mean speed", speed.mean_kmh, &expected["mean_kmh"]);
        let limit = answer.limit_kmh.unwrap();
        for (above, share) in [
            (limit, speed.above_limit_share),
            (limit + 10.0, speed.above_limit_10_share),
        ] {
            let what = format!("share above {above}");
            self.near(&what, share, &expected["above"][above.to_string()]);
        }
        let (low, high) = speed.v85_interval.unwrap();
        let v85 = speed.v85_kmh.unwrap();
        assert!(low <= v85 && v85 <= high, "{}", self.at);
    }

    fn split(&mut self, answer: &CountedAnswer, expected: &Value) {
        let hours = f64::from(answer.split.hours);
        self.near("hours of the split", Some(hours), &expected["hours"]);
        for part in &answer.split.parts {
            let name = part.mode.name();
            let passages = &expected["passages"][name];
            self.near(&format!("passages {name}"), Some(part.passages), passages);
            let share = &expected["shares"][name];
            self.near(&format!("share {name}"), part.share, share);
        }
    }

    fn directions(&mut self, answer: &CountedAnswer, expected: &Value) {
        let totals = answer.directions.totals;
        self.near("left", totals.map(|t| t.left), &expected["left"]);
        self.near("right", totals.map(|t| t.right), &expected["right"]);
        let hours = totals.map(|t| f64::from(t.hours));
        self.near("hours of both", hours, &expected["hours"]);
    }
}

/// The oracle would prove little without the cases that go wrong most easily.
#[test]
fn the_raw_files_hold_both_generations_and_a_clock_change() {
    let Ok((oracle, _)) = oracle() else {
        return;
    };
    let berlin = oracle["towns"]["berlin"]["segments"].as_object().unwrap();
    for generation in [SensorGeneration::V1, SensorGeneration::S2] {
        let number = Value::from(generation.number());
        let with = |s: &&Value| s["hardware"].as_array().unwrap().contains(&number);
        assert!(berlin.values().filter(with).count() >= 20, "{generation:?}");
    }
    let day = |s: &Value| s["modes"]["car"]["days"]["2024-10-27"][1].as_u64();
    assert!(berlin.values().filter_map(day).any(|hours| hours == 23));
}
