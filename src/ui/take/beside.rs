//! What a comparison compares with: up to three counted streets, or the year before.

use super::dialog::Subject;
use crate::query::plate::{MOST_OTHERS, Other};
use crate::query::{Answer, Query};
use crate::ui::client::Reception;
use crate::ui::inquiry::Inquiry;
use crate::ui::reader::reader;
use leptos::prelude::*;

#[component]
pub fn Beside(subject: Subject, others: RwSignal<Vec<Other>>) -> impl IntoView {
    let reader = reader();
    let inquiry = Inquiry::new(|| Query::Town);
    let own = subject.question.street.clone();
    let before = subject.year_before().map(|days| {
        let other = Other {
            street: None,
            days: Some(days),
        };
        let said = reader.words().period(days.0, days.1);
        (other.format(), said)
    });
    // Name by what it says in an address.
    let options = move || {
        let mut options: Vec<(String, String)> = before.clone().into_iter().collect();
        if let Reception::Answered(answer) = inquiry.reception.get()
            && let Answer::Town(town) = &*answer
        {
            let counted = town
                .streets
                .iter()
                .filter(|street| street.counted.is_some() && street.id != own);
            options
                .extend(counted.map(|street| (street.id.0.clone(), reader.name_of(&street.names))));
        }
        options
    };
    let places: Vec<usize> = (0..MOST_OTHERS).collect();
    let choose = move |place: usize, text: &str| {
        others.update(|all| {
            all.truncate(if text.is_empty() { place } else { MOST_OTHERS });
            if let Some(other) = Other::parse(text) {
                match all.get_mut(place) {
                    Some(known) => *known = other,
                    None => all.push(other),
                }
            }
        });
    };
    view! {
        <fieldset class="take-beside">
            <legend>{reader.say("take-beside")}</legend>
            <div class="take-fields">
                {places
                    .into_iter()
                    .map(|place| {
                        let options = options.clone();
                        // The next one appears once the one before it is chosen.
                        let is_there = Memo::new(move |_| others.with(Vec::len) >= place);
                        let now = move || {
                            others.with(|all| all.get(place).map(Other::format).unwrap_or_default())
                        };
                        let id = format!("take-beside-{place}");
                        let label = reader
                            .say(if place == 0 { "take-beside-first" } else { "take-beside-more" });
                        move || {
                            let options = options.clone();
                            let (id, label) = (id.clone(), label.clone());
                            is_there
                                .get()
                                .then(|| {
                                    view! {
                                        <p class="take-field">
                                            <label for=id.clone()>{label}</label>
                                            <select
                                                id=id
                                                prop:value=now
                                                on:change=move |event| choose(place, &event_target_value(&event))
                                            >
                                                <option value="">{reader.say("take-beside-none")}</option>
                                                {move || {
                                                    let chosen = others
                                                        .with_untracked(|all| {
                                                            all.get(place).map(Other::format).unwrap_or_default()
                                                        });
                                                    options()
                                                        .into_iter()
                                                        .map(|(value, name)| {
                                                            let is_it = value == chosen;
                                                            view! {
                                                                <option value=value selected=is_it>
                                                                    {name}
                                                                </option>
                                                            }
                                                        })
                                                        .collect_view()
                                                }}
                                            </select>
                                        </p>
                                    }
                                })
                        }
                    })
                    .collect_view()}
            </div>
        </fieldset>
    }
}
