//! Who passes: one bar per mode, each with its name and share.

use super::build::with_period;
use super::scene::{Anchor, Frame, Scene};
use super::table::{Reading, Row, Table};
use super::{Chart, ChartKind, Drawing};
use crate::domain::State;
use crate::query::answer::CountedAnswer;
use crate::text::{Words, answers};
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct SplitDrawing {
    /// Name, share (0–1), its text.
    parts: Vec<(String, f64, String)>,
    is_partial: bool,
}

pub(super) fn chart(answer: &CountedAnswer, words: &Words) -> Option<Chart> {
    let split = &answer.split;
    if split.state == State::Missing {
        return None;
    }
    let title = words.get("chart-split-title");
    let mut parts = Vec::new();
    let mut rows = Vec::new();
    let mut readings = Vec::new();
    for part in &split.parts {
        let Some(share) = part.share else {
            continue;
        };
        let name = words.mode(part.mode);
        let percent = words.percent(share);
        let passages = words.whole(part.passages);
        rows.push(Row {
            header: name.clone(),
            cells: vec![percent.clone(), passages.clone()],
        });
        readings.push(Reading {
            heading: name.clone(),
            lines: vec![
                words.with("chart-split-share", &[("percent", percent.clone().into())]),
                words.with("chart-split-passages", &[("count", passages.into())]),
            ],
            state: split.state,
        });
        parts.push((name, share, percent));
    }
    if parts.is_empty() {
        return None;
    }
    Some(Chart {
        name: ChartKind::Split.name(),
        sentence: answers::who(answer, words).sentence,
        table: Table {
            caption: with_period(&title, answer, words),
            columns: vec![
                words.get("chart-split-mode"),
                words.get("chart-split-column"),
                words.get("chart-split-passages-column"),
            ],
            rows,
        },
        title,
        points_per_row: 1,
        readings,
        drawing: Arc::new(SplitDrawing {
            parts,
            is_partial: split.state != State::Measured,
        }),
    })
}

/// CSS pixels per bar.
const ROW: f64 = 38.0;

impl Drawing for SplitDrawing {
    fn height(&self, _: f64) -> f64 {
        ROW * self.parts.len() as f64 + 4.0
    }

    fn draw(&self, scene: &mut Scene) {
        let (accent, grid, text) = (scene.theme.accent, scene.theme.grid, scene.theme.text);
        let ground = scene.theme.background;
        let widest = |scene: &Scene, of: fn(&(String, f64, String)) -> &String| {
            self.parts
                .iter()
                .map(|part| scene.text_width(of(part)))
                .fold(0.0, f64::max)
        };
        let left = widest(scene, |part| &part.0) + 12.0;
        // The whole track is 100 %; the room right of it holds the percents.
        let right = (scene.width - widest(scene, |part| &part.2) * 1.15 - 12.0).max(left);
        for (index, (name, share, percent)) in self.parts.iter().enumerate() {
            let top = ROW * index as f64 + 2.0;
            let y = top + ROW / 2.0;
            let size = scene.theme.font_size;
            scene.text(name.clone(), (0.0, y), Anchor::Start, size, text, false);
            let track = Frame {
                left,
                right,
                top: top + 9.0,
                bottom: top + ROW - 9.0,
            };
            scene.rect(track, grid);
            let bar = Frame {
                right: left + (right - left) * share,
                ..track
            };
            if bar.width() >= 0.5 {
                if self.is_partial {
                    scene.rect(bar, ground);
                    scene.hatch(bar, accent, 1.5);
                    scene.outline(bar, accent, 1.5);
                } else {
                    scene.rect(bar, accent);
                }
            }
            scene.label(percent.as_str(), (scene.width, y), Anchor::End, text);
            let frame = Frame {
                left: 0.0,
                right: scene.width,
                top,
                bottom: top + ROW,
            };
            scene.point((bar.right, y), frame);
        }
    }
}
