//! The same as the map, as a list: every street with its cars on a working day.

use super::search_box::page_of;
use crate::domain::fold::fold;
use crate::domain::order::order;
use crate::query::answer::StreetEntry;
use crate::ui::navigation::Navigation;
use crate::ui::reader::reader;
use crate::ui::street_name::{self, StreetName};
use crate::ui::town::{KnownTown, town};
use leptos::prelude::*;

const PAGE: usize = 12;

#[derive(Clone, Copy, PartialEq)]
enum Order {
    Name,
    Cars,
}

#[component]
pub fn StreetList() -> impl IntoView {
    let reader = reader();
    let known = town().known;
    view! {
        <section class="list" aria-labelledby="list-title">
            <h2 id="list-title">{reader.say("ui-list-title")}</h2>
            <Show
                when=move || known.read().is_some()
                fallback=|| view! { <div class="list-waiting"></div> }
            >
                <SortedList />
            </Show>
        </section>
    }
}

#[component]
fn SortedList() -> impl IntoView {
    let reader = reader();
    let known = town().known;
    let order = RwSignal::new(Order::Cars);
    let only_counted = RwSignal::new(true);
    let shown = RwSignal::new(PAGE);
    let rows = Memo::new(move |_| {
        known
            .with(|known| {
                known.as_ref().and_then(KnownTown::get).map(|town| {
                    in_order(
                        &town.streets,
                        &town.languages,
                        order.get(),
                        only_counted.get(),
                    )
                })
            })
            .unwrap_or_default()
    });
    let languages =
        move || known.with(|k| k.as_ref().map(KnownTown::languages).unwrap_or_default());
    let sort_of = move |own: Order| {
        if order.get() != own {
            "none"
        } else if own == Order::Name {
            "ascending"
        } else {
            "descending"
        }
    };
    view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || only_counted.get()
                    on:change=move |event| {
                        only_counted.set(event_target_checked(&event));
                        shown.set(PAGE);
                    }
                />
                <span>{reader.say("ui-list-only-counted")}</span>
            </label>
            <table class="list-table">
                <caption class="visually-hidden">{reader.say("ui-list-caption")}</caption>
                <thead>
                    <tr>
                        <th scope="col" aria-sort=move || sort_of(Order::Name)>
                            <button type="button" on:click=move |_| order.set(Order::Name)>
                                {reader.say("ui-list-street")}
                            </button>
                        </th>
                        <th scope="col" class="number" aria-sort=move || sort_of(Order::Cars)>
                            <button type="button" on:click=move |_| order.set(Order::Cars)>
                                {reader.say("ui-list-cars")}
                            </button>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {move || {
                        let languages = languages();
                        rows.get()
                            .into_iter()
                            .take(shown.get())
                            .map(|street| view! { <Row street=street town_languages=languages.clone() /> })
                            .collect_view()
                    }}
                </tbody>
            </table>
            {move || {
                let rest = rows.read().len().saturating_sub(shown.get());
                (rest > 0)
                    .then(|| {
                        let count = u32::try_from(rest.min(2 * PAGE)).unwrap_or(u32::MAX);
                        view! {
                            <button
                                type="button"
                                class="button"
                                on:click=move |_| shown.update(|shown| *shown += 2 * PAGE)
                            >
                                {reader.say_with("ui-list-more", &[("count", count.into())])}
                            </button>
                        }
                    })
            }}
    }
}

#[component]
fn Row(street: StreetEntry, town_languages: Vec<String>) -> impl IntoView {
    let reader = reader();
    let navigation = expect_context::<Navigation>();
    let page = page_of(street.id);
    let counted = street.counted;
    let is_daylight = counted
        .as_ref()
        .is_some_and(|c| c.cars_per_working_day.is_some() && c.hours_of_day < 24);
    let value = match counted.as_ref().map(|c| c.cars_per_working_day) {
        None => view! { <span class="quiet">{reader.say("ui-not-counted")}</span> }.into_any(),
        Some(None) => view! { <span class="quiet">{reader.say("ui-too-little")}</span> }.into_any(),
        Some(Some(cars)) => reader.words().count(cars).into_any(),
    };
    view! {
        <tr>
            <th scope="row">
                <a href=move || navigation.href(page.clone())>
                    <StreetName names=street.names town_languages=town_languages />
                </a>
                <span class="list-place">{street.municipality}</span>
            </th>
            <td class="number">
                {value}
                {is_daylight.then(|| view! { <span class="list-note">{reader.say("ui-by-daylight")}</span> })}
            </td>
        </tr>
    }
}

/// Most cars first, streets without a figure last; or as the town sorts its names.
fn in_order(
    streets: &[StreetEntry],
    languages: &[String],
    by: Order,
    only_counted: bool,
) -> Vec<StreetEntry> {
    let rows: Vec<&StreetEntry> = streets
        .iter()
        .filter(|street| street.counted.is_some() || !only_counted)
        .collect();
    // What each row is sorted by, made once.
    let cars: Vec<f64> = rows.iter().map(|street| cars(street)).collect();
    let names: Vec<String> = rows
        .iter()
        .map(|street| fold(&street_name::first(&street.names, languages).1))
        .collect();
    let places = match by {
        Order::Cars => order(rows.len(), &|a, b| {
            let of = |place: usize| cars.get(place).copied().unwrap_or(-2.0);
            of(b).total_cmp(&of(a))
        }),
        Order::Name => order(rows.len(), &|a, b| names.get(a).cmp(&names.get(b))),
    };
    places
        .into_iter()
        .filter_map(|place| rows.get(place).copied().cloned())
        .collect()
}

fn cars(street: &StreetEntry) -> f64 {
    match &street.counted {
        Some(counted) => counted.cars_per_working_day.unwrap_or(-1.0),
        None => -2.0,
    }
}
