//! Rows per second of each reader beside two others over the same bytes: the floor, which only decodes
//! (`csv`, `serde_json`, Parquet's, Arrow's and the workbook's own decoder, or cutting lines into words), and DuckDB.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::io::Cursor;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use arrow_ipc::reader::FileReader;
use arrow_ipc::writer::FileWriter;
use calamine::Reader as _;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde_json::{Value, json};
use straatbeeld::domain::{Mode, Side, Zone};
use straatbeeld::publish::sources::members_of;
use straatbeeld::read::awv_sites::AwvSites;
use straatbeeld::read::table_map::TableMap;
use straatbeeld::read::vehicles::Vehicles;
use straatbeeld::read::vehicles::aggregate::aggregate;
use straatbeeld::read::vehicles::declared::Declared;
use straatbeeld::read::vehicles::{int2, jamar, metrocount, muenster_loops, vbv};
use straatbeeld::read::{
    awv, berlin_detection, declared_csv, eco_counter, gent, telraam_csv, telraam_json,
    telraam_parquet, telraam_xlsx,
};

const RUNS: usize = 5;

/// A member of a case: its name and its bytes, unpacked.
type File = (String, Vec<u8>);

/// What a file costs at least.
#[derive(Clone, Copy)]
enum Floor {
    Csv,
    Json,
    Words,
    Parquet,
    Arrow,
    Workbook,
}

struct Case {
    what: &'static str,
    files: Vec<File>,
    /// Gives the rows that it read.
    read: fn(&str, &[u8]) -> u64,
    floor: Floor,
    /// What DuckDB selects, with `{files}` for the list of them; or why it does not read the format.
    duckdb: Result<&'static str, &'static str>,
}

const CSV: Result<&str, &str> = Ok("SELECT * FROM read_csv({files})");
const NO_EXTENSION: &str = "needs its extension `nanoarrow`";
const NO_FORMAT: &str = "not a format of DuckDB";

/// Prints a line per reader.
pub fn compare(data: &Path, python: &Path, csv: &str, json: &str) {
    let cases = cases(data, csv, json);
    let theirs = duckdb(python, &cases);
    println!(
        "{:<34} {:>9} {:>12} {:>10} {:>10}   ours: rows/s, median of {RUNS}; × time of the others",
        "reader", "rows", "rows/s", "× floor", "× DuckDB"
    );
    for (case, theirs) in cases.iter().zip(theirs) {
        if case.files.is_empty() {
            println!(
                "{:<34} skipped: no open data beside the checkout",
                case.what
            );
            continue;
        }
        let (rows, ours) = median(|| {
            case.files
                .iter()
                .map(|(name, b)| (case.read)(name, b))
                .sum()
        });
        let (_, floor) = median(|| {
            case.files
                .iter()
                .map(|(_, bytes)| case.floor.decode(bytes))
                .sum()
        });
        let theirs = match theirs {
            Ok(seconds) => format!("{:>10.1}", ours / seconds),
            Err(why) => format!("{:>10}   DuckDB: {why}", "–"),
        };
        println!(
            "{:<34} {rows:>9} {:>12.0} {:>10.1} {theirs}",
            case.what,
            rows as f64 / ours,
            ours / floor
        );
    }
}

