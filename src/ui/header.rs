//! The bar above every page, and the banner of a town that does not exist.

use super::links::links;
use super::reader::reader;
use super::town::town;
use crate::text::Language;
use leptos::prelude::*;

/// The documents beside the app, and the key of each one's name.
const DOCUMENTS: [(&str, &str); 3] = [
    ("data.html", "ui-page-data"),
    ("ethics.html", "ui-page-ethics"),
    ("guide.html", "ui-page-guide"),
];

/// `document` is the file that is open.
#[component]
pub fn Header(document: &'static str) -> impl IntoView {
    let reader = reader();
    let links = links();
    let town = town();
    view! {
        <header class="header">
            <div class="header-inner">
                <a class="wordmark" href=move || links.home()>
                    <span class="wordmark-sign" aria-hidden="true"></span>
                    <span class="wordmark-name">"Straatbeeld"</span>
                    <span class="wordmark-town">
                        {move || {
                            town.named
                                .with(|known| {
                                    known
                                        .as_ref()
                                        .and_then(|known| known.get())
                                        .map(|town| reader.name_of(&town.names))
                                })
                        }}
                    </span>
                </a>
                <nav class="pages" aria-label=reader.say("ui-pages")>
                    {DOCUMENTS
                        .into_iter()
                        .map(|(name, key)| {
                            let is_now = name == document;
                            view! {
                                <a href=move || links.document(name) aria-current=is_now.then_some("page")>
                                    {reader.say(key)}
                                </a>
                            }
                        })
                        .collect_view()}
                </nav>
                <LanguageSwitch />
            </div>
        </header>
    }
}

/// Links that keep the page and change its language.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let reader = reader();
    let links = links();
    view! {
        <nav class="languages" aria-label=reader.say("ui-language")>
            {Language::ALL
                .into_iter()
                .map(|language| {
                    let is_now = language == reader.language();
                    view! {
                        <a
                            href=move || links.here(language)
                            lang=language.tag()
                            hreflang=language.tag()
                            aria-current=is_now.then_some("true")
                        >
                            {language.own_name()}
                        </a>
                    }
                })
                .collect_view()}
        </nav>
    }
}

#[component]
pub fn DemonstrationBanner() -> impl IntoView {
    let reader = reader();
    let town = town();
    let is_demonstration = move || {
        town.named.with(|known| {
            known
                .as_ref()
                .and_then(|known| known.get())
                .is_some_and(|town| town.is_demonstration)
        })
    };
    move || {
        is_demonstration().then(|| {
            view! {
                <aside class="demonstration" aria-label=reader.say("ui-demonstration-label")>
                    <p>
                        <strong>{reader.say("ui-demonstration-label")}</strong>
                        " "
                        {reader.say("ui-demonstration-text")}
                    </p>
                </aside>
            }
        })
    }
}
