//! Events: as CSV with all quirks of spreadsheets, in the town file itself, and from there to the page.

use super::fixture;
use std::path::{Path, PathBuf};
use straatbeeld::domain::{Calendar, Event, Mode, SegmentId};
use straatbeeld::publish::assemble::{Progress, assemble};
use straatbeeld::publish::folder;
use straatbeeld::publish::local::ask;
use straatbeeld::publish::town_file::{self, Plan, TownFile};
use straatbeeld::query::{Answer, PeriodChoice, Query, StreetQuestion};
use straatbeeld::read::events_csv::{self, NO_END, NO_TEXT};
use straatbeeld::read::telraam_csv::OTHER_WIDTH;
use straatbeeld::read::{Place, ReadError};

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
paths = ["telraam-hourly-plain.json"]
publisher = "Telraam"
licence = "CC BY-NC 4.0"
title = { nl = "Tellingen" }
"#;

const REGISTER: &str = r#"
[[source]]
id = "register"
format = "events"
paths = ["events-commas-*.csv", "events-tabs.csv"]
publisher = "Testdorp"
licence = "CC0 1.0"
title = { nl = "Werken en maatregelen" }
"#;

const OWN: &str = r#"
[[event]]
start = "2026-03-01"
end = "2026-03-03"
kind = "closure"
text = { nl = "Braderie", en = "Street fair" }

[[event]]
segment = 9000000001
start = "2026-03-02"
kind = "Sensor moved"
text = "Telraam"

[[event]]
segment = "9000000001"
start = "2026-03-02"
kind = "measure"
text = { nl = "Knip; geen doorgaand verkeer, behalve bussen" }
"#;

struct Quiet;

impl Progress for Quiet {
    fn source(&mut self, _: &str, _: usize) {}
    fn file(&mut self, _: &Path) {}
}

fn fixtures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn town(text: &str) -> TownFile {
    match town_file::parse("town.toml", text).unwrap() {
        Plan::Town(file) => *file,
        Plan::Demonstration { .. } => panic!("no demonstration"),
    }
}

fn read(file: &str) -> Result<events_csv::Events, ReadError> {
    events_csv::read(file, &fixture(file))
}

/// First day, kind and Dutch text.
fn told(events: &[Event]) -> Vec<String> {
    let line = |event: &Event| {
        let what = event.what.in_language("nl");
        format!("{} {} {what}", event.start, event.kind.name())
    };
    events.iter().map(line).collect()
}

#[test]
fn a_spreadsheet_with_commas_a_mark_and_its_own_order_is_read() {
    let found = read("events-commas-bom-crlf.csv").unwrap();
    assert_eq!(
        told(&found.events),
        [
            "2026-03-02 road-works Werken, fase 1",
            "2026-03-02 measure Zone 30",
            "2026-03-08 other Zei \"niets\"",
        ]
    );
    let works = &found.events[0];
    assert_eq!(works.what.in_language("fr"), "Travaux");
    assert_eq!(works.end.unwrap().to_string(), "2026-03-09");
    assert_eq!(found.events[1].segment, None, "the whole town");
    assert_eq!(found.row_numbers, [2, 3, 8]);
    let report = &found.report;
    // The row of separators only is no row.
    assert_eq!((report.rows, report.kept, report.refused_rows()), (6, 3, 3));
    for (why, place) in [
        (NO_TEXT, Place::cell(4, "Text")),
        (NO_END, Place::cell(5, "End")),
        (OTHER_WIDTH, Place::row(6)),
    ] {
        let t = report.refused.iter().find(|t| t.what == why).unwrap();
        assert_eq!((t.rows, &t.first), (1, &place), "{why}");
    }
    let noted: Vec<&str> = report.warnings.iter().map(|t| t.what.as_str()).collect();
    assert_eq!(noted, ["unknown column \"reported by\" passed over"]);
}

#[test]
fn tabs_separate_where_the_header_has_tabs() {
    let found = read("events-tabs.csv").unwrap();
    assert_eq!(
        told(&found.events),
        ["2026-03-02 measure Knip; geen doorgaand verkeer, behalve bussen"]
    );
}

#[test]
fn a_file_that_lacks_a_column_or_is_no_text_is_an_error_with_a_place() {
    for (file, expected) in [
        (
            "events-misspelt-segment.csv",
            "events-misspelt-segment.csv:1:1: there is no column \"segment\" among segement, start",
        ),
        (
            "events-without-text.csv",
            "events-without-text.csv:1:1: there is no column \"text\" among segment, start",
        ),
        (
            "events-latin1.csv",
            "events-latin1.csv:2:40: bytes that are not UTF-8",
        ),
        (
            "holidays.csv",
            "holidays.csv:1:1: there is no column \"segment\"",
        ),
    ] {
        let error = read(file).unwrap_err();
        assert!(error.to_string().starts_with(expected), "{error}");
    }
}

