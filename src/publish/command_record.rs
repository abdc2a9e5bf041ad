//! `straatbeeld record FEED_URL… --every 60s --out DIR`.

use super::record::decide::Pace;
use super::record::run::{self, Settings};
use crate::domain::fold::slug;
use crate::read::gbfs_systems;
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

/// Records feeds of shared mobility (GBFS) until it is stopped
///
/// Each system gets a folder in DIR, with Parquet files that `publish` reads. Outages and bad answers are waited for;
/// it may be stopped and killed at any time and goes on where it was. Without a feed it packs what an earlier recording
/// in DIR left unpacked.
#[derive(Debug, Args)]
pub struct Record {
    /// Addresses of `gbfs.json`, each with a name in front if wanted (`dott=https://…`), or ids of systems in the list of
    /// --systems
    #[arg(value_name = "FEED_URL")]
    feeds: Vec<String>,
    /// The folder of the recordings
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Time between polls
    #[arg(long, default_value = "60s", value_parser = duration)]
    every: Duration,
    /// Time between polls of what hardly changes: where stations are, types of vehicles, zones
    #[arg(long, default_value = "1h", value_parser = duration)]
    slow_every: Duration,
    /// How long to wait for an answer
    #[arg(long, default_value = "20s", value_parser = duration)]
    timeout: Duration,
    /// Stop after this time
    #[arg(long, value_name = "TIME", value_parser = duration)]
    lasts: Option<Duration>,
    /// A list of systems such as `systems.csv` of MobilityData
    #[arg(long, value_name = "FILE")]
    systems: Option<PathBuf>,
}

impl Record {
    #[must_use]
    pub fn run(&self) -> ExitCode {
        let feeds = match self.named() {
            Ok(feeds) => feeds,
            Err(message) => {
                eprintln!("error: {message}");
                return ExitCode::FAILURE;
            }
        };
        let settings = Settings {
            pace: Pace {
                every_ms: millis(self.every),
                slow_ms: millis(self.slow_every),
            },
            timeout: self.timeout,
            lasts: self.lasts,
        };
        let done: Vec<Result<(), run::RecordError>> = if feeds.is_empty() {
            let recorded = recorded(&self.out);
            recorded
                .iter()
                .map(|name| run::pack_all(name, &self.out.join(name)))
                .collect()
        } else {
            thread::scope(|scope| {
                let threads: Vec<_> = feeds
                    .iter()
                    .map(|(name, url)| {
                        let dir = self.out.join(name);
                        scope.spawn(move || run::record(name, url, &dir, &settings))
                    })
                    .collect();
                // A thread does not panic; if it did, the others go on.
                threads
                    .into_iter()
                    .filter_map(|thread| thread.join().ok())
                    .collect()
            })
        };
        let mut code = ExitCode::SUCCESS;
        for error in done.into_iter().filter_map(Result::err) {
            eprintln!("error: {error}");
            code = ExitCode::FAILURE;
        }
        code
    }

    /// Name and address of each feed.
    fn named(&self) -> Result<Vec<(String, String)>, String> {
        let listed = match &self.systems {
            None => Vec::new(),
            Some(path) => {
                let shown = path.display().to_string();
                let bytes = fs::read(path).map_err(|e| format!("{shown}: cannot be read: {e}"))?;
                gbfs_systems::read(&shown, &bytes)
                    .map_err(|e| e.to_string())?
                    .systems
            }
        };
        let mut feeds: Vec<(String, String)> = Vec::new();
        for feed in &self.feeds {
            let is_url = |text: &str| text.starts_with("http://") || text.starts_with("https://");
            let found = match feed.split_once('=') {
                Some((name, url)) if !is_url(name) && is_url(url) => (slug(name), url.to_owned()),
                _ if is_url(feed) => (name_of(feed), feed.clone()),
                _ => {
                    let system = listed.iter().find(|system| system.id == *feed).ok_or_else(|| {
                        format!("{feed:?} is neither an address that begins with http nor a system in the list of --systems")
                    })?;
                    if system.needs_key {
                        return Err(format!(
                            "{feed}: its feeds need a key; expected an address that has it"
                        ));
                    }
                    (slug(feed), system.url.clone())
                }
            };
            if found.0.is_empty() {
                return Err(format!("{feed:?} has no name; expected NAME=ADDRESS"));
            }
            if feeds.iter().any(|(name, _)| *name == found.0) {
                return Err(format!(
                    "two feeds have the name {:?}; expected NAME=ADDRESS",
                    found.0
                ));
            }
            feeds.push(found);
        }
        Ok(feeds)
    }
}

/// Folders in which something was recorded.
fn recorded(out: &Path) -> Vec<String> {
    let entries = fs::read_dir(out)
        .into_iter()
        .flatten()
        .filter_map(Result::ok);
    let folders = entries.filter(|entry| entry.path().join("recorder.state").is_file());
    let mut names: Vec<String> = folders
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort();
    names
}

/// `https://gbfs.example.org/v2/kortrijk/gbfs.json?x=y` is `gbfs-example-org-v2-kortrijk`.
fn name_of(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let rest = rest.strip_suffix(".json").unwrap_or(rest);
    slug(rest.strip_suffix("/gbfs").unwrap_or(rest))
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

/// `90s`, `5m`, `2h`, `7d`, `250ms`.
fn duration(text: &str) -> Result<Duration, String> {
    let wrong = || {
        format!("{text:?} is no time; expected a whole number with ms, s, m, h or d, such as 60s")
    };
    let digits = text.find(|c: char| !c.is_ascii_digit()).ok_or_else(wrong)?;
    let (number, unit) = text.split_at(digits);
    let number: u64 = number.parse().map_err(|_| wrong())?;
    let ms = match unit {
        "ms" => 1,
        "s" => 1_000,
        "m" => 60_000,
        "h" => 3_600_000,
        "d" => 86_400_000,
        _ => return Err(wrong()),
    };
    let ms = number
        .checked_mul(ms)
        .filter(|ms| *ms > 0)
        .ok_or_else(wrong)?;
    Ok(Duration::from_millis(ms))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_a_unit_and_are_not_zero() {
        assert_eq!(duration("60s"), Ok(Duration::from_mins(1)));
        assert_eq!(duration("250ms"), Ok(Duration::from_millis(250)));
        assert_eq!(duration("2d"), Ok(Duration::from_hours(48)));
        for text in [
            "60",
            "s",
            "0s",
            "1.5h",
            "-1s",
            "1w",
            "99999999999999999999s",
            "999999999999999999d",
        ] {
            assert!(
                duration(text).unwrap_err().contains("such as 60s"),
                "{text}"
            );
        }
    }

    #[test]
    fn a_feed_without_a_name_is_called_by_its_address() {
        let url = "https://gbfs.example.org/v2/kortrijk/gbfs.json?x=y";
        assert_eq!(name_of(url), "gbfs-example-org-v2-kortrijk");
        assert_eq!(name_of("http://127.0.0.1:80/gbfs"), "127-0-0-1-80");
    }
}
