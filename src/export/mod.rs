//! A figure to take along: as CSV with what its numbers rest on, the description of that file, and citations. The
//! names in files are those of the data, the same in every language.

pub mod citation;
pub mod describe;
mod parquet_file;
pub mod report;
pub mod rows;
mod values;

use crate::query::StreetAnswer;
use crate::query::answer::CountedAnswer;
use crate::query::embed::EmbedFigure;

/// Which figure of which answer.
#[derive(Clone, Copy, Debug)]
pub struct Taken<'a> {
    pub street: &'a StreetAnswer,
    pub counted: &'a CountedAnswer,
    pub figure: EmbedFigure,
}

impl Taken<'_> {
    /// `stationsstraat-speeds-2025-11-01-2026-11-01`: of files and citations.
    #[must_use]
    pub fn name(&self) -> String {
        let counted = self.counted;
        format!(
            "{}-{}-{}-{}",
            self.street.header.id.0,
            self.figure.name(),
            counted.start,
            counted.end
        )
    }

    /// Name and version of the method, as in the sum behind the figure.
    #[must_use]
    pub const fn method(&self) -> &'static str {
        match self.figure {
            EmbedFigure::Day => "mean-day-hourly/1",
            EmbedFigure::Week => "typical-week/1",
            EmbedFigure::Directions => "directions-same-hours/1",
            EmbedFigure::Speeds => "v85-pooled-bins/2",
            EmbedFigure::Months => "trend-theil-sen-monthly/2",
            EmbedFigure::Split => "modal-split-passages/2",
        }
    }

    /// The figure as CSV (RFC 4180, UTF-8): a row per value, numbers with all their digits and a point; a value that
    /// is missing is empty and says so in `state`.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut out = describe::COLUMNS
            .iter()
            .map(|column| column.name)
            .collect::<Vec<_>>()
            .join(",");
        out.push_str("\r\n");
        for row in values::rows(self) {
            let counted = self.counted;
            let fields = [
                self.street.header.id.0.clone(),
                counted.segment.0.clone(),
                self.figure.name().to_owned(),
                row.mode.name().to_owned(),
                counted.start.to_string(),
                counted.end.to_string(),
                row.series,
                row.position,
                row.value.map(|value| value.to_string()).unwrap_or_default(),
                row.unit.to_owned(),
                values::state_name(row.state).to_owned(),
                row.hours.map(|hours| hours.to_string()).unwrap_or_default(),
                row.coverage.to_string(),
                self.method().to_owned(),
            ];
            let fields: Vec<String> = fields.iter().map(|field| quoted(field)).collect();
            out.push_str(&fields.join(","));
            out.push_str("\r\n");
        }
        out
    }
}

/// A field as CSV, also for spreadsheets: what would begin a formula there is text.
fn quoted(field: &str) -> String {
    let is_number = field.parse::<f64>().is_ok();
    let is_formula = !is_number && field.starts_with(['=', '+', '-', '@', '\t']);
    let field = if is_formula {
        format!("'{field}")
    } else {
        field.to_owned()
    };
    if field.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field
    }
}
