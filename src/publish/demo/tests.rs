//! The town as a whole keeps its promises.

use super::*;
use crate::domain::{CivilDate, DayType, LocalHour, Mode, SensorGeneration, Side};
use crate::table::counts::CountRow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

fn demo() -> &'static Demonstration {
    static DEMO: OnceLock<Demonstration> = OnceLock::new();
    DEMO.get_or_init(|| generate(SEED))
}

fn table() -> &'static CountTable {
    &demo().town.counts[0].1
}

fn date(text: &str) -> CivilDate {
    CivilDate::parse(text).unwrap()
}

fn segment_of(street: &str) -> String {
    let truth = &demo().truth;
    let found = truth.segments.iter().find(|s| s.street == street).unwrap();
    found.segment.0.clone()
}

/// The rows of a street's first counter with their local hours.
fn rows_of(street: &str) -> Vec<(CountRow, LocalHour)> {
    let (zone, id) = (Zone::parse(ZONE).unwrap(), segment_of(street));
    let table = table();
    let index = table.segments.iter().position(|s| s.0 == id).unwrap();
    (0..table.len())
        .filter(|i| usize::try_from(table.segment[*i]).unwrap() == index)
        .map(|i| table.row(i).unwrap())
        .map(|row| (zone.local(row.start), row))
        .map(|(local, row)| (row, local))
        .collect()
}

/// Equal bit by bit, missing values included.
fn is_same(a: &CountTable, b: &CountTable) -> bool {
    // The text of a number is another one for every other bit.
    let rows = |table: &CountTable| -> Vec<String> {
        (0..table.len())
            .map(|i| format!("{:?}", table.row(i)))
            .collect()
    };
    a.segments == b.segments && rows(a) == rows(b)
}

#[test]
fn a_seed_gives_the_same_bytes_and_another_seed_other_ones() {
    let short = |seed| generate_until(seed, date("2024-03-01"), date("2024-05-31"));
    let (first, again, other) = (short(SEED), short(SEED), short(SEED + 1));
    let counts = |demo: &Demonstration| demo.town.counts[0].1.clone();
    assert!(counts(&first).len() > 40_000);
    assert!(is_same(&counts(&first), &counts(&again)));
    assert_eq!(first.town.extra[0].bytes, again.town.extra[0].bytes);
    assert!(!is_same(&counts(&first), &counts(&other)));
    assert_eq!(first.town.streets, other.town.streets);
}

#[test]
fn the_town_says_in_every_language_that_it_is_a_demonstration() {
    let town = &demo().town;
    assert!(town.town.is_demonstration);
    for language in ["nl", "fr", "en", "de"] {
        let name = town.town.names.in_language(language).to_lowercase();
        assert!(name.contains("monstrati"), "{language}: {name}");
        for dataset in &town.datasets {
            for text in [&dataset.title, &dataset.description] {
                assert!(text.by_language.contains_key(language), "{}", dataset.id);
            }
        }
    }
    let (_, counted) = demo().town.counts.first().map(|(id, t)| (id, t)).unwrap();
    assert_eq!(counted.segments.len(), 24);
    let municipalities: BTreeSet<&str> = town
        .streets
        .iter()
        .map(|s| s.municipality.as_str())
        .collect();
    assert_eq!(municipalities.len(), 3);
}

#[test]
fn sides_add_up_and_fine_bins_pair_up_to_coarse_ones() {
    let table = table();
    let mut with_speeds = 0_usize;
    for i in 0..table.len() {
        for mode in Mode::ALL {
            let [both, left, right] = Side::ALL.map(|side| table.volume(mode, side, i));
            let sum = left.zip(right).map(|(l, r)| l + r);
            assert_eq!(both, sum, "row {i} {mode:?}");
        }
        let Some(fine) = table.speed_5(i) else {
            assert_eq!(table.v85.get(i), None);
            assert_eq!(table.speed_10(i), None);
            continue;
        };
        with_speeds += 1;
        let coarse = table.speed_10(i).unwrap();
        for (bin, value) in coarse.iter().enumerate().take(7) {
            assert_eq!(*value, fine[2 * bin] + fine[2 * bin + 1], "row {i}");
        }
        let cars = table.volume(Mode::Car, Side::Both, i).unwrap();
        assert!((fine.iter().sum::<f64>() - cars).abs() < 1e-6, "row {i}");
        let v85 = table.v85.get(i).unwrap();
        assert_eq!((v85 * 2.0).fract(), 0.0, "row {i}: {v85}");
    }
    let share = with_speeds as f64 / table.len() as f64;
    assert!((0.3..0.7).contains(&share), "{share}");
}

