//! Files as publishers really deliver them, read in place; the figures are those of the PROVENANCE.md beside them.

use super::shared;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use straatbeeld::domain::{CivilDate, Mode, SegmentId, SensorGeneration, Side, Zone};
use straatbeeld::read::counts::Counts;
use straatbeeld::read::duplicates::{IDENTICAL, REPLACED, join};
use straatbeeld::read::local_time::AMBIGUOUS;
use straatbeeld::read::pieces::{Pieces, Region, Wanted};
use straatbeeld::read::streets_geojson::{NO_NAME, StreetColumns};
use straatbeeld::read::telraam::{SHARES_OFF, UPTIME_ABOVE_ONE, UPTIME_ZERO};
use straatbeeld::read::{
    calendar_csv, features, osm_pbf, segments_geojson, streets_geojson, telraam_csv, telraam_json,
    telraam_parquet,
};

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

fn everything(zones: &BTreeMap<String, f64>) -> Wanted<'_> {
    Wanted {
        region: None,
        zones,
        languages: &[],
    }
}

/// Hourly recordings of all devices; `device_ 9000010473` with its blank included.
fn karlsruhe() -> Option<Vec<Counts>> {
    let root = shared("karlsruhe-telraam")?;
    let pattern = format!("{}/device_*/hourly/*.json.gz", root.display());
    let mut files: Vec<PathBuf> = glob::glob(&pattern).unwrap().map(Result::unwrap).collect();
    files.sort();
    let read = |p: &PathBuf| telraam_json::read(&p.display().to_string(), &bytes(p)).unwrap();
    Some(files.iter().map(read).collect())
}

#[test]
fn all_hours_of_karlsruhe_are_read_and_those_without_uptime_are_missing() {
    let Some(files) = karlsruhe() else { return };
    let rows: u64 = files.iter().map(|c| c.report.rows).sum();
    let kept: u64 = files.iter().map(|c| c.report.kept).sum();
    let asleep: u64 = files.iter().map(|c| c.report.warned_of(UPTIME_ZERO)).sum();
    assert_eq!((rows, kept, asleep), (19_336, 19_336, 8_213));
    let (mut first_generation, mut without_v85) = (0, 0);
    for counts in &files {
        for i in 0..counts.table.len() {
            let row = counts.table.row(i).unwrap();
            first_generation += u32::from(row.sensor == Some(SensorGeneration::V1));
            without_v85 += u32::from(row.v85.is_none());
            if row.uptime == Some(0.0) {
                assert!(row.volumes.iter().flatten().all(Option::is_none));
            }
        }
    }
    // `night` null and `v85` null, as counted by the provenance.
    assert_eq!((first_generation, without_v85), (16_901, 10_021));
}

#[test]
fn the_folder_with_a_blank_in_its_name_adds_no_hour() {
    let Some(files) = karlsruhe() else { return };
    let joined = join(files);
    let doubled = joined.report.refused_for(IDENTICAL) + joined.report.refused_for(REPLACED);
    assert_eq!(doubled, 520);
    assert_eq!(joined.table.len(), 19_336 - 520);
    let id = SegmentId("9000010473".into());
    let index = joined.table.segments.iter().position(|s| *s == id).unwrap();
    let hours = joined
        .table
        .segment
        .iter()
        .filter(|s| **s as usize == index);
    assert_eq!(hours.count(), 1_187);
}

#[test]
fn both_pulls_of_kortrijk_hold_the_same_hours() {
    let Some(root) = shared("kortrijk-telraam") else {
        return;
    };
    let read = |name: &str| telraam_csv::read(name, &bytes(&root.join(name)), None).unwrap();
    let early = read("traffic_two_streets_raw.2026-01-07.csv");
    let late = read("traffic_two_streets_raw.csv");
    assert_eq!((early.report.rows, late.report.rows), (2_467, 3_489));
    assert_eq!((early.report.kept, late.report.kept), (2_467, 3_489));
    assert_eq!(
        late.sites[&SegmentId("9000009940".into())].name,
        "Graaf Karel De Goedelaan"
    );
    let speeds = (0..late.table.len()).filter(|i| late.table.speed_5(*i).is_some());
    assert_eq!(speeds.count(), 1_163, "histograms that sum to 100");
    let joined = join(vec![early, late]);
    assert_eq!(joined.report.refused_for(IDENTICAL), 2_467);
    assert_eq!(joined.report.refused_for(REPLACED), 0, "no counts changed");
    assert_eq!(joined.table.len(), 3_489);
    let parts: u64 = [
        "graaf_karel_de_goedelaan_per-hour.csv",
        "sintmartenslatemlaan_per-hour.csv",
    ]
    .into_iter()
    .map(|name| read(name).report.kept)
    .sum();
    assert_eq!(parts, 3_489);
}

