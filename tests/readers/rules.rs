//! Each rule and each quirk by a small file of its own.

use super::fixture;
use straatbeeld::domain::{Mode, SegmentId, SensorGeneration, Side, Zone};
use straatbeeld::read::counts::Counts;
use straatbeeld::read::telraam;
use straatbeeld::read::{Place, ReadReport, calendar_csv, local_time, telraam_csv, telraam_json};
use straatbeeld::table::CountRow;

fn json(name: &str) -> Counts {
    let file = format!("telraam-hourly-{name}.json");
    let counts = telraam_json::read(&file, &fixture(&file)).unwrap();
    assert_adds_up(&counts.report);
    counts
}

fn csv(name: &str, zone: Option<&str>) -> Counts {
    let file = format!("telraam-{name}.csv");
    let zone = zone.map(|z| Zone::parse(z).unwrap());
    let counts = telraam_csv::read(&file, &fixture(&file), zone).unwrap();
    assert_adds_up(&counts.report);
    counts
}

fn assert_adds_up(report: &ReadReport) {
    assert_eq!(
        report.rows,
        report.kept + report.refused_rows(),
        "{report:?}"
    );
}

fn only_row(counts: &Counts) -> CountRow {
    assert_eq!(counts.table.len(), 1, "{:?}", counts.report);
    counts.table.row(0).unwrap()
}

#[test]
fn a_plain_hour_is_kept_with_its_shares_turned_into_cars() {
    let counts = json("plain");
    let row = only_row(&counts);
    assert_eq!(row.segment, SegmentId("9000000001".into()));
    assert_eq!(row.start.to_string(), "2026-03-02T08:00:00Z");
    assert_eq!((row.minutes, row.uptime), (60, Some(0.8)));
    assert_eq!(row.sensor, Some(SensorGeneration::S2));
    for (mode, side, expected) in [
        (Mode::Car, Side::Both, 100.0),
        (Mode::Car, Side::Left, 60.0),
        (Mode::Car, Side::Right, 40.0),
        (Mode::Heavy, Side::Both, 5.0),
        (Mode::Bike, Side::Right, 15.0),
        (Mode::Pedestrian, Side::Left, 10.0),
        (Mode::Night, Side::Both, 0.0),
    ] {
        assert_eq!(row.volume(mode, side), Some(expected), "{mode:?} {side:?}");
    }
    // 25 % and 75 % of 100 cars; 25, 50 and 25 % of them.
    assert_eq!(row.speed_10.unwrap()[2..4], [25.0, 75.0]);
    assert_eq!(row.speed_5.unwrap()[5..8], [25.0, 50.0, 25.0]);
    assert_eq!(row.v85, Some(37.0));
    assert!(
        counts.report.warnings.is_empty(),
        "{:?}",
        counts.report.warnings
    );
    assert_eq!(
        counts.retrieved.unwrap().to_string(),
        "2026-04-01T02:00:00Z"
    );
}

#[test]
fn an_answer_of_the_api_is_read_like_a_recording_of_it() {
    let counts = json("api-answer");
    assert_eq!(counts.table.len(), 2);
    assert_eq!(counts.table.row(0), json("plain").table.row(0));
}

#[test]
fn rows_against_a_rule_are_refused_with_reason_and_place() {
    let cell = |column: &str| Place::cell(1, column);
    for (name, why, place) in [
        ("negative-uptime", telraam::NEGATIVE, Place::row(1)),
        ("negative-count", telraam::NEGATIVE, Place::row(1)),
        ("sides-differ", telraam::SIDES_DIFFER, Place::row(1)),
        ("daily-interval", telraam::OTHER_INTERVAL, cell("interval")),
        ("text-number", telraam::NO_NUMBER, cell("car")),
        ("instance-level", telraam::NO_SEGMENT, cell("segment_id")),
        ("local-date", telraam::NO_TIME, cell("date")),
        ("impossible-date", telraam::NO_TIME, cell("date")),
    ] {
        let counts = json(name);
        let report = &counts.report;
        assert_eq!((report.rows, report.kept), (1, 0), "{name}");
        assert_eq!(report.refused[0].what, why, "{name}");
        assert_eq!(report.refused[0].first, place, "{name}");
        assert!(counts.table.is_empty(), "{name}");
    }
}

#[test]
fn an_hour_with_uptime_zero_is_kept_without_any_value() {
    let counts = json("uptime-zero");
    let row = only_row(&counts);
    assert_eq!(row.uptime, Some(0.0));
    assert!(row.volumes.iter().flatten().all(Option::is_none), "{row:?}");
    assert_eq!((row.speed_5, row.speed_10, row.v85), (None, None, None));
    assert_eq!(counts.report.warned_of(telraam::UPTIME_ZERO), 1);
}

