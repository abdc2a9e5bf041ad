//! Where the program `plate` opens. This one passes it the bytes of an answer and does not read them.

use super::around::{About, Around};
use crate::query::embed::EmbedAddress;
use crate::query::{Answer, Failure};
use crate::ui::boot;
use crate::ui::client::Reception;
use crate::ui::inquiry::Inquiry;
use crate::ui::reader::reader;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn EmbeddedPlate(address: EmbedAddress) -> impl IntoView {
    let reader = reader();
    let page = address.page();
    let inquiry = Inquiry::when(move || address.plate_question().map(|question| question.query()));
    let element = NodeRef::<leptos::html::Div>::new();
    Effect::new(move || {
        let (Reception::Answered(answer), Some(element)) = (inquiry.reception.get(), element.get())
        else {
            return;
        };
        spawn_local(async move {
            let Answer::Packed(bytes) = &*answer else {
                return;
            };
            let language = reader.language().tag();
            if let Err(error) = boot::open_part("plate", &element, bytes, language).await {
                boot::report(&error);
                let file = "plate.wasm".to_owned();
                let failed = Reception::Failed(Failure::Offline { file });
                let _ = inquiry.reception.try_set(failed);
            }
        });
    });
    view! {
        <Around page=page inquiry=inquiry town=About::ask()>
            <div class="plate" node_ref=element></div>
        </Around>
    }
}
