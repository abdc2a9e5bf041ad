//! Counters that write a line for each vehicle: each rule and quirk by a small file of its own.

use super::fixture;
use std::collections::BTreeMap;
use straatbeeld::domain::{Mode, Side, Zone};
use straatbeeld::read::ReadError;
use straatbeeld::read::counts::Counts;
use straatbeeld::read::local_time;
use straatbeeld::read::telraam::{NO_NUMBER, NO_TIME};
use straatbeeld::read::telraam_csv::OTHER_WIDTH;
use straatbeeld::read::vehicles::aggregate::{HALF_COUNTED, SAME_TIME, aggregate};
use straatbeeld::read::vehicles::declared::Declared;
use straatbeeld::read::vehicles::{
    MOTORCYCLE, NO_SPEED, SAME_SECOND, TOO_FAST, UNKNOWN_CLASS, Vehicle, Vehicles, golden_river,
    int2, jamar, metrocount, muenster_loops, vbv,
};
use straatbeeld::table::CountRow;

type Lanes = BTreeMap<String, Side>;

fn zone(name: &str) -> Zone {
    Zone::parse(name).unwrap()
}

fn declared<'t>(lanes: &'t Lanes, zone_name: &str, mode: Option<Mode>) -> Declared<'t> {
    Declared {
        zone: zone(zone_name),
        segment: None,
        lanes,
        mode,
    }
}

fn two_lanes() -> Lanes {
    let lane = |name: &str, side| (name.to_owned(), side);
    Lanes::from([lane("1", Side::Left), lane("2", Side::Right)])
}

fn rows(counts: &Counts) -> Vec<CountRow> {
    let report = &counts.report;
    assert_eq!(report.rows, report.kept + report.refused_rows());
    assert_eq!(counts.table.len(), counts.row_numbers.len());
    let rows = (0..counts.table.len()).map(|i| counts.table.row(i).unwrap());
    rows.collect()
}

fn sides(row: &CountRow, mode: Mode) -> [Option<f64>; 3] {
    Side::ALL.map(|side| row.volume(mode, side))
}

fn starts(rows: &[CountRow]) -> Vec<String> {
    rows.iter().map(|row| row.start.to_string()).collect()
}

fn refused(counts: &Counts) -> Vec<(&str, u64)> {
    let mut all: Vec<_> = counts
        .report
        .refused
        .iter()
        .map(|t| (t.what.as_str(), t.rows))
        .collect();
    all.sort_unstable();
    all
}

fn sorted(mut all: Vec<(&str, u64)>) -> Vec<(&str, u64)> {
    all.sort_unstable();
    all
}

#[test]
fn bicycles_over_loops_are_counted_by_quarters_and_shared_seconds_are_noted() {
    let lanes = Lanes::new();
    let file = "x/May/muenster-loops-two-loops.csv.gz";
    let bytes = fixture("muenster-loops-two-loops.csv");
    let read =
        muenster_loops::read(file, &bytes, &declared(&lanes, "Europe/Berlin", None)).unwrap();
    let counts = aggregate(vec![read], zone("Europe/Berlin"));
    let rows = rows(&counts);
    let hour = "2024-06-04T08:";
    assert_eq!(
        starts(&rows),
        ["00", "15", "30", "45"].map(|m| format!("{hour}{m}:00Z"))
    );
    assert_eq!(rows[0].segment.0, "muenster-loops-two-loops");
    assert_eq!(
        sides(&rows[0], Mode::Bike),
        [Some(4.0), Some(3.0), Some(1.0)]
    );
    let speeds = rows[0].bike_speed_5.unwrap();
    assert_eq!(speeds[2..6], [0.0, 2.0, 2.0, 0.0]);
    // Counted without its speed of 0.
    assert_eq!(
        sides(&rows[1], Mode::Bike),
        [Some(1.0), Some(0.0), Some(1.0)]
    );
    assert_eq!(rows[1].bike_speed_5, None);
    // Nobody passed, and the counter was up.
    assert_eq!(
        sides(&rows[2], Mode::Bike),
        [Some(0.0), Some(0.0), Some(0.0)]
    );
    assert_eq!((rows[2].minutes, rows[2].uptime), (15, Some(1.0)));
    assert_eq!(rows[2].volume(Mode::Car, Side::Both), None);
    assert_eq!(counts.report.warned_of(SAME_SECOND), 2);
    assert_eq!(counts.report.warned_of(NO_SPEED), 1);
    // The last record ends what is covered: its quarter has no share of its own.
    let expected = [
        (HALF_COUNTED, 1),
        (muenster_loops::NO_BICYCLE, 1),
        (muenster_loops::NO_DIRECTION, 1),
        (OTHER_WIDTH, 1),
        (NO_TIME, 1),
    ];
    assert_eq!(refused(&counts), sorted(expected.to_vec()));
    assert_eq!((counts.report.rows, counts.report.kept), (10, 5));
}

