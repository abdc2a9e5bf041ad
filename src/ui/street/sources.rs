//! The files behind the figures of this page: licence, and what was read of them.

use crate::query::answer::SourceLine;
use crate::ui::footer::Source;
use crate::ui::reader::reader;
use leptos::prelude::*;

#[component]
pub fn Sources(sources: Vec<SourceLine>) -> impl IntoView {
    let reader = reader();
    view! {
        <section class="sources" aria-labelledby="sources-title">
            <h2 id="sources-title">{reader.say("ui-sources-title")}</h2>
            <ul>
                {sources
                    .into_iter()
                    .map(|source| {
                        let read = reader
                            .say_with(
                                "ui-sources-read",
                                &[
                                    ("rows", source.rows.into()),
                                    ("file", source.path.clone().into()),
                                ],
                            );
                        view! { <Source source=source remark=read /> }
                    })
                    .collect_view()}
            </ul>
        </section>
    }
}
