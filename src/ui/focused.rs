//! The control that has the focus, found again when what it stands in is made anew.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The control of a place that has the focus, by its name.
pub struct Focused(Option<String>);

impl Focused {
    pub fn within(place: &Element) -> Self {
        let active = document().active_element();
        let active = active.filter(|one| place.contains(Some(one)));
        Self(active.map(|one| name(&one)))
    }

    /// Gives the focus to the control of that name, unless there is none or somebody has gone on.
    pub fn restore(self, place: &Element) {
        let Some(focused) = self.0 else { return };
        let has_gone_on = document()
            .active_element()
            .is_some_and(|one| one.tag_name() != "BODY");
        if has_gone_on {
            return;
        }
        let controls = all(place, "a, button, input, select, summary, [tabindex]");
        let same = controls.into_iter().find(|one| name(one) == focused);
        if let Some(same) = same.and_then(|one| one.dyn_into::<HtmlElement>().ok()) {
            let _ = same.focus();
        }
    }
}

pub fn all(place: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = place.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|at| found.get(at)?.dyn_into().ok())
        .collect()
}

/// What tells a control from its neighbours, also when it is made anew.
pub fn name(element: &Element) -> String {
    let of = |attribute| element.get_attribute(attribute).unwrap_or_default();
    let text = element.text_content().unwrap_or_default();
    [
        element.tag_name(),
        of("id"),
        of("href"),
        of("value"),
        of("aria-label"),
        of("aria-describedby"),
        text,
    ]
    .join("\n")
}
