//! The mean day of every month, with a trend line only where there is a trend.

use super::axis::{Scale, gutter, horizontal, labels};
use super::build::{highest, lowest, value_text, with_period};
use super::legend::{self, Entry, Sample};
use super::scene::{Anchor, Frame, Scene};
use super::table::{Reading, Row, Table};
use super::{Chart, ChartKind, Drawing};
use crate::domain::State;
use crate::query::answer::{CountedAnswer, MonthPoint, Trend};
use crate::text::answers::happened;
use crate::text::{Words, answers};
use std::sync::Arc;

/// Short name, year where the year begins or the series does, value.
type Month = (String, Option<String>, Option<(f64, State)>);

#[derive(Clone, Debug, PartialEq)]
pub(super) struct MonthsDrawing {
    months: Vec<Month>,
    /// Something is known to have gone on in this month: works, a fault, a closed street.
    unlike_others: Vec<bool>,
    /// Something is known to have changed in this month: a measure, another sensor.
    changed: Vec<bool>,
    /// What the grey stretches and the lines mean.
    happened: String,
    /// Share of the level per year.
    per_year: Option<f64>,
    trend_name: String,
    /// What hatched bars mean: `partly measured`.
    partial: String,
    /// What open bars mean: `estimated`.
    estimated: String,
    scale: Scale,
    labels: Vec<String>,
}

/// Hidden under 25 % of coverage (definitions 4.1).
fn value(point: &MonthPoint) -> Option<(f64, State)> {
    point
        .value
        .filter(|_| point.state != State::Missing)
        .map(|value| (value, point.state))
}

pub(super) fn chart(answer: &CountedAnswer, words: &Words) -> Option<Chart> {
    let points = &answer.change.months;
    let values: Vec<Option<(f64, State)>> = points.iter().map(value).collect();
    let (busiest, most) = highest(values.iter().copied())?;
    let quietest = lowest(values.iter().copied());
    let things = words.mode_inline(answer.mode);
    let title = words.with(
        "chart-months-title",
        &[("mode", words.mode(answer.mode).into())],
    );
    let name = |index: usize| {
        points
            .get(index)
            .map(|point| words.month(point.month))
            .unwrap_or_default()
    };
    let mut rows = Vec::new();
    let mut readings = Vec::new();
    for (point, value) in points.iter().zip(&values) {
        let coverage = words.percent_down(point.coverage);
        rows.push(Row {
            header: words.month(point.month),
            cells: vec![value_text(*value, words), coverage.clone()],
        });
        let text = match value {
            Some((mean, _)) => words.with(
                "chart-per-day",
                &[
                    ("value", words.count(*mean).into()),
                    ("things", things.as_str().into()),
                ],
            ),
            None => words.state(State::Missing),
        };
        let mut lines = vec![text];
        if value.is_none_or(|(_, state)| state != State::Measured) {
            lines.push(words.with("chart-coverage", &[("percent", coverage.into())]));
        }
        let next = point.month.first_of_month_plus(1);
        lines.extend(happened::events(answer, point.month, next, words));
        readings.push(Reading {
            heading: words.month(point.month),
            lines,
            state: value.map_or(State::Missing, |(_, state)| state),
        });
    }
    let mut args = vec![
        ("peak", name(busiest).into()),
        ("most", words.count(most).into()),
        ("things", things.into()),
    ];
    let mut sentence = if let Some((quietest, least)) = quietest {
        args.push(("calm", name(quietest).into()));
        args.push(("least", words.count(least).into()));
        words.with("chart-months-extremes", &args)
    } else {
        words.with("chart-months-peak", &args)
    };
    let missing = values.iter().filter(|value| value.is_none()).count();
    if missing > 0 {
        sentence.push(' ');
        sentence.push_str(&words.with(
            "chart-months-missing",
            &[("months", (missing as f64).into())],
        ));
    }
    sentence.push(' ');
    sentence.push_str(&answers::change(answer, words).sentence);
    let per_year = match answer.change.trend {
        Trend::Slope { per_year, .. } => Some(per_year),
        Trend::Pending | Trend::TooShort { .. } => None,
    };
    let months = points
        .iter()
        .zip(&values)
        .enumerate()
        .map(|(index, (point, value))| {
            let (year, month, _) = point.month.ymd();
            let year = (month == 1 || index == 0).then(|| year.to_string());
            (words.month_short(month), year, *value)
        })
        .collect();
    let touched = |is_stretch: bool| -> Vec<bool> {
        let is_in = |point: &MonthPoint| {
            let next = point.month.first_of_month_plus(1);
            answer.events.iter().any(|event| {
                if is_stretch {
                    event.kind.is_stretch() && happened::in_days(event, point.month, next)
                } else {
                    !event.kind.is_stretch() && point.month <= event.start && event.start < next
                }
            })
        };
        points.iter().map(is_in).collect()
    };
    let scale = Scale::to(most);
    let labels = labels(&scale, words);
    let caption = points.first().zip(points.last()).map_or_else(
        || with_period(&title, answer, words),
        |(first, last)| {
            let period = words.with(
                "common-months",
                &[
                    ("start", words.month(first.month).into()),
                    ("end", words.month(last.month).into()),
                ],
            );
            words.with(
                "chart-caption",
                &[("title", title.as_str().into()), ("period", period.into())],
            )
        },
    );
    Some(Chart {
        name: ChartKind::Months.name(),
        sentence,
        table: Table {
            caption,
            columns: vec![
                words.get("chart-month"),
                words.mode(answer.mode),
                words.get("chart-counted"),
            ],
            rows,
        },
        title,
        points_per_row: readings.len(),
        readings,
        drawing: Arc::new(MonthsDrawing {
            months,
            unlike_others: touched(true),
            changed: touched(false),
            happened: words.get("chart-months-happened"),
            per_year,
            trend_name: words.get("chart-months-trend"),
            partial: words.state(State::Partial),
            estimated: words.state(State::Estimated),
            scale,
            labels,
        }),
    })
}

