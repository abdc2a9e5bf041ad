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
#[derive(Debug)]
pub struct LocalTimes {
    zone: Zone,
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
            seen: HashMap::new(),
        }
    }

    /// The instant of a civil time, given as if it were UTC, in milliseconds since 1970.
    pub fn instant(&mut self, segment: &SegmentId, civil_ms: i64) -> Result<Read, &'static str> {
        let minute_of_day = civil_ms.rem_euclid(DAY_MS) / 60_000;
        let beyond_minute = civil_ms.rem_euclid(60_000);
        let date = i32::try_from(civil_ms.div_euclid(DAY_MS))
            .map(CivilDate::from_days)
            .map_err(|_| super::telraam::NO_TIME)?;
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
}
