//! Counters' own formats (Flanders, Eco-Counter, Ghent): each rule and quirk by a small file of its own.

use super::fixture;
use std::collections::BTreeSet;
use straatbeeld::domain::{LonLat, Mode, SegmentId, Side, Zone};
use straatbeeld::read::awv_sites::AwvSites;
use straatbeeld::read::counts::Counts;
use straatbeeld::read::eco_counter::Declared;
use straatbeeld::read::site_list::SiteList;
use straatbeeld::read::{
    Place, ReadError, awv, eco_counter, gathered, gent, local_time, telraam, telraam_csv, zero_days,
};
use straatbeeld::table::CountRow;

const BOTH_LEFT_RIGHT: [Side; 3] = [Side::Both, Side::Left, Side::Right];

fn brussels() -> Zone {
    Zone::parse("Europe/Brussels").unwrap()
}

fn adds_up(counts: Counts) -> Counts {
    let report = &counts.report;
    assert_eq!(report.rows, report.kept + report.refused_rows());
    counts
}

fn awv_sites() -> AwvSites {
    let mut sites = AwvSites::read("sites.csv", &fixture("awv-sites.csv")).unwrap();
    let directions = fixture("awv-directions.csv");
    sites
        .read_directions("directions.csv", &directions)
        .unwrap();
    sites
}

fn eco(file: &str, zone: &str) -> Counts {
    let declared = Declared {
        zone: Zone::parse(zone),
        mode: Mode::Bike,
        minutes: None,
    };
    adds_up(eco_counter::read(file, &fixture(file), declared).unwrap())
}

/// The row of a segment that starts at an instant.
fn row(counts: &Counts, segment: &str, start: &str) -> CountRow {
    let rows = (0..counts.table.len()).map(|i| counts.table.row(i).unwrap());
    let mut found: Vec<CountRow> = rows
        .filter(|r| r.segment.0 == segment && r.start.to_string() == start)
        .collect();
    assert_eq!(found.len(), 1, "{segment} {start}");
    found.remove(0)
}

fn sides(row: &CountRow, mode: Mode) -> [Option<f64>; 3] {
    BOTH_LEFT_RIGHT.map(|side| row.volume(mode, side))
}

fn refused(counts: &Counts) -> BTreeSet<(&str, u64)> {
    let tallies = counts.report.refused.iter();
    tallies.map(|t| (t.what.as_str(), t.rows)).collect()
}

#[test]
fn flemish_rows_of_directions_and_types_become_one_row_of_an_interval() {
    let file = "awv-counts.csv";
    let counts = adds_up(awv::read(file, &fixture(file), &awv_sites(), brussels()).unwrap());
    let midnight = row(&counts, "1", "2024-04-30T22:00:00Z");
    assert_eq!(midnight.minutes, 15);
    assert_eq!(
        sides(&midnight, Mode::Bike),
        [Some(7.0), Some(4.0), Some(3.0)]
    );
    // Buses and minibuses.
    assert_eq!(
        sides(&midnight, Mode::Heavy),
        [Some(4.0), Some(3.0), Some(1.0)]
    );
    assert_eq!(sides(&midnight, Mode::Car), [None; 3]);
    // One direction of two, minibuses missing: no totals, and a zero that is a zero.
    let quarter = row(&counts, "1", "2024-04-30T22:15:00Z");
    assert_eq!(sides(&quarter, Mode::Bike), [None, Some(0.0), None]);
    assert_eq!(sides(&quarter, Mode::Pedestrian), [None, Some(7.0), None]);
    assert_eq!(sides(&quarter, Mode::Heavy), [None; 3]);
    let half = row(&counts, "1", "2024-04-30T22:30:00Z");
    assert_eq!(sides(&half, Mode::Bike), [Some(11.0), Some(5.0), Some(6.0)]);
    // Both directions in one number; an hour; a site with one direction only.
    let hour = row(&counts, "2", "2024-04-30T22:00:00Z");
    assert_eq!(
        (hour.minutes, sides(&hour, Mode::Car)),
        (60, [Some(40.0), None, None])
    );
    let one_way = row(&counts, "4", "2024-04-30T22:00:00Z");
    assert_eq!(sides(&one_way, Mode::Bike), [Some(9.0), Some(9.0), None]);
    // Clocks: an interval over the spring gap, and twice a quarter to three in autumn.
    let spring = row(&counts, "1", "2024-03-31T00:45:00Z");
    assert_eq!(sides(&spring, Mode::Bike), [None, Some(1.0), None]);
    let summer = row(&counts, "1", "2024-10-27T00:45:00Z");
    assert_eq!(
        sides(&summer, Mode::Bike),
        [Some(6.0), Some(1.0), Some(5.0)]
    );
    let winter = row(&counts, "1", "2024-10-27T01:45:00Z");
    assert_eq!(sides(&winter, Mode::Bike), [None, Some(2.0), None]);
    assert_eq!(counts.table.len(), 8);
}

