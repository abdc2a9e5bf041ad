//! What to draw, once for every surface: a chart is built from an answer and words,
//! and gives its title, a sentence, a table, readable points and marks.
//!
//! `Chart::of` reads the answer; `Chart::scene` lays the marks out in CSS pixels;
//! `Chart::draw` paints them on any plotters surface. Only `paint` is generic, which
//! keeps the page's wasm small.

mod axis;
mod build;
mod day_profile;
mod directions;
mod legend;
mod lines;
mod months;
pub mod near_map;
mod paint;
mod scene;
pub mod shared;
mod speeds;
mod split;
pub mod svg;
mod table;
mod theme;
pub mod tones;
mod week_map;

pub use scene::{Anchor, Mark, Scene};
pub use table::{Point, Reading, Row, Step, Table};
pub use theme::{Rgb, Size, Theme};

use crate::query::answer::CountedAnswer;
use crate::text::Words;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::prelude::DrawingBackend;
use std::fmt::Debug;
use std::sync::Arc;

/// The charts of a street's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChartKind {
    DayProfile,
    WeekMap,
    Months,
    Speeds,
    Split,
    Directions,
}

impl ChartKind {
    pub const ALL: [Self; 6] = [
        Self::DayProfile,
        Self::WeekMap,
        Self::Speeds,
        Self::Months,
        Self::Split,
        Self::Directions,
    ];

    /// The name in addresses and element ids.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::DayProfile => "day",
            Self::WeekMap => "week",
            Self::Months => "months",
            Self::Speeds => "speeds",
            Self::Split => "split",
            Self::Directions => "directions",
        }
    }
}

/// One chart with everything that is said about it, made from one value.
#[derive(Clone, Debug)]
pub struct Chart {
    /// The name in element ids, one of its page.
    pub name: &'static str,
    /// What is shown: `Cars per hour of the day`.
    pub title: String,
    /// What it shows, with its extremes; the text alternative of the drawing.
    pub sentence: String,
    pub table: Table,
    /// What each point says, in reading order; `points` gives them their places.
    pub readings: Vec<Reading>,
    /// Points per row of the grid that arrow keys walk; equal to `readings.len()` where there is one row.
    pub points_per_row: usize,
    drawing: Arc<dyn Drawing>,
}

/// What a kind of chart lays out. A program of the page carries the kinds that it makes and no others.
trait Drawing: Debug + Send + Sync {
    /// The height that suits a width, CSS pixels.
    fn height(&self, width: f64) -> f64;
    fn draw(&self, scene: &mut Scene);
}

impl Chart {
    /// The chart of one kind, or `None` where the answer has nothing to draw
    /// (no speeds published, directions not told apart, no value at all).
    #[must_use]
    pub fn of(kind: ChartKind, answer: &CountedAnswer, words: &Words) -> Option<Self> {
        match kind {
            ChartKind::DayProfile => day_profile::chart(answer, words),
            ChartKind::WeekMap => week_map::chart(answer, words),
            ChartKind::Months => months::chart(answer, words),
            ChartKind::Speeds => speeds::chart(answer, words),
            ChartKind::Split => split::chart(answer, words),
            ChartKind::Directions => directions::chart(answer, words),
        }
    }

    /// The height that suits a width, CSS pixels.
    #[must_use]
    pub fn height(&self, width: f64) -> f64 {
        self.drawing.height(width)
    }

    /// The marks and the places of the points, CSS pixels. A size or theme changes nothing else.
    #[must_use]
    pub fn scene(&self, theme: &Theme, size: Size) -> Scene {
        let mut scene = Scene::new(theme, size);
        self.drawing.draw(&mut scene);
        scene
    }

    /// Where each reading is, in reading order, CSS pixels.
    #[must_use]
    pub fn points(&self, theme: &Theme, size: Size) -> Vec<Point> {
        self.scene(theme, size).points
    }

    /// Paints the chart. The area measures `width × scale` by `height × scale` pixels.
    pub fn draw<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        theme: &Theme,
        size: Size,
    ) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
        paint::paint(&self.scene(theme, size), theme, size, area)
    }

    /// The point that an arrow key leads to.
    #[must_use]
    pub fn step(&self, from: usize, step: Step) -> usize {
        table::step(self.readings.len(), self.points_per_row, from, step)
    }
}

/// The point under (or nearest to) a place, CSS pixels: the index into `Chart::readings`.
/// `None` where the chart has no point within reach of a finger (24 px).
#[must_use]
pub fn hit(points: &[Point], x: f64, y: f64) -> Option<usize> {
    table::hit(points, x, y)
}
