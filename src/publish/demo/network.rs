//! The town's streets in WGS84, cut into segments at junctions.

use super::junctions::{Vertex, lay_out};
use super::plan::{PlannedStreet, streets};
use super::shape::{Point, length};
use crate::domain::{LonLat, Names, SegmentId, Street, StreetId, StreetSegment};
use std::collections::{BTreeMap, BTreeSet};

/// The market of the town: open water, more than 40 km off the Belgian coast.
pub const CENTRE: LonLat = LonLat {
    lon: 2.45,
    lat: 51.55,
};
/// Mean radius of the earth, metres.
const EARTH_M: f64 = 6_371_008.8;
/// A segment is not cut off before it is this long.
const SEGMENT_M: f64 = 150.0;
/// Telraam's ids start with 9 and are ten digits long; these can be told apart at a glance.
const FIRST_SEGMENT: u64 = 1_000_000_001;

/// All streets, in the plan's order.
pub fn build() -> Vec<Street> {
    let planned = streets();
    let lines = lay_out(&planned);
    let mut crossing: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (street, line) in lines.iter().enumerate() {
        for junction in line.iter().filter_map(|v| v.junction) {
            crossing.entry(junction).or_default().insert(street);
        }
    }
    let mut next_id = FIRST_SEGMENT;
    let mut streets = Vec::new();
    for (i, (plan, line)) in planned.iter().zip(&lines).enumerate() {
        let parts = cut(line, plan.is_closed());
        let several = parts.len() > 1;
        let segments = parts
            .into_iter()
            .map(|part| {
                let ends = [part.first(), part.last()].map(|end| {
                    let junction = end.and_then(|v| v.junction);
                    let met = junction.and_then(|j| crossing.get(&j));
                    let other = met.and_then(|set| set.iter().find(|s| **s != i));
                    other.and_then(|s| planned.get(*s)).map(PlannedStreet::name)
                });
                let label = if several { label(ends) } else { String::new() };
                let segment = segment(next_id, label, &part, plan);
                next_id += 1;
                segment
            })
            .collect();
        streets.push(Street {
            id: StreetId(slug(plan, &planned)),
            names: names(plan),
            municipality: plan.municipality.to_owned(),
            road_class: plan.road_class.to_owned(),
            segments,
        });
    }
    streets
}

/// Cuts a line at junctions into parts of `SEGMENT_M` or more.
fn cut(line: &[Vertex], is_closed: bool) -> Vec<Vec<Vertex>> {
    let mut parts = vec![Vec::<Vertex>::new()];
    let points: Vec<Point> = line.iter().map(|v| v.point).collect();
    let mut done = 0.0;
    let whole = length(&points);
    for vertex in line {
        let Some(part) = parts.last_mut() else { break };
        part.push(*vertex);
        let along = length(&part.iter().map(|v| v.point).collect::<Vec<_>>());
        let left = whole - done - along;
        if !is_closed && vertex.junction.is_some() && along >= SEGMENT_M && left >= SEGMENT_M {
            done += along;
            parts.push(vec![*vertex]);
        }
    }
    parts
}

/// The cross streets between which a segment lies.
fn label(ends: [Option<&str>; 2]) -> String {
    match ends {
        [Some(a), Some(b)] if a != b => format!("{a} – {b}"),
        [Some(a), _] | [_, Some(a)] => a.to_owned(),
        _ => String::new(),
    }
}

fn segment(id: u64, label: String, part: &[Vertex], plan: &PlannedStreet) -> StreetSegment {
    let line: Vec<LonLat> = part.iter().map(|v| lon_lat(v.point)).collect();
    let metres: f64 = line
        .iter()
        .zip(line.iter().skip(1))
        .map(|(a, b)| haversine_m(*a, *b))
        .sum();
    StreetSegment {
        id: SegmentId(id.to_string()),
        label,
        lines: vec![line],
        length_m: Some((metres * 10.0).round() / 10.0),
        limit_kmh: plan.limit_kmh,
        side_names: None,
    }
}

/// Degrees, to about a decimetre.
fn lon_lat(p: Point) -> LonLat {
    let degrees = |metres: f64| (metres / EARTH_M).to_degrees();
    let round = |degrees: f64| (degrees * 1e6).round() / 1e6;
    LonLat {
        lon: round(CENTRE.lon + degrees(p.x) / CENTRE.lat.to_radians().cos()),
        lat: round(CENTRE.lat + degrees(p.y)),
    }
}

fn haversine_m(a: LonLat, b: LonLat) -> f64 {
    let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    let h = half(b.lat - a.lat)
        + a.lat.to_radians().cos() * b.lat.to_radians().cos() * half(b.lon - a.lon);
    2.0 * EARTH_M * h.sqrt().asin()
}

