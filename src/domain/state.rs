//! How far a value can be trusted, carried by every value that is shown.

use super::sensor::{SensorGeneration, USABLE_UPTIME};
use serde::{Deserialize, Serialize};

/// Definitions 4.0. A missing value has no number; it is never zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    Measured,
    Partial,
    Estimated,
    Missing,
}

impl State {
    /// The state of one counted interval, from the share of it that was counted (definitions 4.1).
    /// `None` (no uptime published) is taken as counted throughout.
    #[must_use]
    pub fn of_uptime(uptime: Option<f64>, sensor: Option<SensorGeneration>) -> Self {
        let good = sensor.map_or(0.9, SensorGeneration::good_uptime);
        match uptime {
            None => Self::Measured,
            Some(u) if u >= good => Self::Measured,
            Some(u) if u >= USABLE_UPTIME => Self::Partial,
            Some(_) => Self::Missing,
        }
    }

    /// May enter an average.
    #[must_use]
    pub const fn is_usable(self) -> bool {
        matches!(self, Self::Measured | Self::Partial)
    }

    /// The state of a figure over a scope of which `coverage` (0–1) was counted:
    /// hidden under 25 %, warned about under 75 % (definitions 4.1).
    #[must_use]
    pub fn of_coverage(coverage: f64) -> Self {
        if coverage < 0.25 {
            Self::Missing
        } else if coverage < 0.75 {
            Self::Partial
        } else {
            Self::Measured
        }
    }
}

/// A number with its uncertainty and its ground.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    pub value: f64,
    /// 95 % interval from the spread between weeks; `None` where there are too few weeks to say.
    pub interval: Option<(f64, f64)>,
    /// Share (0–1) of the time in scope that was counted and used.
    pub coverage: f64,
    pub state: State,
    /// Hours that entered.
    pub hours: u32,
}
