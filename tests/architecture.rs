//! The layer table of docs/ARCHITECTURE.md, held against the names that each file uses.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const MAX_LINES: usize = 600;
const LONG_LINES: usize = 400;

/// Crates that belong to some layers only; the table says which. Others (serde, thiserror) are free.
const GUARDED: &[&str] = &[
    "arrow_array",
    "arrow_schema",
    "arrow_ipc",
    "arrow_select",
    "arrow_ord",
    "bytes",
    "calamine",
    "chrono",
    "chrono_tz",
    "clap",
    "console_error_panic_hook",
    "csv",
    "flate2",
    "fluent_bundle",
    "fluent_syntax",
    "postcard",
    "form_urlencoded",
    "geojson",
    "glob",
    "gloo_net",
    "indicatif",
    "js_sys",
    "leptos",
    "osmpbf",
    "oxjsonld",
    "oxrdf",
    "oxrdfxml",
    "oxttl",
    "parquet",
    "plotters",
    "plotters_backend",
    "plotters_canvas",
    "plotters_svg",
    "postcard",
    "qrcodegen",
    "serde_json",
    "sha2",
    "tiny_skia",
    "toml",
    "ttf_parser",
    "unic_langid",
    "ureq",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "web_sys",
    "zip",
];

/// Crates that one place in a layer may name, and nothing else in it.
const ONE_PLACE: &[(&str, &str)] = &[
    ("chrono", "src/domain/time.rs"),
    ("chrono_tz", "src/domain/time.rs"),
];

/// Not below the web line: no IO, no clock, no globals of the process.
const IMPURE: [&str; 6] = ["time", "fs", "env", "net", "process", "thread"];

#[derive(Debug, Default)]
struct Layer {
    is_pure: bool,
    /// `domain`, or one module of a layer: `query::answer`.
    may_name: Vec<String>,
    crates: Vec<String>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The rows of the table after the heading `## Layers`: layer, holds, may name, crates of its own.
fn layers() -> BTreeMap<String, Layer> {
    let text = fs::read_to_string(root().join("docs/ARCHITECTURE.md")).unwrap();
    let section = text
        .split("\n## ")
        .find(|part| part.starts_with("Layers"))
        .unwrap();
    let mut layers = BTreeMap::new();
    let mut is_pure = true;
    for line in section.lines().filter(|line| line.starts_with('|')) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        if line.contains("web line") {
            is_pure = false;
        }
        if let [layer, _, may_name, crates] = cells.as_slice()
            && let Some(name) = layer
                .strip_prefix('`')
                .and_then(|rest| rest.strip_suffix('`'))
        {
            layers.insert(
                name.to_owned(),
                Layer {
                    is_pure,
                    may_name: quoted(may_name),
                    crates: quoted(crates),
                },
            );
        }
    }
    layers
}

