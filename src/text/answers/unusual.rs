//! Hours that are not like their weekday and hour.

use crate::query::answer::CountedAnswer;
use crate::text::words::Words;

/// How many are named on the page; the sum behind the week lists more.
const NAMED: usize = 3;

/// That hours are unusual, and the most unusual of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnusualHours {
    pub sentence: String,
    /// Most unusual first: day, hour, what was counted instead of what is usual.
    pub hours: Vec<String>,
}

/// `None` where no hour is unusual, or too few were counted to say what is usual.
#[must_use]
pub fn unusual(answer: &CountedAnswer, words: &Words) -> Option<UnusualHours> {
    let week = &answer.week;
    if week.unusual_hours == 0 || week.unusual.is_empty() {
        return None;
    }
    let things = || words.mode_inline(answer.mode);
    Some(UnusualHours {
        sentence: words.with("unusual-sentence", &[("hours", week.unusual_hours.into())]),
        hours: week
            .unusual
            .iter()
            .take(NAMED)
            .map(|hour| {
                words.with(
                    "unusual-hour",
                    &[
                        ("weekday", words.weekday(hour.date.weekday()).into()),
                        ("date", words.date(hour.date).into()),
                        ("hour", words.hour(hour.hour).into()),
                        ("value", words.count(hour.value).into()),
                        ("things", things().into()),
                        ("usual", words.count(hour.median).into()),
                    ],
                )
            })
            .collect(),
    })
}
