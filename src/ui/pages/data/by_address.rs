//! A catalogue of others that the address names: whose it is stands before what it says.

use super::list::List;
use crate::domain::Names;
use crate::query::data::list::{Entry, entries};
use crate::query::data::opened::{MOST_BYTES, Opened, Problem, may_fetch};
use crate::query::data::{Catalogs, Datasets, OtherCatalog, unpack};
use crate::query::place::{DataPlace, Subject};
use crate::ui::boot;
use crate::ui::client::Reception;
use crate::ui::frame::entitle;
use crate::ui::pages::visit::Visit;
use crate::ui::progress::Progress;
use crate::ui::reader::{Reader, reader};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use web_sys::Url;

#[component]
pub fn CatalogByAddress(address: String, place: Memo<DataPlace>) -> impl IntoView {
    let reader = reader();
    let visit = expect_context::<Visit>();
    // What is not an address has no host: it is shown as it was typed.
    let url = Url::new_with_base(&address, &boot::FOLDER.with(Clone::clone)).ok();
    let href = url.as_ref().map_or_else(|| address.clone(), Url::href);
    let origin = url.as_ref().map(Url::origin).unwrap_or_default();
    let host = url.as_ref().map(Url::host).unwrap_or_default();
    let opened = RwSignal::new(None::<Opened>);
    spawn_local({
        let href = href.clone();
        async move {
            let found = open(url, &href).await;
            // The reader may have gone on.
            opened.try_set(Some(found));
        }
    });
    let all = Memo::new({
        let host = host.clone();
        move |_| opened.with(|opened| listed(opened.as_ref(), &host, reader))
    });
    let title = Memo::new(move |_| {
        let named = all.with(|all| {
            let first = all.as_ref().and_then(|all| all.first());
            first.map(|entry| entry.catalog_title.clone())
        });
        named.unwrap_or_else(|| reader.say("data-open-title"))
    });
    Effect::new(move || entitle(&[title.get(), reader.say("data-title")]));
    let town = move || {
        let by_name = place.with(|place| place.by_name);
        visit.href(Subject::Data(DataPlace {
            by_name,
            ..DataPlace::default()
        }))
    };
    let is_link = href.starts_with("https://") || href.starts_with("http://");
    let shown = href.clone();
    let address = is_link.then(|| {
        view! {
            <a href=href rel="noopener noreferrer nofollow">
                {shown}
            </a>
        }
    });
    let warning = reader.say_with("data-open-warning", &[("origin", origin.into())]);
    view! {
        <p class="back">
            <a href=town>{reader.say("data-open-town")}</a>
        </p>
        <section class="opening">
            <h1 tabindex="-1">{title}</h1>
        </section>
        <div class="data-foreign" role="note">
            <p>
                <strong>{reader.say("data-open-warning-title")}</strong>
                " "
                {warning}
            </p>
            <p class="data-foreign-address">{address}</p>
        </div>
        {move || {
            let found = opened.get();
            match found {
                Some(Opened::Read(_)) => {
                    view! {
                        <List all=all place=place>
                            ""
                        </List>
                    }
                        .into_any()
                }
                Some(Opened::Not(problem)) => {
                    view! {
                        <div class="notice" role="alert">
                            <p class="notice-text">
                                <strong>{reader.say("data-open-failed")}</strong>
                                {said(&problem, &host, reader)}
                            </p>
                        </div>
                    }
                        .into_any()
                }
                None => {
                    view! { <Progress reception=RwSignal::new(Reception::BEGUN) /> }.into_any()
                }
            }
        }}
        <Elsewhere />
    }
}

