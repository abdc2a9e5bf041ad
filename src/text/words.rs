//! Messages in one language, read from its Fluent files.

use super::language::Language;
use super::message::{self, Layer};
use std::fmt;

/// What a message is filled with.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    Text(String),
    /// Chooses between singular and plural; printed as a whole number of the language.
    Number(f64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<f64> for Arg {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

/// The words of one language. Cheap to make and to copy.
#[derive(Clone, Copy)]
pub struct Words {
    language: Language,
    layers: &'static [Layer],
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({})", self.language.tag())
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

impl Words {
    /// The words that are compiled in.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self {
            language,
            layers: message::layers(language),
        }
    }

    /// The words of files that were read in this language.
    #[must_use]
    pub const fn of(language: Language, layers: &'static [Layer]) -> Self {
        Self { language, layers }
    }

    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A message without arguments; a missing one gives its key in brackets.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A message filled with `args`; a missing one gives its key in brackets.
    #[must_use]
    pub fn with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let mut out = String::new();
        if let Some(parts) = message::find(self.layers, key) {
            message::fill(&mut out, parts, args, self.language);
        } else {
            out.push('[');
            out.push_str(key);
            out.push(']');
        }
        out
    }

    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        message::find(self.layers, key).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_message_gives_its_key() {
        assert_eq!(
            Words::new(Language::Dutch).get("no-such-key"),
            "[no-such-key]"
        );
    }

    #[test]
    fn numbers_in_messages_are_grouped_and_choose_the_plural() {
        for (language, hours, expected) in [
            (Language::English, 1.0, "1 hour"),
            (Language::English, 8760.0, "8,760 hours"),
            (Language::Dutch, 1.0, "1 uur"),
            (Language::Dutch, 8760.0, "8.760 uur"),
            (Language::French, 0.0, "0 heure"),
            (Language::French, 8760.0, "8\u{202f}760 heures"),
            (Language::German, 1.0, "1 Stunde"),
            (Language::German, 8760.0, "8.760 Stunden"),
        ] {
            let words = Words::new(language);
            assert_eq!(
                words.with("common-hours", &[("hours", hours.into())]),
                expected
            );
        }
    }
}
