//! Files that were made to break readers, all of them: a table or an error with file and place, in
//! bounded time and memory, and never a panic that anybody sees.

use super::shared;
use flate2::read::GzDecoder;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use straatbeeld::domain::Zone;
use straatbeeld::read::arrow_batches::Batches;
use straatbeeld::read::foreign::decode;
use straatbeeld::read::{ReadError, telraam_csv, telraam_json, telraam_parquet};

/// A file may take this long: the largest takes a second or two alone, and machines are busy.
const PATIENCE: Duration = Duration::from_mins(1);

/// Reads every batch of a table: rows, or what is wrong.
fn rows(file: &str, bytes: &[u8]) -> Result<u64, ReadError> {
    decode(file, "a table", || {
        let mut batches = Batches::open(file, bytes, "a table")?;
        let mut rows = 0;
        while let Some((batch, first)) = batches.next_batch()? {
            assert_eq!(first, rows + 1);
            rows += batch.num_rows() as u64;
        }
        Ok(rows)
    })
}

/// Every reader over the bytes; what the tables say of themselves.
fn read_all(file: &str, bytes: &[u8]) -> bool {
    let begin = Instant::now();
    let found = rows(file, bytes);
    if let Err(error) = &found {
        let said = error.to_string();
        assert!(
            said.starts_with(file) && said.contains("expected"),
            "{said}"
        );
    }
    let zone = Zone::parse("Europe/Brussels");
    for counts in [
        telraam_parquet::read(file, bytes, zone),
        telraam_csv::read(file, bytes, zone),
        telraam_json::read(file, bytes),
    ] {
        match counts {
            Ok(counts) => assert_eq!(
                counts.report.rows,
                counts.report.kept + counts.report.refused_rows()
            ),
            Err(error) => assert!(error.to_string().starts_with(file), "{error}"),
        }
    }
    assert!(begin.elapsed() < PATIENCE, "{file}: {:?}", begin.elapsed());
    found.is_ok()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            walk(&path, files);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "parquet")
        {
            files.push(path);
        }
    }
}

#[test]
fn the_parquet_corpus_gives_tables_where_it_is_sound_and_errors_where_it_is_not() {
    let Some(root) = shared("parquet-testing") else {
        return;
    };
    let mut files = Vec::new();
    walk(&root, &mut files);
    assert_eq!(files.len(), 46, "files of the corpus");
    let mut tables = Vec::new();
    for path in &files {
        let name = path.strip_prefix(&root).unwrap().display().to_string();
        if read_all(&name, &std::fs::read(path).unwrap()) {
            tables.push(name);
        }
    }
    let bad = tables.iter().filter(|name| name.starts_with("bad_data"));
    println!(
        "{} of {} are tables; of bad_data {:?}",
        tables.len(),
        files.len(),
        bad.collect::<Vec<_>>()
    );
    assert!(tables.len() >= 25, "{tables:?}");
}

/// The files of a tar archive that was packed with gzip: names of 100 bytes, sizes in octal.
fn unpacked(path: &Path) -> Vec<(String, Vec<u8>)> {
    let mut tar = Vec::new();
    GzDecoder::new(std::fs::File::open(path).unwrap())
        .read_to_end(&mut tar)
        .unwrap();
    let mut files = Vec::new();
    let mut at = 0;
    while let Some(header) = tar.get(at..at + 512).filter(|header| header[0] != 0) {
        let text = |range: std::ops::Range<usize>| {
            String::from_utf8_lossy(&header[range])
                .trim_matches(['\0', ' '])
                .to_owned()
        };
        let size = usize::from_str_radix(&text(124..136), 8).unwrap();
        if header[156] == b'0' || header[156] == 0 {
            files.push((text(0..100), tar[at + 512..at + 512 + size].to_vec()));
        }
        at += 512 + size.div_ceil(512) * 512;
    }
    files
}

#[test]
fn the_fuzz_corpora_break_no_reader() {
    let Some(root) = shared("arrow-testing") else {
        return;
    };
    for (archive, expected) in [
        ("arrow-ipc-fuzz.tar.gz", 135),
        ("parquet-and-csv-fuzz.tar.gz", 149),
    ] {
        let files = unpacked(&root.join(archive));
        assert_eq!(files.len(), expected, "{archive}");
        let tables = files.iter().filter(|(name, bytes)| read_all(name, bytes));
        println!("{archive}: {} of {expected} are tables", tables.count());
    }
}
