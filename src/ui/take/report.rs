//! The street on paper: a report beside the page, which printing shows in its place.

use super::dialog::Subject;
use crate::export::describe::Origin;
use crate::export::report::Report;
use crate::query::Answer;
use crate::ui::client::Reception;
use crate::ui::inquiry::Inquiry;
use crate::ui::qr;
use crate::ui::reader::reader;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::AddEventListenerOptions;

/// `town` answers with the town's name.
#[component]
pub fn PrintReport(subject: Subject, town: Inquiry, close: Callback<()>) -> impl IntoView {
    let reader = reader();
    let has_tables = RwSignal::new(false);
    let named = Memo::new(move |_| match town.reception.get() {
        Reception::Answered(answer) => match &*answer {
            Answer::Town(town) => Some((reader.name_of(&town.names), town.is_demonstration)),
            _ => None,
        },
        _ => None,
    });
    let print = move |_| {
        let (Some(town), Some(taken)) = (named.get_untracked(), subject.taken()) else {
            return;
        };
        let origin = Origin {
            title: subject.name(),
            ..subject.origin()
        };
        let report = Report {
            taken,
            origin: &origin,
            town,
            qr: qr::svg(&origin.permalink, &reader.say("take-qr")),
            has_tables: has_tables.get_untracked(),
        };
        put(&report.html(&reader.words()), &origin.language);
        // What is behind an open dialog has no structure in a PDF.
        close.run(());
        request_animation_frame(|| {
            request_animation_frame(|| {
                let _ = window().print();
            });
        });
    };
    view! {
        <section aria-labelledby="take-report">
            <h3 id="take-report">{reader.say("take-report")}</h3>
            <p>{reader.say("take-report-about")}</p>
            <p>
                <label class="take-check">
                    <input
                        type="checkbox"
                        on:change=move |event| has_tables.set(event_target_checked(&event))
                    />
                    <span>{reader.say("take-report-tables")}</span>
                </label>
            </p>
            <button
                type="button"
                class="button"
                data-report="print"
                disabled=move || named.with(Option::is_none)
                on:click=print
            >
                {reader.say("take-report-print")}
            </button>
        </section>
    }
}

/// Only printing shows it (`take.css`). It goes when the reader does anything further: a page that is printed later
/// is that page.
fn put(html: &str, language: &str) {
    take_away();
    let (Ok(report), Some(body)) = (document().create_element("article"), document().body()) else {
        return;
    };
    report.set_class_name("report");
    let _ = report.set_attribute("lang", language);
    report.set_inner_html(html);
    let _ = body.append_child(&report);
    let options = AddEventListenerOptions::new();
    options.set_once(true);
    options.set_capture(true);
    for event in ["pointerdown", "keydown"] {
        let leave = Closure::once_into_js(take_away);
        let _ = window().add_event_listener_with_callback_and_add_event_listener_options(
            event,
            leave.unchecked_ref(),
            &options,
        );
    }
}

fn take_away() {
    if let Ok(Some(report)) = document().query_selector("body > .report") {
        report.remove();
    }
}
