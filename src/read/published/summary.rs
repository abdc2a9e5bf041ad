//! The summary file: a small Parquet file, read whole.

use super::PublishedError;
use super::parquet_part::{Rows, footer};
use crate::domain::{CivilDate, SegmentId};
use crate::table::layout::SEGMENT;
use crate::table::summary::{self, SummaryRow};
use bytes::Bytes;

/// All rows of a summary file, in file order.
pub fn decode(bytes: &[u8]) -> Result<Vec<SummaryRow>, PublishedError> {
    let metadata = footer(metadata_of(bytes)?)?;
    let file = Bytes::copy_from_slice(bytes);
    let mut rows = Vec::new();
    for index in 0..metadata.num_row_groups() {
        let group = Rows::of_group(&file, &metadata, index)?;
        let segment = group.optional_text(SEGMENT)?;
        let dataset = group.optional_text(summary::DATASET)?;
        let first = group.i64(summary::FIRST)?;
        let last = group.i64(summary::LAST)?;
        let usable = group.i64(summary::USABLE_HOURS)?;
        let cars = group.optional_f64(summary::CARS)?;
        let bikes = group.optional_f64(summary::BIKES)?;
        let hours = group.i64(summary::HOURS_OF_DAY)?;
        let v85 = group.optional_f64(summary::V85)?;
        let days = |column: &[i64], row: usize| {
            let days = column.get(row).and_then(|d| i32::try_from(*d).ok());
            days.map(CivilDate::from_days)
                .ok_or_else(|| PublishedError::new(format!("row {row}"), "a day"))
        };
        for (row, (segment, dataset)) in segment.into_iter().zip(dataset).enumerate() {
            let text = |value: Option<String>, column: &str| {
                value.ok_or_else(|| PublishedError::new(format!("row {row}, {column}"), "text"))
            };
            rows.push(SummaryRow {
                segment: SegmentId(text(segment, SEGMENT)?),
                dataset: text(dataset, summary::DATASET)?,
                first: days(&first, row)?,
                last: days(&last, row)?,
                usable_hours: usable
                    .get(row)
                    .and_then(|n| u64::try_from(*n).ok())
                    .unwrap_or(0),
                cars_per_working_day: cars.get(row).copied().flatten(),
                bikes_per_working_day: bikes.get(row).copied().flatten(),
                hours_of_day: hours
                    .get(row)
                    .and_then(|n| u8::try_from(*n).ok())
                    .unwrap_or(0),
                v85_kmh: v85.get(row).copied().flatten(),
            });
        }
    }
    Ok(rows)
}

/// The metadata of a whole Parquet file: before its length and the closing magic.
fn metadata_of(bytes: &[u8]) -> Result<&[u8], PublishedError> {
    let wrong = || PublishedError::new("end of file", "a Parquet file that ends in PAR1");
    let (body, tail) = bytes
        .split_at_checked(bytes.len().saturating_sub(8))
        .ok_or_else(wrong)?;
    let (length, magic) = tail.split_at_checked(4).ok_or_else(wrong)?;
    if magic != b"PAR1" {
        return Err(wrong());
    }
    let length = u32::from_le_bytes(length.try_into().map_err(|_| wrong())?) as usize;
    body.len()
        .checked_sub(length)
        .and_then(|start| body.get(start..))
        .ok_or_else(wrong)
}
