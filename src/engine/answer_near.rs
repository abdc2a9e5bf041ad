//! A street and what lies around it, for a small map that needs no map library.

use super::answer_map::{breaks_of, cars_of, level, widen};
use super::answer_street::sources_of_streets;
use super::answer_town::{Overview, by_segment, overview, source_line, summary_of, with_usual};
use super::geometry::distance_m;
use super::store::{Need, Store};
use crate::domain::order::order;
use crate::domain::{LonLat, SegmentId, Street, StreetId};
use crate::query::Failure;
use crate::query::plate::{NearCounted, NearMap, NearStretch};
use crate::table::SummaryRow;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Metres around the street that are shown at least, and how wide and high the map is at least.
const AROUND_M: f64 = 200.0;
const LEAST_M: (f64, f64) = (900.0, 675.0);
/// Width by height.
const SHAPE: f64 = 4.0 / 3.0;

pub(super) fn near(store: &mut Store, id: &StreetId) -> Result<NearMap, Need> {
    let Overview {
        opened,
        streets,
        summary,
    } = overview(store)?;
    let here = streets.iter().find(|street| street.id == *id);
    let here = here.ok_or_else(|| Failure::UnknownStreet { street: id.clone() })?;
    let languages = &opened.catalog.town.languages;
    let by_segment = by_segment(&summary);
    let breaks = breaks_of(&summary);
    let mut map = NearMap {
        id: id.clone(),
        names: with_usual(&here.names, languages),
        municipality: here.municipality.clone(),
        bounds: None,
        degree_m: (1.0, 1.0),
        stretches: Vec::new(),
        counted: Vec::new(),
        streets: 0,
        breaks,
        sources: sources_of_streets(&opened),
    };
    let Some(own) = bounds(here.segments.iter().flat_map(|s| &s.lines)) else {
        return Ok(map);
    };
    let (frame, degree_m) = framed(own);
    map.bounds = Some(frame);
    map.degree_m = degree_m;
    let is_in = |lines: &Vec<Vec<LonLat>>| lines.iter().any(|line| is_seen(line, &frame));
    let (mut own, mut counted_here) = (Vec::new(), Vec::new());
    let mut datasets: Vec<&str> = Vec::new();
    for street in streets.iter() {
        let is_here = street.id == *id;
        let within = || street.segments.iter().filter(|s| is_in(&s.lines));
        if within().next().is_none() {
            continue;
        }
        map.streets += 1;
        for segment in within() {
            let rows = by_segment.get(&segment.id);
            datasets.extend(
                rows.iter()
                    .flat_map(|rows| rows.iter())
                    .map(|row| row.dataset.as_str()),
            );
            let stretch = NearStretch {
                lines: segment.lines.clone(),
                level: level(rows.is_some(), cars_of(rows), &breaks),
                is_here,
            };
            let list = if is_here {
                &mut own
            } else {
                &mut map.stretches
            };
            list.push(stretch);
        }
        counted_here.extend(counted(street, is_here, &by_segment, languages));
    }
    // On top.
    map.stretches.append(&mut own);
    map.counted = ordered(&counted_here);
    // In the order of the catalogue.
    let told = opened.catalog.datasets.iter();
    map.sources.extend(
        told.filter(|dataset| datasets.contains(&dataset.id.as_str()))
            .filter_map(|dataset| Some(source_line(dataset, dataset.distributions.first()?, 0))),
    );
    Ok(map)
}

fn counted(
    street: &Street,
    is_here: bool,
    by_segment: &BTreeMap<&SegmentId, Vec<&SummaryRow>>,
    languages: &[String],
) -> Option<NearCounted> {
    let summary = summary_of(street, by_segment)?;
    Some(NearCounted {
        id: street.id.clone(),
        names: with_usual(&street.names, languages),
        cars_per_working_day: summary.cars_per_working_day,
        hours_of_day: summary.hours_of_day,
        is_here,
    })
}

/// The street itself first, then most cars. By the one sort that lists share: each of its own is code.
fn ordered(all: &[NearCounted]) -> Vec<NearCounted> {
    let cars = |one: &NearCounted| one.cars_per_working_day.unwrap_or(-1.0);
    let by = |a: usize, b: usize| match (all.get(a), all.get(b)) {
        (Some(a), Some(b)) => b
            .is_here
            .cmp(&a.is_here)
            .then(cars(b).total_cmp(&cars(a)))
            .then(a.id.cmp(&b.id)),
        _ => Ordering::Equal,
    };
    order(all.len(), &by)
        .into_iter()
        .filter_map(|at| all.get(at).cloned())
        .collect()
}

