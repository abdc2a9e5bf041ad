//! Modal split and directions.

use crate::table::{answer, assert_near, cars, rows};
use straatbeeld::domain::{Mode, State};

#[test]
fn the_split_takes_only_hours_that_know_all_four_modes() {
    let hours = rows(
        "2025-03-03 08 ped=10 bike=20 car=60 heavy=10
         2025-03-03 09 ped=0 bike=0 car=100 heavy=0 night=500
         2025-03-03 10 ped=90 bike=90 heavy=90
         2025-03-03 11 ped=90 bike=90 car=90 heavy=90 up=0.2",
    );
    let split = answer(&hours, &cars()).split;
    let parts: Vec<(f64, f64)> = split
        .parts
        .iter()
        .map(|part| (part.passages, part.share.unwrap()))
        .collect();
    assert_eq!(
        parts,
        [(10.0, 0.05), (20.0, 0.1), (160.0, 0.8), (10.0, 0.05)]
    );
    assert_eq!(split.hours, 2);
    assert_near(split.coverage, 2.0 / 24.0);
    assert_eq!(
        split.state,
        State::Missing,
        "two hours of 24 are too few to show"
    );
}

#[test]
fn where_nothing_passed_there_is_no_share() {
    let split = answer(&rows("2025-03-03 03 ped=0 bike=0 car=0 heavy=0"), &cars()).split;
    assert_eq!(split.hours, 1);
    assert!(split.parts.iter().all(|part| part.share.is_none()));
}

#[test]
fn a_class_that_is_never_counted_is_no_part_and_one_class_is_no_split() {
    let split = answer(&rows("2025-03-03 08 ped=1 bike=2 car=3"), &cars()).split;
    let shares: Vec<_> = split.parts.iter().map(|p| (p.mode, p.share)).collect();
    assert_eq!(
        shares,
        [
            (Mode::Pedestrian, Some(1.0 / 6.0)),
            (Mode::Bike, Some(2.0 / 6.0)),
            (Mode::Car, Some(3.0 / 6.0))
        ]
    );
    let split = answer(&rows("2025-03-03 08 bike=2"), &cars()).split;
    assert_eq!(split.parts.len(), 1);
    assert_eq!(split.parts[0].share, None, "who else passes is not known");
}

#[test]
fn directions_are_summed_over_hours_that_know_both() {
    let hours = rows(
        "2025-03-03 08 car=50 car<=30 car>=20
         2025-03-04 08 car=70 car<=60 car>=10
         2025-03-05 08 car=50 car<=50
         2025-03-08 08 car=9 car<=4 car>=5
         2025-03-06 08 car=99 car<=90 car>=9 up=0",
    );
    let directions = answer(&hours, &cars()).directions;
    let totals = directions.totals.unwrap();
    assert_eq!((totals.left, totals.right, totals.hours), (94.0, 35.0, 3));
    assert_eq!(
        directions.left[8].map(|c| (c.mean, c.hours)),
        Some((45.0, 2))
    );
    assert_eq!(directions.right[8].map(|c| c.mean), Some(15.0));
    assert_eq!(directions.left[9], None);
    assert_eq!((directions.left.len(), directions.right.len()), (24, 24));
}

#[test]
fn a_source_without_directions_says_nothing_of_them() {
    for line in ["car=50", "car=50 car<=20", "car=50 bike<=3 bike>=4"] {
        let directions = answer(&rows(&format!("2025-03-03 08 {line}")), &cars()).directions;
        assert_eq!(directions.totals, None, "{line}");
        assert!(directions.left.is_empty() && directions.right.is_empty());
    }
}

#[test]
fn names_of_directions_are_handed_on() {
    let names = Some(("to the station".to_string(), "to the river".to_string()));
    let choice = straatbeeld::analysis::Choice {
        side_names: names.clone(),
        ..cars()
    };
    let hours = rows("2025-03-03 08 car=2 car<=1 car>=1");
    assert_eq!(answer(&hours, &choice).directions.side_names, names);
}
