//! Counts that are in the published layout already, by whichever program: they are published as they
//! are. Only where their rows lie is found out; no row is changed.

use super::parts::{self, PartsError};
use super::ready_columns;
use super::sources::Failure;
use super::town_file::Source;
use crate::engine::Hash;
use crate::read::counts::Site;
use crate::read::workers::Alone;
use crate::read::{Place, ReadReport};
use crate::table::layout::SegmentParts;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// Where the files of a publication lie: `counts/<dataset>/<file>`.
const FOLDER: &str = "counts";
/// More than this for a few thousand rows of one street is worth a word.
const MOST_WITHOUT_INDEX: u64 = 2 << 20;
const SORT: &str = "Sort before writing, by the bytes of the id: DuckDB `ORDER BY segment, start`, Spark `sort(\"segment\", \"start\")`; and keep one row per segment and start.";

/// A file of counts that is published as it is.
#[derive(Clone, Debug)]
pub struct ReadyFile {
    pub dataset: String,
    /// Where it is now.
    pub source: PathBuf,
    /// Where it will be in the folder.
    pub path: String,
    pub bytes: u64,
    pub sha256: String,
    pub rows: u64,
    pub segments: Vec<SegmentParts>,
    /// What the town file says of its sites.
    pub site: Site,
    /// It is written again, with the others of its dataset.
    pub rewrite: bool,
}

/// Finds out where the rows of a file lie, which will be `published` in the folder.
/// Memory: two columns of one row group, and about a kilobyte per segment.
pub fn examine(
    path: &Path,
    source: &Source,
    published: String,
) -> Result<(ReadyFile, ReadReport), Failure> {
    let shown = path.display().to_string();
    let io = |error: io::Error| Failure {
        message: format!("{shown}: cannot be read: {error}"),
        hint: "Check that the file exists and may be read.".to_owned(),
    };
    let file = File::open(path).map_err(io)?;
    let columns = ready_columns::check(&shown, &file)?;
    let (bytes, sha256) = hash(&file).map_err(io)?;
    // Parts are told by their place in the folder, errors by the file that has to be mended.
    let mut segments =
        parts::parts(&source.id, &shown, file, &Alone).map_err(|error| failure(&error))?;
    for segment in &mut segments {
        segment.file.clone_from(&published);
    }
    let mut report = ReadReport::new(&shown);
    report.rows = segments.iter().map(|segment| segment.rows).sum();
    report.kept = report.rows;
    for column in columns.unknown {
        report.warn(
            &format!(
                "column {column} is not of the layout: never shown, but part of what is fetched"
            ),
            Place::File,
        );
    }
    if columns.largest_without_index > MOST_WITHOUT_INDEX && !source.counter.rewrite {
        let whole = "row groups of more than 2 MiB without an index of pages: a street fetches them whole; write smaller ones, or let `rewrite = true` do it (docs/SCALE.md)";
        report.warn(whole, Place::File);
    }
    let ready = ReadyFile {
        dataset: source.id.clone(),
        source: path.to_owned(),
        path: published,
        bytes,
        sha256,
        rows: report.rows,
        segments,
        site: Site {
            municipality: source.municipality.clone(),
            ..Site::default()
        },
        rewrite: source.counter.rewrite,
    };
    Ok((ready, report))
}

fn failure(error: &PartsError) -> Failure {
    let hint = match error {
        PartsError::Unsorted { .. } => SORT,
        PartsError::Column { .. } => "Leave out rows without a segment or a start.",
        PartsError::Parquet { .. } => "The file may have been cut short: write or fetch it again.",
    };
    Failure {
        message: error.to_string(),
        hint: hint.to_owned(),
    }
}

/// Length and SHA-256 of a file, read piece by piece.
pub fn hash(mut file: &File) -> io::Result<(u64, String)> {
    let mut hash = Hash::default();
    let mut buffer = vec![0; 1 << 20];
    let mut length = 0;
    // Whoever read the footer left the file at its end.
    file.seek(SeekFrom::Start(0))?;
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok((length, hash.hex()));
        }
        length += read as u64;
        hash.update(buffer.get(..read).unwrap_or_default());
    }
}

