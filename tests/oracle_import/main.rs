//! Every cell of published counts against SQL over the raw files (rows.py beside this file):
//! CSV of Kortrijk, Parquet of Berlin, JSON of Karlsruhe, through the command line as anybody runs it.
//!
//! Needs Python with `duckdb` (`STRAATBEELD_PYTHON`, else `build/venv`) and the shared data;
//! where they are missing the test says that it is skipped, and fails if `CI_REQUIRE_ORACLE=1`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod detection;

#[path = "../oracle/python.rs"]
mod python;

#[path = "../oracle/skip.rs"]
mod skip;

use python::python_with;
use serde_json::Value;
use skip::or_skip;
use std::path::{Path, PathBuf};
use std::process::Command;

const KARLSRUHE: &str = r#"
[town]
id = "karlsruhe"
names = { de = "Karlsruhe" }
zone = "Europe/Berlin"
languages = ["de"]
centre = { lon = 8.4, lat = 49.0 }

[[source]]
id = "telraam"
format = "telraam-json"
paths = ["karlsruhe-telraam/device_*/hourly/*.json.gz"]
publisher = "Telraam"
licence = "CC BY-NC 4.0"
title = "Counts"
"#;

/// Town, rows, rows with speeds in classes of 10 km/h.
const TOWNS: [(&str, u64, u64); 3] = [
    ("kortrijk", 3_489, 1_163),
    ("berlin", 118_868, 74_211),
    ("karlsruhe", 18_816, 9_102),
];

#[test]
fn every_published_cell_equals_sql_over_the_raw_files() {
    let folders = [
        "kortrijk-telraam",
        "berlin-zaehlt-mobilitaet",
        "karlsruhe-telraam",
        "telraam-snapshot-2023",
    ];
    let Some((python, data)) = python_and_data(&folders) else {
        return;
    };
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let out = tempfile::tempdir().unwrap();
    let karlsruhe = out.path().join("karlsruhe.toml");
    std::fs::write(&karlsruhe, KARLSRUHE).unwrap();
    for (town, _, _) in TOWNS {
        let file = here.join(format!("towns/{town}.toml"));
        let file = if file.is_file() {
            file
        } else {
            karlsruhe.clone()
        };
        let run = Command::new(env!("CARGO_BIN_EXE_straatbeeld"))
            .arg("publish")
            .arg(file)
            .arg("--data-root")
            .arg(&data)
            .arg("--out")
            .arg(out.path().join(town))
            .output()
            .unwrap();
        assert!(
            run.status.success(),
            "{}",
            String::from_utf8_lossy(&run.stderr)
        );
    }
    let run = Command::new(python)
        .arg(here.join("tests/oracle_import/rows.py"))
        .arg("--data")
        .arg(&data)
        .arg("--out")
        .arg(out.path())
        .output()
        .unwrap();
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    let text = String::from_utf8(run.stdout).unwrap();
    let compared: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(compared.len(), TOWNS.len());
    for ((town, rows, with_speeds), found) in TOWNS.iter().zip(&compared) {
        assert_eq!(found["town"], *town);
        assert_eq!(found["expected"], *rows, "{found}");
        assert_eq!(found["published"], *rows, "{found}");
        assert_eq!(found["only_one_side"], 0, "{found}");
        assert_eq!(found["different"], serde_json::json!({}), "{found}");
        assert_eq!(found["with_speeds"], *with_speeds, "{found}");
    }
}

/// What a test needs; it is skipped, aloud, where that is not there.
fn python_and_data(folders: &[&str]) -> Option<(PathBuf, PathBuf)> {
    or_skip(needed(folders))
}

/// Python with duckdb, and the raw files.
fn needed(folders: &[&str]) -> Result<(PathBuf, PathBuf), String> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = std::env::var_os("STRAATBEELD_SHARED")
        .map_or_else(|| here.join("../shared"), PathBuf::from);
    let data = shared.join("data");
    for folder in folders {
        if !data.join(folder).is_dir() {
            return Err(format!("{folder} is not in the shared data"));
        }
    }
    Ok((python_with("duckdb", "STRAATBEELD_PYTHON")?, data))
}
