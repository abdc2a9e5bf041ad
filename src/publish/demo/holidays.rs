//! Belgian public holidays (definitions 4.0) and the holidays of Flemish schools, by their rules.

use crate::domain::{Calendar, CivilDate, Weekday};

/// The calendar of whole years, first and last included.
pub fn calendar(first: i32, last: i32) -> Calendar {
    let mut calendar = Calendar::default();
    for year in first..=last {
        for (date, name) in public(year) {
            calendar.public_holidays.insert(date, name.to_owned());
        }
        // A winter holiday reaches into the next year.
        for (start, days, name) in school(year - 1).into_iter().chain(school(year)) {
            let all = (0..days).map(|day| start.plus_days(day));
            for date in all.filter(|date| (first..=last).contains(&date.year())) {
                calendar.school_holidays.insert(date, name.to_owned());
            }
        }
    }
    calendar
}

/// Easter Sunday, by Gauss's rule with the constants of 1900 to 2099.
fn easter(year: i32) -> CivilDate {
    let moon = (19 * (year % 19) + 24) % 30;
    let weekday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7;
    let after_22_march = match (moon, weekday) {
        (29, 6) => 28,
        (28, 6) if year % 19 > 10 => 27,
        _ => moon + weekday,
    };
    on(year, 3, 22).plus_days(after_22_march)
}

fn on(year: i32, month: u8, day: u8) -> CivilDate {
    CivilDate::new(year, month, day).unwrap_or(CivilDate::from_days(0))
}

fn public(year: i32) -> [(CivilDate, &'static str); 10] {
    let easter = easter(year);
    [
        (on(year, 1, 1), "Nieuwjaar"),
        (easter.plus_days(1), "Paasmaandag"),
        (on(year, 5, 1), "Dag van de Arbeid"),
        (easter.plus_days(39), "O.L.H.-Hemelvaart"),
        (easter.plus_days(50), "Pinkstermaandag"),
        (on(year, 7, 21), "Nationale feestdag"),
        (on(year, 8, 15), "O.L.V.-Hemelvaart"),
        (on(year, 11, 1), "Allerheiligen"),
        (on(year, 11, 11), "Wapenstilstand"),
        (on(year, 12, 25), "Kerstmis"),
    ]
}

/// First day, number of days, name. Weekends at the end belong to the holiday.
fn school(year: i32) -> [(CivilDate, i32, &'static str); 5] {
    let easter_day = easter(year);
    // Two weeks from the first Monday of April; when Easter falls in March, from Easter Monday;
    // when it falls after 15 April, from the second Monday before it, with Easter Monday.
    let (spring, spring_days) = if easter_day.month() == 3 {
        (easter_day.plus_days(1), 14)
    } else if easter_day > on(year, 4, 15) {
        (easter_day.monday().plus_days(-7), 15)
    } else {
        (on(year, 4, 7).monday(), 14)
    };
    let all_saints = on(year, 11, 1);
    let autumn = match all_saints.weekday() {
        Weekday::Sunday => all_saints.plus_days(1),
        _ => all_saints.monday(),
    };
    let christmas = on(year, 12, 25);
    let winter = match christmas.weekday() {
        Weekday::Saturday | Weekday::Sunday => christmas.monday().plus_days(7),
        _ => christmas.monday(),
    };
    [
        // The week of Shrove Tuesday.
        (easter_day.plus_days(-48), 7, "Krokusvakantie"),
        (spring, spring_days, "Paasvakantie"),
        (on(year, 7, 1), 62, "Zomervakantie"),
        (autumn, 7, "Herfstvakantie"),
        (winter, 14, "Kerstvakantie"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> CivilDate {
        CivilDate::parse(text).unwrap()
    }

    #[test]
    fn easter_falls_on_its_known_days() {
        for (year, day) in [
            (1954, "1954-04-18"),
            (1981, "1981-04-19"),
            (2023, "2023-04-09"),
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (2026, "2026-04-05"),
        ] {
            assert_eq!(easter(year), date(day));
        }
    }

    #[test]
    fn school_holidays_begin_and_end_on_their_published_days() {
        let calendar = calendar(2023, 2026);
        for (first, last, name) in [
            ("2023-10-30", "2023-11-05", "Herfstvakantie"),
            ("2023-12-25", "2024-01-07", "Kerstvakantie"),
            ("2024-02-12", "2024-02-18", "Krokusvakantie"),
            ("2024-04-01", "2024-04-14", "Paasvakantie"),
            ("2024-07-01", "2024-08-31", "Zomervakantie"),
            ("2024-10-28", "2024-11-03", "Herfstvakantie"),
            ("2024-12-23", "2025-01-05", "Kerstvakantie"),
            ("2025-03-03", "2025-03-09", "Krokusvakantie"),
            ("2025-04-07", "2025-04-21", "Paasvakantie"),
            ("2025-10-27", "2025-11-02", "Herfstvakantie"),
            ("2025-12-22", "2026-01-04", "Kerstvakantie"),
            ("2026-02-16", "2026-02-22", "Krokusvakantie"),
            ("2026-04-06", "2026-04-19", "Paasvakantie"),
        ] {
            let (first, last) = (date(first), date(last));
            for day in [first, last] {
                assert_eq!(
                    calendar.school_holidays.get(&day).map(String::as_str),
                    Some(name)
                );
            }
            assert!(!calendar.is_school_holiday(first.plus_days(-1)), "{first}");
            assert!(!calendar.is_school_holiday(last.plus_days(1)), "{last}");
        }
    }

    #[test]
    fn a_year_has_ten_public_holidays() {
        let calendar = calendar(2025, 2025);
        assert_eq!(calendar.public_holidays.len(), 10);
        for day in ["2025-04-21", "2025-05-29", "2025-06-09"] {
            assert!(calendar.public_holidays.contains_key(&date(day)), "{day}");
        }
    }
}
