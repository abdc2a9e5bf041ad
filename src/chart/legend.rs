//! Names above a drawing, each with a sample of its mark, in as many rows as they need.

use super::lines::marker;
use super::scene::{Anchor, Frame, Scene};
use super::theme::Rgb;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Sample {
    /// A line with the marker of its place in the series.
    Series(usize, Rgb),
    /// A line without a marker.
    Plain(Rgb),
    /// A dashed line with an open dot: partly measured.
    Broken(Rgb),
    /// A hatched bar with an outline: partly measured.
    Outlined(Rgb),
    /// An empty bar with an outline: estimated.
    Open(Rgb),
    /// A filled bar: something is known to have happened.
    Filled(Rgb),
    /// Hatching under a line: passages in the dark.
    Hatched(Rgb),
}

/// A sample and its name.
pub(super) type Entry<'a> = (Sample, &'a str);

const SAMPLE: f64 = 20.0;

fn width(scene: &Scene, name: &str) -> f64 {
    SAMPLE + 6.0 + scene.text_width(name) + 16.0
}

/// CSS pixels per row.
pub(super) fn row_height(scene: &Scene) -> f64 {
    scene.theme.font_size + 9.0
}

/// The top left of every entry, the middle of its row.
fn places(scene: &Scene, entries: &[Entry<'_>]) -> Vec<(f64, f64)> {
    let (mut x, mut y) = (2.0, scene.theme.font_size / 2.0 + 2.0);
    entries
        .iter()
        .map(|(_, name)| {
            let width = width(scene, name);
            if x > 2.0 && x + width - 12.0 > scene.width {
                x = 2.0;
                y += row_height(scene);
            }
            let place = (x, y);
            x += width;
            place
        })
        .collect()
}

/// CSS pixels that the legend takes from the top.
pub(super) fn height(scene: &Scene, entries: &[Entry<'_>]) -> f64 {
    places(scene, entries)
        .last()
        .map_or(0.0, |(_, y)| y + row_height(scene) / 2.0 + 2.0)
}

pub(super) fn draw(scene: &mut Scene, entries: &[Entry<'_>]) {
    let (muted, ground) = (scene.theme.muted, scene.theme.background);
    for ((x, y), (sample, name)) in places(scene, entries).into_iter().zip(entries) {
        let (left, right) = (x, x + SAMPLE);
        let middle = (x + SAMPLE / 2.0, y);
        let path = [(left, y), (right, y)];
        let frame = Frame {
            left,
            right,
            top: y - 6.0,
            bottom: y + 6.0,
        };
        match *sample {
            Sample::Series(index, colour) => {
                scene.line(path.to_vec(), colour, 2.5);
                marker(scene, index, middle, colour, colour);
            }
            Sample::Plain(colour) => scene.line(path.to_vec(), colour, 2.0),
            Sample::Broken(colour) => {
                scene.dashed(&path, colour, 2.0, (4.0, 4.0));
                marker(scene, 0, middle, ground, colour);
            }
            Sample::Outlined(colour) => {
                scene.hatch(frame, colour, 1.0);
                scene.outline(frame, colour, 1.5);
            }
            Sample::Filled(colour) => scene.rect(frame, colour),
            Sample::Open(colour) => scene.outline(frame, colour, 1.5),
            Sample::Hatched(colour) => {
                scene.hatch(frame, colour, 1.0);
                scene.line(vec![(left, frame.top), (right, frame.top)], colour, 1.5);
            }
        }
        let at = (right + 6.0, y);
        let name = fitted(scene, name, scene.width - at.0);
        match *sample {
            Sample::Series(_, colour) | Sample::Plain(colour) => {
                scene.label(name, at, Anchor::Start, colour);
            }
            _ => {
                let size = scene.theme.font_size;
                scene.text(name, at, Anchor::Start, size, muted, false);
            }
        }
    }
}

/// The name, cut where a narrow frame has no room for it; the table has it whole.
fn fitted(scene: &Scene, name: &str, room: f64) -> String {
    let mut name = name.to_owned();
    if scene.text_width(&name) <= room {
        return name;
    }
    while !name.is_empty() && scene.text_width(&name) + scene.text_width("…") > room {
        name.pop();
    }
    let kept = name.trim_end().len();
    name.truncate(kept);
    name.push('…');
    name
}
