//! The part of the page that shows the sum behind a figure (`openPart` of `boot.js`).

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::*;

/// Writes the sum of `bytes` into `element`.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub async fn open(
    element: web_sys::Element,
    bytes: Vec<u8>,
    language: String,
) -> Result<(), JsValue> {
    straatbeeld::ui::show_sum(&element, &bytes, &language).await
}

fn main() {}
