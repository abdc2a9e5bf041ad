//! Berlin's detection of motor traffic and Telraam's web export: each rule and quirk by a small file of its own.

use super::{fixture, workbook, workbook_of};
use straatbeeld::domain::{Instant, LonLat, Mode, SegmentId, SensorGeneration, Side, Zone};
use straatbeeld::read::counts::Counts;
use straatbeeld::read::{
    Place, ReadError, berlin_detection, berlin_sites, local_time, telraam, telraam_csv,
    telraam_xlsx, zero_days,
};
use straatbeeld::table::CountRow;

fn berlin(name: &str) -> Result<Counts, ReadError> {
    let zone = Zone::parse("Europe/Berlin").unwrap();
    berlin_detection::read(name, &fixture(name), zone)
}

fn web(name: &str) -> Counts {
    let counts = telraam_xlsx::read(name, &workbook(name), Zone::parse("Europe/Brussels"));
    let counts = counts.unwrap();
    let report = &counts.report;
    assert_eq!(report.rows, report.kept + report.refused_rows());
    counts
}

fn row(counts: &Counts, segment: &str, start: &str) -> CountRow {
    let start = Instant::parse(start).unwrap();
    let rows = (0..counts.table.len()).filter_map(|i| counts.table.row(i));
    let found: Vec<_> = rows
        .filter(|r| r.segment.0 == segment && r.start == start)
        .collect();
    assert_eq!(found.len(), 1, "{segment} {start}");
    found[0].clone()
}

fn both(row: &CountRow, mode: Mode) -> Option<f64> {
    row.volume(mode, Side::Both)
}

#[test]
fn berlin_hours_are_cars_heavy_vehicles_and_a_mean_speed() {
    let counts = berlin("berlin-detection-quirks.csv").unwrap();
    let report = &counts.report;
    assert_eq!(
        (report.rows, report.kept, report.refused_rows()),
        (25, 15, 10)
    );
    // 1 o'clock of winter time.
    let first = row(&counts, "TE901", "2019-03-30T00:00:00Z");
    assert_eq!(both(&first, Mode::Car), Some(100.0));
    assert_eq!(both(&first, Mode::Heavy), Some(10.0));
    assert_eq!(first.volume(Mode::Car, Side::Left), None);
    assert_eq!(first.mean_kmh, Some(50.0));
    assert_eq!((first.uptime, first.minutes), (Some(1.0), 60));
    assert_eq!((first.v85, first.speed_10), (None, None));
    // -1 is never a count, nor is a sum without its cars one of cars.
    let quiet = row(&counts, "TE901", "2019-03-31T22:00:00Z");
    assert_eq!(both(&quiet, Mode::Car), Some(0.0));
    assert_eq!(quiet.mean_kmh, None);
    let sum_alone = row(&counts, "TE901", "2019-03-31T23:00:00Z");
    assert_eq!(both(&sum_alone, Mode::Car), None);
    assert_eq!(both(&sum_alone, Mode::Heavy), None);
    let no_quality = row(&counts, "TE901", "2019-04-01T11:00:00Z");
    assert_eq!(
        (both(&no_quality, Mode::Car), no_quality.uptime),
        (None, None)
    );
    assert_eq!(both(&no_quality, Mode::Heavy), Some(12.0));
    assert_eq!(report.warned_of(berlin_detection::SUM_ALONE), 2);
    // 61 is 50 and 10 rounded; 70 is not.
    assert_eq!(report.warned_of(berlin_detection::NO_SUM), 1);
    let off = report
        .warnings
        .iter()
        .find(|t| t.what == berlin_detection::NO_SUM);
    assert_eq!(off.unwrap().first, Place::row(9));
    let down = row(&counts, "TE901", "2019-04-01T03:00:00Z");
    assert_eq!((down.uptime, both(&down, Mode::Car)), (Some(0.0), None));
    assert_eq!((both(&down, Mode::Heavy), down.mean_kmh), (None, None));
    let half = row(&counts, "TE901", "2019-04-01T04:00:00Z");
    assert_eq!(
        (half.uptime, both(&half, Mode::Car)),
        (Some(0.5), Some(80.0))
    );
    let standing = row(&counts, "TE901", "2019-04-01T10:00:00Z");
    assert_eq!(
        (standing.mean_kmh, both(&standing, Mode::Car)),
        (None, Some(90.0))
    );
    assert_eq!(report.warned_of(berlin_detection::NO_SPEED), 1);
    assert_eq!(report.warned_of(zero_days::ZERO_DAY), 0);
    for (why, rows, first) in [
        (local_time::IN_GAP, 1, Place::cell(4, "stunde")),
        // More than all of an hour is more than an hour.
        (berlin_detection::ADDED_UP, 1, Place::cell(10, "qualitaet")),
        (telraam::NEGATIVE, 1, Place::cell(13, "q_pkw_mq_hr")),
        (telraam::NO_TIME, 2, Place::cell(14, "stunde")),
        (telraam::NO_NUMBER, 1, Place::cell(16, "q_pkw_mq_hr")),
        (telraam_csv::OTHER_WIDTH, 1, Place::row(17)),
        (telraam::NO_SEGMENT, 1, Place::cell(18, "mq_name")),
        (berlin_detection::TWO_HOURS, 1, Place::cell(21, "stunde")),
        (local_time::THIRD_TIME, 1, Place::cell(25, "stunde")),
    ] {
        let tally = report.refused.iter().find(|t| t.what == why).unwrap();
        assert_eq!((tally.rows, tally.first.clone()), (rows, first), "{why}");
    }
}

