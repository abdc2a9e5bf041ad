//! Reading a published folder: from bytes that were fetched to tables.
//! The same code runs in the worker and natively, on Parquet's column readers without Arrow.

pub mod counts;
mod parquet_part;
pub mod shared_near;
pub mod street_file;
pub mod streets;
pub mod summary;

pub use parquet_part::footer;

/// A published file that is not what it should be.
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
