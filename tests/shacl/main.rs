//! Catalogues against shapes of DCAT-AP 3 and mobilityDCAT-AP, by pySHACL; and each record as JSON-LD against the same
//! as Turtle, by rdflib. None of it shares code with what wrote them.
//!
//! Needs Python with `pyshacl` (`STRAATBEELD_PYTHON`, else `build/venv`); where it is missing the test says that it is
//! skipped, and fails if `CI_REQUIRE_ORACLE=1`. Kortrijk and Berlin join in where the shared data are.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

#[path = "../oracle/python.rs"]
mod python;

#[path = "../oracle/skip.rs"]
mod skip;

use python::python_with;
use serde_json::{Value, json};
use skip::or_skip;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

#[test]
fn catalogues_have_all_that_is_mandatory_and_whatever_is_taken_away_is_missed() {
    let Some(python) = or_skip(python_with("pyshacl", "STRAATBEELD_PYTHON")) else {
        return;
    };
    let dir = tempfile::tempdir().unwrap();
    let towns = published(&dir);
    // One town is enough to try the shapes on.
    let asked: Vec<Value> = (0..)
        .zip(&towns)
        .map(|(i, folder)| json!({ "folder": folder, "mutate": i == 0 }))
        .collect();
    let answers = run(&python, &asked);
    assert_eq!(answers.len(), towns.len());
    for (folder, found) in towns.iter().zip(&answers) {
        let folder = folder.file_name().unwrap().to_string_lossy();
        assert_eq!(found["short"], json!([]), "{folder}: catalog.jsonld");
        assert_eq!(found["found"], json!([]), "{folder}: catalog.ttl");
        assert_eq!(found["differ"], json!([]), "{folder}: JSON-LD and Turtle");
        assert!(found["records"].as_u64().unwrap() >= 5);
        // We publish no series and no services; every other shape was tried on something.
        let unseen =
            ["DataService", "DatasetSeries"].map(|c| format!("http://www.w3.org/ns/dcat#{c}"));
        assert_eq!(found["unseen"], json!(unseen), "{folder}");
        println!(
            "{folder}: {} triples, {} agents without e-mail",
            found["triples"], found["warnings"]
        );
    }
    assert_eq!(answers[0]["missed"], json!([]));
    println!(
        "{} mandatory properties taken away, each missed by the shapes",
        answers[0]["caught"]
    );
    assert!(
        answers[0]["caught"].as_u64().unwrap() >= 25,
        "{}",
        answers[0]["caught"]
    );
}

/// The demonstration, and the towns whose data are here.
fn published(dir: &TempDir) -> Vec<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = std::env::var_os("STRAATBEELD_SHARED")
        .map_or_else(|| here.join("../shared"), PathBuf::from);
    let data = shared.join("data");
    let mut towns = vec!["demo"];
    if data.is_dir() {
        towns.extend(["kortrijk", "berlin"]);
    } else {
        eprintln!(
            "skipped: kortrijk and berlin, because {} is not there",
            data.display()
        );
    }
    let folders = towns.into_iter().map(|town| {
        let out = dir.path().join(town);
        let done = Command::new(env!("CARGO_BIN_EXE_straatbeeld"))
            .arg("publish")
            .arg(here.join(format!("towns/{town}.toml")))
            .arg("--out")
            .arg(&out)
            .env("STRAATBEELD_DATA_ROOT", &data)
            .output()
            .unwrap();
        assert!(
            done.status.success(),
            "{town}: {}",
            String::from_utf8_lossy(&done.stderr)
        );
        out
    });
    folders.collect()
}

fn run(python: &Path, asked: &[Value]) -> Vec<Value> {
    let mut child = Command::new(python)
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shacl/validate.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    for line in asked {
        writeln!(stdin, "{line}").unwrap();
    }
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}
