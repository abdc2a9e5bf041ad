//! Months and their trend.

use crate::table::{answer, assert_near, between, cars, date, each_day};
use straatbeeld::analysis::{Choice, Period};
use straatbeeld::domain::{CivilDate, State, Weekday};
use straatbeeld::query::answer::{Change, Trend};
use straatbeeld::table::CountRow;

fn change(rows: &[CountRow]) -> Change {
    answer(rows, &cars()).change
}

fn is_weekend(day: CivilDate) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

fn values(change: &Change) -> Vec<Option<f64>> {
    change.months.iter().map(|month| month.value).collect()
}

#[test]
fn weekdays_weigh_as_often_as_they_occur_in_the_month() {
    // March 2025 has 21 days from Monday to Friday and 10 of the weekend; February 20 and 8.
    let all = each_day("2025-02-01", "2025-04-01", 8..9, |day, _| {
        Some(if is_weekend(day) { "car=40" } else { "car=100" }.into())
    });
    let march = (21.0 * 100.0 + 10.0 * 40.0) / 31.0;
    let february = (20.0 * 100.0 + 8.0 * 40.0) / 28.0;
    let found = values(&change(&all));
    assert_near(found[0].unwrap(), february);
    assert_near(found[1].unwrap(), march);
    // Half of the weekends without a sensor change nothing: a plain mean of days would rise.
    let gaps: Vec<CountRow> = all
        .iter()
        .filter(|row| {
            let day = CivilDate::from_days(i32::try_from(row.start.0 / 86_400_000).unwrap());
            !is_weekend(day) || day.days() % 14 < 7
        })
        .cloned()
        .collect();
    assert!(gaps.len() < all.len());
    let found = change(&gaps);
    assert_near(found.months[1].value.unwrap(), march);
    assert!(found.months[1].coverage < 1.0);
}

#[test]
fn a_month_that_lacks_a_weekday_has_no_value_and_is_no_zero() {
    let hours = each_day("2025-01-01", "2025-05-01", 8..10, |day, _| {
        let is_gap = day.month() == 2 || (day.month() == 3 && day.weekday() == Weekday::Sunday);
        (!is_gap).then(|| "car=10".into())
    });
    let change = change(&hours);
    assert_eq!(values(&change), [Some(20.0), None, None, Some(20.0)]);
    assert_eq!(change.hours_of_day, [8, 9]);
    let states: Vec<State> = change.months.iter().map(|month| month.state).collect();
    assert_eq!(
        states,
        [
            State::Measured,
            State::Missing,
            State::Missing,
            State::Measured
        ]
    );
    assert_eq!(change.months[1].coverage, 0.0);
    assert_eq!(change.months[1].month.to_string(), "2025-02-01");
    assert_eq!(change.trend, Trend::TooShort { months: 2 });
}

#[test]
fn months_are_compared_over_the_hours_that_all_have() {
    // By daylight: 9 to 15 in winter, 6 to 20 in June; an evening in June must not look like growth.
    let hours = each_day("2025-01-01", "2025-07-01", 6..20, |day, hour| {
        let is_light = if day.month() == 6 {
            true
        } else {
            (9..15).contains(&hour)
        };
        is_light.then(|| "car=10 hw=1".into())
    });
    let change = change(&hours);
    assert_eq!(change.hours_of_day, [9, 10, 11, 12, 13, 14]);
    assert_eq!(values(&change), [Some(60.0); 6]);
}

#[test]
fn a_sensor_around_the_clock_does_not_hide_the_years_of_daylight_before_it() {
    // 15 months with 8 hours, then 21 with 24.
    let hours = each_day("2022-01-01", "2025-01-01", 0..24, |day, hour| {
        let is_new = day >= date("2023-04-01");
        (is_new || (8..16).contains(&hour)).then(|| "car=10".into())
    });
    let change = change(&hours);
    assert_eq!(change.hours_of_day, [8, 9, 10, 11, 12, 13, 14, 15]);
    assert_eq!(values(&change), [Some(80.0); 36]);
    assert!(matches!(change.trend, Trend::Slope { months: 36, .. }));
}

