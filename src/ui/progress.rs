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
        <div class="progress">
            {move || {
                state()
                    .map(|(done, total)| {
                        view! {
                            <Bar done=done total=total />
                            <p class="progress-text">{text}</p>
                        }
                    })
            }}
        </div>
    }
}

/// Indeterminate until the number of bytes is known.
#[component]
fn Bar(done: u64, total: u64) -> impl IntoView {
    let reader = reader();
    let is_known = total > 0;
    view! {
        <div
            class="progress-bar"
            class:is-indeterminate=!is_known
            role="progressbar"
            aria-label=reader.say("ui-loading")
            aria-valuemin="0"
            aria-valuemax=is_known.then(|| total.to_string())
            aria-valuenow=is_known.then(|| done.to_string())
        >
            <div
                class="progress-done"
                style:inline-size=move || {
                    if is_known {
                        format!("{}%", done.saturating_mul(100) / total)
                    } else {
                        String::new()
                    }
                }
            ></div>
        </div>
    }
}
