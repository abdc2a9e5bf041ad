//! Civil dates in the proleptic Gregorian calendar, without a clock or a zone.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Days since 1970-01-01. Ordered, cheap to copy, free of time zones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CivilDate(i32);

/// Monday is 0, as in ISO 8601 counted from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// Monday to Sunday.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }
}

impl CivilDate {
    /// The date of a year, a month (1–12) and a day (1–31), or `None` where there is no such day.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(1..=12).contains(&month)
            || day == 0
            || day > days_in_month(year, month)
            || !(-9999..=9999).contains(&year)
        {
            return None;
        }
        // Days from civil: years start in March, so the leap day is the last of its year.
        let (m, d) = (i32::from(month), i32::from(day));
        let y = if m <= 2 { year - 1 } else { year };
        let era = y.div_euclid(400);
        let year_of_era = y.rem_euclid(400);
        let day_of_year = (153 * ((m + 9) % 12) + 2) / 5 + d - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Some(Self(era * 146_097 + day_of_era - 719_468))
    }

    /// The same day of the year before; 28 February for a 29th that does not exist.
    #[must_use]
    pub fn year_before(self) -> Self {
        let (year, month, day) = self.ymd();
        Self::new(year - 1, month, day)
            .or_else(|| Self::new(year - 1, month, 28))
            .unwrap_or(self)
    }

    /// From days since 1970-01-01.
    #[must_use]
    pub const fn from_days(days: i32) -> Self {
        Self(days)
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub const fn days(self) -> i32 {
        self.0
    }

    /// Year, month (1–12), day (1–31).
    #[must_use]
    pub fn ymd(self) -> (i32, u8, u8) {
        let z = self.0 + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z.rem_euclid(146_097);
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let day = doy - (153 * mp + 2) / 5 + 1;
        let month = if mp < 10 { mp + 3 } else { mp - 9 };
        let year = yoe + era * 400 + i32::from(month <= 2);
        // In range by construction: month 1–12, day 1–31.
        (
            year,
            u8::try_from(month).unwrap_or(1),
            u8::try_from(day).unwrap_or(1),
        )
    }

    #[must_use]
    pub fn year(self) -> i32 {
        self.ymd().0
    }

    /// 1–12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.ymd().1
    }

    #[must_use]
    pub fn weekday(self) -> Weekday {
        match (self.0 + 3).rem_euclid(7) {
            0 => Weekday::Monday,
            1 => Weekday::Tuesday,
            2 => Weekday::Wednesday,
            3 => Weekday::Thursday,
            4 => Weekday::Friday,
            5 => Weekday::Saturday,
            _ => Weekday::Sunday,
        }
    }

    /// The date `days` later (earlier when negative).
    #[must_use]
    pub const fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// The first day of this date's month.
    #[must_use]
    pub fn first_of_month(self) -> Self {
        let (_, _, day) = self.ymd();
        self.plus_days(1 - i32::from(day))
    }

    /// The first day of the month `months` later.
    #[must_use]
    pub fn first_of_month_plus(self, months: i32) -> Self {
        let (year, month, _) = self.ymd();
        let index = year * 12 + i32::from(month) - 1 + months;
        let month = u8::try_from(index.rem_euclid(12) + 1).unwrap_or(1);
        Self::new(index.div_euclid(12), month, 1).unwrap_or(self)
    }

    /// The Monday on or before this date; the name of an ISO week in calculations.
    #[must_use]
    pub fn monday(self) -> Self {
        self.plus_days(-(self.0 + 3).rem_euclid(7))
    }

    /// Parses `YYYY-MM-DD` exactly.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if parts.next().is_some()
            || y.len() != 4
            || m.len() != 2
            || d.len() != 2
            || !(all_digits(y) && all_digits(m) && all_digits(d))
        {
            return None;
        }
        Self::new(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)
    }
}

/// 28 to 31; 0 for a month that does not exist.
#[must_use]
pub fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (y, m, d) = self.ymd();
        write!(f, "{y:04}-{m:02}-{d:02}")
    }
}

impl From<CivilDate> for String {
    fn from(date: CivilDate) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for CivilDate {
    type Error = String;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("expected a date YYYY-MM-DD, found {text:?}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_dates_have_their_weekday() {
        for (text, weekday) in [
            ("1970-01-01", Weekday::Thursday),
            ("2000-02-29", Weekday::Tuesday),
            ("2026-11-22", Weekday::Sunday),
        ] {
            let date = CivilDate::parse(text).unwrap();
            assert_eq!(date.weekday(), weekday, "{text}");
            assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn every_day_of_four_centuries_survives_the_round_trip() {
        for days in -100_000..60_000 {
            let date = CivilDate::from_days(days);
            let (y, m, d) = date.ymd();
            assert_eq!(CivilDate::new(y, m, d), Some(date));
        }
    }

    #[test]
    fn dates_that_do_not_exist_are_refused() {
        for text in [
            "2025-02-29",
            "2025-13-01",
            "2025-00-10",
            "25-01-01",
            "2025-1-1",
            "2025-01-01Z",
            "+025-01-01",
        ] {
            assert_eq!(CivilDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn months_are_added_across_a_year() {
        let date = CivilDate::parse("2024-11-17").unwrap();
        assert_eq!(date.first_of_month_plus(3).to_string(), "2025-02-01");
        assert_eq!(date.first_of_month_plus(-11).to_string(), "2023-12-01");
    }
}
