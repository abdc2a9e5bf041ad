//! Counters that write a line per vehicle: hand-made files for each quirk, and all the real ones.

use super::{fixture, shared};
use flate2::read::MultiGzDecoder;
use std::io::Read;
use std::path::Path;
use straatbeeld::analysis::histogram::percentile;
use straatbeeld::domain::{Instant, Mode, Side, Zone};
use straatbeeld::read::counts::Counts;
use straatbeeld::read::vehicles::{
    MOTORCYCLE, NO_SPEED, OTHER_CLASS, OTHER_SIDE, Vehicles, aggregate, int_2, jamar, metrocount,
    muenster_loops, vbv_1,
};
use straatbeeld::read::{ReadReport, telraam};
use straatbeeld::table::CountRow;

fn zone(name: &str) -> Zone {
    Zone::parse(name).unwrap()
}

fn only_site(files: Vec<Vehicles>, name: &str) -> Counts {
    let mut sites = aggregate(files, zone(name));
    assert_eq!(sites.len(), 1);
    let counts = sites.remove(0);
    adds_up(&counts.report);
    counts
}

fn adds_up(report: &ReadReport) {
    assert_eq!(
        report.rows,
        report.kept + report.refused_rows(),
        "{report:?}"
    );
}

fn rows(counts: &Counts) -> Vec<CountRow> {
    (0..counts.table.len())
        .map(|i| counts.table.row(i).unwrap())
        .collect()
}

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

#[test]
fn bicycles_over_loops_become_quarters_with_sides_and_speeds() {
    let file = "muenster-loops-bom.csv";
    let counts = only_site(
        vec![muenster_loops::read(file, &fixture(file)).unwrap()],
        "Europe/Berlin",
    );
    let report = &counts.report;
    assert_eq!((report.rows, report.kept), (8, 5));
    for why in [OTHER_CLASS, OTHER_SIDE, telraam::NO_TIME] {
        assert_eq!(report.refused_for(why), 1, "{why}");
    }
    assert_eq!(report.warned_of(muenster_loops::SAME_SECOND), 1);
    assert_eq!(report.warned_of(NO_SPEED), 1);
    let rows = rows(&counts);
    assert_eq!(rows.len(), 4, "8:00 to 9:00 in summer time");
    assert_eq!(rows[0].start, at("2024-05-06T06:00:00Z"));
    assert_eq!((rows[0].minutes, rows[0].uptime), (15, Some(1.0)));
    let bikes = |row: &CountRow| Side::ALL.map(|side| row.volume(Mode::Bike, side));
    assert_eq!(bikes(&rows[0]), [Some(3.0), Some(2.0), Some(1.0)]);
    assert_eq!(
        bikes(&rows[1]),
        [Some(0.0), Some(0.0), Some(0.0)],
        "the counter was up"
    );
    assert_eq!(bikes(&rows[3]), [Some(2.0), Some(1.0), Some(1.0)]);
    // 18, 20 and 24 km/h; the one of 0 has no speed.
    let speeds = rows[0].bike_speed_5.unwrap();
    assert_eq!((speeds[3], speeds[4]), (1.0, 2.0));
    assert_eq!(rows[3].bike_speed_5.unwrap().iter().sum::<f64>(), 1.0);
    assert_eq!(
        rows[0].volume(Mode::Car, Side::Both),
        None,
        "not counted is not zero"
    );
}

#[test]
fn a_day_that_was_split_by_a_read_out_is_one_day() {
    let read = |file: &str| vbv_1::read(file, &fixture(file)).unwrap();
    let files = vec![read("vbv-1-read-out.v01"), read("vbv-1-morning.v00")];
    let counts = only_site(files, "Europe/Zurich");
    let report = &counts.report;
    assert_eq!((report.rows, report.kept), (6, 4));
    assert_eq!(
        (
            report.refused_for(MOTORCYCLE),
            report.refused_for(telraam::NO_TIME)
        ),
        (1, 1)
    );
    let rows = rows(&counts);
    assert_eq!(rows[0].segment.0, "00000042");
    let seen: Vec<_> = rows
        .iter()
        .map(|row| {
            (
                row.start.to_string(),
                row.uptime,
                row.volume(Mode::Car, Side::Both),
                row.volume(Mode::Heavy, Side::Left),
            )
        })
        .collect();
    let full = Some(1.0);
    assert_eq!(
        seen,
        [
            (
                "2021-06-04T06:00:00Z".to_owned(),
                full,
                Some(1.0),
                Some(1.0)
            ),
            (
                "2021-06-04T06:15:00Z".to_owned(),
                full,
                Some(2.0),
                Some(0.0)
            ),
            (
                "2021-06-04T06:30:00Z".to_owned(),
                full,
                Some(0.0),
                Some(0.0)
            ),
            // Read out at 8:50: five minutes are too few for a quarter.
            (
                "2021-06-04T06:45:00Z".to_owned(),
                Some(1.0 / 3.0),
                None,
                None
            ),
        ]
    );
    assert_eq!(rows[0].speed_5.unwrap()[11], 1.0, "55 km/h, lorries apart");
    let [left, right] = rows[1].speed_5_sides;
    assert_eq!((left.unwrap()[7], right.unwrap()[6]), (1.0, 1.0));
    assert_eq!(counts.sites[&rows[0].segment].name, "Dorfstrasse");
}

