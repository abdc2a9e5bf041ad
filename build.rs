//! Compiles the Fluent files of `src/text/locales` with Mozilla's parser, so that the page
//! carries messages and no parser. What a message may use is told by what `compile` knows;
//! anything else ends the build with the file and the message.
//!
//! Natively every language is compiled in. A program of the page carries the keys of its groups and fetches
//! their texts in one language, which are written to `build/texts`; `tools/finish-dist.mjs` takes them from there.

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const LOCALES: &str = "src/text/locales";
/// Texts that `publish` writes in all of its languages; the page carries none of them.
const PUBLISHED: &str = "src/text/published";

/// Where the page's texts are put, a file per language.
const TEXTS: &str = "build/texts";

/// What stands between the pieces of a message; `src/text/message.rs` reads it.
const ARGUMENT: char = '\u{1}';
const NAME_END: char = '\u{2}';
const SELECT: char = '\u{3}';
const KEY_END: char = '\u{4}';
const VARIANT_END: char = '\u{5}';
const SELECT_END: char = '\u{6}';

/// What ends each text in a file of texts.
const TEXT_END: char = '\0';

/// The messages of a language by group, and of a group by key. The group of files that lie in a language's own
/// folder is called "": every program of the page has it. A folder in there is the group of one program.
type Groups = BTreeMap<String, BTreeMap<String, String>>;

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-changed={LOCALES}");
    println!("cargo::rerun-if-changed={PUBLISHED}");
    println!("cargo::rerun-if-changed=build.rs");
    let languages = languages_of(LOCALES)?;
    published()?;
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|error| error.to_string())?);
    let any = languages.values().next().ok_or("no language")?;
    let mut keys = String::new();
    let mut fingerprints = BTreeMap::new();
    for (group, messages) in any {
        // Sorted by key, looked up by halves: the keys once, the texts of each language in the same order.
        let (all, ends) = joined(messages.keys().map(String::as_str));
        let fingerprint = fingerprint(&all);
        let _ = writeln!(
            keys,
            "pub static {}: Group = Group {{ name: {group:?}, keys: {}, fingerprint: {fingerprint:?} }};",
            name_of(group),
            texts(&all, &ends)
        );
        fingerprints.insert(group, fingerprint);
    }
    write(&out.join("keys.rs"), &keys)?;
    let mut statics = String::new();
    let mut locales = String::from("pub static LOCALES: &[(&str, &[Layer])] = &[\n");
    let mut files = Vec::new();
    for (tag, groups) in &languages {
        let _ = writeln!(locales, "({tag:?}, &[");
        for (group, messages) in groups {
            let (all, ends) = joined(messages.values().map(String::as_str));
            let name = format!("{}_{}", tag.to_uppercase(), name_of(group));
            let _ = writeln!(statics, "static {name}: Texts = {};", texts(&all, &ends));
            let _ = writeln!(
                locales,
                "Layer {{ group: &{}, texts: &{name} }},",
                name_of(group)
            );
            let mut file = format!(
                "{tag} {}\n",
                fingerprints.get(group).cloned().unwrap_or_default()
            );
            for text in messages.values() {
                file.push_str(text);
                file.push(TEXT_END);
            }
            let dot = if group.is_empty() { "" } else { "." };
            let path = format!("{tag}{dot}{group}.txt");
            write(&out.join(&path), &file)?;
            files.push((path, file));
        }
        locales.push_str("]),\n");
    }
    locales.push_str("];\n");
    write(&out.join("locales.rs"), &format!("{statics}{locales}"))?;
    write(&out.join("fluent.rs"), &written(LOCALES)?)?;
    if env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32") {
        for_the_page(&files)?;
    }
    Ok(())
}

/// What a group is called in the code.
fn name_of(group: &str) -> String {
    if group.is_empty() {
        "EVERYWHERE".to_owned()
    } else {
        group.to_uppercase()
    }
}

