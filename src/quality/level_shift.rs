//! Q6: from one day on another level than before, and nobody knows of an event: ask for the sensor's log.

use super::robust::median;
use crate::domain::order::put_in_order;
use crate::domain::{Calendar, CivilDate};

/// Days of each of the two windows that are compared.
pub const WINDOW_DAYS: i32 = 14;
/// Days of a window that must have a total.
pub const LEAST_DAYS: usize = 10;
/// Change of the median, as a share of the earlier one, that needs an explanation.
pub const LEAST_CHANGE: f64 = 0.4;
/// Days without a total that may lie between the windows: a sensor often comes back changed.
pub const MOST_DAYS_BETWEEN: i32 = 28;
/// Passages a day that one of the medians must reach: 30 pedestrians in place of 20 are the weather.
pub const LEAST_LEVEL: f64 = 50.0;

/// A new level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    /// The first day of the new level, as an index of the days that were given.
    pub day: usize,
    /// Median of the two weeks before and after.
    pub before: f64,
    pub after: f64,
}

/// The days from which on the median of two weeks differs by more than 40 % from that of the two weeks
/// before: |after − before| > 0.4 · before. `days` are those that have a total, by date; an event in either
/// window explains the change. The windows end and begin at a day with a total, with at most four weeks
/// between them. Of neighbouring days that all show the same change the one counts at which the days on
/// either side lie nearest to their medians: medians alone do not see a change of a few days more or less. So a change that is younger
/// than ten days may be placed some days early, or not be seen yet.
#[must_use]
pub fn level_shifts(days: &[(CivilDate, f64)], events: &[CivilDate]) -> Vec<Shift> {
    let mut events = events.to_vec();
    put_in_order(&mut events, &Ord::cmp);
    let mut shifts = Vec::new();
    let mut best: Option<Candidate> = None;
    let mut last: Option<Candidate> = None;
    for day in 1..days.len() {
        let Some(found) = candidate(days, day, &events) else {
            continue;
        };
        let is_same_change = last.is_some_and(|last| {
            found.date.days() - last.date.days() <= WINDOW_DAYS && found.is_rise() == last.is_rise()
        });
        best = match best {
            Some(best) if is_same_change => Some(if found.misfit < best.misfit {
                found
            } else {
                best
            }),
            _ => {
                shifts.extend(best.map(|best| best.shift));
                Some(found)
            }
        };
        last = Some(found);
    }
    shifts.extend(best.map(|best| best.shift));
    shifts
}

/// The days on which school holidays begin and end (the first day after), which explain a new level as an
/// event does. Holidays that are listed without their weekends are one.
#[must_use]
pub fn holiday_edges(calendar: &Calendar) -> Vec<CivilDate> {
    const WEEKEND: i32 = 2;
    let days: Vec<CivilDate> = calendar.school_holidays.keys().copied().collect();
    days.chunk_by(|this, next| next.days() - this.days() <= WEEKEND + 1)
        .filter_map(|holidays| Some([*holidays.first()?, holidays.last()?.plus_days(1)]))
        .flatten()
        .collect()
}

#[derive(Clone, Copy, Debug)]
struct Candidate {
    shift: Shift,
    date: CivilDate,
    /// Mean distance of the days of both windows from their medians.
    misfit: f64,
}

impl Candidate {
    fn is_rise(&self) -> bool {
        self.shift.after > self.shift.before
    }
}

