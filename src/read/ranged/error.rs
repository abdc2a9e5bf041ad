//! What is wrong with a file that is read by ranges, and where.

use std::fmt;

/// A part of a Parquet file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Part {
    /// What the host sent in place of the bytes that were asked.
    Host,
    /// The last eight bytes: a length and four letters.
    End,
    Footer,
    /// The page index of a column of a row group (groups count from 0).
    Index {
        group: usize,
        column: String,
    },
    Pages {
        group: usize,
        column: String,
    },
    Column(String),
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Host => write!(f, "the host's answer"),
            Self::End => write!(f, "end of the file"),
            Self::Footer => write!(f, "footer"),
            Self::Index { group, column } => write!(f, "page index of row group {group}, {column}"),
            Self::Pages { group, column } => write!(f, "row group {group}, {column}"),
            Self::Column(column) => write!(f, "column {column}"),
        }
    }
}

/// A file, or a host, that does not hold what it should.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{part}, byte {byte}: {found}; expected {expected}")]
pub struct RangedError {
    pub part: Part,
    /// A byte of the file.
    pub byte: u64,
    pub found: String,
    pub expected: String,
}

impl RangedError {
    pub(super) fn new(
        part: Part,
        byte: u64,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Self {
        Self {
            part,
            byte,
            found: found.into(),
            expected: expected.into(),
        }
    }
}
