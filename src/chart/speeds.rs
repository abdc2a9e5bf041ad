//! How fast cars go (bicycles, where only theirs is measured): the share per class of speed, with V85 and limit.

use super::axis::{Scale, gutter, horizontal};
use super::build::with_period;
use super::scene::{Anchor, Frame, Scene};
use super::table::{Reading, Row, Table};
use super::theme::Rgb;
use super::{Chart, ChartKind, Drawing};
use crate::domain::State;
use crate::query::answer::{CountedAnswer, Speed};
use crate::text::{Arg, Words};
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct SpeedsDrawing {
    bin_kmh: f64,
    /// Share of the cars (0–1) per bin.
    shares: Vec<f64>,
    is_partial: bool,
    limit: Option<(f64, String)>,
    v85: Option<(f64, String)>,
    /// What the hatched bars mean.
    above: String,
    scale: Scale,
    labels: Vec<String>,
    unit: String,
}

pub(super) fn chart(answer: &CountedAnswer, words: &Words) -> Option<Chart> {
    let speed = answer.speed.as_ref()?;
    let all: f64 = speed.bins.iter().sum();
    if speed.state == State::Missing || all <= 0.0 || speed.bin_kmh <= 0.0 {
        return None;
    }
    let limit = answer.limit_kmh;
    let shown = shown_bins(speed, limit);
    let shares: Vec<f64> = speed.bins.iter().take(shown).map(|n| n / all).collect();
    let things = || ("things", Arg::from(words.mode_inline(speed.mode)));
    let title = words.with("chart-speeds-title", &[things()]);
    let mut rows = Vec::new();
    let mut readings = Vec::new();
    for (index, share) in shares.iter().enumerate() {
        let low = speed.bin_kmh * index as f64;
        let is_open = index + 1 == speed.bins.len();
        let name = if is_open {
            words.with("chart-speeds-open", &[("low", words.whole(low).into())])
        } else {
            words.with(
                "chart-speeds-bin",
                &[
                    ("low", words.whole(low).into()),
                    ("high", words.whole(low + speed.bin_kmh).into()),
                ],
            )
        };
        let side = limit.map(|limit| side_of_limit(low, speed.bin_kmh, limit, words));
        let percent = words.percent(*share);
        let mut cells = vec![percent.clone()];
        cells.extend(side.clone());
        rows.push(Row {
            header: name.clone(),
            cells,
        });
        let mut lines = vec![words.with(
            "chart-speeds-share",
            &[("percent", percent.into()), things()],
        )];
        lines.extend(side);
        readings.push(Reading {
            heading: name,
            lines,
            state: speed.state,
        });
    }
    let mut columns = vec![
        words.get("chart-speed"),
        words.with("chart-speeds-column", &[things()]),
    ];
    if limit.is_some() {
        columns.push(words.get("chart-speeds-limit-column"));
    }
    let scale = Scale::to(shares.iter().copied().fold(0.0, f64::max) * 100.0);
    let decimals = scale.decimals();
    let labels = scale
        .ticks()
        .into_iter()
        .map(|tick| words.percents(&words.decimal(tick, decimals)))
        .collect();
    Some(Chart {
        name: ChartKind::Speeds.name(),
        sentence: sentence(speed, limit, &readings, &shares, words),
        table: Table {
            caption: with_period(&title, answer, words),
            columns,
            rows,
        },
        title,
        points_per_row: readings.len(),
        readings,
        drawing: Arc::new(SpeedsDrawing {
            bin_kmh: speed.bin_kmh,
            shares,
            is_partial: speed.state != State::Measured,
            limit: limit.map(|limit| {
                let text = words.with(
                    "chart-speeds-limit",
                    &[("speed", words.whole(limit).into())],
                );
                (limit, text)
            }),
            v85: speed.v85_kmh.map(|v85| {
                let text = words.with("chart-speeds-v85", &[("speed", words.whole(v85).into())]);
                (v85, text)
            }),
            above: words.get("chart-speeds-above"),
            scale,
            labels,
            unit: "km/h".to_owned(),
        }),
    })
}