#[test]
fn what_is_odd_but_harmless_is_kept_and_noted() {
    let odd = [
        ("uptime-above-one", telraam::UPTIME_ABOVE_ONE, true),
        ("shares-101", telraam::SHARES_OFF, false),
        ("shares-nine-classes", telraam::SHARES_LENGTH, false),
        ("shares-with-text", telraam::SHARES_LENGTH, false),
    ];
    for (name, what, has_coarse_speeds) in odd {
        let counts = json(name);
        let row = only_row(&counts);
        assert_eq!(counts.report.warned_of(what), 1, "{name}");
        assert_eq!(row.speed_10.is_some(), has_coarse_speeds, "{name}");
        assert!(
            row.speed_5.is_some(),
            "the other histogram is sound: {name}"
        );
        assert!(row.uptime.unwrap() <= 1.0, "{name}");
        assert_eq!(row.volume(Mode::Car, Side::Both), Some(100.0), "{name}");
    }
}

#[test]
fn shares_may_miss_a_hundred_by_a_tenth() {
    let counts = json("shares-100-1");
    let row = only_row(&counts);
    assert!((row.speed_10.unwrap()[2] - 25.1).abs() < 1e-9);
    assert!(counts.report.warnings.is_empty());
}

#[test]
fn a_histogram_of_zeros_means_that_no_speed_was_measured() {
    let counts = json("shares-all-zero");
    let row = only_row(&counts);
    assert_eq!((row.speed_5, row.speed_10, row.v85), (None, None, None));
    assert_eq!(row.volume(Mode::Car, Side::Both), Some(100.0));
    assert!(counts.report.warnings.is_empty());
}

#[test]
fn shares_of_no_cars_are_no_speeds() {
    let counts = json("shares-without-cars");
    let row = only_row(&counts);
    assert_eq!((row.speed_5, row.speed_10), (None, None));
    assert_eq!(row.volume(Mode::Car, Side::Both), Some(0.0));
    assert_eq!(counts.report.warned_of(telraam::SHARES_WITHOUT_CARS), 2);
}

#[test]
fn rounded_sides_may_differ_from_their_total() {
    assert_eq!(
        only_row(&json("sides-rounded")).volume(Mode::Car, Side::Both),
        Some(100.01)
    );
}

#[test]
fn the_generation_follows_from_night_unless_it_is_stated() {
    for (name, expected) in [
        ("plain", SensorGeneration::S2),
        ("night-null", SensorGeneration::V1),
        ("hardware-version", SensorGeneration::S2),
    ] {
        assert_eq!(only_row(&json(name)).sensor, Some(expected), "{name}");
    }
    let row = only_row(&json("night-null"));
    assert_eq!(
        row.volume(Mode::Night, Side::Both),
        None,
        "missing is not zero"
    );
}

#[test]
fn a_quarter_of_an_hour_keeps_its_length() {
    assert_eq!(only_row(&json("quarterly")).minutes, 15);
}

#[test]
fn unknown_fields_are_passed_over_and_counted() {
    let counts = json("unknown-field");
    assert_eq!(counts.table.len(), 2);
    let warning = &counts.report.warnings[0];
    assert_eq!(warning.what, "unknown field \"brightness\" passed over");
    assert_eq!(
        (warning.rows, warning.first.clone()),
        (2, Place::cell(1, "brightness"))
    );
}

#[test]
fn empty_texts_are_missing_numbers() {
    let row = only_row(&json("empty-texts"));
    assert_eq!(row.volume(Mode::Heavy, Side::Both), None);
    assert_eq!(row.v85, None);
    assert_eq!(row.volume(Mode::Car, Side::Both), Some(100.0));
}

#[test]
fn files_without_rows_are_errors_that_say_what_was_expected() {
    for (file, found, expected) in [
        (
            "telraam-answer-429.json",
            "429 (Too Many Requests)",
            "status 200",
        ),
        (
            "telraam-daily-sums.json",
            "daily sums",
            "a list `report` or `data`",
        ),
        ("telraam-cut-short.json", ":24:16", "Telraam JSON"),
        ("holidays.csv", ":1:1", "Telraam JSON"),
        ("segments-with-tags.geojson", "no such list", "Telraam JSON"),
    ] {
        let error = telraam_json::read(file, &fixture(file)).unwrap_err();
        let text = error.to_string();
        assert!(
            text.starts_with(file) && text.contains(found) && text.contains(expected),
            "{text}"
        );
        assert!(!error.hint().is_empty());
    }
}

#[test]
fn both_spellings_of_the_time_are_read_from_csv() {
    let counts = csv("both-spellings", None);
    let starts: Vec<String> = counts.table.start.iter().map(ToString::to_string).collect();
    assert_eq!(starts, ["2026-03-02T08:00:00Z", "2026-03-02T09:00:00Z"]);
    assert_eq!(
        counts.table.row(0),
        json("plain").table.row(0),
        "CSV and JSON agree"
    );
    let id = SegmentId("9000000001".into());
    assert_eq!(counts.sites[&id].name, "Sintmartenslatemlaan");
    assert!(
        counts.report.warnings.is_empty(),
        "{:?}",
        counts.report.warnings
    );
}

#[test]
fn csv_with_bom_and_crlf_or_capitals_reads_the_same() {
    for name in ["bom-crlf", "other-case"] {
        assert_eq!(
            csv(name, None).table.row(0),
            json("plain").table.row(0),
            "{name}"
        );
    }
}

