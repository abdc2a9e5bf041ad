//! `straatbeeld check DIR`.

use super::bar::Bar;
use super::check;
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

/// Checks a published folder, whoever wrote it: hashes, schema, order, ranges, figures of the summary, files of streets
///
/// Prints what is not as it must be and how to mend it; ends with an error where there is any.
#[derive(Debug, Args)]
pub struct Check {
    /// The published folder
    dir: PathBuf,
}

impl Check {
    #[must_use]
    pub fn run(&self) -> ExitCode {
        let bar = Bar::new();
        let checked = check::check(&self.dir, &mut |file| bar.say(file));
        drop(bar);
        for finding in &checked.findings {
            println!("✗ {}: {}\n  → {}", finding.file, finding.what, finding.mend);
        }
        println!(
            "{}: {} files, {} bytes, {} streets, {} counted segments, {} rows: {}",
            self.dir.display(),
            checked.files,
            checked.bytes,
            checked.streets,
            checked.segments,
            checked.rows,
            match checked.findings.len() {
                0 => "all as it must be".to_owned(),
                1 => "1 finding".to_owned(),
                n => format!("{n} findings"),
            }
        );
        if checked.findings.is_empty() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}
