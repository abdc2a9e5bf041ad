//! GBFS of all versions: each rule by a small file, published files whole, and broken ones.

use super::{fixture, shared, unzipped};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use straatbeeld::domain::shared::{FormFactor, StationId, StationReading};
use straatbeeld::domain::{Instant, LonLat, distance};
use straatbeeld::read::gbfs::{self, Feedfile, KINDS, Kind};
use straatbeeld::read::{ReadError, ReadReport, gbfs_systems};

fn parsed(name: &str) -> Feedfile {
    let name = format!("gbfs-{name}.json");
    gbfs::parse(&name, &fixture(&name)).unwrap()
}

/// Reads a file of any kind; its account must add up.
fn read(file: &str, bytes: &[u8]) -> Result<(Kind, ReadReport), ReadError> {
    let parsed = gbfs::parse(file, bytes)?;
    let Some(kind) = parsed.kind() else {
        // Whatever it is, no reader may panic on it.
        for kind in KINDS {
            let _ = read_as(kind, file, &parsed);
        }
        return Ok((Kind::Discovery, ReadReport::new(file)));
    };
    let report = read_as(kind, file, &parsed)?;
    assert_eq!(report.rows, report.kept + report.refused_rows());
    Ok((kind, report))
}

fn read_as(kind: Kind, file: &str, parsed: &Feedfile) -> Result<ReadReport, ReadError> {
    Ok(match kind {
        Kind::Discovery => {
            gbfs::discovery(file, parsed, &["nl"])?;
            ReadReport::new(file)
        }
        Kind::SystemInformation => {
            gbfs::system_information(file, parsed)?;
            ReadReport::new(file)
        }
        Kind::VehicleTypes => gbfs::vehicle_types(file, parsed)?.report,
        Kind::StationInformation => gbfs::station_information(file, parsed)?.report,
        Kind::StationStatus => gbfs::station_status(file, parsed)?.report,
        Kind::VehicleStatus => gbfs::vehicle_status(file, parsed)?.report,
        Kind::GeofencingZones => gbfs::geofencing_zones(file, parsed)?.report,
    })
}

#[test]
fn every_kind_is_known_by_what_stands_in_it() {
    for (name, kind) in [
        ("1.1-gbfs", Kind::Discovery),
        ("3.0-gbfs", Kind::Discovery),
        ("2.3-system_information", Kind::SystemInformation),
        ("3.0-system_information", Kind::SystemInformation),
        ("2.3-vehicle_types", Kind::VehicleTypes),
        ("1.1-station_information", Kind::StationInformation),
        ("2.3-station_information", Kind::StationInformation),
        ("3.0-station_information", Kind::StationInformation),
        ("1.1-station_status", Kind::StationStatus),
        ("3.0-station_status", Kind::StationStatus),
        ("season-without-stations", Kind::StationStatus),
        ("2.3-free_bike_status", Kind::VehicleStatus),
        ("3.0-vehicle_status", Kind::VehicleStatus),
        ("2.3-geofencing_zones", Kind::GeofencingZones),
        ("3.0-geofencing_zones", Kind::GeofencingZones),
    ] {
        let file = parsed(name);
        assert_eq!(file.kind(), Some(kind), "{name}");
        let at = Instant::parse("2026-03-02T18:41:00Z");
        assert_eq!(file.header.last_updated, at, "{name}");
    }
    assert_eq!(
        gbfs::kind_of_name("free_bike_status"),
        Some(Kind::VehicleStatus)
    );
    assert_eq!(gbfs::kind_of_name("alerts"), None);
}

