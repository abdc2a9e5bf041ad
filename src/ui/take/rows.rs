//! The rows behind a figure: those of the street as Parquet, and the published files that they come from.

use super::dialog::Subject;
use crate::export::rows::{RowsFile, file};
use crate::query::Answer;
use crate::query::data::unpack;
use crate::query::rows::StreetRows;
use crate::ui::boot;
use crate::ui::client::Reception;
use crate::ui::html::Html;
use crate::ui::inquiry::Inquiry;
use crate::ui::reader::reader;
use crate::ui::save;
use leptos::prelude::*;

#[component]
pub fn Rows(subject: Subject, inquiry: Inquiry) -> impl IntoView {
    let reader = reader();
    let rows = move || match inquiry.reception.get() {
        Reception::Answered(answer) => match &*answer {
            Answer::Packed(bytes) => Some(unpack::<StreetRows>(bytes)),
            _ => None,
        },
        Reception::Failed(_) => Some(None),
        Reception::Waiting { .. } | Reception::Previewed(_) => None,
    };
    view! {
        <section aria-labelledby="take-rows">
            <h3 id="take-rows">{reader.say("take-rows")}</h3>
            {move || match rows() {
                Some(Some(rows)) => there(&rows, &subject).into_any(),
                Some(None) => view! { <p role="alert">{reader.say("take-failed")}</p> }.into_any(),
                None => view! { <p>{reader.say("take-rows-waiting")}</p> }.into_any(),
            }}
        </section>
    }
}

fn there(rows: &StreetRows, subject: &Subject) -> impl IntoView + use<> {
    let reader = reader();
    let words = reader.words();
    let street = subject.question.street.0.clone();
    let about = reader.say_with(
        "take-rows-about",
        &[
            ("rows", (rows.starts.len() as f64).into()),
            ("first", words.date(rows.first).into()),
            ("last", words.date(rows.last).into()),
        ],
    );
    let used = subject.taken().map(|taken| {
        let period = words.period(taken.counted.start, taken.counted.end);
        reader.say_with("take-rows-used", &[("period", period.into())])
    });
    let RowsFile { bytes, columns } = file(rows);
    let size = words.bytes(bytes.len() as u64);
    let columns = columns.join(", ");
    let from = from(rows);
    let name = format!("{street}-{}-{}.parquet", rows.first, rows.last);
    view! {
        <p>{about}</p>
        <p>{used}</p>
        <div class="take-buttons">
            <button
                type="button"
                class="button"
                data-file="parquet"
                on:click=move |_| save::bytes(&name, &bytes)
            >
                {reader.say_with("take-parquet", &[("size", size.into())])}
            </button>
        </div>
        <p class="take-columns">{reader.say("take-rows-columns")} " " <code>{columns}</code></p>
        <ul class="take-files" inner_html=from></ul>
    }
}

/// Title, publisher and licence of each dataset, the way to its card and to the whole file.
fn from(rows: &StreetRows) -> String {
    let reader = reader();
    let tag = reader.language().tag();
    let folder = boot::FOLDER.with(Clone::clone);
    let mut html = Html::default();
    for file in &rows.files {
        let source = &file.source;
        html.raw("<li>");
        // An id of a dataset is plain letters with hyphens.
        let card = format!("{folder}data.html?lang={tag}&dataset={}", source.dataset);
        html.link("<a", &card, &reader.name_of(&source.title));
        html.wrapped(" · ", &source.publisher, " · ");
        let url = &source.license_url;
        if url.starts_with("https://") || url.starts_with("http://") {
            html.link("<a rel='license noopener'", url, &source.license);
        } else {
            html.text(&source.license);
        }
        html.raw("<br>");
        let whole = reader.say_with(
            "take-rows-whole",
            &[
                ("file", source.path.clone().into()),
                ("size", reader.words().bytes(file.bytes).into()),
            ],
        );
        html.link(
            "<a download",
            &format!("{folder}data/{}", source.path),
            &whole,
        );
        html.raw("</li>");
    }
    html.finish()
}
