//! Every ledger in words: nothing without a message, sums that add up, digits that give the number back.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "measures/table.rs"]
#[allow(dead_code)]
mod table;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::OnceLock;
use straatbeeld::analysis::{Choice, Period, SegmentCounts, whole_hours};
use straatbeeld::domain::{CivilDate, Mode, Names, Side, StreetId};
use straatbeeld::ledger::About;
use straatbeeld::query::answer::SourceLine;
use straatbeeld::query::ledger::{Figure, Ledger, LedgerCell, LedgerFile};
use straatbeeld::table::{CountRow, CountTable};
use straatbeeld::text::ledger::{LedgerText, TableText, ledger as in_words};
use straatbeeld::text::{Language, Words};
use table::{brussels, calendar, cars, each_day, row, table as table_of};

fn file() -> LedgerFile {
    let names = |text: &str| Names {
        by_language: [("und".to_owned(), text.to_owned())].into(),
        ..Names::default()
    };
    LedgerFile {
        source: SourceLine {
            dataset: "counts".into(),
            title: names("Tellingen"),
            publisher: "Telraam".into(),
            license: "CC BY 4.0".into(),
            license_url: "https://creativecommons.org/licenses/by/4.0/".into(),
            path: "counts/counts.parquet".into(),
            sha256: "ab".repeat(32),
            rows: 3,
            device: None,
        },
        bytes: 1_234_567,
        first_row: 1000,
        last_row: 18_519,
        steps: vec!["3 files read".into()],
    }
}

fn ledger_of(rows: &[CountRow], choice: &Choice, figure: Figure) -> Ledger {
    let parts: CountTable = table_of(rows);
    let (hours, calendar) = (whole_hours(&parts), calendar());
    let counts = SegmentCounts::of_parts(&hours, &parts, brussels(), &calendar);
    let about = About {
        street: StreetId("kerkstraat".into()),
        names: Names {
            by_language: [("nl".to_owned(), "Kerkstraat".to_owned())].into(),
            ..Names::default()
        },
        files: vec![file()],
    };
    straatbeeld::ledger::ledger(&counts, choice, figure, about).unwrap()
}

/// Two years and a half of hours with gaps, all modes, directions and speeds.
fn rich() -> Vec<CountRow> {
    let mut rows = each_day("2023-01-02", "2025-07-01", 0..24, |day, hour| {
        let n = u32::try_from(day.days()).unwrap() % 13 + u32::from(hour) * 3 + 10;
        match n % 29 {
            0 => None,
            1 => Some(format!("car={n} up=0")),
            2 => Some(format!("car={n} up=0.3")),
            3 => Some(format!("bike={n}")),
            4 if hour == 12 => Some(format!("car=900 bike=3 ped=1 heavy=1 f5={n}")),
            _ => Some(format!(
                "car={n}.5 car<={n} car>=0.5 bike={} ped={} heavy=2 night=1 v85=34.5 f4={n} f6={n} f8=3 up=0.95",
                n / 2,
                n / 5
            )),
        }
    });
    for row in &mut rows {
        if let Some(bins) = row.speed_5 {
            row.speed_5_sides = [Some(bins), Some(bins)];
        }
    }
    rows
}

/// A day of quarters, for which there is a PHF, and nothing that takes a year.
fn quarters() -> Vec<CountRow> {
    let mut rows = each_day(
        "2025-03-03",
        "2025-03-29",
        0..24,
        |_, _| Some(String::new()),
    );
    let hours = std::mem::take(&mut rows);
    for hour in hours {
        for quarter in 0..4_i64 {
            let mut part = hour.clone();
            part.start = part.start.plus_ms(quarter * 900_000);
            part.minutes = 15;
            part.set_volume(Mode::Car, Side::Both, Some(10.0 + quarter as f64));
            rows.push(part);
        }
    }
    rows
}

fn means() -> Vec<CountRow> {
    let mut hour = row("2025-03-10 08 car=300");
    hour.mean_kmh = Some(40.25);
    vec![hour]
}

fn bikes() -> Vec<CountRow> {
    let mut hour = row("2025-03-10 08 bike=100");
    let mut bins = [0.0; 25];
    (bins[3], bins[4]) = (50.0, 50.0);
    hour.bike_speed_5 = Some(bins);
    vec![hour]
}

