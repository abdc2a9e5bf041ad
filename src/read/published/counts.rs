//! One segment's rows out of a counts file.

use super::PublishedError;
use super::parquet_part::{FilePart, Group};
use crate::domain::{Instant, Mode, SegmentId, SensorGeneration, Side};
use crate::table::counts::Column;
use crate::table::layout::{self, GroupRows};
use crate::table::{CountTable, SPEED_BINS_5, SPEED_BINS_10};
use parquet::file::metadata::ParquetMetaData;

/// Appends rows of one row group to `table`; `part` holds the group's bytes, which begin at `offset` in the file.
pub fn append(
    table: &mut CountTable,
    segment: &SegmentId,
    metadata: &ParquetMetaData,
    rows: GroupRows,
    offset: u64,
    part: Vec<u8>,
) -> Result<(), PublishedError> {
    let group = Group::new(
        metadata,
        rows.group,
        FilePart::new(offset, part),
        rows.first,
        rows.count,
    );
    let start = group.i64(layout::START)?;
    let minutes = group.i64(layout::MINUTES)?;
    let uptime = group.optional_f64(layout::UPTIME)?;
    let sensor = group.optional_i64(layout::SENSOR)?;
    let v85 = group.optional_f64(layout::V85)?;
    let speed_5 = group.histograms(layout::SPEED_5, SPEED_BINS_5)?;
    let speed_10 = group.histograms(layout::SPEED_10, SPEED_BINS_10)?;
    let mut volumes = Vec::with_capacity(15);
    for mode in Mode::ALL {
        for side in Side::ALL {
            volumes.push(group.optional_f64(&layout::volume_column(mode, side))?);
        }
    }
    // Everything is read before anything is appended: a broken column leaves the table as it was.
    let index = table.intern(segment);
    table
        .segment
        .extend(std::iter::repeat_n(index, start.len()));
    table.start.extend(start.into_iter().map(Instant));
    table
        .minutes
        .extend(minutes.into_iter().map(|m| u16::try_from(m).unwrap_or(0)));
    fill(&mut table.uptime, uptime);
    table.sensor.extend(sensor.into_iter().map(|s| {
        s.and_then(|s| u8::try_from(s).ok())
            .and_then(SensorGeneration::from_number)
            .map_or(0, SensorGeneration::number)
    }));
    for (column, values) in table.volumes.iter_mut().zip(volumes) {
        fill(column, values);
    }
    table.speed_5.extend(speed_5);
    table.speed_10.extend(speed_10);
    fill(&mut table.v85, v85);
    Ok(())
}

fn fill(column: &mut Column, values: Vec<Option<f64>>) {
    for value in values {
        column.push(value);
    }
}
