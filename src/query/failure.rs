//! What can go wrong between a question and its answer, as data;
//! `text` says it in the reader's language, with what to do.

use crate::domain::StreetId;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Failure {
    /// No answer from the host: offline, or the connection dropped.
    Offline { file: String },
    /// The host says that the file is not there.
    Missing { file: String, status: u16 },
    /// Fewer or more bytes than the catalogue says.
    Truncated {
        file: String,
        expected: u64,
        found: u64,
    },
    /// The host does not serve parts of a file, and all of it is too much.
    NoRanges { file: String, bytes: u64 },
    /// The bytes are not those of the catalogue.
    WrongHash { file: String, at_byte: u64 },
    /// The file cannot be read as what it should be; `place` is a row, a column or a byte.
    Unreadable {
        file: String,
        place: String,
        expected: String,
    },
    /// No street of this id in the town.
    UnknownStreet { street: StreetId },
    /// The street has no counted segment of this id.
    UnknownSegment { street: StreetId, segment: String },
    /// The period has no day, or none that was counted.
    EmptyPeriod,
    /// The worker ended or cannot start.
    WorkerGone { detail: String },
    /// The host sends at least so many bytes, more than any such file has.
    TooLarge { file: String, bytes: u64 },
}
