//! Change beside a control: θ = (A_T / B_T) / (A_C / B_C) (definitions 4.7).

/// Means before and after of the street and of its controls. `None` where one of them is not above 0:
/// a ratio of nothing says nothing.
#[must_use]
pub fn ratio_of_ratios(street: (f64, f64), control: (f64, f64)) -> Option<f64> {
    let ((before, after), (control_before, control_after)) = (street, control);
    let all = [before, after, control_before, control_after];
    let is_sound = all.iter().all(|mean| *mean > 0.0);
    is_sound.then(|| (after / before) / (control_after / control_before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fall_beside_a_rise_is_a_larger_fall() {
        for (street, control, expected) in [
            ((1000.0, 800.0), (900.0, 945.0), 0.761_905),
            ((1000.0, 1000.0), (900.0, 945.0), 0.952_381),
            ((200.0, 300.0), (100.0, 150.0), 1.0),
        ] {
            let found = ratio_of_ratios(street, control).unwrap();
            assert!((found - expected).abs() < 1e-6, "{found}");
        }
        assert_eq!(ratio_of_ratios((0.0, 1.0), (1.0, 1.0)), None);
    }
}
