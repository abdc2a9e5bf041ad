//! Text in, bytes out.

use crate::query::message::{Ready, Reply};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(callback: &JsValue, ms: i32);
}

fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// Calls `receive` with the text of each message. What came before is kept by `worker-boot.js`,
/// which hands it over as soon as someone listens.
pub fn listen(mut receive: impl FnMut(String) + 'static) {
    let Some(scope) = scope() else { return };
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(text) = event.data().as_string() {
            receive(text);
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // Lives as long as the worker.
    on_message.forget();
}

/// How long a worker rests before it makes an answer ready: what the page says meanwhile comes first.
const REST_MS: i32 = 30;

/// Calls `work` in a task of its own, after those that are there already.
pub fn later(work: impl FnOnce() + 'static) {
    set_timeout(&Closure::once_into_js(work), REST_MS);
}

pub fn greet(ready: &Ready) {
    post(&JsValue::from_str(&ready.to_string()));
}

pub fn send(reply: &Reply) {
    post(&Uint8Array::from(reply.encode().as_slice()));
}

fn post(message: &JsValue) {
    if let Some(scope) = scope() {
        // Fails only where the page is gone.
        let _ = scope.post_message(message);
    }
}
