//! Counters' files as their publishers deliver them, read in place. Figures by DuckDB over the raw files.

use super::shared;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use straatbeeld::domain::{LonLat, Mode, SegmentId, Side, Zone};
use straatbeeld::publish::sources::members_of;
use straatbeeld::read::awv_sites::AwvSites;
use straatbeeld::read::counts::Counts;
use straatbeeld::read::duplicates::{Joined, join};
use straatbeeld::read::eco_counter::{self, Declared};
use straatbeeld::read::local_time::IN_GAP;
use straatbeeld::read::site_list::SiteList;
use straatbeeld::read::table_map::TableMap;
use straatbeeld::read::{awv, declared_csv, gathered, gent, zero_days};
use straatbeeld::table::CountTable;

fn bytes(path: &Path) -> Vec<u8> {
    let raw = fs::read(path).unwrap();
    if path.extension().is_some_and(|e| e == "gz") {
        let mut unpacked = Vec::new();
        flate2::read::MultiGzDecoder::new(raw.as_slice())
            .read_to_end(&mut unpacked)
            .unwrap();
        return unpacked;
    }
    raw
}

fn files(pattern: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = glob::glob(pattern).unwrap().map(Result::unwrap).collect();
    files.sort();
    assert!(!files.is_empty(), "{pattern}");
    files
}

/// Number and sum of the values of a mode: both sides, left, right.
fn figures(table: &CountTable, mode: Mode) -> [(usize, f64); 3] {
    [Side::Both, Side::Left, Side::Right].map(|side| {
        let values = (0..table.len()).filter_map(|i| table.volume(mode, side, i));
        values.fold((0, 0.0), |(n, sum), value| (n + 1, sum + value))
    })
}

fn eco(path: &Path, zone: &str, mode: Mode) -> Counts {
    let declared = Declared {
        zone: Zone::parse(zone),
        mode,
        minutes: None,
    };
    let counts = eco_counter::read(&path.display().to_string(), &bytes(path), declared).unwrap();
    let report = &counts.report;
    assert_eq!(report.rows, report.kept + report.refused_rows());
    counts
}

fn muenster(site: &str) -> Option<Joined> {
    let root = shared("muenster-radverkehr")?;
    let paths = files(&format!("{}/{site}/*.csv.gz", root.display()));
    let read = |path: &PathBuf| eco(path, "Europe/Berlin", Mode::Bike);
    Some(join(paths.iter().map(read).collect()))
}

#[test]
fn counters_of_muenster_have_the_sums_of_their_channels() {
    for (site, refused, expected) in [
        // All years. Totals only where both directions were counted.
        (
            "100034980",
            86,
            [
                (260_517, 18_979_744.0),
                (261_418, 8_851_035.0),
                (261_101, 10_174_177.0),
            ],
        ),
        (
            "300039328",
            0,
            [
                (90_226, 5_744_266.0),
                (90_226, 2_883_280.0),
                (90_226, 2_860_986.0),
            ],
        ),
        // Hours from March 2025 to June 2026; 203 of them without flows.
        (
            "300037932",
            0,
            [
                (60_197, 2_608_635.0),
                (59_994, 1_300_690.0),
                (59_994, 1_292_780.0),
            ],
        ),
    ] {
        let Some(joined) = muenster(site) else { return };
        let report = &joined.report;
        assert_eq!(
            report.refused_for(eco_counter::NOT_THE_SUM),
            refused,
            "{site}"
        );
        assert_eq!(
            report.refused_rows(),
            refused,
            "{site}: {:?}",
            report.refused
        );
        assert_eq!(figures(&joined.table, Mode::Bike), expected, "{site}");
        assert_eq!(joined.table.segments, [SegmentId(site.into())]);
        let hours = joined.table.minutes.iter().filter(|m| **m == 60).count();
        assert_eq!(
            hours,
            if site == "300037932" { 10_504 } else { 0 },
            "{site}"
        );
    }
}

