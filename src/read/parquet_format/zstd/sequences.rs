//! Sequences: how many literals follow, and what is repeated from where.
//!
//! Source: RFC 8878, sections 3.1.1.3.2 and 3.1.1.5.

use super::bits::Backward;
use super::fse::Table;

const LITERAL_SHARES: [i16; 36] = [
    4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1,
    -1, -1, -1, -1,
];
const MATCH_SHARES: [i16; 53] = [
    1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1,
];
const OFFSET_SHARES: [i16; 29] = [
    1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1,
];

/// From code 16 on: least length, and bits that are added to it.
const LITERAL_LENGTHS: [(u32, u8); 20] = [
    (16, 1),
    (18, 1),
    (20, 1),
    (22, 1),
    (24, 2),
    (28, 2),
    (32, 3),
    (40, 3),
    (48, 4),
    (64, 6),
    (128, 7),
    (256, 8),
    (512, 9),
    (1024, 10),
    (2048, 11),
    (4096, 12),
    (8192, 13),
    (16384, 14),
    (32768, 15),
    (65536, 16),
];
/// From code 32 on.
const MATCH_LENGTHS: [(u32, u8); 21] = [
    (35, 1),
    (37, 1),
    (39, 1),
    (41, 1),
    (43, 2),
    (47, 2),
    (51, 3),
    (59, 3),
    (67, 4),
    (83, 4),
    (99, 5),
    (131, 7),
    (259, 8),
    (515, 9),
    (1027, 10),
    (2051, 11),
    (4099, 12),
    (8195, 13),
    (16387, 14),
    (32771, 15),
    (65539, 16),
];

#[inline]
fn literal_length(code: u8) -> Option<(u32, u8)> {
    match code.checked_sub(16) {
        None => Some((u32::from(code), 0)),
        Some(place) => LITERAL_LENGTHS.get(usize::from(place)).copied(),
    }
}

#[inline]
fn match_length(code: u8) -> Option<(u32, u8)> {
    match code.checked_sub(32) {
        None => Some((u32::from(code) + 3, 0)),
        Some(place) => MATCH_LENGTHS.get(usize::from(place)).copied(),
    }
}

/// What a frame's blocks leave to the next.
#[derive(Clone, Debug, Default)]
pub struct Sequences {
    literals: Table,
    offsets: Table,
    matches: Table,
    /// The last three offsets.
    recent: [u32; 3],
}

impl Sequences {
    /// As a frame begins.
    pub fn begin(&mut self) {
        self.literals = Table::default();
        self.offsets = Table::default();
        self.matches = Table::default();
        self.recent = [1, 4, 8];
    }

    /// Appends what a block's sequences make of its literals. `first` is where the frame begins in `into`, which
    /// may not grow beyond `last`.
    pub fn run(
        &mut self,
        bytes: &[u8],
        literals: &[u8],
        into: &mut Vec<u8>,
        first: usize,
        last: usize,
    ) -> Option<()> {
        let (count, bytes) = count(bytes)?;
        if count == 0 {
            return (bytes.is_empty() && into.len() + literals.len() <= last)
                .then(|| into.extend_from_slice(literals));
        }
        let (modes, bytes) = bytes.split_first()?;
        let bytes = table(
            &mut self.literals,
            modes >> 6,
            bytes,
            &LITERAL_SHARES,
            36,
            (6, 9),
        )?;
        let bytes = table(
            &mut self.offsets,
            modes >> 4 & 3,
            bytes,
            &OFFSET_SHARES,
            32,
            (5, 8),
        )?;
        let bytes = table(
            &mut self.matches,
            modes >> 2 & 3,
            bytes,
            &MATCH_SHARES,
            53,
            (6, 9),
        )?;
        let mut bits = Backward::new(bytes)?;
        bits.refill();
        let mut literal_state = self.literals.start(&mut bits);
        let mut offset_state = self.offsets.start(&mut bits);
        let mut match_state = self.matches.start(&mut bits);
        let mut left = literals;
        for sequence in 0..count {
            let (literal, offset, matching) = (
                self.literals.entry(literal_state),
                self.offsets.entry(offset_state),
                self.matches.entry(match_state),
            );
            if offset.symbol > 31 {
                return None;
            }
            bits.refill();
            let offset_bits = u32::from(offset.symbol);
            let value = (1_u32 << offset_bits) + bits.read(offset_bits);
            let (length, more) = match_length(matching.symbol)?;
            bits.refill();
            let length = (length + bits.read(u32::from(more))) as usize;
            let (before, more) = literal_length(literal.symbol)?;
            let before = (before + bits.read(u32::from(more))) as usize;
            if sequence + 1 < count {
                bits.refill();
                literal_state = literal.next(&mut bits);
                match_state = matching.next(&mut bits);
                offset_state = offset.next(&mut bits);
            }
            if bits.is_overdrawn() {
                return None;
            }
            let offset = self.offset(value, before == 0)? as usize;
            let (copied, rest) = left.split_at_checked(before)?;
            left = rest;
            if into.len() + before + length > last {
                return None;
            }
            into.extend_from_slice(copied);
            repeat(into, first, offset, length)?;
        }
        bits.refill();
        if !bits.is_done() || into.len() + left.len() > last {
            return None;
        }
        into.extend_from_slice(left);
        Some(())
    }

    /// An offset of 1 to 3 stands for one of the last three, or for the first of them less one.
    #[inline]
    fn offset(&mut self, value: u32, is_bare: bool) -> Option<u32> {
        let [a, b, c] = self.recent;
        if value > 3 {
            self.recent = [value - 3, a, b];
            return Some(value - 3);
        }
        let (offset, recent) = match value + u32::from(is_bare) {
            1 => (a, [a, b, c]),
            2 => (b, [b, a, c]),
            3 => (c, [c, a, b]),
            _ => {
                let less = a.checked_sub(1).filter(|less| *less > 0)?;
                (less, [less, a, b])
            }
        };
        self.recent = recent;
        Some(offset)
    }
}

/// Repeats `length` bytes from `offset` bytes back, which may overlap what they make.
#[inline]
fn repeat(into: &mut Vec<u8>, first: usize, offset: usize, length: usize) -> Option<()> {
    let from = into
        .len()
        .checked_sub(offset)
        .filter(|from| *from >= first)?;
    let mut left = length;
    while left > 0 {
        // What was made is there to be repeated itself: each turn may copy twice as much.
        let now = left.min(into.len() - from);
        into.extend_from_within(from..from + now);
        left -= now;
    }
    Some(())
}

fn count(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    let first = usize::from(*first);
    match (first, rest) {
        (0..128, _) => Some((first, rest)),
        (255, [a, b, rest @ ..]) => Some((usize::from(*a) + (usize::from(*b) << 8) + 0x7F00, rest)),
        (128..255, [a, rest @ ..]) => Some((((first - 128) << 8) + usize::from(*a), rest)),
        _ => None,
    }
}

/// Sets a table as its mode says; gives the bytes that follow its description.
fn table<'b>(
    table: &mut Table,
    mode: u8,
    bytes: &'b [u8],
    shares: &[i16],
    symbols: usize,
    (accuracy, most): (u32, u32),
) -> Option<&'b [u8]> {
    match mode {
        0 => {
            table.build(shares, accuracy)?;
            Some(bytes)
        }
        1 => {
            let (symbol, rest) = bytes.split_first()?;
            table.repeat(*symbol);
            Some(rest)
        }
        2 => {
            let length = table.read(bytes, symbols, most)?;
            bytes.get(length..)
        }
        _ => (!table.is_empty()).then_some(bytes),
    }
}
