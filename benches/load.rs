//! A CSV file of a million rows from disk, in turns: our reader has its rows in memory, `publish` writes the town's
//! folder, DuckDB makes a table in memory.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Instant;
use straatbeeld::domain::Zone;
use straatbeeld::publish::assemble::{Progress, assemble};
use straatbeeld::publish::folder;
use straatbeeld::publish::sources::bytes_of;
use straatbeeld::publish::threads::Threads;
use straatbeeld::publish::town_file::{self, Plan, TownFile};
use straatbeeld::read::declared_csv;

const RUNS: usize = 5;
const SEGMENTS: u32 = 50;
const HOURS: u32 = 20_000;

const FILE: &str = "counts.csv";

const TOWN: &str = r#"
[town]
id = "load"
names = { en = "Load" }
zone = "UTC"
languages = ["en"]
centre = { lon = 3.2, lat = 50.8 }

[[source]]
id = "counts"
format = "csv"
paths = ["counts.csv"]
zone = "UTC"
publisher = "Nobody"
licence = "CC0 1.0"
title = { en = "Generated counts" }

[source.table]
minutes = 60
segment = "segment_id"
time = "ts"
counts = { car = "car", heavy = "heavy", bike = "bike", pedestrian = "pedestrian" }
uptime = "uptime"
"#;

struct Quiet;

impl Progress for Quiet {
    fn source(&mut self, _: &str, _: usize) {}
    fn file(&mut self, _: &Path) {}
}

/// Prints the times and their ratios.
pub fn compare(python: &Path) {
    let here = tempfile::tempdir().unwrap();
    let csv = here.path().join(FILE);
    fs::write(&csv, rows()).unwrap();
    let megabytes = fs::metadata(&csv).unwrap().len() as f64 / 1e6;
    println!(
        "\nCSV file, {} rows, {megabytes:.0} MB: seconds, {RUNS} runs in turns",
        SEGMENTS * HOURS
    );
    let town = town();
    let mut duckdb = Duckdb::start(python);
    let mut times: [Vec<f64>; 3] = Default::default();
    // The first time warms the caches of the disk, and is not counted.
    publish(&town, here.path());
    for run in 0..RUNS {
        let mut own = [0.0; 2];
        let mut other = None;
        // Who is first has what the machine does beside; so they take turns.
        for place in 0..3 {
            match (run + place) % 3 {
                0 => own[0] = load(&town, &csv),
                1 => own[1] = publish(&town, here.path()).0,
                _ => other = duckdb.as_mut().and_then(|duckdb| duckdb.load(&csv)),
            }
        }
        for (times, seconds) in times.iter_mut().zip(own.into_iter().chain(other)) {
            times.push(seconds);
        }
    }
    let [loaded, published, theirs] = times;
    println!("{:<40} {:>8} {:>8} {:>8}", "", "min", "median", "max");
    line("ours: rows readable in memory", &loaded);
    line("publish: read, sort, write, summary", &published);
    if theirs.is_empty() {
        println!("DuckDB: skipped: no Python with duckdb");
        return;
    }
    line("DuckDB: CREATE TABLE AS read_csv", &theirs);
    let against = |own: &[f64]| -> Vec<f64> {
        let runs = own.iter().zip(&theirs);
        runs.map(|(own, theirs)| own / theirs).collect()
    };
    line("rows in memory × DuckDB, run by run", &against(&loaded));
    line("publish × DuckDB, run by run", &against(&published));
}

/// Loads and publishes the file named on each line of the input, for who takes turns with it, and prints the rows and
/// the seconds of both: `1000000 0.21 0.43`.
pub fn when_told() {
    let here = tempfile::tempdir().unwrap();
    let town = town();
    for path in std::io::stdin().lines() {
        let path = path.unwrap();
        let csv = here.path().join(FILE);
        let _ = fs::remove_file(&csv);
        std::os::unix::fs::symlink(Path::new(path.trim()), &csv).unwrap();
        let loaded = load(&town, &csv);
        let (published, rows) = publish(&town, here.path());
        println!("{rows} {loaded} {published}");
    }
}

fn town() -> TownFile {
    match town_file::parse("town.toml", TOWN) {
        Ok(Plan::Town(town)) => *town,
        _ => panic!("a town file"),
    }
}