#[test]
fn lanes_cars_and_swapped_names_of_muenster_are_told_apart() {
    // Six lanes, three each way: 287,905 + 3,215,410 + 13,685,564 and 17,236,531 + 2,910,889 + 221,462.
    let Some(promenade) = muenster("100031297") else {
        return;
    };
    let expected = [
        (260_058, 37_551_350.0),
        (260_154, 17_188_879.0),
        (260_154, 20_368_882.0),
    ];
    assert_eq!(figures(&promenade.table, Mode::Bike), expected);
    let site = &promenade.sites[&SegmentId("100031297".into())];
    assert_eq!(site.name, "Promenade (nördl. Salzstraße)", "the last name");
    // The car channels of Bohlweg were tried out on 16 October 2024.
    let bohlweg = muenster("300037926").unwrap();
    assert_eq!(figures(&bohlweg.table, Mode::Car)[0], (13, 4.0));
    // Channels of Bismarckallee changed sides in October 2024, and their names with them.
    let root = shared("muenster-radverkehr").unwrap();
    let names = ["2024-09", "2024-11"].map(|month| {
        let path = root.join(format!("300038855/{month}.csv.gz"));
        let counts = eco(&path, "Europe/Berlin", Mode::Bike);
        let text = String::from_utf8(bytes(&path)).unwrap();
        let first: Vec<&str> = text.lines().nth(1).unwrap().split(',').collect();
        let values = [2, 3].map(|i: usize| first[i].parse::<f64>().ok());
        let row = counts.table.row(0).unwrap();
        let sides = [Side::Left, Side::Right].map(|side| row.volume(Mode::Bike, side));
        (values, sides)
    });
    let [(values, sides), (later, turned)] = names;
    assert_eq!(values, sides);
    assert_eq!([later[1], later[0]], turned);
}

#[test]
fn american_exports_of_eco_counter_are_read() {
    let Some(root) = shared("philadelphia-dvrpc-counts") else {
        return;
    };
    for (file, mode, site, rows, expected) in [
        (
            "bicycle/167607",
            Mode::Bike,
            "13-4175",
            480,
            [511.0, 491.0, 20.0],
        ),
        (
            "bicycle/179847",
            Mode::Bike,
            "17-3010",
            2_400,
            [1_057.0, 0.0, 0.0],
        ),
        (
            "pedestrian/167297",
            Mode::Pedestrian,
            "18-4874",
            768,
            [2_482.0, 1_281.0, 1_201.0],
        ),
    ] {
        // Eastern time is not compiled in; no clock changes within these files.
        let counts = eco(
            &root.join(format!("ecocounter_15minute{file}.csv")),
            "UTC",
            mode,
        );
        assert_eq!(
            (counts.report.rows, counts.report.kept),
            (rows, rows),
            "{file}"
        );
        assert_eq!(counts.table.segments, [SegmentId(site.into())]);
        assert_eq!(
            figures(&counts.table, mode).map(|(_, sum)| sum),
            expected,
            "{file}"
        );
    }
}

#[test]
fn the_excerpt_of_flanders_is_one_direction_of_two() {
    let Some(root) = shared("flanders-awv-fietstellingen") else {
        return;
    };
    let read = |name: &str| bytes(&root.join(format!("{name}.excerpt.csv")));
    let mut sites = AwvSites::read("sites", &read("sites")).unwrap();
    sites
        .read_directions("richtingen", &read("richtingen"))
        .unwrap();
    let zone = Zone::parse("Europe/Brussels").unwrap();
    let counts = awv::read("data", &read("data-2022-01"), &sites, zone).unwrap();
    assert_eq!((counts.report.rows, counts.report.kept), (192, 192));
    let expected = [(0, 0.0), (192, 1_066.0), (0, 0.0)];
    assert_eq!(figures(&counts.table, Mode::Bike), expected);
    assert_eq!(counts.report.warned_of(gathered::HALF), 192);
    let site = &counts.sites[&SegmentId("15".into())];
    assert_eq!(
        (site.name.as_str(), site.municipality.as_str()),
        ("Oostende 2", "Oostende")
    );
    let names = (
        "Oostende 2 Fietser rich. Gistel",
        "Oostende 2 Fietser rich Oostende",
    );
    assert_eq!(site.side_names, Some((names.0.into(), names.1.into())));
    let test_site = sites.get("141").unwrap();
    assert_eq!(
        (test_site.minutes, test_site.is_two_way()),
        (Some(0), false)
    );
}

