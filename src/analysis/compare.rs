//! Streets or periods beside each other: the mean working day of each over the same hours.
//!
//! total = Σ over the hours of the day h of the mean over months b of (Σ V_hb / n_hb). What is "the same hour" depends:
//! of streets in the same days it is the same hour of the same day, and all of them counted it (one b). Of periods it is
//! the same hour of the day in the same month of the year (b = 12), or of the day alone where the periods cover other
//! months. Hours in which a counter cannot tell modes apart, because it is dark, are left out: they would make a street
//! with a better counter look busier. Intervals are the weekly block bootstrap's (definitions 4.3); where all have the
//! same days they draw the same weeks, so that what happened everywhere in a week is no difference. The verdict is
//! that of definitions 4.7.

use super::bootstrap::{MIN_WEEKS, REPLICATES, draw};
use super::busy::{BEST_HOUR_RATIO, MIN_VALUES_PER_HOUR};
use super::civil::CivilDay;
use super::hours::{Dark, Hours};
use super::median::middle_95;
use super::period::Days;
use super::random::SplitMix64;
use crate::domain::time::HOUR_MS;
use crate::domain::{CivilDate, DayType, Device, Mode, SegmentId, Side};
use crate::query::plate::{Difference, Pairing, Verdict};

/// Under this share more or less nothing is called a difference (definitions 4.7).
pub const MARGIN: f64 = 0.05;
/// Fixed, so that the same question has the same answer.
const SEED: u64 = 0x434f_4d50_4152_4552;

/// The counts of one street in one period.
#[derive(Clone, Copy, Debug)]
pub struct Series<'a> {
    /// Of the period alone.
    pub hours: Hours<'a>,
    pub civil: &'a [CivilDay],
    pub segment: &'a SegmentId,
    pub devices: &'a [Device],
}

/// What comes of one of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mean {
    pub hours: u32,
    pub civil_hours: u32,
    pub value: Option<f64>,
    pub interval: Option<(f64, f64)>,
    /// Beside the first.
    pub difference: Option<Difference>,
}

/// An hour that may enter.
struct Passed {
    /// Hours since 1970.
    instant: i64,
    date: CivilDate,
    /// Month × 24 + hour of the day.
    cell: usize,
    value: f64,
}

/// Sums and numbers of values of one week, by cell.
struct Week {
    monday: CivilDate,
    cells: Vec<(f64, f64)>,
}

