//! The streets as GeoJSON, with the level that colours them.

use super::answer_town::{Overview, by_segment, overview};
use super::store::{Need, Store};
use crate::domain::LonLat;
use crate::domain::order::put_in_order;
use crate::query::answer::MapAnswer;
use crate::table::SummaryRow;
use serde_json::{Value, json};

pub(super) fn answer(store: &mut Store) -> Result<MapAnswer, Need> {
    let Overview {
        opened,
        streets,
        summary,
    } = overview(store)?;
    let by_segment = by_segment(&summary);
    let language = opened
        .catalog
        .town
        .languages
        .first()
        .map_or("und", String::as_str);
    let breaks = breaks_of(&summary);
    let mut bounds: Option<[f64; 4]> = None;
    let mut without_geometry = 0;
    let mut features = Vec::new();
    for street in streets.iter() {
        let name = street.names.in_language(language);
        let is_counted = street
            .segments
            .iter()
            .any(|s| by_segment.contains_key(&s.id));
        if is_counted && street.segments.iter().all(|s| s.lines.is_empty()) {
            without_geometry += 1;
        }
        for segment in &street.segments {
            if segment.lines.is_empty() {
                continue;
            }
            for point in segment.lines.iter().flatten() {
                bounds = Some(widen(bounds, *point));
            }
            let rows = by_segment.get(&segment.id);
            let cars = cars_of(rows);
            let level = level(rows.is_some(), cars, &breaks);
            let mut properties = json!({
                "street": street.id.0, "segment": segment.id.0, "name": name, "level": level,
            });
            if let (Some(cars), Some(properties)) = (cars, properties.as_object_mut()) {
                properties.insert("cars".into(), Value::from(cars.round()));
            }
            features.push(json!({
                "type": "Feature",
                "properties": properties,
                "geometry": geometry(&segment.lines),
            }));
        }
    }
    let geojson = json!({ "type": "FeatureCollection", "features": features }).to_string();
    Ok(MapAnswer {
        geojson,
        breaks,
        bounds,
        without_geometry,
    })
}

/// Of a segment, in whichever dataset has them.
pub(super) fn cars_of(rows: Option<&Vec<&SummaryRow>>) -> Option<f64> {
    rows?.iter().find_map(|row| row.cars_per_working_day)
}

/// 0 where nothing is counted, 1 where cars are not.
pub(super) fn level(is_counted: bool, cars: Option<f64>, breaks: &[f64; 4]) -> u8 {
    match (is_counted, cars) {
        (false, _) => 0,
        (true, None) => 1,
        (true, Some(cars)) => breaks
            .iter()
            .fold(1, |level, bound| level + u8::from(cars >= *bound)),
    }
}

/// Lower bounds of levels 2 to 5.
pub(super) fn breaks_of(summary: &[SummaryRow]) -> [f64; 4] {
    let mut cars: Vec<f64> = summary
        .iter()
        .filter_map(|row| row.cars_per_working_day)
        .collect();
    put_in_order(&mut cars, &f64::total_cmp);
    breaks(&cars)
}

/// Lines as they are; a place that is known as a point only is a point.
fn geometry(lines: &[Vec<LonLat>]) -> Value {
    let pair = |p: &LonLat| [p.lon, p.lat];
    let drawn = lines.iter().filter(|line| line.len() > 1);
    let coordinates: Vec<Vec<[f64; 2]>> =
        drawn.map(|line| line.iter().map(pair).collect()).collect();
    match lines.iter().flatten().next() {
        Some(point) if coordinates.is_empty() => {
            json!({ "type": "Point", "coordinates": pair(point) })
        }
        _ => json!({ "type": "MultiLineString", "coordinates": coordinates }),
    }
}

/// Fewer counted segments than this have no fifths worth a legend.
const FEWEST_FOR_FIFTHS: usize = 10;

/// From a quiet street to a busy road, cars per working day.
const USUAL_BREAKS: [f64; 4] = [500.0, 2_000.0, 5_000.0, 10_000.0];

/// Lower bounds of levels 2 to 5: the fifths of the counted segments, rounded to two digits,
/// each above the one before.
fn breaks(sorted: &[f64]) -> [f64; 4] {
    if sorted.len() < FEWEST_FOR_FIFTHS {
        return USUAL_BREAKS;
    }
    let mut last = 0.0;
    [1, 2, 3, 4].map(|fifth: usize| {
        let value = sorted.get(sorted.len() * fifth / 5).copied().unwrap_or(0.0);
        let mut unit = 1.0;
        while value / unit >= 100.0 {
            unit *= 10.0;
        }
        let rounded = (value / unit).round() * unit;
        last = if rounded > last { rounded } else { last + unit };
        last
    })
}

pub(super) fn widen(bounds: Option<[f64; 4]>, point: LonLat) -> [f64; 4] {
    let [west, south, east, north] = bounds.unwrap_or([point.lon, point.lat, point.lon, point.lat]);
    [
        west.min(point.lon),
        south.min(point.lat),
        east.max(point.lon),
        north.max(point.lat),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_without_a_line_is_a_point() {
        let at = |lon| LonLat { lon, lat: 50.8 };
        let point = json!({ "type": "Point", "coordinates": [3.1, 50.8] });
        assert_eq!(geometry(&[vec![at(3.1)]]), point);
        let line =
            json!({ "type": "MultiLineString", "coordinates": [[[3.1, 50.8], [3.2, 50.8]]] });
        assert_eq!(geometry(&[vec![at(3.0)], vec![at(3.1), at(3.2)]]), line);
    }

    #[test]
    fn breaks_are_round_and_rise() {
        let volumes: Vec<f64> = (1..=100).map(|n| f64::from(n) * 123.4).collect();
        assert_eq!(breaks(&volumes), [2600.0, 5100.0, 7500.0, 10_000.0]);
        assert_eq!(breaks(&[]), USUAL_BREAKS);
        let [a, b, c, d] = breaks(&[500.0; 17]);
        assert!(a < b && b < c && c < d);
    }
}
