//! Tables of counts: one typed column per quantity, and the layout they are published in.

pub mod column;
pub mod counts;
pub mod layout;
pub mod summary;
pub mod typed;

pub use counts::{CoarseBins, CountRow, CountTable, FineBins, SPEED_BINS_5, SPEED_BINS_10};
pub use summary::SummaryRow;
pub use typed::{TypedColumn, Values};
