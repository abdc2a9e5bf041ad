//! Lines over the hours of a day: measured is solid, partial is dashed with open dots,
//! missing is a gap. Each line carries its name.

use super::Drawing;
use super::axis::{Scale, gutter, horizontal, hours};
use super::build::hour_points;
use super::legend::{self, Entry, Sample};
use super::scene::{Anchor, Frame, Scene};
use super::theme::{Rgb, Size, Theme};
use crate::domain::State;
use crate::text::Words;

/// 24 values with their states; `None` is missing.
pub(super) type Values = Vec<Option<(f64, State)>>;

/// One line with its name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub name: String,
    pub values: Values,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct LinesDrawing {
    /// At most three.
    pub lines: Vec<Line>,
    /// Passages in the dark: an area of its own, hatched.
    pub night: Option<Line>,
    pub scale: Scale,
    pub labels: Vec<String>,
    /// Written where no line has a value: `no data`.
    pub missing: String,
    /// What dashes and open dots mean: `partly measured`.
    pub partial: String,
    /// For the hours below.
    pub words: Words,
}

impl Drawing for LinesDrawing {
    fn height(&self, width: f64) -> f64 {
        self.height_with(width, &[])
    }

    fn draw(&self, scene: &mut Scene) {
        self.draw_over(scene, &[], |_, _| {});
    }
}

