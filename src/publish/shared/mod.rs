//! Shared mobility in a published folder. Only sums are published: no position or number of a single vehicle, and no
//! number of trips or departures under ten.
//!
//! | path | holds |
//! |---|---|
//! | `shared/<dataset>.json` | a system by form factor: town, municipalities, stations, departures, parking; or the trips of a file |
//! | `shared/near/<street>.json` | what can be shared near one street |

pub mod near;
pub mod places;
pub mod system;
pub mod trip_report;

use crate::domain::shared::Trip;
use crate::domain::{Calendar, Names, Street, Zone};
use crate::read::recorded::Recorded;
use places::Places;
use std::collections::BTreeMap;
use system::Measured;

/// What a source of shared mobility gave.
#[derive(Debug)]
pub enum Content {
    Recorded(Box<Recorded>),
    Trips(Vec<Trip>),
}

/// A source that was read.
#[derive(Debug)]
pub struct SharedSource {
    /// The id of its dataset.
    pub dataset: String,
    pub operator: Names,
    pub content: Content,
}

/// Of the town, what measures need.
#[derive(Clone, Copy, Debug)]
pub struct Town<'t> {
    pub streets: &'t [Street],
    pub calendar: &'t Calendar,
    pub zone: Zone,
    /// By municipality, where the town file gives them.
    pub inhabitants: &'t BTreeMap<String, u32>,
}

/// What is written of all sources.
#[derive(Debug, Default)]
pub struct Shared {
    /// By dataset: the bytes of `shared/<dataset>.json`.
    pub reports: Vec<(String, Vec<u8>)>,
    /// A file for each street. Its version is filled in when it is written.
    pub near: Vec<crate::domain::shared_profile::SharedNear>,
}

/// Measures all sources.
#[must_use]
pub fn measured(sources: &[SharedSource], town: Town<'_>) -> Shared {
    let places = Places::new(town.streets);
    let mut shared = Shared::default();
    let mut systems: Vec<Measured> = Vec::new();
    for source in sources {
        let report = match &source.content {
            Content::Recorded(recorded) => {
                let measured = system::measure(source, recorded, town, &places);
                let bytes = serde_json::to_vec(&measured.report).unwrap_or_default();
                systems.push(measured);
                bytes
            }
            Content::Trips(trips) => {
                let report = trip_report::report(source, trips, town, &places);
                serde_json::to_vec(&report).unwrap_or_default()
            }
        };
        shared.reports.push((source.dataset.clone(), report));
    }
    shared.near = near::near(&systems, town);
    shared
}
