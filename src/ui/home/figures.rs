//! What the town measures, in four calm figures.

use crate::domain::CivilDate;
use crate::text::Words;
use crate::ui::reader::reader;
use crate::ui::town::{KnownTown, town};
use leptos::prelude::*;

#[component]
pub fn TownFiguresStrip() -> impl IntoView {
    let reader = reader();
    let town = town();
    let figures = move || {
        town.known.with(|known| {
            known
                .as_ref()
                .and_then(KnownTown::get)
                .map(|town| town.figures.clone())
        })
    };
    // Before the answer the strip has its place, so that nothing moves.
    let of = move |write: fn(&Words, &crate::query::answer::TownFigures) -> String| {
        move || figures().map_or_else(|| "\u{a0}".to_owned(), |f| write(&reader.words(), &f))
    };
    view! {
        <dl class="figures" class:is-waiting=move || figures().is_none()>
            <Figure
                label=reader.say("ui-figure-counted-streets")
                value=of(|words, f| words.whole(f64::from(f.counted_streets)))
            />
            <Figure
                label=reader.say("ui-figure-streets")
                value=of(|words, f| words.whole(f64::from(f.streets)))
            />
            <Figure
                label=reader.say("ui-figure-hours")
                value=of(|words, f| words.whole(f.usable_hours as f64))
            />
            <Figure
                label=reader.say("ui-figure-period")
                value=of(|words, f| period(words, f.first, f.last))
            />
        </dl>
    }
}

fn period(words: &Words, first: Option<CivilDate>, last: Option<CivilDate>) -> String {
    match (first, last) {
        (Some(first), Some(last)) if first.year() == last.year() => first.year().to_string(),
        (Some(first), Some(last)) => format!("{}–{}", first.year(), last.year()),
        _ => words.get("ui-none"),
    }
}

#[component]
fn Figure(label: String, value: impl Fn() -> String + Send + Sync + 'static) -> impl IntoView {
    view! {
        <div class="figure">
            <dt>{label}</dt>
            <dd>{value}</dd>
        </div>
    }
}
