//! The measures on small tables whose answers were worked out by hand.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod annual;
mod busy;
mod change;
mod events;
mod gaps;
mod peaks;
mod properties;
mod scope;
mod sides;
mod speed;
mod speed_parts;
mod summary;
mod table;
mod vectors;
mod volumes;
