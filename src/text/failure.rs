//! stub
use super::Words;
use crate::query::Failure;

/// What went wrong, for a reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FailureText {
    pub title: String,
    /// What happened.
    pub text: String,
    /// What the reader can do.
    pub action: String,
}

#[must_use]
pub fn failure(_failure: &Failure, _words: &Words) -> FailureText {
    FailureText::default()
}
