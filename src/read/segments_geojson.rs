//! Telraam's segments as GeoJSON, as the API answers (2023 snapshot) and as
//! "Berlin zählt Mobilität" publishes them, with OpenStreetMap tags and an address.
//!
//! The list `cameras` holds device and user ids, which are personal data
//! (definitions 4.12). Only the members named below are read; that one never is.

use super::error::ReadError;
use super::features::{OUTSIDE, features_of, limit_of, names_of, parts, text, texts};
use super::pieces::{Piece, Pieces, Wanted, length_m};
use super::place::Place;
use super::report::ReadReport;
use super::telraam::NO_SEGMENT;
use crate::domain::SegmentId;
use serde_json::Value;

pub const TWICE: &str = "the same segment again";

/// Reads segments, all or those that touch a region.
pub fn read(file: &str, bytes: &[u8], wanted: Wanted<'_>) -> Result<Pieces, ReadError> {
    let mut found = Pieces {
        pieces: Vec::new(),
        report: ReadReport::new(file),
    };
    for (feature, number) in features_of(file, bytes)?.into_iter().zip(1..) {
        let place = Place::row(number);
        match piece_of(feature, wanted, &place, &mut found.report) {
            Ok(piece) if found.pieces.iter().any(|p| p.segment == piece.segment) => {
                found.report.refuse(TWICE, place);
            }
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
    wanted: Wanted<'_>,
    place: &Place,
    report: &mut ReadReport,
) -> Result<Piece, &'static str> {
    let (feature, lines) = parts(feature)?;
    let properties = feature.properties.as_ref();
    let member = |name: &str| properties.and_then(|p| p.get(name));
    let segment = text(member("segment_id"))
        .or_else(|| text(member("oidn")))
        .filter(|id| id != "-1")
        .ok_or(NO_SEGMENT)?;
    if wanted.region.is_some_and(|region| !region.touches(&lines)) {
        return Err(OUTSIDE);
    }
    let mut piece = Piece::new(SegmentId(segment));
    piece.is_counter_segment = true;
    piece.length_m = length_m(&lines);
    piece.lines = lines;
    let Some(osm) = member("osm") else {
        return Ok(piece);
    };
    let address = |name: &str| text(osm.get("address").and_then(|a| a.get(name)));
    let road = address("road");
    // A stretch that bears two names is called by the first that the address confirms.
    let of_way = texts(osm.get("name"));
    let name = of_way
        .iter()
        .find(|name| Some(*name) == road.as_ref())
        .or(of_way.first())
        .or(road.as_ref())
        .cloned();
    piece.names = names_of(name.as_deref(), std::iter::empty(), &[]);
    piece
        .names
        .aliases
        .extend(of_way.into_iter().filter(|n| Some(n) != name.as_ref()));
    piece.municipality = ["city", "town", "village", "municipality", "hamlet"]
        .into_iter()
        .find_map(address)
        .unwrap_or_default();
    piece.district = ["suburb", "city_district", "borough", "quarter"]
        .into_iter()
        .find_map(address)
        .unwrap_or_default();
    // The address is that of the nearest building. Where it lies in another
    // street, that is the cross street, and its house number says nothing here.
    piece.label = if road == name {
        address("house_number")
    } else {
        road
    }
    .unwrap_or_default();
    piece.road_class = texts(osm.get("highway"))
        .into_iter()
        .next()
        .unwrap_or_default();
    piece.limit_kmh = limit_of(osm.get("maxspeed"), wanted.zones, place.clone(), report);
    if let Some(length) = osm
        .get("length")
        .and_then(Value::as_f64)
        .filter(|l| *l > 0.0)
    {
        piece.length_m = Some(length);
    }
    Ok(piece)
}
