//! A frozen figure: the same to the byte on another day and after more was counted; other values, another name.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use straatbeeld::catalog::{Dataset, License, Town};
use straatbeeld::domain::time::HOUR_MS;
use straatbeeld::domain::{
    Calendar, Device, Instant, LonLat, Mode, Names, SegmentId, SensorGeneration, Side, Street,
    StreetId, StreetSegment,
};
use straatbeeld::publish::folder::{self, TownData};
use straatbeeld::publish::pages;
use straatbeeld::publish::records::Stated;
use straatbeeld::table::{CountRow, CountTable};
use tempfile::TempDir;

/// 1 January 2024, 0:00 in Brussels.
const START_MS: i64 = 1_704_063_600_000;

fn names(text: &str) -> Names {
    Names {
        by_language: [("nl".to_owned(), text.to_owned())].into(),
        aliases: Vec::new(),
    }
}

fn street(id: &str) -> Street {
    Street {
        id: StreetId(id.into()),
        names: names(id),
        municipality: "Teststad".into(),
        road_class: "residential".into(),
        segments: vec![StreetSegment {
            id: SegmentId(format!("segment-{id}")),
            label: String::new(),
            lines: Vec::new(),
            length_m: None,
            limit_kmh: Some(30.0),
            side_names: None,
        }],
    }
}

/// A folder with the hours of streets: how many days, and cars at an hour of the day.
fn town(streets: &[(&str, i64, f64)]) -> TempDir {
    let mut table = CountTable::new();
    for (id, days, cars) in streets {
        for hour in 0..days * 24 {
            let at = Instant(START_MS + hour * HOUR_MS);
            let mut row = CountRow::empty(SegmentId(format!("segment-{id}")), at);
            row.uptime = Some(1.0);
            row.sensor = Some(SensorGeneration::S2);
            for (mode, share) in [
                (Mode::Car, 1.0),
                (Mode::Bike, 0.5),
                (Mode::Pedestrian, 0.25),
                (Mode::Heavy, 0.1),
            ] {
                let value = ((cars + f64::from(u32::try_from(hour % 24).unwrap())) * share).round();
                row.set_volume(mode, Side::Both, Some(value));
            }
            table.push(&row);
        }
    }
    let data = TownData {
        near: Vec::new(),
        town: Town {
            id: "test".into(),
            names: names("Teststad"),
            is_demonstration: false,
            zone: "Europe/Brussels".into(),
            languages: vec!["nl".into()],
            centre: LonLat {
                lon: 3.0,
                lat: 50.8,
            },
        },
        streets: vec![street("a"), street("b")],
        calendar: Calendar::default(),
        datasets: vec![Dataset {
            id: "telraam".into(),
            title: names("Tellingen"),
            description: names("Tellingen"),
            publisher: "Teststad".into(),
            publisher_url: String::new(),
            license: License {
                name: "CC0 1.0".into(),
                url: "https://creativecommons.org/publicdomain/zero/1.0/".into(),
            },
            attribution: String::new(),
            retrieved: None,
            device: Some(Device::Telraam),
            accuracy: Names::default(),
            steps: Vec::new(),
            distributions: Vec::new(),
        }],
        counts: vec![("telraam".into(), table)],
        ready: Vec::new(),
        extra: Vec::new(),
        foreign: Vec::new(),
        theme: Vec::new(),
        stated: Stated::default(),
    };
    let dir = tempfile::tempdir().unwrap();
    folder::write(dir.path(), &data, &mut |_| {}).unwrap();
    dir
}

const JANUARY: &str = "street=a&lang=nl&from=2024-01-01&until=2024-03-01";

/// Freezes a figure; what is in the folder then.
fn freeze(data: &Path, out: &Path, address: &str) -> BTreeMap<String, Vec<u8>> {
    let done = Command::new(env!("CARGO_BIN_EXE_straatbeeld"))
        .args(["freeze", address, "--data"])
        .arg(data)
        .arg("--out")
        .arg(out)
        .output()
        .unwrap();
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    let files = fs::read_dir(out).unwrap().map(|entry| {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        (name, fs::read(entry.path()).unwrap())
    });
    files.collect()
}

#[test]
fn a_figure_stays_the_same_when_more_is_counted_and_gets_another_name_when_its_own_values_change() {
    let before = town(&[("a", 60, 100.0), ("b", 60, 10.0)]);
    // A year later: more days of this street, other numbers of another.
    let after = town(&[("a", 400, 100.0), ("b", 90, 77.0)]);
    // A correction of this street.
    let corrected = town(&[("a", 400, 101.0), ("b", 90, 77.0)]);
    for figure in ["day", "week", "months", "split"] {
        let address = format!("{JANUARY}&figure={figure}");
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let first = freeze(before.path(), one.path(), &address);
        let again = freeze(after.path(), other.path(), &address);
        assert_eq!(first.len(), 4, "{figure}");
        assert_eq!(
            first.keys().collect::<Vec<_>>(),
            again.keys().collect::<Vec<_>>(),
            "{figure}"
        );
        assert_eq!(first, again, "{figure}");
        // Other values: other files, and the first ones are as they were.
        let both = freeze(corrected.path(), one.path(), &address);
        assert_eq!(both.len(), 8, "{figure}");
        for (name, bytes) in &first {
            assert_eq!(&both[name], bytes, "{name}");
        }
        // The same figure in another language is another figure.
        let french = address.replace("lang=nl", "lang=fr");
        assert_eq!(freeze(before.path(), one.path(), &french).len(), 12);
    }
}

