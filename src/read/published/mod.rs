//! Reading a published folder: from bytes that were fetched to tables.
//! The same code runs in the worker and natively, on our own decoders of Parquet.

mod column;
pub mod counts;
mod error;
pub mod months;
mod parquet_part;
pub mod shared_near;
pub mod street_file;
pub mod streets;
pub mod summary;

pub use error::PublishedError;
pub use parquet_part::footer;
