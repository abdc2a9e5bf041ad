//! Sequences: how many literals follow, and what is repeated from where.
//!
//! Source: RFC 8878, sections 3.1.1.3.2 and 3.1.1.5.

use super::bits::Backward;
use super::copy::{Literals, Output};
use super::fse::Table;

/// Bits that are there after a refill, and those that the next three states take at most.
const HELD: u8 = 56;
const OF_STATES: u8 = 26;

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

fn literal_length(code: u8) -> Option<(u32, u8)> {
    match code.checked_sub(16) {
        None => Some((u32::from(code), 0)),
        Some(place) => LITERAL_LENGTHS.get(usize::from(place)).copied(),
    }
}

fn match_length(code: u8) -> Option<(u32, u8)> {
    match code.checked_sub(32) {
        None => Some((u32::from(code) + 3, 0)),
        Some(place) => MATCH_LENGTHS.get(usize::from(place)).copied(),
    }
}

fn offset_value(code: u8) -> Option<(u32, u8)> {
    Some((1_u32.checked_shl(u32::from(code))?, code))
}

/// What a frame's blocks leave to the next.
#[derive(Clone, Debug)]
pub struct Sequences {
    literals: Table,
    offsets: Table,
    matches: Table,
    /// The last three offsets.
    recent: [u32; 3],
}

impl Default for Sequences {
    fn default() -> Self {
        Self {
            literals: Table::of(literal_length),
            offsets: Table::of(offset_value),
            matches: Table::of(match_length),
            recent: [1, 4, 8],
        }
    }
}

impl Sequences {
    /// As a frame begins.
    pub fn begin(&mut self) {
        self.literals.forget();
        self.offsets.forget();
        self.matches.forget();
        self.recent = [1, 4, 8];
    }

    /// Appends what a block's sequences make of its literals. Kept apart, as `Codes::four` is.
    #[inline(never)]
    pub fn run(&mut self, bytes: &[u8], literals: &Literals, into: &mut Output) -> Option<()> {
        let (count, bytes) = count(bytes)?;
        if count == 0 {
            let all = literals.from(0)?;
            return bytes.is_empty().then(|| into.append(all))?;
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
        let mut used = 0;
        for sequence in 0..count {
            let literal = self.literals.entry(literal_state);
            let offset = self.offsets.entry(offset_state);
            let matching = self.matches.entry(match_state);
            let more = offset.more + matching.more + literal.more;
            bits.refill();
            let value = offset.value + bits.read(offset.more.into());
            if more > HELD {
                bits.refill();
            }
            let length = (matching.value + bits.read(matching.more.into())) as usize;
            let before = (literal.value + bits.read(literal.more.into())) as usize;
            if more > HELD - OF_STATES {
                bits.refill();
            }
            if sequence + 1 < count {
                literal_state = literal.next(&mut bits);
                match_state = matching.next(&mut bits);
                offset_state = offset.next(&mut bits);
            }
            if bits.is_overdrawn() {
                return None;
            }
            let offset = self.offset(value, before == 0)? as usize;
            into.take(literals, used, before)?;
            used += before;
            into.repeat(offset, length)?;
        }
        bits.refill();
        bits.is_done().then(|| into.append(literals.from(used)?))?
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
            table.repeat(*symbol)?;
            Some(rest)
        }
        2 => {
            let length = table.read(bytes, symbols, most)?;
            bytes.get(length..)
        }
        _ => table.is_known().then_some(bytes),
    }
}
