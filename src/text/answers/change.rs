//! Is it changing?

use super::{Certainty, PlainAnswer, happened, nothing_counted, outwards, window};
use crate::domain::State;
use crate::query::answer::{CountedAnswer, Trend};
use crate::text::words::{Arg, Words};

/// A change inside ±1 % a year is hardly one.
const SMALL: f64 = 0.01;

/// The trend of the months, or why there is none.
#[must_use]
pub fn change(answer: &CountedAnswer, words: &Words) -> PlainAnswer {
    let question = words.get("question-change");
    if let Some(sentence) = nothing_counted(answer, words) {
        return PlainAnswer::cannot(question, sentence);
    }
    match answer.change.trend {
        Trend::Pending => PlainAnswer::cannot(question, words.get("change-pending")),
        Trend::TooShort { months } => PlainAnswer {
            notes: happened(answer, words),
            ..PlainAnswer::cannot(
                question,
                words.with("change-cannot-short", &[("months", months.into())]),
            )
        },
        Trend::Slope {
            per_year,
            interval,
            months,
        } => PlainAnswer {
            question,
            sentence: sentence(answer, per_year, interval, words),
            certainty: Some(certainty(interval, words)),
            notes: notes(answer, months, words),
        },
    }
}

fn is_unclear((low, high): (f64, f64)) -> bool {
    low <= 0.0 && high >= 0.0
}

fn is_small((low, high): (f64, f64)) -> bool {
    low > -SMALL && high < SMALL
}

fn sentence(answer: &CountedAnswer, per_year: f64, interval: (f64, f64), words: &Words) -> String {
    let things = ("things", Arg::from(words.mode_inline(answer.mode)));
    if is_small(interval) {
        return words.with("change-small", &[things]);
    }
    if is_unclear(interval) {
        return words.with("change-unclear", &[things]);
    }
    let percent = ("percent", Arg::from(per_cent(per_year, interval, words)));
    if per_year > 0.0 {
        words.with("change-up", &[percent, things])
    } else {
        words.with("change-down", &[percent, things])
    }
}

/// `5%`, without its sign; with one decimal where whole percents would say nothing happens.
fn per_cent(share: f64, interval: (f64, f64), words: &Words) -> String {
    let decimals = u8::from(share.abs() < 0.02 || (interval.1 - interval.0).abs() < 0.02);
    words.percents(&words.decimal(share.abs() * 100.0, decimals))
}

fn signed(percent: f64, decimals: u8, words: &Words) -> String {
    let text = words.decimal(percent, decimals);
    let plus = if percent > 0.0 { "+" } else { "" };
    words.percents(&format!("{plus}{text}"))
}

fn certainty(interval: (f64, f64), words: &Words) -> String {
    let percents = (interval.0 * 100.0, interval.1 * 100.0);
    let is_narrow = (percents.1 - percents.0).abs() < 2.0;
    let decimals = u8::from(is_narrow);
    let (low, high) = outwards(percents, if is_narrow { 0.1 } else { 1.0 });
    let args = [
        ("low", signed(low, decimals, words).into()),
        ("high", signed(high, decimals, words).into()),
    ];
    if is_unclear(interval) && !is_small(interval) {
        return words.with("change-certainty-unclear", &args);
    }
    // 10 % and 25 % of a half-width of 20 % a year: 2 and 5 percent points.
    match Certainty::of(interval, 0.2, State::Measured) {
        Certainty::High => words.with("change-certainty-high", &args),
        Certainty::Medium => words.with("change-certainty-medium", &args),
        Certainty::Low => words.with("change-certainty-low", &args),
    }
}

fn notes(answer: &CountedAnswer, months: u32, words: &Words) -> Vec<String> {
    let mut notes = vec![words.with("change-note-months", &[("months", months.into())])];
    if answer.change.hours_of_day.len() < 24 {
        let window = window(&answer.change.hours_of_day, words);
        notes.push(words.with("change-note-window", &[("window", window.into())]));
    }
    if answer.scope.sensors.len() > 1 {
        notes.push(words.get("note-sensors"));
    }
    notes.extend(happened(answer, words));
    notes
}

fn happened(answer: &CountedAnswer, words: &Words) -> Vec<String> {
    let all = answer.events.iter();
    all.map(|event| happened::line(event, words)).collect()
}
