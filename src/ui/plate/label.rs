//! The label of the sensor that counts in the street, small: the same elements and icons as on the sheet to print.

use super::{elsewhere, head, name_of};
use crate::query::ethics::Label;
use crate::query::place::{LabelPlace, Place, Subject};
use crate::text::Words;
use crate::ui::html::Html;
use crate::ui::pages::label::sheet::{address, chain, whom};
use crate::ui::qr;

/// Says what it is called.
pub fn write(html: &mut Html, label: &Label, words: &Words) -> String {
    let (name, place) = match &label.street {
        Some(street) => (name_of(&street.names, words), street.municipality.as_str()),
        None => (words.get("label-page-title"), ""),
    };
    head(html, &name, place, &words.get("plate-label-title"));
    let Some(card) = &label.card else {
        html.wrapped(
            "<p class='embed-sentence'>",
            &words.get("label-none"),
            "</p>",
        );
        return name;
    };
    let title = name_of(&card.title, words);
    html.wrapped("<p class='embed-sentence'>", &words.get("label-here"), ": ");
    html.text(&title);
    html.raw("</p>");
    chain(html, card, words);
    html.raw("<div class='label-foot'><div>");
    html.wrapped("<p><strong>", &words.get("label-question"), "</strong></p>");
    let person = whom(card, &label.publisher);
    for line in [&person.name, &person.email, &person.url] {
        if !line.is_empty() {
            html.wrapped("<p>", line, "</p>");
        }
    }
    html.raw("</div>");
    let address = address(card, label);
    let about = words.with("label-qr", &[("address", address.as_str().into())]);
    // It is markup of ours around escaped text.
    if let Some(code) = qr::svg(&address, &about) {
        html.raw("<figure>");
        html.markup(&code);
        html.wrapped(
            "<figcaption>",
            &words.get("label-scan-street"),
            "</figcaption></figure>",
        );
    }
    html.raw("</div>");
    let by = words.with(
        "label-by",
        &[("name", label.publisher.name.as_str().into())],
    );
    html.raw("<ul class='embed-sources' aria-label='");
    html.wrapped("", &words.get("ui-sources-title"), "'><li>");
    html.text(&format!("{title} · {by} · {}", card.license));
    html.raw("</li></ul>");
    let sheet = Place {
        language: Some(words.language().tag().to_owned()),
        subject: Subject::Label(LabelPlace {
            dataset: None,
            street: label.street.as_ref().map(|street| street.id.0.clone()),
        }),
    };
    elsewhere(
        html,
        &sheet.format(),
        &words.get("plate-label-whole"),
        words,
    );
    name
}
