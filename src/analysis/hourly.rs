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
use crate::table::column::Histograms;
use crate::table::{CountRow, CountTable};
use std::borrow::Cow;
use std::ops::Range;

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
            if let Some(row) = hour_row(
                hour,
                &Parts {
                    table,
                    rows: start..end,
                },
            ) {
                hours.push(&row);
            }
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

/// The rows of one hour: read in place, because a street may have a hundred thousand quarters.
struct Parts<'t> {
    table: &'t CountTable,
    rows: Range<usize>,
}

impl<'t> Parts<'t> {
    /// Minutes and value of each row that has one.
    fn values(
        &self,
        value: impl Fn(&'t CountTable, usize) -> Option<f64>,
    ) -> impl Iterator<Item = (u32, f64)> {
        let table = self.table;
        self.rows
            .clone()
            .filter_map(move |row| Some((minutes(table, row), value(table, row)?)))
    }

    fn volumes(&self, mode: Mode, side: Side) -> impl Iterator<Item = (u32, f64)> {
        self.values(move |table, row| table.volume(mode, side, row))
    }

    /// 60 / Σ m_i over the rows that have a value; `None` where they are too few.
    fn scale(&self, mode: Mode, side: Side) -> Option<f64> {
        let minutes: u32 = self.volumes(mode, side).map(|(minutes, _)| minutes).sum();
        (minutes >= LEAST_MINUTES).then(|| 60.0 / f64::from(minutes))
    }

    fn volume(&self, mode: Mode, side: Side) -> Option<f64> {
        let sum: f64 = self.volumes(mode, side).map(|(_, value)| value).sum();
        Some(sum * self.scale(mode, side)?)
    }

    /// Σ of the bins, scaled as the volumes of the same vehicles are.
    fn bins<const N: usize>(
        &self,
        column: &'t Histograms<N>,
        factor: Option<f64>,
    ) -> Option<[f64; N]> {
        let factor = factor?;
        let mut sum: Option<[f64; N]> = None;
        for bins in self.rows.clone().filter_map(|row| column.get(row)) {
            let sum = sum.get_or_insert([0.0; N]);
            for (total, vehicles) in sum.iter_mut().zip(bins) {
                *total += vehicles * factor;
            }
        }
        sum
    }

    /// Mean of means, each with the weight of its cars; an interval without cars has no speed.
    fn mean_kmh(&self) -> Option<f64> {
        let (mut sum, mut cars) = (0.0, 0.0);
        for row in self.rows.clone() {
            let n = self.table.volume(Mode::Car, Side::Both, row);
            if let Some((mean, n)) = self.table.mean_kmh.get(row).zip(n) {
                sum += mean * n;
                cars += n;
            }
        }
        (cars > 0.0).then(|| sum / cars)
    }

    /// The share of the hour that was counted; `None` where all of it was and nothing else is published.
    fn uptime(&self) -> Option<f64> {
        let table = self.table;
        let all: u32 = self.rows.clone().map(|row| minutes(table, row)).sum();
        let is_stated = self.rows.clone().any(|row| table.uptime.get(row).is_some());
        if !is_stated && all >= 60 {
            return None;
        }
        let counted: f64 = self
            .rows
            .clone()
            .map(|row| f64::from(minutes(table, row)) * table.uptime.get(row).unwrap_or(1.0))
            .sum();
        Some((counted / 60.0).min(1.0))
    }
}

fn minutes(table: &CountTable, row: usize) -> u32 {
    table.minutes.get(row).copied().map_or(0, u32::from)
}

fn hour_row(hour: i64, parts: &Parts<'_>) -> Option<CountRow> {
    let table = parts.table;
    // A row of a whole hour stays as it is; of two the later one, as everywhere (rule Q9).
    if let Some(whole) = parts
        .rows
        .clone()
        .rev()
        .find(|row| minutes(table, *row) == 60)
    {
        return table.row(whole);
    }
    let index = *table.segment.get(parts.rows.start)?;
    let segment = table.segments.get(usize::try_from(index).ok()?)?.clone();
    let mut whole = CountRow::empty(segment, Instant(hour * HOUR_MS));
    whole.sensor = table.sensor(parts.rows.start);
    whole.uptime = parts.uptime();
    for mode in Mode::ALL {
        for side in Side::ALL {
            whole.set_volume(mode, side, parts.volume(mode, side));
        }
    }
    let cars = parts.scale(Mode::Car, Side::Both);
    let bikes = parts.scale(Mode::Bike, Side::Both);
    whole.speed_5 = parts.bins(&table.speed_5, cars);
    whole.speed_10 = parts.bins(&table.speed_10, cars);
    let [left, right] = &table.speed_5_sides;
    whole.speed_5_sides = [parts.bins(left, cars), parts.bins(right, cars)];
    whole.bike_speed_5 = parts.bins(&table.bike_speed_5, bikes);
    whole.mean_kmh = parts.mean_kmh();
    Some(whole)
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
