//! From the vehicles of all files of a source to rows of quarters of an hour.
//!
//! Counts are scaled to the whole quarter (divided by uptime, as all counts are), where half of it or
//! more was counted; else there is no row, and its records are refused. Sides are told where every record
//! of a site has one; a side that a site never saw is missing. The total needs both sides.

use super::quarter::Quarter;
use super::spans::{Span, by_quarter, covered, joined, of_file, without_repeats};
use super::{QUARTER_MS, Vehicles};
use crate::domain::{Instant, Mode, SegmentId, Side, Zone};
use crate::read::counts::Counts;
use crate::read::place::Place;
use crate::read::zero_days;
use crate::table::CountRow;
use std::collections::BTreeMap;

pub const HALF_COUNTED: &str = "in a quarter of an hour of which less than half was counted";
pub const SAME_TIME: &str = "in a quarter of an hour that a later file tells again";
/// Warned about, once for a site.
pub const SOME_SIDES: &str = "some records have no direction: the site has no sides";

/// A quarter needs so much of itself.
const LEAST_UPTIME: f64 = 0.5;

/// One direction of a site, or all of it where it has none.
struct Stream {
    side: Side,
    quarters: BTreeMap<i64, Vec<Span>>,
}

/// What a stream has for a quarter.
struct Share<'v> {
    side: Side,
    uptime: f64,
    quarters: Vec<&'v Quarter>,
}

/// Makes rows of 15 minutes. Later files win over earlier ones that tell of the same time.
#[must_use]
pub fn aggregate(mut files: Vec<Vehicles>, zone: Zone) -> Counts {
    let mut counts = Counts::new("");
    let mut sites: BTreeMap<SegmentId, Vec<usize>> = BTreeMap::new();
    for (i, file) in files.iter().enumerate() {
        sites.entry(file.segment.clone()).or_default().push(i);
        counts.describe(&file.segment, &file.site);
    }
    for (segment, own) in &sites {
        of_site(segment, own, &mut files, &mut counts);
    }
    for file in &files {
        counts.report.absorb(&file.report);
    }
    zero_days::note(&mut counts, zone);
    counts
}

