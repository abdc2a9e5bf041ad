//! Civil times of records, which follow one another by seconds: where the clocks go back, the second
//! pass begins where the time steps back.

use crate::domain::time::{CivilMeaning, HOUR_MS};
use crate::domain::{CivilDate, Instant, Zone};
use crate::read::local_time::{IN_GAP, Read};
use crate::read::telraam::NO_TIME;
use std::collections::BTreeMap;

const DAY_MS: i64 = 86_400_000;
/// Records may be out of order by seconds; a step back by more is the clock's.
const STEP_BACK_MS: i64 = 30 * 60_000;

/// Reads the civil times of one file, in file order.
#[derive(Debug)]
pub(super) struct CivilClock {
    zone: Zone,
    /// The day on which the clocks go back, the latest time that was read of its double hour, and
    /// whether the second pass has begun.
    double: Option<(i64, i64, bool)>,
    /// By start of the hour in winter time: whether the second pass was seen.
    passes: BTreeMap<i64, bool>,
}

impl CivilClock {
    pub(super) const fn new(zone: Zone) -> Self {
        Self {
            zone,
            double: None,
            passes: BTreeMap::new(),
        }
    }

    /// Starts of the hours of winter time whose clock was told once: whether the counter's clock went on or
    /// nobody passed is not known, so they are missing and not zero.
    pub(super) fn not_told(&self) -> impl Iterator<Item = i64> + '_ {
        let once = self.passes.iter().filter(|(_, is_second)| !**is_second);
        once.map(|(start, _)| *start)
    }

    /// The instant of a record. A double hour that is passed once is summer time.
    pub(super) fn instant(&mut self, civil_ms: i64) -> Result<Read, &'static str> {
        let within = civil_ms.rem_euclid(60_000);
        let read = |instant: Instant, is_ambiguous| Read {
            instant: instant.plus_ms(within),
            is_ambiguous,
        };
        match self.meaning(civil_ms)? {
            CivilMeaning::Gap => Err(IN_GAP),
            CivilMeaning::Once(instant) => Ok(read(instant, false)),
            CivilMeaning::Twice(summer, winter) => {
                let day = civil_ms.div_euclid(DAY_MS);
                let known = self.double.filter(|(known, ..)| *known == day);
                let (_, latest, is_second) = known.unwrap_or((day, civil_ms, false));
                let is_second = is_second || civil_ms.saturating_add(STEP_BACK_MS) < latest;
                self.double = Some((day, latest.max(civil_ms), is_second));
                let start = winter.0.div_euclid(HOUR_MS) * HOUR_MS;
                *self.passes.entry(start).or_insert(false) |= is_second;
                Ok(read(if is_second { winter } else { summer }, true))
            }
        }
    }

    pub(super) fn first_meaning(&self, civil_ms: i64) -> Option<Instant> {
        match self.meaning(civil_ms).ok()? {
            CivilMeaning::Once(instant) | CivilMeaning::Twice(instant, _) => Some(instant),
            CivilMeaning::Gap => None,
        }
    }

    pub(super) fn last_meaning(&self, civil_ms: i64) -> Option<Instant> {
        match self.meaning(civil_ms).ok()? {
            CivilMeaning::Once(instant) | CivilMeaning::Twice(_, instant) => Some(instant),
            CivilMeaning::Gap => None,
        }
    }

    fn meaning(&self, civil_ms: i64) -> Result<CivilMeaning, &'static str> {
        let minute = civil_ms.rem_euclid(DAY_MS) / 60_000;
        let date = i32::try_from(civil_ms.div_euclid(DAY_MS)).map_err(|_| NO_TIME)?;
        let part = |value: i64| u8::try_from(value).unwrap_or(0);
        let date = CivilDate::from_days(date);
        Ok(self
            .zone
            .meaning(date, part(minute / 60), part(minute % 60)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_back_in_the_double_hour_is_winter_time_and_seconds_out_of_order_are_not() {
        let mut clock = CivilClock::new(Zone::parse("Europe/Zurich").unwrap());
        let civil = |text: &str| Instant::parse(&format!("2024-10-27T{text}Z")).unwrap().0;
        for (time, expected) in [
            ("02:30:05", "00:30:05"),
            ("02:30:01", "00:30:01"),
            ("02:59:00", "00:59:00"),
            ("02:00:10", "01:00:10"),
            ("02:59:30", "01:59:30"),
            ("03:00:00", "02:00:00"),
            ("02:59:59", "01:59:59"),
        ] {
            let read = clock.instant(civil(time)).unwrap().instant;
            assert_eq!(read.0, civil(expected), "{time}");
        }
        let gap = Instant::parse("2024-03-31T02:10:00Z").unwrap().0;
        assert_eq!(clock.instant(gap).unwrap_err(), IN_GAP);
        assert_eq!(clock.instant(i64::MAX).unwrap_err(), NO_TIME);
    }
}
