//! HTML that is written anew when more becomes known, under a reader who may be in it already.

use super::focused::{Focused, all, name};
use leptos::html::ElementType;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Writes what `html` says into `place`, anew when it says something else. What the reader opened stays open, and a
/// control keeps the focus, where what is there now has one of the same name.
pub fn write<E>(place: NodeRef<E>, html: impl Fn() -> String + 'static)
where
    E: ElementType + 'static,
    E::Output: AsRef<Element> + JsCast + Clone + 'static,
{
    Effect::new(move |before: Option<Option<String>>| {
        let Some(place) = place.get() else {
            return before.flatten();
        };
        let now = html();
        if before.flatten().as_ref() != Some(&now) {
            rewrite(place.as_ref(), &now);
        }
        Some(now)
    });
}

fn rewrite(place: &Element, html: &str) {
    let opened: Vec<String> = all(place, "details[open] > summary")
        .iter()
        .map(name)
        .collect();
    let focused = Focused::within(place);
    place.set_inner_html(html);
    for summary in all(place, "details > summary") {
        if opened.contains(&name(&summary))
            && let Some(details) = summary.parent_element()
        {
            // Only a name that is none is refused.
            let _ = details.set_attribute("open", "");
        }
    }
    focused.restore(place);
}
