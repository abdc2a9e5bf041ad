//! Distances and middles on the map, to the accuracy of a walk. Cosines by their series,
//! because a browser's and a machine's own may differ in the last bit.

use crate::domain::{LonLat, Street};

const EARTH_RADIUS_M: f64 = 6_371_008.8;
const DEGREE: f64 = std::f64::consts::PI / 180.0;

/// cos x by its Taylor series: 1e-12 up to 90 degrees.
fn cos(x: f64) -> f64 {
    let square = x * x;
    let mut term = 1.0;
    let mut sum = 1.0;
    for n in 1..=12 {
        let n = f64::from(n);
        term *= -square / ((2.0 * n - 1.0) * (2.0 * n));
        sum += term;
    }
    sum
}

/// Metres between points some kilometres apart (equirectangular).
pub(super) fn distance_m(a: LonLat, b: LonLat) -> f64 {
    let x = (b.lon - a.lon) * DEGREE * cos((a.lat + b.lat) * 0.5 * DEGREE);
    let y = (b.lat - a.lat) * DEGREE;
    (x * x + y * y).sqrt() * EARTH_RADIUS_M
}

/// The point half-way along the longest line of a street; `None` without geometry.
pub(super) fn centre(street: &Street) -> Option<LonLat> {
    let lines = street.segments.iter().flat_map(|s| &s.lines);
    let longest = lines.max_by(|a, b| length_m(a).total_cmp(&length_m(b)))?;
    let half = length_m(longest) / 2.0;
    let mut walked = 0.0;
    for (a, b) in longest.iter().zip(longest.iter().skip(1)) {
        let step = distance_m(*a, *b);
        if step > 0.0 && walked + step >= half {
            let share = (half - walked) / step;
            return Some(LonLat {
                lon: a.lon + (b.lon - a.lon) * share,
                lat: a.lat + (b.lat - a.lat) * share,
            });
        }
        walked += step;
    }
    longest.first().copied()
}

fn length_m(line: &[LonLat]) -> f64 {
    line.iter()
        .zip(line.iter().skip(1))
        .map(|(a, b)| distance_m(*a, *b))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_degree_of_latitude_is_111_km_and_one_of_longitude_shrinks() {
        let at = |lon, lat| LonLat { lon, lat };
        assert!((distance_m(at(3.0, 50.0), at(3.0, 51.0)) - 111_195.0).abs() < 5.0);
        assert!((distance_m(at(3.0, 60.0), at(4.0, 60.0)) - 55_597.5).abs() < 5.0);
    }

    #[test]
    fn the_series_is_the_cosine() {
        for degrees in -90..=90 {
            let x = f64::from(degrees) * DEGREE;
            assert!((cos(x) - x.cos()).abs() < 1e-12, "{degrees}");
        }
    }
}