/// Computed once: the first eight are of the rich sample.
fn all() -> &'static [Ledger] {
    static ALL: OnceLock<Vec<Ledger>> = OnceLock::new();
    ALL.get_or_init(make_all)
}

fn make_all() -> Vec<Ledger> {
    let named = Choice {
        side_names: Some(("naar Gent".into(), "naar Brugge".into())),
        period: Period::LastYear,
        ..cars()
    };
    let bike = Choice {
        mode: Mode::Bike,
        limit_kmh: None,
        ..cars()
    };
    let mut all = Vec::new();
    let every = Figure::ALL.as_slice();
    for (rows, choice, figures) in [
        (rich(), cars(), every),
        (rich(), named, &[Figure::Directions, Figure::Speeds]),
        (quarters(), cars(), every),
        (means(), cars(), every),
        (bikes(), bike, every),
    ] {
        for figure in figures.iter().copied() {
            all.push(ledger_of(&rows, &choice, figure));
        }
    }
    all
}

fn texts(said: &LedgerText) -> Vec<String> {
    let mut all = vec![
        said.title.clone(),
        said.about.clone(),
        said.how.clone(),
        said.holidays.clone(),
        said.letters.clone(),
        said.method.clone(),
        said.statement.clone(),
    ];
    all.extend(said.remarks.iter().chain(&said.account).cloned());
    for table in std::iter::once(&said.results).chain(&said.tables) {
        all.push(table.caption.clone());
        all.extend(table.columns.iter().cloned());
        all.extend(table.rows.iter().flatten().flatten().cloned());
    }
    for file in &said.files {
        all.push(file.steps_title.clone());
        all.extend(file.facts.iter().map(|fact| fact.label.clone()));
    }
    all
}

#[test]
fn every_ledger_has_a_word_for_all_that_it_holds() {
    let mut keys = BTreeSet::new();
    for ledger in all() {
        keys.extend(ledger.results.iter().map(|one| one.key.clone()));
        for language in Language::ALL {
            let said = in_words(ledger, &Words::new(language));
            for text in texts(&said) {
                assert!(
                    !text.contains('[') && !text.contains("{$"),
                    "{:?} in {}: {text}",
                    ledger.figure,
                    language.tag()
                );
            }
            assert!(!said.how.is_empty() && !said.formula.is_empty());
            for table in std::iter::once(&said.results).chain(&said.tables) {
                for row in &table.rows {
                    assert_eq!(row.len(), table.columns.len(), "{}", table.caption);
                    assert!(row[0].is_some(), "a row without a name: {}", table.caption);
                }
            }
        }
    }
    // The samples reach what only some sources have.
    for key in [
        "phf",
        "slope-low",
        "mean-of-means",
        "fhwa-high",
        "d",
        "share:heavy",
        "above-10",
    ] {
        assert!(keys.contains(key), "no sample has {key}");
    }
}

#[test]
fn where_nothing_can_be_computed_the_ledger_says_so() {
    let rows = [row("2025-03-10 08 car=300")];
    let ledger = ledger_of(&rows, &cars(), Figure::Speeds);
    assert!(ledger.results.is_empty() && ledger.sql.is_empty());
    let said = in_words(&ledger, &Words::new(Language::English));
    assert_eq!(said.remarks.len(), 1);
    assert!(said.remarks[0].starts_with("There is no figure"));
    assert!(said.statement.is_empty());
}

#[test]
fn the_hours_of_an_account_add_up_as_they_are_printed() {
    for ledger in all() {
        for language in Language::ALL {
            let said = in_words(ledger, &Words::new(language));
            let (parts, sum) = said.account_sum.split_once(" = ").unwrap();
            let read = |text: &str| {
                text.replace(['.', ',', '\u{202f}'], "")
                    .parse::<u32>()
                    .unwrap()
            };
            let total: u32 = parts.split(" + ").map(read).sum();
            assert_eq!(total, read(sum));
            assert_eq!(total, ledger.account.hours);
            // Each number of the sum is said in a sentence as well.
            let sentences = said.account.join(" ");
            for part in parts.split(" + ") {
                assert!(sentences.contains(part), "{part} is not in: {sentences}");
            }
        }
    }
}