/// What is found at an address, as far as this site may ask for it.
async fn open(url: Option<Url>, href: &str) -> Opened {
    let own = window().location().origin().unwrap_or_default();
    let root = document().document_element();
    let allowed = root.and_then(|root| root.get_attribute("data-catalog-hosts"));
    let allowed = allowed.unwrap_or_default();
    let may = url.map_or(Err(Problem::NotWeb), |url| {
        may_fetch(&url.protocol(), &url.origin(), &own, &allowed)
    });
    if let Err(problem) = may {
        return Opened::Not(problem);
    }
    let told = boot::open_catalog(href, MOST_BYTES).await;
    let told = told
        .ok()
        .and_then(|told| told.dyn_into::<js_sys::Array>().ok());
    let Some(told) = told else {
        return Opened::Not(Problem::Gone);
    };
    let problem = match told.get(0).as_string().as_deref() {
        Some("read") => {
            let bytes = js_sys::Uint8Array::from(told.get(1));
            return unpack(&bytes.to_vec()).unwrap_or(Opened::Not(Problem::Gone));
        }
        Some("offline") => Problem::Offline,
        Some("large") => Problem::TooLarge,
        Some("status") => Problem::Status(status(&told.get(1))),
        _ => Problem::Gone,
    };
    Opened::Not(problem)
}

// A status has three digits.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn status(value: &JsValue) -> u16 {
    value.as_f64().unwrap_or_default() as u16
}

/// The datasets as the list shows them; a catalogue without a title is called by its host.
fn listed(opened: Option<&Opened>, host: &str, reader: Reader) -> Option<Arc<Vec<Entry>>> {
    let Opened::Read(catalog) = opened? else {
        return None;
    };
    let mut catalog: OtherCatalog = catalog.clone();
    if catalog.title.by_language.is_empty() {
        let named = ("und".to_owned(), host.to_owned());
        catalog.title.by_language.extend([named]);
    }
    let catalogs = Catalogs {
        catalogs: vec![catalog],
        ..Catalogs::default()
    };
    let (own, tag) = (Datasets::default(), reader.language().tag());
    Some(Arc::new(entries(&own, &catalogs, &Names::default(), tag)))
}

fn said(problem: &Problem, host: &str, reader: Reader) -> String {
    let host = ("host", host.to_owned().into());
    match problem {
        Problem::NotWeb => reader.say("data-open-not-web"),
        Problem::Host => reader.say_with("data-open-host", &[host]),
        Problem::Offline => reader.say_with("data-open-offline", &[host]),
        Problem::Status(status) => {
            let status = ("status", status.to_string().into());
            reader.say_with("data-open-status", &[host, status])
        }
        Problem::TooLarge => {
            let most = reader.words().bytes(u64::from(MOST_BYTES));
            reader.say_with("data-open-large", &[("most", most.into())])
        }
        Problem::Unreadable { at, found } => {
            let found = ("found", found.clone().into());
            match at {
                None => reader.say_with("data-open-unreadable", &[found]),
                Some((line, column)) => {
                    let line = ("line", line.to_string().into());
                    let column = ("column", column.to_string().into());
                    reader.say_with("data-open-unreadable-at", &[found, line, column])
                }
            }
        }
        Problem::Context => reader.say("data-open-context"),
        Problem::Empty => reader.say("data-open-empty"),
        Problem::Gone => reader.say("data-open-gone"),
    }
}

/// Where a reader gives the address of a catalogue.
#[component]
pub fn Elsewhere() -> impl IntoView {
    let reader = reader();
    let visit = expect_context::<Visit>();
    let typed = RwSignal::new(String::new());
    view! {
        <details class="data-more data-elsewhere">
            <summary>{reader.say("data-open-other")}</summary>
            <form on:submit=move |event| {
                event.prevent_default();
                let catalog = Some(typed.get_untracked().trim().to_owned());
                if catalog.as_ref().is_some_and(|address| !address.is_empty()) {
                    visit.go(Subject::Data(DataPlace { catalog, ..DataPlace::default() }));
                }
            }>
                <label for="data-elsewhere">{reader.say("data-open-address")}</label>
                <div class="search-field">
                    <input
                        id="data-elsewhere"
                        type="text"
                        inputmode="url"
                        autocomplete="off"
                        spellcheck="false"
                        aria-describedby="data-elsewhere-hint"
                        on:input=move |event| typed.set(event_target_value(&event))
                    />
                    <button type="submit" class="button">
                        {reader.say("data-open-button")}
                    </button>
                </div>
                <p id="data-elsewhere-hint" class="quiet">{reader.say("data-open-hint")}</p>
            </form>
        </details>
    }
}
