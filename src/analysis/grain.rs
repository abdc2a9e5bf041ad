//! What a count gives away when it is published finer and finer: how many numbers there are, and how many of them are
//! so small that they may point at a person. Source of the bound: the small-number rule, `shared::small_numbers::K`.

use super::hours::Hours;
use super::shared::small_numbers::K;
use crate::domain::{CivilDate, Mode, Side};
use crate::query::ethics::{Grain, GrainRow};
use std::collections::BTreeMap;

/// From coarse to fine.
const GRAINS: [Grain; 4] = [Grain::Month, Grain::Week, Grain::Day, Grain::Hour];

/// A row for each grain over the usable hours with a value: sums of what was counted, nothing filled in. An hour that
/// the clocks repeat is one with its second pass. Empty where no hour has a value.
#[must_use]
pub fn grains(hours: Hours<'_>, mode: Mode) -> Vec<GrainRow> {
    let rows = GRAINS.map(|grain| {
        let mut sums: BTreeMap<(CivilDate, u8), f64> = BTreeMap::new();
        for (hour, value) in hours.values(mode, Side::Both) {
            let key = match grain {
                Grain::Month => (hour.date.first_of_month(), 0),
                Grain::Week => (hour.date.monday(), 0),
                Grain::Day => (hour.date, 0),
                Grain::Hour => (hour.date, hour.hour),
            };
            *sums.entry(key).or_default() += value;
        }
        row(grain, sums.into_values())
    });
    rows.into_iter().filter(|row| row.numbers > 0).collect()
}

/// Passages are scaled to whole hours, so they are no whole numbers: what rounds to zero is zero.
fn row(grain: Grain, sums: impl Iterator<Item = f64>) -> GrainRow {
    let bound = K as f64 - 0.5;
    let mut row = GrainRow {
        grain,
        numbers: 0,
        small: 0,
        single: 0,
        lowest: None,
    };
    for sum in sums {
        row.numbers += 1;
        if sum < 0.5 {
            continue;
        }
        row.small += u32::from(sum < bound);
        row.single += u32::from(sum < 1.5);
        row.lowest = Some(row.lowest.map_or(sum, |lowest| lowest.min(sum)));
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::SegmentCounts;
    use crate::analysis::hours::prepare;
    use crate::domain::{Calendar, Instant, SegmentId, Zone};
    use crate::table::{CountRow, CountTable};

    #[test]
    fn finer_numbers_are_more_numbers_and_more_of_them_are_small() {
        // Monday 5 January 2026, four hours: 1, 12, none measured, 0; the next day one hour of 8.
        let mut table = CountTable::new();
        for (start, cars) in [
            ("2026-01-05T03:00:00Z", Some(1.2)),
            ("2026-01-05T08:00:00Z", Some(12.0)),
            ("2026-01-05T09:00:00Z", None),
            ("2026-01-05T10:00:00Z", Some(0.0)),
            ("2026-01-06T08:00:00Z", Some(8.0)),
        ] {
            let mut row = CountRow::empty(SegmentId("1".into()), Instant::parse(start).unwrap());
            row.uptime = Some(1.0);
            row.set_volume(Mode::Car, Side::Both, cars);
            table.push(&row);
        }
        let calendar = Calendar::default();
        let zone = Zone::parse("Europe/Brussels").unwrap();
        let counts = SegmentCounts::whole(&table, zone, &calendar);
        let list = prepare(&counts);
        let hours = Hours {
            table: &table,
            list: &list,
        };
        let found: Vec<_> = grains(hours, Mode::Car)
            .into_iter()
            .map(|row| (row.grain, row.numbers, row.small, row.single, row.lowest))
            .collect();
        assert_eq!(
            found,
            [
                (Grain::Month, 1, 0, 0, Some(21.2)),
                (Grain::Week, 1, 0, 0, Some(21.2)),
                (Grain::Day, 2, 1, 0, Some(8.0)),
                (Grain::Hour, 4, 2, 1, Some(1.2)),
            ]
        );
        assert_eq!(grains(hours, Mode::Bike), []);
    }
}
