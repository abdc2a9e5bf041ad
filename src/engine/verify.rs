//! Are these the bytes that the catalogue promised?

use super::piece::{Expected, Piece};
use super::{FetchError, Fetched};
use crate::query::Failure;
use sha2::{Digest, Sha256};

/// The bytes of a piece out of what a host sent, or why not.
/// A host that ignores ranges sends the whole file (200): the part is cut out of it.
pub(super) fn verify(
    piece: &Piece,
    outcome: Result<Fetched, FetchError>,
) -> Result<Vec<u8>, Failure> {
    let file = || piece.path.clone();
    let Ok(fetched) = outcome else {
        return Err(Failure::Offline { file: file() });
    };
    let Some(expected) = &piece.expected else {
        return match fetched.status {
            200 => Ok(fetched.bytes),
            status => Err(Failure::Missing {
                file: file(),
                status,
            }),
        };
    };
    let bytes = match fetched.status {
        200 if expected.is_part => {
            cut(&fetched.bytes, expected).map_err(|found| Failure::Truncated {
                file: file(),
                expected: expected.offset + expected.length,
                found,
            })?
        }
        200 => fetched.bytes,
        206 if fetched
            .content_range
            .is_none_or(|(start, _)| start == expected.offset) =>
        {
            fetched.bytes
        }
        // The file ends before the part begins.
        416 => {
            return Err(Failure::Truncated {
                file: file(),
                expected: expected.offset + expected.length,
                found: 0,
            });
        }
        status => {
            return Err(Failure::Missing {
                file: file(),
                status,
            });
        }
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

/// The part of a whole file; the file's length where it is too short.
fn cut(bytes: &[u8], expected: &Expected) -> Result<Vec<u8>, u64> {
    let range = usize::try_from(expected.offset)
        .ok()
        .zip(usize::try_from(expected.offset + expected.length).ok());
    let part = range
        .and_then(|(start, end)| bytes.get(start..end))
        .map(<[u8]>::to_vec);
    part.ok_or(bytes.len() as u64)
}

/// SHA-256 of these bytes: hex, lower case.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write;
    Sha256::digest(bytes)
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            // Writing to a string cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}
