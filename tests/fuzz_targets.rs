//! The fuzz targets compile with the readers as they are, and every fixture goes through every one of them.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../fuzz/fuzz_targets/table.rs"]
#[allow(clippy::pedantic, clippy::unwrap_used, clippy::needless_pass_by_value)]
mod table;

#[path = "ranged/made.rs"]
#[allow(dead_code, clippy::pedantic, clippy::indexing_slicing)]
mod made;

use std::path::{Path, PathBuf};

#[test]
fn every_fixture_goes_through_every_target() {
    let mut files = Vec::new();
    gather(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures"),
        &mut files,
    );
    assert!(files.len() > 30, "{} fixtures", files.len());
    for file in files {
        let bytes = std::fs::read(&file).unwrap();
        for (_, read) in table::READERS {
            read(&bytes);
        }
    }
}

/// The fixtures hold few files of Parquet: one that is made here, whole and with wrong bytes.
#[test]
fn a_broken_file_of_counts_goes_through_the_range_reader() {
    let (_, ranged) = table::READERS
        .iter()
        .find(|(name, _)| *name == "ranged")
        .unwrap();
    let whole = made::write(&made::rows(3, 400, 5), made::Layout::default());
    ranged(&whole);
    let mut state = 1_u64;
    for _ in 0..2000 {
        let mut broken = whole.clone();
        for _ in 0..3 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            // Mostly near the end, where the footer is.
            let span = if state & 1 == 0 {
                broken.len()
            } else {
                broken.len().min(2000)
            };
            let at = broken.len() - 1 - usize::try_from(state >> 33).unwrap() % span;
            broken[at] ^= u8::try_from((state >> 20) & 0xff).unwrap() | 1;
        }
        ranged(&broken);
    }
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, files);
        } else {
            files.push(path);
        }
    }
}
