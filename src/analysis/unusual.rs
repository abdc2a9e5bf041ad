//! Hours that are not like their weekday and hour: robust z (definitions 4.5).
//!
//! z = (value − median) / (1.4826 · MAD), with median and median absolute deviation over the usable hours of
//! the same weekday and hour, public holidays left out; unusual where |z| > 3. Median and MAD instead of
//! mean and standard deviation, because the hours that are looked for would stretch those.
//! Where hours hardly differ, MAD is next to nothing and every passage would be unusual: the hour must also
//! be at least [`MIN_DIFFERENCE`] passages off, and the cell must have [`MIN_VALUES`] values.

use super::hours::Hours;
use super::median::median;
use crate::domain::order::put_in_order;
use crate::domain::{Mode, Side};
use crate::query::answer::{Typical, Unusual};

/// |z| above which an hour is unusual.
pub const LIMIT_Z: f64 = 3.0;
/// Makes MAD a standard deviation where values are normal.
pub const MAD_TO_SIGMA: f64 = 1.4826;
/// Passages by which an unusual hour differs at least.
pub const MIN_DIFFERENCE: f64 = 10.0;
/// Under this many values a cell does not say what is usual.
pub const MIN_VALUES: usize = 8;
/// How many are listed, the most unusual first.
const LISTED: usize = 30;

/// Medians of the 168 cells, Monday 0 o'clock first; how many hours are unusual; and the most unusual of them.
#[must_use]
pub fn unusual(hours: Hours<'_>, mode: Mode) -> (Vec<Option<Typical>>, u32, Vec<Unusual>) {
    let mut cells: Vec<Vec<f64>> = vec![Vec::new(); 168];
    let place = |weekday: usize, hour: u8| weekday * 24 + usize::from(hour);
    let of_weekdays = || {
        hours
            .values(mode, Side::Both)
            .filter(|(hour, _)| !hour.is_public_holiday)
    };
    for (hour, value) in of_weekdays() {
        if let Some(cell) = cells.get_mut(place(hour.weekday.index(), hour.hour)) {
            cell.push(value);
        }
    }
    let typical: Vec<Option<Typical>> = cells.iter_mut().map(|cell| typical(cell)).collect();
    let mut found: Vec<Unusual> = of_weekdays()
        .filter_map(|(hour, value)| {
            let usual = typical
                .get(place(hour.weekday.index(), hour.hour))
                .copied()
                .flatten()
                .filter(|usual| usual.hours as usize >= MIN_VALUES && usual.mad > 0.0)?;
            let z = (value - usual.median) / (MAD_TO_SIGMA * usual.mad);
            let is_unusual = z.abs() > LIMIT_Z && (value - usual.median).abs() >= MIN_DIFFERENCE;
            is_unusual.then_some(Unusual {
                date: hour.date,
                hour: hour.hour,
                value,
                median: usual.median,
                z,
            })
        })
        .collect();
    let all = u32::try_from(found.len()).unwrap_or(u32::MAX);
    put_in_order(&mut found, &|a, b| {
        b.z.abs()
            .total_cmp(&a.z.abs())
            .then(a.date.cmp(&b.date))
            .then(a.hour.cmp(&b.hour))
    });
    found.truncate(LISTED);
    (typical, all, found)
}

fn typical(values: &mut [f64]) -> Option<Typical> {
    let middle = median(values)?;
    let mut deviations: Vec<f64> = values.iter().map(|value| (value - middle).abs()).collect();
    Some(Typical {
        median: middle,
        mad: median(&mut deviations)?,
        hours: u32::try_from(values.len()).unwrap_or(u32::MAX),
    })
}
