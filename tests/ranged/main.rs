//! An ordinary Parquet file on a host, read by ranges: the same rows as a full read, few bytes, and an error with
//! a place where the file or the host is not what it should be.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::from_iter_instead_of_collect,
    clippy::struct_excessive_bools
)]

mod broken;
mod host;
mod made;
mod zstd;

use host::Host;
use made::{HOUR, Layout, Row, packed_with_zstd, query, read_rows, rows, write};
use parquet::basic::Compression;
use straatbeeld::read::ranged::Opening;

fn layouts() -> Vec<Layout> {
    let mut layouts = Vec::new();
    for compression in [
        Compression::UNCOMPRESSED,
        Compression::SNAPPY,
        packed_with_zstd(),
    ] {
        for bits in 0..16 {
            layouts.push(Layout {
                compression,
                has_dictionary: bits & 1 > 0,
                has_index: bits & 2 > 0,
                is_second: bits & 4 > 0,
                is_split: bits & 8 > 0,
                ..Layout::default()
            });
        }
    }
    layouts
}

#[test]
fn every_layout_gives_the_rows_that_were_written() {
    for hole in [0, 1, 7] {
        let rows = rows(5, 700, hole);
        for layout in layouts() {
            let mut host = Host::new(write(&rows, layout));
            let read = read_rows(&host.all(1 << 14, &query(&[])).unwrap());
            assert!(read == rows, "{layout:?}, hole {hole}");
        }
    }
}

#[test]
fn any_filter_gives_what_a_full_read_gives() {
    let rows = rows(9, 400, 5);
    let start = rows[0].time;
    for layout in layouts() {
        let file = write(&rows, layout);
        for (street, from, to) in [
            (0, 0, 399),
            (4, 100, 199),
            (8, 399, 399),
            (3, 5, 6),
            (99, 0, 399),
        ] {
            let street = i64::from(348_000 + 37 * street);
            let times = start + from * HOUR..=start + to * HOUR;
            let wanted = query(&[("street", street..=street), ("time", times.clone())]);
            let fits =
                |row: &&Row| row.street.map(i64::from) == Some(street) && times.contains(&row.time);
            let mut host = Host::new(file.clone());
            let read = read_rows(&host.all(1 << 14, &wanted).unwrap());
            let found: Vec<Row> = read.iter().filter(fits).copied().collect();
            let expected: Vec<Row> = rows.iter().filter(fits).copied().collect();
            assert!(found == expected, "{layout:?}, {street}");
            assert!(host.trips <= 4, "{} round trips", host.trips);
            // Pages of a hundred rows: what is read beyond the wanted rows is less than a page on either side.
            if layout.has_index {
                assert!(
                    read.len() <= expected.len() + 200,
                    "{} of {}",
                    read.len(),
                    expected.len()
                );
            }
        }
    }
}

#[test]
fn a_good_guess_takes_three_round_trips_and_hardly_more_bytes_than_are_needed() {
    let rows = rows(40, 2000, 0);
    let file = write(
        &rows,
        Layout {
            group_rows: 8000,
            page_rows: 500,
            compression: packed_with_zstd(),
            ..Layout::default()
        },
    );
    let footer = u64::from(u32::from_le_bytes(
        file[file.len() - 8..][..4].try_into().unwrap(),
    )) + 8;
    let wanted = query(&[("street", 348_370..=348_370)]);
    let mut known = Host::new(file.clone());
    known.all(footer, &wanted).unwrap();
    assert_eq!(known.trips, 3);
    let needed = known.bytes();
    assert!(needed < file.len() as u64 / 8, "{needed} of {}", file.len());
    // Too small a guess costs a round trip and not a byte.
    let mut small = Host::new(file.clone());
    small.all(64, &wanted).unwrap();
    assert_eq!((small.trips, small.bytes()), (4, needed));
    assert_eq!(Opening::default().wanted(), 160 << 10);
}

#[test]
fn a_file_within_the_guess_is_fetched_once() {
    let rows = rows(2, 100, 3);
    let mut host = Host::new(write(&rows, Layout::default()));
    assert_eq!(read_rows(&host.all(1 << 20, &query(&[])).unwrap()), rows);
    assert_eq!(host.requests.len(), 1);
}

#[test]
fn a_host_without_ranges_is_asked_once() {
    let rows = rows(3, 900, 0);
    let mut host = Host::new(write(&rows, Layout::default()));
    host.knows_ranges = false;
    assert_eq!(read_rows(&host.all(1000, &query(&[])).unwrap()), rows);
    assert_eq!(host.requests.len(), 1);
}

#[test]
fn nothing_is_fetched_for_a_street_that_is_not_there() {
    let mut host = Host::new(write(&rows(3, 900, 0), Layout::default()));
    let file = host.open(1 << 15).unwrap();
    let before = host.requests.len();
    assert_eq!(host.read(&file, &query(&[("street", 1..=2)])).unwrap(), []);
    assert_eq!(host.requests.len(), before);
}

#[test]
fn the_index_of_a_large_town_is_fetched_in_parts_and_no_page_waits_for_it() {
    let rows = rows(200, 100, 0);
    let layout = Layout {
        group_rows: 100,
        page_rows: 10,
        ..Layout::default()
    };
    let mut host = Host::new(write(&rows, layout));
    let file = host.open(1000).unwrap();
    let (before, trips) = (host.requests.len(), host.trips);
    let start = rows[0].time;
    let times = start + 30 * HOUR..=start + 49 * HOUR;
    let batches = host
        .read(&file, &query(&[("time", times.clone())]))
        .unwrap();
    let fits = |row: &&Row| times.contains(&row.time);
    let expected: Vec<Row> = rows.iter().filter(fits).copied().collect();
    assert!(read_rows(&batches) == expected);
    // What columns hold, and after it where their pages are.
    let chunks = file.footer.groups.iter().flat_map(|group| &group.chunks);
    let index = chunks
        .filter_map(|chunk| Some(chunk.column_index.as_ref()?.start))
        .min();
    let index = index.unwrap();
    let asked = host.requests[before..]
        .iter()
        .filter(|range| range.start >= index);
    assert_eq!(asked.count(), 2 * 4, "64 row groups at a time");
    // One trip for the first part, then one for every three row groups.
    assert!(
        host.trips - trips <= 1 + 200_usize.div_ceil(3) + 1,
        "{}",
        host.trips - trips
    );
}
