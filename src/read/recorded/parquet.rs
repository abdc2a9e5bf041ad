//! Recordings as Parquet: a row for each station or vehicle and snapshot, or a list of stations. Which it is, the
//! columns say. `straatbeeld record` writes these columns, and recordings of others have most of them.

use super::{Kind, Recording, Sighting};
use crate::domain::shared::{FormFactor, Station, StationId, StationReading};
use crate::domain::{Instant, LonLat, Names};
use crate::read::arrow_batches::Batches;
use crate::read::error::ReadError;
use crate::read::foreign::decode;
use crate::read::gbfs;
use crate::read::parquet_cells::{Cells, TimeCell};
use crate::read::place::Place;
use crate::read::report::ReadReport;
use crate::table::station_series::StationSeriesBuilder;
use arrow_array::RecordBatch;
use std::collections::BTreeMap;

const EXPECTED: &str = "a recording of shared mobility as Parquet or Arrow";

/// The columns of stations that `record` writes. A row without `station_id` is a snapshot without stations.
pub const STATION_COLUMNS: [&str; 9] = [
    "fetched_at",
    "system_id",
    "station_id",
    "num_bikes_available",
    "num_bikes_disabled",
    "num_docks_available",
    "is_renting",
    "is_returning",
    "last_reported",
];

/// The columns of vehicles that `record` writes. `vehicle` is a pseudonym. A row without it is a snapshot without
/// vehicles.
pub const VEHICLE_COLUMNS: [&str; 9] = [
    "fetched_at",
    "system_id",
    "vehicle",
    "lat",
    "lon",
    "station_id",
    "vehicle_type_id",
    "is_reserved",
    "is_disabled",
];

/// Reads a file into the recording. A file that cannot be read changes nothing in it.
pub fn read_parquet(
    file: &str,
    bytes: &[u8],
    recording: &mut Recording,
) -> Result<ReadReport, ReadError> {
    let mut report = ReadReport::new(file);
    let mut part = Part::default();
    decode(file, EXPECTED, || {
        let mut batches = Batches::open(file, bytes, EXPECTED)?;
        let kind = kind(file, &batches)?;
        while let Some((batch, first)) = batches.next_batch()? {
            let columns = Columns(&batch);
            for (i, row) in (0..batch.num_rows()).zip(first..) {
                let read = match kind {
                    Table::Status => part.status(&columns, i),
                    Table::Information => part.station(&columns, i),
                    Table::Vehicles => part.vehicle(&columns, i),
                };
                match read {
                    Ok(()) => report.keep(),
                    Err((why, column)) => report.refuse(why, Place::cell(row, column)),
                }
            }
        }
        Ok(())
    })?;
    recording.readings.absorb(part.readings);
    recording.stations.extend(part.stations);
    for (at, vehicles) in part.vehicles {
        let known = recording.sightings.entry(at).or_default();
        for (id, mut sighting) in vehicles {
            sighting.vehicle = recording.numbers.of(&id);
            known.push(sighting);
        }
    }
    Ok(report)
}

#[derive(Clone, Copy)]
enum Table {
    Status,
    Information,
    Vehicles,
}

fn kind(file: &str, batches: &Batches<'_>) -> Result<Table, ReadError> {
    let has = |name: &str| batches.schema.column_with_name(name).is_some();
    let (table, needed): (Table, &[&str]) =
        if has("num_bikes_available") || has("num_vehicles_available") {
            (Table::Status, &["fetched_at", "station_id"])
        } else if has("vehicle") || has("vehicle_id") || has("bike_id") {
            (Table::Vehicles, &["fetched_at", "lat", "lon"])
        } else {
            (Table::Information, &["station_id", "lat", "lon"])
        };
    match needed.iter().find(|name| !has(name)) {
        None => Ok(table),
        Some(missing) => Err(ReadError::MissingColumn {
            file: file.to_owned(),
            place: Place::File,
            column: (*missing).to_owned(),
            found: batches
                .schema
                .fields()
                .iter()
                .map(|f| f.name().as_str())
                .collect::<Vec<_>>()
                .join(", "),
            expected: EXPECTED,
        }),
    }
}

struct Columns<'b>(&'b RecordBatch);

