//! `straatbeeld check`: silent on a sound folder; a finding in the right file for each thing that is broken.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;
use straatbeeld::publish::check::check;
use straatbeeld::publish::{demo, folder};
use straatbeeld::table::CountTable;
use tempfile::TempDir;

/// The demonstration town with a tenth of its hours.
fn town() -> TempDir {
    let mut town = demo::generate(1).town;
    for (_, table) in &mut town.counts {
        let mut some = CountTable::new();
        for row in (0..table.len()).filter(|i| i % 23_000 < 2_300) {
            some.push(&table.row(row).unwrap());
        }
        *table = some;
    }
    let dir = tempfile::tempdir().unwrap();
    folder::write(dir.path(), &town, &mut |_| {}).unwrap();
    dir
}

/// A file, what is done to it, the file that is blamed, and a word of what is said.
type Case<'a> = (&'a str, &'a dyn Fn(&mut Vec<u8>), &'a str, &'a str);

#[test]
fn a_sound_folder_has_no_finding_and_each_fault_has_one_in_its_file() {
    let dir = town();
    let checked = check(dir.path(), &mut |_| {});
    assert_eq!(checked.findings, []);
    assert!(checked.rows > 10_000 && checked.segments > 2 && checked.streets > 100);

    let counts = "counts/demonstration-counts.parquet";
    let change = |path: &str, change: &dyn Fn(&mut Vec<u8>)| {
        let path = dir.path().join(path);
        let good = fs::read(&path).unwrap();
        let mut bytes = good.clone();
        change(&mut bytes);
        fs::write(&path, bytes).unwrap();
        let findings = check(dir.path(), &mut |_| {}).findings;
        fs::write(&path, good).unwrap();
        assert!(findings.iter().all(|f| !f.mend.is_empty()));
        findings
    };
    let cases: [Case; 11] = [
        (
            "catalog.jsonld",
            &|b| b.truncate(100),
            "catalog.jsonld",
            "line",
        ),
        (
            "streets.geojson",
            &|b| b[200] ^= 1,
            "streets.geojson",
            "SHA-256",
        ),
        (counts, &|b| b[5_000] ^= 1, counts, "SHA-256"),
        (counts, &|b| b.truncate(5_000), counts, "bytes"),
        (
            counts,
            &|b| b.truncate(5_000),
            counts,
            "not readable as Parquet",
        ),
        (
            "summary/segments.parquet",
            &|b| b.truncate(9),
            "summary/segments.parquet",
            "expected",
        ),
        (
            "street/stationsstraat.json",
            &|b| b.truncate(40),
            "street/stationsstraat.json",
            "line 1",
        ),
        (
            "street/stationsstraat.json",
            &|b| b[15] ^= 1,
            "street/stationsstraat.json",
            "another publication",
        ),
        (
            "records/streets.jsonld",
            &|b| b.truncate(400),
            "records/streets.jsonld",
            "line",
        ),
        (
            "records/streets.ttl",
            &|b| b.truncate(2_000),
            "records/streets.ttl",
            "not the graph",
        ),
        (
            "catalog.ttl",
            &|b| b.truncate(2_000),
            "catalog.ttl",
            "expected",
        ),
    ];
    for (path, fault, file, what) in cases {
        let findings = change(path, fault);
        assert!(
            findings
                .iter()
                .any(|f| f.file == file && f.what.contains(what)),
            "{path}: {what} is not in {findings:#?}"
        );
    }
    fs::remove_file(dir.path().join("street/markt.json")).unwrap_or_else(|_| {
        fs::remove_file(dir.path().join("street/stationsstraat.json")).unwrap();
    });
    let gone = check(dir.path(), &mut |_| {}).findings;
    assert_eq!(gone.len(), 1, "{gone:#?}");
    assert!(gone[0].what.contains("cannot be read"));
    assert_eq!(
        check(Path::new("nowhere"), &mut |_| {}).findings[0].file,
        "catalog.jsonld"
    );
}