#[test]
fn observed_counts_are_whole_and_an_hour_without_uptime_has_no_values() {
    let table = table();
    let (mut blank, mut low) = (0, 0);
    for i in 0..table.len() {
        let uptime = table.uptime.get(i).unwrap();
        assert!((0.0..=1.0).contains(&uptime));
        low += usize::from(uptime > 0.0 && uptime < 0.5);
        for mode in Mode::ALL {
            let value = table.volume(mode, Side::Left, i);
            if uptime == 0.0 {
                assert_eq!(value, None, "row {i}");
            } else if let Some(value) = value {
                let observed = value * uptime;
                assert!(
                    (observed - observed.round()).abs() < 1e-9,
                    "row {i}: {observed}"
                );
            }
        }
        if uptime == 0.0 {
            blank += 1;
            assert_eq!(table.speed_5(i), None);
        }
    }
    assert!(blank > 10_000 && low > 1000, "{blank} {low}");
}

#[test]
fn a_camera_of_the_first_generation_is_blind_in_the_dark() {
    let table = table();
    let mut seen = 0;
    for i in (0..table.len()).filter(|i| table.sensor(*i) == Some(SensorGeneration::V1)) {
        assert_eq!(table.volume(Mode::Night, Side::Both, i), None);
        let utc_hour = table.start[i].0.rem_euclid(86_400_000) / 3_600_000;
        if (22..24).contains(&utc_hour) || utc_hour < 2 {
            assert_eq!(table.uptime.get(i), Some(0.0), "row {i}");
        }
        seen += usize::from(table.volume(Mode::Car, Side::Both, i).is_some());
    }
    assert!(seen > 50_000, "{seen}");
}

#[test]
fn in_the_dark_a_second_generation_sensor_counts_without_classes() {
    let rows = rows_of("oostersteenweg");
    let at = |day: &str, hour: u8| {
        let found = rows
            .iter()
            .find(|(_, l)| l.date == date(day) && l.hour == hour);
        found.unwrap().0.clone()
    };
    let dark = at("2025-12-10", 20);
    assert_eq!(dark.volume(Mode::Car, Side::Both), Some(0.0));
    assert!(dark.volume(Mode::Night, Side::Both).unwrap() > 50.0);
    assert_eq!(dark.speed_5, None);
    let light = at("2025-06-11", 20);
    assert_eq!(light.volume(Mode::Night, Side::Both), Some(0.0));
    assert!(light.volume(Mode::Car, Side::Both).unwrap() > 50.0);
}

#[test]
fn days_of_a_clock_change_have_23_and_25_rows() {
    let rows = rows_of("stationsstraat");
    let mut days: BTreeMap<CivilDate, usize> = BTreeMap::new();
    for (_, local) in &rows {
        *days.entry(local.date).or_default() += 1;
    }
    for (day, hours) in [("2024-03-31", 23), ("2024-10-27", 25), ("2025-10-26", 25)] {
        assert_eq!(days.get(&date(day)), Some(&hours), "{day}");
    }
    assert_eq!(days.keys().next(), Some(&date("2023-11-01")));
    assert_eq!(days.keys().next_back(), Some(&date("2026-10-31")));
}

