//! Instants and civil time in a town's zone. The only file that names chrono:
//! its maintainer is winding it down, so a change of library is a change here.

use super::date::CivilDate;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Instant(pub i64);

/// Milliseconds in an hour.
pub const HOUR_MS: i64 = 3_600_000;

/// A zone of the tz database, such as `Europe/Brussels`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone(chrono_tz::Tz);

/// The civil hour in which an instant lies. The second 2 o'clock of an autumn
/// night has the same date and hour as the first and another offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalHour {
    pub date: CivilDate,
    /// 0–23.
    pub hour: u8,
    /// 0–59.
    pub minute: u8,
    /// Minutes east of UTC.
    pub offset_minutes: i32,
}

/// What a civil time means in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CivilMeaning {
    /// The clocks were put forward over it.
    Gap,
    Once(Instant),
    /// The clocks were put back: summer time first, then winter time.
    Twice(Instant, Instant),
}

impl Instant {
    /// Parses an instant with an offset: `2025-11-10T13:00:00.000Z`,
    /// `2025-11-21 08:00:00+00:00`, `2025-11-21 08:00:00Z`.
    /// A time without an offset is refused: it is not an instant.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let parsed = DateTime::parse_from_rfc3339(text)
            .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f%:z"))
            .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f%#z"));
        if let Ok(time) = parsed {
            Some(Self(time.timestamp_millis()))
        } else {
            let bare = text.strip_suffix('Z')?;
            NaiveDateTime::parse_from_str(bare, "%Y-%m-%d %H:%M:%S%.f")
                .ok()
                .map(|naive| Self(naive.and_utc().timestamp_millis()))
        }
    }

    #[must_use]
    pub const fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Ok(days) = i32::try_from(self.0.div_euclid(24 * HOUR_MS)) else {
            return write!(f, "{} ms", self.0);
        };
        let seconds = self.0.rem_euclid(24 * HOUR_MS) / 1000;
        let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        let day = super::CivilDate::from_days(days);
        write!(f, "{day}T{hour:02}:{minute:02}:{second:02}Z")
    }
}

impl Zone {
    /// The zone of a name of the tz database, if it is compiled in (see `.cargo/config.toml`).
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        name.parse::<chrono_tz::Tz>().ok().map(Self)
    }

    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The civil hour of an instant.
    #[must_use]
    pub fn local(self, instant: Instant) -> LocalHour {
        use chrono::Timelike;
        let utc = DateTime::<Utc>::from_timestamp_millis(instant.0).unwrap_or_default();
        let local = utc.with_timezone(&self.0);
        let offset_minutes = local.offset().fix().local_minus_utc() / 60;
        LocalHour {
            date: civil_of(local.date_naive()),
            hour: u8::try_from(local.hour()).unwrap_or(0),
            minute: u8::try_from(local.minute()).unwrap_or(0),
            offset_minutes,
        }
    }

    /// What a civil time of this zone means: nothing, one instant or two.
    #[must_use]
    pub fn meaning(self, date: CivilDate, hour: u8, minute: u8) -> CivilMeaning {
        let Some(naive) = naive_of(date)
            .zip(NaiveTime::from_hms_opt(
                u32::from(hour),
                u32::from(minute),
                0,
            ))
            .map(|(d, t)| NaiveDateTime::new(d, t))
        else {
            return CivilMeaning::Gap;
        };
        match self.0.from_local_datetime(&naive) {
            chrono::LocalResult::None => CivilMeaning::Gap,
            chrono::LocalResult::Single(t) => CivilMeaning::Once(Instant(t.timestamp_millis())),
            chrono::LocalResult::Ambiguous(a, b) => {
                let (a, b) = (a.timestamp_millis(), b.timestamp_millis());
                CivilMeaning::Twice(Instant(a.min(b)), Instant(a.max(b)))
            }
        }
    }

    /// The first instant of a civil day. Where midnight is skipped, the first hour that exists.
    #[must_use]
    pub fn start_of_day(self, date: CivilDate) -> Instant {
        for hour in 0..24 {
            match self.meaning(date, hour, 0) {
                CivilMeaning::Once(t) | CivilMeaning::Twice(t, _) => return t,
                CivilMeaning::Gap => {}
            }
        }
        Instant(i64::from(date.days()) * 24 * HOUR_MS)
    }

    /// How many hours a civil day has: 23, 24 or 25 in most zones.
    #[must_use]
    pub fn hours_in_day(self, date: CivilDate) -> u32 {
        let ms = self.start_of_day(date.plus_days(1)).0 - self.start_of_day(date).0;
        u32::try_from(ms / HOUR_MS).unwrap_or(24)
    }
}

fn civil_of(date: NaiveDate) -> CivilDate {
    // chrono counts days from year 1; 719,163 is 1970-01-01.
    use chrono::Datelike;
    CivilDate::from_days(date.num_days_from_ce() - 719_163)
}

fn naive_of(date: CivilDate) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(date.days() + 719_163)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brussels() -> Zone {
        Zone::parse("Europe/Brussels").unwrap()
    }

    fn date(text: &str) -> CivilDate {
        CivilDate::parse(text).unwrap()
    }

    #[test]
    fn the_day_of_a_clock_change_has_23_or_25_hours() {
        for (day, hours) in [("2026-03-29", 23), ("2026-10-25", 25), ("2026-07-21", 24)] {
            assert_eq!(brussels().hours_in_day(date(day)), hours, "{day}");
        }
    }

    #[test]
    fn all_published_spellings_of_an_instant_are_read() {
        for text in [
            "2025-11-21T08:00:00.000Z",
            "2025-11-21 08:00:00+00:00",
            "2025-11-21 08:00:00Z",
            "2025-11-21T09:00:00+01:00",
            "2025-11-21 09:00:00.000+01:00",
        ] {
            assert_eq!(
                Instant::parse(text).map(|i| i.to_string()).as_deref(),
                Some("2025-11-21T08:00:00Z"),
                "{text}"
            );
        }
        for text in [
            "2025-11-21 08:00:00",
            "",
            "yesterday",
            "2025-11-31T08:00:00Z",
        ] {
            assert_eq!(Instant::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_second_two_o_clock_is_winter_time() {
        let CivilMeaning::Twice(first, second) = brussels().meaning(date("2026-10-25"), 2, 0)
        else {
            panic!("2 o'clock occurs twice");
        };
        assert_eq!(second.0 - first.0, HOUR_MS);
        assert_eq!(brussels().local(first).offset_minutes, 120);
        assert_eq!(brussels().local(second).offset_minutes, 60);
        assert_eq!(
            brussels().meaning(date("2026-03-29"), 2, 30),
            CivilMeaning::Gap
        );
    }
}
