//! A street and what lies around it, for a small map that needs no map library.

use super::answer_map::{breaks_of, cars_of, level, widen};
use super::answer_street::sources_of_streets;
use super::answer_town::{Overview, by_segment, overview, source_line, summary_of, with_usual};
use super::geometry::distance_m;
use super::store::{Need, Opened, Store};
use crate::domain::{LonLat, Street, StreetId};
use crate::query::Failure;
use crate::query::answer::SourceLine;
use crate::query::plate::{NearCounted, NearMap, NearStretch};
use crate::table::SummaryRow;

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
    let is_in = |lines: &Vec<Vec<LonLat>>| bounds(lines.iter()).is_some_and(|b| meet(&b, &frame));
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
            map.stretches.push(NearStretch {
                lines: segment.lines.clone(),
                level: level(rows.is_some(), cars_of(rows), &breaks),
                is_here,
            });
        }
        map.counted
            .extend(counted(street, is_here, &by_segment, languages));
    }
    // On top, and first in the list.
    map.stretches.sort_by_key(|stretch| stretch.is_here);
    let cars = |one: &NearCounted| one.cars_per_working_day.unwrap_or(-1.0);
    map.counted.sort_by(|a, b| {
        b.is_here
            .cmp(&a.is_here)
            .then(cars(b).total_cmp(&cars(a)))
            .then(a.id.cmp(&b.id))
    });
    datasets.sort_unstable();
    datasets.dedup();
    map.sources
        .extend(datasets.into_iter().filter_map(|id| line_of(&opened, id)));
    Ok(map)
}

fn counted(
    street: &Street,
    is_here: bool,
    by_segment: &std::collections::BTreeMap<&crate::domain::SegmentId, Vec<&SummaryRow>>,
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

/// Whose counts colour the map.
fn line_of(opened: &Opened, id: &str) -> Option<SourceLine> {
    let dataset = opened.catalog.dataset(id)?;
    Some(source_line(dataset, dataset.distributions.first()?, 0))
}

fn bounds<'a>(lines: impl Iterator<Item = &'a Vec<LonLat>>) -> Option<[f64; 4]> {
    lines
        .flatten()
        .fold(None, |bounds, point| Some(widen(bounds, *point)))
}

fn meet(a: &[f64; 4], b: &[f64; 4]) -> bool {
    let ([aw, as_, ae, an], [bw, bs, be, bn]) = (a, b);
    aw <= be && bw <= ae && as_ <= bn && bs <= an
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
