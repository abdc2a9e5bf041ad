//! A sum on the page: its heading and what leads back. What it says is shown by the program `sum`.

use super::sum::{OpenSum, title_id};
use super::take_along::Actions;
use crate::query::Failure;
use crate::query::ledger::Figure;
use crate::text::ledger::title;
use crate::ui::boot;
use crate::ui::client::Reception;
use crate::ui::failure_notice::InquiryFailure;
use crate::ui::progress::Progress;
use crate::ui::reader::reader;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn LedgerPanel(figure: Figure, close: Callback<()>) -> impl IntoView {
    let reader = reader();
    let OpenSum { inquiry, shown } = expect_context::<OpenSum>();
    let actions = Actions::new(figure, reader);
    let is_waiting =
        Memo::new(move |_| matches!(inquiry.reception.get(), Reception::Waiting { .. }));
    let body = NodeRef::<leptos::html::Div>::new();
    let is_there = RwSignal::new(false);
    // What is opened again is shown at once and then answered anew: writing the same once more would take the focus
    // from who is in it already.
    let written = StoredValue::new(Vec::new());
    Effect::new(move || {
        let (Some(body), Some(shown)) = (body.get(), shown.get()) else {
            return;
        };
        let Some(bytes) = shown.of(figure).map(|packed| packed.bytes.clone()) else {
            return;
        };
        if written.with_value(|before| *before == bytes) {
            return;
        }
        written.set_value(bytes.clone());
        spawn_local(async move {
            let language = reader.language().tag();
            match boot::open_part("sum", &body, &bytes, language).await {
                Ok(_) => {
                    is_there.try_set(true);
                }
                Err(error) => {
                    boot::report(&error);
                    written.try_set_value(Vec::new());
                    let failure = Failure::Offline {
                        file: "sum_bg.wasm".to_owned(),
                    };
                    inquiry.reception.try_set(Reception::Failed(failure));
                }
            }
        });
    });
    let on_click = move |event: MouseEvent| {
        let sql = shown.with_untracked(|shown| {
            let packed = shown.as_ref().and_then(|shown| shown.of(figure));
            packed.map(|packed| packed.sql.clone()).unwrap_or_default()
        });
        actions.click(&event, &sql);
    };
    view! {
        <section
            class="ledger"
            aria-labelledby=title_id(figure)
            aria-busy=move || is_waiting.get().to_string()
        >
            <h4 id=title_id(figure) class="ledger-title" tabindex="-1">
                {title(figure, &reader.words())}
            </h4>
            <InquiryFailure inquiry=inquiry />
            {move || (!is_there.get()).then(|| view! { <Progress reception=inquiry.reception /> })}
            <div class="ledger-body" node_ref=body on:click=on_click></div>
            <button type="button" class="button ledger-close" on:click=move |_| close.run(())>
                {reader.say("ui-sum-close")}
            </button>
        </section>
    }
}
