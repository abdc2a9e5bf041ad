//! What several charts share when they read an answer.

use super::scene::{Frame, Scene};
use super::table::Reading;
use crate::domain::{Mode, State};
use crate::query::answer::{Cell, CountedAnswer};
use crate::text::Words;

/// The weaker of two states.
pub(super) fn weaker(one: State, other: State) -> State {
    if rank(other) > rank(one) { other } else { one }
}

const fn rank(state: State) -> u8 {
    match state {
        State::Measured => 0,
        State::Partial => 1,
        State::Estimated => 2,
        State::Missing => 3,
    }
}

/// `123`, `123 (partly measured)` or `no data`.
pub(super) fn value_text(value: Option<(f64, State)>, words: &Words) -> String {
    match value {
        Some((_, State::Missing)) | None => words.state(State::Missing),
        Some((mean, State::Measured)) => words.count(mean),
        Some((mean, state)) => words.with(
            "chart-value-state",
            &[
                ("value", words.count(mean).into()),
                ("state", words.state(state).into()),
            ],
        ),
    }
}

pub(super) fn cell_value(cell: Option<&Cell>) -> Option<(f64, State)> {
    cell.map(|cell| (cell.mean, cell.state))
        .filter(|(_, state)| *state != State::Missing)
}

/// `123 cars per hour`, or `no data`.
pub(super) fn value_with_unit(value: Option<(f64, State)>, mode: Mode, words: &Words) -> String {
    match value {
        None => words.state(State::Missing),
        Some((mean, state)) => {
            let text = words.with(
                "chart-per-hour",
                &[
                    ("value", words.count(mean).into()),
                    ("things", words.mode_inline(mode).into()),
                ],
            );
            if state == State::Measured {
                text
            } else {
                words.with(
                    "chart-value-state",
                    &[("value", text.into()), ("state", words.state(state).into())],
                )
            }
        }
    }
}

/// A reading of one or more named values.
pub(super) fn reading(
    heading: String,
    values: &[(String, Option<(f64, State)>)],
    mode: Mode,
    words: &Words,
) -> Reading {
    let mut state = State::Measured;
    let lines = values
        .iter()
        .map(|(name, value)| {
            state = weaker(state, value.map_or(State::Missing, |(_, state)| state));
            let text = value_with_unit(*value, mode, words);
            if name.is_empty() {
                text
            } else {
                format!("{name}: {text}")
            }
        })
        .collect();
    Reading {
        heading,
        lines,
        state,
    }
}

/// `Cars per hour, 1 March 2025 to 28 February 2026`.
pub(super) fn with_period(title: &str, answer: &CountedAnswer, words: &Words) -> String {
    words.with(
        "chart-caption",
        &[
            ("title", title.into()),
            ("period", words.period(answer.start, answer.end).into()),
        ],
    )
}

/// The index and value of the highest of the known values; the first of equals.
pub(super) fn highest(
    values: impl IntoIterator<Item = Option<(f64, State)>>,
) -> Option<(usize, f64)> {
    let mut best: Option<(usize, f64)> = None;
    for (index, value) in values.into_iter().enumerate() {
        if let Some((value, _)) = value
            && best.is_none_or(|(_, most)| value > most)
        {
            best = Some((index, value));
        }
    }
    best
}

/// The index and value of the lowest of the known values; the first of equals. `None` where that one is
/// partly measured: it may be low for what was not seen.
pub(super) fn lowest(
    values: impl IntoIterator<Item = Option<(f64, State)>>,
) -> Option<(usize, f64)> {
    let known: Vec<_> = values.into_iter().collect();
    let negated = known
        .iter()
        .map(|value| value.map(|(value, state)| (-value, state)));
    let (index, value) = highest(negated)?;
    let state = known.get(index).copied().flatten().map(|(_, state)| state);
    (state == Some(State::Measured)).then_some((index, -value))
}

/// An hour of 0 to 23 as its index.
pub(super) fn hour_of(index: usize) -> u8 {
    u8::try_from(index % 24).unwrap_or(0)
}

/// Points per hour over a frame of 24 columns, in the middle of its top half.
pub(super) fn hour_points(scene: &mut Scene, frame: Frame, tops: impl Iterator<Item = f64>) {
    let column = frame.width() / 24.0;
    for (index, y) in tops.enumerate() {
        let left = frame.left + column * index as f64;
        scene.point(
            (left + column / 2.0, y),
            Frame {
                left,
                top: frame.top,
                right: left + column,
                bottom: frame.bottom,
            },
        );
    }
}
