//! What rules Q3 to Q6 find in the hours of one segment and mode.

use super::Rule;
use super::daylight::{ALWAYS_LIGHT, light_hours};
use super::level_shift::level_shifts;
use super::robust::median;
use super::spike::spikes;
use super::stuck::{is_chance, stuck_runs};
use super::typical::{Typical, typical_of};
use super::zero_run::zero_runs;
use crate::domain::order::put_in_order;
use crate::domain::time::HOUR_MS;
use crate::domain::{CivilDate, Instant};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The hours of one segment and mode, by time; position `i` of each slice belongs together.
/// Hours that must not enter a judgement (Q1, Q2) have no value; those without a row may be left out.
#[derive(Clone, Copy, Debug)]
pub struct Series<'a> {
    pub start: &'a [Instant],
    /// Civil date and hour (0–23) of the start.
    pub date: &'a [CivilDate],
    pub hour: &'a [u8],
    /// Passages in the hour.
    pub value: &'a [Option<f64>],
}

/// Hours that somebody should look at. It accuses nobody: a fair or a closed road look the same.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Suspicion {
    pub rule: Rule,
    /// Position in the series of the first hour.
    pub first: usize,
    /// Position of the last hour, which belongs to it.
    pub last: usize,
    /// What was counted: 0 (Q3), the repeated value (Q4), the highest (Q5),
    /// the median day of the two weeks from here on (Q6), hours 9 to 14 only.
    pub value: f64,
    /// What is usual: the median by hour of the week over the hours that are meant (Q3, Q4), that of the
    /// highest hour (Q5), the median day of the two weeks before (Q6). `None`: too few hours to say.
    pub typical: Option<f64>,
}

/// Runs Q3 to Q6 over the hours of one segment and mode. `events` are the days on which something is known
/// to have changed, in the street or at the sensor: they explain a new level (Q6).
///
/// In time order; spikes of neighbouring hours are one suspicion. A new level is reported on its first day.
/// Daily totals of Q6 are over the hours 9 to 14, all of them counted: it is light then all year, so that
/// sensors that are blind in the dark and those that are not are judged alike, and the length of the day
/// is not taken for a new level. Takes n log n time.
#[must_use]
pub fn examine(series: &Series<'_>, events: &[CivilDate]) -> Vec<Suspicion> {
    let typical = typical_of(series.date, series.hour, series.value);
    let mut found = zeros(series, &typical);
    found.extend(repeats(series, &typical));
    found.extend(peaks(series, &typical));
    found.extend(new_levels(series, events));
    let place = |found: &Suspicion| (found.first, found.last, found.rule);
    put_in_order(&mut found, &|a, b| place(a).cmp(&place(b)));
    found
}

fn zeros(series: &Series<'_>, typical: &[Option<Typical>]) -> Vec<Suspicion> {
    let mut is_daylight = Vec::with_capacity(series.hour.len());
    for day in series.date.chunk_by(PartialEq::eq) {
        let light = day.first().and_then(|date| light_hours(*date));
        let hours = series.hour.iter().skip(is_daylight.len()).take(day.len());
        is_daylight
            .extend(hours.map(|hour| light.as_ref().is_some_and(|light| light.contains(hour))));
    }
    let usual: Vec<Option<f64>> = typical.iter().map(|t| t.map(|t| t.median)).collect();
    zero_runs(series.value, &is_daylight, &usual)
        .into_iter()
        .map(|run| suspicion(Rule::Q3ZeroRun, &run, 0.0, median_of(&run, typical)))
        .collect()
}

fn repeats(series: &Series<'_>, typical: &[Option<Typical>]) -> Vec<Suspicion> {
    let mut found = Vec::new();
    let mut offset = 0;
    // Rows that follow one another in the table need not do so in time.
    for hours in series
        .start
        .chunk_by(|a, b| b.0.checked_sub(a.0) == Some(HOUR_MS))
    {
        let values = series
            .value
            .get(offset..offset + hours.len())
            .unwrap_or_default();
        for run in stuck_runs(values) {
            let Some(value) = values.get(run.start).copied().flatten() else {
                continue;
            };
            if !is_chance(value, run.len()) {
                let run = offset + run.start..offset + run.end;
                let usual = median_of(&run, typical);
                found.push(suspicion(Rule::Q4Stuck, &run, value, usual));
            }
        }
        offset += hours.len();
    }
    found
}

