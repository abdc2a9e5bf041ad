//! `straatbeeld voices`: sums of citizens' answers, and what is no such file.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use straatbeeld::publish::dilemmas::{ANSWERS, DILEMMAS, LIST};
use straatbeeld::publish::voice_file::{self, FORMAT};

fn voice(town: &str, answers: &Value) -> Vec<u8> {
    json!({ "format": FORMAT, "list": LIST, "town": town, "answers": answers })
        .to_string()
        .into_bytes()
}

fn run(dir: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_straatbeeld"))
        .arg("voices")
        .arg(dir)
        .args(more)
        .output()
        .unwrap()
}

#[test]
fn a_folder_of_files_becomes_counts_without_small_numbers() {
    let dir = tempfile::tempdir().unwrap();
    for i in 0..40 {
        // 25 publish, 12 limit, 3 withhold; the school gate is answered by five only.
        let speeds = match i {
            0..25 => "publish",
            25..37 => "limit",
            _ => "withhold",
        };
        let mut answers = json!({ "dead-end-speeds": speeds, "one-car-an-hour": "unsure" });
        if i < 5 {
            answers["school-gate"] = json!("publish");
        }
        fs::write(
            dir.path().join(format!("{i}.json")),
            voice("kortrijk", &answers),
        )
        .unwrap();
    }
    fs::write(dir.path().join("notes.txt"), "not a voice").unwrap();
    let done = run(dir.path(), &["--json"]);
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    let sums: Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(sums["voices"], 40);
    assert_eq!(sums["k"], 10);
    let of = |id: &str| {
        let all = sums["dilemmas"].as_array().unwrap();
        all.iter().find(|d| d["id"] == id).unwrap().clone()
    };
    // 3 and 0 are small; 12 goes with them, or 3 would be what is missing.
    assert_eq!(
        of("dead-end-speeds"),
        json!({ "id": "dead-end-speeds", "answered": 40,
            "answers": { "publish": 25, "limit": null, "withhold": null, "unsure": null } })
    );
    let none = json!({ "publish": null, "limit": null, "withhold": null, "unsure": null });
    assert_eq!(
        of("school-gate"),
        json!({ "id": "school-gate", "answered": null, "answers": none })
    );
    let table = String::from_utf8(run(dir.path(), &["--language", "nl"]).stdout).unwrap();
    assert!(
        table.contains("Een doodlopende straat met zes huizen (40)"),
        "{table}"
    );
    assert!(table.contains("25  Publiceren zoals het is"), "{table}");

    // One file that is broken is told; the others are counted.
    fs::write(dir.path().join("x.json"), "{").unwrap();
    let done = run(dir.path(), &["--json"]);
    assert!(!done.status.success());
    assert!(String::from_utf8_lossy(&done.stderr).contains("x.json:1:"));
    assert_eq!(serde_json::from_slice::<Value>(&done.stdout).unwrap(), sums);
    // Of two towns one has to be chosen.
    fs::write(dir.path().join("x.json"), voice("gent", &json!({}))).unwrap();
    let done = run(dir.path(), &[]);
    assert!(String::from_utf8_lossy(&done.stderr).contains("gent, kortrijk; expected --town"));
    let done = run(dir.path(), &["--town", "gent"]);
    assert!(String::from_utf8_lossy(&done.stdout).starts_with("gent: fewer than 10 voices"));
    assert!(
        String::from_utf8_lossy(&run(&dir.path().join("none"), &[]).stderr)
            .contains("cannot be read")
    );
    assert!(
        String::from_utf8_lossy(&run(tempfile::tempdir().unwrap().path(), &[]).stderr)
            .contains("expected *.json")
    );
}

#[test]
fn what_is_no_voice_says_what_was_expected() {
    let good = json!({ "format": FORMAT, "list": LIST, "town": "t", "answers": { "school-gate": "limit" } });
    assert_eq!(
        voice_file::read("a", good.to_string().as_bytes())
            .unwrap()
            .answers
            .len(),
        1
    );
    for (key, value, expected) in [
        ("format", json!("x"), "expected \"straatbeeld-voice-1\""),
        ("list", json!(2), "expected list 1"),
        ("list", json!("1"), "a: invalid type"),
        ("town", json!(""), "expected the id of a town"),
        (
            "answers",
            json!({ "school": "limit" }),
            "expected one of dead-end-speeds",
        ),
        (
            "answers",
            json!({ "school-gate": "yes" }),
            "expected one of publish, limit",
        ),
        ("name", json!("Jan"), "unknown field `name`"),
    ] {
        let mut bad = good.clone();
        bad[key] = value;
        let error = voice_file::read("a", bad.to_string().as_bytes())
            .unwrap_err()
            .to_string();
        assert!(error.starts_with('a'), "{error}");
        assert!(
            error.contains(expected.trim_start_matches("a: ")),
            "{error}"
        );
    }
    let long = voice_file::read("a", &vec![b' '; 20_000])
        .unwrap_err()
        .to_string();
    assert!(long.contains("at most"), "{long}");
}

#[test]
fn the_schema_knows_the_dilemmas_and_answers_that_the_reader_knows() {
    let schema: Value = serde_json::from_str(include_str!("../docs/voices.schema.json")).unwrap();
    let known = schema["properties"]["answers"]["properties"]
        .as_object()
        .unwrap();
    let mut dilemmas: Vec<&str> = DILEMMAS.into();
    dilemmas.sort_unstable();
    let mut in_schema: Vec<&str> = known.keys().map(String::as_str).collect();
    in_schema.sort_unstable();
    assert_eq!(in_schema, dilemmas);
    assert_eq!(schema["$defs"]["answer"]["enum"], json!(ANSWERS));
    assert_eq!(schema["properties"]["format"]["const"], FORMAT);
    assert_eq!(schema["properties"]["list"]["const"], LIST);
}
