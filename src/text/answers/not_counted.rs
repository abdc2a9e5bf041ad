//! A street where nothing is counted: what is known near by.

use super::{PlainAnswer, counted};
use crate::domain::Mode;
use crate::query::answer::{CountedSummary, StreetAnswer};
use crate::text::number::{step_of_value, to_step};
use crate::text::words::Words;

/// Says that nothing is counted here, and names the nearest counted street, a comparable one first.
#[must_use]
pub fn not_counted(answer: &StreetAnswer, words: &Words) -> PlainAnswer {
    let mut notes = Vec::new();
    let like = answer.nearby.iter().find(|street| street.is_comparable);
    if let Some(street) = like.or_else(|| answer.nearby.first()) {
        let name = street.names.in_language(words.language().tag());
        let street_arg = ("street", name.into());
        let nearest = match (street.distance_m, street.is_comparable) {
            (Some(metres), true) => words.with(
                "not-counted-like",
                &[street_arg, ("distance", words.length(metres).into())],
            ),
            (Some(metres), false) => words.with(
                "not-counted-near",
                &[street_arg, ("distance", words.length(metres).into())],
            ),
            (None, true) => words.with("not-counted-like-somewhere", &[street_arg]),
            (None, false) => words.with("not-counted-somewhere", &[street_arg]),
        };
        notes.push(match figure(&street.counted, words) {
            Some(figure) => format!("{nearest} {figure}"),
            None => nearest,
        });
    }
    PlainAnswer {
        question: words.get("question-busy"),
        sentence: words.get("not-counted"),
        certainty: None,
        notes,
    }
}

fn figure(summary: &CountedSummary, words: &Words) -> Option<String> {
    let cars = summary.cars_per_working_day?;
    let count = to_step(cars, step_of_value(cars));
    let counted = ("counted", counted(Mode::Car, count, words).into());
    Some(if summary.hours_of_day == 24 {
        words.with("not-counted-figure-day", &[counted])
    } else {
        let hours = ("hours", f64::from(summary.hours_of_day).into());
        words.with("not-counted-figure-window", &[counted, hours])
    })
}
