//! The hours of the day in which it is light, from month and civil hour alone.
//!
//! A library or the formula of the sun needs sine and cosine, whose last bits differ between platforms;
//! a table by month does not. The table holds the hours that lie wholly between the beginning of civil
//! twilight in the morning and its end in the evening (sun less than 6 degrees below the horizon) on
//! every day of the month in every town between 40 and 55 degrees north whose clocks fit its longitude
//! as badly as those of Vigo and Brest in the west, of Białystok in the east, of Dublin and of Rome.
//! Computed with the equations of the US National Oceanic and Atmospheric Administration for the years
//! 2023 to 2026; summer time is in it. The tightest are November and December, when twilight ends at
//! 15:52 in Białystok, and January, when it begins at 8:33 in Brest. Further north or south the table
//! says too much in winter: at 60 degrees, hour 9 of December is dark.

use crate::domain::CivilDate;
use std::ops::RangeInclusive;

/// First and last civil hour in which it is light throughout, January to December.
pub const LIGHT_HOURS: [(u8, u8); 12] = [
    (9, 15),
    (9, 15),
    (9, 16),
    (8, 18),
    (8, 19),
    (7, 20),
    (7, 20),
    (8, 18),
    (9, 17),
    (9, 15),
    (9, 14),
    (9, 14),
];

/// Hours that are light on every day of the year: first and last.
pub const ALWAYS_LIGHT: (u8, u8) = (9, 14);

/// The hours (0–23) of a civil day that are light throughout.
#[must_use]
pub fn light_hours(date: CivilDate) -> Option<RangeInclusive<u8>> {
    let month = usize::from(date.month()).checked_sub(1)?;
    let (first, last) = *LIGHT_HOURS.get(month)?;
    Some(first..=last)
}

/// Whether the hour that begins at `hour` (0–23) of a civil day is light throughout.
#[must_use]
pub fn is_light(date: CivilDate, hour: u8) -> bool {
    light_hours(date).is_some_and(|light| light.contains(&hour))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noon_is_light_and_midnight_dark_and_the_evening_depends_on_the_month() {
        for (day, hour, expected) in [
            ("2025-12-21", 12, true),
            ("2025-06-21", 0, false),
            ("2025-06-21", 20, true),
            ("2025-12-21", 20, false),
            ("2025-12-21", 15, false),
            ("2025-12-21", 14, true),
            ("2024-02-29", 8, false),
            ("2025-06-21", 255, false),
        ] {
            let date = CivilDate::parse(day).unwrap();
            assert_eq!(is_light(date, hour), expected, "{day} {hour}");
        }
    }

    #[test]
    fn the_hours_that_are_always_light_are_light_in_each_month() {
        for (first, last) in LIGHT_HOURS {
            assert!(first <= ALWAYS_LIGHT.0 && ALWAYS_LIGHT.1 <= last);
        }
    }
}