#[test]
fn metrocount_in_french_and_latin_1_is_checked_against_its_last_line() {
    let file = "metrocount-latin1.txt";
    let counts = only_site(
        vec![metrocount::read(file, &fixture(file)).unwrap()],
        "Europe/Zurich",
    );
    let report = &counts.report;
    assert_eq!((report.rows, report.kept), (5, 3));
    assert_eq!(
        (
            report.refused_for(MOTORCYCLE),
            report.refused_for(OTHER_SIDE)
        ),
        (1, 1)
    );
    assert_eq!(report.warned_of(metrocount::OTHER_NUMBER), 1, "it says 6");
    assert_eq!(report.warned_of(NO_SPEED), 1, "300 km/h");
    let rows = rows(&counts);
    assert_eq!(rows[0].segment.0, "4711");
    assert_eq!(counts.sites[&rows[0].segment].name, "Rue de l'école");
    assert_eq!(rows[0].volume(Mode::Car, Side::Left), Some(1.0));
    assert_eq!(rows[0].volume(Mode::Heavy, Side::Right), Some(1.0));
    let error = metrocount::read("x.txt", b"2021-09-21 06:45:00 0 1 1 28 3 2\n").unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("x.txt:1:1: no legend of classes"),
        "{error}"
    );
}

#[test]
fn intervals_of_int_2_become_rows_and_one_direction_is_no_total() {
    let file = "int-2-two-channels.a01";
    let counts = int_2::read(file, &fixture(file), zone("Europe/Zurich")).unwrap();
    adds_up(&counts.report);
    assert_eq!((counts.report.rows, counts.report.kept), (6, 3));
    assert_eq!(counts.report.refused_for(int_2::LENGTHS), 1);
    assert_eq!(counts.report.refused_for(int_2::SPEEDS), 1);
    assert_eq!(counts.report.refused_for(telraam::NO_NUMBER), 1);
    let rows = rows(&counts);
    // The interval ends at 13:00 in summer time.
    assert_eq!(
        (rows[0].start, rows[0].minutes),
        (at("2018-04-13T10:00:00Z"), 60)
    );
    // 226 + 2 to the left and 182 to the right; 1 + 8 + 1 + 2 + 2 and 7 + 1 + 1 heavy.
    assert_eq!(rows[0].volume(Mode::Car, Side::Both), Some(410.0));
    assert_eq!(rows[0].volume(Mode::Heavy, Side::Left), Some(14.0));
    assert_eq!(rows[0].volume(Mode::Heavy, Side::Right), Some(9.0));
    assert_eq!(rows[1].volume(Mode::Car, Side::Left), Some(10.0));
    assert_eq!(
        rows[1].volume(Mode::Car, Side::Both),
        None,
        "the other channel was not read"
    );
}