fn peaks(series: &Series<'_>, typical: &[Option<Typical>]) -> Vec<Suspicion> {
    let mut found: Vec<Suspicion> = Vec::new();
    for i in spikes(series.value, typical) {
        let Some(value) = series.value.get(i).copied().flatten() else {
            continue;
        };
        let usual = typical.get(i).copied().flatten().map(|t| t.median);
        match found.last_mut() {
            Some(last) if last.last + 1 == i => {
                last.last = i;
                if value > last.value {
                    (last.value, last.typical) = (value, usual);
                }
            }
            _ => found.push(suspicion(Rule::Q5Spike, &(i..i + 1), value, usual)),
        }
    }
    found
}

fn new_levels(series: &Series<'_>, events: &[CivilDate]) -> Vec<Suspicion> {
    let (days, hours) = light_days(series);
    level_shifts(&days, events)
        .into_iter()
        .filter_map(|shift| {
            let hours = hours.get(shift.day)?;
            Some(suspicion(
                Rule::Q6LevelShift,
                hours,
                shift.after,
                Some(shift.before),
            ))
        })
        .collect()
}

/// The days of which all hours from 9 to 14 were counted: their totals, and the hours of each in the series.
fn light_days(series: &Series<'_>) -> (Vec<(CivilDate, f64)>, Vec<Range<usize>>) {
    let (first, last) = ALWAYS_LIGHT;
    let (mut totals, mut places) = (Vec::new(), Vec::new());
    let mut offset = 0;
    for day in series.date.chunk_by(PartialEq::eq) {
        let place = offset..offset + day.len();
        offset = place.end;
        let hours = series.hour.get(place.clone()).unwrap_or_default();
        let values = series.value.get(place.clone()).unwrap_or_default();
        let light: Vec<f64> = hours
            .iter()
            .zip(values)
            .filter(|(hour, _)| (first..=last).contains(*hour))
            .filter_map(|(_, value)| *value)
            .collect();
        if let Some(date) = day.first()
            && light.len() == usize::from(last - first) + 1
        {
            totals.push((*date, light.iter().sum()));
            places.push(place);
        }
    }
    (totals, places)
}

/// Median of what is usual over some hours.
fn median_of(hours: &Range<usize>, typical: &[Option<Typical>]) -> Option<f64> {
    let mut known: Vec<f64> = typical
        .get(hours.clone())?
        .iter()
        .flatten()
        .map(|usual| usual.median)
        .collect();
    median(&mut known)
}

