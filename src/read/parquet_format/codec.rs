//! Compression of pages. Each fills exactly the bytes that the page's header announces.
//!
//! Source: parquet-format, `Compression.md`.

use super::zstd::Unpacker;

/// Names of the codecs, by their number in a footer.
const NAMES: [&str; 8] = [
    "none", "snappy", "gzip", "lzo", "brotli", "lz4", "zstd", "lz4_raw",
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codec {
    None,
    Snappy,
    Zstd,
}

impl Codec {
    /// `Err` is the name of a codec that is not read.
    pub fn of(number: i64) -> Result<Self, &'static str> {
        match number {
            0 => Ok(Self::None),
            1 => Ok(Self::Snappy),
            6 => Ok(Self::Zstd),
            _ => Err(usize::try_from(number)
                .ok()
                .and_then(|number| NAMES.get(number).copied())
                .unwrap_or("unknown")),
        }
    }

    /// By its name, as Parquet spells it; `None` for one that is not read.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "UNCOMPRESSED" => Some(Self::None),
            "SNAPPY" => Some(Self::Snappy),
            "ZSTD" => Some(Self::Zstd),
            _ => None,
        }
    }

    /// Appends exactly `size` bytes.
    pub fn unpack(
        self,
        packed: &[u8],
        size: usize,
        into: &mut Vec<u8>,
        zstd: &mut Unpacker,
    ) -> Result<(), String> {
        let start = into.len();
        match self {
            Self::None => into.extend_from_slice(packed),
            Self::Snappy => {
                // The packed bytes say their length themselves: it must be the page's before it is believed.
                if snap::raw::decompress_len(packed).ok() != Some(size) {
                    return Err("snappy of another length".into());
                }
                into.resize(start + size, 0);
                let room = into.get_mut(start..).unwrap_or_default();
                snap::raw::Decoder::new()
                    .decompress(packed, room)
                    .map_err(|cause| format!("broken snappy ({cause})"))?;
            }
            Self::Zstd => {
                zstd.unpack(packed, size, into).ok_or("broken zstd")?;
            }
        }
        if into.len() - start == size {
            Ok(())
        } else {
            Err(format!("{} bytes", into.len() - start))
        }
    }
}
