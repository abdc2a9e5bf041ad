//! Files that tests read: made by hand, or published by others.

use std::path::PathBuf;

/// A hand-made file.
pub fn fixture(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name);
    std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// A folder of published data, where it is there.
pub fn shared(folder: &str) -> Option<PathBuf> {
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
