//! What is around every page: the way to its content, header, banner, footer, and the window's title.

use super::footer::Footer;
use super::header::{DemonstrationBanner, Header};
use super::later::Later;
use super::reader::reader;
use super::spoken::{LanguageNotice, Spoken};
use super::town::town;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// `document` is the file of this page in the folder; empty for the app's own.
#[component]
pub fn Frame(spoken: Spoken, document: &'static str, children: Children) -> impl IntoView {
    let reader = reader();
    let town = town();
    // In another language what is there is made anew at once: who reads on keeps the place.
    let is_now = main_element().is_some();
    view! {
        <button class="skip-link" type="button" on:click=move |_| focus_main()>
            {reader.say("ui-skip")}
        </button>
        <Header document=document />
        <LanguageNotice spoken=spoken />
        <main id="main" class="main" tabindex="-1">
            <Later is_now=is_now>{children()}</Later>
        </main>
        <Later is_now=is_now>
            <Footer />
            {town.ask()}
        </Later>
        // Last, and held at the lower edge of the window: known late, it must not push down what is being read.
        <DemonstrationBanner />
    }
}

/// A button rather than a link to `#main`: on a host's 404 page such a link would leave the page.
fn focus_main() {
    let main = main_element();
    if let Some(main) = main.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = main.focus();
    }
}

fn main_element() -> Option<web_sys::Element> {
    document().get_element_by_id("main")
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
