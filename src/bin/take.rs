//! The part of the page with what a reader takes along (`openPart` of `boot.js`).

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::*;

/// Opens the dialog inside `element`, about the address of the window.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub async fn open(
    element: web_sys::HtmlElement,
    _bytes: Vec<u8>,
    language: String,
) -> Result<(), JsValue> {
    straatbeeld::ui::open_take(element, &language).await
}

fn main() {}
