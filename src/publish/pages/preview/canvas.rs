//! Marks of a chart onto pixels. Letters are outlines like any other shape.

use super::png;
use crate::chart::{Anchor, Mark, Rgb, Scene};
use tiny_skia::{
    Color, FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, Stroke, Transform,
};
use ttf_parser::{Face, GlyphId, OutlineBuilder};

static FONT: &[u8] = include_bytes!("inter-latin.ttf");
/// From the middle of a line to where its letters stand, in its size: half of a capital.
const TO_BASE: f64 = 0.364;
/// Bold letters are outlined with a stroke of this width, in their size.
const BOLD: f64 = 0.035;

pub struct Canvas {
    pixels: Pixmap,
    scale: f64,
    face: Face<'static>,
}

impl Canvas {
    /// `None` for a size of no pixels.
    pub fn new((width, height): (u32, u32), scale: f64, ground: Rgb) -> Option<Self> {
        let mut pixels = Pixmap::new(width, height)?;
        let Rgb(r, g, b) = ground;
        pixels.fill(Color::from_rgba8(r, g, b, 255));
        Some(Self {
            pixels,
            scale,
            face: Face::parse(FONT, 0).ok()?,
        })
    }

    pub fn scene(&mut self, scene: &Scene, offset: (f64, f64)) {
        let at = |(x, y): (f64, f64)| (x + offset.0, y + offset.1);
        for mark in &scene.marks {
            match mark {
                Mark::Line {
                    points,
                    colour,
                    width,
                } => {
                    if let Some(path) = self.path(points.iter().map(|p| at(*p)), false) {
                        self.stroke(&path, *width, *colour);
                    }
                }
                Mark::Area { points, colour } => {
                    if let Some(path) = self.path(points.iter().map(|p| at(*p)), true) {
                        self.fill(&path, *colour);
                    }
                }
                Mark::Dot {
                    at: middle,
                    radius,
                    fill,
                    outline,
                } => {
                    self.dot(at(*middle), *radius, *outline);
                    if fill != outline {
                        self.dot(at(*middle), radius - 1.75, *fill);
                    }
                }
                Mark::Text {
                    text,
                    at: middle,
                    anchor,
                    size,
                    colour,
                    is_bold,
                } => {
                    let width = self.width_of(text) * size;
                    let (x, y) = at(*middle);
                    let x = match anchor {
                        Anchor::Start => x,
                        Anchor::Middle => x - width / 2.0,
                        Anchor::End => x - width,
                    };
                    self.letters((x, y), text, *size, *colour, *is_bold);
                }
            }
        }
    }

    /// A line of text from its left end, made smaller until it fits.
    pub fn line(
        &mut self,
        at: (f64, f64),
        text: &str,
        size: f64,
        room: f64,
        colour: Rgb,
        is_bold: bool,
    ) {
        let wanted = self.width_of(text) * size;
        let size = if wanted > room {
            size * room / wanted
        } else {
            size
        };
        self.letters(at, text, size, colour, is_bold);
    }

    pub fn band(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), colour: Rgb) {
        let corners = [
            (x, y),
            (x + width, y),
            (x + width, y + height),
            (x, y + height),
        ];
        if let Some(path) = self.path(corners.into_iter(), true) {
            self.fill(&path, colour);
        }
    }

    pub fn png(&self) -> Option<Vec<u8>> {
        let pixels = self.pixels.pixels().iter();
        let colours: Vec<Rgb> = pixels
            .map(|pixel| Rgb(pixel.red(), pixel.green(), pixel.blue()))
            .collect();
        png::indexed(self.pixels.width(), &colours)
    }

    #[allow(clippy::cast_possible_truncation)]
    fn pixel(&self, value: f64) -> f32 {
        (value * self.scale) as f32
    }

    fn path(&self, points: impl Iterator<Item = (f64, f64)>, is_closed: bool) -> Option<Path> {
        let mut path = PathBuilder::new();
        for (place, (x, y)) in points.enumerate() {
            let (x, y) = (self.pixel(x), self.pixel(y));
            if place == 0 {
                path.move_to(x, y);
            } else {
                path.line_to(x, y);
            }
        }
        if is_closed {
            path.close();
        }
        path.finish()
    }

    fn dot(&mut self, (x, y): (f64, f64), radius: f64, colour: Rgb) {
        let (x, y, radius) = (self.pixel(x), self.pixel(y), self.pixel(radius));
        if let Some(path) = PathBuilder::from_circle(x, y, radius) {
            self.fill(&path, colour);
        }
    }

    fn fill(&mut self, path: &Path, colour: Rgb) {
        let paint = paint(colour);
        let rule = FillRule::Winding;
        self.pixels
            .fill_path(path, &paint, rule, Transform::identity(), None);
    }

    fn stroke(&mut self, path: &Path, width: f64, colour: Rgb) {
        let stroke = Stroke {
            width: self.pixel(width).max(1.0),
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            ..Stroke::default()
        };
        self.pixels
            .stroke_path(path, &paint(colour), &stroke, Transform::identity(), None);
    }

    /// Of a text in a size of 1.
    fn width_of(&self, text: &str) -> f64 {
        let em = f64::from(self.face.units_per_em());
        text.chars()
            .map(|letter| f64::from(self.advance(letter)) / em)
            .sum()
    }

    fn advance(&self, letter: char) -> u16 {
        self.face.glyph_hor_advance(self.glyph(letter)).unwrap_or(0)
    }

    /// A letter that the font does not have is its empty box.
    fn glyph(&self, letter: char) -> GlyphId {
        // A space that does not break is as wide as one that does.
        let letter = if letter.is_whitespace() { ' ' } else { letter };
        self.face.glyph_index(letter).unwrap_or(GlyphId(0))
    }

    fn letters(&mut self, (x, y): (f64, f64), text: &str, size: f64, colour: Rgb, is_bold: bool) {
        let unit = size * self.scale / f64::from(self.face.units_per_em());
        let base = (y + size * TO_BASE) * self.scale;
        let mut pen = x * self.scale;
        let mut outline = Outline {
            path: PathBuilder::new(),
            unit,
            at: (pen, base),
        };
        for letter in text.chars() {
            outline.at.0 = pen;
            let _ = self.face.outline_glyph(self.glyph(letter), &mut outline);
            pen += f64::from(self.advance(letter)) * unit;
        }
        let Some(path) = outline.path.finish() else {
            return;
        };
        self.fill(&path, colour);
        if is_bold {
            self.stroke(&path, size * BOLD, colour);
        }
    }
}

fn paint(Rgb(r, g, b): Rgb) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(r, g, b, 255);
    paint.anti_alias = true;
    paint
}

/// A glyph's outline, whose y goes up, at its place.
struct Outline {
    path: PathBuilder,
    unit: f64,
    at: (f64, f64),
}

impl Outline {
    #[allow(clippy::cast_possible_truncation)]
    fn place(&self, x: f32, y: f32) -> (f32, f32) {
        (
            (self.at.0 + f64::from(x) * self.unit) as f32,
            (self.at.1 - f64::from(y) * self.unit) as f32,
        )
    }
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.place(x1, y1), self.place(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2)) = (self.place(x1, y1), self.place(x2, y2));
        let (x, y) = self.place(x, y);
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
