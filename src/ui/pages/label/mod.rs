//! The label of a sensor, to print on A5: which dataset and street is in the address.

mod icons;
pub mod sheet;

use super::ethics::Told;
use super::visit::Visit;
use crate::domain::StreetId;
use crate::query::ethics::{EthicsAnswer, EthicsQuestion, Label, LabelQuestion};
use crate::query::place::{LabelPlace, Subject};
use crate::query::{Answer, Query};
use crate::ui::client::Reception;
use crate::ui::failure_notice::InquiryFailure;
use crate::ui::frame::entitle;
use crate::ui::inquiry::Inquiry;
use crate::ui::progress::Progress;
use crate::ui::reader::reader;
use leptos::prelude::*;

#[component]
pub fn LabelPage() -> impl IntoView {
    let reader = reader();
    let visit = expect_context::<Visit>();
    let place = Memo::new(move |_| match visit.subject() {
        Subject::Label(place) => place,
        _ => LabelPlace::default(),
    });
    let inquiry = Inquiry::new(move || {
        let LabelPlace { dataset, street } = place.get();
        Query::Ethics(EthicsQuestion::Label(LabelQuestion {
            dataset,
            street: street.map(StreetId),
        }))
    });
    let is_reading = Memo::new(move |_| inquiry.reception.with(|now| Told::of(now).is_none()));
    let label = move || {
        let told = inquiry.reception.with(Told::of)?;
        match told.get() {
            EthicsAnswer::Label(label) => Some((**label).clone()),
            _ => None,
        }
    };
    let written = move || {
        let label = label()?;
        let street = label
            .street
            .as_ref()
            .map(|street| reader.name_of(&street.names));
        entitle(&[reader.say("label-page-title"), street.unwrap_or_default()]);
        Some(match &label.card {
            Some(card) => {
                view! { <div inner_html=sheet::sheet(card, &label, &reader.words())></div> }
                    .into_any()
            }
            None => view! { <p class="notice">{reader.say("label-none")}</p> }.into_any(),
        })
    };
    entitle(&[reader.say("label-page-title")]);
    view! {
        <section class="opening label-controls">
            <h1 tabindex="-1">{reader.say("label-page-title")}</h1>
            <p class="lead">{reader.say("label-page-lead")}</p>
        </section>
        <div class="label-controls controls">
            {move || label().map(|label| view! { <Datasets label=label place=place.get() /> })}
            <Streets place=place />
            <button
                type="button"
                class="button is-main"
                on:click=move |_| {
                    // Refused only inside a sandbox; the browser's own command is there too.
                    let _ = window().print();
                }
            >
                {reader.say("label-print")}
            </button>
        </div>
        <InquiryFailure inquiry=inquiry />
        {move || is_reading.get().then(|| view! { <Progress reception=inquiry.reception /> })}
        {written}
    }
}

/// Which dataset, where there are several.
#[component]
fn Datasets(label: Label, place: LabelPlace) -> impl IntoView {
    let reader = reader();
    let visit = expect_context::<Visit>();
    let now = label.card.map(|card| card.id);
    let option = |(id, title)| {
        let is_now = now.as_ref() == Some(&id);
        view! {
            <option value=id selected=is_now>
                {reader.name_of(&title)}
            </option>
        }
    };
    (label.others.len() > 1).then(|| {
        view! {
            <label class="choice-select">
                <span class="choice-label">{reader.say("label-dataset")}</span>
                <select on:change=move |event| {
                    visit
                        .go(
                            Subject::Label(LabelPlace {
                                dataset: Some(event_target_value(&event)),
                                street: place.street.clone(),
                            }),
                        );
                }>{label.others.into_iter().map(option).collect_view()}</select>
            </label>
        }
    })
}

/// Which of the counted streets, once their list is there.
#[component]
fn Streets(place: Memo<LabelPlace>) -> impl IntoView {
    let reader = reader();
    let visit = expect_context::<Visit>();
    let inquiry = Inquiry::new(|| Query::Town);
    let streets = move || {
        let reception = inquiry.reception.get();
        let Reception::Answered(answer) = reception else {
            return None;
        };
        let Answer::Town(town) = &*answer else {
            return None;
        };
        let counted = town
            .streets
            .iter()
            .filter(|street| street.counted.is_some());
        let named = counted.map(|street| (street.id.0.clone(), reader.name_of(&street.names)));
        Some(named.collect::<Vec<_>>())
    };
    let options = move |streets: Vec<(String, String)>| {
        let now = place.get_untracked().street;
        let option = |(id, name): (String, String)| {
            let is_now = now.as_ref() == Some(&id);
            view! {
                <option value=id selected=is_now>
                    {name}
                </option>
            }
        };
        streets.into_iter().map(option).collect_view()
    };
    move || {
        streets().map(|streets| {
            view! {
                <label class="choice-select">
                    <span class="choice-label">{reader.say("label-street")}</span>
                    <select on:change=move |event| {
                        let street = event_target_value(&event);
                        visit
                            .go(
                                Subject::Label(LabelPlace {
                                    dataset: None,
                                    street: (!street.is_empty()).then_some(street),
                                }),
                            );
                    }>
                        <option value="">{reader.say("label-street-none")}</option>
                        {options(streets)}
                    </select>
                </label>
            }
        })
    }
}
