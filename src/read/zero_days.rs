//! Whole days of zeros: what a dead counter publishes. The zeros are kept, because a quiet path may
//! have them too, and noted (definitions 4.11 Q3 for a first look, without a typical value).

use super::counts::Counts;
use super::place::Place;
use crate::domain::{CivilDate, Zone};
use std::collections::BTreeMap;

pub const ZERO_DAY: &str = "a whole day of zeros kept: the counter may have been off";

/// Minutes of a day that must have been published to speak of a whole one; a day has 23 hours at least.
const WHOLE_DAY: u32 = 23 * 60;

#[derive(Default)]
struct Day {
    minutes: u32,
    rows: Vec<u64>,
    is_zero: bool,
}

/// Notes the rows of days on which every row of a site says 0.
pub fn note(counts: &mut Counts, zone: Zone) {
    let mut days: BTreeMap<(u32, CivilDate), Day> = BTreeMap::new();
    let table = &counts.table;
    for (i, ((segment, start), row)) in table
        .segment
        .iter()
        .zip(&table.start)
        .zip(&counts.row_numbers)
        .enumerate()
    {
        let mut values = table
            .volumes
            .iter()
            .filter_map(|column| column.get(i))
            .peekable();
        let is_zero = values.peek().is_some() && values.all(|value| value == 0.0);
        let key = (*segment, zone.local(*start).date);
        let day = days.entry(key).or_insert_with(|| Day {
            is_zero: true,
            ..Day::default()
        });
        day.is_zero &= is_zero;
        if day.is_zero {
            day.minutes += table.minutes.get(i).map_or(0, |m| u32::from(*m));
            day.rows.push(*row);
        } else {
            day.rows = Vec::new();
        }
    }
    let zero = |day: &Day| day.is_zero && day.minutes >= WHOLE_DAY;
    for row in days.into_values().filter(zero).flat_map(|day| day.rows) {
        counts.report.warn(ZERO_DAY, Place::row(row));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::HOUR_MS;
    use crate::domain::{Instant, Mode, SegmentId, Side};
    use crate::table::CountRow;

    #[test]
    fn only_whole_days_of_zeros_are_noted() {
        let mut counts = Counts::new("f");
        // Day 0: zeros. Day 1: one bicycle. Day 2: zeros until noon. Day 3: nothing known.
        for hour in 0..96_u64 {
            let ms = i64::try_from(hour).unwrap() * HOUR_MS;
            let mut row = CountRow::empty(SegmentId("a".into()), Instant(ms));
            let value = if hour == 30 { 1.0 } else { 0.0 };
            if hour < 72 {
                row.set_volume(Mode::Bike, Side::Both, Some(value));
            }
            if !(60..72).contains(&hour) {
                counts.keep(&row, hour + 2);
            }
        }
        note(&mut counts, Zone::parse("UTC").unwrap());
        assert_eq!(counts.report.warned_of(ZERO_DAY), 24);
        assert_eq!(counts.report.warnings[0].first, Place::row(2));
    }
}