/// The Fluent files as they are written, for the tests that read them with other programs.
fn written(root: &str) -> Result<String, String> {
    let here = env::var("CARGO_MANIFEST_DIR").map_err(|error| error.to_string())?;
    let mut code = String::from("pub static FLUENT: &[(&str, &[&str])] = &[\n");
    for folder in entries(Path::new(root))? {
        let tag = folder.file_name().unwrap_or_default().to_string_lossy();
        let _ = writeln!(code, "({tag:?}, &[");
        for file in folder_files(&folder)?.into_values().flatten() {
            let path = Path::new(&here).join(file);
            let _ = writeln!(code, "include_str!({:?}),", path.display().to_string());
        }
        code.push_str("]),\n");
    }
    code.push_str("];\n");
    Ok(code)
}

/// The files of texts where the page's build finds them, and no others.
fn for_the_page(files: &[(String, String)]) -> Result<(), String> {
    let folder = Path::new(TEXTS);
    let failed = |error: std::io::Error| format!("{TEXTS}: {error}");
    fs::create_dir_all(folder).map_err(failed)?;
    for path in entries(folder)? {
        if !files.iter().any(|(name, _)| path.ends_with(name)) {
            fs::remove_file(&path).map_err(failed)?;
        }
    }
    // As old as what they are made of: Cargo builds anew where a file that it watches is younger than the last
    // build, and it watches these so that one that somebody removed is written again.
    let made = fs::metadata(LOCALES).and_then(|folder| folder.modified());
    let made = made.map_err(failed)?;
    for (name, text) in files {
        let path = folder.join(name);
        write(&path, text)?;
        let file = fs::File::options().write(true).open(&path);
        file.and_then(|file| file.set_modified(made))
            .map_err(failed)?;
        println!("cargo::rerun-if-changed={}", path.display());
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// `Texts` of `src/text/message.rs` as code.
fn texts(all: &str, ends: &[usize]) -> String {
    format!("Texts {{ all: Cow::Borrowed({all:?}), ends: Cow::Borrowed(&{ends:?}) }}")
}

/// Tells two lists of keys apart (FNV-1a, 64 bits): texts of another build are refused by it.
fn fingerprint(keys: &str) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in keys.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}

/// The messages of each folder, which is called by its language. All have the same groups and keys.
fn languages_of(root: &str) -> Result<BTreeMap<String, Groups>, String> {
    let mut languages = BTreeMap::new();
    for folder in entries(Path::new(root))? {
        let name = folder.file_name().unwrap_or_default();
        let mut groups = Groups::new();
        for (group, files) in folder_files(&folder)? {
            let messages = groups.entry(group).or_default();
            for file in files {
                read(&file, messages)?;
            }
        }
        languages.insert(name.to_string_lossy().into_owned(), groups);
    }
    let mut known: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (group, messages) in languages.values().flatten() {
        let keys = known.entry(group).or_default();
        keys.extend(messages.keys().map(String::as_str));
    }
    for (tag, groups) in &languages {
        for (group, keys) in &known {
            let messages = groups.get(*group);
            let is_missing = |key: &&&str| messages.is_none_or(|m| !m.contains_key(**key));
            let missing: Vec<_> = keys.iter().filter(is_missing).collect();
            if !missing.is_empty() {
                return Err(format!("{root}/{tag}/{group} has no {missing:?}"));
            }
        }
    }
    let mut of = BTreeMap::new();
    for (group, keys) in &known {
        for key in keys {
            if let Some(other) = of.insert(*key, *group) {
                return Err(format!(
                    "{root}: {key} is in two groups, {other:?} and {group:?}"
                ));
            }
        }
    }
    Ok(languages)
}

/// The files of a language by group.
fn folder_files(folder: &Path) -> Result<BTreeMap<String, Vec<PathBuf>>, String> {
    let mut groups: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for path in entries(folder)? {
        if path.is_dir() {
            let group = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            groups.insert(group, entries(&path)?);
        } else {
            groups.entry(String::new()).or_default().push(path);
        }
    }
    Ok(groups)
}

/// The published texts by key, each with its languages; they take no arguments.
fn published() -> Result<(), String> {
    let languages = languages_of(PUBLISHED)?;
    let mut by_key: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for (tag, groups) in &languages {
        for (key, text) in groups.values().flatten() {
            if text.contains(|c: char| c < ' ') {
                return Err(format!(
                    "{PUBLISHED}/{tag}: {key}: expected one line without arguments"
                ));
            }
            by_key.entry(key).or_default().push((tag, text));
        }
    }
    let texts: Vec<_> = by_key.into_iter().collect();
    let code = format!(
        "static PUBLISHED: &[(&str, &[(&str, &str)])] = &{};",
        format!("{texts:?}").replace(", [(", ", &[(")
    );
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|error| error.to_string())?);
    fs::write(out.join("published.rs"), code).map_err(|error| error.to_string())
}

