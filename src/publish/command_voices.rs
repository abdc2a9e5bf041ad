//! `straatbeeld voices DIR`.

use super::dilemmas;
use super::voice_file::{self, Voice};
use super::voice_sums::{self, VoiceSums};
use crate::read::{Place, ReadError};
use crate::text::published;
use clap::Args;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Adds up the answers that citizens sent: a folder of their files
///
/// Numbers below ten are kept back, and further ones where they could be found by subtraction. Files that cannot be
/// read are told and left out; the command then ends with an error.
#[derive(Debug, Args)]
pub struct Voices {
    /// The folder with the files (*.json)
    dir: PathBuf,
    /// The town's id; needed where the folder has files of several
    #[arg(long)]
    town: Option<String>,
    /// Write the sums as JSON
    #[arg(long)]
    json: bool,
    /// Language of the texts: nl, fr, en or de
    #[arg(long, default_value = "en", value_parser = published::LANGUAGES)]
    language: String,
}

impl Voices {
    #[must_use]
    pub fn run(&self) -> ExitCode {
        match self.sums() {
            Ok((sums, refused)) => {
                for error in &refused {
                    eprintln!("error: {error}");
                }
                if self.json {
                    println!(
                        "{}",
                        serde_json::to_string_pretty(&sums).unwrap_or_default()
                    );
                } else {
                    print!("{}", table(&sums, &self.language));
                }
                if refused.is_empty() {
                    ExitCode::SUCCESS
                } else {
                    eprintln!("{} files were left out.", refused.len());
                    ExitCode::FAILURE
                }
            }
            Err(message) => {
                eprintln!("error: {message}");
                ExitCode::FAILURE
            }
        }
    }

    fn sums(&self) -> Result<(VoiceSums, Vec<ReadError>), String> {
        let files =
            files(&self.dir).map_err(|e| format!("{}: cannot be read: {e}", self.dir.display()))?;
        if files.is_empty() {
            return Err(format!("{}: no file; expected *.json", self.dir.display()));
        }
        let (mut voices, mut refused) = (Vec::new(), Vec::new());
        for path in &files {
            match read(path) {
                Ok(voice) => voices.push(voice),
                Err(error) => refused.push(error),
            }
        }
        let town = self.choose(&voices)?;
        voices.retain(|voice| voice.town == town);
        Ok((voice_sums::sums(&town, &voices), refused))
    }

    fn choose(&self, voices: &[Voice]) -> Result<String, String> {
        if let Some(town) = &self.town {
            return Ok(town.clone());
        }
        let towns: BTreeSet<&str> = voices.iter().map(|voice| voice.town.as_str()).collect();
        if towns.len() > 1 {
            let towns: Vec<&str> = towns.into_iter().collect();
            return Err(format!(
                "files of several towns: {}; expected --town with one of them",
                towns.join(", ")
            ));
        }
        Ok(towns.first().copied().unwrap_or_default().to_owned())
    }
}

/// By name, so that errors come in an order.
fn files(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_file()
            && path
                .extension()
                .is_some_and(|e| e.eq_ignore_ascii_case("json"))
        {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> Result<Voice, ReadError> {
    let shown = path.display().to_string();
    let cannot = |e: io::Error| {
        ReadError::malformed(
            &shown,
            Place::File,
            e.to_string(),
            "a file that may be read",
        )
    };
    // A file that is far too long is not read at all.
    if fs::metadata(path).map_err(cannot)?.len() > voice_file::MOST_BYTES {
        let expected = format!("at most {} bytes", voice_file::MOST_BYTES);
        return Err(ReadError::malformed(
            &shown,
            Place::File,
            "a long file",
            expected,
        ));
    }
    voice_file::read(&shown, &fs::read(path).map_err(cannot)?)
}

fn table(sums: &VoiceSums, language: &str) -> String {
    let number = |n: Option<usize>| n.map_or_else(|| "·".to_owned(), |n| n.to_string());
    let mut out = format!(
        "{}: {} voices\n",
        sums.town,
        sums.voices
            .map_or_else(|| format!("fewer than {}", sums.k), |n| n.to_string())
    );
    // Writing to a String does not fail.
    for dilemma in &sums.dilemmas {
        let title = dilemmas::title(dilemma.id);
        let _ = writeln!(
            out,
            "\n{} ({})",
            title.in_language(language),
            number(dilemma.answered)
        );
        for answer in dilemmas::ANSWERS {
            let count = number(dilemma.answers.get(answer).copied().flatten());
            let said = dilemmas::answer(answer);
            let _ = writeln!(out, "  {count:>6}  {}", said.in_language(language));
        }
    }
    let _ = writeln!(
        out,
        "\n·  kept back: fewer than {}, or could be found by subtraction",
        sums.k
    );
    out
}
