//! Medians and percentiles of plain numbers (Hyndman and Fan, type 7).

/// The value at rank (n − 1) · `per_mille` / 1000 of sorted numbers, linear between neighbours.
#[must_use]
pub fn percentile_of_sorted(sorted: &[f64], per_mille: usize) -> Option<f64> {
    let scaled = sorted.len().checked_sub(1)? * per_mille.min(1000);
    let (below, rest) = (scaled / 1000, scaled % 1000);
    let low = *sorted.get(below)?;
    if rest == 0 {
        return Some(low);
    }
    let high = *sorted.get(below + 1)?;
    Some(low + (high - low) * (rest as f64 / 1000.0))
}

/// The median; `None` for none. Puts the numbers in another order.
pub fn median(values: &mut [f64]) -> Option<f64> {
    let half = values.len() / 2;
    if values.is_empty() {
        return None;
    }
    let is_even = values.len().is_multiple_of(2);
    // Only the middle is put in its place: half of the work of a sort, or less.
    let (below, middle, _) = values.select_nth_unstable_by(half, f64::total_cmp);
    if !is_even {
        return Some(*middle);
    }
    let low = below.iter().copied().max_by(f64::total_cmp)?;
    Some(low + (*middle - low) * 0.5)
}

/// Sorts the numbers and gives the 2.5th and the 97.5th percentile.
pub fn middle_95(values: &mut [f64]) -> Option<(f64, f64)> {
    values.sort_unstable_by(f64::total_cmp);
    Some((
        percentile_of_sorted(values, 25)?,
        percentile_of_sorted(values, 975)?,
    ))
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