#[test]
fn feeds_are_found_in_the_wanted_language_or_the_first() {
    let file = parsed("1.1-gbfs");
    let urls = |languages: &[&str]| -> Vec<String> {
        let feeds = gbfs::discovery("x", &file, languages).unwrap();
        feeds.into_iter().map(|feed| feed.url).collect()
    };
    assert_eq!(
        urls(&["nl"]),
        ["https://example.org/nl/system_information.json"]
    );
    assert_eq!(urls(&["de"]).len(), 4);
    assert_eq!(urls(&["de"]), urls(&["fr"]));
    let feeds = gbfs::discovery("x", &parsed("3.0-gbfs"), &[]).unwrap();
    let kinds: Vec<Kind> = feeds.iter().map(|feed| feed.kind).collect();
    assert_eq!(
        kinds,
        [
            Kind::VehicleStatus,
            Kind::VehicleTypes,
            Kind::GeofencingZones
        ]
    );
}

#[test]
fn a_system_says_its_name_zone_and_licence() {
    let old = gbfs::system_information("x", &parsed("2.3-system_information")).unwrap();
    assert_eq!(old.system_id, "testdorp_bike");
    assert_eq!(old.names.in_language("fr"), "Testdorp Fiets");
    assert_eq!(old.zone.unwrap().name(), "Europe/Brussels");
    assert_eq!(old.license.as_deref(), Some("https://example.org/licence"));
    let new = gbfs::system_information("x", &parsed("3.0-system_information")).unwrap();
    assert_eq!(new.names.in_language("fr"), "Vélo Testdorp");
    assert_eq!(new.license.as_deref(), Some("CC-BY-4.0"));
}

#[test]
fn vehicle_types_that_cannot_be_read_are_refused_one_by_one() {
    let found = gbfs::vehicle_types("x", &parsed("2.3-vehicle_types")).unwrap();
    let forms: Vec<FormFactor> = found.types.iter().map(|t| t.form).collect();
    let expected = [
        FormFactor::Bicycle,
        FormFactor::ScooterStanding,
        FormFactor::Other,
    ];
    assert_eq!(forms, expected);
    assert_eq!(found.types[1].max_range_m, Some(30_000.0));
    for why in [gbfs::NO_ID, gbfs::TWICE, gbfs::NO_OBJECT] {
        assert_eq!(found.report.refused_for(why), 1, "{why}");
    }
}

#[test]
fn stations_of_all_versions_have_a_place_and_a_capacity() {
    let old = gbfs::station_information("x", &parsed("1.1-station_information")).unwrap();
    let ids: Vec<&str> = old.stations.iter().map(|s| s.id.0.as_str()).collect();
    assert_eq!(ids, ["1", "2"]);
    assert_eq!(old.stations[1].capacity, Some(12));
    assert_eq!((old.report.rows, old.report.kept), (8, 2));
    assert_eq!(old.report.refused_for(gbfs::NO_PLACE), 2);
    assert_eq!(old.report.refused_for(gbfs::BAD_COUNT), 1);
    let place = old.report.refused[0].first.to_string();
    assert_eq!(place, ", row 3, column lat");
    let by_type = gbfs::station_information("x", &parsed("2.3-station_information")).unwrap();
    assert_eq!(by_type.stations[0].capacity, Some(10));
    assert!(by_type.stations[0].is_virtual);
    // A part that cannot be read makes no sum.
    assert_eq!(by_type.stations[1].capacity, None);
    let new = gbfs::station_information("x", &parsed("3.0-station_information")).unwrap();
    assert_eq!(new.stations[0].names.in_language("fr"), "Place");
    assert_eq!(new.stations[0].capacity, Some(10));
}