#[test]
fn the_calendars_of_kortrijk_are_read() {
    let Some(root) = shared("kortrijk-telraam") else {
        return;
    };
    for (name, days) in [("belgian_holidays.csv", 20), ("school_vacations.csv", 188)] {
        let columns = calendar_csv::CalendarColumns::default();
        let found = calendar_csv::read(name, &bytes(&root.join(name)), &columns).unwrap();
        assert_eq!(found.days.len(), days, "{name}");
        assert_eq!(found.report.rows, found.report.kept);
    }
}

/// The CSV of holidays and the rule agree, but for what the CSV adds.
#[test]
fn computed_holidays_are_those_of_the_published_calendar() {
    let Some(root) = shared("kortrijk-telraam") else {
        return;
    };
    let columns = calendar_csv::CalendarColumns::default();
    let raw = bytes(&root.join("belgian_holidays.csv"));
    let published = calendar_csv::read("belgian_holidays.csv", &raw, &columns).unwrap();
    for year in [2025, 2026] {
        let computed: BTreeSet<CivilDate> =
            straatbeeld::publish::public_holidays::of_year("BE", year)
                .unwrap()
                .into_keys()
                .collect();
        let of_year: BTreeSet<CivilDate> = published
            .days
            .keys()
            .copied()
            .filter(|d| d.year() == year)
            .collect();
        assert_eq!(computed, of_year);
    }
}

#[test]
fn berlin_is_read_with_its_double_hour_and_its_odd_histograms() {
    let Some(root) = shared("berlin-zaehlt-mobilitaet") else {
        return;
    };
    let raw = bytes(&root.join("traffic_df_2024_10-2024_12.parquet"));
    let counts = telraam_parquet::read("berlin", &raw, Zone::parse("Europe/Berlin")).unwrap();
    let report = &counts.report;
    assert_eq!((report.rows, report.kept), (118_868, 118_868), "{report:?}");
    assert_eq!(report.warned_of(UPTIME_ABOVE_ONE), 212);
    assert_eq!(report.warned_of(AMBIGUOUS), 36);
    // Shares that miss 100 by more than 0.1, as DuckDB counts them.
    assert_eq!(report.warned_of(SHARES_OFF), 16_246);
    assert_eq!(report.warnings.len(), 3, "{:?}", report.warnings);
    assert_eq!(counts.table.segments.len(), 128);
    assert_eq!(counts.sites.len(), 128);
    assert_eq!(
        counts.sites[&SegmentId("9000001786".into())].name,
        "Dörpfeldstraße"
    );
    let id = SegmentId("9000004831".into());
    let night: Vec<(String, f64)> = (0..counts.table.len())
        .map(|i| counts.table.row(i).unwrap())
        .filter(|row| row.segment == id)
        .map(|row| (row.start.to_string(), row.uptime.unwrap()))
        .filter(|(start, _)| start.as_str() >= "2024-10-26T22" && start.as_str() < "2024-10-27T03")
        .collect();
    let expected = [
        ("2024-10-26T22:00:00Z", 0.999_444),
        // 23:00Z, local 1 o'clock, was never published.
        ("2024-10-27T00:00:00Z", 0.25),
        ("2024-10-27T01:00:00Z", 0.999_167),
        ("2024-10-27T02:00:00Z", 0.999_722),
    ];
    assert_eq!(night.len(), expected.len(), "{night:?}");
    for ((start, uptime), (expected_start, expected_uptime)) in night.iter().zip(expected) {
        assert_eq!(start, expected_start);
        assert!((uptime - expected_uptime).abs() < 1e-9, "{start} {uptime}");
    }
    let joined = join(vec![counts]);
    assert_eq!(joined.table.len(), 118_868, "no two rows share an instant");
    let first = joined.table.row(0).unwrap();
    assert_eq!(first.volume(Mode::Car, Side::Both), Some(786.0));
    assert_eq!(first.volume(Mode::Car, Side::Left), None);
    assert_eq!(first.speed_10, None, "6.65 + 14.83 + … = 99.75 %");
}

#[test]
fn a_parquet_file_of_local_times_asks_for_its_zone() {
    let Some(root) = shared("berlin-zaehlt-mobilitaet") else {
        return;
    };
    let raw = bytes(&root.join("traffic_df_2024_10-2024_12.parquet"));
    let error = telraam_parquet::read("berlin.parquet", &raw, None).unwrap_err();
    assert!(error.to_string().contains("zone = "), "{error}");
    let other = bytes(&root.join("df_geojson.parquet"));
    let error = telraam_parquet::read("df_geojson.parquet", &other, None).unwrap_err();
    assert!(error.to_string().contains("there is no column"), "{error}");
}

