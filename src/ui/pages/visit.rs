//! The address of a document beside the app is its state: a signal that follows the history.

use crate::query::place::{Place, Subject};
use crate::ui::boot;
use crate::ui::links::Links;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

#[derive(Clone, Copy)]
pub struct Visit {
    place: RwSignal<Place>,
}

impl Visit {
    /// Reads the address of the window and follows it from now on.
    pub fn new() -> Self {
        let visit = Self {
            place: RwSignal::new(read()),
        };
        window_event_listener(ev::popstate, move |_| visit.place.set(read()));
        visit
    }

    pub fn place(self) -> Place {
        self.place.get()
    }

    pub fn subject(self) -> Subject {
        self.place.with(|place| place.subject.clone())
    }

    pub fn subject_untracked(self) -> Subject {
        self.place.with_untracked(|place| place.subject.clone())
    }

    /// The link to something in the language of this address.
    pub fn href(self, subject: Subject) -> String {
        let language = self.place.with(|place| place.language.clone());
        href_of(&Place { language, subject })
    }

    /// Shows something else of this document; back returns from it. A link leads to another document.
    pub fn go(self, subject: Subject) {
        let language = self.place.with_untracked(|place| place.language.clone());
        let place = Place { language, subject };
        if self.place.with_untracked(|now| *now == place) {
            return;
        }
        if let Ok(history) = window().history() {
            // Refused only inside a sandbox; the page still changes there.
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&href_of(&place)));
        }
        self.place.set(place);
    }

    pub fn links(self) -> Links {
        let here = move |language: crate::text::Language| {
            href_of(&Place {
                language: Some(language.tag().to_owned()),
                subject: self.subject(),
            })
        };
        Links::new(
            Signal::derive(move || self.place().language),
            Callback::new(here),
        )
    }
}

fn href_of(place: &Place) -> String {
    format!("{}{}", boot::FOLDER.with(Clone::clone), place.format())
}

fn read() -> Place {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    // A folder's own document is named after it by some hosts: `/data` for `/data.html`.
    let name = path.rsplit('/').next().unwrap_or_default();
    let document = if name.contains('.') {
        name.to_owned()
    } else {
        format!("{name}.html")
    };
    Place::parse(&document, &location.search().unwrap_or_default())
}
