//! An address that leads nowhere: says so, and offers the search.

use super::frame::entitle;
use super::home::search_box::SearchBox;
use super::navigation::Navigation;
use super::reader::reader;
use crate::query::permalink::Page;
use leptos::prelude::*;

#[component]
pub fn NotFoundPage(what: String) -> impl IntoView {
    let reader = reader();
    let navigation = expect_context::<Navigation>();
    entitle(&[reader.say("ui-not-found-title")]);
    view! {
        <section class="opening">
            <h1 tabindex="-1">{reader.say("ui-not-found-title")}</h1>
            <p class="lead">{reader.say_with("ui-not-found-text", &[("address", what.into())])}</p>
            <SearchBox />
            <p><a href=move || navigation.href(Page::Home)>{reader.say("ui-not-found-home")}</a></p>
        </section>
    }
}
