//! Counts that another program wrote in the published layout: the answers are those of the same rows
//! written by `publish` itself.
//!
//! Needs Python with `duckdb` (`STRAATBEELD_PYTHON`, else `build/venv`) and Python with `pyspark`
//! (`STRAATBEELD_SPARK_PYTHON`); where one is missing its test says so and passes.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

#[path = "oracle/python.rs"]
mod python;

use python::python_with;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use straatbeeld::domain::{Mode, StreetId};
use straatbeeld::engine::sha256;
use straatbeeld::publish::local;
use straatbeeld::query::question::{PeriodChoice, StreetQuestion};
use straatbeeld::query::{Answer, Query, StreetAnswer};

const TOWN: &str = r#"
[town]
id = "testdorp"
names = { nl = "Testdorp" }
zone = "Europe/Brussels"
languages = ["nl"]
centre = { lon = 3.26, lat = 50.82 }
public_holidays = "BE"

[[source]]
id = "counts"
format = "FORMAT"
paths = ["PATHS"]
publisher = "Testdorp"
licence = "CC0 1.0"
title = { nl = "Tellingen" }
device = "telraam"

[[street]]
name = { nl = "Alfastraat" }
segments = ["a"]

[[street]]
name = { nl = "Betastraat" }
segments = ["b", "c"]
"#;

const STREETS: [&str; 2] = ["alfastraat", "betastraat"];
const FINE: usize = 25;
const COARSE: usize = 8;

/// Raw hours of three counters over two winters, newest first: hours off, hours missing, hours without
/// speeds, an hour whose sides do not add up.
fn raw() -> String {
    let mut csv = String::from(
        "segment_id,date,interval,uptime,pedestrian,pedestrian_lft,pedestrian_rgt,bike,bike_lft,bike_rgt,car,car_lft,car_rgt,heavy,heavy_lft,heavy_rgt,night,night_lft,night_rgt,v85,car_speed_hist_0to70plus,car_speed_hist_0to120plus\n",
    );
    for (id, begin, end) in [("b", 0, 9_000), ("a", 700, 9_900), ("c", 4_000, 4_500)] {
        for hour in (begin..end).rev().filter(|hour| hour % 97 != 5) {
            // Hours from 2024-11-01T00:00Z.
            let date =
                jiff::Timestamp::from_second(1_730_419_200 + i64::from(hour) * 3_600).unwrap();
            let uptime = match hour % 31 {
                0 => "0",
                1 => "0.4",
                _ => "0.98",
            };
            let (left, right) = (f64::from(hour * 7 % 60) / 4.0, f64::from(hour % 24));
            let car = if hour == 4_242 { 1_000.0 } else { left + right };
            let (bike, walk, heavy) = (hour % 11, hour % 5, hour % 3);
            let night = if id == "c" {
                String::new()
            } else {
                (hour % 2).to_string()
            };
            write!(csv, "{id},{date},hourly,{uptime},{},{walk},{walk},{},{bike},{bike},{car},{left},{right},", walk * 2, bike * 2).unwrap();
            write!(csv, "{},{heavy},{heavy},{night},,,", heavy * 2).unwrap();
            let v85 = if hour % 7 == 0 {
                String::new()
            } else {
                format!("{}.5", 40 + hour % 9)
            };
            let (coarse, fine) = (shares(hour, COARSE), shares(hour, FINE));
            writeln!(csv, "{v85},\"{coarse}\",\"{fine}\"").unwrap();
        }
    }
    csv
}

