//! Rows per second: reading raw files, generating and publishing the demonstration town, answering a question.
//! `cargo run --release --example rows`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::format_push_string
)]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Instant;
use straatbeeld::domain::{Mode, Side, StreetId, Zone};
use straatbeeld::publish::{demo, folder, local};
use straatbeeld::query::{PeriodChoice, Query, StreetQuestion};
use straatbeeld::read::vehicles::declared::Declared;
use straatbeeld::read::vehicles::{metrocount, muenster_loops, vbv};
use straatbeeld::read::{
    berlin_detection, eco_counter, telraam_csv, telraam_json, telraam_parquet, telraam_xlsx,
};

const RUNS: usize = 5;

/// `work` returns how many rows it handled.
fn measure(what: &str, runs: usize, mut work: impl FnMut() -> usize) {
    let mut seconds = Vec::new();
    let mut rows = 0;
    for _ in 0..runs {
        let begin = Instant::now();
        rows = black_box(work());
        seconds.push(begin.elapsed().as_secs_f64());
    }
    seconds.sort_by(f64::total_cmp);
    let (best, median) = (seconds[0], seconds[seconds.len() / 2]);
    println!(
        "{what:<44} {rows:>8} rows  {:>11.0} rows/s best  {:>11.0} rows/s median  {:>8.1} ms",
        rows as f64 / best,
        rows as f64 / median,
        median * 1e3
    );
}

