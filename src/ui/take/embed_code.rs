//! The code for another site, with a preview that is that very frame; or, for a figure that stays as it is, the
//! command that makes it.

use super::beside::Beside;
use super::dialog::{Subject, Text};
use crate::query::PeriodChoice;
use crate::query::embed::{EmbedAddress, EmbedFigure, EmbedShow, EmbedTheme, frame_code};
use crate::query::plate::{Other, Plate};
use crate::text::Language;
use crate::ui::boot;
use crate::ui::reader::reader;
use leptos::prelude::*;

/// CSS pixels that a figure takes at a width, with its words: enough for each of them.
const fn height_of(width: &str, plate: Option<Plate>) -> u16 {
    // A narrow frame has more lines.
    let is_narrow = matches!(width.as_bytes(), b"320");
    match (plate, is_narrow) {
        (Some(Plate::Label), true) => 1900,
        (Some(Plate::Label), false) | (Some(Plate::Map), _) => 1000,
        (Some(Plate::Card), false) => 460,
        (Some(Plate::Card), true) | (_, false) => 700,
        (_, true) => 980,
    }
}

#[component]
pub fn EmbedCode(subject: Subject) -> impl IntoView {
    let reader = reader();
    let language = RwSignal::new(reader.language());
    let theme = RwSignal::new(EmbedTheme::Auto);
    let width = RwSignal::new("100%".to_owned());
    let shown = RwSignal::new("chart".to_owned());
    let is_frozen = RwSignal::new(false);
    let others = RwSignal::new(Vec::<Other>::new());
    let title = subject.title();
    let question = subject.question.clone();
    let figure = subject.figure;
    let days = subject.days();
    let address = Memo::new(move |_| {
        let plate = shown.with(|shown| Plate::parse(shown));
        let with = others.get();
        let mut question = question.clone();
        // Beside days that stand fast a period that moves on would soon be another one.
        if plate == Some(Plate::Compare)
            && with.iter().any(|other| other.days.is_some())
            && let Some((start, end)) = days
        {
            question.period = PeriodChoice::Between { start, end };
        }
        let name = plate.map_or_else(|| figure.name(), Plate::name);
        EmbedAddress {
            language: Some(language.get().tag().to_owned()),
            id: format!("{}-{name}", question.street.0)
                .chars()
                .take(64)
                .collect(),
            question,
            figure: plate.map_or(figure, |_| EmbedFigure::default()),
            plate,
            with: if plate == Some(Plate::Compare) {
                with
            } else {
                Vec::new()
            },
            dataset: None,
            show: shown.with(|shown| EmbedShow::parse(shown).unwrap_or_default()),
            theme: theme.get(),
            height: None,
        }
    });
    let folder = boot::FOLDER.with(Clone::clone);
    let (of_preview, of_command) = (folder.clone(), folder.clone());
    let preview_title = title.clone();
    let code = Signal::derive(move || {
        let width = width.get();
        let address = address.get();
        let height = height_of(&width, address.plate);
        frame_code(&address, &folder, &title, (&width, height))
    });
    let command = Signal::derive(move || address.get().freeze_command(&of_command));
    let source = move || format!("{of_preview}embed.html{}", address.get().format());
    let is_chart = move || address.with(|address| address.plate.is_none());
    // A comparison with nothing is none: there is no code until something is chosen.
    let is_ready =
        Memo::new(move |_| address.with(|a| a.plate != Some(Plate::Compare) || !a.with.is_empty()));
    let languages: Vec<(&'static str, String)> = Language::ALL
        .into_iter()
        .map(|one| (one.tag(), one.own_name().to_owned()))
        .collect();
    let themes = vec![
        ("auto", reader.say("take-auto")),
        ("light", reader.say("take-light")),
        ("dark", reader.say("take-dark")),
    ];
    let pixels = |pixels: &'static str| {
        let said = reader.say_with("take-narrow", &[("pixels", pixels.into())]);
        (pixels, said)
    };
    let widths = vec![
        ("100%", reader.say("take-full")),
        pixels("640"),
        pixels("320"),
    ];
    let shows = vec![
        ("chart", reader.say("take-chart")),
        ("table", reader.say("take-table")),
        ("number", reader.say("take-number")),
        ("map", reader.say("take-map")),
        ("compare", reader.say("take-compare")),
        ("label", reader.say("take-label")),
        ("card", reader.say("take-card")),
    ];
    let lives = vec![
        ("live", reader.say("take-live")),
        ("frozen", reader.say("take-frozen")),
    ];
    let beside = subject.clone();
    let preview = move || {
        let preview_title = preview_title.clone();
        let source = source.clone();
        // Another iframe for each address: one that is sent elsewhere leaves a step in the browser's history, and
        // "back" would then undo a choice in the preview instead of leaving the page.
        let frame = move |address: String| {
            view! {
                <iframe
                    class="take-preview"
                    class:is-narrow=move || width.get() == "320"
                    title=preview_title.clone()
                    src=address
                    referrerpolicy="no-referrer"
                    sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"
                ></iframe>
            }
        };
        view! {
            <Text id="take-code" label=reader.say("take-code") text=code copy=reader.say("take-copy") rows=5 />
            <h4>{reader.say("take-preview")}</h4>
            <For each=move || [source()] key=String::clone children=frame />
        }
    };
    let frozen = move || {
        view! {
            <p class="take-frozen">{reader.say("take-frozen-text")}</p>
            <Text
                id="take-command"
                label=reader.say("take-command")
                text=command
                copy=reader.say("take-copycommand")
                rows=4
            />
        }
    };
    view! {
        <section aria-labelledby="take-embed">
            <h3 id="take-embed">{reader.say("take-embed")}</h3>
            <div class="take-fields">
                <Choice
                    id="take-show"
                    label=reader.say("take-show")
                    options=shows
                    chosen="chart"
                    choose=Callback::new(move |value| shown.set(value))
                />
                <Choice
                    id="take-language"
                    label=reader.say("take-language")
                    options=languages
                    chosen=reader.language().tag()
                    choose=Callback::new(move |value: String| {
                        if let Some(found) = Language::parse(&value) {
                            language.set(found);
                        }
                    })
                />
                <Choice
                    id="take-theme"
                    label=reader.say("take-theme")
                    options=themes
                    chosen="auto"
                    choose=Callback::new(move |value: String| {
                        theme.set(EmbedTheme::parse(&value).unwrap_or_default());
                    })
                />
                <Choice
                    id="take-width"
                    label=reader.say("take-width")
                    options=widths
                    chosen="100%"
                    choose=Callback::new(move |value| width.set(value))
                />
                // What is no chart cannot be frozen.
                {move || {
                    is_chart()
                        .then(|| {
                            view! {
                                <Choice
                                    id="take-keep"
                                    label=reader.say("take-keep")
                                    options=lives.clone()
                                    chosen=if is_frozen.get_untracked() { "frozen" } else { "live" }
                                    choose=Callback::new(move |value: String| {
                                        is_frozen.set(value == "frozen");
                                    })
                                />
                            }
                        })
                }}
            </div>
            {move || {
                let subject = beside.clone();
                (shown.get() == "compare").then(|| view! { <Beside subject=subject others=others /> })
            }}
            {move || {
                if is_frozen.get() && is_chart() {
                    Some(frozen().into_any())
                } else {
                    is_ready.get().then(|| preview().into_any())
                }
            }}
        </section>
    }
}

#[component]
pub fn Choice(
    id: &'static str,
    label: String,
    options: Vec<(&'static str, String)>,
    chosen: &'static str,
    choose: Callback<String>,
) -> impl IntoView {
    view! {
        <p class="take-field">
            <label for=id>{label}</label>
            <select id=id on:change=move |event| choose.run(event_target_value(&event))>
                {options
                    .into_iter()
                    .map(|(value, name)| {
                        view! {
                            <option value=value selected=value == chosen>
                                {name}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </p>
    }
}
