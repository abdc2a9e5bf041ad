//! Streets as people name them and segments as counters see them.

use super::order::put_in_order;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// The publisher's id of a counted stretch of street, as text: `9000001786`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SegmentId(pub String);

/// The id of a street in addresses: lower-case ASCII words with hyphens, `graaf-karel-de-goedelaan`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StreetId(pub String);

impl fmt::Display for SegmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for StreetId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// WGS84 degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LonLat {
    pub lon: f64,
    pub lat: f64,
}

/// A name per language (`nl`, `fr`, …; `und` where the source does not say), plus other spellings people use.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Names {
    #[serde(default)]
    pub by_language: BTreeMap<String, String>,
    #[serde(default)]
    pub aliases: Vec<String>,
}

impl Names {
    /// The name in `language`, else the undetermined one, else the first there is; empty where the source has no name.
    #[must_use]
    pub fn in_language(&self, language: &str) -> &str {
        self.by_language
            .get(language)
            .or_else(|| self.by_language.get("und"))
            .or_else(|| self.by_language.values().next())
            .map_or("", String::as_str)
    }

    /// All official names, each once, the given language first.
    #[must_use]
    pub fn official(&self, language: &str) -> Vec<&str> {
        let first = self.in_language(language);
        let mut all = vec![first];
        for name in self.by_language.values() {
            if !all.contains(&name.as_str()) {
                all.push(name);
            }
        }
        all.retain(|name| !name.is_empty());
        all
    }
}

/// A stretch of a street with its own geometry; counted where a counter stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StreetSegment {
    pub id: SegmentId,
    /// What tells this stretch from the others of its street: a house number, a cross street. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Lines of WGS84 points; empty where the source has no geometry.
    pub lines: Vec<Vec<LonLat>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length_m: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit_kmh: Option<f64>,
    /// What `Side::Left` and `Side::Right` mean here, where the publisher says ("towards the station").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side_names: Option<(String, String)>,
}

/// A street as people name it: one or more segments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Street {
    pub id: StreetId,
    pub names: Names,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub municipality: String,
    /// OpenStreetMap's `highway` value where known: `residential`, `tertiary`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub road_class: String,
    pub segments: Vec<StreetSegment>,
}

impl Street {
    /// Metres over all segments, or `None` where no segment knows its length.
    #[must_use]
    pub fn length_m(&self) -> Option<f64> {
        let known: Vec<f64> = self.segments.iter().filter_map(|s| s.length_m).collect();
        if known.is_empty() {
            None
        } else {
            Some(known.iter().sum())
        }
    }

    /// The limits found on its segments, lowest first, each once.
    #[must_use]
    pub fn limits_kmh(&self) -> Vec<f64> {
        let mut limits: Vec<f64> = self.segments.iter().filter_map(|s| s.limit_kmh).collect();
        put_in_order(&mut limits, &f64::total_cmp);
        limits.dedup();
        limits
    }
}
