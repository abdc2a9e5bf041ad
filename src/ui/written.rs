//! HTML that is written anew when more becomes known, under a reader who may be in it already.

use leptos::html::ElementType;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

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
    let active = document().active_element();
    let focused = active.filter(|one| place.contains(Some(one)));
    let focused = focused.map(|one| name(&one));
    place.set_inner_html(html);
    for summary in all(place, "details > summary") {
        if opened.contains(&name(&summary))
            && let Some(details) = summary.parent_element()
        {
            // Only a name that is none is refused.
            let _ = details.set_attribute("open", "");
        }
    }
    let Some(focused) = focused else { return };
    let controls = all(place, "a, button, input, select, summary, [tabindex]");
    let same = controls.into_iter().find(|one| name(one) == focused);
    if let Some(same) = same.and_then(|one| one.dyn_into::<HtmlElement>().ok()) {
        let _ = same.focus();
    }
}

fn all(place: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = place.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|at| found.get(at)?.dyn_into().ok())
        .collect()
}

/// What tells a control from its neighbours, also when it is made anew.
fn name(element: &Element) -> String {
    let of = |attribute| element.get_attribute(attribute).unwrap_or_default();
    let text = element.text_content().unwrap_or_default();
    [
        element.tag_name(),
        of("id"),
        of("href"),
        of("value"),
        of("aria-label"),
        text,
    ]
    .join("\n")
}
