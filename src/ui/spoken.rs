//! What the page is said in: the texts of one language, fetched; another language's when the reader asks for it.

use super::boot;
use super::navigation::focus_heading;
use super::reader::reader;
use crate::text::{Group, Language, Layer, Texts, Words};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

#[derive(Clone, Copy)]
pub struct Spoken {
    wanted: Memo<Language>,
    words: RwSignal<Option<Words>>,
    /// The wanted language could not be fetched.
    has_failed: RwSignal<bool>,
    /// Every language that was fetched; few, so they stay.
    known: StoredValue<Vec<Words>>,
    /// What was fetched in vain.
    broken: StoredValue<Vec<Language>>,
    groups: &'static [&'static Group],
}

impl Spoken {
    /// Follows what an address asks for. What is said stays until the texts of another language are there.
    pub fn new(
        asked: impl Fn() -> Option<String> + Send + Sync + 'static,
        groups: &'static [&'static Group],
    ) -> Self {
        let spoken = Self {
            wanted: Memo::new(move |_| wanted(asked().as_deref())),
            words: RwSignal::new(None),
            has_failed: RwSignal::new(false),
            known: StoredValue::new(Vec::new()),
            broken: StoredValue::new(Vec::new()),
            groups,
        };
        Effect::new(move || spoken.fetch(spoken.wanted.get()));
        spoken
    }

    /// `None` until the first texts are there.
    pub fn words(self) -> Option<Words> {
        self.words.get()
    }

    fn fetch(self, language: Language) {
        self.has_failed.set(false);
        let is_it = |words: &&Words| words.language() == language;
        let known = self
            .known
            .with_value(|known| known.iter().find(is_it).copied());
        if let Some(words) = known {
            return self.say(words);
        }
        let is_again = self.broken.with_value(|broken| broken.contains(&language));
        spawn_local(async move {
            let fetched = fetch(language, self.groups, is_again).await;
            let is_wanted = self.wanted.get_untracked() == language;
            match fetched {
                Ok(words) => {
                    self.known.update_value(|known| known.push(words));
                    if is_wanted {
                        self.say(words);
                    }
                }
                Err(error) => {
                    self.broken.update_value(|broken| broken.push(language));
                    boot::report(&error);
                    if is_wanted {
                        self.fail();
                    }
                }
            }
        });
    }

    fn say(self, words: Words) {
        let before = self.words.get_untracked();
        if before == Some(words) {
            return;
        }
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", words.language().tag());
        }
        if let Some(starting) = document().get_element_by_id("starting") {
            starting.remove();
        }
        self.words.set(Some(words));
        // The heading that had the focus is gone with the words before.
        if before.is_some() {
            focus_heading();
        }
    }

    fn fail(self) {
        if self.words.get_untracked().is_none() {
            boot::show_start_failed();
        }
        self.has_failed.set(true);
    }
}

/// The rule is in `boot.js`, which begins to fetch the texts before this code is there.
fn wanted(asked: Option<&str>) -> Language {
    Language::parse(&boot::choose_language(asked)).unwrap_or_default()
}

/// The texts of all groups in one language.
pub async fn fetch(
    language: Language,
    groups: &[&'static Group],
    is_again: bool,
) -> Result<Words, JsValue> {
    let mut layers = Vec::with_capacity(groups.len());
    for group in groups {
        let file = boot::fetch_texts(&group.file(language), is_again).await?;
        let file = file.as_string().unwrap_or_default();
        let texts = Texts::read(&file, language, group)
            .map_err(|error| JsValue::from(error.to_string()))?;
        // For as long as the page is there: that is how long it can be said.
        let texts: &'static Texts = Box::leak(Box::new(texts));
        layers.push(Layer { group, texts });
    }
    Ok(Words::of(language, layers.leak()))
}

/// That the language which was asked for is not there, in the one that is.
#[component]
pub fn LanguageNotice(spoken: Spoken) -> impl IntoView {
    let reader = reader();
    move || {
        spoken.has_failed.get().then(|| {
            let wanted = spoken.wanted.get_untracked();
            let language = ("language", wanted.own_name().into());
            view! {
                <div class="notice" role="alert">
                    <p class="notice-text">{reader.say_with("ui-language-failed", &[language])}</p>
                    <button type="button" class="button" on:click=move |_| spoken.fetch(wanted)>
                        {reader.say("ui-retry")}
                    </button>
                </div>
            }
        })
    }
}