/// Bins up to the last one with a share worth a pixel, and one past limit and V85.
fn shown_bins(speed: &Speed, limit: Option<f64>) -> usize {
    let all: f64 = speed.bins.iter().sum();
    let last = speed
        .bins
        .iter()
        .rposition(|cars| *cars > all * 0.0005)
        .unwrap_or(0);
    let mut shown = last + 1;
    for mark in limit.into_iter().chain(speed.v85_kmh) {
        let mut needed = 0;
        while speed.bin_kmh * needed as f64 <= mark {
            needed += 1;
        }
        shown = shown.max(needed + 1);
    }
    shown.min(speed.bins.len())
}

fn side_of_limit(low: f64, width: f64, limit: f64, words: &Words) -> String {
    if low >= limit {
        words.get("chart-speeds-above")
    } else if low + width > limit {
        words.get("chart-speeds-across")
    } else {
        words.get("chart-speeds-below")
    }
}

fn sentence(
    speed: &Speed,
    limit: Option<f64>,
    readings: &[Reading],
    shares: &[f64],
    words: &Words,
) -> String {
    let most = super::build::highest(shares.iter().map(|s| Some((*s, State::Measured))));
    let things = || ("things", Arg::from(words.mode_inline(speed.mode)));
    let mut parts = Vec::new();
    if let Some((index, share)) = most
        && let Some(reading) = readings.get(index)
    {
        parts.push(words.with(
            "chart-speeds-mode",
            &[
                ("class", reading.heading.as_str().into()),
                ("percent", words.percent(share).into()),
                things(),
            ],
        ));
    }
    if let Some(v85) = speed.v85_kmh {
        parts.push(words.with(
            "speed-note-v85",
            &[("speed", words.kmh(v85).into()), things()],
        ));
    }
    if let Some((limit, share)) = limit.zip(speed.above_limit_share) {
        parts.push(words.with(
            "chart-speeds-over",
            &[
                ("limit", words.kmh(limit).into()),
                ("percent", words.percent(share).into()),
                things(),
            ],
        ));
    }
    parts.join(" ")
}

impl Drawing for SpeedsDrawing {
    fn height(&self, width: f64) -> f64 {
        (width * 0.45).clamp(240.0, 360.0)
    }

    fn draw(&self, scene: &mut Scene) {
        let font = scene.theme.font_size;
        let frame = Frame {
            left: gutter(scene, &self.labels).max(20.0),
            top: font * 2.0 + 22.0,
            right: scene.width - 14.0,
            bottom: scene.height - font * 2.2,
        };
        horizontal(scene, frame, &self.scale, &self.labels);
        let column = frame.width() / self.shares.len().max(1) as f64;
        let x_of = |kmh: f64| frame.left + (kmh / self.bin_kmh * column).min(frame.width());
        for (index, share) in self.shares.iter().enumerate() {
            let left = frame.left + column * index as f64;
            let top = self.scale.y(frame, share * 100.0);
            let bar = Frame {
                left: left + 1.0,
                right: left + column - 1.0,
                top,
                bottom: frame.bottom,
            };
            let cut = self.limit.as_ref().map_or(bar.right, |(limit, _)| {
                // A frame that is still being laid out has no room: the right edge may lie left of the left one.
                x_of(*limit).max(bar.left).min(bar.right.max(bar.left))
            });
            self.bar(scene, Frame { right: cut, ..bar }, false);
            self.bar(scene, Frame { left: cut, ..bar }, true);
            scene.point(
                (left + column / 2.0, top),
                Frame {
                    left,
                    right: left + column,
                    ..frame
                },
            );
        }
        self.speeds(scene, frame, column);
        self.marks(scene, frame, &x_of);
    }
}

impl SpeedsDrawing {
    /// Up to the limit full; above it in another colour and hatched.
    fn bar(&self, scene: &mut Scene, bar: Frame, is_above: bool) {
        if bar.width() < 0.5 || bar.height() < 0.25 {
            return;
        }
        let (accent, warning) = (scene.theme.accent, scene.theme.warning);
        let ground = scene.theme.background;
        if is_above {
            scene.rect(bar, ground.towards(warning, 0.22));
            scene.hatch(bar, warning, 1.5);
            scene.outline(bar, warning, 1.5);
        } else if self.is_partial {
            scene.rect(bar, ground.towards(accent, 0.2));
            scene.outline(bar, accent, 1.5);
        } else {
            scene.rect(bar, accent);
        }
    }

