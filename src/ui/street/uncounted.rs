//! A street without a counter: what can be said all the same.

use crate::query::StreetAnswer;
use crate::query::answer::NearbyStreet;
use crate::text::answers as plain;
use crate::ui::home::search_box::{SearchBox, page_of};
use crate::ui::navigation::Navigation;
use crate::ui::reader::reader;
use crate::ui::street_name::StreetName;
use crate::ui::town::{KnownTown, town};
use leptos::prelude::*;

pub fn uncounted(answer: &StreetAnswer) -> impl IntoView + use<> {
    let reader = reader();
    let known = town().known;
    let said = plain::not_counted(answer, &reader.words());
    let measured = move || {
        known.with(|known| {
            let figures = &known.as_ref().and_then(KnownTown::get)?.figures;
            Some(reader.say_with(
                "ui-empty-town-text",
                &[
                    ("counted", figures.counted_streets.into()),
                    ("streets", figures.streets.into()),
                ],
            ))
        })
    };
    view! {
        <section class="uncounted" aria-labelledby="uncounted-title">
            <h2 id="uncounted-title">{reader.say("ui-empty-title")}</h2>
            <ul class="answer-notes">
                {said.notes.into_iter().map(|note| view! { <li>{note}</li> }).collect_view()}
            </ul>
            {if answer.nearby.is_empty() {
                view! { <p>{reader.say("ui-nearby-none")}</p> }.into_any()
            } else {
                view! {
                    <h3>{reader.say("ui-nearby-title")}</h3>
                    <ul class="nearby">
                        {answer
                            .nearby
                            .iter()
                            .cloned()
                            .map(|street| view! { <Nearby street=street /> })
                            .collect_view()}
                    </ul>
                }
                    .into_any()
            }}
            <h3>{reader.say("ui-empty-town")}</h3>
            <p>{measured}</p>
            <SearchBox />
        </section>
    }
}

#[component]
fn Nearby(street: NearbyStreet) -> impl IntoView {
    let reader = reader();
    let words = reader.words();
    let navigation = expect_context::<Navigation>();
    let languages = town()
        .known
        .with_untracked(|known| known.as_ref().map(KnownTown::languages).unwrap_or_default());
    let page = page_of(street.id);
    let place = match (street.distance_m, street.is_comparable) {
        (Some(metres), is_comparable) => {
            let key = if is_comparable {
                "ui-nearby-comparable"
            } else {
                "ui-nearby-near"
            };
            reader.say_with(key, &[("distance", words.length(metres).into())])
        }
        (None, true) => reader.say("ui-nearby-alike"),
        (None, false) => String::new(),
    };
    let cars = street
        .counted
        .cars_per_working_day
        .map(|cars| reader.say_with("ui-nearby-cars", &[("cars", words.count(cars).into())]));
    let speed = street
        .counted
        .v85_kmh
        .map(|v85| reader.say_with("ui-nearby-v85", &[("speed", words.kmh(v85).into())]));
    view! {
        <li class="nearby-street">
            <a href=move || navigation.href(page.clone())>
                <StreetName names=street.names town_languages=languages />
            </a>
            <span class="quiet">{place}</span>
            <span>{cars}</span>
            <span>{speed}</span>
        </li>
    }
}
