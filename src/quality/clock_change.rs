//! Q10: where the clocks are put back, 2 o'clock occurs twice: first in summer time, then in winter time.

use crate::domain::Instant;
use crate::domain::time::CivilMeaning;

/// What a civil time without an offset is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    Once(Instant),
    /// One of two: the clocks were put back over it.
    Ambiguous(Instant),
    /// The clocks were put forward over it: there was no such time.
    Skipped,
    /// It was there twice and is told for the third time.
    ThirdTime,
}

/// The instant of a civil time that a counter tells for the `nth` time (1, 2, …) in file order.
/// Only one of two told: it is taken as summer time, and the reader warns.
#[must_use]
pub const fn read(meaning: CivilMeaning, nth: u8) -> Reading {
    match (meaning, nth) {
        (CivilMeaning::Gap, _) => Reading::Skipped,
        (CivilMeaning::Once(instant), _) => Reading::Once(instant),
        (CivilMeaning::Twice(summer, _), 0 | 1) => Reading::Ambiguous(summer),
        (CivilMeaning::Twice(_, winter), 2) => Reading::Ambiguous(winter),
        (CivilMeaning::Twice(..), _) => Reading::ThirdTime,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CivilDate, Zone};

    #[test]
    fn the_second_two_o_clock_is_winter_time() {
        let zone = Zone::parse("Europe/Brussels").unwrap();
        let at = |day: &str, hour: u8, nth: u8| {
            let meaning = zone.meaning(CivilDate::parse(day).unwrap(), hour, 0);
            read(meaning, nth)
        };
        let utc = |text: &str| Instant::parse(text).unwrap();
        let autumn = "2026-10-25";
        assert_eq!(
            at(autumn, 2, 1),
            Reading::Ambiguous(utc("2026-10-25T00:00:00Z"))
        );
        assert_eq!(
            at(autumn, 2, 2),
            Reading::Ambiguous(utc("2026-10-25T01:00:00Z"))
        );
        assert_eq!(at(autumn, 2, 3), Reading::ThirdTime);
        assert_eq!(at(autumn, 3, 1), Reading::Once(utc("2026-10-25T02:00:00Z")));
        assert_eq!(at("2026-03-29", 2, 1), Reading::Skipped);
        assert_eq!(
            at("2026-03-29", 3, 1),
            Reading::Once(utc("2026-03-29T01:00:00Z"))
        );
    }
}
