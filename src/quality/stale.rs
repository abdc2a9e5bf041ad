//! Q13: a live counter that has said nothing for two days gets a badge.

use crate::domain::Instant;
use crate::domain::time::HOUR_MS;

/// Hours without data after which a counter is stale.
pub const STALE_AFTER_HOURS: i64 = 48;

/// Whether the last data end more than 48 hours before `at`. A counter that never had data is stale.
/// `at` is given: nothing here knows what time it is.
#[must_use]
pub fn is_stale(end_of_last: Option<Instant>, at: Instant) -> bool {
    end_of_last.is_none_or(|end| at.0.saturating_sub(end.0) > STALE_AFTER_HOURS * HOUR_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_days_to_the_hour_are_not_yet_stale() {
        let at = Instant::parse("2026-11-22T12:00:00Z").unwrap();
        for (last, expected) in [
            (Some("2026-11-22T11:00:00Z"), false),
            (Some("2026-11-20T12:00:00Z"), false),
            (Some("2026-11-20T11:59:59Z"), true),
            (Some("2027-01-01T00:00:00Z"), false),
            (None, true),
        ] {
            let end = last.map(|text| Instant::parse(text).unwrap());
            assert_eq!(is_stale(end, at), expected, "{last:?}");
        }
        assert!(is_stale(Some(Instant(i64::MIN)), Instant(i64::MAX)));
    }
}