#[test]
fn berlin_clocks_an_hour_published_once_for_two_is_refused_and_two_rows_are_two_hours() {
    let counts = berlin("berlin-detection-quirks.csv").unwrap();
    // Spring: 1 and 3 o'clock follow one another.
    let before = row(&counts, "TE901", "2019-03-31T00:00:00Z");
    let after = row(&counts, "TE901", "2019-03-31T01:00:00Z");
    assert_eq!(both(&before, Mode::Car), Some(20.0));
    assert_eq!(both(&after, Mode::Car), Some(40.0));
    // Autumn: what was published once for both hours is in neither.
    let own: Vec<_> = (0..counts.table.len())
        .filter_map(|i| counts.table.row(i))
        .filter(|r| r.segment.0 == "TE902")
        .map(|r| (r.start.to_string(), both(&r, Mode::Car)))
        .collect();
    assert_eq!(
        own,
        [
            ("2019-10-26T23:00:00Z".to_owned(), Some(10.0)),
            ("2019-10-27T02:00:00Z".to_owned(), Some(12.0)),
        ]
    );
    let summer = row(&counts, "TE903", "2019-10-27T00:00:00Z");
    let winter = row(&counts, "TE903", "2019-10-27T01:00:00Z");
    assert_eq!(both(&summer, Mode::Car), Some(30.0));
    assert_eq!(both(&winter, Mode::Car), Some(31.0));
    assert_eq!(counts.report.warned_of(local_time::AMBIGUOUS), 2);
}

#[test]
fn berlin_columns_are_found_by_name_in_any_order_and_case() {
    let counts = berlin("berlin-detection-other-order-bom-crlf.csv").unwrap();
    let report = &counts.report;
    assert_eq!((report.rows, report.kept), (2, 2));
    assert_eq!(
        report.warned_of("unknown column \"richtung\" passed over"),
        1
    );
    let first = row(&counts, "TE 1", "2023-07-01T05:00:00Z");
    assert_eq!(
        (both(&first, Mode::Car), both(&first, Mode::Heavy)),
        (Some(5.0), Some(2.0))
    );
    assert_eq!(first.mean_kmh, Some(49.5));
    let second = row(&counts, "TE2", "2023-07-01T06:00:00Z");
    assert_eq!(both(&second, Mode::Car), Some(6.0));
}

#[test]
fn berlin_files_of_another_kind_say_what_is_missing() {
    let error = berlin("awv-counts.csv").unwrap_err();
    assert!(
        error.to_string().contains("no column \"mq_name\""),
        "{error}"
    );
    let zone = Zone::parse("Europe/Berlin").unwrap();
    let error = berlin_detection::read("empty.csv", b"", zone).unwrap_err();
    assert!(error.to_string().contains("nothing in the file"), "{error}");
}