/// What stands between backticks; the hyphens of a crate's name become underscores.
fn quoted(cell: &str) -> Vec<String> {
    cell.split('`')
        .skip(1)
        .step_by(2)
        .map(|name| name.replace('-', "_"))
        .collect()
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn sources() -> Vec<(String, String)> {
    let mut paths = Vec::new();
    rust_files(&root().join("src"), &mut paths);
    paths
        .iter()
        .map(|path| {
            let name = path
                .strip_prefix(root())
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// Words and punctuation without comments, texts and the tests at the end of a file.
fn tokens(source: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'/') => while chars.next_if(|c| *c != '\n').is_some() {},
            '"' => {
                while let Some(inner) = chars.next() {
                    match inner {
                        '\\' => {
                            chars.next();
                        }
                        '"' => break,
                        _ => {}
                    }
                }
            }
            // A quoted character, unlike a lifetime, ends after one.
            '\'' => {
                let mut ahead = chars.clone();
                let first = ahead.next();
                if first == Some('\\') {
                    chars.next();
                    chars.next();
                    while chars.next_if(|c| *c != '\'').is_some() {}
                    chars.next();
                } else if ahead.next() == Some('\'') {
                    chars.next();
                    chars.next();
                }
            }
            c if c.is_alphanumeric() || c == '_' => {
                let mut word = String::from(c);
                while let Some(next) = chars.next_if(|c| c.is_alphanumeric() || *c == '_') {
                    word.push(next);
                }
                tokens.push(word);
            }
            ':' if chars.next_if_eq(&':').is_some() => tokens.push("::".into()),
            c if c.is_whitespace() => {}
            c => tokens.push(c.into()),
        }
    }
    let tests = ["#", "[", "cfg", "(", "test", ")", "]", "mod"];
    if let Some(at) = tokens
        .windows(tests.len())
        .position(|window| window == tests)
    {
        tokens.truncate(at);
    }
    tokens
}

/// All paths of a token list that begin at `at` (just after a `::`), two names deep, groups unfolded.
fn paths_from(tokens: &[String], at: usize) -> Vec<Vec<String>> {
    let Some(token) = tokens.get(at) else {
        return Vec::new();
    };
    if token == "{" {
        let mut paths = Vec::new();
        let (mut depth, mut index, mut is_start) = (1, at + 1, true);
        while depth > 0
            && let Some(token) = tokens.get(index)
        {
            match token.as_str() {
                "{" => depth += 1,
                "}" => depth -= 1,
                "," if depth == 1 => is_start = true,
                _ if depth == 1 && is_start => {
                    paths.extend(paths_from(tokens, index));
                    is_start = false;
                }
                _ => {}
            }
            index += 1;
        }
        return paths;
    }
    if tokens.get(at + 1).is_some_and(|next| next == "::") {
        let mut paths = Vec::new();
        for mut rest in paths_from(tokens, at + 2) {
            rest.insert(0, token.clone());
            rest.truncate(2);
            paths.push(rest);
        }
        return paths;
    }
    vec![vec![token.clone()]]
}

/// The layer of a file, and how many `super` lead from it to the crate.
fn place(file: &str) -> (String, usize) {
    let inner = file.trim_start_matches("src/").trim_end_matches(".rs");
    let parts: Vec<&str> = inner.split('/').collect();
    let layer = parts.first().copied().unwrap_or_default().to_owned();
    let depth = parts.len() - usize::from(inner.ends_with("/mod"));
    (layer, depth)
}

/// What a file names outside its layer: (modules of the crate, guarded crates, impure parts of std).
fn names(file: &str, source: &str) -> (Vec<Vec<String>>, Vec<String>, Vec<String>) {
    let (layer, depth) = place(file);
    let tokens = tokens(source);
    let (mut modules, mut crates, mut impure) = (Vec::new(), Vec::new(), Vec::new());
    for (at, token) in tokens.iter().enumerate() {
        let is_head = at == 0 || !["::", "."].contains(&tokens[at - 1].as_str());
        let leads = tokens.get(at + 1).is_some_and(|next| next == "::");
        let is_used = at > 0 && tokens[at - 1] == "use" && !leads;
        if !is_head || !(leads || is_used) {
            continue;
        }
        match token.as_str() {
            "crate" | "straatbeeld" => modules.extend(paths_from(&tokens, at + 2)),
            "super" => {
                let mut index = at;
                let mut climbed = 0;
                while tokens.get(index).is_some_and(|token| token == "super") {
                    climbed += 1;
                    index += 2;
                }
                if climbed >= depth {
                    modules.extend(paths_from(&tokens, index));
                }
            }
            "std" => impure.extend(
                paths_from(&tokens, at + 2)
                    .into_iter()
                    .filter(|path| IMPURE.contains(&path[0].as_str()))
                    // Types of time without a clock are free.
                    .filter(|path| path.get(1).is_none_or(|name| name != "Duration"))
                    .map(|path| format!("std::{}", path[0])),
            ),
            name if GUARDED.contains(&name) => crates.push(name.to_owned()),
            _ => {}
        }
    }
    modules.retain(|path| path[0] != layer);
    (modules, crates, impure)
}

/// What is wrong with a file, a line each.
fn offences(file: &str, source: &str, layers: &BTreeMap<String, Layer>) -> Vec<String> {
    let (name, _) = place(file);
    let Some(layer) = layers.get(&name) else {
        return vec![format!(
            "{file}: `{name}` is no layer of docs/ARCHITECTURE.md"
        )];
    };
    let (modules, crates, impure) = names(file, source);
    let mut offences = Vec::new();
    for path in modules {
        let is_layer = layers.contains_key(&path[0]);
        if is_layer
            && !layer.may_name.contains(&path[0])
            && !layer.may_name.contains(&path.join("::"))
        {
            offences.push(format!(
                "{file}: `{name}` may not name `{}`",
                path.join("::")
            ));
        }
    }
    for used in crates {
        if !layer.crates.contains(&used) {
            offences.push(format!("{file}: `{name}` may not name the crate `{used}`"));
        }
        for (crate_name, place) in ONE_PLACE {
            if *crate_name == used && !file.starts_with(place) {
                offences.push(format!("{file}: only {place} names `{used}`"));
            }
        }
    }
    if layer.is_pure {
        offences.extend(
            impure
                .into_iter()
                .map(|used| format!("{file}: `{name}` is below the web line, no `{used}`")),
        );
    }
    offences.sort();
    offences.dedup();
    offences
}

#[test]
fn every_file_names_only_what_its_layer_may() {
    let layers = layers();
    let sources = sources();
    assert!(sources.len() > 20, "found only {} files", sources.len());
    let offences: Vec<String> = sources
        .iter()
        .filter(|(file, _)| file != "src/lib.rs")
        .flat_map(|(file, source)| offences(file, source, &layers))
        .collect();
    assert!(offences.is_empty(), "\n{}\n", offences.join("\n"));
}

#[test]
fn the_table_has_a_row_for_each_folder_and_a_folder_for_each_row() {
    let rows: Vec<String> = layers().into_keys().collect();
    let mut folders: Vec<String> = fs::read_dir(root().join("src"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
        .collect();
    folders.sort();
    assert_eq!(rows, folders);
}

#[test]
fn arrows_between_layers_make_no_circle() {
    let layers = layers();
    let mut below: Vec<&str> = Vec::new();
    while below.len() < layers.len() {
        let next = layers.iter().find(|(name, layer)| {
            !below.contains(&name.as_str())
                && layer
                    .may_name
                    .iter()
                    .filter(|other| !other.contains("::"))
                    .all(|other| below.contains(&other.as_str()))
        });
        let Some((name, _)) = next else {
            panic!("a circle among the layers that are not in {below:?}");
        };
        below.push(name);
    }
}

#[test]
fn no_file_is_longer_than_a_reader_can_hold() {
    let mut too_long = Vec::new();
    for (file, source) in sources() {
        let lines = source.lines().count();
        if lines > MAX_LINES {
            too_long.push(format!("{file}: {lines} lines"));
        } else if lines > LONG_LINES {
            eprintln!("long: {file} has {lines} lines");
        }
    }
    assert!(too_long.is_empty(), "longer than {MAX_LINES}: {too_long:?}");
}

#[test]
fn a_forbidden_arrow_is_found_however_it_is_written() {
    let layers = layers();
    let cases: &[(&str, &str, Option<&str>)] = &[
        ("src/analysis/x.rs", "use crate::domain::Mode;", None),
        ("src/analysis/x.rs", "use crate::query::answer::Cell;", None),
        (
            "src/analysis/x.rs",
            "use crate::query::message::Reply;",
            Some("may not name `query::message`"),
        ),
        (
            "src/analysis/x.rs",
            "use crate::{domain::Mode, read::published};",
            Some("may not name `read::published`"),
        ),
        (
            "src/analysis/x.rs",
            "use crate::{domain::{Mode, State}, text};",
            Some("may not name `text`"),
        ),
        (
            "src/analysis/x.rs",
            "fn f() { crate::engine::step(); }",
            Some("may not name `engine::step`"),
        ),
        (
            "src/analysis/x.rs",
            "use super::super::net;",
            Some("may not name `net`"),
        ),
        ("src/analysis/x.rs", "use super::busy;", None),
        (
            "src/analysis/x.rs",
            "// crate::net\n/// crate::net\nconst A: &str = \"crate::net\";",
            None,
        ),
        (
            "src/analysis/x.rs",
            "fn f<'a>(c: char) -> bool { c == '\"' }\nuse crate::net;",
            Some("may not name `net`"),
        ),
        (
            "src/analysis/x.rs",
            "use std::time::Instant;",
            Some("no `std::time`"),
        ),
        (
            "src/analysis/x.rs",
            "use std::{fs, rc::Rc};",
            Some("no `std::fs`"),
        ),
        (
            "src/analysis/x.rs",
            "#[cfg(test)]\nmod tests { use crate::read::published; }",
            None,
        ),
        ("src/domain/time.rs", "use chrono::Utc;", None),
        (
            "src/domain/date.rs",
            "use chrono::Utc;",
            Some("only src/domain/time.rs names `chrono`"),
        ),
        (
            "src/text/x.rs",
            "fn f() { leptos::mount(); }",
            Some("may not name the crate `leptos`"),
        ),
        (
            "src/ui/x.rs",
            "use crate::table::CountTable;",
            Some("may not name `table::CountTable`"),
        ),
        (
            "src/bin/app.rs",
            "use straatbeeld::table;",
            Some("may not name `table`"),
        ),
        ("src/novel/x.rs", "", Some("is no layer")),
    ];
    for (file, source, expected) in cases {
        let found = offences(file, source, &layers);
        match expected {
            None => assert!(found.is_empty(), "{file}: {source}: {found:?}"),
            Some(text) => assert!(
                found.iter().any(|line| line.contains(text)),
                "{file}: {source}: {found:?}"
            ),
        }
    }
}
