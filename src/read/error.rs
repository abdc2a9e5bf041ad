//! What stops a reader: the file, the place, what was found and what was expected.

use super::place::Place;

/// A file that cannot be read at all. A single bad row is not an error: it is
/// refused and counted in the `ReadReport`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    #[error("{file}{place}: {found}; expected {expected}")]
    Malformed {
        file: String,
        place: Place,
        found: String,
        expected: String,
    },
    #[error(
        "{file}{place}: there is no column {column:?} among {found}; expected it in {expected}"
    )]
    MissingColumn {
        file: String,
        place: Place,
        column: String,
        /// The columns that are there.
        found: String,
        /// The kind of file.
        expected: &'static str,
    },
    #[error("{file}: the publisher's answer says {found}; expected status 200 with a report")]
    Refused { file: String, found: String },
    #[error("{file}{place}: {found}; expected a setting in the town file: {expected}")]
    Undeclared {
        file: String,
        place: Place,
        found: String,
        expected: String,
    },
}

impl ReadError {
    #[must_use]
    pub fn malformed(
        file: &str,
        place: Place,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Self {
        Self::Malformed {
            file: file.to_owned(),
            place,
            found: found.into(),
            expected: expected.into(),
        }
    }

    /// Text that is not UTF-8, with the byte at which it stops being so.
    #[must_use]
    pub fn encoding(file: &str, bytes: &[u8], error: &std::str::Utf8Error) -> Self {
        Self::malformed(
            file,
            Place::of_byte(bytes, error.valid_up_to()),
            "bytes that are not UTF-8",
            "UTF-8 text",
        )
    }

    /// JSON that does not parse; serde_json says where.
    #[must_use]
    pub fn json(file: &str, error: &serde_json::Error, expected: &str) -> Self {
        let text = error.to_string();
        // The place is printed once, in front.
        let found = text
            .rsplit_once(" at line ")
            .map_or(text.as_str(), |(message, _)| message);
        Self::malformed(
            file,
            Place::Line {
                line: error.line() as u64,
                column: error.column() as u64,
            },
            found,
            expected,
        )
    }

    /// What a person can try.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Malformed { .. } => {
                "Open the file at this place; fetch it again if it was cut short, or leave it out of `paths`."
            }
            Self::MissingColumn { .. } => {
                "Check that `format` fits the file; where the publisher renamed the column, say so with `columns`."
            }
            Self::Refused { .. } => {
                "This file holds an error message in place of data: fetch it again."
            }
            Self::Undeclared { .. } => "Only the publisher knows: declare it in the town file.",
        }
    }
}