/// `hours` is not empty.
fn suspicion(rule: Rule, hours: &Range<usize>, value: f64, typical: Option<f64>) -> Suspicion {
    Suspicion {
        rule,
        first: hours.start,
        last: hours.end.saturating_sub(1),
        value,
        typical,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Twelve weeks of hours from Monday 2 March 2026 on, in UTC, without a clock change.
    struct Weeks {
        start: Vec<Instant>,
        date: Vec<CivilDate>,
        hour: Vec<u8>,
        value: Vec<Option<f64>>,
    }

    /// Passages in the hour of the day: nothing at night, most at eight and at five; never the same twice.
    const DAY: [f64; 24] = [
        0.0, 0.0, 0.0, 0.0, 1.0, 4.0, 15.0, 40.0, 90.0, 50.0, 42.0, 44.0, 51.0, 49.0, 52.0, 61.0,
        72.0, 88.0, 70.0, 45.0, 30.0, 18.0, 9.0, 2.0,
    ];

    impl Weeks {
        fn new() -> Self {
            let monday = CivilDate::parse("2026-03-02").unwrap();
            let mut weeks = Self {
                start: Vec::new(),
                date: Vec::new(),
                hour: Vec::new(),
                value: Vec::new(),
            };
            for day in 0..12 * 7 {
                for (hour, passages) in (0_u8..).zip(DAY) {
                    let date = monday.plus_days(day);
                    let hours = i64::from(date.days()) * 24 + i64::from(hour);
                    weeks.start.push(Instant(hours * HOUR_MS));
                    weeks.date.push(date);
                    weeks.hour.push(hour);
                    // One more in odd weeks, so that there is a spread.
                    weeks.value.push(Some(passages + f64::from(day / 7 % 2)));
                }
            }
            weeks
        }

        fn set(&mut self, hours: Range<usize>, value: Option<f64>) {
            self.value[hours].fill(value);
        }

        fn examine(&self) -> Vec<Suspicion> {
            self.examine_with(&[])
        }

        fn examine_with(&self, events: &[CivilDate]) -> Vec<Suspicion> {
            let series = Series {
                start: &self.start,
                date: &self.date,
                hour: &self.hour,
                value: &self.value,
            };
            examine(&series, events)
        }
    }

    fn told(found: &[Suspicion]) -> Vec<(&'static str, usize, usize)> {
        found
            .iter()
            .map(|s| (s.rule.id(), s.first, s.last))
            .collect()
    }

    #[test]
    fn twelve_plain_weeks_raise_no_suspicion() {
        assert!(Weeks::new().examine().is_empty());
        let nothing = Series {
            start: &[],
            date: &[],
            hour: &[],
            value: &[],
        };
        assert!(examine(&nothing, &[]).is_empty());
    }

    #[test]
    fn each_rule_finds_its_fault_and_they_come_in_time_order() {
        let mut weeks = Weeks::new();
        // Tuesday of the third week from 13 h to Wednesday 12 h: nothing at all.
        let outage = (15 * 24 + 13)..(16 * 24 + 13);
        weeks.set(outage.clone(), Some(0.0));
        // Two spikes side by side in the fifth week, and a stuck counter in the second.
        weeks.set(30 * 24 + 10..30 * 24 + 11, Some(900.0));
        weeks.set(30 * 24 + 11..30 * 24 + 12, Some(1_200.0));
        weeks.set(8 * 24 + 14..8 * 24 + 18, Some(55.0));
        let found = weeks.examine();
        assert_eq!(
            told(&found),
            [
                ("Q4", 8 * 24 + 14, 8 * 24 + 17),
                // In March it is light until 16 h: the hours from 13 to 16, and from 9 to 12 of the next day.
                ("Q3", outage.start, outage.end - 1),
                ("Q5", 30 * 24 + 10, 30 * 24 + 11),
            ]
        );
        assert_eq!(found[2].value, 1_200.0);
        // Twelve Wednesdays at 11 h: the outage's 0, four of 44, six of 45, the spike.
        assert_eq!(found[2].typical, Some(45.0));
        assert_eq!((found[1].value, found[0].value), (0.0, 55.0));
    }

    #[test]
    fn hours_that_are_missing_are_never_suspected() {
        let mut weeks = Weeks::new();
        weeks.set(15 * 24..25 * 24, None);
        assert!(weeks.examine().is_empty());
        weeks.set(0..12 * 7 * 24, None);
        assert!(weeks.examine().is_empty());
    }

    #[test]
    fn a_new_level_is_told_on_its_first_day_unless_an_event_explains_it() {
        let mut weeks = Weeks::new();
        for value in weeks.value.iter_mut().skip(6 * 7 * 24).flatten() {
            *value *= 0.5;
        }
        let found = weeks.examine();
        assert_eq!(told(&found), [("Q6", 6 * 7 * 24, 6 * 7 * 24 + 23)]);
        // 50 + 42 + 44 + 51 + 49 + 52 = 288; 6 more in odd weeks: medians of 7 days of each are halfway.
        assert_eq!(found[0].typical, Some(291.0));
        assert_eq!(found[0].value, 145.5);
        let event = weeks.date[6 * 7 * 24];
        assert!(weeks.examine_with(&[event]).is_empty());
    }

    #[test]
    fn equal_values_on_both_sides_of_a_gap_are_not_stuck() {
        let mut weeks = Weeks::new();
        weeks.set(8 * 24 + 12..8 * 24 + 18, Some(55.0));
        assert_eq!(weeks.examine().len(), 1);
        // Without the two rows in the middle there are twice two equal hours.
        for i in [8 * 24 + 15, 8 * 24 + 14] {
            weeks.start.remove(i);
            weeks.date.remove(i);
            weeks.hour.remove(i);
            weeks.value.remove(i);
        }
        assert!(weeks.examine().is_empty());
    }
}
