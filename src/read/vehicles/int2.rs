//! Golden River "INT-2" (`.A01`): sums by channel and interval, which have the time of their end. The
//! classes of vehicles are read; lengths, and speeds of all vehicles together in unequal classes, are not.

use super::MOTORCYCLE;
use super::civil::CivilClock;
use super::declared::Declared;
use super::golden_river::{Head, check_end, civil_ms, swiss10};
use super::vbv::CUT_SHORT;
use crate::domain::{Instant, Mode, SegmentId, Side};
use crate::read::counts::{Counts, Site};
use crate::read::encoding::text_of;
use crate::read::error::ReadError;
use crate::read::local_time::AMBIGUOUS;
use crate::read::place::Place;
use crate::read::telraam::{NO_NUMBER, NO_TIME};
use crate::read::zero_days;
use crate::table::CountRow;
use std::collections::{BTreeMap, HashMap};

pub const NOT_CLASSES: &str = "lengths or speeds of all vehicles together: not counted by mode";
pub const UNKNOWN_CHANNEL: &str = "a channel that the file does not list";
pub const SAME_AGAIN: &str = "the same interval and channel again";
pub const PART_COUNTED: &str = "an interval of which less than half was counted";
/// Warned about.
pub const WITH_MOTORCYCLES: &str = "motorcycles left out of the interval";
pub const CHANNEL_MISSING: &str = "a channel of several is not there: no total";

/// Cars and heavy vehicles of one channel.
struct Channel {
    volumes: [f64; 2],
    row: u64,
}

/// Reads a file; its rows have its own interval. Counts of a part of an interval are scaled to all of it.
pub fn read(file: &str, bytes: &[u8], declared: &Declared<'_>) -> Result<Counts, ReadError> {
    let text = text_of(file, bytes, None)?;
    let head = Head::read(file, &text, "INT-2")?;
    let interval = head.text("INTERVAL");
    let minutes = interval
        .parse()
        .ok()
        .filter(|m| *m > 0 && 60_u16.is_multiple_of(*m));
    let Some(minutes) = minutes else {
        return Err(ReadError::malformed(
            file,
            Place::File,
            format!("INTERVAL = {interval}"),
            "a whole part of an hour, in minutes",
        ));
    };
    let channels: Vec<&str> = head.text("CHANNELS").split_whitespace().collect();
    // The rows of classes are numbered by the place of `CLS` among what the file holds.
    let kinds = head.text("INTSPEC").split('+').map(str::trim);
    let classes = kinds
        .zip(1_u32..)
        .find(|(name, _)| *name == "CLS")
        .map(|(_, i)| i);
    let mut counts = Counts::new(file);
    let segment = declared.segment(head.text("SITE"), file);
    counts.describe(
        &segment,
        &Site {
            name: head.text("LOCATION").to_owned(),
            ..Site::default()
        },
    );
    let mut clocks: HashMap<&str, CivilClock> = HashMap::new();
    let mut intervals: BTreeMap<Instant, Vec<Option<Channel>>> = BTreeMap::new();
    for (line, row) in text.lines().zip(1..) {
        if line.starts_with('*') || line.trim().is_empty() {
            continue;
        }
        let taken =
            take(line, row, classes, &channels).and_then(|(i, end, channel, motorcycles)| {
                let name = channels.get(i).copied().unwrap_or_default();
                let clock = clocks
                    .entry(name)
                    .or_insert_with(|| CivilClock::new(declared.zone));
                let read = clock.instant(end - i64::from(minutes) * 60_000)?;
                let own = intervals
                    .entry(read.instant)
                    .or_insert_with(|| channels.iter().map(|_| None).collect());
                match own.get_mut(i) {
                    Some(cell @ None) => *cell = Some(channel),
                    _ => return Err(SAME_AGAIN),
                }
                Ok((read.is_ambiguous, motorcycles))
            });
        match taken {
            Ok((is_ambiguous, motorcycles)) => {
                if is_ambiguous {
                    counts.report.warn(AMBIGUOUS, Place::row(row));
                }
                if motorcycles {
                    counts.report.warn(WITH_MOTORCYCLES, Place::row(row));
                }
            }
            Err(why) => counts.report.refuse(why, Place::row(row)),
        }
    }
    let clock = CivilClock::new(declared.zone);
    let stated = head.time("STARTREC").zip(head.time("STOPREC"));
    let stated =
        stated.and_then(|(start, end)| clock.first_meaning(start).zip(clock.last_meaning(end)));
    let sides: Vec<Option<Side>> = channels.iter().map(|c| declared.side(c, None)).collect();
    for (start, own) in &intervals {
        add(&mut counts, &segment, *start, minutes, stated, &sides, own);
    }
    check_end(&text, &mut counts.report);
    zero_days::note(&mut counts, declared.zone);
    Ok(counts)
}

