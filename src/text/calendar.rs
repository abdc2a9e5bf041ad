//! Dates, months, weekdays, hours, modes and states in words.

use super::language::Language;
use super::words::Words;
use crate::domain::{CivilDate, DayType, Device, Mode, State, Weekday};

impl Words {
    /// `12 March 2026`, `12 maart 2026`, `1er mars 2026`, `12. März 2026`.
    #[must_use]
    pub fn date(&self, date: CivilDate) -> String {
        let (year, month, day) = date.ymd();
        let mark = self.language().day_mark(day);
        format!("{day}{mark}\u{a0}{}\u{a0}{year}", self.month_name(month))
    }

    /// `12 Mar 2026`, `12 mrt 2026`, `1er mars 2026`, `12. März 2026`.
    #[must_use]
    pub fn date_short(&self, date: CivilDate) -> String {
        let (year, month, day) = date.ymd();
        let mark = self.language().day_mark(day);
        format!("{day}{mark}\u{a0}{}\u{a0}{year}", self.month_short(month))
    }

    /// `March 2026`.
    #[must_use]
    pub fn month(&self, date: CivilDate) -> String {
        let (year, month, _) = date.ymd();
        format!("{}\u{a0}{year}", self.month_name(month))
    }

    /// The days of a period, `end` excluded: `1 March 2025 to 28 February 2026`.
    #[must_use]
    pub fn period(&self, start: CivilDate, end: CivilDate) -> String {
        let last = end.plus_days(-1);
        if last <= start {
            return self.date(start);
        }
        self.with(
            "common-period",
            &[
                ("start", self.date(start).into()),
                ("end", self.date(last).into()),
            ],
        )
    }

    /// The name of a month, 1–12.
    #[must_use]
    pub fn month_name(&self, month: u8) -> String {
        self.get(match month {
            1 => "month-1",
            2 => "month-2",
            3 => "month-3",
            4 => "month-4",
            5 => "month-5",
            6 => "month-6",
            7 => "month-7",
            8 => "month-8",
            9 => "month-9",
            10 => "month-10",
            11 => "month-11",
            _ => "month-12",
        })
    }

    /// The short name of a month, 1–12.
    #[must_use]
    pub fn month_short(&self, month: u8) -> String {
        self.get(match month {
            1 => "month-short-1",
            2 => "month-short-2",
            3 => "month-short-3",
            4 => "month-short-4",
            5 => "month-short-5",
            6 => "month-short-6",
            7 => "month-short-7",
            8 => "month-short-8",
            9 => "month-short-9",
            10 => "month-short-10",
            11 => "month-short-11",
            _ => "month-short-12",
        })
    }

    #[must_use]
    pub fn weekday(&self, weekday: Weekday) -> String {
        self.get(match weekday {
            Weekday::Monday => "weekday-1",
            Weekday::Tuesday => "weekday-2",
            Weekday::Wednesday => "weekday-3",
            Weekday::Thursday => "weekday-4",
            Weekday::Friday => "weekday-5",
            Weekday::Saturday => "weekday-6",
            Weekday::Sunday => "weekday-7",
        })
    }

    #[must_use]
    pub fn weekday_short(&self, weekday: Weekday) -> String {
        self.get(match weekday {
            Weekday::Monday => "weekday-short-1",
            Weekday::Tuesday => "weekday-short-2",
            Weekday::Wednesday => "weekday-short-3",
            Weekday::Thursday => "weekday-short-4",
            Weekday::Friday => "weekday-short-5",
            Weekday::Saturday => "weekday-short-6",
            Weekday::Sunday => "weekday-short-7",
        })
    }

    /// A time of day on the 24-hour clock: `8:00`, `8 h`; 24 is the end of the day.
    #[must_use]
    pub fn clock(&self, hour: u8) -> String {
        match self.language() {
            Language::French => format!("{hour}\u{a0}h"),
            _ => format!("{hour}:00"),
        }
    }

    /// The hour that begins at `hour`: `8:00–9:00`, `8 h à 9 h`.
    #[must_use]
    pub fn hour(&self, hour: u8) -> String {
        let between = match self.language() {
            Language::French => "\u{a0}à\u{a0}",
            _ => "–",
        };
        let end = self.clock(hour.saturating_add(1));
        format!("{}{between}{end}", self.clock(hour))
    }

    /// The kind of day: `working days`.
    #[must_use]
    pub fn day_type(&self, day_type: DayType) -> String {
        self.get(match day_type {
            DayType::Working => "day-working",
            DayType::Saturday => "day-saturday",
            DayType::Sunday => "day-sunday",
        })
    }

