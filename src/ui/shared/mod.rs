//! What can be shared near a street, or in the town: a program of its own, which the app opens inside its page with the
//! bytes of an answer.

mod map;
mod offer;
mod say;
mod street;
mod town;

use super::chart::{OpenTables, follow_theme};
use super::reader::Reader;
use super::spoken;
use crate::query::shared_page::SharedPage;
use crate::text::{EVERYWHERE, Group, Language, SHARED};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// The texts of this program.
const GROUPS: &[&Group] = &[&EVERYWHERE, &SHARED];

/// Shows the bytes of an answer in an element, in a language by its tag. Resolves to a function that takes it away.
pub async fn open(
    element: HtmlElement,
    bytes: Vec<u8>,
    language: String,
) -> Result<JsValue, JsValue> {
    console_error_panic_hook::set_once();
    let language = Language::parse(&language).unwrap_or_default();
    let words = spoken::fetch(language, GROUPS, false).await?;
    let page = SharedPage::decode(&bytes)
        .ok_or_else(|| JsValue::from_str("shared: an answer of another build"))?;
    let mounted = leptos::mount::mount_to(element, move || {
        provide_context(Reader::new(words));
        provide_context(OpenTables(RwSignal::new(Vec::new())));
        provide_context(follow_theme());
        match page.street {
            Some(street) => {
                view! { <street::Near street=street systems=page.systems /> }.into_any()
            }
            None => view! { <town::Town systems=page.systems /> }.into_any(),
        }
    });
    Ok(Closure::once_into_js(move || drop(mounted)))
}
