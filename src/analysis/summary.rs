//! The small figures of a segment for map, list and search.

use super::availability::extent;
use super::busy::{estimate, hours_of_day};
use super::cell::DaySums;
use super::civil::civil_days;
use super::hours::{Hours, SegmentCounts, prepare};
use super::period::Period;
use super::profile::sums_by_day_type;
use super::speed::v85;
use crate::domain::{DayType, Mode, State};
use crate::query::answer::CountedSummary;

/// Over the twelve months up to the segment's last counted day. Bikes are summed over the hours of the
/// day that cars have, so that both describe the same day. A total that rests on less than a quarter of
/// its hours is left out, as on the street's page. `None` where no hour is usable.
#[must_use]
pub fn summary(counts: &SegmentCounts<'_>) -> Option<CountedSummary> {
    let extent = extent(counts)?;
    let days = Period::LastYear.resolve(&extent).ok()?;
    let list = prepare(counts);
    let hours = Hours {
        table: counts.table,
        list: &list,
    }
    .between(days.start, days.end);
    let [cars, ..] = sums_by_day_type(hours, Mode::Car);
    let [bikes, ..] = sums_by_day_type(hours, Mode::Bike);
    let mut entering = hours_of_day(&cars);
    if entering.is_empty() {
        entering = hours_of_day(&bikes);
    }
    let civil = civil_days(counts.zone, counts.calendar, days);
    let per_working_day = |row: &DaySums| {
        estimate(row, &entering, DayType::Working, &civil)
            .filter(|known| known.state != State::Missing)
            .map(|known| known.value)
    };
    Some(CountedSummary {
        segment: counts.segment()?.clone(),
        first: extent.first,
        last: extent.last,
        cars_per_working_day: per_working_day(&cars),
        hours_of_day: u8::try_from(entering.len()).unwrap_or(24),
        bikes_per_working_day: per_working_day(&bikes),
        v85_kmh: v85(hours),
    })
}
