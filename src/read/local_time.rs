//! Civil times without an offset, read in a zone that the town file declares.
//!
//! Where the clocks are put back, 2 o'clock occurs twice: the first row of a
//! segment (in file order) is summer time, the second winter time (definitions
//! Q10). A third is refused, and so is a time over which the clocks were put forward.
//!
//! "Berlin zählt" of 27 October 2024 has, for each of its 18 segments, the hours
//! 0, 2, 2, 3 and no hour 1. The first 2 o'clock was up for a quarter of the hour,
//! the second for all of it, and from hour 3 on the labels agree with other days
//! (sunrise moves from hour 7 to hour 6). So the labels are right and seven of the
//! eight quarters from 1 o'clock to the first 2 o'clock are lost, not moved: hour 1
//! stays missing, the first 2 o'clock (uptime 0.25) is kept and is too short to be
//! used, the second is winter time. Nothing is shifted into the gap.

use crate::domain::time::CivilMeaning;
use crate::domain::{CivilDate, Instant, SegmentId, Zone};
use crate::quality::clock_change::{self, Reading};
use std::collections::HashMap;

pub const IN_GAP: &str = "a local time that the clocks skipped";
pub const THIRD_TIME: &str = "a local time for the third time";
/// Warned about: only one of two equal hours was published, and it is taken as summer time.
pub const AMBIGUOUS: &str = "a local time that occurs twice";

const DAY_MS: i64 = 86_400_000;

/// Reads civil times of one file, in file order.
#[derive(Clone, Debug)]
pub struct LocalTimes {
    zone: Zone,
    /// By civil day: what civil times are ahead of UTC, where that is the same all day.
    ahead: HashMap<i32, Option<i64>>,
    last: Option<(i32, Option<i64>)>,
    /// How often an ambiguous time of a segment was seen.
    seen: HashMap<(SegmentId, i64), u8>,
}

/// An instant, and whether its civil time occurs twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Read {
    pub instant: Instant,
    pub is_ambiguous: bool,
}

impl LocalTimes {
    #[must_use]
    pub fn new(zone: Zone) -> Self {
        Self {
            zone,
            ahead: HashMap::new(),
            last: None,
            seen: HashMap::new(),
        }
    }

    /// Takes over what was seen in another part of a file; `false` where both saw the same.
    pub fn absorb(&mut self, other: &Self) -> bool {
        let is_new = !other.seen.keys().any(|key| self.seen.contains_key(key));
        self.seen
            .extend(other.seen.iter().map(|(k, n)| (k.clone(), *n)));
        is_new
    }

    /// Milliseconds ahead of UTC, on a day on which the clocks are not changed.
    fn ahead(&mut self, date: CivilDate) -> Option<i64> {
        if let Some((_, ahead)) = self.last.filter(|(day, _)| *day == date.days()) {
            return ahead;
        }
        let zone = self.zone;
        let ahead = *self
            .ahead
            .entry(date.days())
            .or_insert_with(|| constant_of_day(zone, date));
        self.last = Some((date.days(), ahead));
        ahead
    }

    /// The instant of a civil time, given as if it were UTC, in milliseconds since 1970.
    pub fn instant(&mut self, segment: &SegmentId, civil_ms: i64) -> Result<Read, &'static str> {
        let date = i32::try_from(civil_ms.div_euclid(DAY_MS))
            .map(CivilDate::from_days)
            .map_err(|_| super::telraam::NO_TIME)?;
        if let Some(ahead) = self.ahead(date) {
            return Ok(Read {
                instant: Instant(civil_ms - ahead),
                is_ambiguous: false,
            });
        }
        let minute_of_day = civil_ms.rem_euclid(DAY_MS) / 60_000;
        let beyond_minute = civil_ms.rem_euclid(60_000);
        let hour = u8::try_from(minute_of_day / 60).unwrap_or(0);
        let minute = u8::try_from(minute_of_day % 60).unwrap_or(0);
        let read = |instant: Instant, is_ambiguous| Read {
            instant: instant.plus_ms(beyond_minute),
            is_ambiguous,
        };
        let meaning = self.zone.meaning(date, hour, minute);
        let nth = if matches!(meaning, CivilMeaning::Twice(..)) {
            let seen = self.seen.entry((segment.clone(), civil_ms)).or_insert(0);
            *seen = seen.saturating_add(1);
            *seen
        } else {
            1
        };
        match clock_change::read(meaning, nth) {
            Reading::Once(instant) => Ok(read(instant, false)),
            Reading::Ambiguous(instant) => Ok(read(instant, true)),
            Reading::Skipped => Err(IN_GAP),
            Reading::ThirdTime => Err(THIRD_TIME),
        }
    }

    /// The instant of `2024-10-27 02:00`, `2024-10-27T02:00:00.000` and the like.
    pub fn instant_of_text(
        &mut self,
        segment: &SegmentId,
        text: &str,
    ) -> Result<Read, &'static str> {
        let civil = civil_ms(text).ok_or(super::telraam::NO_TIME)?;
        self.instant(segment, civil)
    }
}

