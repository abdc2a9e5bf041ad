//! The streets file: GeoJSON, a feature per street segment. `encode` and `decode` are exact inverses
//! but for coordinates, which are rounded to 1e-6 degrees (about 10 cm).

use super::PublishedError;
use crate::domain::{LonLat, Names, SegmentId, Street, StreetId, StreetSegment};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

#[derive(Serialize, Deserialize)]
pub(super) struct Collection {
    #[serde(rename = "type")]
    kind: String,
    features: Vec<Feature>,
}

#[derive(Serialize, Deserialize)]
struct Feature {
    #[serde(rename = "type")]
    kind: String,
    properties: Properties,
    geometry: Option<Geometry>,
}

#[derive(Serialize, Deserialize)]
struct Geometry {
    #[serde(rename = "type")]
    kind: String,
    coordinates: Vec<Vec<[f64; 2]>>,
}

/// The street is told once, at its first segment.
#[derive(Serialize, Deserialize)]
struct Properties {
    street: StreetId,
    segment: SegmentId,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    name: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    aliases: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    municipality: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    highway: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    label: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    length_m: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    limit_kmh: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    side_names: Option<(String, String)>,
}

/// The streets file of these streets.
#[must_use]
pub fn encode(streets: &[Street]) -> String {
    serde_json::to_string(&collection(streets)).unwrap_or_default()
}

pub(super) fn collection(streets: &[Street]) -> Collection {
    let mut features = Vec::new();
    for street in streets {
        for (i, segment) in street.segments.iter().enumerate() {
            let is_first = i == 0;
            features.push(Feature {
                kind: "Feature".into(),
                properties: Properties {
                    street: street.id.clone(),
                    segment: segment.id.clone(),
                    name: if is_first {
                        street.names.by_language.clone()
                    } else {
                        BTreeMap::new()
                    },
                    aliases: if is_first {
                        street.names.aliases.clone()
                    } else {
                        Vec::new()
                    },
                    municipality: if is_first {
                        street.municipality.clone()
                    } else {
                        String::new()
                    },
                    highway: if is_first {
                        street.road_class.clone()
                    } else {
                        String::new()
                    },
                    label: segment.label.clone(),
                    length_m: segment.length_m.map(|m| (m * 10.0).round() / 10.0),
                    limit_kmh: segment.limit_kmh,
                    side_names: segment.side_names.clone(),
                },
                geometry: geometry(&segment.lines),
            });
        }
    }
    Collection {
        kind: "FeatureCollection".into(),
        features,
    }
}

fn geometry(lines: &[Vec<LonLat>]) -> Option<Geometry> {
    let round = |degrees: f64| (degrees * 1e6).round() / 1e6;
    if lines.is_empty() {
        return None;
    }
    let line = |points: &Vec<LonLat>| {
        points
            .iter()
            .map(|p| [round(p.lon), round(p.lat)])
            .collect()
    };
    Some(Geometry {
        kind: "MultiLineString".into(),
        coordinates: lines.iter().map(line).collect(),
    })
}

/// The streets of a streets file, in file order.
pub fn decode(bytes: &[u8]) -> Result<Vec<Street>, PublishedError> {
    let collection: Collection = serde_json::from_slice(bytes).map_err(|cause| {
        PublishedError::new(
            format!("line {}, column {}", cause.line(), cause.column()),
            format!("streets as GeoJSON ({cause})"),
        )
    })?;
    Ok(collected(collection))
}

pub(super) fn collected(collection: Collection) -> Vec<Street> {
    let mut streets: Vec<Street> = Vec::new();
    let mut known: HashMap<StreetId, usize> = HashMap::new();
    for feature in collection.features {
        let p = feature.properties;
        let index = *known.entry(p.street.clone()).or_insert_with(|| {
            streets.push(Street {
                id: p.street.clone(),
                names: Names {
                    by_language: p.name,
                    aliases: p.aliases,
                },
                municipality: p.municipality,
                road_class: p.highway,
                segments: Vec::new(),
            });
            streets.len() - 1
        });
        let lines = feature.geometry.map(|g| g.coordinates).unwrap_or_default();
        if let Some(street) = streets.get_mut(index) {
            street.segments.push(StreetSegment {
                id: p.segment,
                label: p.label,
                lines: lines
                    .into_iter()
                    .map(|line| {
                        line.into_iter()
                            .map(|[lon, lat]| LonLat { lon, lat })
                            .collect()
                    })
                    .collect(),
                length_m: p.length_m,
                limit_kmh: p.limit_kmh,
                side_names: p.side_names,
            });
        }
    }
    streets
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(id: &str, lines: Vec<Vec<LonLat>>) -> StreetSegment {
        StreetSegment {
            id: SegmentId(id.into()),
            label: "12".into(),
            lines,
            length_m: Some(107.7),
            limit_kmh: Some(30.0),
            side_names: Some(("station".into(), "kerk".into())),
        }
    }

    #[test]
    fn streets_survive_the_round_trip() {
        let line = vec![
            LonLat {
                lon: 3.25,
                lat: 50.82,
            },
            LonLat {
                lon: 3.26,
                lat: 50.83,
            },
        ];
        let streets = vec![Street {
            id: StreetId("molenstraat".into()),
            names: Names {
                by_language: [("nl".to_owned(), "Molenstraat".to_owned())].into(),
                aliases: vec!["Meulenstraat".into()],
            },
            municipality: "Kortrijk".into(),
            road_class: "residential".into(),
            segments: vec![segment("1", vec![line.clone(), line]), segment("2", vec![])],
        }];
        assert_eq!(decode(encode(&streets).as_bytes()), Ok(streets));
    }

    #[test]
    fn a_broken_file_is_refused_with_its_place() {
        let error = decode(b"{\"type\":\"FeatureCollection\",\n\"features\":[1]}").unwrap_err();
        assert!(error.place.starts_with("line 2"), "{error}");
    }
}
