//! What can be fetched: a file, or a part of one, and what it becomes.

use crate::catalog::Distribution;
use crate::table::layout::Span;
use std::ops::Range;

/// Bytes that an answer needs, with what they must be.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Piece {
    pub(super) kind: Kind,
    /// Relative to the folder.
    pub(super) path: String,
    /// `None` where no hash vouches for it: the catalogue, files that name their publication.
    pub(super) expected: Option<Expected>,
}

/// What the bytes are parsed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Catalog,
    Streets,
    Calendar,
    Summary,
    Months,
    Street,
    Record,
    Catalogs,
    Span,
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

    /// A file that names the publication that it belongs to: of a street, a record, other catalogues. That name
    /// vouches for it, once it is parsed.
    pub(super) fn named(kind: Kind, path: String) -> Self {
        Self {
            kind,
            path,
            expected: None,
        }
    }

    /// A whole file as bytes, of which the reader itself checks that it belongs to this publication.
    pub(super) fn unvouched(path: String) -> Self {
        Self {
            kind: Kind::Span,
            path,
            expected: None,
        }
    }

    pub(super) fn span(path: &str, span: &Span) -> Self {
        let expected = Expected {
            offset: span.offset,
            length: span.length,
            sha256: span.sha256.clone(),
            is_part: true,
        };
        Self {
            kind: Kind::Span,
            path: path.to_owned(),
            expected: Some(expected),
        }
    }

    /// The bytes of the file that it is, where it is a part of one.
    pub(super) fn range(&self) -> Option<Range<u64>> {
        let part = self.expected.as_ref().filter(|expected| expected.is_part);
        part.map(|part| part.offset..part.offset + part.length)
    }

    /// How many bytes it has; 0 where nobody said.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.expected.as_ref().map_or(0, |expected| expected.length)
    }
}
