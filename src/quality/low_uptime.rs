//! Q2: an interval of which too little was counted is left out of averages (definitions 4.1, rules 2 to 4).
//!
//! Usable from an uptime of 0.50 on (telraamStats uses the same), good from 0.70 on for a sensor of the
//! first generation and from 0.90 on for the second, which also holds where the generation is unknown.

use crate::domain::sensor::USABLE_UPTIME;
use crate::domain::{SensorGeneration, State};

/// Least share of the interval that must have been counted.
pub const USABLE: f64 = USABLE_UPTIME;
/// Least share with which an interval is good, first generation.
pub const GOOD_V1: f64 = SensorGeneration::V1.good_uptime();
/// The same, second generation.
pub const GOOD_S2: f64 = SensorGeneration::S2.good_uptime();

/// Whether an interval stays out of averages; it is kept in the download with its state.
#[must_use]
pub fn is_excluded(uptime: Option<f64>, sensor: Option<SensorGeneration>) -> bool {
    !State::of_uptime(uptime, sensor).is_usable()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_an_hour_is_just_enough() {
        for (uptime, expected) in [
            (Some(0.0), true),
            (Some(0.499), true),
            (Some(0.5), false),
            (Some(1.0), false),
            (None, false),
        ] {
            for sensor in [None, Some(SensorGeneration::V1), Some(SensorGeneration::S2)] {
                assert_eq!(is_excluded(uptime, sensor), expected, "{uptime:?}");
            }
        }
    }

    #[test]
    fn the_thresholds_are_those_of_the_definitions() {
        assert_eq!((USABLE, GOOD_V1, GOOD_S2), (0.5, 0.7, 0.9));
        let state = |uptime, sensor| State::of_uptime(Some(uptime), Some(sensor));
        assert_eq!(state(0.78, SensorGeneration::V1), State::Measured);
        assert_eq!(state(0.78, SensorGeneration::S2), State::Partial);
        assert_eq!(state(0.69, SensorGeneration::V1), State::Partial);
    }
}
