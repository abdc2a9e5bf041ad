//! Sums over the rows of a whole town, or of a street, straight from typed columns. Rows are sorted by street and time in
//! any file that is worth reading by ranges, so a street in a period is a slice of each column, and a sum of
//! a slice runs at the speed of memory. Rows in another order give the same answers, more slowly.
//!
//! A missing value adds nothing and counts for nothing. Units are those of the columns; instants are
//! whatever whole number the file keeps, and periods are given in the same.

mod phases;
mod runs;
mod sums;
mod totals;

pub use phases::{Phase, PhaseMeans};
pub use runs::{Run, runs};
pub use sums::{Total, sum};
pub use totals::{by_span, by_street};
