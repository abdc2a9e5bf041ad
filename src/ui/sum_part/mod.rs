//! The program `sum`: what stands in the sum behind a figure. It stands still, so it is written as HTML, without
//! Leptos; the app listens to its buttons (`street/take_along.rs`).

mod ledger_html;

use super::spoken;
use crate::query::PackedLedger;
use crate::text::ledger::ledger as in_words;
use crate::text::{EVERYWHERE, Group, Language, SUM};
use wasm_bindgen::JsValue;
use web_sys::Element;

/// The texts of this program.
const GROUPS: &[&Group] = &[&EVERYWHERE, &SUM];

/// Writes the sum of these bytes (`PackedLedger`) into `element`.
///
/// # Errors
/// Texts that cannot be fetched, and bytes of another build.
pub async fn show(element: &Element, bytes: &[u8], language: &str) -> Result<(), JsValue> {
    let language = Language::parse(language).unwrap_or_default();
    let words = spoken::fetch(language, GROUPS, false).await?;
    let ledger = PackedLedger::unpack(bytes).ok_or("a sum of another build")?;
    let said = in_words(&ledger, &words);
    element.set_inner_html(&ledger_html::ledger(&said, &ledger, &words));
    Ok(())
}
