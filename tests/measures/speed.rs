//! Pooled speeds.

use crate::table::{answer, assert_near, cars, rows};
use straatbeeld::analysis::Choice;
use straatbeeld::domain::State;
use straatbeeld::query::answer::Speed;

fn speed(text: &str) -> Speed {
    speed_with(text, Some(30.0))
}

fn speed_with(text: &str, limit_kmh: Option<f64>) -> Speed {
    let choice = Choice {
        limit_kmh,
        ..cars()
    };
    answer(&rows(text), &choice).speed.unwrap()
}

#[test]
fn histograms_are_pooled_before_a_percentile_is_taken() {
    // 100 cars at 20–25 and one lonely fast car in the night: hourly V85s would average to far more.
    let speed = speed(
        "2025-03-03 08 car=100 f4=80 f5=20 v85=24
         2025-03-03 23 car=1 f20=1 v85=104
         2025-03-03 12 car=99 f4=79 f5=20 v85=26",
    );
    assert_eq!(speed.bin_kmh, 5.0);
    assert_eq!(
        (speed.bins[4], speed.bins[5], speed.bins[20]),
        (159.0, 40.0, 1.0)
    );
    assert_eq!((speed.hours, speed.observed_cars), (3, 200.0));
    // Rank 170 of 200: 11 cars into the 40 of the bin from 25.
    assert_near(speed.v85_kmh.unwrap(), 25.0 + 5.0 * 11.0 / 40.0);
    assert_near(speed.v50_kmh.unwrap(), 20.0 + 5.0 * 100.0 / 159.0);
    assert_near(
        speed.mean_kmh.unwrap(),
        (159.0 * 22.5 + 40.0 * 27.5 + 102.5) / 200.0,
    );
    assert_near(speed.above_limit_share.unwrap(), 0.005);
    assert_near(speed.above_limit_10_share.unwrap(), 0.005);
    assert!(!speed.is_interpolated);
    assert_eq!(speed.state, State::Measured);
    assert_eq!(speed.publisher_v85_median, Some(26.0));
    // Ranks 170 ± 1.96·√25.5 = 160.10 and 179.90.
    let (low, high) = speed.v85_interval.unwrap();
    let spread = 1.96 * 25.5_f64.sqrt();
    assert_near(low, 25.0 + 5.0 * (11.0 - spread) / 40.0);
    assert_near(high, 25.0 + 5.0 * (11.0 + spread) / 40.0);
}

#[test]
fn cars_as_seen_are_counts_times_uptime() {
    let speed = speed("2025-03-03 08 car=78.0821917808 f5=78.0821917808 up=0.73");
    assert!((speed.observed_cars - 57.0).abs() < 1e-9);
    assert_eq!(
        speed.bins[5], 78.082_191_780_8,
        "estimates weigh whole hours"
    );
}

#[test]
fn few_cars_are_grey_and_very_few_say_nothing() {
    for (cars, state, is_said) in [
        (49.0, State::Missing, false),
        (50.0, State::Partial, true),
        (199.0, State::Partial, true),
        (200.0, State::Measured, true),
    ] {
        let speed = speed(&format!("2025-03-03 08 car={cars} f6={cars} v85=34"));
        assert_eq!(speed.state, state, "{cars}");
        for figure in [
            speed.v50_kmh,
            speed.v85_kmh,
            speed.mean_kmh,
            speed.above_limit_share,
            speed.above_limit_10_share,
            speed.v85_interval.map(|(low, _)| low),
        ] {
            assert_eq!(figure.is_some(), is_said, "{cars}");
        }
    }
    // Halved by uptime, a hundred reported cars are fifty seen ones.
    assert_eq!(
        speed("2025-03-03 08 car=98 f6=98 up=0.5").state,
        State::Missing
    );
}

#[test]
fn where_an_hour_has_coarse_bins_only_all_hours_are_pooled_coarsely() {
    let mixed = speed(
        "2025-03-03 08 car=100 f4=40 f5=60
         2025-03-03 09 car=10 f14=4 f24=6 c7=10
         2025-03-03 10 car=100 c3=100",
    );
    assert_eq!(mixed.bin_kmh, 10.0);
    assert_eq!(mixed.bins, [0.0, 0.0, 100.0, 100.0, 0.0, 0.0, 0.0, 10.0]);
    assert_near(
        mixed.v85_kmh.unwrap(),
        30.0 + 10.0 * (178.5 - 100.0) / 100.0,
    );
    let fine = speed("2025-03-03 08 car=100 f4=40 f5=60 c2=100");
    assert_eq!((fine.bin_kmh, fine.bins.len()), (5.0, 25));
    let coarse = speed("2025-03-03 08 car=100 c2=40 c3=60");
    assert_eq!((coarse.bin_kmh, coarse.bins.len()), (10.0, 8));
}

#[test]
fn a_limit_inside_a_bin_is_said_to_be_interpolated() {
    let hours = "2025-03-03 08 car=100 f4=50 f6=50";
    for (limit, above, is_interpolated) in [
        (Some(30.0), Some(0.5), false),
        (Some(32.0), Some(0.3), true),
        (Some(20.0), Some(1.0), false),
        (None, None, false),
    ] {
        let speed = speed_with(hours, limit);
        match (speed.above_limit_share, above) {
            (Some(found), Some(expected)) => assert_near(found, expected),
            (found, expected) => assert_eq!(found, expected),
        }
        assert_eq!(speed.is_interpolated, is_interpolated, "{limit:?}");
    }
    let coarse = speed_with("2025-03-03 08 car=100 c3=100", Some(35.0));
    assert!(coarse.is_interpolated);
}

#[test]
fn the_open_bin_is_taken_as_120_to_125() {
    let speed = speed("2025-03-03 08 car=1000 f4=833 f24=167");
    assert_near(speed.v85_kmh.unwrap(), 120.0 + 5.0 * 17.0 / 167.0);
}

#[test]
fn hours_without_speeds_are_counted_and_speeds_never_published_are_no_answer() {
    let hours = rows(
        "2025-03-03 08 car=100 f5=100
         2025-03-03 09 car=100
         2025-03-03 10 car=0
         2025-03-03 11 car=50 f5=50 up=0
         2025-03-03 12 car=3 f0=0",
    );
    let found = answer(&hours, &cars());
    assert_eq!(found.scope.hours_without_speed, 1);
    assert_eq!(found.speed.map(|s| (s.hours, s.bins[5])), Some((1, 100.0)));
    assert_eq!(answer(&rows("2025-03-03 09 car=100"), &cars()).speed, None);
    let silent = speed("2025-03-03 09 car=0 f0=0");
    assert_eq!((silent.hours, silent.state), (0, State::Missing));
}
