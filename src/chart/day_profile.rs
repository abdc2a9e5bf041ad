//! The mean of every hour of the day, by kind of day.

use super::axis::{Scale, labels};
use super::build::{cell_value, highest, hour_of, lowest, reading, value_text, with_period};
use super::lines::{Line, LinesDrawing, Values};
use super::table::{Row, Table};
use super::{Chart, ChartKind};
use crate::domain::{DayType, Mode, State};
use crate::query::answer::{CountedAnswer, ProfileRow};
use crate::text::Words;
use std::sync::Arc;

fn values(row: &ProfileRow) -> Values {
    (0..24)
        .map(|hour| cell_value(row.cells.get(hour).and_then(Option::as_ref)))
        .collect()
}

pub(super) fn chart(answer: &CountedAnswer, words: &Words) -> Option<Chart> {
    let lines: Vec<Line> = answer
        .profile
        .rows
        .iter()
        .map(|row| Line {
            name: words.day_type(row.day_type),
            values: values(row),
        })
        .filter(|line| line.values.iter().any(Option::is_some))
        .take(3)
        .collect();
    let night = answer
        .profile
        .night
        .iter()
        .find(|row| row.day_type == DayType::Working)
        .map(|row| Line {
            name: words.get("chart-day-night"),
            values: values(row),
        })
        .filter(|line| {
            answer.mode != Mode::Night
                && line.values.iter().flatten().any(|(value, _)| *value > 0.0)
        });
    let most = lines
        .iter()
        .chain(&night)
        .filter_map(|line| highest(line.values.iter().copied()))
        .map(|(_, value)| value)
        .fold(None, |most: Option<f64>, value| {
            Some(most.map_or(value, |most| most.max(value)))
        })?;
    let title = words.with(
        "chart-day-title",
        &[("mode", words.mode(answer.mode).into())],
    );
    let named: Vec<&Line> = lines.iter().chain(&night).collect();
    let mut columns = vec![words.get("chart-hour")];
    columns.extend(named.iter().map(|line| line.name.clone()));
    let mut rows = Vec::new();
    let mut readings = Vec::new();
    for index in 0..24 {
        let hour = words.hour(hour_of(index));
        let at = |line: &Line| line.values.get(index).copied().flatten();
        rows.push(Row {
            header: hour.clone(),
            cells: named
                .iter()
                .map(|line| value_text(at(line), words))
                .collect(),
        });
        let mut values: Vec<(String, Option<(f64, State)>)> = lines
            .iter()
            .map(|line| (line.name.clone(), at(line)))
            .collect();
        let mut said = reading(hour, &values, answer.mode, words);
        if let Some(night) = &night
            && let Some(value) = at(night)
        {
            values = vec![(night.name.clone(), Some(value))];
            said.lines.extend(
                values
                    .iter()
                    .map(|(name, value)| format!("{name}: {}", value_text(*value, words))),
            );
        }
        readings.push(said);
    }
    let scale = Scale::to(most);
    let labels = labels(&scale, words);
    Some(Chart {
        name: ChartKind::DayProfile.name(),
        sentence: sentence(answer, &lines, words),
        table: Table {
            caption: with_period(&title, answer, words),
            columns,
            rows,
        },
        title,
        points_per_row: readings.len(),
        readings,
        drawing: Arc::new(LinesDrawing {
            lines,
            night,
            scale,
            labels,
            missing: words.state(State::Missing),
            partial: words.state(State::Partial),
            words: *words,
        }),
    })
}

/// The busiest and the quietest hour of each kind of day.
fn sentence(answer: &CountedAnswer, lines: &[Line], words: &Words) -> String {
    let parts: Vec<String> = lines
        .iter()
        .filter_map(|line| {
            let (peak, most) = highest(line.values.iter().copied())?;
            let calm = lowest(line.values.iter().copied());
            let missing = line.values.iter().filter(|value| value.is_none()).count();
            let mut args = vec![
                ("day", line.name.as_str().into()),
                ("peak", words.hour(hour_of(peak)).into()),
                ("most", words.count(most).into()),
                ("things", words.mode_inline(answer.mode).into()),
            ];
            let mut text = if let Some((calm, least)) = calm {
                args.push(("calm", words.hour(hour_of(calm)).into()));
                args.push(("least", words.count(least).into()));
                words.with("chart-day-extremes", &args)
            } else {
                words.with("chart-day-peak", &args)
            };
            if missing > 0 {
                text.push(' ');
                text.push_str(
                    &words.with("chart-day-missing", &[("hours", (missing as f64).into())]),
                );
            }
            Some(text)
        })
        .collect();
    parts.join(" ")
}
