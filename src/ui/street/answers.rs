//! The four questions, each with a plain answer, how sure it is, and its charts.

use crate::chart::{Chart, ChartKind};
use crate::query::answer::{CountedAnswer, SourceLine};
use crate::text::{PlainAnswer, answers as plain};
use crate::ui::chart::ChartView;
use crate::ui::reader::{Reader, reader};
use leptos::prelude::*;

#[component]
pub fn Answers(counted: CountedAnswer, sources: Vec<SourceLine>) -> impl IntoView {
    let reader = reader();
    let words = reader.words();
    let period = words.period(counted.start, counted.end);
    let source = source_line(reader, &sources);
    let chart = |kind: ChartKind| Chart::of(kind, &counted, &words);
    let all = counted.scope.hours;
    let coverage = |hours: u32| Some(plain::coverage_line(hours, all, &words));
    let cards = [
        (
            "busy",
            plain::busy(&counted, &words),
            coverage(counted.scope.usable),
            vec![
                chart(ChartKind::DayProfile),
                chart(ChartKind::WeekMap),
                chart(ChartKind::Directions),
            ],
        ),
        (
            "speed",
            plain::speed(&counted, &words),
            counted
                .speed
                .as_ref()
                .and_then(|speed| coverage(speed.hours)),
            vec![chart(ChartKind::Speeds)],
        ),
        (
            "change",
            plain::change(&counted, &words),
            // A column of its table: each month has its own.
            None,
            vec![chart(ChartKind::Months)],
        ),
        (
            "who",
            plain::who(&counted, &words),
            coverage(counted.split.hours),
            vec![chart(ChartKind::Split)],
        ),
    ];
    view! {
        <p class="period-shown">{reader.say_with("ui-period-shown", &[("period", period.into())])}</p>
        <div class="answers">
            {cards
                .into_iter()
                .map(|(name, answer, coverage, charts)| {
                    view! {
                        <AnswerCard
                            name=name
                            answer=answer
                            coverage=coverage
                            charts=charts.into_iter().flatten().collect()
                            source=source.clone()
                        />
                    }
                })
                .collect_view()}
        </div>
    }
}

#[component]
fn AnswerCard(
    name: &'static str,
    answer: PlainAnswer,
    coverage: Option<String>,
    charts: Vec<Chart>,
    source: String,
) -> impl IntoView {
    let title_id = format!("question-{name}");
    view! {
        <section class=format!("answer answer-{name}") aria-labelledby=title_id.clone()>
            <h2 id=title_id.clone()>{answer.question}</h2>
            <p class="answer-sentence">{answer.sentence}</p>
            {answer.certainty.map(|certainty| view! { <p class="answer-certainty">{certainty}</p> })}
            {charts.into_iter().map(|chart| view! { <ChartView chart=chart /> }).collect_view()}
            {(!answer.notes.is_empty())
                .then(|| {
                    view! {
                        <ul class="answer-notes">
                            {answer
                                .notes
                                .into_iter()
                                .map(|note| view! { <li>{note}</li> })
                                .collect_view()}
                        </ul>
                    }
                })}
            {coverage.map(|coverage| view! { <p class="answer-source answer-coverage">{coverage}</p> })}
            <p class="answer-source">{source}</p>
        </section>
    }
}

/// The places of the four answers before they are there.
#[component]
pub fn AnswersWaiting() -> impl IntoView {
    view! {
        <div class="answers is-waiting" aria-hidden="true">
            {["busy", "speed", "change", "who"]
                .map(|name| view! { <div class=format!("answer answer-{name} is-empty")></div> })
                .into_iter()
                .collect_view()}
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
