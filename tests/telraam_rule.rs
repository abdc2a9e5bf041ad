//! The publisher's own rule for `v85`, as recovered (definitions 4.6), against what it publishes
//! for two streets of Kortrijk. It tells why our pooled V85 and the published one may differ.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::{Path, PathBuf};
use straatbeeld::analysis::histogram::{percentile, telraam_v85};
use straatbeeld::read::telraam_csv;

#[test]
fn the_recovered_rule_gives_the_published_v85_of_an_hour() {
    let shared = std::env::var_os("STRAATBEELD_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let file = "data/kortrijk-telraam/traffic_two_streets_raw.csv";
    let Ok(bytes) = std::fs::read(shared.join(file)) else {
        eprintln!("skipped: {file} is not in the shared data");
        return;
    };
    let table = telraam_csv::read(file, &bytes, None).unwrap().table;
    let (mut hours, mut equal, mut far_from_ours) = (0, 0, 0);
    for i in 0..table.len() {
        let (Some(bins), Some(published)) = (table.speed_5(i), table.v85.get(i)) else {
            continue;
        };
        hours += 1;
        // Two multiples of 0.5 can be equally near to 85 %; the publisher's rounding takes one or the other.
        let recovered = telraam_v85(&bins, 5.0).unwrap();
        assert!((recovered - published).abs() <= 0.5, "row {i}");
        equal += u32::from(recovered == published);
        let ours = percentile(&bins, 5.0, 0.85).unwrap();
        far_from_ours += u32::from((ours - published).abs() > 0.5);
    }
    assert_eq!(hours, 1_163, "every hour with a histogram has a v85");
    assert!(equal * 100 >= hours * 92, "{equal} of {hours} equal");
    // Plain interpolation jumps over a plateau at 85 %, which hours with a handful of cars have.
    assert_eq!(far_from_ours, 9);
}
