//! The list of datasets: search, facets, order, and a line of cards.

use super::by_address::Elsewhere;
use super::{Told, timeline};
use crate::domain::CivilDate;
use crate::query::data::list::{Entry, OWN, choices, entries, found};
use crate::query::data::{Catalogs, Datasets};
use crate::query::place::{DataPlace, Facet, Subject};
use crate::text::words::Words;
use crate::ui::failure_notice::InquiryFailure;
use crate::ui::frame::entitle;
use crate::ui::html::Html;
use crate::ui::pages::visit::Visit;
use crate::ui::progress::Progress;
use crate::ui::reader::reader;
use crate::ui::town::{KnownTown, town};
use crate::ui::written::write;
use leptos::prelude::*;
use std::sync::Arc;

/// So many cards at once; a catalogue of others may have hundreds.
const PAGE: usize = 40;

/// The town's own datasets, and those of the catalogues that its file declares.
#[component]
pub fn TownList(
    own: Told<Datasets>,
    others: Told<Catalogs>,
    place: Memo<DataPlace>,
) -> impl IntoView {
    let reader = reader();
    let town = town();
    entitle(&[reader.say("data-title")]);
    let all = Memo::new(move |_| {
        let names = town.named.with(|known| {
            let town = known.as_ref().and_then(KnownTown::get);
            town.map(|town| town.names.clone()).unwrap_or_default()
        });
        let own = own.get()?;
        let others = others.get().unwrap_or_default();
        let tag = reader.language().tag();
        Some(Arc::new(entries(&own, &others, &names, tag)))
    });
    view! {
        <section class="opening">
            <h1 tabindex="-1">{reader.say("data-title")}</h1>
            <p class="lead">{reader.say("data-lead")}</p>
        </section>
        <List all=all place=place>
            <InquiryFailure inquiry=own.inquiry />
            <InquiryFailure inquiry=others.inquiry />
            {move || {
                all.with(Option::is_none).then(|| view! { <Progress reception=own.inquiry.reception /> })
            }}
        </List>
        <Elsewhere />
    }
}

/// Searched, narrowed and ordered as the address says. The children stand where the cards will be.
#[component]
pub fn List(
    all: Memo<Option<Arc<Vec<Entry>>>>,
    place: Memo<DataPlace>,
    children: Children,
) -> impl IntoView {
    let reader = reader();
    let visit = expect_context::<Visit>();
    let shown = RwSignal::new(PAGE);
    let left = Memo::new(move |before: Option<&Option<Vec<usize>>>| {
        let left = all.get().map(|all| place.with(|place| found(&all, place)));
        if before.is_some_and(|before| *before != left) {
            shown.set(PAGE);
        }
        left
    });
    let count = move || {
        left.get().map(|left| {
            let count = u32::try_from(left.len()).unwrap_or(u32::MAX);
            reader.say_with("data-count", &[("count", count.into())])
        })
    };
    let cards = move || {
        let all = all.get()?;
        let shown = left.get()?.into_iter().take(shown.get());
        let shown: Vec<&Entry> = shown.filter_map(|at| all.get(at)).collect();
        let now = place.get();
        let link = move |id: &str| {
            visit.href(Subject::Data(DataPlace {
                dataset: Some(id.to_owned()),
                figure: None,
                ..now.clone()
            }))
        };
        let covered = all.iter().filter_map(|entry| entry.covers);
        Some(cards(
            &shown,
            &link,
            timeline::span(covered),
            &reader.words(),
        ))
    };
    let list_at = NodeRef::new();
    write(list_at, move || cards().unwrap_or_default());
    let more = move || {
        let rest = left
            .get()
            .map_or(0, |left| left.len())
            .saturating_sub(shown.get());
        (rest > 0).then(|| {
            let count = u32::try_from(rest.min(PAGE)).unwrap_or(u32::MAX);
            view! {
                <button
                    type="button"
                    class="button"
                    on:click=move |_| shown.update(|shown| *shown += PAGE)
                >
                    {reader.say_with("data-more-cards", &[("count", count.into())])}
                </button>
            }
        })
    };
    view! {
        <form class="data-form" role="search" on:submit=|event| event.prevent_default()>
            <div class="search">
                <label for="data-search">{reader.say("data-search")}</label>
                <div class="search-field">
                    <input
                        id="data-search"
                        type="search"
                        autocomplete="off"
                        spellcheck="false"
                        aria-describedby="data-search-hint"
                        prop:value=move || place.with(|place| place.search.clone())
                        on:input=move |event| {
                            let search = event_target_value(&event);
                            visit.replace(Subject::Data(DataPlace { search, ..place.get_untracked() }));
                        }
                    />
                </div>
                <p id="data-search-hint" class="quiet">{reader.say("data-search-hint")}</p>
            </div>
            <div class="data-facets">
                {Facet::ALL
                    .into_iter()
                    .map(|facet| view! { <FacetChoice facet=facet all=all place=place /> })
                    .collect_view()}
                <label class="choice-select">
                    <span class="choice-label">{reader.say("data-sort")}</span>
                    <select on:change=move |event| {
                        let by_name = event_target_value(&event) == "name";
                        visit.go(Subject::Data(DataPlace { by_name, ..place.get_untracked() }));
                    }>
                        <option value="fresh" prop:selected=move || place.with(|p| !p.by_name)>
                            {reader.say("data-sort-fresh")}
                        </option>
                        <option value="name" prop:selected=move || place.with(|p| p.by_name)>
                            {reader.say("data-sort-name")}
                        </option>
                    </select>
                </label>
            </div>
        </form>
        <div class="data-said">
            <p class="data-count" role="status">{count}</p>
            {move || {
                place
                    .with(is_narrowed)
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button"
                                on:click=move |_| {
                                    visit.go(Subject::Data(place.with_untracked(DataPlace::widened)));
                                }
                            >
                                {reader.say("data-all")}
                            </button>
                        }
                    })
            }}
        </div>
        {children()}
        <ol class="data-list" node_ref=list_at></ol>
        {more}
    }
}

