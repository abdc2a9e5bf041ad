//! The sheet that is printed: what counts, why, how, what becomes of it, whom to ask, and the way to the figures.

use super::icons::icon;
use crate::domain::Mode;
use crate::query::ethics::{Card, Label, Person};
use crate::query::permalink::{Address, Page};
use crate::query::place::{Place, Subject};
use crate::query::{PeriodChoice, StreetQuestion};
use crate::text::Words;
use crate::ui::boot;
use crate::ui::html::Html;
use crate::ui::qr;

/// As HTML; nothing of it is a control.
pub fn sheet(card: &Card, label: &Label, words: &Words) -> String {
    let language = words.language().tag();
    let mut html = Html::default();
    html.raw("<article class='sheet'><header>");
    html.wrapped("<p class='sheet-here'>", &words.get("label-here"), "</p>");
    let title = card.title.in_language(language);
    match &label.street {
        Some(street) => {
            html.wrapped("<h2>", street.names.in_language(language), "</h2>");
            if !street.municipality.is_empty() {
                html.wrapped("<p class='sheet-place'>", &street.municipality, "</p>");
            }
        }
        None => html.wrapped("<h2>", title, "</h2>"),
    }
    html.raw("</header>");
    chain(&mut html, card, words);
    html.raw("<footer><div class='sheet-told'>");
    if label.street.is_some() {
        html.wrapped("<p>", title, "</p>");
    }
    let by = ("name", label.publisher.name.as_str().into());
    html.wrapped("<p>", &words.with("label-by", &[by]), "</p>");
    html.wrapped("<p><strong>", &words.get("label-question"), "</strong></p>");
    let person = whom(card, &label.publisher);
    for line in [&person.name, &person.email, &person.url] {
        if !line.is_empty() {
            html.wrapped("<p>", line, "</p>");
        }
    }
    html.raw("</div>");
    let address = address(card, label);
    let name = words.with("label-qr", &[("address", address.as_str().into())]);
    html.raw("<figure>");
    // It is markup of ours around escaped text.
    if let Some(code) = qr::svg(&address, &name) {
        html.markup(&code);
    }
    let scan = if label.street.is_some() {
        "label-scan-street"
    } else {
        "label-scan-data"
    };
    html.wrapped("<figcaption>", &words.get(scan), "");
    html.wrapped(
        "<span class='sheet-address'>",
        &address,
        "</span></figcaption></figure>",
    );
    html.raw("</footer></article>");
    html.finish()
}

/// Category by category: an icon, a name and a sentence for each element.
pub fn chain(html: &mut Html, card: &Card, words: &Words) {
    let language = words.language().tag();
    html.raw("<div class='sheet-chain'>");
    for part in card.label.chunk_by(|a, b| a.category == b.category) {
        let Some(first) = part.first() else { continue };
        let category = words.get(&format!("label-category-{}", first.category));
        html.wrapped("<section><h3>", &category, "</h3><ul>");
        for element in part {
            html.raw("<li><svg class='icon' viewBox='0 0 24 24' aria-hidden='true'>");
            html.raw(icon(&element.element));
            html.wrapped(
                "</svg><p><strong>",
                element.title.in_language(language),
                "</strong> ",
            );
            html.text(element.text.in_language(language));
            html.raw("</p></li>");
        }
        html.raw("</ul></section>");
    }
    html.raw("</div>");
}

/// Who has an address; the dataset's own contact first.
pub fn whom<'a>(card: &'a Card, publisher: &'a Person) -> &'a Person {
    let has = |person: &Person| !person.email.is_empty() || !person.url.is_empty();
    if has(&card.contact) || !has(publisher) {
        &card.contact
    } else {
        publisher
    }
}

/// Where the code leads: the street's page, else the dataset's card, in the language of who scans it.
pub fn address(card: &Card, label: &Label) -> String {
    let folder = boot::FOLDER.with(Clone::clone);
    let Some(street) = &label.street else {
        let place = Place {
            language: None,
            subject: Subject::dataset(&card.id),
        };
        return format!("{folder}{}", place.format());
    };
    let address = Address {
        language: None,
        page: Page::Street(StreetQuestion {
            street: street.id.clone(),
            segment: None,
            period: PeriodChoice::LastYear,
            mode: Mode::Car,
        }),
        sum: None,
    };
    format!("{folder}{}", address.format())
}