#[test]
fn a_station_that_is_not_installed_lets_nothing() {
    let old = gbfs::station_status("x", &parsed("1.1-station_status")).unwrap();
    assert_eq!((old.report.rows, old.report.kept), (6, 3));
    assert_eq!(old.report.refused_for(gbfs::NO_COUNT), 1);
    assert_eq!(old.report.refused_for(gbfs::BAD_COUNT), 1);
    let [first, closed, gone] = old.rows.as_slice() else {
        panic!("{:?}", old.rows);
    };
    assert_eq!(
        first.reading,
        StationReading {
            vehicles: 5,
            disabled: Some(1),
            docks: Some(14),
            is_renting: true,
            is_returning: true
        }
    );
    assert_eq!(first.last_reported, Instant::parse("2026-03-02T18:40:00Z"));
    assert_eq!(
        (closed.reading.vehicles, closed.reading.available()),
        (3, 0)
    );
    assert_eq!(closed.last_reported, None);
    assert!(!gone.reading.is_renting && !gone.reading.is_returning);
    let new = gbfs::station_status("x", &parsed("3.0-station_status")).unwrap();
    assert_eq!(new.rows[0].reading.disabled, Some(2));
    assert_eq!(
        new.rows[0].by_type,
        [("b".to_owned(), 4), ("s".to_owned(), 1)]
    );
    let none = gbfs::station_status("x", &parsed("season-without-stations")).unwrap();
    assert_eq!((none.rows.len(), none.report.rows), (0, 0));
}

#[test]
fn vehicles_have_a_place_or_a_station_and_their_ids_are_never_shown() {
    let old = gbfs::vehicle_status("x", &parsed("2.3-free_bike_status")).unwrap();
    assert_eq!((old.report.rows, old.report.kept), (5, 2));
    assert_eq!(old.vehicles[0].range_m, Some(12_000.5));
    assert_eq!(old.vehicles[1].station, Some(StationId("m".to_owned())));
    assert!(old.vehicles[1].is_reserved);
    let new = gbfs::vehicle_status("x", &parsed("3.0-vehicle_status")).unwrap();
    assert!(new.vehicles[0].is_disabled);
    let shown = format!("{:?} {:?} {:?}", old.vehicles, old.report, new.vehicles);
    assert!(!shown.contains("secret"), "{shown}");
}

#[test]
fn zones_have_a_rule_each_and_old_ones_one_permission_for_start_and_end() {
    let old = gbfs::geofencing_zones("x", &parsed("2.3-geofencing_zones")).unwrap();
    assert_eq!((old.report.rows, old.report.kept), (2, 1));
    assert_eq!(old.zones.len(), 2);
    let first = &old.zones[0];
    assert!(!first.may_start && !first.may_end && first.may_ride_through);
    assert_eq!(
        (first.max_speed_kmh, first.vehicle_types.len()),
        (Some(10.0), 1)
    );
    assert!(old.zones[1].may_end && old.zones[1].vehicle_types.is_empty());
    let inside = LonLat {
        lon: 3.265,
        lat: 50.825,
    };
    assert!(distance::is_inside(inside, &first.polygons[0][0]));
    let new = gbfs::geofencing_zones("x", &parsed("3.0-geofencing_zones")).unwrap();
    let park = &new.zones[0];
    assert!(park.may_start && !park.may_end && !park.may_ride_through);
}

#[test]
fn what_is_no_gbfs_is_an_error_that_names_the_file_and_what_was_expected() {
    for (bytes, expected) in [
        (
            "",
            "x.json:1:0: EOF while parsing a value; expected a GBFS file",
        ),
        (
            "[1]",
            "x.json: JSON that is no object; expected a GBFS file",
        ),
        ("{\"last_updated\": 1}", "x.json: an object without `data`"),
        ("{\"data\": [", "x.json:1:10: EOF"),
        ("<html>503</html>", "x.json:1:1: expected value"),
    ] {
        let error = gbfs::parse("x.json", bytes.as_bytes()).unwrap_err();
        let error = error.to_string();
        assert!(error.starts_with(expected), "{error}");
    }
    let empty = gbfs::parse("x.json", b"{\"data\": {\"stations\": 5}}").unwrap();
    let error = gbfs::station_status("x.json", &empty).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("x.json: data.stations is no list")
    );
    let error = gbfs::vehicle_status("x.json", &empty).unwrap_err();
    assert!(error.to_string().contains("no data.vehicles"), "{error}");
    let error = gbfs::discovery("x.json", &empty, &[]).unwrap_err();
    assert!(error.to_string().contains("no list of feeds"), "{error}");
}