#[test]
fn the_usual_period_is_frozen_as_the_days_that_it_is_now() {
    let data = town(&[("a", 60, 100.0), ("b", 60, 10.0)]);
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let usual = freeze(data.path(), one.path(), "street=a&lang=nl&figure=split");
    let stated = freeze(
        data.path(),
        other.path(),
        &format!("{JANUARY}&figure=split"),
    );
    assert_eq!(usual, stated);
}

#[test]
fn a_frozen_page_is_one_small_file_without_a_program() {
    let data = town(&[("a", 60, 100.0), ("b", 60, 10.0)]);
    let out = tempfile::tempdir().unwrap();
    for (name, bytes) in freeze(data.path(), out.path(), &format!("{JANUARY}&figure=week")) {
        let text = String::from_utf8(bytes).unwrap();
        if Path::new(&name).extension().is_none_or(|end| end != "html") {
            continue;
        }
        assert!(text.len() < 120_000, "{} bytes", text.len());
        for never in [
            "<script",
            " style=",
            "<link rel='stylesheet'",
            "src='",
            "url(",
        ] {
            assert!(!text.contains(never), "{never} is in it");
        }
        assert!(text.contains("<svg ") && text.contains("<table>") && text.contains("CC0 1.0"));
        // What the policy allows is the style that is there.
        let style = text
            .split("<style>")
            .nth(1)
            .unwrap()
            .split("</style>")
            .next()
            .unwrap();
        let digest = <sha2::Sha256 as sha2::Digest>::digest(style.as_bytes());
        let said = text
            .split("'sha256-")
            .nth(1)
            .unwrap()
            .split('\'')
            .next()
            .unwrap();
        assert_eq!(said.len(), 44);
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let first = letters.chars().nth(usize::from(digest[0] >> 2));
        assert_eq!(said.chars().next(), first);
    }
}

#[test]
fn what_is_not_understood_or_not_counted_is_said() {
    let data = town(&[("a", 60, 100.0)]);
    let out = tempfile::tempdir().unwrap();
    for (address, what) in [
        ("street=a&figure=pie", "figure=pie"),
        ("street=b&figure=day", "nothing is counted"),
        ("street=a&figure=speeds", "nothing is counted"),
        ("street=nowhere", "does not answer"),
        ("street=a&figure=map", "figure=map cannot be frozen"),
    ] {
        let done = Command::new(env!("CARGO_BIN_EXE_straatbeeld"))
            .args(["freeze", address, "--data"])
            .arg(data.path())
            .arg("--out")
            .arg(out.path())
            .output()
            .unwrap();
        assert!(!done.status.success());
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(said.contains(what), "{address}: {said}");
    }
}

#[test]
fn a_page_names_its_picture_and_the_same_counts_give_the_same_picture() {
    let (one, other) = (town(&[("a", 60, 100.0)]), town(&[("a", 60, 100.0)]));
    let more = town(&[("a", 60, 300.0)]);
    let pictures = [&one, &other, &more].map(|folder| {
        pages::write(folder.path(), Some("https://a.example/"), true).unwrap();
        fs::read(folder.path().join("page/nl/a.png")).unwrap()
    });
    assert_eq!(pictures[0], pictures[1]);
    assert_ne!(pictures[0], pictures[2]);
    // Signature, head, 1200 by 630 pixels with a palette; small.
    let picture = &pictures[0];
    assert_eq!(&picture[..8], b"\x89PNG\r\n\x1a\n");
    assert_eq!(picture[16..26], [0, 0, 4, 176, 0, 0, 2, 118, 8, 3]);
    assert!(
        (4_000..40_000).contains(&picture.len()),
        "{}",
        picture.len()
    );
    let page = fs::read_to_string(one.path().join("page/nl/a.html")).unwrap();
    for wanted in [
        "<meta property='og:image' content='https://a.example/data/page/nl/a.png'>",
        "<meta property='og:image:alt' content='a, Teststad: ",
        "<meta name='twitter:card' content='summary_large_image'>",
    ] {
        assert!(page.contains(wanted), "{wanted}");
    }
    // Without the site's address it is named from the page on.
    pages::write(one.path(), None, true).unwrap();
    let page = fs::read_to_string(one.path().join("page/nl/a.html")).unwrap();
    assert!(page.contains("<meta property='og:image' content='a.png'>"));
    assert!(!one.path().join("page/nl/b.png").exists());
}

#[test]
fn a_town_that_wants_no_pictures_has_none_and_its_pages_name_none() {
    let folder = town(&[("a", 60, 100.0)]);
    let with = pages::write(folder.path(), None, true).unwrap();
    assert!(folder.path().join("page/nl/a.png").exists());
    let without = pages::write(folder.path(), None, false).unwrap();
    // The one of an earlier run is taken away.
    assert!(!folder.path().join("page/nl/a.png").exists());
    let page = fs::read_to_string(folder.path().join("page/nl/a.html")).unwrap();
    assert!(!page.contains(".png") && !page.contains("og:image"));
    assert!(page.contains("<meta name='twitter:card' content='summary'>"));
    assert!(with.files > without.files && with.bytes > without.bytes + 4_000);
}