impl Drawing for MonthsDrawing {
    fn height(&self, width: f64) -> f64 {
        (width * 0.4).clamp(220.0, 320.0)
    }

    fn draw(&self, scene: &mut Scene) {
        let font = scene.theme.font_size;
        let entries = self.legend(scene);
        legend::draw(scene, &entries);
        let frame = Frame {
            left: gutter(scene, &self.labels).max(20.0),
            top: legend::height(scene, &entries) + 10.0,
            right: scene.width - 4.0,
            bottom: scene.height - font * 3.2,
        };
        horizontal(scene, frame, &self.scale, &self.labels);
        let column = frame.width() / self.months.len().max(1) as f64;
        let gap = (column * 0.16).clamp(0.5, 8.0);
        self.stretches(scene, frame, column);
        for (index, (_, _, value)) in self.months.iter().enumerate() {
            let left = frame.left + column * index as f64;
            let top = value.map_or(frame.bottom, |(value, _)| self.scale.y(frame, value));
            let bar = Frame {
                left: left + gap,
                right: left + column - gap,
                top,
                bottom: frame.bottom,
            };
            bar_of(scene, frame, bar, *value);
            scene.point(
                (left + column / 2.0, top),
                Frame {
                    left,
                    right: left + column,
                    ..frame
                },
            );
        }
        self.names(scene, frame, column);
        self.trend(scene, frame, column);
    }
}

