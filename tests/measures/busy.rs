//! The mean day by day type, and its interval.

use crate::table::{answer, assert_near, cars, each_day, row, rows};
use straatbeeld::analysis::Choice;
use straatbeeld::domain::{CivilDate, DayType, Estimate, Mode, State};
use straatbeeld::query::answer::Busy;
use straatbeeld::table::CountRow;

fn busy(rows: &[CountRow]) -> Busy {
    answer(rows, &cars()).busy
}

fn total(busy: &Busy, day_type: DayType) -> Option<Estimate> {
    busy.by_day_type[day_type.index()].total
}

/// Monday 3 March 2025 and the weeks after it.
fn week(day: CivilDate) -> i32 {
    (day.days() - crate::table::date("2025-03-03").days()) / 7
}

#[test]
fn a_day_with_gaps_still_counts_hour_by_hour() {
    // Three working days at 8 and 9 o'clock, of which one 9 o'clock is missing:
    // (10 + 20 + 30) / 3 + (100 + 200) / 2 = 170, where daily sums would give (110 + 220 + 30) / 3 = 120.
    let hours = rows(
        "2025-03-03 08 car=10
         2025-03-03 09 car=100
         2025-03-04 08 car=20
         2025-03-04 09 car=200
         2025-03-05 08 car=30
         2025-03-06 08 car=5 up=0
         2025-03-06 09 car=150",
    );
    let busy = busy(&hours);
    assert_eq!(busy.hours_of_day, [8, 9]);
    let working = total(&busy, DayType::Working).unwrap();
    assert_near(working.value, 20.0 + 150.0);
    assert_eq!(working.hours, 6);
    assert_near(working.coverage, 6.0 / 8.0);
    assert_eq!(working.state, State::Measured);
    assert_eq!(working.interval, None, "one week has no spread");
    assert_eq!(total(&busy, DayType::Saturday), None);
    assert_eq!(busy.peak.map(|p| (p.hour, p.mean)), Some((9, 150.0)));
    assert_eq!(busy.night_per_working_day, None);
}

#[test]
fn an_hour_known_from_too_few_working_days_does_not_enter() {
    // Four weeks of working days at 8; at 21 three values (enough, one in ten), at 22 two (too few).
    let mut hours = each_day("2025-03-03", "2025-03-31", 8..9, |_, _| {
        Some("car=10".into())
    });
    for day in ["2025-03-03", "2025-03-04", "2025-03-05"] {
        hours.push(row(&format!("{day} 21 car=4")));
    }
    hours.push(row("2025-03-03 22 car=4"));
    hours.push(row("2025-03-04 22 car=4"));
    assert_eq!(busy(&hours).hours_of_day, [8, 21]);
    // With 31 or more values at 8 o'clock, three are less than one in ten.
    hours.extend(each_day("2025-03-31", "2025-04-19", 8..9, |_, _| {
        Some("car=10".into())
    }));
    assert_eq!(busy(&hours).hours_of_day, [8]);
}

#[test]
fn a_day_type_that_lacks_an_hour_has_no_total() {
    let hours = rows(
        "2025-03-03 08 car=1
         2025-03-04 08 car=1
         2025-03-05 08 car=1
         2025-03-03 09 car=1
         2025-03-04 09 car=1
         2025-03-05 09 car=1
         2025-03-08 08 car=7
         2025-03-09 08 car=7
         2025-03-09 09 car=8",
    );
    let busy = busy(&hours);
    assert_eq!(total(&busy, DayType::Saturday), None);
    assert_eq!(total(&busy, DayType::Sunday).map(|t| t.value), Some(15.0));
}

#[test]
fn a_daylight_sensor_gives_a_daylight_total() {
    for (sensor, hours, is_daylight_only) in
        [(1, 7..19, true), (2, 7..19, false), (1, 0..24, false)]
    {
        let days = each_day("2025-03-03", "2025-03-10", hours.clone(), |_, _| {
            Some(format!("car=10 hw={sensor}"))
        });
        let busy = busy(&days);
        assert_eq!(
            busy.is_daylight_only, is_daylight_only,
            "{sensor} {hours:?}"
        );
        assert_eq!(busy.hours_of_day, hours.collect::<Vec<u8>>());
    }
}

