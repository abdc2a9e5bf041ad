//! What finer numbers tell and give away, in the numbers of a real street: a slider, a picture, sentences.

use super::Told;
use crate::domain::Mode;
use crate::query::Query;
use crate::query::ethics::{EthicsAnswer, EthicsQuestion, Grain, GrainRow, Grains as Answered};
use crate::ui::client::Reception;
use crate::ui::html::Html;
use crate::ui::inquiry::Inquiry;
use crate::ui::reader::{Reader, reader};
use leptos::prelude::*;

/// The answers for the modes that dilemmas are about.
#[derive(Clone, Copy)]
pub struct GrainsOf {
    cars: Inquiry,
    pedestrians: Inquiry,
}

impl GrainsOf {
    pub fn ask() -> Self {
        let of = |mode| Inquiry::new(move || Query::Ethics(EthicsQuestion::Grains { mode }));
        Self {
            cars: of(Mode::Car),
            pedestrians: of(Mode::Pedestrian),
        }
    }

    pub fn of(self, mode: Mode) -> RwSignal<Reception> {
        match mode {
            Mode::Pedestrian => self.pedestrians.reception,
            _ => self.cars.reception,
        }
    }
}

/// Nothing where the numbers cannot be had: the dilemma can be answered without.
#[component]
pub fn Grains(reception: RwSignal<Reception>) -> impl IntoView {
    let reader = reader();
    move || {
        let told = reception.with(Told::of)?;
        match told.get() {
            EthicsAnswer::Grains(Some(grains)) => Some(of_street(grains, reader)),
            EthicsAnswer::Grains(None) => Some(
                view! { <p class="quiet">{reader.say("dilemma-grain-missing")}</p> }.into_any(),
            ),
            _ => None,
        }
    }
}

fn of_street(grains: &Answered, reader: Reader) -> AnyView {
    let words = reader.words();
    let args = [
        ("mode", words.mode(grains.mode).into()),
        ("street", reader.name_of(&grains.names).into()),
        ("period", words.period(grains.start, grains.end).into()),
    ];
    let text = reader.say_with("dilemma-grain-text", &args);
    let stops = grains.grains.iter().map(|row| Stop {
        name: reader.say(key_of(row.grain)),
        numbers: row.numbers,
        small: row.small,
        told: told(row, reader),
    });
    let stops = stops.collect::<Vec<_>>();
    view! { <Slider text=text stops=stops picture="dilemma-grain-picture" /> }.into_any()
}

/// Where the slider can stand: how many numbers there are then, how many of them are small, and what is said of it.
#[derive(Clone)]
pub struct Stop {
    pub name: String,
    pub numbers: u32,
    pub small: u32,
    pub told: String,
}

#[component]
pub fn Slider(text: String, stops: Vec<Stop>, picture: &'static str) -> impl IntoView {
    let reader = reader();
    let place = RwSignal::new(0_usize);
    let stops = StoredValue::new(stops);
    let last = stops.with_value(Vec::len).saturating_sub(1);
    let stop = move || stops.with_value(|stops| stops.get(place.get()).cloned());
    let name = move || stop().map(|stop| stop.name);
    view! {
        <section class="grains">
            <h2>{reader.say("dilemma-grain-title")}</h2>
            <p>{text}</p>
            <label class="slider">
                <span class="slider-label">{reader.say("dilemma-grain-label")}</span>
                <input
                    type="range"
                    min="0"
                    max=last
                    step="1"
                    prop:value=move || place.get().to_string()
                    aria-valuetext=name
                    on:input=move |event| {
                        place.set(event_target_value(&event).parse().unwrap_or_default());
                    }
                />
                <span class="slider-ends" aria-hidden="true">
                    <span>{reader.say("dilemma-grain-coarse")}</span>
                    <strong>{name}</strong>
                    <span>{reader.say("dilemma-grain-fine")}</span>
                </span>
            </label>
            <div class="grains-told">
                <div
                    class="squares"
                    role="img"
                    aria-label=reader.say(picture)
                    inner_html=move || stop().map(|stop| squares(&stop)).unwrap_or_default()
                ></div>
                <p role="status">{move || stop().map(|stop| stop.told)}</p>
            </div>
        </section>
    }
}

const fn key_of(grain: Grain) -> &'static str {
    match grain {
        Grain::Month => "dilemma-grain-month",
        Grain::Week => "dilemma-grain-week",
        Grain::Day => "dilemma-grain-day",
        Grain::Hour => "dilemma-grain-hour",
    }
}

fn told(row: &GrainRow, reader: Reader) -> String {
    let words = reader.words();
    let share = f64::from(row.small) / f64::from(row.numbers.max(1));
    let detail = reader.say_with("dilemma-grain-detail", &[("count", row.numbers.into())]);
    let risk = reader.say_with(
        "dilemma-grain-risk",
        &[
            ("count", row.small.into()),
            ("share", words.percent(share).into()),
        ],
    );
    let mut said = format!("{detail} {risk}");
    if row.small > 0 {
        said.push(' ');
        said.push_str(&reader.say_with("dilemma-grain-single", &[("count", row.single.into())]));
    }
    said
}

/// A hundred squares, of which as many are dark as numbers in a hundred are small; one where there are any at all.
fn squares(stop: &Stop) -> String {
    let dark = (u64::from(stop.small) * 100).div_ceil(u64::from(stop.numbers.max(1)));
    let mut html = Html::default();
    html.raw("<svg viewBox='-1 -1 140 69' aria-hidden='true' focusable='false'>");
    for place in 0..100_u64 {
        html.raw(if place < dark {
            "<rect class='dark'"
        } else {
            "<rect"
        });
        html.wrapped(
            " width='5' height='11' x='",
            &(place % 20 * 7).to_string(),
            "'",
        );
        html.wrapped(" y='", &(place / 20 * 14).to_string(), "'/>");
    }
    html.raw("</svg>");
    html.finish()
}
