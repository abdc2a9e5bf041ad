//! Tables of finite state entropy: which symbol a state stands for, and what follows it.
//!
//! Source: RFC 8878, section 4.1.

use super::bits::{Backward, Forward};

#[derive(Clone, Copy, Debug, Default)]
pub struct Entry {
    pub symbol: u8,
    bits: u8,
    base: u16,
}

/// Largest accuracy of any table: 512 states.
const LARGEST: u32 = 9;

#[derive(Clone, Debug, Default)]
pub struct Table {
    entries: Vec<Entry>,
    accuracy: u32,
}

impl Table {
    /// Every state stands for one symbol.
    pub fn repeat(&mut self, symbol: u8) {
        self.accuracy = 0;
        self.entries.clear();
        self.entries.push(Entry {
            symbol,
            bits: 0,
            base: 0,
        });
    }

    /// Out of a description; gives how many bytes it takes.
    pub fn read(&mut self, bytes: &[u8], symbols: usize, most: u32) -> Option<usize> {
        let mut read = Forward::new(bytes);
        let accuracy = read.read(4)? + 5;
        if accuracy > most.min(LARGEST) {
            return None;
        }
        let mut shares = [0_i16; 256];
        let mut places = shares.iter_mut().take(symbols);
        let mut left = 1_i32 << accuracy;
        while left > 0 {
            let bits = 32 - (left + 1).leading_zeros();
            let mut value = read.read(bits)? as i32;
            let low = (1 << (bits - 1)) - 1;
            let threshold = (1 << bits) - 1 - (left + 1);
            if value & low < threshold {
                read.back(1);
                value &= low;
            } else if value > low {
                value -= threshold;
            }
            let share = value - 1;
            left -= share.abs();
            *places.next()? = share as i16;
            if share == 0 {
                loop {
                    let zeros = read.read(2)?;
                    for _ in 0..zeros {
                        places.next()?;
                    }
                    if zeros < 3 {
                        break;
                    }
                }
            }
        }
        if left != 0 {
            return None;
        }
        self.build(shares.get(..symbols)?, accuracy)?;
        Some(read.bytes_read())
    }

    /// Out of shares of the states; −1 is less than one.
    pub fn build(&mut self, shares: &[i16], accuracy: u32) -> Option<()> {
        let size = 1_usize << accuracy;
        self.accuracy = accuracy;
        self.entries.clear();
        self.entries.resize(size, Entry::default());
        let mut next = [0_u16; 256];
        let mut high = size;
        for ((symbol, share), next) in (0..=255_u8).zip(shares).zip(&mut next) {
            if *share == -1 {
                high -= 1;
                self.entries.get_mut(high)?.symbol = symbol;
                *next = 1;
            } else {
                *next = u16::try_from(*share).ok()?;
            }
        }
        let (step, mask) = ((size >> 1) + (size >> 3) + 3, size - 1);
        let mut at = 0;
        for (symbol, share) in (0..=255_u8).zip(shares) {
            for _ in 0..(*share).max(0) {
                self.entries.get_mut(at)?.symbol = symbol;
                loop {
                    at = (at + step) & mask;
                    if at < high {
                        break;
                    }
                }
            }
        }
        for entry in &mut self.entries {
            let next = next.get_mut(usize::from(entry.symbol))?;
            let state = u32::from(*next);
            *next += 1;
            let bits = accuracy.checked_sub(state.checked_ilog2()?)?;
            entry.bits = bits as u8;
            entry.base = ((state << bits) as usize).checked_sub(size)? as u16;
        }
        (at == 0).then_some(())
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The first state of a stream.
    pub fn start(&self, bits: &mut Backward) -> u16 {
        bits.read(self.accuracy) as u16
    }

    #[inline]
    pub fn entry(&self, state: u16) -> Entry {
        self.entries
            .get(usize::from(state))
            .copied()
            .unwrap_or_default()
    }
}

impl Entry {
    /// The state after this one.
    #[inline]
    pub fn next(self, bits: &mut Backward) -> u16 {
        self.base + bits.read(u32::from(self.bits)) as u16
    }
}
