//! From a figure to its way: the dataset that most of its rows are of, opened with the figure's path.

use super::place;
use crate::query::place::{DataPlace, Subject};
use crate::query::{Answer, LedgerQuestion, PackedLedger, Query};
use crate::ui::client::Reception;
use crate::ui::failure_notice::InquiryFailure;
use crate::ui::inquiry::Inquiry;
use crate::ui::pages::visit::Visit;
use crate::ui::progress::Progress;
use crate::ui::reader::reader;
use leptos::prelude::*;

/// Leads on as soon as the sum has told its files; back leads to the figure and not here.
#[component]
pub fn WayOfFigure(figure: LedgerQuestion) -> impl IntoView {
    let reader = reader();
    let visit = expect_context::<Visit>();
    let inquiry = Inquiry::new(move || Query::Ledger(figure.clone()));
    let is_nothing = RwSignal::new(false);
    Effect::new(move || {
        let Reception::Answered(answer) = inquiry.reception.get() else {
            return;
        };
        let ledger = match &*answer {
            Answer::Ledger(packed) => PackedLedger::unpack(&packed.bytes),
            _ => None,
        };
        match ledger.as_ref().and_then(|ledger| ledger.dataset()) {
            Some(dataset) => visit.replace(Subject::Data(DataPlace {
                dataset: Some(dataset.to_owned()),
                ..untrack(|| place(visit))
            })),
            None => is_nothing.set(true),
        }
    });
    view! {
        <p class="back">
            <a href=move || visit.href(Subject::Data(DataPlace::default()))>{reader.say("data-back")}</a>
        </p>
        <section class="opening">
            <h1 tabindex="-1">{reader.say("data-card-title")}</h1>
        </section>
        <InquiryFailure inquiry=inquiry />
        {move || {
            if is_nothing.get() {
                view! { <p class="lead">{reader.say("data-figure-nothing")}</p> }.into_any()
            } else {
                view! { <Progress reception=inquiry.reception /> }.into_any()
            }
        }}
    }
}
