//! A published file that is not what it should be.

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: expected {expected}")]
#[non_exhaustive]
pub struct PublishedError {
    /// A column, a row or a byte.
    pub place: String,
    pub expected: String,
}

impl PublishedError {
    pub(crate) fn new(place: impl Into<String>, expected: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            expected: expected.into(),
        }
    }
}
