//! The hours that a period has by the clock: what coverage is a share of.

use super::period::Days;
use crate::domain::time::HOUR_MS;
use crate::domain::{Calendar, CivilDate, DayType, Zone};

/// One civil day and how often each hour of the day (0–23) occurs in it: once, but on the day
/// of a clock change one hour not at all or twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CivilDay {
    pub date: CivilDate,
    pub day_type: DayType,
    pub hours: [u32; 24],
}

impl CivilDay {
    /// 23, 24 or 25.
    #[must_use]
    pub fn hours(&self) -> u32 {
        self.hours.iter().sum()
    }

    /// How many of this day's hours begin at one of `hours_of_day`.
    #[must_use]
    pub fn hours_among(&self, hours_of_day: &[u8]) -> u32 {
        hours_of_day
            .iter()
            .filter_map(|&hour| self.hours.get(usize::from(hour)))
            .sum()
    }
}

/// The civil days of a period.
#[must_use]
pub fn civil_days(zone: Zone, calendar: &Calendar, days: Days) -> Vec<CivilDay> {
    let mut all = Vec::new();
    let mut date = days.start;
    let mut start = zone.start_of_day(date);
    while date < days.end {
        let next = date.plus_days(1);
        let end = zone.start_of_day(next);
        let mut hours = [1; 24];
        if end.0 - start.0 != 24 * HOUR_MS {
            hours = [0; 24];
            let mut instant = start;
            while instant < end {
                let hour = usize::from(zone.local(instant).hour);
                if let Some(count) = hours.get_mut(hour) {
                    *count += 1;
                }
                instant = instant.plus_ms(HOUR_MS);
            }
        }
        all.push(CivilDay {
            date,
            day_type: calendar.day_type(date),
            hours,
        });
        (date, start) = (next, end);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_a_clock_change_lacks_an_hour_or_has_one_twice() {
        let zone = Zone::parse("Europe/Brussels").unwrap();
        for (day, hour, times, total) in [
            ("2026-03-29", 2, 0, 23),
            ("2026-10-25", 2, 2, 25),
            ("2026-10-26", 2, 1, 24),
        ] {
            let start = CivilDate::parse(day).unwrap();
            let end = start.plus_days(1);
            let days = civil_days(zone, &Calendar::default(), Days { start, end });
            assert_eq!(days.len(), 1);
            assert_eq!(days[0].hours[hour], times, "{day}");
            assert_eq!(days[0].hours(), total, "{day}");
            assert_eq!(days[0].hours_among(&[1, 2]), 1 + times, "{day}");
        }
    }
}
