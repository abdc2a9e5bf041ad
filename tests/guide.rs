//! The guide's town file: what a town fills in is what `publish` reads and `check` finds whole.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use straatbeeld::catalog::EthicsCard;
use straatbeeld::query::keep;
use straatbeeld::query::town_draft::{ETHICS, Filled, Open, TownDraft};

fn filled(pairs: &[(&str, &str)]) -> Filled {
    let mut filled = Filled::default();
    for (key, value) in pairs {
        filled.set(key, value);
    }
    filled
}

/// A town with a quotation mark, a backslash and a line end in its texts, and a table of a week of counts.
fn draft() -> TownDraft {
    TownDraft {
        town: filled(&[
            ("name", "Sint-Jan \"aan zee\""),
            ("languages", "nl, fr"),
            ("lat", "51,2"),
            ("lon", "3"),
            ("holidays", "BE"),
            ("publisher", "Gemeente Sint-Jan"),
            ("email", "data@sint-jan.example"),
            ("url", "https://sint-jan.example"),
        ]),
        sources: vec![filled(&[
            ("source-title", "Tellingen"),
            ("path", "tellingen.csv"),
            ("source-publisher", "Gemeente Sint-Jan"),
            ("licence", "CC BY 4.0"),
            ("contact-email", "mobiliteit@sint-jan.example"),
            ("description", "Twee regels:\nC:\\data"),
            ("column-segment", "plaats"),
            ("column-time", "begin"),
            ("column-car", "auto's"),
            ("column-bike", "fiets"),
            ("why", "Om de schoolstraat te volgen."),
        ])],
    }
}

fn counts() -> String {
    let mut csv = String::from("plaats;begin;auto's;fiets\n");
    for day in 5..12 {
        for hour in 0..24 {
            let _ = writeln!(
                csv,
                "kerkstraat;2026-01-{day:02} {hour:02}:00;{};{}",
                hour * 3,
                hour
            );
        }
    }
    csv
}

fn run(arguments: &[&str]) -> (bool, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_straatbeeld"))
        .args(arguments)
        .output()
        .unwrap();
    let said = [done.stdout, done.stderr].concat();
    (
        done.status.success(),
        String::from_utf8_lossy(&said).into_owned(),
    )
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_town_file_of_the_guide_is_published_and_checked() {
    let dir = tempfile::tempdir().unwrap();
    let (town, out) = (dir.path().join("town.toml"), dir.path().join("out"));
    let draft = draft();
    assert_eq!(draft.open(), []);
    fs::write(&town, draft.toml("nl")).unwrap();
    fs::write(dir.path().join("tellingen.csv"), counts()).unwrap();
    let (is_done, said) = run(&["publish", text(&town), "--out", text(&out)]);
    assert!(is_done, "{said}\n{}", draft.toml("nl"));
    let (is_whole, said) = run(&["check", text(&out)]);
    assert!(is_whole, "{said}");
    let catalog: serde_json::Value =
        serde_json::from_slice(&fs::read(out.join("catalog.jsonld")).unwrap()).unwrap();
    assert_eq!(catalog["sb:town"]["dct:identifier"], "sint-jan-aan-zee");
    assert_eq!(catalog["dct:title"][0]["@value"], "Sint-Jan \"aan zee\"");
    assert_eq!(
        catalog["dct:publisher"]["foaf:mbox"]["@id"],
        "mailto:data@sint-jan.example"
    );
    let record = fs::read_to_string(out.join("records/tellingen.jsonld")).unwrap();
    assert!(record.contains("Om de schoolstraat te volgen."));
    assert!(record.contains("mailto:mobiliteit@sint-jan.example"));
    assert!(record.contains(r"Twee regels:\nC:\\data"));
}

#[test]
fn what_is_missing_or_wrong_is_named() {
    let mut draft = draft();
    draft.town.set("email", "nobody");
    draft.town.set("lat", "north");
    draft.sources[0].set("path", " ");
    draft.sources[0].set("column-car", "");
    draft.sources[0].set("column-bike", "");
    let open = |source, key| Open { source, key };
    assert_eq!(
        draft.open(),
        [
            open(None, "lat"),
            open(None, "email"),
            open(Some(0), "path"),
            open(Some(0), "column-car"),
        ]
    );
    // A format with columns of its own asks for none.
    draft.sources[0].set("format", "telraam-csv");
    draft.sources[0].set("path", "x.csv");
    assert_eq!(draft.open().len(), 2);
}

#[test]
fn two_datasets_of_one_name_have_two_ids() {
    let mut draft = draft();
    draft.sources.push(draft.sources[0].clone());
    let toml: toml::Table = draft.toml("nl").parse().unwrap();
    let ids: Vec<_> = toml["source"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["tellingen", "tellingen-2"]);
}

#[test]
fn the_guide_asks_the_questions_of_the_card() {
    assert_eq!(ETHICS, EthicsCard::QUESTIONS);
}

#[test]
fn a_file_of_answers_is_one_that_the_town_can_read() {
    let answers = [("school-gate", "limit"), ("small-car-park", "unsure")];
    let answers = answers
        .map(|(dilemma, answer)| (dilemma.to_owned(), answer.to_owned()))
        .into();
    let text = keep::voice("sint-jan", 1, &answers);
    let voice = straatbeeld::publish::voice_file::read("a.json", text.as_bytes()).unwrap();
    assert_eq!((voice.town.as_str(), voice.answers), ("sint-jan", answers));
}
