//! A street of a published folder: its file says where its rows lie, by years, counts apart from speeds.

use crate::analysis::scan::runs;
use crate::question::{Answer, BINS, MODES, Part, YEAR};
use crate::read::published::PublishedError;
use crate::read::published::parquet_part::{Rows, footer};
use crate::table::layout::{RowPart, SegmentParts, Span};
use crate::table::{TypedColumn, Values};
use bytes::Bytes;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::ops::Range;

const SPEEDS: &str = "car_speed_10kmh";

#[derive(Clone)]
pub struct Own {
    question: u32,
    street: i64,
    parts: SegmentParts,
    /// Part, span, and its bytes once they are there.
    wanted: Vec<(usize, usize, Bytes)>,
}

#[derive(Deserialize)]
struct Street {
    counts: Vec<SegmentParts>,
}

impl Own {
    pub fn new(file: &[u8], question: u32, street: i64) -> Result<Self, String> {
        let file: Street = serde_json::from_slice(file).map_err(|cause| cause.to_string())?;
        let parts = file.counts.into_iter().next().ok_or("no counts")?;
        let columns: Vec<&str> = if question == 1 {
            [&MODES[..], &["uptime", "start"]].concat()
        } else {
            vec![SPEEDS, "start"]
        };
        let mut wanted = Vec::new();
        for (index, part) in parts.parts.iter().enumerate() {
            let is_outside = part.last.0 < YEAR.start || YEAR.end <= part.first.0;
            if question == 1 && is_outside {
                continue;
            }
            for (place, span) in part.spans.iter().enumerate() {
                // Times of the speeds are every hour from the first: one of fewer bytes than their column.
                let is_needed = |name: &&str| holds(&parts, part, span, name);
                let is_needed = columns
                    .iter()
                    .filter(|name| question == 1 || **name == SPEEDS)
                    .any(|name| is_needed(name));
                if is_needed {
                    wanted.push((index, place, Bytes::new()));
                }
            }
        }
        Ok(Self {
            question,
            street,
            parts,
            wanted,
        })
    }

    fn span(&self, part: usize, span: usize) -> Option<&Span> {
        self.parts.parts.get(part)?.spans.get(span)
    }

    pub fn ranges(&self) -> Vec<Range<u64>> {
        let spans = self.wanted.iter();
        spans
            .filter_map(|(part, span, _)| self.span(*part, *span))
            .map(|span| span.offset..span.offset + span.length)
            .collect()
    }

    /// Bytes are held against their hash, as in the page.
    pub fn give(&mut self, index: usize, bytes: Vec<u8>) -> Result<(), String> {
        let (part, span, _) = self.wanted.get(index).ok_or("no such range")?;
        let expected = self.span(*part, *span).map(|span| span.sha256.as_str());
        let found: String = Sha256::digest(&bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        if expected != Some(found.as_str()) {
            return Err(format!("range {index}: other bytes than were published"));
        }
        if let Some((_, _, held)) = self.wanted.get_mut(index) {
            *held = bytes.into();
        }
        Ok(())
    }

    pub fn answer(&self, months: &[i64]) -> Result<Vec<f64>, String> {
        let mut answer = Answer::new(self.question, self.street, months);
        for (index, part) in self.parts.parts.iter().enumerate() {
            let held: Vec<Bytes> = (0..part.spans.len())
                .map(|span| self.held(index, span))
                .collect();
            if held.iter().all(Bytes::is_empty) {
                continue;
            }
            let rows =
                Rows::of_part(&self.parts.columns, part, &held).map_err(|e| e.to_string())?;
            self.add(&mut answer, part, &rows, months)
                .map_err(|e| e.to_string())?;
        }
        Ok(answer.numbers())
    }

    fn held(&self, part: usize, span: usize) -> Bytes {
        let mut wanted = self.wanted.iter();
        let found = wanted.find(|(p, s, _)| (*p, *s) == (part, span));
        found.map(|(_, _, bytes)| bytes.clone()).unwrap_or_default()
    }

    fn add(
        &self,
        answer: &mut Answer,
        part: &RowPart,
        rows: &Rows,
        months: &[i64],
    ) -> Result<(), PublishedError> {
        let (times, columns) = if self.question == 1 {
            let names = MODES.iter().chain(&["uptime"]);
            let columns: Result<Vec<_>, _> =
                names.map(|name| rows.numbers(name).map(column)).collect();
            (rows.whole("start")?, columns?)
        } else {
            let speeds = rows.histograms::<8>(SPEEDS)?;
            let bin = |place: usize| {
                column(
                    speeds
                        .iter()
                        .map(|bins| bins.map_or(f64::NAN, |bins| bins[place]))
                        .collect(),
                )
            };
            (hours(part), (0..BINS.len()).map(bin).collect())
        };
        let times = TypedColumn {
            values: Values::I64(times),
            present: None,
        };
        let mut found = runs(None, &times, 0);
        for run in &mut found {
            run.street = self.street;
        }
        answer.add(
            &Part {
                runs: &found,
                first_row: 0,
                columns: columns.iter().collect(),
            },
            months,
        );
        Ok(())
    }
}

/// What the product knows of the whole town, from a small file. Of question 3, cars and bikes on a working day and the
/// usable hours of each street; of question 4, who passed in each month.
pub fn summary(bytes: Vec<u8>, question: u32) -> Result<Vec<f64>, PublishedError> {
    let names: &[&str] = match question {
        3 => &["cars_per_working_day", "bikes_per_working_day"],
        _ => &["pedestrian", "bike", "car", "heavy"],
    };
    let footer = footer(&bytes)?;
    let file = Bytes::from(bytes);
    let mut found = Vec::new();
    for group in 0..footer.groups.len() {
        let rows = Rows::of_group(&file, &footer, group)?;
        let mut columns = Vec::new();
        for name in names {
            columns.push(rows.numbers(name)?);
        }
        if question == 3 {
            let hours = rows.whole("usable_hours")?;
            columns.push(hours.into_iter().map(|hours| hours as f64).collect());
        }
        for row in 0..rows.count() {
            found.extend(columns.iter().filter_map(|column| column.get(row)));
        }
    }
    Ok(found)
}

/// Every hour of the generated streets is there, so the first and the number of rows tell all.
fn hours(part: &RowPart) -> Vec<i64> {
    (0..part.rows as i64)
        .map(|hour| part.first.0 + hour * 3_600_000)
        .collect()
}

fn column(values: Vec<f64>) -> TypedColumn {
    let present = values
        .iter()
        .any(|v| v.is_nan())
        .then(|| values.iter().map(|v| !v.is_nan()).collect());
    TypedColumn {
        values: Values::F64(
            values
                .into_iter()
                .map(|v| if v.is_nan() { 0.0 } else { v })
                .collect(),
        ),
        present,
    }
}

/// A span holds the pages of a column.
fn holds(parts: &SegmentParts, part: &RowPart, span: &Span, name: &str) -> bool {
    let base = part.spans.first().map_or(0, |span| span.offset);
    let columns = parts.columns.iter().zip(&part.chunks);
    columns
        .filter(|(column, _)| column.name == name)
        .any(|(_, chunk)| {
            let start = base.wrapping_add(chunk.offset);
            (span.offset..span.offset + span.length).contains(&start)
        })
}
