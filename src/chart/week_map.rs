//! Weekday by hour: how dark a cell is, is how busy it is.

use super::build::{cell_value, highest, hour_of, lowest, reading, value_text, with_period};
use super::scene::{Anchor, Frame, Scene};
use super::table::{Row, Table};
use super::theme::Theme;
use super::{Chart, ChartKind, Drawing};
use crate::domain::{State, Weekday};
use crate::query::answer::CountedAnswer;
use crate::text::Words;
use std::sync::Arc;

/// Classes of the legend.
const CLASSES: u8 = 6;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct WeekMapDrawing {
    /// Seven names, Monday first.
    days: Vec<String>,
    /// 168 values: Monday 0 o'clock to Sunday 23 o'clock.
    values: Vec<Option<(f64, State)>>,
    /// The highest value, above zero.
    most: f64,
    /// Bounds of the classes: the lowest, the highest, the word for missing, the word for partial.
    legend: [String; 4],
    /// For the hours below.
    words: Words,
}

pub(super) fn chart(answer: &CountedAnswer, words: &Words) -> Option<Chart> {
    let values: Vec<Option<(f64, State)>> = (0..7)
        .flat_map(|day| (0..24).map(move |hour| (day, hour)))
        .map(|(day, hour)| {
            cell_value(
                answer
                    .week
                    .rows
                    .get(day)
                    .and_then(|row| row.get(hour))
                    .and_then(Option::as_ref),
            )
        })
        .collect();
    let (busiest, most) = highest(values.iter().copied())?;
    let quietest = lowest(values.iter().copied());
    let at = |index: usize| -> (Weekday, u8) {
        let day = Weekday::ALL.get(index / 24).copied();
        (day.unwrap_or(Weekday::Monday), hour_of(index))
    };
    let title = words.with(
        "chart-week-title",
        &[("mode", words.mode(answer.mode).into())],
    );
    let readings = values
        .iter()
        .enumerate()
        .map(|(index, value)| {
            let (day, hour) = at(index);
            let heading = format!("{} {}", words.weekday(day), words.hour(hour));
            reading(heading, &[(String::new(), *value)], answer.mode, words)
        })
        .collect();
    let mut columns = vec![words.get("chart-hour")];
    columns.extend(Weekday::ALL.map(|day| words.weekday(day)));
    let rows = (0..24)
        .map(|hour| Row {
            header: words.hour(hour_of(hour)),
            cells: (0..7)
                .map(|day| value_text(values.get(day * 24 + hour).copied().flatten(), words))
                .collect(),
        })
        .collect();
    let missing = values.iter().filter(|value| value.is_none()).count();
    let place = |index: usize| {
        let (day, hour) = at(index);
        format!("{} {}", words.weekday(day), words.hour(hour))
    };
    let mut args = vec![
        ("peak", place(busiest).into()),
        ("most", words.count(most).into()),
        ("things", words.mode_inline(answer.mode).into()),
    ];
    let mut sentence = if let Some((quietest, least)) = quietest {
        args.push(("calm", place(quietest).into()));
        args.push(("least", words.count(least).into()));
        words.with("chart-week-extremes", &args)
    } else {
        words.with("chart-week-peak", &args)
    };
    if missing > 0 {
        sentence.push(' ');
        sentence.push_str(&words.with("chart-week-missing", &[("hours", (missing as f64).into())]));
    }
    Some(Chart {
        name: ChartKind::WeekMap.name(),
        sentence,
        table: Table {
            caption: with_period(&title, answer, words),
            columns,
            rows,
        },
        title,
        points_per_row: 24,
        readings,
        drawing: Arc::new(WeekMapDrawing {
            days: Weekday::ALL.map(|day| words.weekday_short(day)).to_vec(),
            values,
            most: if most > 0.0 { most } else { 1.0 },
            legend: [
                words.whole(0.0),
                words.count(most),
                words.state(State::Missing),
                words.state(State::Partial),
            ],
            words: *words,
        }),
    })
}

impl Drawing for WeekMapDrawing {
    fn height(&self, width: f64) -> f64 {
        (width * 0.5).clamp(250.0, 340.0)
    }