fn is_narrowed(place: &DataPlace) -> bool {
    !place.search.is_empty() || place.chosen.iter().any(Option::is_some)
}

/// A facet with what would be left of each value; nothing where there is no choice.
#[component]
fn FacetChoice(
    facet: Facet,
    all: Memo<Option<Arc<Vec<Entry>>>>,
    place: Memo<DataPlace>,
) -> impl IntoView {
    let reader = reader();
    let visit = expect_context::<Visit>();
    let values = Memo::new(move |_| {
        let all = all.get()?;
        Some(place.with(|place| choices(&all, place, facet)))
    });
    let is_choice = Memo::new(move |_| {
        let all = all.get();
        let any = DataPlace::default();
        all.is_some_and(|all| choices(&all, &any, facet).len() > 1)
            || place.with(|place| place.chosen(facet).is_some())
    });
    let label = move |value: &str| match facet {
        Facet::Catalog => {
            let titled = all.get();
            let titled = titled.iter().flat_map(|all| all.iter());
            let title = titled
                .filter(|entry| entry.catalog == value)
                .map(|entry| entry.catalog_title.clone())
                .find(|title| !title.is_empty());
            title.unwrap_or_else(|| match value {
                OWN => reader.say("data-catalogue-own"),
                other => other.to_owned(),
            })
        }
        _ => value_label(facet, value, &reader.words()),
    };
    move || {
        is_choice.get().then(|| {
            view! {
                <label class="choice-select">
                    <span class="choice-label">{reader.say(&format!("data-facet-{}", facet.name()))}</span>
                    <select
                        name=facet.name()
                        on:change=move |event| {
                            let value = Some(event_target_value(&event)).filter(|value| !value.is_empty());
                            let place = place.get_untracked().with(facet, value);
                            visit.go(Subject::Data(place));
                        }
                    >
                        <option value="" prop:selected=move || {
                            place.with(|place| place.chosen(facet).is_none())
                        }>{reader.say("data-facet-any")}</option>
                        {move || {
                            let chosen = place.with(|place| place.chosen(facet).map(str::to_owned));
                            values
                                .get()
                                .into_iter()
                                .flatten()
                                .map(|(value, count)| {
                                    let is_chosen = chosen.as_deref() == Some(&*value);
                                    let text = format!("{} ({count})", label(&value));
                                    view! {
                                        <option value=value prop:selected=is_chosen>
                                            {text}
                                        </option>
                                    }
                                })
                                .collect_view()
                        }}
                    </select>
                </label>
            }
        })
    }
}

fn value_label(facet: Facet, value: &str, words: &Words) -> String {
    match facet {
        Facet::Theme => super::facts::term(value, words).unwrap_or_else(|| value.to_owned()),
        Facet::Licence => words.get(&format!("data-licence-short-{value}")),
        _ => value.to_owned(),
    }
}

/// The cards of the list.
fn cards(
    entries: &[&Entry],
    link: &dyn Fn(&str) -> String,
    span: Option<(CivilDate, CivilDate)>,
    words: &Words,
) -> String {
    let mut html = Html::default();
    for entry in entries {
        let is_other = entry.dataset.is_none();
        html.raw(if is_other {
            "<li class='data-card is-other'><h2>"
        } else {
            "<li class='data-card'><h2>"
        });
        let to = entry
            .dataset
            .as_deref()
            .map_or_else(|| entry.page.clone(), link);
        let is_link = !is_other || to.starts_with("https://") || to.starts_with("http://");
        if is_link {
            html.wrapped("<a href=\"", &to, "\">");
        }
        html.text(&entry.title);
        html.raw(if is_link { "</a></h2>" } else { "</h2>" });
        if is_other {
            let catalog = ("catalog", entry.catalog_title.clone().into());
            html.wrapped(
                "<p class='data-other'>",
                &words.with("data-other", &[catalog]),
                "</p>",
            );
        }
        html.wrapped("<p class='data-about'>", &entry.description, "</p>");
        html.raw("<p class='data-tags'>");
        for kind in &entry.kinds {
            html.wrapped(
                "<span class='tag tag-licence'>",
                &words.get(&format!("data-licence-short-{}", kind.name())),
                "</span>",
            );
        }
        for theme in entry.themes.iter().take(4) {
            let label = value_label(Facet::Theme, theme, words);
            html.wrapped("<span class='tag'>", &label, "</span>");
        }
        for format in entry.formats.iter().take(6) {
            html.wrapped("<span class='tag tag-format'>", format, "</span>");
        }
        html.raw("</p>");
        if let (Some(span), Some((first, last))) = (span, entry.covers) {
            timeline::bar(&mut html, span, (first, last), &[]);
        }
        html.wrapped("<p class='data-facts quiet'>", &entry.publisher, "");
        if let Some((first, last)) = entry.covers {
            html.wrapped(" · ", &words.period(first, after(last)), "");
        } else if let Some(day) = entry.fresh {
            let date = ("date", words.date(day).into());
            html.wrapped(" · ", &words.with("data-as-of", &[date]), "");
        }
        html.raw("</p></li>");
    }
    html.finish()
}

/// Periods are told by their first day after.
fn after(last: CivilDate) -> CivilDate {
    last.plus_days(1)
}