fn cases(data: &Path, csv: &str, json: &str) -> Vec<Case> {
    let case = |what, files, read, floor, duckdb| Case {
        what,
        files,
        read,
        floor,
        duckdb,
    };
    let of = |paths: &[&str]| files(data, paths);
    let parquet = of(&["berlin-zaehlt-mobilitaet/traffic_df_2024_10-2024_12.parquet"]);
    let arrow = parquet
        .iter()
        .map(|(name, bytes)| (name.clone(), as_arrow(bytes)))
        .collect();
    let year = |name: &str, text: &str| vec![(name.to_owned(), text.as_bytes().to_vec())];
    vec![
        case(
            "Telraam JSON, generated year",
            year("year.json", json),
            read_json,
            Floor::Json,
            Ok("SELECT unnest(report, recursive := true) FROM read_json({files})"),
        ),
        case(
            "Telraam JSON, Karlsruhe",
            of(&["karlsruhe-telraam/device_*/hourly/*.json.gz"]),
            read_json,
            Floor::Json,
            Ok("SELECT unnest(data, recursive := true) FROM read_json({files})"),
        ),
        case(
            "Telraam CSV, generated year",
            year("year.csv", csv),
            read_telraam_csv,
            Floor::Csv,
            CSV,
        ),
        case(
            "Telraam CSV, Kortrijk",
            of(&["kortrijk-telraam/traffic_two_streets_raw.csv"]),
            read_telraam_csv,
            Floor::Csv,
            CSV,
        ),
        case(
            "Telraam Parquet, Berlin",
            parquet,
            read_telraam_table,
            Floor::Parquet,
            Ok("SELECT * FROM read_parquet({files})"),
        ),
        case(
            "the same as Arrow IPC",
            arrow,
            read_telraam_table,
            Floor::Arrow,
            Err(NO_EXTENSION),
        ),
        case(
            "Telraam XLSX, Terrebonne",
            of(&["terrebonne-telraam/raw-data-2024West15.xlsx"]),
            |file, bytes| {
                telraam_xlsx::read(file, bytes, Zone::parse("UTC"))
                    .unwrap()
                    .report
                    .rows
            },
            Floor::Workbook,
            Ok("SELECT * FROM read_xlsx({files})"),
        ),
        case(
            "Eco-Counter CSV, Münster",
            of(&["muenster-radverkehr/100034981/*.csv.gz"]),
            |file, bytes| {
                let declared = eco_counter::Declared {
                    zone: Zone::parse("Europe/Berlin"),
                    mode: Mode::Bike,
                    minutes: None,
                };
                eco_counter::read(file, bytes, declared)
                    .unwrap()
                    .report
                    .rows
            },
            Floor::Csv,
            Ok("SELECT * FROM read_csv({files}, union_by_name := true)"),
        ),
        case(
            "AWV CSV, generated month",
            vec![("awv.csv".to_owned(), awv_month())],
            |file, bytes| {
                awv::read(file, bytes, &AwvSites::default(), brussels())
                    .unwrap()
                    .report
                    .rows
            },
            Floor::Csv,
            CSV,
        ),
        case(
            "Ghent 5-minute CSV",
            of(&["gent-fietstelpalen/fietstelpaal-coupure-links-2022-gent.zip"]),
            |file, bytes| gent::read_csv(file, bytes, brussels()).unwrap().report.rows,
            Floor::Csv,
            CSV,
        ),
        case(
            "Ghent hourly JSON",
            of(&["gent-fietstelpalen/hourly-json/fietstelpaal-*.json.gz"]),
            |file, bytes| {
                gent::read_json(file, bytes, None, brussels())
                    .unwrap()
                    .report
                    .rows
            },
            Floor::Json,
            Ok("SELECT * FROM read_json({files})"),
        ),
        case(
            "declared CSV, Ghent cleaned",
            of(&["gent-fietstelpalen/fietstelpaal-coupure-links-gent.zip"]),
            read_declared,
            Floor::Csv,
            CSV,
        ),
        case(
            "Berlin's detection CSV",
            of(&["berlin-verkehrsdetektion/mq_hr_2023_06.csv.gz"]),
            |file, bytes| {
                berlin_detection::read(file, bytes, Zone::parse("Europe/Berlin").unwrap())
                    .unwrap()
                    .report
                    .rows
            },
            Floor::Csv,
            CSV,
        ),
        case(
            "loops of bicycles, Münster",
            of(&["muenster-loop-records/June_data/Kanalpromenade Dingstiege.csv.gz"]),
            |file, bytes| summed(muenster_loops::read(file, bytes, &vehicles()).unwrap()),
            Floor::Csv,
            CSV,
        ),
        case(
            "JAMAR, Philadelphia",
            of(&["philadelphia-dvrpc-counts/jamar_vehicle/165367.txt.gz"]),
            |file, bytes| match jamar::read(file, bytes, &vehicles()).unwrap() {
                jamar::Read::Vehicles(found) => summed(*found),
                jamar::Read::Counts(found) => found.report.rows,
            },
            Floor::Csv,
            Ok("SELECT * FROM read_csv({files}, skip := 3, header := true)"),
        ),
        case(
            "VBV-1, Neuchâtel",
            of(&["neuchatel-roadcounters/00056520.V05.gz"]),
            |file, bytes| summed(vbv::read(file, bytes, &vehicles()).unwrap()),
            Floor::Words,
            Err(NO_FORMAT),
        ),
        case(
            "INT-2, Neuchâtel",
            of(&["neuchatel-roadcounters/10020260.A01"]),
            |file, bytes| int2::read(file, bytes, &vehicles()).unwrap().report.rows,
            Floor::Words,
            Err(NO_FORMAT),
        ),
        case(
            "MetroCount, Neuchâtel",
            of(&["neuchatel-roadcounters/64210836_TCHO-Capitaine.txt.gz"]),
            |file, bytes| summed(metrocount::read(file, bytes, &vehicles()).unwrap()),
            Floor::Words,
            Err(NO_FORMAT),
        ),
    ]
}

