//! What a reader takes along from a sum: the statement on the clipboard or as a file, and the whole sum.

use crate::query::Ledger;
use crate::ui::boot;
use crate::ui::reader::Reader;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// Files that are made in this page and fetched from nowhere, as addresses of theirs; gone with the view.
pub struct Saved {
    /// `stationsstraat-day`
    pub name: String,
    pub sql: String,
    pub json: String,
}

impl Saved {
    pub fn of(ledger: &Ledger) -> Self {
        // The same text as `straatbeeld explain --json`, without the code that writes all other answers.
        let json = serde_json::to_string(ledger).unwrap_or_default();
        let saved = Self {
            name: file_name(ledger),
            sql: blob_url(&ledger.sql),
            json: blob_url(&format!("{{\"ledger\":{json}}}\n")),
        };
        let urls = [saved.sql.clone(), saved.json.clone()];
        on_cleanup(move || {
            for url in urls {
                let _ = web_sys::Url::revoke_object_url(&url);
            }
        });
        saved
    }
}

/// A browser that gives no address leaves the link without one.
fn blob_url(text: &str) -> String {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    web_sys::Blob::new_with_str_sequence(&parts)
        .and_then(|blob| web_sys::Url::create_object_url_with_blob(&blob))
        .unwrap_or_default()
}

fn file_name(ledger: &Ledger) -> String {
    let plain = |c: char| {
        let is_odd = c.is_ascii() && !c.is_ascii_alphanumeric();
        if is_odd { '-' } else { c }
    };
    let street: String = ledger.street.0.chars().map(plain).collect();
    format!("{street}-{}", ledger.figure.name())
}

/// A click inside a sum: on the button that copies the statement, or on nothing of ours.
pub fn copy_if_asked(event: &web_sys::MouseEvent, sql: &str, reader: Reader) {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let is_copy = target.is_some_and(|t| t.closest("[data-copy]").ok().flatten().is_some());
    if !is_copy {
        return;
    }
    say("");
    let sql = sql.to_owned();
    leptos::task::spawn_local(async move {
        let key = if boot::copy(&sql).await.is_ok() {
            "ui-sum-copied"
        } else {
            select();
            "ui-sum-selected"
        };
        say(&reader.say(key));
    });
}

fn say(text: &str) {
    // The sum may be closed by now.
    if let Some(place) = document().get_element_by_id("sum-said") {
        place.set_text_content(Some(text));
    }
}

/// Where the clipboard is closed: the statement marked, ready for the reader's own keys.
fn select() {
    let Some(more) = document().get_element_by_id("sum-sql") else {
        return;
    };
    let _ = more.set_attribute("open", "");
    let selection = window().get_selection().ok().flatten();
    if let (Some(selection), Some(shown)) = (selection, more.last_element_child()) {
        let _ = selection.select_all_children(&shown);
    }
}
