//! A failure in place: what happened, what to do, and a button to try again.

use super::client::Reception;
use super::inquiry::Inquiry;
use super::reader::reader;
use crate::query::Failure;
use crate::text::failure::failure as explain;
use leptos::prelude::*;

/// A file above this is not offered to be read whole: the worker could not hold it.
const LARGEST: u64 = 1 << 30;

/// The failure of a question, if it has failed.
#[component]
pub fn InquiryFailure(inquiry: Inquiry) -> impl IntoView {
    let failure = move || match inquiry.reception.get() {
        Reception::Failed(failure) => Some(failure),
        _ => None,
    };
    move || {
        failure().map(|failure| {
            view! { <FailureNotice failure=failure inquiry=inquiry /> }
        })
    }
}

#[component]
fn FailureNotice(failure: Failure, inquiry: Inquiry) -> impl IntoView {
    let reader = reader();
    let said = explain(&failure, &reader.words());
    // Asking again does not make a street or a day exist.
    let can_retry = !matches!(
        failure,
        Failure::UnknownStreet { .. } | Failure::UnknownSegment { .. } | Failure::EmptyPeriod
    );
    // What a browser can hold beside the rest of the page.
    let whole = match failure {
        Failure::NoRanges { bytes, .. } if bytes <= LARGEST => Some(bytes),
        _ => None,
    };
    let (label, run): (String, Box<dyn Fn()>) = match whole {
        Some(bytes) => {
            let words = reader.words();
            let size = words.bytes(bytes).into();
            let label = words.with("failure-ranges-button", &[("bytes", size)]);
            (label, Box::new(move || inquiry.read_whole(bytes)))
        }
        None => (reader.say("ui-retry"), Box::new(move || inquiry.retry())),
    };
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
                        <button type="button" class="button" on:click=move |_| run()>
                            {label}
                        </button>
                    }
                })}
        </div>
    }
}
