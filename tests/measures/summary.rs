//! The small figures for map, list and matrix.

use crate::table::{assert_near, brussels, calendar, each_day, row, rows, table};
use straatbeeld::analysis::{SegmentCounts, availability, extent, summary};
use straatbeeld::query::answer::{Availability, CountedSummary, Topic};
use straatbeeld::table::CountRow;

fn summary_of(rows: &[CountRow]) -> Option<CountedSummary> {
    let (table, calendar) = (table(rows), calendar());
    summary(&SegmentCounts::whole(&table, brussels(), &calendar))
}

#[test]
fn the_summary_is_that_of_the_last_twelve_months() {
    // A year at 100 cars, then a year at 60 cars and 5 bikes, at 8 and 9 o'clock.
    let hours = each_day("2023-03-01", "2025-03-01", 8..10, |day, _| {
        let is_old = day < crate::table::date("2024-03-01");
        Some(
            if is_old {
                "car=100 f9=100"
            } else {
                "car=60 bike=5 f4=60"
            }
            .into(),
        )
    });
    let summary = summary_of(&hours).unwrap();
    assert_eq!(summary.segment.0, "9000000001");
    assert_eq!(
        (summary.first.to_string(), summary.last.to_string()),
        ("2023-03-01".into(), "2025-02-28".into())
    );
    assert_eq!(summary.cars_per_working_day, Some(120.0));
    assert_eq!(summary.bikes_per_working_day, Some(10.0));
    assert_eq!(summary.hours_of_day, 2);
    assert_near(summary.v85_kmh.unwrap(), 24.25);
}

#[test]
fn a_figure_on_less_than_a_quarter_of_its_hours_is_not_on_the_map() {
    let hours = rows(
        "2025-01-06 08 car=10
         2025-01-07 08 car=10
         2025-01-08 08 car=10
         2025-02-28 08 car=10",
    );
    let summary = summary_of(&hours).unwrap();
    assert_eq!(
        (summary.cars_per_working_day, summary.v85_kmh),
        (None, None)
    );
    assert_eq!(
        summary_of(&hours[..3]).unwrap().cars_per_working_day,
        Some(10.0)
    );
    assert_eq!(summary_of(&[row("2025-01-06 08 car=1 up=0.1")]), None);
}

#[test]
fn the_matrix_tells_since_when_each_topic_is_known() {
    let hours = rows(
        "2025-01-01 08 car=10 up=0
         2025-01-02 23 car=10 car<=4 car>=6
         2025-01-03 08 car=10 bike=3 f2=10
         2025-01-04 08 car=0 bike=3 night=7 f2=0
         2025-01-05 08 bike=3",
    );
    let (table, calendar) = (table(&hours), calendar());
    let counts = SegmentCounts::whole(&table, brussels(), &calendar);
    let found = availability(&counts);
    let days = |entry: &Availability| {
        let since = entry.since.map(|day| day.to_string());
        let until = entry.until.map(|day| day.to_string());
        (since.zip(until), entry.hours)
    };
    let expected = [
        (Topic::Pedestrian, None, 0),
        (Topic::Bike, Some(("2025-01-03", "2025-01-05")), 3),
        (Topic::Car, Some(("2025-01-02", "2025-01-04")), 3),
        (Topic::Heavy, None, 0),
        (Topic::Night, Some(("2025-01-04", "2025-01-04")), 1),
        (Topic::Speed, Some(("2025-01-03", "2025-01-03")), 1),
        (Topic::Directions, Some(("2025-01-02", "2025-01-02")), 1),
    ];
    assert_eq!(found.len(), expected.len());
    for (entry, (topic, span, hours)) in found.iter().zip(expected) {
        let span = span.map(|(since, until)| (since.to_string(), until.to_string()));
        assert_eq!((entry.topic, days(entry)), (topic, (span, hours)));
    }
    let extent = extent(&counts).unwrap();
    assert_eq!(
        (
            extent.first.to_string(),
            extent.last.to_string(),
            extent.usable_hours
        ),
        ("2025-01-02".into(), "2025-01-05".into(), 4)
    );
}

#[test]
fn a_mean_is_something_known_of_speeds() {
    let mut hours = rows("2025-01-03 08 car=10");
    hours[0].mean_kmh = Some(42.0);
    let (table, calendar) = (table(&hours), calendar());
    let counts = SegmentCounts::whole(&table, brussels(), &calendar);
    let found = availability(&counts);
    let speed = found.iter().find(|entry| entry.topic == Topic::Speed);
    assert_eq!(speed.unwrap().hours, 1);
}

#[test]
fn rows_of_another_segment_are_passed_over() {
    let mut hours = rows(
        "2025-01-06 08 car=10
         2025-01-07 08 car=10
         2025-01-08 08 car=10
         2025-01-09 08 car=9999",
    );
    hours[3].segment.0 = "9000000002".into();
    let (table, calendar) = (table(&hours), calendar());
    let mut counts = SegmentCounts::whole(&table, brussels(), &calendar);
    assert_eq!(extent(&counts).map(|e| e.usable_hours), Some(3));
    counts.rows = 3..4;
    assert_eq!(summary(&counts).unwrap().segment.0, "9000000002");
    counts.rows = 4..9;
    assert_eq!(extent(&counts), None);
}
