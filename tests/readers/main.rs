//! The readers, against hand-made files, published files and broken ones.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss
)]

mod broken;
mod command;
mod corpora;
mod counter_towns;
mod counters;
mod counters_published;
mod declared;
mod events;
mod published;
mod rules;
mod streets;
mod town;
mod vehicles;

use std::path::PathBuf;

/// A hand-made file.
fn fixture(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name);
    std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// A folder of published data, where it is there.
fn shared(folder: &str) -> Option<PathBuf> {
    let root = std::env::var_os("STRAATBEELD_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let path = root.join("data").join(folder);
    if path.is_dir() {
        Some(path)
    } else {
        eprintln!("skipped: {} is not there", path.display());
        None
    }
}
