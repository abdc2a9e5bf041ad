//! Both directions over the hours of a working day.

use super::axis::{Scale, labels};
use super::build::{cell_value, highest, hour_of, reading, value_text, with_period};
use super::lines::{Line, LinesDrawing, Values};
use super::table::{Row, Table};
use super::{Chart, ChartKind};
use crate::domain::State;
use crate::query::answer::{Cell, CountedAnswer};
use crate::text::Words;
use std::sync::Arc;

fn values(cells: &[Option<Cell>]) -> Values {
    (0..24)
        .map(|hour| cell_value(cells.get(hour).and_then(Option::as_ref)))
        .collect()
}

pub(super) fn chart(answer: &CountedAnswer, words: &Words) -> Option<Chart> {
    let totals = answer.directions.totals?;
    let (left, right) = answer.directions.side_names.clone().unwrap_or_else(|| {
        (
            words.get("chart-directions-left"),
            words.get("chart-directions-right"),
        )
    });
    let lines = vec![
        Line {
            name: left.clone(),
            values: values(&answer.directions.left),
        },
        Line {
            name: right.clone(),
            values: values(&answer.directions.right),
        },
    ];
    let most = lines
        .iter()
        .filter_map(|line| highest(line.values.iter().copied()))
        .map(|(_, value)| value)
        .fold(None, |most: Option<f64>, value| {
            Some(most.map_or(value, |most| most.max(value)))
        })?;
    let title = words.with(
        "chart-directions-title",
        &[("mode", words.mode(answer.mode).into())],
    );
    let mut rows = Vec::new();
    let mut readings = Vec::new();
    for index in 0..24 {
        let hour = words.hour(hour_of(index));
        let here: Vec<(String, Option<(f64, State)>)> = lines
            .iter()
            .map(|line| (line.name.clone(), line.values.get(index).copied().flatten()))
            .collect();
        rows.push(Row {
            header: hour.clone(),
            cells: here
                .iter()
                .map(|(_, value)| value_text(*value, words))
                .collect(),
        });
        readings.push(reading(hour, &here, answer.mode, words));
    }
    let all = totals.left + totals.right;
    let mut sentence = if all > 0.0 {
        words.with(
            "chart-directions-sentence",
            &[
                ("mode", words.mode(answer.mode).into()),
                ("left", left.as_str().into()),
                ("leftshare", words.percent(totals.left / all).into()),
                ("right", right.as_str().into()),
                ("rightshare", words.percent(totals.right / all).into()),
            ],
        )
    } else {
        words.get("chart-directions-none")
    };
    for line in &lines {
        if let Some((peak, most)) = highest(line.values.iter().copied()).filter(|(_, m)| *m > 0.0) {
            sentence.push(' ');
            sentence.push_str(&words.with(
                "chart-directions-peak",
                &[
                    ("side", line.name.as_str().into()),
                    ("peak", words.hour(hour_of(peak)).into()),
                    ("most", words.count(most).into()),
                ],
            ));
        }
    }
    let scale = Scale::to(most);
    let labels = labels(&scale, words);
    Some(Chart {
        name: ChartKind::Directions.name(),
        sentence,
        table: Table {
            caption: with_period(&title, answer, words),
            columns: vec![words.get("chart-hour"), left, right],
            rows,
        },
        title,
        points_per_row: readings.len(),
        readings,
        drawing: Arc::new(LinesDrawing {
            lines,
            night: None,
            scale,
            labels,
            missing: words.state(State::Missing),
            partial: words.state(State::Partial),
            words: *words,
        }),
    })
}