    /// The mode as a heading: `Cars`.
    #[must_use]
    pub fn mode(&self, mode: Mode) -> String {
        self.get(match mode {
            Mode::Pedestrian => "mode-pedestrian",
            Mode::Bike => "mode-bike",
            Mode::Car => "mode-car",
            Mode::Heavy => "mode-heavy",
            Mode::Night => "mode-night",
        })
    }

    /// The mode inside a sentence: `cars`.
    #[must_use]
    pub fn mode_inline(&self, mode: Mode) -> String {
        self.get(match mode {
            Mode::Pedestrian => "mode-inline-pedestrian",
            Mode::Bike => "mode-inline-bike",
            Mode::Car => "mode-inline-car",
            Mode::Heavy => "mode-inline-heavy",
            Mode::Night => "mode-inline-night",
        })
    }

    /// What counts, with its article: `the loop in the road`.
    #[must_use]
    pub fn device(&self, device: Device) -> String {
        self.get(match device {
            Device::Telraam => "device-telraam",
            Device::InductionLoop => "device-induction-loop",
            Device::PneumaticTube => "device-pneumatic-tube",
            Device::Overhead => "device-overhead",
            Device::Unknown => "device-unknown",
        })
    }

    /// One of the mode with its article: `a car`.
    #[must_use]
    pub fn mode_one(&self, mode: Mode) -> String {
        self.get(match mode {
            Mode::Pedestrian => "mode-one-pedestrian",
            Mode::Bike => "mode-one-bike",
            Mode::Car => "mode-one-car",
            Mode::Heavy => "mode-one-heavy",
            Mode::Night => "mode-one-night",
        })
    }

    /// One word for live regions and tables: `measured`.
    #[must_use]
    pub fn state(&self, state: State) -> String {
        self.get(match state {
            State::Measured => "state-measured",
            State::Partial => "state-partial",
            State::Estimated => "state-estimated",
            State::Missing => "state-missing",
        })
    }

    /// What the state means, in a sentence.
    #[must_use]
    pub fn state_meaning(&self, state: State) -> String {
        self.get(match state {
            State::Measured => "state-meaning-measured",
            State::Partial => "state-meaning-partial",
            State::Estimated => "state-meaning-estimated",
            State::Missing => "state-meaning-missing",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn dates_are_written_as_people_write_them() {
        let date = CivilDate::new(2026, 3, 12).unwrap();
        let end = CivilDate::new(2026, 4, 1).unwrap();
        for (language, long, period) in [
            (
                Language::English,
                "12 March 2026",
                "12 March 2026 to 31 March 2026",
            ),
            (
                Language::Dutch,
                "12 maart 2026",
                "12 maart 2026 tot en met 31 maart 2026",
            ),
            (
                Language::French,
                "12 mars 2026",
                "du 12 mars 2026 au 31 mars 2026",
            ),
            (
                Language::German,
                "12. März 2026",
                "12. März 2026 bis 31. März 2026",
            ),
        ] {
            let words = Words::new(language);
            assert_eq!(words.date(date).replace('\u{a0}', " "), long);
            assert_eq!(words.period(date, end).replace('\u{a0}', " "), period);
        }
    }

    #[test]
    fn the_first_of_a_month_is_an_ordinal_in_french_and_every_day_in_german() {
        let first = CivilDate::new(2026, 8, 1).unwrap();
        for (language, long, short) in [
            (Language::English, "1 August 2026", "1 Aug 2026"),
            (Language::Dutch, "1 augustus 2026", "1 aug 2026"),
            (Language::French, "1er août 2026", "1er août 2026"),
            (Language::German, "1. August 2026", "1. Aug. 2026"),
        ] {
            let words = Words::new(language);
            assert_eq!(words.date(first).replace('\u{a0}', " "), long);
            assert_eq!(words.date_short(first).replace('\u{a0}', " "), short);
        }
    }

    #[test]
    fn hours_are_written_by_the_clock_of_the_language() {
        for (language, clock, hour) in [
            (Language::Dutch, "8:00", "23:00–24:00"),
            (Language::German, "8:00", "23:00–24:00"),
            (Language::French, "8 h", "23 h à 24 h"),
        ] {
            let words = Words::new(language);
            assert_eq!(words.clock(8).replace('\u{a0}', " "), clock);
            assert_eq!(words.hour(23).replace('\u{a0}', " "), hour);
        }
    }
}
