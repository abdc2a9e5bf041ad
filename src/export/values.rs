//! The values of a figure, one by one.

use super::Taken;
use crate::domain::{Mode, State};
use crate::query::answer::Cell;
use crate::query::embed::EmbedFigure;

/// One value. Missing has no number.
pub(super) struct Row {
    pub mode: Mode,
    /// `working`, `monday`, `left`, …
    pub series: String,
    /// An hour of the day, the lower edge of a class of speeds, a month.
    pub position: String,
    pub value: Option<f64>,
    pub unit: &'static str,
    pub state: State,
    /// Hours that entered.
    pub hours: Option<u32>,
    /// 0–1, of the time in scope.
    pub coverage: f64,
}

pub(super) const fn state_name(state: State) -> &'static str {
    match state {
        State::Measured => "measured",
        State::Partial => "partial",
        State::Estimated => "estimated",
        State::Missing => "missing",
    }
}

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

pub(super) fn rows(taken: &Taken<'_>) -> Vec<Row> {
    let counted = taken.counted;
    let coverage = counted.scope.coverage;
    match taken.figure {
        EmbedFigure::Day => {
            let own = counted.profile.rows.iter().map(|row| (counted.mode, row));
            let night = counted.profile.night.iter().map(|row| (Mode::Night, row));
            own.chain(night)
                .flat_map(|(mode, row)| hours(mode, row.day_type.name(), &row.cells, coverage))
                .collect()
        }
        EmbedFigure::Week => WEEKDAYS
            .iter()
            .zip(&counted.week.rows)
            .flat_map(|(day, cells)| hours(counted.mode, day, cells, coverage))
            .collect(),
        EmbedFigure::Directions => {
            let sides = [
                ("left", &counted.directions.left),
                ("right", &counted.directions.right),
            ];
            sides
                .iter()
                .flat_map(|(side, cells)| hours(counted.mode, side, cells, coverage))
                .collect()
        }
        EmbedFigure::Speeds => speeds(taken),
        EmbedFigure::Months => counted
            .change
            .months
            .iter()
            .map(|point| {
                let value = point.value.filter(|_| point.state != State::Missing);
                Row {
                    mode: counted.mode,
                    series: "mean-day".to_owned(),
                    position: point.month.to_string().chars().take(7).collect(),
                    value,
                    unit: "passages per day",
                    state: value.map_or(State::Missing, |_| point.state),
                    hours: None,
                    coverage: point.coverage,
                }
            })
            .collect(),
        EmbedFigure::Split => counted
            .split
            .parts
            .iter()
            .map(|part| Row {
                mode: part.mode,
                series: "passages".to_owned(),
                position: String::new(),
                value: Some(part.passages).filter(|_| counted.split.state != State::Missing),
                unit: "passages",
                state: counted.split.state,
                hours: Some(counted.split.hours),
                coverage: counted.split.coverage,
            })
            .collect(),
    }
}

fn hours(mode: Mode, series: &str, cells: &[Option<Cell>], coverage: f64) -> Vec<Row> {
    (0_u8..)
        .zip(cells)
        .map(|(hour, cell)| {
            let cell = cell.filter(|cell| cell.state != State::Missing);
            Row {
                mode,
                series: series.to_owned(),
                position: hour.to_string(),
                value: cell.map(|cell| cell.mean),
                unit: "passages per hour",
                state: cell.map_or(State::Missing, |cell| cell.state),
                hours: Some(cell.map_or(0, |cell| cell.hours)),
                coverage,
            }
        })
        .collect()
}

fn speeds(taken: &Taken<'_>) -> Vec<Row> {
    let Some(speed) = &taken.counted.speed else {
        return Vec::new();
    };
    let all = taken.counted.scope.hours;
    let coverage = f64::from(speed.hours) / f64::from(all.max(1));
    let row = |series: &str, position: String, value: Option<f64>, unit| {
        let value = value.filter(|_| speed.state != State::Missing);
        Row {
            mode: speed.mode,
            series: series.to_owned(),
            position,
            value,
            unit,
            state: value.map_or(State::Missing, |_| speed.state),
            hours: Some(speed.hours),
            coverage,
        }
    };
    let mut rows: Vec<Row> = (0_u32..)
        .zip(&speed.bins)
        .map(|(bin, vehicles)| {
            let from = f64::from(bin) * speed.bin_kmh;
            row("class-from", from.to_string(), Some(*vehicles), "vehicles")
        })
        .collect();
    rows.push(row("v50", String::new(), speed.v50_kmh, "km/h"));
    rows.push(row("v85", String::new(), speed.v85_kmh, "km/h"));
    let share = speed.above_limit_share;
    rows.push(row("above-limit", String::new(), share, "share"));
    rows
}
