//! Messages as `build.rs` compiles them from the Fluent files, and how they are filled.
//!
//! All keys of a group are one text and all its messages in a language another: that takes half the space of a
//! table of pieces. The page carries the keys only and reads the texts of its language from a file. Control characters, which no message holds, stand between the pieces of a message.

use super::language::Language;
use super::number;
use super::words::Arg;
use std::borrow::Cow;
use thiserror::Error;

include!(concat!(env!("OUT_DIR"), "/keys.rs"));
// The page fetches its language instead.
#[cfg(not(target_arch = "wasm32"))]
include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// An argument begins; its name follows up to `NAME_END`.
const ARGUMENT: char = '\u{1}';
const NAME_END: char = '\u{2}';
/// A choice begins: the argument's name, then variants, the usual one last.
const SELECT: char = '\u{3}';
/// Between the key of a variant and its text.
const KEY_END: char = '\u{4}';
const VARIANT_END: char = '\u{5}';
const SELECT_END: char = '\u{6}';

/// What ends each text in a file of texts.
const TEXT_END: char = '\0';

/// The messages of a language one after the other, in the order of the keys.
#[derive(Debug, PartialEq, Eq)]
pub struct Texts {
    all: Cow<'static, str>,
    /// The byte where each ends.
    ends: Cow<'static, [u32]>,
}

/// The messages that one program of the page needs beside those that all need: a folder of `locales/<language>/`.
#[derive(Debug)]
pub struct Group {
    /// Empty for `EVERYWHERE`.
    pub name: &'static str,
    /// Sorted.
    keys: Texts,
    /// Tells two lists of keys apart.
    fingerprint: &'static str,
}

impl Group {
    /// Where the texts of a language are, without `.txt`: `nl`, `nl.pages`.
    #[must_use]
    pub fn file(&self, language: Language) -> String {
        let dot = if self.name.is_empty() { "" } else { "." };
        format!("{}{dot}{}", language.tag(), self.name)
    }

    /// The place of a key in the list.
    fn place(&self, key: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.keys.ends.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.keys.get(middle)?.cmp(key) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(middle),
            }
        }
        None
    }
}

/// A group in one language.
#[derive(Clone, Copy, Debug)]
pub struct Layer {
    pub group: &'static Group,
    pub texts: &'static Texts,
}

/// Why a file of texts is not used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TextsError {
    #[error("{language}.txt is of the language {found:?}")]
    OtherLanguage {
        language: &'static str,
        found: String,
    },
    #[error("{language}.txt is of another build: keys {found:?}, expected {expected}")]
    OtherKeys {
        language: &'static str,
        found: String,
        expected: &'static str,
    },
    #[error("{language}.txt holds {found} whole texts, expected {expected}")]
    Count {
        language: &'static str,
        found: usize,
        expected: usize,
    },
}

impl Texts {
    /// Reads a file of texts as `build.rs` writes it: the language and the fingerprint of the keys on a line,
    /// then a text for each key, in their order.
    ///
    /// # Errors
    /// A file of another language, of other keys, or with too few or too many texts.
    pub fn read(file: &str, language: Language, group: &Group) -> Result<Self, TextsError> {
        let (head, texts) = file.split_once('\n').unwrap_or((file, ""));
        let (tag, keys) = head.split_once(' ').unwrap_or((head, ""));
        let language = language.tag();
        if tag != language {
            let found = tag.to_owned();
            return Err(TextsError::OtherLanguage { language, found });
        }
        if keys != group.fingerprint {
            let found = keys.to_owned();
            return Err(TextsError::OtherKeys {
                language,
                found,
                expected: group.fingerprint,
            });
        }
        let mut all = String::with_capacity(texts.len());
        let mut ends = Vec::with_capacity(group.keys.ends.len());
        let mut rest = texts;
        while let Some((text, after)) = rest.split_once(TEXT_END) {
            all.push_str(text);
            // A file of 4 GB is not one of texts: its count is wrong.
            ends.extend(u32::try_from(all.len()));
            rest = after;
        }
        let (found, expected) = (ends.len(), group.keys.ends.len());
        if found != expected || !rest.is_empty() {
            return Err(TextsError::Count {
                language,
                found,
                expected,
            });
        }
        Ok(Self {
            all: all.into(),
            ends: ends.into(),
        })
    }

    fn get(&self, place: usize) -> Option<&str> {
        let end = *self.ends.get(place)?;
        let start = match place.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.all.get(start as usize..end as usize)
    }
}

/// All that is compiled in; empty for a language without files, which a test refuses.
#[cfg(not(target_arch = "wasm32"))]
pub fn layers(language: Language) -> &'static [Layer] {
    let mut locales = LOCALES.iter();
    let found = locales.find(|(tag, _)| *tag == language.tag());
    found.map_or(&[], |(_, layers)| layers)
}

