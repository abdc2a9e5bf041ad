//! `straatbeeld explain` as people meet it: answers, sums in words, JSON, and the bytes of the worker.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use straatbeeld::query::message::Reply;
use straatbeeld::query::{Answer, Figure, PackedLedger};

const TOWN: &str = r#"
[town]
id = "testdorp"
names = { nl = "Testdorp" }
zone = "Europe/Brussels"
languages = ["nl"]
centre = { lon = 3.26, lat = 50.82 }

[[source]]
id = "counts"
format = "telraam-csv"
paths = ["counts.csv"]
publisher = "Telraam"
licence = "CC BY 4.0"
title = { nl = "Tellingen" }
"#;

const STREET: &str = "street=sintmartenslatemlaan";

/// Four weeks of hours in UTC: 100 cars an hour, 10 bikes, one hour of every day off.
fn counts() -> String {
    let mut csv = String::from(
        "instance_id,segment_id,date,interval,uptime,heavy,car,bike,pedestrian,night,heavy_lft,heavy_rgt,car_lft,car_rgt,bike_lft,bike_rgt,pedestrian_lft,pedestrian_rgt,night_lft,night_rgt,direction,car_speed_hist_0to70plus,car_speed_hist_0to120plus,timezone,v85,street_name\n",
    );
    for day in 2..30 {
        for hour in 0..24 {
            let uptime = if hour == 3 { "0" } else { "1" };
            writeln!(
                csv,
                "-1,9000000001,2026-03-{day:02}T{hour:02}:00:00.000Z,hourly,{uptime},5,100,10,20,0,2,3,60,40,5,5,10,10,0,0,1,\"[0.0, 0.0, 25.0, 75.0, 0.0, 0.0, 0.0, 0.0]\",\"[0.0, 0.0, 0.0, 0.0, 0.0, 25.0, 50.0, 25.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]\",Europe/Brussels,37.0,Sintmartenslatemlaan"
            )
            .unwrap();
        }
    }
    csv
}

struct Town {
    folder: tempfile::TempDir,
}

impl Town {
    fn published() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("town.toml"), TOWN).unwrap();
        std::fs::write(folder.path().join("counts.csv"), counts()).unwrap();
        let run = Command::new(env!("CARGO_BIN_EXE_straatbeeld"))
            .arg("publish")
            .arg(folder.path().join("town.toml"))
            .arg("--out")
            .arg(folder.path().join("out"))
            .env("STRAATBEELD_DATA_ROOT", folder.path())
            .output()
            .unwrap();
        assert!(run.status.success(), "{}", text(&run.stderr));
        Self { folder }
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    fn explain(&self, address: &str, more: &[&str]) -> Output {
        explain(&self.data(), address, more)
    }
}