impl LinesDrawing {
    /// With more names in the legend.
    pub fn height_with(&self, width: f64, more: &[Entry<'_>]) -> f64 {
        (width * 0.4).clamp(200.0, 320.0) + self.legend_height(width, more)
    }

    /// Over what `under` lays out first, which `more` names.
    pub fn draw_over(
        &self,
        scene: &mut Scene,
        more: &[Entry<'_>],
        under: impl FnOnce(&mut Scene, Frame),
    ) {
        let mut entries = self.legend(scene);
        entries.extend_from_slice(more);
        let font = scene.theme.font_size;
        let frame = Frame {
            left: gutter(scene, &self.labels).max(20.0),
            top: legend::height(scene, &entries) + 8.0,
            right: scene.width - 18.0,
            bottom: scene.height - font * 2.0 - 2.0,
        };
        legend::draw(scene, &entries);
        self.gaps(scene, frame);
        under(scene, frame);
        horizontal(scene, frame, &self.scale, &self.labels);
        hours(scene, frame, &self.words);
        if let Some(night) = &self.night {
            self.night_area(scene, frame, night);
        }
        let colours = Self::colours(scene);
        for (index, (line, colour)) in self.lines.iter().zip(colours).enumerate().rev() {
            let width = if index == 0 { 2.5 } else { 2.0 };
            self.line(scene, frame, line, colour, width);
        }
        let tops: Vec<f64> = (0..24)
            .map(|hour| {
                let known = self.lines.iter().filter_map(|line| {
                    let (value, _) = line.values.get(hour).copied().flatten()?;
                    Some(self.scale.y(frame, value))
                });
                let top = known.fold(frame.bottom, f64::min);
                top.min(frame.bottom)
            })
            .collect();
        hour_points(scene, frame, tops.into_iter());
    }

    fn colours(scene: &Scene) -> [Rgb; 3] {
        [scene.theme.accent, scene.theme.second, scene.theme.third]
    }

    /// CSS pixels that the names take at a width, in the usual size of letters.
    fn legend_height(&self, width: f64, more: &[Entry<'_>]) -> f64 {
        let size = Size {
            width,
            height: 0.0,
            scale: 1.0,
        };
        let scene = Scene::new(&Theme::light(), size);
        let mut entries = self.legend(&scene);
        entries.extend_from_slice(more);
        legend::height(&scene, &entries)
    }

    fn legend(&self, scene: &Scene) -> Vec<Entry<'_>> {
        let muted = scene.theme.muted;
        let mut entries: Vec<Entry<'_>> = self
            .lines
            .iter()
            .zip(Self::colours(scene))
            .enumerate()
            .map(|(index, (line, colour))| (Sample::Series(index, colour), line.name.as_str()))
            .collect();
        let mut values = self
            .lines
            .iter()
            .flat_map(|line| line.values.iter().flatten());
        if values.any(|(_, state)| *state != State::Measured) {
            entries.push((Sample::Broken(muted), self.partial.as_str()));
        }
        if let Some(night) = &self.night {
            entries.push((Sample::Hatched(muted), night.name.as_str()));
        }
        entries
    }

    /// Hours in which no line has a value: hatched, with the word where there is room.
    fn gaps(&self, scene: &mut Scene, frame: Frame) {
        let column = frame.width() / 24.0;
        let is_gap = |hour: usize| {
            self.lines
                .iter()
                .all(|line| line.values.get(hour).copied().flatten().is_none())
        };
        let mut hour = 0;
        while hour < 24 {
            let from = hour;
            while hour < 24 && is_gap(hour) {
                hour += 1;
            }
            if hour > from {
                let gap = Frame {
                    left: frame.left + column * from as f64,
                    right: frame.left + column * hour as f64,
                    ..frame
                };
                let faint = scene.theme.background.towards(scene.theme.line, 0.5);
                scene.hatch(gap, faint, 1.0);
                let middle = f64::midpoint(gap.left, gap.right);
                let width = scene.text_width(&self.missing) + 8.0;
                if gap.width() > width {
                    let y = f64::midpoint(gap.top, gap.bottom);
                    let ground = scene.theme.background;
                    let half = scene.theme.font_size * 0.8;
                    scene.rect(
                        Frame {
                            left: middle - width / 2.0,
                            right: middle + width / 2.0,
                            top: y - half,
                            bottom: y + half,
                        },
                        ground,
                    );
                    scene.note(self.missing.as_str(), (middle, y), Anchor::Middle);
                }
            }
            hour += 1;
        }
    }

    fn place(&self, frame: Frame, hour: usize, value: f64) -> (f64, f64) {
        let column = frame.width() / 24.0;
        (
            frame.left + column * (hour as f64 + 0.5),
            self.scale.y(frame, value),
        )
    }

    fn night_area(&self, scene: &mut Scene, frame: Frame, night: &Line) {
        let column = frame.width() / 24.0;
        let colour = scene.theme.muted;
        for (hour, value) in night.values.iter().enumerate() {
            let Some((value, _)) = value.filter(|(value, _)| *value > 0.0) else {
                continue;
            };
            let left = frame.left + column * hour as f64;
            let top = self.scale.y(frame, value);
            let bar = Frame {
                left,
                right: left + column,
                top,
                bottom: frame.bottom,
            };
            scene.hatch(bar, colour, 1.0);
            scene.line(vec![(left, top), (left + column, top)], colour, 1.5);
        }
    }

    fn line(&self, scene: &mut Scene, frame: Frame, line: &Line, colour: Rgb, width: f64) {
        let ground = scene.theme.background;
        let index = self
            .lines
            .iter()
            .position(|other| other == line)
            .unwrap_or_default();
        let known = |hour: usize| line.values.get(hour).copied().flatten();
        // Solid while both ends are measured, dashed where one is partial, nothing at a gap.
        let mut solid: Vec<(f64, f64)> = Vec::new();
        let mut broken: Vec<(f64, f64)> = Vec::new();
        for hour in 0..24 {
            let Some((value, state)) = known(hour) else {
                scene.line(std::mem::take(&mut solid), colour, width);
                scene.dashed(&std::mem::take(&mut broken), colour, width, (4.0, 4.0));
                continue;
            };
            let here = self.place(frame, hour, value);
            let next = known(hour + 1);
            let is_solid =
                state == State::Measured && next.is_some_and(|(_, s)| s == State::Measured);
            if solid.is_empty() && broken.is_empty() {
                // The first after a gap.
            } else if solid.is_empty() {
                broken.push(here);
            } else {
                solid.push(here);
            }
            if is_solid {
                if solid.is_empty() {
                    scene.dashed(&std::mem::take(&mut broken), colour, width, (4.0, 4.0));
                    solid.push(here);
                }
            } else {
                scene.line(std::mem::take(&mut solid), colour, width);
                if broken.is_empty() && next.is_some() {
                    broken.push(here);
                }
            }
        }
        scene.line(solid, colour, width);
        scene.dashed(&broken, colour, width, (4.0, 4.0));
        for hour in 0..24 {
            let Some((value, state)) = known(hour) else {
                continue;
            };
            let is_alone = (hour == 0 || known(hour - 1).is_none()) && known(hour + 1).is_none();
            let at = self.place(frame, hour, value);
            if state != State::Measured {
                marker(scene, index, at, ground, colour);
            } else if is_alone || hour % 6 == 3 {
                marker(scene, index, at, colour, colour);
            }
        }
    }
}

/// Each line has a shape of its own, so that colour is not alone: dot, square, diamond.
pub(super) fn marker(scene: &mut Scene, index: usize, (x, y): (f64, f64), fill: Rgb, outline: Rgb) {
    let shape = |r: f64| match index {
        1 => vec![
            (x - r, y - r),
            (x + r, y - r),
            (x + r, y + r),
            (x - r, y + r),
        ],
        _ => vec![
            (x, y - r * 1.35),
            (x + r * 1.35, y),
            (x, y + r * 1.35),
            (x - r * 1.35, y),
        ],
    };
    if index == 0 {
        scene.dot((x, y), 4.0, fill, outline);
    } else {
        scene.area(shape(3.5), outline);
        if fill != outline {
            scene.area(shape(1.9), fill);
        }
    }
}
