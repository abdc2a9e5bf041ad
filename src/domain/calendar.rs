//! Public and school holidays, and the kind of day that follows from them.

use super::date::{CivilDate, Weekday};
use super::event::Event;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Definitions 4.0: a working day is Monday to Friday without a public holiday;
/// bridge days and school holidays are working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DayType {
    Working,
    Saturday,
    /// Sundays and public holidays.
    Sunday,
}

impl DayType {
    pub const ALL: [Self; 3] = [Self::Working, Self::Saturday, Self::Sunday];

    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Working => "working",
            Self::Saturday => "saturday",
            Self::Sunday => "sunday",
        }
    }
}

/// The days of a town that are not like others: holidays, with the name that their source gives them, and
/// what happened in streets and at sensors.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    pub public_holidays: BTreeMap<CivilDate, String>,
    pub school_holidays: BTreeMap<CivilDate, String>,
    #[serde(default)]
    pub events: Vec<Event>,
}

impl Calendar {
    #[must_use]
    pub fn day_type(&self, date: CivilDate) -> DayType {
        if self.public_holidays.contains_key(&date) {
            return DayType::Sunday;
        }
        match date.weekday() {
            Weekday::Saturday => DayType::Saturday,
            Weekday::Sunday => DayType::Sunday,
            _ => DayType::Working,
        }
    }

    #[must_use]
    pub fn is_school_holiday(&self, date: CivilDate) -> bool {
        self.school_holidays.contains_key(&date)
    }
}
