//! The fields of the town file: of the town, and of each dataset.

use super::Filling;
use crate::query::town_draft::{ETHICS, Field, Filled, Kind, SOURCE, TABLE, TOWN};
use crate::ui::reader::{Reader, reader};
use leptos::prelude::*;

/// Where a field is: of the town, or of the dataset of this place.
type Of = Option<usize>;

#[component]
pub fn Fields() -> impl IntoView {
    let reader = reader();
    let filling = expect_context::<Filling>();
    let count = Memo::new(move |_| filling.draft.with(|draft| draft.sources.len()));
    // A dataset that was removed moves those behind it: all of them are written anew.
    let removed = RwSignal::new(0_u32);
    view! {
        <section class="block">
            <h2>{reader.say("guide-town-title")}</h2>
            {group(&TOWN, None, filling, reader)}
        </section>
        <section class="block">
            <h2>{reader.say("guide-sources-title")}</h2>
            {move || {
                removed.track();
                (0..count.get())
                    .map(|place| view! { <Source place=place removed=removed /> })
                    .collect_view()
            }}
            <p>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| {
                        filling.draft.update(|draft| draft.sources.push(Filled::default()));
                    }
                >
                    {reader.say("guide-source-add")}
                </button>
            </p>
        </section>
    }
}

#[component]
fn Source(place: usize, removed: RwSignal<u32>) -> impl IntoView {
    let reader = reader();
    let filling = expect_context::<Filling>();
    let of = Some(place);
    let number = u32::try_from(place + 1).unwrap_or(u32::MAX);
    let is_table = Memo::new(move |_| value(filling, of, "format") == "csv");
    let remove = move |_| {
        filling.draft.update(|draft| {
            if place < draft.sources.len() {
                draft.sources.remove(place);
            }
        });
        removed.update(|times| *times += 1);
    };
    view! {
        <section class="source">
            <h3>{reader.say_with("guide-source-number", &[("number", number.into())])}</h3>
            {group(&SOURCE, of, filling, reader)}
            {move || {
                is_table
                    .get()
                    .then(|| {
                        view! {
                            <h4>{reader.say("guide-source-table")}</h4>
                            {group(&TABLE, of, filling, reader)}
                        }
                    })
            }}
            <details>
                <summary>{reader.say("guide-source-ethics")}</summary>
                <div class="fields">
                    {ETHICS
                        .map(|question| {
                            let field = Field {
                                key: question,
                                kind: Kind::Long,
                                is_needed: false,
                            };
                            let name = reader.say(&format!("ethics-question-{question}"));
                            input(field, name, of, filling, reader)
                        })
                        .collect_view()}
                </div>
            </details>
            <p>
                <button type="button" class="button" on:click=remove>
                    {reader.say_with("guide-source-remove", &[("number", number.into())])}
                </button>
            </p>
        </section>
    }
}

fn group(fields: &'static [Field], of: Of, filling: Filling, reader: Reader) -> AnyView {
    let field = |field: &Field| {
        let name = reader.say(&format!("guide-field-{}", field.key));
        input(*field, name, of, filling, reader)
    };
    view! { <div class="fields">{fields.iter().map(field).collect_view()}</div> }.into_any()
}

fn value(filling: Filling, of: Of, key: &str) -> String {
    filling.draft.with(|draft| match of {
        None => draft.town.get(key).to_owned(),
        Some(place) => draft
            .sources
            .get(place)
            .map(|source| source.get(key).to_owned())
            .unwrap_or_default(),
    })
}

fn set(filling: Filling, of: Of, key: &str, value: &str) {
    filling.draft.update(|draft| match of {
        None => draft.town.set(key, value),
        Some(place) => {
            if let Some(source) = draft.sources.get_mut(place) {
                source.set(key, value);
            }
        }
    });
}

/// A label, its control, and what to write in it.
fn input(field: Field, name: String, of: Of, filling: Filling, reader: Reader) -> AnyView {
    let Field {
        key,
        kind,
        is_needed,
    } = field;
    let now = untrack(|| value(filling, of, key));
    let hint_key = format!("guide-hint-{key}");
    let hint = reader.words().has(&hint_key).then(|| reader.say(&hint_key));
    let id = of.map_or_else(|| key.to_owned(), |place| format!("{key}-{place}"));
    let hint_id = format!("{id}-hint");
    let described = hint.is_some().then(|| hint_id.clone());
    let change = move |event: leptos::ev::Event| {
        set(filling, of, key, &event_target_value(&event));
    };
    let control = match kind {
        Kind::Choice(choices) => {
            let option = |choice: &'static str| {
                let shown = if choice.is_empty() {
                    reader.say("guide-none")
                } else {
                    choice.to_owned()
                };
                view! {
                    <option value=choice selected=choice == now>
                        {shown}
                    </option>
                }
            };
            view! {
                <select id=id.clone() on:change=change aria-describedby=described>
                    {choices.iter().copied().map(option).collect_view()}
                </select>
            }
            .into_any()
        }
        Kind::Long => view! {
            <textarea id=id.clone() rows="2" on:input=change aria-describedby=described>
                {now}
            </textarea>
        }
        .into_any(),
        _ => {
            let kind = match kind {
                Kind::Email => "email",
                Kind::Url => "url",
                _ => "text",
            };
            view! {
                <input
                    id=id.clone()
                    type=kind
                    value=now
                    inputmode=(field.kind == Kind::Number).then_some("decimal")
                    required=is_needed
                    on:input=change
                    aria-describedby=described
                    autocomplete="off"
                />
            }
            .into_any()
        }
    };
    let needed = is_needed.then(|| {
        view! { <span class="quiet">" (" {reader.say("guide-needed")} ")"</span> }
    });
    view! {
        <div class="field">
            <label for=id>{name} {needed}</label>
            {control}
            {hint.map(|hint| view! { <p class="quiet" id=hint_id>{hint}</p> })}
        </div>
    }
    .into_any()
}
