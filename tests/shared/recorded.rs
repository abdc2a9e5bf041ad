//! Recordings of feeds: as JSON files and as Parquet.

use super::{fixture, shared};
use arrow_array::{
    ArrayRef, BooleanArray, Float64Array, Int64Array, RecordBatch, StringArray,
    TimestampMillisecondArray,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::sync::Arc;
use straatbeeld::domain::Instant;
use straatbeeld::domain::shared::{FormFactor, StationId};
use straatbeeld::read::ReadReport;
use straatbeeld::read::recorded::{Recorded, Recording, read_json, read_parquet};
use straatbeeld::read::{gbfs, recorded};

fn parquet(columns: Vec<(&str, ArrayRef)>) -> Vec<u8> {
    let batch = RecordBatch::try_from_iter_with_nullable(
        columns.into_iter().map(|(name, array)| (name, array, true)),
    )
    .unwrap();
    let mut bytes = Vec::new();
    let mut writer =
        parquet::arrow::ArrowWriter::try_new(&mut bytes, batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    bytes
}

fn times(minutes: &[i64]) -> ArrayRef {
    let ms: Vec<i64> = minutes.iter().map(|m| m * 60_000).collect();
    Arc::new(TimestampMillisecondArray::from(ms).with_timezone("UTC"))
}

fn texts(texts: &[Option<&str>]) -> ArrayRef {
    Arc::new(StringArray::from(texts.to_vec()))
}

fn status() -> Vec<u8> {
    parquet(vec![
        ("fetched_at", times(&[0, 0, 1, 2, 3, 3])),
        (
            "station_id",
            texts(&[Some("a"), Some("b"), Some("a"), None, Some("a"), Some("b")]),
        ),
        (
            "num_bikes_available",
            Arc::new(Int64Array::from(vec![
                Some(3),
                Some(4),
                Some(2),
                None,
                Some(5),
                Some(-1),
            ])),
        ),
        (
            "num_docks_available",
            Arc::new(Int64Array::from(vec![
                Some(7),
                None,
                Some(8),
                None,
                Some(5),
                Some(1),
            ])),
        ),
        (
            "is_renting",
            Arc::new(BooleanArray::from(vec![
                Some(true),
                Some(false),
                None,
                None,
                Some(true),
                Some(true),
            ])),
        ),
    ])
}

fn vehicles() -> Vec<u8> {
    let number = |n: &[Option<f64>]| -> ArrayRef { Arc::new(Float64Array::from(n.to_vec())) };
    parquet(vec![
        ("fetched_at", times(&[0, 0, 1, 1])),
        (
            "vehicle",
            texts(&[
                Some("secret-1"),
                Some("secret-2"),
                Some("secret-1"),
                Some("secret-9"),
            ]),
        ),
        ("lat", number(&[Some(50.8279), None, Some(50.8279), None])),
        ("lon", number(&[Some(3.2649), None, Some(3.2649), None])),
        ("station_id", texts(&[None, Some("1"), None, None])),
        (
            "vehicle_type_id",
            texts(&[Some("s"), Some("b"), Some("s"), None]),
        ),
    ])
}

/// Reads files in order; the accounts of all of them.
fn read(files: &[(&str, Vec<u8>)]) -> (Recorded, ReadReport) {
    let mut recording = Recording::default();
    let mut report = ReadReport::new("all");
    for (name, bytes) in files {
        let read = if name.ends_with(".parquet") {
            read_parquet(name, bytes, &mut recording)
        } else {
            read_json(name, bytes, &mut recording)
        };
        report.absorb(&read.unwrap());
    }
    let recorded = recording.finish(&mut report);
    assert_eq!(report.rows, report.kept + report.refused_rows());
    (recorded, report)
}

#[test]
fn a_recording_of_stations_keeps_empty_snapshots_and_refuses_bad_counts() {
    let (found, report) = read(&[("s.parquet", status())]);
    assert_eq!((report.rows, report.kept), (6, 5));
    assert_eq!(report.refused_for(gbfs::BAD_COUNT), 1);
    let series = found.series.unwrap();
    assert_eq!(series.polls.len(), 4);
    let a = series.position(&StationId("a".to_owned())).unwrap();
    let of = |poll| series.reading(a, poll).map(|r| r.vehicles);
    assert_eq!([0, 1, 2, 3].map(of), [Some(3), Some(2), None, Some(5)]);
    let b = series.position(&StationId("b".to_owned())).unwrap();
    let closed = series.reading(b, 0).unwrap();
    assert_eq!((closed.available(), closed.docks), (0, None));
    assert_eq!(series.reading(b, 3), None);
}

#[test]
fn vehicles_take_their_place_from_their_station_and_their_form_from_their_type_in_any_order_of_files()
 {
    let file = |name: &str| (name.to_owned(), fixture(name));
    let stations = file("gbfs-1.1-station_information.json");
    let types = file("gbfs-2.3-vehicle_types.json");
    let own = ("v.parquet".to_owned(), vehicles());
    for order in [[&stations, &types, &own], [&own, &types, &stations]] {
        let files: Vec<(&str, Vec<u8>)> =
            order.iter().map(|(n, b)| (n.as_str(), b.clone())).collect();
        let (found, report) = read(&files);
        let series = found.vehicles.unwrap();
        let forms: Vec<FormFactor> = series.runs.iter().map(|r| r.form).collect();
        assert_eq!(forms, [FormFactor::ScooterStanding, FormFactor::Bicycle]);
        assert_eq!((series.runs[0].first, series.runs[0].last), (0, 1));
        assert!(series.runs[1].is_docked && series.runs[1].at.lat == 50.8279);
        assert_eq!(report.refused_for(gbfs::NO_PLACE), 1 + 2);
        let shown = format!("{series:?} {report:?}");
        assert!(!shown.contains("secret"), "{shown}");
    }
}

#[test]
fn a_vehicle_at_an_unknown_station_is_refused_once_all_files_are_read() {
    let (found, report) = read(&[("v.parquet", vehicles())]);
    assert_eq!(report.refused_for(recorded::LOST_PLACE), 1);
    assert_eq!(found.vehicles.unwrap().runs.len(), 1);
}

#[test]
fn json_snapshots_are_at_the_time_that_they_say() {
    let (found, _) = read(&[
        ("3.json", fixture("gbfs-3.0-station_status.json")),
        ("v.json", fixture("gbfs-3.0-vehicle_status.json")),
        ("i.json", fixture("gbfs-3.0-station_information.json")),
        ("z.json", fixture("gbfs-3.0-geofencing_zones.json")),
        ("n.json", fixture("gbfs-3.0-system_information.json")),
    ]);
    let at = Instant::parse("2026-03-02T18:41:00Z").unwrap();
    assert_eq!(found.series.unwrap().polls, [at]);
    assert_eq!(found.vehicles.unwrap().polls, [at]);
    assert_eq!((found.stations.len(), found.zones.len()), (1, 1));
    assert_eq!(found.system.unwrap().system_id, "testdorp_bike");
    let mut recording = Recording::default();
    let error = read_json("t.json", b"{\"data\":{\"stations\":[]}}", &mut recording).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("t.json: a snapshot without a time")
    );
    let error = read_json("t.json", b"{\"data\":{\"alerts\":[]}}", &mut recording).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("t.json: data of no kind that is read")
    );
    let wrong = parquet(vec![("fetched_at", times(&[0])), ("lat", texts(&[None]))]);
    let error = read_parquet("t.parquet", &wrong, &mut recording).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("there is no column \"station_id\" among fetched_at, lat")
    );
}

