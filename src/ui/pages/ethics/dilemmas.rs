//! Dilemmas, one at a time. An answer is kept in this window; nothing is sent.

use super::end::End;
use super::grains::{Grains, GrainsOf};
use super::shared_grains::SharedOf;
use super::{Answered, Told};
use crate::domain::Mode;
use crate::query::Query;
use crate::query::ethics::{Choice, Dilemmas as List, EthicsAnswer, EthicsQuestion};
use crate::query::place::{EthicsPlace, Subject};
use crate::ui::failure_notice::InquiryFailure;
use crate::ui::frame::entitle;
use crate::ui::inquiry::Inquiry;
use crate::ui::pages::visit::Visit;
use crate::ui::progress::Progress;
use crate::ui::reader::reader;
use leptos::prelude::*;

/// Dilemmas in which finer numbers are the question, and whose numbers show it.
const WITH_GRAINS: [(&str, Mode); 4] = [
    ("dead-end-speeds", Mode::Car),
    ("one-car-an-hour", Mode::Car),
    ("school-gate", Mode::Pedestrian),
    ("place-of-worship", Mode::Pedestrian),
];

#[component]
pub fn Dilemmas() -> impl IntoView {
    let visit = expect_context::<Visit>();
    let inquiry = Inquiry::new(|| Query::Ethics(EthicsQuestion::Dilemmas));
    let is_reading = Memo::new(move |_| inquiry.reception.with(|now| Told::of(now).is_none()));
    // Asked at once: while the reader answers, nothing is fetched.
    let grains = GrainsOf::ask();
    let shared = SharedOf::ask();
    let asked = Memo::new(move |_| match visit.subject() {
        Subject::Ethics(place) => place.dilemma.unwrap_or_default(),
        _ => String::new(),
    });
    let shown = move || {
        let told = inquiry.reception.with(Told::of)?;
        let EthicsAnswer::Dilemmas(list) = told.get() else {
            return None;
        };
        let asked = asked.get();
        if asked == EthicsPlace::END {
            return Some(view! { <End list=list.clone() /> }.into_any());
        }
        // By its id, or by its number in the list.
        let number = asked.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let by_id = list.dilemmas.iter().position(|one| one.id == asked);
        let place = by_id
            .or(number)
            .filter(|place| *place < list.dilemmas.len());
        Some(
            view! { <Dilemma list=list.clone() place=place grains=grains shared=shared /> }
                .into_any(),
        )
    };
    view! {
        <InquiryFailure inquiry=inquiry />
        {move || is_reading.get().then(|| view! { <Progress reception=inquiry.reception /> })}
        {shown}
    }
}

/// The address of a dilemma, of the end, or of the page about ethics.
pub fn to(visit: Visit, dilemma: Option<&str>) -> String {
    visit.href(Subject::Ethics(EthicsPlace {
        dilemma: dilemma.map(str::to_owned),
    }))
}

#[component]
fn Dilemma(list: List, place: Option<usize>, grains: GrainsOf, shared: SharedOf) -> impl IntoView {
    let reader = reader();
    let visit = expect_context::<Visit>();
    let known = place.and_then(|place| Some((place, list.dilemmas.get(place)?.clone())));
    let Some((place, dilemma)) = known else {
        entitle(&[reader.say("dilemma-title")]);
        return view! {
            <section class="opening">
                <h1 tabindex="-1">{reader.say("dilemma-title")}</h1>
                <p class="lead">{reader.say("dilemma-unknown")}</p>
                <p>
                    <a class="button is-main" href=to(visit, Some("1"))>
                        {reader.say("dilemma-start")}
                    </a>
                </p>
            </section>
        }
        .into_any();
    };
    let title = reader.name_of(&dilemma.title);
    entitle(std::slice::from_ref(&title));
    let text = dilemma.text.as_ref().map(|text| reader.name_of(text));
    let all = list.dilemmas.len();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).into();
    let at = reader.say_with(
        "dilemma-place",
        &[("now", count(place + 1)), ("all", count(all))],
    );
    let id_at = |place: usize| list.dilemmas.get(place).map(|one| one.id.clone());
    let previous = place.checked_sub(1).and_then(id_at);
    let next = id_at(place + 1);
    let (next, next_key) = match next {
        Some(next) => (next, "dilemma-next"),
        None => (EthicsPlace::END.to_owned(), "dilemma-to-end"),
    };
    let other = shared.of(&dilemma.id);
    let mode = WITH_GRAINS.iter().find(|(id, _)| *id == dilemma.id);
    view! {
        <p class="back">
            <a href=to(visit, None)>{reader.say("dilemma-back")}</a>
        </p>
        <section class="block dilemma">
            <p class="place">
                {at}
                <progress max=all value=place + 1 aria-hidden="true"></progress>
            </p>
            <h1 tabindex="-1">{title}</h1>
            <p class="lead">{text}</p>
            {mode.map(|(_, mode)| view! { <Grains reception=grains.of(*mode) /> })}
            {other}
            <Answers dilemma=dilemma.id answers=list.answers />
            <p class="steps">
                <a class="button is-main" href=to(visit, Some(&next))>
                    {reader.say(next_key)}
                </a>
                {previous
                    .map(|previous| {
                        view! {
                            <a class="button" href=to(visit, Some(&previous))>
                                {reader.say("dilemma-previous")}
                            </a>
                        }
                    })}
            </p>
            <p class="quiet">{reader.say("dilemma-invite-private")}</p>
        </section>
    }
    .into_any()
}

#[component]
fn Answers(dilemma: String, answers: Vec<Choice>) -> impl IntoView {
    let reader = reader();
    let answered = expect_context::<Answered>();
    let option = move |answer: Choice| {
        let dilemma = dilemma.clone();
        // Followed, and not only set at the start: the next question takes over the buttons of this one.
        let is_given = {
            let (dilemma, id) = (dilemma.clone(), answer.id.clone());
            move || answered.0.with(|given| given.get(&dilemma) == Some(&id))
        };
        view! {
            <label class="answer-option">
                <input
                    type="radio"
                    name="answer"
                    value=answer.id.clone()
                    prop:checked=is_given
                    on:change=move |_| {
                        answered
                            .0
                            .update(|all| {
                                all.insert(dilemma.clone(), answer.id.clone());
                            });
                    }
                />
                <span>{reader.name_of(&answer.title)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="answers-given">
            <legend>{reader.say("dilemma-choose")}</legend>
            {answers.into_iter().map(option).collect_view()}
        </fieldset>
    }
}
