//! Opening a file on a host: the footer with one request where the guess was good, with two where it was not.

use super::error::{Part, RangedError};
use super::held::Held;
use crate::read::parquet_format::footer::Footer;
use std::ops::Range;
use std::sync::Arc;

/// Bytes of the end that are asked when nothing is known of a file: the footer of a hundred row groups of
/// fifteen columns. At 20 Mbit/s they take as long as one and a half round trips of 40 ms.
pub const GUESS: u64 = 160 << 10;

/// A file of which the footer was read.
#[derive(Clone, Debug)]
pub struct File {
    pub footer: Arc<Footer>,
    /// Bytes of the file.
    pub length: u64,
    /// What came before the footer in the same answer.
    pub(super) held: Held,
}

/// What `Opening` wants next.
#[derive(Debug)]
pub enum Opened {
    /// These bytes of the file.
    Fetch(Range<u64>),
    File(File),
}

/// Where a file is opened. First ask for the last `wanted()` bytes, then give what came.
#[derive(Debug)]
pub struct Opening {
    wanted: u64,
    /// Where the footer begins and what was fetched of the file's end, with the file's length.
    tail: Option<(u64, u64, Vec<u8>)>,
}

impl Default for Opening {
    fn default() -> Self {
        Self::new(GUESS)
    }
}

impl Opening {
    /// `guess`: bytes of the footer, where a catalogue or an earlier visit tells them.
    #[must_use]
    pub fn new(guess: u64) -> Self {
        Self {
            wanted: guess.max(8),
            tail: None,
        }
    }

    /// How many bytes of the end to ask for first.
    #[must_use]
    pub fn wanted(&self) -> u64 {
        self.wanted
    }

    /// Takes bytes of the file, which begin at `start`; the host says that the file is `length` bytes long. A
    /// host that knows no ranges sends the whole file, which is fine: nothing more will be asked.
    pub fn give(
        &mut self,
        start: u64,
        length: u64,
        mut bytes: Vec<u8>,
    ) -> Result<Opened, RangedError> {
        if let Some((footer, whole, tail)) = self.tail.take() {
            let ends = start.checked_add(bytes.len() as u64);
            let is_rest = length == whole
                && start <= footer
                && ends.is_some_and(|end| end + tail.len() as u64 >= whole);
            if !is_rest {
                return Err(other_bytes(
                    start,
                    bytes.len(),
                    &(footer..whole - tail.len() as u64),
                ));
            }
            // The whole file may have come in place of the rest.
            let known = whole - tail.len() as u64 - start;
            bytes.truncate(usize::try_from(known).unwrap_or(usize::MAX));
            bytes.extend(tail);
        }
        if start.checked_add(bytes.len() as u64) != Some(length) {
            return Err(other_bytes(
                start,
                bytes.len(),
                &(length.saturating_sub(self.wanted)..length),
            ));
        }
        let size = footer_size(&bytes, length)?;
        let end = length - 8;
        let Some(footer_start) = end.checked_sub(size).filter(|start| *start >= 4) else {
            return Err(RangedError::new(
                Part::End,
                end,
                format!("a footer of {size} bytes in a file of {length}"),
                "Parquet",
            ));
        };
        if footer_start < start {
            let missing = footer_start..start;
            self.tail = Some((footer_start, length, bytes));
            return Ok(Opened::Fetch(missing));
        }
        let first = usize::try_from(footer_start - start).unwrap_or(usize::MAX);
        let last = bytes.len().saturating_sub(8);
        let metadata = bytes.get(first..last).unwrap_or_default();
        let footer = Footer::parse(metadata, footer_start).map_err(|at| {
            RangedError::new(
                Part::Footer,
                footer_start + at as u64,
                "something else",
                "metadata of Parquet",
            )
        })?;
        bytes.truncate(first);
        // A large footer's room is not kept with the little before it.
        bytes.shrink_to_fit();
        let mut held = Held::default();
        held.add(start, bytes);
        Ok(Opened::File(File {
            footer: Arc::new(footer),
            length,
            held,
        }))
    }
}

fn footer_size(bytes: &[u8], length: u64) -> Result<u64, RangedError> {
    let wrong = |found: String| {
        RangedError::new(
            Part::End,
            length.saturating_sub(8),
            found,
            "PAR1, as Parquet ends",
        )
    };
    let Some((_, end)) = bytes.split_last_chunk::<8>() else {
        return Err(wrong(format!("a file of {length} bytes")));
    };
    let [a, b, c, d, letters @ ..] = *end;
    match &letters {
        b"PAR1" => Ok(u64::from(u32::from_le_bytes([a, b, c, d]))),
        b"PARE" => Err(wrong("an encrypted footer".into())),
        other => Err(wrong(format!("{:?}", String::from_utf8_lossy(other)))),
    }
}

pub(super) fn other_bytes(start: u64, count: usize, asked: &Range<u64>) -> RangedError {
    let end = start.saturating_add(count as u64);
    RangedError::new(
        Part::Host,
        start,
        format!("bytes {start} to {end}"),
        format!("bytes {} to {}", asked.start, asked.end),
    )
}
