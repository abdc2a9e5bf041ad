//! Segments, streets and how they are put together.

use super::fixture;
use std::collections::BTreeMap;
use straatbeeld::domain::{Names, SegmentId, Street};
use straatbeeld::publish::streets::{Known, put_together};
use straatbeeld::read::counts::Site;
use straatbeeld::read::pieces::{Piece, Pieces, Region, Wanted};
use straatbeeld::read::streets_geojson::StreetColumns;
use straatbeeld::read::{features, segments_geojson, streets_geojson, telraam};

fn wanted(zones: &BTreeMap<String, f64>) -> Wanted<'_> {
    Wanted {
        region: None,
        zones,
        languages: &[],
    }
}

fn segments() -> Pieces {
    let zones = BTreeMap::from([("DE:urban".to_owned(), 50.0)]);
    let file = "segments-with-tags.geojson";
    segments_geojson::read(file, &fixture(file), wanted(&zones)).unwrap()
}

fn piece<'p>(found: &'p Pieces, id: &str) -> &'p Piece {
    found.pieces.iter().find(|p| p.segment.0 == id).unwrap()
}

fn name_of(piece: &Piece) -> &str {
    piece.names.in_language("und")
}

#[test]
fn segments_are_read_with_the_quirks_of_their_tags() {
    let found = segments();
    let expected = [
        // id, name, label, class, limit
        ("1", "Dörpfeldstraße", "67", "tertiary", Some(50.0)),
        ("2", "Hallberger Zeile", "3", "living_street", None),
        ("3", "Dörpfeldstraße", "Arndtplatz", "tertiary", None),
        ("4", "Dörpfeldstraße", "2", "residential", None),
        ("5", "Ohne Namen", "", "", Some(50.0)),
        ("6", "", "", "", None),
    ];
    assert_eq!(found.pieces.len(), expected.len());
    for (id, name, label, class, limit) in expected {
        let p = piece(&found, id);
        assert_eq!(
            (
                name_of(p),
                p.label.as_str(),
                p.road_class.as_str(),
                p.limit_kmh
            ),
            (name, label, class, limit),
            "segment {id}"
        );
    }
    assert_eq!(piece(&found, "1").length_m, Some(107.706), "published");
    // 0.001° of longitude at 52.5° north: 111.195 m × cos 52.5° = 67.69 m.
    assert!(
        (piece(&found, "2").length_m.unwrap() - 67.69).abs() < 0.01,
        "computed"
    );
    assert_eq!(piece(&found, "2").names.aliases, ["Dornbrunner Straße"]);
    assert_eq!(piece(&found, "1").municipality, "Berlin");
}

#[test]
fn features_that_cannot_be_used_are_refused_one_by_one() {
    let report = segments().report;
    assert_eq!((report.rows, report.kept), (11, 6));
    for (why, rows) in [
        (segments_geojson::TWICE, 1),
        (features::NOT_A_LINE, 1),
        (features::OFF_THE_EARTH, 1),
        (telraam::NO_SEGMENT, 1),
        (features::NOT_A_FEATURE, 1),
    ] {
        assert_eq!(report.refused_for(why), rows, "{why}");
    }
    assert_eq!(
        report.warned_of(features::LIMIT_UNKNOWN),
        1,
        "the list of two limits"
    );
}

#[test]
fn a_region_leaves_out_what_lies_beyond_it() {
    let zones = BTreeMap::new();
    let region = Region {
        west: 13.4105,
        south: 52.0,
        east: 13.45,
        north: 53.0,
    };
    let wanted = Wanted {
        region: Some(region),
        ..wanted(&zones)
    };
    let file = "segments-with-tags.geojson";
    let found = segments_geojson::read(file, &fixture(file), wanted).unwrap();
    let ids: Vec<&str> = found.pieces.iter().map(|p| p.segment.0.as_str()).collect();
    // Segment 2 begins outside and ends inside.
    assert_eq!(ids, ["2", "5", "6"]);
}

#[test]
fn nothing_of_a_camera_leaves_the_reader() {
    let text = format!("{:?}", segments().pieces);
    for personal in ["351901000000001", "424242", "mac", "user_id", "camera"] {
        assert!(!text.contains(personal), "{personal}");
    }
}

fn together(pieces: Vec<Piece>, counted: &[(&str, Option<&str>)]) -> Vec<Street> {
    let counted = counted
        .iter()
        .map(|(id, name)| {
            let site = Site {
                name: name.unwrap_or_default().to_owned(),
                ..Site::default()
            };
            (SegmentId((*id).into()), site)
        })
        .collect();
    put_together(Known {
        pieces,
        counted,
        overrides: &[],
        language: "de",
    })
    .streets
}

