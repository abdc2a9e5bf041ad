//! Shared mobility: readers, measures, small numbers and the recorder, against examples by hand, published
//! recordings, DuckDB and a simulator with a known truth.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss
)]

#[path = "../support/data.rs"]
mod data;

mod gbfs;
mod measures;
mod oracle;
mod page;
mod published;
mod recorded;
mod recorder;
mod simulator;
mod small_numbers;
mod trips;

use data::{fixture, shared};

fn unzipped(path: &std::path::Path) -> Vec<u8> {
    use std::io::Read;
    let mut bytes = Vec::new();
    flate2::read::MultiGzDecoder::new(std::fs::File::open(path).unwrap())
        .read_to_end(&mut bytes)
        .unwrap();
    bytes
}
