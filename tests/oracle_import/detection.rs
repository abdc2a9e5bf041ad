//! Berlin's traffic detection: rows, sums and instants of each cross-section against SQL over the raw
//! files (detection.py beside this file), in the months in which the clocks change.

use super::python_and_data;
use serde_json::Value;
use std::path::Path;
use std::process::Command;

const MONTHS: [&str; 4] = ["2019_03", "2019_10", "2023_03", "2023_10"];

/// Counted with zcat and awk, without the hour of 29 October 2023 that covers two and 361 rows of
/// 1 October 2023 whose `qualitaet` is above 1.
const ROWS: u64 = 675_131;

const TOWN: &str = r#"
[town]
id = "berlin"
names = { de = "Berlin" }
zone = "Europe/Berlin"
languages = ["de"]
centre = { lon = 13.4, lat = 52.5 }

[[source]]
id = "detection"
format = "berlin-detection"
publisher = "x"
licence = "DL-DE-BY-2.0"
title = "Counts"
"#;

#[test]
fn each_cross_section_of_berlin_has_the_rows_sums_and_instants_of_sql() {
    let Some((python, data)) = python_and_data(&["berlin-verkehrsdetektion"]) else {
        return;
    };
    let out = tempfile::tempdir().unwrap();
    let town = out.path().join("town.toml");
    let paths = MONTHS.map(|month| format!("berlin-verkehrsdetektion/mq_hr_{month}.csv.gz"));
    std::fs::write(&town, format!("{TOWN}paths = {paths:?}\n")).unwrap();
    let folder = out.path().join("out");
    let run = Command::new(env!("CARGO_BIN_EXE_straatbeeld"))
        .arg("publish")
        .arg(&town)
        .arg("--data-root")
        .arg(&data)
        .arg("--out")
        .arg(&folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle_import/detection.py");
    let run = Command::new(python)
        .arg(script)
        .arg("--data")
        .arg(&data)
        .arg("--counts")
        .arg(folder.join("counts/detection.parquet"))
        .arg("--months")
        .arg(MONTHS.join(","))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}");
    let found: Value = serde_json::from_slice(&run.stdout).unwrap();
    for (one, other) in [
        ("rows", "published_rows"),
        ("cars", "published_cars"),
        ("heavy", "published_heavy"),
    ] {
        assert!(found[one].as_f64().is_some_and(|n| n > 0.0), "{found}");
        assert_eq!(found[one].as_f64(), found[other].as_f64(), "{found}");
    }
    for name in ["rows", "cars", "heavy", "speeds", "instants"] {
        assert_eq!(found[format!("other_{name}")], 0, "{found}");
    }
    assert_eq!(found["rows"], ROWS, "{found}");
}
