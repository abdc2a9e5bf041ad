//! Tables of counts: one typed column per quantity.

pub mod counts;

pub use counts::{CountRow, CountTable, SPEED_BINS_5, SPEED_BINS_10};
