//! The summary file: a small Parquet file, read whole.

use super::PublishedError;
use super::parquet_part::{Rows, footer};
use crate::domain::{CivilDate, SegmentId};
use crate::table::layout::SEGMENT;
use crate::table::summary::{self, SummaryRow};
use bytes::Bytes;

/// All rows of a summary file, in file order.
pub fn decode(bytes: &[u8]) -> Result<Vec<SummaryRow>, PublishedError> {
    let metadata = footer(bytes)?;
    let file = Bytes::copy_from_slice(bytes);
    let mut rows = Vec::new();
    for index in 0..metadata.groups.len() {
        let group = Rows::of_group(&file, &metadata, index)?;
        let segment = group.texts(SEGMENT)?;
        let dataset = group.texts(summary::DATASET)?;
        let first = group.whole(summary::FIRST)?;
        let last = group.whole(summary::LAST)?;
        let usable = group.whole(summary::USABLE_HOURS)?;
        let cars = group.numbers(summary::CARS)?;
        let bikes = group.numbers(summary::BIKES)?;
        let hours = group.whole(summary::HOURS_OF_DAY)?;
        let v85 = group.numbers(summary::V85)?;
        let there = |column: &[f64], row: usize| column.get(row).copied().filter(|v| !v.is_nan());
        let days = |column: &[i64], row: usize| {
            let days = column.get(row).and_then(|d| i32::try_from(*d).ok());
            days.map(CivilDate::from_days)
                .ok_or_else(|| PublishedError::new(format!("row {row}"), "a day"))
        };
        for (row, (segment, dataset)) in segment.into_iter().zip(dataset).enumerate() {
            rows.push(SummaryRow {
                segment: SegmentId(segment),
                dataset,
                first: days(&first, row)?,
                last: days(&last, row)?,
                usable_hours: usable
                    .get(row)
                    .and_then(|n| u64::try_from(*n).ok())
                    .unwrap_or(0),
                cars_per_working_day: there(&cars, row),
                bikes_per_working_day: there(&bikes, row),
                hours_of_day: hours
                    .get(row)
                    .and_then(|n| u8::try_from(*n).ok())
                    .unwrap_or(0),
                v85_kmh: there(&v85, row),
            });
        }
    }
    Ok(rows)
}
