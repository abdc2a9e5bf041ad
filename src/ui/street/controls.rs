//! What can be chosen on a street's page. Every choice is a new address.

use super::Shown;
use super::period::PeriodControl;
use crate::domain::{CivilDate, Mode, SegmentId};
use crate::query::StreetQuestion;
use crate::query::answer::SectionEntry;
use crate::query::permalink::Page;
use crate::ui::navigation::Navigation;
use crate::ui::reader::reader;
use leptos::prelude::*;

/// First and last counted day and the counted stretches: what the controls are made of.
#[derive(Clone, PartialEq)]
pub struct Choices {
    pub first: CivilDate,
    pub last: CivilDate,
    /// Of the shown answer: the start of an own choice.
    pub start: CivilDate,
    pub end: CivilDate,
    pub segment: SegmentId,
    pub sections: Vec<SectionEntry>,
}

impl Choices {
    fn of(shown: &Shown) -> Option<Self> {
        let answer = shown.get()?;
        let counted = answer.counted.as_ref()?;
        Some(Self {
            first: counted.first,
            last: counted.last,
            start: counted.start,
            end: counted.end,
            segment: counted.segment.clone(),
            sections: answer.sections.clone(),
        })
    }
}

#[component]
pub fn Controls(question: Memo<StreetQuestion>, shown: RwSignal<Option<Shown>>) -> impl IntoView {
    let reader = reader();
    let choices = Memo::new(move |_| shown.with(|shown| shown.as_ref().and_then(Choices::of)));
    view! {
        <section class="controls" aria-label=reader.say("ui-controls")>
            <ModeControl question=question />
            <PeriodControl question=question choices=choices />
            <SectionControl question=question choices=choices />
        </section>
    }
}

#[component]
fn ModeControl(question: Memo<StreetQuestion>) -> impl IntoView {
    let reader = reader();
    let navigation = expect_context::<Navigation>();
    let modes = [Mode::Car, Mode::Heavy, Mode::Bike, Mode::Pedestrian];
    view! {
        <fieldset class="choice choice-mode">
            <legend>{reader.say("ui-mode")}</legend>
            <div class="choice-options">
                {modes
                    .into_iter()
                    .map(|mode| {
                        view! {
                            <label class="choice-option">
                                <input
                                    type="radio"
                                    name="mode"
                                    value=mode.name()
                                    prop:checked=move || question.read().mode == mode
                                    on:change=move |_| {
                                        let question = question.get_untracked();
                                        navigation.go(Page::Street(StreetQuestion { mode, ..question }));
                                    }
                                />
                                <span>{reader.words().mode(mode)}</span>
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
        </fieldset>
    }
}

/// Only where more than one stretch of the street is counted.
#[component]
fn SectionControl(question: Memo<StreetQuestion>, choices: Memo<Option<Choices>>) -> impl IntoView {
    let reader = reader();
    let navigation = expect_context::<Navigation>();
    let sections = Memo::new(move |_| {
        choices
            .with(|c| c.as_ref().map(|c| c.sections.clone()))
            .unwrap_or_default()
    });
    let now = move || {
        choices
            .with(|c| c.as_ref().map(|c| c.segment.0.clone()))
            .unwrap_or_default()
    };
    let choose = move |segment: String| {
        let question = question.get_untracked();
        navigation.go(Page::Street(StreetQuestion {
            segment: Some(SegmentId(segment)),
            ..question
        }));
    };
    move || {
        (sections.read().len() > 1).then(|| {
            view! {
                <label class="choice choice-select">
                    <span class="choice-label">{reader.say("ui-street-section")}</span>
                    <select
                        prop:value=now
                        on:change=move |event| choose(event_target_value(&event))
                    >
                        {sections
                            .get()
                            .into_iter()
                            .map(|section| {
                                let id = section.segment.0.clone();
                                let is_now = id == now();
                                let label = if section.label.is_empty() {
                                    reader
                                        .say_with(
                                            "ui-street-section-nameless",
                                            &[("segment", id.clone().into())],
                                        )
                                } else {
                                    section.label
                                };
                                view! { <option value=id selected=is_now>{label}</option> }
                            })
                            .collect_view()}
                    </select>
                </label>
            }
        })
    }
}
