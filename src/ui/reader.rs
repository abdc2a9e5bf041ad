//! The words of the page, at hand in every view.

use crate::domain::Names;
use crate::text::{Arg, Language, Words};
use leptos::prelude::*;

#[derive(Clone, Copy)]
pub struct Reader {
    words: StoredValue<Words>,
}

impl Reader {
    pub fn new(words: Words) -> Self {
        Self {
            words: StoredValue::new(words),
        }
    }

    pub fn words(self) -> Words {
        self.words.get_value()
    }

    pub fn language(self) -> Language {
        self.words.with_value(Words::language)
    }

    pub fn say(self, key: &str) -> String {
        self.words.with_value(|words| words.get(key))
    }

    pub fn say_with(self, key: &str, args: &[(&str, Arg)]) -> String {
        self.words.with_value(|words| words.with(key, args))
    }

    /// A title or label that data carry per language.
    pub fn name_of(self, names: &Names) -> String {
        names.in_language(self.language().tag()).to_owned()
    }
}

pub fn reader() -> Reader {
    expect_context::<Reader>()
}