fn read_json(file: &str, bytes: &[u8]) -> u64 {
    telraam_json::read(file, bytes).unwrap().report.rows
}

fn read_telraam_csv(file: &str, bytes: &[u8]) -> u64 {
    telraam_csv::read(file, bytes, Some(brussels()))
        .unwrap()
        .report
        .rows
}

/// Parquet or Arrow IPC: the reader sees which.
fn read_telraam_table(file: &str, bytes: &[u8]) -> u64 {
    telraam_parquet::read(file, bytes, Zone::parse("Europe/Berlin"))
        .unwrap()
        .report
        .rows
}

fn read_declared(file: &str, bytes: &[u8]) -> u64 {
    let map: TableMap = toml::from_str(
        r#"
minutes = 5
segment_id = "COU"
time = "timestamp"
counts = { direction_mariakerke = "bike left", direction_centre = "bike right" }
"#,
    )
    .unwrap();
    declared_csv::read(file, bytes, &map, None)
        .unwrap()
        .report
        .rows
}

/// A line per vehicle is read once it is part of a quarter of an hour; then the rows are all lines.
fn summed(found: Vehicles) -> u64 {
    aggregate(vec![found], vehicles().zone).report.rows
}

fn brussels() -> Zone {
    Zone::parse("Europe/Brussels").unwrap()
}

fn vehicles() -> Declared<'static> {
    static LANES: BTreeMap<String, Side> = BTreeMap::new();
    Declared {
        zone: Zone::parse("Europe/Zurich").unwrap(),
        segment: None,
        lanes: &LANES,
        mode: None,
    }
}

/// A month of quarters of fifty sites in both directions: of the real file there is only an excerpt of 192 rows.
fn awv_month() -> Vec<u8> {
    let mut text = String::new();
    for site in 1..=50 {
        for side in ["IN", "OUT"] {
            for quarter in 0..31 * 96 - 1 {
                let at = |q: u32| {
                    format!(
                        "2023-07-{:02} {:02}:{:02}:00.0",
                        q / 96 + 1,
                        q / 4 % 24,
                        q % 4 * 15
                    )
                };
                text += &format!(
                    "{site},{side},FIETSERS,{},{},{}\n",
                    at(quarter),
                    at(quarter + 1),
                    quarter * 7 % 41
                );
            }
        }
    }
    text.into_bytes()
}

fn as_arrow(parquet: &[u8]) -> Vec<u8> {
    let reader =
        ParquetRecordBatchReaderBuilder::try_new(bytes::Bytes::copy_from_slice(parquet)).unwrap();
    let mut writer = FileWriter::try_new(Vec::new(), reader.schema()).unwrap();
    for batch in reader.build().unwrap() {
        writer.write(&batch.unwrap()).unwrap();
    }
    writer.into_inner().unwrap()
}

