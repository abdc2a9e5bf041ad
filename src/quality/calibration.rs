//! Q11: where a sensor was calibrated, moved or replaced, the series is split there and never joined.

use crate::domain::CivilDate;
use crate::domain::order::put_in_order;
use std::ops::Range;

/// The parts of a period (last day excluded) that must not be joined: each begins on the day of a change,
/// or with the period. A change on the first day splits nothing, and no more does one outside.
#[must_use]
pub fn parts(period: &Range<CivilDate>, changes: &[CivilDate]) -> Vec<Range<CivilDate>> {
    if period.is_empty() {
        return Vec::new();
    }
    let mut bounds: Vec<CivilDate> = changes
        .iter()
        .copied()
        .filter(|change| *change > period.start && *change < period.end)
        .chain([period.start, period.end])
        .collect();
    put_in_order(&mut bounds, &Ord::cmp);
    bounds.dedup();
    bounds
        .iter()
        .zip(bounds.iter().skip(1))
        .map(|(start, end)| *start..*end)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(period: (&str, &str), changes: &[&str]) -> Vec<String> {
        let date = |text: &str| CivilDate::parse(text).unwrap();
        let changes: Vec<CivilDate> = changes.iter().map(|c| date(c)).collect();
        parts(&(date(period.0)..date(period.1)), &changes)
            .iter()
            .map(|part| format!("{}/{}", part.start, part.end))
            .collect()
    }

    #[test]
    fn a_year_with_two_changes_has_three_parts() {
        let year = ("2025-01-01", "2026-01-01");
        assert_eq!(
            split(year, &["2025-09-01", "2025-02-10", "2025-09-01"]),
            [
                "2025-01-01/2025-02-10",
                "2025-02-10/2025-09-01",
                "2025-09-01/2026-01-01"
            ]
        );
    }

    #[test]
    fn a_change_at_the_edge_or_outside_splits_nothing() {
        let year = ("2025-01-01", "2026-01-01");
        let outside = ["2025-01-01", "2026-01-01", "2019-05-05"];
        assert_eq!(split(year, &outside), ["2025-01-01/2026-01-01"]);
        assert_eq!(split(year, &["2025-12-31"]).len(), 2);
        assert!(split(("2025-01-01", "2025-01-01"), &["2025-01-01"]).is_empty());
    }
}
