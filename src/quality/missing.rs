//! Q1: a value that was not counted is missing, and missing is not zero.

use crate::domain::Instant;
use std::ops::Range;

/// Whether a sensor was off throughout an interval: it says so with an uptime of 0. Then every value
/// is missing, whatever the numbers say (definitions 4.1, rule 1). No uptime published: nothing says so.
#[must_use]
pub fn is_off(uptime: Option<f64>) -> bool {
    uptime.is_some_and(|share| share <= 0.0)
}

/// A published value as it may be used: missing where the sensor was off, where the
/// cell was blank and where it holds no number.
#[must_use]
pub fn counted(uptime: Option<f64>, published: Option<f64>) -> Option<f64> {
    published.filter(|value| value.is_finite() && !is_off(uptime))
}

/// The stretches of time for which there is no row, between intervals of `minutes` sorted by start.
#[must_use]
pub fn gaps(start: &[Instant], minutes: u16) -> Vec<Range<Instant>> {
    start
        .iter()
        .zip(start.iter().skip(1))
        .map(|(this, next)| this.plus_ms(i64::from(minutes) * 60_000)..*next)
        .filter(|gap| gap.start < gap.end)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_counted_by_a_sensor_that_is_off() {
        for (uptime, published, expected) in [
            (Some(0.0), Some(0.0), None),
            (Some(0.0), Some(17.0), None),
            (Some(0.01), Some(0.0), Some(0.0)),
            (None, Some(0.0), Some(0.0)),
            (None, None, None),
            (Some(1.0), Some(f64::NAN), None),
            (Some(-0.1), Some(3.0), None),
        ] {
            assert_eq!(
                counted(uptime, published),
                expected,
                "{uptime:?} {published:?}"
            );
        }
    }

    #[test]
    fn hours_without_a_row_are_gaps() {
        let at = |hours: &[i64]| -> Vec<Instant> {
            hours.iter().map(|h| Instant(h * 3_600_000)).collect()
        };
        assert_eq!(
            gaps(&at(&[0, 1, 4, 5]), 60),
            [Instant(7_200_000)..Instant(14_400_000)]
        );
        assert!(gaps(&at(&[0, 1, 2]), 60).is_empty());
        assert!(gaps(&at(&[7]), 60).is_empty());
        assert!(gaps(&at(&[2, 2]), 60).is_empty(), "the same hour twice");
        assert_eq!(gaps(&at(&[0, 1]), 15).len(), 1, "three quarters are absent");
    }
}
