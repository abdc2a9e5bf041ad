//! The file of months: a small Parquet file, read whole.

use super::PublishedError;
use super::parquet_part::{Rows, footer};
use crate::domain::{CivilDate, Mode};
use crate::table::months::{COUNTERS, HOURS, MONTH, MUNICIPALITY, MonthRow};
use bytes::Bytes;

/// All rows, in file order.
pub fn decode(bytes: &[u8]) -> Result<Vec<MonthRow>, PublishedError> {
    let metadata = footer(bytes)?;
    let file = Bytes::copy_from_slice(bytes);
    let mut rows = Vec::new();
    for index in 0..metadata.groups.len() {
        let group = Rows::of_group(&file, &metadata, index)?;
        let municipality = group.texts(MUNICIPALITY)?;
        let [month, counters, hours] = [
            group.whole(MONTH)?,
            group.whole(COUNTERS)?,
            group.whole(HOURS)?,
        ];
        let mut passages = Vec::new();
        for mode in Mode::CLASSED {
            passages.push(group.numbers(mode.name())?);
        }
        for (row, municipality) in municipality.into_iter().enumerate() {
            let wrong = |expected| PublishedError::new(format!("row {row}"), expected);
            let at = |column: &[i64]| column.get(row).copied();
            let day = at(&month).and_then(|day| i32::try_from(day).ok());
            let month = CivilDate::from_days(day.ok_or_else(|| wrong("a month"))?);
            let mut found = MonthRow::empty(&municipality, month);
            found.counters = at(&counters).and_then(|n| n.try_into().ok()).unwrap_or(0);
            found.hours = at(&hours).and_then(|n| n.try_into().ok()).unwrap_or(0);
            for (sum, column) in found.passages.iter_mut().zip(&passages) {
                let value = column.get(row).copied().filter(|v| !v.is_nan());
                *sum = value.ok_or_else(|| wrong("passages of each mode"))?;
            }
            rows.push(found);
        }
    }
    Ok(rows)
}
