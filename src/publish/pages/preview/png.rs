//! A PNG of few colours (ISO/IEC 15948): a palette and one byte a pixel, which is a quarter of what true colours take.

use crate::chart::Rgb;
use flate2::Compression;
use flate2::Crc;
use flate2::write::ZlibEncoder;
use std::collections::BTreeSet;
use std::io::Write as _;

const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";
const MOST_COLOURS: usize = 256;
/// Of the levels up to 9: a street's picture is a thirteenth larger than at 9, and packed in an eighth of the time.
const LEVEL: u32 = 6;

/// Rows of `width` pixels. Where there are too many colours, the finest differences are dropped: a drawing has few, and
/// the shades at its edges are many. `None` for no pixels.
pub fn indexed(width: u32, pixels: &[Rgb]) -> Option<Vec<u8>> {
    let row = usize::try_from(width).ok().filter(|width| *width > 0)?;
    let height = u32::try_from(pixels.len() / row)
        .ok()
        .filter(|height| *height > 0)?;
    let colours = colours(pixels);
    let (bits, palette) = (1..=8_u8).rev().find_map(|bits| {
        let palette: BTreeSet<[u8; 3]> =
            colours.iter().map(|colour| coarse(*colour, bits)).collect();
        (palette.len() <= MOST_COLOURS).then(|| (bits, palette.into_iter().collect::<Vec<_>>()))
    })?;
    let mut raw = Vec::with_capacity(pixels.len() + pixels.len() / row);
    for line in pixels.chunks_exact(row) {
        // Each row as it is: neighbours are not alike by numbers in a palette.
        raw.push(0);
        // Most pixels are like the one before.
        let mut last = (None, 0);
        for pixel in line {
            if last.0 != Some(pixel) {
                let place = palette.binary_search(&coarse(*pixel, bits)).unwrap_or(0);
                last = (Some(pixel), u8::try_from(place).unwrap_or(0));
            }
            raw.push(last.1);
        }
    }
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::new(LEVEL));
    packed.write_all(&raw).ok()?;
    let packed = packed.finish().ok()?;
    let mut head = Vec::new();
    head.extend(width.to_be_bytes());
    head.extend(height.to_be_bytes());
    // Eight bits, a palette, and nothing special.
    head.extend([8, 3, 0, 0, 0]);
    let mut out = SIGNATURE.to_vec();
    chunk(&mut out, *b"IHDR", &head)?;
    chunk(&mut out, *b"PLTE", palette.as_flattened())?;
    chunk(&mut out, *b"IDAT", &packed)?;
    chunk(&mut out, *b"IEND", &[])?;
    Some(out)
}

/// Each once, in order.
fn colours(pixels: &[Rgb]) -> Vec<Rgb> {
    const PLACES: usize = 4_096;
    // Most pixels have a colour that was met shortly before; the others are sorted out below.
    let mut met: Vec<Option<Rgb>> = vec![None; PLACES];
    let mut found = Vec::new();
    let mut last = None;
    for pixel in pixels {
        if last == Some(*pixel) {
            continue;
        }
        last = Some(*pixel);
        let Rgb(r, g, b) = *pixel;
        let place = (usize::from(r) * 37 + usize::from(g) * 101 + usize::from(b) * 229) % PLACES;
        if let Some(slot) = met.get_mut(place).filter(|slot| **slot != last) {
            *slot = last;
            found.push([r, g, b]);
        }
    }
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(|[r, g, b]| Rgb(r, g, b)).collect()
}

/// So many bits of each part; black stays black and white white.
fn coarse(Rgb(r, g, b): Rgb, bits: u8) -> [u8; 3] {
    [r, g, b].map(|part| {
        let levels = (1_u16 << bits) - 1;
        let level = (u16::from(part) * levels + 127) / 255;
        u8::try_from(level * 255 / levels).unwrap_or(u8::MAX)
    })
}

fn chunk(out: &mut Vec<u8>, kind: [u8; 4], bytes: &[u8]) -> Option<()> {
    let mut sum = Crc::new();
    sum.update(&kind);
    sum.update(bytes);
    out.extend(u32::try_from(bytes.len()).ok()?.to_be_bytes());
    out.extend(kind);
    out.extend(bytes);
    out.extend(sum.sum().to_be_bytes());
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::ZlibDecoder;
    use std::io::Read as _;

    /// The chunks of a file, each with its sum checked against the table-free algorithm of the standard's annex.
    fn chunks(png: &[u8]) -> Vec<(String, Vec<u8>)> {
        let mut rest = png.strip_prefix(&SIGNATURE).expect("a signature");
        let mut found = Vec::new();
        while let [a, b, c, d, after @ ..] = rest {
            let length = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
            let (body, sum) = (&after[..4 + length], &after[4 + length..8 + length]);
            let mut crc = u32::MAX;
            for byte in body {
                crc ^= u32::from(*byte);
                for _ in 0..8 {
                    crc = if crc & 1 == 1 {
                        0xedb8_8320 ^ (crc >> 1)
                    } else {
                        crc >> 1
                    };
                }
            }
            assert_eq!(sum, (!crc).to_be_bytes());
            found.push((
                String::from_utf8_lossy(&body[..4]).into_owned(),
                body[4..].to_vec(),
            ));
            rest = &after[8 + length..];
        }
        found
    }

    #[test]
    fn pixels_are_read_back_through_the_palette() {
        let colours = [Rgb(255, 255, 255), Rgb(0, 0, 0), Rgb(28, 74, 140)];
        let pixels: Vec<Rgb> = (0..12).map(|at| colours[at % 3]).collect();
        let png = indexed(4, &pixels).expect("a picture");
        let found = chunks(&png);
        let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["IHDR", "PLTE", "IDAT", "IEND"]);
        assert_eq!(found[0].1, [0, 0, 0, 4, 0, 0, 0, 3, 8, 3, 0, 0, 0]);
        let mut raw = Vec::new();
        ZlibDecoder::new(&found[2].1[..])
            .read_to_end(&mut raw)
            .expect("rows");
        assert_eq!(raw.len(), 3 * 5);
        let read: Vec<Rgb> = raw
            .chunks(5)
            .flat_map(|row| &row[1..])
            .map(|place| {
                let at = usize::from(*place) * 3;
                Rgb(found[1].1[at], found[1].1[at + 1], found[1].1[at + 2])
            })
            .collect();
        assert_eq!(read, pixels);
        assert_eq!(indexed(0, &[]), None);
    }

    #[test]
    fn a_thousand_colours_become_few_that_are_near() {
        let byte = |value: u32| u8::try_from(value).expect("a byte");
        let pixels: Vec<Rgb> = (0..1000_u32)
            .map(|at| Rgb(byte(at % 256), byte(at / 4), byte(255 - at % 200)))
            .collect();
        let found = chunks(&indexed(100, &pixels).expect("a picture"));
        assert!(found[1].1.len() <= 3 * MOST_COLOURS);
        assert_eq!(coarse(Rgb(255, 0, 255), 3), [255, 0, 255]);
        for bits in 4..=8 {
            let step = 255 / ((1_u16 << bits) - 1);
            for part in 0..=255_u8 {
                let [near, ..] = coarse(Rgb(part, 0, 0), bits);
                assert!(
                    u16::from(near.abs_diff(part)) <= step / 2 + 1,
                    "{part} {bits}"
                );
            }
        }
    }
}
