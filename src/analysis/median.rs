//! Medians and percentiles of plain numbers (Hyndman and Fan, type 7).

pub use crate::quality::robust::{median, percentile};

/// The 2.5th and the 97.5th percentile. Puts the numbers in another order.
pub fn middle_95(values: &mut [f64]) -> Option<(f64, f64)> {
    Some((percentile(values, 25)?, percentile(values, 975)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_of_small_lists_are_those_by_hand() {
        for (list, expected) in [
            (vec![], None),
            (vec![3.0], Some(3.0)),
            (vec![4.0, 1.0], Some(2.5)),
            (vec![9.0, 1.0, 2.0], Some(2.0)),
            (vec![8.0, 2.0, 4.0, 1.0], Some(3.0)),
        ] {
            assert_eq!(median(&mut list.clone()), expected, "{list:?}");
        }
    }

    #[test]
    fn the_middle_95_per_cent_of_0_to_1000_is_25_to_975() {
        let mut list: Vec<f64> = (0..=1000).rev().map(f64::from).collect();
        assert_eq!(middle_95(&mut list), Some((25.0, 975.0)));
        assert_eq!(middle_95(&mut [0.0, 1.0]), Some((0.025, 0.975)));
        assert_eq!(middle_95(&mut []), None);
    }
}