#[test]
fn published_recordings_are_read_whole() {
    let Some(root) = shared("gbfs-france-2026") else {
        return;
    };
    for (system, rows, polls, recorded, listed) in [
        ("v_lille", 52_866 + 88_377, 198 + 331, 267, 268),
        ("toulouse", 85_498 + 143_654, 197 + 331, 434, 434),
        ("nantes", 24_354 + 40_713, 198 + 331, 123, 123),
        ("amiens", 8_910 + 14_895, 198 + 331, 45, 45),
    ] {
        let folder = root.join("status_snapshots").join(system);
        let files: Vec<(&str, Vec<u8>)> = [
            "2026-03-03.parquet",
            "2026-03-02.parquet",
            "station_info.parquet",
        ]
        .map(|name| (name, std::fs::read(folder.join(name)).unwrap()))
        .into();
        let (found, report) = read(&files);
        assert_eq!(report.refused_rows(), 0, "{system}");
        assert_eq!(report.rows, rows + found.stations.len() as u64, "{system}");
        let series = found.series.unwrap();
        assert_eq!(
            (series.polls.len(), series.stations.len()),
            (polls, recorded),
            "{system}"
        );
        assert!(
            found.stations.len() >= listed,
            "{system}: {}",
            found.stations.len()
        );
        assert!(found.vehicles.is_none());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, rng_seed: RngSeed::Fixed(8), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn overwritten_recordings_never_panic(
        is_status in any::<bool>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let mut bytes = if is_status { status() } else { vehicles() };
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let mut recording = Recording::default();
        if let Ok(mut report) = read_parquet("x", &bytes, &mut recording) {
            let _ = recording.finish(&mut report);
            prop_assert_eq!(report.rows, report.kept + report.refused_rows());
        }
    }
}