fn explain(data: &Path, address: &str, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_straatbeeld"))
        .arg("explain")
        .arg(address)
        .arg("--data")
        .arg(data)
        .args(more)
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_page_is_answered_and_names_the_command_of_each_sum() {
    let town = Town::published();
    let address = format!("https://example.org/x/?lang=en&{STREET}&mode=bike");
    let run = town.explain(&address, &[]);
    assert!(run.status.success(), "{}", text(&run.stderr));
    let said = text(&run.stdout);
    assert!(said.contains("How busy is it?"), "{said}");
    for figure in Figure::ALL {
        let command = format!(
            "straatbeeld explain '?lang=en&{STREET}&mode=bike&sum={}' --data ",
            figure.name()
        );
        assert!(said.contains(&command), "no {command} in {said}");
    }
    // Each of them works as it is printed.
    for line in said
        .lines()
        .filter(|line| line.contains("straatbeeld explain '"))
    {
        let address = line.split('\'').nth(1).unwrap();
        let run = town.explain(address, &[]);
        assert!(run.status.success(), "{line}: {}", text(&run.stderr));
    }
}

#[test]
fn a_sum_is_told_in_the_language_of_the_address() {
    let town = Town::published();
    let run = town.explain(&format!("?lang=nl&{STREET}&sum=day"), &[]);
    assert!(run.status.success(), "{}", text(&run.stderr));
    let said = text(&run.stdout);
    // 28 days of 24 hours, of which an hour a day is off; the clock changes on the 29th, a day of 23 hours.
    for part in [
        "De rekensom: een gemiddelde dag\nSintmartenslatemlaan (teller 9000000001).",
        "Er zijn 672 rijen van deze teller gelezen.",
        "Weggelaten: 28 waarin de teller uit stond.",
        "644 + 28",
        "Publisher: Telraam",
        "Gelezen rijen: 0 tot en met 671, geteld vanaf 0",
        "read_parquet('counts/counts.parquet')",
    ] {
        let part = part.replace("Publisher", "Uitgever");
        assert!(said.contains(&part), "no “{part}” in {said}");
    }
    assert!(!said.contains('\u{a0}'));
}

#[test]
fn every_sum_is_json_too_and_holds_what_the_text_prints() {
    let town = Town::published();
    let run = town.explain(&format!("?lang=en&{STREET}&sum=speeds"), &["--json"]);
    let json: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
    let ledger = &json["ledger"];
    assert_eq!(ledger["figure"], "speeds");
    // 75 of 100 cars under 35 km/h, 25 from 35 to 40: V85 = 35 + 5 · 10/25.
    let v85 = ledger["results"]
        .as_array()
        .unwrap()
        .iter()
        .find(|result| result["key"] == "v85")
        .unwrap();
    assert!(
        (v85["value"].as_f64().unwrap() - 37.0).abs() < 1e-9,
        "{v85}"
    );
    let said = text(
        &town
            .explain(&format!("?lang=en&{STREET}&sum=speeds"), &[])
            .stdout,
    );
    assert!(said.contains("37.0 km/h"), "{said}");
}

#[test]
fn the_bytes_are_the_reply_to_question_nought() {
    let town = Town::published();
    for query in [
        "?lang=en",
        &format!("?{STREET}"),
        &format!("?{STREET}&sum=week"),
    ] {
        let bytes = town.explain(query, &["--bytes"]).stdout;
        let Some(Reply::Answer { id: 0, answer }) = Reply::decode(&bytes) else {
            panic!("{query}: not a reply");
        };
        let json = text(&town.explain(query, &["--json"]).stdout);
        // A sum travels packed; on the command line it is printed as it is.
        let expected = match &answer {
            Answer::Ledger(packed) => {
                let ledger = PackedLedger::unpack(&packed.bytes).unwrap();
                format!("{{\"ledger\":{}}}", serde_json::to_string(&ledger).unwrap())
            }
            answer => serde_json::to_string(answer).unwrap(),
        };
        assert_eq!(expected, json.trim_end());
        assert_eq!(matches!(answer, Answer::Town(_)), query == "?lang=en");
    }
}

#[test]
fn what_cannot_be_answered_is_an_error_with_nothing_on_standard_output() {
    let town = Town::published();
    for (address, says) in [
        ("?lang=en&street=nergens&sum=day", "error: Street not found"),
        ("?lang=nl&street=nergens", "error: Straat niet gevonden"),
        (
            &format!("?{STREET}&sum=money"),
            "error: this address leads nowhere: sum=money",
        ),
        (
            &format!("?lang=en&{STREET}&from=2020-01-01&until=2020-02-01&sum=week"),
            "error: Nothing counted in this period",
        ),
    ] {
        for more in [&[][..], &["--json"], &["--bytes"]] {
            let run = town.explain(address, more);
            assert_eq!(run.status.code(), Some(1), "{address} {more:?}");
            assert!(run.stdout.is_empty());
            assert!(text(&run.stderr).starts_with(says), "{}", text(&run.stderr));
        }
    }
    let nowhere = explain(Path::new("/nowhere"), "?lang=en", &[]);
    assert_eq!(nowhere.status.code(), Some(1));
    let both = town.explain("?lang=en", &["--json", "--bytes"]);
    assert_eq!(both.status.code(), Some(2), "one or the other");
}
