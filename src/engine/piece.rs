//! What can be fetched: a file, or a part of one, and what it becomes.

use crate::catalog::Distribution;
use crate::table::layout::Part;

/// Bytes that an answer needs, with what they must be.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Piece {
    pub(super) kind: Kind,
    /// Relative to the folder.
    pub(super) path: String,
    /// `None` for the catalogue, which nothing vouches for.
    pub(super) expected: Option<Expected>,
}

/// What the bytes are parsed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Catalog,
    Streets,
    Calendar,
    Summary,
    Index,
    Footer,
    RowGroup,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Expected {
    pub offset: u64,
    pub length: u64,
    pub sha256: String,
    /// The file is longer than this piece.
    pub is_part: bool,
}

impl Piece {
    pub(super) fn catalog() -> Self {
        Self {
            kind: Kind::Catalog,
            path: "catalog.jsonld".into(),
            expected: None,
        }
    }

    pub(super) fn whole(kind: Kind, file: &Distribution) -> Self {
        let expected = Expected {
            offset: 0,
            length: file.bytes,
            sha256: file.sha256.clone(),
            is_part: false,
        };
        Self {
            kind,
            path: file.path.clone(),
            expected: Some(expected),
        }
    }

    pub(super) fn part(kind: Kind, path: &str, part: &Part) -> Self {
        let expected = Expected {
            offset: part.offset,
            length: part.length,
            sha256: part.sha256.clone(),
            is_part: true,
        };
        Self {
            kind,
            path: path.to_owned(),
            expected: Some(expected),
        }
    }

    /// How many bytes it has; 0 where nobody said.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.expected.as_ref().map_or(0, |expected| expected.length)
    }
}
