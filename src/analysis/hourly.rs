//! Whole hours out of shorter intervals: quarters of an hour, five minutes.
//!
//! Of the intervals i of an hour, each of m_i minutes with uptime u_i (1 where none is published):
//! uptime = Σ m_i · u_i / 60, and per mode and side value = Σ v_i · 60 / Σ m_i over the intervals that
//! have a value. So an hour of which three quarters are there is scaled to the whole hour, as Telraam
//! scales by uptime (definitions 4.1), and is partial; where less than half an hour has a value the
//! hour is missing, never smaller. Speeds are added up bin by bin; a mean speed is weighed by cars.
//! The publisher's V85 of a part of an hour is no V85 of the hour and is left out.

use crate::domain::time::HOUR_MS;
use crate::domain::{Instant, Mode, Side};
use crate::table::{CountRow, CountTable};
use std::borrow::Cow;

/// An hour has a value where at least this many of its minutes have one.
pub const LEAST_MINUTES: u32 = 30;

/// The same counts by the hour; untouched where they are so already. Rows of one segment lie together, by time.
#[must_use]
pub fn whole_hours(table: &CountTable) -> Cow<'_, CountTable> {
    if table.minutes.iter().all(|minutes| *minutes == 60) {
        return Cow::Borrowed(table);
    }
    let mut hours = CountTable::new();
    for run in table.runs() {
        let mut start = run.start;
        while start < run.end {
            let hour = hour_of(table, start);
            let mut end = start + 1;
            while end < run.end && hour_of(table, end) == hour {
                end += 1;
            }
            let rows: Vec<CountRow> = (start..end).filter_map(|i| table.row(i)).collect();
            hours.push(&hour_row(hour, &rows));
            start = end;
        }
    }
    Cow::Owned(hours)
}

fn hour_of(table: &CountTable, row: usize) -> i64 {
    table
        .start
        .get(row)
        .map_or(0, |start| start.0.div_euclid(HOUR_MS))
}

fn hour_row(hour: i64, rows: &[CountRow]) -> CountRow {
    // A row of a whole hour stays as it is; of two the later one, as everywhere (rule Q9).
    if let Some(whole) = rows.iter().rev().find(|row| row.minutes == 60) {
        return whole.clone();
    }
    let Some(first) = rows.first() else {
        return CountRow::empty(
            crate::domain::SegmentId(String::new()),
            Instant(hour * HOUR_MS),
        );
    };
    let mut whole = CountRow::empty(first.segment.clone(), Instant(hour * HOUR_MS));
    whole.sensor = first.sensor;
    let minutes: u32 = rows.iter().map(|row| u32::from(row.minutes)).sum();
    let is_stated = rows.iter().any(|row| row.uptime.is_some());
    if is_stated || minutes < 60 {
        let counted: f64 = rows
            .iter()
            .map(|row| f64::from(row.minutes) * row.uptime.unwrap_or(1.0))
            .sum();
        whole.uptime = Some((counted / 60.0).min(1.0));
    }
    for mode in Mode::ALL {
        for side in Side::ALL {
            whole.set_volume(mode, side, scaled(rows, |row| row.volume(mode, side)));
        }
    }
    let cars = scale(rows, |row| row.volume(Mode::Car, Side::Both));
    let bikes = scale(rows, |row| row.volume(Mode::Bike, Side::Both));
    whole.speed_5 = added(rows, cars, |row| row.speed_5.as_ref());
    whole.speed_10 = added(rows, cars, |row| row.speed_10.as_ref());
    let [left, right] = &mut whole.speed_5_sides;
    *left = added(rows, cars, |row| row.speed_5_sides.first()?.as_ref());
    *right = added(rows, cars, |row| row.speed_5_sides.last()?.as_ref());
    whole.bike_speed_5 = added(rows, bikes, |row| row.bike_speed_5.as_ref());
    whole.mean_kmh = weighed(rows);
    whole
}

fn scaled(rows: &[CountRow], value: impl Fn(&CountRow) -> Option<f64>) -> Option<f64> {
    let factor = scale(rows, &value)?;
    Some(rows.iter().filter_map(value).sum::<f64>() * factor)
}

