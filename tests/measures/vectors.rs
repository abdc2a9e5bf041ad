//! The small test vectors of the definitions (4.20), a line each, in their order.

use crate::table::brussels;
use straatbeeld::analysis::assignment::{bpr, geh};
use straatbeeld::analysis::availability_of_vehicles::{idle_share, mean_available};
use straatbeeld::analysis::histogram::{percentile, telraam_v85};
use straatbeeld::analysis::poisson;
use straatbeeld::analysis::ratio_of_ratios::ratio_of_ratios;
use straatbeeld::domain::{CivilDate, Mode, SegmentId, Side};
use straatbeeld::read::counts::Counts;
use straatbeeld::read::telraam::Hour;

/// What is computed, what the definitions say, and how many digits they give.
fn vectors() -> Vec<(&'static str, Option<f64>, f64, f64)> {
    let fine = [5.7522, 10.1770, 19.6903, 24.5575, 18.1416, 11.0619, 10.6195];
    let coarse = [15.9292, 44.2478, 29.2035, 10.6195];
    let at = |places: &[(usize, f64)]| {
        let mut bins = [0.0; 25];
        for (bin, share) in places {
            bins[*bin] = *share;
        }
        bins
    };
    let plateau = at(&[
        (0, 30.88),
        (2, 23.09),
        (4, 7.76),
        (5, 15.31),
        (6, 7.65),
        (15, 7.65),
        (16, 7.65),
    ]);
    let open = at(&[(4, 83.3), (24, 16.7)]);
    let events = |n| poisson::interval_95(n).unwrap();
    let day = |text| f64::from(brussels().hours_in_day(CivilDate::parse(text).unwrap()));
    vec![
        (
            "V85, 5 km/h bins",
            percentile(&fine, 5.0, 0.85),
            28.02,
            0.005,
        ),
        (
            "V85, 10 km/h bins",
            percentile(&coarse, 10.0, 0.85),
            28.50,
            0.005,
        ),
        (
            "Telraam's rule on a plateau",
            telraam_v85(&plateau, 5.0),
            35.0,
            0.0,
        ),
        (
            "interpolation on a plateau",
            percentile(&plateau, 5.0, 0.85),
            75.2,
            0.05,
        ),
        ("open top bin", percentile(&open, 5.0, 0.85), 120.5, 0.05),
        ("uptime", Some(observed(78.082_191_780_8, 0.73)), 57.0, 1e-6),
        ("GEH", geh(1200.0, 1000.0), 6.03, 0.005),
        ("BPR", bpr(10.0, 0.15, 4.0, 1000.0, 1000.0), 11.5, 0.0),
        (
            "ratio of ratios",
            ratio_of_ratios((1000.0, 800.0), (900.0, 945.0)),
            0.762,
            0.000_5,
        ),
        ("MDS mean vehicles", mean_available(23.0, 15.0), 1.53, 0.005),
        (
            "MDS idle share",
            idle_share(3200.0 + 1800.0 + 60.0, 120.0),
            0.977,
            0.000_5,
        ),
        ("Poisson, 0 events, low", Some(events(0).0), 0.0, 0.0),
        ("Poisson, 0 events, high", Some(events(0).1), 3.69, 0.005),
        ("Poisson, 3 events, low", Some(events(3).0), 0.62, 0.005),
        ("Poisson, 3 events, high", Some(events(3).1), 8.77, 0.005),
        ("Poisson, 10 events, low", Some(events(10).0), 4.80, 0.005),
        ("Poisson, 10 events, high", Some(events(10).1), 18.39, 0.005),
        ("hours of 29 March 2026", Some(day("2026-03-29")), 23.0, 0.0),
        (
            "hours of 25 October 2026",
            Some(day("2026-10-25")),
            25.0,
            0.0,
        ),
    ]
}

#[test]
fn every_vector_of_the_definitions_holds() {
    for (what, found, expected, within) in vectors() {
        let found = found.unwrap_or_else(|| panic!("{what}: nothing"));
        assert!(
            (found - expected).abs() <= within,
            "{what}: {found}, not {expected}"
        );
    }
}

/// Vehicles as seen, as the interval of V85 weighs them: read by the reader, multiplied by the measure.
fn observed(reported: f64, uptime: f64) -> f64 {
    let mut row = crate::table::row(&format!("2025-03-10 08 car={reported} up={uptime}"));
    let mut bins = [0.0; 25];
    bins[5] = reported;
    row.speed_5 = Some(bins);
    let answer = crate::table::answer(&[row], &crate::table::cars());
    answer.speed.unwrap().observed_cars
}

#[test]
fn uptime_zero_is_missing_whatever_the_numbers_say() {
    let mut hour = Hour::empty(
        SegmentId("1".into()),
        crate::table::instant("2025-03-10", "08"),
    );
    hour.uptime = Some(0.0);
    hour.set_volume(Mode::Car, Side::Both, Some(0.0));
    hour.shares_5 = Some(vec![0.0; 25]);
    let mut counts = Counts::new("x");
    counts.take(&hour, 1);
    let row = counts.table.row(0).unwrap();
    assert_eq!((row.volume(Mode::Car, Side::Both), row.v85), (None, None));
}