fn bounds<'a>(lines: impl Iterator<Item = &'a Vec<LonLat>>) -> Option<[f64; 4]> {
    lines
        .flatten()
        .fold(None, |bounds, point| Some(widen(bounds, *point)))
}

/// A part of the line lies within the frame.
fn is_seen(line: &[LonLat], frame: &[f64; 4]) -> bool {
    // A place that is known as a point only is a line from there to there.
    let ends = line.iter().skip(1).chain(line.last());
    line.iter().zip(ends).any(|(a, b)| crosses(*a, *b, frame))
}

/// What is left of a stretch when it is cut at each side of the frame (Liang and Barsky, 1984) is more than nothing.
fn crosses(a: LonLat, b: LonLat, [west, south, east, north]: &[f64; 4]) -> bool {
    let (x, y) = (b.lon - a.lon, b.lat - a.lat);
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    let sides = [
        (-x, a.lon - west),
        (x, east - a.lon),
        (-y, a.lat - south),
        (y, north - a.lat),
    ];
    for (speed, room) in sides {
        if speed < 0.0 {
            from = from.max(room / speed);
        } else if speed > 0.0 {
            to = to.min(room / speed);
        } else if room < 0.0 {
            return false;
        }
    }
    from <= to
}

/// The bounds with room around them, in the shape of the map; and metres of a degree there.
fn framed([west, south, east, north]: [f64; 4]) -> ([f64; 4], (f64, f64)) {
    let middle = LonLat {
        lon: f64::midpoint(west, east),
        lat: f64::midpoint(south, north),
    };
    let to = |lon: f64, lat: f64| {
        let other = LonLat {
            lon: middle.lon + lon,
            lat: middle.lat + lat,
        };
        distance_m(middle, other)
    };
    // Over a small step: the poles are far.
    let (x, y) = (to(0.01, 0.0) * 100.0, to(0.0, 0.01) * 100.0);
    let width = ((east - west) * x + 2.0 * AROUND_M).max(LEAST_M.0);
    let height = ((north - south) * y + 2.0 * AROUND_M).max(LEAST_M.1);
    let width = width.max(height * SHAPE);
    let height = height.max(width / SHAPE);
    let (half_x, half_y) = (width / 2.0 / x, height / 2.0 / y);
    let frame = [
        middle.lon - half_x,
        middle.lat - half_y,
        middle.lon + half_x,
        middle.lat + half_y,
    ];
    (frame, (x, y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_street_is_on_the_map_where_it_can_be_seen() {
        let at = |lon, lat| LonLat { lon, lat };
        let frame = [3.0, 50.0, 3.2, 50.1];
        for (line, expected) in [
            (vec![at(3.1, 50.05)], true),
            (vec![at(3.3, 50.05)], false),
            (vec![at(2.9, 50.05), at(3.3, 50.05)], true),
            (vec![at(2.9, 49.9), at(2.9, 50.2), at(3.3, 50.2)], false),
            // Around the corner: its bounds meet the frame and it does not.
            (vec![at(2.98, 50.09), at(3.02, 50.13)], false),
            (vec![at(3.05, 50.09), at(3.05, 50.2)], true),
            (vec![], false),
        ] {
            assert_eq!(is_seen(&line, &frame), expected, "{line:?}");
        }
    }

    #[test]
    fn the_frame_has_its_shape_and_room_for_the_street() {
        for own in [
            [3.25, 50.82, 3.25, 50.82],
            [3.25, 50.82, 3.27, 50.821],
            [3.25, 50.80, 3.251, 50.84],
        ] {
            let (frame, (x, y)) = framed(own);
            let (width, height) = ((frame[2] - frame[0]) * x, (frame[3] - frame[1]) * y);
            assert!((width / height - SHAPE).abs() < 1e-9, "{own:?}");
            assert!(width >= LEAST_M.0 - 1e-6 && height >= LEAST_M.1 - 1e-6);
            assert!((own[0] - frame[0]) * x >= AROUND_M - 1e-6);
            assert!((frame[3] - own[3]) * y >= AROUND_M - 1e-6);
            // A degree of latitude is 111 km; one of longitude here 70 km.
            assert!(
                (y - 111_195.0).abs() < 10.0 && (x - 70_260.0).abs() < 60.0,
                "{x} {y}"
            );
        }
    }
}
