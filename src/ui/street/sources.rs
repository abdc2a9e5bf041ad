//! The files behind the figures of this page, with their licences.

use crate::query::answer::SourceLine;
use crate::ui::footer::Source;
use crate::ui::reader::reader;
use leptos::prelude::*;

#[component]
pub fn Sources(sources: Vec<SourceLine>) -> impl IntoView {
    let reader = reader();
    view! {
        <section class="sources" aria-labelledby="sources-title">
            <h2 id="sources-title">{reader.say("ui-footer-sources")}</h2>
            <ul>
                {sources
                    .into_iter()
                    .map(|source| view! { <Source source=source /> })
                    .collect_view()}
            </ul>
        </section>
    }
}
