//! Finding a street by name: a combobox after the ARIA pattern, for keys, pointer and touch.

use crate::domain::{Mode, StreetId};
use crate::query::permalink::Page;
use crate::query::{PeriodChoice, StreetQuestion};
use crate::ui::navigation::Navigation;
use crate::ui::reader::reader;
use crate::ui::street_name;
use crate::ui::town::{KnownTown, town};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

const LIMIT: usize = 8;
const SUGGESTIONS: usize = 3;

/// One line of the list.
#[derive(Clone, PartialEq)]
struct Found {
    street: StreetId,
    tag: String,
    name: String,
    municipality: String,
    /// The name that fits what was typed, where it is not the shown one.
    also: Option<String>,
    is_counted: bool,
}

/// The page of a street in its usual period.
pub fn page_of(street: StreetId) -> Page {
    Page::Street(StreetQuestion {
        street,
        segment: None,
        period: PeriodChoice::LastYear,
        mode: Mode::Car,
    })
}

#[component]
pub fn SearchBox() -> impl IntoView {
    let reader = reader();
    let navigation = expect_context::<Navigation>();
    let known = town().known;
    let typed = RwSignal::new(String::new());
    let is_open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);

    let found = Memo::new(move |_| {
        known
            .with(|known| known.as_ref().map(|known| find(known, &typed.read())))
            .unwrap_or_default()
    });
    let has_text = Memo::new(move |_| !typed.read().trim().is_empty());
    let is_list_shown = Memo::new(move |_| is_open.get() && !found.read().is_empty());
    let is_nothing_found =
        Memo::new(move |_| has_text.get() && known.read().is_some() && found.read().is_empty());
    let choose = move |index: usize| {
        if let Some(street) =
            found.with_untracked(|found| found.get(index).map(|f| f.street.clone()))
        {
            is_open.set(false);
            typed.set(String::new());
            navigation.go(page_of(street));
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let count = found.with_untracked(Vec::len);
        let now = active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if count > 0 => {
                event.prevent_default();
                is_open.set(true);
                active.set(Some(next(now, count, event.key() == "ArrowDown")));
            }
            "Enter" if count > 0 => {
                event.prevent_default();
                choose(now.unwrap_or(0));
            }
            "Escape" => {
                if is_list_shown.get_untracked() {
                    is_open.set(false);
                } else {
                    typed.set(String::new());
                }
                active.set(None);
            }
            "Home" | "End" | "ArrowLeft" | "ArrowRight" => active.set(None),
            _ => {}
        }
    };
    let announced = move || {
        if !has_text.get() || known.read().is_none() {
            return String::new();
        }
        let count = u32::try_from(found.read().len()).unwrap_or(u32::MAX);
        reader.say_with("ui-search-results", &[("count", count.into())])
    };

    view! {
        <search class="search" class:is-open=is_list_shown>
            <label for="search-input">{reader.say("ui-search-label")}</label>
            <div class="search-field">
                <input
                    id="search-input"
                    type="text"
                    role="combobox"
                    aria-expanded=move || is_list_shown.get().to_string()
                    aria-controls="search-list"
                    aria-autocomplete="list"
                    aria-describedby="search-hint"
                    aria-activedescendant=move || {
                        active.get().filter(|_| is_list_shown.get()).map(option_id)
                    }
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    enterkeyhint="search"
                    maxlength="120"
                    prop:value=move || typed.get()
                    on:input=move |event| {
                        typed.set(event_target_value(&event));
                        active.set(None);
                        is_open.set(true);
                    }
                    on:focus=move |_| is_open.set(true)
                    on:blur=move |_| is_open.set(false)
                    on:keydown=on_key
                />
                <span class="search-icon" aria-hidden="true"></span>
            </div>
            <ul
                id="search-list"
                class="search-list"
                role="listbox"
                aria-label=reader.say("ui-search-list")
                hidden=move || !is_list_shown.get()
                // The field keeps the focus while a line is pressed.
                on:mousedown=|event| event.prevent_default()
            >
                {move || {
                    found
                        .get()
                        .into_iter()
                        .enumerate()
                        .map(|(index, found)| {
                            view! {
                                <Line
                                    found=found
                                    index=index
                                    is_active=Signal::derive(move || active.get() == Some(index))
                                    on:click=move |_| choose(index)
                                />
                            }
                        })
                        .collect_view()
                }}
            </ul>
            <p id="search-hint" class="search-hint">{reader.say("ui-search-hint")}</p>
            <p class="visually-hidden" role="status">{announced}</p>
            {move || is_nothing_found.get().then(|| view! { <NothingFound typed=typed.get() /> })}
        </search>
    }
}

