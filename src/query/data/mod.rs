//! What the data page is told: the cards of the town's datasets, and the catalogues of others. It travels as
//! `Answer::Packed`, so that the app carries no code for it.

pub mod coverage;
pub mod licence;
pub mod list;
pub mod opened;

use crate::domain::card::Card;
use crate::domain::{CivilDate, Names};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Properties of a record that a list of datasets needs; the card has all of them.
pub const LISTED: [&str; 15] = [
    "dct:identifier",
    "dct:title",
    "dct:description",
    "dct:publisher",
    "dct:rightsHolder",
    "dct:license",
    "dcat:keyword",
    "dcat:theme",
    "mobilitydcatap:mobilityTheme",
    "mobilitydcatap:transportMode",
    "dct:temporal",
    "dct:spatial",
    "sb:retrieved",
    "sb:device",
    "dcat:distribution",
];

/// Of `Query::Datasets` all datasets in the order of the catalogue, each with the rows of `LISTED`; of
/// `Query::Dataset` the one whole card, or none where the catalogue has no such dataset.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Datasets {
    pub cards: Vec<Card>,
}

/// `catalogs.json`, as much of it as the page shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Catalogs {
    /// The publication that it belongs to.
    pub publication: String,
    pub catalogs: Vec<OtherCatalog>,
}

/// A catalogue of others: the data stay where they are.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OtherCatalog {
    pub id: String,
    pub title: Names,
    pub publisher: String,
    pub url: String,
    pub retrieved: Option<CivilDate>,
    pub datasets: Vec<OtherDataset>,
}

/// One of its datasets. Whatever it says is text, never HTML; links are `http` or `https`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OtherDataset {
    pub id: String,
    pub title: Names,
    pub description: Names,
    pub publisher: Names,
    pub licenses: Vec<String>,
    pub keywords: Vec<String>,
    pub themes: Vec<String>,
    pub formats: Vec<String>,
    pub page: String,
    pub modified: Option<CivilDate>,
    pub distributions: u32,
}

/// For `Answer::Packed`.
#[must_use]
pub fn pack<T: Serialize>(value: &T) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}

/// `None` for bytes that are something else.
#[must_use]
pub fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::card::{Item, Row};

    #[test]
    fn a_card_survives_the_way() {
        let inner = Row {
            property: "dct:title".into(),
            items: vec![Item::Text(Names::default()), Item::Plain("x".into())],
        };
        let link = Item::Link {
            to: "a".into(),
            title: None,
        };
        let card = Card {
            id: "counts".into(),
            modified: CivilDate::parse("2026-01-02"),
            rows: vec![Row {
                property: "sb:x".into(),
                items: vec![Item::Rows(vec![inner]), link],
            }],
        };
        let datasets = Datasets { cards: vec![card] };
        assert_eq!(unpack::<Datasets>(&pack(&datasets)), Some(datasets));
        assert_eq!(unpack::<Datasets>(&[255, 255]), None);
    }

    #[test]
    fn what_a_catalogue_leaves_out_is_empty() {
        let text = r#"{"publication":"p","catalogs":[{"id":"a","title":{},"publisher":"b","files":[["x","y"]],
            "datasets":[{"title":{"by_language":{"nl":"t"}},"distributions":3}]}]}"#;
        let read: Catalogs = serde_json::from_str(text).unwrap();
        let dataset = &read.catalogs[0].datasets[0];
        assert_eq!((dataset.distributions, dataset.page.as_str()), (3, ""));
        assert_eq!(unpack::<Catalogs>(&pack(&read)), Some(read));
    }
}
