//! What is known to have happened: faults are left out, other sensors begin another series, and all is told.

use crate::table::{assert_near, brussels, calendar, cars, date, each_day, table};
use straatbeeld::analysis::{SegmentCounts, counted};
use straatbeeld::domain::{Calendar, Event, EventKind, Names, SegmentId};
use straatbeeld::query::answer::{CountedAnswer, LeftOutReason, Trend};
use straatbeeld::table::CountRow;

fn event(kind: EventKind, segment: Option<&str>, start: &str, end: Option<&str>) -> Event {
    Event {
        segment: segment.map(|id| SegmentId(id.into())),
        start: date(start),
        end: end.map(date),
        kind,
        what: Names::default(),
    }
}

fn with_events(rows: &[CountRow], events: Vec<Event>) -> CountedAnswer {
    let table = table(rows);
    let calendar = Calendar {
        events,
        ..calendar()
    };
    counted(
        &SegmentCounts::whole(&table, brussels(), &calendar),
        &cars(),
    )
    .unwrap()
}

const HERE: Option<&str> = Some("9000000001");

#[test]
fn the_hours_of_a_known_fault_are_left_out_with_their_reason() {
    // Ten cars an hour; on two faulty days the sensor wrote 500.
    let rows = each_day("2025-03-03", "2025-03-15", 8..10, |day, _| {
        let is_faulty = day >= date("2025-03-10") && day < date("2025-03-12");
        Some(format!("car={}", if is_faulty { 500 } else { 10 }))
    });
    let working = |answer: &CountedAnswer| answer.busy.by_day_type[0].total.unwrap().value;
    let fault = event(
        EventKind::SensorFault,
        HERE,
        "2025-03-10",
        Some("2025-03-12"),
    );
    let answer = with_events(&rows, vec![fault]);
    assert_near(working(&answer), 20.0);
    let left_out: Vec<_> = answer
        .scope
        .left_out
        .iter()
        .map(|l| (l.reason, l.hours))
        .collect();
    assert_eq!(left_out, [(LeftOutReason::Incident, 4)]);
    assert_eq!(answer.events.len(), 1);
    // A fault of another sensor, and works here, leave out nothing.
    let elsewhere = event(
        EventKind::SensorFault,
        Some("8"),
        "2025-03-10",
        Some("2025-03-12"),
    );
    let works = event(EventKind::RoadWorks, HERE, "2025-03-10", Some("2025-03-12"));
    let answer = with_events(&rows, vec![elsewhere, works]);
    assert_near(working(&answer), (8.0 * 20.0 + 2.0 * 1000.0) / 10.0);
    assert!(answer.scope.left_out.is_empty());
    assert_eq!(
        answer.events.len(),
        1,
        "what happened elsewhere is not told here"
    );
    // A fault that was never ended.
    let open = event(EventKind::SensorFault, HERE, "2025-03-10", None);
    assert_near(working(&with_events(&rows, vec![open])), 20.0);
}

#[test]
fn months_of_two_sensors_are_not_one_trend() {
    let rows = each_day("2022-01-01", "2025-01-01", 8..9, |day, _| {
        Some(format!(
            "car={}",
            if day < date("2023-06-10") { 100 } else { 60 }
        ))
    });
    let trend = |events| with_events(&rows, events).change.trend;
    assert!(matches!(trend(vec![]), Trend::Slope { months: 36, .. }));
    for kind in [EventKind::SensorMoved, EventKind::Calibration] {
        let change = event(kind, HERE, "2023-06-10", None);
        // July 2023 to December 2024: June was counted by both.
        assert_eq!(
            trend(vec![change]),
            Trend::TooShort { months: 18 },
            "{kind:?}"
        );
    }
    let first_of_month = event(EventKind::SensorMoved, HERE, "2022-12-01", None);
    assert!(matches!(
        trend(vec![first_of_month]),
        Trend::Slope { months: 25, .. }
    ));
    let measure = event(EventKind::Measure, HERE, "2023-06-10", None);
    assert!(
        matches!(trend(vec![measure]), Trend::Slope { months: 36, .. }),
        "traffic changed, not the sensor"
    );
}

#[test]
fn a_street_that_falls_silent_by_day_is_told_and_not_left_out() {
    let rows = each_day("2025-03-03", "2025-05-05", 7..20, |day, hour| {
        let is_silent = day == date("2025-04-09") && (8..18).contains(&hour);
        let cars = if is_silent {
            0
        } else {
            30 + i32::from(hour) + day.days() % 5
        };
        Some(format!("car={cars}"))
    });
    let answer = with_events(&rows, vec![]);
    let zero = answer
        .suspicions
        .iter()
        .find(|odd| odd.rule == "Q3")
        .unwrap();
    assert_eq!(
        (zero.first, zero.first_hour, zero.value),
        (date("2025-04-09"), 8, 0.0)
    );
    assert!(zero.typical.unwrap() > 30.0);
    assert_eq!(
        answer.scope.usable as usize,
        rows.len(),
        "nothing is left out"
    );
}
