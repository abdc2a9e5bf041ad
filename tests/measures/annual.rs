//! AADT by three methods, valid days, and what stands in for a gap.

use crate::table::{assert_near, between, brussels, calendar, cars, each_day, table, try_answer};
use straatbeeld::analysis::civil::civil_days;
use straatbeeld::analysis::daily::{DailyTotal, daily_totals};
use straatbeeld::analysis::hours::{Hours, prepare};
use straatbeeld::analysis::period::Days;
use straatbeeld::analysis::{Choice, SegmentCounts};
use straatbeeld::domain::{CivilDate, Mode, State};
use straatbeeld::query::answer::Annual;
use straatbeeld::table::CountRow;

fn annual(rows: &[CountRow], choice: &Choice) -> Annual {
    try_answer(rows, choice).unwrap().annual
}

/// 2025, every hour: 10 cars in every hour of Monday to Friday, 4 in the weekend; `line` may differ.
fn year(line: impl Fn(CivilDate, u8, f64) -> Option<f64>) -> Vec<CountRow> {
    each_day("2025-01-01", "2026-01-01", 0..24, |day, hour| {
        let usual = if day.weekday().index() < 5 { 10.0 } else { 4.0 };
        line(day, hour, usual).map(|cars| format!("car={cars}"))
    })
}

fn in_2025() -> Choice {
    between("2025-01-01", "2026-01-01")
}

#[test]
fn a_complete_year_has_one_average_by_all_methods_but_the_clock_changes() {
    // 261 days of 240 cars and 104 of 96, less the hour of 30 March and with that of 26 October, both Sundays
    // of 4 cars an hour: a mean of (261 · 240 + 104 · 96) / 365 = 198.97.
    let found = annual(&year(|_, _, usual| Some(usual)), &in_2025());
    let mean = (261.0 * 240.0 + 104.0 * 96.0) / 365.0;
    assert_near(found.fhwa.unwrap(), mean);
    assert_near(found.simple.unwrap(), mean);
    // AASHTO gives every month and weekday the same weight: 5/7 of 240 and 2/7 of 96, with the Sundays
    // of March (92 + 4 · 96) / 5 and of October (100 + 3 · 96) / 4.
    let sundays = (10.0 * 96.0 + (92.0 + 4.0 * 96.0) / 5.0 + (100.0 + 3.0 * 96.0) / 4.0) / 12.0;
    assert_near(found.aashto.unwrap(), (5.0 * 240.0 + 96.0 + sundays) / 7.0);
    assert_eq!(
        (found.valid_days, found.filled_days),
        (365, 1),
        "the second 2 o’clock of autumn"
    );
    assert_eq!((found.state, found.months.len()), (State::Measured, 12));
    assert_eq!((found.months[1].days, found.months[1].hours), (28, 672));
}

#[test]
fn days_without_their_peaks_pull_the_daily_sums_and_leave_the_hourly_method_alone() {
    // Ten cars an hour, a hundred from 7 to 9. On two days of five (by date) the peak is missing: such a day
    // is not valid, and no sum of it is taken.
    let usual = |hour: u8| if (7..9).contains(&hour) { 100.0 } else { 10.0 };
    let rows = year(|day, hour, _| {
        let is_lost = day.days() % 5 < 2 && (7..9).contains(&hour);
        (!is_lost).then(|| usual(hour))
    });
    let found = annual(&rows, &in_2025());
    assert_near(found.fhwa.unwrap(), 22.0 * 10.0 + 200.0);
    assert_eq!(found.valid_days, 219, "three days of five");
    assert_near(found.simple.unwrap(), 420.0 + (10.0 - 10.0) / 219.0);
}

#[test]
fn a_weekday_that_was_never_counted_at_an_hour_takes_its_like_and_is_estimated() {
    // No Tuesday of June knows 8 o'clock: the other working days say 30.
    let rows = year(
        |day, hour, usual| match (day.month(), day.weekday().index(), hour) {
            (6, 1, 8) => None,
            (6, 0..5, 8) => Some(30.0),
            _ => Some(usual),
        },
    );
    let found = annual(&rows, &in_2025());
    let june = found.months[5];
    assert_eq!((june.filled, june.state), (1, State::Estimated));
    // 21 working days of 230 + 30, 9 days of the weekend of 96.
    assert_near(june.madt.unwrap(), (21.0 * 260.0 + 9.0 * 96.0) / 30.0);
    assert_eq!(found.state, State::Estimated);
}