#[test]
fn published_station_lists_are_read_whole() {
    let Some(root) = shared("gbfs-france-2026") else {
        return;
    };
    for (system, stations, virtual_ones) in [
        ("amiens", 45, 0),
        ("nantes", 124, 0),
        ("v_lille", 268, 0),
        ("bird-marseille", 803, 803),
        ("dott-bordeaux", 3_449, 3_449),
    ] {
        let path = root.join(format!("raw/{system}/station_information.json.gz"));
        let file = gbfs::parse(system, &unzipped(&path)).unwrap();
        assert_eq!(file.kind(), Some(Kind::StationInformation));
        let found = gbfs::station_information(system, &file).unwrap();
        assert_eq!(found.stations.len(), stations, "{system}");
        assert_eq!(found.report.refused_rows(), 0, "{system}");
        let marked = found.stations.iter().filter(|s| s.is_virtual).count();
        assert_eq!(marked, virtual_ones, "{system}");
        assert!(
            found
                .stations
                .iter()
                .all(|s| s.at.lat > 43.0 && s.at.lat < 51.0)
        );
    }
}

#[test]
fn published_lists_of_systems_are_read_whole() {
    let Some(root) = shared("gbfs-catalogue") else {
        return;
    };
    let bytes = std::fs::read(root.join("systems.csv")).unwrap();
    let found = gbfs_systems::read("systems.csv", &bytes).unwrap();
    assert_eq!((found.report.rows, found.report.kept), (1_520, 1_520));
    let kortrijk = found.systems.iter().find(|s| s.id == "dott-kortrijk");
    let kortrijk = kortrijk.unwrap();
    assert_eq!(
        (kortrijk.country.as_str(), kortrijk.needs_key),
        ("BE", false)
    );
    assert_eq!(kortrijk.versions, ["2.3"]);
    assert!(found.systems.iter().any(|s| s.needs_key));
    let bytes = std::fs::read(root.join("donkey_systems_v2.csv")).unwrap();
    let donkey = gbfs_systems::read("donkey.csv", &bytes).unwrap();
    assert_eq!(donkey.systems.len(), 53);
    let error = gbfs_systems::read("a.csv", b"Name,URL\nx,y\n").unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("a.csv:1:1: there is no column \"Country Code\"")
    );
}

const FILES: [&str; 8] = [
    "1.1-gbfs",
    "3.0-system_information",
    "2.3-vehicle_types",
    "1.1-station_information",
    "3.0-station_information",
    "1.1-station_status",
    "2.3-free_bike_status",
    "2.3-geofencing_zones",
];

#[test]
fn a_file_cut_anywhere_is_an_error_with_a_place() {
    for name in FILES {
        let bytes = fixture(&format!("gbfs-{name}.json"));
        let end = bytes.iter().rposition(|b| *b == b'}').unwrap();
        for end in 0..end {
            let error = gbfs::parse("x", &bytes[..end]).unwrap_err();
            assert!(error.to_string().starts_with("x:"), "{error}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, rng_seed: RngSeed::Fixed(7), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn overwritten_bytes_never_panic(
        name in prop::sample::select(FILES.to_vec()),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = fixture(&format!("gbfs-{name}.json"));
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read("x", &bytes);
    }

    /// Any value in the place of any other: whole JSON that is no longer the format.
    #[test]
    fn values_in_wrong_places_never_panic(
        name in prop::sample::select(FILES.to_vec()),
        at in any::<prop::sample::Index>(),
        put in prop::sample::select(vec!["null", "[]", "{}", "-1", "1e308", "\"\"", "[[1]]", "true", "\"a\""]),
    ) {
        let text = String::from_utf8(fixture(&format!("gbfs-{name}.json"))).unwrap();
        let starts: Vec<usize> = text.match_indices(": ").map(|(at, _)| at + 2).collect();
        let start = starts[at.index(starts.len())];
        let end = text[start..].find([',', '}', ']']).unwrap_or(0) + start;
        let text = format!("{}{put}{}", &text[..start], &text[end..]);
        let _ = read("x", text.as_bytes());
    }
}
