//! The figures that people of the field ask for, each with what it means in plain words.

use super::busy::misses_the_dark;
use super::{hidden, nothing_counted, outwards};
use crate::domain::{Side, State};
use crate::query::answer::{CountedAnswer, PeakMean};
use crate::text::number::{step_of_interval, step_of_value, to_step};
use crate::text::words::Words;

/// A figure by its name in the field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    pub name: String,
    /// The figure, or why there is none.
    pub value: String,
    pub is_known: bool,
    /// What it says, in plain words.
    pub meaning: String,
}

/// The average day over a year, the mean of the whole days and the share of heavy vehicles. Empty where too
/// little was counted for any figure: the answer says so.
#[must_use]
pub fn year(answer: &CountedAnswer, words: &Words) -> Vec<Term> {
    if is_hidden(answer, words) {
        return Vec::new();
    }
    let things = words.mode_inline(answer.mode);
    let annual = &answer.annual;
    let whole_days = words.with(
        "term-adt-meaning",
        &[
            ("days", annual.valid_days.into()),
            ("all", annual.days.into()),
        ],
    );
    let mut terms = vec![
        Term {
            name: words.get("term-aadt"),
            value: aadt(answer, words),
            is_known: annual.fhwa.is_some(),
            meaning: words.with("term-aadt-meaning", &[("things", things.into())]),
        },
        Term {
            name: words.get("term-adt"),
            value: match annual.simple {
                Some(mean) => about(mean, step_of_value(mean), answer, words),
                None => words.get("term-adt-none"),
            },
            is_known: annual.simple.is_some(),
            meaning: whole_days,
        },
    ];
    let split = &answer.split;
    if let Some(share) = split.heavy_share
        && split.state != State::Missing
    {
        terms.push(Term {
            name: words.get("term-heavy"),
            value: words.percent(share),
            is_known: true,
            meaning: words.get("term-heavy-meaning"),
        });
    }
    terms
}

/// The peak hours, K, D, and the PHF where quarters of an hour are published.
#[must_use]
pub fn peaks(answer: &CountedAnswer, words: &Words) -> Vec<Term> {
    if is_hidden(answer, words) {
        return Vec::new();
    }
    let peaks = &answer.peaks;
    let hour = |name: &str, peak: Option<PeakMean>| Term {
        name: words.get(name),
        value: match peak {
            Some(peak) => words.with(
                "term-peak",
                &[
                    ("hour", words.hour(peak.hour).into()),
                    ("count", words.count(peak.mean).into()),
                    ("things", words.mode_inline(answer.mode).into()),
                ],
            ),
            None => words.get("term-peak-none"),
        },
        is_known: peak.is_some(),
        meaning: String::new(),
    };
    let mut terms = vec![
        Term {
            meaning: words.get("term-morning-meaning"),
            ..hour("term-morning", peaks.morning)
        },
        Term {
            meaning: words.get("term-evening-meaning"),
            ..hour("term-evening", peaks.evening)
        },
        Term {
            name: words.get("term-k"),
            value: match peaks.k {
                Some(k) => words.decimal(k, 3),
                None => words.get("term-k-none"),
            },
            is_known: peaks.k.is_some(),
            meaning: words.get("term-k-meaning"),
        },
    ];
    terms.extend(peaks.d.map(|(side, share)| Term {
        name: words.get("term-d"),
        value: words.with(
            "term-d-value",
            &[
                ("percent", words.percent(share).into()),
                ("side", side_name(side, answer, words).into()),
            ],
        ),
        is_known: true,
        meaning: words.get("term-d-meaning"),
    }));
    terms.extend(peaks.phf.map(|phf| Term {
        name: words.get("term-phf"),
        value: words.decimal(phf, 2),
        is_known: true,
        meaning: words.get("term-phf-meaning"),
    }));
    terms
}

/// What is missing from all of these figures, where that is much.
#[must_use]
pub fn terms_note(answer: &CountedAnswer, words: &Words) -> Option<String> {
    misses_the_dark(answer).then(|| words.get("term-note-dark"))
}

fn is_hidden(answer: &CountedAnswer, words: &Words) -> bool {
    nothing_counted(answer, words).is_some() || hidden(answer.scope.coverage, words).is_some()
}

fn about(value: f64, step: f64, answer: &CountedAnswer, words: &Words) -> String {
    words.with(
        "term-about",
        &[
            ("count", words.count(to_step(value, step)).into()),
            ("things", words.mode_inline(answer.mode).into()),
        ],
    )
}

/// AADT with its interval; what was counted for less than a year or by daylight is never called one.
fn aadt(answer: &CountedAnswer, words: &Words) -> String {
    let annual = &answer.annual;
    let Some(fhwa) = annual.fhwa else {
        return words.get(if annual.days < 365 {
            "term-aadt-short"
        } else {
            "term-aadt-gaps"
        });
    };
    let mut said = match annual.interval {
        Some(interval) => {
            let (low, high) = outwards(interval, 1.0);
            words.with(
                "term-between",
                &[
                    (
                        "about",
                        about(fhwa, step_of_interval(interval, 1.0), answer, words).into(),
                    ),
                    ("low", words.whole(low.max(0.0)).into()),
                    ("high", words.whole(high).into()),
                ],
            )
        }
        None => about(fhwa, step_of_value(fhwa), answer, words),
    };
    if annual.state == State::Estimated {
        said = words.with(
            "chart-value-state",
            &[
                ("value", said.into()),
                ("state", words.state(State::Estimated).into()),
            ],
        );
    }
    said
}

fn side_name(side: Side, answer: &CountedAnswer, words: &Words) -> String {
    match (side, &answer.directions.side_names) {
        (Side::Left, Some((left, _))) => left.clone(),
        (Side::Right, Some((_, right))) => right.clone(),
        (Side::Right, None) => words.get("chart-directions-right"),
        _ => words.get("chart-directions-left"),
    }
}