/// Where each file will lie. Engines give the same name to files in different folders (`year=2024/part-0.parquet`),
/// so the folders that tell them apart become part of the name.
#[must_use]
pub fn paths(dataset: &str, files: &[PathBuf]) -> Vec<String> {
    let folders: Vec<Vec<String>> = files.iter().map(|file| names(file)).collect();
    let shared = folders.iter().skip(1).fold(
        folders
            .first()
            .map_or(0, |names| names.len().saturating_sub(1)),
        |shared, names| {
            let first = folders.first().into_iter().flatten();
            let alike = first.zip(names).take_while(|(a, b)| a == b).count();
            shared.min(alike).min(names.len().saturating_sub(1))
        },
    );
    let mut taken = BTreeSet::new();
    let mut path = |names: &Vec<String>| {
        let name = names.get(shared..).unwrap_or_default().join("-");
        let stem = plain(name.strip_suffix(".parquet").unwrap_or(&name));
        let mut path = format!("{FOLDER}/{dataset}/{stem}.parquet");
        let mut number = 2;
        while !taken.insert(path.clone()) {
            path = format!("{FOLDER}/{dataset}/{stem}-{number}.parquet");
            number += 1;
        }
        path
    };
    folders.iter().map(&mut path).collect()
}

fn names(file: &Path) -> Vec<String> {
    file.components()
        .map(|name| name.as_os_str().to_string_lossy().into_owned())
        .collect()
}

/// What needs no escape in an address.
fn plain(name: &str) -> String {
    let letter = |c: char| {
        if c.is_ascii_alphanumeric() || "-_.".contains(c) {
            c
        } else {
            '-'
        }
    };
    let name: String = name.chars().map(letter).collect();
    name.trim_matches(['-', '.']).to_owned()
}

/// Puts a file at its place: a second name for the same bytes where the file system can, else a copy.
pub fn place(source: &Path, target: &Path) -> io::Result<()> {
    // A link to a link would break when the first is moved.
    let source = fs::canonicalize(source)?;
    if fs::canonicalize(target).is_ok_and(|target| target == source) {
        return Ok(());
    }
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder)?;
    }
    // Never written over: the target may be a second name of an earlier source.
    match fs::remove_file(target) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    if fs::hard_link(&source, target).is_err() {
        fs::copy(&source, target)?;
    }
    Ok(())
}

/// Removes what an earlier publication had in the folders of these datasets. What cannot be removed is not
/// in the way: no catalogue names it.
pub fn remove_others(out: &Path, files: &[ReadyFile]) {
    let ours: BTreeSet<PathBuf> = files.iter().map(|file| out.join(&file.path)).collect();
    let folders: BTreeSet<&Path> = ours.iter().filter_map(|path| path.parent()).collect();
    for folder in folders {
        let entries = fs::read_dir(folder).into_iter().flatten();
        for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
            let is_counts = path.extension().is_some_and(|e| e == "parquet");
            if is_counts && !ours.contains(&path) {
                let _ = fs::remove_file(path);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_name_are_told_apart_by_their_folders() {
        let of = |files: &[&str]| {
            let files: Vec<PathBuf> = files.iter().map(PathBuf::from).collect();
            paths("all", &files)
        };
        assert_eq!(
            of(&["/data/a/part 1.snappy.parquet", "/data/a/part-2.parquet"]),
            [
                "counts/all/part-1.snappy.parquet",
                "counts/all/part-2.parquet"
            ]
        );
        assert_eq!(
            of(&["/d/year=2024/data_0.parquet", "/d/year=2025/data_0.parquet"]),
            [
                "counts/all/year-2024-data_0.parquet",
                "counts/all/year-2025-data_0.parquet"
            ]
        );
        assert_eq!(of(&["one.parquet"]), ["counts/all/one.parquet"]);
        assert_eq!(
            of(&["d/a=b.parquet", "d/a b.parquet"]),
            ["counts/all/a-b.parquet", "counts/all/a-b-2.parquet"]
        );
    }

    #[test]
    fn a_file_that_replaces_a_link_leaves_its_source_alone() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("a"), "first").unwrap();
        fs::write(at("b"), "second").unwrap();
        place(&at("a"), &at("out/x")).unwrap();
        place(&at("a"), &at("out/x")).unwrap();
        place(&at("b"), &at("out/x")).unwrap();
        assert_eq!(fs::read_to_string(at("a")).unwrap(), "first");
        assert_eq!(fs::read_to_string(at("out/x")).unwrap(), "second");
        place(&at("out/x"), &at("out/x")).unwrap();
        assert_eq!(fs::read_to_string(at("out/x")).unwrap(), "second");
    }
}
