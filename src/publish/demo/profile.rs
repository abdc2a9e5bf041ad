//! How traffic is spread over a day, a week and a year, by what a street is used for.

use crate::domain::{DayType, Mode};

/// What a street is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Through traffic: two peaks.
    Commute,
    /// People who live there.
    Local,
    /// Firms: early, hardly any weekend.
    Works,
    /// Shops and squares: the middle of the day, Saturday.
    Centre,
    /// A school gate: two short peaks, at noon on Wednesday, quiet in holidays.
    School,
    /// Walks and rides: weekend, summer.
    Leisure,
}

impl Use {
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "commute" => Self::Commute,
            "local" => Self::Local,
            "works" => Self::Works,
            "centre" => Self::Centre,
            "school" => Self::School,
            "leisure" => Self::Leisure,
            _ => return None,
        })
    }
}

type Day = [f64; 24];

const COMMUTE: Day = [
    6., 4., 3., 3., 6., 18., 45., 88., 92., 60., 50., 50., 54., 55., 58., 68., 88., 98., 80., 58.,
    42., 30., 20., 12.,
];
const LOCAL: Day = [
    4., 2., 2., 2., 3., 9., 26., 62., 74., 52., 48., 52., 58., 54., 52., 62., 78., 86., 74., 56.,
    38., 26., 16., 9.,
];
const WORKS: Day = [
    6., 4., 4., 6., 18., 52., 88., 92., 80., 66., 64., 62., 66., 74., 72., 76., 78., 62., 36., 22.,
    16., 14., 14., 9.,
];
const CENTRE: Day = [
    8., 5., 3., 3., 4., 8., 22., 44., 60., 66., 72., 76., 70., 72., 74., 78., 82., 84., 74., 58.,
    44., 34., 24., 14.,
];
const SCHOOL_CAR: Day = [
    2., 1., 1., 1., 2., 6., 24., 96., 84., 30., 26., 30., 44., 30., 34., 88., 62., 52., 44., 34.,
    24., 16., 9., 5.,
];
const COMMUTE_BIKE: Day = [
    3., 2., 1., 1., 3., 12., 44., 98., 80., 32., 24., 26., 34., 32., 34., 58., 78., 84., 56., 34.,
    22., 16., 10., 6.,
];
const SCHOOL_BIKE: Day = [
    1., 1., 0.5, 0.5, 1., 4., 26., 120., 70., 14., 10., 16., 36., 22., 18., 110., 60., 36., 24.,
    16., 10., 7., 4., 2.,
];
const LEISURE: Day = [
    1., 1., 0.5, 0.5, 1., 4., 10., 18., 26., 38., 52., 58., 50., 58., 72., 76., 72., 62., 46., 30.,
    18., 10., 5., 2.,
];
const SHOP_WALK: Day = [
    3., 2., 1., 1., 1., 4., 12., 26., 36., 52., 66., 72., 70., 72., 80., 84., 84., 72., 52., 34.,
    22., 15., 9., 5.,
];
const LOCAL_WALK: Day = [
    2., 1., 0.5, 0.5, 1., 5., 18., 46., 44., 30., 30., 34., 38., 34., 34., 52., 52., 50., 44., 32.,
    22., 14., 8., 4.,
];
const HEAVY: Day = [
    3., 2., 2., 3., 8., 30., 58., 78., 84., 86., 84., 80., 70., 76., 78., 76., 66., 48., 28., 16.,
    10., 8., 6., 4.,
];
const SATURDAY: Day = [
    12., 8., 6., 4., 4., 8., 16., 28., 46., 66., 82., 88., 80., 78., 80., 82., 78., 72., 62., 50.,
    38., 30., 24., 18.,
];
const SUNDAY: Day = [
    16., 12., 9., 6., 5., 5., 8., 14., 24., 42., 60., 72., 62., 58., 70., 74., 76., 72., 62., 50.,
    38., 26., 16., 9.,
];

