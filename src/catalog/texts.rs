//! Texts per language, as JSON-LD writes them.

use crate::domain::Names;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A text with its language; `und` where that is not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    #[serde(rename = "@value")]
    pub value: String,
    #[serde(rename = "@language")]
    pub language: String,
}

#[must_use]
pub fn of_names(names: &Names) -> Vec<Text> {
    let text = |(language, value): (&String, &String)| Text {
        value: value.clone(),
        language: language.clone(),
    };
    names.by_language.iter().map(text).collect()
}

#[must_use]
pub fn to_names(texts: Vec<Text>) -> Names {
    Names {
        by_language: texts.into_iter().map(|t| (t.language, t.value)).collect(),
        aliases: Vec::new(),
    }
}

#[must_use]
pub fn is_empty(names: &Names) -> bool {
    names.by_language.is_empty()
}

/// For `#[serde(with = "texts")]`.
pub fn serialize<S: Serializer>(names: &Names, serializer: S) -> Result<S::Ok, S::Error> {
    of_names(names).serialize(serializer)
}

pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Names, D::Error> {
    Vec::<Text>::deserialize(deserializer).map(to_names)
}
