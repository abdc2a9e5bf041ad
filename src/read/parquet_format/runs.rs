//! Parquet's hybrid of run lengths and packed bits: levels, and indices into a dictionary.
//!
//! Source: parquet-format, `Encodings.md`, "Run Length Encoding / Bit-Packing Hybrid".

/// A piece of such a sequence.
#[derive(Debug)]
pub enum Run<'b> {
    Repeat {
        value: u32,
        count: usize,
    },
    /// `count` values of `width` bits each, lowest bits first.
    Packed {
        bytes: &'b [u8],
        count: usize,
    },
}

#[derive(Debug)]
pub struct Runs<'b> {
    bytes: &'b [u8],
    width: u8,
}

impl<'b> Runs<'b> {
    /// `width` in bits, 32 at most.
    pub fn new(bytes: &'b [u8], width: u8) -> Option<Self> {
        (width <= 32).then_some(Self { bytes, width })
    }

    /// The next piece, of which `wanted` values at most are of interest. `None` where the bytes end too soon.
    pub fn next(&mut self, wanted: usize) -> Option<Run<'b>> {
        let header = varint(&mut self.bytes)?;
        let count = usize::try_from(header >> 1).ok()?;
        if header & 1 == 0 {
            let length = usize::from(self.width).div_ceil(8);
            let (value, rest) = self.bytes.split_at_checked(length)?;
            self.bytes = rest;
            let value = value
                .iter()
                .rev()
                .fold(0_u32, |value, byte| value << 8 | u32::from(*byte));
            return (count > 0).then_some(Run::Repeat {
                value,
                count: count.min(wanted),
            });
        }
        // Groups of eight, and the last of a page may be cut short.
        let values = count.checked_mul(8)?;
        let length = count.checked_mul(usize::from(self.width))?;
        let (bytes, rest) = self.bytes.split_at_checked(length.min(self.bytes.len()))?;
        self.bytes = rest;
        let count = values.min(wanted);
        let needed = count.checked_mul(usize::from(self.width))?.div_ceil(8);
        (count > 0 && needed <= bytes.len()).then_some(Run::Packed { bytes, count })
    }
}

/// Appends `count` levels of 0 to `most`; `None` where the bytes hold fewer, or a greater one.
pub fn levels(bytes: &[u8], most: u8, count: usize, into: &mut Vec<u8>) -> Option<()> {
    let width = u8::try_from(8 - most.leading_zeros()).ok()?;
    let mut runs = Runs::new(bytes, width)?;
    let end = into.len() + count;
    let mut is_sound = true;
    while into.len() < end {
        let mut sound = |level: u32| {
            is_sound &= level <= u32::from(most);
            u8::try_from(level).unwrap_or(most)
        };
        match runs.next(end - into.len())? {
            Run::Repeat { value, count } => {
                let level = sound(value);
                into.resize(into.len() + count, level);
            }
            Run::Packed { bytes, count } => {
                unpack(bytes, width, count, |value| into.push(sound(value)));
            }
        }
    }
    is_sound.then_some(())
}

/// An unsigned number of seven bits a byte.
pub fn varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut value = 0_u64;
    for shift in (0..64).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

/// Gives each of `count` values of `width` bits; there are fewer where the bytes end.
pub fn unpack(bytes: &[u8], width: u8, count: usize, mut each: impl FnMut(u32)) {
    let mask = u32::MAX.checked_shr(32 - u32::from(width)).unwrap_or(0);
    let (mut held, mut bits) = (0_u64, 0_u32);
    let mut words = bytes.chunks(4);
    for _ in 0..count {
        if bits < u32::from(width) {
            let Some(chunk) = words.next() else { return };
            let mut word = [0; 4];
            word.iter_mut()
                .zip(chunk)
                .for_each(|(to, from)| *to = *from);
            held |= u64::from(u32::from_le_bytes(word)) << bits;
            bits += 32;
        }
        #[allow(clippy::cast_possible_truncation)]
        each(held as u32 & mask);
        held >>= width;
        bits -= u32::from(width);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_bits_begin_at_the_lowest() {
        // The specification's example: 0 to 7 in three bits each.
        let mut values = Vec::new();
        unpack(&[0b1000_1000, 0b1100_0110, 0b1111_1010], 3, 8, |v| {
            values.push(v);
        });
        assert_eq!(values, [0, 1, 2, 3, 4, 5, 6, 7]);
    }

    #[test]
    fn runs_end_where_their_bytes_do() {
        let mut runs = Runs::new(&[0x06, 0x05, 0x03, 0x88, 0xC6, 0xFA], 3).unwrap();
        assert!(matches!(
            runs.next(9),
            Some(Run::Repeat { value: 5, count: 3 })
        ));
        assert!(matches!(runs.next(6), Some(Run::Packed { count: 6, .. })));
        assert!(runs.next(1).is_none());
        assert!(Runs::new(&[0x03, 0x88], 3).unwrap().next(8).is_none());
        assert!(Runs::new(&[], 33).is_none());
    }
}