/// 60 / Σ m_i over the intervals that have a value; `None` where they are too few.
fn scale(rows: &[CountRow], value: impl Fn(&CountRow) -> Option<f64>) -> Option<f64> {
    let minutes: u32 = rows
        .iter()
        .filter(|row| value(row).is_some())
        .map(|row| u32::from(row.minutes))
        .sum();
    (minutes >= LEAST_MINUTES).then(|| 60.0 / f64::from(minutes))
}

/// Σ of the bins, scaled as the volumes of the same vehicles are.
fn added<'r, const N: usize>(
    rows: &'r [CountRow],
    factor: Option<f64>,
    bins: impl Fn(&'r CountRow) -> Option<&'r [f64; N]>,
) -> Option<[f64; N]> {
    let factor = factor?;
    let mut sum: Option<[f64; N]> = None;
    for bins in rows.iter().filter_map(bins) {
        let sum = sum.get_or_insert([0.0; N]);
        for (total, vehicles) in sum.iter_mut().zip(bins) {
            *total += vehicles * factor;
        }
    }
    sum
}

/// Mean of means, each with the weight of its cars; an interval without cars has no speed.
fn weighed(rows: &[CountRow]) -> Option<f64> {
    let (mut sum, mut cars) = (0.0, 0.0);
    for row in rows {
        if let Some((mean, n)) = row.mean_kmh.zip(row.volume(Mode::Car, Side::Both)) {
            sum += mean * n;
            cars += n;
        }
    }
    (cars > 0.0).then(|| sum / cars)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::SegmentId;

    fn quarter(minute: i64, bikes: Option<f64>) -> CountRow {
        let mut row = CountRow::empty(SegmentId("1".into()), Instant(minute * 60_000));
        row.minutes = 15;
        row.set_volume(Mode::Bike, Side::Both, bikes);
        row
    }

    fn hours(rows: &[CountRow]) -> Vec<CountRow> {
        let mut table = CountTable::new();
        for row in rows {
            table.push(row);
        }
        let hours = whole_hours(&table);
        (0..hours.len()).filter_map(|i| hours.row(i)).collect()
    }

    #[test]
    fn four_quarters_are_an_hour_and_three_are_scaled_and_partial() {
        let found = hours(&[
            quarter(0, Some(1.0)),
            quarter(15, Some(2.0)),
            quarter(30, Some(0.0)),
            quarter(45, Some(5.0)),
            quarter(60, Some(3.0)),
            quarter(75, Some(6.0)),
            quarter(105, Some(0.0)),
        ]);
        let bikes = |i: usize| found[i].volume(Mode::Bike, Side::Both);
        assert_eq!((bikes(0), found[0].uptime), (Some(8.0), None));
        assert_eq!((bikes(1), found[1].uptime), (Some(12.0), Some(0.75)));
        assert!(found.iter().all(|row| row.minutes == 60));
    }

    #[test]
    fn a_quarter_alone_is_too_little_for_an_hour() {
        let found = hours(&[
            quarter(0, Some(9.0)),
            quarter(60, None),
            quarter(75, Some(4.0)),
            quarter(90, Some(2.0)),
            quarter(105, None),
        ]);
        let bikes = |i: usize| found[i].volume(Mode::Bike, Side::Both);
        assert_eq!((bikes(0), found[0].uptime), (None, Some(0.25)));
        // Half an hour with a value, and all of it counted.
        assert_eq!((bikes(1), found[1].uptime), (Some(12.0), None));
    }

    #[test]
    fn speeds_are_added_and_means_weighed_by_cars() {
        let mut slow = quarter(0, None);
        slow.set_volume(Mode::Car, Side::Both, Some(30.0));
        slow.mean_kmh = Some(20.0);
        slow.speed_5 = Some([1.0; 25]);
        let mut fast = quarter(15, None);
        fast.set_volume(Mode::Car, Side::Both, Some(10.0));
        fast.mean_kmh = Some(40.0);
        fast.speed_5 = Some([2.0; 25]);
        fast.v85 = Some(50.0);
        let hour = &hours(&[slow, fast])[0];
        assert_eq!(hour.mean_kmh, Some(25.0));
        assert_eq!(hour.speed_5, Some([6.0; 25]), "3 cars in half an hour");
        assert_eq!((hour.v85, hour.uptime), (None, Some(0.5)));
        assert_eq!(hour.volume(Mode::Car, Side::Both), Some(80.0));
    }
}
