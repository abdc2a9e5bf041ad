//! The trend of a series of months, free of seasons (definitions 4.5).
//!
//! Slope: the median of (v_b − v_a) / (years between a and b) over all pairs of the same calendar month
//! in different years, divided by the median of all months: +0.03 is 3 % of the level a year.
//! Pairs of unlike months are not formed, because January against July is season, not trend.
//! Source: Theil 1950 and Sen 1968 for the slope; Hirsch, Slack and Smith, "Techniques of trend
//! analysis for monthly water quality data", 1982, for the seasonal form.
//!
//! Interval: moving-block bootstrap of the residuals (Künsch 1989). What slope and season (mean per
//! calendar month) leave over is redrawn 1,000 times in blocks of six months, put on the fit again, and
//! the slope recomputed; 2.5th to 97.5th percentile. Residuals are scaled up first: by √(n / (n − p)),
//! p = seasons + 1, because a fit leaves less than there was (Davison and Hinkley 1997, 6.2), and by Student's
//! factor for the few blocks there are. On made series without a trend, of 24 to 48 months, neighbours
//! correlated by 0 to 0.3, the interval holds 0 in 92 to 99 of 100; without the factors in 82 to 92.

use super::bootstrap::REPLICATES;
use super::median::{median, middle_95};
use super::random::SplitMix64;
use crate::domain::order::put_in_order;
use crate::query::answer::Trend;

/// Under this many months with a value a trend cannot be told from season and chance.
pub const MIN_MONTHS: usize = 24;
/// Neighbouring months resemble each other: half a year is drawn at once.
const BLOCK: usize = 6;
const SEED: u64 = 0x5452_454E_4400_0001;

/// A month (years × 12 + month − 1) and its value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MonthValue {
    pub month: i32,
    pub value: f64,
}

impl MonthValue {
    fn years(self) -> f64 {
        f64::from(self.month) / 12.0
    }

    fn season(self) -> i32 {
        self.month.rem_euclid(12)
    }
}

/// `months` by time, each once. The level is the median month, or the mean where the median is 0;
/// a street on which nothing ever passed does not change.
#[must_use]
pub fn trend(months: &[MonthValue]) -> Trend {
    let n = u32::try_from(months.len()).unwrap_or(u32::MAX);
    let too_short = Trend::TooShort { months: n };
    if months.len() < MIN_MONTHS {
        return too_short;
    }
    let pairs = pairs_of(months);
    let values: Vec<f64> = months.iter().map(|month| month.value).collect();
    let Some(slope) = slope_of(&values, &pairs, &mut Vec::new()) else {
        return too_short;
    };
    let Some((low, high)) = interval_of(months, &pairs, slope) else {
        return too_short;
    };
    let level = level_of(months);
    let share = |change: f64| if level > 0.0 { change / level } else { 0.0 };
    Trend::Slope {
        per_year: share(slope),
        interval: (share(low), share(high)),
        months: n,
    }
}

fn level_of(months: &[MonthValue]) -> f64 {
    let mut values: Vec<f64> = months.iter().map(|m| m.value).collect();
    let mean = values.iter().sum::<f64>() / values.len().max(1) as f64;
    median(&mut values)
        .filter(|&level| level > 0.0)
        .unwrap_or(mean)
}

/// Indices of earlier and later month of each pair, and the years between them.
fn pairs_of(months: &[MonthValue]) -> Vec<(usize, usize, f64)> {
    let mut pairs = Vec::new();
    for (a, first) in months.iter().enumerate() {
        for (b, second) in months.iter().enumerate().skip(a + 1) {
            if first.season() == second.season() {
                pairs.push((a, b, second.years() - first.years()));
            }
        }
    }
    pairs
}

/// `slopes` is overwritten: a thousand times the same room.
fn slope_of(values: &[f64], pairs: &[(usize, usize, f64)], slopes: &mut Vec<f64>) -> Option<f64> {
    slopes.clear();
    slopes.extend(
        pairs
            .iter()
            .filter_map(|&(a, b, years)| Some((values.get(b)? - values.get(a)?) / years)),
    );
    median(slopes)
}

fn interval_of(
    months: &[MonthValue],
    pairs: &[(usize, usize, f64)],
    slope: f64,
) -> Option<(f64, f64)> {
    let fit = fit_of(months, slope)?;
    let mut residuals: Vec<f64> = months.iter().zip(&fit).map(|(m, f)| m.value - f).collect();
    let n = residuals.len();
    let mean = residuals.iter().sum::<f64>() / n as f64;
    let freedom = n.checked_sub(seasons_of(months).len() + 1)?;
    if freedom == 0 {
        return None;
    }
    let scale = (n as f64 / freedom as f64).sqrt() * t_factor((n / BLOCK - 1) as f64);
    for residual in &mut residuals {
        *residual = (*residual - mean) * scale;
    }
    let mut random = SplitMix64::seeded(SEED);
    let mut slopes = Vec::with_capacity(REPLICATES);
    let (mut redrawn, mut room) = (vec![0.0; n], Vec::new());
    for _ in 0..REPLICATES {
        let mut block: &[f64] = &[];
        for (value, fitted) in redrawn.iter_mut().zip(&fit) {
            if block.is_empty() {
                let start = random.below((n + 1).saturating_sub(BLOCK));
                block = residuals.get(start..start + BLOCK)?;
            }
            let (residual, rest) = block.split_first()?;
            *value = fitted + residual;
            block = rest;
        }
        slopes.extend(slope_of(&redrawn, pairs, &mut room));
    }
    middle_95(&mut slopes)
}