/// The message of a key, to be filled.
pub fn find(layers: &'static [Layer], key: &str) -> Option<&'static str> {
    layers.iter().find_map(|layer| {
        let place = layer.group.place(key)?;
        layer.texts.get(place)
    })
}

/// Appends the message to `out`; an argument that is not given shows its name, as in Fluent.
pub fn fill(out: &mut String, message: &str, args: &[(&str, Arg)], language: Language) {
    let mut rest = message;
    while let Some(at) = rest.find([ARGUMENT, SELECT]) {
        let (text, marked) = rest.split_at(at);
        out.push_str(text);
        let is_select = marked.starts_with(SELECT);
        let (name, after) = marked.split_once(NAME_END).unwrap_or((marked, ""));
        let name = name.trim_start_matches([ARGUMENT, SELECT]);
        let arg = args.iter().find(|(known, _)| *known == name);
        let arg = arg.map(|(_, arg)| arg);
        rest = if is_select {
            let (chosen, after) = choose(after, arg, language);
            fill(out, chosen, args, language);
            after
        } else {
            match arg {
                Some(Arg::Text(text)) => out.push_str(text),
                Some(Arg::Number(number)) => out.push_str(&number::decimal(language, *number, 0)),
                None => {
                    out.push_str("{$");
                    out.push_str(name);
                    out.push('}');
                }
            }
            after
        };
    }
    out.push_str(rest);
}

/// The text of the variant that fits, else of the usual one; and what follows the choice.
fn choose<'m>(variants: &'m str, arg: Option<&Arg>, language: Language) -> (&'m str, &'m str) {
    let mut chosen = None;
    let mut usual = "";
    let mut rest = variants;
    while let Some((key, after)) = rest.split_once(KEY_END) {
        let end = variant_end(after);
        let (text, after) = after.split_at(end);
        if chosen.is_none() && arg.is_some_and(|arg| is_chosen(key, arg, language)) {
            chosen = Some(text);
        }
        usual = text;
        rest = after.strip_prefix(VARIANT_END).unwrap_or_default();
        if let Some(after) = rest.strip_prefix(SELECT_END) {
            rest = after;
            break;
        }
    }
    (chosen.unwrap_or(usual), rest)
}

/// Where a variant's text ends: choices may stand inside.
fn variant_end(text: &str) -> usize {
    let mut depth = 0_u32;
    for (at, mark) in text.match_indices([SELECT, SELECT_END, VARIANT_END]) {
        match mark.chars().next() {
            Some(SELECT) => depth += 1,
            Some(SELECT_END) => depth = depth.saturating_sub(1),
            _ if depth == 0 => return at,
            _ => {}
        }
    }
    text.len()
}

/// A key is a plural category or a whole number where the argument is a number, else the argument's text.
fn is_chosen(key: &str, arg: &Arg, language: Language) -> bool {
    match arg {
        Arg::Text(text) => text == key,
        Arg::Number(number) => match key.parse::<u32>() {
            Ok(exact) => f64::from(exact) == *number,
            // By the number that is printed: a whole one.
            Err(_) => key == language.plural(number.round()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(language: Language) -> String {
        file_of(&EVERYWHERE, language)
    }

    fn file_of(group: &Group, language: Language) -> String {
        let path = format!("{}/{}.txt", env!("OUT_DIR"), group.file(language));
        std::fs::read_to_string(path).unwrap()
    }

    #[test]
    fn the_file_that_the_page_fetches_holds_what_is_compiled_in() {
        for language in Language::ALL {
            let layers = layers(language);
            assert!(layers.len() > 1, "{}", language.tag());
            for layer in layers {
                let file = file_of(layer.group, language);
                let read = Texts::read(&file, language, layer.group).unwrap();
                assert_eq!(&read, layer.texts, "{}", language.tag());
            }
        }
    }

    #[test]
    fn a_file_of_another_language_or_build_is_refused() {
        let dutch = file(Language::Dutch);
        assert_eq!(
            Texts::read(&dutch, Language::English, &EVERYWHERE),
            Err(TextsError::OtherLanguage {
                language: "en",
                found: "nl".to_owned()
            })
        );
        let older = dutch.replacen(EVERYWHERE.fingerprint, "0123456789abcdef", 1);
        assert_eq!(
            Texts::read(&older, Language::Dutch, &EVERYWHERE),
            Err(TextsError::OtherKeys {
                language: "nl",
                found: "0123456789abcdef".to_owned(),
                expected: EVERYWHERE.fingerprint,
            })
        );
        let page = "<!DOCTYPE html>\n<html>";
        assert!(Texts::read(page, Language::Dutch, &EVERYWHERE).is_err());
        assert!(Texts::read("", Language::Dutch, &EVERYWHERE).is_err());
    }

    #[test]
    fn a_file_with_a_text_too_few_or_too_many_is_refused() {
        let whole = file(Language::Dutch);
        let expected = EVERYWHERE.keys.ends.len();
        let half: String = whole.chars().take(whole.chars().count() / 2).collect();
        for (text, difference) in [
            (whole.trim_end_matches(TEXT_END).to_owned(), -1),
            (half, -1),
            (format!("{whole}more{TEXT_END}"), 1),
            (format!("{whole}more"), 0),
        ] {
            let Err(TextsError::Count { found, .. }) =
                Texts::read(&text, Language::Dutch, &EVERYWHERE)
            else {
                panic!("taken: a file with a difference of {difference}");
            };
            match difference {
                0 => assert_eq!(found, expected),
                1 => assert_eq!(found, expected + 1),
                _ => assert!(found < expected),
            }
        }
    }
}
