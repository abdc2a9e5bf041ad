//! Metres between two places, with `+ − × ÷ √` only, so that every machine gives the same bits.

use super::street::LonLat;

/// Mean radius of the Earth in metres.
const EARTH_M: f64 = 6_371_008.8;
const RADIANS: f64 = std::f64::consts::PI / 180.0;

/// Metres on a plane that touches the Earth between the two places: within 0.1 % of the great circle up to 50 km
/// and 70 degrees of latitude.
#[must_use]
pub fn distance_m(a: LonLat, b: LonLat) -> f64 {
    let x = (b.lon - a.lon) * RADIANS * cosine(f64::midpoint(a.lat, b.lat) * RADIANS);
    let y = (b.lat - a.lat) * RADIANS;
    (x * x + y * y).sqrt() * EARTH_M
}

/// Metres from a place to the nearest point of a line; `None` for a line without points.
#[must_use]
pub fn distance_to_line_m(place: LonLat, line: &[LonLat]) -> Option<f64> {
    let first = line.first()?;
    let mut best = distance_m(place, *first);
    for (a, b) in line.iter().zip(line.iter().skip(1)) {
        best = best.min(distance_m(place, nearest(place, *a, *b)));
    }
    Some(best)
}

/// The point of the stretch from `a` to `b` that is nearest to a place.
fn nearest(place: LonLat, a: LonLat, b: LonLat) -> LonLat {
    let shrink = cosine(place.lat * RADIANS);
    let (x, y) = ((b.lon - a.lon) * shrink, b.lat - a.lat);
    let (px, py) = ((place.lon - a.lon) * shrink, place.lat - a.lat);
    let square = x * x + y * y;
    let along = if square > 0.0 {
        ((px * x + py * y) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    LonLat {
        lon: a.lon + along * (b.lon - a.lon),
        lat: a.lat + along * (b.lat - a.lat),
    }
}

/// Whether a place is inside a ring (even-odd rule); on the edge it may be either.
#[must_use]
pub fn is_inside(place: LonLat, ring: &[LonLat]) -> bool {
    let Some(last) = ring.last() else {
        return false;
    };
    let mut inside = false;
    let mut before = *last;
    for point in ring {
        if (point.lat > place.lat) != (before.lat > place.lat) {
            let along = (place.lat - point.lat) / (before.lat - point.lat);
            if place.lon < point.lon + along * (before.lon - point.lon) {
                inside = !inside;
            }
        }
        before = *point;
    }
    inside
}

/// The cosine of an angle between −π/2 and π/2 by its series, to nine digits.
fn cosine(angle: f64) -> f64 {
    let square = angle * angle;
    let mut term = 1.0;
    let mut sum = 1.0;
    for k in 1..8 {
        let even = f64::from(2 * k);
        term *= -square / (even * (even - 1.0));
        sum += term;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(lon: f64, lat: f64) -> LonLat {
        LonLat { lon, lat }
    }

    #[test]
    fn the_series_is_the_cosine() {
        for degrees in -90..=90 {
            let angle = f64::from(degrees).to_radians();
            assert!((cosine(angle) - angle.cos()).abs() < 1e-9, "{degrees}");
        }
    }

    #[test]
    fn a_minute_of_latitude_is_1853_metres_and_one_of_longitude_at_60_degrees_half() {
        let metres = distance_m(at(3.0, 51.0), at(3.0, 51.0 + 1.0 / 60.0));
        assert!((metres - 1853.25).abs() < 0.1, "{metres}");
        let metres = distance_m(at(3.0, 60.0), at(3.0 + 1.0 / 60.0, 60.0));
        assert!((metres - 926.6).abs() < 0.1, "{metres}");
    }

    #[test]
    fn the_nearest_point_of_a_line_may_lie_between_its_corners() {
        let line = [at(3.0, 51.0), at(3.01, 51.0), at(3.01, 51.01)];
        // 0.001° of latitude is 111.2 m.
        let above = distance_to_line_m(at(3.005, 51.001), &line).unwrap();
        assert!((above - 111.2).abs() < 0.1, "{above}");
        let before = distance_to_line_m(at(3.0, 50.999), &line).unwrap();
        assert!((before - 111.2).abs() < 0.1, "{before}");
        assert_eq!(distance_to_line_m(at(3.0, 51.0), &[]), None);
        assert_eq!(distance_to_line_m(at(3.0, 51.0), &line[..1]), Some(0.0));
    }

    #[test]
    fn a_ring_may_be_open_or_closed_and_hollow() {
        // A U: the place between its arms is outside.
        let ring = [
            at(0.0, 0.0),
            at(3.0, 0.0),
            at(3.0, 3.0),
            at(2.0, 3.0),
            at(2.0, 1.0),
            at(1.0, 1.0),
            at(1.0, 3.0),
            at(0.0, 3.0),
        ];
        let closed: Vec<LonLat> = ring.iter().chain(&ring[..1]).copied().collect();
        for shape in [&ring[..], &closed] {
            assert!(is_inside(at(0.5, 2.0), shape));
            assert!(is_inside(at(1.5, 0.5), shape));
            assert!(!is_inside(at(1.5, 2.0), shape));
            assert!(!is_inside(at(4.0, 2.0), shape));
        }
        assert!(!is_inside(at(0.0, 0.0), &[]));
    }
}
