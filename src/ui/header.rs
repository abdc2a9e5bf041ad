//! The bar above every page, and the banner of a town that does not exist.

use super::app::town;
use super::navigation::{Navigation, href_of};
use super::reader::reader;
use crate::query::permalink::{Address, Page};
use crate::text::Language;
use leptos::prelude::*;

#[component]
pub fn Header() -> impl IntoView {
    let reader = reader();
    let navigation = expect_context::<Navigation>();
    let town = town();
    view! {
        <header class="header">
            <div class="header-inner">
                <a class="wordmark" href=move || navigation.href(Page::Home)>
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
                <LanguageSwitch />
            </div>
        </header>
    }
}

/// Links that keep the page and change its language.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let reader = reader();
    let navigation = expect_context::<Navigation>();
    view! {
        <nav class="languages" aria-label=reader.say("ui-language")>
            {Language::ALL
                .into_iter()
                .map(|language| {
                    let is_now = language == reader.language();
                    view! {
                        <a
                            href=move || {
                                href_of(&Address {
                                    language: Some(language.tag().to_owned()),
                                    ..navigation.address()
                                })
                            }
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