#[test]
fn outages_and_late_starts_leave_their_gaps() {
    let between = |street: &str, from: &str, to: &str| {
        let (from, to) = (date(from), date(to));
        let rows = rows_of(street);
        let inside = rows
            .into_iter()
            .filter(|(_, l)| l.date >= from && l.date < to);
        inside
            .map(|(row, _)| row.uptime.unwrap())
            .collect::<Vec<_>>()
    };
    assert!(between("dorpsstraat", "2025-06-02", "2025-09-01").is_empty());
    let zero = between("oostersteenweg", "2024-02-12", "2024-02-26");
    assert!(zero.len() > 300 && zero.iter().all(|u| *u == 0.0));
    let low = between("schoolstraat", "2026-06-08", "2026-06-19");
    assert!(low.len() > 200 && low.iter().all(|u| *u < 0.5));
    assert!(between("lindelaan", "2025-05-12", "2026-12-31").is_empty());
    assert!(between("kastanjelaan", "2023-01-01", "2025-05-14").is_empty());
    assert!(between("kolonienstraat", "2023-01-01", "2026-09-26").is_empty());
    let [moved] = demo().truth.moved_sensors.as_slice() else {
        panic!("one sensor moved");
    };
    assert_eq!(moved.from_segment.0, segment_of("lindelaan"));
    assert_eq!(moved.to_segment.0, segment_of("kastanjelaan"));
}

#[test]
fn what_the_officer_knows_is_true_and_told_in_four_languages() {
    let demo = demo();
    let events = &demo.town.calendar.events;
    let told: Vec<(&str, String, Option<String>)> = events
        .iter()
        .map(|event| {
            for language in ["nl", "fr", "en", "de"] {
                assert!(event.what.by_language.contains_key(language), "{event:?}");
            }
            let end = event.end.map(|end| end.to_string());
            (event.kind.name(), event.start.to_string(), end)
        })
        .collect();
    let at = |kind, start: &str, end: Option<&str>| (kind, start.into(), end.map(String::from));
    // The days of `changes.rs` and `counters.txt`.
    assert_eq!(
        told,
        [
            at("sensor-moved", "2024-09-02", None),
            at("sensor-moved", "2025-02-10", None),
            at("measure", "2025-03-17", None),
            at("road-works", "2025-06-02", Some("2025-09-01")),
            at("measure", "2025-09-01", None),
            at("sensor-fault", "2026-06-08", Some("2026-06-19")),
        ]
    );
    for (event, street) in events.iter().zip([
        "westersteenweg",
        "brugstraat",
        "noordkaai",
        "dorpsstraat",
        "campuslaan",
        "schoolstraat",
    ]) {
        let segment = event.segment.as_ref().unwrap();
        assert_eq!(segment.0, segment_of(street), "{event:?}");
    }
}

/// Mean of light hours (10–16 h) of working days without school holidays, over two periods of the same season.
fn change(street: &str, mode: Mode, before: (&str, &str), after: (&str, &str)) -> f64 {
    let rows = rows_of(street);
    let calendar = &demo().town.calendar;
    let mean = |(from, to): (&str, &str)| {
        let values: Vec<f64> = rows
            .iter()
            .filter(|(_, l)| l.date >= date(from) && l.date < date(to))
            .filter(|(_, l)| (10..16).contains(&l.hour))
            .filter(|(_, l)| calendar.day_type(l.date) == DayType::Working)
            .filter(|(_, l)| !calendar.is_school_holiday(l.date))
            .filter_map(|(row, _)| row.volume(mode, Side::Both))
            .collect();
        values.iter().sum::<f64>() / values.len() as f64
    };
    mean(after) / mean(before)
}

#[test]
fn the_effect_of_the_traffic_filter_can_be_found_again() {
    let (before, after) = (("2024-04-15", "2024-07-01"), ("2025-04-22", "2025-07-01"));
    for (street, mode, effect, tolerance) in [
        ("noordkaai", Mode::Car, 0.55, 0.03),
        ("noordkaai", Mode::Bike, 1.15 * 1.04, 0.15),
        ("schipperstraat", Mode::Car, 1.12, 0.05),
        ("schipperstraat", Mode::Bike, 1.03, 0.15),
        ("stationsstraat", Mode::Car, 0.97, 0.04),
    ] {
        let found = change(street, mode, before, after);
        assert!(
            (found - effect).abs() < tolerance,
            "{street} {mode:?}: {found}"
        );
    }
}

