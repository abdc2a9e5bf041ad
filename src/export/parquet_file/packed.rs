//! Whole numbers in as few bits as the greatest of them needs: levels, places in a dictionary, steps of time.

use super::thrift::{varint, zigzag};

/// Numbers of a block of `deltas`, and of each of its parts.
const BLOCK: usize = 128;
const PART: usize = 32;

/// Bits that a number needs.
pub const fn width(greatest: u64) -> u32 {
    u64::BITS - greatest.leading_zeros()
}

/// Parquet's hybrid of runs and packed numbers: one run where all are the same, else all packed.
pub fn hybrid(values: &[u64], width: u32, into: &mut Vec<u8>) {
    let Some(first) = values.first() else {
        return;
    };
    let length = values.len() as u64;
    if values.iter().all(|value| value == first) {
        varint(length << 1, into);
        let bytes = first.to_le_bytes().into_iter();
        into.extend(bytes.take(width.div_ceil(8) as usize));
    } else {
        varint((length.div_ceil(8) << 1) | 1, into);
        pack(values, 8, width, into);
    }
}

/// `DELTA_BINARY_PACKED`: the steps between the numbers, less the smallest step of their block.
pub fn deltas(values: &[i64]) -> Vec<u8> {
    let mut out = Vec::new();
    varint(BLOCK as u64, &mut out);
    varint((BLOCK / PART) as u64, &mut out);
    varint(values.len() as u64, &mut out);
    varint(zigzag(values.first().copied().unwrap_or(0)), &mut out);
    let later = values.iter().skip(1);
    let steps: Vec<i64> = later
        .zip(values)
        .map(|(now, before)| now.wrapping_sub(*before))
        .collect();
    for block in steps.chunks(BLOCK) {
        let least = block.iter().copied().min().unwrap_or(0);
        varint(zigzag(least), &mut out);
        let above: Vec<u64> = block
            .iter()
            .map(|step| step.wrapping_sub(least).cast_unsigned())
            .collect();
        let parts: Vec<(&[u64], u32)> = above
            .chunks(PART)
            .map(|part| (part, width(part.iter().copied().max().unwrap_or(0))))
            .collect();
        // A part without numbers has no bits.
        let widths = parts.iter().map(|(_, width)| width.to_le_bytes()[0]);
        out.extend(widths.chain(std::iter::repeat(0)).take(BLOCK / PART));
        for (part, width) in parts {
            pack(part, PART, width, &mut out);
        }
    }
    out
}

/// The lowest bit first; zeros up to a whole number of `group`s.
fn pack(values: &[u64], group: usize, width: u32, into: &mut Vec<u8>) {
    let slots = values.len().next_multiple_of(group);
    let (mut held, mut bits) = (0_u128, 0_u32);
    let padded = values.iter().copied().chain(std::iter::repeat(0));
    for value in padded.take(slots) {
        held |= u128::from(value) << bits;
        bits += width;
        while bits >= 8 {
            into.push(held.to_le_bytes()[0]);
            held >>= 8;
            bits -= 8;
        }
    }
}