#[test]
fn flemish_rows_that_are_no_count_are_refused_with_a_reason_each() {
    let file = "awv-counts.csv";
    let counts = adds_up(awv::read(file, &fixture(file), &awv_sites(), brussels()).unwrap());
    assert_eq!((counts.report.rows, counts.report.kept), (30, 17));
    let expected = [
        gathered::SAME_AGAIN,
        awv::MOTORBIKE,
        awv::NO_MODE,
        awv::OTHER_TYPE,
        awv::OTHER_DIRECTION,
        awv::OTHER_LENGTH,
        awv::TEST_SITE,
        awv::OTHER_SITE,
        telraam::NEGATIVE,
        telraam::NO_NUMBER,
        telraam::NO_TIME,
        telraam_csv::OTHER_WIDTH,
        local_time::IN_GAP,
    ];
    assert_eq!(refused(&counts), expected.map(|why| (why, 1)).into());
    assert_eq!(counts.report.refused[0].first, Place::row(6));
    assert_eq!(counts.report.warned_of(gathered::HALF), 4);
    assert_eq!(counts.report.warned_of(gathered::PART), 1);
    assert_eq!(counts.report.warned_of(local_time::AMBIGUOUS), 3);
    let site = &counts.sites[&SegmentId("1".into())];
    assert_eq!(site.name, "Testdorp, teller 1");
    assert_eq!(
        site.position,
        Some(LonLat {
            lon: 3.25,
            lat: 50.75
        })
    );
    let names = ("Testdorp, richting markt", "Testdorp richting station");
    assert_eq!(site.side_names, Some((names.0.into(), names.1.into())));
    let other = &counts.sites[&SegmentId("2".into())];
    assert_eq!(
        (other.name.as_str(), &other.side_names),
        ("Testdorp teller 2", &None)
    );
    assert_eq!(counts.sites[&SegmentId("4".into())].position, None);
    let error = AwvSites::read("sites.csv", b"id,name\n")
        .unwrap_err()
        .to_string();
    assert!(error.starts_with("sites.csv, row 1: 2 columns"), "{error}");
}

