//! Catalogues of others, listed in `catalogs.json`: only what a search and a line of its answer need. The data stay
//! where they are.

use crate::domain::{CivilDate, Names};
use serde::{Deserialize, Serialize};

/// The file in the folder.
pub const PATH: &str = "catalogs.json";

/// The whole file. It is written for every town, with or without catalogues.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForeignCatalogs {
    /// The publication that it belongs to; one of another is refused.
    pub publication: String,
    pub catalogs: Vec<ForeignCatalog>,
}

/// A catalogue as the town file declares it and as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForeignCatalog {
    pub id: String,
    pub title: Names,
    pub publisher: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retrieved: Option<CivilDate>,
    /// File name and SHA-256 of what was read.
    pub files: Vec<(String, String)>,
    /// In the order of the files.
    pub datasets: Vec<ForeignDataset>,
}

/// A dataset of another catalogue. Whatever it says is text, never HTML; links are `http` or `https`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ForeignDataset {
    /// Its IRI, else its identifier; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    pub title: Names,
    /// The beginning, without mark-up.
    #[serde(skip_serializing_if = "is_nothing")]
    pub description: Names,
    #[serde(skip_serializing_if = "is_nothing")]
    pub publisher: Names,
    /// IRIs or texts as they are there, of the dataset and its distributions, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub licenses: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<String>,
    /// Of its distributions, as they are there, IRIs by their last part; each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub formats: Vec<String>,
    /// Where to go: its page, else the first address of its data.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub page: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<CivilDate>,
    pub distributions: usize,
}

fn is_nothing(names: &Names) -> bool {
    names.by_language.is_empty()
}
