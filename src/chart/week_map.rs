//! stub

use super::{Chart, Scene};
use crate::query::answer::CountedAnswer;
use crate::text::Words;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct WeekMapDrawing;

pub(super) fn chart(_answer: &CountedAnswer, _words: &Words) -> Option<Chart> {
    None
}

impl WeekMapDrawing {
    pub(super) fn height(&self, _width: f64) -> f64 {
        240.0
    }
    pub(super) fn draw(&self, _scene: &mut Scene) {}
}
