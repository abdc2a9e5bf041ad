//! An OpenStreetMap extract (`.osm.pbf`): the named streets of a town, their limits and geometry.
//!
//! Only ways with a `highway` and a name are kept, a piece each; they are put
//! together into streets later. Names of contributors are never read.

use super::error::ReadError;
use super::features::{LIMIT_UNKNOWN, OUTSIDE, names_of};
use super::foreign::decode;
use super::pieces::{Piece, Pieces, Wanted, length_m};
use super::place::Place;
use super::report::ReadReport;
use super::speed_limit::{self, Limit};
use super::streets_geojson::NO_NAME;
use crate::domain::{LonLat, SegmentId};
use osmpbf::{BlobDecode, BlobReader, Element, PrimitiveBlock, Way};
use std::collections::HashMap;
use std::io::Cursor;

const EXPECTED: &str = "an OpenStreetMap extract (.osm.pbf)";
pub const NOT_A_STREET: &str = "not a street that can be used (planned, being built, a platform)";
pub const NODES_MISSING: &str = "fewer than two of its nodes are in the file";

const NO_STREETS: [&str; 9] = [
    "proposed",
    "construction",
    "abandoned",
    "razed",
    "platform",
    "bus_stop",
    "elevator",
    "corridor",
    "raceway",
];
/// Tags that name a zone where `maxspeed` is not given.
const ZONE_TAGS: [&str; 4] = [
    "maxspeed:type",
    "source:maxspeed",
    "zone:maxspeed",
    "zone:traffic",
];

/// A named way whose nodes are not placed yet.
struct Unplaced {
    id: i64,
    piece: Piece,
    nodes: Vec<i64>,
}

/// Reads the named streets of an extract.
pub fn read(file: &str, bytes: &[u8], wanted: Wanted<'_>) -> Result<Pieces, ReadError> {
    decode(file, EXPECTED, || streets(file, bytes, wanted))
}

fn streets(file: &str, bytes: &[u8], wanted: Wanted<'_>) -> Result<Pieces, ReadError> {
    let mut report = ReadReport::new(file);
    let mut ways = Vec::new();
    each_block(file, bytes, |block| {
        block.for_each_element(|element| {
            if let Element::Way(way) = element {
                ways.extend(named_way(&way, wanted, &mut report));
            }
        });
    })?;
    let mut places: HashMap<i64, Option<LonLat>> = ways
        .iter()
        .flat_map(|way| way.nodes.iter().map(|node| (*node, None)))
        .collect();
    each_block(file, bytes, |block| {
        block.for_each_element(|element| {
            let (id, lon, lat) = match &element {
                Element::Node(node) => (node.id(), node.lon(), node.lat()),
                Element::DenseNode(node) => (node.id(), node.lon(), node.lat()),
                _ => return,
            };
            if let Some(place) = places.get_mut(&id) {
                *place = Some(LonLat { lon, lat });
            }
        });
    })?;
    let mut pieces = Vec::with_capacity(ways.len());
    for mut way in ways {
        let line: Vec<LonLat> = way
            .nodes
            .iter()
            .filter_map(|node| places.get(node).copied().flatten())
            .collect();
        let lines = vec![line];
        if lines.iter().all(|line| line.len() < 2) {
            report.refuse(NODES_MISSING, Place::Way(way.id));
        } else if wanted.region.is_some_and(|region| !region.touches(&lines)) {
            report.refuse(OUTSIDE, Place::Way(way.id));
        } else {
            way.piece.length_m = length_m(&lines);
            way.piece.lines = lines;
            pieces.push(way.piece);
            report.keep();
        }
    }
    Ok(Pieces { pieces, report })
}

fn named_way(way: &Way<'_>, wanted: Wanted<'_>, report: &mut ReadReport) -> Option<Unplaced> {
    let tags: Vec<(&str, &str)> = way.tags().collect();
    let tag = |name: &str| tags.iter().find(|(key, _)| *key == name).map(|(_, v)| *v);
    let class = tag("highway")?;
    let place = || Place::Way(way.id());
    let names = names_of(tag("name"), tags.iter().copied(), wanted.languages);
    if names.by_language.is_empty() {
        report.refuse(NO_NAME, place());
        return None;
    }
    if NO_STREETS.contains(&class) {
        report.refuse(NOT_A_STREET, place());
        return None;
    }
    let mut piece = Piece::new(SegmentId(format!("way-{}", way.id())));
    piece.names = names;
    class.clone_into(&mut piece.road_class);
    piece.limit_kmh = match tag("maxspeed").map(|text| speed_limit::parse(text, wanted.zones)) {
        Some(Limit::Kmh(kmh)) => Some(kmh),
        Some(Limit::NoNumber) => None,
        Some(Limit::Unknown) => {
            report.warn(LIMIT_UNKNOWN, place());
            None
        }
        None => ZONE_TAGS
            .iter()
            .find_map(|name| wanted.zones.get(tag(name)?).copied()),
    };
    Some(Unplaced {
        id: way.id(),
        piece,
        nodes: way.refs().collect(),
    })
}

fn each_block(
    file: &str,
    bytes: &[u8],
    mut take: impl FnMut(&PrimitiveBlock),
) -> Result<(), ReadError> {
    let wrong = |at: u64, found: &osmpbf::Error| {
        ReadError::malformed(file, Place::Byte(at), found.to_string(), EXPECTED)
    };
    let blobs = BlobReader::new_seekable(Cursor::new(bytes)).map_err(|e| wrong(0, &e))?;
    let mut at = 0;
    let mut is_empty = true;
    for blob in blobs {
        let blob = blob.map_err(|e| wrong(at, &e))?;
        at = blob.offset().map_or(at, |offset| offset.0);
        is_empty = false;
        if let BlobDecode::OsmData(block) = blob.decode().map_err(|e| wrong(at, &e))? {
            take(&block);
        }
    }
    if is_empty {
        return Err(ReadError::malformed(
            file,
            Place::Byte(0),
            "nothing",
            EXPECTED,
        ));
    }
    Ok(())
}