#[test]
fn csv_without_street_names_and_with_an_empty_night_is_a_first_generation_sensor() {
    let counts = csv("without-names", None);
    let row = only_row(&counts);
    assert_eq!(row.sensor, Some(SensorGeneration::V1));
    assert_eq!((row.v85, row.volume(Mode::Night, Side::Both)), (None, None));
    assert!(counts.sites.is_empty());
}

#[test]
fn a_row_of_another_width_is_refused_and_the_next_one_read() {
    let counts = csv("short-row", None);
    assert_eq!(counts.report.refused_for(telraam_csv::OTHER_WIDTH), 1);
    assert_eq!(counts.report.refused[0].first, Place::row(2));
    assert_eq!(counts.table.len(), 1);
}

#[test]
fn a_histogram_that_is_no_list_costs_the_speeds_only() {
    let counts = csv("broken-list", None);
    assert_eq!(only_row(&counts).speed_10, None);
    assert_eq!(counts.report.warned_of(telraam::SHARES_LENGTH), 1);
}

#[test]
fn local_times_are_read_in_the_declared_zone_only() {
    let file = "telraam-local-times.csv";
    let error = telraam_csv::read(file, &fixture(file), None).unwrap_err();
    assert!(error.to_string().contains("row 2, column date"), "{error}");
    assert!(error.to_string().contains("zone = "), "{error}");
    let counts = csv("local-times", Some("Europe/Berlin"));
    let starts: Vec<String> = counts.table.start.iter().map(ToString::to_string).collect();
    assert_eq!(
        starts,
        [
            "2024-10-26T23:00:00Z",
            "2024-10-27T00:00:00Z",
            "2024-10-27T01:00:00Z",
            "2024-10-27T02:00:00Z",
            "2024-03-31T01:00:00Z",
        ]
    );
    assert_eq!(counts.report.refused_for(local_time::THIRD_TIME), 1);
    assert_eq!(counts.report.refused_for(local_time::IN_GAP), 1);
    assert_eq!(counts.report.warned_of(local_time::AMBIGUOUS), 2);
}

#[test]
fn a_missing_column_and_bytes_that_are_no_text_are_errors_with_a_place() {
    for (file, expected) in [
        (
            "telraam-no-uptime.csv",
            "telraam-no-uptime.csv:1:1: there is no column \"uptime\"",
        ),
        ("telraam-latin1.csv", "telraam-latin1.csv:2:"),
    ] {
        let error = telraam_csv::read(file, &fixture(file), None).unwrap_err();
        assert!(error.to_string().starts_with(expected), "{error}");
    }
}

#[test]
fn holidays_are_read_by_date_name_and_flag() {
    let columns = calendar_csv::CalendarColumns::default();
    let found = calendar_csv::read("holidays.csv", &fixture("holidays.csv"), &columns).unwrap();
    assert_adds_up(&found.report);
    let days: Vec<(String, &str)> = found
        .days
        .iter()
        .map(|(d, n)| (d.to_string(), n.as_str()))
        .collect();
    assert_eq!(days, [("2026-01-01".to_owned(), "Nieuwjaar")]);
    for (why, row) in [
        (calendar_csv::FLAGGED_OFF, Place::row(3)),
        (calendar_csv::TWICE, Place::row(4)),
        (calendar_csv::NO_DATE, Place::cell(5, "date")),
    ] {
        let t = found.report.refused.iter().find(|t| t.what == why).unwrap();
        assert_eq!((t.rows, &t.first), (1, &row), "{why}");
    }
}

#[test]
fn events_are_read_with_their_texts_and_what_is_wrong_with_the_others() {
    let file = "events-semicolons.csv";
    let found = straatbeeld::read::events_csv::read(file, &fixture(file)).unwrap();
    assert_adds_up(&found.report);
    let told: Vec<(String, Option<String>, &str, &str)> = found
        .events
        .iter()
        .map(|event| {
            let end = event.end.map(|end| end.to_string());
            (
                event.start.to_string(),
                end,
                event.kind.name(),
                event.what.in_language("nl"),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (
                "2025-03-10".into(),
                Some("2025-03-13".into()),
                "sensor-fault",
                "De sensor hing scheef"
            ),
            ("2025-06-01".into(), None, "closure", "Braderie"),
            ("2025-09-01".into(), None, "sensor-moved", "Nieuwe sensor"),
        ]
    );
    assert_eq!(found.events[1].segment, None, "the whole town");
    let refused: Vec<(u64, &Place)> = found
        .report
        .refused
        .iter()
        .map(|t| (t.rows, &t.first))
        .collect();
    assert_eq!(
        refused,
        [
            (1, &Place::cell(5, "start")),
            (1, &Place::cell(6, "end")),
            (1, &Place::cell(7, "kind")),
            (1, &Place::row(8)),
        ]
    );
    assert!(
        found.report.refused[2].what.contains("sensor-fault"),
        "{:?}",
        found.report.refused[2]
    );
}
