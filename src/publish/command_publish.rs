//! `straatbeeld publish TOWN.toml --out DIR`.

use super::assemble::{self, Progress};
use super::outcome::Outcome;
use super::{folder, town_file};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};
use std::{env, fs};

/// Reads the sources of a town and writes its published folder
///
/// Prints how many rows of each source were read, kept and refused, and why.
/// Any file that cannot be read stops it, unless --keep-going is given.
#[derive(Debug, Args)]
pub struct Publish {
    /// The town file, such as towns/kortrijk.toml
    town: PathBuf,
    /// The folder to write
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Publish what can be read and list what was left out
    #[arg(long)]
    keep_going: bool,
    /// Where the paths of the sources start, in place of the town file's `data_root`
    /// [env: STRAATBEELD_DATA_ROOT]
    #[arg(long, value_name = "DIR")]
    data_root: Option<PathBuf>,
}

impl Publish {
    #[must_use]
    pub fn run(&self) -> ExitCode {
        let began = Instant::now();
        let shown = self.town.display().to_string();
        let file = match fs::read_to_string(&self.town) {
            Ok(text) => town_file::parse(&shown, &text).map_err(|e| e.to_string()),
            Err(e) => Err(format!("{shown}: cannot be read: {e}")),
        };
        let file = match file {
            Ok(file) => file,
            Err(message) => {
                eprintln!("error: {message}");
                return ExitCode::FAILURE;
            }
        };
        let root = self.root(file.data_root.as_deref());
        let mut bar = Bar::new();
        let (data, outcome) = assemble::assemble(&file, &shown, &root, &mut bar);
        let read_for = began.elapsed();
        bar.0.set_message("writing");
        let has_failed = outcome.failures().next().is_some();
        if has_failed && !self.keep_going {
            bar.0.finish_and_clear();
            tell_failures(&outcome);
            eprintln!("Nothing was written. With --keep-going the rest would be published.");
            return ExitCode::FAILURE;
        }
        let written = folder::write(&self.out, &data, &mut |path| {
            bar.0.set_message(format!("writing {path}"));
        });
        bar.0.finish_and_clear();
        print!("{}", outcome.table(&root));
        match written {
            Ok(written) => {
                let rows: u64 = outcome.sources.iter().map(|s| s.report.rows).sum();
                println!(
                    "{}: {} streets, {} rows of counts, {} files, {} in {:.1} s (reading {:.0} rows/s)",
                    self.out.display(),
                    data.streets.len(),
                    written.rows,
                    written.files,
                    indicatif::HumanBytes(written.bytes),
                    began.elapsed().as_secs_f64(),
                    rows as f64 / read_for.as_secs_f64().max(0.001),
                );
                if has_failed {
                    tell_failures(&outcome);
                    eprintln!("The rest was published; these files were left out.");
                }
                ExitCode::SUCCESS
            }
            Err(error) => {
                eprintln!("error: {error}");
                ExitCode::FAILURE
            }
        }
    }

    /// What is said here goes before the environment, and that before the town file.
    fn root(&self, of_file: Option<&str>) -> PathBuf {
        if let Some(root) = &self.data_root {
            return root.clone();
        }
        if let Some(root) = env::var_os("STRAATBEELD_DATA_ROOT").filter(|v| !v.is_empty()) {
            return PathBuf::from(root);
        }
        let folder = match self.town.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        of_file.map_or_else(|| folder.to_owned(), |root| folder.join(root))
    }
}

fn tell_failures(outcome: &Outcome) {
    for (_, failure) in outcome.failures() {
        eprintln!("error: {}\n  hint: {}", failure.message, failure.hint);
    }
}

/// A line that shows what is going on; nothing where standard error is no terminal.
struct Bar(ProgressBar);

impl Bar {
    fn new() -> Self {
        let bar = ProgressBar::new(0);
        if let Ok(style) =
            ProgressStyle::with_template("{spinner} {prefix} [{bar:24}] {pos}/{len} {wide_msg}")
        {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(120));
        Self(bar)
    }
}

impl Progress for Bar {
    fn source(&mut self, id: &str, files: usize) {
        self.0.reset();
        self.0.set_prefix(id.to_owned());
        self.0.set_length(files as u64);
    }

    fn file(&mut self, path: &Path) {
        self.0.inc(1);
        let name = path.file_name().unwrap_or_default();
        self.0.set_message(name.to_string_lossy().into_owned());
    }
}
