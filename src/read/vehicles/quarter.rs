//! What one file saw in a quarter of an hour.

use crate::domain::{Instant, Mode, Side};
use crate::table::{FineBins, SPEED_BINS_5};

type Bins = Box<[u32; SPEED_BINS_5]>;

/// Sums of one quarter of an hour. By side: without a direction (`Side::Both`), left, right.
#[derive(Debug)]
pub(super) struct Quarter {
    pub first_row: u64,
    pub first: Instant,
    pub last: Instant,
    /// Records by side.
    pub records: [u32; 3],
    counts: [[u32; 3]; 5],
    cars: [Option<Bins>; 3],
    bikes: [Option<Bins>; 3],
}

impl Quarter {
    pub(super) const fn new(at: Instant, row: u64) -> Self {
        Self {
            first_row: row,
            first: at,
            last: at,
            records: [0; 3],
            counts: [[0; 3]; 5],
            cars: [None, None, None],
            bikes: [None, None, None],
        }
    }

    pub(super) fn add(&mut self, at: Instant, side: Side, mode: Mode, speed: Option<f64>) {
        self.first = self.first.min(at);
        self.last = self.last.max(at);
        let cells = self.counts.get_mut(mode.index());
        let cells = [
            self.records.get_mut(side.index()),
            cells.and_then(|c| c.get_mut(side.index())),
        ];
        for cell in cells.into_iter().flatten() {
            *cell = cell.saturating_add(1);
        }
        let bins = match mode {
            Mode::Car => self.cars.get_mut(side.index()),
            Mode::Bike => self.bikes.get_mut(side.index()),
            _ => None,
        };
        if let Some((bins, speed)) = bins.zip(speed) {
            let bins = bins.get_or_insert_with(|| Box::new([0; SPEED_BINS_5]));
            // The last bin is open. Speeds are above 0 and at most 250.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let bin = ((speed / 5.0) as usize).min(SPEED_BINS_5 - 1);
            if let Some(cell) = bins.get_mut(bin) {
                *cell = cell.saturating_add(1);
            }
        }
    }

    pub(super) fn count(&self, mode: Mode, side: Side) -> f64 {
        let cell = self
            .counts
            .get(mode.index())
            .and_then(|c| c.get(side.index()));
        cell.copied().map_or(0.0, f64::from)
    }

    /// Adds the speeds of a mode to a histogram.
    pub(super) fn add_speeds(
        &self,
        mode: Mode,
        side: Side,
        scale: f64,
        sum: &mut Option<FineBins>,
    ) {
        let bins = match mode {
            Mode::Car => &self.cars,
            _ => &self.bikes,
        };
        let Some(bins) = bins.get(side.index()).and_then(Option::as_ref) else {
            return;
        };
        let sum = sum.get_or_insert([0.0; SPEED_BINS_5]);
        for (cell, n) in sum.iter_mut().zip(bins.iter()) {
            *cell += f64::from(*n) * scale;
        }
    }
}