fn vbv_files(names: &[&str], lanes: &Lanes) -> Vec<Vehicles> {
    let declared = declared(lanes, "Europe/Zurich", None);
    let read = |name: &&str| {
        let bytes = fixture("vbv-split-day.v00");
        let bytes = if name.ends_with("00") {
            bytes
        } else {
            fixture("vbv-split-day.v01")
        };
        vbv::read(name, &bytes, &declared).unwrap()
    };
    names.iter().map(read).collect()
}

#[test]
fn a_day_in_two_files_is_one_day_and_the_quarter_of_the_reading_is_whole() {
    let lanes = two_lanes();
    let files = vbv_files(&["a.v00", "a.v01"], &lanes);
    let counts = aggregate(files, zone("Europe/Zurich"));
    let rows = rows(&counts);
    let expected = ["13:00", "13:15", "13:30", "13:45", "14:00"];
    assert_eq!(
        starts(&rows),
        expected.map(|t| format!("2021-03-05T{t}:00Z"))
    );
    assert_eq!(rows[0].segment.0, "00000042");
    assert_eq!(
        sides(&rows[0], Mode::Car),
        [Some(2.0), Some(1.0), Some(1.0)]
    );
    // A coach against its lane to the right goes left; a van is heavy.
    assert_eq!(
        sides(&rows[0], Mode::Heavy),
        [Some(2.0), Some(2.0), Some(0.0)]
    );
    assert_eq!(sides(&rows[1], Mode::Heavy), [Some(0.0); 3]);
    assert_eq!(
        sides(&rows[2], Mode::Car),
        [Some(3.0), Some(2.0), Some(1.0)]
    );
    // 0 and 251 km/h are counted without their speed; 130 is in the open bin.
    let speeds = rows[2].speed_5.unwrap();
    assert_eq!((speeds.iter().sum::<f64>(), speeds[24]), (1.0, 1.0));
    assert_eq!(rows[0].speed_5.unwrap()[9..11], [1.0, 1.0]);
    assert_eq!(rows[0].speed_5_sides.map(|s| s.unwrap()[9]), [1.0, 0.0]);
    // To 15:10, as the file states: two thirds of the last quarter.
    assert!((rows[4].uptime.unwrap() - 2.0 / 3.0).abs() < 1e-12);
    assert_eq!(sides(&rows[4], Mode::Car), [Some(0.0); 3]);
    let expected = [
        (MOTORCYCLE, 1),
        (UNKNOWN_CLASS, 1),
        (vbv::CUT_SHORT, 1),
        (NO_TIME, 1),
    ];
    assert_eq!(refused(&counts), sorted(expected.to_vec()));
    assert_eq!((counts.report.rows, counts.report.kept), (11, 7));
    let warned = [NO_SPEED, TOO_FAST, golden_river::OTHER_END];
    assert_eq!(warned.map(|what| counts.report.warned_of(what)), [1, 1, 1]);
    let site = counts.sites.values().next().unwrap();
    assert_eq!(site.name, "Rue Inventée");
}

const HEAD: &str = "* FORMAT = VBV-1\n* SITE = 1\n* DATEFORM = DD/MM/YY\n* UNITS = Metric\n* PRUNITS = KPH-CM-10KG\n* CLASS = SWISS10\n";
const COLUMNS: &str = "* HEAD DDMMYY HHMM SS HH RESCOD  L D HEAD  GAP SPD LENTH    CS CH\n";

fn vbv_of(stated: &str, times: &[&str]) -> Counts {
    let mut text = [HEAD, stated, COLUMNS].concat();
    for time in times {
        text += &[
            "000001 311021 ",
            time,
            " 00 00 000000  1 1  0.0  0.0  48   452     3  L\n",
        ]
        .concat();
    }
    let lanes = Lanes::new();
    let read = vbv::read(
        "x",
        text.as_bytes(),
        &declared(&lanes, "Europe/Zurich", None),
    )
    .unwrap();
    aggregate(vec![read], zone("Europe/Zurich"))
}

