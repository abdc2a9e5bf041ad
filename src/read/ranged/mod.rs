//! Columns of numbers out of an ordinary Parquet file on a host, with as few bytes and round trips as its footer and
//! page index allow. Nothing here fetches: `Opening` and `Reading` say which bytes they want next and take them.
//!
//! Only flat columns of numbers, packed with zstd, snappy or not at all; the rest is an error that names the column. The
//! decoders are our own and not those of the `parquet` crate, which panic on some malformed files: in a page's worker
//! nothing catches that. `tests/ranged` holds them against that crate.

mod codec;
mod decode;
mod encoding;
mod error;
mod footer;
mod held;
mod index;
mod number;
mod open;
mod page;
mod plan;
mod query;
mod reading;
mod runs;
mod selection;
mod thrift;
pub mod zstd;

pub use error::{Part, RangedError};
pub use footer::{Bounds, Chunk, Field, Footer, Group, Physical};
pub use open::{File, GUESS, Opened, Opening};
pub use plan::Merging;
pub use query::{Filter, Query};
pub use reading::{Batch, Reading, Step};
