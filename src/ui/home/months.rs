//! Who passed at all counters together: a sentence, and a table of the last months.

use crate::domain::Mode;
use crate::query::answer::{MonthsAnswer, SplitPart};
use crate::query::{Answer, Query};
use crate::text::{Words, answers};
use crate::ui::client::Reception;
use crate::ui::html::Html;
use crate::ui::inquiry::Inquiry;
use crate::ui::reader::reader;
use crate::ui::town::town;
use leptos::prelude::*;

/// A year and the month that it began with.
const SHOWN: usize = 13;

#[component]
pub fn TownMonths() -> impl IntoView {
    let reader = reader();
    let known = town().known;
    // The town first: what is below it must not take its bytes.
    let inquiry = Inquiry::when(move || known.read().is_some().then_some(Query::Months));
    move || {
        let Reception::Answered(answer) = inquiry.reception.get() else {
            return None;
        };
        let Answer::Months(months) = &*answer else {
            return None;
        };
        let words = reader.words();
        let plain = answers::town_months(months, &words)?;
        let mut html = Html::default();
        html.wrapped("<h2 id='months-title'>", &plain.question, "</h2>");
        html.wrapped("<p class='answer-sentence'>", &plain.sentence, "</p>");
        html.wrapped(
            "<p class='answer-certainty'>",
            &plain.certainty.unwrap_or_default(),
            "</p>",
        );
        table(&mut html, months, &words);
        html.list("<ul class='answer-notes'>", &plain.notes);
        Some(view! {
            <section
                class="months"
                aria-labelledby="months-title"
                inner_html=html.finish()
            ></section>
        })
    }
}

fn table(html: &mut Html, answer: &MonthsAnswer, words: &Words) {
    html.raw("<div class='months-scroll' tabindex='0' role='group' aria-labelledby='months-title'><table>");
    html.raw("<thead><tr>");
    html.wrapped("<th scope='col'>", &words.get("months-month"), "</th>");
    for mode in Mode::CLASSED {
        html.wrapped("<th scope='col'>", &words.mode(mode), "</th>");
    }
    html.wrapped(
        "<th scope='col' class='number'>",
        &words.get("months-column"),
        "</th></tr></thead><tbody>",
    );
    let skipped = answer.months.len().saturating_sub(SHOWN);
    for month in answer.months.iter().skip(skipped).rev() {
        html.wrapped("<tr><th scope='row'>", &words.month(month.month), "</th>");
        for part in &month.parts {
            cell(html, part, words);
        }
        let counters = words.whole(f64::from(month.counters));
        html.wrapped("<td class='number'>", &counters, "</td></tr>");
    }
    html.raw("</tbody></table></div>");
}

/// A bar to the eye and its number to all. Nothing can be drawn by a style of its own here, so it is a meter.
fn cell(html: &mut Html, part: &SplitPart, words: &Words) {
    let share = part.share.unwrap_or_default();
    html.raw("<td><meter aria-hidden='true' value='");
    html.text(&format!("{share:.3}"));
    let text = part
        .share
        .map_or_else(String::new, |share| words.percent(share));
    html.wrapped("'></meter> ", &text, "</td>");
}
