//! Counters' own formats, with the lists beside their files and what the town file says of them.

use super::sources::{Failure, bytes_of};
use super::threads::Threads;
use super::town_file::{CounterOptions, Format, Source};
use crate::domain::{Mode, Zone};
use crate::read::awv_sites::AwvSites;
use crate::read::counts::Counts;
use crate::read::site_list::SiteList;
use crate::read::vehicles::declared::Declared;
use crate::read::vehicles::{Vehicles, int2, jamar, metrocount, muenster_loops, vbv};
use crate::read::{
    Place, ReadError, ReadReport, awv, berlin_detection, berlin_sites, declared_csv, eco_counter,
    gent, telraam_xlsx,
};
use std::path::Path;

/// The zone of formats that only publishers in Flanders write.
const FLANDERS: &str = "Europe/Brussels";
/// The zone of the format that only Berlin writes.
const BERLIN: &str = "Europe/Berlin";

/// Lists that are read once for all files of a source.
#[derive(Debug, Default)]
pub struct Companions {
    awv: AwvSites,
    sites: Option<SiteList>,
}

impl Companions {
    /// Reads the lists that a source names.
    pub fn load(root: &Path, options: &CounterOptions, format: Format) -> Result<Self, Failure> {
        let mut found = Self::default();
        let read = |path: &str| {
            let path = root.join(path);
            let shown = path.display().to_string();
            bytes_of(&path).map(|bytes| (shown, bytes))
        };
        if let Some((path, _)) = &options.sites {
            let (shown, bytes) = read(path)?;
            if format == Format::Awv {
                found.awv = AwvSites::read(&shown, &bytes).map_err(|e| Failure::of(&e))?;
            } else {
                let sites = match format {
                    Format::BerlinDetection => berlin_sites::read(&shown, &bytes).map(Into::into),
                    _ => SiteList::read(&shown, &bytes),
                };
                found.sites = Some(sites.map_err(|e| Failure::of(&e))?);
            }
        }
        if let Some((path, _)) = &options.directions {
            let (shown, bytes) = read(path)?;
            let named = found.awv.read_directions(&shown, &bytes);
            named.map_err(|e| Failure::of(&e))?;
        }
        Ok(found)
    }

    /// Reads a file of one of these formats.
    pub fn read(&self, source: &Source, shown: &str, bytes: &[u8]) -> Result<Counts, ReadError> {
        let options = &source.counter;
        let flanders = || {
            let zone = source.zone.or_else(|| Zone::parse(FLANDERS));
            zone.ok_or_else(|| undeclared(shown, "zone = \"Europe/Brussels\""))
        };
        let mut counts = match source.format {
            Format::Awv => awv::read(shown, bytes, &self.awv, flanders()?)?,
            Format::Gent5Min => gent::read_csv(shown, bytes, flanders()?)?,
            Format::GentHourlyJson => {
                gent::read_json(shown, bytes, self.sites.as_ref(), flanders()?)?
            }
            Format::EcoCounterCsv => {
                let declared = eco_counter::Declared {
                    zone: source.zone,
                    mode: options.mode.unwrap_or(Mode::Bike),
                    minutes: options.minutes,
                };
                eco_counter::read(shown, bytes, declared)?
            }
            Format::BerlinDetection => {
                let zone = source.zone.or_else(|| Zone::parse(BERLIN));
                let zone = zone.ok_or_else(|| undeclared(shown, "zone = \"Europe/Berlin\""))?;
                berlin_detection::read(shown, bytes, zone)?
            }
            Format::TelraamXlsx => telraam_xlsx::read(shown, bytes, source.zone)?,
            _ => {
                let Some(table) = &options.table else {
                    return Err(undeclared(shown, "[source.table]"));
                };
                declared_csv::read_with(shown, bytes, table, source.zone, &Threads)?
            }
        };
        if let Some(sites) = &self.sites {
            sites.describe(&mut counts);
        }
        Ok(counts)
    }
}

/// Reads a file of a counter that writes vehicles, or the sums of such a counter. Rows are made of vehicles
/// when all files of the source are read.
pub fn read_vehicles(
    source: &Source,
    shown: &str,
    bytes: &[u8],
    counts: &mut Vec<Counts>,
    vehicles: &mut Vec<Vehicles>,
) -> Result<Option<ReadReport>, ReadError> {
    let zone = source
        .zone
        .ok_or_else(|| undeclared(shown, "zone = \"Europe/Zurich\""))?;
    let declared = Declared {
        zone,
        segment: source.counter.segment.as_deref(),
        lanes: &source.counter.lanes,
        mode: source.counter.mode,
    };
    match source.format {
        Format::MuensterLoops => vehicles.push(muenster_loops::read(shown, bytes, &declared)?),
        Format::Vbv1 => vehicles.push(vbv::read(shown, bytes, &declared)?),
        Format::Metrocount => vehicles.push(metrocount::read(shown, bytes, &declared)?),
        Format::Int2 => counts.push(int2::read(shown, bytes, &declared)?),
        _ => match jamar::read(shown, bytes, &declared)? {
            jamar::Read::Vehicles(found) => vehicles.push(*found),
            jamar::Read::Counts(found) => counts.push(*found),
        },
    }
    Ok(None)
}

fn undeclared(file: &str, expected: &str) -> ReadError {
    ReadError::Undeclared {
        file: file.to_owned(),
        place: Place::File,
        found: "a file that needs a declaration".to_owned(),
        expected: expected.to_owned(),
    }
}
