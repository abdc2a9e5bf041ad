//! The command line as people meet it: what it prints, when it fails, what it leaves behind.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const TOWN: &str = r#"
[town]
id = "testdorp"
names = { nl = "Testdorp" }
zone = "Europe/Brussels"
languages = ["nl"]
centre = { lon = 3.26, lat = 50.82 }

[[source]]
id = "counts"
format = "telraam-json"
paths = ["telraam-hourly-plain.json", "telraam-hourly-text-number.json", "OTHER"]
publisher = "Telraam"
licence = "CC BY-NC 4.0"
title = { nl = "Tellingen" }
"#;

fn publish(town: &str, folder: &Path, more: &[&str]) -> (Output, PathBuf) {
    let file = folder.join("town.toml");
    std::fs::write(&file, town).unwrap();
    let out = folder.join("out");
    let output = Command::new(env!("CARGO_BIN_EXE_straatbeeld"))
        .arg("publish")
        .arg(&file)
        .arg("--out")
        .arg(&out)
        .args(more)
        .env(
            "STRAATBEELD_DATA_ROOT",
            Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures"),
        )
        .output()
        .unwrap();
    (output, out)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn publish_prints_a_summary_and_writes_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let town = TOWN.replace("OTHER", "telraam-hourly-uptime-zero.json");
    let (output, out) = publish(&town, folder.path(), &[]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let said = text(&output.stdout);
    let lines: Vec<Vec<&str>> = said
        .lines()
        .map(|l| l.split_whitespace().collect())
        .collect();
    assert_eq!(
        lines[0],
        ["source", "files", "rows", "read", "kept", "refused"]
    );
    // Three files hold the same hour; one is refused, of the others the later one stays.
    assert_eq!(lines[1], ["counts", "3", "3", "1", "2"], "{said}");
    assert!(
        said.contains(
            "a value is not a number (first: telraam-hourly-text-number.json, row 1, column car)"
        ),
        "{said}"
    );
    assert!(
        text(&output.stderr).is_empty(),
        "no progress where there is no terminal"
    );
    assert!(out.join("catalog.jsonld").is_file());
    assert!(out.join("counts/counts.parquet").is_file());
}

#[test]
fn a_file_that_cannot_be_read_stops_publish_unless_it_is_told_to_keep_going() {
    let folder = tempfile::tempdir().unwrap();
    let town = TOWN.replace("OTHER", "telraam-cut-short.json");
    let (output, out) = publish(&town, folder.path(), &[]);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stderr);
    assert!(
        said.starts_with("error: ") && said.contains("telraam-cut-short.json:24:16: "),
        "{said}"
    );
    assert!(said.contains("hint: "), "{said}");
    assert!(!out.exists(), "nothing is left behind");
    let (output, out) = publish(&town, folder.path(), &["--keep-going"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("left out             telraam-cut-short.json"));
    let catalog = std::fs::read_to_string(out.join("catalog.jsonld")).unwrap();
    assert!(catalog.contains("Left out, because it could not be read: telraam-cut-short.json"));
}

#[test]
fn an_unknown_licence_stops_publish_before_anything_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let town = TOWN.replace("CC BY-NC 4.0", "free for all");
    let (output, out) = publish(&town, folder.path(), &["--keep-going"]);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stderr);
    assert!(
        said.contains("town.toml:14:11: the licence \"free for all\" is not known"),
        "{said}"
    );
    assert!(!out.exists());
}
