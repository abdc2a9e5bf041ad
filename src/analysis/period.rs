//! Which civil days a question is about.

use super::availability::Extent;
use crate::domain::CivilDate;
use thiserror::Error;

/// Civil days as they are asked for, `start` included, `end` excluded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Period {
    /// The twelve months up to the last counted day, or less where counting began later.
    #[default]
    LastYear,
    /// From the first counted day to the last.
    All,
    Between {
        start: CivilDate,
        end: CivilDate,
    },
}

/// Why there is nothing to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum NoAnswer {
    /// The segment has no usable hour at all.
    #[error("no usable hour was ever counted here")]
    NothingCounted,
    /// The period has no day, or none with a usable hour.
    #[error("nothing was counted in this period")]
    EmptyPeriod,
}

/// Days as civil dates, `end` excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    pub start: CivilDate,
    pub end: CivilDate,
}

impl Period {
    /// The days of this period for a segment counted over `extent`.
    ///
    /// A chosen period is kept whole, so that its coverage counts the days without a sensor too;
    /// only years outside 1970–2099, for which no clock rules are known, are cut off.
    pub fn resolve(self, extent: &Extent) -> Result<Days, NoAnswer> {
        let end = extent.last.plus_days(1);
        let days = match self {
            Self::All => Days {
                start: extent.first,
                end,
            },
            Self::LastYear => Days {
                start: extent.first.max(a_year_before(end)),
                end,
            },
            Self::Between { start, end } => Days {
                start: start.max(CivilDate::from_days(0)),
                end: end.min(CivilDate::from_days(47_482)),
            },
        };
        if days.start < days.end {
            Ok(days)
        } else {
            Err(NoAnswer::EmptyPeriod)
        }
    }
}

/// The same day of the year before.
#[must_use]
pub fn a_year_before(date: CivilDate) -> CivilDate {
    date.year_before()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> CivilDate {
        CivilDate::parse(text).unwrap()
    }

    fn resolve(period: Period, first: &str, last: &str) -> Option<(String, String)> {
        let extent = Extent {
            first: date(first),
            last: date(last),
            usable_hours: 1,
        };
        let days = period.resolve(&extent).ok()?;
        Some((days.start.to_string(), days.end.to_string()))
    }

    #[test]
    fn the_last_year_ends_with_the_last_counted_day() {
        for (first, last, start, end) in [
            ("2023-01-01", "2025-06-15", "2024-06-16", "2025-06-16"),
            ("2025-02-01", "2025-06-15", "2025-02-01", "2025-06-16"),
            ("2020-01-01", "2024-02-28", "2023-02-28", "2024-02-29"),
            ("2020-01-01", "2024-12-31", "2024-01-01", "2025-01-01"),
        ] {
            assert_eq!(
                resolve(Period::LastYear, first, last),
                Some((start.to_string(), end.to_string())),
                "{first} to {last}"
            );
        }
    }

    #[test]
    fn a_chosen_period_is_not_shortened_to_what_was_counted() {
        let period = Period::Between {
            start: date("2019-01-01"),
            end: date("2030-01-01"),
        };
        assert_eq!(
            resolve(period, "2023-01-01", "2023-02-01"),
            Some(("2019-01-01".into(), "2030-01-01".into()))
        );
    }

    #[test]
    fn a_period_that_ends_before_it_starts_is_empty() {
        for (start, end) in [("2024-01-02", "2024-01-02"), ("2024-01-02", "2023-01-02")] {
            let period = Period::Between {
                start: date(start),
                end: date(end),
            };
            assert_eq!(resolve(period, "2023-01-01", "2025-02-01"), None);
        }
    }

    #[test]
    fn years_without_clock_rules_are_cut_off() {
        let period = Period::Between {
            start: date("0001-01-01"),
            end: date("9999-01-01"),
        };
        assert_eq!(
            resolve(period, "2023-01-01", "2023-02-01"),
            Some(("1970-01-01".into(), "2100-01-01".into()))
        );
    }
}
