//! How light an hour is: what a camera sees depends on it.

use super::network::CENTRE;
use crate::domain::Instant;
use crate::domain::time::HOUR_MS;

/// Share (0–1) of an hour in which the sun stands above an elevation, from four moments in it.
pub fn share_above(start: Instant, degrees: f64) -> f64 {
    let moments = [0.125, 0.375, 0.625, 0.875];
    let above = moments
        .iter()
        .filter(|part| {
            let hours = start.0 as f64 / HOUR_MS as f64 + **part;
            sun_elevation(hours) > degrees
        })
        .count();
    above as f64 / 4.0
}

/// Degrees above the horizon of the town's centre, `hours` after 1970-01-01T00:00Z. Good to about
/// a degree: declination from the day of the year, and the usual short equation of time.
fn sun_elevation(hours: f64) -> f64 {
    let day = (hours / 24.0).rem_euclid(365.2425);
    let declination = -(23.44_f64.to_radians()) * (turn(day + 10.0)).cos();
    let b = turn(day - 80.0);
    let equation_minutes = 9.87 * (2.0 * b).sin() - 7.53 * b.cos() - 1.5 * b.sin();
    let solar_hour = hours.rem_euclid(24.0) + CENTRE.lon / 15.0 + equation_minutes / 60.0;
    let hour_angle = ((solar_hour - 12.0) * 15.0).to_radians();
    let latitude = CENTRE.lat.to_radians();
    let sine =
        latitude.sin() * declination.sin() + latitude.cos() * declination.cos() * hour_angle.cos();
    sine.asin().to_degrees()
}

fn turn(days: f64) -> f64 {
    std::f64::consts::TAU * days / 365.2425
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn midsummer_is_light_at_five_and_midwinter_dark() {
        for (hour, share) in [
            ("2025-06-21T04:00:00Z", 1.0),
            ("2025-12-21T06:00:00Z", 0.0),
            ("2025-12-21T12:00:00Z", 1.0),
            ("2025-12-21T17:00:00Z", 0.0),
            ("2025-06-21T23:00:00Z", 0.0),
        ] {
            let start = Instant::parse(hour).unwrap();
            assert_eq!(share_above(start, 0.0), share, "{hour}");
        }
    }

    #[test]
    fn the_sun_stands_highest_at_its_known_height() {
        // 90 − 51.55 + 23.44 degrees at noon of the June solstice.
        let noon = Instant::parse("2025-06-21T11:52:00Z").unwrap();
        let elevation = sun_elevation(noon.0 as f64 / HOUR_MS as f64);
        assert!((elevation - 61.9).abs() < 0.3, "{elevation}");
    }
}
