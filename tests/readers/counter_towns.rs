//! Town files with counters' own formats: lists beside the files, archives, declared tables.

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use straatbeeld::domain::{Mode, SegmentId, Side};
use straatbeeld::publish::assemble::{Progress, assemble};
use straatbeeld::publish::folder::{self, TownData};
use straatbeeld::publish::local::ask;
use straatbeeld::publish::outcome::Outcome;
use straatbeeld::publish::town_file::{self, Plan};
use straatbeeld::query::{Answer, Query};

const TOWN: &str = r#"
[town]
id = "testdorp"
names = "Testdorp"
zone = "Europe/Brussels"
languages = ["nl"]
centre = { lon = 3.26, lat = 50.82 }
"#;

struct Quiet;

impl Progress for Quiet {
    fn source(&mut self, _: &str, _: usize) {}
    fn file(&mut self, _: &Path) {}
}

/// A town with one source; its keys follow those that every source has.
fn town(keys: &str) -> String {
    format!(
        "{TOWN}[[source]]\nid = \"counts\"\npublisher = \"x\"\nlicence = \"CC0 1.0\"\ntitle = \"x\"\n{keys}"
    )
}

fn read(keys: &str, root: &Path) -> (TownData, Outcome) {
    match town_file::parse("town.toml", &town(keys)).unwrap() {
        Plan::Town(file) => assemble(&file, "town.toml", root, &mut Quiet),
        Plan::Demonstration { .. } => panic!("no demonstration"),
    }
}

fn fixtures() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

#[test]
fn a_town_of_flemish_counters_has_names_places_and_sides() {
    let keys = "format = \"awv\"\npaths = [\"awv-counts.csv\"]\nsites = \"awv-sites.csv\"\ndirections = \"awv-directions.csv\"\n";
    let (data, outcome) = read(keys, &fixtures());
    assert!(outcome.failures().next().is_none());
    let report = &outcome.sources[0].report;
    assert_eq!(
        (report.rows, report.kept, report.refused_rows()),
        (30, 17, 13)
    );
    assert_eq!(data.counts[0].1.len(), 8);
    let names: Vec<&str> = data
        .streets
        .iter()
        .map(|s| s.names.in_language("nl"))
        .collect();
    assert_eq!(
        names,
        ["Eenrichting", "Testdorp, teller 1", "Testdorp teller 2"]
    );
    let place = &data.streets[1].segments[0];
    assert_eq!(
        place.lines,
        [vec![straatbeeld::domain::LonLat {
            lon: 3.25,
            lat: 50.75
        }]]
    );
    assert_eq!(
        place.side_names.as_ref().unwrap().1,
        "Testdorp richting station"
    );
    assert!(
        data.streets[0].segments[0].lines.is_empty(),
        "no place is made up"
    );
    let (_, outcome) = read(&keys.replace("awv-sites", "no-sites"), &fixtures());
    let failures: Vec<String> = outcome.failures().map(|(_, f)| f.message.clone()).collect();
    assert!(
        failures[0].contains("no-sites.csv: cannot be opened"),
        "{failures:?}"
    );
}

