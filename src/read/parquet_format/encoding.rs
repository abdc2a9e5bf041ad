//! The encodings of numbers within a page. Each appends exactly `count` numbers or says that it cannot.
//!
//! Source: parquet-format, `Encodings.md`.

use super::number::Number;
use super::runs::{Run, Runs, unpack, varint};

pub const PLAIN: i64 = 0;
pub const PLAIN_DICTIONARY: i64 = 2;
pub const DELTA: i64 = 5;
pub const RLE_DICTIONARY: i64 = 8;
pub const SPLIT: i64 = 9;

/// One number after another.
pub fn plain<T: Number>(bytes: &[u8], count: usize, into: &mut Vec<T>) -> Option<()> {
    let bytes = bytes.get(..count.checked_mul(T::WIDTH)?)?;
    let before = into.len();
    // A value without a place leaves the column short, which is noticed.
    T::append_stored(bytes, into);
    (into.len() - before == count).then_some(())
}

/// First bytes of all numbers, then all second bytes, and so on.
pub fn split<T: Number>(bytes: &[u8], count: usize, into: &mut Vec<T>) -> Option<()> {
    let bytes = bytes.get(..count.checked_mul(T::WIDTH)?)?;
    let before = into.len();
    let mut value = [0_u8; 8];
    let value = value.get_mut(..T::WIDTH)?;
    for row in 0..count {
        for (place, byte) in value.iter_mut().enumerate() {
            *byte = *bytes.get(place * count + row)?;
        }
        into.push(T::stored(value)?);
    }
    (into.len() - before == count).then_some(())
}

/// Indices into a dictionary: their width in bits, then runs. Appends what `dictionary` has at each.
pub fn dictionary<T: Clone + Default>(
    bytes: &[u8],
    count: usize,
    dictionary: &[T],
    into: &mut Vec<T>,
) -> Option<()> {
    if count == 0 {
        return Some(());
    }
    let (width, bytes) = bytes.split_first()?;
    let mut runs = Runs::new(bytes, *width)?;
    let end = into.len() + count;
    while into.len() < end {
        match runs.next(end - into.len())? {
            Run::Repeat { value, count } => {
                let value = dictionary.get(value as usize)?.clone();
                into.resize(into.len() + count, value);
            }
            Run::Packed { bytes, count } => {
                let before = into.len();
                let mut is_sound = true;
                unpack(bytes, *width, count, |index| {
                    let value = dictionary.get(index as usize);
                    is_sound &= value.is_some();
                    into.push(value.cloned().unwrap_or_default());
                });
                if !is_sound || into.len() - before != count {
                    return None;
                }
            }
        }
    }
    Some(())
}

/// Texts, each after its length in bytes. `None` too where one is no UTF-8.
pub fn texts(mut bytes: &[u8], count: usize, into: &mut Vec<String>) -> Option<()> {
    for _ in 0..count {
        let (length, rest) = bytes.split_first_chunk()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let (text, rest) = rest.split_at_checked(length)?;
        into.push(std::str::from_utf8(text).ok()?.to_owned());
        bytes = rest;
    }
    Some(())
}

/// Differences of whole numbers, packed in blocks.
pub fn delta<T: Number>(mut bytes: &[u8], count: usize, into: &mut Vec<T>) -> Option<()> {
    let block = usize::try_from(varint(&mut bytes)?).ok()?;
    let per_block = usize::try_from(varint(&mut bytes)?).ok()?;
    let total = usize::try_from(varint(&mut bytes)?).ok()?;
    let mut value = zigzag(&mut bytes)?;
    if total < count || count == 0 {
        return (count == 0).then_some(());
    }
    let size = block.checked_div(per_block)?;
    if size == 0 || size % 8 != 0 || size * per_block != block {
        return None;
    }
    into.push(T::whole(value)?);
    let mut left = count - 1;
    while left > 0 {
        let least = zigzag(&mut bytes)?;
        let (widths, rest) = bytes.split_at_checked(per_block)?;
        bytes = rest;
        for width in widths {
            if left == 0 {
                break;
            }
            let length = (size / 8).checked_mul(usize::from(*width))?;
            let take = size.min(left);
            // Writers may leave out what follows the last number.
            let (packed, rest) = bytes.split_at_checked(length.min(bytes.len()))?;
            bytes = rest;
            if *width == 0 {
                let start = into.len();
                into.resize(start + take, T::default());
                for place in into.get_mut(start..)? {
                    value = value.wrapping_add(least);
                    *place = T::whole(value)?;
                }
            } else {
                let mut read = Wide::new(packed, *width)?;
                for _ in 0..take {
                    let difference = read.next()?.cast_signed();
                    value = value.wrapping_add(least).wrapping_add(difference);
                    into.push(T::whole(value)?);
                }
            }
            left -= take;
        }
    }
    Some(())
}

fn zigzag(bytes: &mut &[u8]) -> Option<i64> {
    let value = varint(bytes)?;
    Some((value >> 1).cast_signed() ^ -((value & 1).cast_signed()))
}

/// Packed numbers of up to 64 bits.
struct Wide<'b> {
    bytes: &'b [u8],
    held: u128,
    bits: u32,
    width: u32,
}

impl<'b> Wide<'b> {
    fn new(bytes: &'b [u8], width: u8) -> Option<Self> {
        (width <= 64).then_some(Self {
            bytes,
            held: 0,
            bits: 0,
            width: u32::from(width),
        })
    }

    fn next(&mut self) -> Option<u64> {
        while self.bits < self.width {
            let (byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            self.held |= u128::from(*byte) << self.bits;
            self.bits += 8;
        }
        #[allow(clippy::cast_possible_truncation)]
        let value = self.held as u64 & (u64::MAX >> (64 - self.width));
        self.held >>= self.width;
        self.bits -= self.width;
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_a_delta_are_the_specifications() {
        // 1 2 3 4 5: blocks of 128 in 4, five numbers, first 1, least difference 1 and no bits.
        let bytes = [0x80, 0x01, 0x04, 0x05, 0x02, 0x02, 0, 0, 0, 0];
        let mut numbers: Vec<i64> = Vec::new();
        assert_eq!(delta(&bytes, 5, &mut numbers), Some(()));
        assert_eq!(numbers, [1, 2, 3, 4, 5]);
        assert_eq!(delta(&bytes[..5], 5, &mut numbers), None);
    }

    #[test]
    fn a_number_that_has_no_place_is_refused() {
        let mut numbers: Vec<u16> = Vec::new();
        assert_eq!(plain(&70_000_u32.to_le_bytes(), 1, &mut numbers), None);
        assert_eq!(plain(&7_u32.to_le_bytes(), 1, &mut numbers), Some(()));
        assert_eq!(numbers, [7]);
    }
}