/// All by the same hours: the hours of the day, and of each series its mean, in order.
#[must_use]
pub fn compare(series: &[Series<'_>], mode: Mode, pairing: Pairing) -> (Vec<u8>, Vec<Mean>) {
    let mut passed: Vec<Vec<Passed>> = series
        .iter()
        .map(|one| passed(one.hours, mode, pairing))
        .collect();
    match pairing {
        Pairing::Instants => keep_common_instants(&mut passed),
        Pairing::Months | Pairing::HoursOfDay => keep_common_cells(&mut passed),
    }
    let hours_of_day = hours_of_day(&passed);
    for list in &mut passed {
        list.retain(|hour| {
            hours_of_day
                .iter()
                .any(|h| usize::from(*h) == hour.cell % 24)
        });
    }
    let weeks: Vec<Vec<Week>> = passed
        .iter()
        .map(|list| weeks_of(list, pairing == Pairing::Months))
        .collect();
    let draws = draws(&weeks, &hours_of_day, pairing == Pairing::Instants);
    let intervals: Vec<_> = draws.iter().map(|list| middle(list.clone())).collect();
    let first = series.first();
    let means = series.iter().enumerate().map(|(at, one)| {
        let list = weeks.get(at).map_or(&[][..], Vec::as_slice);
        let value = total(list.iter().map(|week| (1.0, week)), &hours_of_day);
        let difference = first.filter(|_| at > 0).and_then(|first| {
            let base = total(weeks.first()?.iter().map(|w| (1.0, w)), &hours_of_day)?;
            let ratios = ratios(draws.first()?, draws.get(at)?);
            let spread = middle(ratios)?;
            Some(difference(first, one, mode, value? / base - 1.0, spread))
        });
        Mean {
            hours: count(passed.get(at).map_or(0, Vec::len)),
            civil_hours: civil_hours(one, &hours_of_day),
            value,
            interval: intervals.get(at).copied().flatten(),
            difference: difference.filter(|d| d.share.is_finite()),
        }
    });
    let means = means.collect();
    (hours_of_day, means)
}

/// Which hours of the series can be the same.
#[must_use]
pub fn pairing(days: &[Days]) -> Pairing {
    let months = |days: &Days| {
        let mut months = 0_u16;
        let mut date = days.start;
        while date < days.end {
            let (year, month, _) = date.ymd();
            months |= 1 << month;
            let next = if month == 12 {
                CivilDate::new(year + 1, 1, 1)
            } else {
                CivilDate::new(year, month + 1, 1)
            };
            match next {
                Some(next) if months != 0b1_1111_1111_1110 => date = next,
                _ => break,
            }
        }
        months
    };
    let Some(first) = days.first() else {
        return Pairing::Instants;
    };
    if days.iter().all(|one| one == first) {
        Pairing::Instants
    } else if days.iter().all(|one| months(one) == months(first)) {
        Pairing::Months
    } else {
        Pairing::HoursOfDay
    }
}

fn passed(hours: Hours<'_>, mode: Mode, pairing: Pairing) -> Vec<Passed> {
    hours
        .values(mode, Side::Both)
        .filter(|(hour, _)| {
            hour.day_type == DayType::Working && (hour.dark == Dark::No || mode == Mode::Night)
        })
        .filter_map(|(hour, value)| {
            let (_, month, _) = hour.date.ymd();
            let month = match pairing {
                Pairing::Months => usize::from(month).checked_sub(1)?,
                _ => 0,
            };
            Some(Passed {
                instant: hours.table.start.get(hour.row)?.0.div_euclid(HOUR_MS),
                date: hour.date,
                cell: month * 24 + usize::from(hour.hour),
                value,
            })
        })
        .collect()
}

/// What was not counted in one is left out of all.
fn keep_common_instants(passed: &mut [Vec<Passed>]) {
    let lists: Vec<Vec<i64>> = passed
        .iter()
        .map(|list| list.iter().map(|hour| hour.instant).collect())
        .collect();
    for list in passed {
        list.retain(|hour| {
            lists
                .iter()
                .all(|other| other.binary_search(&hour.instant).is_ok())
        });
    }
}

/// Cells that each of the series knows from a few days.
fn keep_common_cells(passed: &mut [Vec<Passed>]) {
    let known: Vec<[u32; 12 * 24]> = passed.iter().map(|list| counts(list)).collect();
    for list in passed {
        list.retain(|hour| {
            known.iter().all(|counts| {
                counts
                    .get(hour.cell)
                    .is_some_and(|n| *n >= MIN_VALUES_PER_HOUR)
            })
        });
    }
}

fn counts<const N: usize>(list: &[Passed]) -> [u32; N] {
    let mut counts = [0; N];
    for hour in list {
        // With 24 cells the hour of the day alone.
        if let Some(count) = counts.get_mut(hour.cell % N) {
            *count += 1;
        }
    }
    counts
}

/// The hours of the day that all of them know well enough (as in `busy`).
fn hours_of_day(passed: &[Vec<Passed>]) -> Vec<u8> {
    let mut least = [u32::MAX; 24];
    for list in passed {
        for (least, n) in least.iter_mut().zip(counts::<24>(list)) {
            *least = (*least).min(n);
        }
    }
    let best = least.iter().copied().max().unwrap_or(0);
    (0_u8..)
        .zip(least)
        .filter(|(_, n)| {
            !passed.is_empty() && *n >= MIN_VALUES_PER_HOUR && *n * BEST_HOUR_RATIO >= best
        })
        .map(|(hour, _)| hour)
        .collect()
}

fn weeks_of(list: &[Passed], is_by_month: bool) -> Vec<Week> {
    let cells = if is_by_month { 12 * 24 } else { 24 };
    let mut weeks: Vec<Week> = Vec::new();
    for hour in list {
        let monday = hour.date.monday();
        if weeks.last().is_none_or(|week| week.monday != monday) {
            weeks.push(Week {
                monday,
                cells: vec![(0.0, 0.0); cells],
            });
        }
        if let Some((sum, n)) = weeks
            .last_mut()
            .and_then(|week| week.cells.get_mut(hour.cell))
        {
            *sum += hour.value;
            *n += 1.0;
        }
    }
    weeks
}

/// Σ over the hours of the mean over the months that have one; `None` where an hour has no value at all.
fn total<'a>(weeks: impl Iterator<Item = (f64, &'a Week)>, hours_of_day: &[u8]) -> Option<f64> {
    let mut all: Vec<(f64, f64)> = Vec::new();
    for (times, week) in weeks {
        all.resize(week.cells.len(), (0.0, 0.0));
        for ((sum, n), (more, count)) in all.iter_mut().zip(&week.cells) {
            *sum += times * more;
            *n += times * count;
        }
    }
    if hours_of_day.is_empty() {
        return None;
    }
    hours_of_day
        .iter()
        .map(|hour| {
            let of_hour = all.iter().skip(usize::from(*hour)).step_by(24);
            let (mut means, mut months) = (0.0, 0.0);
            for (sum, n) in of_hour.filter(|(_, n)| *n > 0.0) {
                means += sum / n;
                months += 1.0;
            }
            (months > 0.0).then_some(means / months)
        })
        .sum()
}

