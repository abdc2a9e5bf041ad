//! Who uses it?

use super::{PlainAnswer, coverage_note, hidden, nothing_counted};
use crate::domain::Mode;
use crate::domain::order::order;
use crate::query::answer::{CountedAnswer, SplitPart};
use crate::text::words::Words;

/// The share of each mode in the passages here, the largest first.
#[must_use]
pub fn who(answer: &CountedAnswer, words: &Words) -> PlainAnswer {
    let question = words.get("question-who");
    let split = &answer.split;
    // Of all modes: where the chosen one is not counted, another may be.
    if let Some(sentence) = nothing_counted(answer, words).filter(|_| split.parts.is_empty()) {
        return PlainAnswer::cannot(question, sentence);
    }
    if let Some(sentence) = hidden(split.coverage, words) {
        return PlainAnswer::cannot(question, sentence);
    }
    if let [only] = split.parts.as_slice() {
        let things = ("things", words.mode_inline(only.mode).into());
        return PlainAnswer::cannot(question, words.with("who-only", &[things]));
    }
    let unsorted: Vec<(&SplitPart, f64)> = split
        .parts
        .iter()
        .filter_map(|part| Some((part, part.share?)))
        .filter(|(_, share)| *share > 0.0)
        .collect();
    let share = |place: usize| unsorted.get(place).map_or(0.0, |(_, share)| *share);
    let parts: Vec<(&SplitPart, f64)> =
        order(unsorted.len(), &|a, b| share(b).total_cmp(&share(a)))
            .into_iter()
            .filter_map(|place| unsorted.get(place).copied())
            .collect();
    if parts.is_empty() {
        return PlainAnswer::cannot(question, words.get("who-none"));
    }
    let list: Vec<String> = parts
        .iter()
        .map(|(part, share)| {
            words.with(
                "who-part",
                &[
                    ("percent", words.percent(*share).into()),
                    ("things", words.mode_inline(part.mode).into()),
                ],
            )
        })
        .collect();
    let mut notes = vec![words.get("who-note-passages")];
    notes.extend(coverage_note(split.coverage, words));
    if answer.scope.night_hours > 0 {
        notes.push(words.get("who-note-night"));
    }
    if parts.iter().any(|(part, _)| part.mode == Mode::Bike) {
        notes.push(words.get("note-bike"));
    }
    PlainAnswer {
        question,
        sentence: words.with("who-sentence", &[("list", words.list(&list).into())]),
        certainty: None,
        notes,
    }
}
