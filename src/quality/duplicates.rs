//! Q9: the same segment and interval twice: the row that was retrieved last stays, and the other is logged.

use crate::domain::Instant;
use std::cmp::Ordering;

/// Which of two files was retrieved earlier. One that does not say when comes before all that do; of two
/// that do not say, or say the same, the order in which they were given decides: sort with a stable sort.
#[must_use]
pub fn by_retrieval(a: Option<Instant>, b: Option<Instant>) -> Ordering {
    a.cmp(&b)
}

/// What a row is to a later one with the same key. The earlier one goes in either case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// The publisher said the same again.
    Identical,
    /// The publisher corrected it.
    Replaced,
}

#[must_use]
pub fn judge<T: PartialEq>(earlier: &T, later: &T) -> Repeat {
    if earlier == later {
        Repeat::Identical
    } else {
        Repeat::Replaced
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_retrieved_last_comes_last() {
        let mut files = [
            ("late", Some(Instant(9))),
            ("first", None),
            ("early", Some(Instant(2))),
            ("second", None),
            ("again", Some(Instant(9))),
        ];
        files.sort_by(|a, b| by_retrieval(a.1, b.1));
        let names = files.map(|(name, _)| name);
        assert_eq!(names, ["first", "second", "early", "late", "again"]);
    }

    #[test]
    fn a_gap_that_was_filled_in_is_a_correction_and_no_repetition() {
        assert_eq!(judge(&Some(5.0), &Some(5.0)), Repeat::Identical);
        assert_eq!(judge(&Some(5.0), &Some(6.0)), Repeat::Replaced);
        assert_eq!(judge(&None, &Some(0.0)), Repeat::Replaced);
        assert_eq!(judge::<Option<f64>>(&None, &None), Repeat::Identical);
    }
}