impl<'b> Columns<'b> {
    fn cells(&self, name: &str) -> Cells<'b> {
        Cells::of(self.0.column_by_name(name))
    }

    /// A count; what is no whole number of 0 or more is an error.
    fn count(&self, name: &'static str, i: usize) -> Result<Option<u32>, Refused> {
        let Some(number) = self.cells(name).number(i) else {
            return Ok(None);
        };
        if number.fract() != 0.0 || !(0.0..=1e6).contains(&number) {
            return Err((gbfs::BAD_COUNT, name));
        }
        // A whole number of a million at most.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Ok(Some(number as u32))
    }

    /// A civil time has no zone; recordings are in UTC.
    fn time(&self, i: usize) -> Result<Instant, Refused> {
        match self.cells("fetched_at").time(i) {
            Some(TimeCell::Utc(instant)) => Ok(instant),
            Some(TimeCell::Civil(ms)) => Ok(Instant(ms)),
            None => Err((super::NO_TIME, "fetched_at")),
        }
    }

    fn place(&self, i: usize) -> Option<LonLat> {
        let (lon, lat) = (self.cells("lon").number(i)?, self.cells("lat").number(i)?);
        let is_real = (-180.0..=180.0).contains(&lon)
            && (-90.0..=90.0).contains(&lat)
            && (lon != 0.0 || lat != 0.0);
        is_real.then_some(LonLat { lon, lat })
    }

    fn text(&self, name: &str, i: usize) -> Option<String> {
        self.cells(name).text(i).filter(|text| !text.is_empty())
    }
}

type Refused = (&'static str, &'static str);

#[derive(Default)]
struct Part {
    readings: StationSeriesBuilder,
    stations: BTreeMap<StationId, Station>,
    vehicles: BTreeMap<Instant, Vec<(String, Sighting)>>,
}

impl Part {
    fn status(&mut self, columns: &Columns<'_>, i: usize) -> Result<(), Refused> {
        const VEHICLES: &str = "num_bikes_available";
        let at = columns.time(i)?;
        let Some(station) = columns.text("station_id", i) else {
            self.readings.poll(at);
            return Ok(());
        };
        let old = columns.count(VEHICLES, i)?;
        let vehicles = match old {
            Some(vehicles) => vehicles,
            None => columns
                .count("num_vehicles_available", i)?
                .ok_or((gbfs::NO_COUNT, VEHICLES))?,
        };
        let disabled = match columns.count("num_bikes_disabled", i)? {
            None => columns.count("num_vehicles_disabled", i)?,
            known => known,
        };
        let flag = |name: &str| columns.cells(name).flag(i);
        let is_installed = flag("is_installed").unwrap_or(true);
        let reading = StationReading {
            vehicles,
            disabled,
            docks: columns.count("num_docks_available", i)?,
            is_renting: is_installed && flag("is_renting").unwrap_or(true),
            is_returning: is_installed && flag("is_returning").unwrap_or(true),
        };
        self.readings.push(at, &StationId(station), reading);
        Ok(())
    }

    fn station(&mut self, columns: &Columns<'_>, i: usize) -> Result<(), Refused> {
        let id = columns
            .text("station_id", i)
            .ok_or((gbfs::NO_ID, "station_id"))?;
        let at = columns.place(i).ok_or((gbfs::NO_PLACE, "lat"))?;
        let mut names = Names::default();
        if let Some(name) = columns.text("name", i) {
            names.by_language.insert("und".to_owned(), name);
        }
        let station = Station {
            id: StationId(id.clone()),
            names,
            at,
            capacity: columns.count("capacity", i)?,
            is_virtual: columns.cells("is_virtual_station").flag(i).unwrap_or(false),
        };
        if self.stations.insert(StationId(id), station).is_some() {
            return Err((gbfs::TWICE, "station_id"));
        }
        Ok(())
    }

    fn vehicle(&mut self, columns: &Columns<'_>, i: usize) -> Result<(), Refused> {
        let at = columns.time(i)?;
        let snapshot = self.vehicles.entry(at).or_default();
        let id = ["vehicle", "vehicle_id", "bike_id"]
            .iter()
            .find_map(|name| columns.text(name, i));
        let Some(id) = id else {
            return Ok(());
        };
        let station = columns.text("station_id", i).map(StationId);
        let place = columns.place(i);
        if place.is_none() && station.is_none() {
            return Err((gbfs::NO_PLACE, "lat"));
        }
        let form = columns.text("form_factor", i);
        let kind = match form.as_deref().and_then(FormFactor::parse) {
            Some(form) => Some(Kind::Form(form)),
            None => columns.text("vehicle_type_id", i).map(Kind::Type),
        };
        let flag = |name: &str| columns.cells(name).flag(i).unwrap_or(false);
        snapshot.push((
            id,
            Sighting {
                // The recording's own number is given when the whole file was read.
                vehicle: crate::domain::shared::VehicleNumber(0),
                at: place,
                station,
                kind,
                is_reserved: flag("is_reserved"),
                is_disabled: flag("is_disabled"),
            },
        ));
        Ok(())
    }
}
