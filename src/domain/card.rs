//! The card of a dataset: what its record says, as rows to read.

use super::date::CivilDate;
use super::street::Names;
use serde::{Deserialize, Serialize};

/// A dataset's card.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The dataset's id in the catalogue.
    pub id: String,
    /// The day on which its record was written.
    pub modified: Option<CivilDate>,
    pub rows: Vec<Row>,
}

/// A property and what it says, in the order of the card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The property's term: `dct:license`.
    pub property: String,
    pub items: Vec<Item>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Item {
    /// The same in several languages.
    Text(Names),
    /// Of no language: a name, a date, a number, a hash.
    Plain(String),
    /// An IRI or a path in the folder, with a title where it has one.
    Link { to: String, title: Option<Names> },
    /// Something with properties of its own.
    Rows(Vec<Row>),
}

impl Card {
    /// What a property says; nothing where the record does not have it.
    #[must_use]
    pub fn items(&self, property: &str) -> &[Item] {
        items(&self.rows, property)
    }
}

/// What a property says among these rows.
#[must_use]
pub fn items<'a>(rows: &'a [Row], property: &str) -> &'a [Item] {
    rows.iter()
        .find(|row| row.property == property)
        .map_or(&[], |row| row.items.as_slice())
}

/// The first thing that a property says, as text of no language: a number, a date, a name, an IRI.
#[must_use]
pub fn plain<'a>(rows: &'a [Row], property: &str) -> Option<&'a str> {
    match items(rows, property).first()? {
        Item::Plain(text) => Some(text),
        Item::Link { to, .. } => Some(to),
        Item::Text(names) => names.by_language.values().next().map(String::as_str),
        Item::Rows(_) => None,
    }
}

impl Item {
    /// The properties of what has properties.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        match self {
            Self::Rows(rows) => rows,
            _ => &[],
        }
    }
}

/// The questions of the ethics card, in the order of the card (definitions 4.19).
pub const ETHICS_QUESTIONS: [&str; 11] = [
    "why",
    "seen",
    "missed",
    "findable",
    "consent",
    "errors",
    "decides",
    "objection",
    "results",
    "until",
    "responsible",
];
