//! The count table: one row per segment and interval.

use super::column::{Column, Histograms};
use crate::domain::order::order;
use crate::domain::{Instant, Mode, SegmentId, SensorGeneration, Side};
use std::collections::HashMap;

/// Telraam's fine histogram: 24 bins of 5 km/h and an open one from 120.
pub const SPEED_BINS_5: usize = 25;
/// Telraam's coarse histogram: 7 bins of 10 km/h and an open one from 70.
pub const SPEED_BINS_10: usize = 8;

/// Vehicles per 5 km/h bin.
pub type FineBins = [f64; SPEED_BINS_5];
/// Vehicles per 10 km/h bin.
pub type CoarseBins = [f64; SPEED_BINS_10];

/// One interval of one segment, as a reader hands it over. `None` is missing, never zero.
#[derive(Clone, Debug, PartialEq)]
pub struct CountRow {
    pub segment: SegmentId,
    /// Start of the interval.
    pub start: Instant,
    /// Length of the interval: 5, 15 or 60, or another whole part of an hour.
    pub minutes: u16,
    /// Share (0–1) of the interval that was counted; `None` where the source does not say.
    pub uptime: Option<f64>,
    pub sensor: Option<SensorGeneration>,
    /// Passages by mode and side, scaled up to the whole interval (divided by uptime) as Telraam publishes them.
    pub volumes: [[Option<f64>; 3]; 5],
    /// Cars per 5 km/h bin, scaled like `volumes`: share of the bin times cars.
    pub speed_5: Option<FineBins>,
    /// Cars per 10 km/h bin.
    pub speed_10: Option<CoarseBins>,
    /// Cars per 5 km/h bin to the left and to the right, where the source tells speeds by direction.
    pub speed_5_sides: [Option<FineBins>; 2],
    /// Bicycles per 5 km/h bin, where a source measures their speed.
    pub bike_speed_5: Option<FineBins>,
    /// Mean speed of cars, km/h, of sources that publish no distribution.
    pub mean_kmh: Option<f64>,
    /// The publisher's own 85th percentile, km/h.
    pub v85: Option<f64>,
}

impl CountRow {
    /// An hour about which nothing is known yet.
    #[must_use]
    pub fn empty(segment: SegmentId, start: Instant) -> Self {
        Self {
            segment,
            start,
            minutes: 60,
            uptime: None,
            sensor: None,
            volumes: [[None; 3]; 5],
            speed_5: None,
            speed_10: None,
            speed_5_sides: [None; 2],
            bike_speed_5: None,
            mean_kmh: None,
            v85: None,
        }
    }

    #[must_use]
    pub fn volume(&self, mode: Mode, side: Side) -> Option<f64> {
        self.volumes
            .get(mode.index())
            .and_then(|m| m.get(side.index()).copied().flatten())
    }

    pub fn set_volume(&mut self, mode: Mode, side: Side, value: Option<f64>) {
        if let Some(cell) = self
            .volumes
            .get_mut(mode.index())
            .and_then(|m| m.get_mut(side.index()))
        {
            *cell = value;
        }
    }
}

/// Columns of counts; row `i` of each column belongs together.
#[derive(Clone, Debug, Default)]
pub struct CountTable {
    /// The segments named by `segment`, in order of first appearance.
    pub segments: Vec<SegmentId>,
    index: HashMap<SegmentId, u32>,
    /// Index into `segments`.
    pub segment: Vec<u32>,
    /// Start of the interval.
    pub start: Vec<Instant>,
    pub minutes: Vec<u16>,
    pub uptime: Column,
    /// 0 where the generation is unknown.
    pub sensor: Vec<u8>,
    /// By `Mode::index() * 3 + Side::index()`.
    pub volumes: [Column; 15],
    /// Cars per 5 km/h bin.
    pub speed_5: Histograms<SPEED_BINS_5>,
    /// Cars per 10 km/h bin.
    pub speed_10: Histograms<SPEED_BINS_10>,
    /// Cars per 5 km/h bin to the left and to the right.
    pub speed_5_sides: [Histograms<SPEED_BINS_5>; 2],
    /// Bicycles per 5 km/h bin.
    pub bike_speed_5: Histograms<SPEED_BINS_5>,
    /// Mean speed of cars, km/h.
    pub mean_kmh: Column,
    pub v85: Column,
}

