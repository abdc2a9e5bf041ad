//! Every hour of the demonstration, with what all counters share: local time, light, weather.

use super::daylight::share_above;
use super::random::Random;
use crate::domain::time::HOUR_MS;
use crate::domain::{Calendar, CivilDate, DayType, Instant, Weekday, Zone};

/// Elevation of the sun under which a second-generation sensor sees no classes.
const DARK_DEGREES: f64 = -3.0;
/// Share of one day's weather that the next day keeps.
const WEATHER_MEMORY: f64 = 0.65;

#[derive(Clone, Copy, Debug)]
pub struct Hour {
    pub start: Instant,
    pub date: CivilDate,
    /// 0–23, local.
    pub clock: u8,
    pub day_type: DayType,
    pub is_school_holiday: bool,
    /// A Wednesday of a school week.
    pub is_early_closing: bool,
    /// 0 on 1 January to 1.
    pub year_share: f64,
    /// Years since the first hour.
    pub years: f64,
    /// Share of the hour with the sun above the horizon.
    pub daylight: f64,
    /// Share of the hour without light enough to tell classes apart.
    pub dark: f64,
    /// Standard normal, the same all day: positive is fine weather.
    pub weather: f64,
}

/// All hours from the first day to the last, both included.
pub fn hours(
    zone: Zone,
    first: CivilDate,
    last: CivilDate,
    calendar: &Calendar,
    seed: u64,
) -> Vec<Hour> {
    let (start, end) = (
        zone.start_of_day(first),
        zone.start_of_day(last.plus_days(1)),
    );
    let mut random = Random::new(seed, 1_000_000);
    let mut weather = random.normal();
    let mut day = first;
    let mut hours = Vec::new();
    let mut at = start;
    while at < end {
        let local = zone.local(at);
        if local.date != day {
            day = local.date;
            weather = WEATHER_MEMORY * weather
                + (1.0 - WEATHER_MEMORY * WEATHER_MEMORY).sqrt() * random.normal();
        }
        let new_year = CivilDate::new(day.year(), 1, 1).unwrap_or(day);
        let is_school_holiday = calendar.is_school_holiday(day);
        hours.push(Hour {
            start: at,
            date: day,
            clock: local.hour,
            day_type: calendar.day_type(day),
            is_school_holiday,
            is_early_closing: day.weekday() == Weekday::Wednesday && !is_school_holiday,
            year_share: f64::from(day.days() - new_year.days()) / 365.25,
            years: f64::from(day.days() - first.days()) / 365.25,
            daylight: share_above(at, 0.0),
            dark: 1.0 - share_above(at, DARK_DEGREES),
            weather,
        });
        at = at.plus_ms(HOUR_MS);
    }
    hours
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::demo::holidays;

    #[test]
    fn days_of_a_clock_change_have_23_and_25_hours() {
        let zone = Zone::parse("Europe/Brussels").unwrap();
        let date = |text: &str| CivilDate::parse(text).unwrap();
        let calendar = holidays::calendar(2024, 2024);
        let hours = hours(zone, date("2024-03-30"), date("2024-10-28"), &calendar, 1);
        let on = |day: &str| hours.iter().filter(|h| h.date == date(day)).count();
        assert_eq!(
            [on("2024-03-31"), on("2024-10-27"), on("2024-07-01")],
            [23, 25, 24]
        );
        let twos = hours
            .iter()
            .filter(|h| h.date == date("2024-10-27") && h.clock == 2);
        assert_eq!(twos.count(), 2);
        assert!(hours.iter().all(|h| h.daylight == 0.0 || h.dark < 1.0));
    }
}