/// The totals of weeks drawn with replacement, a list per series; empty where there are too few weeks.
fn draws(weeks: &[Vec<Week>], hours_of_day: &[u8], is_together: bool) -> Vec<Vec<Option<f64>>> {
    let mut draws: Vec<Vec<Option<f64>>> = weeks.iter().map(|_| Vec::new()).collect();
    if weeks.iter().any(|list| list.len() < MIN_WEEKS) {
        return draws;
    }
    let mut random = SplitMix64::seeded(SEED);
    let mut times: Vec<u32> = Vec::new();
    for _ in 0..REPLICATES {
        for (at, (list, into)) in weeks.iter().zip(&mut draws).enumerate() {
            // The same hours are the same weeks: one draw for all.
            if at == 0 || !is_together {
                times.resize(list.len(), 0);
                draw(&mut random, &mut times);
            }
            let times = times.iter().map(|n| f64::from(*n));
            let drawn = times.zip(list).filter(|(n, _)| *n > 0.0);
            into.push(total(drawn, hours_of_day));
        }
    }
    draws
}

/// Nothing where more than a tenth of the draws have an hour without a value.
fn middle(draws: Vec<Option<f64>>) -> Option<(f64, f64)> {
    let mut known: Vec<f64> = draws.into_iter().flatten().collect();
    if known.len() * 10 < REPLICATES * 9 {
        return None;
    }
    middle_95(&mut known)
}

fn ratios(first: &[Option<f64>], other: &[Option<f64>]) -> Vec<Option<f64>> {
    let pairs = first.iter().zip(other);
    pairs
        .map(|(first, other)| {
            let first = first.filter(|first| *first > 0.0)?;
            Some((*other)? / first - 1.0)
        })
        .collect()
}

fn difference(
    first: &Series<'_>,
    other: &Series<'_>,
    mode: Mode,
    share: f64,
    (low, high): (f64, f64),
) -> Difference {
    // One counter errs in the same way in both periods: that is no difference.
    let is_same = first.segment == other.segment;
    let errors = [first, other].map(|one| error(one.devices, mode));
    let [of_first, of_other] = errors.map(|error| if is_same { 0.0 } else { error.unwrap_or(0.0) });
    let interval = (
        (1.0 + low) * (1.0 - of_other) / (1.0 + of_first) - 1.0,
        (1.0 + high) * (1.0 + of_other) / (1.0 - of_first) - 1.0,
    );
    Difference {
        share,
        interval,
        verdict: verdict(interval),
        is_error_unknown: !is_same && errors.contains(&None),
    }
}

