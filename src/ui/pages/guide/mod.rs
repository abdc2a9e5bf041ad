//! To be written next.

use crate::ui::frame::entitle;
use crate::ui::reader::reader;
use leptos::prelude::*;

#[derive(Clone, Copy)]
pub struct Filling;

impl Filling {
    pub fn new() -> Self {
        Self
    }
}

#[component]
pub fn GuidePage() -> impl IntoView {
    let reader = reader();
    entitle(&[reader.say("guide-title")]);
    view! {
        <section class="opening">
            <h1 tabindex="-1">{reader.say("guide-title")}</h1>
            <p class="lead">{reader.say("guide-lead")}</p>
        </section>
    }
}
