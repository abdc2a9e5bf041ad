//! The part of an embed that shows no chart (`openPart` of `boot.js`).

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::*;

/// Writes the answer of `bytes` into `element`.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub async fn open(
    element: web_sys::Element,
    bytes: Vec<u8>,
    language: String,
) -> Result<(), JsValue> {
    straatbeeld::ui::show_plate(&element, &bytes, &language).await
}

fn main() {}