#[test]
fn all_segments_of_berlin_have_a_name_and_no_camera() {
    let Some(root) = shared("berlin-zaehlt-mobilitaet") else {
        return;
    };
    let raw = bytes(&root.join("bzm_telraam_segments.geojson.gz"));
    let zones = BTreeMap::new();
    let found = segments_geojson::read("berlin", &raw, everything(&zones)).unwrap();
    assert_eq!((found.report.rows, found.report.kept), (255, 255));
    assert!(found.pieces.iter().all(|p| !p.names.by_language.is_empty()));
    assert!(found.pieces.iter().all(|p| !p.municipality.is_empty()));
    assert_eq!(
        found.report.warned_of(features::LIMIT_UNKNOWN),
        2,
        "['30', '50'] twice"
    );
    let mut limits: BTreeMap<String, usize> = BTreeMap::new();
    for piece in &found.pieces {
        let limit = piece.limit_kmh.map_or("none".to_owned(), |l| l.to_string());
        *limits.entry(limit).or_default() += 1;
    }
    let expected = [("10", 1), ("20", 4), ("30", 157), ("50", 63), ("none", 30)];
    let limits: Vec<(&str, usize)> = limits.iter().map(|(l, n)| (l.as_str(), *n)).collect();
    assert_eq!(limits, expected);
    let text = format!("{:?}", found.pieces);
    let document: serde_json::Value = serde_json::from_slice(&raw).unwrap();
    let mut cameras = 0;
    for feature in document["features"].as_array().unwrap() {
        for camera in feature["properties"]["cameras"].as_array().unwrap() {
            cameras += 1;
            let mac = camera["mac"].to_string();
            // One camera bears the number of its segment.
            let is_segment = found.pieces.iter().any(|p| p.segment.0 == mac);
            assert!(is_segment || mac.len() < 9 || !text.contains(&mac), "{mac}");
        }
    }
    assert_eq!(cameras, 394);
}

#[test]
fn the_snapshot_of_2023_holds_139_segments_around_kortrijk() {
    let Some(root) = shared("telraam-snapshot-2023") else {
        return;
    };
    let raw = bytes(&root.join("traffic_snapshot_live_2023_12_9.json.gz"));
    let zones = BTreeMap::new();
    let region = Region {
        west: 3.1,
        south: 50.75,
        east: 3.4,
        north: 50.95,
    };
    let wanted = Wanted {
        region: Some(region),
        ..everything(&zones)
    };
    let found = segments_geojson::read("snapshot", &raw, wanted).unwrap();
    assert_eq!((found.report.rows, found.report.kept), (5_000, 139));
    assert_eq!(found.report.refused_for(features::OUTSIDE), 4_861);
    assert!(found.pieces.iter().all(|p| p.length_m.unwrap() > 1.0));
}

fn distinct_names(found: &Pieces) -> usize {
    let names: BTreeSet<&str> = found
        .pieces
        .iter()
        .filter_map(|p| p.names.by_language.get("und").map(String::as_str))
        .collect();
    names.len()
}

#[test]
fn openstreetmap_extracts_give_as_many_street_names_as_they_hold() {
    let Some(root) = shared("osm-extracts") else {
        return;
    };
    let zones = BTreeMap::new();
    let no_language = ["und".to_owned()];
    let wanted = Wanted {
        languages: &no_language,
        ..everything(&zones)
    };
    // File, ways with `highway`, ways with a name and two nodes, distinct names: as
    // osmium counts them. The provenance counts a few names more, those of ways
    // whose nodes the cut left out.
    for (name, highways, kept, names) in [
        ("wechelderzande-be.osm.pbf", 264, 169, 67),
        ("helsinki.osm.pbf", 2_650, 807, 100),
        ("malta-latest.osm.pbf", 32_862, 14_437, 6_544),
        ("liechtenstein-2013-08-03.osm.pbf", 2_753, 1_213, 734),
        ("amsterdam.osm.pbf", 54, 32, 9),
        ("paris_bss.osm.pbf", 1_219, 733, 314),
    ] {
        let found = osm_pbf::read(name, &bytes(&root.join(name)), wanted).unwrap();
        let report = &found.report;
        assert_eq!(report.rows, report.kept + report.refused_rows());
        assert_eq!((report.rows, report.kept), (highways, kept), "{name}");
        assert_eq!(distinct_names(&found), names, "{name}");
    }
}

#[test]
fn the_streets_of_goteborg_are_read_from_geojson() {
    let Some(root) = shared("osm-extracts") else {
        return;
    };
    let raw = bytes(&root.join("goteborg-streets.large-network.json.gz"));
    let zones = BTreeMap::new();
    let columns = StreetColumns::default();
    let found = streets_geojson::read("goteborg", &raw, &columns, everything(&zones)).unwrap();
    let report = &found.report;
    assert_eq!(report.rows, 20_227);
    assert_eq!(report.refused_for(features::NOT_A_LINE), 107);
    assert_eq!(report.kept + report.refused_for(NO_NAME), 20_120);
}
