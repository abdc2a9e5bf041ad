//! Scales and axes: few ticks with round numbers, thin lines, no boxes.

use super::scene::{Anchor, Frame, Scene};
use crate::text::Words;

/// From zero to a round number above the highest value.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    pub top: f64,
    pub step: f64,
}

impl Scale {
    /// Three to five steps of 1, 2, 2.5, 4 or 5 decades, as little above the highest value as can be.
    /// A chart of zeros keeps a scale of one.
    pub fn to(highest: f64) -> Self {
        let highest = if highest > 0.0 { highest } else { 1.0 };
        let mut decade = 1.0;
        while decade * 10.0 <= highest {
            decade *= 10.0;
        }
        while decade > highest {
            decade /= 10.0;
        }
        let mut best: Option<Self> = None;
        for share in [5.0, 4.0, 2.5, 2.0, 1.0, 0.5, 0.4, 0.25, 0.2] {
            let step = share * decade;
            let steps = (highest / step - 1e-9).ceil();
            let top = steps * step;
            if (3.0..=5.0).contains(&steps)
                && best
                    .as_ref()
                    .is_none_or(|best| top < best.top - decade * 1e-9)
            {
                best = Some(Self { top, step });
            }
        }
        best.unwrap_or(Self {
            top: decade * 10.0,
            step: decade * 2.5,
        })
    }

    pub fn ticks(&self) -> Vec<f64> {
        let mut ticks = Vec::new();
        let mut index = 0.0;
        while index * self.step <= self.top * 1.000_001 {
            ticks.push(index * self.step);
            index += 1.0;
        }
        ticks
    }

    /// Decimals that the ticks need.
    pub fn decimals(&self) -> u8 {
        let is_whole = |v: f64| (v - v.round()).abs() < 1e-9;
        if is_whole(self.step) {
            0
        } else if is_whole(self.step * 10.0) {
            1
        } else {
            2
        }
    }

    /// The height of a value inside a frame, from the top.
    pub fn y(&self, frame: Frame, value: f64) -> f64 {
        frame.bottom - frame.height() * (value / self.top).clamp(0.0, 1.0)
    }
}

/// Horizontal lines with their numbers left of the frame, and the baseline.
pub(super) fn horizontal(scene: &mut Scene, frame: Frame, scale: &Scale, labels: &[String]) {
    let (grid, line) = (scene.theme.grid, scene.theme.line);
    for (tick, label) in scale.ticks().into_iter().zip(labels) {
        let y = scale.y(frame, tick);
        let colour = if tick > 0.0 { grid } else { line };
        scene.line(vec![(frame.left, y), (frame.right, y)], colour, 1.0);
        scene.note(label.as_str(), (frame.left - 8.0, y), Anchor::End);
    }
}

/// What the ticks of a scale say.
pub(super) fn labels(scale: &Scale, words: &Words) -> Vec<String> {
    let decimals = scale.decimals();
    scale
        .ticks()
        .into_iter()
        .map(|tick| words.decimal(tick, decimals))
        .collect()
}

/// Room for the labels left of a frame.
pub(super) fn gutter(scene: &Scene, labels: &[String]) -> f64 {
    let widest = labels
        .iter()
        .map(|label| scene.text_width(label))
        .fold(0.0, f64::max);
    (widest + 10.0).ceil()
}

/// Hours of the day below a frame of 24 equal columns: every third or sixth.
pub(super) fn hours(scene: &mut Scene, frame: Frame, words: &Words) {
    let every = if frame.width() < 420.0 { 6 } else { 3 };
    let line = scene.theme.line;
    let y = frame.bottom + scene.theme.font_size + 4.0;
    for hour in (0..=24_u8).step_by(every) {
        let x = frame.left + frame.width() * f64::from(hour) / 24.0;
        scene.line(vec![(x, frame.bottom), (x, frame.bottom + 4.0)], line, 1.0);
        scene.note(words.clock(hour), (x, y), Anchor::Middle);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_few_and_round() {
        for (highest, ticks) in [
            (151.0, vec![0.0, 40.0, 80.0, 120.0, 160.0]),
            (0.0, vec![0.0, 0.25, 0.5, 0.75, 1.0]),
            (1000.0, vec![0.0, 250.0, 500.0, 750.0, 1000.0]),
            (31_900.0, vec![0.0, 10_000.0, 20_000.0, 30_000.0, 40_000.0]),
            (73.0, vec![0.0, 25.0, 50.0, 75.0]),
        ] {
            assert_eq!(Scale::to(highest).ticks(), ticks, "{highest}");
        }
    }
}
