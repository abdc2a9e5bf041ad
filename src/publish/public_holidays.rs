//! Public holidays by rule: Belgium (definitions 4.0), Berlin and North Rhine-Westphalia.

use crate::domain::CivilDate;
use std::collections::BTreeMap;

/// The places whose holidays are known, as a town file names them.
pub const KNOWN: [&str; 3] = ["BE", "DE-BE", "DE-NW"];

/// The public holidays of a place in a year, or `None` for a place that is not known.
#[must_use]
pub fn of_year(place: &str, year: i32) -> Option<BTreeMap<CivilDate, String>> {
    let easter = easter_sunday(year)?;
    let (fixed, after_easter): (&[Fixed], &[Movable]) = match place {
        "BE" => (&BELGIUM_FIXED, &BELGIUM_EASTER),
        "DE-BE" => (&GERMANY_FIXED, &GERMANY_EASTER),
        "DE-NW" => (&NRW_FIXED, &NRW_EASTER),
        _ => return None,
    };
    let mut days = BTreeMap::new();
    for (month, day, name) in fixed {
        if let Some(date) = CivilDate::new(year, *month, *day) {
            days.insert(date, (*name).to_owned());
        }
    }
    for (offset, name) in after_easter {
        days.insert(easter.plus_days(*offset), (*name).to_owned());
    }
    if place == "DE-BE" {
        add_berlin_exceptions(year, &mut days);
    }
    if place.starts_with("DE-")
        && year == 2017
        && let Some(date) = CivilDate::new(year, 10, 31)
    {
        days.insert(date, "Reformationstag".to_owned());
    }
    Some(days)
}

/// Month, day, name.
type Fixed = (u8, u8, &'static str);
/// Days after Easter Sunday, name. Easter and Whit Sunday are Sundays already.
type Movable = (i32, &'static str);

const BELGIUM_FIXED: [Fixed; 7] = [
    (1, 1, "Nieuwjaar"),
    (5, 1, "Dag van de Arbeid"),
    (7, 21, "Nationale feestdag"),
    (8, 15, "Onze-Lieve-Vrouw-Hemelvaart"),
    (11, 1, "Allerheiligen"),
    (11, 11, "Wapenstilstand"),
    (12, 25, "Kerstmis"),
];
const BELGIUM_EASTER: [Movable; 3] = [
    (1, "Paasmaandag"),
    (39, "Onze-Lieve-Heer-Hemelvaart"),
    (50, "Pinkstermaandag"),
];
const GERMANY_FIXED: [Fixed; 5] = [
    (1, 1, "Neujahr"),
    (5, 1, "Tag der Arbeit"),
    (10, 3, "Tag der Deutschen Einheit"),
    (12, 25, "1. Weihnachtstag"),
    (12, 26, "2. Weihnachtstag"),
];
const GERMANY_EASTER: [Movable; 4] = [
    (-2, "Karfreitag"),
    (1, "Ostermontag"),
    (39, "Christi Himmelfahrt"),
    (50, "Pfingstmontag"),
];
const NRW_FIXED: [Fixed; 6] = [
    (1, 1, "Neujahr"),
    (5, 1, "Tag der Arbeit"),
    (10, 3, "Tag der Deutschen Einheit"),
    (11, 1, "Allerheiligen"),
    (12, 25, "1. Weihnachtstag"),
    (12, 26, "2. Weihnachtstag"),
];
const NRW_EASTER: [Movable; 5] = [
    (-2, "Karfreitag"),
    (1, "Ostermontag"),
    (39, "Christi Himmelfahrt"),
    (50, "Pfingstmontag"),
    (60, "Fronleichnam"),
];

/// Women's Day is a holiday in Berlin since 2019. Once only: the Liberation Days of 2020 and 2025
/// (and in all of Germany Reformation Day 2017).
fn add_berlin_exceptions(year: i32, days: &mut BTreeMap<CivilDate, String>) {
    let mut add = |month, day, name: &str| {
        if let Some(date) = CivilDate::new(year, month, day) {
            days.insert(date, name.to_owned());
        }
    };
    if year >= 2019 {
        add(3, 8, "Internationaler Frauentag");
    }
    if year == 2020 || year == 2025 {
        add(5, 8, "Tag der Befreiung");
    }
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876).
#[must_use]
pub fn easter_sunday(year: i32) -> Option<CivilDate> {
    if !(1583..=9999).contains(&year) {
        return None;
    }
    let golden = year % 19;
    let (century, of_century) = (year / 100, year % 100);
    let epact =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let shift = (golden + 11 * epact + 22 * to_sunday) / 451;
    let of_march = epact + to_sunday - 7 * shift + 114;
    CivilDate::new(
        year,
        u8::try_from(of_march / 31).ok()?,
        u8::try_from(of_march % 31 + 1).ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_almanacs_say() {
        for (year, date) in [
            (1961, "1961-04-02"),
            (2000, "2000-04-23"),
            (2008, "2008-03-23"),
            (2011, "2011-04-24"),
            (2019, "2019-04-21"),
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (2026, "2026-04-05"),
            (2038, "2038-04-25"),
        ] {
            assert_eq!(easter_sunday(year).unwrap().to_string(), date);
        }
    }

    #[test]
    fn belgium_has_ten_public_holidays() {
        let days: Vec<String> = of_year("BE", 2026)
            .unwrap()
            .keys()
            .map(ToString::to_string)
            .collect();
        assert_eq!(
            days,
            [
                "2026-01-01",
                "2026-04-06",
                "2026-05-01",
                "2026-05-14",
                "2026-05-25",
                "2026-07-21",
                "2026-08-15",
                "2026-11-01",
                "2026-11-11",
                "2026-12-25",
            ]
        );
    }

    #[test]
    fn berlin_had_a_holiday_of_its_own_in_2025() {
        let day = CivilDate::parse("2025-05-08").unwrap();
        assert!(of_year("DE-BE", 2025).unwrap().contains_key(&day));
        assert_eq!(of_year("DE-BE", 2024).unwrap().len(), 10);
        assert_eq!(of_year("NL", 2024), None);
    }

    #[test]
    fn north_rhine_westphalia_has_eleven_public_holidays() {
        let days: Vec<String> = of_year("DE-NW", 2025)
            .unwrap()
            .keys()
            .map(ToString::to_string)
            .collect();
        assert_eq!(
            days,
            [
                "2025-01-01",
                "2025-04-18",
                "2025-04-21",
                "2025-05-01",
                "2025-05-29",
                "2025-06-09",
                "2025-06-19",
                "2025-10-03",
                "2025-11-01",
                "2025-12-25",
                "2025-12-26",
            ]
        );
        let luther = CivilDate::parse("2017-10-31").unwrap();
        for place in ["DE-BE", "DE-NW"] {
            assert!(of_year(place, 2017).unwrap().contains_key(&luther));
        }
    }
}
