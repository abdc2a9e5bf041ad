//! What became of the sources: a table for people, and the lines that go into the catalogue.

use super::assemble::within;
use super::sources::Failure;
use crate::catalog::record_parts::RawFile;
use crate::read::{ReadReport, Tally};
use std::fmt::Write as _;
use std::path::Path;

/// One source, read as far as it could be.
#[derive(Debug, Default)]
pub struct SourceOutcome {
    pub id: String,
    /// Files that were read.
    pub files: usize,
    pub report: ReadReport,
    /// What was read, lists of sites included.
    pub raw: Vec<RawFile>,
    /// Files that could not be read.
    pub failures: Vec<(String, Failure)>,
}

#[derive(Debug, Default)]
pub struct Outcome {
    pub sources: Vec<SourceOutcome>,
    /// What is odd in the town file without stopping anything.
    pub warnings: Vec<String>,
}

impl SourceOutcome {
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            ..Self::default()
        }
    }

    #[must_use]
    pub fn failed(id: &str, failure: Failure) -> Self {
        let mut outcome = Self::new(id);
        outcome.failures.push((id.to_owned(), failure));
        outcome
    }

    /// What was done to the raw files, for the catalogue.
    #[must_use]
    pub fn steps(&self, root: &Path) -> Vec<String> {
        let report = &self.report;
        let mut steps = vec![format!(
            "Read {}: {} rows, {} kept, {} refused",
            files(self.files),
            report.rows,
            report.kept,
            report.refused_rows()
        )];
        let line = |kind: &str, t: &Tally| {
            let place = format!("{}{}", within(root, Path::new(&t.first_file)), t.first);
            format!("{kind}: {} ({} rows, first in {place})", t.what, t.rows)
        };
        steps.extend(report.refused.iter().map(|t| line("Refused", t)));
        steps.extend(report.warnings.iter().map(|t| line("Noted", t)));
        steps.extend(
            self.failures
                .iter()
                .map(|(file, _)| format!("Left out, because it could not be read: {file}")),
        );
        steps
    }
}

impl Outcome {
    pub fn failures(&self) -> impl Iterator<Item = (&str, &Failure)> {
        self.sources
            .iter()
            .flat_map(|s| s.failures.iter().map(|(file, f)| (file.as_str(), f)))
    }

    /// The summary that `publish` prints: a line per source, and below it what was refused and noted.
    #[must_use]
    pub fn table(&self, root: &Path) -> String {
        let width = self
            .sources
            .iter()
            .map(|s| s.id.len())
            .max()
            .unwrap_or(0)
            .max(6);
        let mut out = format!(
            "{:width$}  {:>5}  {:>10}  {:>10}  {:>10}\n",
            "source", "files", "rows read", "kept", "refused"
        );
        for source in &self.sources {
            let report = &source.report;
            // Writing to a String does not fail.
            let _ = writeln!(
                out,
                "{:width$}  {:>5}  {:>10}  {:>10}  {:>10}",
                source.id,
                source.files,
                report.rows,
                report.kept,
                report.refused_rows()
            );
            for (kind, tallies) in [("refused", &report.refused), ("noted", &report.warnings)] {
                for t in tallies {
                    let place = format!("{}{}", within(root, Path::new(&t.first_file)), t.first);
                    let _ = writeln!(out, "  {kind} {:>9}  {} (first: {place})", t.rows, t.what);
                }
            }
            for (file, _) in &source.failures {
                let _ = writeln!(out, "  left out             {file}");
            }
        }
        for warning in &self.warnings {
            let _ = writeln!(out, "warning: town file{warning}");
        }
        out
    }
}

fn files(n: usize) -> String {
    if n == 1 {
        "1 file".to_owned()
    } else {
        format!("{n} files")
    }
}
