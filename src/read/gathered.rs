//! Files with a row per direction and type: many rows of the file make one row of the table.

use super::counts::Counts;
use super::place::Place;
use super::telraam::SIDES_DIFFER;
use crate::domain::{Instant, Mode, SegmentId, Side};
use crate::quality::sides::sides_agree;
use crate::table::CountRow;
use std::collections::HashMap;

pub const SAME_AGAIN: &str = "the same interval, type and direction again";
pub const TOO_MANY_TYPES: &str = "more types than a file can have";
/// Warned about: a total is not known where only one direction was published.
pub const HALF: &str = "one direction of two: no total";
/// Warned about: buses without the minibuses that the site counts too.
pub const PART: &str = "a type of several is not there: no value";

/// Types of a file; each has three bits of a `u64`.
const MOST_TYPES: usize = 21;

/// One value of one row of the file.
#[derive(Clone, Copy, Debug)]
pub struct Value {
    /// Index of the type in the file, of `MOST_TYPES`.
    pub kind: usize,
    pub mode: Mode,
    pub side: Side,
    pub count: f64,
}

/// Rows under way, in order of first appearance.
#[derive(Debug, Default)]
pub struct Gathered {
    segments: Vec<SegmentId>,
    segment_index: HashMap<SegmentId, usize>,
    index: HashMap<(usize, i64), usize>,
    rows: Vec<Interval>,
    /// By segment: the types and directions that were ever seen there.
    seen: Vec<u64>,
    /// The mode of each type.
    modes: Vec<Mode>,
}

#[derive(Debug)]
struct Interval {
    segment: usize,
    start: Instant,
    minutes: u16,
    first_row: u64,
    there: u64,
    sums: [[f64; 3]; 5],
}

const fn bit(kind: usize, side: Side) -> u64 {
    1 << (kind * 3 + side.index())
}

impl Gathered {
    /// Takes a value, or says why not.
    pub fn take(
        &mut self,
        segment: &SegmentId,
        start: Instant,
        minutes: u16,
        row: u64,
        value: Value,
    ) -> Result<(), &'static str> {
        if value.kind >= MOST_TYPES {
            return Err(TOO_MANY_TYPES);
        }
        let s = if let Some(s) = self.segment_index.get(segment) {
            *s
        } else {
            self.segments.push(segment.clone());
            self.seen.push(0);
            let s = self.segments.len() - 1;
            self.segment_index.insert(segment.clone(), s);
            s
        };
        let at = *self.index.entry((s, start.0)).or_insert(self.rows.len());
        if at == self.rows.len() {
            self.rows.push(Interval {
                segment: s,
                start,
                minutes,
                first_row: row,
                there: 0,
                sums: [[0.0; 3]; 5],
            });
        }
        let bit = bit(value.kind, value.side);
        let Some(interval) = self.rows.get_mut(at).filter(|i| i.there & bit == 0) else {
            return Err(SAME_AGAIN);
        };
        interval.there |= bit;
        if let Some(sum) = interval
            .sums
            .get_mut(value.mode.index())
            .and_then(|sides| sides.get_mut(value.side.index()))
        {
            *sum += value.count;
        }
        if let Some(seen) = self.seen.get_mut(s) {
            *seen |= bit;
        }
        if self.modes.len() <= value.kind {
            self.modes.resize(value.kind + 1, value.mode);
        }
        if let Some(mode) = self.modes.get_mut(value.kind) {
            *mode = value.mode;
        }
        Ok(())
    }

    /// Adds the rows to the counts. `has_sides` says of a segment that it is known to have both
    /// directions, whatever the file holds. A total is published, or the sum of both directions
    /// where both are there, or the only direction of a site that has no other.
    pub fn finish(self, counts: &mut Counts, has_sides: &dyn Fn(&SegmentId) -> bool) {
        for interval in &self.rows {
            let Some(segment) = self.segments.get(interval.segment) else {
                continue;
            };
            let usual = self.seen.get(interval.segment).copied().unwrap_or(0);
            let place = || Place::row(interval.first_row);
            let mut row = CountRow::empty(segment.clone(), interval.start);
            row.minutes = interval.minutes;
            for mode in Mode::ALL {
                let mut is_part = false;
                let mut value = |side: Side| {
                    let mask = self.mask(mode, side);
                    let there = interval.there & mask;
                    is_part |= there != 0 && there != usual & mask;
                    let sums = interval.sums.get(mode.index());
                    let sum = sums.and_then(|sides| sides.get(side.index()));
                    sum.copied().filter(|_| there != 0 && there == usual & mask)
                };
                let (both, left, right) =
                    (value(Side::Both), value(Side::Left), value(Side::Right));
                if is_part {
                    counts.report.warn(PART, place());
                }
                let is_usual = |side| usual & self.mask(mode, side) != 0;
                let is_two_way =
                    has_sides(segment) || (is_usual(Side::Left) && is_usual(Side::Right));
                let total = match (both, left, right) {
                    _ if !sides_agree(both, left, right) => {
                        counts.report.warn(SIDES_DIFFER, place());
                        None
                    }
                    (Some(both), ..) => Some(both),
                    (None, Some(left), Some(right)) => Some(left + right),
                    (None, Some(one), None) | (None, None, Some(one)) if !is_two_way => Some(one),
                    (None, None, None) => None,
                    (None, ..) => {
                        counts.report.warn(HALF, place());
                        None
                    }
                };
                row.set_volume(mode, Side::Both, total);
                row.set_volume(mode, Side::Left, left);
                row.set_volume(mode, Side::Right, right);
            }
            counts.add(&row, interval.first_row);
        }
    }

    fn mask(&self, mode: Mode, side: Side) -> u64 {
        self.modes
            .iter()
            .enumerate()
            .filter(|(_, own)| **own == mode)
            .fold(0, |mask, (kind, _)| mask | bit(kind, side))
    }
}
