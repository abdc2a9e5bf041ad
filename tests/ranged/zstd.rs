//! Our unpacker of Zstandard against the library that defines it.

use proptest::prelude::*;
use straatbeeld::read::parquet_format::zstd::Unpacker;

fn unpacked(packed: &[u8], size: usize) -> Option<Vec<u8>> {
    let mut bytes = vec![7, 7];
    Unpacker::default().unpack(packed, size, &mut bytes)?;
    Some(bytes.split_off(2))
}

fn next(state: &mut u32) -> u32 {
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    *state
}

/// Bytes of several kinds: noise, few letters, counts as floats, long repeats, all mixed.
fn made(kind: u32, length: usize) -> Vec<u8> {
    let mut state = 1 + kind;
    let mut bytes = Vec::with_capacity(length + 64);
    while bytes.len() < length {
        let noise = next(&mut state);
        match if kind < 6 { kind } else { noise % 6 } {
            0 => bytes.extend(noise.to_le_bytes()),
            1 => bytes.push(b"etaoin shrdlu"[noise as usize % 13]),
            2 => bytes.extend(((noise % 2000) as f32 / 0.93).to_le_bytes()),
            3 => bytes.extend(std::iter::repeat_n(noise as u8, noise as usize % 3000)),
            4 => bytes.extend((noise % 300).to_le_bytes()),
            _ => {
                let back = 1 + noise as usize % 5000;
                let from = bytes.len().saturating_sub(back);
                let end = bytes.len().min(from + noise as usize % 90);
                bytes.extend_from_within(from..end);
                bytes.push(noise as u8);
            }
        }
    }
    bytes.truncate(length);
    bytes
}

#[test]
fn all_levels_of_all_kinds_of_bytes_come_back() {
    for kind in 0..9 {
        for length in [0, 1, 5, 63, 64, 255, 256, 1000, 20_000, 70_000, 300_000] {
            let bytes = made(kind, length);
            for level in [-5, 1, 3, 9, 19] {
                let packed = zstd::bulk::compress(&bytes, level).unwrap();
                let back = unpacked(&packed, length);
                assert!(
                    back.as_ref() == Some(&bytes),
                    "kind {kind}, {length} bytes, level {level}"
                );
                assert_eq!(unpacked(&packed, length + 1), None);
                assert!(length == 0 || unpacked(&packed, length - 1).is_none());
            }
        }
    }
}

#[test]
fn frames_may_follow_one_another_and_have_checksums() {
    let mut packed = zstd::bulk::compress(b"hello ", 3).unwrap();
    let mut encoder = zstd::stream::Encoder::new(Vec::new(), 5).unwrap();
    encoder.include_checksum(true).unwrap();
    std::io::Write::write_all(&mut encoder, b"world").unwrap();
    packed.extend([0x50, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 9, 9]);
    packed.extend(encoder.finish().unwrap());
    assert_eq!(unpacked(&packed, 11).unwrap(), b"hello world");
}

proptest! {
    #[test]
    fn whatever_is_changed_there_is_no_panic(kind in 0..9_u32, length in 1..3000_usize, at in any::<prop::sample::Index>(), to in any::<u8>(), cut in any::<prop::sample::Index>()) {
        let mut packed = zstd::bulk::compress(&made(kind, length), 3).unwrap();
        let at = at.index(packed.len());
        packed[at] = to;
        if let Some(bytes) = unpacked(&packed, length) {
            prop_assert_eq!(bytes.len(), length);
        }
        let cut = cut.index(packed.len());
        let _ = unpacked(&packed[..cut], length);
    }

    #[test]
    fn noise_is_no_frame(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut packed = vec![0x28, 0xB5, 0x2F, 0xFD];
        packed.extend(bytes);
        let _ = unpacked(&packed, 1000);
    }
}
