//! Tables of hours written as text, one hour a line.
//!
//! `2025-03-03 07 car=40 up=0.9` is the hour from 7 o'clock in Brussels; `02b` is the second 2 o'clock
//! of an autumn night. Keys: `ped bike car heavy night` (both sides), `car<` and `car>` (left, right),
//! `up` (uptime), `hw` (1 or 2), `v85`, `f3` and `c3` (cars in fine or coarse bin 3).
//! Fine or coarse bins that are not named are 0 where one of them is.

use straatbeeld::analysis::{Choice, NoAnswer, Period, SegmentCounts, counted};
use straatbeeld::domain::time::CivilMeaning;
use straatbeeld::domain::{
    Calendar, CivilDate, Instant, Mode, SegmentId, SensorGeneration, Side, Zone,
};
use straatbeeld::query::answer::CountedAnswer;
use straatbeeld::table::{CountRow, CountTable, SPEED_BINS_5, SPEED_BINS_10};

pub fn brussels() -> Zone {
    Zone::parse("Europe/Brussels").unwrap()
}

pub fn date(text: &str) -> CivilDate {
    CivilDate::parse(text).unwrap()
}

/// The instant of an hour on the clock; `02b` is the later of two.
pub fn instant(day: &str, hour: &str) -> Instant {
    let number = hour.trim_end_matches('b').parse().unwrap();
    match brussels().meaning(date(day), number, 0) {
        CivilMeaning::Twice(_, t) if hour.ends_with('b') => t,
        CivilMeaning::Once(t) | CivilMeaning::Twice(t, _) => t,
        CivilMeaning::Gap => panic!("{day} has no {hour} o'clock"),
    }
}

pub fn row(line: &str) -> CountRow {
    let mut words = line.split_whitespace();
    let (day, hour) = (words.next().unwrap(), words.next().unwrap());
    let mut row = CountRow::empty(SegmentId("9000000001".into()), instant(day, hour));
    for word in words {
        let (key, value) = word.split_once('=').unwrap();
        let value: f64 = value.parse().unwrap();
        let (name, side) = match key.as_bytes().last() {
            Some(b'<') => (&key[..key.len() - 1], Side::Left),
            Some(b'>') => (&key[..key.len() - 1], Side::Right),
            _ => (key, Side::Both),
        };
        let mode = match name {
            "ped" => Mode::Pedestrian,
            "bike" => Mode::Bike,
            "car" => Mode::Car,
            "heavy" => Mode::Heavy,
            "night" => Mode::Night,
            "up" => {
                row.uptime = Some(value);
                continue;
            }
            "hw" => {
                let number = if value == 1.0 { 1 } else { 2 };
                row.sensor = SensorGeneration::from_number(number);
                continue;
            }
            "v85" => {
                row.v85 = Some(value);
                continue;
            }
            bin if bin.starts_with('f') => {
                let bins = row.speed_5.get_or_insert([0.0; SPEED_BINS_5]);
                bins[bin[1..].parse::<usize>().unwrap()] = value;
                continue;
            }
            bin if bin.starts_with('c') => {
                let bins = row.speed_10.get_or_insert([0.0; SPEED_BINS_10]);
                bins[bin[1..].parse::<usize>().unwrap()] = value;
                continue;
            }
            other => panic!("no key {other}"),
        };
        row.set_volume(mode, side, Some(value));
    }
    row
}

pub fn table(rows: &[CountRow]) -> CountTable {
    let mut table = CountTable::new();
    for row in rows {
        table.push(row);
    }
    table
}

pub fn rows(text: &str) -> Vec<CountRow> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(row)
        .collect()
}

/// Every day from `start` to before `end`, with one line per hour of `hours` that the clock has;
/// `line` gives what follows day and hour.
pub fn each_day(
    start: &str,
    end: &str,
    hours: std::ops::Range<u8>,
    line: impl Fn(CivilDate, u8) -> Option<String>,
) -> Vec<CountRow> {
    let mut all = Vec::new();
    let mut day = date(start);
    while day < date(end) {
        for hour in hours.clone() {
            let is_skipped = brussels().meaning(day, hour, 0) == CivilMeaning::Gap;
            if let Some(rest) = line(day, hour).filter(|_| !is_skipped) {
                all.push(row(&format!("{day} {hour:02} {rest}")));
            }
        }
        day = day.plus_days(1);
    }
    all
}

/// A choice of cars over all that was counted.
pub fn cars() -> Choice {
    Choice {
        mode: Mode::Car,
        period: Period::All,
        limit_kmh: Some(30.0),
        devices: Vec::new(),
        side_names: None,
    }
}

pub fn between(start: &str, end: &str) -> Choice {
    Choice {
        period: Period::Between {
            start: date(start),
            end: date(end),
        },
        ..cars()
    }
}

/// 2025's Belgian holidays that the tables touch.
pub fn calendar() -> Calendar {
    let mut calendar = Calendar::default();
    for (day, name) in [
        ("2025-04-21", "Paasmaandag"),
        ("2025-05-01", "Dag van de Arbeid"),
    ] {
        calendar.public_holidays.insert(date(day), name.into());
    }
    calendar
}

pub fn try_answer(rows: &[CountRow], choice: &Choice) -> Result<CountedAnswer, NoAnswer> {
    let (table, calendar) = (table(rows), calendar());
    counted(&SegmentCounts::whole(&table, brussels(), &calendar), choice)
}

pub fn answer(rows: &[CountRow], choice: &Choice) -> CountedAnswer {
    try_answer(rows, choice).unwrap()
}

#[track_caller]
pub fn assert_near(found: f64, expected: f64) {
    assert!(
        (found - expected).abs() <= 1e-9 * expected.abs().max(1.0),
        "{found} is not {expected}"
    );
}