/// What the civil times of a day are ahead of UTC, in milliseconds; `None` where the clocks are changed on it.
/// A change shows in the half hours before and after it: they are ahead by another amount, or are not there once.
fn constant_of_day(zone: Zone, date: CivilDate) -> Option<i64> {
    let midnight = i64::from(date.days()) * DAY_MS;
    let ahead = |half_hour: u8| {
        let (date, hour) = if half_hour == 48 {
            (date.plus_days(1), 0)
        } else {
            (date, half_hour / 2)
        };
        match zone.meaning(date, hour, half_hour % 2 * 30) {
            CivilMeaning::Once(instant) => {
                Some(midnight + i64::from(half_hour) * 1_800_000 - instant.0)
            }
            CivilMeaning::Gap | CivilMeaning::Twice(..) => None,
        }
    };
    let first = ahead(0)?;
    (1..=48)
        .all(|half| ahead(half) == Some(first))
        .then_some(first)
}

/// A civil time as if it were UTC; `None` where it has an offset or is no time.
#[must_use]
pub fn civil_ms(text: &str) -> Option<i64> {
    let text = text.trim();
    let time = text.get(11..)?;
    if time.contains(['Z', 'z', '+', '-']) {
        return None;
    }
    let seconds = if time.len() == 5 { ":00" } else { "" };
    Instant::parse(&format!("{text}{seconds}Z")).map(|instant| instant.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn berlin() -> LocalTimes {
        LocalTimes::new(Zone::parse("Europe/Berlin").unwrap())
    }

    fn id(text: &str) -> SegmentId {
        SegmentId(text.into())
    }

    #[test]
    fn the_first_two_o_clock_is_summer_time_and_the_second_winter_time_per_segment() {
        let mut times = berlin();
        let mut read = |segment: &str, text: &str| {
            times
                .instant_of_text(&id(segment), text)
                .map(|r| r.instant.to_string())
        };
        let utc = |text: &str| Ok(text.to_owned());
        for (segment, local, expected) in [
            ("a", "2024-10-27 00:00", utc("2024-10-26T22:00:00Z")),
            ("a", "2024-10-27 02:00", utc("2024-10-27T00:00:00Z")),
            ("b", "2024-10-27 02:00:00", utc("2024-10-27T00:00:00Z")),
            ("a", "2024-10-27T02:00:00.000", utc("2024-10-27T01:00:00Z")),
            ("a", "2024-10-27 03:00", utc("2024-10-27T02:00:00Z")),
            ("a", "2024-10-27 02:00", Err(THIRD_TIME)),
            ("a", "2024-03-31 02:00", Err(IN_GAP)),
            ("a", "2024-03-31 03:00", utc("2024-03-31T01:00:00Z")),
            ("a", "2024-03-31", Err(super::super::telraam::NO_TIME)),
        ] {
            assert_eq!(read(segment, local), expected, "{segment} {local}");
        }
    }

    #[test]
    fn remembering_a_day_changes_no_time_of_it() {
        let mut times = berlin();
        let zone = times.zone;
        // All quarters of 2024, and days on which Berlin's clocks were changed otherwise.
        let days = (19_723..20_089).chain([-28_000, -8_000, 3_747, 8_303]);
        for (day, quarter) in days.flat_map(|day| (0..96).map(move |quarter| (day, quarter))) {
            let (hour, minute) = (quarter / 4, quarter % 4 * 15);
            let civil = i64::from(day) * DAY_MS + i64::from(quarter) * 900_000;
            let read = times.instant(&id("a"), civil + 1_234);
            let expected = match zone.meaning(CivilDate::from_days(day), hour, minute) {
                CivilMeaning::Gap => Err(IN_GAP),
                CivilMeaning::Once(instant) => Ok((instant.plus_ms(1_234), false)),
                CivilMeaning::Twice(first, _) => Ok((first.plus_ms(1_234), true)),
            };
            assert_eq!(
                read.map(|r| (r.instant, r.is_ambiguous)),
                expected,
                "{day} {quarter}"
            );
        }
    }
}
