//! The records of a catalogue.

use super::record_parts::Agent;
use crate::domain::{CivilDate, Device, LonLat, Names};
use serde::{Deserialize, Serialize};

/// The town that a catalogue is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Town {
    /// In addresses and file names: `kortrijk`.
    pub id: String,
    pub names: Names,
    /// A generated town that does not exist.
    pub is_demonstration: bool,
    /// A name of the tz database.
    pub zone: String,
    /// Languages of the street names, the usual one first: `nl`, `fr`.
    pub languages: Vec<String>,
    pub centre: LonLat,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct License {
    /// Short name: `CC BY 4.0`.
    pub name: String,
    pub url: String,
}

/// What a source says of itself, per language where people read it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dataset {
    /// Lower-case ASCII words with hyphens; names the files: `counts/<id>.parquet`.
    pub id: String,
    pub title: Names,
    pub description: Names,
    pub publisher: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub publisher_url: String,
    pub license: License,
    /// The line that the licence asks for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub attribution: String,
    /// When the raw files were fetched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retrieved: Option<CivilDate>,
    /// What counted; `None` for datasets that are no counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<Device>,
    /// How it was measured and how accurate that is. Told by the record only: a catalogue that was read has none.
    pub accuracy: Names,
    /// What was done to the raw files, in order; a line each: rows kept, rows refused and why.
    #[serde(default)]
    pub steps: Vec<String>,
    #[serde(default)]
    pub distributions: Vec<Distribution>,
}

/// One published file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Distribution {
    /// Relative to the folder, with forward slashes.
    pub path: String,
    pub media_type: String,
    pub bytes: u64,
    /// Hex, lower case.
    pub sha256: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<u64>,
}

/// Everything that `catalog.jsonld` says.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalog {
    pub town: Town,
    /// Who publishes the catalogue: the one to ask or to tell.
    pub publisher: Agent,
    pub datasets: Vec<Dataset>,
}

impl Catalog {
    /// The dataset and distribution of a file.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<(&Dataset, &Distribution)> {
        self.datasets.iter().find_map(|dataset| {
            dataset
                .distributions
                .iter()
                .find(|d| d.path == path)
                .map(|d| (dataset, d))
        })
    }

    #[must_use]
    pub fn dataset(&self, id: &str) -> Option<&Dataset> {
        self.datasets.iter().find(|dataset| dataset.id == id)
    }
}