fn candidate(days: &[(CivilDate, f64)], day: usize, events: &[CivilDate]) -> Option<Candidate> {
    let (past, future) = days.split_at_checked(day)?;
    let (last_before, first_after) = (past.last()?.0, future.first()?.0);
    if first_after.days() - last_before.days() - 1 > MOST_DAYS_BETWEEN {
        return None;
    }
    let (from, to) = (
        last_before.plus_days(1 - WINDOW_DAYS),
        first_after.plus_days(WINDOW_DAYS - 1),
    );
    let mut earlier: Vec<f64> = past
        .iter()
        .rev()
        .take_while(|(date, _)| *date >= from)
        .map(|(_, total)| *total)
        .collect();
    let mut later: Vec<f64> = future
        .iter()
        .take_while(|(date, _)| *date <= to)
        .map(|(_, total)| *total)
        .collect();
    if earlier.len() < LEAST_DAYS || later.len() < LEAST_DAYS {
        return None;
    }
    let (before, after) = (median(&mut earlier)?, median(&mut later)?);
    let is_shift =
        (after - before).abs() > LEAST_CHANGE * before && before.max(after) >= LEAST_LEVEL;
    let next_event = events.partition_point(|event| *event < from);
    let is_explained = events.get(next_event).is_some_and(|event| *event <= to);
    if !is_shift || is_explained {
        return None;
    }
    let distance = |values: &[f64], centre: f64| -> f64 {
        values.iter().map(|value| (value - centre).abs()).sum()
    };
    let misfit = (distance(&earlier, before) + distance(&later, after))
        / (earlier.len() + later.len()) as f64;
    Some(Candidate {
        shift: Shift { day, before, after },
        date: first_after,
        misfit,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> CivilDate {
        CivilDate::parse(text).unwrap()
    }

    /// Days from 2 March 2026 on, `None` where there is no total.
    fn days(totals: impl IntoIterator<Item = Option<f64>>) -> Vec<(CivilDate, f64)> {
        (0..)
            .zip(totals)
            .filter_map(|(i, total)| Some((date("2026-03-02").plus_days(i), total?)))
            .collect()
    }

    fn step(before: f64, after: f64) -> Vec<(CivilDate, f64)> {
        days([Some(before); 20].into_iter().chain([Some(after); 20]))
    }

    #[test]
    fn a_level_that_halves_is_found_on_its_first_day() {
        let found = level_shifts(&step(100.0, 50.0), &[]);
        let (before, after) = (100.0, 50.0);
        assert_eq!(
            found,
            [Shift {
                day: 20,
                before,
                after
            }]
        );
        let back: Vec<_> = days([100.0, 50.0, 100.0].into_iter().flat_map(|v| [Some(v); 20]));
        let found: Vec<usize> = level_shifts(&back, &[]).iter().map(|s| s.day).collect();
        assert_eq!(found, [20, 40]);
    }

    #[test]
    fn forty_per_cent_is_the_edge() {
        assert!(level_shifts(&step(100.0, 60.0), &[]).is_empty());
        assert_eq!(level_shifts(&step(100.0, 59.0), &[]).len(), 1);
        assert!(level_shifts(&step(100.0, 140.0), &[]).is_empty());
        assert_eq!(level_shifts(&step(100.0, 141.0), &[]).len(), 1);
        assert_eq!(level_shifts(&step(0.0, 60.0), &[]).len(), 1);
        assert!(level_shifts(&step(20.0, 49.0), &[]).is_empty(), "too few");
    }

    #[test]
    fn weekends_and_a_week_of_holidays_are_no_new_level() {
        let weekly = (0..60).map(|i| Some(if i % 7 < 5 { 100.0 } else { 20.0 }));
        assert!(level_shifts(&days(weekly), &[]).is_empty());
        let holidays = (0..60).map(|i| Some(if (28..34).contains(&i) { 10.0 } else { 100.0 }));
        assert!(level_shifts(&days(holidays), &[]).is_empty());
    }

    #[test]
    fn an_event_explains_the_change_and_one_long_before_does_not() {
        let days = step(100.0, 50.0);
        // The new level begins on 22 March.
        assert!(level_shifts(&days, &[date("2026-03-22")]).is_empty());
        assert_eq!(level_shifts(&days, &[date("2026-01-15")]).len(), 1);
    }

    #[test]
    fn holidays_begin_and_end_once_whether_weekends_are_listed_or_not() {
        let mut calendar = Calendar::default();
        // Two weeks from Monday 21 December 2026 on without the weekend, and one day in May.
        for day in (21..=25).chain(28..=31) {
            let date = CivilDate::new(2026, 12, day).unwrap();
            calendar.school_holidays.insert(date, String::new());
        }
        let may = date("2027-05-07");
        calendar.school_holidays.insert(may, String::new());
        let edges: Vec<String> = holiday_edges(&calendar)
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(
            edges,
            ["2026-12-21", "2027-01-01", "2027-05-07", "2027-05-08"]
        );
        assert!(holiday_edges(&Calendar::default()).is_empty());
    }

    #[test]
    fn a_change_across_a_gap_is_found_unless_the_gap_is_long_or_the_days_are_few() {
        let with_gap = |gap: usize, after: usize| {
            let totals = std::iter::repeat_n(Some(100.0), 14)
                .chain(std::iter::repeat_n(None, gap))
                .chain(std::iter::repeat_n(Some(30.0), after));
            level_shifts(&days(totals), &[])
        };
        assert_eq!(with_gap(28, 14).first().map(|s| s.day), Some(14));
        assert!(with_gap(29, 14).is_empty());
        assert_eq!(with_gap(3, 10).len(), 1);
        assert!(with_gap(3, 4).is_empty());
        assert!(level_shifts(&[], &[]).is_empty());
    }
}
