//! What a segment usually counts in an hour of the week: median and spread by weekday and hour
//! (definitions 4.5, *Typical*, with median and MAD in place of mean and standard deviation).

use super::robust;
use crate::domain::CivilDate;

/// Fewer values of an hour of the week say nothing about what is usual.
pub const LEAST_VALUES: usize = 4;

const HOURS_OF_WEEK: usize = 7 * 24;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Typical {
    pub median: f64,
    /// Median absolute deviation from the median.
    pub mad: f64,
}

/// For each hour what is usual in its hour of the week, over the whole series; `None` where that is
/// known from fewer than four hours. A sensor that was dead for more than half of the time has a
/// typical value of 0: it is the beginning of such a time that Q6 finds.
#[must_use]
pub fn typical_of(date: &[CivilDate], hour: &[u8], value: &[Option<f64>]) -> Vec<Option<Typical>> {
    let slots: Vec<usize> = date
        .iter()
        .zip(hour)
        .map(|(date, hour)| date.weekday().index() * 24 + usize::from((*hour).min(23)))
        .collect();
    let mut cells: Vec<Vec<f64>> = vec![Vec::new(); HOURS_OF_WEEK];
    for (slot, value) in slots.iter().zip(value) {
        if let (Some(cell), Some(value)) = (cells.get_mut(*slot), value) {
            cell.push(*value);
        }
    }
    let known: Vec<Option<Typical>> = cells.iter_mut().map(|cell| of_cell(cell)).collect();
    slots
        .iter()
        .map(|slot| known.get(*slot).copied().flatten())
        .collect()
}

fn of_cell(values: &mut [f64]) -> Option<Typical> {
    if values.len() < LEAST_VALUES {
        return None;
    }
    let median = robust::median(values)?;
    let mad = robust::mad(values, median)?;
    Some(Typical { median, mad })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &[&str]) -> Vec<CivilDate> {
        text.iter().map(|d| CivilDate::parse(d).unwrap()).collect()
    }

    #[test]
    fn four_mondays_at_eight_tell_what_is_usual_then() {
        let date = days(&[
            "2026-03-02",
            "2026-03-09",
            "2026-03-16",
            "2026-03-23",
            "2026-03-24",
        ]);
        let value = [Some(10.0), Some(14.0), Some(12.0), Some(90.0), Some(5.0)];
        let found = typical_of(&date, &[8; 5], &value);
        // Sorted 10 12 14 90: median 13; distances 1 1 3 77: MAD 2.
        let monday = Some(Typical {
            median: 13.0,
            mad: 2.0,
        });
        assert_eq!(found, [monday, monday, monday, monday, None]);
    }

    #[test]
    fn a_missing_hour_is_no_zero_and_three_hours_are_too_few() {
        let date = days(&["2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23"]);
        let value = [Some(10.0), None, Some(12.0), Some(11.0)];
        assert_eq!(typical_of(&date, &[8; 4], &value), [None; 4]);
        assert!(typical_of(&[], &[], &[]).is_empty());
    }
}
