//! The frame of every page: header, banner, the page that the address names, footer.

use super::client::Client;
use super::frame::Frame;
use super::home::HomePage;
use super::links::Links;
use super::navigation::Navigation;
use super::not_found::NotFoundPage;
use super::reader::Reader;
use super::spoken::Spoken;
use super::street::StreetPage;
use super::town::Town;
use crate::domain::StreetId;
use crate::query::Query;
use crate::query::permalink::Page;
use crate::text::{EVERYWHERE, Group};
use leptos::prelude::*;

/// The texts of this program.
const GROUPS: &[&Group] = &[&EVERYWHERE];

#[derive(Clone, PartialEq)]
enum View {
    Home,
    Street(StreetId),
    Unknown(String),
}

#[component]
pub fn App() -> impl IntoView {
    let navigation = Navigation::new();
    provide_context(navigation);
    provide_context(Client::new());
    provide_context(Links::of(navigation));
    let inquiry = Town::provide(Query::Town).inquiry;

    let spoken = Spoken::new(move || navigation.address().language, GROUPS);
    let page = Memo::new(move |_| match navigation.page() {
        Page::Home => View::Home,
        Page::Street(question) => View::Street(question.street),
        Page::Unknown(text) => View::Unknown(text),
    });
    // What failed while another page was open may be there by now.
    Effect::new(move || {
        page.track();
        inquiry.ask_again();
    });

    // Another language is another page: everything is said anew.
    move || {
        let reader = Reader::new(spoken.words()?);
        provide_context(reader);
        let page = view! {
            <Frame spoken=spoken document="">
                {move || match page.get() {
                    View::Home => view! { <HomePage /> }.into_any(),
                    View::Street(street) => view! { <StreetPage street=street /> }.into_any(),
                    View::Unknown(what) => view! { <NotFoundPage what=what /> }.into_any(),
                }}
            </Frame>
        };
        Some(page.into_any())
    }
}
