//! The four questions of the bench, over runs and columns.

use crate::analysis::scan::{Phase, PhaseMeans, Run, Total, by_span, by_street};
use crate::read::ranged::{Filter, Query};
use crate::table::TypedColumn;
use std::collections::BTreeMap;
use std::ops::Range;

pub const MODES: [&str; 4] = ["car", "heavy", "bike", "pedestrian"];
pub const BINS: [&str; 8] = ["s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7"];
const HOUR: i64 = 3_600_000;
/// 2024, in milliseconds.
pub const YEAR: Range<i64> = 1_704_067_200_000..1_735_689_600_000;
/// Hours in which a sensor watched for less than half are left out.
const WATCHED: f64 = 0.5;
const WEEK: Phase = Phase {
    unit: HOUR,
    shift: 72,
    count: 168,
};

/// What is read for a question: street (but for the fourth), time, and then what is added up. 0 reads everything.
pub fn query(question: u32, street: i64) -> Query {
    let numbers: Vec<&str> = match question {
        1 => [&MODES[..], &["uptime"]].concat(),
        2 => BINS.to_vec(),
        3 | 4 => MODES.to_vec(),
        _ => [&MODES[..], &BINS[..], &["uptime"]].concat(),
    };
    let keys: &[&str] = if question == 4 {
        &["ts"]
    } else {
        &["segment_id", "ts"]
    };
    let of = |column: &str, range| Filter {
        column: column.into(),
        range,
    };
    let in_street = of("segment_id", street..=street);
    let in_year = of("ts", YEAR.start..=YEAR.end - 1);
    Query {
        columns: keys
            .iter()
            .chain(&numbers)
            .map(|name| (*name).into())
            .collect(),
        filters: match question {
            1 => vec![in_street, in_year],
            2 => vec![in_street],
            3 => vec![in_year],
            _ => Vec::new(),
        },
    }
}

/// Rows with the columns that a question adds up, in the order of `query`.
pub struct Part<'a> {
    pub runs: &'a [Run],
    pub first_row: usize,
    pub columns: Vec<&'a TypedColumn>,
}

/// An answer that grows part by part.
pub struct Answer {
    question: u32,
    street: i64,
    week: PhaseMeans,
    spans: Vec<Total>,
    streets: BTreeMap<i64, Vec<Total>>,
}

impl Answer {
    pub fn new(question: u32, street: i64, months: &[i64]) -> Self {
        let columns = if question == 2 {
            BINS.len()
        } else {
            MODES.len()
        };
        Self {
            question,
            street,
            week: PhaseMeans::new(WEEK, MODES.len()),
            spans: vec![Total::default(); months.len().saturating_sub(1) * columns],
            streets: BTreeMap::new(),
        }
    }

    pub fn add(&mut self, part: &Part, months: &[i64]) {
        let Part {
            runs,
            first_row,
            columns,
        } = part;
        match self.question {
            1 => {
                let Some((watched, modes)) = columns.split_last() else {
                    return;
                };
                for run in runs.iter().filter(|run| run.street == self.street) {
                    self.week
                        .add(run, modes, *first_row, &YEAR, watched, WATCHED);
                }
            }
            2 => by_span(
                runs,
                columns,
                *first_row,
                months,
                Some(self.street),
                &mut self.spans,
            ),
            3 => by_street(runs, columns, *first_row, &YEAR, &mut self.streets),
            _ => by_span(runs, columns, *first_row, months, None, &mut self.spans),
        }
    }

    pub fn numbers(&self) -> Vec<f64> {
        match self.question {
            1 => self.week.means(),
            2 => {
                let months = self.spans.chunks(BINS.len());
                let counted = months.filter(|bins| bins.iter().any(|bin| bin.sum > 0.0));
                counted.map(v85).collect()
            }
            3 => self
                .streets
                .values()
                .flatten()
                .map(|total| total.sum)
                .collect(),
            _ => {
                let months = self.spans.chunks(MODES.len());
                let counted = months.filter(|modes| modes.iter().any(|mode| mode.count > 0));
                counted.flatten().map(|total| total.sum).collect()
            }
        }
    }
}

/// The speed that 85 of 100 do not pass, in km/h: linear within bins of 10 km/h.
fn v85(bins: &[Total]) -> f64 {
    let mut left = 0.85 * bins.iter().map(|bin| bin.sum).sum::<f64>();
    for (place, bin) in bins.iter().enumerate() {
        if left <= bin.sum {
            return 10.0 * (place as f64 + left / bin.sum);
        }
        left -= bin.sum;
    }
    80.0
}
