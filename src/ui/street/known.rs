//! The matrix of what is known here, and since when.

use crate::query::StreetAnswer;
use crate::query::answer::{Availability, SourceLine, Topic};
use crate::ui::reader::reader;
use leptos::prelude::*;

#[component]
pub fn WhatIsKnown(answer: StreetAnswer) -> impl IntoView {
    let reader = reader();
    let sources = answer.sources;
    view! {
        <section class="known" aria-labelledby="known-title">
            <h2 id="known-title">{reader.say("ui-known-title")}</h2>
            <table class="known-table">
                <caption class="visually-hidden">{reader.say("ui-known-caption")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{reader.say("ui-known-topic")}</th>
                        <th scope="col">{reader.say("ui-known-since")}</th>
                        <th scope="col">{reader.say("ui-known-until")}</th>
                        <th scope="col" class="number">{reader.say("ui-known-hours")}</th>
                        <th scope="col" class="known-source">{reader.say("ui-known-source")}</th>
                    </tr>
                </thead>
                <tbody>
                    {answer
                        .availability
                        .into_iter()
                        .map(|row| {
                            let source = source_of(&row, &sources);
                            view! { <Row row=row source=source /> }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </section>
    }
}

#[component]
fn Row(row: Availability, source: String) -> impl IntoView {
    let reader = reader();
    let words = reader.words();
    let date = |date: Option<crate::domain::CivilDate>| {
        // On a narrow screen a date may break.
        date.map_or_else(
            || "–".to_owned(),
            |date| words.date_short(date).replace('\u{a0}', " "),
        )
    };
    // A limit has a source and no hours.
    if row.since.is_none() && row.source.is_some() {
        return view! {
            <tr>
                <th scope="row">{reader.say(word(row.topic))}</th>
                <td colspan="3">{reader.say("ui-known-undated")}</td>
                <td class="known-source">{source}</td>
            </tr>
        }
        .into_any();
    }
    if row.since.is_none() {
        return view! {
            <tr class="is-missing">
                <th scope="row">{reader.say(word(row.topic))}</th>
                <td colspan="4">{reader.say("ui-known-never")}</td>
            </tr>
        }
        .into_any();
    }
    let hours = if row.hours > 0 {
        words.whole(f64::from(row.hours))
    } else {
        "–".to_owned()
    };
    view! {
        <tr>
            <th scope="row">{reader.say(word(row.topic))}</th>
            <td>{date(row.since)}</td>
            <td>{date(row.until)}</td>
            <td class="number">{hours}</td>
            <td class="known-source">{source}</td>
        </tr>
    }
    .into_any()
}

fn source_of(row: &Availability, sources: &[SourceLine]) -> String {
    row.source
        .and_then(|index| usize::try_from(index).ok())
        .and_then(|index| sources.get(index))
        .map(|source| source.publisher.clone())
        .unwrap_or_default()
}

const fn word(topic: Topic) -> &'static str {
    match topic {
        Topic::Pedestrian => "ui-topic-pedestrian",
        Topic::Bike => "ui-topic-bike",
        Topic::Car => "ui-topic-car",
        Topic::Heavy => "ui-topic-heavy",
        Topic::Night => "ui-topic-night",
        Topic::Speed => "ui-topic-speed",
        Topic::Directions => "ui-topic-directions",
        Topic::Limit => "ui-topic-limit",
    }
}
