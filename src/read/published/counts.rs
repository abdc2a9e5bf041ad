//! One segment's rows out of a counts file.

use super::PublishedError;
use super::parquet_part::Rows;
use crate::domain::{Instant, Mode, SegmentId, SensorGeneration, Side};
use crate::table::column::Histograms;
use crate::table::layout::{self, RowPart, StoredColumn};
use crate::table::{CountTable, SPEED_BINS_5, SPEED_BINS_10};
use bytes::Bytes;

/// Appends a part of a segment to `table`; `spans` are the bytes of its ranges.
pub fn append(
    table: &mut CountTable,
    segment: &SegmentId,
    columns: &[StoredColumn],
    part: &RowPart,
    spans: &[Bytes],
) -> Result<(), PublishedError> {
    fill(table, segment, &Rows::of_part(columns, part, spans)?)
}

/// The same where not all ranges were fetched, and are empty: what is not there is as if it were not in the file.
pub fn append_what_is_there(
    table: &mut CountTable,
    segment: &SegmentId,
    columns: &[StoredColumn],
    part: &RowPart,
    spans: &[Bytes],
) -> Result<(), PublishedError> {
    let rows = Rows::of_part(columns, part, spans)?;
    fill(table, segment, &rows.without_missing())
}

fn fill(table: &mut CountTable, segment: &SegmentId, group: &Rows) -> Result<(), PublishedError> {
    let rows = group.count();
    let start = group.whole(layout::START)?;
    let minutes = group.optional_whole(layout::MINUTES)?;
    let uptime = group.numbers(layout::UPTIME)?;
    let sensor = group.optional_whole(layout::SENSOR)?;
    let mean_kmh = group.numbers(layout::MEAN)?;
    let v85 = group.numbers(layout::V85)?;
    let speed_5 = group.histograms::<SPEED_BINS_5>(layout::SPEED_5)?;
    let speed_10 = group.histograms::<SPEED_BINS_10>(layout::SPEED_10)?;
    let [left, right] = layout::SPEED_5_SIDES;
    let sides = [group.histograms(left)?, group.histograms(right)?];
    let bike_speed_5 = group.histograms::<SPEED_BINS_5>(layout::BIKE_SPEED_5)?;
    let mut volumes = Vec::with_capacity(15);
    for mode in Mode::ALL {
        for side in Side::ALL {
            volumes.push(group.numbers(&layout::volume_column(mode, side))?);
        }
    }
    // Everything is read before anything is appended: a broken column leaves the table as it was.
    let first = table.len();
    let index = table.intern(segment);
    table
        .segment
        .extend(std::iter::repeat_n(index, start.len()));
    table.start.extend(start.into_iter().map(Instant));
    // A column that is not in the file: hours, by a sensor that is not told.
    let there = |column: &[Option<i64>], row: usize| column.get(row).copied().flatten();
    let number = |row| there(&minutes, row).and_then(|m| u16::try_from(m).ok());
    table
        .minutes
        .extend((0..rows).map(|row| number(row).unwrap_or(60)));
    table.uptime.fill(first, &uptime);
    table.sensor.extend((0..rows).map(|row| {
        there(&sensor, row)
            .and_then(|s| u8::try_from(s).ok())
            .and_then(SensorGeneration::from_number)
            .map_or(0, SensorGeneration::number)
    }));
    for (column, values) in table.volumes.iter_mut().zip(volumes) {
        column.fill(first, &values);
    }
    fill_bins(&mut table.speed_5, first, &speed_5);
    fill_bins(&mut table.speed_10, first, &speed_10);
    for (column, values) in table.speed_5_sides.iter_mut().zip(sides) {
        fill_bins(column, first, &values);
    }
    fill_bins(&mut table.bike_speed_5, first, &bike_speed_5);
    table.mean_kmh.fill(first, &mean_kmh);
    table.v85.fill(first, &v85);
    Ok(())
}

fn fill_bins<const N: usize>(
    column: &mut Histograms<N>,
    first: usize,
    values: &[Option<[f64; N]>],
) {
    for (row, bins) in (first..).zip(values) {
        column.set(row, bins.as_ref());
    }
}
