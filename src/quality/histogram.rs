//! Q8: the shares of a speed histogram add up to 100, or the speeds of the row are left out.

use crate::table::{SPEED_BINS_5, SPEED_BINS_10};

/// How many classes a published histogram has: of 10 km/h, or of 5 km/h.
pub const KNOWN_CLASSES: [usize; 2] = [SPEED_BINS_10, SPEED_BINS_5];
/// Percentage points by which the shares may miss 100; the millionth is for the rounding of the sum itself.
pub const TOLERANCE: f64 = 0.1 + 1e-6;

/// What the shares of a row are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shares {
    /// They add up: speeds were measured.
    Sound,
    /// All are zero: no speed was measured. Nothing is wrong.
    AllZero,
    /// Not as many as the classes that were announced, or not 8 or 25.
    OtherLength,
    /// They miss 100, or one is below zero or no number.
    Off,
}

/// Shares in percent of `classes` classes: their sum is 100 ± 0.1, or all are 0.
#[must_use]
pub fn judge(shares: &[f64], classes: usize) -> Shares {
    if shares.len() != classes || !KNOWN_CLASSES.contains(&classes) {
        return Shares::OtherLength;
    }
    if shares.iter().all(|share| *share == 0.0) {
        return Shares::AllZero;
    }
    let sum: f64 = shares.iter().sum();
    // The comparison is written so that a NaN fails it.
    let adds_up = (sum - 100.0).abs() <= TOLERANCE;
    if adds_up && shares.iter().all(|share| *share >= 0.0) {
        Shares::Sound
    } else {
        Shares::Off
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn eight(first: f64, second: f64) -> Vec<f64> {
        let mut shares = vec![0.0; 8];
        shares[0] = first;
        shares[1] = second;
        shares
    }

    #[test]
    fn a_tenth_of_a_point_is_the_edge() {
        for (shares, expected) in [
            (eight(40.0, 60.0), Shares::Sound),
            (eight(40.0, 60.1), Shares::Sound),
            (eight(40.0, 59.9), Shares::Sound),
            (eight(40.0, 60.2), Shares::Off),
            (eight(0.0, 0.0), Shares::AllZero),
            (eight(133.33, 0.0), Shares::Off),
            (eight(110.0, -10.0), Shares::Off),
            (eight(f64::NAN, 0.0), Shares::Off),
        ] {
            assert_eq!(judge(&shares, 8), expected, "{shares:?}");
        }
    }

    #[test]
    fn a_histogram_has_8_or_25_classes() {
        assert_eq!(judge(&[4.0; 25], 25), Shares::Sound);
        assert_eq!(judge(&[12.5; 8], 25), Shares::OtherLength);
        assert_eq!(judge(&[10.0; 10], 10), Shares::OtherLength);
        assert_eq!(judge(&[], 8), Shares::OtherLength);
    }
}
