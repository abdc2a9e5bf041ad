//! Citations of a figure, in the forms that writers use.

use super::dialog::{Subject, Text};
use super::embed_code::Choice;
use crate::ui::reader::reader;
use leptos::prelude::*;

#[component]
pub fn Cite(subject: Subject) -> impl IntoView {
    let reader = reader();
    let form = RwSignal::new("text".to_owned());
    let words = reader.words();
    let origin = subject.origin();
    let forms = subject.taken().map(|taken| {
        [
            taken.citation(&origin, &words),
            taken.bibtex(&origin),
            taken.csl(&origin),
        ]
    });
    let [text, bibtex, csl] = forms.unwrap_or_default();
    let shown = Signal::derive(move || match form.get().as_str() {
        "bibtex" => bibtex.clone(),
        "csl" => csl.clone(),
        _ => text.clone(),
    });
    let options = vec![
        ("text", reader.say("take-text")),
        ("bibtex", reader.say("take-bibtex")),
        ("csl", reader.say("take-csl")),
    ];
    view! {
        <section aria-labelledby="take-cite">
            <h3 id="take-cite">{reader.say("take-cite")}</h3>
            <Choice
                id="take-form"
                label=reader.say("take-cite")
                options=options
                chosen="text"
                choose=Callback::new(move |value| form.set(value))
            />
            <Text id="take-citation" label=reader.say("take-text") text=shown copy=reader.say("take-copycite") rows=5 />
        </section>
    }
}
