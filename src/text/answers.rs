//! stub
use super::Words;
use crate::query::answer::{CountedAnswer, StreetAnswer};

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

#[must_use]
pub fn busy(_answer: &CountedAnswer, _words: &Words) -> PlainAnswer {
    PlainAnswer::default()
}
#[must_use]
pub fn speed(_answer: &CountedAnswer, _words: &Words) -> PlainAnswer {
    PlainAnswer::default()
}
#[must_use]
pub fn change(_answer: &CountedAnswer, _words: &Words) -> PlainAnswer {
    PlainAnswer::default()
}
#[must_use]
pub fn who(_answer: &CountedAnswer, _words: &Words) -> PlainAnswer {
    PlainAnswer::default()
}
/// For a street where nothing is counted.
#[must_use]
pub fn not_counted(_answer: &StreetAnswer, _words: &Words) -> PlainAnswer {
    PlainAnswer::default()
}
