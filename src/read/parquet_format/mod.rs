//! The Parquet format, decoded by ourselves: footer, headers of pages, levels, encodings, codecs.
//!
//! The decoders are our own and not those of the `parquet` crate, which panic on some malformed files: in a page's worker
//! nothing catches that. They weigh less, too. `tests/ranged` and `tests/published` hold them against that crate.
//! Every length is held against the bytes that are there before memory is given for it.

pub mod codec;
pub mod encoding;
pub mod footer;
pub mod number;
pub mod page;
pub mod runs;
pub mod thrift;
pub mod zstd;
