//! The frame of every page: header, banner, the page that the address names, footer.

use super::client::{Client, Reception};
use super::footer::Footer;
use super::header::{DemonstrationBanner, Header};
use super::home::HomePage;
use super::inquiry::Inquiry;
use super::navigation::Navigation;
use super::not_found::NotFoundPage;
use super::reader::Reader;
use super::spoken::{LanguageNotice, Spoken};
use super::street::StreetPage;
use crate::domain::StreetId;
use crate::query::permalink::Page;
use crate::query::search::Index;
use crate::query::{Answer, Query, TownAnswer};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// The town, once its answer is there; the same for every page.
#[derive(Clone)]
pub struct KnownTown {
    answer: Arc<Answer>,
    pub index: Arc<Index>,
}

impl KnownTown {
    fn of(answer: Arc<Answer>) -> Option<Self> {
        let index = match &*answer {
            Answer::Town(town) => Arc::new(Index::new(&town.streets)),
            _ => return None,
        };
        Some(Self { answer, index })
    }

    pub fn get(&self) -> Option<&TownAnswer> {
        match &*self.answer {
            Answer::Town(town) => Some(town),
            _ => None,
        }
    }

    pub fn languages(&self) -> Vec<String> {
        self.get()
            .map(|town| town.languages.clone())
            .unwrap_or_default()
    }
}

/// What every page can reach of the town: its answer, and the question for a second try.
#[derive(Clone, Copy)]
pub struct Town {
    pub known: Signal<Option<KnownTown>>,
    /// The same, but earlier and perhaps without its streets.
    pub named: Signal<Option<KnownTown>>,
    pub inquiry: Inquiry,
}

pub fn town() -> Town {
    expect_context::<Town>()
}

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
    let inquiry = Inquiry::new(|| Query::Town);
    let known = RwSignal::new(None::<KnownTown>);
    let named = RwSignal::new(None::<KnownTown>);
    Effect::new(move || match inquiry.reception.get() {
        Reception::Previewed(answer) => named.set(KnownTown::of(answer)),
        Reception::Answered(answer) => {
            let answer = KnownTown::of(answer);
            named.set(answer.clone());
            known.set(answer);
        }
        Reception::Waiting { .. } | Reception::Failed(_) => {}
    });
    provide_context(Town {
        known: known.into(),
        named: named.into(),
        inquiry,
    });

    let spoken = Spoken::new(navigation);
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
            <button class="skip-link" type="button" on:click=move |_| focus_main()>
                {reader.say("ui-skip")}
            </button>
            <Header />
            <DemonstrationBanner />
            <LanguageNotice spoken=spoken />
            <main id="main" class="main" tabindex="-1">
                {move || match page.get() {
                    View::Home => view! { <HomePage /> }.into_any(),
                    View::Street(street) => view! { <StreetPage street=street /> }.into_any(),
                    View::Unknown(what) => view! { <NotFoundPage what=what /> }.into_any(),
                }}
            </main>
            <Footer />
        };
        Some(page.into_any())
    }
}

/// A button rather than a link to `#main`: on a host's 404 page such a link would leave the page.
fn focus_main() {
    let main = document().get_element_by_id("main");
    if let Some(main) = main.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = main.focus();
    }
}

/// The window's title: what the page is about, the town, the product.
pub fn entitle(parts: &[String]) {
    let mut title: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    title.push("Straatbeeld");
    document().set_title(&title.join(" · "));
}
