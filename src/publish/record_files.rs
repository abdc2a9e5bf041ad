//! The files of the records: each dataset's as JSON-LD and as Turtle, and the whole catalogue in one graph.

use super::leftovers;
use super::rdf::{self, GraphError};
use crate::catalog::jsonld::{self, Head};
use crate::catalog::terms::PREFIXES;
use crate::catalog::{Catalog, Record};
use std::collections::BTreeSet;
use std::path::Path;

pub const FOLDER: &str = "records/";
/// The catalogue with all records, for catalogues that collect others.
pub const WHOLE: &str = "catalog.ttl";

/// Path and text of each file.
pub fn all(
    catalog: &Catalog,
    head: &Head,
    records: &[Record],
) -> Result<Vec<(String, String)>, GraphError> {
    let of_catalog = jsonld::without_datasets(catalog, head).to_string();
    let mut whole = rdf::triples(WHOLE, &of_catalog)?;
    let mut files = Vec::new();
    for record in records {
        let (json_path, turtle_path) = Record::paths(&record.dataset.identifier);
        let text = record.encode();
        let triples = rdf::triples(&json_path, &text)?;
        files.push((
            turtle_path.clone(),
            rdf::turtle(&turtle_path, &PREFIXES, &triples)?,
        ));
        files.push((json_path, text));
        whole.extend(triples);
    }
    let mut seen = BTreeSet::new();
    whole.retain(|triple| seen.insert(triple.to_string()));
    files.push((WHOLE.to_owned(), rdf::turtle(WHOLE, &PREFIXES, &whole)?));
    Ok(files)
}

/// The Turtle of a record that lies in a folder as JSON-LD.
pub fn turtle_of(dataset: &str, record: &str) -> Result<String, GraphError> {
    let (json_path, turtle_path) = Record::paths(dataset);
    rdf::turtle(&turtle_path, &PREFIXES, &rdf::triples(&json_path, record)?)
}

/// Removes the records of datasets that an earlier publication had.
pub fn remove_others(out: &Path, catalog: &Catalog) {
    let ours: BTreeSet<String> = catalog
        .datasets
        .iter()
        .flat_map(|dataset| <[String; 2]>::from(Record::paths(&dataset.id)))
        .collect();
    leftovers::remove(out, FOLDER, &ours);
}