#[test]
fn the_effect_of_the_cycle_street_can_be_found_again() {
    let (before, after) = (("2024-09-01", "2024-10-28"), ("2025-09-01", "2025-10-27"));
    let cars = change("campuslaan", Mode::Car, before, after);
    assert!((cars - 0.9 * 0.99).abs() < 0.04, "{cars}");
    let bikes = change("campuslaan", Mode::Bike, before, after);
    assert!((bikes - 1.2 * 1.05).abs() < 0.15, "{bikes}");
    let v85 = |(from, to): (&str, &str)| {
        let mut pooled = [0.0; 25];
        for (row, local) in rows_of("campuslaan") {
            if local.date >= date(from) && local.date < date(to) {
                for (sum, cars) in pooled.iter_mut().zip(row.speed_5.unwrap_or_default()) {
                    *sum += cars;
                }
            }
        }
        speeds::published_v85(&pooled).unwrap()
    };
    let change = v85(after) - v85(before);
    assert!((change + 6.0).abs() <= 0.5, "{change}");
}

#[test]
fn the_working_day_has_the_level_that_the_truth_names() {
    // A working day of light summer hours: 6–21 h hold nearly all of it.
    let rows = rows_of("havenlaan");
    let calendar = &demo().town.calendar;
    let mut days: BTreeMap<CivilDate, f64> = BTreeMap::new();
    for (row, local) in &rows {
        let is_plain = calendar.day_type(local.date) == DayType::Working
            && !calendar.is_school_holiday(local.date);
        if is_plain && local.date >= date("2024-05-13") && local.date < date("2024-07-01") {
            let seen = [Mode::Car, Mode::Night].map(|m| row.volume(m, Side::Both).unwrap_or(0.0));
            *days.entry(local.date).or_default() += seen.iter().sum::<f64>();
        }
    }
    let mean = days.values().sum::<f64>() / days.len() as f64;
    assert!((mean / 6400.0 - 1.0).abs() < 0.06, "{mean}");
}

#[test]
fn the_town_file_of_the_demonstration_asks_for_its_usual_seed() {
    let text = include_str!("../../../towns/demo.toml");
    let plan = crate::publish::town_file::parse("towns/demo.toml", text).unwrap();
    assert!(matches!(
        plan,
        crate::publish::town_file::Plan::Demonstration { seed: SEED }
    ));
}

#[test]
fn the_trips_of_both_operators_lie_within_what_their_feeds_let_say() {
    let made = demo();
    assert_eq!(made.shared_truth.len(), 2);
    for truth in &made.shared_truth {
        let path = format!("shared/{}.json", truth.dataset);
        let file = made.town.extra.iter().find(|file| file.path == path);
        let report: serde_json::Value = serde_json::from_slice(&file.unwrap().bytes).unwrap();
        let bounds = &report["parts"][0]["departures"]["all"];
        let (low, high) = (
            bounds["low"].as_u64().unwrap(),
            bounds["high"].as_u64().unwrap(),
        );
        let trips = truth.trips_in_covered_time;
        assert!(
            (low..=high).contains(&trips),
            "{}: {low} {trips} {high}",
            truth.dataset
        );
        assert!(low * 3 > trips && high < trips * 3, "{low} {trips} {high}");
        assert!(truth.trips > trips && truth.trips_by_month.len() == 2);
        let coverage = report["parts"][0]["departures"]["coverage"]
            .as_f64()
            .unwrap();
        assert!((0.8..1.0).contains(&coverage), "{coverage}");
        for part in report["parts"][0]["municipalities"].as_array().unwrap() {
            assert!(part["name"] == "" || part["deployed_per_thousand"].as_f64().is_some());
        }
    }
    assert!(made.town.near.iter().any(|near| near.offers.len() == 2));
    assert_eq!(made.town.near.len(), made.town.streets.len());
    assert!(made.town.near.iter().any(|near| near.offers.is_empty()));
}
