//! Streets as GeoJSON lines with properties that the town file names.

use super::error::ReadError;
use super::features::{OUTSIDE, features_of, limit_of, names_of, parts, property, text};
use super::pieces::{Piece, Pieces, Wanted, length_m};
use super::place::Place;
use super::report::ReadReport;
use crate::domain::SegmentId;
use serde::Deserialize;
use serde_json::Value;

pub const NO_NAME: &str = "no name";

/// The properties that hold what is wanted. In a town file: `columns = { name = "straatnm" }`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StreetColumns {
    pub id: String,
    pub name: String,
    pub limit: String,
    pub class: String,
    pub municipality: String,
}

/// OpenStreetMap's own words.
impl Default for StreetColumns {
    fn default() -> Self {
        Self {
            id: "id".to_owned(),
            name: "name".to_owned(),
            limit: "maxspeed".to_owned(),
            class: "highway".to_owned(),
            municipality: "municipality".to_owned(),
        }
    }
}

/// Reads named lines, all or those that touch a region. A feature without an id is named after `file` and its number.
pub fn read(
    file: &str,
    bytes: &[u8],
    columns: &StreetColumns,
    wanted: Wanted<'_>,
) -> Result<Pieces, ReadError> {
    let mut found = Pieces {
        pieces: Vec::new(),
        report: ReadReport::new(file),
    };
    for (feature, number) in features_of(file, bytes)?.into_iter().zip(1_u64..) {
        let place = Place::row(number);
        match piece_of(feature, number, columns, wanted, &mut found.report) {
            Ok(piece) => {
                found.pieces.push(piece);
                found.report.keep();
            }
            Err(why) => found.report.refuse(why, place),
        }
    }
    Ok(found)
}

fn piece_of(
    feature: Value,
    number: u64,
    columns: &StreetColumns,
    wanted: Wanted<'_>,
    report: &mut ReadReport,
) -> Result<Piece, &'static str> {
    let (feature, lines) = parts(feature)?;
    if wanted.region.is_some_and(|region| !region.touches(&lines)) {
        return Err(OUTSIDE);
    }
    let properties = feature.properties.as_ref();
    let member = |name: &str| property(properties, name);
    let tags = properties
        .into_iter()
        .flatten()
        .filter_map(|(key, value)| value.as_str().map(|v| (key.as_str(), v)));
    let names = names_of(
        text(member(&columns.name)).as_deref(),
        tags,
        wanted.languages,
    );
    if names.by_language.is_empty() {
        return Err(NO_NAME);
    }
    let own_id = feature.id.as_ref().map(|id| match id {
        geojson::feature::Id::String(text) => text.clone(),
        geojson::feature::Id::Number(number) => number.to_string(),
    });
    let id = text(member(&columns.id))
        .or(own_id)
        .unwrap_or_else(|| format!("feature-{number}"));
    let mut piece = Piece::new(SegmentId(id));
    piece.names = names;
    piece.municipality = text(member(&columns.municipality)).unwrap_or_default();
    piece.road_class = text(member(&columns.class)).unwrap_or_default();
    piece.limit_kmh = limit_of(
        member(&columns.limit),
        wanted.zones,
        Place::cell(number, &columns.limit),
        report,
    );
    piece.length_m = length_m(&lines);
    piece.lines = lines;
    Ok(piece)
}
