//! The count table: one row per segment and interval.

use crate::domain::{Instant, Mode, SegmentId, SensorGeneration, Side};
use std::collections::HashMap;

/// Telraam's fine histogram: 24 bins of 5 km/h and an open one from 120.
pub const SPEED_BINS_5: usize = 25;
/// Telraam's coarse histogram: 7 bins of 10 km/h and an open one from 70.
pub const SPEED_BINS_10: usize = 8;

/// One interval of one segment, as a reader hands it over. `None` is missing, never zero.
#[derive(Clone, Debug, PartialEq)]
pub struct CountRow {
    pub segment: SegmentId,
    /// Start of the interval.
    pub start: Instant,
    /// Length of the interval.
    pub minutes: u16,
    /// Share (0–1) of the interval that was counted; `None` where the source does not say.
    pub uptime: Option<f64>,
    pub sensor: Option<SensorGeneration>,
    /// Passages by mode and side, scaled up to the whole interval (divided by uptime) as Telraam publishes them.
    pub volumes: [[Option<f64>; 3]; 5],
    /// Cars per 5 km/h bin, scaled like `volumes`: share of the bin times cars.
    pub speed_5: Option<[f64; SPEED_BINS_5]>,
    /// Cars per 10 km/h bin.
    pub speed_10: Option<[f64; SPEED_BINS_10]>,
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

/// A column of numbers in which some are missing. Missing is NaN inside and `None` outside.
#[derive(Clone, Debug, Default)]
pub struct Column(pub(crate) Vec<f64>);

impl Column {
    #[must_use]
    pub fn get(&self, row: usize) -> Option<f64> {
        self.0.get(row).copied().filter(|v| !v.is_nan())
    }

    pub fn push(&mut self, value: Option<f64>) {
        self.0.push(value.unwrap_or(f64::NAN));
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
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
    /// Row after row of `SPEED_BINS_5` cars; a row without speeds is all NaN.
    pub speed_5: Vec<f64>,
    /// Row after row of `SPEED_BINS_10` cars; a row without speeds is all NaN.
    pub speed_10: Vec<f64>,
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
        let segment = self.intern(&row.segment);
        self.segment.push(segment);
        self.start.push(row.start);
        self.minutes.push(row.minutes);
        self.uptime.push(row.uptime);
        self.sensor
            .push(row.sensor.map_or(0, SensorGeneration::number));
        for (column, value) in self.volumes.iter_mut().zip(row.volumes.iter().flatten()) {
            column.push(*value);
        }
        match &row.speed_5 {
            Some(bins) => self.speed_5.extend_from_slice(bins),
            None => self.speed_5.extend([f64::NAN; SPEED_BINS_5]),
        }
        match &row.speed_10 {
            Some(bins) => self.speed_10.extend_from_slice(bins),
            None => self.speed_10.extend([f64::NAN; SPEED_BINS_10]),
        }
        self.v85.push(row.v85);
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
        let mut order: Vec<usize> = (0..self.len()).collect();
        order.sort_by(|&a, &b| {
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
            uptime: Column(taken(&self.uptime.0, &order)),
            sensor: taken(&self.sensor, &order),
            volumes: std::array::from_fn(|i| {
                self.volumes
                    .get(i)
                    .map(|column| Column(taken(&column.0, &order)))
                    .unwrap_or_default()
            }),
            speed_5: taken_bins(&self.speed_5, SPEED_BINS_5, &order),
            speed_10: taken_bins(&self.speed_10, SPEED_BINS_10, &order),
            v85: Column(taken(&self.v85.0, &order)),
        }
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
    pub fn speed_5(&self, i: usize) -> Option<[f64; SPEED_BINS_5]> {
        bins(&self.speed_5, i)
    }

    #[must_use]
    pub fn speed_10(&self, i: usize) -> Option<[f64; SPEED_BINS_10]> {
        bins(&self.speed_10, i)
    }
}

fn taken<T: Copy>(values: &[T], order: &[usize]) -> Vec<T> {
    order
        .iter()
        .filter_map(|&i| values.get(i).copied())
        .collect()
}

fn taken_bins(flat: &[f64], bins: usize, order: &[usize]) -> Vec<f64> {
    order
        .iter()
        .filter_map(|&i| flat.get(i * bins..(i + 1) * bins))
        .flatten()
        .copied()
        .collect()
}

fn bins<const N: usize>(flat: &[f64], i: usize) -> Option<[f64; N]> {
    let slice: [f64; N] = flat.get(i * N..(i + 1) * N)?.try_into().ok()?;
    if slice.iter().any(|v| v.is_nan()) {
        None
    } else {
        Some(slice)
    }
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
}
