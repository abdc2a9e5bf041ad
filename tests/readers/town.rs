//! Town files: what is wrong in them is told with line and column, and what is right is published.

use std::path::{Path, PathBuf};
use straatbeeld::catalog::Record;
use straatbeeld::publish::assemble::{Progress, assemble};
use straatbeeld::publish::folder;
use straatbeeld::publish::town_file::{self, Plan, TownFile};

const TOWN: &str = r#"
[town]
id = "testdorp"
names = { nl = "Testdorp" }
zone = "Europe/Brussels"
languages = ["nl"]
centre = { lon = 3.26, lat = 50.82 }
public_holidays = "BE"
"#;

const COUNTS: &str = r#"
[[source]]
id = "counts"
format = "telraam-json"
paths = ["telraam-hourly-plain.json", "telraam-hourly-api-*.json"]
publisher = "Telraam"
licence = "CC BY-NC 4.0"
title = { nl = "Tellingen" }
"#;

struct Quiet;

impl Progress for Quiet {
    fn source(&mut self, _: &str, _: usize) {}
    fn file(&mut self, _: &Path) {}
}

fn fixtures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn parse(text: &str) -> TownFile {
    match town_file::parse("town.toml", text).unwrap() {
        Plan::Town(file) => *file,
        Plan::Demonstration { .. } => panic!("no demonstration"),
    }
}

#[test]
fn a_town_has_preview_pictures_unless_it_says_no() {
    let with = |line: &str| format!("{TOWN}{line}\n{COUNTS}");
    assert!(parse(&with("")).has_previews);
    assert!(parse(&with("previews = true")).has_previews);
    assert!(!parse(&with("previews = false")).has_previews);
    let error = town_file::parse("town.toml", &with("previews = \"no\"")).unwrap_err();
    assert!(error.to_string().contains("town.toml:9:12"), "{error}");
}

#[test]
fn what_is_wrong_in_a_town_file_is_told_with_its_place() {
    let source = |from: &str, to: &str| format!("{TOWN}{}", COUNTS.replace(from, to));
    let town = |from: &str, to: &str| format!("{}{COUNTS}", TOWN.replace(from, to));
    let street = |text: &str| format!("{TOWN}[[street]]\n{text}\n");
    for (text, place, found) in [
        (
            source("CC BY-NC 4.0", "MIT"),
            "15:11",
            "expected one of: CC0 1.0, CC BY 3.0",
        ),
        (
            source("title", "email = \"nobody\"\ntitle"),
            "16:9",
            "expected \"name@town.example\"",
        ),
        (
            source("title", "frequency = \"often\"\ntitle"),
            "16:13",
            "expected one of unknown, continuous, hourly",
        ),
        (
            source("title", "networks = [\"streets\"]\ntitle"),
            "16:13",
            "urban-and-local-roads",
        ),
        (
            source("title", "contact = { name = \"Jan\" }\ntitle"),
            "16:20",
            "expected `email` or `url`",
        ),
        (
            source("title", "url = \"telraam.net\"\ntitle"),
            "11:6",
            "begins with http:// or https://",
        ),
        (
            source("title", "ethics = { who = \"all\" }\ntitle"),
            "16:12",
            "unknown field `who`, expected one of `why`",
        ),
        (
            town("centre", "created = \"2026\"\ncentre"),
            "7:11",
            "expected \"YYYY-MM-DD\"",
        ),
        (
            source("telraam-json", "telraam"),
            "12:10",
            "unknown variant `telraam`, expected one of `telraam-json`",
        ),
        (source("title", "titel"), "16:1", "unknown field `titel`"),
        (
            source(
                "title = { nl = \"Tellingen\" }",
                "zone = \"Europe/Brussels\"\ntitle = \"x\"",
            ),
            "16:8",
            "has no `zone`",
        ),
        (
            source("\"counts\"", "\"Counts 1\""),
            "11:6",
            "cannot stand in addresses",
        ),
        (
            source("paths = [", "paths = [] # ["),
            "11:6",
            "expected `paths`",
        ),
        (format!("{TOWN}{COUNTS}{COUNTS}"), "19:6", "two sources"),
        (
            town("Europe/Brussels", "Brussels"),
            "5:8",
            "\"Brussels\" is not known",
        ),
        (town("[\"nl\"]", "[]"), "6:13", "at least one"),
        (
            town("lat = 50.82", "lat = 350.8"),
            "7:10",
            "not a place on earth",
        ),
        (
            town("\"BE\"", "\"XX\""),
            "8:19",
            "expected one of BE, DE-BE",
        ),
        (town("id = \"testdorp\"\n", ""), "2:1", "missing field `id`"),
        (town("zone = ", "zone = ["), "6:1", "expected"),
        (
            street("aliases = [\"x\"]"),
            "9:1",
            "expected `name`, `segments` or both",
        ),
        (street("name = \"A\"\nlimit = 30"), "9:1", "who says"),
        (
            "format = \"town\"\n".to_owned(),
            "1:10",
            "expected \"demonstration\"",
        ),
        (
            "format = \"demonstration\"\nseed = 1\ncolour = 2\n".to_owned(),
            "3:1",
            "unknown field `colour`",
        ),
    ] {
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
fn a_demonstration_is_asked_for_by_its_seed() {
    let plan = town_file::parse("demo.toml", "format = \"demonstration\"\nseed = 7\n").unwrap();
    assert!(matches!(plan, Plan::Demonstration { seed: 7 }));
}

#[test]
fn the_town_files_of_the_project_are_sound() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("towns");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        town_file::parse(&path.display().to_string(), &text).unwrap();
        seen += 1;
    }
    assert!(seen >= 3);
}

