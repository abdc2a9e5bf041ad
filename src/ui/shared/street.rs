//! The fifth question of a street's page, with the hour of the week that it is asked for.

use super::map::NearMap;
use super::offer::OfferView;
use super::say;
use super::town::systems_html;
use crate::domain::DayType;
use crate::query::shared_page::{OfferPart, StreetPart, SystemPart};
use crate::text::Words;
use crate::ui::reader::reader;
use leptos::prelude::*;
use std::sync::Arc;

/// The hour of the week that is asked for; kept while the part is open.
#[derive(Clone, Copy)]
pub struct Asked {
    pub day: RwSignal<DayType>,
    /// 0–23.
    pub hour: RwSignal<u8>,
}

/// The hour in which the field asks whether a vehicle is near (definitions 4.9).
const USUAL_HOUR: u8 = 8;

#[component]
pub fn Near(street: StreetPart, systems: Vec<SystemPart>) -> impl IntoView {
    let reader = reader();
    let words = reader.words();
    let asked = Asked {
        day: RwSignal::new(DayType::Working),
        hour: RwSignal::new(USUAL_HOUR),
    };
    let is_empty = street.offers.is_empty();
    let offers = Arc::new(street.offers);
    let within = street.within_m;
    let told = {
        let offers = offers.clone();
        move || sentence(&offers, within, asked.day.get(), asked.hour.get(), &words)
    };
    let certain = {
        let offers = offers.clone();
        move || certainty(&offers, asked.day.get(), asked.hour.get(), &words)
    };
    let body = if is_empty {
        view! {
            <p class="answer-sentence">
                {words.with("shared-none-near", &[("metres", words.length(within).into())])}
            </p>
        }
        .into_any()
    } else {
        view! {
            <p class="answer-sentence" role="status">
                {told}
            </p>
            <p class="answer-certainty">{certain}</p>
            <HourControl asked=asked />
            <div class="shared-offers">
                {offers
                    .iter()
                    .enumerate()
                    .map(|(place, offer)| {
                        view! { <OfferView place=place offer=offer.clone() within_m=within asked=asked /> }
                    })
                    .collect_view()}
            </div>
            <NearMap lines=street.lines offers=offers within_m=within />
        }
        .into_any()
    };
    view! {
        <section class="shared" aria-labelledby="shared-title">
            <h2 id="shared-title">{reader.say("shared-title")}</h2>
            {body}
            <div inner_html=systems_html(&systems, &words)></div>
        </section>
    }
}

#[component]
fn HourControl(asked: Asked) -> impl IntoView {
    let reader = reader();
    let words = reader.words();
    let days = DayType::ALL.map(|day| {
        view! {
            <label class="choice-option">
                <input
                    type="radio"
                    name="shared-day"
                    value=day.name()
                    prop:checked=move || asked.day.get() == day
                    on:change=move |_| asked.day.set(day)
                />
                <span>{words.day_type(day)}</span>
            </label>
        }
    });
    let hours = (0..24_u8).map(|hour| {
        let is_now = hour == USUAL_HOUR;
        view! { <option value=hour.to_string() selected=is_now>{words.hour(hour)}</option> }
    });
    view! {
        <div class="shared-asked">
            <fieldset class="choice">
                <legend>{reader.say("shared-day")}</legend>
                <div class="choice-options">{days.into_iter().collect_view()}</div>
            </fieldset>
            <label class="choice choice-select">
                <span class="choice-label">{reader.say("shared-hour")}</span>
                <select on:change=move |event| {
                    if let Ok(hour) = event_target_value(&event).parse() {
                        asked.hour.set(hour);
                    }
                }>{hours.collect_view()}</select>
            </label>
        </div>
    }
}

/// What was there at an hour, of all operators; then those of which nothing is known then.
fn sentence(offers: &[OfferPart], within_m: f64, day: DayType, hour: u8, words: &Words) -> String {
    let language = words.language();
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for offer in offers {
        let operator = offer.operator.in_language(language.tag());
        match offer.at(day, hour) {
            Some(available) => known.push(words.with(
                "shared-item",
                &[
                    ("what", say::count(offer.form, available.mean, words).into()),
                    ("operator", operator.into()),
                ],
            )),
            None => unknown.push(words.with(
                "shared-unknown",
                &[
                    ("form", say::form(offer.form, words).into()),
                    ("operator", operator.into()),
                ],
            )),
        }
    }
    let when = [
        ("day", words.day_type(day).into()),
        ("hour", words.hour(hour).into()),
        ("metres", words.length(within_m).into()),
    ];
    let mut parts = Vec::new();
    if known.is_empty() {
        parts.push(words.with("shared-hour-unknown", &when));
    } else {
        let [day, hour, metres] = when;
        let what = ("what", words.list(&known).into());
        parts.push(words.with("shared-sentence", &[day, hour, metres, what]));
        parts.extend(unknown);
    }
    parts.join(" ")
}

/// From when to when, and how much of this hour is known.
fn certainty(offers: &[OfferPart], day: DayType, hour: u8, words: &Words) -> String {
    let Some(first) = offers.iter().map(|offer| offer.first).min() else {
        return String::new();
    };
    let last = offers.iter().map(|offer| offer.last).max().unwrap_or(first);
    let shares = offers
        .iter()
        .filter_map(|offer| Some(offer.at(day, hour)?.coverage));
    let least = shares.fold(None, |least: Option<f64>, share| {
        Some(least.map_or(share, |least| least.min(share)))
    });
    let period = ("period", words.period(first, last.plus_days(1)).into());
    match least {
        None => words.with("shared-recorded", &[period]),
        Some(share) => words.with(
            "shared-certainty",
            &[period, ("coverage", words.percent_down(share).into())],
        ),
    }
}