#[test]
fn an_export_of_eco_counter_keeps_what_is_whole_and_refuses_what_contradicts_itself() {
    let counts = eco("eco-counter-two-ways.csv", "Europe/Berlin");
    let site = "700000001";
    // Stadteinwärts is left, though its column is the second.
    for (start, expected) in [
        ("2025-03-30T00:00:00Z", [Some(5.0), Some(3.0), Some(2.0)]),
        ("2025-03-30T00:15:00Z", [Some(0.0), Some(0.0), Some(0.0)]),
        ("2025-03-30T00:45:00Z", [Some(9.0), Some(5.0), Some(4.0)]),
        ("2025-03-30T01:00:00Z", [None; 3]),
        ("2025-03-30T01:15:00Z", [None, Some(6.0), None]),
        ("2025-03-30T01:45:00Z", [None, Some(4.0), Some(3.0)]),
        ("2025-03-30T02:00:00Z", [Some(9.0), None, None]),
        // Three of the site's twelve are cars.
        ("2025-03-30T02:15:00Z", [Some(9.0), Some(5.0), Some(4.0)]),
    ] {
        let row = row(&counts, site, start);
        assert_eq!(sides(&row, Mode::Bike), expected, "{start}");
        assert_eq!(row.minutes, 15, "{start}");
    }
    let cars = row(&counts, site, "2025-03-30T02:15:00Z");
    assert_eq!(sides(&cars, Mode::Car), [Some(3.0), None, None]);
    let report = &counts.report;
    assert_eq!((report.rows, report.kept), (14, 9));
    let expected = [
        local_time::IN_GAP,
        eco_counter::NOT_THE_SUM,
        telraam::NO_NUMBER,
        telraam::NEGATIVE,
        telraam_csv::OTHER_WIDTH,
    ];
    assert_eq!(refused(&counts), expected.map(|why| (why, 1)).into());
    for what in [
        eco_counter::PART,
        eco_counter::BLANK,
        eco_counter::NO_SITE,
        eco_counter::WITHOUT_FLOWS,
        "status \"4\": the value is kept",
        "status \"modified\": the value is kept",
    ] {
        assert_eq!(report.warned_of(what), 1, "{what}");
    }
    assert_eq!(report.warnings.len(), 6, "{:?}", report.warnings);
    let known = &counts.sites[&SegmentId(site.into())];
    assert_eq!(known.name, "Testweg, Abschnitt 2");
    let names = ("Stadteinwärts".to_owned(), "Stadtauswärts".to_owned());
    assert_eq!(known.side_names, Some(names));
}

#[test]
fn lanes_of_one_direction_are_added_and_a_gap_in_one_leaves_the_other_direction() {
    let counts = eco("eco-counter-lanes.csv", "Europe/Berlin");
    for (start, expected) in [
        // Before its first and after its last value a lane is not there; between them it is missing.
        ("2025-04-30T22:00:00Z", [Some(6.0), Some(1.0), Some(5.0)]),
        ("2025-04-30T22:15:00Z", [Some(10.0), Some(4.0), Some(6.0)]),
        ("2025-04-30T22:30:00Z", [None, None, Some(6.0)]),
        ("2025-04-30T23:00:00Z", [Some(7.0), Some(1.0), Some(6.0)]),
    ] {
        assert_eq!(
            sides(&row(&counts, "80", start), Mode::Bike),
            expected,
            "{start}"
        );
    }
    let names = ("FR Tor".to_owned(), "FR Platz".to_owned());
    assert_eq!(
        counts.sites[&SegmentId("80".into())].side_names,
        Some(names)
    );
}

#[test]
fn quarters_that_become_hours_keep_their_own_length() {
    let counts = eco("eco-counter-hours-in-autumn.csv", "Europe/Berlin");
    for (start, minutes) in [
        ("2025-10-25T22:45:00Z", 15),
        ("2025-10-25T23:00:00Z", 60),
        // 2 o'clock was published once: taken as summer time.
        ("2025-10-26T00:00:00Z", 60),
        ("2025-10-26T02:00:00Z", 60),
    ] {
        assert_eq!(row(&counts, "70", start).minutes, minutes, "{start}");
    }
    assert_eq!(counts.table.len(), 10);
    assert_eq!(counts.report.warned_of(local_time::AMBIGUOUS), 1);
    assert_eq!(counts.report.warned_of(eco_counter::OTHER_INTERVAL), 1);
}

#[test]
fn exports_with_a_period_or_without_a_header_are_read_too() {
    let file = "eco-counter-period-bom.csv";
    let declared = Declared {
        zone: Zone::parse("UTC"),
        mode: Mode::Pedestrian,
        minutes: None,
    };
    let counts = adds_up(eco_counter::read(file, &fixture(file), declared).unwrap());
    assert_eq!((counts.report.rows, counts.report.kept), (6, 6));
    assert_eq!(counts.row_numbers, [4, 5, 6, 7, 8, 9]);
    let noon = row(&counts, "12-3456", "2025-05-03T12:15:00Z");
    assert_eq!(sides(&noon, Mode::Pedestrian), [Some(2.0), None, None]);
    assert_eq!(sides(&noon, Mode::Bike), [None; 3]);
    let counts = eco("eco-counter-12-9.without-header.csv", "UTC");
    assert_eq!((counts.report.rows, counts.report.kept), (6, 6));
    assert_eq!(counts.report.warned_of(eco_counter::NO_HEADER), 1);
    let last = row(&counts, "eco-counter-12-9", "2025-05-01T01:15:00Z");
    assert_eq!(sides(&last, Mode::Bike), [Some(6.0), Some(1.0), Some(5.0)]);
}