    /// Speeds at the edges of classes, as many as fit.
    fn speeds(&self, scene: &mut Scene, frame: Frame, column: f64) {
        let font = scene.theme.font_size;
        let y = frame.bottom + font + 3.0;
        let line = scene.theme.line;
        let room = 42.0;
        let every = [10.0, 20.0, 40.0]
            .into_iter()
            .find(|every| every / self.bin_kmh * column >= room)
            .unwrap_or(40.0);
        let end = self.bin_kmh * self.shares.len() as f64;
        let place = |kmh: f64| frame.left + kmh / self.bin_kmh * column;
        // The unit stands once, at the last number; a number that it would touch gives way.
        let last = (end / every).floor() * every;
        let last_text = format!("{last:.0} {}", self.unit);
        let half = scene.text_width(&last_text) / 2.0;
        let last_x = (place(last) + scene.text_width(&self.unit) / 2.0).min(scene.width - half);
        let mut kmh = 0.0;
        while kmh <= end {
            let x = place(kmh);
            scene.line(vec![(x, frame.bottom), (x, frame.bottom + 4.0)], line, 1.0);
            let text = format!("{kmh:.0}");
            if kmh + every <= end && x + scene.text_width(&text) / 2.0 + 4.0 <= last_x - half {
                scene.note(text, (x, y), Anchor::Middle);
            }
            kmh += every;
        }
        scene.note(last_text, (last_x, y), Anchor::Middle);
    }

    /// The limit as a full line, V85 as a dashed one, each with its name on a row of its own.
    fn marks(&self, scene: &mut Scene, frame: Frame, x_of: &dyn Fn(f64) -> f64) {
        let font = scene.theme.font_size;
        let (text, ground) = (scene.theme.text, scene.theme.background);
        let warning = scene.theme.warning;
        let rows = [font / 2.0 + 2.0, font * 1.5 + 8.0];
        let [first, second] = rows;
        if let Some((limit, name)) = &self.limit {
            let x = x_of(*limit);
            let path = vec![(x, first + font * 0.7), (x, frame.bottom)];
            scene.line(path.clone(), ground, 5.0);
            scene.line(path, text, 2.0);
            place_label(scene, name, x, first, text);
            let width = scene.text_width(name) + scene.text_width(&self.above) + 40.0;
            let left = x - scene.text_width(name) / 2.0;
            if left + width < scene.width {
                let sample = Frame {
                    left: scene.width - scene.text_width(&self.above) - 20.0,
                    right: scene.width - scene.text_width(&self.above) - 6.0,
                    top: first - 6.0,
                    bottom: first + 6.0,
                };
                self.bar(scene, sample, true);
                let at = (sample.right + 5.0, first);
                scene.text(self.above.clone(), at, Anchor::Start, font, warning, false);
            }
        }
        if let Some((v85, name)) = &self.v85 {
            let x = x_of(*v85);
            let path = [(x, second + font * 0.7), (x, frame.bottom)];
            scene.line(path.to_vec(), ground, 5.0);
            scene.dashed(&path, text, 2.0, (6.0, 4.0));
            place_label(scene, name, x, second, text);
        }
    }
}

/// A name above its line, pushed inside the drawing; blank behind it where another line runs.
fn place_label(scene: &mut Scene, name: &str, x: f64, y: f64, colour: Rgb) {
    let half = scene.text_width(name) / 2.0 + 4.0;
    let middle = x.clamp(half, (scene.width - half).max(half));
    let ground = scene.theme.background;
    let height = scene.theme.font_size * 0.7;
    scene.rect(
        Frame {
            left: middle - half,
            right: middle + half,
            top: (y - height).max(0.0),
            bottom: y + height,
        },
        ground,
    );
    scene.label(name, (middle, y), Anchor::Middle, colour);
}