#[test]
fn beyond_the_last_record_of_a_file_that_was_cut_short_nothing_is_known() {
    let stated = "* STARTREC = 10:00 31/10/21\n* STOPREC  = 20:00 31/10/21\n";
    let counts = vbv_of(stated, &["1000", "1020", "1045"]);
    assert_eq!(counts.report.warned_of(golden_river::NO_END), 1);
    let expected = ["09:00", "09:15", "09:30"].map(|t| format!("2021-10-31T{t}:00Z"));
    assert_eq!(starts(&rows(&counts)), expected);
}

#[test]
fn an_hour_that_occurs_twice_and_is_told_once_leaves_no_hour_of_zeros() {
    let counts = vbv_of(
        "",
        &["0145", "0210", "0225", "0240", "0255", "0305", "0330"],
    );
    let rows = rows(&counts);
    let expected = [
        "30T23:45", "31T00:00", "31T00:15", "31T00:30", "31T00:45", "31T02:00", "31T02:15",
    ];
    assert_eq!(starts(&rows), expected.map(|t| format!("2021-10-{t}:00Z")));
    // Told twice both are there: the rest of the second hour is zero.
    let counts = vbv_of("", &["0145", "0210", "0255", "0205", "0305", "0330"]);
    assert_eq!(counts.table.len(), 11);
}

#[test]
fn a_file_alone_scales_what_it_counted_and_leaves_out_less_than_half() {
    let lanes = Lanes::new();
    let counts = aggregate(vbv_files(&["a.v00"], &lanes), zone("Europe/Zurich"));
    let rows = rows(&counts);
    assert_eq!(rows.len(), 3);
    // 14:30:00 to 14:40:31.
    let uptime = 631.0 / 900.0;
    assert!((rows[2].uptime.unwrap() - uptime).abs() < 1e-12);
    let cars = rows[2].volume(Mode::Car, Side::Both).unwrap();
    assert!((cars - 2.0 / uptime).abs() < 1e-12);
    // No lane is declared: no sides.
    assert_eq!(sides(&rows[0], Mode::Car), [Some(2.0), None, None]);
    assert_eq!(rows[0].speed_5_sides, [None; 2]);
    let counts = aggregate(vbv_files(&["a.v01"], &lanes), zone("Europe/Zurich"));
    // 14:40 to 14:45 is a third.
    assert_eq!(counts.report.refused_for(HALF_COUNTED), 1);
    let expected = ["13:45", "14:00"].map(|t| format!("2021-03-05T{t}:00Z"));
    assert_eq!(starts(&self::rows(&counts)), expected);
}

#[test]
fn the_same_file_twice_counts_once() {
    let lanes = two_lanes();
    let once = aggregate(vbv_files(&["a.v00"], &lanes), zone("Europe/Zurich"));
    let twice = aggregate(
        vbv_files(&["a.v00", "b.v00"], &lanes),
        zone("Europe/Zurich"),
    );
    assert_eq!(rows(&once), rows(&twice));
    assert_eq!(twice.report.refused_for(SAME_TIME), once.report.kept);
}

fn made(file: &str, lanes: &Lanes, times: &[&str]) -> Vehicles {
    let declared = Declared {
        segment: Some("7"),
        ..declared(lanes, "Europe/Zurich", None)
    };
    let segment = declared.segment("", file);
    let mut vehicles = Vehicles::new(file, segment, &[Mode::Car], &declared);
    for (time, row) in times.iter().zip(1..) {
        vehicles.take(&Vehicle {
            civil_ms: local_time::civil_ms(time).unwrap(),
            side: None,
            mode: Mode::Car,
            speed_kmh: None,
            row,
        });
    }
    vehicles
}

#[test]
fn up_to_six_hours_between_files_are_zero_and_more_are_missing() {
    let lanes = Lanes::new();
    let rows_of = |second: &str| {
        let first = made("a", &lanes, &["2024-05-01T00:00:00", "2024-05-01T01:00:00"]);
        let end = second.replace(":00:00", ":59:59");
        let second = made("b", &lanes, &[second, &end]);
        rows(&aggregate(vec![first, second], zone("Europe/Zurich"))).len()
    };
    assert_eq!(rows_of("2024-05-01T07:00:00"), 32);
    assert_eq!(rows_of("2024-05-01T08:00:00"), 8);
}

#[test]
fn a_day_without_a_record_is_missing_and_a_night_is_zero() {
    let lanes = Lanes::new();
    let night = made("a", &lanes, &["2024-05-01T00:00:00", "2024-05-01T23:59:59"]);
    assert_eq!(
        rows(&aggregate(vec![night], zone("Europe/Zurich"))).len(),
        96
    );
    let times = [
        "2024-05-01T00:00:00",
        "2024-05-01T00:15:00",
        "2024-05-03T00:00:00",
        "2024-05-03T00:15:00",
    ];
    let counts = aggregate(vec![made("a", &lanes, &times)], zone("Europe/Zurich"));
    assert_eq!(rows(&counts).len(), 2);
    assert_eq!(counts.report.refused_for(HALF_COUNTED), 2);
}

