//! Pieces of several sources become streets: one street per name and municipality,
//! unless its pieces lie too far apart to be one street.

use super::town_file::StreetOverride;
use crate::domain::fold::{fold, slug};
use crate::domain::{Names, SegmentId, Street, StreetId, StreetSegment};
use crate::read::counts::Site;
use crate::read::pieces::{Piece, gap_m};
use std::collections::{BTreeMap, BTreeSet};

/// Metres that may lie between two counters' stretches of one street: they are samples of it.
const COUNTERS_APART_M: f64 = 2_000.0;
/// Metres that may lie between two ways of one street: a crossing, a square.
const WAYS_APART_M: f64 = 300.0;

/// What is known of a town's streets.
#[derive(Debug)]
pub struct Known<'a> {
    /// In the order of the sources: where two speak of one segment, the first is believed and the second fills gaps.
    pub pieces: Vec<Piece>,
    /// Segments with counts and what the counts say of them.
    pub counted: BTreeMap<SegmentId, Site>,
    pub overrides: &'a [StreetOverride],
    /// The language that names a street's address.
    pub language: &'a str,
}

/// Streets, and overrides that found nothing to override.
#[derive(Debug, Default)]
pub struct Put {
    pub streets: Vec<Street>,
    pub warnings: Vec<String>,
    /// What the town file added, a line each.
    pub notes: Vec<String>,
}

/// Puts the pieces together.
#[must_use]
pub fn put_together(known: Known<'_>) -> Put {
    let mut put = Put::default();
    let mut pieces = one_per_segment(known.pieces);
    let places: BTreeMap<SegmentId, usize> = pieces
        .iter()
        .enumerate()
        .map(|(place, piece)| (piece.segment.clone(), place))
        .collect();
    for (segment, site) in &known.counted {
        let at = places.get(segment).copied().unwrap_or_else(|| {
            let mut piece = Piece::new(segment.clone());
            piece.is_counter_segment = true;
            pieces.push(piece);
            pieces.len() - 1
        });
        let Some(piece) = pieces.get_mut(at) else {
            continue;
        };
        if piece.names.by_language.is_empty() && !site.name.is_empty() {
            let name = site.name.clone();
            piece.names.by_language.insert("und".to_owned(), name);
        }
        if piece.municipality.is_empty() {
            piece.municipality.clone_from(&site.municipality);
        }
        if piece.lines.is_empty() {
            piece.lines.extend(site.position.map(|point| vec![point]));
        }
    }
    for wish in known.overrides {
        apply(wish, &mut pieces, &mut put);
    }
    // A counter without any name is found by the number under which its publisher knows it.
    for piece in &mut pieces {
        if piece.names.by_language.is_empty() {
            let name = format!("Telraam-segment {}", piece.segment);
            piece.names.by_language.insert("und".to_owned(), name);
        }
    }
    let mut groups: BTreeMap<(String, String), Vec<Piece>> = BTreeMap::new();
    for piece in pieces {
        let name = fold(piece.names.in_language(known.language));
        let key = (name, fold(&piece.municipality));
        groups.entry(key).or_default().push(piece);
    }
    for group in groups.into_values() {
        let clusters = clusters_of(group);
        let is_split = clusters.len() > 1;
        for cluster in clusters {
            put.streets
                .push(street_of(cluster, is_split, &known.counted));
        }
    }
    name_addresses(&mut put.streets, known.language);
    put
}

fn one_per_segment(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut first: BTreeMap<SegmentId, usize> = BTreeMap::new();
    let mut kept: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let Some(old) = first.get(&piece.segment).and_then(|i| kept.get_mut(*i)) else {
            first.insert(piece.segment.clone(), kept.len());
            kept.push(piece);
            continue;
        };
        if old.names.by_language.is_empty() {
            old.names = piece.names;
        }
        for (old, new) in [
            (&mut old.municipality, piece.municipality),
            (&mut old.district, piece.district),
            (&mut old.road_class, piece.road_class),
            (&mut old.label, piece.label),
        ] {
            if old.is_empty() {
                *old = new;
            }
        }
        if old.lines.is_empty() {
            old.lines = piece.lines;
        }
        old.length_m = old.length_m.or(piece.length_m);
        old.limit_kmh = old.limit_kmh.or(piece.limit_kmh);
    }
    kept
}

fn apply(wish: &StreetOverride, pieces: &mut [Piece], put: &mut Put) {
    let wished: BTreeSet<String> = wish.names.by_language.values().map(|n| fold(n)).collect();
    let mut found: BTreeSet<&SegmentId> = BTreeSet::new();
    let mut touched = 0;
    for piece in pieces.iter_mut() {
        let by_id = wish.segments.iter().find(|id| **id == piece.segment);
        let by_name = piece
            .names
            .by_language
            .values()
            .any(|n| wished.contains(&fold(n)));
        if let Some(id) = by_id {
            found.insert(id);
        } else if !(wish.segments.is_empty() && by_name) {
            continue;
        }
        touched += 1;
        if !wish.names.by_language.is_empty() {
            piece.names.by_language = wish.names.by_language.clone();
        }
        piece
            .names
            .aliases
            .extend(wish.names.aliases.iter().cloned());
        if let Some(municipality) = &wish.municipality {
            piece.municipality.clone_from(municipality);
        }
        if let Some((limit, source)) = &wish.limit {
            piece.limit_kmh = Some(*limit);
            put.notes.push(format!(
                "Speed limit of segment {} taken as {limit} km/h from: {source}",
                piece.segment
            ));
        }
    }
    let line = &wish.place;
    for id in wish.segments.iter().filter(|id| !found.contains(id)) {
        put.warnings
            .push(format!("{line}: no source has a segment {id}"));
    }
    if touched == 0 && wish.segments.is_empty() {
        put.warnings
            .push(format!("{line}: no source has a street of this name"));
    }
}