/// t₀.₉₇₅ with `freedom` degrees over 1.96, by the Cornish–Fisher expansion.
fn t_factor(freedom: f64) -> f64 {
    1.0 + 1.2104 / freedom + 1.4390 / (freedom * freedom)
}

/// Season plus slope: per calendar month the mean of what the slope leaves over. Not the median: of three
/// years it is one of them, and its residual of exactly 0 would make the months look calmer than they are.
fn fit_of(months: &[MonthValue], slope: f64) -> Option<Vec<f64>> {
    let mut levels: Vec<(i32, f64)> = Vec::new();
    for season in seasons_of(months) {
        let (mut sum, mut n) = (0.0, 0.0);
        for month in months.iter().filter(|m| m.season() == season) {
            sum += month.value - slope * month.years();
            n += 1.0;
        }
        levels.push((season, sum / n));
    }
    months
        .iter()
        .map(|m| {
            let (_, level) = levels.iter().find(|(season, _)| *season == m.season())?;
            Some(level + slope * m.years())
        })
        .collect()
}

fn seasons_of(months: &[MonthValue]) -> Vec<i32> {
    let mut seasons: Vec<i32> = months.iter().map(|m| m.season()).collect();
    put_in_order(&mut seasons, &Ord::cmp);
    seasons.dedup();
    seasons
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEASON: [f64; 12] = [
        80.0, 85.0, 95.0, 100.0, 110.0, 115.0, 70.0, 75.0, 120.0, 110.0, 100.0, 80.0,
    ];

    fn months(n: i32, value: impl Fn(i32) -> f64) -> Vec<MonthValue> {
        (0..n)
            .map(|i| MonthValue {
                month: 2023 * 12 + i,
                value: value(i),
            })
            .collect()
    }

    fn season(i: i32) -> f64 {
        SEASON[usize::try_from(i % 12).unwrap()]
    }

    /// −3 to 3 in a fixed disorder that does not repeat with the months.
    fn noise(i: i32) -> f64 {
        let mut random = SplitMix64::seeded(u64::from(i.unsigned_abs()));
        f64::from(u8::try_from(random.below(7)).unwrap()) - 3.0
    }

    #[test]
    fn fewer_than_24_months_are_too_short() {
        assert_eq!(trend(&months(23, season)), Trend::TooShort { months: 23 });
        assert_eq!(trend(&[]), Trend::TooShort { months: 0 });
    }

    #[test]
    fn where_nothing_passes_nothing_changes() {
        let still = |months| Trend::Slope {
            per_year: 0.0,
            interval: (0.0, 0.0),
            months,
        };
        assert_eq!(trend(&months(36, |_| 0.0)), still(36));
        // One car in one month of three years: a level of 0.03, and no pair that says so twice.
        let rare = trend(&months(36, |i| if i == 20 { 1.0 } else { 0.0 }));
        assert!(
            matches!(rare, Trend::Slope { per_year, .. } if per_year == 0.0),
            "{rare:?}"
        );
    }

    #[test]
    fn season_alone_is_no_trend() {
        let Trend::Slope {
            per_year,
            interval,
            months,
        } = trend(&months(36, season))
        else {
            panic!("36 months are enough");
        };
        assert_eq!((per_year, months), (0.0, 36));
        assert!(interval.0.abs() < 1e-12 && interval.1.abs() < 1e-12);
    }

    #[test]
    fn six_cars_more_a_year_are_found_under_the_season() {
        // Half a car more each month: 6 a year on a level of 103.
        let series = months(30, |i| season(i) + f64::from(i) / 2.0);
        let Trend::Slope { per_year, .. } = trend(&series) else {
            panic!("30 months are enough");
        };
        let mut values: Vec<f64> = series.iter().map(|m| m.value).collect();
        let level = median(&mut values).unwrap();
        assert!((per_year - 6.0 / level).abs() < 1e-9, "{per_year}");
    }

    #[test]
    fn one_wild_month_does_not_make_a_trend() {
        let series = months(36, |i| season(i) + if i == 30 { 900.0 } else { noise(i) });
        let Trend::Slope {
            per_year, interval, ..
        } = trend(&series)
        else {
            panic!("36 months are enough");
        };
        assert!(per_year.abs() < 0.03, "{per_year}");
        assert!(interval.0 <= 0.0 && interval.1 >= 0.0, "{interval:?}");
    }

    #[test]
    fn streets_without_a_trend_get_an_interval_that_holds_zero() {
        let mut random = SplitMix64::seeded(7);
        let mut holds = 0;
        for _ in 0..100 {
            let mut left = 0.0;
            let series = months(30, |_| 0.0)
                .into_iter()
                .map(|m| {
                    let sum: usize = (0..4).map(|_| random.below(100)).sum();
                    left = 0.3 * left + sum as f64 - 198.0;
                    MonthValue {
                        value: 1000.0 + left,
                        ..m
                    }
                })
                .collect::<Vec<_>>();
            if let Trend::Slope { interval, .. } = trend(&series) {
                holds += u32::from(interval.0 <= 0.0 && interval.1 >= 0.0);
            }
        }
        assert!((90..=99).contains(&holds), "{holds} of 100");
    }

    #[test]
    fn the_interval_widens_with_the_noise_and_holds_the_slope() {
        let width = |factor: f64| {
            let series = months(36, |i| season(i) + f64::from(i) + factor * noise(i));
            let Trend::Slope {
                per_year,
                interval: (low, high),
                ..
            } = trend(&series)
            else {
                panic!("36 months are enough");
            };
            assert!(
                low <= per_year && per_year <= high,
                "{low} {per_year} {high}"
            );
            high - low
        };
        assert!(width(8.0) > 2.0 * width(2.0));
        assert!(width(2.0) > 0.0);
    }
}
