//! Day profile and week map.

use crate::table::{answer, assert_near, cars, row, rows};
use straatbeeld::analysis::Choice;
use straatbeeld::domain::{DayType, Mode, State};

#[test]
fn a_profile_cell_is_the_mean_of_its_usable_hours() {
    // Monday, Tuesday, Wednesday, Saturday, Sunday; the Thursday's sensor was off.
    let week = rows(
        "2025-03-03 08 car=100
         2025-03-04 08 car=0
         2025-03-05 08 car=50 up=0.6
         2025-03-06 08 car=999 up=0
         2025-03-08 08 car=30
         2025-03-09 09 car=7",
    );
    let profile = answer(&week, &cars()).profile;
    let cell = |day_type: DayType, hour: usize| {
        profile.rows[day_type.index()].cells[hour].map(|cell| (cell.mean, cell.hours, cell.partial))
    };
    assert_eq!(cell(DayType::Working, 8), Some((50.0, 3, 1)));
    assert_eq!(cell(DayType::Saturday, 8), Some((30.0, 1, 0)));
    assert_eq!(cell(DayType::Sunday, 8), None, "missing is not zero");
    assert_eq!(cell(DayType::Sunday, 9), Some((7.0, 1, 0)));
    assert!(profile.night.is_empty(), "night was never published");
    assert!(profile.rows.iter().all(|row| row.cells.len() == 24));
}

#[test]
fn the_hour_that_occurs_twice_enters_twice() {
    let night = rows(
        "2025-10-26 02 car=10
         2025-10-26 02b car=4
         2025-10-19 02 car=1
         2025-10-26 03 car=8",
    );
    let cells = &answer(&night, &cars()).profile.rows[DayType::Sunday.index()].cells;
    assert_eq!(cells[2].map(|c| (c.mean, c.hours)), Some((5.0, 3)));
    assert_eq!(cells[3].map(|c| (c.mean, c.hours)), Some((8.0, 1)));
}

#[test]
fn a_public_holiday_is_a_sunday_in_the_profile_and_not_in_the_week_map() {
    let days = rows(
        "2025-04-21 10 car=10
         2025-04-28 10 car=80
         2025-04-27 10 car=20",
    );
    let answer = answer(&days, &cars());
    let profile = |day: DayType| answer.profile.rows[day.index()].cells[10].map(|c| c.mean);
    assert_eq!(profile(DayType::Working), Some(80.0));
    assert_eq!(profile(DayType::Sunday), Some(15.0));
    let week = |day: usize| answer.week.rows[day][10].map(|c| (c.mean, c.hours));
    assert_eq!(
        week(0),
        Some((80.0, 1)),
        "Easter Monday says nothing of Mondays"
    );
    assert_eq!(week(6), Some((20.0, 1)));
    assert_eq!(week(1), None);
    assert_eq!(answer.week.rows.len(), 7);
}

#[test]
fn a_cell_is_partial_where_more_than_half_of_its_hours_are_partial_or_dark() {
    for (lines, mode, state, partial, night) in [
        (["up=0.6", "up=1"], Mode::Car, State::Measured, 1, 0),
        (["up=0.6", "up=0.6"], Mode::Car, State::Partial, 2, 0),
        (
            ["night=4", "night=4 up=0.6"],
            Mode::Car,
            State::Partial,
            1,
            2,
        ),
        (["night=0", "night=0"], Mode::Car, State::Measured, 0, 0),
        (["night=4", "night=4"], Mode::Night, State::Measured, 0, 2),
    ] {
        let hours = [
            row(&format!("2025-03-03 20 car=9 hw=2 {}", lines[0])),
            row(&format!("2025-03-04 20 car=9 hw=2 {}", lines[1])),
        ];
        let choice = Choice { mode, ..cars() };
        let cell = answer(&hours, &choice).profile.rows[0].cells[20].unwrap();
        assert_eq!(
            (cell.state, cell.partial, cell.night),
            (state, partial, night),
            "{lines:?}"
        );
    }
}

#[test]
fn movements_in_the_dark_have_their_own_profile_and_never_join_the_cars() {
    let hours = rows(
        "2025-11-03 18 car=0 night=300 hw=2
         2025-11-04 18 car=2 night=100 hw=2
         2025-11-05 12 car=80 night=0 hw=2",
    );
    let answer = answer(&hours, &cars());
    let mean = |rows: &[straatbeeld::query::answer::ProfileRow], hour: usize| {
        rows[0].cells[hour].map(|cell| cell.mean)
    };
    assert_eq!(mean(&answer.profile.rows, 18), Some(1.0));
    assert_eq!(mean(&answer.profile.night, 18), Some(200.0));
    assert_eq!(mean(&answer.profile.night, 12), Some(0.0));
    assert_near(answer.busy.night_per_working_day.unwrap(), 200.0);
}
