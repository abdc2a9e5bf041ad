//! The minutes of a recording: which snapshot was good in each, and in which hour of which kind of day it lies.

use super::HOLD_MS;
use crate::domain::time::HOUR_MS;
use crate::domain::{Calendar, CivilDate, DayType, Instant, Zone};

const MINUTE_MS: i64 = 60_000;

/// From the first full minute of a recording to its last snapshot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// Consecutive stretches of at most an hour, each within one civil hour.
    pub hours: Vec<HourOfDay>,
}

/// The minutes of one civil hour.
#[derive(Clone, Debug, PartialEq)]
pub struct HourOfDay {
    pub start: Instant,
    pub date: CivilDate,
    /// 0–23.
    pub hour: u8,
    pub day: DayType,
    /// Of each minute the snapshot that was good: the last one at or before it, if it is no older than
    /// `HOLD_MS`. `None`: nothing is known.
    pub minutes: Vec<Option<u32>>,
}

impl Timeline {
    /// Of snapshots, earliest first. Hours of the zone must be hours of UTC, as in all of Europe.
    #[must_use]
    pub fn new(polls: &[Instant], zone: Zone, calendar: &Calendar) -> Self {
        let (Some(first), Some(last)) = (polls.first(), polls.last()) else {
            return Self::default();
        };
        let begin = ceiling(first.0);
        let end = ceiling(last.0);
        let mut hours = Vec::new();
        let mut next = 0_usize;
        let mut minute = begin;
        while minute <= end {
            let hour_start = minute.div_euclid(HOUR_MS) * HOUR_MS;
            let local = zone.local(Instant(hour_start));
            let mut minutes = Vec::with_capacity(60);
            while minute <= end && minute < hour_start + HOUR_MS {
                while polls.get(next).is_some_and(|poll| poll.0 <= minute) {
                    next += 1;
                }
                let good = next.checked_sub(1).filter(|at| {
                    let poll = polls.get(*at);
                    poll.is_some_and(|poll| minute - poll.0 <= HOLD_MS)
                });
                minutes.push(good.and_then(|at| u32::try_from(at).ok()));
                minute += MINUTE_MS;
            }
            hours.push(HourOfDay {
                start: Instant(hour_start),
                date: local.date,
                hour: local.hour,
                day: calendar.day_type(local.date),
                minutes,
            });
        }
        Self { hours }
    }

    /// The stretch in which an instant lies.
    #[must_use]
    pub fn hour_of(&self, at: Instant) -> Option<&HourOfDay> {
        let after = self.hours.partition_point(|hour| hour.start <= at);
        let hour = self.hours.get(after.checked_sub(1)?)?;
        (at.0 < hour.start.0 + HOUR_MS).then_some(hour)
    }

    /// Civil days that are touched, each once.
    #[must_use]
    pub fn dates(&self) -> Vec<CivilDate> {
        let mut dates: Vec<CivilDate> = self.hours.iter().map(|hour| hour.date).collect();
        dates.dedup();
        dates
    }
}

fn ceiling(ms: i64) -> i64 {
    let down = ms.div_euclid(MINUTE_MS) * MINUTE_MS;
    if down == ms { ms } else { down + MINUTE_MS }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snapshot_is_good_for_five_minutes_and_then_nothing_is_known() {
        let at = |text: &str| Instant::parse(text).unwrap();
        // 17:58:30 to 18:10 in Brussels, without anything between 18:01 and 18:10.
        let polls = [
            at("2026-03-02T16:58:30Z"),
            at("2026-03-02T17:00:59Z"),
            at("2026-03-02T17:10:00Z"),
        ];
        let zone = Zone::parse("Europe/Brussels").unwrap();
        let line = Timeline::new(&polls, zone, &Calendar::default());
        let [before, after] = line.hours.as_slice() else {
            panic!("{line:?}");
        };
        assert_eq!((before.hour, after.hour), (17, 18));
        assert_eq!(before.minutes, [Some(0)]);
        let mut expected = vec![Some(0)];
        expected.extend([Some(1); 5]);
        expected.extend([None; 4]);
        expected.push(Some(2));
        assert_eq!(after.minutes, expected);
        assert_eq!(after.day, DayType::Working);
        assert_eq!(line.hour_of(polls[1]).unwrap().hour, 18);
        assert_eq!(line.hour_of(at("2026-03-02T19:00:00Z")), None);
        assert_eq!(line.dates().len(), 1);
        let none = Timeline::new(&[], zone, &Calendar::default());
        assert!(none.hours.is_empty());
    }
}
