//! What is counted and what never is, who is missed, how to object; and dilemmas to answer.

mod cards;
mod dilemmas;
mod end;
mod grains;
mod sections;
mod shared_grains;
mod small;

use super::visit::Visit;
use crate::query::data::unpack;
use crate::query::ethics::{EthicsAnswer, EthicsQuestion};
use crate::query::place::{EthicsPlace, Subject};
use crate::query::{Answer, Query};
use crate::ui::client::Reception;
use crate::ui::failure_notice::InquiryFailure;
use crate::ui::frame::entitle;
use crate::ui::inquiry::Inquiry;
use crate::ui::reader::reader;
use cards::{Cards, Objection};
use dilemmas::Dilemmas;
use leptos::prelude::*;
use small::SmallNumbers;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Answers by dilemma. They are in this window only.
#[derive(Clone, Copy)]
pub struct Answered(RwSignal<BTreeMap<String, String>>);

impl Answered {
    pub fn new() -> Self {
        Self(RwSignal::new(BTreeMap::new()))
    }

    fn get(self, dilemma: &str) -> Option<String> {
        self.0.with(|answers| answers.get(dilemma).cloned())
    }
}

/// An answer of this kind, once it is there.
#[derive(Clone)]
pub struct Told(Arc<EthicsAnswer>);

impl Told {
    pub fn of(reception: &Reception) -> Option<Self> {
        let Reception::Answered(answer) = reception else {
            return None;
        };
        match &**answer {
            Answer::Packed(bytes) => unpack(bytes).map(|told| Self(Arc::new(told))),
            _ => None,
        }
    }

    pub fn get(&self) -> &EthicsAnswer {
        &self.0
    }
}

#[component]
pub fn EthicsPage() -> impl IntoView {
    let visit = expect_context::<Visit>();
    let is_asking = Memo::new(
        move |_| matches!(visit.subject(), Subject::Ethics(place) if place.dilemma.is_some()),
    );
    move || {
        if is_asking.get() {
            view! { <Dilemmas /> }.into_any()
        } else {
            view! { <Page /> }.into_any()
        }
    }
}

#[component]
fn Page() -> impl IntoView {
    let reader = reader();
    entitle(&[reader.say("ethics-title")]);
    let cards = Inquiry::new(|| Query::Ethics(EthicsQuestion::Cards));
    view! {
        <section class="opening">
            <h1 tabindex="-1">{reader.say("ethics-title")}</h1>
            <p class="lead">{reader.say("ethics-lead")}</p>
        </section>
        <div class="prose" inner_html=sections::contents(reader)></div>
        <div class="prose" inner_html=sections::counted(reader)></div>
        <InquiryFailure inquiry=cards />
        <Objection reception=cards.reception />
        <SmallNumbers />
        <Invitation />
        <Cards reception=cards.reception />
    }
}

/// The way to the dilemmas.
#[component]
fn Invitation() -> impl IntoView {
    let reader = reader();
    let visit = expect_context::<Visit>();
    let answered = expect_context::<Answered>();
    let has_begun = move || answered.0.with(|answers| !answers.is_empty());
    let to = move || {
        let dilemma = if has_begun() { EthicsPlace::END } else { "1" };
        visit.href(Subject::Ethics(EthicsPlace {
            dilemma: Some(dilemma.to_owned()),
        }))
    };
    view! {
        <section class="block" id="dilemmas">
            <h2>{reader.say("dilemma-title")}</h2>
            <p>{reader.say("dilemma-invite")}</p>
            <p>{reader.say("dilemma-invite-private")}</p>
            <p>
                <a class="button is-main" href=to>
                    {move || {
                        reader.say(if has_begun() { "dilemma-go-on" } else { "dilemma-start" })
                    }}
                </a>
            </p>
        </section>
    }
}