/// Texts one after the other, and the byte where each ends.
fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> (String, Vec<usize>) {
    let mut all = String::new();
    let mut ends = Vec::new();
    for text in texts {
        all.push_str(text);
        ends.push(all.len());
    }
    (all, ends)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        paths.push(entry.map_err(failed)?.path());
    }
    paths.sort();
    Ok(paths)
}

fn read(file: &Path, messages: &mut BTreeMap<String, String>) -> Result<(), String> {
    let at = file.display();
    let text = fs::read_to_string(file).map_err(|error| format!("{at}: {error}"))?;
    let resource = fluent_syntax::parser::parse(text.as_str())
        .map_err(|(_, errors)| format!("{at}: {errors:?}"))?;
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let key = message.id.name;
                let value = message
                    .value
                    .as_ref()
                    .ok_or_else(|| format!("{at}: {key} has no value"))?;
                let parts = compile(value).map_err(|what| format!("{at}: {key}: {what}"))?;
                if messages.insert(key.to_owned(), parts).is_some() {
                    return Err(format!("{at}: {key} is there twice"));
                }
            }
            Entry::Term(term) => {
                return Err(format!("{at}: terms are not used here: -{}", term.id.name));
            }
            _ => {}
        }
    }
    Ok(())
}

fn compile(pattern: &Pattern<&str>) -> Result<String, String> {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value }
            | PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::StringLiteral { value }),
            } => {
                if value.contains(|c: char| c < ' ' && c != '\n') {
                    return Err("a control character in a text".to_owned());
                }
                text.push_str(value);
            }
            PatternElement::Placeable {
                expression: Expression::Inline(inline),
            } => {
                let _ = write!(text, "{ARGUMENT}{}{NAME_END}", argument(inline)?);
            }
            PatternElement::Placeable {
                expression: Expression::Select { selector, variants },
            } => {
                let _ = write!(text, "{SELECT}{}{NAME_END}", argument(selector)?);
                // The usual one last: it is taken where no other is.
                let mut usual = None;
                for variant in variants {
                    let body = compile(&variant.value)?;
                    let key = match &variant.key {
                        VariantKey::Identifier { name } => (*name).to_owned(),
                        VariantKey::NumberLiteral { value } => value
                            .parse::<u32>()
                            .map_err(|_| {
                                format!("a variant for {value}, which is not a whole number")
                            })?
                            .to_string(),
                    };
                    if variant.default {
                        usual = Some((key, body));
                    } else {
                        let _ = write!(text, "{key}{KEY_END}{body}{VARIANT_END}");
                    }
                }
                let (key, body) = usual.ok_or("a choice without a usual variant")?;
                let _ = write!(text, "{key}{KEY_END}{body}{VARIANT_END}{SELECT_END}");
            }
        }
    }
    Ok(text)
}

fn argument<'a>(inline: &InlineExpression<&'a str>) -> Result<&'a str, String> {
    match inline {
        InlineExpression::VariableReference { id } => Ok(id.name),
        other => Err(format!(
            "only arguments and texts are known here, not {other:?}"
        )),
    }
}
