//! The town file as it comes of the fields, what it lacks, and the commands that read it.

use super::{Filling, to};
use crate::query::place::{LabelPlace, Subject};
use crate::query::town_draft::Open;
use crate::ui::pages::visit::Visit;
use crate::ui::reader::{Reader, reader};
use crate::ui::save;
use leptos::prelude::*;

#[component]
pub fn TownFile() -> impl IntoView {
    let reader = reader();
    let filling = expect_context::<Filling>();
    let visit = expect_context::<Visit>();
    let (id, toml, open) = filling.draft.with_untracked(|draft| {
        let toml = draft.toml(reader.language().tag());
        (draft.id(), toml, draft.open())
    });
    let file = format!("{id}.toml");
    let commands = format!("straatbeeld publish {file} --out {id}\nstraatbeeld check {id}");
    let lacks = if open.is_empty() {
        view! { <p>{reader.say("guide-file-whole")}</p> }.into_any()
    } else {
        let count = (
            "count",
            u32::try_from(open.len()).unwrap_or(u32::MAX).into(),
        );
        let lines = open
            .iter()
            .map(|open| view! { <li>{line(open, reader)}</li> });
        view! {
            <div class="lacks">
                <p>{reader.say_with("guide-file-open", &[count])}</p>
                <ul>{lines.collect_view()}</ul>
                <p>
                    <a href=to(visit, "plan")>{reader.say("guide-step-plan")}</a>
                </p>
            </div>
        }
        .into_any()
    };
    let download = reader.say_with("guide-file-download", &[("file", file.as_str().into())]);
    let title = reader.say("guide-file-title");
    let text = toml.clone();
    view! {
        <section class="block">
            <h2>{title.clone()}</h2>
            {lacks}
            <pre class="code" tabindex="0" role="region" aria-label=title>
                {text}
            </pre>
            <p>
                <button
                    type="button"
                    class="button is-main"
                    on:click=move |_| save::text(&file, &toml)
                >
                    {download}
                </button>
            </p>
            <h3>{reader.say("guide-commands-title")}</h3>
            <p>{reader.say("guide-commands-text")}</p>
            <pre class="code" tabindex="0" role="region" aria-label=reader.say("guide-commands-title")>
                {commands}
            </pre>
            <p>
                <a href=visit.href(Subject::Label(LabelPlace::default()))>
                    {reader.say("label-page-title")}
                </a>
            </p>
        </section>
    }
}

fn line(open: &Open, reader: Reader) -> String {
    let field = reader.say(&format!("guide-field-{}", open.key));
    match open.source {
        None => field,
        Some(place) => {
            let number = u32::try_from(place + 1).unwrap_or(u32::MAX);
            let args = [("field", field.into()), ("number", number.into())];
            reader.say_with("guide-file-open-source", &args)
        }
    }
}
