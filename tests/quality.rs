//! The quality rules Q3 to Q6 over counts as they are really published. What is expected was found by a
//! program of its own (Python, with its own zone database and medians), run over the raw files.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use straatbeeld::domain::{Calendar, CivilDate, Instant, Mode, Side, Zone};
use straatbeeld::quality::level_shift::holiday_edges;
use straatbeeld::quality::{Rule, Series, Suspicion, examine, low_uptime};
use straatbeeld::read::calendar_csv::{self, CalendarColumns};
use straatbeeld::read::duplicates::join;
use straatbeeld::read::{telraam_csv, telraam_json, telraam_parquet};
use straatbeeld::table::CountTable;

/// A folder of published data, where it is there.
fn shared(folder: &str) -> Option<PathBuf> {
    let root = std::env::var_os("STRAATBEELD_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let path = root.join("data").join(folder);
    if path.is_dir() {
        return Some(path);
    }
    eprintln!("skipped: {} is not there", path.display());
    None
}

fn zone(name: &str) -> Zone {
    Zone::parse(name).unwrap()
}

/// The hours of one segment and mode, and what was found in them.
struct Examined {
    segment: String,
    mode: Mode,
    start: Vec<Instant>,
    value: Vec<Option<f64>>,
    found: Vec<Suspicion>,
}

/// Every segment and mode of a table of hours; what is left out by Q1 and Q2 has no value.
fn examine_all(table: &CountTable, zone: Zone, events: &[CivilDate]) -> Vec<Examined> {
    let table = table.sorted();
    let mut all = Vec::new();
    for rows in table.runs() {
        let start: Vec<Instant> = rows.clone().map(|i| table.start[i]).collect();
        let local: Vec<_> = start.iter().map(|t| zone.local(*t)).collect();
        let date: Vec<CivilDate> = local.iter().map(|l| l.date).collect();
        let hour: Vec<u8> = local.iter().map(|l| l.hour).collect();
        for mode in Mode::CLASSED {
            let value: Vec<Option<f64>> = rows
                .clone()
                .map(|i| {
                    table
                        .volume(mode, Side::Both, i)
                        .filter(|_| !low_uptime::is_excluded(table.uptime.get(i), table.sensor(i)))
                })
                .collect();
            let series = Series {
                start: &start,
                date: &date,
                hour: &hour,
                value: &value,
            };
            let found = examine(&series, events);
            let segment = table.segments[table.segment[rows.start] as usize].0.clone();
            for s in &found {
                println!(
                    "{segment} {} {} {} to {}: {} (usually {:?})",
                    mode.name(),
                    s.rule.id(),
                    start[s.first],
                    start[s.last],
                    s.value,
                    s.typical
                );
            }
            all.push(Examined {
                segment,
                mode,
                start: start.clone(),
                value,
                found,
            });
        }
    }
    all
}

/// How often each rule speaks up, by mode.
fn tally(all: &[Examined]) -> BTreeMap<(&'static str, Mode), usize> {
    let mut tally = BTreeMap::new();
    for one in all {
        for s in &one.found {
            *tally.entry((s.rule.id(), one.mode)).or_default() += 1;
        }
    }
    tally
}

/// Segment, mode, first and last hour of what one rule found.
fn told(all: &[Examined], rule: Rule) -> Vec<String> {
    let mut lines: Vec<String> = all
        .iter()
        .flat_map(|one| one.found.iter().map(move |s| (one, s)))
        .filter(|(_, s)| s.rule == rule)
        .map(|(one, s)| {
            let (from, to) = (one.start[s.first], one.start[s.last]);
            format!("{} {} {from} {to}", one.segment, one.mode.name())
        })
        .collect();
    lines.sort();
    lines
}

fn karlsruhe() -> Option<CountTable> {
    let root = shared("karlsruhe-telraam")?;
    let pattern = format!("{}/device_*/hourly/*.json.gz", root.display());
    let mut files: Vec<PathBuf> = glob::glob(&pattern).unwrap().map(Result::unwrap).collect();
    files.sort();
    let read = |path: &PathBuf| {
        let mut bytes = Vec::new();
        flate2::read::MultiGzDecoder::new(std::fs::read(path).unwrap().as_slice())
            .read_to_end(&mut bytes)
            .unwrap();
        telraam_json::read(&path.display().to_string(), &bytes).unwrap()
    };
    Some(join(files.iter().map(read).collect()).table)
}

#[test]
fn a_sensor_of_karlsruhe_that_was_up_and_saw_nothing_for_nine_days_is_found() {
    let Some(table) = karlsruhe() else { return };
    let all = examine_all(&table, zone("Europe/Berlin"), &[]);
    let expected = [
        "9000008311 bike 2026-07-10T12:00:00Z 2026-07-19T13:00:00Z",
        "9000008311 bike 2026-07-30T08:00:00Z 2026-07-31T14:00:00Z",
        "9000008311 car 2026-07-10T12:00:00Z 2026-07-19T10:00:00Z",
        "9000008311 car 2026-07-30T08:00:00Z 2026-07-31T14:00:00Z",
        "9000008311 heavy 2026-07-10T12:00:00Z 2026-07-15T17:00:00Z",
        "9000008311 heavy 2026-07-16T05:00:00Z 2026-07-16T11:00:00Z",
        "9000008311 heavy 2026-07-16T13:00:00Z 2026-07-19T10:00:00Z",
        "9000008311 heavy 2026-07-30T08:00:00Z 2026-07-31T06:00:00Z",
        "9000008311 heavy 2026-07-31T09:00:00Z 2026-07-31T14:00:00Z",
        "9000008311 pedestrian 2026-07-10T12:00:00Z 2026-07-19T13:00:00Z",
        "9000008311 pedestrian 2026-07-30T09:00:00Z 2026-08-01T07:00:00Z",
    ];
    assert_eq!(told(&all, Rule::Q3ZeroRun), expected);
    let tally = tally(&all);
    for (key, expected) in [
        (("Q4", Mode::Heavy), None),
        (("Q5", Mode::Car), Some(1)),
        (("Q5", Mode::Bike), Some(1)),
        (("Q5", Mode::Heavy), Some(1)),
        (("Q5", Mode::Pedestrian), Some(1)),
        (("Q6", Mode::Car), Some(10)),
        (("Q6", Mode::Bike), Some(10)),
        (("Q6", Mode::Heavy), Some(12)),
        (("Q6", Mode::Pedestrian), Some(6)),
    ] {
        assert_eq!(tally.get(&key).copied(), expected, "{key:?}");
    }
}

/// 8,213 hours of Karlsruhe have an uptime of 0: missing, so no run begins or ends with one of them,
/// and each run rests on six hours that were really counted.
#[test]
fn hours_of_karlsruhe_without_uptime_are_never_zero_runs() {
    let Some(table) = karlsruhe() else { return };
    let off = (0..table.len()).filter(|i| table.uptime.get(*i) == Some(0.0));
    assert!(off.count() > 7_000);
    let mut runs = 0;
    for one in examine_all(&table, zone("Europe/Berlin"), &[]) {
        for s in one.found.iter().filter(|s| s.rule == Rule::Q3ZeroRun) {
            runs += 1;
            let hours = &one.value[s.first..=s.last];
            let zeros = hours.iter().filter(|v| **v == Some(0.0)).count();
            let others = hours.iter().flatten().filter(|v| **v != 0.0).count();
            assert!(zeros >= 6 && others == 0, "{} {s:?}", one.segment);
            assert_eq!(
                (one.value[s.first], one.value[s.last]),
                (Some(0.0), Some(0.0))
            );
        }
    }
    assert_eq!(runs, 11);
}

#[test]
fn two_streets_of_kortrijk_have_no_outage_and_the_holidays_explain_christmas() {
    let Some(root) = shared("kortrijk-telraam") else {
        return;
    };
    let name = "traffic_two_streets_raw.csv";
    let read = |name: &str| std::fs::read(root.join(name)).unwrap();
    let table = telraam_csv::read(name, &read(name), None).unwrap().table;
    let name = "school_vacations.csv";
    let holidays = calendar_csv::read(name, &read(name), &CalendarColumns::default()).unwrap();
    let calendar = Calendar {
        school_holidays: holidays.days,
        ..Calendar::default()
    };
    let zone = zone("Europe/Brussels");
    let plain = examine_all(&table, zone, &[]);
    let tally = tally(&plain);
    assert_eq!(
        tally.into_iter().collect::<Vec<_>>(),
        [
            (("Q5", Mode::Bike), 3),
            (("Q5", Mode::Heavy), 1),
            (("Q6", Mode::Pedestrian), 6),
            (("Q6", Mode::Car), 2),
        ]
    );
    assert_eq!(told(&plain, Rule::Q3ZeroRun), [""; 0]);
    let explained = examine_all(&table, zone, &holiday_edges(&calendar));
    // What remains is one street where nearly nobody walked, then a hundred a day, then few again.
    assert_eq!(
        told(&explained, Rule::Q6LevelShift),
        [
            "9000009940 pedestrian 2025-11-25T23:00:00Z 2025-11-26T22:00:00Z",
            "9000009940 pedestrian 2025-12-07T23:00:00Z 2025-12-08T22:00:00Z",
        ]
    );
}

#[test]
fn stuck_and_silent_sensors_of_berlin_are_found() {
    let Some(root) = shared("berlin-zaehlt-mobilitaet") else {
        return;
    };
    let file = "traffic_df_2024_10-2024_12.parquet";
    let bytes = std::fs::read(root.join(file)).unwrap();
    let zone = zone("Europe/Berlin");
    let table = telraam_parquet::read(file, &bytes, Some(zone)).unwrap();
    let all = examine_all(&join(vec![table]).table, zone, &[]);
    let expected = [
        "9000003760 heavy 2024-10-11T07:00:00Z 2024-10-11T11:00:00Z",
        "9000004129 heavy 2024-12-02T08:00:00Z 2024-12-02T13:00:00Z",
        "9000004381 car 2024-10-13T11:00:00Z 2024-10-13T14:00:00Z",
        "9000005720 heavy 2024-11-16T10:00:00Z 2024-11-16T13:00:00Z",
        "9000005909 heavy 2024-12-18T10:00:00Z 2024-12-18T14:00:00Z",
        "9000006667 heavy 2024-10-01T07:00:00Z 2024-10-01T10:00:00Z",
    ];
    assert_eq!(told(&all, Rule::Q4Stuck), expected);
    let silent = told(&all, Rule::Q3ZeroRun);
    for expected in [
        "9000006276 bike 2024-11-27T09:00:00Z 2024-11-28T09:00:00Z",
        "9000006276 car 2024-11-27T09:00:00Z 2024-11-28T09:00:00Z",
        "9000003561 car 2024-12-25T08:00:00Z 2024-12-31T13:00:00Z",
    ] {
        assert!(silent.iter().any(|line| line == expected), "{expected}");
    }
    let tally = tally(&all);
    for (rule, by_mode) in [
        ("Q3", [4, 3, 5, 11]),
        ("Q5", [8, 9, 1, 11]),
        ("Q6", [118, 90, 64, 135]),
    ] {
        for (mode, expected) in Mode::CLASSED.into_iter().zip(by_mode) {
            let found = tally.get(&(rule, mode)).copied();
            assert_eq!(found, Some(expected), "{rule} {mode:?}");
        }
    }
}

/// Seven years of one street, 61,362 hours: a rule that took quadratic time would be noticed here.
#[test]
fn seven_years_of_a_street_with_one_fault_give_one_suspicion() {
    let zone = zone("Europe/Brussels");
    let first = Instant::parse("2019-01-01T00:00:00Z").unwrap();
    let start: Vec<Instant> = (0..7 * 8_766)
        .map(|h| first.plus_ms(h * 3_600_000))
        .collect();
    let local: Vec<_> = start.iter().map(|t| zone.local(*t)).collect();
    let date: Vec<CivilDate> = local.iter().map(|l| l.date).collect();
    let hour: Vec<u8> = local.iter().map(|l| l.hour).collect();
    // A rhythm of 11 hours against one of 24: no hour repeats, and nothing stands out.
    let mut value: Vec<Option<f64>> = (0..start.len())
        .map(|i| Some(50.0 + (i % 11) as f64 * 3.0))
        .collect();
    value[40_000] = Some(900.0);
    let series = Series {
        start: &start,
        date: &date,
        hour: &hour,
        value: &value,
    };
    let found = examine(&series, &[]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].first, found[0].last), (40_000, 40_000));
    // The eleven values, 50 to 80, fall on each hour of the week about equally often.
    assert!((found[0].typical.unwrap() - 65.0).abs() <= 3.0);
    let sent = postcard::to_allocvec(&found).unwrap();
    let arrived: Vec<Suspicion> = postcard::from_bytes(&sent).unwrap();
    assert_eq!(arrived, found, "as answers travel");
}
