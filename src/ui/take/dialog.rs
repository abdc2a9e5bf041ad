//! The dialog: which figure, and what to do with it.

use super::cite::Cite;
use super::download::Download;
use super::embed_code::EmbedCode;
use super::listen::Listen;
use super::report::PrintReport;
use super::rows::Rows;
use super::share::Share;
use crate::chart::Chart;
use crate::domain::CivilDate;
use crate::export::Taken;
use crate::export::describe::Origin;
use crate::query::embed::EmbedFigure;
use crate::query::permalink::{Address, Page};
use crate::query::{Answer, PeriodChoice, Query, StreetAnswer, StreetQuestion};
use crate::ui::boot;
use crate::ui::client::{Client, Reception};
use crate::ui::embed::chart_of;
use crate::ui::inquiry::Inquiry;
use crate::ui::reader::reader;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlDialogElement, HtmlElement, HtmlTextAreaElement};

/// A figure of the answer, and where it is.
#[derive(Clone)]
pub struct Subject {
    answer: Arc<Answer>,
    pub question: StreetQuestion,
    pub figure: EmbedFigure,
}

impl Subject {
    pub fn street(&self) -> Option<&StreetAnswer> {
        match &*self.answer {
            Answer::Street(street) => Some(street),
            _ => None,
        }
    }

    pub fn taken(&self) -> Option<Taken<'_>> {
        let street = self.street()?;
        Some(Taken {
            street,
            counted: street.counted.as_ref()?,
            figure: self.figure,
        })
    }

    pub fn chart(&self) -> Option<Chart> {
        let words = reader().words();
        Chart::of(chart_of(self.figure), self.taken()?.counted, &words)
    }

    pub fn name(&self) -> String {
        self.street()
            .map(|street| reader().name_of(&street.header.names))
            .unwrap_or_default()
    }

    /// The counted period by its days, `end` excluded.
    pub fn days(&self) -> Option<(CivilDate, CivilDate)> {
        let counted = self.taken()?.counted;
        Some((counted.start, counted.end))
    }

    /// The same days one year earlier, where something was counted by then.
    pub fn year_before(&self) -> Option<(CivilDate, CivilDate)> {
        let (start, end) = self.days()?;
        let days = (start.year_before(), end.year_before());
        (self.taken()?.counted.first < days.1 && days.1 <= start).then_some(days)
    }

    /// `Stationsstraat: cars per hour of the day`.
    pub fn title(&self) -> String {
        let name = self.name();
        match self.chart() {
            Some(chart) => format!("{name}: {}", chart.title),
            None => name,
        }
    }

    /// The page with this period by its days: opened a year later it shows the same.
    pub fn permalink(&self) -> String {
        let mut question = self.question.clone();
        if let Some(taken) = self.taken() {
            question.segment = Some(taken.counted.segment.clone());
            let counted = taken.counted;
            // The months of the usual view are all that there are.
            let is_all =
                self.figure == EmbedFigure::Months && question.period == PeriodChoice::LastYear;
            question.period = PeriodChoice::Between {
                start: if is_all { counted.first } else { counted.start },
                end: counted.end,
            };
        }
        let address = Address {
            language: Some(reader().language().tag().to_owned()),
            page: Page::Street(question),
            sum: None,
        };
        format!("{}{}", boot::FOLDER.with(Clone::clone), address.format())
    }

    /// The same, and there to this figure.
    pub fn link(&self) -> String {
        let figure = self.chart().map(|chart| format!("#chart-{}", chart.name));
        format!("{}{}", self.permalink(), figure.unwrap_or_default())
    }

    pub fn origin(&self) -> Origin {
        Origin {
            title: self.title(),
            permalink: self.permalink(),
            accessed: today(),
            language: reader().language().tag().to_owned(),
        }
    }
}

/// The reader's day.
fn today() -> String {
    let now = js_sys::Date::new_0();
    format!(
        "{}-{:02}-{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date()
    )
}