fn of_site(segment: &SegmentId, own: &[usize], files: &mut [Vehicles], counts: &mut Counts) {
    let mut modes: Vec<Mode> = Vec::new();
    for i in own {
        modes.extend(files.get(*i).map(|f| f.modes.clone()).unwrap_or_default());
    }
    let sides = sides_of(own, files);
    let streams: Vec<Stream> = sides
        .iter()
        .map(|side| {
            let spans = own.iter().filter_map(|i| {
                let file = files.get(*i)?;
                let is_of = *side == Side::Both || file.only_side.is_none_or(|s| s == *side);
                is_of.then(|| of_file(*i, file))
            });
            let mut quarters = by_quarter(&joined(spans.flatten().collect()));
            quarters.values_mut().for_each(without_repeats);
            Stream {
                side: *side,
                quarters,
            }
        })
        .collect();
    let mut all: Vec<i64> = streams
        .iter()
        .flat_map(|s| s.quarters.keys().copied())
        .collect();
    all.sort_unstable();
    all.dedup();
    // What becomes of the records of a file, its quarter and side.
    let mut fates: Vec<(usize, i64, Side, Option<&'static str>)> = Vec::new();
    for quarter in all {
        let mut shares = Vec::new();
        for stream in &streams {
            let spans = stream.quarters.get(&quarter).map_or(&[][..], Vec::as_slice);
            #[allow(clippy::cast_precision_loss)]
            let uptime = covered(spans) as f64 / QUARTER_MS as f64;
            let is_enough = uptime >= LEAST_UPTIME;
            let mut there = Vec::new();
            for i in own {
                let Some(found) = files.get(*i).and_then(|f| f.quarters.get(&quarter)) else {
                    continue;
                };
                let is_used = spans.iter().any(|span| span.file == Some(*i));
                let why = match (is_used, is_enough) {
                    (false, _) => Some(SAME_TIME),
                    (true, false) => Some(HALF_COUNTED),
                    (true, true) => None,
                };
                fates.push((*i, quarter, stream.side, why));
                if why.is_none() {
                    there.push(found);
                }
            }
            if is_enough {
                shares.push(Share {
                    side: stream.side,
                    uptime,
                    quarters: there,
                });
            }
        }
        if !shares.is_empty() {
            let mut row = CountRow::empty(segment.clone(), Instant(quarter * QUARTER_MS));
            row.minutes = 15;
            fill(&mut row, &modes, &shares, shares.len() == streams.len());
            let first = shares
                .iter()
                .flat_map(|s| s.quarters.iter().map(|q| q.first_row));
            let first = first.min().unwrap_or(0);
            counts.add(&row, first);
        }
    }
    if sides.as_slice() == [Side::Both] && some_have_sides(own, files) {
        counts.report.warn(SOME_SIDES, Place::File);
    }
    for (i, quarter, side, why) in fates {
        tell(files.get_mut(i), quarter, side, why);
    }
}

/// Left, right or both of them; `Side::Both` where a record has none, and where there is no record.
fn sides_of(own: &[usize], files: &[Vehicles]) -> Vec<Side> {
    let seen = seen(own, files);
    match seen {
        [0, left, right] if left + right > 0 => [(Side::Left, left), (Side::Right, right)]
            .into_iter()
            .filter_map(|(side, n)| (n > 0).then_some(side))
            .collect(),
        _ => vec![Side::Both],
    }
}

fn some_have_sides(own: &[usize], files: &[Vehicles]) -> bool {
    let [_, left, right] = seen(own, files);
    left + right > 0
}

/// Records without a direction, to the left and to the right.
fn seen(own: &[usize], files: &[Vehicles]) -> [u64; 3] {
    let mut seen = [0_u64; 3];
    for file in own.iter().filter_map(|i| files.get(*i)) {
        for quarter in file.quarters.values() {
            for (sum, n) in seen.iter_mut().zip(quarter.records) {
                *sum += u64::from(n);
            }
        }
    }
    seen
}

fn tell(file: Option<&mut Vehicles>, quarter: i64, side: Side, why: Option<&'static str>) {
    let Some(file) = file else { return };
    let Some(found) = file.quarters.get(&quarter) else {
        return;
    };
    let n = match side {
        Side::Both => found.records.iter().sum(),
        side => found.records.get(side.index()).copied().unwrap_or(0),
    };
    for _ in 0..n {
        match why {
            None => file.report.keep(),
            Some(why) => file.report.refuse(why, Place::row(found.first_row)),
        }
    }
}

fn fill(row: &mut CountRow, modes: &[Mode], shares: &[Share<'_>], is_whole: bool) {
    row.uptime = shares.iter().map(|share| share.uptime).reduce(f64::min);
    let sides = |share: &Share<'_>| match share.side {
        Side::Both => vec![Side::Both, Side::Left, Side::Right],
        side => vec![side],
    };
    for mode in Mode::ALL.into_iter().filter(|mode| modes.contains(mode)) {
        let mut total = 0.0;
        let mut speeds = None;
        for share in shares {
            let scale = 1.0 / share.uptime;
            let mut sum = 0.0;
            let mut own = None;
            for quarter in &share.quarters {
                for side in sides(share) {
                    sum += quarter.count(mode, side);
                    quarter.add_speeds(mode, side, scale, &mut own);
                    quarter.add_speeds(mode, side, scale, &mut speeds);
                }
            }
            total += sum * scale;
            if share.side != Side::Both {
                row.set_volume(mode, share.side, Some(sum * scale));
                let at = share.side.index().saturating_sub(1);
                if let Some(cell) = row.speed_5_sides.get_mut(at).filter(|_| mode == Mode::Car) {
                    *cell = own;
                }
            }
        }
        row.set_volume(mode, Side::Both, is_whole.then_some(total));
        match mode {
            Mode::Car => row.speed_5 = speeds.filter(|_| is_whole),
            Mode::Bike => row.bike_speed_5 = speeds.filter(|_| is_whole),
            _ => {}
        }
    }
}
