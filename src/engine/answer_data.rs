//! The cards of the datasets, from their records, and the catalogues of others.

use super::piece::{Kind, Piece};
use super::store::{Gather, Need, Opened, Store};
use crate::catalog::card::Card;
use crate::query::Failure;
use crate::query::data::{Datasets, LISTED, pack};
use std::rc::Rc;

/// Where a folder says what others have.
const CATALOGS: &str = "catalogs.json";

/// All datasets, each with what a list says of it.
pub(super) fn list(store: &mut Store) -> Result<Vec<u8>, Need> {
    let opened = store.catalog()?;
    let mut gather = Gather::default();
    let mut cards = Vec::new();
    for dataset in &opened.catalog.datasets {
        if let Some(record) = gather.take(record(store, &opened, &dataset.id))? {
            let rows = record.1.rows.iter();
            let listed = rows.filter(|row| LISTED.contains(&row.property.as_str()));
            cards.push(Card {
                id: dataset.id.clone(),
                modified: record.1.modified,
                rows: listed.cloned().collect(),
            });
        }
    }
    if gather.is_complete() {
        Ok(pack(&Datasets { cards }))
    } else {
        Err(gather.missing())
    }
}

/// One dataset with all that is known of it; none where there is no such dataset.
pub(super) fn card(store: &mut Store, id: &str) -> Result<Vec<u8>, Need> {
    datasets(store, id).map(|datasets| pack(&datasets))
}

pub(super) fn datasets(store: &mut Store, id: &str) -> Result<Datasets, Need> {
    let opened = store.catalog()?;
    let cards = match opened.catalog.dataset(id) {
        Some(dataset) => vec![Card {
            id: dataset.id.clone(),
            ..record(store, &opened, &dataset.id)?.1.clone()
        }],
        None => Vec::new(),
    };
    Ok(Datasets { cards })
}

pub(super) fn catalogs(store: &mut Store) -> Result<Vec<u8>, Need> {
    let opened = store.catalog()?;
    let catalogs = store.catalogs(&Piece::named(Kind::Catalogs, CATALOGS.into()))?;
    belongs(&opened, &catalogs.publication, CATALOGS)?;
    Ok(pack(&*catalogs))
}

fn record(store: &mut Store, opened: &Opened, id: &str) -> Result<Rc<(String, Card)>, Need> {
    let path = format!("records/{id}.jsonld");
    let record = store.record(&Piece::named(Kind::Record, path.clone()))?;
    belongs(opened, &record.0, &path)?;
    Ok(record)
}

/// A file of another publication is refused.
fn belongs(opened: &Opened, publication: &str, file: &str) -> Result<(), Need> {
    if publication == opened.version {
        return Ok(());
    }
    let failure = Failure::WrongHash {
        file: file.to_owned(),
        at_byte: 0,
    };
    Err(failure.into())
}
