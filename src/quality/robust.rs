//! Median, spread and percentile that a few wild values cannot move.

/// What turns a median absolute deviation into a standard deviation, where the values are normal:
/// 1 / 0.6745, rounded as usual.
pub const MAD_TO_SD: f64 = 1.4826;

/// The value at rank (n − 1) · `per_mille` / 1000 of the numbers by size, linear between neighbours
/// (Hyndman and Fan, type 7). `None` for none. Puts the numbers in another order.
pub fn percentile(values: &mut [f64], per_mille: usize) -> Option<f64> {
    let scaled = values.len().checked_sub(1)? * per_mille.min(1000);
    let (rank, rest) = (scaled / 1000, scaled % 1000);
    // Only one rank is put in its place: a part of the work of a sort.
    let (_, low, above) = values.select_nth_unstable_by(rank, f64::total_cmp);
    if rest == 0 {
        return Some(*low);
    }
    let high = above.iter().copied().min_by(f64::total_cmp)?;
    Some(*low + (high - *low) * (rest as f64 / 1000.0))
}

/// The median; `None` for none. Puts the numbers in another order.
pub fn median(values: &mut [f64]) -> Option<f64> {
    percentile(values, 500)
}

/// Median of |value − centre|: half of the values lie nearer to the centre. Overwrites the values.
pub fn mad(values: &mut [f64], centre: f64) -> Option<f64> {
    for value in values.iter_mut() {
        *value = (*value - centre).abs();
    }
    median(values)
}

/// z = (value − median) / (1.4826 · MAD). Where at least half of the values are equal the MAD is 0:
/// then the unit is one passage, the smallest step of a count.
#[must_use]
pub fn z_score(value: f64, median: f64, mad: f64) -> f64 {
    let spread = if mad > 0.0 { MAD_TO_SD * mad } else { 1.0 };
    (value - median) / spread
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_wild_value_moves_neither_median_nor_spread() {
        let mut values = [10.0, 12.0, 11.0, 9.0, 1000.0];
        assert_eq!(median(&mut values), Some(11.0));
        // Distances 1, 1, 0, 2, 989.
        assert_eq!(mad(&mut values, 11.0), Some(1.0));
        assert_eq!(median(&mut []), None);
    }

    #[test]
    fn scores_are_those_by_hand() {
        // (40 − 20) / (1.4826 · 5) = 20 / 7.413.
        assert!((z_score(40.0, 20.0, 5.0) - 2.697_963).abs() < 1e-6);
        assert_eq!(z_score(20.0, 20.0, 5.0), 0.0);
        assert!(z_score(10.0, 20.0, 5.0) < 0.0);
        assert_eq!(
            z_score(7.0, 0.0, 0.0),
            7.0,
            "no spread: counted in passages"
        );
    }

    #[test]
    fn the_99th_percentile_of_0_to_100_is_99() {
        let mut values: Vec<f64> = (0..=100).map(f64::from).collect();
        assert_eq!(percentile(&mut values, 990), Some(99.0));
        assert_eq!(percentile(&mut [2.0, 1.0], 990), Some(1.99));
        assert_eq!(percentile(&mut [], 990), None);
    }
}
