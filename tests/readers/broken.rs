//! Files that are cut short, overwritten or of another kind: an error with a place, never a panic.

use super::{fixture, shared};
use arrow_array::builder::{FixedSizeListBuilder, Float64Builder, ListBuilder};
use arrow_array::{ArrayRef, Float64Array, Int64Array, RecordBatch, TimestampMillisecondArray};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use straatbeeld::domain::{SensorGeneration, Zone};
use straatbeeld::publish::town_file;
use straatbeeld::read::calendar_csv::CalendarColumns;
use straatbeeld::read::counts::Counts;
use straatbeeld::read::pieces::Wanted;
use straatbeeld::read::streets_geojson::StreetColumns;
use straatbeeld::read::{
    ReadError, calendar_csv, events_csv, osm_pbf, segments_geojson, streets_geojson, telraam,
    telraam_csv, telraam_json, telraam_parquet,
};

const KINDS: [&str; 8] = [
    "json", "csv", "parquet", "calendar", "events", "segments", "streets", "osm",
];

/// Reads bytes as a kind of file; what comes back must add up.
fn read(kind: &str, bytes: &[u8]) -> Result<(), ReadError> {
    let zone = Zone::parse("Europe/Brussels");
    let zones = BTreeMap::new();
    let wanted = Wanted {
        region: None,
        zones: &zones,
        languages: &[],
    };
    let table = |counts: Counts| {
        assert_eq!(counts.table.len() as u64, counts.report.kept);
        counts.report
    };
    let report = match kind {
        "json" => table(telraam_json::read("x", bytes)?),
        "csv" => table(telraam_csv::read("x", bytes, zone)?),
        "parquet" => table(telraam_parquet::read("x", bytes, zone)?),
        "calendar" => calendar_csv::read("x", bytes, &CalendarColumns::default())?.report,
        "events" => events_csv::read("x", bytes)?.report,
        "segments" => segments_geojson::read("x", bytes, wanted)?.report,
        "streets" => streets_geojson::read("x", bytes, &StreetColumns::default(), wanted)?.report,
        _ => osm_pbf::read("x", bytes, wanted)?.report,
    };
    assert_eq!(report.rows, report.kept + report.refused_rows());
    Ok(())
}

