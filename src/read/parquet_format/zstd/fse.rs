//! Tables of finite state entropy: which symbol a state stands for, and what follows it.
//!
//! Source: RFC 8878, section 4.1.

use super::bits::{Backward, Forward};

/// Largest accuracy of any table.
const LARGEST: u32 = 9;
const STATES: usize = 1 << LARGEST;
/// No table has more symbols: there are 53 lengths of matches.
const SYMBOLS: usize = 64;

/// What a symbol says: a number, and how many bits are added to it. `None` for a symbol that there is not.
pub type Meaning = fn(u8) -> Option<(u32, u8)>;

/// A state: what its symbol says, and the states that may follow.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entry {
    pub value: u32,
    /// Bits that are added to the value.
    pub more: u8,
    /// Bits that are added to `base` for the next state.
    bits: u8,
    base: u16,
}

#[derive(Clone, Debug)]
pub struct Table {
    entries: Box<[Entry; STATES]>,
    accuracy: u32,
    meaning: Meaning,
    is_known: bool,
}

impl Table {
    pub fn of(meaning: Meaning) -> Self {
        Self {
            entries: Box::new([Entry::default(); STATES]),
            accuracy: 0,
            meaning,
            is_known: false,
        }
    }

    /// A frame begins: the states of the last are not its own.
    pub fn forget(&mut self) {
        self.is_known = false;
    }

    pub fn is_known(&self) -> bool {
        self.is_known
    }

    /// Every state stands for one symbol.
    pub fn repeat(&mut self, symbol: u8) -> Option<()> {
        self.accuracy = 0;
        *self.entries.first_mut()? = Entry {
            base: 0,
            ..self.saying(symbol)?
        };
        self.is_known = true;
        Some(())
    }

    /// Out of a description; gives how many bytes it takes.
    pub fn read(&mut self, bytes: &[u8], symbols: usize, most: u32) -> Option<usize> {
        let mut read = Forward::new(bytes);
        let accuracy = read.read(4)? + 5;
        if accuracy > most.min(LARGEST) {
            return None;
        }
        let mut shares = [0_i16; SYMBOLS];
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
        self.is_known = false;
        self.accuracy = accuracy;
        let mut next = [0_u16; SYMBOLS];
        let mut high = size;
        for ((symbol, share), next) in (0_u8..).zip(shares).zip(&mut next) {
            if *share == -1 {
                high -= 1;
                *self.entries.get_mut(high)? = self.saying(symbol)?;
                *next = 1;
            } else {
                *next = u16::try_from(*share).ok()?;
            }
        }
        let (step, mask) = ((size >> 1) + (size >> 3) + 3, size - 1);
        let mut at = 0;
        for (symbol, share) in (0_u8..).zip(shares).filter(|(_, share)| **share > 0) {
            let entry = self.saying(symbol)?;
            for _ in 0..*share {
                *self.entries.get_mut(at & (STATES - 1))? = entry;
                loop {
                    at = (at + step) & mask;
                    if at < high {
                        break;
                    }
                }
            }
        }
        for entry in self.entries.get_mut(..size)? {
            // Until here it held the symbol.
            let next = next.get_mut(usize::from(entry.base) & (SYMBOLS - 1))?;
            let state = u32::from(*next);
            *next += 1;
            let bits = accuracy.checked_sub(state.checked_ilog2()?)?;
            entry.bits = bits as u8;
            entry.base = ((state << bits) as usize).checked_sub(size)? as u16;
        }
        self.is_known = at == 0;
        self.is_known.then_some(())
    }

    /// Of a symbol, which stands where its base will be.
    fn saying(&self, symbol: u8) -> Option<Entry> {
        let (value, more) = (self.meaning)(symbol)?;
        Some(Entry {
            value,
            more,
            bits: 0,
            base: symbol.into(),
        })
    }

    /// The first state of a stream.
    pub fn start(&self, bits: &mut Backward) -> u16 {
        bits.read(self.accuracy) as u16
    }

    #[inline]
    pub fn entry(&self, state: u16) -> Entry {
        // Always there: a state is smaller than the table.
        self.entries
            .get(usize::from(state) & (STATES - 1))
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
