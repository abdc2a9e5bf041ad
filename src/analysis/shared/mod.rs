//! Shared mobility (definitions 4.9): what could be taken, where and when; what left, between a lower and an upper
//! bound; what stood still. A time without a feed is missing, never zero.

pub mod availability;
pub mod departures;
pub mod faults;
pub mod parked;
pub mod rentals;
pub mod small_numbers;
pub mod timeline;
pub mod trips;

/// How long a snapshot is good: GBFS asks that near-real-time files are no older than this (definitions 4.17).
pub const HOLD_MS: i64 = 5 * 60_000;

/// A number of departures that lies between two bounds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bounds {
    pub low: u64,
    pub high: u64,
}

/// Share (0–1) of the time of which something is known; 0 where there is no time.
fn covered_share(covered_ms: i64, uncovered_ms: i64) -> f64 {
    let all = covered_ms + uncovered_ms;
    if all == 0 {
        0.0
    } else {
        covered_ms as f64 / all as f64
    }
}