#[test]
fn berlin_detectors_of_a_cross_section_are_one_site() {
    let sites = berlin_sites::read("s.xlsx", &workbook("berlin-sites.csv")).unwrap();
    let names: Vec<&str> = sites.keys().map(|id| id.0.as_str()).collect();
    assert_eq!(names, ["TE901", "TE902", "TE904"]);
    let first = &sites[&SegmentId("TE901".into())];
    assert_eq!(first.name, "Musterstraße");
    assert_eq!(
        first.position,
        Some(LonLat {
            lon: 13.25,
            lat: 52.5
        })
    );
    let second = &sites[&SegmentId("TE902".into())];
    assert_eq!(
        second.position,
        Some(LonLat {
            lon: 13.5,
            lat: 52.25
        })
    );
    assert_eq!(sites[&SegmentId("TE904".into())].position, None);
    let error = berlin_sites::read("s.xlsx", &workbook("eco-counter-workbook.csv")).unwrap_err();
    assert!(
        error.to_string().contains("no column \"MQ_KURZNAME\""),
        "{error}"
    );
}

#[test]
fn web_exports_are_hours_with_sides_speeds_and_an_uptime_in_words() {
    let counts = web("telraam-web-hours.csv");
    let first = row(&counts, "77", "2024-10-26T08:00:00Z");
    assert_eq!(first.minutes, 60);
    assert_eq!(first.uptime, Some(1.0));
    assert_eq!(first.v85, Some(38.5));
    assert_eq!(first.sensor, Some(SensorGeneration::S2));
    for (mode, expected) in [
        (Mode::Pedestrian, [4.0, 3.0, 1.0]),
        (Mode::Bike, [6.0, 2.0, 4.0]),
        (Mode::Car, [20.0, 12.0, 8.0]),
        (Mode::Heavy, [2.0, 1.0, 1.0]),
        (Mode::Night, [0.0, 0.0, 0.0]),
    ] {
        let found = [Side::Both, Side::Left, Side::Right].map(|side| first.volume(mode, side));
        assert_eq!(found, expected.map(Some), "{mode:?}");
    }
    // 25, 50 and 25 percent of 20 cars.
    let bins = [0.0, 0.0, 5.0, 10.0, 5.0, 0.0, 0.0, 0.0];
    assert_eq!(first.speed_10, Some(bins));
    // Sides that are rounded miss their total by one; an empty night is missing, whatever the generation.
    let rounded = row(&counts, "77", "2024-10-26T09:00:00Z");
    assert_eq!(rounded.volume(Mode::Bike, Side::Right), Some(5.0));
    assert_eq!((rounded.uptime, rounded.speed_10), (Some(0.25), None));
    assert_eq!(both(&rounded, Mode::Night), None);
    assert_eq!(rounded.sensor, Some(SensorGeneration::S2));
    let site = &counts.sites[&SegmentId("77".into())];
    assert_eq!(
        (site.name.as_str(), site.municipality.as_str()),
        ("Proefstraat", "Testdorp")
    );
}

#[test]
fn web_exports_have_local_times_that_are_read_like_all_others() {
    let counts = web("telraam-web-hours.csv");
    let summer = row(&counts, "77", "2024-10-27T00:00:00Z");
    assert_eq!(
        (both(&summer, Mode::Car), summer.uptime),
        (Some(10.0), Some(0.5))
    );
    // Shares of 105 percent are no speeds.
    assert_eq!(summer.speed_10, None);
    let winter = row(&counts, "77", "2024-10-27T01:00:00Z");
    assert_eq!(both(&winter, Mode::Car), Some(11.0));
    // 12 o'clock as a spreadsheet's time, with uptime 0; 13 o'clock a day later, with more than 1.
    let down = row(&counts, "77", "2024-10-28T11:00:00Z");
    assert_eq!((down.uptime, both(&down, Mode::Car)), (Some(0.0), None));
    let above = row(&counts, "77", "2024-10-29T12:00:00Z");
    assert_eq!(
        (above.uptime, both(&above, Mode::Car)),
        (Some(1.0), Some(10.0))
    );
    let report = &counts.report;
    assert_eq!((report.rows, report.kept), (15, 6));
    for (why, rows) in [
        (local_time::THIRD_TIME, 1),
        (local_time::IN_GAP, 1),
        (telraam::SIDES_DIFFER, 1),
        (telraam::NO_NUMBER, 2),
        (telraam::OTHER_INTERVAL, 1),
        (telraam::NEGATIVE, 1),
        (telraam::NO_TIME, 1),
        (telraam::NO_SEGMENT, 1),
    ] {
        assert_eq!(report.refused_for(why), rows, "{why}");
    }
    for (what, rows) in [
        (telraam::UPTIME_ZERO, 1),
        (telraam::UPTIME_ABOVE_ONE, 1),
        (telraam::SHARES_OFF, 2),
        (telraam_xlsx::PARTS_DIFFER, 1),
        ("unknown column \"Mode balloon (A > B)\" passed over", 1),
    ] {
        assert_eq!(report.warned_of(what), rows, "{what}");
    }
}