/// The larger of the usual errors of what counts, as a share; `None` where one is not known.
fn error(devices: &[Device], mode: Mode) -> Option<f64> {
    let mut most = None;
    for device in devices {
        let (_, percent) = device.error_percent(mode)?;
        let share = f64::from(percent) / 100.0;
        most = Some(most.map_or(share, |most: f64| most.max(share)));
    }
    most
}

fn verdict((low, high): (f64, f64)) -> Verdict {
    if low > MARGIN {
        Verdict::More
    } else if high < -MARGIN {
        Verdict::Fewer
    } else if low >= -MARGIN && high <= MARGIN {
        Verdict::Alike
    } else {
        Verdict::Unclear
    }
}

/// Hours of working days by the clock, at these hours of the day.
fn civil_hours(series: &Series<'_>, hours_of_day: &[u8]) -> u32 {
    let days = series.civil.iter();
    days.filter(|day| day.day_type == DayType::Working)
        .map(|day| day.hours_among(hours_of_day))
        .sum()
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::civil::civil_days;
    use super::super::hours::{Hour, SegmentCounts, prepare};
    use super::*;
    use crate::domain::{Calendar, Instant, SensorGeneration, Zone};
    use crate::table::{CountRow, CountTable};

    /// Counts by the hour from Monday 1 January 2024 on; `None` is an hour without a row.
    struct Counted {
        table: CountTable,
        list: Vec<Hour>,
        civil: Vec<CivilDay>,
        segment: SegmentId,
    }

    fn counted(name: &str, days: i32, value: impl Fn(i32, u8) -> Option<f64>) -> Counted {
        let zone = Zone::parse("Europe/Brussels").expect("a zone");
        let start = CivilDate::parse("2024-01-01").expect("a day");
        let segment = SegmentId(name.into());
        let mut table = CountTable::new();
        for day in 0..days {
            for hour in 0..24_u8 {
                let at = zone.start_of_day(start.plus_days(day)).0 + i64::from(hour) * HOUR_MS;
                if let Some(cars) = value(day, hour) {
                    let mut row = CountRow::empty(segment.clone(), Instant(at));
                    row.sensor = Some(SensorGeneration::S2);
                    row.set_volume(Mode::Car, Side::Both, Some(cars));
                    row.set_volume(Mode::Bike, Side::Both, Some(1.0));
                    table.push(&row);
                }
            }
        }
        let calendar = Calendar::default();
        let counts = SegmentCounts::of_parts(&table, &table, zone, &calendar);
        let list = prepare(&counts).into_owned();
        let days = Days {
            start,
            end: start.plus_days(days),
        };
        let civil = civil_days(zone, &calendar, days);
        Counted {
            table,
            list,
            civil,
            segment,
        }
    }

    fn run(all: &[&Counted], devices: &[Device], pairing: Pairing) -> (Vec<u8>, Vec<Mean>) {
        let series: Vec<Series<'_>> = all
            .iter()
            .map(|one| Series {
                hours: Hours {
                    table: &one.table,
                    list: &one.list,
                },
                civil: &one.civil,
                segment: &one.segment,
                devices,
            })
            .collect();
        compare(&series, Mode::Car, pairing)
    }

    #[test]
    fn an_hour_that_one_street_lacks_counts_in_neither() {
        // The busy morning of every second day is missing in `b`; without pairing it would look calmer.
        let morning = |hour| if hour == 8 { 300.0 } else { 10.0 };
        let a = counted("a", 12 * 7, |day, hour| {
            Some(if day % 2 == 0 { 2.0 } else { 1.0 } * morning(hour))
        });
        let b = counted("b", 12 * 7, |day, hour| {
            (hour != 8 || day % 2 == 1)
                .then(|| if day % 2 == 0 { 2.0 } else { 1.0 } * morning(hour))
        });
        let (hours, means) = run(&[&a, &b], &[], Pairing::Instants);
        assert_eq!(hours.len(), 24);
        assert_eq!(means[0].value, means[1].value);
        assert_eq!(means[0].hours, means[1].hours);
        // 60 working days of 24 hours, less the 8 o'clock of the even ones: 30 of 60.
        assert_eq!((means[0].civil_hours, means[0].hours), (1440, 1410));
        let difference = means[1].difference.expect("a difference");
        assert_eq!((difference.share, difference.interval), (0.0, (0.0, 0.0)));
        assert_eq!(difference.verdict, Verdict::Alike);
        assert_eq!(means[0].difference, None);
    }

    #[test]
    fn two_counters_must_differ_by_more_than_they_may_err() {
        let steady = |cars: f64| move |_: i32, _: u8| Some(cars);
        let a = counted("a", 70, steady(100.0));
        for (cars, devices, expected, is_unknown) in [
            (110.0, &[Device::Telraam][..], Verdict::Unclear, false),
            (140.0, &[Device::Telraam], Verdict::More, false),
            (60.0, &[Device::Telraam], Verdict::Fewer, false),
            (110.0, &[Device::Overhead], Verdict::More, true),
            (102.0, &[Device::Overhead], Verdict::Alike, true),
        ] {
            let b = counted("b", 70, steady(cars));
            let (_, means) = run(&[&a, &b], devices, Pairing::Instants);
            let difference = means[1].difference.expect("a difference");
            assert_eq!(difference.verdict, expected, "{cars} {devices:?}");
            assert_eq!(difference.is_error_unknown, is_unknown);
            assert!((difference.share - (cars / 100.0 - 1.0)).abs() < 1e-12);
        }
        // By hand: 1.4 · 0.9 / 1.1 − 1 and 1.4 · 1.1 / 0.9 − 1.
        let b = counted("b", 70, steady(140.0));
        let (_, means) = run(&[&a, &b], &[Device::Telraam], Pairing::Instants);
        let (low, high) = means[1].difference.expect("a difference").interval;
        assert!((low - 0.145_454_545).abs() < 1e-6 && (high - 0.711_111_111).abs() < 1e-6);
    }

    #[test]
    fn few_weeks_have_a_mean_and_no_verdict() {
        let a = counted("a", 30, |_, _| Some(10.0));
        let b = counted("b", 30, |_, _| Some(90.0));
        let (_, means) = run(&[&a, &b], &[], Pairing::Instants);
        assert_eq!(means[1].value, Some(24.0 * 90.0));
        assert_eq!((means[1].interval, means[1].difference), (None, None));
        let (hours, means) = run(&[], &[], Pairing::Instants);
        assert!(hours.is_empty() && means.is_empty());
    }

    #[test]
    fn of_other_years_the_same_months_have_the_same_weight() {
        // February is twice as busy; the second series saw a week of it only.
        let month = |day: i32| if day < 31 { 10.0 } else { 20.0 };
        let a = counted("a", 31 + 29, |day, _| Some(month(day)));
        let b = counted("a", 31 + 29, |day, _| (day < 38).then(|| month(day)));
        let (_, means) = run(&[&a, &b], &[], Pairing::Months);
        assert_eq!(means[0].value, Some(24.0 * 15.0));
        assert_eq!(means[1].value, Some(24.0 * 15.0));
        let (_, means) = run(&[&a, &b], &[], Pairing::HoursOfDay);
        assert!(means[1].value < Some(24.0 * 13.0));
    }

    #[test]
    fn periods_are_the_same_days_or_months_or_neither() {
        let days = |start: &str, end: &str| Days {
            start: CivilDate::parse(start).expect("a day"),
            end: CivilDate::parse(end).expect("a day"),
        };
        let year = days("2024-01-01", "2025-01-01");
        for (other, expected) in [
            (year, Pairing::Instants),
            (days("2023-01-01", "2024-01-01"), Pairing::Months),
            (days("2022-03-05", "2023-03-04"), Pairing::Months),
            (days("2024-01-01", "2024-12-01"), Pairing::HoursOfDay),
        ] {
            assert_eq!(pairing(&[year, other]), expected, "{other:?}");
        }
        let spring = days("2024-03-01", "2024-06-01");
        assert_eq!(
            pairing(&[spring, days("2023-03-10", "2023-05-20")]),
            Pairing::Months
        );
    }
}
