//! `gbfs.json`: where the other files are.

use super::file::{Feedfile, Kind, kind_of_name};
use crate::read::error::ReadError;
use crate::read::place::Place;
use serde_json::Value;
use std::collections::BTreeMap;

/// A file of a system that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    pub kind: Kind,
    pub url: String,
}

/// The feeds that are read, each once. Up to 2.3 they are listed per language: the first of `languages` that there
/// is, else the first by name.
pub fn discovery(
    file: &str,
    parsed: &Feedfile,
    languages: &[&str],
) -> Result<Vec<Feed>, ReadError> {
    let list = match parsed.data.get("feeds").and_then(Value::as_array) {
        Some(feeds) => Some(feeds),
        None => in_language(parsed, languages),
    };
    let Some(list) = list else {
        return Err(ReadError::malformed(
            file,
            Place::File,
            "no list of feeds",
            "`data.feeds`, or `data.<language>.feeds` up to version 2.3",
        ));
    };
    let mut feeds: Vec<Feed> = Vec::new();
    for entry in list {
        let text = |name: &str| entry.get(name).and_then(Value::as_str).map(str::trim);
        let Some((name, url)) = text("name").zip(text("url")) else {
            continue;
        };
        let name = name.strip_suffix(".json").unwrap_or(name);
        if let Some(kind) = kind_of_name(name)
            && kind != Kind::Discovery
            && !url.is_empty()
            && !feeds.iter().any(|feed| feed.kind == kind)
        {
            feeds.push(Feed {
                kind,
                url: url.to_owned(),
            });
        }
    }
    if feeds.is_empty() {
        return Err(ReadError::malformed(
            file,
            Place::File,
            "a list of feeds in which none is known",
            "feeds such as station_status",
        ));
    }
    Ok(feeds)
}

/// Up to 2.3: the list of the first of `languages` that there is, else of the first by name.
fn in_language<'f>(parsed: &'f Feedfile, languages: &[&str]) -> Option<&'f Vec<Value>> {
    let by_language: BTreeMap<&str, &Vec<Value>> = parsed
        .data
        .iter()
        .filter_map(|(language, value)| Some((language.as_str(), value.get("feeds")?.as_array()?)))
        .collect();
    let wanted = languages.iter().find_map(|wanted| by_language.get(wanted));
    wanted.or_else(|| by_language.values().next()).copied()
}
