//! The four questions answered in plain words, by rules: one sentence with a number and a
//! comparison, how certain it is, and what else must be known. Where the counts do not say,
//! the sentence says that.

mod busy;
mod change;
mod compare;
pub mod happened;
mod not_counted;
mod speed;
mod terms;
mod terms_html;
mod town_months;
mod unusual;
mod who;

pub use busy::busy;
pub use change::change;
pub use compare::{ComparedText, ComparisonText, compare};
pub use not_counted::not_counted;
pub use speed::speed;
pub use terms::{Term, peaks, terms_note, year};
pub use terms_html::terms_html;
pub use town_months::town_months;
pub use unusual::{UnusualHours, unusual};
pub use who::who;

use super::number::{step_of_interval, to_step};
use super::words::Words;
use crate::domain::{Mode, State};
use crate::query::answer::CountedAnswer;

/// A question answered in plain words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlainAnswer {
    /// The question itself: `How busy is it?`
    pub question: String,
    /// One sentence with the number and a comparison, or what we cannot tell.
    pub sentence: String,
    /// How sure this is; `None` where nothing is claimed.
    pub certainty: Option<String>,
    /// What else must be known: coverage, daylight, passages in the dark.
    pub notes: Vec<String>,
}

impl PlainAnswer {
    fn cannot(question: String, sentence: String) -> Self {
        Self {
            question,
            sentence,
            certainty: None,
            notes: Vec::new(),
        }
    }
}

/// Under this coverage a figure is hidden (definitions 4.1).
const HIDDEN_UNDER: f64 = 0.25;
/// Under this coverage a figure comes with a warning (definitions 4.1).
const WARNED_UNDER: f64 = 0.75;

/// How sure an estimate is, from its interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Certainty {
    High,
    Medium,
    Low,
}

impl Certainty {
    /// From the half-width of the interval, relative to `scale`: up to 10 % is high, up to 25 % medium.
    /// A value that is only partly measured is never called quite certain.
    fn of((low, high): (f64, f64), scale: f64, state: State) -> Self {
        let relative = if scale > 0.0 {
            (high - low).abs() / 2.0 / scale
        } else {
            f64::INFINITY
        };
        if relative <= 0.10 && state == State::Measured {
            Self::High
        } else if relative <= 0.25 {
            Self::Medium
        } else {
            Self::Low
        }
    }
}

/// The interval rounded outwards to its own step, so that the words claim no more than the numbers.
fn outwards(interval: (f64, f64), finest: f64) -> (f64, f64) {
    let step = step_of_interval(interval, finest);
    let (low, high) = interval;
    let down = to_step(low, step);
    let up = to_step(high, step);
    (
        if down > low { down - step } else { down },
        if up < high { up + step } else { up },
    )
}

/// Why there is no figure for the whole period, where that is so.
/// Of the chosen mode; others may be counted here all the same.
fn nothing_counted(answer: &CountedAnswer, words: &Words) -> Option<String> {
    let things = ("things", words.mode_inline(answer.mode).into());
    (answer.scope.usable == 0).then(|| words.with("cannot-nothing-counted", &[things]))
}

/// Why a figure of this coverage is hidden, where it is.
fn hidden(coverage: f64, words: &Words) -> Option<String> {
    (coverage < HIDDEN_UNDER).then(|| {
        words.with(
            "cannot-coverage",
            &[("percent", words.percent_down(coverage).into())],
        )
    })
}

/// In place of an answer of which the rows are on their way.
#[must_use]
pub fn still_read(card: &str, words: &Words) -> PlainAnswer {
    PlainAnswer::cannot(
        words.get(&format!("question-{card}")),
        words.get("still-read"),
    )
}

/// How many of the period's hours a figure rests on, printed with every figure (definitions 4.1).
#[must_use]
pub fn coverage_line(counted: u32, hours: u32, words: &Words) -> String {
    let share = f64::from(counted) / f64::from(hours.max(1));
    words.with(
        "coverage-line",
        &[
            ("counted", counted.into()),
            ("hours", hours.into()),
            ("percent", words.percent_down(share.min(1.0)).into()),
        ],
    )
}

fn coverage_note(coverage: f64, words: &Words) -> Option<String> {
    (coverage < WARNED_UNDER).then(|| {
        words.with(
            "note-coverage",
            &[("percent", words.percent_down(coverage).into())],
        )
    })
}

/// `in 24 hours`, `between 7:00 and 18:00`, or how many hours where they do not follow each other.
fn window(hours_of_day: &[u8], words: &Words) -> String {
    let (Some(&first), Some(&last)) = (hours_of_day.first(), hours_of_day.last()) else {
        return words.with("window-some", &[("hours", 0_u32.into())]);
    };
    let count = hours_of_day.len();
    if count == 24 {
        return words.get("window-all");
    }
    if usize::from(last.saturating_sub(first)) + 1 == count {
        return words.with(
            "window-between",
            &[
                ("start", words.clock(first).into()),
                ("end", words.clock(last.saturating_add(1)).into()),
            ],
        );
    }
    words.with("window-some", &[("hours", (count as f64).into())])
}

/// `about 1,230 cars pass`: the number must be whole already.
fn counted(mode: Mode, count: f64, words: &Words) -> String {
    let args = [("count", count.into())];
    match mode {
        Mode::Pedestrian => words.with("counted-pedestrian", &args),
        Mode::Bike => words.with("counted-bike", &args),
        Mode::Car => words.with("counted-car", &args),
        Mode::Heavy => words.with("counted-heavy", &args),
        Mode::Night => words.with("counted-night", &args),
    }
}

/// The question texts, in the order of the page.
#[must_use]
pub fn questions(words: &Words) -> [String; 4] {
    [
        words.get("question-busy"),
        words.get("question-speed"),
        words.get("question-change"),
        words.get("question-who"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn an_interval_is_rounded_outwards() {
        for (interval, expected) in [
            ((1182.4, 1261.7), (1182.0, 1262.0)),
            ((1182.4, 1289.7), (1180.0, 1290.0)),
            ((1180.0, 1290.0), (1180.0, 1290.0)),
            ((-3.2, 4.1), (-4.0, 5.0)),
        ] {
            assert_eq!(outwards(interval, 1.0), expected);
        }
    }

    #[test]
    fn a_wide_interval_is_never_called_certain() {
        for (interval, state, expected) in [
            ((95.0, 105.0), State::Measured, Certainty::High),
            ((95.0, 105.0), State::Partial, Certainty::Medium),
            ((80.0, 120.0), State::Measured, Certainty::Medium),
            ((50.0, 150.0), State::Measured, Certainty::Low),
        ] {
            assert_eq!(Certainty::of(interval, 100.0, state), expected);
        }
        assert_eq!(
            Certainty::of((0.0, 1.0), 0.0, State::Measured),
            Certainty::Low
        );
    }

    #[test]
    fn hours_that_do_not_follow_each_other_are_not_a_window() {
        let words = Words::new(Language::English);
        let all: Vec<u8> = (0..24).collect();
        assert_eq!(window(&all, &words), "in 24 hours");
        assert_eq!(window(&[7, 8, 9], &words), "between 7:00 and 10:00");
        assert_eq!(
            window(&[0, 7, 8], &words),
            "in the 3 hours of the day that are counted"
        );
    }
}