#[test]
fn the_example_of_the_manual_is_sound() {
    let manual = include_str!("../../docs/TOWN-FILE.md");
    let example = manual
        .split("```")
        .nth(1)
        .unwrap()
        .strip_prefix("toml")
        .unwrap();
    let file = parse(example);
    assert_eq!((file.sources.len(), file.streets.len()), (1, 1));
    assert_eq!(file.events.len(), 1);
}

#[test]
fn the_theme_of_the_manual_can_be_read_as_it_is() {
    let manual = include_str!("../../docs/TOWN-FILE.md");
    let block = manual
        .split("```")
        .find(|part| part.starts_with("toml") && part.contains("[theme]"))
        .unwrap();
    let theme = parse(&format!("{TOWN}{}", block.strip_prefix("toml").unwrap())).theme;
    assert_eq!(theme.notes, Vec::<String>::new());
    assert!(theme.css.contains("--color-accent:#c8102e;"));
    assert!(block.lines().count() < 30);
}

#[test]
fn what_the_manual_says_of_records_stands_in_the_record() {
    let manual = include_str!("../../docs/TOWN-FILE.md");
    let block = manual
        .split("```")
        .find(|part| part.starts_with("toml") && part.contains("[source.ethics]"))
        .unwrap();
    let (of_town, of_source) = block
        .strip_prefix("toml")
        .unwrap()
        .split_once("[[source]]")
        .unwrap();
    let of_town = of_town.split_once("itself").unwrap().1;
    let file = parse(&format!("{TOWN}{of_town}{COUNTS}{of_source}"));
    let (data, outcome) = assemble(&file, "town.toml", &fixtures(), &mut Quiet);
    assert_eq!(outcome.failures().count(), 0);
    let dir = tempfile::tempdir().unwrap();
    folder::write(dir.path(), &data, &mut |_| {}).unwrap();
    let text = std::fs::read(dir.path().join("records/counts.jsonld")).unwrap();
    let record = Record::decode(&text).unwrap();
    let of = &record.dataset;
    assert_eq!(record.created.to_string(), "2026-01-01");
    assert_eq!(of.owner.as_ref().unwrap().name, "Testdorp");
    assert_eq!(
        of.contact.as_ref().unwrap().email.as_ref().unwrap().id,
        "mailto:mobility@testdorp.example"
    );
    assert_eq!(of.used_by.len(), 1);
    assert_eq!(of.keywords.len(), 2);
    assert!(of.frequency.id.ends_with("/HOURLY"));
    assert_eq!(of.ethics.unanswered(), [""; 0]);
    // Both paths, with the hash that sha256sum gives.
    assert_eq!(of.raw.len(), 2);
    let plain = of
        .raw
        .iter()
        .find(|file| file.label == "telraam-hourly-plain.json")
        .unwrap();
    assert_eq!(
        plain.checksum.value,
        "5d0beb59d8e923e7f00c0eba2483b471d14153bee54b7e32e9fde342c8cb5c10"
    );
    let whole = std::fs::read_to_string(dir.path().join("catalog.ttl")).unwrap();
    assert!(whole.contains("<https://testdorp.example/traffic>"));
}