/// Percent by class; at times none that add up to 100.
fn shares(hour: u32, classes: usize) -> String {
    let mut shares = vec![0.0; classes];
    if !hour.is_multiple_of(13) {
        for (share, percent) in [12.3, 45.6, 42.1].into_iter().enumerate() {
            shares[(share + usize::try_from(hour).unwrap() % 4) % classes] = percent;
        }
    }
    if hour.is_multiple_of(17) {
        shares[0] += 7.0;
    }
    let texts: Vec<String> = shares
        .iter()
        .map(|share: &f64| format!("{share:.1}"))
        .collect();
    format!("[{}]", texts.join(", "))
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("raw.csv"), raw()).unwrap();
        Self(folder)
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Publishes to the folder `name`.
    fn publish(&self, name: &str, format: &str, paths: &str) -> Output {
        let town = self.at(&format!("{name}.toml"));
        let text = TOWN.replace("FORMAT", format).replace("PATHS", paths);
        fs::write(&town, text).unwrap();
        Command::new(env!("CARGO_BIN_EXE_straatbeeld"))
            .arg("publish")
            .arg(town)
            .arg("--data-root")
            .arg(self.0.path())
            .arg("--out")
            .arg(self.at(name))
            .output()
            .unwrap()
    }

    fn published(&self, name: &str, format: &str, paths: &str) -> String {
        let run = self.publish(name, format, paths);
        assert!(run.status.success(), "{}", text(&run.stderr));
        text(&run.stdout)
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Everything on the pages of both streets, without what tells one file from another.
fn answers(data: &Path) -> Vec<StreetAnswer> {
    let mut answers = Vec::new();
    for street in STREETS {
        for period in [PeriodChoice::LastYear, PeriodChoice::All] {
            for mode in [Mode::Car, Mode::Bike] {
                let question = StreetQuestion {
                    street: StreetId(street.to_owned()),
                    segment: None,
                    period,
                    mode,
                };
                let answer = local::ask(data, Query::Street(question)).unwrap();
                let Answer::Street(mut answer) = answer else {
                    panic!("a street was asked for");
                };
                assert!(answer.counted.is_some() && !answer.sources.is_empty());
                answer.sources.clear();
                answers.push(*answer);
            }
        }
    }
    answers
}

/// The same answers, and the same figures of the town, from both folders.
fn same(folder: &Folder, ours: &str, theirs: &str) {
    let (ours, theirs) = (folder.at(ours), folder.at(theirs));
    let town = |data: &Path| local::ask(data, Query::Town).unwrap();
    let (Answer::Town(a), Answer::Town(b)) = (town(&ours), town(&theirs)) else {
        panic!("a town was asked for");
    };
    assert_eq!(a.streets, b.streets);
    for (a, b) in answers(&ours).iter().zip(&answers(&theirs)) {
        assert_eq!(a, b);
    }
}

fn recipe(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("docs/recipes")
        .join(name)
}

/// A Python that has a module, or `None`, said aloud.
fn python(variable: &str, module: &str) -> Option<PathBuf> {
    python_with(module, variable)
        .inspect_err(|why| eprintln!("skipped: {why} ({variable})"))
        .ok()
}

fn run(mut command: Command) {
    let run = command.output().unwrap();
    assert!(
        run.status.success(),
        "{}{}",
        text(&run.stdout),
        text(&run.stderr)
    );
}

/// Runs the DuckDB recipe over the raw hours, changed by `change`.
fn duckdb(python: &Path, folder: &Folder, out: &str, change: impl Fn(String) -> String) {
    let sql = change(fs::read_to_string(recipe("counts_duckdb.sql")).unwrap());
    let script = "import duckdb, sys\ncon = duckdb.connect(config={'threads': 1})\nfor name, value in zip(['raw', 'counts'], sys.argv[1:3]): con.execute(f\"SET VARIABLE {name} = '{value}'\")\ncon.execute(sys.argv[3])\n";
    let mut command = Command::new(python);
    command
        .args(["-c", script])
        .arg(folder.at("raw.csv"))
        .arg(folder.at(out))
        .arg(sql);
    run(command);
}

#[test]
fn counts_that_duckdb_wrote_are_answered_as_our_own() {
    let Some(python) = python("STRAATBEELD_PYTHON", "duckdb") else {
        return;
    };
    let folder = Folder::new();
    folder.published("ours", "telraam-csv", "raw.csv");
    duckdb(&python, &folder, "lake", |sql| sql);
    let said = folder.published("theirs", "published-counts", "lake/year=*/*.parquet");
    assert!(
        folder
            .at("theirs/counts/counts/year-2024-data_0.parquet")
            .is_file(),
        "{said}"
    );
    // The catalogue has length and hash of the file as it lies there.
    let bytes = fs::read(folder.at("theirs/counts/counts/year-2024-data_0.parquet")).unwrap();
    let catalog = fs::read_to_string(folder.at("theirs/catalog.jsonld")).unwrap();
    assert!(catalog.contains(&sha256(&bytes)) && catalog.contains(&bytes.len().to_string()));
    same(&folder, "ours", "theirs");
    // A second time: links of the first are replaced, what is no longer there is removed.
    fs::rename(
        folder.at("lake/year=2024/data_0.parquet"),
        folder.at("lake/year=2024/other.parquet"),
    )
    .unwrap();
    folder.published("theirs", "published-counts", "lake/year=*/*.parquet");
    assert!(
        !folder
            .at("theirs/counts/counts/year-2024-data_0.parquet")
            .exists()
    );
    same(&folder, "ours", "theirs");
    // Written again: one file, and the same answers.
    let again = "published-counts\"\nrewrite = true # \"";
    folder.published("again", again, "lake/year=*/*.parquet");
    let files: Vec<_> = fs::read_dir(folder.at("again/counts/counts"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(files, ["counts.parquet"]);
    same(&folder, "ours", "again");
}

#[test]
fn what_a_page_could_not_read_is_told_with_what_to_write_instead() {
    let Some(python) = python("STRAATBEELD_PYTHON", "duckdb") else {
        return;
    };
    let folder = Folder::new();
    let wrong: [(&str, &str, &[&str]); 8] = [
        (
            "start::TIMESTAMP_MS AS",
            "start AS",
            &[
                "column start",
                "timestamps in micros",
                "outputTimestampType=TIMESTAMP_MILLIS",
            ],
        ),
        (
            "COMPRESSION zstd",
            "COMPRESSION gzip",
            &["column segment", "GZIP", "ZSTD, SNAPPY or UNCOMPRESSED"],
        ),
        (
            "        segment,\n        start::",
            "        segment AS site,\n        start::",
            &["no column segment", "never by segment"],
        ),
        (
            "ORDER BY year, segment, start",
            "ORDER BY year, start",
            &["row 2", "sorted by segment and start"],
        ),
        (
            "60::INTEGER AS minutes",
            "7::INTEGER AS minutes",
            &[
                "segment a, row 1, column minutes: 7",
                "whole part of an hour",
            ],
        ),
        (
            "CASE WHEN uptime > 0 THEN bike END AS bike,",
            "CASE WHEN uptime > 0 THEN bike::BIGINT END AS bike,",
            &["column bike: INT64", "::INTEGER"],
        ),
        (
            "CASE WHEN uptime > 0 THEN bike END AS bike,",
            "CASE WHEN uptime > 0 THEN -1 - bike END AS bike,",
            &["column bike: -", "null where it is not known"],
        ),
        ("len(shares) = classes AND cars > 0", "cars > 0", &[]),
    ];
    for (number, (from, to, told)) in wrong.into_iter().enumerate() {
        let lake = format!("lake-{number}");
        duckdb(&python, &folder, &lake, |sql| {
            assert!(sql.contains(from), "{from}");
            sql.replacen(from, to, 1)
        });
        let run = folder.publish(
            "out",
            "published-counts",
            &format!("{lake}/year=*/*.parquet"),
        );
        let said = text(&run.stderr);
        assert_eq!(run.status.success(), told.is_empty(), "{to}: {said}");
        for part in told {
            assert!(said.contains(part), "{to}: no {part:?} in {said}");
        }
    }
    // The same hours in two files.
    fs::create_dir(folder.at("twice")).unwrap();
    duckdb(&python, &folder, "twice/1", |sql| sql);
    duckdb(&python, &folder, "twice/2", |sql| sql);
    let run = folder.publish("out", "published-counts", "twice/*/year=2024/*.parquet");
    let said = text(&run.stderr);
    assert!(
        !run.status.success() && said.contains("two files have a row"),
        "{said}"
    );
}

#[test]
fn counts_that_spark_wrote_are_answered_as_our_own() {
    let Some(python) = python("STRAATBEELD_SPARK_PYTHON", "pyspark") else {
        return;
    };
    let folder = Folder::new();
    folder.published("ours", "telraam-csv", "raw.csv");
    let mut spark = Command::new(&python);
    spark
        .arg(recipe("counts_spark.py"))
        .arg(folder.at("raw.csv"))
        .arg(folder.at("lake"))
        .env(
            "PYSPARK_SUBMIT_ARGS",
            "--master local[1] --driver-memory 1g --conf spark.ui.enabled=false pyspark-shell",
        )
        .env("PYSPARK_PYTHON", &python);
    run(spark);
    folder.published("theirs", "published-counts", "lake/year=*/*.parquet");
    same(&folder, "ours", "theirs");
}
