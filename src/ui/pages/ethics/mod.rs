//! To be written next.

use crate::ui::frame::entitle;
use crate::ui::reader::reader;
use leptos::prelude::*;

#[component]
pub fn EthicsPage() -> impl IntoView {
    let reader = reader();
    entitle(&[reader.say("ethics-title")]);
    view! {
        <section class="opening">
            <h1 tabindex="-1">{reader.say("ethics-title")}</h1>
            <p class="lead">{reader.say("ethics-lead")}</p>
        </section>
    }
}
