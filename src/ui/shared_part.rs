//! Where the program of shared vehicles opens. This one passes it the bytes of an answer and does not read them.

use super::boot;
use super::client::Reception;
use super::failure_notice::InquiryFailure;
use super::inquiry::Inquiry;
use super::reader::reader;
use crate::domain::StreetId;
use crate::query::{Answer, Failure, Query};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};

/// Near a street, or in the town; asked for when it is about to come into sight, but not before `is_wanted`.
#[component]
pub fn SharedPart(street: Option<StreetId>, is_wanted: Signal<bool>) -> impl IntoView {
    let reader = reader();
    let element = NodeRef::<leptos::html::Div>::new();
    let is_near = RwSignal::new(false);
    Effect::new(move || {
        if is_wanted.get()
            && let Some(element) = element.get()
        {
            spawn_local(async move {
                if boot::comes_near(&element).await.is_truthy() {
                    is_near.try_set(true);
                }
            });
        }
    });
    let inquiry = Inquiry::when(move || {
        let street = street.clone();
        is_near.get().then_some(Query::Shared(street))
    });
    let take_away = StoredValue::new_local(None::<JsValue>);
    let close = |part: &JsValue| {
        if let Some(close) = part.dyn_ref::<js_sys::Function>() {
            let _ = close.call0(&JsValue::NULL);
        }
    };
    Effect::new(move || {
        let (Reception::Answered(answer), Some(element)) = (inquiry.reception.get(), element.get())
        else {
            return;
        };
        spawn_local(async move {
            let Answer::Packed(bytes) = &*answer else {
                return;
            };
            if bytes.is_empty() {
                return;
            }
            let language = reader.language().tag();
            match boot::open_part("shared", &element, bytes, language).await {
                // The page may have been left while it was on its way.
                Ok(part) => {
                    if let Some(part) = take_away.try_set_value(Some(part)).flatten() {
                        close(&part);
                    }
                }
                Err(error) => {
                    boot::report(&error);
                    let file = "shared.wasm".to_owned();
                    let failed = Reception::Failed(Failure::Offline { file });
                    let _ = inquiry.reception.try_set(failed);
                }
            }
        });
    });
    on_cleanup(move || {
        if let Some(part) = take_away.try_get_value().flatten() {
            close(&part);
        }
    });
    view! {
        <div class="shared-part" node_ref=element></div>
        <InquiryFailure inquiry=inquiry />
    }
}
