//! A gap is never a zero: where every counted hour has at least one passage, nothing that is told of
//! volumes is 0 – in no measure, in no chart's table, in no ledger.

use crate::table::{brussels, calendar, date, row, table};
use proptest::prelude::*;
use straatbeeld::analysis::{Choice, Period, SegmentCounts, counted};
use straatbeeld::chart::{Chart, ChartKind};
use straatbeeld::domain::{Mode, Names, Side, StreetId};
use straatbeeld::ledger::{About, ledger};
use straatbeeld::query::Figure;
use straatbeeld::query::ledger::{Ledger, LedgerCell, Unit};
use straatbeeld::table::CountRow;
use straatbeeld::text::{Language, Words};

/// Some hours of ten weeks, each with values from 1 to 300 of some modes and sides; others are missing or off.
fn hours() -> impl Strategy<Value = Vec<CountRow>> {
    let value = || prop::option::weighted(0.7, 1.0..300.0_f64);
    let hour = (
        0..70_i32,
        0..24_u8,
        value(),
        value(),
        value(),
        value(),
        0..20_u8,
    );
    prop::collection::vec(hour, 1..400).prop_map(|list| {
        list.into_iter()
            .map(|(day, hour, cars, bikes, left, right, uptime)| {
                let day = date("2025-01-06").plus_days(day);
                let up = if uptime == 0 {
                    0.0
                } else {
                    0.55 + f64::from(uptime) / 50.0
                };
                let mut row = row(&format!("{day} {hour:02} up={up}"));
                row.set_volume(Mode::Car, Side::Both, cars.filter(|_| uptime > 0));
                row.set_volume(Mode::Bike, Side::Both, bikes.filter(|_| uptime > 0));
                if let (Some(left), Some(right)) = (left, right) {
                    row.set_volume(Mode::Car, Side::Left, Some(left).filter(|_| uptime > 0));
                    row.set_volume(Mode::Car, Side::Right, Some(right).filter(|_| uptime > 0));
                }
                row
            })
            .collect()
    })
}

fn zeros(ledger: &Ledger) -> Vec<String> {
    let mut found = Vec::new();
    for result in &ledger.results {
        if result.unit == Unit::Passages && result.value == Some(0.0) {
            found.push(format!("{:?} {}", ledger.figure, result.key));
        }
    }
    for table in &ledger.tables {
        for row in &table.rows {
            for (cell, column) in row.iter().zip(&table.columns) {
                // Speeds are not made up here, the MAD of equal values is truly 0, and z may be.
                if *cell == LedgerCell::Number(0.0) && !["mad", "z"].contains(&column.as_str()) {
                    found.push(format!("{} {column} {row:?}", table.key));
                }
            }
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_gap_becomes_a_zero_in_a_measure_a_chart_or_a_ledger(rows in hours(), bike in any::<bool>()) {
        let (table, calendar) = (table(&rows), calendar());
        let counts = SegmentCounts::whole(&table, brussels(), &calendar);
        let choice = Choice {
            mode: if bike { Mode::Bike } else { Mode::Car },
            period: Period::All,
            limit_kmh: None,
            devices: Vec::new(),
            side_names: None,
        };
        let Ok(answer) = counted(&counts, &choice) else { return Ok(()) };
        let words = Words::new(Language::English);
        for kind in ChartKind::ALL {
            let Some(chart) = Chart::of(kind, &answer, &words) else { continue };
            for row in &chart.table.rows {
                for cell in &row.cells {
                    prop_assert!(cell != "0", "{kind:?}: {row:?}");
                }
            }
        }
        for figure in Figure::ALL {
            let about = About { street: StreetId("a".into()), names: Names::default(), files: Vec::new() };
            let ledger = ledger(&counts, &choice, figure, about).unwrap();
            prop_assert_eq!(zeros(&ledger), Vec::<String>::new());
            let account = &ledger.account;
            let left_out: u32 = account.left_out.iter().map(|left| left.hours).sum();
            prop_assert_eq!(account.hours, account.used + left_out + account.absent);
        }
    }
}

/// Each hour knows one mode and none knows both: the split has no hour, and its sum is no zero.
#[test]
fn modes_that_were_never_counted_together_have_no_sum() {
    let (mut cars, mut bikes) = (row("2025-01-06 07 up=0.9"), row("2025-01-06 08 up=0.9"));
    cars.set_volume(Mode::Car, Side::Both, Some(3.0));
    bikes.set_volume(Mode::Bike, Side::Both, Some(2.0));
    let (table, calendar) = (table(&[cars, bikes]), calendar());
    let counts = SegmentCounts::whole(&table, brussels(), &calendar);
    let choice = Choice {
        mode: Mode::Car,
        period: Period::All,
        limit_kmh: None,
        devices: Vec::new(),
        side_names: None,
    };
    let about = About {
        street: StreetId("a".into()),
        names: Names::default(),
        files: Vec::new(),
    };
    let ledger = ledger(&counts, &choice, Figure::Split, about).unwrap();
    assert_eq!(zeros(&ledger), Vec::<String>::new());
    let cells: Vec<&LedgerCell> = ledger.tables[0].rows.iter().map(|row| &row[1]).collect();
    assert_eq!(cells, [&LedgerCell::Missing, &LedgerCell::Missing]);
}
