//! INT-2 of MARKSMAN counters: vehicles per interval, channel and SWISS10 class.
//!
//! A line holds the day, the end of the interval, the channel and what follows: lengths (01), classes (02) or
//! speeds (03). Classes become a row per interval; channel 1 is left, 2 is right. Lengths say less than classes,
//! and speeds are of all vehicles together in bins of 15, 10 and more km/h, which fit no histogram here.

use super::vbv_1::{header, mode_of_swiss10, packed, site_of};
use super::{NOT_A_RECORD, OTHER_SIDE};
use crate::domain::{Mode, SegmentId, Side, Zone};
use crate::read::counts::{Counts, Site};
use crate::read::encoding::text_of;
use crate::read::local_time::LocalTimes;
use crate::read::telraam::{NO_NUMBER, NO_TIME};
use crate::read::{Place, ReadError};
use crate::table::CountRow;
use std::collections::BTreeMap;

pub const LENGTHS: &str = "lengths of vehicles, which their classes tell better";
pub const SPEEDS: &str = "speeds of all vehicles together, in bins that fit no histogram";
/// The counters of the interval in which the recorder was started or read out.
const EXPECTED: &str =
    "INT-2 with `* FORMAT = INT-2`, class SWISS10 and an interval of whole minutes";

/// Reads one file; times are in `zone`.
pub fn read(file: &str, bytes: &[u8], zone: Zone) -> Result<Counts, ReadError> {
    let text = text_of(file, bytes, None)?;
    let interval: Option<u16> = header(&text, "INTERVAL").and_then(|minutes| minutes.parse().ok());
    let is_ours =
        header(&text, "FORMAT") == Some("INT-2") && header(&text, "CLASS") == Some("SWISS10");
    let (true, Some(minutes @ (5 | 10 | 15 | 20 | 30 | 60))) = (is_ours, interval) else {
        let place = Place::Line { line: 1, column: 1 };
        let found = format!(
            "the format {:?}, class {:?}, interval {interval:?}",
            header(&text, "FORMAT").unwrap_or(""),
            header(&text, "CLASS").unwrap_or("")
        );
        return Err(ReadError::malformed(file, place, found, EXPECTED));
    };
    let segment = SegmentId(site_of(&text, file).to_owned());
    let mut counts = Counts::new(file);
    counts.describe(
        &segment,
        &Site {
            name: header(&text, "LOCATION").unwrap_or("").to_owned(),
            ..Site::default()
        },
    );
    // By civil start: first line, and volumes by mode and side.
    let mut intervals: BTreeMap<i64, (u64, Volumes)> = BTreeMap::new();
    for (line, number) in text.lines().zip(1..) {
        if line.starts_with('*') || line.trim().is_empty() {
            continue;
        }
        let place = Place::row(number);
        match record(line) {
            Ok(Some((civil_end, side, volumes))) => {
                let start = civil_end - i64::from(minutes) * 60_000;
                let entry = intervals.entry(start).or_insert((number, [[None; 3]; 5]));
                for (mode, count) in [Mode::Car, Mode::Heavy].into_iter().zip(volumes) {
                    if let Some(slot) = entry
                        .1
                        .get_mut(mode.index())
                        .and_then(|sides| sides.get_mut(side.index()))
                    {
                        *slot = Some(count);
                    }
                }
                counts.report.keep();
            }
            Ok(None) if line.contains(" 00 01 ") => counts.report.refuse(LENGTHS, place),
            Ok(None) => counts.report.refuse(SPEEDS, place),
            Err(why) => counts.report.refuse(why, place),
        }
    }
    let mut times = LocalTimes::new(zone);
    let has_channel =
        |channels: &str, wanted: &str| channels.split_whitespace().any(|c| c == wanted);
    let channels = header(&text, "CHANNELS").unwrap_or("");
    let both_ways = has_channel(channels, "1") && has_channel(channels, "2");
    for (civil, (number, volumes)) in intervals {
        let Ok(read) = times.instant(&segment, civil) else {
            continue;
        };
        let mut row = CountRow::empty(segment.clone(), read.instant);
        row.minutes = minutes;
        for mode in [Mode::Car, Mode::Heavy] {
            let side = |side: Side| {
                volumes
                    .get(mode.index())?
                    .get(side.index())
                    .copied()
                    .flatten()
            };
            let (left, right) = (side(Side::Left), side(Side::Right));
            row.set_volume(mode, Side::Left, left.filter(|_| both_ways));
            row.set_volume(mode, Side::Right, right.filter(|_| both_ways));
            let total = match (left, right) {
                (Some(left), Some(right)) => Some(left + right),
                (one, other) if !both_ways => one.or(other),
                // One direction of two is no total.
                _ => None,
            };
            row.set_volume(mode, Side::Both, total);
        }
        counts.add(&row, number);
    }
    Ok(counts)
}

/// By mode and side.
type Volumes = [[Option<f64>; 3]; 5];
type Line = (i64, Side, [f64; 2]);

/// `130418 1300 1 00 02 0000 0009 …`: cars and heavy vehicles; `None` for lengths and speeds.
fn record(line: &str) -> Result<Option<Line>, &'static str> {
    let cells: Vec<&str> = line.split_whitespace().collect();
    let cell = |at: usize| cells.get(at).copied().ok_or(NOT_A_RECORD);
    // Midnight is written as the end of the day.
    let (date, time) = (cell(0)?, cell(1)?);
    let civil = if time == "2400" {
        packed(date, "0000", 0).map(|midnight| midnight + 86_400_000)
    } else {
        packed(date, time, 0)
    };
    let civil = civil.ok_or(NO_TIME)?;
    let side = match cell(2)? {
        "1" => Side::Left,
        "2" => Side::Right,
        _ => return Err(OTHER_SIDE),
    };
    if cell(4)? != "02" {
        return Ok(None);
    }
    let mut volumes = [0.0; 2];
    let [cars, heavy] = &mut volumes;
    for class in 1..=10_u8 {
        let count: u32 = cell(4 + usize::from(class))?
            .parse()
            .map_err(|_| NO_NUMBER)?;
        match mode_of_swiss10(class) {
            Ok(Mode::Car) => *cars += f64::from(count),
            Ok(_) => *heavy += f64::from(count),
            // Motorcycles are neither.
            Err(_) => {}
        }
    }
    Ok(Some((civil, side, volumes)))
}
