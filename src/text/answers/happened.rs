//! What is known to have happened here, and what looks odd in the counts.

use crate::domain::{CivilDate, Event, EventKind};
use crate::query::answer::{CountedAnswer, OddHours};
use crate::text::words::Words;

/// A line per event that touches the days from `start` to before `end`.
#[must_use]
pub fn events(
    answer: &CountedAnswer,
    start: CivilDate,
    end: CivilDate,
    words: &Words,
) -> Vec<String> {
    let found = answer.events.iter();
    found
        .filter(|event| in_days(event, start, end))
        .map(|event| line(event, words))
        .collect()
}

/// Touches the days from `start` to before `end`.
#[must_use]
pub fn in_days(event: &Event, start: CivilDate, end: CivilDate) -> bool {
    event.start < end && event.end.is_none_or(|last| last > start) && reaches(event, start)
}

/// Events in the period that make its days unlike others: faults, works, closures. The rest is told with the months.
#[must_use]
pub fn unlike_other_days(answer: &CountedAnswer, words: &Words) -> Vec<String> {
    let found = answer.events.iter();
    found
        .filter(|event| event.kind.is_stretch() && in_days(event, answer.start, answer.end))
        .map(|event| line(event, words))
        .collect()
}

/// A moment is over after its day; what lasts goes on.
fn reaches(event: &Event, start: CivilDate) -> bool {
    event.end.is_some() || event.kind.lasts() || event.start >= start
}

/// `From 17 March 2025: traffic filter.`
#[must_use]
pub fn line(event: &Event, words: &Words) -> String {
    let what = event.what.in_language(words.language().tag());
    let key = match event.kind {
        EventKind::SensorFault => "event-fault",
        EventKind::SensorMoved | EventKind::Calibration => "event-sensor",
        _ => "event-other",
    };
    let when = match event.end {
        Some(end) => words.period(event.start, end),
        None if event.kind.lasts() => {
            words.with("event-since", &[("date", words.date(event.start).into())])
        }
        None => words.date(event.start),
    };
    words.with(key, &[("when", when.into()), ("what", what.into())])
}

/// One sentence about the hours that look odd, with the first of them; `None` where none does.
#[must_use]
pub fn odd_hours(answer: &CountedAnswer, words: &Words) -> Option<String> {
    let first = answer.suspicions.first()?;
    let count = answer.suspicions.len();
    Some(words.with(
        "note-odd",
        &[
            ("count", (count as f64).into()),
            ("example", odd(first, words).into()),
        ],
    ))
}

/// `no passage for hours in daylight from 3 March 2025 9:00 to 3 March 2025 17:00`
#[must_use]
pub fn odd(found: &OddHours, words: &Words) -> String {
    let moment = |date: CivilDate, hour: u8| format!("{} {}", words.date(date), words.clock(hour));
    let key = match found.rule.as_str() {
        "Q3" => "odd-q3",
        "Q4" => "odd-q4",
        "Q5" => "odd-q5",
        "Q6" => "odd-q6",
        _ => "odd-q12",
    };
    words.with(
        key,
        &[
            ("first", moment(found.first, found.first_hour).into()),
            (
                "last",
                moment(found.last, found.last_hour.saturating_add(1)).into(),
            ),
            ("date", words.date(found.first).into()),
            ("value", words.count(found.value).into()),
            (
                "typical",
                found
                    .typical
                    .map_or_else(|| words.get("odd-unknown"), |usual| words.count(usual))
                    .into(),
            ),
        ],
    )
}
