//! The SVG surface: downloads, posters, and charts that tests can read.

use super::{Chart, Size, Theme};
use plotters::prelude::IntoDrawingArea;
use plotters_svg::SVGBackend;

/// The chart as an SVG document.
#[must_use]
pub fn svg(chart: &Chart, theme: &Theme, width: f64) -> String {
    let size = Size {
        width,
        height: chart.height(width),
        scale: 1.0,
    };
    // Charts are far smaller than a u32.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let pixels = (size.width.round() as u32, size.height.round() as u32);
    let mut text = String::new();
    {
        let area = SVGBackend::with_string(&mut text, pixels).into_drawing_area();
        if chart.draw(&area, theme, size).is_err() {
            return String::new();
        }
    }
    text
}