/// A year of hours of one segment, as the publisher's CSV and JSON have it.
fn raw_year() -> (String, String) {
    let mut csv = String::from(
        "segment_id,date,interval,uptime,heavy,car,bike,pedestrian,night,heavy_lft,heavy_rgt,car_lft,car_rgt,bike_lft,bike_rgt,pedestrian_lft,pedestrian_rgt,night_lft,night_rgt,direction,car_speed_hist_0to70plus,car_speed_hist_0to120plus,timezone,v85\n",
    );
    let mut json = Vec::new();
    let fine = format!("[{}]", ["4.0"; 25].join(", "));
    let coarse = format!("[{}]", ["12.5"; 8].join(", "));
    for hour in 0..8760_u32 {
        let (day, of_day) = (hour / 24, hour % 24);
        let date = format!(
            "2025-{:02}-{:02}T{of_day:02}:00:00.000Z",
            day / 31 + 1,
            day % 28 + 1
        );
        csv += &format!(
            "9000001,{date},hourly,0.98,2,120,30,14,1,1,1,60,60,15,15,7,7,0.5,0.5,1,\"{coarse}\",\"{fine}\",Europe/Brussels,38.5\n"
        );
        json.push(format!(r#"{{"segment_id":9000001,"date":"{date}","interval":"hourly","uptime":0.98,"heavy":2,"car":120,"bike":30,"pedestrian":14,"night":1,"heavy_lft":1,"heavy_rgt":1,"car_lft":60,"car_rgt":60,"bike_lft":15,"bike_rgt":15,"pedestrian_lft":7,"pedestrian_rgt":7,"night_lft":0.5,"night_rgt":0.5,"direction":1,"car_speed_hist_0to70plus":{coarse},"car_speed_hist_0to120plus":{fine},"timezone":"Europe/Brussels","v85":38.5}}"#));
    }
    (
        csv,
        format!(
            r#"{{"status_code":200,"message":"ok","report":[{}]}}"#,
            json.join(",")
        ),
    )
}

/// A reader of counters and a real file of its kind.
type Counter = (&'static str, &'static str, fn(&str, &[u8]) -> u64);

/// Rows per second of the readers of counters, beside the floor: the `csv` crate splitting the same bytes.
fn counters(data: &Path) {
    let readers: [Counter; 7] = [
        (
            "Eco-Counter (Münster)",
            "muenster-radverkehr/100034981/2023-05.csv.gz",
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
        ),
        (
            "Berlin's detection",
            "berlin-verkehrsdetektion/mq_hr_2023_06.csv.gz",
            |file, bytes| {
                let zone = Zone::parse("Europe/Berlin").unwrap();
                berlin_detection::read(file, bytes, zone)
                    .unwrap()
                    .report
                    .rows
            },
        ),
        (
            "loops of bicycles (Münster)",
            "muenster-loop-records/June_data/Kanalpromenade Dingstiege.csv.gz",
            |file, bytes| {
                muenster_loops::read(file, bytes, &vehicles())
                    .unwrap()
                    .report
                    .rows
            },
        ),
        (
            "VBV-1 (Neuchâtel)",
            "neuchatel-roadcounters/00056520.V05.gz",
            |file, bytes| vbv::read(file, bytes, &vehicles()).unwrap().report.rows,
        ),
        (
            "MetroCount (Neuchâtel)",
            "neuchatel-roadcounters/64210836_TCHO-Capitaine.txt.gz",
            |file, bytes| {
                metrocount::read(file, bytes, &vehicles())
                    .unwrap()
                    .report
                    .rows
            },
        ),
        (
            "Telraam CSV (Kortrijk)",
            "kortrijk-telraam/traffic_two_streets_raw.csv",
            |file, bytes| {
                telraam_csv::read(file, bytes, Zone::parse("Europe/Brussels"))
                    .unwrap()
                    .report
                    .rows
            },
        ),
        (
            "Telraam XLSX (Terrebonne)",
            "terrebonne-telraam/raw-data-2024East60.xlsx",
            |file, bytes| {
                telraam_xlsx::read(file, bytes, Zone::parse("UTC"))
                    .unwrap()
                    .report
                    .rows
            },
        ),
    ];
    for (what, path, read) in readers {
        let Some(bytes) = unpacked(&data.join(path)) else {
            println!("skipped: {what}, no open data beside the checkout");
            continue;
        };
        let ours = seconds(|| read(path, &bytes));
        if what.contains("XLSX") {
            println!(
                "{what:<44} {:>8} rows  {:>11.0} rows/s",
                ours.0,
                ours.0 as f64 / ours.1
            );
            continue;
        }
        let floor = seconds(|| {
            let mut reader = csv::ReaderBuilder::new()
                .flexible(true)
                .from_reader(bytes.as_slice());
            let mut record = csv::ByteRecord::new();
            let mut rows = 0;
            while reader.read_byte_record(&mut record).unwrap_or(false) {
                rows += 1;
            }
            rows
        });
        println!(
            "{what:<44} {:>8} rows  {:>11.0} rows/s  {:>6.1} × the time of splitting the same bytes",
            ours.0,
            ours.0 as f64 / ours.1,
            ours.1 / floor.1
        );
    }
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

/// What `work` gives and its least time of a few runs.
fn seconds(work: impl Fn() -> u64) -> (u64, f64) {
    let mut least = f64::INFINITY;
    let mut rows = 0;
    for _ in 0..RUNS {
        let begin = Instant::now();
        rows = black_box(work());
        least = least.min(begin.elapsed().as_secs_f64());
    }
    (rows, least)
}

fn unpacked(path: &Path) -> Option<Vec<u8>> {
    let raw = std::fs::read(path).ok()?;
    if path.extension().is_none_or(|extension| extension != "gz") {
        return Some(raw);
    }
    let mut bytes = Vec::new();
    flate2::read::MultiGzDecoder::new(raw.as_slice())
        .read_to_end(&mut bytes)
        .ok()?;
    Some(bytes)
}

fn main() {
    let zone = Zone::parse("Europe/Brussels");
    let (csv, json) = raw_year();
    measure("read Telraam CSV", RUNS, || {
        telraam_csv::read("year.csv", csv.as_bytes(), zone)
            .unwrap()
            .table
            .len()
    });
    measure("read Telraam JSON", RUNS, || {
        telraam_json::read("year.json", json.as_bytes())
            .unwrap()
            .table
            .len()
    });

    let shared = std::env::var_os("STRAATBEELD_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let berlin = shared.join("data/berlin-zaehlt-mobilitaet/traffic_df_2024_10-2024_12.parquet");
    match std::fs::read(&berlin) {
        Ok(bytes) => measure("read Telraam Parquet (Berlin)", RUNS, || {
            telraam_parquet::read("berlin.parquet", &bytes, Zone::parse("Europe/Berlin"))
                .unwrap()
                .table
                .len()
        }),
        Err(_) => println!("skipped: Telraam Parquet, no open data beside the checkout"),
    }

    counters(&shared.join("data"));

    let town = demo::generate(demo::SEED).town;
    let rows: usize = town.counts.iter().map(|(_, table)| table.len()).sum();
    measure("generate the demonstration town", 3, || {
        demo::generate(demo::SEED)
            .town
            .counts
            .iter()
            .map(|(_, table)| table.len())
            .sum()
    });
    let out = tempfile::tempdir().unwrap();
    measure("publish the demonstration town", 3, || {
        folder::write(out.path(), &town, &mut |_| {}).unwrap();
        rows
    });
    let question = Query::Street(StreetQuestion {
        street: StreetId("stationsstraat".into()),
        segment: None,
        period: PeriodChoice::All,
        mode: Mode::Car,
    });
    measure("answer a street, three years, from disk", RUNS, || {
        local::ask(out.path(), question.clone()).expect("an answer");
        26_304
    });
}
