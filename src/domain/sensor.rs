//! Sensor generations and what counts as a usable hour.

use serde::{Deserialize, Serialize};

/// Telraam's two generations of hardware.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SensorGeneration {
    /// Camera that sees by daylight only: an hour in the dark is missing, not empty.
    V1,
    /// Counts around the clock; in the dark without classes (`Mode::Night`).
    S2,
}

/// Least share of an hour that must have been counted for the hour to be used (definitions 4.1, rules 2 and 3).
pub const USABLE_UPTIME: f64 = 0.5;

impl SensorGeneration {
    /// Share of the hour above which an hour is good rather than partial (definitions 4.1, rules 2 and 3).
    #[must_use]
    pub const fn good_uptime(self) -> f64 {
        match self {
            Self::V1 => 0.7,
            Self::S2 => 0.9,
        }
    }

    /// 1 or 2, as `hardware_version` spells it.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::V1 => 1,
            Self::S2 => 2,
        }
    }

    #[must_use]
    pub const fn from_number(number: u8) -> Option<Self> {
        match number {
            1 => Some(Self::V1),
            2 => Some(Self::S2),
            _ => None,
        }
    }
}
