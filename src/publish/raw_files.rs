//! The raw files of a source, as its record names them.

use super::assemble::within;
use super::ready_counts;
use crate::catalog::record_parts::{Checksum, RawFile};
use crate::engine::Hash;
use std::fs::File;
use std::path::{Path, PathBuf};

/// Above this a record would be longer than anyone reads: the files are told together.
const MOST: usize = 40;

/// Path, bytes and SHA-256 of each file, below `root`. More than 40 are one entry, whose hash is that of the lines
/// `path`, `SHA-256` of all of them in order. What cannot be read was told where it was to be read.
#[must_use]
pub fn raw_files(root: &Path, files: &[PathBuf]) -> Vec<RawFile> {
    let found: Vec<RawFile> = files
        .iter()
        .filter_map(|path| {
            let (bytes, sha256) = ready_counts::hash(&File::open(path).ok()?).ok()?;
            Some(RawFile {
                label: within(root, path),
                bytes,
                checksum: Checksum::sha256(&sha256),
            })
        })
        .collect();
    together(found)
}

/// The files one by one, or as one entry where there are many.
#[must_use]
pub fn together(found: Vec<RawFile>) -> Vec<RawFile> {
    if found.len() <= MOST {
        return found;
    }
    let mut hash = Hash::default();
    for file in &found {
        hash.update(file.label.as_bytes());
        hash.update(b"\n");
        hash.update(file.checksum.value.as_bytes());
        hash.update(b"\n");
    }
    let first = found.first().map_or("", |file| file.label.as_str());
    let last = found.last().map_or("", |file| file.label.as_str());
    vec![RawFile {
        label: format!("{} files, {first} to {last}", found.len()),
        bytes: found.iter().map(|file| file.bytes).sum(),
        checksum: Checksum::sha256(&hash.hex()),
    }]
}
