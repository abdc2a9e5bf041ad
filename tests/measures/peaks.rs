//! Peak hours, K, D, PHF, the typical week and what is unlike it, heavy share.

use crate::table::{
    answer, assert_near, between, brussels, calendar, cars, each_day, instant, row, rows, table,
};
use straatbeeld::analysis::{SegmentCounts, counted, whole_hours};
use straatbeeld::domain::{Mode, Side};
use straatbeeld::table::CountRow;

#[test]
fn the_peaks_are_the_higher_hours_of_their_windows_on_working_days() {
    // Monday 10 to Wednesday 12 March, and a Saturday that says nothing of peaks.
    let mut all = rows(
        "2025-03-10 07 car=40
         2025-03-10 08 car=60
         2025-03-11 07 car=44
         2025-03-11 08 car=30
         2025-03-12 07 car=48
         2025-03-12 08 car=30
         2025-03-10 16 car=50
         2025-03-11 16 car=50
         2025-03-12 16 car=50
         2025-03-10 18 car=900
         2025-03-15 08 car=999",
    );
    all.extend(rows("2025-03-10 17 car=70\n2025-03-11 17 car=70"));
    let peaks = answer(&all, &cars()).peaks;
    let seen = |peak: Option<straatbeeld::query::answer::PeakMean>| {
        peak.map(|peak| (peak.hour, peak.mean, peak.hours))
    };
    assert_eq!(seen(peaks.morning), Some((7, 44.0, 3)));
    assert_eq!(
        seen(peaks.evening),
        Some((16, 50.0, 3)),
        "17 h has two values only"
    );
    assert_eq!(peaks.k, None, "no year, no K");
    assert_eq!(peaks.highest[0].value, 999.0);
}

#[test]
fn k_is_the_thirtieth_highest_hour_over_the_average_day() {
    // 2025: one car an hour, so 24 a day, and 29 evenings of 100, the 30th of 60.
    let all = each_day("2025-01-01", "2026-01-01", 0..24, |day, hour| {
        let number = day.days()
            - straatbeeld::domain::CivilDate::parse("2025-01-01")
                .unwrap()
                .days();
        let cars = match (number, hour) {
            (0..29, 20) => 100,
            (29, 20) => 60,
            _ => 1,
        };
        Some(format!("car={cars}"))
    });
    let found = answer(&all, &between("2025-01-01", "2026-01-01"));
    let aadt = found.annual.fhwa.unwrap();
    assert_near(found.peaks.k.unwrap(), 60.0 / aadt);
    assert_eq!(found.peaks.highest.len(), 30);
    assert_eq!(found.peaks.highest[29].value, 60.0);
}

#[test]
fn d_is_the_larger_side_in_the_higher_peak() {
    let found = answer(
        &rows(
            "2025-03-10 08 car=100 car<=70 car>=30
             2025-03-11 08 car=100 car<=80 car>=20
             2025-03-12 08 car=100 car<=60 car>=40
             2025-03-10 17 car=50 car<=0 car>=50
             2025-03-11 17 car=50 car<=0 car>=50
             2025-03-12 17 car=50 car<=0 car>=50",
        ),
        &cars(),
    );
    assert_eq!(found.peaks.d, Some((Side::Left, 0.7)));
    let one_way = answer(
        &rows("2025-03-10 08 car=9\n2025-03-11 08 car=9\n2025-03-12 08 car=9"),
        &cars(),
    );
    assert_eq!(one_way.peaks.d, None, "no sides, no D");
    let empty = answer(
        &rows(
            "2025-03-10 08 car=0 car<=0 car>=0\n2025-03-11 08 car=0 car<=0 car>=0\n2025-03-12 08 car=0 car<=0 car>=0",
        ),
        &cars(),
    );
    assert_eq!(empty.peaks.d, None);
}

