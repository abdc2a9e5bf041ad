//! The summary file: one row per counted segment.

use super::folder::{SUMMARY, WriteError};
use super::months_file::Months;
use super::small_table;
use super::threads::Threads;
use crate::analysis::hours::Ready;
use crate::analysis::{SegmentCounts, extent, summary, whole_hours};
use crate::domain::{Calendar, Zone};
use crate::read::workers::Workers;
use crate::table::CountTable;
use crate::table::layout::SEGMENT;
use crate::table::summary::{self as columns, SummaryRow};
use arrow_array::{ArrayRef, Float64Array, Int32Array, Int64Array, RecordBatch, StringArray};
use parquet::basic::Compression;
use std::sync::Arc;

/// The rows of one dataset, in the order of its segments' ids. `table` is sorted.
/// A segment without a usable hour has none.
#[must_use]
pub fn rows(dataset: &str, table: &CountTable, zone: Zone, calendar: &Calendar) -> Vec<SummaryRow> {
    let table = &*whole_hours(table);
    let found = each(table, zone, calendar, |counts| row(dataset, counts));
    found.into_iter().flatten().collect()
}

/// The same, and every segment's part in the months of the town. `table` is of whole hours, and sorted.
#[must_use]
pub fn rows_and_months(
    dataset: &str,
    table: &CountTable,
    zone: Zone,
    calendar: &Calendar,
    months: &mut Months<'_>,
) -> Vec<SummaryRow> {
    let found = {
        let months = &*months;
        let of_segment =
            |counts: &SegmentCounts<'_>| (row(dataset, counts), months.of_segment(counts));
        each(table, zone, calendar, of_segment)
    };
    let mut rows = Vec::with_capacity(found.len());
    for (row, own) in found {
        rows.extend(row);
        months.add(own);
    }
    rows
}

/// What is made of each segment of a table of whole hours, side by side.
fn each<R: Send>(
    table: &CountTable,
    zone: Zone,
    calendar: &Calendar,
    make: impl Fn(&SegmentCounts<'_>) -> R + Sync,
) -> Vec<R> {
    Threads.all(table.runs(), |rows| {
        let counts = SegmentCounts {
            rows,
            ..SegmentCounts::whole(table, zone, calendar)
        };
        // All figures begin with the same.
        let ready = Ready::of(&counts);
        make(&SegmentCounts {
            ready: Some(&ready),
            ..counts
        })
    })
}

fn row(dataset: &str, counts: &SegmentCounts<'_>) -> Option<SummaryRow> {
    let figures = summary(counts)?;
    Some(SummaryRow {
        segment: figures.segment,
        dataset: dataset.to_owned(),
        first: figures.first,
        last: figures.last,
        usable_hours: extent(counts).map_or(0, |known| u64::from(known.usable_hours)),
        cars_per_working_day: figures.cars_per_working_day,
        bikes_per_working_day: figures.bikes_per_working_day,
        hours_of_day: figures.hours_of_day,
        v85_kmh: figures.v85_kmh,
    })
}

/// The bytes of the summary file.
pub fn encode(rows: &[SummaryRow]) -> Result<Vec<u8>, WriteError> {
    let text = |get: &dyn Fn(&SummaryRow) -> &str| -> ArrayRef {
        Arc::new(StringArray::from_iter_values(rows.iter().map(get)))
    };
    let days = |get: &dyn Fn(&SummaryRow) -> i32| -> ArrayRef {
        Arc::new(Int32Array::from_iter_values(rows.iter().map(get)))
    };
    let numbers = |get: &dyn Fn(&SummaryRow) -> Option<f64>| -> ArrayRef {
        Arc::new(rows.iter().map(get).collect::<Float64Array>())
    };
    let usable = rows
        .iter()
        .map(|r| i64::try_from(r.usable_hours).unwrap_or(i64::MAX));
    let columns: Vec<(&str, ArrayRef, bool)> = vec![
        (SEGMENT, text(&|r| &r.segment.0), false),
        (columns::DATASET, text(&|r| &r.dataset), false),
        (columns::FIRST, days(&|r| r.first.days()), false),
        (columns::LAST, days(&|r| r.last.days()), false),
        (
            columns::USABLE_HOURS,
            Arc::new(Int64Array::from_iter_values(usable)),
            false,
        ),
        (columns::CARS, numbers(&|r| r.cars_per_working_day), true),
        (columns::BIKES, numbers(&|r| r.bikes_per_working_day), true),
        (
            columns::HOURS_OF_DAY,
            days(&|r| i32::from(r.hours_of_day)),
            false,
        ),
        (columns::V85, numbers(&|r| r.v85_kmh), true),
    ];
    let batch = RecordBatch::try_from_iter_with_nullable(columns);
    small_table::encode(SUMMARY, batch, Compression::SNAPPY)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CivilDate, SegmentId};

    #[test]
    fn a_summary_survives_the_round_trip() {
        let row = |segment: &str, cars| SummaryRow {
            segment: SegmentId(segment.into()),
            dataset: "telraam".into(),
            first: CivilDate::from_days(19_000),
            last: CivilDate::from_days(20_000),
            usable_hours: 8_000,
            cars_per_working_day: cars,
            bikes_per_working_day: None,
            hours_of_day: 24,
            v85_kmh: Some(41.25),
        };
        let rows = vec![row("1", Some(1234.5)), row("2", None)];
        let bytes = encode(&rows).unwrap();
        assert_eq!(crate::read::published::summary::decode(&bytes), Ok(rows));
        for cut in 0..bytes.len() {
            assert!(
                crate::read::published::summary::decode(&bytes[..cut]).is_err(),
                "{cut}"
            );
        }
        assert_eq!(
            crate::read::published::summary::decode(&encode(&[]).unwrap()),
            Ok(vec![])
        );
    }
}
