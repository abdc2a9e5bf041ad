//! The four questions, each with a plain answer, how sure it is, and its charts.

use super::Shown;
use super::in_turn::InTurn;
use super::sum::Sum;
use crate::chart::{Chart, ChartKind};
use crate::query::answer::{CountedAnswer, SourceLine};
use crate::query::ledger::Figure;
use crate::text::answers::{self as plain, Term};
use crate::text::{PlainAnswer, Words};
use crate::ui::chart::ChartView;
use crate::ui::reader::{Reader, reader};
use leptos::prelude::*;

/// The cards, in order.
const CARDS: [&str; 4] = ["busy", "speed", "change", "who"];

/// The four cards; what they show comes to each in its turn.
#[component]
pub fn Answers(in_turn: InTurn) -> impl IntoView {
    let reader = reader();
    let first = in_turn.part(0);
    let period = move || {
        let shown = first.get()?;
        let counted = shown.get()?.counted.as_ref()?;
        let period = reader.words().period(counted.start, counted.end);
        Some(reader.say_with("ui-period-shown", &[("period", period.into())]))
    };
    let cards = CARDS.into_iter().enumerate().map(|(place, name)| {
        let part = in_turn.part(place);
        move || {
            let shown = part.get();
            let answer = shown.as_ref().and_then(Shown::get);
            match answer.and_then(|answer| Some((answer.counted.as_ref()?, &answer.sources))) {
                Some((counted, sources)) => {
                    let is_early = shown.as_ref().is_some_and(|shown| shown.is_early);
                    card(name, counted, sources, is_early, reader)
                }
                None => empty(name),
            }
        }
    });
    view! {
        <p class="period-shown">{period}</p>
        <div class="answers">
            {cards.collect_view()}
        </div>
    }
}

fn card(
    name: &'static str,
    counted: &CountedAnswer,
    sources: &[SourceLine],
    is_early: bool,
    reader: Reader,
) -> AnyView {
    let words = reader.words();
    let hours = counted.scope.hours;
    let coverage = |of: u32| Some(plain::coverage_line(of, hours, &words));
    let (answer, coverage, parts) = match name {
        "busy" => (
            plain::busy(counted, &words),
            coverage(counted.scope.usable),
            busy_parts(counted, reader),
        ),
        // What it says of them is of what was read so far.
        "speed" | "who" if is_early => (plain::still_read(name, &words), None, Vec::new()),
        "speed" => (
            plain::speed(counted, &words),
            counted
                .speed
                .as_ref()
                .and_then(|speed| coverage(speed.hours)),
            vec![chart(ChartKind::Speeds, None, counted, &words)],
        ),
        "change" => (
            plain::change(counted, &words),
            // A column of its table: each month has its own.
            None,
            vec![chart(ChartKind::Months, None, counted, &words)],
        ),
        _ => (
            plain::who(counted, &words),
            coverage(counted.split.hours),
            vec![chart(ChartKind::Split, None, counted, &words)],
        ),
    };
    let source = source_line(reader, sources);
    view! { <AnswerCard name=name answer=answer coverage=coverage parts=parts source=source /> }
        .into_any()
}

/// The place of a card before it is there.
fn empty(name: &'static str) -> AnyView {
    view! { <div class=format!("answer answer-{name} is-empty")></div> }.into_any()
}

/// Three charts, and what the field calls these figures.
fn busy_parts(counted: &CountedAnswer, reader: Reader) -> Vec<AnyView> {
    let words = reader.words();
    let unusual = plain::unusual(counted, &words).map(|said| {
        view! {
            <div class="unusual">
                <p>{said.sentence}</p>
                <ul class="answer-notes">{notes(said.hours)}</ul>
            </div>
        }
        .into_any()
    });
    let terms = |figure: Figure, id: &'static str, title: &str, terms: Vec<Term>| {
        let is_usual = !terms.is_empty();
        let block = is_usual.then(|| {
            view! {
                <div class="terms">
                    <h3 id=id>{reader.say(title)}</h3>
                    <dl inner_html=plain::terms_html(&terms)></dl>
                </div>
            }
        });
        let of = if is_usual {
            id.to_owned()
        } else {
            title_of("busy")
        };
        view! {
            <Sum figure=figure of=of is_usual=is_usual>
                {block}
            </Sum>
        }
        .into_any()
    };
    let year = plain::year(counted, &words);
    let note = plain::terms_note(counted, &words).filter(|_| !year.is_empty());
    vec![
        chart(ChartKind::DayProfile, None, counted, &words),
        chart(ChartKind::WeekMap, unusual, counted, &words),
        chart(ChartKind::Directions, None, counted, &words),
        terms(Figure::Annual, "terms-annual", "term-year-title", year),
        terms(
            Figure::Peaks,
            "terms-peaks",
            "term-peaks-title",
            plain::peaks(counted, &words),
        ),
        note.map(|note| view! { <p class="terms-note">{note}</p> })
            .into_any(),
    ]
}

