//! A failure in place: what happened, what to do, and a button to try again.

use super::client::Reception;
use super::inquiry::Inquiry;
use super::reader::reader;
use crate::query::Failure;
use crate::text::failure::failure as explain;
use leptos::prelude::*;

/// The failure of a question, if it has failed.
#[component]
pub fn InquiryFailure(inquiry: Inquiry) -> impl IntoView {
    let failure = move || match inquiry.reception.get() {
        Reception::Failed(failure) => Some(failure),
        _ => None,
    };
    move || {
        failure().map(|failure| {
            view! { <FailureNotice failure=failure retry=Callback::new(move |()| inquiry.retry()) /> }
        })
    }
}

#[component]
pub fn FailureNotice(failure: Failure, retry: Callback<()>) -> impl IntoView {
    let reader = reader();
    let said = explain(&failure, &reader.words());
    // Asking again does not make a street or a day exist.
    let can_retry = !matches!(
        failure,
        Failure::UnknownStreet { .. } | Failure::UnknownSegment { .. } | Failure::EmptyPeriod
    );
    view! {
        <div class="notice" role="alert">
            <p class="notice-text">
                <strong>{said.title}</strong>
                {said.text}
                " "
                {said.action}
            </p>
            {can_retry
                .then(|| {
                    view! {
                        <button type="button" class="button" on:click=move |_| retry.run(())>
                            {reader.say("ui-retry")}
                        </button>
                    }
                })}
        </div>
    }
}
