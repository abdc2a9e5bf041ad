//! GeoJSON features: their lines, names and limits.

use super::error::ReadError;
use super::place::Place;
use super::report::ReadReport;
use super::speed_limit::{self, Limit};
use crate::domain::{LonLat, Names};
use geojson::{Feature, GeometryValue, JsonObject, Position};
use serde_json::Value;
use std::collections::BTreeMap;

pub const NOT_A_FEATURE: &str = "not a GeoJSON feature";
pub const NOT_A_LINE: &str = "the geometry is not a line";
pub const OFF_THE_EARTH: &str = "a position is not in degrees";
pub const OUTSIDE: &str = "outside the region of the town file";
pub const LIMIT_UNKNOWN: &str = "a speed limit that cannot be read as one number";

/// Tags that hold further spellings of a name.
pub const ALIAS_TAGS: [&str; 6] = [
    "alt_name",
    "old_name",
    "short_name",
    "loc_name",
    "official_name",
    "reg_name",
];

/// The members of `features`, each as an object. Foreign members beside it are passed over.
pub fn features_of(file: &str, bytes: &[u8]) -> Result<Vec<Value>, ReadError> {
    const EXPECTED: &str = "a GeoJSON FeatureCollection";
    let value: Value =
        serde_json::from_slice(bytes).map_err(|e| ReadError::json(file, &e, EXPECTED))?;
    match value {
        Value::Object(mut document) => match document.remove("features") {
            Some(Value::Array(features)) => Ok(features),
            _ => Err(ReadError::malformed(
                file,
                Place::File,
                "no list `features`",
                EXPECTED,
            )),
        },
        _ => Err(ReadError::malformed(
            file,
            Place::File,
            "no object",
            EXPECTED,
        )),
    }
}

/// The feature's properties and lines, or why it is refused.
pub fn parts(feature: Value) -> Result<(Feature, Vec<Vec<LonLat>>), &'static str> {
    let feature: Feature = serde_json::from_value(feature).map_err(|_| NOT_A_FEATURE)?;
    let lines: Vec<&[Position]> = match feature.geometry.as_ref().map(|g| &g.value) {
        Some(GeometryValue::LineString { coordinates }) => vec![coordinates.as_slice()],
        Some(GeometryValue::MultiLineString { coordinates }) => {
            coordinates.iter().map(Vec::as_slice).collect()
        }
        _ => return Err(NOT_A_LINE),
    };
    let mut read = Vec::with_capacity(lines.len());
    for line in lines {
        let points: Option<Vec<LonLat>> = line.iter().map(lon_lat).collect();
        read.push(points.ok_or(OFF_THE_EARTH)?);
    }
    read.retain(|line| line.len() > 1);
    if read.is_empty() {
        return Err(NOT_A_LINE);
    }
    Ok((feature, read))
}

fn lon_lat(position: &Position) -> Option<LonLat> {
    let mut numbers = position.as_slice().iter();
    let (lon, lat) = (*numbers.next()?, *numbers.next()?);
    let on_earth = (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat);
    on_earth.then_some(LonLat { lon, lat })
}

/// Text, or a number as text; an empty text is missing.
#[must_use]
pub fn text(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => Some(text.trim().to_owned()).filter(|t| !t.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// One text or a list of them.
#[must_use]
pub fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::Array(list)) => list.iter().filter_map(|v| text(Some(v))).collect(),
        other => text(other).into_iter().collect(),
    }
}

/// `name:nl`, `name:fr` … as names per language (those of `languages`, or all where
/// it is empty), other spellings as aliases, and `name` as the undetermined one
/// unless it only repeats the others, as "Rue Neuve - Nieuwstraat" does.
#[must_use]
pub fn names_of<'t>(
    name: Option<&str>,
    tags: impl Iterator<Item = (&'t str, &'t str)>,
    languages: &[String],
) -> Names {
    let mut names = Names::default();
    for (key, value) in tags {
        let value = value.trim();
        if value.is_empty() {
            continue;
        }
        if let Some(language) = key.strip_prefix("name:") {
            // `name:etymology` and the like are no languages.
            let is_language = (2..=3).contains(&language.len());
            if is_language && (languages.is_empty() || languages.iter().any(|l| l == language)) {
                names
                    .by_language
                    .insert(language.to_owned(), value.to_owned());
            }
        } else if ALIAS_TAGS.contains(&key) {
            for alias in value.split(';').map(str::trim).filter(|a| !a.is_empty()) {
                names.aliases.push(alias.to_owned());
            }
        }
    }
    if let Some(name) = name.map(str::trim).filter(|n| !n.is_empty()) {
        let mut others = names.by_language.values();
        let only_repeats = others.any(|other| other == name)
            || (names.by_language.len() > 1
                && names
                    .by_language
                    .values()
                    .all(|other| name.contains(other.as_str())));
        if !only_repeats {
            names.by_language.insert("und".to_owned(), name.to_owned());
        }
    }
    names.aliases.sort();
    names.aliases.dedup();
    names
}

/// The limit of a property that holds a text, a number or a list of them.
pub fn limit_of(
    value: Option<&Value>,
    zones: &BTreeMap<String, f64>,
    place: Place,
    report: &mut ReadReport,
) -> Option<f64> {
    let mut limits = texts(value);
    limits.dedup();
    let limit = match limits.as_slice() {
        [] => return None,
        [one] => speed_limit::parse(one, zones),
        _ => Limit::Unknown,
    };
    match limit {
        Limit::Kmh(kmh) => Some(kmh),
        Limit::NoNumber => None,
        Limit::Unknown => {
            report.warn(LIMIT_UNKNOWN, place);
            None
        }
    }
}

/// A property of a feature.
#[must_use]
pub fn property<'f>(properties: Option<&'f JsonObject>, name: &str) -> Option<&'f Value> {
    properties?.get(name)
}