#[test]
fn web_exports_in_another_language_and_by_quarters_are_read() {
    let counts = web("telraam-web-quarters-dutch.csv");
    assert_eq!((counts.report.rows, counts.report.kept), (2, 2));
    let first = row(&counts, "9000000001", "2024-06-05T06:15:00Z");
    assert_eq!(
        (first.minutes, first.uptime, first.v85),
        (15, Some(0.98), Some(29.5))
    );
    assert_eq!(both(&first, Mode::Bike), Some(2.5));
    // No column for the sides: the kinds of the mode are added up.
    let sides = [Side::Both, Side::Left, Side::Right].map(|side| first.volume(Mode::Car, side));
    assert_eq!(sides, [Some(3.0), Some(2.0), Some(1.0)]);
    let second = row(&counts, "9000000001", "2024-06-05T06:30:00Z");
    assert_eq!(second.volume(Mode::Car, Side::Left), None);
    assert_eq!(second.volume(Mode::Car, Side::Right), Some(0.0));
    assert_eq!(both(&second, Mode::Night), Some(4.0));
}

#[test]
fn web_exports_without_a_declared_zone_are_an_error() {
    let bytes = workbook("telraam-web-hours.csv");
    let error = telraam_xlsx::read("a.xlsx", &bytes, None).unwrap_err();
    assert!(matches!(error, ReadError::Undeclared { .. }), "{error}");
}

#[test]
fn a_workbook_of_another_counter_is_told_by_its_first_row() {
    let bytes = workbook("eco-counter-workbook.csv");
    let zone = Zone::parse("UTC");
    let error = telraam_xlsx::read("eco.xlsx", &bytes, zone).unwrap_err();
    let text = error.to_string();
    assert!(
        text.starts_with("eco.xlsx, row 1: no row of titles; the first row is \"Période\""),
        "{text}"
    );
    assert!(text.contains("\"Date and Time (Local)\""), "{text}");
}

#[test]
fn workbooks_that_are_none_or_far_too_wide_are_errors() {
    let zone = Zone::parse("UTC");
    for bytes in [&b""[..], b"PK\x03\x04", b"a;b\n1;2\n"] {
        let error = telraam_xlsx::read("a.xlsx", bytes, zone).unwrap_err();
        assert!(error.to_string().starts_with("a.xlsx"), "{error}");
    }
    let whole = workbook("telraam-web-hours.csv");
    for cut in (0..whole.len()).step_by(97) {
        assert!(
            telraam_xlsx::read("a.xlsx", &whole[..cut], zone).is_err(),
            "{cut}"
        );
    }
    let wide = workbook_of(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row></sheetData></worksheet>",
    );
    let error = telraam_xlsx::read("wide.xlsx", &wide, zone).unwrap_err();
    assert!(error.to_string().contains("1024 columns"), "{error}");
}

#[test]
fn a_workbook_that_unpacks_to_more_than_any_export_is_refused() {
    // 257 MB of blanks are a quarter of a megabyte of zip.
    let mut sheet = String::from("<worksheet>");
    sheet.push_str(&" ".repeat(257 << 20));
    let bytes = workbook_of(&sheet);
    assert!(bytes.len() < 1 << 20);
    let error = telraam_xlsx::read("bomb.xlsx", &bytes, Zone::parse("UTC")).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("sheets of more than 268435456 bytes"),
        "{error}"
    );
}
