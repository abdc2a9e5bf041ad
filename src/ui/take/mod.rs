//! The program `take`: what a reader takes along of a street's page – a figure for another site, a link, files,
//! citations, a report. It reads the address of the window and asks a worker of its own, so that the app, which few leave this
//! way, carries a button and no more.

mod beside;
mod cite;
mod dialog;
mod download;
mod embed_code;
mod listen;
mod picture;
mod report;
mod rows;
mod share;

use super::client::Client;
use super::reader::Reader;
use super::spoken;
use crate::text::{EVERYWHERE, Group, Language, TAKE};
use dialog::Dialog;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

/// The texts of this program.
const GROUPS: &[&Group] = &[&EVERYWHERE, &TAKE];

/// Opens the dialog in `element`.
///
/// # Errors
/// Texts that cannot be fetched.
pub async fn open(element: HtmlElement, language: &str) -> Result<(), JsValue> {
    let language = Language::parse(language).unwrap_or_default();
    let words = spoken::fetch(language, GROUPS, false).await?;
    element.set_inner_html("");
    let mounted = leptos::mount::mount_to(element, move || {
        provide_context(Reader::new(words));
        provide_context(Client::apart());
        view! { <Dialog /> }
    });
    mounted.forget();
    Ok(())
}