#[test]
fn what_is_wrong_with_an_event_of_the_town_file_is_told_with_its_place() {
    for (from, to, place, found) in [
        (
            "\"Sensor moved\"",
            "\"flood\"",
            "26:8",
            "\"flood\" is no kind of event; expected one of sensor-fault, sensor-moved",
        ),
        (
            "end = \"2026-03-03\"",
            "end = \"2026-03-01\"",
            "19:7",
            "not after the start",
        ),
        (
            "end = \"2026-03-03\"",
            "end = \"soon\"",
            "19:7",
            "not a date",
        ),
        (
            "start = \"2026-03-01\"",
            "start = \"1/3/2026\"",
            "18:9",
            "not a date",
        ),
        (
            "text = \"Telraam\"\n",
            "",
            "23:1",
            "no text says what happened",
        ),
        ("text = \"Telraam\"", "text = \" \"", "23:1", "no text"),
        ("kind = \"closure\"\n", "", "17:1", "missing field `kind`"),
        (
            "segment = 9000000001",
            "street = \"a\"",
            "24:1",
            "unknown field `street`",
        ),
    ] {
        assert!(OWN.contains(from), "{from}");
        let text = format!("{TOWN}{}", OWN.replacen(from, to, 1));
        let error = town_file::parse("town.toml", &text)
            .unwrap_err()
            .to_string();
        assert!(
            error.starts_with(&format!("town.toml:{place}: ")),
            "{error}\n  not at {place}"
        );
        assert!(error.contains(found), "{error}\n  without {found:?}");
    }
}

#[test]
fn events_of_files_and_of_the_town_file_reach_the_page_of_their_street() {
    let file = town(&format!("{TOWN}{REGISTER}{OWN}"));
    let (data, outcome) = assemble(&file, "town.toml", &fixtures(), &mut Quiet);
    assert!(outcome.failures().next().is_none());
    let report = &outcome.sources[1].report;
    assert_eq!((report.rows, report.kept, report.refused_rows()), (7, 4, 3));
    assert_eq!(
        outcome.warnings,
        [": no source has the segment 9000000002 of the event of 2026-03-08"]
    );
    let out = tempfile::tempdir().unwrap();
    folder::write(out.path(), &data, &mut |_| {}).unwrap();
    let text = std::fs::read_to_string(out.path().join("calendar.json")).unwrap();
    let calendar: Calendar = serde_json::from_str(&text).unwrap();
    // By day, the whole town first; the measure that file and town file tell alike is there once.
    let published = [
        "2026-03-01 closure Braderie",
        "2026-03-02 measure Zone 30",
        "2026-03-02 sensor-moved Telraam",
        "2026-03-02 measure Knip; geen doorgaand verkeer, behalve bussen",
        "2026-03-02 road-works Werken, fase 1",
        "2026-03-08 other Zei \"niets\"",
    ];
    assert_eq!(told(&calendar.events), published);
    let catalog = std::fs::read_to_string(out.path().join("catalog.jsonld")).unwrap();
    assert!(catalog.contains("calendar.json"));
    assert!(catalog.contains("Read 2 files: 7 rows, 4 kept, 3 refused"));

    let query = Query::Street(StreetQuestion {
        street: data.streets[0].id.clone(),
        segment: None,
        period: PeriodChoice::LastYear,
        mode: Mode::Car,
    });
    let Answer::Street(answer) = ask(out.path(), query).unwrap() else {
        panic!("no street");
    };
    let events = &answer.counted.unwrap().events;
    // The last day with counts is 2 March; what happened elsewhere or later is not told.
    let mut here: Vec<String> = told(events);
    here.sort();
    let mut expected: Vec<String> = published[..5].iter().map(ToString::to_string).collect();
    expected.sort();
    assert_eq!(here, expected);
    let here = SegmentId("9000000001".into());
    assert!(events.iter().all(|event| event.concerns(&here)));
}

#[test]
fn a_folder_that_was_published_before_there_were_events_still_opens() {
    let file = town(TOWN);
    let (data, _) = assemble(&file, "town.toml", &fixtures(), &mut Quiet);
    let out = tempfile::tempdir().unwrap();
    folder::write(out.path(), &data, &mut |_| {}).unwrap();
    let path = out.path().join("calendar.json");
    let old = r#"{"public_holidays":{},"school_holidays":{}}"#;
    let calendar: Calendar = serde_json::from_str(old).unwrap();
    assert_eq!(calendar.events, []);
    // The page refuses a file that its catalogue does not vouch for, so the catalogue is of that time too.
    let new = std::fs::read_to_string(&path).unwrap();
    let catalog_path = out.path().join("catalog.jsonld");
    let catalog = std::fs::read_to_string(&catalog_path)
        .unwrap()
        .replace(
            &straatbeeld::engine::sha256(new.as_bytes()),
            &straatbeeld::engine::sha256(old.as_bytes()),
        )
        .replace(
            &format!("\"dcat:byteSize\": {}", new.len()),
            &format!("\"dcat:byteSize\": {}", old.len()),
        );
    std::fs::write(&path, old).unwrap();
    let version = |catalog: &str| {
        straatbeeld::engine::version(
            &straatbeeld::catalog::jsonld::decode(catalog.as_bytes()).unwrap(),
        )
    };
    let before = version(&std::fs::read_to_string(&catalog_path).unwrap());
    for street in std::fs::read_dir(out.path().join("street")).unwrap() {
        let street = street.unwrap().path();
        let text = std::fs::read_to_string(&street).unwrap();
        std::fs::write(&street, text.replace(&before, &version(&catalog))).unwrap();
    }
    std::fs::write(&catalog_path, catalog).unwrap();
    let query = Query::Street(StreetQuestion {
        street: data.streets[0].id.clone(),
        segment: None,
        period: PeriodChoice::LastYear,
        mode: Mode::Car,
    });
    let Answer::Street(answer) = ask(out.path(), query).unwrap() else {
        panic!("no street");
    };
    assert_eq!(answer.counted.unwrap().events, []);
}
