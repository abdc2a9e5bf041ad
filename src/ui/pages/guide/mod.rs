//! The guide for a town that wants to publish: four steps with checklists, and the fields of a town file.

mod checks;
mod fields;
mod file;

use super::visit::Visit;
use crate::query::place::{GuidePlace, Subject};
use crate::query::town_draft::{Filled, TownDraft};
use crate::ui::frame::entitle;
use crate::ui::reader::reader;
use checks::{Checks, Export};
use fields::Fields;
use file::TownFile;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What was ticked and filled in. It is in this window only.
#[derive(Clone, Copy)]
pub struct Filling {
    checks: RwSignal<BTreeSet<String>>,
    draft: RwSignal<TownDraft>,
}

impl Filling {
    pub fn new() -> Self {
        Self {
            checks: RwSignal::new(BTreeSet::new()),
            draft: RwSignal::new(TownDraft {
                town: Filled::default(),
                sources: vec![Filled::default()],
            }),
        }
    }
}

#[component]
pub fn GuidePage() -> impl IntoView {
    let visit = expect_context::<Visit>();
    let step = Memo::new(move |_| match visit.subject() {
        Subject::Guide(place) => place.shown(),
        _ => GuidePlace::default().shown(),
    });
    move || view! { <Step step=step.get() /> }
}

fn to(visit: Visit, step: &str) -> String {
    visit.href(Subject::Guide(GuidePlace {
        step: Some(step.to_owned()),
    }))
}

#[component]
fn Step(step: &'static str) -> impl IntoView {
    let reader = reader();
    let visit = expect_context::<Visit>();
    let name_of = move |step: &str| reader.say(&format!("guide-step-{step}"));
    entitle(&[name_of(step), reader.say("guide-title")]);
    let steps = GuidePlace::STEPS.into_iter().map(|one| {
        view! {
            <li>
                <a href=to(visit, one) aria-current=(one == step).then_some("step")>
                    {name_of(one)}
                </a>
            </li>
        }
    });
    let next = GuidePlace::STEPS
        .into_iter()
        .skip_while(|one| *one != step)
        .nth(1);
    view! {
        <section class="opening">
            <h1 tabindex="-1">{reader.say("guide-title")}</h1>
            <p class="lead">{reader.say("guide-lead")}</p>
        </section>
        <nav class="guide-steps" aria-label=reader.say("guide-steps")>
            <ol>{steps.collect_view()}</ol>
        </nav>
        <section class="block">
            <h2>{name_of(step)}</h2>
            <p class="lead">{reader.say(&format!("guide-step-{step}-text"))}</p>
            <p class="quiet">{reader.say("guide-kept")}</p>
        </section>
        <Checks step=step />
        {match step {
            "plan" => Some(view! { <Fields /> }.into_any()),
            "do" => Some(view! { <TownFile /> }.into_any()),
            "watch" => Some(view! { <Export /> }.into_any()),
            _ => None,
        }}
        {next
            .map(|next| {
                let step = ("step", name_of(next).into());
                view! {
                    <p class="steps">
                        <a class="button is-main" href=to(visit, next)>
                            {reader.say_with("guide-next", &[step])}
                        </a>
                    </p>
                }
            })}
    }
}
