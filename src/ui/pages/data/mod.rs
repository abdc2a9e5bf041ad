//! To be written next.

use crate::ui::frame::entitle;
use crate::ui::reader::reader;
use leptos::prelude::*;

#[component]
pub fn DataPage() -> impl IntoView {
    let reader = reader();
    entitle(&[reader.say("data-title")]);
    view! {
        <section class="opening">
            <h1 tabindex="-1">{reader.say("data-title")}</h1>
            <p class="lead">{reader.say("data-lead")}</p>
        </section>
    }
}
