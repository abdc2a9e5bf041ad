//! Q4: the same number, not zero, in four intervals or more: a suspected stuck counter.

use std::ops::Range;

/// Equal intervals in a row that make a stuck counter likely.
pub const LEAST_INTERVALS: usize = 4;
/// A run is put down to chance where it would occur more often than once in a thousand times.
pub const CHANCE: f64 = 0.001;

/// Runs of at least four consecutive intervals with the same value, which is not 0. The values are of
/// intervals that follow one another; a missing one ends a run, for nobody knows what it would have been.
#[must_use]
pub fn stuck_runs(values: &[Option<f64>]) -> Vec<Range<usize>> {
    let mut start = 0;
    values
        .chunk_by(PartialEq::eq)
        .map(|run| {
            let range = start..start + run.len();
            start = range.end;
            (range, run.first().copied().flatten())
        })
        .filter(|(range, value)| {
            range.len() >= LEAST_INTERVALS && value.is_some_and(|value| value != 0.0)
        })
        .map(|(range, _)| range)
        .collect()
}

/// Whether a run of equal counts is likely enough without any fault: on a quiet street, four hours with
/// one pedestrian each are nothing to ask about.
///
/// Two counts of passages that come independently, `value` of them on average, are equal with a chance of
/// at most p = 1 / √(2π · value) (the height of the Poisson distribution at its mean, by Stirling's
/// formula); all of a run are with p to the power of its length less one. So 4 intervals are enough
/// from 16 passages on, 5 from 6 on, and a single passage must repeat for 9 intervals.
#[must_use]
pub fn is_chance(value: f64, intervals: usize) -> bool {
    let p = (1.0 / (std::f64::consts::TAU * value.max(1.0)).sqrt()).min(1.0);
    let mut chance = 1.0;
    for _ in 1..intervals {
        chance *= p;
        if chance <= CHANCE {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(values: &[f64]) -> Vec<Option<f64>> {
        values.iter().copied().map(Some).collect()
    }

    #[test]
    fn four_equal_intervals_are_a_run_and_three_are_not() {
        assert_eq!(
            stuck_runs(&some(&[3.0, 17.0, 17.0, 17.0, 17.0, 2.0])),
            vec![1..5]
        );
        assert!(stuck_runs(&some(&[17.0, 17.0, 17.0, 2.0])).is_empty());
        assert_eq!(
            stuck_runs(&some(&[5.0, 5.0, 5.0, 5.0, 8.0, 8.0, 8.0, 8.0, 8.0])),
            [0..4, 4..9]
        );
    }

    #[test]
    fn zeros_are_not_stuck_and_a_missing_interval_ends_a_run() {
        assert!(stuck_runs(&some(&[0.0; 9])).is_empty());
        assert!(stuck_runs(&[None; 9]).is_empty());
        let seven = Some(7.0);
        assert!(stuck_runs(&[seven, seven, None, seven, seven]).is_empty());
        assert!(stuck_runs(&[]).is_empty());
    }

    #[test]
    fn small_numbers_repeat_by_chance_and_large_ones_do_not() {
        // p = 0.399 for one passage: 0.399^7 = 0.0016, 0.399^8 = 0.00064.
        assert!(is_chance(1.0, 8) && !is_chance(1.0, 9));
        // p = 0.1030 for 15, p = 0.0997 for 16: the cubes are 0.00109 and 0.00099.
        assert!(is_chance(15.0, 4) && !is_chance(16.0, 4));
        assert!(is_chance(500.0, 1), "one interval repeats nothing");
    }
}