impl CountTable {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.start.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.start.is_empty()
    }

    /// The index of a segment, which is added when it is new.
    pub fn intern(&mut self, segment: &SegmentId) -> u32 {
        if let Some(&i) = self.index.get(segment) {
            return i;
        }
        let i = u32::try_from(self.segments.len()).unwrap_or(u32::MAX);
        self.segments.push(segment.clone());
        self.index.insert(segment.clone(), i);
        i
    }

    pub fn push(&mut self, row: &CountRow) {
        let i = self.len();
        let segment = self.intern(&row.segment);
        self.segment.push(segment);
        self.start.push(row.start);
        self.minutes.push(row.minutes);
        self.uptime.set(i, row.uptime);
        self.sensor
            .push(row.sensor.map_or(0, SensorGeneration::number));
        for (column, value) in self.volumes.iter_mut().zip(row.volumes.iter().flatten()) {
            column.set(i, *value);
        }
        self.speed_5.set(i, row.speed_5.as_ref());
        self.speed_10.set(i, row.speed_10.as_ref());
        for (column, bins) in self.speed_5_sides.iter_mut().zip(&row.speed_5_sides) {
            column.set(i, bins.as_ref());
        }
        self.bike_speed_5.set(i, row.bike_speed_5.as_ref());
        self.mean_kmh.set(i, row.mean_kmh);
        self.v85.set(i, row.v85);
    }

    /// Adds a row of a segment that is interned, about which nothing else is known yet; its number.
    /// For readers of many rows: they fill in the columns that their file has.
    pub fn push_blank(&mut self, segment: u32, start: Instant, minutes: u16) -> usize {
        let row = self.len();
        self.segment.push(segment);
        self.start.push(start);
        self.minutes.push(minutes);
        self.sensor.push(0);
        row
    }

    /// Puts the rows of another table behind those of this one.
    pub fn append(&mut self, other: &Self) {
        let rows = self.len();
        let places: Vec<u32> = other.segments.iter().map(|id| self.intern(id)).collect();
        let segments = other.segment.iter().map(|s| {
            let place = places.get(*s as usize);
            place.copied().unwrap_or(u32::MAX)
        });
        self.segment.extend(segments);
        self.start.extend_from_slice(&other.start);
        self.minutes.extend_from_slice(&other.minutes);
        self.sensor.extend_from_slice(&other.sensor);
        self.uptime.append(rows, &other.uptime);
        for (column, other) in self.volumes.iter_mut().zip(&other.volumes) {
            column.append(rows, other);
        }
        self.speed_5.append(rows, &other.speed_5);
        self.speed_10.append(rows, &other.speed_10);
        for (column, other) in self.speed_5_sides.iter_mut().zip(&other.speed_5_sides) {
            column.append(rows, other);
        }
        self.bike_speed_5.append(rows, &other.bike_speed_5);
        self.mean_kmh.append(rows, &other.mean_kmh);
        self.v85.append(rows, &other.v85);
    }

    /// The row as it was pushed, or `None` past the end.
    #[must_use]
    pub fn row(&self, i: usize) -> Option<CountRow> {
        let segment = self.segments.get(*self.segment.get(i)? as usize)?.clone();
        let mut row = CountRow::empty(segment, *self.start.get(i)?);
        row.minutes = *self.minutes.get(i)?;
        row.uptime = self.uptime.get(i);
        row.sensor = self.sensor(i);
        for (cell, column) in row.volumes.iter_mut().flatten().zip(&self.volumes) {
            *cell = column.get(i);
        }
        row.speed_5 = self.speed_5(i);
        row.speed_10 = self.speed_10(i);
        for (bins, column) in row.speed_5_sides.iter_mut().zip(&self.speed_5_sides) {
            *bins = column.get(i).copied();
        }
        row.bike_speed_5 = self.bike_speed_5.get(i).copied();
        row.mean_kmh = self.mean_kmh.get(i);
        row.v85 = self.v85.get(i);
        Some(row)
    }

    /// The same rows by segment and start. Rows with the same key keep their order.
    #[must_use]
    pub fn sorted(&self) -> Self {
        let name = |row: usize| {
            self.segment
                .get(row)
                .and_then(|s| self.segments.get(*s as usize))
        };
        let order = order(self.len(), &|a, b| {
            name(a)
                .cmp(&name(b))
                .then_with(|| self.start.get(a).cmp(&self.start.get(b)))
        });
        Self {
            segments: self.segments.clone(),
            index: self.index.clone(),
            segment: taken(&self.segment, &order),
            start: taken(&self.start, &order),
            minutes: taken(&self.minutes, &order),
            uptime: self.uptime.taken(&order),
            sensor: taken(&self.sensor, &order),
            volumes: self.volumes.each_ref().map(|column| column.taken(&order)),
            speed_5: self.speed_5.taken(&order),
            speed_10: self.speed_10.taken(&order),
            speed_5_sides: self
                .speed_5_sides
                .each_ref()
                .map(|column| column.taken(&order)),
            bike_speed_5: self.bike_speed_5.taken(&order),
            mean_kmh: self.mean_kmh.taken(&order),
            v85: self.v85.taken(&order),
        }
    }

    /// Whether the rows are in the order of `sorted` as they are.
    #[must_use]
    pub fn is_sorted(&self) -> bool {
        let name = |row: usize| {
            let segment = self.segment.get(row)?;
            self.segments.get(*segment as usize)
        };
        let runs = self.runs();
        let by_name = runs
            .windows(2)
            .all(|pair| matches!(pair, [a, b] if name(a.start) < name(b.start)));
        by_name
            && runs.into_iter().all(|run| {
                let start = self.start.get(run).unwrap_or_default();
                start.is_sorted()
            })
    }

    /// Row ranges of neighbouring rows that share a segment.
    #[must_use]
    pub fn runs(&self) -> Vec<std::ops::Range<usize>> {
        let mut start = 0;
        self.segment
            .chunk_by(PartialEq::eq)
            .map(|run| {
                let range = start..start + run.len();
                start = range.end;
                range
            })
            .collect()
    }

    #[must_use]
    pub fn sensor(&self, i: usize) -> Option<SensorGeneration> {
        self.sensor
            .get(i)
            .copied()
            .and_then(SensorGeneration::from_number)
    }

    #[must_use]
    pub fn volume(&self, mode: Mode, side: Side, i: usize) -> Option<f64> {
        self.volumes
            .get(mode.index() * 3 + side.index())
            .and_then(|column| column.get(i))
    }

    #[must_use]
    pub fn speed_5(&self, i: usize) -> Option<FineBins> {
        self.speed_5.get(i).copied()
    }

    #[must_use]
    pub fn speed_10(&self, i: usize) -> Option<CoarseBins> {
        self.speed_10.get(i).copied()
    }
}