/// Two hours as Parquet, with list columns under Telraam's own names; the second has a gap in its list.
fn parquet() -> Vec<u8> {
    let mut fine = ListBuilder::new(Float64Builder::new());
    let mut coarse = FixedSizeListBuilder::new(Float64Builder::new(), 8);
    for row in 0..2 {
        for class in 0..25 {
            let share = if class == 6 { Some(100.0) } else { Some(0.0) };
            fine.values()
                .append_option(share.filter(|_| row == 0 || class != 3));
        }
        fine.append(true);
        for class in 0..8 {
            coarse
                .values()
                .append_value(if class == 3 { 100.0 } else { 0.0 });
        }
        coarse.append(true);
    }
    let start = TimestampMillisecondArray::from(vec![1_772_438_400_000, 1_772_442_000_000]);
    let columns: [(&str, ArrayRef); 7] = [
        ("date", Arc::new(start.with_timezone("UTC"))),
        ("segment_id", Arc::new(Int64Array::from(vec![9, 9]))),
        (
            "uptime",
            Arc::new(Float64Array::from(vec![Some(0.5), None])),
        ),
        ("car", Arc::new(Float64Array::from(vec![40.0, 60.0]))),
        (
            "night",
            Arc::new(Float64Array::from(vec![Some(0.0), Some(f64::NAN)])),
        ),
        ("car_speed_hist_0to120plus", Arc::new(fine.finish())),
        ("car_speed_hist_0to70plus", Arc::new(coarse.finish())),
    ];
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let mut bytes = Vec::new();
    let mut writer =
        parquet::arrow::ArrowWriter::try_new(&mut bytes, batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    bytes
}

#[test]
fn histograms_in_list_columns_are_read() {
    let counts = telraam_parquet::read("x", &parquet(), None).unwrap();
    let first = counts.table.row(0).unwrap();
    assert_eq!(first.start.to_string(), "2026-03-02T08:00:00Z");
    assert_eq!(first.speed_5.unwrap()[6], 40.0);
    assert_eq!(first.speed_10.unwrap()[3], 40.0);
    let second = counts.table.row(1).unwrap();
    assert_eq!((second.uptime, second.speed_5), (None, None));
    assert_eq!(second.speed_10.unwrap()[3], 60.0);
    // NaN stands for a missing number: no `night`, so the first generation.
    assert_eq!(second.sensor, Some(SensorGeneration::V1));
    assert_eq!(counts.report.warned_of(telraam::SHARES_LENGTH), 1);
}

fn sound(kind: &str) -> Vec<u8> {
    match kind {
        "json" => fixture("telraam-hourly-unknown-field.json"),
        "csv" => fixture("telraam-local-times.csv"),
        "parquet" => parquet(),
        "calendar" => fixture("holidays.csv"),
        "events" => fixture("events-semicolons.csv"),
        "segments" => fixture("segments-with-tags.geojson"),
        "streets" => fixture("streets.geojson"),
        _ => shared("osm-extracts").map_or_else(Vec::new, |root| {
            std::fs::read(root.join("amsterdam.osm.pbf")).unwrap()
        }),
    }
}

#[test]
fn a_file_cut_anywhere_is_an_error_or_a_shorter_file() {
    for kind in KINDS {
        let bytes = sound(kind);
        assert!(bytes.is_empty() || read(kind, &bytes).is_ok(), "{kind}");
        let step = (bytes.len() / 300).max(1);
        let mut errors = 0;
        for end in (0..bytes.len()).step_by(step) {
            if let Err(error) = read(kind, &bytes[..end]) {
                assert!(error.to_string().starts_with('x'), "{error}");
                errors += 1;
            }
        }
        assert!(bytes.is_empty() || errors > 0, "{kind}");
    }
}

#[test]
fn a_file_of_another_kind_is_an_error() {
    for kind in KINDS {
        for other in KINDS {
            let both_are_features = [kind, other]
                .iter()
                .all(|k| ["segments", "streets"].contains(k));
            let bytes = sound(other);
            // Counts have a `date` and a `street_name`, so a calendar could be in them.
            let is_calendar = kind == "calendar" && other == "csv";
            if kind != other && !both_are_features && !is_calendar && !bytes.is_empty() {
                assert!(read(kind, &bytes).is_err(), "{other} read as {kind}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, rng_seed: RngSeed::Fixed(4), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn overwritten_bytes_never_panic(
        kind in prop::sample::select(KINDS.to_vec()),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let mut bytes = sound(kind);
        if !bytes.is_empty() {
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            let _ = read(kind, &bytes);
        }
    }

    #[test]
    fn random_bytes_never_panic(
        kind in prop::sample::select(KINDS.to_vec()),
        bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let _ = read(kind, &bytes);
    }

    #[test]
    fn random_text_is_no_town_file(text in "\\PC{0,120}") {
        let error = town_file::parse("town.toml", &text).unwrap_err();
        prop_assert!(error.to_string().starts_with("town.toml"));
    }
}

fn files_in(folder: PathBuf) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut files: Vec<PathBuf> = entries
        .map(|e| e.unwrap().path())
        .filter(|p| p.is_file())
        .collect();
    files.sort();
    files
}

#[test]
fn malformed_parquet_is_an_error_that_names_the_file_and_a_place() {
    let Some(root) = shared("parquet-testing") else {
        return;
    };
    for folder in ["bad_data", "data", "data/geospatial"] {
        for path in files_in(root.join(folder)) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let bytes = std::fs::read(&path).unwrap();
            let error = telraam_parquet::read(&name, &bytes, None).unwrap_err();
            assert!(error.to_string().starts_with(&name), "{error}");
        }
    }
}

#[test]
fn csv_of_all_shapes_is_an_error_that_names_what_is_missing() {
    for folder in ["csv-spectrum/csvs", "frictionless-csv"] {
        let Some(root) = shared(folder) else { return };
        for path in files_in(root) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let bytes = std::fs::read(&path).unwrap();
            let error = telraam_csv::read(&name, &bytes, None).unwrap_err();
            assert!(error.to_string().starts_with(&name), "{error}");
            let _ = calendar_csv::read(&name, &bytes, &CalendarColumns::default());
        }
    }
}