/// What the globs find below `data`, unpacked; empty where nothing is there.
fn files(data: &Path, globs: &[&str]) -> Vec<File> {
    let mut paths: Vec<PathBuf> = globs
        .iter()
        .flat_map(|glob| glob::glob(&data.join(glob).display().to_string()).unwrap())
        .filter_map(Result::ok)
        .collect();
    paths.sort();
    paths
        .iter()
        .flat_map(|path| members_of(path).unwrap())
        .collect()
}

/// What `work` gives and the median of its times, in seconds.
fn median(work: impl Fn() -> u64) -> (u64, f64) {
    let mut rows = 0;
    let mut seconds: Vec<f64> = (0..RUNS)
        .map(|_| {
            let begin = Instant::now();
            rows = black_box(work());
            begin.elapsed().as_secs_f64()
        })
        .collect();
    seconds.sort_by(f64::total_cmp);
    (rows, seconds[RUNS / 2])
}

impl Floor {
    /// Decodes the bytes and does nothing with what is in them.
    fn decode(self, bytes: &[u8]) -> u64 {
        match self {
            Self::Csv => {
                let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
                let mut record = csv::ByteRecord::new();
                let mut rows = 0;
                while reader.read_byte_record(&mut record).unwrap_or(false) {
                    rows += 1;
                }
                rows
            }
            Self::Json => black_box(serde_json::from_slice::<Value>(bytes).is_ok()).into(),
            Self::Words => String::from_utf8_lossy(bytes)
                .lines()
                .map(|line| black_box(line.split_ascii_whitespace().count()) as u64)
                .sum(),
            Self::Parquet => {
                let reader =
                    ParquetRecordBatchReaderBuilder::try_new(bytes::Bytes::copy_from_slice(bytes));
                reader
                    .unwrap()
                    .build()
                    .unwrap()
                    .map(|batch| batch.unwrap().num_rows() as u64)
                    .sum()
            }
            Self::Arrow => {
                let reader = FileReader::try_new(Cursor::new(bytes), None).unwrap();
                reader.map(|batch| batch.unwrap().num_rows() as u64).sum()
            }
            Self::Workbook => {
                let mut book: calamine::Xlsx<_> =
                    calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
                let sheet = book.worksheet_range_at(0).unwrap().unwrap();
                sheet.rows().count() as u64
            }
        }
    }
}

/// The seconds of DuckDB for each case, or why there are none.
fn duckdb(python: &Path, cases: &[Case]) -> Vec<Result<f64, String>> {
    let folder = tempfile::tempdir().unwrap();
    let mut asked = Vec::new();
    for (number, case) in cases.iter().enumerate() {
        let Ok(sql) = case.duckdb else {
            asked.push(Value::Null);
            continue;
        };
        let mut paths = Vec::new();
        for (member, (name, bytes)) in case.files.iter().enumerate() {
            let ending = Path::new(name)
                .extension()
                .map_or("csv".into(), |e| e.to_string_lossy());
            // The name of what is packed ends in .gz; the bytes are unpacked here.
            let ending = if ending == "gz" { "txt".into() } else { ending };
            let path = folder.path().join(format!("{number}-{member}.{ending}"));
            std::fs::write(&path, bytes).unwrap();
            paths.push(path);
        }
        asked.push(json!({ "sql": sql, "files": paths }));
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/duckdb_reads.py");
    let child = Command::new(python)
        .arg(script)
        .arg(RUNS.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let answers = child.ok().and_then(|mut child| {
        child
            .stdin
            .take()?
            .write_all(Value::Array(asked).to_string().as_bytes())
            .ok()?;
        let output = child.wait_with_output().ok()?;
        serde_json::from_slice::<Vec<Value>>(&output.stdout).ok()
    });
    let Some(answers) = answers else {
        return cases
            .iter()
            .map(|_| Err("no Python with duckdb".to_owned()))
            .collect();
    };
    cases
        .iter()
        .zip(answers)
        .map(
            |(case, answer)| match (case.duckdb, answer["seconds"].as_f64()) {
                (Err(why), _) => Err(why.to_owned()),
                (_, Some(seconds)) => Ok(seconds),
                _ => Err(answer["error"].as_str().unwrap_or("no answer").to_owned()),
            },
        )
        .collect()
}
