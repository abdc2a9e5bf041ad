//! Marks in CSS pixels, before any surface: what a chart is made of.

use super::table::Point;
use super::theme::{Rgb, Size, Theme};

/// How a text sits on its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    Line {
        points: Vec<(f64, f64)>,
        colour: Rgb,
        width: f64,
    },
    /// A filled shape.
    Area {
        points: Vec<(f64, f64)>,
        colour: Rgb,
    },
    Dot {
        at: (f64, f64),
        radius: f64,
        fill: Rgb,
        outline: Rgb,
    },
    /// `at` is the middle of the text's height.
    Text {
        text: String,
        at: (f64, f64),
        anchor: Anchor,
        size: f64,
        colour: Rgb,
        is_bold: bool,
    },
}

/// A drawing in the making, and when made.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    pub marks: Vec<Mark>,
    pub points: Vec<Point>,
    pub(super) theme: Theme,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// A rectangle: left, top, right, bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Frame {
    pub fn width(&self) -> f64 {
        (self.right - self.left).max(0.0)
    }

    pub fn height(&self) -> f64 {
        (self.bottom - self.top).max(0.0)
    }
}

/// Distance of hatch lines, CSS pixels.
const HATCH: f64 = 6.0;

impl Scene {
    pub fn new(theme: &Theme, size: Size) -> Self {
        Self {
            marks: Vec::new(),
            points: Vec::new(),
            theme: theme.clone(),
            width: size.width,
            height: size.height,
        }
    }

    pub(super) fn line(&mut self, points: Vec<(f64, f64)>, colour: Rgb, width: f64) {
        if points.len() > 1 {
            self.marks.push(Mark::Line {
                points,
                colour,
                width,
            });
        }
    }

    /// A broken line of `on` px strokes and `off` px gaps, measured along the path.
    pub(super) fn dashed(
        &mut self,
        points: &[(f64, f64)],
        colour: Rgb,
        width: f64,
        (on, off): (f64, f64),
    ) {
        let mut is_on = true;
        let mut left = on;
        let mut stroke: Vec<(f64, f64)> = points.first().copied().into_iter().collect();
        for pair in points.windows(2) {
            let [(mut x, mut y), (x1, y1)] = *pair else {
                continue;
            };
            loop {
                let (dx, dy) = (x1 - x, y1 - y);
                let rest = (dx * dx + dy * dy).sqrt();
                if rest <= left {
                    left -= rest;
                    if is_on {
                        stroke.push((x1, y1));
                    }
                    break;
                }
                x += dx / rest * left;
                y += dy / rest * left;
                if is_on {
                    stroke.push((x, y));
                    self.line(std::mem::take(&mut stroke), colour, width);
                } else {
                    stroke = vec![(x, y)];
                }
                is_on = !is_on;
                left = if is_on { on } else { off };
            }
        }
        if is_on {
            self.line(stroke, colour, width);
        }
    }

    pub(super) fn area(&mut self, points: Vec<(f64, f64)>, colour: Rgb) {
        if points.len() > 2 {
            self.marks.push(Mark::Area { points, colour });
        }
    }

    pub(super) fn rect(&mut self, frame: Frame, colour: Rgb) {
        let Frame {
            left,
            top,
            right,
            bottom,
        } = frame;
        self.area(
            vec![(left, top), (right, top), (right, bottom), (left, bottom)],
            colour,
        );
    }

    pub(super) fn outline(&mut self, frame: Frame, colour: Rgb, width: f64) {
        let Frame {
            left,
            top,
            right,
            bottom,
        } = frame;
        self.line(
            vec![
                (left, top),
                (right, top),
                (right, bottom),
                (left, bottom),
                (left, top),
            ],
            colour,
            width,
        );
    }

    /// Diagonal lines inside a rectangle; they meet those of a neighbour.
    pub(super) fn hatch(&mut self, frame: Frame, colour: Rgb, width: f64) {
        let Frame {
            left,
            top,
            right,
            bottom,
        } = frame;
        // Lines x + y = c; c runs over multiples of the distance.
        let mut c = ((left + top) / HATCH).ceil() * HATCH;
        while c < right + bottom {
            let from = if c - top <= right {
                (c - top, top)
            } else {
                (right, c - right)
            };
            let to = if c - bottom >= left {
                (c - bottom, bottom)
            } else {
                (left, c - left)
            };
            self.line(vec![from, to], colour, width);
            c += HATCH;
        }
    }

    pub(super) fn dot(&mut self, at: (f64, f64), radius: f64, fill: Rgb, outline: Rgb) {
        self.marks.push(Mark::Dot {
            at,
            radius,
            fill,
            outline,
        });
    }

    /// An axis label or note.
    pub(super) fn note(&mut self, text: impl Into<String>, at: (f64, f64), anchor: Anchor) {
        let (size, colour) = (self.theme.font_size, self.theme.muted);
        self.text(text.into(), at, anchor, size, colour, false);
    }

    /// A label in a colour of the data.
    pub(super) fn label(
        &mut self,
        text: impl Into<String>,
        at: (f64, f64),
        anchor: Anchor,
        colour: Rgb,
    ) {
        let size = self.theme.font_size;
        self.text(text.into(), at, anchor, size, colour, true);
    }

    pub(super) fn text(
        &mut self,
        text: String,
        at: (f64, f64),
        anchor: Anchor,
        size: f64,
        colour: Rgb,
        is_bold: bool,
    ) {
        self.marks.push(Mark::Text {
            text,
            at,
            anchor,
            size,
            colour,
            is_bold,
        });
    }

    pub(super) fn point(&mut self, at: (f64, f64), frame: Frame) {
        self.points.push(Point {
            x: at.0,
            y: at.1,
            left: frame.left,
            top: frame.top,
            width: frame.width(),
            height: frame.height(),
        });
    }

    /// About how wide a text is at the size of axis labels, CSS pixels. A table of widths of common
    /// sans-serif faces in bold, the widest of them (DejaVu Sans), so that the layout is the same on every surface.
    pub(super) fn text_width(&self, text: &str) -> f64 {
        text.chars().map(letter_width).sum::<f64>() * self.theme.font_size
    }
}

/// Share of the font size.
fn letter_width(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '\'' | '’' | '.' | ',' | ':' | ';' | '|' | '!' => 0.33,
        'f' | 't' | 'r' | 'I' | '(' | ')' | '-' | ' ' | '\u{a0}' | '/' => 0.43,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.98,
        'A'..='Z' | '–' | '+' | '−' | '<' | '>' => 0.76,
        _ => 0.65,
    }
}