    fn draw(&self, scene: &mut Scene) {
        let font = scene.theme.font_size;
        let widest = self
            .days
            .iter()
            .map(|day| scene.text_width(day))
            .fold(0.0, f64::max);
        let frame = Frame {
            left: widest + 10.0,
            top: 2.0,
            right: scene.width - 18.0,
            bottom: scene.height - font * (2.8 + 1.7 * self.legend_rows(scene)),
        };
        let (column, row) = (frame.width() / 24.0, frame.height() / 7.0);
        let gap = if column > 16.0 { 1.0 } else { 0.5 };
        for (day, name) in self.days.iter().enumerate() {
            let y = frame.top + row * (day as f64 + 0.5);
            scene.note(name.as_str(), (frame.left - 8.0, y), Anchor::End);
        }
        for (index, value) in self.values.iter().enumerate() {
            let left = frame.left + column * (index % 24) as f64;
            let top = frame.top + row * (index / 24) as f64;
            let cell = Frame {
                left: left + gap,
                top: top + gap,
                right: left + column - gap,
                bottom: top + row - gap,
            };
            self.cell(scene, cell, *value);
            scene.point(
                (left + column / 2.0, top),
                Frame {
                    left,
                    top,
                    right: left + column,
                    bottom: top + row,
                },
            );
        }
        super::axis::hours(scene, frame, &self.words);
        self.legend(scene, frame);
    }
}

impl WeekMapDrawing {
    fn class(&self, value: f64) -> u8 {
        let mut class = 0;
        while class + 1 < CLASSES && value > self.most * f64::from(class + 1) / f64::from(CLASSES) {
            class += 1;
        }
        class
    }

    fn colour(theme: &Theme, class: u8) -> super::Rgb {
        // Through the accent, so that the middle classes keep their colour.
        let share = f64::from(class) / f64::from(CLASSES - 1) * 2.0;
        if share <= 1.0 {
            theme.heat.0.towards(theme.accent, share)
        } else {
            theme.accent.towards(theme.heat.1, share - 1.0)
        }
    }

    /// Missing is hatched and empty; partial has a notch in its corner.
    fn cell(&self, scene: &mut Scene, cell: Frame, value: Option<(f64, State)>) {
        let Some((value, state)) = value else {
            let line = scene.theme.line;
            scene.hatch(cell, line, 1.0);
            return;
        };
        let colour = Self::colour(&scene.theme, self.class(value));
        scene.rect(cell, colour);
        if state != State::Measured {
            let ink = if Theme::is_light(colour) {
                super::Rgb(0x1a, 0x23, 0x2e)
            } else {
                super::Rgb(0xff, 0xff, 0xff)
            };
            notch(scene, cell, ink);
        }
    }

    /// A second row for partial cells where the drawing is narrow.
    fn legend_rows(&self, scene: &Scene) -> f64 {
        let has_partial = self
            .values
            .iter()
            .any(|value| value.is_some_and(|(_, state)| state != State::Measured));
        if has_partial && scene.width < 520.0 {
            2.0
        } else {
            1.0
        }
    }

    /// The classes from zero to the highest value, and the marks of missing and partial.
    fn legend(&self, scene: &mut Scene, frame: Frame) {
        let font = scene.theme.font_size;
        let [low, high, missing, partial] = &self.legend;
        let rows = self.legend_rows(scene);
        let mut y = scene.height - font * (0.9 + 1.7 * (rows - 1.0));
        let mut x = frame.left;
        scene.note(low.as_str(), (x, y), Anchor::Start);
        x += scene.text_width(low) + 5.0;
        let side = if scene.width < 420.0 { 12.0 } else { 18.0 };
        for class in 0..CLASSES {
            let colour = Self::colour(&scene.theme, class);
            scene.rect(sample(x, y, side), colour);
            x += side;
        }
        x += 5.0;
        scene.note(high.as_str(), (x, y), Anchor::Start);
        x += scene.text_width(high) + 16.0;
        let has = |wanted: fn(&Option<(f64, State)>) -> bool| self.values.iter().any(wanted);
        if has(Option::is_none) {
            self.cell(scene, sample(x, y, 14.0), None);
            scene.note(missing.as_str(), (x + 19.0, y), Anchor::Start);
            x += 19.0 + scene.text_width(missing) + 16.0;
        }
        if has(|value| value.is_some_and(|(_, state)| state != State::Measured)) {
            if rows > 1.0 {
                x = frame.left;
                y += font * 1.7;
            }
            self.cell(scene, sample(x, y, 14.0), Some((0.0, State::Partial)));
            scene.note(partial.as_str(), (x + 19.0, y), Anchor::Start);
        }
    }
}

fn sample(x: f64, y: f64, side: f64) -> Frame {
    Frame {
        left: x,
        top: y - 6.0,
        right: x + side,
        bottom: y + 6.0,
    }
}

fn notch(scene: &mut Scene, cell: Frame, ink: super::Rgb) {
    let side = 6.0_f64.min(cell.width() * 0.5);
    scene.area(
        vec![
            (cell.right - side, cell.top),
            (cell.right, cell.top),
            (cell.right, cell.top + side),
        ],
        ink,
    );
}