fn names(plan: &PlannedStreet) -> Names {
    Names {
        by_language: [("nl", plan.dutch), ("fr", plan.french)]
            .into_iter()
            .filter(|(_, name)| !name.is_empty())
            .map(|(language, name)| (language.to_owned(), name.to_owned()))
            .collect(),
        aliases: plan.aliases.iter().map(|&a| a.to_owned()).collect(),
    }
}

/// The address of a street; with its municipality where an earlier street has the same name.
fn slug(plan: &PlannedStreet, planned: &[PlannedStreet]) -> String {
    let first = planned.iter().find(|p| p.name() == plan.name());
    if first.is_none_or(|first| first.municipality == plan.municipality) {
        ascii(plan.name())
    } else {
        format!("{}-{}", ascii(plan.name()), ascii(plan.municipality))
    }
}

/// Lower-case ASCII words with hyphens.
fn ascii(name: &str) -> String {
    let mut out = String::new();
    for c in name.to_lowercase().chars() {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            'é' | 'è' | 'ê' | 'ë' => out.push('e'),
            'ï' | 'î' => out.push('i'),
            'ç' => out.push('c'),
            'œ' => out.push_str("oe"),
            '\'' => {}
            _ if out.ends_with('-') => {}
            _ => out.push('-'),
        }
    }
    out.trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_names_are_not_empty() {
        let streets = build();
        let ids: BTreeSet<&str> = streets.iter().map(|s| s.id.0.as_str()).collect();
        assert_eq!(ids.len(), streets.len());
        let segments: Vec<&str> = streets
            .iter()
            .flat_map(|s| s.segments.iter().map(|g| g.id.0.as_str()))
            .collect();
        assert_eq!(
            segments.iter().collect::<BTreeSet<_>>().len(),
            segments.len()
        );
        for street in &streets {
            assert!(!street.names.in_language("nl").is_empty(), "{}", street.id);
            assert!(
                street
                    .id
                    .0
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b == b'-'),
                "{}",
                street.id
            );
        }
    }

    #[test]
    fn every_street_can_be_reached_from_the_market() {
        let streets = build();
        let key = |p: &LonLat| (p.lon.to_bits(), p.lat.to_bits());
        let points: Vec<BTreeSet<(u64, u64)>> = streets
            .iter()
            .map(|s| s.segments.iter().flat_map(|g| &g.lines).flatten())
            .map(|line| line.map(key).collect())
            .collect();
        let market = streets.iter().position(|s| s.id.0 == "markt").unwrap();
        let mut reached = BTreeSet::from([market]);
        let mut todo = vec![market];
        while let Some(i) = todo.pop() {
            for (j, other) in points.iter().enumerate() {
                if !reached.contains(&j) && !points[i].is_disjoint(other) {
                    reached.insert(j);
                    todo.push(j);
                }
            }
        }
        let lost: Vec<&str> = streets
            .iter()
            .enumerate()
            .filter(|(i, _)| !reached.contains(i))
            .map(|(_, s)| s.id.0.as_str())
            .collect();
        assert!(lost.is_empty(), "{lost:?}");
    }

    #[test]
    fn no_two_streets_share_a_stretch() {
        let mut seen = BTreeSet::new();
        for street in build() {
            for line in street.segments.iter().flat_map(|g| &g.lines) {
                for pair in line.windows(2) {
                    let metres = haversine_m(pair[0], pair[1]);
                    assert!(metres > 3.0, "{}: an edge of {metres} m", street.id);
                    let mut ends = [pair[0], pair[1]].map(|p| (p.lon.to_bits(), p.lat.to_bits()));
                    ends.sort_unstable();
                    assert!(
                        seen.insert(ends),
                        "{} lies on another street at {:?}",
                        street.id,
                        pair[0]
                    );
                }
            }
        }
    }

    #[test]
    fn a_degree_of_latitude_is_111_km_long() {
        let a = LonLat {
            lon: 2.0,
            lat: 51.0,
        };
        let b = LonLat {
            lon: 2.0,
            lat: 52.0,
        };
        assert!((haversine_m(a, b) - 111_195.1).abs() < 0.1);
    }

    #[test]
    fn two_names_differ_by_one_letter_and_one_name_exists_twice() {
        let streets = build();
        let dutch: Vec<&str> = streets.iter().map(|s| s.names.in_language("nl")).collect();
        for name in [
            "Meerstraat",
            "Meersstraat",
            "'s-Gravenstraat",
            "Zeeëgelstraat",
        ] {
            assert!(dutch.contains(&name), "{name}");
        }
        let named_church: Vec<&Street> = streets
            .iter()
            .filter(|s| s.names.in_language("nl") == "Kerkstraat")
            .collect();
        assert_eq!(named_church.len(), 2);
        assert_ne!(named_church[0].municipality, named_church[1].municipality);
    }
}
