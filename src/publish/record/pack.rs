//! From snapshots to Parquet: the columns that the reader of recordings knows (`read::recorded`).

use super::snapshot::{Rows, Snapshot};
use crate::domain::Instant;
use arrow_array::builder::{
    BooleanBuilder, Float64Builder, Int64Builder, StringBuilder, TimestampMillisecondBuilder,
};
use arrow_array::{ArrayRef, RecordBatch};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;
use std::sync::Arc;

/// The stations, or the vehicles, of snapshots as a Parquet file, by time; `None` where there are none. A snapshot
/// without any is a row of its time alone.
pub fn stations(system: &str, snapshots: &[Snapshot]) -> Result<Option<Vec<u8>>, String> {
    let mut time = Times::default();
    let mut station = StringBuilder::new();
    let counts = || {
        [
            Int64Builder::new(),
            Int64Builder::new(),
            Int64Builder::new(),
        ]
    };
    let [mut vehicles, mut disabled, mut docks] = counts();
    let (mut renting, mut returning) = (BooleanBuilder::new(), BooleanBuilder::new());
    let mut reported = TimestampMillisecondBuilder::new();
    for snapshot in by_time(snapshots) {
        let Rows::Stations(rows) = &snapshot.rows else {
            continue;
        };
        for row in rows {
            time.push(snapshot);
            station.append_value(&row.station);
            vehicles.append_value(i64::from(row.vehicles));
            disabled.append_option(row.disabled.map(i64::from));
            docks.append_option(row.docks.map(i64::from));
            renting.append_value(row.is_renting);
            returning.append_value(row.is_returning);
            reported.append_option(row.last_reported.map(|at| at.0));
        }
        if rows.is_empty() {
            time.push(snapshot);
            station.append_null();
            vehicles.append_null();
            disabled.append_null();
            docks.append_null();
            renting.append_null();
            returning.append_null();
            reported.append_null();
        }
    }
    let utc = reported.finish().with_timezone("UTC");
    time.file(
        system,
        vec![
            ("station_id", Arc::new(station.finish())),
            ("num_bikes_available", Arc::new(vehicles.finish())),
            ("num_bikes_disabled", Arc::new(disabled.finish())),
            ("num_docks_available", Arc::new(docks.finish())),
            ("is_renting", Arc::new(renting.finish())),
            ("is_returning", Arc::new(returning.finish())),
            ("last_reported", Arc::new(utc)),
        ],
    )
}

/// See `stations`.
pub fn vehicles(system: &str, snapshots: &[Snapshot]) -> Result<Option<Vec<u8>>, String> {
    let mut time = Times::default();
    let text = || {
        [
            StringBuilder::new(),
            StringBuilder::new(),
            StringBuilder::new(),
        ]
    };
    let [mut vehicle, mut station, mut kind] = text();
    let (mut lat, mut lon) = (Float64Builder::new(), Float64Builder::new());
    let (mut reserved, mut disabled) = (BooleanBuilder::new(), BooleanBuilder::new());
    for snapshot in by_time(snapshots) {
        let Rows::Vehicles(rows) = &snapshot.rows else {
            continue;
        };
        for row in rows {
            time.push(snapshot);
            vehicle.append_value(&row.vehicle);
            lat.append_option(row.lat);
            lon.append_option(row.lon);
            station.append_option(row.station.as_deref());
            kind.append_option(row.vehicle_type.as_deref());
            reserved.append_value(row.is_reserved);
            disabled.append_value(row.is_disabled);
        }
        if rows.is_empty() {
            time.push(snapshot);
            vehicle.append_null();
            lat.append_null();
            lon.append_null();
            station.append_null();
            kind.append_null();
            reserved.append_null();
            disabled.append_null();
        }
    }
    time.file(
        system,
        vec![
            ("vehicle", Arc::new(vehicle.finish())),
            ("lat", Arc::new(lat.finish())),
            ("lon", Arc::new(lon.finish())),
            ("station_id", Arc::new(station.finish())),
            ("vehicle_type_id", Arc::new(kind.finish())),
            ("is_reserved", Arc::new(reserved.finish())),
            ("is_disabled", Arc::new(disabled.finish())),
        ],
    )
}

fn by_time(snapshots: &[Snapshot]) -> Vec<&Snapshot> {
    let mut sorted: Vec<&Snapshot> = snapshots.iter().collect();
    sorted.sort_by_key(|snapshot| snapshot.fetched_at);
    sorted
}

/// The columns that both kinds have.
#[derive(Default)]
struct Times {
    fetched: TimestampMillisecondBuilder,
    updated: TimestampMillisecondBuilder,
    rows: usize,
}

impl Times {
    fn push(&mut self, snapshot: &Snapshot) {
        let Instant(ms) = snapshot.fetched_at;
        self.fetched.append_value(ms);
        self.updated
            .append_option(snapshot.last_updated.map(|at| at.0));
        self.rows += 1;
    }

    fn file(
        mut self,
        system: &str,
        columns: Vec<(&str, ArrayRef)>,
    ) -> Result<Option<Vec<u8>>, String> {
        if self.rows == 0 {
            return Ok(None);
        }
        let mut name = StringBuilder::new();
        for _ in 0..self.rows {
            name.append_value(system);
        }
        let fetched = self.fetched.finish().with_timezone("UTC");
        let updated = self.updated.finish().with_timezone("UTC");
        let mut all: Vec<(&str, ArrayRef, bool)> = vec![
            ("fetched_at", Arc::new(fetched), false),
            ("system_id", Arc::new(name.finish()), false),
            ("last_updated", Arc::new(updated), true),
        ];
        all.extend(columns.into_iter().map(|(name, array)| (name, array, true)));
        let batch = RecordBatch::try_from_iter_with_nullable(all).map_err(|e| e.to_string())?;
        let level = ZstdLevel::try_new(3).map_err(|e| e.to_string())?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(level))
            .build();
        let mut bytes = Vec::new();
        let mut writer = ArrowWriter::try_new(&mut bytes, batch.schema(), Some(properties))
            .map_err(|e| e.to_string())?;
        writer.write(&batch).map_err(|e| e.to_string())?;
        writer.close().map_err(|e| e.to_string())?;
        Ok(Some(bytes))
    }
}
