//! From the paths of a source to the bytes of its files.

use super::town_file::{Source, TownFileError};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// A file that could not be read, and what a person can do about it.
#[derive(Clone, Debug)]
pub struct Failure {
    pub message: String,
    pub hint: String,
}

/// The files of a source in the order of its paths; the files of one glob by name.
pub fn files_of(
    town_file: &str,
    root: &Path,
    source: &Source,
) -> Result<Vec<PathBuf>, TownFileError> {
    let mut files = Vec::new();
    for (path, place) in &source.paths {
        let fail = |message: String| TownFileError {
            file: town_file.to_owned(),
            place: place.clone(),
            message,
        };
        let is_absolute = Path::new(path).is_absolute();
        let pattern = if is_absolute {
            path.clone()
        } else {
            format!("{}/{path}", glob::Pattern::escape(&root.to_string_lossy()))
        };
        let found = glob::glob(&pattern)
            .map_err(|e| fail(format!("{path:?} is not a path or glob: {e}")))?;
        let mut found: Vec<PathBuf> = found
            .filter_map(Result::ok)
            .filter(|p| p.is_file())
            .collect();
        if found.is_empty() {
            return Err(fail(format!(
                "no file matches {}; expected at least one (paths start at the town file's folder and its `data_root`)",
                root.join(path).display()
            )));
        }
        found.sort();
        files.extend(found);
    }
    Ok(files)
}

/// The bytes of a file, unpacked where its name ends in `.gz`.
pub fn bytes_of(path: &Path) -> Result<Vec<u8>, Failure> {
    let raw = fs::read(path).map_err(|e| Failure {
        message: format!("{}: cannot be opened: {e}", path.display()),
        hint: "Check that the file exists and may be read.".to_owned(),
    })?;
    if path.extension().is_none_or(|extension| extension != "gz") {
        return Ok(raw);
    }
    let mut unpacked = Vec::new();
    flate2::read::MultiGzDecoder::new(raw.as_slice())
        .read_to_end(&mut unpacked)
        .map_err(|e| Failure {
            message: format!(
                "{}, byte {} of the unpacked text: {e}; expected gzip",
                path.display(),
                unpacked.len()
            ),
            hint: "The file may have been cut short: fetch it again.".to_owned(),
        })?;
    Ok(unpacked)
}
