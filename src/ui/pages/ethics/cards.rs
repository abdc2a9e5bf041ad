//! How to object, and the ethics card of each dataset in short.

use super::Told;
use crate::query::ethics::{Card, EthicsAnswer, Person};
use crate::query::place::{LabelPlace, Subject};
use crate::ui::client::Reception;
use crate::ui::html::Html;
use crate::ui::pages::visit::Visit;
use crate::ui::reader::{Reader, reader};
use crate::ui::written::write;
use leptos::prelude::*;

/// Questions whose answers stand on the page; all of them are on the data page.
const SHOWN: [&str; 4] = ["why", "missed", "findable", "objection"];

/// Whom to write to. What to write is there before the address is.
#[component]
pub fn Objection(reception: RwSignal<Reception>) -> impl IntoView {
    let reader = reader();
    let publisher = move || {
        let told = reception.with(Told::of)?;
        match told.get() {
            EthicsAnswer::Cards(cards) => Some(publisher_html(&cards.publisher, reader)),
            _ => None,
        }
    };
    view! {
        <section class="prose" id="object">
            <h2>{reader.say("ethics-object-title")}</h2>
            <p>{reader.say("ethics-object-text")}</p>
            <div inner_html=move || publisher().unwrap_or_default()></div>
            <p>{reader.say("ethics-object-dataset")}</p>
        </section>
    }
}

fn publisher_html(publisher: &Person, reader: Reader) -> String {
    let mut html = Html::default();
    if !publisher.name.is_empty() {
        let name = ("name", publisher.name.as_str().into());
        html.wrapped(
            "<p class='tell'>",
            &reader.say_with("ethics-object-publisher", &[name]),
            "",
        );
        addresses(&mut html, publisher);
        html.raw("</p>");
    }
    if publisher.email.is_empty() && publisher.url.is_empty() {
        html.wrapped("<p>", &reader.say("ethics-object-none"), "</p>");
    }
    html.finish()
}

/// The mail address and the page of who is to be told, each a link of its own.
fn addresses(html: &mut Html, person: &Person) {
    if !person.email.is_empty() {
        html.raw(" · ");
        html.link("<a", &format!("mailto:{}", person.email), &person.email);
    }
    if !person.url.is_empty() {
        html.raw(" · ");
        html.link("<a rel='noopener'", &person.url, &person.url);
    }
}

/// A card for each dataset.
#[component]
pub fn Cards(reception: RwSignal<Reception>) -> impl IntoView {
    let reader = reader();
    let visit = expect_context::<Visit>();
    let cards = move || {
        let told = reception.with(Told::of)?;
        match told.get() {
            EthicsAnswer::Cards(cards) => Some(cards_html(&cards.datasets, reader, visit)),
            _ => None,
        }
    };
    let cards_at = NodeRef::new();
    write(cards_at, move || cards().unwrap_or_default());
    view! {
        <section class="block" id="cards">
            <h2>{reader.say("ethics-cards-title")}</h2>
            <p>{reader.say("ethics-cards-text")}</p>
            <div class="cards" node_ref=cards_at></div>
        </section>
    }
}

fn cards_html(cards: &[Card], reader: Reader, visit: Visit) -> String {
    let mut html = Html::default();
    for card in cards {
        html.wrapped(
            "<article class='card'><h3>",
            &reader.name_of(&card.title),
            "</h3>",
        );
        let shown = card
            .answers
            .iter()
            .filter(|(question, _)| SHOWN.contains(&question.as_str()));
        let shown: Vec<_> = shown.collect();
        if !shown.is_empty() {
            html.raw("<dl>");
            for (question, answer) in shown {
                let asked = reader.say(&format!("ethics-question-{question}"));
                html.wrapped("<dt>", &asked, "</dt>");
                html.wrapped("<dd>", &reader.name_of(answer), "</dd>");
            }
            html.raw("</dl>");
        }
        let open = if card.answers.is_empty() {
            reader.say("ethics-card-none")
        } else {
            let count = u32::try_from(card.open.len()).unwrap_or(u32::MAX);
            reader.say_with("ethics-card-open", &[("count", count.into())])
        };
        html.wrapped("<p class='quiet'>", &open, "</p>");
        if !card.contact.name.is_empty() {
            let name = ("name", card.contact.name.as_str().into());
            html.wrapped("<p>", &reader.say_with("ethics-card-contact", &[name]), "");
            addresses(&mut html, &card.contact);
            html.raw("</p>");
        }
        html.raw("<p class='card-links'>");
        html.link(
            "<a",
            &visit.href(Subject::dataset(&card.id)),
            &reader.say("ethics-card-data"),
        );
        if !card.label.is_empty() {
            let label = LabelPlace {
                dataset: Some(card.id.clone()),
                street: None,
            };
            html.link(
                "<a",
                &visit.href(Subject::Label(label)),
                &reader.say("ethics-card-label"),
            );
        }
        html.raw("</p></article>");
    }
    html.finish()
}
