//! The Fluent files hold the same messages with the same arguments in every language,
//! and exactly those that the code asks for.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use straatbeeld::text::Language;

type Arguments = BTreeSet<String>;

fn arguments_of(pattern: &Pattern<&str>, into: &mut Arguments) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            match expression {
                Expression::Inline(inline) => arguments_of_inline(inline, into),
                Expression::Select { selector, variants } => {
                    arguments_of_inline(selector, into);
                    for variant in variants {
                        arguments_of(&variant.value, into);
                    }
                }
            }
        }
    }
}

fn arguments_of_inline(inline: &InlineExpression<&str>, into: &mut Arguments) {
    if let InlineExpression::VariableReference { id } = inline {
        into.insert(id.name.to_owned());
    }
}

fn messages(language: Language) -> BTreeMap<String, Arguments> {
    let mut messages = BTreeMap::new();
    for file in language.files() {
        let resource = parser::parse(*file).unwrap_or_else(|(_, errors)| {
            panic!("{}: {errors:?} in\n{file}", language.tag());
        });
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let mut arguments = Arguments::new();
                let pattern = message.value.expect("a message has a value");
                arguments_of(&pattern, &mut arguments);
                let key = message.id.name.to_owned();
                assert!(
                    key.contains('-'),
                    "{key}: keys have a hyphen, so that they can be found"
                );
                assert!(
                    messages.insert(key.clone(), arguments).is_none(),
                    "{key} is there twice in {}",
                    language.tag()
                );
            }
        }
    }
    messages
}

#[test]
fn all_languages_have_the_same_messages_with_the_same_arguments() {
    let english = messages(Language::English);
    for language in Language::ALL {
        let other = messages(language);
        for (key, arguments) in &english {
            assert_eq!(
                other.get(key),
                Some(arguments),
                "{key} in {}",
                language.tag()
            );
        }
        for key in other.keys() {
            assert!(
                english.contains_key(key),
                "{key} only in {}",
                language.tag()
            );
        }
    }
}

/// Every source file of the library, without its test modules.
fn sources(folder: &Path, into: &mut Vec<(String, String)>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().flatten().collect();
    entries.sort_by_key(std::fs::DirEntry::path);
    for entry in entries {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let text = text
                .split("#[cfg(test)]\nmod tests")
                .next()
                .unwrap_or_default()
                .to_owned();
            into.push((path.display().to_string(), text));
        }
    }
}

/// The literals that look like a key: lower-case words with hyphens.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').skip(1).step_by(2).filter(|literal| {
        literal.contains('-')
            && literal
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    })
}

/// The beginnings of keys that are put together: `ledger-how-` of `"ledger-how-{}"`.
fn families(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').skip(1).step_by(2).filter_map(|literal| {
        let (family, _) = literal.split_once('{')?;
        let is_family =
            family.ends_with('-') && family.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        is_family.then_some(family)
    })
}

/// The literal that follows `call(`, whatever blanks are between.
fn asked<'a>(text: &'a str, call: &str) -> Vec<&'a str> {
    text.match_indices(call)
        .filter_map(|(at, _)| {
            let rest = text[at + call.len()..].trim_start();
            rest.strip_prefix('"')?.split('"').next()
        })
        .filter(|key| key.contains('-'))
        .collect()
}

#[test]
fn every_message_that_the_code_asks_for_exists() {
    let known = messages(Language::English);
    let mut files = Vec::new();
    sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut files,
    );
    let mut count = 0;
    for (path, text) in &files {
        for call in ["words.get(", "words.with(", "self.get(", "self.with("] {
            for key in asked(text, call) {
                count += 1;
                assert!(known.contains_key(key), "{path} asks for {key}");
            }
        }
    }
    assert!(
        count > 80,
        "only {count} calls found: does the test still see them?"
    );
}

#[test]
fn every_message_is_asked_for_somewhere() {
    let mut files = Vec::new();
    sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut files,
    );
    let used: BTreeSet<&str> = files.iter().flat_map(|(_, text)| literals(text)).collect();
    let families: BTreeSet<&str> = files.iter().flat_map(|(_, text)| families(text)).collect();
    let unused: Vec<String> = messages(Language::English)
        .into_keys()
        .filter(|key| !used.contains(key.as_str()))
        .filter(|key| !families.iter().any(|family| key.starts_with(family)))
        .collect();
    // A warning only: a page in the making may be ahead of its code.
    if !unused.is_empty() {
        eprintln!(
            "warning: messages that nobody asks for: {}",
            unused.join(", ")
        );
    }
}
