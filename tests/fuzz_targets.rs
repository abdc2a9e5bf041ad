//! The fuzz targets compile with the readers as they are, and every fixture goes through every one of them.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "../fuzz/fuzz_targets/table.rs"]
#[allow(clippy::pedantic, clippy::unwrap_used, clippy::needless_pass_by_value)]
mod table;

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
