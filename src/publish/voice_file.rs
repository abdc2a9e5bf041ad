//! A file of answers that a citizen downloaded and sent: `docs/voices.schema.json`. It holds no name, no date and no
//! text of its own.

use super::dilemmas::{ANSWERS, DILEMMAS, LIST};
use crate::read::{Place, ReadError};
use serde::Deserialize;
use std::collections::BTreeMap;

pub const FORMAT: &str = "straatbeeld-voice-1";
const EXPECTED: &str =
    "a file of answers as the page of dilemmas gives it (docs/voices.schema.json)";
/// Ten answers take some hundred bytes.
pub const MOST_BYTES: u64 = 16 << 10;

/// One person's answers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voice {
    format: String,
    list: u32,
    /// The town's id.
    pub town: String,
    /// Of `ANSWERS` by dilemma; who did not answer one leaves it out.
    pub answers: BTreeMap<String, String>,
}

/// Reads a file; anything that is not of the format is refused with the place or the key.
pub fn read(file: &str, bytes: &[u8]) -> Result<Voice, ReadError> {
    if bytes.len() as u64 > MOST_BYTES {
        let found = format!("{} bytes", bytes.len());
        return Err(ReadError::malformed(
            file,
            Place::File,
            found,
            format!("at most {MOST_BYTES}: {EXPECTED}"),
        ));
    }
    let voice: Voice =
        serde_json::from_slice(bytes).map_err(|e| ReadError::json(file, &e, EXPECTED))?;
    let fail = |found: String, expected: String| {
        Err(ReadError::malformed(file, Place::File, found, expected))
    };
    if voice.format != FORMAT {
        return fail(
            format!("the format {:?}", voice.format),
            format!("{FORMAT:?}"),
        );
    }
    if voice.list != LIST {
        return fail(
            format!("answers to list {} of the dilemmas", voice.list),
            format!("list {LIST}"),
        );
    }
    if voice.town.is_empty() {
        return fail("no town".to_owned(), "the id of a town".to_owned());
    }
    for (dilemma, answer) in &voice.answers {
        if !DILEMMAS.contains(&dilemma.as_str()) {
            return fail(
                format!("the dilemma {dilemma:?}"),
                format!("one of {}", DILEMMAS.join(", ")),
            );
        }
        if !ANSWERS.contains(&answer.as_str()) {
            return fail(
                format!("{answer:?} for {dilemma}"),
                format!("one of {}", ANSWERS.join(", ")),
            );
        }
    }
    Ok(voice)
}