impl MonthsDrawing {
    fn legend(&self, scene: &Scene) -> Vec<Entry<'_>> {
        let mut entries = Vec::new();
        if self.per_year.is_some() {
            entries.push((Sample::Plain(scene.theme.text), self.trend_name.as_str()));
        }
        let has = |wanted| {
            let mut values = self.months.iter().filter_map(|(_, _, value)| *value);
            values.any(|(_, state)| state == wanted)
        };
        let accent = scene.theme.accent;
        if has(State::Partial) {
            entries.push((Sample::Outlined(accent), self.partial.as_str()));
        }
        if self.unlike_others.contains(&true) || self.changed.contains(&true) {
            let grey = scene.theme.line;
            entries.push((Sample::Filled(grey), self.happened.as_str()));
        }
        if has(State::Estimated) {
            entries.push((Sample::Open(accent), self.estimated.as_str()));
        }
        entries
    }

    /// Grey behind the months in which something went on, and a line where something changed.
    fn stretches(&self, scene: &mut Scene, frame: Frame, column: f64) {
        let grey = scene.theme.background.towards(scene.theme.line, 0.7);
        let ink = scene.theme.muted;
        let at = |index: usize| frame.left + column * index as f64;
        for (index, _) in self.unlike_others.iter().enumerate().filter(|(_, is)| **is) {
            let stretch = Frame {
                left: at(index),
                right: at(index) + column,
                ..frame
            };
            scene.rect(stretch, grey);
        }
        for (index, _) in self.changed.iter().enumerate().filter(|(_, is)| **is) {
            let x = at(index) + column / 2.0;
            scene.dashed(&[(x, frame.top), (x, frame.bottom)], ink, 1.5, (4.0, 3.0));
        }
    }

    /// Names of months where there is room, years where they begin.
    fn names(&self, scene: &mut Scene, frame: Frame, column: f64) {
        let font = scene.theme.font_size;
        let widest = self
            .months
            .iter()
            .map(|(name, _, _)| scene.text_width(name))
            .fold(0.0, f64::max)
            + 6.0;
        let every = [1, 3, 6, 12]
            .into_iter()
            .find(|every| column * f64::from(*every) >= widest);
        // Months stand at January, April …: count from the first January.
        let offset = self
            .months
            .iter()
            .enumerate()
            .find(|(index, (_, year, _))| *index > 0 && year.is_some())
            .map_or(0, |(index, _)| index % 12);
        let line = scene.theme.line;
        let mut free = f64::NEG_INFINITY;
        for (index, (name, year, _)) in self.months.iter().enumerate() {
            let left = frame.left + column * index as f64;
            let middle = left + column / 2.0;
            let is_named = every
                .and_then(|every| usize::try_from(every).ok())
                .is_some_and(|every| every < 12 && (index + 12 - offset) % every == 0);
            if is_named {
                scene.note(name.as_str(), (middle, frame.bottom + font), Anchor::Middle);
            }
            if let Some(year) = year {
                let y = frame.bottom + font * 2.4;
                let width = scene.text_width(year);
                // A first year without room before the next January is left out.
                let next = self
                    .months
                    .iter()
                    .enumerate()
                    .skip(index + 1)
                    .find(|(_, (_, year, _))| year.is_some())
                    .map_or(scene.width, |(next, _)| frame.left + column * next as f64);
                if left >= free && left + width + 4.0 <= next.max(left + 12.0) {
                    if index > 0 {
                        scene.line(
                            vec![(left, frame.bottom), (left, frame.bottom + 5.0)],
                            line,
                            1.0,
                        );
                    }
                    scene.note(year.as_str(), (left, y), Anchor::Start);
                    free = left + width + 10.0;
                }
            }
        }
    }

    /// Through the middle of the known months, rising by its share of their mean.
    fn trend(&self, scene: &mut Scene, frame: Frame, column: f64) {
        let Some(per_year) = self.per_year else {
            return;
        };
        let (mut count, mut sum, mut middle) = (0.0, 0.0, 0.0);
        for (index, (_, _, value)) in self.months.iter().enumerate() {
            if let Some((value, _)) = value {
                count += 1.0;
                sum += value;
                middle += index as f64;
            }
        }
        if count < 2.0 {
            return;
        }
        let (level, middle) = (sum / count, middle / count);
        let at = |index: f64| {
            let value = level * (1.0 + per_year * (index - middle) / 12.0);
            (
                frame.left + column * (index + 0.5),
                self.scale.y(frame, value),
            )
        };
        let last = self.months.len().saturating_sub(1) as f64;
        let colour = scene.theme.text;
        scene.line(vec![at(0.0), at(last)], colour, 2.0);
    }
}

/// Measured is full, partial is outlined and hatched, estimated is outlined and empty, missing is hatched
/// over the whole height: it has no height of its own.
fn bar_of(scene: &mut Scene, frame: Frame, bar: Frame, value: Option<(f64, State)>) {
    let accent = scene.theme.accent;
    match value {
        Some((_, State::Measured)) => {
            let pale = scene.theme.pale_accent();
            scene.rect(bar, pale);
        }
        Some((_, state)) => {
            if state != State::Estimated {
                scene.hatch(bar, accent, 1.0);
            }
            scene.outline(bar, accent, 1.5);
        }
        None => {
            let faint = scene.theme.background.towards(scene.theme.line, 0.5);
            scene.hatch(
                Frame {
                    top: frame.top,
                    ..bar
                },
                faint,
                1.0,
            );
        }
    }
}
