//! `straatbeeld demo --out DIR`.

use super::bar::Bar;
use super::command_publish::tell_pages;
use super::{demo, folder};
use clap::Args;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// Writes the published folder of a town that does not exist
#[derive(Debug, Args)]
pub struct Demo {
    /// The folder to write
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Another seed makes other counts
    #[arg(long, default_value_t = demo::SEED)]
    seed: u64,
}

impl Demo {
    #[must_use]
    pub fn run(&self) -> ExitCode {
        write(&self.out, self.seed, None)
    }
}

/// Makes the town of a seed and writes its folder.
pub(super) fn write(out: &Path, seed: u64, site: Option<&str>) -> ExitCode {
    let began = Instant::now();
    let bar = Bar::new();
    bar.say("making up a town");
    let made = demo::generate(seed);
    let written = folder::write(out, &made.town, &mut |path| {
        bar.say(&format!("writing {path}"));
    });
    bar.end();
    match written {
        Ok(written) => {
            println!(
                "{}: a demonstration: {} streets, {} rows of counts, {} files, {} in {:.1} s",
                out.display(),
                made.town.streets.len(),
                written.rows,
                written.files,
                indicatif::HumanBytes(written.bytes),
                began.elapsed().as_secs_f64(),
            );
            match tell_pages(out, site, true) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => {
                    eprintln!("error: {error}");
                    ExitCode::FAILURE
                }
            }
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
