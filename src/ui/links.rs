//! Where the links lead that every page has, whichever program shows it.

use super::boot;
use super::navigation::{Navigation, href_of};
use crate::query::permalink::{Address, Page};
use crate::text::Language;
use leptos::prelude::*;

/// Made by the program, used by header and footer.
#[derive(Clone, Copy)]
pub struct Links {
    /// The language that the address asks for.
    language: Signal<Option<String>>,
    /// This page in a language.
    here: Callback<Language, String>,
}

impl Links {
    pub fn new(language: Signal<Option<String>>, here: Callback<Language, String>) -> Self {
        Self { language, here }
    }

    pub fn of(navigation: Navigation) -> Self {
        let here = move |language: Language| {
            href_of(&Address {
                language: Some(language.tag().to_owned()),
                ..navigation.address()
            })
        };
        Self::new(
            Signal::derive(move || navigation.address().language),
            Callback::new(here),
        )
    }

    pub fn here(self, language: Language) -> String {
        self.here.run(language)
    }

    pub fn home(self) -> String {
        href_of(&Address {
            language: self.language.get(),
            page: Page::Home,
            sum: None,
        })
    }

    /// A document of the folder, in the language of this address.
    pub fn document(self, name: &str) -> String {
        let folder = boot::FOLDER.with(Clone::clone);
        match self.language.get() {
            Some(language) => format!("{folder}{name}?lang={language}"),
            None => format!("{folder}{name}"),
        }
    }
}

pub fn links() -> Links {
    expect_context::<Links>()
}
