//! What can be shared near a street, or in the town, packed for the program that shows it.

use super::answer_street::here;
use super::answer_town::source_line;
use super::piece::{Kind, Piece};
use super::store::{Gather, Need, Opened, Store};
use crate::catalog::{Dataset, Distribution};
use crate::domain::StreetId;
use crate::domain::shared_profile::SharedNear;
use crate::query::Failure;
use crate::query::shared_page::{SharedPage, StreetPart, SystemPart};
use crate::read::published::shared_report::SharedReport;
use crate::table::layout::near_path;
use std::rc::Rc;

/// Metres that count as near where no file says it.
const USUAL_M: f64 = 300.0;

/// A longer file of an operator is not read for a page: what is near the street is worth more than the wait.
const LONGEST: u64 = 1024 * 1024;

/// Empty where the town has no shared vehicles.
pub(super) fn answer(store: &mut Store, street: Option<&StreetId>) -> Result<Vec<u8>, Need> {
    let opened = store.catalog()?;
    let files = files(&opened);
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let mut gather = Gather::default();
    let of_street = match street {
        Some(street) => gather.take(near(store, street))?.map(Some),
        None => Some(None),
    };
    let mut systems = Vec::new();
    for (dataset, file) in files {
        if file.bytes > LONGEST {
            let source = source_line(dataset, file, 0);
            let url = dataset.publisher_url.clone();
            systems.push(SystemPart::unread(source, url, file.bytes));
            continue;
        }
        let piece = Piece::whole(Kind::SharedReport, file);
        if let Some(report) = gather.take(store.shared_report(&piece))? {
            systems.push(system(dataset, file, &report));
        }
    }
    match of_street {
        Some(street) if gather.is_complete() => Ok(SharedPage { street, systems }.encode()),
        _ => Err(gather.missing()),
    }
}

/// The files of systems and of trips, with their datasets.
fn files(opened: &Opened) -> Vec<(&Dataset, &Distribution)> {
    let datasets = opened.catalog.datasets.iter();
    let all = datasets.flat_map(|dataset| dataset.distributions.iter().map(move |f| (dataset, f)));
    all.filter(|(_, file)| file.path.starts_with("shared/"))
        .collect()
}

fn near(store: &mut Store, street: &StreetId) -> Result<StreetPart, Need> {
    let mut gather = Gather::default();
    let found = gather.take(here(store, street))?;
    let near = gather.take(near_file(store, street))?;
    let (Some((opened, file)), Some(near)) = (found, near) else {
        return Err(gather.missing());
    };
    if let Some(near) = &near
        && (near.version != opened.version || near.street != *street)
    {
        return Err(Failure::WrongHash {
            file: near_path(street).unwrap_or_default(),
            at_byte: 0,
        }
        .into());
    }
    let segments = file.street.segments.iter();
    let lines = segments.flat_map(|segment| segment.lines.clone()).collect();
    let near = near.map(|near| (*near).clone());
    Ok(StreetPart::of(lines, near, USUAL_M))
}

/// `None` where the host says that there is none: nothing was ever near.
fn near_file(store: &mut Store, street: &StreetId) -> Result<Option<Rc<SharedNear>>, Need> {
    let Some(path) = near_path(street) else {
        return Ok(None);
    };
    match store.near(&Piece::named(Kind::Near, path)) {
        Err(Need::Failed(Failure::Missing { .. })) => Ok(None),
        found => found.map(Some),
    }
}

fn system(dataset: &Dataset, file: &Distribution, report: &SharedReport) -> SystemPart {
    let source = source_line(dataset, file, 0);
    let url = dataset.publisher_url.clone();
    match report {
        SharedReport::System(report) => SystemPart::of_system(source, url, report),
        SharedReport::Trips(trips) => SystemPart::of_trips(source, url, trips.clone()),
    }
}
