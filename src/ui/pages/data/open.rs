//! The card that is open: fetched, with its chain, and the way of a figure where the address names one.

use super::chain::{Lit, chain};
use super::facts::Sayer;
use super::{Told, card, timeline};
use crate::domain::CivilDate;
use crate::domain::card::{Card, Item, plain};
use crate::query::data::Datasets;
use crate::query::data::coverage::Coverage;
use crate::query::place::{DataPlace, Subject, address_of};
use crate::query::{Answer, PackedLedger, Query};
use crate::ui::boot;
use crate::ui::client::Reception;
use crate::ui::failure_notice::InquiryFailure;
use crate::ui::frame::entitle;
use crate::ui::html::Html;
use crate::ui::inquiry::Inquiry;
use crate::ui::pages::visit::Visit;
use crate::ui::progress::Progress;
use crate::ui::reader::{Reader, reader};
use crate::ui::written::write;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

#[component]
pub fn OpenCard(id: String, list: Told<Datasets>, place: Memo<DataPlace>) -> impl IntoView {
    let reader = reader();
    let visit = expect_context::<Visit>();
    let told = Told::<Datasets>::new({
        let id = id.clone();
        move || Some(Query::Dataset(id.clone()))
    });
    // After the card: a drawing must not take its bytes.
    let map = Told::<Coverage>::new({
        let id = id.clone();
        move || told.get().map(|_| Query::Coverage(id.clone()))
    });
    let figure = Memo::new(move |_| place.with(|place| place.figure.clone()));
    let ledger = Inquiry::when(move || figure.get().map(Query::Ledger));
    let back = move || {
        let list = DataPlace {
            dataset: None,
            figure: None,
            ..place.get()
        };
        visit.href(Subject::Data(list))
    };
    let way = move |card: &Card| {
        let answer = match ledger.reception.get() {
            Reception::Answered(answer) => Some(answer),
            _ => None,
        };
        let ledger = match answer.as_deref() {
            Some(Answer::Ledger(packed)) => PackedLedger::unpack(&packed.bytes),
            _ => None,
        };
        let lit = ledger.as_ref().map(|ledger| Lit {
            ledger,
            back: sum_of(place, visit),
        });
        let mut html = Html::default();
        chain(&mut html, card, lit.as_ref(), &sayer(reader));
        html.finish()
    };
    lead_to_figure(ledger, told);
    let card = Memo::new(move |_| told.get().map(|found| found.cards.first().cloned()));
    // One heading from the start: who was led to it stays there when its words come.
    let title = move || {
        card.with(|card| match card {
            None => reader.say("data-card-title"),
            Some(None) => reader.say("data-not-there"),
            Some(Some(card)) => {
                text_of(card, "dct:title", reader).unwrap_or_else(|| card.id.clone())
            }
        })
    };
    let lead = move || {
        card.with(|card| match card {
            None => None,
            Some(None) => {
                let dataset = ("dataset", id.clone().into());
                Some(reader.say_with("data-not-there-text", &[dataset]))
            }
            Some(Some(card)) => text_of(card, "dct:description", reader),
        })
    };
    Effect::new(move || entitle(&[title(), reader.say("data-title")]));
    view! {
        <p class="back">
            <a href=back>{reader.say("data-back")}</a>
        </p>
        <section class="opening">
            <h1 tabindex="-1">{title}</h1>
            <p class="lead">{lead}</p>
        </section>
        <InquiryFailure inquiry=told.inquiry />
        {move || {
            card.with(Option::is_none).then(|| view! { <Progress reception=told.inquiry.reception /> })
        }}
        {move || {
            let card = Arc::new(card.get()??);
            let axis = Memo::new({
                let card = card.clone();
                move |_| {
                    let list = list.get();
                    let list = list.iter().flat_map(|list| &list.cards);
                    timeline::span(list.filter_map(covers).chain(covers(&card)))
                }
            });
            let (above, below) = (card.clone(), card::below(&card, &sayer(reader)));
            let (above_at, way_at) = (NodeRef::new(), NodeRef::new());
            write(above_at, move || {
                card::above(&above, axis.get(), map.get().as_deref(), &sayer(reader))
            });
            if card::has_chain(&card) {
                let card = card.clone();
                write(way_at, move || way(&card));
            }
            let chain = card::has_chain(&card).then(|| {
                view! {
                    <section class="data-part" data-part="chain" aria-labelledby="chain-title">
                        <h2 id="chain-title" tabindex="-1">{reader.say("data-part-chain")}</h2>
                        <p class="quiet">{reader.say("data-chain-lead")}</p>
                        <InquiryFailure inquiry=ledger />
                        <div node_ref=way_at on:keydown=|event| walk(&event)></div>
                    </section>
                }
            });
            Some(
                view! {
                    <article class="data-open">
                        <div node_ref=above_at></div>
                        {chain}
                        <div inner_html=below></div>
                    </article>
                },
            )
        }}
    }
}

fn sayer(reader: Reader) -> Sayer {
    Sayer {
        words: reader.words(),
        folder: format!("{}data/", boot::FOLDER.with(Clone::clone)),
    }
}

fn text_of(card: &Card, property: &str, reader: Reader) -> Option<String> {
    match card.items(property).first()? {
        Item::Text(names) => Some(reader.name_of(names)),
        Item::Plain(text) => Some(text.clone()),
        _ => None,
    }
}

fn covers(card: &Card) -> Option<(CivilDate, CivilDate)> {
    let period = card.items("dct:temporal").first()?.rows();
    let day = |property: &str| plain(period, property).and_then(CivilDate::parse);
    day("dcat:startDate").zip(day("dcat:endDate"))
}

/// The sum on the street's page, in the language of this address.
fn sum_of(place: Memo<DataPlace>, visit: Visit) -> String {
    let address = place.with(|place| place.figure.as_ref().map(address_of));
    let language = visit.place().language;
    let language = language
        .map(|tag| format!("lang={tag}&"))
        .unwrap_or_default();
    let folder = boot::FOLDER.with(Clone::clone);
    format!("{folder}?{language}{}", address.unwrap_or_default())
}

/// Who comes from a figure is led to its way, once.
fn lead_to_figure(ledger: Inquiry, told: Told<Datasets>) {
    let is_done = StoredValue::new(false);
    Effect::new(move || {
        let is_there = told.get().is_some();
        let is_answered = matches!(ledger.reception.get(), Reception::Answered(_));
        if is_there && is_answered && !is_done.get_value() {
            is_done.set_value(true);
            request_animation_frame(|| {
                let title = document().get_element_by_id("chain-title");
                if let Some(title) = title.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
                    let _ = title.focus();
                    title.scroll_into_view();
                }
            });
        }
    });
}

/// Up and down go from step to step.
fn walk(event: &KeyboardEvent) {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let Some(summary) = target.filter(|t| t.tag_name() == "SUMMARY") else {
        return;
    };
    let step = summary.closest(".chain > li").ok().flatten();
    let next = step.and_then(|step| match event.key().as_str() {
        "ArrowDown" => step.next_element_sibling(),
        "ArrowUp" => step.previous_element_sibling(),
        "Home" => step.parent_element()?.first_element_child(),
        "End" => step.parent_element()?.last_element_child(),
        _ => None,
    });
    let summary = next.and_then(|next| next.query_selector("summary").ok().flatten());
    if let Some(summary) = summary.and_then(|s| s.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        let _ = summary.focus();
    }
}
