//! How a link's travel time grows with its flow, and how a modelled flow compares with a counted one
//! (definitions 4.8).

/// Travel time by the Bureau of Public Roads: t0 · (1 + b · (flow / capacity)^power), in the unit of `free`.
/// `power` is a whole number in every published network but a few; others are refused with `None`, as is a
/// capacity that is not above 0.
#[must_use]
pub fn bpr(free: f64, b: f64, power: f64, flow: f64, capacity: f64) -> Option<f64> {
    if capacity <= 0.0 || power < 0.0 || power.fract() != 0.0 || power > 32.0 {
        return None;
    }
    let ratio = flow / capacity;
    let mut raised = 1.0;
    let mut left = power;
    while left > 0.0 {
        raised *= ratio;
        left -= 1.0;
    }
    Some(free * (1.0 + b * raised))
}

/// GEH = √(2 (M − C)² / (M + C)) of a modelled and a counted hourly flow; under 5 is good. `None` where both are 0.
#[must_use]
pub fn geh(model: f64, count: f64) -> Option<f64> {
    let sum = model + count;
    (sum > 0.0).then(|| (2.0 * (model - count) * (model - count) / sum).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn travel_time_grows_with_the_fourth_power() {
        for (flow, expected) in [
            (0.0, 10.0),
            (500.0, 10.09375),
            (1000.0, 11.5),
            (2000.0, 34.0),
        ] {
            assert_eq!(bpr(10.0, 0.15, 4.0, flow, 1000.0), Some(expected));
        }
        assert_eq!(bpr(10.0, 0.15, 4.0, 1.0, 0.0), None);
        assert_eq!(bpr(10.0, 0.15, 2.5, 1.0, 10.0), None);
    }

    #[test]
    fn geh_is_that_by_hand() {
        // 2 · 200² / 2,200 = 36.36…; 2 · 100² / 300 = 66.67.
        assert!((geh(1200.0, 1000.0).unwrap() - 6.030_2).abs() < 1e-4);
        assert!((geh(200.0, 100.0).unwrap() - 8.164_97).abs() < 1e-5);
        assert_eq!(geh(500.0, 500.0), Some(0.0));
        assert_eq!(geh(0.0, 0.0), None);
    }
}
