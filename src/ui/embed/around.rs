//! What is around every figure: whose town it is, what went wrong, how far it is, and the way to the whole page.

use crate::query::permalink::Address;
use crate::query::{Answer, Query};
use crate::ui::boot;
use crate::ui::client::Reception;
use crate::ui::failure_notice::InquiryFailure;
use crate::ui::inquiry::Inquiry;
use crate::ui::progress::Progress;
use crate::ui::reader::reader;
use leptos::prelude::*;

/// What the catalogue says of the town.
#[derive(Clone, Copy)]
pub struct About {
    is_demonstration: Memo<bool>,
    /// Languages of the street names, first the usual one.
    pub languages: Memo<Vec<String>>,
}

impl About {
    pub fn ask() -> Self {
        let about = Inquiry::new(|| Query::About);
        let town = Memo::new(move |_| match about.reception.get() {
            Reception::Answered(answer) => match &*answer {
                Answer::Town(town) => (town.is_demonstration, town.languages.clone()),
                _ => (false, Vec::new()),
            },
            _ => (false, Vec::new()),
        });
        Self {
            is_demonstration: Memo::new(move |_| {
                town.with(|(is_demonstration, _)| *is_demonstration)
            }),
            languages: Memo::new(move |_| town.with(|(_, languages)| languages.clone())),
        }
    }
}

#[component]
pub fn Around(page: Address, inquiry: Inquiry, town: About, children: Children) -> impl IntoView {
    let reader = reader();
    // The page in the reader's language of now, which the host may have changed.
    let page = format!(
        "{}{}",
        boot::FOLDER.with(Clone::clone),
        Address {
            language: Some(reader.language().tag().to_owned()),
            ..page
        }
        .format()
    );
    view! {
        <main class="embed" aria-label=reader.say("embed-label")>
            {move || {
                town.is_demonstration
                    .get()
                    .then(|| {
                        view! {
                            <p class="embed-demonstration">
                                <strong>{reader.say("ui-demonstration-label")}</strong>
                                " "
                                {reader.say("ui-demonstration-text")}
                            </p>
                        }
                    })
            }}
            <InquiryFailure inquiry=inquiry />
            <Progress reception=inquiry.reception />
            {children()}
            <p class="embed-more">
                <a href=page target="_blank" rel="noopener">
                    {reader.say("embed-whole")}
                    <span class="visually-hidden">{reader.say("embed-new-window")}</span>
                </a>
            </p>
        </main>
    }
}
