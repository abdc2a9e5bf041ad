//! Files and hosts that are not what they should be.

use crate::host::Host;
use crate::made::{Layout, packed_with_zstd, query, read_rows, rows, write};
use straatbeeld::read::ranged::{Filter, Opening, Part, Query, Reading, Step};

fn error(file: Vec<u8>, query: &Query) -> String {
    Host::new(file).all(1 << 14, query).unwrap_err().to_string()
}

fn asking(column: &str) -> Query {
    Query {
        columns: vec![column.to_owned()],
        filters: Vec::new(),
    }
}

#[test]
fn what_is_no_parquet_is_named() {
    assert_eq!(
        error(b"<!doctype html><title>404".to_vec(), &query(&[])),
        "end of the file, byte 17: \">404\"; expected PAR1, as Parquet ends"
    );
    assert_eq!(
        error(b"PAR1".to_vec(), &query(&[])),
        "end of the file, byte 0: a file of 4 bytes; expected PAR1, as Parquet ends"
    );
    assert_eq!(
        error(b"PAR1\0\0\0\x01PAR1".to_vec(), &query(&[])),
        "end of the file, byte 4: a footer of 16777216 bytes in a file of 12; expected Parquet"
    );
}

#[test]
fn a_column_that_cannot_be_read_is_named() {
    let file = write(&rows(2, 10, 0), Layout::default());
    let text = error(file.clone(), &asking("cars"));
    assert!(text.starts_with("column cars, byte "), "{text}");
    assert!(text.ends_with("no such column; expected numbers"), "{text}");
    let fractions = Query {
        filters: vec![Filter {
            column: "count".into(),
            range: 0..=1,
        }],
        ..asking("time")
    };
    let text = error(file, &fractions);
    assert!(
        text.ends_with("fractions; expected whole numbers"),
        "{text}"
    );
}

#[test]
fn a_file_that_is_cut_short_is_an_error_wherever_it_is_cut() {
    let file = write(
        &rows(4, 500, 3),
        Layout {
            compression: packed_with_zstd(),
            ..Layout::default()
        },
    );
    for cut in 1..200 {
        let at = file.len() * cut / 200;
        let mut host = Host::new(file[..at].to_vec());
        assert!(
            host.all(1 << 14, &query(&[])).is_err(),
            "cut at {at} of {}",
            file.len()
        );
    }
}

/// Whatever byte is changed: the same rows, other rows or an error, and never a panic or a claim of memory.
#[test]
fn a_garbled_file_never_panics() {
    for (is_second, compression) in [
        (false, packed_with_zstd()),
        (true, parquet::basic::Compression::SNAPPY),
        (true, parquet::basic::Compression::UNCOMPRESSED),
    ] {
        let layout = Layout {
            compression,
            is_second,
            is_split: is_second,
            group_rows: 500,
            ..Layout::default()
        };
        let file = write(&rows(3, 300, 4), layout);
        let wanted = query(&[("street", 348_037..=348_037)]);
        let mut refused = 0;
        let mut tried = 0;
        // Each byte of the metadata at the end, and some of the pages before them.
        let some = (0..file.len()).filter(|at| at % 7 == 0 || at + 600 > file.len());
        for at in some {
            for change in [0x01, 0xff] {
                tried += 1;
                let mut garbled = file.clone();
                garbled[at] ^= change;
                match Host::new(garbled).all(1 << 14, &wanted) {
                    Ok(batches) => drop(read_rows_loosely(&batches)),
                    Err(error) => {
                        refused += 1;
                        assert!(error.byte <= file.len() as u64, "{error}");
                    }
                }
            }
        }
        assert!(refused > tried / 20, "{refused} of {tried}");
    }
}

fn read_rows_loosely(batches: &[straatbeeld::read::ranged::Batch]) -> usize {
    batches
        .iter()
        .flat_map(|batch| &batch.columns)
        .map(straatbeeld::table::TypedColumn::len)
        .sum()
}

#[test]
fn a_host_that_sends_other_bytes_is_refused() {
    let file = write(&rows(3, 900, 0), Layout::default());
    let mut host = Host::new(file.clone());
    let opened = host.open(1 << 12).unwrap();
    let mut reading = Reading::new(&opened, &query(&[]), 1).unwrap();
    let Step::Fetch(ranges) = reading.step().unwrap() else {
        panic!("asks for nothing")
    };
    let asked = &ranges[0];
    let error = reading
        .give(asked, asked.start + 1, vec![0; 10])
        .unwrap_err();
    assert_eq!(error.part, Part::Host);
    let error = reading.give(asked, asked.start, vec![0; 10]).unwrap_err();
    assert!(error.to_string().contains("expected bytes"), "{error}");
    // A suffix that is not one.
    let error = Opening::new(100)
        .give(0, file.len() as u64, vec![0; 10])
        .unwrap_err();
    assert_eq!(error.part, Part::Host);
}

#[test]
fn a_page_that_claims_more_rows_than_its_group_is_refused() {
    let rows = rows(1, 100, 0);
    let file = write(
        &rows,
        Layout {
            has_index: false,
            has_dictionary: false,
            ..Layout::default()
        },
    );
    assert_eq!(
        read_rows(&Host::new(file.clone()).all(1 << 12, &query(&[])).unwrap()),
        rows
    );
    // The first page's header: v1, so field 5 holds the number of values as a zigzag varint of two bytes.
    let header = file
        .windows(3)
        .position(|w| w == [0x15, 0xC8, 0x01])
        .unwrap();
    let mut garbled = file;
    garbled[header + 2] = 0x02;
    let text = error(garbled, &query(&[]));
    assert!(text.starts_with("row group 0, street, byte "), "{text}");
}
