//! Q7: left and right of a row add up to its total, or the row is refused.

/// Left and right of a total may differ from it by this much: three values that are rounded to two
/// decimals can be 0.015 apart; the billionth is for the rounding of the sum itself.
/// Telraam publishes ten decimals: the rule held in all rows that were sampled (definitions 4.11).
pub const TOLERANCE: f64 = 0.015 + 1e-9;

/// |left + right − total| ≤ 0.015. Where one of the three is missing there is nothing to compare.
#[must_use]
pub fn sides_agree(total: Option<f64>, left: Option<f64>, right: Option<f64>) -> bool {
    sides_agree_within(TOLERANCE, total, left, right)
}

/// The same for a source that rounds otherwise.
#[must_use]
pub fn sides_agree_within(
    tolerance: f64,
    total: Option<f64>,
    left: Option<f64>,
    right: Option<f64>,
) -> bool {
    match (total, left, right) {
        (Some(total), Some(left), Some(right)) => (left + right - total).abs() <= tolerance,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_add_up_but_for_rounding() {
        for (total, left, right, expected) in [
            (Some(10.0), Some(4.0), Some(6.0), true),
            (Some(10.0), Some(4.0), Some(5.0), false),
            (Some(0.67), Some(0.33), Some(0.33), true),
            (Some(100.015), Some(50.0), Some(50.0), true),
            (Some(100.016), Some(50.0), Some(50.0), false),
            (Some(0.0), Some(0.0), Some(0.0), true),
            (Some(10.0), None, Some(6.0), true),
            (None, Some(4.0), Some(6.0), true),
            (Some(f64::NAN), Some(4.0), Some(6.0), false),
        ] {
            let found = sides_agree(total, left, right);
            assert_eq!(found, expected, "{total:?} {left:?} {right:?}");
        }
    }
}