#[test]
fn what_an_export_does_not_say_must_be_declared() {
    let read = |bytes: &[u8], zone, minutes| {
        let declared = Declared {
            zone,
            mode: Mode::Bike,
            minutes,
        };
        eco_counter::read("e.csv", bytes, declared).map_err(|e: ReadError| e.to_string())
    };
    let short = b"Time,5\n2025-05-01 00:00,1\n2025-05-01 00:15,2\n".as_slice();
    let utc = Zone::parse("UTC");
    let error = read(short, utc, None).unwrap_err();
    assert!(error.starts_with("e.csv, row 2: too few rows"), "{error}");
    assert!(error.ends_with("minutes = 15 or the like"), "{error}");
    let error = read(short, None, Some(15)).unwrap_err();
    assert!(error.contains("zone = "), "{error}");
    assert_eq!(read(short, utc, Some(15)).unwrap().table.len(), 2);
    let error = read(b"Name,5\na,1\n", utc, Some(15)).unwrap_err();
    assert!(
        error.starts_with("e.csv:1:1: there is no column \"Datetime\""),
        "{error}"
    );
}

#[test]
fn a_list_of_sites_names_and_places_them() {
    let list = SiteList::read("sites.json", &fixture("eco-counter-sites.json")).unwrap();
    let mut counts = eco("eco-counter-two-ways.csv", "Europe/Berlin");
    list.describe(&mut counts);
    let site = &counts.sites[&SegmentId("700000001".into())];
    assert_eq!(
        (site.name.as_str(), site.position),
        ("Testweg (Brücke)", None)
    );
    assert!(site.side_names.is_some());
    let mut counts = eco("eco-counter-lanes.csv", "Europe/Berlin");
    list.describe(&mut counts);
    let site = &counts.sites[&SegmentId("80".into())];
    assert_eq!(
        site.position,
        Some(LonLat {
            lon: 7.25,
            lat: 51.5
        })
    );
    for (text, place) in [
        ("[{\"name\": \"a\"}]", "s.json, row 1: "),
        ("{}", "s.json: no list"),
        ("[", "s.json:1:1: "),
    ] {
        let error = SiteList::read("s.json", text.as_bytes())
            .unwrap_err()
            .to_string();
        assert!(error.starts_with(place), "{error}");
    }
}

#[test]
fn five_minutes_of_ghent_that_the_clocks_skipped_are_refused() {
    let file = "gent-5min-clock-changes.csv";
    let counts = adds_up(gent::read_csv(file, &fixture(file), brussels()).unwrap());
    assert_eq!((counts.report.rows, counts.report.kept), (12, 4));
    for (start, expected) in [
        ("2024-03-31T00:55:00Z", [Some(5.0), Some(3.0), Some(2.0)]),
        ("2024-03-31T01:00:00Z", [Some(4.0), Some(0.0), Some(4.0)]),
        ("2024-10-27T01:00:00Z", [Some(0.0), Some(0.0), Some(0.0)]),
        ("2024-10-27T00:05:00Z", [None; 3]),
    ] {
        let row = row(&counts, "TST", start);
        assert_eq!(
            (row.minutes, sides(&row, Mode::Bike)),
            (5, expected),
            "{start}"
        );
    }
    let expected = [
        local_time::IN_GAP,
        gent::CLOCKS_DIFFER,
        telraam::SIDES_DIFFER,
        telraam::NEGATIVE,
        telraam::NO_NUMBER,
        telraam::NO_TIME,
        telraam::NO_SEGMENT,
        telraam_csv::OTHER_WIDTH,
    ];
    assert_eq!(refused(&counts), expected.map(|why| (why, 1)).into());
    assert_eq!(
        counts.report.refused[0].first,
        Place::cell(3, "Uur5Minuten")
    );
    let site = &counts.sites[&SegmentId("TST".into())];
    assert_eq!(site.name, "Testpaal");
    let names = ("hoofdrichting".to_owned(), "tegenrichting".to_owned());
    assert_eq!(site.side_names, Some(names));
}