#[test]
fn a_direction_in_a_file_of_its_own_has_its_own_time_and_the_total_needs_both() {
    let lane = |name: &str, side| (name.to_owned(), side);
    let lanes = Lanes::from([lane("north", Side::Left), lane("south", Side::Right)]);
    let times = [
        "2024-05-01T00:00:00",
        "2024-05-01T00:20:00",
        "2024-05-01T00:45:00",
    ];
    let north = made("x/north.txt", &lanes, &times);
    let south = made(
        "x/south.txt",
        &lanes,
        &["2024-05-01T00:15:00", "2024-05-01T00:29:59"],
    );
    let rows = rows(&aggregate(vec![north, south], zone("Europe/Zurich")));
    assert_eq!(rows.len(), 3);
    assert_eq!(sides(&rows[0], Mode::Car), [None, Some(1.0), None]);
    let [both, left, right] = sides(&rows[1], Mode::Car).map(Option::unwrap);
    let scaled = 2.0 * 900.0 / 899.0;
    assert_eq!(left, 1.0);
    assert!((right - scaled).abs() < 1e-9 && (both - 1.0 - scaled).abs() < 1e-9);
    assert_eq!(sides(&rows[2], Mode::Car), [None, Some(0.0), None]);
}

#[test]
fn a_listing_in_latin1_tells_classes_by_its_legend_and_its_sum_is_checked() {
    let lanes = Lanes::new();
    let bytes = fixture("metrocount-french-latin1.txt");
    let read = metrocount::read("m.txt", &bytes, &declared(&lanes, "Europe/Zurich", None)).unwrap();
    let counts = aggregate(vec![read], zone("Europe/Zurich"));
    let rows = rows(&counts);
    assert_eq!((rows.len(), rows[0].segment.0.as_str()), (3, "777"));
    assert_eq!(rows[0].start.to_string(), "2021-09-10T08:00:00Z");
    assert_eq!(
        sides(&rows[0], Mode::Car),
        [Some(2.0), Some(1.0), Some(1.0)]
    );
    assert_eq!(
        sides(&rows[0], Mode::Heavy),
        [Some(1.0), Some(1.0), Some(0.0)]
    );
    assert_eq!(rows[0].speed_5.unwrap()[3..6], [1.0, 0.0, 1.0]);
    assert_eq!(counts.sites.values().next().unwrap().name, "Chemin Inventé");
    assert_eq!(counts.report.warned_of(metrocount::OTHER_SUM), 1);
    let expected = [
        (MOTORCYCLE, 1),
        (UNKNOWN_CLASS, 1),
        (OTHER_WIDTH, 1),
        (HALF_COUNTED, 1),
    ];
    assert_eq!(refused(&counts), sorted(expected.to_vec()));
}

#[test]
fn sums_end_at_their_time_and_a_part_of_an_hour_is_scaled() {
    let lanes = two_lanes();
    let bytes = fixture("int-2-part-of-an-hour.A01");
    let counts = int2::read("x.A01", &bytes, &declared(&lanes, "Europe/Zurich", None)).unwrap();
    let rows = rows(&counts);
    let expected = ["10:00", "11:00", "12:00"].map(|t| format!("2018-04-13T{t}:00Z"));
    assert_eq!(starts(&rows), expected);
    // From 12:15: 33 and 15 cars in three quarters of an hour.
    assert_eq!(rows[0].uptime, Some(0.75));
    assert_eq!(
        sides(&rows[0], Mode::Car),
        [Some(64.0), Some(44.0), Some(20.0)]
    );
    assert_eq!(
        sides(&rows[0], Mode::Heavy),
        [Some(4.0), Some(4.0), Some(0.0)]
    );
    assert_eq!(sides(&rows[1], Mode::Car), [None, Some(10.0), None]);
    assert_eq!(
        sides(&rows[2], Mode::Car),
        [Some(1.0), Some(0.0), Some(1.0)]
    );
    assert_eq!(counts.report.warned_of(int2::WITH_MOTORCYCLES), 1);
    let expected = [
        (int2::NOT_CLASSES, 1),
        (int2::SAME_AGAIN, 1),
        (int2::PART_COUNTED, 1),
        (int2::UNKNOWN_CHANNEL, 1),
    ];
    assert_eq!(refused(&counts), sorted(expected.to_vec()));
}

