//! A file of GBFS in a folder of recordings. Its `last_updated` is the time of the snapshot.

use super::{Kind as VehicleKind, Recording, Sighting};
use crate::domain::Instant;
use crate::read::error::ReadError;
use crate::read::gbfs::{self, Feedfile, Kind};
use crate::read::place::Place;
use crate::read::report::ReadReport;

/// Reads a file into the recording. A file that cannot be read changes nothing in it.
pub fn read_json(
    file: &str,
    bytes: &[u8],
    recording: &mut Recording,
) -> Result<ReadReport, ReadError> {
    let parsed = gbfs::parse(file, bytes)?;
    let Some(kind) = parsed.kind() else {
        return Err(ReadError::malformed(
            file,
            Place::File,
            "data of no kind that is read",
            "stations, their status, vehicles, vehicle types, zones or the system of GBFS",
        ));
    };
    match kind {
        Kind::Discovery => {
            gbfs::discovery(file, &parsed, &[])?;
            Ok(ReadReport::new(file))
        }
        Kind::SystemInformation => {
            recording.system = Some(gbfs::system_information(file, &parsed)?);
            let mut report = ReadReport::new(file);
            report.keep();
            Ok(report)
        }
        Kind::VehicleTypes => {
            let found = gbfs::vehicle_types(file, &parsed)?;
            let types = found.types.into_iter().map(|t| (t.id.clone(), t));
            recording.types.extend(types);
            Ok(found.report)
        }
        Kind::StationInformation => {
            let found = gbfs::station_information(file, &parsed)?;
            let stations = found.stations.into_iter().map(|s| (s.id.clone(), s));
            recording.stations.extend(stations);
            Ok(found.report)
        }
        Kind::GeofencingZones => {
            let found = gbfs::geofencing_zones(file, &parsed)?;
            recording.zones = found.zones;
            Ok(found.report)
        }
        Kind::StationStatus => {
            let at = time(file, &parsed)?;
            let found = gbfs::station_status(file, &parsed)?;
            recording.readings.poll(at);
            for row in found.rows {
                recording.readings.push(at, &row.station, row.reading);
            }
            Ok(found.report)
        }
        Kind::VehicleStatus => {
            let at = time(file, &parsed)?;
            let found = gbfs::vehicle_status(file, &parsed)?;
            let sightings = found.vehicles.into_iter().map(|vehicle| Sighting {
                vehicle: recording.numbers.of(&vehicle.id),
                at: vehicle.at,
                station: vehicle.station,
                kind: vehicle.vehicle_type.map(VehicleKind::Type),
                is_reserved: vehicle.is_reserved,
                is_disabled: vehicle.is_disabled,
            });
            recording.sightings.insert(at, sightings.collect());
            Ok(found.report)
        }
    }
}

fn time(file: &str, parsed: &Feedfile) -> Result<Instant, ReadError> {
    parsed.header.last_updated.ok_or_else(|| {
        ReadError::malformed(
            file,
            Place::File,
            super::NO_TIME,
            "`last_updated` as POSIX seconds or RFC 3339",
        )
    })
}
