//! `straatbeeld demo --out DIR`.

use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

/// Writes the published folder of a town that does not exist
#[derive(Debug, Args)]
pub struct Demo {
    /// The folder to write
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Another seed makes another town
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

impl Demo {
    #[must_use]
    pub fn run(&self) -> ExitCode {
        eprintln!(
            "error: no demonstration {} for {}",
            self.seed,
            self.out.display()
        );
        ExitCode::FAILURE
    }
}
