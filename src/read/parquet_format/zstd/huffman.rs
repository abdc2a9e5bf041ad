//! Literals in codes of up to eleven bits, in one stream or in four that are decoded side by side.
//!
//! Source: RFC 8878, section 4.2.

use super::bits::Backward;
use super::fse::Table;

const LONGEST: u32 = 11;
const STATES: usize = 1 << LONGEST;
/// Symbols that a refill has bits for.
const FIVE: usize = 5;
/// As many as there are lengths, and none.
const WEIGHTS: usize = LONGEST as usize + 1;

/// For any eleven bits: the length of the code that they begin with, and eight bits higher its symbol.
#[derive(Clone, Debug)]
pub struct Codes {
    table: Box<[u16; STATES]>,
    is_known: bool,
}

impl Default for Codes {
    fn default() -> Self {
        Self {
            table: Box::new([0; STATES]),
            is_known: false,
        }
    }
}

impl Codes {
    /// A frame begins: codes of the last are not its own.
    pub fn forget(&mut self) {
        self.is_known = false;
    }

    /// Whether an earlier block left codes.
    pub fn is_known(&self) -> bool {
        self.is_known
    }

    /// Out of a description; gives how many bytes it takes.
    pub fn read(&mut self, bytes: &[u8], weights_table: &mut Table) -> Option<usize> {
        self.is_known = false;
        let (first, rest) = bytes.split_first()?;
        let mut weights = [0_u8; 256];
        let (count, length) = if let Some(count) = first.checked_sub(127) {
            let count = usize::from(count);
            let packed = rest.get(..count.div_ceil(2))?;
            let halves = packed.iter().flat_map(|byte| [byte >> 4, byte & 15]);
            weights
                .iter_mut()
                .zip(halves.take(count))
                .for_each(|(to, from)| *to = from);
            (count, packed.len())
        } else {
            let packed = rest.get(..usize::from(*first))?;
            (
                unpack_weights(packed, weights_table, &mut weights)?,
                packed.len(),
            )
        };
        self.build(&mut weights, count)?;
        self.is_known = true;
        Some(1 + length)
    }

    /// Weights of all symbols but the last, which takes what is left.
    fn build(&mut self, weights: &mut [u8; 256], count: usize) -> Option<()> {
        let mut sum = 0_u32;
        for weight in weights.get(..count)? {
            if u32::from(*weight) > LONGEST {
                return None;
            }
            sum += (1 << *weight) >> 1;
        }
        let longest = sum.checked_ilog2()? + 1;
        let left = (1_u32 << longest) - sum;
        if longest > LONGEST || !left.is_power_of_two() {
            return None;
        }
        *weights.get_mut(count)? = left.ilog2() as u8 + 1;
        let weights = weights.get(..=count)?;
        let entries = |weight: u32| 1_usize << (LONGEST - longest + weight - 1);
        // Longest codes, which have the smallest weights, come first.
        let mut places = [0; LONGEST as usize + 2];
        for weight in weights.iter().filter(|weight| **weight > 0) {
            *places.get_mut(usize::from(*weight) + 1)? += entries(u32::from(*weight));
        }
        let mut before = 0;
        for place in &mut places {
            before += *place;
            *place = before;
        }
        for (symbol, weight) in (0_u16..).zip(weights).filter(|(_, weight)| **weight > 0) {
            let place = places.get_mut(usize::from(*weight))?;
            let weight = u32::from(*weight);
            let end = *place + entries(weight);
            let bits = (longest + 1 - weight) as u16;
            self.table.get_mut(*place..end)?.fill(bits | symbol << 8);
            *place = end;
        }
        (before == STATES).then_some(())
    }

    /// Fills `into` out of one stream.
    pub fn one(&self, bytes: &[u8], into: &mut [u8]) -> Option<()> {
        let (fives, rest) = into.as_chunks_mut::<FIVE>();
        self.to_end(Backward::new(bytes)?, fives, rest)
    }

