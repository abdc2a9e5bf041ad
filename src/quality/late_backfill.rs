//! Q15: publishers deliver late and correct the past: what changed between two retrievals of a period.
//!
//! Eco-Counter may deliver up to about two weeks later; Toronto looks back 60 days (definitions 4.11).

use crate::domain::Instant;
use crate::domain::time::HOUR_MS;
use std::collections::BTreeMap;

/// How far back a retrieval should go again, in days, unless the town says otherwise.
pub const LOOK_BACK_DAYS: u16 = 14;
/// What a careful town says.
pub const LONG_LOOK_BACK_DAYS: u16 = 60;

/// Where the next retrieval begins so that late data are found.
#[must_use]
pub const fn retrieve_from(now: Instant, look_back_days: u16) -> Instant {
    now.plus_ms(-(look_back_days as i64) * 24 * HOUR_MS)
}

/// One retrieval: when, and start and value of each interval. A row whose value is missing has `None`.
#[derive(Clone, Copy, Debug)]
pub struct Retrieval<'a> {
    pub at: Instant,
    pub rows: &'a [(Instant, Option<f64>)],
}

/// A row that the later retrieval tells differently.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    pub start: Instant,
    /// `None`: no row, or a row without a value.
    pub before: Option<f64>,
    pub after: Option<f64>,
    /// How long after its end, in milliseconds, the interval was still as before: the change came later.
    pub at_least_ms: i64,
    /// The same for the later retrieval: the change had come by then.
    pub at_most_ms: i64,
}

impl Change {
    /// A value where there was none.
    #[must_use]
    pub const fn is_fill(&self) -> bool {
        self.before.is_none() && self.after.is_some()
    }

    /// Looking back so many days finds a change that came as late as this one can have come.
    #[must_use]
    pub const fn is_within(&self, look_back_days: u16) -> bool {
        self.at_most_ms <= look_back_days as i64 * 24 * HOUR_MS
    }
}

/// The intervals of `minutes` that changed between two retrievals, by start. What begins after the earlier
/// retrieval is new, not late; of a row told twice in one retrieval the last one counts (Q9).
#[must_use]
pub fn changes(earlier: Retrieval<'_>, later: Retrieval<'_>, minutes: u16) -> Vec<Change> {
    let mut rows: BTreeMap<Instant, [Option<f64>; 2]> = BTreeMap::new();
    for (start, value) in earlier.rows {
        rows.insert(*start, [*value, None]);
    }
    for (start, value) in later.rows {
        let [_, after] = rows.entry(*start).or_insert([None; 2]);
        *after = *value;
    }
    let length = i64::from(minutes) * 60_000;
    rows.into_iter()
        .map(|(start, [before, after])| Change {
            start,
            before,
            after,
            at_least_ms: earlier.at.0.saturating_sub(start.plus_ms(length).0),
            at_most_ms: later.at.0.saturating_sub(start.plus_ms(length).0),
        })
        .filter(|change| change.before != change.after && change.at_least_ms >= 0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY_MS: i64 = 24 * HOUR_MS;

    fn hour(h: i64) -> Instant {
        Instant(h * HOUR_MS)
    }

    #[test]
    fn filled_corrected_and_withdrawn_rows_are_changes_and_new_ones_are_not() {
        let earlier = Retrieval {
            at: hour(48),
            rows: &[
                (hour(0), Some(5.0)),
                (hour(1), Some(6.0)),
                (hour(2), None),
                (hour(4), Some(8.0)),
            ],
        };
        let later = Retrieval {
            at: hour(72),
            rows: &[
                (hour(0), Some(5.0)),
                (hour(1), Some(7.0)),
                (hour(2), Some(0.0)),
                (hour(3), Some(9.0)),
                (hour(48), Some(3.0)),
            ],
        };
        let found = changes(earlier, later, 60);
        let told: Vec<_> = found
            .iter()
            .map(|c| (c.start, c.before, c.after, c.is_fill()))
            .collect();
        assert_eq!(
            told,
            [
                (hour(1), Some(6.0), Some(7.0), false),
                (hour(2), None, Some(0.0), true),
                (hour(3), None, Some(9.0), true),
                (hour(4), Some(8.0), None, false),
            ]
        );
        // Hour 1 ended at 2: 46 hours before the first retrieval, 70 before the second.
        let late = (found[0].at_least_ms, found[0].at_most_ms);
        assert_eq!(late, (46 * HOUR_MS, 70 * HOUR_MS));
    }

    #[test]
    fn the_same_again_is_no_change() {
        let rows = [(hour(0), Some(5.0)), (hour(1), None)];
        let at = |h| Retrieval {
            at: hour(h),
            rows: &rows,
        };
        assert!(changes(at(9), at(99), 60).is_empty());
        let nothing = Retrieval {
            at: hour(0),
            rows: &[],
        };
        assert!(changes(nothing, nothing, 60).is_empty());
    }

    #[test]
    fn two_weeks_are_the_edge_of_the_usual_look_back() {
        let change = |at_most_ms| Change {
            start: hour(0),
            before: None,
            after: Some(1.0),
            at_least_ms: 0,
            at_most_ms,
        };
        assert!(change(14 * DAY_MS).is_within(LOOK_BACK_DAYS));
        assert!(!change(14 * DAY_MS + 1).is_within(LOOK_BACK_DAYS));
        assert!(change(60 * DAY_MS).is_within(LONG_LOOK_BACK_DAYS));
        let now = Instant::parse("2026-11-22T12:00:00Z").unwrap();
        assert_eq!(
            retrieve_from(now, LOOK_BACK_DAYS).to_string(),
            "2026-11-08T12:00:00Z"
        );
    }
}
