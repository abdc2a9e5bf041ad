//! The figure: whose it is, the answer in one sentence, the chart with its table, source and licence, and the way
//! to the whole page.

use super::around::{About, Around};
use crate::chart::{Chart, ChartKind};
use crate::query::answer::CountedAnswer;
use crate::query::embed::{EmbedAddress, EmbedFigure, EmbedShow};
use crate::query::{Answer, Query, StreetAnswer};
use crate::text::{PlainAnswer, Words, answers as plain};
use crate::ui::chart::ChartView;
use crate::ui::client::Reception;
use crate::ui::footer::Source;
use crate::ui::frame::entitle;
use crate::ui::inquiry::Inquiry;
use crate::ui::reader::reader;
use crate::ui::street_name::{StreetName, first};
use leptos::prelude::*;

pub const fn chart_of(figure: EmbedFigure) -> ChartKind {
    match figure {
        EmbedFigure::Day => ChartKind::DayProfile,
        EmbedFigure::Week => ChartKind::WeekMap,
        EmbedFigure::Directions => ChartKind::Directions,
        EmbedFigure::Speeds => ChartKind::Speeds,
        EmbedFigure::Months => ChartKind::Months,
        EmbedFigure::Split => ChartKind::Split,
    }
}

fn answer_of(figure: EmbedFigure, counted: &CountedAnswer, words: &Words) -> PlainAnswer {
    match figure {
        EmbedFigure::Day | EmbedFigure::Week | EmbedFigure::Directions => {
            plain::busy(counted, words)
        }
        EmbedFigure::Speeds => plain::speed(counted, words),
        EmbedFigure::Months => plain::change(counted, words),
        EmbedFigure::Split => plain::who(counted, words),
    }
}

/// How many hours the figure rests on; of the months each has its own.
fn coverage_of(figure: EmbedFigure, counted: &CountedAnswer, words: &Words) -> Option<String> {
    let hours = match figure {
        EmbedFigure::Months => return None,
        EmbedFigure::Speeds => counted.speed.as_ref()?.hours,
        EmbedFigure::Split => counted.split.hours,
        _ => counted.scope.usable,
    };
    Some(plain::coverage_line(hours, counted.scope.hours, words))
}

#[component]
pub fn EmbeddedFigure(address: EmbedAddress) -> impl IntoView {
    let question = address.question.clone();
    let inquiry = Inquiry::new(move || Query::Street(question.clone()));
    let town = About::ask();
    let page = address.page();
    let figure = move || match inquiry.reception.get() {
        Reception::Answered(answer) => match &*answer {
            Answer::Street(street) => shown(street, &address, &town.languages.read()),
            _ => ().into_any(),
        },
        _ => ().into_any(),
    };
    view! {
        <Around page=page inquiry=inquiry town=town>
            {figure}
        </Around>
    }
}

fn shown(street: &StreetAnswer, address: &EmbedAddress, languages: &[String]) -> AnyView {
    let reader = reader();
    let words = reader.words();
    let names = street.header.names.clone();
    let (_, name) = first(&names, languages);
    let head = view! {
        <h1 class="embed-street">
            <StreetName names=names town_languages=languages.to_vec() />
            {(!street.header.municipality.is_empty())
                .then(|| {
                    view! { <span class="embed-place">{street.header.municipality.clone()}</span> }
                })}
        </h1>
    };
    let Some(counted) = &street.counted else {
        entitle(&[name]);
        let said = plain::not_counted(street, &words);
        return view! {
            {head}
            <p class="embed-sentence">{said.sentence}</p>
        }
        .into_any();
    };
    let said = answer_of(address.figure, counted, &words);
    entitle(&[name, said.question.clone()]);
    let chart = (address.show != EmbedShow::Number)
        .then(|| Chart::of(chart_of(address.figure), counted, &words))
        .flatten();
    let is_number = address.show == EmbedShow::Number;
    let sources = street
        .sources
        .iter()
        .filter(|source| source.device.is_some())
        .cloned();
    view! {
        {head}
        <h2 class="embed-question">{said.question}</h2>
        <p class="embed-sentence" class:is-number=is_number>
            {said.sentence}
        </p>
        {said.certainty.map(|line| view! { <p class="embed-certainty">{line}</p> })}
        {chart.map(|chart| view! { <ChartView chart=chart /> })}
        <p class="embed-ground">
            {words.period(counted.start, counted.end)} ". "
            {coverage_of(address.figure, counted, &words)}
        </p>
        <ul class="embed-sources" aria-label=reader.say("ui-sources-title")>
            {sources.map(|source| view! { <Source source=source /> }).collect_view()}
        </ul>
    }
    .into_any()
}

/// The address asks for what there is not.
#[component]
pub fn Misunderstood(what: String) -> impl IntoView {
    let reader = reader();
    view! {
        <main class="embed" aria-label=reader.say("embed-label")>
            <div class="notice" role="alert">
                <p class="notice-text">
                    <strong>{reader.say("embed-misunderstood-title")}</strong>
                    " "
                    {reader.say_with("embed-misunderstood-text", &[("what", what.into())])}
                </p>
            </div>
        </main>
    }
}
