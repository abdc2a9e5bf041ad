//! Marks onto a plotters surface. The only generic part of a chart.

use super::scene::{Anchor, Mark, Scene};
use super::theme::{Rgb, Size, Theme};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Circle, PathElement, Polygon};
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};

fn colour_of(Rgb(r, g, b): Rgb) -> RGBColor {
    RGBColor(r, g, b)
}

/// Device pixels; charts are far smaller than an i32.
#[allow(clippy::cast_possible_truncation)]
fn pixel(value: f64, scale: f64) -> i32 {
    (value * scale).round() as i32
}

/// At least one device pixel.
fn stroke(width: f64, scale: f64) -> u32 {
    u32::try_from(pixel(width, scale)).unwrap_or(1).max(1)
}

fn place((x, y): (f64, f64), scale: f64) -> (i32, i32) {
    (pixel(x, scale), pixel(y, scale))
}

fn style(colour: Rgb, filled: bool, stroke_width: u32) -> ShapeStyle {
    ShapeStyle {
        color: colour_of(colour).into(),
        filled,
        stroke_width,
    }
}

pub(super) fn paint<DB: DrawingBackend>(
    scene: &Scene,
    theme: &Theme,
    size: Size,
    area: &DrawingArea<DB, Shift>,
) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
    let scale = size.scale;
    area.fill(&colour_of(theme.background))?;
    for mark in &scene.marks {
        match mark {
            Mark::Line {
                points,
                colour,
                width,
            } => {
                let path: Vec<(i32, i32)> = points.iter().map(|p| place(*p, scale)).collect();
                area.draw(&PathElement::new(
                    path,
                    style(*colour, false, stroke(*width, scale)),
                ))?;
            }
            Mark::Area { points, colour } => {
                let path: Vec<(i32, i32)> = points.iter().map(|p| place(*p, scale)).collect();
                area.draw(&Polygon::new(path, style(*colour, true, 0)))?;
            }
            Mark::Dot {
                at,
                radius,
                fill,
                outline,
            } => {
                let at = place(*at, scale);
                area.draw(&Circle::new(
                    at,
                    pixel(*radius, scale),
                    style(*outline, true, 0),
                ))?;
                let inner = pixel(*radius, scale) - pixel(1.75, scale).max(1);
                if fill != outline && inner > 0 {
                    area.draw(&Circle::new(at, inner, style(*fill, true, 0)))?;
                }
            }
            Mark::Text {
                text,
                at,
                anchor,
                size,
                colour,
                is_bold,
            } => {
                let h_pos = match anchor {
                    Anchor::Start => HPos::Left,
                    Anchor::Middle => HPos::Center,
                    Anchor::End => HPos::Right,
                };
                let weight = if *is_bold {
                    FontStyle::Bold
                } else {
                    FontStyle::Normal
                };
                let font = plotters::style::FontDesc::new(
                    FontFamily::Name(&theme.font),
                    size * scale,
                    weight,
                );
                let colour = colour_of(*colour);
                let style = TextStyle::from(font)
                    .color(&colour)
                    .pos(Pos::new(h_pos, VPos::Center));
                area.draw_text(text, &style, place(*at, scale))?;
            }
        }
    }
    area.present()
}
