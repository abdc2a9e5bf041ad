//! The town file as TOML spells it, before any rule that TOML does not know.

use super::town_file::Format;
use crate::domain::{Device, LonLat, Mode, Names, SegmentId, Side};
use crate::read::pieces::Region;
use crate::read::table_map::TableMap;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// Only the key that tells the two kinds of town file apart.
#[derive(Deserialize)]
pub(super) struct RawKind {
    pub format: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDemonstration {
    #[serde(rename = "format")]
    pub _format: String,
    pub seed: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTownFile {
    pub town: RawTown,
    pub data_root: Option<String>,
    #[serde(default)]
    pub limits: BTreeMap<String, f64>,
    #[serde(default)]
    pub inhabitants: BTreeMap<String, u32>,
    #[serde(default)]
    pub source: Vec<RawSource>,
    #[serde(default)]
    pub street: Vec<Spanned<RawStreet>>,
    #[serde(default)]
    pub event: Vec<Spanned<RawEvent>>,
    #[serde(default)]
    pub catalogue: Vec<RawCatalogue>,
    pub theme: Option<RawTheme>,
}

/// Colours, font and logo of the town; what is left out is the app's own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTheme {
    pub accent: Option<Spanned<String>>,
    pub sign: Option<Spanned<String>>,
    pub second: Option<Spanned<String>>,
    pub third: Option<Spanned<String>>,
    pub ground: Option<Spanned<String>>,
    pub font: Option<Spanned<String>>,
    /// Beside the town file.
    pub logo: Option<Spanned<String>>,
    /// Where the reader's screen is dark.
    pub dark: Option<Spanned<RawPalette>>,
}

/// The colours of one scheme.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPalette {
    pub accent: Option<Spanned<String>>,
    pub sign: Option<Spanned<String>>,
    pub second: Option<Spanned<String>>,
    pub third: Option<Spanned<String>>,
    pub ground: Option<Spanned<String>>,
}

impl RawTheme {
    pub fn light(&self) -> RawPalette {
        RawPalette {
            accent: self.accent.clone(),
            sign: self.sign.clone(),
            second: self.second.clone(),
            third: self.third.clone(),
            ground: self.ground.clone(),
        }
    }
}

/// A catalogue of others.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCatalogue {
    pub id: Spanned<String>,
    #[serde(default)]
    pub paths: Vec<Spanned<String>>,
    pub title: Text,
    pub publisher: String,
    pub url: Option<Spanned<String>>,
    pub retrieved: Option<Spanned<String>>,
}

const fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTown {
    pub id: Spanned<String>,
    pub names: Text,
    pub zone: Spanned<String>,
    pub languages: Spanned<Vec<String>>,
    pub centre: Spanned<LonLat>,
    pub public_holidays: Option<Spanned<String>>,
    /// Draw a preview picture for each street's page.
    #[serde(default = "yes")]
    pub previews: bool,
    /// What the catalogue says of itself.
    #[serde(default)]
    pub description: Text,
    pub publisher: Option<RawAgent>,
    pub homepage: Option<Spanned<String>>,
    pub created: Option<Spanned<String>>,
}

/// Who: a town, a company, a person.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawAgent {
    pub name: Spanned<String>,
    pub url: Option<Spanned<String>>,
    pub email: Option<Spanned<String>>,
}

/// A page that uses a source.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawUse {
    pub title: Text,
    pub url: Spanned<String>,
}

/// Keywords of no language, or some per language.
#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "expected a list of words, or a table of lists per language"
)]
pub(super) enum Keywords {
    Same(Vec<String>),
    ByLanguage(BTreeMap<String, Vec<String>>),
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawEthics {
    pub why: Text,
    pub seen: Text,
    pub missed: Text,
    pub findable: Text,
    pub consent: Text,
    pub errors: Text,
    pub decides: Text,
    pub objection: Text,
    pub results: Text,
    pub until: Text,
    pub responsible: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSource {
    pub id: Spanned<String>,
    pub format: Format,
    #[serde(default)]
    pub paths: Vec<Spanned<String>>,
    pub publisher: String,
    #[serde(default)]
    pub url: String,
    pub licence: Spanned<String>,
    #[serde(default)]
    pub attribution: String,
    pub title: Text,
    #[serde(default)]
    pub description: Text,
    #[serde(default)]
    pub accuracy: Text,
    #[serde(default)]
    pub notes: Text,
    pub retrieved: Option<Spanned<String>>,
    pub device: Option<Device>,
    pub zone: Option<Spanned<String>>,
    pub region: Option<Spanned<Region>>,
    pub columns: Option<Spanned<toml::Table>>,
    pub municipality: Option<Spanned<String>>,
    pub sites: Option<Spanned<String>>,
    pub directions: Option<Spanned<String>>,
    pub mode: Option<Spanned<Mode>>,
    pub minutes: Option<Spanned<u16>>,
    pub table: Option<Spanned<TableMap>>,
    pub segment: Option<Spanned<String>>,
    pub lanes: Option<Spanned<BTreeMap<String, Side>>>,
    pub rewrite: Option<Spanned<bool>>,
    pub email: Option<Spanned<String>>,
    pub owner: Option<RawAgent>,
    pub contact: Option<RawAgent>,
    #[serde(default)]
    pub used_by: Vec<RawUse>,
    pub keywords: Option<Keywords>,
    pub frequency: Option<Spanned<String>>,
    #[serde(default)]
    pub networks: Vec<Spanned<String>>,
    #[serde(default)]
    pub ethics: RawEthics,
    pub operator: Option<Spanned<Text>>,
    pub places_in: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawStreet {
    pub name: Option<Text>,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub municipality: Option<String>,
    #[serde(default)]
    pub segments: Vec<SegmentText>,
    pub limit: Option<f64>,
    pub limit_source: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawEvent {
    /// Left out: the whole town.
    pub segment: Option<SegmentText>,
    pub start: Spanned<String>,
    pub end: Option<Spanned<String>>,
    pub kind: Spanned<String>,
    #[serde(default)]
    pub text: Text,
}

/// A text that is the same in all languages, or one per language.
#[derive(Clone, Default, Deserialize)]
#[serde(
    untagged,
    expecting = "expected a text, or a table of texts per language"
)]
pub(super) enum Text {
    #[default]
    Nothing,
    Same(String),
    ByLanguage(BTreeMap<String, String>),
}

/// Ids are texts, but long numbers are easily written without quotes.
#[derive(Deserialize)]
#[serde(untagged, expecting = "expected the id of a segment")]
pub(super) enum SegmentText {
    Text(String),
    Number(i64),
}

impl SegmentText {
    pub fn id(self) -> SegmentId {
        match self {
            Self::Text(text) => SegmentId(text),
            Self::Number(number) => SegmentId(number.to_string()),
        }
    }
}

impl Text {
    pub fn names(self) -> Names {
        let by_language = match self {
            Self::Nothing => BTreeMap::new(),
            Self::Same(text) => BTreeMap::from([("und".to_owned(), text)]),
            Self::ByLanguage(texts) => texts,
        };
        Names {
            by_language,
            aliases: Vec::new(),
        }
    }
}
