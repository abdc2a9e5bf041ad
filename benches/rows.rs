//! Rows per second: reading raw files, publishing a large one beside DuckDB, generating and publishing the demonstration town, answering a question.
//! `cargo run --release --example rows`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::format_push_string
)]

mod load;
mod readers;

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Instant;
use straatbeeld::domain::{Mode, StreetId};
use straatbeeld::publish::{demo, folder, local};
use straatbeeld::query::{PeriodChoice, Query, StreetQuestion};

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

fn main() {
    let (csv, json) = raw_year();
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = std::env::var_os("STRAATBEELD_SHARED")
        .map_or_else(|| here.join("../shared"), PathBuf::from);
    let python = std::env::var_os("STRAATBEELD_PYTHON")
        .map_or_else(|| here.join("build/venv/bin/python"), PathBuf::from);
    // `rows load`: the large file alone; `rows town`: the demonstration town alone; `rows told`: the files that are
    // named on its input, for who takes turns with it (`make bench-peers`).
    let only = std::env::args().nth(1);
    if only.as_deref() == Some("told") {
        return load::when_told();
    }
    let is_wanted = |part| only.as_deref().is_none_or(|only| only == part);
    if is_wanted("readers") {
        readers::compare(&shared.join("data"), &python, &csv, &json);
    }
    if is_wanted("load") {
        load::compare(&python);
        println!();
    }
    if is_wanted("town") {
        town();
    }
}

fn town() {
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
    let mut asker = local::Asker::new(out.path());
    for (what, period, modes) in [
        (
            "another mode of the last year, in memory",
            PeriodChoice::LastYear,
            [Mode::Bike, Mode::Car],
        ),
        (
            "another mode of three years, in memory",
            PeriodChoice::All,
            [Mode::Bike, Mode::Car],
        ),
    ] {
        let mut turn = 0;
        measure(what, 20, || {
            turn += 1;
            let question = StreetQuestion {
                street: StreetId("stationsstraat".into()),
                segment: None,
                period,
                mode: modes[turn % 2],
            };
            asker.ask(Query::Street(question)).expect("an answer");
            26_304
        });
    }
}
