//! Files of a figure, made in this page and fetched from nowhere.

use super::dialog::Subject;
use super::picture;
use crate::ui::reader::reader;
use crate::ui::save;
use leptos::prelude::*;

#[component]
pub fn Download(subject: Subject) -> impl IntoView {
    let reader = reader();
    let origin = subject.origin();
    let name = subject
        .taken()
        .map(|taken| taken.name())
        .unwrap_or_default();
    let csv = subject.taken().map(|taken| taken.csv()).unwrap_or_default();
    let described = subject
        .taken()
        .map(|taken| taken.description(&origin))
        .unwrap_or_default();
    let source = source_of(&subject);
    let line = reader.say_with(
        "take-source",
        &[
            ("source", source.into()),
            ("link", origin.permalink.clone().into()),
        ],
    );
    let chart = subject.chart();
    let title = origin.title;
    let svg = {
        let (chart, title, line) = (chart.clone(), title.clone(), line.clone());
        move || {
            chart
                .as_ref()
                .map(|chart| picture::svg(chart, &title, &line))
        }
    };
    let (of_csv, of_json, of_svg, of_png) = (name.clone(), name.clone(), name.clone(), name);
    view! {
        <section aria-labelledby="take-download">
            <h3 id="take-download">{reader.say("take-download")}</h3>
            <div class="take-buttons">
                <button type="button" class="button" data-file="csv" on:click=move |_| save::text(&format!("{of_csv}.csv"), &csv)>
                    {reader.say("take-csv")}
                </button>
                <button type="button" class="button" data-file="json" on:click=move |_| save::text(&format!("{of_json}.csv-metadata.json"), &described)>
                    {reader.say("take-meta")}
                </button>
                <button type="button" class="button" data-file="svg" on:click=move |_| {
                    if let Some(svg) = svg() {
                        save::text(&format!("{of_svg}.svg"), &svg);
                    }
                }>{reader.say("take-svg")}</button>
                <button type="button" class="button" data-file="png" on:click=move |_| {
                    if let Some(chart) = &chart {
                        let name = format!("{of_png}.png");
                        picture::png(chart, &title, &line, move |blob| save::blob(&name, blob));
                    }
                }>{reader.say("take-png")}</button>
            </div>
        </section>
    }
}

/// Publisher and licence of the counts.
fn source_of(subject: &Subject) -> String {
    let sources = subject.street().map(|street| &street.sources);
    let counts = sources.and_then(|sources| sources.iter().find(|one| one.device.is_some()));
    counts
        .map(|source| format!("{}, {}", source.publisher, source.license))
        .unwrap_or_default()
}
