//! Do the records of a folder belong to its catalogue, and say what it says?

use super::check::{Checked, PUBLISH};
use super::rdf;
use super::record_files::{self, WHOLE};
use crate::catalog::foreign::{self, ForeignCatalogs};
use crate::catalog::{Catalog, Dataset, Record};
use crate::domain::Names;
use crate::engine::version;
use std::fs;
use std::path::Path;

/// Each dataset has its record in both forms, of this publication, with the catalogue's entry in it.
pub(super) fn records(dir: &Path, catalog: &Catalog, checked: &mut Checked) {
    let version = version(catalog);
    for dataset in &catalog.datasets {
        let (json_path, turtle_path) = Record::paths(&dataset.id);
        let Some(text) = text(dir, &json_path, checked) else {
            continue;
        };
        match Record::decode(text.as_bytes()) {
            Err(error) => checked.find(&json_path, error.to_string(), PUBLISH),
            Ok(record) if record.publication != version => checked.find(
                &json_path,
                "it belongs to another publication than the catalogue",
                PUBLISH,
            ),
            Ok(record) if as_catalogued(record.entry()) != *dataset => checked.find(
                &json_path,
                "it says something else than the catalogue",
                PUBLISH,
            ),
            Ok(_) => {}
        }
        let Some(found) = self::text(dir, &turtle_path, checked) else {
            continue;
        };
        match record_files::turtle_of(&dataset.id, &text) {
            Err(error) => checked.find(&json_path, error.to_string(), PUBLISH),
            Ok(expected) if expected != found => {
                let what = format!("not the graph of {json_path}");
                checked.find(&turtle_path, what, PUBLISH);
            }
            Ok(_) => {}
        }
    }
    if let Some(text) = text(dir, foreign::PATH, checked) {
        match serde_json::from_str::<ForeignCatalogs>(&text) {
            Err(error) => checked.find(foreign::PATH, error.to_string(), PUBLISH),
            Ok(found) if found.publication != version => checked.find(
                foreign::PATH,
                "it belongs to another publication than the catalogue",
                PUBLISH,
            ),
            Ok(_) => {}
        }
    }
    if let Some(text) = text(dir, WHOLE, checked)
        && let Err(error) = rdf::parse_turtle(WHOLE, &text)
    {
        checked.find(WHOLE, error.to_string(), PUBLISH);
    }
}

/// The catalogue leaves the accuracy to the record.
fn as_catalogued(mut dataset: Dataset) -> Dataset {
    dataset.accuracy = Names::default();
    dataset
}

fn text(dir: &Path, path: &str, checked: &mut Checked) -> Option<String> {
    match fs::read_to_string(dir.join(path)) {
        Ok(text) => {
            checked.files += 1;
            checked.bytes += text.len() as u64;
            Some(text)
        }
        Err(error) => {
            checked.find(path, format!("cannot be read ({error})"), PUBLISH);
            None
        }
    }
}
