//! Messages in one language, read from its Fluent files.

use super::language::Language;
use super::number;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::fmt;
use std::sync::Arc;

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

/// The words of one language. Made once per language; a clone shares them.
#[derive(Clone)]
pub struct Words {
    language: Language,
    bundle: Arc<FluentBundle<FluentResource>>,
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
    #[must_use]
    pub fn new(language: Language) -> Self {
        let locale = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Isolation marks would show in tables and files; all languages here run left to right.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::English => |value, _| plain_number(value, Language::English),
            Language::Dutch => |value, _| plain_number(value, Language::Dutch),
        }));
        for file in language.files() {
            // What cannot be read is left out here and fails a test.
            let resource = match FluentResource::try_new((*file).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self {
            language,
            bundle: Arc::new(bundle),
        }
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
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            return format!("[{key}]");
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            let value = match arg {
                Arg::Text(text) => FluentValue::from(text.as_str()),
                Arg::Number(number) => FluentValue::from(*number),
            };
            values.set(*name, value);
        }
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&values), &mut errors)
            .into_owned()
    }

    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }
}

fn plain_number(value: &FluentValue, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(number::decimal(language, number.value, 0)),
        _ => None,
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
        ] {
            let words = Words::new(language);
            assert_eq!(
                words.with("common-hours", &[("hours", hours.into())]),
                expected
            );
        }
    }
}