#[test]
fn hours_of_ghent_lose_the_false_one_in_spring_and_days_of_zeros_are_noted() {
    let file = "gent-hourly-clock-changes.json";
    let posts = SiteList::read("posts.json", &fixture("gent-posts.json")).unwrap();
    let bytes = fixture(file);
    let counts = adds_up(gent::read_json(file, &bytes, Some(&posts), brussels()).unwrap());
    assert_eq!((counts.report.rows, counts.report.kept), (34, 28));
    let three = row(&counts, "TST", "2024-03-31T01:00:00Z");
    assert_eq!(sides(&three, Mode::Bike), [Some(7.0), Some(4.0), Some(3.0)]);
    assert_eq!(counts.report.refused_for(gent::FALSE_HOUR), 1);
    assert_eq!(
        counts.report.refused[0].first,
        Place::cell(2, "uur5minuten")
    );
    for why in [
        local_time::IN_GAP,
        telraam::SIDES_DIFFER,
        telraam::NO_TIME,
        telraam::NEGATIVE,
        telraam::NO_NUMBER,
    ] {
        assert_eq!(counts.report.refused_for(why), 1, "{why}");
    }
    let empty = row(&counts, "TST", "2024-04-30T23:00:00Z");
    assert_eq!(
        sides(&empty, Mode::Bike),
        [None; 3],
        "an empty text is no zero"
    );
    let zero = row(&counts, "TST", "2024-05-01T22:00:00Z");
    assert_eq!(sides(&zero, Mode::Bike), [Some(0.0); 3]);
    assert_eq!(counts.report.warned_of(zero_days::ZERO_DAY), 24);
    assert_eq!(counts.report.warned_of(local_time::AMBIGUOUS), 1);
    let unlisted = gent::read_json(file, &bytes, None, brussels()).unwrap();
    assert_eq!(unlisted.table.segments, [SegmentId("test-paal".into())]);
}

/// Reads bytes as each of the formats; only that it comes back counts.
fn read_as_all(bytes: &[u8], sites: &AwvSites) -> usize {
    let declared = Declared {
        zone: Some(brussels()),
        mode: Mode::Bike,
        minutes: Some(15),
    };
    let results = [
        awv::read("x", bytes, sites, brussels()),
        eco_counter::read("x", bytes, declared),
        gent::read_csv("x", bytes, brussels()),
        gent::read_json("x", bytes, None, brussels()),
    ];
    let mut errors = 0;
    for result in results {
        match result {
            Ok(counts) => drop(adds_up(counts)),
            Err(error) => {
                assert!(error.to_string().starts_with('x'), "{error}");
                errors += 1;
            }
        }
    }
    let _ = AwvSites::read("x", bytes);
    let _ = SiteList::read("x", bytes);
    errors
}

#[test]
fn files_that_are_cut_or_overwritten_are_errors_or_shorter_files() {
    let sites = awv_sites();
    for name in [
        "awv-counts.csv",
        "eco-counter-two-ways.csv",
        "eco-counter-period-bom.csv",
        "gent-5min-clock-changes.csv",
        "gent-hourly-clock-changes.json",
        "csv-wide-semicolon-latin1.csv",
    ] {
        let bytes = fixture(name);
        let mut errors = 0;
        for at in (0..bytes.len()).step_by(23) {
            errors += read_as_all(&bytes[..at], &sites);
            for byte in [0x00, b'"', 0xff] {
                let mut changed = bytes.clone();
                changed[at] = byte;
                errors += read_as_all(&changed, &sites);
            }
        }
        assert!(errors > 0, "{name}");
    }
}
