//! What `boot.js` offers: texts, workers, the map's code on demand, files to save, and the clipboard.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The tag of the language to speak, where an address asks for this one.
    #[wasm_bindgen(js_namespace = straatbeeld, js_name = chooseLanguage)]
    pub fn choose_language(asked: Option<&str>) -> String;

    /// A file of texts by its name without `.txt`, of which the fetch may have begun before this wasm was there;
    /// `is_again` where it was of no use.
    #[wasm_bindgen(js_namespace = straatbeeld, js_name = fetchTexts, catch)]
    pub async fn fetch_texts(name: &str, is_again: bool) -> Result<JsValue, JsValue>;

    /// Shows the notice of `index.html` that the page could not start.
    #[wasm_bindgen(js_namespace = straatbeeld, js_name = showStartFailed)]
    pub fn show_start_failed();

    /// Why something failed, for who looks at the console.
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    pub fn report(error: &JsValue);

    /// Starts a worker and tells it its folder; an attempt above 0 goes round every cache.
    #[wasm_bindgen(js_namespace = straatbeeld, js_name = startWorker)]
    pub fn start_worker(attempt: u32) -> web_sys::Worker;

    /// The worker that was started before this wasm was there.
    #[wasm_bindgen(thread_local_v2, js_namespace = straatbeeld, js_name = first)]
    pub static FIRST_WORKER: web_sys::Worker;

    /// The folder of the documents, an absolute URL that ends in `/`.
    #[wasm_bindgen(thread_local_v2, js_namespace = straatbeeld, js_name = folder)]
    pub static FOLDER: String;

    /// Draws the map; resolves to a function that takes it down.
    #[wasm_bindgen(js_namespace = straatbeeld, js_name = openMap, catch)]
    pub async fn open_map(
        container: &web_sys::HtmlElement,
        geojson: &str,
        options: &JsValue,
        pick: &js_sys::Function,
    ) -> Result<JsValue, JsValue>;

    /// Loads a program that shows one thing and lets it show `bytes` in an element; resolves to a function that
    /// takes it away.
    #[wasm_bindgen(js_namespace = straatbeeld, js_name = openPart, catch)]
    pub async fn open_part(
        program: &str,
        element: &web_sys::HtmlElement,
        bytes: &[u8],
        language: &str,
    ) -> Result<JsValue, JsValue>;

    /// Fetches a catalogue of others and lets the program `catalog` read it; resolves to what became of it, and its bytes
    /// or a status.
    #[wasm_bindgen(js_namespace = straatbeeld, js_name = openCatalog, catch)]
    pub async fn open_catalog(url: &str, most: u32) -> Result<JsValue, JsValue>;

    /// Resolves to true once an element is about to come into sight, to false when it is taken away before.
    #[wasm_bindgen(js_namespace = straatbeeld, js_name = comesNear)]
    pub async fn comes_near(element: &web_sys::HtmlElement) -> JsValue;

    /// Whether the app is kept for use without a connection: `yes`, `no`, or nothing where it cannot be.
    #[wasm_bindgen(js_namespace = straatbeeld, js_name = kept)]
    pub fn kept() -> String;

    /// Keeps it, or throws away what was kept, and loads the page anew.
    #[wasm_bindgen(js_namespace = straatbeeld, js_name = keep, catch)]
    pub async fn keep(is_wanted: bool) -> Result<JsValue, JsValue>;

    /// Lets the browser save a file that is made here of a text or a blob.
    #[wasm_bindgen(js_namespace = straatbeeld, js_name = save)]
    pub fn save(what: &JsValue, name: &str);

    /// Puts a text on the clipboard; an error where that is not allowed.
    #[wasm_bindgen(js_namespace = straatbeeld, js_name = copy, catch)]
    pub async fn copy(text: &str) -> Result<JsValue, JsValue>;
}

/// What a worker said before anyone listened, in order: texts, or an object where it ended.
pub fn early_messages(worker: &web_sys::Worker) -> Vec<JsValue> {
    js_sys::Reflect::get(worker, &"early".into())
        .ok()
        .and_then(|early| early.dyn_into::<js_sys::Array>().ok())
        .map(|early| early.iter().collect())
        .unwrap_or_default()
}

/// Why a worker ended before anyone listened.
pub fn reason(message: &JsValue) -> String {
    js_sys::Reflect::get(message, &"gone".into())
        .ok()
        .and_then(|reason| reason.as_string())
        .unwrap_or_default()
}
