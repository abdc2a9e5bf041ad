//! Shared vehicles in public space, as the Mobility Data Specification measures them (definitions 4.9).

/// Mean number of vehicles available: vehicle-minutes / minutes. `None` for an interval without length.
#[must_use]
pub fn mean_available(vehicle_minutes: f64, minutes: f64) -> Option<f64> {
    (minutes > 0.0).then(|| vehicle_minutes / minutes)
}

/// Share of the time in public space in which vehicles were not on a trip; seconds. `None` without any time.
#[must_use]
pub fn idle_share(idle_s: f64, trip_s: f64) -> Option<f64> {
    let all = idle_s + trip_s;
    (all > 0.0).then(|| idle_s / all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worked_examples_of_the_specification_hold() {
        assert!((mean_available(23.0, 15.0).unwrap() - 1.533_333).abs() < 1e-6);
        assert_eq!(mean_available(0.0, 60.0), Some(0.0));
        assert_eq!(mean_available(1.0, 0.0), None);
        let idle = idle_share(3200.0 + 1800.0 + 60.0, 120.0).unwrap();
        assert!((idle - 0.976_834).abs() < 1e-6);
        assert_eq!(idle_share(0.0, 60.0), Some(0.0));
        assert_eq!(idle_share(0.0, 0.0), None);
    }
}