    /// Fills `into` out of four streams, of which the first three are of a length. Kept apart: a browser makes a function
    /// fast when it has run for a while, and a small one sooner.
    #[inline(never)]
    pub fn four(&self, bytes: &[u8], into: &mut [u8]) -> Option<()> {
        let (lengths, bytes) = bytes.split_first_chunk::<6>()?;
        let mut lengths = lengths.as_chunks::<2>().0.iter();
        let mut length = || {
            lengths
                .next()
                .map(|two| usize::from(u16::from_le_bytes(*two)))
        };
        let (first, bytes) = bytes.split_at_checked(length()?)?;
        let (second, bytes) = bytes.split_at_checked(length()?)?;
        let (third, fourth) = bytes.split_at_checked(length()?)?;
        let quarter = into.len().div_ceil(4);
        let (into0, into) = into.split_at_mut_checked(quarter)?;
        let (into1, into) = into.split_at_mut_checked(quarter)?;
        let (into2, into3) = into.split_at_mut_checked(quarter)?;
        let mut bits = [
            Backward::new(first)?,
            Backward::new(second)?,
            Backward::new(third)?,
            Backward::new(fourth)?,
        ];
        let (fives0, rest0) = into0.as_chunks_mut::<FIVE>();
        let (fives1, rest1) = into1.as_chunks_mut::<FIVE>();
        let (fives2, rest2) = into2.as_chunks_mut::<FIVE>();
        let (fives3, rest3) = into3.as_chunks_mut::<FIVE>();
        let mut done = 0;
        {
            let [b0, b1, b2, b3] = &mut bits;
            // As many as the last stream has, which is the shortest.
            let fives = fives0.iter_mut().zip(&mut *fives1).zip(&mut *fives2);
            for (((f0, f1), f2), f3) in fives.zip(&mut *fives3) {
                // As long as all four have bytes to go, none can run out within five symbols.
                if !(b0.has_plenty() && b1.has_plenty() && b2.has_plenty() && b3.has_plenty()) {
                    break;
                }
                b0.refill();
                b1.refill();
                b2.refill();
                b3.refill();
                let (mut h0, mut h1) = (b0.marked(), b1.marked());
                let (mut h2, mut h3) = (b2.marked(), b3.marked());
                for (((s0, s1), s2), s3) in f0.iter_mut().zip(f1).zip(f2).zip(f3) {
                    *s0 = self.step(&mut h0);
                    *s1 = self.step(&mut h1);
                    *s2 = self.step(&mut h2);
                    *s3 = self.step(&mut h3);
                }
                b0.used_up_to(h0);
                b1.used_up_to(h1);
                b2.used_up_to(h2);
                b3.used_up_to(h3);
                done += 1;
            }
        }
        let into = [
            (fives0, rest0),
            (fives1, rest1),
            (fives2, rest2),
            (fives3, rest3),
        ];
        for (bits, (fives, rest)) in bits.into_iter().zip(into) {
            self.to_end(bits, fives.get_mut(done..)?, rest)?;
        }
        Some(())
    }

    /// One symbol of bits that are kept apart from their stream.
    #[inline]
    fn step(&self, marked: &mut u64) -> u8 {
        let entry = self.entry((*marked >> (64 - LONGEST)) as usize);
        // A shift goes by its lowest six bits, which are the length.
        *marked = marked.wrapping_shl(u32::from(entry));
        (entry >> 8) as u8
    }

    #[inline]
    fn entry(&self, place: usize) -> u16 {
        self.table
            .get(place & (STATES - 1))
            .copied()
            .unwrap_or_default()
    }

    #[inline]
    fn symbol(&self, bits: &mut Backward) -> u8 {
        let entry = self.entry((bits.unread() >> (64 - LONGEST)) as usize);
        bits.take(u32::from(entry & 0xff));
        (entry >> 8) as u8
    }

    /// Five symbols out of what one refill gives.
    #[inline]
    fn five(&self, bits: &mut Backward, into: &mut [u8]) -> Option<()> {
        for to in into {
            if bits.is_overdrawn() {
                return None;
            }
            *to = self.symbol(bits);
        }
        (!bits.is_overdrawn()).then_some(())
    }

    /// What is left of a stream, which must be all of it.
    fn to_end(&self, mut bits: Backward, fives: &mut [[u8; FIVE]], rest: &mut [u8]) -> Option<()> {
        for five in fives {
            bits.refill();
            self.five(&mut bits, five)?;
        }
        bits.refill();
        self.five(&mut bits, rest)?;
        bits.refill();
        bits.is_done().then_some(())
    }
}

/// Weights that are packed themselves, by two states that take turns.
fn unpack_weights(bytes: &[u8], table: &mut Table, into: &mut [u8; 256]) -> Option<usize> {
    let length = table.read(bytes, WEIGHTS, 6)?;
    let mut bits = Backward::new(bytes.get(length..)?)?;
    bits.refill();
    let mut states = [table.start(&mut bits), table.start(&mut bits)];
    let mut count = 0;
    // The last symbol follows from the others: there are 255 at most.
    let mut places = into.iter_mut().take(255);
    loop {
        let [now, other] = states;
        let entry = table.entry(now);
        *places.next()? = entry.value as u8;
        count += 1;
        bits.refill();
        let next = entry.next(&mut bits);
        if bits.is_overdrawn() {
            *places.next()? = table.entry(other).value as u8;
            return Some(count + 1);
        }
        states = [other, next];
    }
}
