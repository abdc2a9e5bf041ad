//! Q5: a value far above what is usual and above everything else: flagged, kept in the download.

use super::robust::{percentile, z_score};
use super::typical::Typical;

/// Robust z-score (`robust::z_score`) above which a value is unusual.
pub const LEAST_Z: f64 = 6.0;
/// How many times the 99th percentile of the series a value must exceed.
pub const TIMES_P99: f64 = 3.0;

/// The values whose robust z-score within their hour of the week is above 6 and which are more than three
/// times the 99th percentile of all values. Both: a village fair is unusual for its hour, but not a spike.
#[must_use]
pub fn spikes(values: &[Option<f64>], typical: &[Option<Typical>]) -> Vec<usize> {
    let mut known: Vec<f64> = values.iter().copied().flatten().collect();
    let Some(p99) = percentile(&mut known, 990) else {
        return Vec::new();
    };
    values
        .iter()
        .zip(typical)
        .enumerate()
        .filter_map(|(i, (value, typical))| Some((i, (*value)?, (*typical)?)))
        .filter(|(_, value, usual)| {
            *value > TIMES_P99 * p99 && z_score(*value, usual.median, usual.mad) > LEAST_Z
        })
        .map(|(i, _, _)| i)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn usual(median: f64, mad: f64) -> Typical {
        Typical { median, mad }
    }

    /// 200 hours of 10 and one other, so that the 99th percentile is 10.
    fn with(value: f64) -> Vec<Option<f64>> {
        let mut values = vec![Some(10.0); 200];
        values.push(Some(value));
        values
    }

    #[test]
    fn a_value_must_be_both_unusual_and_huge() {
        for (value, mad, expected) in [
            // 31 > 3 × 10; (31 − 10) / (1.4826 · 2) = 7.08.
            (31.0, 2.0, vec![200]),
            // z 14 / 2.97 = 4.7 and not above 30 either.
            (24.0, 2.0, vec![]),
            // Unusual, z 13.5, but 30 is not more than 30.
            (30.0, 1.0, vec![]),
            // More than 30, but the hour varies: z 21 / 5.93 = 3.5.
            (31.0, 4.0, vec![]),
            // No spread at all: 21 passages above.
            (31.0, 0.0, vec![200]),
        ] {
            let typical = vec![Some(usual(10.0, mad)); 201];
            assert_eq!(spikes(&with(value), &typical), expected, "{value} {mad}");
        }
    }

    #[test]
    fn what_is_missing_or_has_no_usual_value_is_no_spike() {
        assert!(spikes(&with(500.0), &[None; 201]).is_empty());
        assert!(spikes(&[None; 4], &[Some(usual(1.0, 1.0)); 4]).is_empty());
        assert!(spikes(&[], &[]).is_empty());
    }
}
