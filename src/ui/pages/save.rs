//! A file that is made in this page and fetched from nowhere.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, HtmlAnchorElement, Url};

/// Lets the browser save a text; it makes of the name what its file system takes.
pub fn save(name: &str, text: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let url = Blob::new_with_str_sequence(&parts)
        .and_then(|blob| Url::create_object_url_with_blob(&blob));
    let link = document().create_element("a").ok();
    let link = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    let (Ok(url), Some(link)) = (url, link) else {
        return;
    };
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has begun to read it by then.
    let forget = move || {
        let _ = Url::revoke_object_url(&url);
    };
    set_timeout(forget, std::time::Duration::from_mins(1));
}