#[component]
fn Line(found: Found, index: usize, is_active: Signal<bool>) -> impl IntoView {
    let reader = reader();
    let element = NodeRef::<leptos::html::Li>::new();
    Effect::new(move || {
        if is_active.get()
            && let Some(line) = element.get()
        {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            line.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
    let mark = if found.is_counted {
        "ui-search-counted"
    } else {
        "ui-search-not-counted"
    };
    view! {
        <li
            node_ref=element
            id=option_id(index)
            class="search-line"
            class:is-counted=found.is_counted
            role="option"
            aria-selected=move || is_active.get().to_string()
        >
            <span class="search-line-name">
                <span lang=(!found.tag.is_empty()).then_some(found.tag)>{found.name}</span>
                {found.also.map(|also| view! { <span class="search-line-also">" " {also}</span> })}
            </span>
            <span class="search-line-place">{found.municipality}</span>
            <span class="search-line-mark">{reader.say(mark)}</span>
        </li>
    }
}

/// Says so, and offers counted streets instead of a dead end.
#[component]
fn NothingFound(typed: String) -> impl IntoView {
    let reader = reader();
    let navigation = expect_context::<Navigation>();
    let known = town().known;
    view! {
        <div class="search-nothing">
            <p>{reader.say_with("ui-search-nothing", &[("typed", typed.into())])}</p>
            <ul>
                {known
                    .get_untracked()
                    .map(|known| {
                        let languages = known.languages();
                        let streets = known.get().map(|town| town.streets.clone()).unwrap_or_default();
                        streets
                            .into_iter()
                            .filter(|street| street.counted.is_some())
                            .take(SUGGESTIONS)
                            .map(|street| {
                                let page = page_of(street.id);
                                view! {
                                    <li>
                                        <a href=move || navigation.href(page.clone())>
                                            <street_name::StreetName
                                                names=street.names
                                                town_languages=languages.clone()
                                            />
                                        </a>
                                    </li>
                                }
                            })
                            .collect_view()
                    })}
            </ul>
        </div>
    }
}

fn find(known: &KnownTown, typed: &str) -> Vec<Found> {
    let Some(town) = known.get() else {
        return Vec::new();
    };
    known
        .index
        .find(typed, LIMIT)
        .into_iter()
        .filter_map(|hit| {
            let street = town.streets.get(hit.entry)?;
            let (tag, name) = street_name::first(&street.names, &town.languages);
            Some(Found {
                street: street.id.clone(),
                also: (hit.matched_name != name).then_some(hit.matched_name),
                tag,
                name,
                municipality: street.municipality.clone(),
                is_counted: street.counted.is_some(),
            })
        })
        .collect()
}

fn option_id(index: usize) -> String {
    format!("search-option-{index}")
}

/// Round and round, beginning at the near end.
fn next(now: Option<usize>, count: usize, is_down: bool) -> usize {
    match (now, is_down) {
        (None, true) => 0,
        (None, false) => count.saturating_sub(1),
        (Some(i), true) => (i + 1) % count,
        (Some(i), false) => (i + count - 1) % count,
    }
}
