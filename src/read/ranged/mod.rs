//! Columns of numbers out of an ordinary Parquet file on a host, with as few bytes and round trips as its footer and
//! page index allow. Nothing here fetches: `Opening` and `Reading` say which bytes they want next and take them.
//!
//! Only flat columns of numbers, packed with zstd, snappy or not at all; the rest is an error that names the column.

mod decode;
mod error;
mod held;
mod index;
mod open;
mod plan;
mod query;
mod reading;
mod selection;

pub use super::parquet_format::footer::{Bounds, Chunk, Field, Footer, Group, Physical};
pub use error::{Part, RangedError};
pub use open::{File, GUESS, Opened, Opening};
pub use plan::Merging;
pub use query::{Filter, Query};
pub use reading::{Batch, Reading, Step};