#[test]
fn the_posts_of_ghent_are_read_by_five_minutes_and_by_hours() {
    let Some(root) = shared("gent-fietstelpalen") else {
        return;
    };
    let zone = Zone::parse("Europe/Brussels").unwrap();
    let member = |name: &str| members_of(&root.join(name)).unwrap().remove(0);
    let (name, text) = member("fietstelpaal-coupure-links-2022-gent.zip");
    let counts = gent::read_csv(&name, &text, zone).unwrap();
    assert_eq!((counts.report.rows, counts.report.kept), (105_120, 105_108));
    assert_eq!(counts.report.refused_for(IN_GAP), 12);
    let expected = [
        (105_108, 2_627_127.0),
        (105_108, 1_320_496.0),
        (105_108, 1_306_631.0),
    ];
    assert_eq!(figures(&counts.table, Mode::Bike), expected);

    let list = root.join("hourly-json/fietstelpalen-gent.json.gz");
    let posts = SiteList::read("posts", &bytes(&list)).unwrap();
    let read = |path: &PathBuf| {
        let name = path.display().to_string();
        let mut counts = gent::read_json(&name, &bytes(path), Some(&posts), zone).unwrap();
        posts.describe(&mut counts);
        counts
    };
    let paths = files(&format!(
        "{}/hourly-json/fietstelpaal-*.json.gz",
        root.display()
    ));
    let joined = join(paths.iter().map(read).collect());
    assert_eq!((joined.report.rows, joined.report.kept), (133_848, 133_834));
    assert_eq!(joined.report.refused_for(gent::FALSE_HOUR), 10);
    assert_eq!(joined.report.refused_for(IN_GAP), 4);
    // 356 days of 24 hours.
    assert_eq!(joined.report.warned_of(zero_days::ZERO_DAY), 8_544);
    assert_eq!(joined.table.segments.len(), 7);
    // All of them less the 92 bicycles of the hours that were refused.
    let hours = figures(&joined.table, Mode::Bike)[0];
    assert_eq!(hours, (133_834, 15_459_583.0 - 92.0));
    let site = &joined.sites[&SegmentId("COU".into())];
    let position = LonLat {
        lon: 3.709_189_839,
        lat: 51.053_547_991_7,
    };
    assert_eq!(site.position, Some(position));
}

#[test]
fn the_cleaned_file_of_ghent_is_read_as_a_town_file_declares_it() {
    let Some(root) = shared("gent-fietstelpalen") else {
        return;
    };
    let map: TableMap = toml::from_str(
        r#"
minutes = 5
segment_id = "COU"
time = "timestamp"
counts = { direction_mariakerke = "bike left", direction_centre = "bike right" }
side_names = ["Mariakerke", "centrum"]
"#,
    )
    .unwrap();
    let path = root.join("fietstelpaal-coupure-links-gent.zip");
    let (name, text) = members_of(&path).unwrap().remove(0);
    let counts = declared_csv::read(&name, &text, &map, None).unwrap();
    assert_eq!((counts.report.rows, counts.report.kept), (166_176, 166_176));
    let expected = [
        (162_144, 4_130_885.0),
        (162_144, 2_077_582.0),
        (162_144, 2_053_303.0),
    ];
    assert_eq!(figures(&counts.table, Mode::Bike), expected);
    assert_eq!(counts.table.start[0].to_string(), "2021-12-31T23:00:00Z");
}