type Taken = (usize, i64, Channel, bool);

/// The channel's place in the list, the end of the interval, its vehicles, and whether it had motorcycles.
fn take(
    line: &str,
    row: u64,
    classes: Option<u32>,
    channels: &[&str],
) -> Result<Taken, &'static str> {
    let mut cells = line.split_whitespace();
    let mut cell = || cells.next().ok_or(CUT_SHORT);
    let end = civil_ms(cell()?, cell()?).ok_or(NO_TIME)?;
    let channel = cell()?;
    let i = channels
        .iter()
        .position(|own| *own == channel)
        .ok_or(UNKNOWN_CHANNEL)?;
    cell()?;
    let kind: u32 = cell()?.parse().map_err(|_| NO_NUMBER)?;
    if Some(kind) != classes {
        return Err(NOT_CLASSES);
    }
    let (mut car, mut heavy, mut motorcycles, mut n) = (0.0, 0.0, 0_u64, 0);
    for (count, class) in cells.zip(1..) {
        let count: u32 = count.parse().map_err(|_| NO_NUMBER)?;
        match swiss10(class) {
            Ok(Mode::Car) => car += f64::from(count),
            Ok(_) => heavy += f64::from(count),
            Err(MOTORCYCLE) => motorcycles += u64::from(count),
            Err(why) => return Err(why),
        }
        n = class;
    }
    if n != 10 {
        return Err(CUT_SHORT);
    }
    Ok((
        i,
        end,
        Channel {
            volumes: [car, heavy],
            row,
        },
        motorcycles > 0,
    ))
}

#[allow(clippy::too_many_arguments)]
fn add(
    counts: &mut Counts,
    segment: &SegmentId,
    start: Instant,
    minutes: u16,
    stated: Option<(Instant, Instant)>,
    sides: &[Option<Side>],
    own: &[Option<Channel>],
) {
    let length = i64::from(minutes) * 60_000;
    let uptime = stated.map_or(1.0, |(from, to)| {
        let counted = (start.0 + length).min(to.0) - start.0.max(from.0);
        #[allow(clippy::cast_precision_loss)]
        let share = counted.max(0) as f64 / length as f64;
        share
    });
    let rows: Vec<u64> = own.iter().flatten().map(|channel| channel.row).collect();
    if uptime < 0.5 {
        for row in rows {
            counts.report.refuse(PART_COUNTED, Place::row(row));
        }
        return;
    }
    let is_whole = own.iter().all(Option::is_some);
    let first = rows.iter().min().copied().unwrap_or(0);
    let mut row = CountRow::empty(segment.clone(), start);
    row.minutes = minutes;
    row.uptime = stated.map(|_| uptime);
    let sum = |wanted: Option<Side>, at: usize| {
        let of = sides
            .iter()
            .zip(own)
            .filter(|(side, _)| wanted.is_none() || **side == wanted);
        let values: Option<Vec<f64>> = of
            .map(|(_, channel)| channel.as_ref().and_then(|c| c.volumes.get(at).copied()))
            .collect();
        values
            .filter(|v| !v.is_empty())
            .map(|v| v.iter().sum::<f64>() / uptime)
    };
    for (at, mode) in [Mode::Car, Mode::Heavy].into_iter().enumerate() {
        row.set_volume(mode, Side::Both, sum(None, at));
        if sides.iter().all(Option::is_some) {
            for side in [Side::Left, Side::Right] {
                row.set_volume(mode, side, sum(Some(side), at));
            }
        }
    }
    if !is_whole {
        counts.report.warn(CHANNEL_MISSING, Place::row(first));
    }
    for _ in rows {
        counts.report.keep();
    }
    counts.add(&row, first);
}