#[test]
fn coverage_is_over_the_hours_that_enter_and_hides_under_a_quarter() {
    for (days_counted, state) in [
        (3, State::Missing),
        (10, State::Partial),
        (16, State::Measured),
    ] {
        // 20 working days from 3 to 28 March, an edge day on both ends of the period.
        let hours = each_day("2025-03-03", "2025-03-31", 8..9, |day, _| {
            let working = week(day) * 5 + i32::try_from(day.weekday().index()).unwrap();
            let is_end = day == crate::table::date("2025-03-28");
            let is_working = day.weekday().index() < 5;
            (is_working && (working < days_counted - 1 || is_end)).then(|| "car=10".into())
        });
        let working = total(&busy(&hours), DayType::Working).unwrap();
        assert_near(working.coverage, f64::from(days_counted) / 20.0);
        assert_eq!(working.state, state, "{days_counted} of 20");
    }
}

#[test]
fn unnamed_movements_above_a_tenth_make_a_total_partial() {
    let day = |night: f64, mode: Mode| {
        let hours = each_day("2025-11-03", "2025-11-10", 17..20, |_, hour| {
            let seen = if hour == 17 { night } else { 0.0 };
            Some(format!("car=10 night={seen} hw=2"))
        });
        answer(&hours, &Choice { mode, ..cars() }).busy
    };
    for (night, mode, state) in [
        (0.0, Mode::Car, State::Measured),
        (3.0, Mode::Car, State::Measured),
        (3.1, Mode::Car, State::Partial),
        (500.0, Mode::Night, State::Measured),
    ] {
        let busy = day(night, mode);
        let working = total(&busy, DayType::Working).unwrap();
        assert_eq!(working.state, state, "{night}");
        let value = if mode == Mode::Car { 30.0 } else { night };
        assert_near(working.value, value);
        assert_near(busy.night_per_working_day.unwrap(), night);
    }
}

#[test]
fn mostly_partial_hours_make_a_total_partial() {
    for (uptimes, state) in [
        ([0.6, 1.0, 1.0], State::Measured),
        ([0.6, 0.6, 1.0], State::Partial),
    ] {
        let hours = each_day("2025-03-03", "2025-03-10", 8..11, |_, hour| {
            Some(format!("car=10 up={}", uptimes[usize::from(hour) - 8]))
        });
        let state_found = total(&busy(&hours), DayType::Working).unwrap().state;
        assert_eq!(state_found, state, "{uptimes:?}");
    }
}

#[test]
fn eight_weeks_are_needed_for_an_interval() {
    for (end, has_interval) in [("2025-04-21", false), ("2025-04-28", true)] {
        let hours = each_day("2025-03-03", end, 8..10, |_, _| Some("car=10".into()));
        let working = total(&busy(&hours), DayType::Working).unwrap();
        assert_near(working.value, 20.0);
        let expected = has_interval.then_some((20.0, 20.0));
        assert_eq!(working.interval, expected, "equal weeks have no spread");
    }
}

#[test]
fn the_interval_is_that_of_independent_weeks() {
    // 40 weeks that alternate between 90 and 110: standard error 10/√40, so 100 ± 3.1.
    let hours = each_day("2024-01-01", "2024-10-07", 8..9, |day, _| {
        let cars = if day.monday().days() / 7 % 2 == 0 {
            90
        } else {
            110
        };
        Some(format!("car={cars}"))
    });
    let working = total(&busy(&hours), DayType::Working).unwrap();
    assert_near(working.value, 100.0);
    let (low, high) = working.interval.unwrap();
    let expected = 1.96 * 10.0 / 40.0_f64.sqrt();
    assert!((100.0 - low - expected).abs() < 0.5, "{low}");
    assert!((high - 100.0 - expected).abs() < 0.5, "{high}");
    assert_eq!(
        total(&busy(&hours), DayType::Working).unwrap().interval,
        Some((low, high)),
        "the same question has the same answer"
    );
}

#[test]
fn weeks_too_thin_to_fill_the_hours_have_no_interval() {
    // 9 o'clock is known from one of ten weeks: most draws do not hold that week.
    let mut hours = each_day("2025-03-03", "2025-05-12", 8..9, |_, _| {
        Some("car=10".into())
    });
    hours.extend(each_day("2025-03-03", "2025-03-10", 9..10, |_, _| {
        Some("car=10".into())
    }));
    let working = total(&busy(&hours), DayType::Working).unwrap();
    assert_near(working.value, 20.0);
    assert_eq!(working.interval, None);
}
