//! What becomes of the hours of a period.

use crate::table::{answer, between, cars, each_day, row, rows, try_answer};
use straatbeeld::analysis::NoAnswer;
use straatbeeld::domain::{Mode, SensorGeneration, State};
use straatbeeld::query::answer::{LeftOut, LeftOutReason};

#[test]
fn every_hour_of_a_day_is_accounted_for() {
    let day = rows(
        "2025-03-03 06 car=10 up=0 hw=2
         2025-03-03 07 car=10 up=0.49 hw=2
         2025-03-03 08 car=10 up=0.5 hw=2
         2025-03-03 09 car=10 up=0.9 hw=2
         2025-03-03 10 car=0 up=1 hw=2 night=3
         2025-03-03 11 bike=5 up=1 hw=2
         2025-03-03 12 car=10",
    );
    let scope = answer(&day, &between("2025-03-03", "2025-03-04")).scope;
    assert_eq!((scope.hours, scope.usable, scope.partial), (24, 4, 1));
    assert_eq!(
        scope.left_out,
        [
            (LeftOutReason::Off, 1),
            (LeftOutReason::LowUptime, 1),
            (LeftOutReason::NoValue, 1)
        ]
        .map(|(reason, hours)| LeftOut { reason, hours })
    );
    assert_eq!(scope.absent, 17);
    assert_eq!(scope.night_hours, 1);
    assert_eq!(scope.coverage, 4.0 / 24.0);
    assert_eq!(scope.sensors, [SensorGeneration::S2]);
}

#[test]
fn an_hour_without_anything_is_blind_where_the_dark_is_not_published() {
    for (line, blind) in [
        ("car=0 bike=0 ped=0 heavy=0 hw=2", 1),
        ("car=0 bike=0 ped=0 heavy=0 hw=2 night=0", 0),
        ("car=0 bike=0 ped=0 heavy=0 hw=1", 0),
        ("car=1 bike=0 ped=0 heavy=0 hw=2", 0),
        ("car=0 hw=2", 0),
    ] {
        let hour = [row(&format!("2025-03-03 08 {line}"))];
        let answer = answer(&hour, &cars());
        assert_eq!(answer.scope.blind_hours, blind, "{line}");
        // The number stays what was published; only its state says that it may be a gap.
        let cell = answer.profile.rows[0].cells[8].unwrap();
        assert_eq!(cell.state == State::Partial, blind == 1, "{line}");
    }
}

#[test]
fn an_hour_is_good_from_070_on_the_first_generation_and_from_090_on_the_second() {
    for (line, partial) in [
        ("up=0.69 hw=1", 1),
        ("up=0.7 hw=1", 0),
        ("up=0.89 hw=2", 1),
        ("up=0.9 hw=2", 0),
        ("up=0.89", 1),
        ("hw=1", 0),
    ] {
        let hour = [row(&format!("2025-03-03 08 car=1 {line}"))];
        let scope = answer(&hour, &cars()).scope;
        assert_eq!((scope.usable, scope.partial), (1, partial), "{line}");
    }
}

#[test]
fn a_day_of_a_clock_change_that_was_counted_throughout_has_full_coverage() {
    let spring = each_day("2025-03-30", "2025-03-31", 0..24, |_, _| {
        Some("car=1".into())
    });
    let mut autumn = each_day("2025-10-26", "2025-10-27", 0..24, |_, _| {
        Some("car=1".into())
    });
    autumn.push(row("2025-10-26 02b car=1"));
    for (day, hours) in [(spring, 23), (autumn, 25)] {
        let scope = answer(&day, &cars()).scope;
        assert_eq!((scope.hours, scope.usable, scope.absent), (hours, hours, 0));
        assert_eq!(scope.coverage, 1.0);
    }
}

#[test]
fn days_without_a_sensor_count_against_a_chosen_period() {
    let day = each_day("2025-03-03", "2025-03-04", 0..24, |_, _| {
        Some("car=1".into())
    });
    let scope = answer(&day, &between("2025-03-02", "2025-03-06")).scope;
    assert_eq!((scope.hours, scope.absent, scope.coverage), (96, 72, 0.25));
}

#[test]
fn a_period_without_a_usable_hour_has_no_answer() {
    let hours = rows(
        "2025-03-03 06 car=10
         2025-03-05 06 car=10 up=0",
    );
    for (start, end) in [
        ("2025-03-04", "2025-03-07"),
        ("2025-03-03", "2025-03-03"),
        ("2020-01-01", "2021-01-01"),
    ] {
        assert_eq!(
            try_answer(&hours, &between(start, end)),
            Err(NoAnswer::EmptyPeriod)
        );
    }
    assert_eq!(
        try_answer(&hours[1..], &cars()),
        Err(NoAnswer::NothingCounted)
    );
    assert_eq!(try_answer(&[], &cars()), Err(NoAnswer::NothingCounted));
}

#[test]
fn of_two_rows_for_one_hour_the_last_holds() {
    let twice = rows(
        "2025-03-03 06 car=10
         2025-03-03 06 car=30",
    );
    let answer = answer(&twice, &cars());
    assert_eq!((answer.scope.usable, answer.scope.absent), (1, 23));
    let cell = answer.profile.rows[0].cells[6].unwrap();
    assert_eq!((cell.mean, cell.hours), (30.0, 1));
}

#[test]
fn a_quarter_of_an_hour_is_not_taken_for_an_hour() {
    let mut hours = rows(
        "2025-03-03 06 car=10
         2025-03-03 07 car=10",
    );
    hours[1].minutes = 15;
    assert_eq!(answer(&hours, &cars()).scope.usable, 1);
}

#[test]
fn a_replaced_sensor_is_named_in_the_order_of_time() {
    let hours = rows(
        "2025-03-04 06 car=10 hw=2 night=0
         2025-03-03 06 car=10 hw=1
         2025-03-02 06 car=10 hw=2 up=0",
    );
    assert_eq!(
        answer(&hours, &cars()).scope.sensors,
        [SensorGeneration::V1, SensorGeneration::S2]
    );
}

#[test]
fn the_last_day_is_that_of_the_last_usable_hour_of_any_mode() {
    let hours = rows(
        "2025-03-01 06 car=10
         2025-03-03 06 bike=10
         2025-03-09 06 car=10 up=0",
    );
    let answer = answer(&hours, &cars());
    assert_eq!(
        (answer.first.to_string(), answer.last.to_string()),
        ("2025-03-01".into(), "2025-03-03".into())
    );
    assert_eq!(
        (answer.start.to_string(), answer.end.to_string()),
        ("2025-03-01".into(), "2025-03-04".into())
    );
    assert_eq!(answer.mode, Mode::Car);
}