#[test]
fn all_digits_give_the_number_back() {
    let mut count = 0;
    for ledger in all() {
        for language in Language::ALL {
            let decimal = language.number_style().decimal;
            let said = in_words(ledger, &Words::new(language));
            for (row, result) in said.results.rows.iter().zip(&ledger.results) {
                let back = row[2].as_ref().map(|text| {
                    let plain = text.replace('−', "-").replace(decimal, ".");
                    plain.parse::<f64>().unwrap()
                });
                assert_eq!(back, result.value, "{}", result.key);
                assert_eq!(row[1].is_some(), result.value.is_some());
                count += u32::from(back.is_some());
            }
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn what_is_missing_has_no_text_and_a_zero_has_one() {
    let mut missing = 0;
    for ledger in all() {
        let said = in_words(ledger, &Words::new(Language::English));
        let tables = ledger.tables.iter().filter(|table| !table.rows.is_empty());
        for (table, text) in tables.zip(&said.tables) {
            for (row, texts) in table.rows.iter().zip(&text.rows) {
                for (cell, text) in row.iter().zip(texts) {
                    assert_eq!(*cell == LedgerCell::Missing, text.is_none());
                    missing += u32::from(text.is_none());
                }
            }
        }
    }
    assert!(missing > 0);
    let zero = Ledger {
        results: vec![straatbeeld::query::ledger::LedgerResult {
            key: "above".into(),
            value: Some(0.0),
            unit: straatbeeld::query::ledger::Unit::Share,
            origin: straatbeeld::query::ledger::Origin::Sql,
        }],
        ..ledger_of(&bikes(), &cars_of_a_day(), Figure::Speeds)
    };
    let said = in_words(&zero, &Words::new(Language::English));
    assert_eq!(said.results.rows[0][1].as_deref(), Some("0.0%"));
    assert_eq!(said.results.rows[0][2].as_deref(), Some("0"));
}

fn cars_of_a_day() -> Choice {
    let day = CivilDate::parse("2025-03-10").unwrap();
    Choice {
        period: Period::Between {
            start: day,
            end: day.plus_days(1),
        },
        ..cars()
    }
}

fn print(out: &mut String, table: &TableText) {
    writeln!(out, "| {}\n| {}", table.caption, table.columns.join(" | ")).unwrap();
    for row in table.rows.iter().take(3) {
        let cells: Vec<&str> = row
            .iter()
            .map(|cell| cell.as_deref().unwrap_or("—"))
            .collect();
        writeln!(out, "| {}", cells.join(" | ")).unwrap();
    }
}

/// To be read by people: is every sentence true and plain?
#[test]
fn the_words_of_every_figure() {
    let (ledgers, _) = all().split_at(8);
    let mean = ledger_of(&means(), &cars(), Figure::Speeds);
    for language in Language::ALL {
        let words = Words::new(language);
        let mut out = String::new();
        for ledger in ledgers.iter().chain([&mean]) {
            let said = in_words(ledger, &words);
            writeln!(out, "=== {}\n{}\n{}", said.title, said.about, said.how).unwrap();
            print(&mut out, &said.results);
            for line in said.remarks.iter().chain(&said.account) {
                writeln!(out, "{line}").unwrap();
            }
            writeln!(out, "{}\n{}", said.account_sum, said.holidays).unwrap();
            for line in &said.formula {
                writeln!(out, "  {line}").unwrap();
            }
            writeln!(out, "{}\n{}", said.letters, said.method).unwrap();
            for table in &said.tables {
                print(&mut out, table);
            }
        }
        let said = in_words(&ledgers[0], &words);
        for file in &said.files {
            writeln!(out, "=== {}", file.path).unwrap();
            for fact in &file.facts {
                writeln!(out, "{}: {} {:?}", fact.label, fact.value, fact.link).unwrap();
            }
            writeln!(out, "{}: {:?}", file.steps_title, file.steps).unwrap();
        }
        writeln!(out, "{}", said.statement).unwrap();
        insta::assert_snapshot!(
            format!("ledger_{}", language.tag()),
            out.replace('\u{a0}', " ")
        );
    }
}
