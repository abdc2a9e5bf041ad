//! The file of months: who passed at the counters of each municipality.

use super::folder::{MONTHS, WriteError};
use super::small_table;
use crate::analysis::town_months::SegmentMonth;
use crate::analysis::{SegmentCounts, segment_months};
use crate::domain::{CivilDate, Mode, SegmentId, Street};
use crate::table::months::{COUNTERS, HOURS, MONTH, MUNICIPALITY, MonthRow};
use arrow_array::{ArrayRef, Float64Array, Int32Array, Int64Array, RecordBatch, StringArray};
use parquet::basic::{Compression, ZstdLevel};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Months while counters are added, by municipality and time.
#[derive(Debug)]
pub struct Months<'s> {
    municipality: BTreeMap<&'s SegmentId, &'s str>,
    rows: BTreeMap<(&'s str, CivilDate), MonthRow>,
}

impl<'s> Months<'s> {
    #[must_use]
    pub fn of(streets: &'s [Street]) -> Self {
        let segments = streets.iter().flat_map(|street| {
            let municipality = street.municipality.as_str();
            street.segments.iter().map(move |s| (&s.id, municipality))
        });
        Self {
            municipality: segments.collect(),
            rows: BTreeMap::new(),
        }
    }

    /// A segment's part in the months of its municipality. A segment that no street names is nobody's.
    #[must_use]
    pub fn of_segment(&self, counts: &SegmentCounts<'_>) -> Option<(&'s str, Vec<SegmentMonth>)> {
        let municipality = *self.municipality.get(counts.segment()?)?;
        Some((municipality, segment_months(counts)))
    }

    /// Adds a counter.
    pub fn add(&mut self, found: Option<(&'s str, Vec<SegmentMonth>)>) {
        let Some((municipality, months)) = found else {
            return;
        };
        for found in months {
            let row = self
                .rows
                .entry((municipality, found.month))
                .or_insert_with(|| MonthRow::empty(municipality, found.month));
            row.counters += 1;
            row.hours += u64::from(found.hours);
            for (sum, passages) in row.passages.iter_mut().zip(found.passages) {
                *sum += passages;
            }
        }
    }

    #[must_use]
    pub fn rows(self) -> Vec<MonthRow> {
        self.rows.into_values().collect()
    }
}

/// The bytes of the file.
pub fn encode(rows: &[MonthRow]) -> Result<Vec<u8>, WriteError> {
    let municipalities = rows.iter().map(|row| row.municipality.as_str());
    let months = rows.iter().map(|row| row.month.days());
    let counters = rows.iter().map(|row| i64::from(row.counters));
    let hours = rows
        .iter()
        .map(|row| i64::try_from(row.hours).unwrap_or(i64::MAX));
    let mut columns: Vec<(&str, ArrayRef)> = vec![
        (
            MUNICIPALITY,
            Arc::new(StringArray::from_iter_values(municipalities)),
        ),
        (MONTH, Arc::new(Int32Array::from_iter_values(months))),
        (COUNTERS, Arc::new(Int64Array::from_iter_values(counters))),
        (HOURS, Arc::new(Int64Array::from_iter_values(hours))),
    ];
    for (place, mode) in Mode::CLASSED.into_iter().enumerate() {
        let passages = rows.iter().filter_map(|row| row.passages.get(place));
        let passages = Float64Array::from_iter_values(passages.copied());
        columns.push((mode.name(), Arc::new(passages)));
    }
    let zstd = Compression::ZSTD(ZstdLevel::default());
    small_table::encode(MONTHS, RecordBatch::try_from_iter(columns), zstd)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::HOUR_MS;
    use crate::domain::{Calendar, Instant, Side, StreetId, StreetSegment, Zone};
    use crate::publish::summary_file;
    use crate::read::published::months::decode;
    use crate::table::{CountRow, CountTable};

    fn street(municipality: &str, segment: &str) -> Street {
        Street {
            id: StreetId(segment.into()),
            names: crate::domain::Names::default(),
            municipality: municipality.into(),
            road_class: String::new(),
            segments: vec![StreetSegment {
                id: SegmentId(segment.into()),
                label: String::new(),
                lines: Vec::new(),
                length_m: None,
                limit_kmh: None,
                side_names: None,
            }],
        }
    }

    /// Two counters of all modes in one place, over 40 days from 1 January; in February 9 of 29 days.
    #[test]
    fn counters_of_a_municipality_are_added_by_month() {
        let mut table = CountTable::new();
        // 1 January 2024, 0:00 in Brussels.
        let first = Instant(1_704_063_600_000);
        for (id, cars) in [("1", 10.0), ("2", 30.0), ("3", 99.0), ("4", 5.0)] {
            for hour in 0..40 * 24 {
                let mut row = CountRow::empty(SegmentId(id.into()), first.plus_ms(hour * HOUR_MS));
                row.uptime = Some(1.0);
                for mode in Mode::CLASSED {
                    let value = if mode == Mode::Car { cars } else { 1.0 };
                    // The third counts no pedestrians.
                    let is_known = id != "3" || mode != Mode::Pedestrian;
                    row.set_volume(mode, Side::Both, is_known.then_some(value));
                }
                table.push(&row);
            }
        }
        let streets = [
            street("Ab", "1"),
            street("Ab", "2"),
            street("Ab", "3"),
            street("Bc", "4"),
        ];
        let mut months = Months::of(&streets);
        let zone = Zone::parse("Europe/Brussels").unwrap();
        let (table, calendar) = (table.sorted(), Calendar::default());
        let summary = summary_file::rows_and_months("x", &table, zone, &calendar, &mut months);
        assert_eq!(summary, summary_file::rows("x", &table, zone, &calendar));
        assert_eq!(summary.len(), 4);
        let rows = months.rows();
        let found: Vec<_> = rows
            .iter()
            .map(|row| {
                let cars = row.passages.get(2).copied();
                (
                    row.municipality.as_str(),
                    row.month.to_string(),
                    row.counters,
                    row.hours,
                    cars,
                )
            })
            .collect();
        let (january, february) = ("2024-01-01".to_owned(), "2024-02-01".to_owned());
        assert_eq!(
            found,
            [
                ("Ab", january.clone(), 2, 2 * 744, Some(744.0 * 40.0)),
                ("Ab", february.clone(), 2, 2 * 216, Some(216.0 * 40.0)),
                ("Bc", january, 1, 744, Some(744.0 * 5.0)),
                ("Bc", february, 1, 216, Some(216.0 * 5.0)),
            ]
        );
        let bytes = encode(&rows).unwrap();
        assert_eq!(decode(&bytes), Ok(rows));
        for cut in 0..bytes.len() {
            assert!(decode(&bytes[..cut]).is_err(), "{cut}");
        }
        assert_eq!(decode(&encode(&[]).unwrap()), Ok(Vec::new()));
    }
}