/// Quarters from 8 o'clock of a day.
fn quarters(day: &str, values: [Option<f64>; 4]) -> Vec<CountRow> {
    let mut all = Vec::new();
    for (quarter, value) in (0_i64..).zip(values) {
        let mut part = row(&format!("{day} 08"));
        part.start = instant(day, "08").plus_ms(quarter * 900_000);
        part.minutes = 15;
        part.set_volume(Mode::Car, Side::Both, value);
        all.extend(value.map(|_| part));
    }
    all
}

#[test]
fn the_peak_hour_factor_is_the_median_of_whole_hours_of_quarters() {
    let mut parts = Vec::new();
    // 100 / (4 · 40) = 0.625; 100 / (4 · 25) = 1; 80 / (4 · 25) = 0.8; a day that lacks a quarter does not count.
    parts.extend(quarters(
        "2025-03-10",
        [Some(10.0), Some(20.0), Some(40.0), Some(30.0)],
    ));
    parts.extend(quarters("2025-03-11", [Some(25.0); 4]));
    parts.extend(quarters(
        "2025-03-12",
        [Some(25.0), Some(25.0), Some(20.0), Some(10.0)],
    ));
    parts.extend(quarters(
        "2025-03-13",
        [Some(1.0), None, Some(1.0), Some(90.0)],
    ));
    let parts = table(&parts);
    let calendar = calendar();
    let hours = whole_hours(&parts);
    let counts = SegmentCounts::of_parts(&hours, &parts, brussels(), &calendar);
    let peaks = counted(&counts, &cars()).unwrap().peaks;
    assert_eq!((peaks.phf, peaks.phf_days), (Some(0.8), 3));
    // The Thursday's hour is made of three quarters: 92 · 60 / 45.
    let morning = peaks.morning.unwrap();
    assert_near(
        morning.mean,
        (100.0 + 100.0 + 80.0 + 92.0 * 60.0 / 45.0) / 4.0,
    );
}

#[test]
fn an_hour_far_from_its_median_is_unusual_and_a_quiet_one_is_not() {
    // Ten Mondays at noon: 100 to 109 and once 400. Median 105, deviations 0 to 5 and once 295: MAD 2.5.
    let mut all = Vec::new();
    for week in 0..10_i32 {
        let day = straatbeeld::domain::CivilDate::parse("2025-01-06")
            .unwrap()
            .plus_days(7 * week);
        let noon = if week == 9 { 400 } else { 101 + week };
        all.extend(rows(&format!(
            "{day} 12 car={noon}\n{day} 03 car={}",
            i32::from(week == 9) * 9
        )));
    }
    let week = answer(&all, &cars()).week;
    assert_eq!(week.unusual_hours, 1, "{:?}", week.unusual);
    let found = week.unusual[0];
    let typical = week.typical[12].unwrap();
    // 101 … 109, 400: the middle two are 105 and 106; deviations 0.5 0.5 1.5 1.5 2.5 2.5 3.5 3.5 4.5 294.5.
    assert_eq!(
        (typical.median, typical.mad, typical.hours),
        (105.5, 2.5, 10)
    );
    assert_near(found.z, 294.5 / (1.4826 * 2.5));
    assert_eq!(week.typical[13], None, "missing is not zero");
}

#[test]
fn the_heavy_share_is_of_motor_traffic_and_of_complete_hours() {
    let found = answer(
        &rows(
            "2025-03-10 08 ped=5 bike=5 car=80 heavy=20
             2025-03-10 09 ped=0 bike=0 car=100 heavy=0
             2025-03-10 10 ped=1 bike=1 heavy=50",
        ),
        &cars(),
    );
    assert_near(found.split.heavy_share.unwrap(), 0.1);
    assert_eq!(found.split.hours, 2);
    let bikes_only = answer(&rows("2025-03-10 08 bike=5"), &cars());
    assert_eq!(bikes_only.split.heavy_share, None);
    assert_eq!(
        bikes_only.split.parts.len(),
        1,
        "who is not counted is no part"
    );
}
