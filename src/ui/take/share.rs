//! The figure's link, for a neighbour or the council: to copy, by whatever the device shares with, as a QR code.

use super::dialog::{Subject, Text};
use crate::ui::qr;
use crate::ui::reader::reader;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[component]
pub fn Share(subject: Subject) -> impl IntoView {
    let reader = reader();
    let link = subject.link();
    let title = subject.title();
    let qr = qr::svg(&link, &reader.say("take-qr"));
    let shared = link.clone();
    let native = share_function().map(|share| {
        view! {
            <button
                type="button"
                class="button"
                data-share="native"
                on:click=move |_| {
                    let data = js_sys::Object::new();
                    for (key, value) in [("url", &shared), ("title", &title)] {
                        let _ = js_sys::Reflect::set(&data, &key.into(), &value.as_str().into());
                    }
                    let shared = share.call1(&window().navigator(), &data);
                    // Whoever thinks better of it has made no error.
                    if let Ok(Ok(promise)) = shared.map(JsCast::dyn_into::<js_sys::Promise>) {
                        let nothing = Closure::once(|_: JsValue| {});
                        let _ = promise.catch(&nothing);
                        nothing.forget();
                    }
                }
            >
                {reader.say("take-native")}
            </button>
        }
    });
    view! {
        <section aria-labelledby="take-share">
            <h3 id="take-share">{reader.say("take-share")}</h3>
            <Text id="take-link" label=reader.say("take-link") text=link copy=reader.say("take-copylink") rows=2 />
            {native}
            {qr.map(|svg| view! { <div class="take-qr" inner_html=svg></div> })}
        </section>
    }
}

fn share_function() -> Option<js_sys::Function> {
    let navigator = window().navigator();
    let share = js_sys::Reflect::get(&navigator, &"share".into()).ok()?;
    share.dyn_into().ok()
}
