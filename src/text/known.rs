//! The matrix of what is known in a street, and since when, as HTML.

use super::html::Html;
use super::words::Words;
use crate::domain::CivilDate;
use crate::query::StreetAnswer;
use crate::query::answer::{Availability, SourceLine, Topic};

/// What stands in a `table`.
#[must_use]
pub fn known_table(answer: &StreetAnswer, words: &Words) -> String {
    let mut html = Html::default();
    html.wrapped(
        "<caption class='visually-hidden'>",
        &words.get("ui-known-caption"),
        "</caption><thead><tr>",
    );
    for (open, key) in [
        ("<th scope='col'>", "ui-known-topic"),
        ("<th scope='col'>", "ui-known-since"),
        ("<th scope='col'>", "ui-known-until"),
        ("<th scope='col' class='number'>", "ui-known-hours"),
        ("<th scope='col' class='known-source'>", "ui-known-source"),
    ] {
        html.wrapped(open, &words.get(key), "</th>");
    }
    html.raw("</tr></thead><tbody>");
    for known in &answer.availability {
        row(&mut html, known, source_of(known, &answer.sources), words);
    }
    html.raw("</tbody>");
    html.finish()
}

fn row(html: &mut Html, row: &Availability, source: &str, words: &Words) {
    let date = |date: Option<CivilDate>| {
        // On a narrow screen a date may break.
        date.map_or_else(
            || "–".to_owned(),
            |date| words.date_short(date).replace('\u{a0}', " "),
        )
    };
    let is_known = row.since.is_some() || row.source.is_some();
    html.raw(if is_known {
        "<tr>"
    } else {
        "<tr class='is-missing'>"
    });
    html.wrapped("<th scope='row'>", &words.get(word(row.topic)), "</th>");
    if !is_known {
        html.wrapped("<td colspan='4'>", &words.get("ui-known-never"), "</td>");
    } else if row.since.is_none() {
        // A limit has a source and no hours.
        html.wrapped("<td colspan='3'>", &words.get("ui-known-undated"), "</td>");
    } else {
        let hours = if row.hours > 0 {
            words.whole(f64::from(row.hours))
        } else {
            "–".to_owned()
        };
        html.wrapped("<td>", &date(row.since), "</td>");
        html.wrapped("<td>", &date(row.until), "</td>");
        html.wrapped("<td class='number'>", &hours, "</td>");
    }
    if is_known {
        html.wrapped("<td class='known-source'>", source, "</td>");
    }
    html.raw("</tr>");
}

fn source_of<'a>(row: &Availability, sources: &'a [SourceLine]) -> &'a str {
    let index = row.source.and_then(|index| usize::try_from(index).ok());
    let source = index.and_then(|index| sources.get(index));
    source.map_or("", |source| &source.publisher)
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
