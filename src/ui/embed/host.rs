//! The host page, of which nothing is known: it hears our height, and may wish for a theme or a language.
//!
//! Out: `{v: 1, type: "sb:height", id, height}`. In, from the parent window alone and with these members exactly:
//! `{v: 1, type: "sb:theme", theme}`, `{v: 1, type: "sb:language", language}`, `{v: 1, type: "sb:measure"}`.

use crate::chart::Theme;
use crate::query::embed::EmbedTheme;
use crate::text::Language;
use crate::ui::chart::theme_of_now;
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, ResizeObserver, Window};

/// Raised when a message changes its meaning.
const VERSION: f64 = 1.0;
/// What a host script takes for a height, CSS pixels.
const HEIGHTS: (f64, f64) = (100.0, 4000.0);
/// Messages that are read in a second; what comes beyond is dropped unread.
const MOST: u32 = 10;
const SECOND: f64 = 1000.0;

/// What a host may change.
#[derive(Clone, Copy)]
pub struct Wishes {
    pub language: RwSignal<Option<String>>,
    pub theme: RwSignal<Theme>,
}

enum Verb {
    Theme(EmbedTheme),
    Language(Language),
    Measure,
}

/// Tells the host every new height, and listens. Where there is no host nothing happens.
pub fn meet(id: String, wishes: Wishes) {
    let Some(parent) = window().parent().ok().flatten() else {
        return;
    };
    if JsValue::from(&parent) == JsValue::from(window()) {
        return;
    }
    let Some(content) = document().get_element_by_id("app") else {
        return;
    };
    let told = Rc::new(Cell::new(0.0));
    let measured = content.clone();
    let tell = {
        let (parent, told) = (parent.clone(), Rc::clone(&told));
        move || {
            let height = measured.get_bounding_client_rect().height().ceil();
            let height = height.clamp(HEIGHTS.0, HEIGHTS.1);
            if told.replace(height) != height {
                say(&parent, &id, height);
            }
        }
    };
    let on_resize = Closure::<dyn FnMut()>::new(tell.clone());
    if let Ok(observer) = ResizeObserver::new(on_resize.as_ref().unchecked_ref()) {
        observer.observe(&content);
        // The frame is observed for as long as it is there.
        std::mem::forget(observer);
    }
    on_resize.forget();
    let mut quota = Quota::default();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let is_ours = event
            .source()
            .is_some_and(|source| JsValue::from(source) == JsValue::from(&parent));
        if !is_ours || !quota.allows(event.time_stamp()) {
            return;
        }
        match verb(&event.data()) {
            Some(Verb::Theme(theme)) => {
                if let Some(root) = document().document_element() {
                    let _ = root.set_attribute("data-scheme", theme.name());
                }
                wishes.theme.set(theme_of_now());
            }
            Some(Verb::Language(language)) => {
                wishes.language.set(Some(language.tag().to_owned()));
            }
            Some(Verb::Measure) => {
                told.set(0.0);
                tell();
            }
            None => {}
        }
    });
    let _ =
        window().add_event_listener_with_callback("message", on_message.as_ref().unchecked_ref());
    on_message.forget();
}

/// A height and the id of the address: nothing that anyone may not read, so any host may.
fn say(parent: &Window, id: &str, height: f64) {
    let message = Object::new();
    let members = [
        ("v", VERSION.into()),
        ("type", "sb:height".into()),
        ("id", id.into()),
        ("height", height.into()),
    ];
    for (name, value) in members {
        let _ = Reflect::set(&message, &name.into(), &value);
    }
    let _ = parent.post_message(&message, "*");
}

/// A message that is exactly one of those that are listed. What arrives is a copy: it has no code to run.
fn verb(data: &JsValue) -> Option<Verb> {
    let object = data.dyn_ref::<Object>()?;
    let members = Object::keys(object).length();
    let get = |name: &str| Reflect::get(object, &name.into()).ok();
    if get("v")?.as_f64() != Some(VERSION) {
        return None;
    }
    let of = |name: &str| get(name)?.as_string();
    match (of("type")?.as_str(), members) {
        ("sb:theme", 3) => EmbedTheme::parse(&of("theme")?).map(Verb::Theme),
        ("sb:language", 3) => {
            let tag = of("language")?;
            let known = Language::ALL.into_iter().find(|one| one.tag() == tag);
            known.map(Verb::Language)
        }
        ("sb:measure", 2) => Some(Verb::Measure),
        _ => None,
    }
}

/// So many in a second, by the clock of the events.
#[derive(Default)]
struct Quota {
    since: f64,
    taken: u32,
}

impl Quota {
    fn allows(&mut self, now: f64) -> bool {
        if now - self.since >= SECOND {
            self.since = now;
            self.taken = 0;
        }
        self.taken += 1;
        self.taken <= MOST
    }
}