/// Pieces that lie near one another, by way of others if need be. What has no
/// geometry stays with the first.
fn clusters_of(group: Vec<Piece>) -> Vec<Vec<Piece>> {
    let mut clusters: Vec<Vec<Piece>> = Vec::new();
    let mut unplaced = Vec::new();
    for piece in group {
        if piece.lines.is_empty() {
            unplaced.push(piece);
            continue;
        }
        let (near, far): (Vec<_>, Vec<_>) = clusters
            .into_iter()
            .partition(|cluster| cluster.iter().any(|other| is_near(&piece, other)));
        clusters = far;
        let mut joined: Vec<Piece> = near.into_iter().flatten().collect();
        joined.push(piece);
        clusters.push(joined);
    }
    match clusters.first_mut() {
        Some(first) => first.extend(unplaced),
        None => clusters.push(unplaced),
    }
    clusters
}

fn is_near(a: &Piece, b: &Piece) -> bool {
    let apart = if a.is_counter_segment || b.is_counter_segment {
        COUNTERS_APART_M
    } else {
        WAYS_APART_M
    };
    gap_m(&a.lines, &b.lines) <= apart
}

fn street_of(
    mut pieces: Vec<Piece>,
    is_split: bool,
    counted: &BTreeMap<SegmentId, Site>,
) -> Street {
    pieces.sort_by(|a, b| a.segment.cmp(&b.segment));
    let mut names = Names::default();
    let mut municipality = String::new();
    let mut district = String::new();
    let mut metres_by_class: BTreeMap<String, f64> = BTreeMap::new();
    for piece in &pieces {
        for (language, name) in &piece.names.by_language {
            let known = names.by_language.entry(language.clone());
            known.or_insert_with(|| name.clone());
        }
        names.aliases.extend(piece.names.aliases.iter().cloned());
        if municipality.is_empty() {
            municipality.clone_from(&piece.municipality);
        }
        if district.is_empty() {
            district.clone_from(&piece.district);
        }
        if !piece.road_class.is_empty() {
            *metres_by_class.entry(piece.road_class.clone()).or_default() +=
                piece.length_m.unwrap_or(1.0);
        }
    }
    names.aliases.sort();
    names.aliases.dedup();
    let official: BTreeSet<String> = names.by_language.values().map(|n| fold(n)).collect();
    // "Sintmartenslaan" beside "Sint-Martenslaan" differs in blanks, so it stays an alias.
    names
        .aliases
        .retain(|alias| !official.contains(&fold(alias)));
    if is_split && !district.is_empty() {
        municipality = if municipality.is_empty() {
            district
        } else {
            format!("{municipality} ({district})")
        };
    }
    let road_class = metres_by_class
        .into_iter()
        .max_by(|a, b| a.1.total_cmp(&b.1).then_with(|| b.0.cmp(&a.0)))
        .map(|(class, _)| class)
        .unwrap_or_default();
    Street {
        id: StreetId(String::new()),
        names,
        municipality,
        road_class,
        segments: segments_of(pieces, counted),
    }
}

/// Counters' stretches one by one; ways of a map joined where they have the same limit.
fn segments_of(pieces: Vec<Piece>, counted: &BTreeMap<SegmentId, Site>) -> Vec<StreetSegment> {
    let mut segments: Vec<StreetSegment> = Vec::new();
    let mut joined: Vec<usize> = Vec::new();
    for piece in pieces {
        let stands_alone = piece.is_counter_segment || counted.contains_key(&piece.segment);
        if !stands_alone {
            let same = joined.iter().copied().find(|i| {
                segments
                    .get(*i)
                    .is_some_and(|s| s.limit_kmh == piece.limit_kmh)
            });
            if let Some(segment) = same.and_then(|i| segments.get_mut(i)) {
                segment.length_m = match (segment.length_m, piece.length_m) {
                    (Some(a), Some(b)) => Some(a + b),
                    (a, b) => a.or(b),
                };
                segment.lines.extend(piece.lines);
                continue;
            }
            joined.push(segments.len());
        }
        let side_names = counted
            .get(&piece.segment)
            .and_then(|site| site.side_names.clone());
        segments.push(StreetSegment {
            id: piece.segment,
            label: piece.label,
            lines: piece.lines,
            length_m: piece.length_m,
            limit_kmh: piece.limit_kmh,
            side_names,
        });
    }
    segments
}

/// The address of a street is its name; where several streets share one, the
/// municipality follows, and a number where that does not tell them apart.
fn name_addresses(streets: &mut [Street], language: &str) {
    streets.sort_by_cached_key(|street| {
        (
            slug(street.names.in_language(language)),
            slug(&street.municipality),
            street.segments.first().map(|s| s.id.clone()),
        )
    });
    let own = |street: &Street| {
        let text = slug(street.names.in_language(language));
        if text.is_empty() {
            "street".to_owned()
        } else {
            text
        }
    };
    let mut sharing: BTreeMap<String, usize> = BTreeMap::new();
    for street in streets.iter() {
        *sharing.entry(own(street)).or_default() += 1;
    }
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for street in streets.iter_mut() {
        let mut id = own(street);
        let municipality = slug(&street.municipality);
        if sharing.get(&id).is_some_and(|n| *n > 1) && !municipality.is_empty() {
            id = format!("{id}-{municipality}");
        }
        let mut numbered = id.clone();
        let mut number = 1;
        while !taken.insert(numbered.clone()) {
            number += 1;
            numbered = format!("{id}-{number}");
        }
        street.id = StreetId(numbered);
    }
}