#[test]
fn jamar_in_miles_and_with_american_dates_is_read_as_kilometres() {
    let file = "jamar-preamble-crlf.txt";
    let counts = only_site(
        vec![jamar::read(file, &fixture(file), None).unwrap()],
        "UTC",
    );
    let report = &counts.report;
    assert_eq!((report.rows, report.kept), (6, 3));
    for why in [MOTORCYCLE, jamar::UNTOLD, telraam::NO_TIME] {
        assert_eq!(report.refused_for(why), 1, "{why}");
    }
    let rows = rows(&counts);
    assert_eq!(rows[0].segment.0, "165367");
    assert_eq!(rows[0].start, at("2023-11-06T11:45:00Z"));
    // 25 mph are 40.2 km/h.
    assert_eq!(rows[0].speed_5.unwrap()[8], 1.0);
    assert_eq!(rows[0].volume(Mode::Heavy, Side::Left), Some(1.0));
    // From 12:00 to the last record at 12:05:00 is a third of a quarter.
    assert_eq!(rows[1].volume(Mode::Car, Side::Both), None);
    let error = jamar::read("bad.txt", b"a\nb\n", None).unwrap_err();
    assert!(
        error.to_string().contains("bad.txt:2:1") && error.to_string().contains("Veh. No."),
        "{error}"
    );
}

#[test]
fn the_hour_that_occurs_twice_is_told_apart_where_the_clock_falls_back() {
    let lines = ["02:10", "02:50", "02:05", "02:40", "03:00"]
        .map(|time| format!("27/10/2024 {time}:00;1;1;cyclist;in;20\n"));
    let text = format!(
        "timestamp;sensor_index;lane_id;user_type;direction;speed\n{}",
        lines.concat()
    );
    let counts = only_site(
        vec![muenster_loops::read("x.csv", text.as_bytes()).unwrap()],
        "Europe/Berlin",
    );
    let bikes: f64 = rows(&counts)
        .iter()
        .filter(|row| row.start < at("2024-10-27T01:00:00Z"))
        .filter_map(|row| row.volume(Mode::Bike, Side::Both))
        .sum();
    // The quarter from 2:00 was counted from 2:10 on: 5 minutes of 15 have no value.
    assert_eq!(bikes, 1.0);
    assert_eq!(
        counts
            .report
            .warned_of(straatbeeld::read::local_time::AMBIGUOUS),
        4
    );
    let spring = text.replace("27/10", "31/03");
    let counts = only_site(
        vec![muenster_loops::read("x.csv", spring.as_bytes()).unwrap()],
        "Europe/Berlin",
    );
    assert_eq!((counts.report.kept, counts.report.refused_rows()), (1, 4));
}

fn unpacked(path: &Path) -> Vec<u8> {
    let raw = std::fs::read(path).unwrap();
    if path.extension().is_none_or(|extension| extension != "gz") {
        return raw;
    }
    let mut bytes = Vec::new();
    MultiGzDecoder::new(raw.as_slice())
        .read_to_end(&mut bytes)
        .unwrap();
    bytes
}

/// V85 of the records themselves: Hyndman and Fan, type 7.
fn type_7(mut speeds: Vec<f64>) -> f64 {
    speeds.sort_by(f64::total_cmp);
    let rank = (speeds.len() - 1) as f64 * 0.85;
    let (low, rest) = (rank.floor() as usize, rank.fract());
    speeds[low] + (speeds[(low + 1).min(speeds.len() - 1)] - speeds[low]) * rest
}

/// Records, kept, and by how much V85 from bins differs from V85 of the records.
fn read_real(
    path: &Path,
    read: fn(&str, &[u8]) -> Vehicles,
    mode: Mode,
    zone_name: &str,
) -> (u64, u64, f64) {
    let vehicles = read(&path.display().to_string(), &unpacked(path));
    let speeds: Vec<f64> = vehicles
        .list
        .iter()
        .filter(|vehicle| vehicle.mode == mode)
        .filter_map(|vehicle| vehicle.speed_kmh)
        .collect();
    let of_records = type_7(speeds.clone());
    let mut bins = [0.0; 25];
    for speed in speeds {
        bins[((speed / 5.0) as usize).min(24)] += 1.0;
    }
    let of_bins = percentile(&bins, 5.0, 0.85).unwrap();
    let counts = only_site(vec![vehicles], zone_name);
    (
        counts.report.rows,
        counts.report.kept,
        (of_bins - of_records).abs(),
    )
}

