//! Who moves in the town, month by month?

use super::PlainAnswer;
use crate::query::answer::{MonthsAnswer, SplitPart};
use crate::text::words::Words;

/// The last month: the share of each mode in what passed all counters together. `None` where no counter knows all modes.
#[must_use]
pub fn town_months(answer: &MonthsAnswer, words: &Words) -> Option<PlainAnswer> {
    let last = answer.months.last()?;
    let part = |part: &SplitPart| {
        let things = words.mode_inline(part.mode);
        let percent = words.percent(part.share?);
        Some(words.with(
            "who-part",
            &[("percent", percent.into()), ("things", things.into())],
        ))
    };
    let list: Vec<String> = last.parts.iter().filter_map(part).collect();
    let counters = [("counters", last.counters.into())];
    let sentence = if list.is_empty() {
        words.get("who-none")
    } else {
        words.with(
            "months-sentence",
            &[
                ("month", words.month(last.month).into()),
                ("list", words.list(&list).into()),
            ],
        )
    };
    Some(PlainAnswer {
        question: words.get("months-title"),
        sentence,
        certainty: Some(words.with("months-counters", &counters)),
        notes: vec![words.get("who-note-passages"), words.get("months-note")],
    })
}
