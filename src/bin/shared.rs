//! A part of the app's page: what can be shared near a street. Natively there is nothing to open.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod part {
    use straatbeeld::ui::open_shared;
    use wasm_bindgen::prelude::*;

    /// Shows the bytes of an answer in an element; `boot.js` calls it.
    #[wasm_bindgen]
    pub async fn open(
        element: web_sys::HtmlElement,
        bytes: Vec<u8>,
        language: String,
    ) -> Result<JsValue, JsValue> {
        open_shared(element, bytes, language).await
    }
}
