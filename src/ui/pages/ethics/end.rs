//! The answers together: a file to download, and a letter that the reader's own mail program may send.

use super::Answered;
use super::dilemmas::to;
use crate::query::ethics::{Choice, Dilemmas};
use crate::query::keep::{mailto, voice};
use crate::ui::frame::entitle;
use crate::ui::pages::visit::Visit;
use crate::ui::reader::{Reader, reader};
use crate::ui::save;
use leptos::prelude::*;
use std::collections::BTreeMap;

#[component]
pub fn End(list: Dilemmas) -> impl IntoView {
    let reader = reader();
    let visit = expect_context::<Visit>();
    let answered = expect_context::<Answered>();
    entitle(&[reader.say("dilemma-end-title")]);
    let all = u32::try_from(list.dilemmas.len()).unwrap_or(u32::MAX);
    let count = move || {
        answered
            .0
            .with(|given| u32::try_from(given.len()).unwrap_or(u32::MAX))
    };
    let has_any = Memo::new(move |_| count() > 0);
    let said = move || {
        let args = [("count", count().into()), ("all", all.into())];
        reader.say_with("dilemma-end-text", &args)
    };
    let cleared = RwSignal::new(false);
    let file = format!("straatbeeld-answers-{}.json", list.town);
    let rows = {
        let (dilemmas, answers) = (list.dilemmas.clone(), list.answers.clone());
        move || {
            let row = |dilemma: &Choice| row(dilemma, &answers, answered, reader, visit);
            dilemmas.iter().map(row).collect_view()
        }
    };
    let download = {
        let (town, name) = (list.town.clone(), file.clone());
        move |_| {
            let text = answered
                .0
                .with_untracked(|given| voice(&town, list.list, given));
            save::text(&name, &text);
        }
    };
    view! {
        <p class="back">
            <a href=to(visit, None)>{reader.say("dilemma-back")}</a>
        </p>
        <section class="block dilemma">
            <h1 tabindex="-1">{reader.say("dilemma-end-title")}</h1>
            <p class="lead">{said}</p>
            <p>{reader.say("dilemma-end-kept")}</p>
            <ol class="given">{rows}</ol>
            {move || {
                has_any
                    .get()
                    .then(|| {
                        view! {
                            <p class="steps">
                                <button
                                    type="button"
                                    class="button is-main"
                                    on:click=download.clone()
                                >
                                    {reader.say("dilemma-end-download")}
                                </button>
                                <button
                                    type="button"
                                    class="button"
                                    on:click=move |_| {
                                        answered.0.set(BTreeMap::new());
                                        cleared.set(true);
                                    }
                                >
                                    {reader.say("dilemma-end-clear")}
                                </button>
                            </p>
                            {letter(&list, &file, reader)}
                        }
                    })
            }}
            <p role="status">
                {move || (cleared.get() && !has_any.get()).then(|| reader.say("dilemma-end-cleared"))}
            </p>
        </section>
    }
}

fn row(
    dilemma: &Choice,
    answers: &[Choice],
    answered: Answered,
    reader: Reader,
    visit: Visit,
) -> impl IntoView + use<> {
    let given = answered.get(&dilemma.id);
    let answer = answers
        .iter()
        .find(|answer| given.as_ref() == Some(&answer.id));
    let is_open = answer.is_none();
    let answer = answer.map_or_else(
        || reader.say("dilemma-end-unanswered"),
        |answer| reader.name_of(&answer.title),
    );
    let title = reader.name_of(&dilemma.title);
    view! {
        <li>
            <a href=to(visit, Some(&dilemma.id))>{title}</a>
            <span class:quiet=is_open>{answer}</span>
        </li>
    }
}

fn letter(list: &Dilemmas, file: &str, reader: Reader) -> impl IntoView + use<> {
    let publisher = &list.publisher;
    let href = mailto(
        &publisher.email,
        &reader.say("dilemma-end-mail-subject"),
        &reader.say_with("dilemma-end-mail-body", &[("file", file.into())]),
    );
    match href {
        Some(href) => {
            let name = ("name", publisher.name.as_str().into());
            view! {
                <p>
                    <a class="button" href=href>
                        {reader.say_with("dilemma-end-mail", &[name])}
                    </a>
                </p>
                <p class="quiet">{reader.say("dilemma-end-mail-hint")}</p>
            }
            .into_any()
        }
        None => view! { <p class="quiet">{reader.say("dilemma-end-mail-none")}</p> }.into_any(),
    }
}
