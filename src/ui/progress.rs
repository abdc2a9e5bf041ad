//! While an answer is on its way: how many bytes have come.

use super::client::Reception;
use super::reader::reader;
use leptos::prelude::*;

/// A bar that appears without moving what is below it.
#[component]
pub fn Progress(reception: RwSignal<Reception>) -> impl IntoView {
    let reader = reader();
    let state = move || match reception.get() {
        Reception::Waiting { done, total } => Some((done, total)),
        _ => None,
    };
    let text = move || {
        state().map(|(done, total)| {
            if total == 0 {
                reader.say("ui-loading")
            } else {
                let words = reader.words();
                reader.say_with(
                    "ui-loading-bytes",
                    &[
                        ("done", words.bytes(done).into()),
                        ("total", words.bytes(total).into()),
                    ],
                )
            }
        })
    };
    view! {
        <div class="progress" class:is-idle=move || state().is_none()>
            <progress
                aria-hidden="true"
                max=move || state().map_or(1, |(_, total)| total.max(1)).to_string()
                value=move || {
                    state().and_then(|(done, total)| (total > 0).then(|| done.to_string()))
                }
            ></progress>
            <p class="progress-text">{text}</p>
        </div>
    }
}