fn taken<T: Copy>(values: &[T], order: &[usize]) -> Vec<T> {
    order
        .iter()
        .filter_map(|&i| values.get(i).copied())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_comes_back_as_it_was_pushed() {
        let mut row = CountRow::empty(SegmentId("9".into()), Instant(3_600_000));
        row.uptime = Some(0.73);
        row.sensor = Some(SensorGeneration::S2);
        row.set_volume(Mode::Car, Side::Both, Some(78.0));
        row.set_volume(Mode::Car, Side::Left, Some(0.0));
        row.speed_10 = Some([1.0, 2.0, 3.0, 0.0, 0.0, 0.0, 0.0, 0.5]);
        row.speed_5_sides = [None, Some([2.0; SPEED_BINS_5])];
        row.bike_speed_5 = Some([3.0; SPEED_BINS_5]);
        row.mean_kmh = Some(27.5);
        let blank = CountRow::empty(SegmentId("8".into()), Instant(0));
        let mut table = CountTable::new();
        table.push(&row);
        table.push(&blank);
        assert_eq!(table.row(0), Some(row));
        assert_eq!(table.row(1), Some(blank));
        assert_eq!(table.row(2), None);
        assert_eq!(
            table.volume(Mode::Bike, Side::Both, 0),
            None,
            "missing is not zero"
        );
    }

    #[test]
    fn tables_behind_each_other_are_the_rows_behind_each_other() {
        let row = |id: &str, hour: i64, cars: Option<f64>| {
            let mut row = CountRow::empty(SegmentId(id.into()), Instant(hour));
            row.set_volume(Mode::Car, Side::Both, cars);
            row.uptime = cars.map(|_| 0.5);
            row.speed_10 = cars.map(|cars| [cars; SPEED_BINS_10]);
            row
        };
        let rows = [
            row("a", 1, None),
            row("b", 2, Some(1.0)),
            row("b", 3, None),
            row("c", 4, Some(2.0)),
            row("a", 5, None),
        ];
        for cut in 0..=rows.len() {
            let of = |rows: &[CountRow]| {
                let mut table = CountTable::new();
                for row in rows {
                    table.push(row);
                }
                table
            };
            let mut table = of(&rows[..cut]);
            table.append(&of(&rows[cut..]));
            let found: Vec<_> = (0..=rows.len()).map_while(|i| table.row(i)).collect();
            assert_eq!(found, rows, "{cut}");
            assert!(!table.is_sorted() && table.sorted().is_sorted());
        }
    }
}
