//! Who passes, month by month: a segment's part in the months of its town.
//!
//! Modal split by passage of each civil month, over the hours in which every classed mode has a value
//! (definitions 4.5). Passages of counters may be added: they are passages, not people and not trips.

use super::civil::{CivilDay, civil_days};
use super::hours::{Hours, SegmentCounts, prepare};
use super::period::Days;
use super::split::modal_split;
use crate::domain::{CivilDate, Mode, State};

/// A month of a segment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SegmentMonth {
    /// Its first day.
    pub month: CivilDate,
    /// Hours that entered.
    pub hours: u32,
    /// In the order of `Mode::CLASSED`.
    pub passages: [f64; Mode::CLASSED.len()],
}

/// The months of which at least a quarter of the hours entered; none where a mode is never counted: shares of
/// counters that know different modes do not add up.
#[must_use]
pub fn segment_months(counts: &SegmentCounts<'_>) -> Vec<SegmentMonth> {
    let list = prepare(counts);
    let all = Hours {
        table: counts.table,
        list: &list,
    };
    let (Some(first), Some(last)) = (list.first(), list.last()) else {
        return Vec::new();
    };
    let mut months = Vec::new();
    let mut month = first.date.first_of_month();
    while month <= last.date {
        let next = month.first_of_month_plus(1);
        let days = Days {
            start: month,
            end: next,
        };
        let civil = civil_days(counts.zone, counts.calendar, days);
        let split = modal_split(
            all.between(month, next),
            civil.iter().map(CivilDay::hours).sum(),
        );
        let passages: Vec<f64> = split.parts.iter().map(|part| part.passages).collect();
        if split.state != State::Missing
            && let Ok(passages) = passages.try_into()
        {
            months.push(SegmentMonth {
                month,
                hours: split.hours,
                passages,
            });
        }
        month = next;
    }
    months
}
