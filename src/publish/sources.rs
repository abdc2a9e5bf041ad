//! From the paths of a source to the bytes of its files.

use super::threads::Threads;
use super::town_file::TownFileError;
use crate::read::foreign::decode;
use crate::read::workers::Workers;
use crate::read::{Place, ReadError};
use std::fs::{self, File};
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// A file that could not be read, and what a person can do about it.
#[derive(Clone, Debug)]
pub struct Failure {
    pub message: String,
    pub hint: String,
}

impl Failure {
    #[must_use]
    pub fn of(error: &ReadError) -> Self {
        Self {
            message: error.to_string(),
            hint: error.hint().to_owned(),
        }
    }
}

/// No file of counts is larger; an archive that unpacks to more is not one.
const MOST_BYTES: u64 = 2 << 30;
/// A part of a file that is worth a thread.
const PART_BYTES: usize = 8 << 20;

/// The files of paths and globs in their order; the files of one glob by name.
pub fn files_of(
    town_file: &str,
    root: &Path,
    paths: &[(String, Place)],
) -> Result<Vec<PathBuf>, TownFileError> {
    let mut files = Vec::new();
    for (path, place) in paths {
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
    let raw = contents(path).map_err(|e| Failure {
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

/// The bytes of a file. Those of a large one are read in parts, side by side: making room for them takes as long as
/// copying them.
fn contents(path: &Path) -> io::Result<Vec<u8>> {
    let length = usize::try_from(fs::metadata(path)?.len()).unwrap_or(0);
    let parts = Threads.number().min(length / PART_BYTES);
    if parts < 2 {
        return fs::read(path);
    }
    let mut bytes = vec![0; length];
    let each = length.div_ceil(parts);
    let jobs = bytes.chunks_mut(each).enumerate().collect();
    let read = Threads.all(jobs, |(place, part): (usize, &mut [u8])| {
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start((place * each) as u64))?;
        file.read_exact(part)
    });
    let read: io::Result<()> = read.into_iter().collect();
    let is_whole = fs::metadata(path)?.len() == length as u64;
    // One that someone writes to meanwhile is read from the first byte to the last.
    if read.is_ok() && is_whole {
        Ok(bytes)
    } else {
        fs::read(path)
    }
}

/// A file as it is shown, and its bytes: the members of a `.zip` by name, else the one file.
pub fn members_of(path: &Path) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let shown = path.display().to_string();
    let bytes = bytes_of(path)?;
    let is_zip = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("zip"));
    if !is_zip {
        return Ok(vec![(shown, bytes)]);
    }
    let members = decode(&shown, "a zip archive", || unzipped(&shown, &bytes));
    members.map_err(|error| Failure::of(&error))
}

fn unzipped(shown: &str, bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, ReadError> {
    let fail = |member: &str, found: String| {
        let file = if member.is_empty() {
            shown.to_owned()
        } else {
            format!("{shown}/{member}")
        };
        ReadError::malformed(
            &file,
            Place::File,
            found,
            "a zip archive, stored or deflated",
        )
    };
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| fail("", e.to_string()))?;
    let mut members = Vec::new();
    let mut left = MOST_BYTES;
    for i in 0..archive.len() {
        let mut member = archive
            .by_index(i)
            .map_err(|e| fail(&format!("member {i}"), e.to_string()))?;
        if !member.is_file() {
            continue;
        }
        let name = String::from_utf8_lossy(member.name_raw()).into_owned();
        let mut unpacked = Vec::new();
        // One byte beyond what may be shows that there is more.
        let read = (&mut member).take(left + 1).read_to_end(&mut unpacked);
        read.map_err(|e| fail(&name, e.to_string()))?;
        left = left
            .checked_sub(unpacked.len() as u64)
            .ok_or_else(|| fail(&name, format!("more than {MOST_BYTES} bytes")))?;
        members.push((format!("{shown}/{name}"), unpacked));
    }
    members.sort();
    if members.is_empty() {
        return Err(fail("", "an archive without files".to_owned()));
    }
    Ok(members)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_file_is_the_same_in_parts() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large");
        for length in [0, 5, 3 * PART_BYTES + 7] {
            let bytes: Vec<u8> = (0_u8..251).cycle().take(length).collect();
            fs::write(&path, &bytes).unwrap();
            assert!(bytes_of(&path).unwrap() == bytes, "{length}");
        }
        assert!(bytes_of(&folder.path().join("none")).is_err());
    }
}
