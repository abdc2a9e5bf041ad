//! The publisher's own rule for `v85`, as recovered (definitions 4.6), and our interpolated V85, against
//! what it publishes for every hour of Kortrijk and Karlsruhe that has 5 km/h bins.
#![allow(clippy::unwrap_used, clippy::panic)]

use flate2::read::MultiGzDecoder;
use std::io::Read;
use std::path::{Path, PathBuf};
use straatbeeld::analysis::histogram::{percentile, telraam_v85};
use straatbeeld::read::duplicates::join;
use straatbeeld::read::{telraam_csv, telraam_json};
use straatbeeld::table::CountTable;

/// Hours of one town: all with a histogram and a published V85, those in which the recovered rule and our
/// V85 rounded to half a km/h are equal to it, and those in which ours is more than half a km/h off.
#[derive(Debug, Default)]
struct Hours {
    all: u32,
    rule: u32,
    ours: u32,
    far: u32,
}

fn compare(table: &CountTable, hours: &mut Hours) {
    for i in 0..table.len() {
        let (Some(bins), Some(published)) = (table.speed_5(i), table.v85.get(i)) else {
            continue;
        };
        hours.all += 1;
        let recovered = telraam_v85(&bins, 5.0).unwrap();
        hours.rule += u32::from(recovered == published);
        let ours = percentile(&bins, 5.0, 0.85).unwrap();
        hours.ours += u32::from((ours * 2.0).round_ties_even() / 2.0 == published);
        hours.far += u32::from((ours - published).abs() > 0.5);
    }
}

fn shared() -> PathBuf {
    std::env::var_os("STRAATBEELD_SHARED")
        .map_or_else(
            || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
            PathBuf::from,
        )
        .join("data")
}

#[test]
fn v85_equals_the_published_one_in_97_of_100_hours() {
    let file = "kortrijk-telraam/traffic_two_streets_raw.csv";
    let Ok(bytes) = std::fs::read(shared().join(file)) else {
        eprintln!("skipped: {file} is not in the shared data");
        return;
    };
    let mut hours = Hours::default();
    compare(
        &telraam_csv::read(file, &bytes, None).unwrap().table,
        &mut hours,
    );
    assert_eq!(hours.all, 1_163, "every hour with a histogram has a v85");
    // Plain interpolation jumps over a plateau at 85 %, which hours with a handful of cars have.
    assert_eq!(hours.far, 9);
    let pattern = shared().join("karlsruhe-telraam/device_*/hourly/*.json.gz");
    let files = glob::glob(&pattern.to_string_lossy()).unwrap().map(|path| {
        let path = path.unwrap();
        let mut bytes = Vec::new();
        MultiGzDecoder::new(std::fs::File::open(&path).unwrap())
            .read_to_end(&mut bytes)
            .unwrap();
        telraam_json::read(&path.display().to_string(), &bytes).unwrap()
    });
    compare(&join(files.collect()).table, &mut hours);
    println!("{hours:?}");
    assert!(hours.all > 10_000, "{hours:?}");
    assert!(hours.rule * 100 >= hours.all * 97, "{hours:?}");
    assert!(hours.ours * 100 >= hours.all * 97, "{hours:?}");
}