#[test]
fn all_records_of_the_shared_counters_are_read_and_their_v85_survives_the_bins() {
    let loops: fn(&str, &[u8]) -> Vehicles =
        |file, bytes| muenster_loops::read(file, bytes).unwrap();
    let vbv: fn(&str, &[u8]) -> Vehicles = |file, bytes| vbv_1::read(file, bytes).unwrap();
    let metro: fn(&str, &[u8]) -> Vehicles = |file, bytes| metrocount::read(file, bytes).unwrap();
    let tubes: fn(&str, &[u8]) -> Vehicles = |file, bytes| jamar::read(file, bytes, None).unwrap();
    let (berlin, utc) = ("Europe/Berlin", "UTC");
    // Records by counting lines of the raw files.
    for (folder, file, read, mode, zone, records) in [
        (
            "muenster-loop-records",
            "June_data/Kanalpromenade Abschnitt 6.csv.gz",
            loops,
            Mode::Bike,
            berlin,
            58_542,
        ),
        (
            "muenster-loop-records",
            "June_data/Kanalpromenade Dingstiege.csv.gz",
            loops,
            Mode::Bike,
            berlin,
            99_855,
        ),
        (
            "muenster-loop-records",
            "May_data/Kanalpromenade Abschnitt 6.csv.gz",
            loops,
            Mode::Bike,
            berlin,
            21_516,
        ),
        (
            "neuchatel-roadcounters",
            "00056520.V05.gz",
            vbv,
            Mode::Car,
            "Europe/Zurich",
            22_434,
        ),
        (
            "neuchatel-roadcounters",
            "64210836_TCHO-Capitaine.txt.gz",
            metro,
            Mode::Car,
            "Europe/Zurich",
            25_867,
        ),
        (
            "philadelphia-dvrpc-counts",
            "jamar_vehicle/165367.txt.gz",
            tubes,
            Mode::Car,
            utc,
            58_418,
        ),
        (
            "philadelphia-dvrpc-counts",
            "jamar_vehicle/166905.txt.gz",
            tubes,
            Mode::Car,
            utc,
            8_706,
        ),
        (
            "philadelphia-dvrpc-counts",
            "jamar_vehicle_and_bicycle/178955.csv.gz",
            tubes,
            Mode::Car,
            utc,
            54_784,
        ),
    ] {
        let Some(root) = shared(folder) else { return };
        let (rows, kept, off) = read_real(&root.join(file), read, mode, zone);
        println!("{file}: {rows} records, {kept} kept, V85 from bins {off:.2} km/h off");
        assert_eq!(rows, records, "{file}");
        // These loops write speeds in steps of 1 to 12 km/h, so that their own percentiles jump.
        // VBV-1 writes whole km/h, of which a sensor knows only some.
        let within = match folder {
            "muenster-loop-records" => 2.5,
            "neuchatel-roadcounters" => 1.5,
            _ => 0.5,
        };
        assert!(off < within, "{file}: {off}");
        assert!(kept * 2 > rows, "{file}: {kept}");
    }
    let root = shared("philadelphia-dvrpc-counts").unwrap();
    let bad = jamar::read(
        "bad_header.txt",
        &unpacked(&root.join("bad_header.txt")),
        None,
    )
    .unwrap_err();
    assert!(
        bad.to_string().starts_with("bad_header.txt:5:1: no header"),
        "{bad}"
    );
    let bikes = jamar::read(
        "b",
        &unpacked(&root.join("jamar_bicycle/181261_include_wrong_way.txt")),
        Some(Mode::Bike),
    )
    .unwrap();
    assert_eq!((bikes.report.rows, bikes.report.kept), (10, 10));
    let root = shared("neuchatel-roadcounters").unwrap();
    let counts = int_2::read(
        "a",
        &unpacked(&root.join("10020260.A01")),
        zone("Europe/Zurich"),
    )
    .unwrap();
    adds_up(&counts.report);
    assert_eq!(counts.report.rows, 2_604, "{:?}", counts.report);
}

#[test]
fn a_week_of_two_directions_in_thirteen_files_is_one_site() {
    let Some(root) = shared("neuchatel-roadcounters") else {
        return;
    };
    let mut paths: Vec<_> = std::fs::read_dir(root.join("SWISS10_vbv_year"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let files = paths
        .iter()
        .map(|path| vbv_1::read(&path.display().to_string(), &unpacked(path)).unwrap())
        .collect();
    let sites = aggregate(files, zone("Europe/Zurich"));
    let records: u64 = sites.iter().map(|site| site.report.rows).sum();
    assert_eq!(
        records, 55_657,
        "vehicles by the publisher's own count of lines"
    );
    for site in &sites {
        adds_up(&site.report);
        println!("{:?}: {} quarters", site.table.segments, site.table.len());
        // A week has 672 quarters.
        assert!(site.table.len() <= 672);
    }
}