#[test]
fn less_than_a_year_or_less_than_a_day_is_no_aadt() {
    let rows = year(|_, _, usual| Some(usual));
    let short = annual(&rows, &between("2025-01-01", "2025-12-31"));
    assert_eq!((short.fhwa, short.aashto), (None, None));
    assert_near(
        short.simple.unwrap(),
        (260.0 * 240.0 + 104.0 * 96.0) / 364.0,
    );
    let daylight = year(|_, hour, usual| (6..20).contains(&hour).then_some(usual));
    let found = annual(&daylight, &in_2025());
    assert_eq!(
        (found.fhwa, found.simple, found.state),
        (None, None, State::Missing)
    );
    let no_august = year(|day, _, usual| (day.month() != 8).then_some(usual));
    let found = annual(&no_august, &in_2025());
    assert_eq!((found.fhwa, found.months[7].madt), (None, None));
    assert_eq!(found.aashto, None, "84 cells or none");
}

#[test]
fn the_interval_holds_the_figure_and_is_narrow_where_weeks_are_alike() {
    let rows = year(|day, _, usual| Some(usual + f64::from(day.days() % 3)));
    let found = annual(&rows, &in_2025());
    let (value, (low, high)) = (found.fhwa.unwrap(), found.interval.unwrap());
    assert!(low < value && value < high, "{low} {value} {high}");
    assert!(high - low < 0.1 * value);
    let wild = year(|day, _, usual| Some(usual * f64::from(1 + day.monday().days() % 4)));
    let found = annual(&wild, &in_2025());
    let (low, high) = found.interval.unwrap();
    assert!(high - low > 0.1 * found.fhwa.unwrap(), "{low} {high}");
}

fn days(rows: &[CountRow], start: &str, end: &str) -> Vec<DailyTotal> {
    let (table, calendar) = (table(rows), calendar());
    let counts = SegmentCounts::whole(&table, brussels(), &calendar);
    let list = prepare(&counts);
    let hours = Hours {
        table: &table,
        list: &list,
    };
    let days = Days {
        start: CivilDate::parse(start).unwrap(),
        end: CivilDate::parse(end).unwrap(),
    };
    daily_totals(hours, Mode::Car, &civil_days(brussels(), &calendar, days))
}

#[test]
fn a_day_may_lack_two_hours_that_follow_each_other_and_no_peak() {
    let gaps = |lost: &'static [u8]| {
        let rows = each_day("2025-05-05", "2025-05-20", 0..24, move |day, hour| {
            let is_lost = day.to_string() == "2025-05-12" && lost.contains(&hour);
            (!is_lost).then(|| "car=10".to_owned())
        });
        let found = days(&rows, "2025-05-05", "2025-05-20");
        let of_day = found
            .iter()
            .find(|d| d.date.to_string() == "2025-05-12")
            .copied();
        of_day.map(|d| (d.total, d.hours, d.filled, d.state))
    };
    assert_eq!(gaps(&[]), Some((240.0, 24, 0, State::Measured)));
    assert_eq!(gaps(&[2, 3]), Some((240.0, 22, 2, State::Estimated)));
    assert_eq!(gaps(&[2, 20]), None, "two gaps");
    assert_eq!(gaps(&[8]), None, "the morning peak");
    assert_eq!(gaps(&[1, 2, 3]), None, "three hours");
}

#[test]
fn a_filled_hour_follows_the_level_of_its_day() {
    // Mondays: 10 an hour, 30 at noon. The 12th has twice as much and lacks noon: 2 · 30 stand in.
    let rows = each_day("2025-04-28", "2025-05-27", 0..24, |day, hour| {
        let usual = if hour == 12 { 30.0 } else { 10.0 };
        let is_busy = day.to_string() == "2025-05-12";
        (!(is_busy && hour == 12))
            .then(|| format!("car={}", if is_busy { 2.0 * usual } else { usual }))
    });
    let found = days(&rows, "2025-04-28", "2025-05-27");
    let busy = found
        .iter()
        .find(|d| d.date.to_string() == "2025-05-12")
        .unwrap();
    assert_near(busy.total, 2.0 * (23.0 * 10.0 + 30.0));
    assert_eq!(busy.filled, 1);
}

#[test]
fn the_day_of_the_spring_change_is_whole_with_23_hours() {
    let rows = each_day("2025-03-24", "2025-04-06", 0..24, |_, _| {
        Some("car=1".to_owned())
    });
    let found = days(&rows, "2025-03-24", "2025-04-06");
    let change = found
        .iter()
        .find(|d| d.date.to_string() == "2025-03-30")
        .unwrap();
    assert_eq!((change.total, change.hours, change.filled), (23.0, 23, 0));
    assert_eq!(annual(&rows, &cars()).valid_days, 13);
}