fn jamar(name: &str, mode: Option<Mode>) -> Result<Counts, ReadError> {
    let lanes = Lanes::new();
    let read = jamar::read(name, &fixture(name), &declared(&lanes, "UTC", mode))?;
    Ok(match read {
        jamar::Read::Vehicles(found) => aggregate(vec![*found], zone("UTC")),
        jamar::Read::Counts(found) => *found,
    })
}

#[test]
fn miles_and_twelve_hours_are_understood_and_what_has_no_class_is_refused() {
    let counts = jamar("jamar-miles-12-hours.txt", None).unwrap();
    let rows = rows(&counts);
    assert_eq!((rows.len(), rows[0].segment.0.as_str()), (5, "4711"));
    // Zones outside Europe are not compiled in: these times are as they are written.
    assert_eq!(rows[0].start.to_string(), "2023-11-06T11:45:00Z");
    // 31.0 mph are 49.89 km/h and 31.1 mph are 50.05.
    assert_eq!(rows[0].speed_5.unwrap()[9], 1.0);
    let noon = rows[1].speed_5.unwrap();
    assert_eq!((noon[10], noon.iter().sum::<f64>()), (1.0, 1.0));
    assert_eq!(
        sides(&rows[1], Mode::Car),
        [Some(2.0), Some(1.0), Some(1.0)]
    );
    assert_eq!(
        sides(&rows[1], Mode::Heavy),
        [Some(1.0), Some(0.0), Some(1.0)]
    );
    assert_eq!(rows[1].volume(Mode::Bike, Side::Both), None);
    let expected = [
        (MOTORCYCLE, 1),
        (jamar::UNCLASSIFIED, 2),
        (UNKNOWN_CLASS, 1),
        (NO_TIME, 1),
        (OTHER_WIDTH, 1),
        (HALF_COUNTED, 1),
    ];
    assert_eq!(refused(&counts), sorted(expected.to_vec()));
    let counts = jamar("jamar-miles-12-hours.txt", Some(Mode::Bike)).unwrap();
    assert_eq!(
        self::rows(&counts)[1].volume(Mode::Bike, Side::Both),
        Some(1.0)
    );
    assert_eq!(counts.report.refused_for(jamar::UNCLASSIFIED), 1);
}

#[test]
fn data_without_their_header_are_an_error_with_its_place() {
    let error = jamar("jamar-without-header.txt", None).unwrap_err();
    let text = error.to_string();
    assert!(
        text.starts_with("jamar-without-header.txt:3:1: \"A sentence"),
        "{text}"
    );
    assert!(
        text.contains("Veh. No., Date, Time, Channel, Class, Speed"),
        "{text}"
    );
    let lanes = Lanes::new();
    let declared = declared(&lanes, "Europe/Zurich", None);
    let vbv = vbv::read("v", &fixture("vbv-other-format.v00"), &declared).unwrap_err();
    assert!(
        vbv.to_string()
            .contains("FORMAT = VBV-9; expected `* FORMAT = VBV-1`"),
        "{vbv}"
    );
    for bytes in [b"".as_slice(), b"a;b\n1;2\n", b"* HEAD \n", b"\xff\xfe\x00"] {
        assert!(vbv::read("x", bytes, &declared).is_err());
        assert!(int2::read("x", bytes, &declared).is_err());
        assert!(metrocount::read("x", bytes, &declared).is_err());
        assert!(jamar::read("x", bytes, &declared).is_err());
        assert!(muenster_loops::read("x", bytes, &declared).is_err());
    }
}

#[test]
fn sums_by_quarters_need_a_mode_and_a_blank_is_missing() {
    let error = jamar("jamar-quarters.txt", None).unwrap_err();
    assert!(error.to_string().contains("mode = \"car\""), "{error}");
    let counts = jamar("jamar-quarters.txt", Some(Mode::Car)).unwrap();
    let rows = rows(&counts);
    assert_eq!(rows[0].start.to_string(), "2024-01-03T11:45:00Z");
    assert_eq!(
        sides(&rows[0], Mode::Car),
        [Some(9.0), Some(4.0), Some(5.0)]
    );
    assert_eq!(sides(&rows[1], Mode::Car), [None, Some(6.0), None]);
    let expected = [(NO_TIME, 1), (NO_NUMBER, 1), (OTHER_WIDTH, 1)];
    assert_eq!(refused(&counts), sorted(expected.to_vec()));
}
