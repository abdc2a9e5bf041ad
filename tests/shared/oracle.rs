//! The measures on published recordings against SQL over the same files (oracle.py beside this file).

use super::shared;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use straatbeeld::analysis::shared::availability::{of_stations, profile as profile_of};
use straatbeeld::analysis::shared::timeline::Timeline;
use straatbeeld::analysis::shared::{departures, faults};
use straatbeeld::domain::shared::StationId;
use straatbeeld::domain::shared_profile::Profile;
use straatbeeld::domain::time::HOUR_MS;
use straatbeeld::domain::{Calendar, Zone};
use straatbeeld::read::ReadReport;
use straatbeeld::read::recorded::{Recording, read_parquet};

#[path = "../oracle/python.rs"]
mod python;

#[test]
fn every_station_of_the_french_recordings_has_the_values_of_sql() {
    let python = match python::python_with("duckdb", "STRAATBEELD_PYTHON") {
        Ok(python) => python,
        Err(why) => {
            eprintln!("skipped: {why}");
            return;
        }
    };
    let Some(root) = shared("gbfs-france-2026") else {
        return;
    };
    let mut compared = 0;
    for system in ["v_lille", "toulouse", "nantes", "amiens"] {
        let files = ["2026-03-02.parquet", "2026-03-03.parquet"]
            .map(|name| root.join("status_snapshots").join(system).join(name));
        compared += compare(system, &files, &python);
    }
    // Four systems, 869 stations, hours of an evening and a night.
    assert!(compared > 9_000, "{compared}");
}

fn compare(system: &str, files: &[std::path::PathBuf; 2], python: &Path) -> usize {
    let mut recording = Recording::default();
    for file in files {
        let bytes = std::fs::read(file).unwrap();
        read_parquet(system, &bytes, &mut recording).unwrap();
    }
    let series = recording
        .finish(&mut ReadReport::new(system))
        .series
        .unwrap();
    // In UTC, so that an hour of the profile is one hour of the recording: it is shorter than a day.
    let zone = Zone::parse("UTC").unwrap();
    let line = Timeline::new(&series.polls, zone, &Calendar::default());
    let fleet: Vec<u32> = (0..series.polls.len())
        .map(|poll| {
            let all = (0..series.stations.len()).filter_map(|s| series.reading(s, poll));
            all.map(|reading| reading.vehicles).sum()
        })
        .collect();
    let faulty = faults::faulty(&series.polls, &fleet);
    assert!(!faulty.contains(&true), "{system}");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shared/oracle.py");
    let list: Vec<_> = files
        .iter()
        .map(|file| file.display().to_string())
        .collect();
    let run = Command::new(python)
        .arg(script)
        .args(["--files", &list.join(",")])
        .output()
        .unwrap();
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    let mut profiles: BTreeMap<usize, Profile> = BTreeMap::new();
    let (mut hours, mut falls) = (0, 0);
    for row in String::from_utf8(run.stdout).unwrap().lines() {
        let row: Vec<Value> = serde_json::from_str(row).unwrap();
        let number = |i: usize| row[i].as_i64().unwrap();
        if row[0] == "falls" {
            let station = StationId(row[1].as_str().unwrap().to_owned());
            let at = series.position(&station).unwrap();
            let own = departures::of_station(&series, at, &faulty, &line);
            let sum: u64 = own.values().map(|sums| sums.falls).sum();
            let low: u64 = own.values().map(|sums| sums.low).sum();
            assert_eq!(sum as i64, number(2), "{system} {station:?}");
            assert!(low <= sum);
            falls += 1;
            continue;
        }
        let station = StationId(row[0].as_str().unwrap().to_owned());
        let at = series.position(&station).unwrap();
        let profile = profiles
            .entry(at)
            .or_insert_with(|| profile_of(&of_stations(&series, &[at]), &line));
        let start = straatbeeld::domain::Instant(number(1) * HOUR_MS);
        let hour = line.hour_of(start).unwrap();
        let tally = profile.hour(hour.day, hour.hour).unwrap();
        let ours = [
            tally.minutes as i64,
            tally.known as i64,
            tally.vehicle_minutes as i64,
            i64::from(tally.least.unwrap()),
            i64::from(tally.most.unwrap()),
            tally.empty_minutes as i64,
            tally.full_minutes as i64,
        ];
        let theirs: Vec<i64> = (2..9).map(number).collect();
        assert_eq!(ours.as_slice(), theirs, "{system} {station:?} {start}");
        hours += 1;
    }
    assert_eq!(falls, series.stations.len(), "{system}");
    hours
}
