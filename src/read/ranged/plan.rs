//! Which bytes to ask for: ranges that lie near each other become one, and rows that a filter leaves.

use crate::read::parquet_format::footer::Bounds;
use std::ops::{Range, RangeInclusive};

/// When two ranges are asked as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merging {
    /// A gap of so many bytes costs less than one more request.
    pub near: u64,
    /// Browsers open so many connections to a host; ranges beyond wait for a round trip.
    pub most: usize,
    /// To come down to `most`, gaps may cost one byte in so many of those that are needed.
    pub one_in: u64,
}

impl Merging {
    /// For a street: every byte counts.
    pub const FEW: Self = Self {
        near: 512,
        most: 6,
        one_in: 32,
    };
    /// For a whole town: every request counts.
    pub const MANY: Self = Self {
        near: 64 << 10,
        most: 6,
        one_in: 32,
    };

    /// Ranges in order, merged.
    #[must_use]
    pub fn merge(self, mut ranges: Vec<Range<u64>>) -> Vec<Range<u64>> {
        ranges.retain(|range| !range.is_empty());
        ranges.sort_by_key(|range| (range.start, range.end));
        let merged = close(ranges, self.near);
        if merged.len() <= self.most {
            return merged;
        }
        let needed: u64 = merged.iter().map(|range| range.end - range.start).sum();
        let mut gaps: Vec<u64> = merged
            .windows(2)
            .filter_map(|pair| match pair {
                [a, b] => Some(b.start - a.end),
                _ => None,
            })
            .collect();
        gaps.sort_unstable();
        let mut left = needed / self.one_in.max(1);
        let mut near = 0;
        for gap in gaps.into_iter().take(merged.len() - self.most) {
            if gap > left {
                break;
            }
            left -= gap;
            near = gap;
        }
        close(merged, near)
    }
}

fn close(ranges: Vec<Range<u64>>, near: u64) -> Vec<Range<u64>> {
    let mut merged: Vec<Range<u64>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end.saturating_add(near) => {
                last.end = last.end.max(range.end);
            }
            _ => merged.push(range),
        }
    }
    merged
}

/// Rows that are in both lists; each is in order and without overlaps.
#[must_use]
pub fn common(a: &[Range<u64>], b: &[Range<u64>]) -> Vec<Range<u64>> {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut both = Vec::new();
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        let range = x.start.max(y.start)..x.end.min(y.end);
        let is_x_first = x.end <= y.end;
        if !range.is_empty() {
            both.push(range);
        }
        if is_x_first {
            a.next();
        } else {
            b.next();
        }
    }
    both
}

/// Touches one of the rows.
#[must_use]
pub fn touches(page: &Range<u64>, rows: &[Range<u64>]) -> bool {
    let at = rows.partition_point(|range| range.end <= page.start);
    rows.get(at).is_some_and(|range| range.start < page.end)
}

#[must_use]
pub fn may_match(bounds: Bounds, wanted: &RangeInclusive<i64>) -> bool {
    bounds.least <= *wanted.end() && bounds.greatest >= *wanted.start()
}

/// Every value is wanted.
#[must_use]
pub fn all_match(bounds: Bounds, wanted: &RangeInclusive<i64>) -> bool {
    bounds.least >= *wanted.start() && bounds.greatest <= *wanted.end()
}

#[cfg(test)]
// A list of one range is what is meant.
#[allow(clippy::single_range_in_vec_init)]
mod tests {
    use super::*;

    #[test]
    fn near_ranges_are_one_and_far_ones_are_not() {
        let merged = Merging::FEW.merge(vec![2000..3000, 0..100, 300..400, 300..350]);
        assert_eq!(merged, [0..400, 2000..3000]);
    }

    #[test]
    fn gaps_cost_no_more_than_their_share() {
        let many: Vec<_> = (0..20).map(|i| i * 10_000..i * 10_000 + 5_000).collect();
        let merged = Merging::FEW.merge(many.clone());
        assert_eq!(merged, many, "a gap of 5000 is more than a 32nd of 100 000");
        let few: Vec<_> = (0..10).map(|i| i * 10_000..i * 10_000 + 9_400).collect();
        let merged = Merging::FEW.merge(few);
        assert_eq!(merged.len(), 1, "all gaps are alike, and the first fits");
    }

    #[test]
    fn common_rows_are_in_both() {
        assert_eq!(common(&[0..5, 7..9], &[3..8]), [3..5, 7..8]);
        assert!(common(&[0..5], &[5..8]).is_empty());
        assert!(touches(&(4..6), &[0..1, 5..8]));
        assert!(!touches(&(1..5), &[0..1, 5..8]));
    }
}