/// Expected passages in a local hour as a share of those of a whole working day.
/// `is_early_closing` is a Wednesday of a school week: what leaves at 15 h leaves at 12 h.
pub fn share_of_day(
    street: Use,
    mode: Mode,
    day: DayType,
    hour: u8,
    is_early_closing: bool,
) -> f64 {
    let hours = match (mode, day) {
        (Mode::Car | Mode::Heavy, DayType::Saturday) => &SATURDAY,
        (Mode::Car | Mode::Heavy, DayType::Sunday) => &SUNDAY,
        (Mode::Heavy, DayType::Working) => &HEAVY,
        (Mode::Car, DayType::Working) => match street {
            Use::Commute => &COMMUTE,
            Use::Local => &LOCAL,
            Use::Works => &WORKS,
            Use::Centre => &CENTRE,
            Use::School => &SCHOOL_CAR,
            Use::Leisure => &LEISURE,
        },
        (_, DayType::Saturday) if street == Use::Centre => &SHOP_WALK,
        (_, DayType::Saturday | DayType::Sunday) => &LEISURE,
        (Mode::Bike, DayType::Working) => match street {
            Use::School => &SCHOOL_BIKE,
            Use::Leisure => &LEISURE,
            Use::Works => &WORKS,
            Use::Centre => &CENTRE,
            Use::Commute | Use::Local => &COMMUTE_BIKE,
        },
        (_, DayType::Working) => match street {
            Use::School => &SCHOOL_BIKE,
            Use::Centre => &SHOP_WALK,
            Use::Leisure => &LEISURE,
            Use::Commute | Use::Local | Use::Works => &LOCAL_WALK,
        },
    };
    let is_school_day = is_early_closing && day == DayType::Working && street == Use::School;
    let hour = match hour {
        12 if is_school_day => 15,
        15 if is_school_day => 12,
        other => other,
    };
    let value = hours.get(usize::from(hour)).copied().unwrap_or(0.0);
    value / hours.iter().sum::<f64>() * day_factor(street, mode, day)
}

/// Passages of a Saturday or Sunday relative to a working day.
fn day_factor(street: Use, mode: Mode, day: DayType) -> f64 {
    let (saturday, sunday) = match (mode, street) {
        (Mode::Heavy, Use::Works) => (0.25, 0.1),
        (Mode::Heavy, _) => (0.42, 0.2),
        (Mode::Car, Use::Commute) => (0.8, 0.64),
        (Mode::Car, Use::Local) => (0.86, 0.7),
        (Mode::Car, Use::Centre) => (1.12, 0.72),
        (Mode::Car, Use::School) => (0.46, 0.36),
        (Mode::Car, Use::Leisure) => (0.95, 0.95),
        (_, Use::Works) => (0.24, 0.16),
        (_, Use::School) => (0.25, 0.2),
        (Mode::Bike, Use::Commute) => (0.62, 0.56),
        (Mode::Bike, Use::Local) => (0.76, 0.72),
        (Mode::Bike, Use::Centre) => (0.98, 0.7),
        (_, Use::Leisure) => (1.7, 2.3),
        (_, Use::Commute) => (0.85, 0.75),
        (_, Use::Local) => (0.95, 0.95),
        (_, Use::Centre) => (1.65, 0.9),
    };
    match day {
        DayType::Working => 1.0,
        DayType::Saturday => saturday,
        DayType::Sunday => sunday,
    }
}

/// Factor of the season, with mean 1 over a year. `year_share` runs from 0 on 1 January to 1.
pub fn season(street: Use, mode: Mode, year_share: f64) -> f64 {
    let (size, peak) = match (mode, street) {
        (Mode::Bike, Use::Leisure) => (0.5, 0.53),
        (Mode::Bike, _) => (0.28, 0.52),
        (Mode::Pedestrian, Use::Leisure) => (0.3, 0.52),
        (Mode::Pedestrian, _) => (0.12, 0.5),
        _ => (0.03, 0.4),
    };
    1.0 + size * (std::f64::consts::TAU * (year_share - peak)).cos()
}

/// Factor of a school holiday.
pub fn school_holiday(street: Use, mode: Mode) -> f64 {
    match (street, mode) {
        (Use::School, Mode::Bike | Mode::Pedestrian) => 0.22,
        (Use::School, _) => 0.4,
        (Use::Leisure, _) => 1.2,
        (_, Mode::Bike) => 0.84,
        (Use::Works, _) => 0.82,
        (_, Mode::Pedestrian) => 1.0,
        _ => 0.92,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const USES: [Use; 6] = [
        Use::Commute,
        Use::Local,
        Use::Works,
        Use::Centre,
        Use::School,
        Use::Leisure,
    ];

    #[test]
    fn the_hours_of_a_working_day_add_up_to_the_day() {
        for street in USES {
            for mode in Mode::CLASSED {
                for early in [false, true] {
                    let sum: f64 = (0..24)
                        .map(|h| share_of_day(street, mode, DayType::Working, h, early))
                        .sum();
                    assert!((sum - 1.0).abs() < 1e-12, "{street:?} {mode:?}");
                }
            }
        }
    }

    #[test]
    fn a_season_has_mean_one() {
        for street in USES {
            for mode in Mode::CLASSED {
                let sum: f64 = (0..365)
                    .map(|d| season(street, mode, f64::from(d) / 365.0))
                    .sum();
                assert!((sum / 365.0 - 1.0).abs() < 1e-9, "{street:?} {mode:?}");
            }
        }
    }

    #[test]
    fn a_school_gate_closes_at_noon_on_wednesday() {
        let at = |hour, early| share_of_day(Use::School, Mode::Bike, DayType::Working, hour, early);
        assert!(at(15, false) > 2.0 * at(12, false));
        assert!(at(12, true) > 2.0 * at(15, true));
    }
}
