//! The address of a document beside the app is its state: a signal that follows the history.

use crate::query::place::{Place, Subject};
use crate::ui::boot;
use crate::ui::links::Links;
use crate::ui::navigation::focus_heading;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement};

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
        window_event_listener(ev::click, move |event| visit.follow(&event));
        visit
    }

    /// A plain click on a link within the document changes the address only: what was filled in stays.
    fn follow(self, event: &web_sys::MouseEvent) {
        let is_plain = event.button() == 0
            && !(event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key());
        if event.default_prevented() || !is_plain {
            return;
        }
        let link = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|element| element.closest("a[href]").ok().flatten())
            .and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok());
        let Some(link) = link else { return };
        let here = window().location();
        let is_here = here.origin().is_ok_and(|origin| origin == link.origin())
            && here.pathname().is_ok_and(|path| path == link.pathname());
        if !is_here || link.has_attribute("download") || !link.hash().is_empty() {
            return;
        }
        let place = Place::parse(&document_of(&link.pathname()), &link.search());
        if matches!(place.subject, Subject::Unknown(_)) {
            return;
        }
        event.prevent_default();
        if self.place.with_untracked(|now| *now != place) {
            self.push(place, true);
            window().scroll_to_with_x_and_y(0.0, 0.0);
            focus_heading();
        }
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
        self.change(subject, true);
    }

    /// The same in place of what is shown: back passes by it. For what changes with every key.
    pub fn replace(self, subject: Subject) {
        self.change(subject, false);
    }

    fn change(self, subject: Subject, is_step: bool) {
        let language = self.place.with_untracked(|place| place.language.clone());
        let place = Place { language, subject };
        if self.place.with_untracked(|now| *now == place) {
            return;
        }
        self.push(place, is_step);
    }

    fn push(self, place: Place, is_step: bool) {
        if let Ok(history) = window().history() {
            let (nothing, href) = (JsValue::NULL, href_of(&place));
            // Refused only inside a sandbox; the page still changes there.
            let _ = if is_step {
                history.push_state_with_url(&nothing, "", Some(&href))
            } else {
                history.replace_state_with_url(&nothing, "", Some(&href))
            };
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
    Place::parse(&document_of(&path), &location.search().unwrap_or_default())
}

/// A folder's own document is named after it by some hosts: `/data` for `/data.html`.
fn document_of(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    if name.contains('.') {
        name.to_owned()
    } else {
        format!("{name}.html")
    }
}
