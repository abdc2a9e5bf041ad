//! Vehicles that could be taken near a street, hour by hour: the mean, and the least and the most.

use super::axis::{Scale, labels};
use super::build::{highest, hour_of, lowest};
use super::legend::{Entry, Sample};
use super::lines::{Line, LinesDrawing, Values};
use super::scene::{Frame, Scene};
use super::table::{Reading, Row, Table};
use super::{Chart, Drawing};
use crate::domain::{DayType, State};
use crate::query::shared::Available;
use crate::text::Words;
use std::sync::Arc;

type Hours = [Option<Available>];

/// The mean over what lies between the least and the most.
#[derive(Clone, Debug)]
struct BandDrawing {
    lines: LinesDrawing,
    band: Vec<Option<(f64, f64)>>,
    band_name: String,
}

/// What the chart says beside its numbers.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// In element ids, one of its page.
    pub name: &'static str,
    /// `Bicycles, Blue Bikes`.
    pub title: &'a str,
    /// `1 September 2026 to 31 October 2026`.
    pub period: &'a str,
}

/// The day of one kind; the table has the kinds side by side. `None` where nothing is known of any.
#[must_use]
pub fn day(
    about: About<'_>,
    hours: &[Vec<Option<Available>>],
    day: DayType,
    words: &Words,
) -> Option<Chart> {
    let of = |day: DayType| hours.get(day.index()).map_or(&[] as &Hours, Vec::as_slice);
    hours.iter().flatten().flatten().next()?;
    let shown = of(day);
    let line = Line {
        name: words.with("shared-chart-mean", &[("day", words.day_type(day).into())]),
        values: values(shown),
    };
    let most = shown.iter().flatten().map(|at| f64::from(at.most));
    let scale = Scale::to(most.fold(0.0, f64::max));
    let labels = labels(&scale, words);
    let title = words.with("shared-chart-title", &[("what", about.title.into())]);
    let caption = words.with(
        "chart-caption",
        &[
            ("title", title.as_str().into()),
            ("period", about.period.into()),
        ],
    );
    let mut columns = vec![words.get("chart-hour")];
    columns.extend(DayType::ALL.map(|day| words.day_type(day)));
    let hour_names = (0..24).map(|hour| words.hour(hour_of(hour)));
    let rows = hour_names.enumerate().map(|(hour, header)| Row {
        header,
        cells: DayType::ALL
            .map(|day| range(at(of(day), hour), words))
            .to_vec(),
    });
    Some(Chart {
        name: about.name,
        sentence: sentence(&line, shown, day, words),
        table: Table {
            caption,
            columns,
            rows: rows.collect(),
        },
        title,
        points_per_row: 24,
        readings: (0..24).map(|hour| reading(shown, hour, words)).collect(),
        drawing: Arc::new(BandDrawing {
            band: (0..24)
                .map(|hour| at(shown, hour).map(|a| (f64::from(a.least), f64::from(a.most))))
                .collect(),
            band_name: words.get("shared-chart-band"),
            lines: LinesDrawing {
                lines: vec![line],
                night: None,
                scale,
                labels,
                missing: words.state(State::Missing),
                partial: words.state(State::Partial),
                words: *words,
            },
        }),
    })
}

/// What is known of an hour; under a quarter of the time is as good as nothing (definitions 4.1).
fn at(hours: &Hours, hour: usize) -> Option<Available> {
    let known = hours.get(hour).copied().flatten()?;
    (State::of_coverage(known.coverage) != State::Missing).then_some(known)
}

fn values(hours: &Hours) -> Values {
    let of = |hour| at(hours, hour).map(|a| (a.mean, State::of_coverage(a.coverage)));
    (0..24).map(of).collect()
}

/// `3.2 (0–9)`, or `no data`.
fn range(known: Option<Available>, words: &Words) -> String {
    known.map_or_else(
        || words.state(State::Missing),
        |a| {
            words.with(
                "shared-range",
                &[
                    ("mean", words.decimal(a.mean, 1).into()),
                    ("least", words.whole(f64::from(a.least)).into()),
                    ("most", words.whole(f64::from(a.most)).into()),
                ],
            )
        },
    )
}

fn reading(hours: &Hours, hour: usize, words: &Words) -> Reading {
    let known = at(hours, hour);
    let mut lines = vec![range(known, words)];
    if let Some(share) = known.and_then(|a| a.empty_share) {
        let share = words.percent(share);
        lines.push(words.with("shared-empty-short", &[("share", share.into())]));
    }
    if let Some(share) = known.and_then(|a| a.full_share) {
        let share = words.percent(share);
        lines.push(words.with("shared-full-short", &[("share", share.into())]));
    }
    Reading {
        heading: words.hour(hour_of(hour)),
        lines,
        state: known.map_or(State::Missing, |a| State::of_coverage(a.coverage)),
    }
}

fn sentence(line: &Line, hours: &Hours, day: DayType, words: &Words) -> String {
    let kind = ("day", words.day_type(day).into());
    let Some((peak, most)) = highest(line.values.iter().copied()) else {
        return words.with("shared-chart-none", &[kind]);
    };
    let mut args = vec![
        kind,
        ("peak", words.hour(hour_of(peak)).into()),
        ("most", words.decimal(most, 1).into()),
    ];
    let mut text = match lowest(line.values.iter().copied()) {
        Some((calm, least)) => {
            args.push(("calm", words.hour(hour_of(calm)).into()));
            args.push(("least", words.decimal(least, 1).into()));
            words.with("shared-chart-extremes", &args)
        }
        None => words.with("shared-chart-peak", &args),
    };
    let missing = (0..24).filter(|hour| at(hours, *hour).is_none()).count();
    if missing > 0 {
        text.push(' ');
        text.push_str(&words.with("chart-day-missing", &[("hours", (missing as f64).into())]));
    }
    text
}

impl BandDrawing {
    fn entries(&self, scene: &Scene) -> [Entry<'_>; 1] {
        let theme = &scene.theme;
        let colour = theme.background.towards(theme.accent, 0.25);
        [(Sample::Filled(colour), self.band_name.as_str())]
    }
}

impl Drawing for BandDrawing {
    fn height(&self, width: f64) -> f64 {
        // The names take as many rows as with any colour.
        let entries = [(
            Sample::Plain(super::Theme::light().accent),
            self.band_name.as_str(),
        )];
        self.lines.height_with(width, &entries)
    }

    fn draw(&self, scene: &mut Scene) {
        let entries = self.entries(scene);
        self.lines
            .draw_over(scene, &entries, |scene, frame| self.bands(scene, frame));
    }
}

impl BandDrawing {
    /// A bar for each hour: between two hours nothing is known of the least and the most.
    fn bands(&self, scene: &mut Scene, frame: Frame) {
        let colour = scene.theme.background.towards(scene.theme.accent, 0.25);
        let column = frame.width() / 24.0;
        for (hour, band) in self.band.iter().enumerate() {
            let Some((least, most)) = *band else { continue };
            let left = frame.left + column * hour as f64;
            let top = self.lines.scale.y(frame, most);
            let bottom = self.lines.scale.y(frame, least);
            let bar = Frame {
                left,
                // Neighbours meet, whatever the screen makes of halves of a pixel.
                right: left + column + 0.5,
                top,
                // One that never changed is a line that can be seen.
                bottom: bottom.max(top + 1.5),
            };
            scene.rect(bar, colour);
        }
    }
}