#[component]
pub fn Dialog() -> impl IntoView {
    let reader = reader();
    let client = expect_context::<Client>();
    let search = window().location().search().unwrap_or_default();
    let question = match Address::parse(&search).page {
        Page::Street(question) => Some(question),
        _ => None,
    };
    let asked = question.clone();
    let inquiry = Inquiry::when(move || asked.clone().map(Query::Street));
    let town = Inquiry::new(|| Query::About);
    // After the answer, of which they are a by-product: all that they need is there by then.
    let asked = question.clone();
    let rows = Inquiry::when(move || {
        let is_answered = matches!(inquiry.reception.get(), Reception::Answered(_));
        asked.clone().filter(|_| is_answered).map(Query::Rows)
    });
    let figure = RwSignal::new(EmbedFigure::Day);
    let is_open = RwSignal::new(true);
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move || {
        if let Some(dialog) = dialog.get()
            && let Ok(dialog) = JsValue::from(dialog).dyn_into::<HtmlDialogElement>()
        {
            let _ = dialog.show_modal();
        }
    });
    let close = move || {
        if let Some(dialog) = dialog.get_untracked()
            && let Ok(dialog) = JsValue::from(dialog).dyn_into::<HtmlDialogElement>()
        {
            dialog.close();
        }
    };
    let body = move || match inquiry.reception.get() {
        Reception::Answered(answer) => {
            let Some(question) = question.clone() else {
                return ().into_any();
            };
            let subject = Subject {
                answer,
                question,
                figure: figure.get(),
            };
            if subject.taken().is_none() {
                return view! { <p>{reader.say("take-nothing")}</p> }.into_any();
            }
            view! {
                <FigureChoice subject=subject.clone() figure=figure />
                <EmbedCode subject=subject.clone() />
                <Share subject=subject.clone() />
                <PrintReport subject=subject.clone() town=town close=Callback::new(move |()| close()) />
                <Download subject=subject.clone() />
                <Rows subject=subject.clone() inquiry=rows />
                <Cite subject=subject.clone() />
                {(subject.figure == EmbedFigure::Day).then(|| view! { <Listen subject=subject.clone() /> })}
            }
            .into_any()
        }
        Reception::Failed(_) => {
            view! { <p role="alert">{reader.say("take-failed")}</p> }.into_any()
        }
        Reception::Waiting { .. } | Reception::Previewed(_) => {
            view! { <p role="status">{reader.say("take-waiting")}</p> }.into_any()
        }
    };
    // Whoever opened the dialog gets the focus back: the dialog goes away with its own memory of that.
    let opener = StoredValue::new_local(
        document()
            .active_element()
            .and_then(|element| element.dyn_into::<HtmlElement>().ok()),
    );
    let ended = move |_| {
        is_open.set(false);
        client.end();
        request_animation_frame(move || {
            if let Some(Some(opener)) = opener.try_get_value() {
                let _ = opener.focus();
            }
        });
    };
    move || {
        is_open.get().then(|| {
            view! {
                <dialog class="take" node_ref=dialog aria-labelledby="take-title" on:close=ended>
                    <div class="take-head">
                        <h2 id="take-title">{reader.say("take-title")}</h2>
                        <button type="button" class="button" on:click=move |_| close()>
                            {reader.say("take-close")}
                        </button>
                    </div>
                    {body.clone()}
                    <p class="take-said" role="status" id="take-said"></p>
                </dialog>
            }
        })
    }
}

#[component]
fn FigureChoice(subject: Subject, figure: RwSignal<EmbedFigure>) -> impl IntoView {
    let reader = reader();
    let now = subject.figure;
    let choices: Vec<(EmbedFigure, String)> = EmbedFigure::ALL
        .into_iter()
        .filter_map(|figure| {
            let other = Subject {
                figure,
                ..subject.clone()
            };
            Some((figure, other.chart()?.title))
        })
        .collect();
    view! {
        <p class="take-field">
            <label for="take-figure">{reader.say("take-figure")}</label>
            <select
                id="take-figure"
                on:change=move |event| {
                    if let Some(chosen) = EmbedFigure::parse(&event_target_value(&event)) {
                        figure.set(chosen);
                    }
                }
            >
                {choices
                    .into_iter()
                    .map(|(one, title)| {
                        view! {
                            <option value=one.name() selected=one == now>
                                {title}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </p>
    }
}

/// A text to read and to copy.
#[component]
pub fn Text(
    id: &'static str,
    label: String,
    #[prop(into)] text: Signal<String>,
    copy: String,
    rows: u32,
) -> impl IntoView {
    let place = NodeRef::<leptos::html::Textarea>::new();
    let words = reader().words();
    let copying = move |_| {
        let text = text.get_untracked();
        let area = place.get_untracked();
        leptos::task::spawn_local(async move {
            let key = if boot::copy(&text).await.is_ok() {
                "take-copied"
            } else {
                let area = area.map(JsValue::from);
                if let Some(area) = area.and_then(|a| a.dyn_into::<HtmlTextAreaElement>().ok()) {
                    let _ = area.focus();
                    area.select();
                }
                "take-selected"
            };
            say(&words.get(key));
        });
    };
    view! {
        <div class="take-text">
            <label for=id>{label}</label>
            <textarea id=id readonly rows=rows spellcheck="false" node_ref=place prop:value=text></textarea>
            <button type="button" class="button" on:click=copying>
                {copy}
            </button>
        </div>
    }
}

/// Tells who listens, and who looks.
pub fn say(text: &str) {
    if let Some(place) = document().get_element_by_id("take-said") {
        place.set_text_content(Some(text));
    }
}
