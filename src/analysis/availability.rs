//! What is known of a segment, and since when.

use super::hours::SegmentCounts;
use crate::domain::{CivilDate, Instant, Mode, Side};
use crate::query::answer::{Availability, Topic};
use crate::table::CountTable;

/// From the first to the last day (included) with a usable hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    pub first: CivilDate,
    pub last: CivilDate,
    pub usable_hours: u32,
}

/// `None` where no hour is usable (definitions 4.1: uptime of at least 0.5).
#[must_use]
pub fn extent(counts: &SegmentCounts<'_>) -> Option<Extent> {
    if let Some(ready) = counts.ready {
        return ready.extent;
    }
    of_rows(counts, &counts.sorted(), |_| true)
}

/// One entry per topic that counters can know: usable hours with a value, from the first such day to the last.
/// `Topic::Limit` does not come from counters and is not in the list; `source` is left open.
#[must_use]
pub fn availability(counts: &SegmentCounts<'_>) -> Vec<Availability> {
    const TOPICS: [Topic; 7] = [
        Topic::Pedestrian,
        Topic::Bike,
        Topic::Car,
        Topic::Heavy,
        Topic::Night,
        Topic::Speed,
        Topic::Directions,
    ];
    let sorted = counts.sorted();
    TOPICS
        .into_iter()
        .map(|topic| {
            let known = of_rows(counts, &sorted, |row| is_known(counts.table, topic, row));
            Availability {
                topic,
                since: known.map(|extent| extent.first),
                until: known.map(|extent| extent.last),
                hours: known.map_or(0, |extent| extent.usable_hours),
                source: None,
            }
        })
        .collect()
}

fn is_known(table: &CountTable, topic: Topic, row: usize) -> bool {
    let counted = |mode| table.volume(mode, Side::Both, row).is_some();
    match topic {
        Topic::Pedestrian => counted(Mode::Pedestrian),
        Topic::Bike => counted(Mode::Bike),
        Topic::Car => counted(Mode::Car),
        Topic::Heavy => counted(Mode::Heavy),
        Topic::Night => counted(Mode::Night),
        // An hour without a single car whose speed was told says nothing about speed; a mean says a little.
        Topic::Speed => super::speed::has_speeds(table, row) || table.mean_kmh.get(row).is_some(),
        Topic::Directions => Mode::CLASSED.into_iter().any(|mode| {
            table.volume(mode, Side::Left, row).is_some()
                && table.volume(mode, Side::Right, row).is_some()
        }),
        Topic::Limit => false,
    }
}

fn of_rows(
    counts: &SegmentCounts<'_>,
    sorted: &[(Instant, usize)],
    is_wanted: impl Fn(usize) -> bool,
) -> Option<Extent> {
    let mut ends: Option<(Instant, Instant)> = None;
    let mut usable_hours = 0_u32;
    for &(start, row) in sorted {
        if counts.state(row).is_usable() && is_wanted(row) {
            usable_hours = usable_hours.saturating_add(1);
            ends = Some((ends.map_or(start, |(first, _)| first), start));
        }
    }
    let (first, last) = ends?;
    Some(Extent {
        first: counts.zone.local(first).date,
        last: counts.zone.local(last).date,
        usable_hours,
    })
}