#[test]
fn members_of_an_archive_are_read_one_by_one() {
    let folder = tempfile::tempdir().unwrap();
    let pack = |name: &str, members: &[(&str, &[u8])]| {
        let mut zip = zip::ZipWriter::new(fs::File::create(folder.path().join(name)).unwrap());
        let options = zip::write::SimpleFileOptions::default();
        for (name, bytes) in members {
            zip.start_file(*name, options).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap();
    };
    let head = "Code;Locatie;Datum;Uur5Minuten;Ordening;Totaal;Tegenrichting;Hoofdrichting\n";
    let row = |minute: u8| {
        format!(
            "{head}TST;Paal;2024-05-01;0:{minute:02}:00;2024-05-01T00:{minute:02}:00+02:00;3;1;2\n"
        )
    };
    let (a, b) = (row(0), row(5));
    pack(
        "good.zip",
        &[("in/a", a.as_bytes()), ("b.csv", b.as_bytes())],
    );
    pack(
        "half.zip",
        &[("a", row(10).as_bytes()), ("b", b"not,what\n1,2\n")],
    );
    fs::write(folder.path().join("bad.zip"), "PK\u{3}\u{4} and no more").unwrap();
    let keys = "format = \"gent-5min\"\npaths = [\"*.zip\"]\nmunicipality = \"Gent\"\n";
    let (data, outcome) = read(keys, folder.path());
    let failures: Vec<String> = outcome.failures().map(|(_, f)| f.message.clone()).collect();
    assert_eq!(failures.len(), 2, "{failures:?}");
    assert!(failures[0].contains("bad.zip: "), "{failures:?}");
    assert!(
        failures[1].contains("half.zip/b:1:1: there is no column \"Code\""),
        "{failures:?}"
    );
    let source = &outcome.sources[0];
    assert_eq!(
        (source.files, source.report.rows, source.report.kept),
        (1, 2, 2)
    );
    assert_eq!(
        data.counts[0].1.volume(Mode::Bike, Side::Left, 1),
        Some(2.0)
    );
    assert_eq!(data.streets[0].municipality, "Gent");
}

#[test]
fn a_declared_table_and_a_list_of_sites_are_published() {
    let keys = r#"format = "csv"
paths = ["csv-wide-semicolon-latin1.csv"]
zone = "Europe/Berlin"

[source.table]
minutes = 15
segment = "Zählstelle"
date = "Datum"
time = "Uhrzeit"
counts = { "Rad ein" = "bike left", "Rad aus" = "bike right" }
missing = ["NA"]
"#;
    let (data, outcome) = read(keys, &fixtures());
    let report = &outcome.sources[0].report;
    assert_eq!((report.rows, report.kept, report.refused_rows()), (9, 5, 4));
    assert_eq!(data.counts[0].1.segments, [SegmentId("A 1".into())]);
    let keys = "format = \"eco-counter-csv\"\npaths = [\"eco-counter-lanes.csv\"]\nzone = \"UTC\"\nmode = \"pedestrian\"\nminutes = 15\nsites = \"eco-counter-sites.json\"\n";
    let (data, _) = read(keys, &fixtures());
    assert_eq!(data.streets[0].names.in_language("nl"), "Allee am Tor");
    let first = data.counts[0].1.volume(Mode::Pedestrian, Side::Both, 0);
    assert_eq!(first, Some(6.0));
}

#[test]
fn what_a_counter_needs_or_does_not_know_is_told_with_its_place() {
    let table = "\n[source.table]\nminutes = 15\nsegment_id = \"7\"\ntime = \"t\"\n";
    let csv = "format = \"csv\"\npaths = [\"a\"]\n";
    for (keys, place, found) in [
        (csv.to_owned(), "9:6", "expected `[source.table]`"),
        (
            "format = \"awv\"\npaths = [\"a\"]\n".to_owned(),
            "9:6",
            "expected `sites`",
        ),
        (format!("{csv}{table}"), "16:1", "expected `counts`"),
        (
            format!("{csv}{table}colour = \"red\"\n"),
            "20:1",
            "unknown field `colour`",
        ),
        (
            format!("{csv}{table}decimal = \"'\"\n"),
            "20:11",
            "unknown variant",
        ),
        (
            format!("{csv}sites = \"b\"\n{table}counts = {{ n = \"bike\" }}\n"),
            "15:9",
            "has no `sites`",
        ),
        (
            "format = \"gent-5min\"\npaths = [\"a\"]\nmode = \"car\"\n".to_owned(),
            "15:8",
            "has no `mode`",
        ),
        (
            "format = \"eco-counter-csv\"\npaths = [\"a\"]\nminutes = 7\n".to_owned(),
            "15:11",
            "whole part of an hour",
        ),
        (
            format!(
                "format = \"awv\"\npaths = [\"a\"]\nsites = \"b\"\n{table}counts = {{ n = \"bike\" }}\n"
            ),
            "17:1",
            "has no `table`",
        ),
    ] {
        let error = town_file::parse("town.toml", &town(&keys))
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
fn the_declared_table_of_the_manual_is_sound() {
    let manual = include_str!("../../docs/TOWN-FILE.md");
    let example = manual
        .split("```")
        .find(|part| part.starts_with("toml") && part.contains("[source.table]"))
        .unwrap()
        .strip_prefix("toml")
        .unwrap();
    let Plan::Town(file) = town_file::parse("x", &format!("{TOWN}{example}")).unwrap() else {
        panic!("no demonstration")
    };
    assert_eq!(
        file.sources[0].counter.table.as_ref().unwrap().counts.len(),
        3
    );
}

#[test]
fn a_counter_that_is_a_point_is_on_the_map_as_one() {
    let keys = "format = \"awv\"\npaths = [\"awv-counts.csv\"]\nsites = \"awv-sites.csv\"\n";
    let (data, _) = read(keys, &fixtures());
    let out = tempfile::tempdir().unwrap();
    folder::write(out.path(), &data, &mut |_| {}).unwrap();
    let Answer::Map(map) = ask(out.path(), Query::Map).unwrap() else {
        panic!("a map")
    };
    let geojson: Value = serde_json::from_str(&map.geojson).unwrap();
    let places: Vec<&Value> = geojson["features"].as_array().unwrap().iter().collect();
    assert_eq!(places.len(), 2);
    for (place, lon) in places.iter().zip([3.25, 3.26]) {
        assert_eq!(place["geometry"]["type"], "Point");
        assert_eq!(place["geometry"]["coordinates"][0], lon);
        assert_eq!(place["properties"]["level"], 1);
    }
    assert_eq!(map.bounds, Some([3.25, 50.75, 3.26, 50.76]));
    let Answer::Town(town) = ask(out.path(), Query::Town).unwrap() else {
        panic!("a town")
    };
    let centres: Vec<Option<f64>> = town
        .streets
        .iter()
        .map(|s| s.centre.map(|c| c.lon))
        .collect();
    assert_eq!(centres, [None, Some(3.25), Some(3.26)]);
}

#[test]
fn a_day_of_vehicles_in_two_files_is_one_source_with_sides_and_a_device() {
    let keys = "format = \"vbv-1\"\npaths = [\"vbv-split-day.v0?\"]\nzone = \"Europe/Zurich\"\nsegment = \"ring\"\nlanes = { 1 = \"left\", 2 = \"right\" }\n";
    let (data, outcome) = read(keys, &fixtures());
    assert!(outcome.failures().next().is_none());
    let report = &outcome.sources[0].report;
    assert_eq!(
        (report.rows, report.kept, report.refused_rows()),
        (11, 7, 4)
    );
    let table = &data.counts[0].1;
    assert_eq!((table.len(), table.segments[0].0.as_str()), (5, "ring"));
    assert_eq!(table.volume(Mode::Car, Side::Left, 2), Some(2.0));
    let device = data.datasets[0].device;
    assert_eq!(device, Some(straatbeeld::domain::Device::InductionLoop));
    let without = keys.replace("zone = \"Europe/Zurich\"\n", "");
    let error = town_file::parse("town.toml", &town(&without)).unwrap_err();
    assert!(error.message.contains("expected `zone`"), "{error}");
    let other = keys.replace("vbv-1", "awv");
    let error = town_file::parse("town.toml", &town(&other)).unwrap_err();
    assert!(error.message.contains("no `segment`"), "{error}");
}