#[test]
fn the_same_hour_of_two_files_is_published_once() {
    let (data, outcome) = assemble(
        &parse(&format!("{TOWN}{COUNTS}")),
        "town.toml",
        &fixtures(),
        &mut Quiet,
    );
    let report = &outcome.sources[0].report;
    assert_eq!((report.rows, report.kept, report.refused_rows()), (3, 2, 1));
    assert_eq!(data.counts[0].1.len(), 2);
    assert_eq!(
        data.streets[0].names.in_language("nl"),
        "Telraam-segment 9000000001"
    );
    // Holidays of the year that is counted and the next one.
    assert_eq!(data.calendar.public_holidays.len(), 20);
    assert_eq!(
        data.datasets[0].steps[0],
        "Read 2 files: 3 rows, 2 kept, 1 refused"
    );
    let place = "telraam-hourly-api-answer.json";
    assert!(
        data.datasets[0].steps[1].contains(place),
        "{:?}",
        data.datasets[0].steps
    );
}

#[test]
fn what_cannot_be_read_is_listed_and_the_rest_is_kept() {
    let text = format!(
        "{TOWN}{}",
        COUNTS.replace("telraam-hourly-api-*.json", "telraam-cut-short.json")
    ) + &COUNTS
        .replace("\"counts\"", "\"none\"")
        .replace("telraam-hourly", "nowhere");
    let (data, outcome) = assemble(&parse(&text), "town.toml", &fixtures(), &mut Quiet);
    let failures: Vec<String> = outcome.failures().map(|(_, f)| f.message.clone()).collect();
    assert_eq!(failures.len(), 2, "{failures:?}");
    assert!(
        failures[0].contains("telraam-cut-short.json:24:16"),
        "{}",
        failures[0]
    );
    assert!(
        failures[1].starts_with("town.toml:21:10: no file matches"),
        "{}",
        failures[1]
    );
    assert_eq!(data.counts[0].1.len(), 1);
    assert_eq!(data.datasets.len(), 1);
    let steps = &data.datasets[0].steps;
    assert!(
        steps.last().unwrap().ends_with("telraam-cut-short.json"),
        "{steps:?}"
    );
    assert!(outcome.table(&fixtures()).contains("left out"));
}

#[test]
fn a_street_gets_its_names_and_limit_from_the_town_file() {
    let text = format!(
        "{TOWN}{COUNTS}
[[street]]
name = {{ nl = \"Sint-Maartenslaan\" }}
aliases = [\"Sintmaartenslaan\"]
municipality = \"Testdorp\"
segments = [9000000001]
limit = 30
limit_source = \"the sign at the corner\"

[[street]]
name = \"Verdwenen Straat\"
segments = [\"12\"]
"
    );
    let (data, outcome) = assemble(&parse(&text), "town.toml", &fixtures(), &mut Quiet);
    assert_eq!(data.streets.len(), 1);
    let street = &data.streets[0];
    assert_eq!(street.id.0, "sint-maartenslaan");
    assert_eq!(street.names.aliases, ["Sintmaartenslaan"]);
    assert_eq!(street.municipality, "Testdorp");
    assert_eq!(street.limits_kmh(), [30.0]);
    assert_eq!(outcome.warnings, [":26:1: no source has a segment 12"]);
    let note = data.datasets[0].steps.last().unwrap();
    assert!(
        note.ends_with("30 km/h from: the sign at the corner"),
        "{note}"
    );
}

#[test]
fn no_device_or_user_is_found_in_a_published_folder() {
    let segments = COUNTS
        .replace("telraam-json", "telraam-segments")
        .replace("\"counts\"", "\"segments\"")
        .replace(
            "\"telraam-hourly-plain.json\", \"telraam-hourly-api-*.json\"",
            "\"segments-with-tags.geojson\"",
        );
    let file = parse(&format!("{TOWN}{COUNTS}{segments}"));
    let (data, outcome) = assemble(&file, "town.toml", &fixtures(), &mut Quiet);
    assert!(outcome.failures().next().is_none());
    let out = tempfile::tempdir().unwrap();
    folder::write(out.path(), &data, &mut |_| {}).unwrap();
    let mut folders = vec![out.path().to_owned()];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            files += 1;
            let bytes = std::fs::read(&path).unwrap();
            let text = String::from_utf8_lossy(&bytes);
            for personal in ["351901000000001", "424242", "user_id", "\"mac\"", "cameras"] {
                assert!(!text.contains(personal), "{personal} in {}", path.display());
            }
        }
    }
    assert!(files > 4);
}