#[test]
fn segments_of_one_name_are_one_street_unless_they_lie_far_apart() {
    let streets = together(
        segments().pieces,
        &[("99", Some("Neue Straße")), ("98", None)],
    );
    let summary: Vec<(&str, &str, Vec<&str>)> = streets
        .iter()
        .map(|s| {
            let ids = s.segments.iter().map(|p| p.id.0.as_str()).collect();
            (s.id.0.as_str(), s.municipality.as_str(), ids)
        })
        .collect();
    // Segments 1 and 3 are 130 m apart, segment 4 is 13 km away in another district.
    assert_eq!(
        summary,
        [
            ("dorpfeldstrasse-berlin-buch", "Berlin (Buch)", vec!["4"]),
            (
                "dorpfeldstrasse-berlin-mitte",
                "Berlin (Mitte)",
                vec!["1", "3"]
            ),
            ("hallberger-zeile", "Berlin", vec!["2"]),
            ("neue-strasse", "", vec!["99"]),
            ("ohne-namen", "Berlin", vec!["5"]),
            ("telraam-segment-6", "", vec!["6"]),
            ("telraam-segment-98", "", vec!["98"]),
        ]
    );
    assert!(
        streets[3].segments[0].lines.is_empty(),
        "no place is made up"
    );
}

fn way(id: &str, lat: f64, limit: Option<f64>) -> Piece {
    let mut piece = Piece::new(SegmentId(id.into()));
    piece.names = Names::default();
    piece.names.by_language.insert("de".into(), "Weg".into());
    piece.lines = vec![vec![
        straatbeeld::domain::LonLat { lon: 3.0, lat },
        straatbeeld::domain::LonLat {
            lon: 3.0,
            lat: lat + 0.001,
        },
    ]];
    piece.length_m = Some(111.0);
    piece.limit_kmh = limit;
    piece
}

#[test]
fn ways_of_a_map_are_joined_where_they_have_the_same_limit() {
    let ways = vec![
        way("a", 50.0, Some(30.0)),
        way("b", 50.001, Some(30.0)),
        way("c", 50.002, Some(50.0)),
        // 0.006° are 667 m: another street of that name.
        way("d", 50.009, Some(30.0)),
    ];
    let streets = together(ways.clone(), &[]);
    assert_eq!(streets.len(), 2);
    let first = &streets[0];
    assert_eq!(first.segments.len(), 2);
    assert_eq!(first.segments[0].lines.len(), 2);
    assert_eq!(first.segments[0].length_m, Some(222.0));
    assert_eq!(first.limits_kmh(), [30.0, 50.0]);
    assert_eq!(
        (streets[0].id.0.as_str(), streets[1].id.0.as_str()),
        ("weg", "weg-2")
    );
    let counted = together(ways, &[("b", None)]);
    assert_eq!(counted[0].segments.len(), 3, "a counted way stands alone");
}

#[test]
fn streets_are_read_by_the_properties_that_the_town_file_names() {
    let columns: StreetColumns = toml::from_str(
        "name = \"straatnm\"\nlimit = \"snelheid\"\nclass = \"wegcat\"\nmunicipality = \"gemeente\"",
    )
    .unwrap();
    let zones = BTreeMap::new();
    let file = "streets.geojson";
    let found = streets_geojson::read(file, &fixture(file), &columns, wanted(&zones)).unwrap();
    assert_eq!((found.report.rows, found.report.kept), (4, 2));
    assert_eq!(found.report.refused_for(streets_geojson::NO_NAME), 1);
    assert_eq!(found.report.refused_for(features::NOT_A_LINE), 1);
    let first = &found.pieces[0];
    assert_eq!(first.segment.0, "a");
    assert_eq!(
        (first.limit_kmh, first.municipality.as_str()),
        (Some(30.0), "Kortrijk")
    );
    assert_eq!(first.names.aliases, ["Doornijksestraat", "Rue de Tournai"]);
    // "Rue Neuve - Nieuwstraat" only repeats the two names, "new" is no language's.
    let names = &found.pieces[1].names.by_language;
    assert_eq!(
        names
            .iter()
            .map(|(l, n)| (l.as_str(), n.as_str()))
            .collect::<Vec<_>>(),
        [("fr", "Rue Neuve"), ("nl", "Nieuwstraat")]
    );
    assert_eq!(found.pieces[1].limit_kmh, Some(30.0));
}
