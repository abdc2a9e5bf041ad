//! Speeds by hour, by direction, of bicycles, and means without a distribution.

use crate::table::{assert_near, brussels, calendar, cars, row, table};
use straatbeeld::analysis::{Choice, SegmentCounts, counted};
use straatbeeld::domain::{Mode, Side, State};
use straatbeeld::query::answer::CountedAnswer;
use straatbeeld::table::CountRow;

fn answer(rows: &[CountRow]) -> CountedAnswer {
    let (table, calendar) = (table(rows), calendar());
    let choice = Choice {
        limit_kmh: Some(30.0),
        ..cars()
    };
    counted(
        &SegmentCounts::whole(&table, brussels(), &calendar),
        &choice,
    )
    .unwrap()
}

fn bins(places: &[(usize, f64)]) -> [f64; 25] {
    let mut bins = [0.0; 25];
    for (bin, n) in places {
        bins[*bin] = *n;
    }
    bins
}

#[test]
fn each_hour_of_the_day_has_its_own_percentiles_where_it_has_fifty_cars() {
    // 8 o'clock: 80 cars in 25–30, 20 in 30–35: V85 = 30 + 5 · 5/20 = 31.25. 9 o'clock: 49 cars.
    let mut morning = row("2025-03-10 08 car=100");
    morning.speed_5 = Some(bins(&[(5, 80.0), (6, 20.0)]));
    let mut later = row("2025-03-10 09 car=49");
    later.speed_5 = Some(bins(&[(4, 49.0)]));
    let speed = answer(&[morning, later]).speed.unwrap();
    let at = |hour: usize| speed.by_hour[hour];
    assert_near(at(8).v85_kmh.unwrap(), 31.25);
    assert_near(at(8).above_limit_share.unwrap(), 0.2);
    assert_eq!(at(8).state, State::Partial, "grey under 200");
    assert_eq!((at(9).v85_kmh, at(9).observed), (None, 49.0));
    assert_eq!((at(10).observed, at(10).state), (0.0, State::Missing));
    assert_eq!(speed.by_hour.len(), 24);
}

#[test]
fn directions_have_their_own_percentiles_where_the_source_tells_them_apart() {
    // Left 60 cars in 20–25: V85 = 20 + 5 · 0.85; right 200 in 40–45.
    let mut hour = row("2025-03-10 08 car=260");
    hour.speed_5 = Some(bins(&[(4, 60.0), (8, 200.0)]));
    hour.speed_5_sides = [Some(bins(&[(4, 60.0)])), Some(bins(&[(8, 200.0)]))];
    let speed = answer(&[hour.clone()]).speed.unwrap();
    assert_near(speed.sides[0].v85_kmh.unwrap(), 24.25);
    assert_near(speed.sides[1].v85_kmh.unwrap(), 44.25);
    assert_eq!(speed.sides[1].above_limit_share, Some(1.0));
    assert_eq!(speed.sides[1].state, State::Measured);
    hour.speed_5_sides = [None; 2];
    assert!(answer(&[hour]).speed.unwrap().sides.is_empty());
}

#[test]
fn where_only_bicycles_are_measured_the_speeds_are_theirs() {
    let mut hour = row("2025-03-10 08 bike=100");
    hour.bike_speed_5 = Some(bins(&[(3, 50.0), (4, 50.0)]));
    let speed = answer(&[hour.clone()]).speed.unwrap();
    assert_eq!(speed.mode, Mode::Bike);
    // 50 in 15–20, 50 in 20–25: V85 = 20 + 5 · 35/50.
    assert_near(speed.v85_kmh.unwrap(), 23.5);
    assert_eq!(speed.publisher_v85_median, None);
    hour.speed_5 = Some(bins(&[(6, 60.0)]));
    hour.set_volume(Mode::Car, Side::Both, Some(60.0));
    assert_eq!(answer(&[hour]).speed.unwrap().mode, Mode::Car);
}

#[test]
fn means_are_weighed_by_their_cars_and_say_nothing_of_percentiles() {
    let mean = |line: &str, kmh: Option<f64>| {
        let mut row = row(line);
        row.mean_kmh = kmh;
        row
    };
    let found = answer(&[
        mean("2025-03-10 08 car=300", Some(40.0)),
        mean("2025-03-10 09 car=100", Some(60.0)),
        mean("2025-03-10 10 car=100", None),
        mean("2025-03-10 11 car=0", Some(99.0)),
        mean("2025-03-10 12 car=900 up=0.2", Some(10.0)),
    ]);
    assert_eq!(found.speed, None);
    let mean_speed = found.mean_speed.unwrap();
    assert_eq!(
        (mean_speed.mean_kmh, mean_speed.cars, mean_speed.hours),
        (45.0, 400.0, 2)
    );
    let few = answer(&[mean("2025-03-10 08 car=49", Some(40.0))]);
    assert_eq!(few.mean_speed, None, "under 50 cars no figure");
}
