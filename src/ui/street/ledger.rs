//! A sum on the page: its heading, what it says, and how to do it again.

use super::ledger_html;
use super::sum::{OpenSum, title_id};
use super::take_along::Actions;
use crate::query::ledger::Figure;
use crate::text::ledger::{ledger as in_words, title};
use crate::ui::client::Reception;
use crate::ui::failure_notice::InquiryFailure;
use crate::ui::progress::Progress;
use crate::ui::reader::reader;
use leptos::prelude::*;

#[component]
pub fn LedgerPanel(figure: Figure, close: Callback<()>) -> impl IntoView {
    let reader = reader();
    let OpenSum { inquiry, shown } = expect_context::<OpenSum>();
    let actions = Actions::new(figure, reader);
    let is_waiting =
        Memo::new(move |_| matches!(inquiry.reception.get(), Reception::Waiting { .. }));
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
            {move || {
                let shown = shown.get();
                let ledger = shown.as_ref().and_then(|shown| shown.of(figure));
                let Some(ledger) = ledger else {
                    return view! { <Progress reception=inquiry.reception /> }.into_any();
                };
                let words = reader.words();
                let said = in_words(ledger, &words);
                let html = ledger_html::ledger(&said, ledger, &words);
                let sql = ledger.sql.clone();
                view! { <div class="ledger-body" inner_html=html on:click=move |event| actions.click(&event, &sql)></div> }
                    .into_any()
            }}
            <button type="button" class="button ledger-close" on:click=move |_| close.run(())>
                {reader.say("ui-sum-close")}
            </button>
        </section>
    }
}
