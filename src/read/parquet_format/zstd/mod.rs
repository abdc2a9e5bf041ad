//! Zstandard, unpacking only, for pages that are whole in memory. It reads what any encoder writes but dictionaries of its
//! own, and does not check checksums, which Parquet leaves to its page headers. Natively it takes some 1.4 times as long
//! as the C library; `tests/ranged/zstd.rs` holds it against that library.
//!
//! Source: RFC 8878.

// Widths and counts below are bounded by the format: a block has 128 KiB at most.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss
)]

mod bits;
mod copy;
mod fse;
mod huffman;
mod sequences;

use copy::{Literals, Output};
use fse::Table;
use huffman::Codes;
use sequences::Sequences;

const MAGIC: u32 = 0xFD2F_B528;
const LARGEST_BLOCK: usize = 128 << 10;

/// Room and tables that are used again for page after page.
#[derive(Clone, Debug)]
pub struct Unpacker {
    codes: Codes,
    weights: Table,
    sequences: Sequences,
    literals: Literals,
}

impl Default for Unpacker {
    fn default() -> Self {
        Self {
            codes: Codes::default(),
            weights: Table::of(|weight| Some((weight.into(), 0))),
            sequences: Sequences::default(),
            literals: Literals::default(),
        }
    }
}

impl Unpacker {
    /// Appends exactly `size` bytes to `into`; `None` where the frames are broken or hold more or fewer.
    pub fn unpack(&mut self, packed: &[u8], size: usize, into: &mut Vec<u8>) -> Option<()> {
        let before = into.len();
        let end = self.frames(packed, size, into);
        into.truncate(end.unwrap_or(before));
        end.map(|_| ())
    }

    fn frames(&mut self, mut packed: &[u8], size: usize, into: &mut Vec<u8>) -> Option<usize> {
        let mut into = Output::new(into, size)?;
        while !packed.is_empty() {
            packed = self.frame(packed, &mut into)?;
        }
        into.end()
    }

    /// One frame; gives what follows it.
    fn frame<'b>(&mut self, bytes: &'b [u8], into: &mut Output) -> Option<&'b [u8]> {
        let (magic, bytes) = bytes.split_first_chunk()?;
        let magic = u32::from_le_bytes(*magic);
        if magic & 0xFFFF_FFF0 == 0x184D_2A50 {
            let (length, bytes) = bytes.split_first_chunk()?;
            return bytes.get(usize::try_from(u32::from_le_bytes(*length)).ok()?..);
        }
        if magic != MAGIC {
            return None;
        }
        let (descriptor, bytes) = bytes.split_first()?;
        let is_single = descriptor & 0x20 > 0;
        let window = usize::from(!is_single);
        let dictionary = [0, 1, 2, 4].get(usize::from(descriptor & 3))?;
        let content = match descriptor >> 6 {
            0 => usize::from(is_single),
            flag => 1 << flag,
        };
        let id = bytes.get(window..window + dictionary)?;
        if descriptor & 0x08 > 0 || id.iter().any(|byte| *byte != 0) {
            return None;
        }
        let mut bytes = bytes.get(window + dictionary + content..)?;
        into.begin_frame();
        self.codes.forget();
        self.sequences.begin();
        loop {
            let (header, rest) = bytes.split_first_chunk::<3>()?;
            let [a, b, c] = header.map(usize::from);
            let header = a | b << 8 | c << 16;
            let size = header >> 3;
            let length = if header >> 1 & 3 == 1 { 1 } else { size };
            let (block, rest) = rest.split_at_checked(length)?;
            bytes = rest;
            match header >> 1 & 3 {
                0 => into.append(block)?,
                1 => into.fill(*block.first()?, size)?,
                2 if size <= LARGEST_BLOCK => self.block(block, into)?,
                _ => return None,
            }
            if header & 1 == 1 {
                break;
            }
        }
        let checksum = if descriptor & 0x04 > 0 { 4 } else { 0 };
        bytes.get(checksum..)
    }

    fn block(&mut self, bytes: &[u8], into: &mut Output) -> Option<()> {
        let sequences = self.literals(bytes)?;
        self.sequences.run(sequences, &self.literals, into)
    }

    /// The literals of a block; gives the bytes that follow them.
    fn literals<'b>(&mut self, bytes: &'b [u8]) -> Option<&'b [u8]> {
        let first = usize::from(*bytes.first()?);
        let (kind, format) = (first & 3, first >> 2 & 3);
        let header = |length: usize| {
            let (header, rest) = bytes.split_at_checked(length)?;
            let bytes = header.iter().rev();
            let value = bytes.fold(0_u64, |value, byte| value << 8 | u64::from(*byte));
            Some((value, rest))
        };
        if kind < 2 {
            let (size, rest) = match format {
                1 => header(2).map(|(value, rest)| (value >> 4, rest))?,
                3 => header(3).map(|(value, rest)| (value >> 4, rest))?,
                _ => header(1).map(|(value, rest)| (value >> 3, rest))?,
            };
            let size = usize::try_from(size)
                .ok()
                .filter(|size| *size <= LARGEST_BLOCK)?;
            return if kind == 0 {
                let (literals, rest) = rest.split_at_checked(size)?;
                self.literals.room(size)?.copy_from_slice(literals);
                Some(rest)
            } else {
                let (literal, rest) = rest.split_first()?;
                self.literals.room(size)?.fill(*literal);
                Some(rest)
            };
        }
        let (length, width) = match format {
            0 | 1 => (3, 10),
            2 => (4, 14),
            _ => (5, 18),
        };
        let (value, rest) = header(length)?;
        let field = |shift: u32| (value >> shift) as usize & ((1 << width) - 1);
        let (size, packed) = (field(4), field(4 + width));
        if size > LARGEST_BLOCK {
            return None;
        }
        let (mut streams, rest) = rest.split_at_checked(packed)?;
        if kind == 2 {
            let described = self.codes.read(streams, &mut self.weights)?;
            streams = streams.get(described..)?;
        } else if !self.codes.is_known() {
            return None;
        }
        let into = self.literals.room(size)?;
        if format == 0 {
            self.codes.one(streams, into)?;
        } else {
            self.codes.four(streams, into)?;
        }
        Some(rest)
    }
}
