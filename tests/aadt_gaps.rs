//! AADT of real counters when hours go missing where it hurts: all full years of Münster's counters, from
//! which the peaks of four days in ten are taken. The hourly method must hardly move; the mean of daily
//! sums, shown beside it, may.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss
)]

use flate2::read::MultiGzDecoder;
use std::io::Read;
use std::path::{Path, PathBuf};
use straatbeeld::analysis::annual::annual;
use straatbeeld::analysis::civil::civil_days;
use straatbeeld::analysis::daily::daily_totals;
use straatbeeld::analysis::hours::{Hours, prepare};
use straatbeeld::analysis::period::Days;
use straatbeeld::analysis::random::SplitMix64;
use straatbeeld::analysis::{SegmentCounts, whole_hours};
use straatbeeld::domain::{Calendar, CivilDate, Mode, Side, Zone};
use straatbeeld::read::duplicates::join;
use straatbeeld::read::eco_counter::{self, Declared};
use straatbeeld::table::CountTable;

/// Counters that have seen whole years; each with its folder's name.
const SITES: [&str; 4] = ["100034981", "100034983", "100053305", "100020113"];
/// A year counts as full with so many of its hours.
const FULL: f64 = 0.98;
/// Ways to lose hours, per year.
const DRAWS: u64 = 6;

struct Year {
    name: String,
    table: CountTable,
    days: Days,
}

fn zone() -> Zone {
    Zone::parse("Europe/Berlin").unwrap()
}

fn shared() -> PathBuf {
    std::env::var_os("STRAATBEELD_SHARED")
        .map_or_else(
            || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
            PathBuf::from,
        )
        .join("data/muenster-radverkehr")
}

/// The hours of a site over all its files.
fn hours_of(site: &str) -> CountTable {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(shared().join(site))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let files = paths.iter().map(|path| {
        let mut bytes = Vec::new();
        MultiGzDecoder::new(std::fs::File::open(path).unwrap())
            .read_to_end(&mut bytes)
            .unwrap();
        let declared = Declared {
            zone: Some(zone()),
            mode: Mode::Bike,
            minutes: None,
        };
        eco_counter::read(&path.display().to_string(), &bytes, declared).unwrap()
    });
    whole_hours(&join(files.collect()).table.sorted()).into_owned()
}

/// AADT by the hourly method and the mean of valid days, without the hours that `is_lost` names.
fn averages(year: &Year, is_lost: impl Fn(CivilDate, u8) -> bool) -> (Option<f64>, Option<f64>) {
    let calendar = Calendar::default();
    let mut kept = CountTable::new();
    for i in 0..year.table.len() {
        let local = zone().local(year.table.start[i]);
        if local.date >= year.days.start
            && local.date < year.days.end
            && !is_lost(local.date, local.hour)
        {
            kept.push(&year.table.row(i).unwrap());
        }
    }
    let counts = SegmentCounts::whole(&kept, zone(), &calendar);
    let list = prepare(&counts);
    let hours = Hours {
        table: &kept,
        list: &list,
    };
    let civil = civil_days(zone(), &calendar, year.days);
    let valid = daily_totals(hours, Mode::Bike, &civil);
    let found = annual(hours, Mode::Bike, &civil, &valid);
    // The naive figure: the mean of the daily sums as they are, gaps and all.
    let mut sums = std::collections::BTreeMap::<CivilDate, f64>::new();
    for (hour, value) in hours.values(Mode::Bike, Side::Both) {
        *sums.entry(hour.date).or_default() += value;
    }
    let naive = sums.values().sum::<f64>() / f64::from(u32::try_from(sums.len().max(1)).unwrap());
    (found.fhwa, Some(naive))
}

fn full_years() -> Vec<Year> {
    let mut years = Vec::new();
    for site in SITES {
        let table = hours_of(site);
        for year in 2019..=2025 {
            let days = Days {
                start: CivilDate::new(year, 1, 1).unwrap(),
                end: CivilDate::new(year + 1, 1, 1).unwrap(),
            };
            let counted = (0..table.len())
                .filter(|i| table.volume(Mode::Bike, Side::Both, *i).is_some())
                .filter(|i| zone().local(table.start[*i]).date.year() == year)
                .count();
            let hours = f64::from(days.end.days() - days.start.days()) * 24.0;
            if counted as f64 >= FULL * hours {
                years.push(Year {
                    name: format!("{site} {year}"),
                    table: table.clone(),
                    days,
                });
            }
        }
    }
    years
}

#[test]
fn aadt_hardly_moves_when_three_hours_in_ten_go_missing_at_the_peaks() {
    if !shared().is_dir() {
        eprintln!("skipped: {} is not there", shared().display());
        return;
    }
    let years = full_years();
    assert!(years.len() >= 4, "{} full years", years.len());
    let mut moved: Vec<(f64, f64)> = Vec::new();
    for year in &years {
        let (Some(whole), Some(simple)) = averages(year, |_, _| false) else {
            panic!("{}: no AADT of a full year", year.name);
        };
        // Without gaps the hourly method is the simple mean, but for the few hours that a full year may lack.
        assert!(
            (whole / simple - 1.0).abs() < 0.02,
            "{}: {whole} {simple}",
            year.name
        );
        for draw in 0..DRAWS {
            // Four days in ten lose their peaks, 6–10 and 15–20, and other hours by chance: three in ten in all.
            let mut random =
                SplitMix64::seeded(draw * 1000 + u64::from(year.days.start.days().unsigned_abs()));
            let days = usize::try_from(year.days.end.days() - year.days.start.days()).unwrap();
            let loses: Vec<bool> = (0..days).map(|_| random.below(10) < 4).collect();
            let elsewhere: Vec<u32> = (0..days)
                .map(|_| {
                    (0..24).fold(0, |bits, hour| {
                        bits | u32::from(random.below(100) < 18) << hour
                    })
                })
                .collect();
            let is_lost = |date: CivilDate, hour: u8| {
                let day = usize::try_from(date.days() - year.days.start.days()).unwrap();
                let at_peak = (6..10).contains(&hour) || (15..20).contains(&hour);
                (loses[day] && at_peak) || elsewhere[day] & (1 << hour) != 0
            };
            let (Some(aadt), Some(naive)) = averages(year, is_lost) else {
                panic!("{}: no AADT with gaps", year.name);
            };
            moved.push(((aadt / whole - 1.0).abs(), (naive / whole - 1.0).abs()));
        }
    }
    let at = |share: f64, which: fn(&(f64, f64)) -> f64| {
        let mut all: Vec<f64> = moved.iter().map(which).collect();
        all.sort_by(f64::total_cmp);
        all[((all.len() - 1) as f64 * share).round() as usize]
    };
    let (median, high) = (at(0.5, |m| m.0), at(0.95, |m| m.0));
    let simple = at(0.5, |m| m.1);
    println!(
        "{} years, {} draws: AADT moves by {:.2} % in the median and {:.2} % at the 95th percentile; daily sums by {:.1} %",
        years.len(),
        moved.len(),
        median * 100.0,
        high * 100.0,
        simple * 100.0
    );
    assert!(median <= 0.02, "{median}");
    assert!(high <= 0.05, "{high}");
    assert!(
        simple > 0.10,
        "the naive sums are the ones that move: {simple}"
    );
}
