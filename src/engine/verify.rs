//! Are these the bytes that the catalogue promised?

use super::piece::{Expected, Piece};
use super::{FetchError, Fetched};
use crate::catalog::Catalog;
use crate::query::Failure;
use bytes::Bytes;
use sha2::{Digest, Sha256};

/// The bytes of a piece out of what a host sent, or why not. `start` is the first byte that was asked for:
/// one answer may hold several pieces. A host that ignores ranges sends the whole file (200).
pub(super) fn verify(
    piece: &Piece,
    outcome: &Result<Fetched, FetchError>,
    start: u64,
) -> Result<Bytes, Failure> {
    let file = || piece.path.clone();
    let fetched = match outcome {
        Ok(fetched) => fetched,
        Err(FetchError::Unreachable | FetchError::Broken) => {
            return Err(Failure::Offline { file: file() });
        }
        Err(FetchError::TooMuch { bytes }) => {
            let (file, bytes) = (file(), *bytes);
            return Err(match piece.range() {
                Some(_) => Failure::NoRanges { file, bytes },
                None => Failure::TooLarge { file, bytes },
            });
        }
    };
    let missing = |status| Failure::Missing {
        file: file(),
        status,
    };
    let Some(expected) = &piece.expected else {
        return match fetched.status {
            200 => Ok(fetched.bytes.clone()),
            status => Err(missing(status)),
        };
    };
    let truncated = |found| Failure::Truncated {
        file: file(),
        expected: expected.offset + expected.length,
        found,
    };
    let begin = match fetched.status {
        200 => 0,
        206 => fetched.content_range.map_or(start, |(begin, _)| begin),
        // The file ends before the part begins.
        416 => return Err(truncated(0)),
        status => return Err(missing(status)),
    };
    let bytes = if expected.is_part {
        let found = begin + fetched.bytes.len() as u64;
        cut(&fetched.bytes, begin, expected).ok_or_else(|| truncated(found))?
    } else {
        fetched.bytes.clone()
    };
    let found = bytes.len() as u64;
    if found != expected.length {
        return Err(Failure::Truncated {
            file: file(),
            expected: expected.length,
            found,
        });
    }
    if sha256(&bytes) != expected.sha256 {
        return Err(Failure::WrongHash {
            file: file(),
            at_byte: expected.offset,
        });
    }
    Ok(bytes)
}

/// A part out of bytes that begin at `begin` of the file.
fn cut(bytes: &Bytes, begin: u64, expected: &Expected) -> Option<Bytes> {
    let start = usize::try_from(expected.offset.checked_sub(begin)?).ok()?;
    let end = start.checked_add(usize::try_from(expected.length).ok()?)?;
    let part = bytes.get(start..end)?;
    // A part must not keep a whole file in memory that came in its place.
    let is_most = part.len() * 2 >= bytes.len();
    Some(if is_most {
        bytes.slice(start..end)
    } else {
        Bytes::copy_from_slice(part)
    })
}

/// Which publication a catalogue describes: all of its files and their hashes.
#[must_use]
pub fn version(catalog: &Catalog) -> String {
    let mut hasher = Sha256::new();
    let files = catalog.datasets.iter().flat_map(|d| &d.distributions);
    for file in files {
        hasher.update(file.path.as_bytes());
        hasher.update(b"\n");
        hasher.update(file.sha256.as_bytes());
        hasher.update(b"\n");
    }
    hex(&hasher.finalize())
}

/// SHA-256 of bytes that come piece by piece.
#[derive(Debug, Default)]
pub struct Hash(Sha256);

impl Hash {
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Lower case.
    #[must_use]
    pub fn hex(self) -> String {
        hex(&self.0.finalize())
    }
}

/// SHA-256 of these bytes: hex, lower case.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            // Writing to a string cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}
