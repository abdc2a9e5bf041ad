//! `straatbeeld publish TOWN.toml --out DIR`.

use super::assemble;
use super::bar::Bar;
use super::folder::TownData;
use super::outcome::Outcome;
use super::pages;
use super::town_file::{self, Plan, TownFile};
use super::{command_demo, folder};
use crate::domain::CivilDate;
use clap::Args;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Instant, SystemTime, UNIX_EPOCH};
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
    /// Where the app will be, such as https://mobility.example.org/: the pages for search engines and cards of links
    /// then say their own address
    #[arg(long, value_name = "URL", value_parser = pages::parse_site)]
    site: Option<String>,
}

impl Publish {
    #[must_use]
    pub fn run(&self) -> ExitCode {
        let shown = self.town.display().to_string();
        let plan = match fs::read_to_string(&self.town) {
            Ok(text) => town_file::parse(&shown, &text).map_err(|e| e.to_string()),
            Err(e) => Err(format!("{shown}: cannot be read: {e}")),
        };
        match plan {
            Ok(Plan::Demonstration { seed }) => {
                command_demo::write(&self.out, seed, self.site.as_deref())
            }
            Ok(Plan::Town(file)) => self.publish(&file, &shown),
            Err(message) => {
                eprintln!("error: {message}");
                ExitCode::FAILURE
            }
        }
    }

    fn publish(&self, file: &TownFile, shown: &str) -> ExitCode {
        let began = Instant::now();
        let root = self.root(file.data_root.as_deref());
        let mut bar = Bar::new();
        let (mut data, outcome) = assemble::assemble(file, shown, &root, &mut bar);
        data.stated.today = today();
        let beside = self.town.parent().unwrap_or(Path::new("."));
        match file.theme.files(beside) {
            Ok(files) => data.theme = files,
            Err(message) => {
                bar.end();
                eprintln!("error: {shown}: theme: {message}");
                return ExitCode::FAILURE;
            }
        }
        let read_for = began.elapsed();
        bar.say("writing");
        let has_failed = outcome.failures().next().is_some();
        if has_failed && !self.keep_going {
            bar.end();
            tell_failures(&outcome);
            eprintln!("Nothing was written. With --keep-going the rest would be published.");
            return ExitCode::FAILURE;
        }
        let written = folder::write(&self.out, &data, &mut |path| {
            bar.say(&format!("writing {path}"));
        });
        bar.end();
        print!("{}", outcome.table(&root));
        print!("{}", open_questions(&data));
        for note in &file.theme.notes {
            println!("note: {note}");
        }
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
                if let Err(error) = tell_pages(&self.out, self.site.as_deref(), file.has_previews) {
                    eprintln!("error: {error}");
                    return ExitCode::FAILURE;
                }
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

/// Writes the pages that need no program, and says how much that is.
pub(super) fn tell_pages(
    out: &Path,
    site: Option<&str>,
    has_previews: bool,
) -> Result<(), pages::PagesError> {
    let began = Instant::now();
    let written = pages::write(out, site, has_previews)?;
    println!(
        "{}: {} files of pages without a program, {} in {:.1} s",
        out.join(pages::FOLDER).display(),
        written.files,
        indicatif::HumanBytes(written.bytes),
        began.elapsed().as_secs_f64(),
    );
    Ok(())
}

/// What the ethics cards of counts do not answer: a town should know before its citizens ask.
fn open_questions(data: &TownData) -> String {
    let counted = data
        .datasets
        .iter()
        .filter(|dataset| dataset.device.is_some());
    let lines = counted.filter_map(|dataset| {
        let stated = data.stated.datasets.get(&dataset.id)?;
        let open = stated.ethics.unanswered();
        (!open.is_empty()).then(|| {
            format!(
                "note: the ethics card of {} does not answer: {}\n",
                dataset.id,
                open.join(", ")
            )
        })
    });
    lines.collect()
}

/// The day that the records are written on (UTC); `SOURCE_DATE_EPOCH`, in seconds, says another one where the same
/// sources must give the same bytes.
fn today() -> Option<CivilDate> {
    let said = env::var("SOURCE_DATE_EPOCH").ok();
    let seconds = match said.and_then(|text| text.trim().parse::<u64>().ok()) {
        Some(seconds) => seconds,
        None => SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs(),
    };
    i32::try_from(seconds / 86_400)
        .ok()
        .map(CivilDate::from_days)
}

fn tell_failures(outcome: &Outcome) {
    for (_, failure) in outcome.failures() {
        eprintln!("error: {}\n  hint: {}", failure.message, failure.hint);
    }
}