fn line(what: &str, values: &[f64]) {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let (first, last) = (values[0], values[values.len() - 1]);
    println!(
        "{what:<40} {first:>8.2} {:>8.2} {last:>8.2}",
        values[values.len() / 2]
    );
}

/// Seconds from the file to its rows in memory, each checked: what an engine's load is.
fn load(town: &TownFile, csv: &Path) -> f64 {
    let table = town.sources[0].counter.table.as_ref().unwrap();
    let begin = Instant::now();
    let bytes = bytes_of(csv).unwrap_or_else(|failure| panic!("{}", failure.message));
    let counts = declared_csv::read_with(FILE, &bytes, table, Zone::parse("UTC"), &Threads);
    let counts = counts.unwrap_or_else(|error| panic!("{error}"));
    let seconds = begin.elapsed().as_secs_f64();
    assert_eq!(counts.table.len() as u64, counts.report.rows);
    seconds
}

/// Seconds from the file to the published folder, and its rows.
fn publish(town: &TownFile, root: &Path) -> (f64, u64) {
    let begin = Instant::now();
    let (data, outcome) = assemble(town, "town.toml", root, &mut Quiet);
    let written = folder::write(&root.join("out"), &data, &mut |_| {}).unwrap();
    drop(data);
    let seconds = begin.elapsed().as_secs_f64();
    let report = &outcome.sources[0].report;
    assert_eq!((report.kept, written.rows), (report.rows, report.rows));
    (seconds, report.rows)
}

/// A Python that loads a file as often as it is told.
struct Duckdb {
    python: Child,
    answers: BufReader<std::process::ChildStdout>,
}

impl Duckdb {
    fn start(python: &Path) -> Option<Self> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/duckdb_load.py");
        let mut python = Command::new(python)
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let answers = BufReader::new(python.stdout.take()?);
        Some(Self { python, answers })
    }

    fn load(&mut self, csv: &Path) -> Option<f64> {
        writeln!(self.python.stdin.as_mut()?, "{}", csv.display()).ok()?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer).ok()?;
        answer.trim().parse().ok()
    }
}

impl Drop for Duckdb {
    fn drop(&mut self) {
        drop(self.python.stdin.take());
        let _ = self.python.wait();
    }
}

/// Hours of camera counters: counts divided by uptime as 32-bit decimals, whole cars by speed class.
fn rows() -> String {
    let mut text = String::from(
        "\"segment_id\",\"ts\",\"car\",\"heavy\",\"bike\",\"pedestrian\",\"s0\",\"s1\",\"s2\",\"s3\",\"s4\",\"s5\",\"s6\",\"s7\",\"uptime\"\n",
    );
    let mut seed = 7_u64;
    // Numbers below `most`, small ones more often than large ones.
    let mut below = |most: u64| {
        let mut next = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) % most.max(1)
        };
        next() * next() / most.max(1)
    };
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for segment in 0..SEGMENTS {
        let level = 20 + below(600);
        for hour in 0..HOURS {
            let (mut year, mut month, mut day) = (2023, 0, hour / 24);
            loop {
                let length = lengths[month] + u32::from(year % 4 == 0 && month == 1);
                if day < length {
                    break;
                }
                day -= length;
                month += 1;
                if month == lengths.len() {
                    (year, month) = (year + 1, 0);
                }
            }
            let uptime = 1.0 - below(3_000) as f32 / 10_000.0;
            let at_night = if hour % 24 < 6 { 10 } else { 1 };
            let cars = below(level / at_night);
            write!(
                text,
                "{},{year}-{:02}-{:02} {:02}:00:00.000,{},{},{},{}",
                348_000 + 37 * segment,
                month + 1,
                day + 1,
                hour % 24,
                cars as f32 / uptime,
                (cars / 15) as f32 / uptime,
                below(60 / at_night) as f32 / uptime,
                below(40 / at_night) as f32 / uptime,
            )
            .unwrap();
            for share in [1, 4, 12, 35, 30, 12, 4, 2] {
                write!(text, ",{}", cars * share / 100).unwrap();
            }
            writeln!(text, ",{uptime}").unwrap();
        }
    }
    text
}
