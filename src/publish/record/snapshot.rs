//! What is kept of an answer: a reading of each station, or a sighting of each vehicle, under a pseudonym.

use crate::domain::Instant;
use crate::engine::sha256;
use crate::read::ReadError;
use crate::read::gbfs::{self, Kind};
use serde::{Deserialize, Serialize};

/// One answer of a feed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    pub fetched_at: Instant,
    pub last_updated: Option<Instant>,
    /// Of what the answer says, whenever it says it.
    pub digest: String,
    pub rows: Rows,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rows {
    Stations(Vec<StationRow>),
    Vehicles(Vec<VehicleRow>),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StationRow {
    pub station: String,
    pub vehicles: u32,
    pub disabled: Option<u32>,
    pub docks: Option<u32>,
    pub is_renting: bool,
    pub is_returning: bool,
    pub last_reported: Option<Instant>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VehicleRow {
    /// Of the operator's id and the recording's secret: the same vehicle has the same one, and nobody can tell which
    /// vehicle it is.
    pub vehicle: String,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub station: Option<String>,
    pub vehicle_type: Option<String>,
    pub is_reserved: bool,
    pub is_disabled: bool,
}

/// Which answer of a feed a snapshot is: the same is kept once, however often it comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    pub kind: String,
    pub last_updated: Option<Instant>,
    pub digest: String,
}

impl Snapshot {
    /// Reads an answer that should be of `kind`: `StationStatus` or `VehicleStatus`.
    pub fn read(
        file: &str,
        bytes: &[u8],
        kind: Kind,
        fetched_at: Instant,
        salt: &str,
    ) -> Result<Self, ReadError> {
        let parsed = gbfs::parse(file, bytes)?;
        let (rows, report) = if kind == Kind::VehicleStatus {
            let found = gbfs::vehicle_status(file, &parsed)?;
            let rows = found.vehicles.into_iter().map(|v| VehicleRow {
                vehicle: pseudonym(salt, &v.id),
                lat: v.at.map(|at| at.lat),
                lon: v.at.map(|at| at.lon),
                station: v.station.map(|s| s.0),
                vehicle_type: v.vehicle_type,
                is_reserved: v.is_reserved,
                is_disabled: v.is_disabled,
            });
            (Rows::Vehicles(rows.collect()), found.report)
        } else {
            let found = gbfs::station_status(file, &parsed)?;
            let rows = found.rows.into_iter().map(|row| StationRow {
                station: row.station.0,
                vehicles: row.reading.vehicles,
                disabled: row.reading.disabled,
                docks: row.reading.docks,
                is_renting: row.reading.is_renting,
                is_returning: row.reading.is_returning,
                last_reported: row.last_reported,
            });
            (Rows::Stations(rows.collect()), found.report)
        };
        if report.rows > 0 && report.kept == 0 {
            let why = report.refused.first().map_or("", |t| t.what.as_str());
            return Err(ReadError::malformed(
                file,
                crate::read::Place::File,
                format!("{} entries, none of which can be read ({why})", report.rows),
                "entries of GBFS",
            ));
        }
        let digest = sha256(&serde_json::to_vec(&rows).unwrap_or_default());
        Ok(Self {
            fetched_at,
            last_updated: parsed.header.last_updated,
            digest,
            rows,
        })
    }

    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self.rows {
            Rows::Stations(_) => Kind::StationStatus,
            Rows::Vehicles(_) => Kind::VehicleStatus,
        }
    }

    /// An answer without a time is another one each time that it comes.
    #[must_use]
    pub fn identity(&self) -> Identity {
        Identity {
            kind: self.kind().name().to_owned(),
            last_updated: self.last_updated.or(Some(self.fetched_at)),
            digest: self.digest.clone(),
        }
    }
}

fn pseudonym(salt: &str, id: &str) -> String {
    let mut text = sha256(format!("{salt}\n{id}").as_bytes());
    text.truncate(16);
    text
}
