//! What can be shared near a street, or in the town, packed for the program that shows it.

use super::answer_street::here;
use super::answer_town::source_line;
use super::piece::{Kind, Piece};
use super::store::{Gather, Need, Opened, Store};
use crate::catalog::{Dataset, Distribution};
use crate::domain::StreetId;
use crate::query::Failure;
use crate::query::shared_page::{PackedPage, PackedStreet, PackedSystem};
use crate::table::layout::near_path;
use bytes::Bytes;
use serde::Deserialize;

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
        let bytes = if file.bytes > LONGEST {
            None
        } else {
            let piece = Piece::whole(Kind::Span, file);
            gather.take(store.span(&piece))?.map(|bytes| bytes.to_vec())
        };
        systems.push(PackedSystem {
            source: source_line(dataset, file, 0),
            publisher_url: dataset.publisher_url.clone(),
            length: file.bytes,
            file: bytes,
        });
    }
    match of_street {
        Some(street) if gather.is_complete() => Ok(PackedPage { street, systems }.encode()),
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

/// To whom a file of what is near belongs.
#[derive(Deserialize)]
struct Head {
    version: String,
    street: StreetId,
}

fn near(store: &mut Store, street: &StreetId) -> Result<PackedStreet, Need> {
    let mut gather = Gather::default();
    let found = gather.take(here(store, street))?;
    let near = gather.take(near_file(store, street))?;
    let (Some((opened, file)), Some(near)) = (found, near) else {
        return Err(gather.missing());
    };
    if let Some(near) = &near {
        let file = near_path(street).unwrap_or_default();
        let head: Head = serde_json::from_slice(near).map_err(|cause| Failure::Unreadable {
            file: file.clone(),
            place: format!("line {}, column {}", cause.line(), cause.column()),
            expected: format!("what can be shared near a street, as JSON ({cause})"),
        })?;
        if head.version != opened.version || head.street != *street {
            return Err(Failure::WrongHash { file, at_byte: 0 }.into());
        }
    }
    let segments = file.street.segments.iter();
    let lines = segments.flat_map(|segment| segment.lines.clone()).collect();
    Ok((lines, USUAL_M, near.map(|near| near.to_vec())))
}

/// `None` where the host says that there is none: nothing was ever near.
fn near_file(store: &mut Store, street: &StreetId) -> Result<Option<Bytes>, Need> {
    let Some(path) = near_path(street) else {
        return Ok(None);
    };
    match store.span(&Piece::unvouched(path)) {
        Err(Need::Failed(Failure::Missing { .. })) => Ok(None),
        found => found.map(Some),
    }
}
