//! A table's columns of numbers under their published names, for who writes them elsewhere.

use super::column::{Column, Histograms};
use super::layout;
use super::{CountTable, SPEED_BINS_5, SPEED_BINS_10};
use crate::domain::{Mode, Side};

/// A name, and a number for each row; NaN where it is missing.
pub type Numbers = (String, Vec<f64>);

/// A name, how many bins there are, how wide they are in km/h, and the bins of all rows; NaN where a row has none.
pub type Bins = (String, u8, u8, Vec<f64>);

/// Those in which anything is known.
#[must_use]
pub fn named(table: &CountTable) -> (Vec<Numbers>, Vec<Bins>) {
    let rows = table.len();
    let mut numbers = Vec::new();
    let mut add = |name: String, column: &Column| {
        if column.has_any() {
            let values = (0..rows).map(|row| column.get(row).unwrap_or(f64::NAN));
            numbers.push((name, values.collect()));
        }
    };
    add(layout::UPTIME.to_owned(), &table.uptime);
    let mut volumes = table.volumes.iter();
    for mode in Mode::ALL {
        for side in Side::ALL {
            if let Some(column) = volumes.next() {
                add(layout::volume_column(mode, side), column);
            }
        }
    }
    add(layout::MEAN.to_owned(), &table.mean_kmh);
    add(layout::V85.to_owned(), &table.v85);
    let [left, right] = layout::SPEED_5_SIDES;
    let [of_left, of_right] = &table.speed_5_sides;
    let mut lists = Vec::new();
    for (name, bins) in [
        (layout::SPEED_5, &table.speed_5),
        (left, of_left),
        (right, of_right),
        (layout::BIKE_SPEED_5, &table.bike_speed_5),
    ] {
        lists.extend(list::<SPEED_BINS_5>(name, 5, bins, rows));
    }
    lists.extend(list::<SPEED_BINS_10>(
        layout::SPEED_10,
        10,
        &table.speed_10,
        rows,
    ));
    (numbers, lists)
}

fn list<const N: usize>(name: &str, step: u8, bins: &Histograms<N>, rows: usize) -> Option<Bins> {
    let values = (0..rows).flat_map(|row| bins.get(row).copied().unwrap_or([f64::NAN; N]));
    let size = u8::try_from(N).unwrap_or(u8::MAX);
    bins.has_any()
        .then(|| (name.to_owned(), size, step, values.collect()))
}