/// A chart, what is said below it, and its sum. The sum stands alone where a mean speed is all that is known;
/// where the chart has nothing to draw it shows only if the address asks for it.
fn chart(
    kind: ChartKind,
    below: Option<AnyView>,
    counted: &CountedAnswer,
    words: &Words,
) -> AnyView {
    let chart = Chart::of(kind, counted, words);
    let has_mean = kind == ChartKind::Speeds && counted.mean_speed.is_some();
    let is_usual = chart.is_some() || has_mean;
    let of = match chart {
        Some(_) => format!("chart-{}", kind.name()),
        None => title_of(card_of(kind)),
    };
    view! {
        <Sum figure=figure_of(kind) of=of is_usual=is_usual>
            {chart.map(|chart| view! { <ChartView chart=chart /> })}
            {below}
        </Sum>
    }
    .into_any()
}

const fn figure_of(kind: ChartKind) -> Figure {
    match kind {
        ChartKind::DayProfile => Figure::Day,
        ChartKind::WeekMap => Figure::Week,
        ChartKind::Months => Figure::Months,
        ChartKind::Speeds => Figure::Speeds,
        ChartKind::Split => Figure::Split,
        ChartKind::Directions => Figure::Directions,
    }
}

const fn card_of(kind: ChartKind) -> &'static str {
    match kind {
        ChartKind::DayProfile | ChartKind::WeekMap | ChartKind::Directions => "busy",
        ChartKind::Speeds => "speed",
        ChartKind::Months => "change",
        ChartKind::Split => "who",
    }
}

/// The id of a card's heading.
fn title_of(card: &str) -> String {
    format!("question-{card}")
}

fn notes(notes: Vec<String>) -> impl IntoView {
    notes
        .into_iter()
        .map(|note| view! { <li>{note}</li> })
        .collect_view()
}

#[component]
fn AnswerCard(
    name: &'static str,
    answer: PlainAnswer,
    coverage: Option<String>,
    parts: Vec<AnyView>,
    source: String,
) -> impl IntoView {
    let title_id = title_of(name);
    view! {
        <section class=format!("answer answer-{name}") aria-labelledby=title_id.clone()>
            <h2 id=title_id.clone()>{answer.question}</h2>
            <p class="answer-sentence">{answer.sentence}</p>
            {answer.certainty.map(|certainty| view! { <p class="answer-certainty">{certainty}</p> })}
            {parts}
            <div class="answer-end">
                {(!answer.notes.is_empty())
                    .then(|| view! { <ul class="answer-notes">{notes(answer.notes)}</ul> })}
                {coverage
                    .map(|coverage| view! { <p class="answer-source answer-coverage">{coverage}</p> })}
                <p class="answer-source">{source}</p>
            </div>
        </section>
    }
}

/// The places of the four answers before they are there.
#[component]
pub fn AnswersWaiting() -> impl IntoView {
    view! {
        <div class="answers is-waiting" aria-hidden="true">
            {CARDS.map(empty).into_iter().collect_view()}
        </div>
    }
}

/// What was counted and by whom, in one line.
fn source_line(reader: Reader, sources: &[SourceLine]) -> String {
    let counts = sources
        .iter()
        .filter(|source| source.path.starts_with("counts/"))
        .map(|source| {
            let title = reader.name_of(&source.title);
            format!("{title} ({}, {})", source.publisher, source.license)
        })
        .collect::<Vec<_>>()
        .join(", ");
    reader.say_with("ui-source-line", &[("source", counts.into())])
}