#[test]
fn a_month_of_a_broken_sensor_does_not_shorten_the_day_of_all() {
    let hours = each_day("2024-01-01", "2025-01-01", 6..20, |day, hour| {
        (day.month() != 5 || hour == 12).then(|| "car=10".into())
    });
    let change = change(&hours);
    assert_eq!(change.hours_of_day.len(), 14);
    assert_eq!(change.months[4].value, None);
    assert_eq!(
        change.months.iter().filter(|m| m.value.is_some()).count(),
        11
    );
}

#[test]
fn a_month_that_is_cut_off_says_how_much_of_it_was_counted() {
    let hours = each_day("2025-03-22", "2025-04-01", 8..9, |_, _| {
        Some("car=10".into())
    });
    let month = change(&hours).months[0];
    assert_eq!(month.value, Some(10.0));
    assert_near(month.coverage, 10.0 / 31.0);
    assert_eq!(month.state, State::Partial);
    let week = each_day("2025-03-25", "2025-04-01", 8..9, |_, _| {
        Some("car=10".into())
    });
    let month = change(&week).months[0];
    assert_near(month.coverage, 7.0 / 31.0);
    assert_eq!((month.value, month.state), (None, State::Missing));
}

#[test]
fn growth_over_three_years_is_found_and_the_last_year_looks_back_at_all_of_them() {
    // 100 cars in the first year, 5 more each year, half as many again in winter.
    let hours = each_day("2022-01-01", "2025-01-01", 8..9, |day, _| {
        let season = if day.month() <= 3 { 1.5 } else { 1.0 };
        let cars = (100.0 + 5.0 * f64::from(day.year() - 2022)) * season;
        Some(format!("car={cars}"))
    });
    let choice = Choice {
        period: Period::LastYear,
        ..cars()
    };
    let found = answer(&hours, &choice);
    assert_eq!(found.start.to_string(), "2024-01-01");
    assert_eq!(found.change.months.len(), 36);
    let Trend::Slope {
        per_year,
        interval: (low, high),
        months,
    } = found.change.trend
    else {
        panic!("three years are enough");
    };
    assert_eq!(months, 36);
    // Median slope 5 a year (27 pairs of 36 have 5, the winter ones 7.5), median level 107.5.
    assert_near(per_year, 5.0 / 107.5);
    assert!(low <= per_year && per_year <= high);
    let year = answer(&hours, &between("2024-01-01", "2025-01-01")).change;
    assert_eq!(year.months.len(), 12, "a chosen period is kept");
    assert_eq!(year.trend, Trend::TooShort { months: 12 });
}

#[test]
fn a_month_in_which_a_weekday_lacks_hours_is_estimated_and_not_in_the_trend() {
    // Ten cars an hour from 6 to 20, thirty at 8. No Tuesday of February 2025 knows the hours that are lost:
    // the other working days stand in, and every day of the week has 13 · 10 + 30 = 160.
    let change = |lost: &'static [u8]| {
        let rows = each_day("2025-02-01", "2026-03-01", 6..20, move |day, hour| {
            let is_february = day < date("2025-03-01");
            let is_lost = is_february && day.weekday() == Weekday::Tuesday && lost.contains(&hour);
            (!is_lost).then(|| format!("car={}", if hour == 8 { 30 } else { 10 }))
        });
        answer(&rows, &cars()).change
    };
    // Six hours of fourteen: too many to compare the other twelve months without them.
    let found = change(&[7, 8, 9, 10, 11, 12]);
    assert_eq!(found.hours_of_day.len(), 14);
    assert_near(found.months[0].value.unwrap(), 160.0);
    assert_eq!(found.months[0].state, State::Estimated);
    assert!(
        found.months[1..]
            .iter()
            .all(|month| month.state == State::Measured)
    );
    assert_eq!(
        found.trend,
        Trend::TooShort { months: 12 },
        "without the estimated one"
    );
    // Ten of 98 cells are more than a tenth.
    let found = change(&[6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
    assert_eq!(
        (found.months[0].value, found.months[0].state),
        (None, State::Missing)
    );
    // A single hour is left out of all months instead.
    let found = change(&[8]);
    assert_eq!(
        (found.hours_of_day.len(), found.months[0].value),
        (13, Some(130.0))
    );
}
