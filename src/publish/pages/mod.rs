//! A page for each counted street that is read without running anything: for who has no script, for search engines,
//! and for the cards that others make of a link. Said by the same rules and drawn by the same code as the app.
//!
//! `page/<language>/<street>.html` with `<street>.oembed.json` and a picture, `<street>.png`, beside it, in each of the town's languages, and
//! `page/page.css`. They are made of the folder and in no catalogue; each names the publication that it is of.

mod card;
pub mod frozen;
mod preview;
mod street;
mod theme;

use super::folder::{CATALOG, WriteError};
use super::leftovers;
use super::local::Asker;
use super::threads::Threads;
use crate::catalog::{Town, jsonld};
use crate::chart::Rgb;
use crate::chart::svg::Mixed;
use crate::domain::{Mode, StreetId};
use crate::engine::version;
use crate::query::{Answer, Failure, PeriodChoice, Query, StreetQuestion};
use crate::read::workers::Workers;
use crate::table::layout::street_path;
use crate::text::{Language, Words};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use street::About;

pub const FOLDER: &str = "page/";

/// What was written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Written {
    pub files: u32,
    pub bytes: u64,
}

/// The languages of the pages: those of the town that there are texts of, else the usual one.
#[must_use]
pub fn languages(town: &Town) -> Vec<Language> {
    let mut found: Vec<Language> = Vec::new();
    let known = town.languages.iter().filter_map(|tag| Language::parse(tag));
    for language in known {
        if !found.contains(&language) {
            found.push(language);
        }
    }
    if found.is_empty() {
        found.push(Language::default());
    }
    found
}

