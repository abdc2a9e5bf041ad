//! The code for another site, with a preview that is that very frame.

use super::dialog::{Subject, Text};
use crate::query::embed::{EmbedAddress, EmbedShow, EmbedTheme, frame_code};
use crate::text::Language;
use crate::ui::boot;
use crate::ui::reader::reader;
use leptos::prelude::*;

/// CSS pixels that a figure takes at a width, with its words: enough for each of them.
const fn height_of(width: &str) -> u16 {
    // A narrow frame has more lines.
    match width.as_bytes() {
        b"320" => 980,
        _ => 700,
    }
}

#[component]
pub fn EmbedCode(subject: Subject) -> impl IntoView {
    let reader = reader();
    let language = RwSignal::new(reader.language());
    let theme = RwSignal::new(EmbedTheme::Auto);
    let width = RwSignal::new("100%".to_owned());
    let show = RwSignal::new(EmbedShow::Chart);
    let title = subject.title();
    let question = subject.question.clone();
    let figure = subject.figure;
    let address = Memo::new(move |_| EmbedAddress {
        language: Some(language.get().tag().to_owned()),
        question: question.clone(),
        figure,
        show: show.get(),
        theme: theme.get(),
        height: None,
        id: format!("{}-{}", question.street.0, figure.name())
            .chars()
            .take(64)
            .collect(),
    });
    let folder = boot::FOLDER.with(Clone::clone);
    let of_preview = folder.clone();
    let preview_title = title.clone();
    let code = Signal::derive(move || {
        let width = width.get();
        frame_code(&address.get(), &folder, &title, (&width, height_of(&width)))
    });
    let source = move || format!("{of_preview}embed.html{}", address.get().format());
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
    ];
    view! {
        <section aria-labelledby="take-embed">
            <h3 id="take-embed">{reader.say("take-embed")}</h3>
            <div class="take-fields">
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
                <Choice
                    id="take-show"
                    label=reader.say("take-show")
                    options=shows
                    chosen="chart"
                    choose=Callback::new(move |value: String| {
                        show.set(EmbedShow::parse(&value).unwrap_or_default());
                    })
                />
            </div>
            <Text id="take-code" label=reader.say("take-code") text=code copy=reader.say("take-copy") rows=5 />
            <h4>{reader.say("take-preview")}</h4>
            <iframe
                class="take-preview"
                class:is-narrow=move || width.get() == "320"
                title=preview_title
                src=source
                referrerpolicy="no-referrer"
                sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"
            ></iframe>
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