/// Why there are no pages.
#[derive(Debug, thiserror::Error)]
pub enum PagesError {
    #[error("{path}: cannot be read: {cause}")]
    Catalog { path: PathBuf, cause: String },
    #[error("the folder does not answer: {0:?}")]
    Answer(Box<Failure>),
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Writes the pages of all counted streets from the folder `out`, which is whole, into it. `site` is where the app
/// will be, an address that ends in `/`; without it the pages name each other and no host. Pictures are most of the
/// bytes and half of the time: a large town may do without.
pub fn write(out: &Path, site: Option<&str>, has_previews: bool) -> Result<Written, PagesError> {
    let path = out.join(CATALOG);
    let unread = |cause: String| PagesError::Catalog {
        path: path.clone(),
        cause,
    };
    let bytes = fs::read(&path).map_err(|error| unread(error.to_string()))?;
    let catalog = jsonld::decode(&bytes).map_err(|error| unread(error.to_string()))?;
    let answer = Asker::new(out).ask(Query::Town);
    let streets: Vec<StreetId> = match answer.map_err(|error| PagesError::Answer(error.into()))? {
        Answer::Town(town) => town
            .streets
            .into_iter()
            .filter(|street| street.counted.is_some())
            .map(|street| street.id)
            .collect(),
        _ => Vec::new(),
    };
    let languages = languages(&catalog.town);
    let about = About {
        town: &catalog.town,
        publication: &version(&catalog),
        languages: &languages,
        site,
        themes: &theme::themes(),
        has_previews,
    };
    let streets: Vec<&StreetId> = streets
        .iter()
        .filter(|street| street_path(street).is_some())
        .collect();
    // Streets take different times, and what an asker has read of the folder is for all of its streets.
    let each = streets.len().div_ceil(4 * Threads.number()).max(1);
    let jobs: Vec<&[&StreetId]> = streets.chunks(each).collect();
    let done = Threads.all(jobs, |streets| pages_of(out, streets, about));
    let mut written = Written::default();
    let mut mixed = Mixed::new();
    let mut ours = BTreeSet::new();
    for done in done {
        let (own, colours, paths) = done?;
        written.files += own.files;
        written.bytes += own.bytes;
        mixed.extend(colours);
        ours.extend(paths);
    }
    let path = format!("{FOLDER}page.css");
    save(out, &path, style(about, &mixed).as_bytes(), &mut written)?;
    for language in Language::ALL {
        let folder = format!("{FOLDER}{}/", language.tag());
        leftovers::remove(out, &folder, &ours);
        // One that is empty now; any other stays.
        let _ = fs::remove_dir(out.join(&folder));
    }
    Ok(written)
}

type Done = (Written, Mixed, Vec<String>);

fn pages_of(out: &Path, streets: &[&StreetId], about: About<'_>) -> Result<Done, WriteError> {
    let mut asker = Asker::new(out);
    let (mut written, mut mixed, mut paths) = (Written::default(), Mixed::new(), Vec::new());
    for id in streets {
        let question = StreetQuestion {
            street: (*id).clone(),
            segment: None,
            period: PeriodChoice::LastYear,
            mode: Mode::Car,
        };
        // What the app could not show either has no page.
        let Ok(Answer::Street(answer)) = asker.ask(Query::Street(question)) else {
            continue;
        };
        let Some(counted) = &answer.counted else {
            continue;
        };
        for language in about.languages {
            let words = Words::new(*language);
            let page = street::page(&answer, counted, about, &words, &mut mixed);
            let card = card::oembed(&answer, about, &words);
            let base = format!("{FOLDER}{}/{}", language.tag(), id.0);
            for (end, text) in [("html", page), ("oembed.json", card)] {
                let path = format!("{base}.{end}");
                save(out, &path, text.as_bytes(), &mut written)?;
                paths.push(path);
            }
            let chart = about.preview(counted, &words);
            let picture = chart.and_then(|chart| preview::picture(&answer, &chart, about, &words));
            if let Some(picture) = picture {
                let path = format!("{base}.png");
                save(out, &path, &picture, &mut written)?;
                paths.push(path);
            }
        }
    }
    Ok((written, mixed, paths))
}

/// The app's colours, the look of the pages, and what the drawings' colours are in the dark.
fn style(about: About<'_>, mixed: &Mixed) -> String {
    let mut out = format!("{}\n{}\n", theme::TOKENS, include_str!("page.css"));
    let mut light = about.themes.0.clone();
    // Writing to a String does not fail. What is the style sheet's own follows it, and so the town's theme.
    for (name, slot) in theme::ROLES {
        let Rgb(r, g, b) = *slot(&mut light);
        for property in ["fill", "stroke"] {
            let _ = writeln!(
                out,
                "svg [{property}=\"#{r:02X}{g:02X}{b:02X}\"] {{ {property}: var(--color-{name}); }}"
            );
        }
    }
    let mut rules = String::new();
    for (is_fill, colour) in mixed {
        let (letter, property) = if *is_fill {
            ('f', "fill")
        } else {
            ('s', "stroke")
        };
        let name = colour.trim_start_matches('#');
        let _ = writeln!(
            rules,
            "  svg [class=\"{letter}{name}\"] {{ {property}: {colour}; }}"
        );
    }
    let _ = writeln!(out, "@media (prefers-color-scheme: dark) {{\n{rules}}}");
    out
}

fn save(out: &Path, path: &str, bytes: &[u8], written: &mut Written) -> Result<(), WriteError> {
    let target: PathBuf = out.join(path);
    let io = |cause| WriteError::Io {
        path: target.clone(),
        cause,
    };
    if let Some(parent) = target.parent() {
        fs::create_dir_all(parent).map_err(io)?;
    }
    fs::write(&target, bytes).map_err(io)?;
    written.files += 1;
    written.bytes += bytes.len() as u64;
    Ok(())
}

/// An address of the app as someone types it: of the web, ending in `/`, without a question.
///
/// # Errors
/// What was expected.
pub fn parse_site(text: &str) -> Result<String, String> {
    let is_web = ["https://", "http://"].iter().any(|start| {
        text.strip_prefix(start)
            .is_some_and(|rest| !rest.is_empty())
    });
    let is_plain = |letter: char| letter.is_ascii_graphic() && !"?#'\"<>\\".contains(letter);
    if !is_web || !text.chars().all(is_plain) {
        return Err("expected an address such as https://mobility.example.org/".to_owned());
    }
    Ok(format!("{}/", text.trim_end_matches('/')))
}
