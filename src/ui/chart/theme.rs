//! The colours of the style sheet as a chart's theme, read anew when the reader's scheme changes.

use crate::chart::{Rgb, Theme};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// The theme of now; it changes with the reader's colour scheme.
pub fn follow_theme() -> Signal<Theme> {
    changing_theme().into()
}

/// The same, for who changes the scheme and says so.
pub fn changing_theme() -> RwSignal<Theme> {
    let theme = RwSignal::new(theme_of_now());
    if let Ok(Some(query)) = window().match_media("(prefers-color-scheme: dark)") {
        let on_change = Closure::<dyn FnMut()>::new(move || {
            let _ = theme.try_set(theme_of_now());
        });
        let _ =
            query.add_event_listener_with_callback("change", on_change.as_ref().unchecked_ref());
        // The page follows the scheme for as long as it lives.
        on_change.forget();
    }
    theme
}

/// What the style sheet says now.
pub fn theme_of_now() -> Theme {
    let is_dark = window()
        .match_media("(prefers-color-scheme: dark)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches());
    let mut theme = if is_dark {
        Theme::dark()
    } else {
        Theme::light()
    };
    let style = document()
        .document_element()
        .and_then(|root| window().get_computed_style(&root).ok().flatten());
    let Some(style) = style else { return theme };
    let property = |name: &str| style.get_property_value(name).unwrap_or_default();
    let colour = |name: &str, slot: &mut Rgb| {
        if let Some(rgb) = parse(property(name).trim()) {
            *slot = rgb;
        }
    };
    colour("--color-surface", &mut theme.background);
    colour("--color-text", &mut theme.text);
    colour("--color-quiet", &mut theme.muted);
    colour("--color-chart-grid", &mut theme.grid);
    colour("--color-edge", &mut theme.line);
    colour("--color-accent", &mut theme.accent);
    colour("--color-chart-second", &mut theme.second);
    colour("--color-chart-third", &mut theme.third);
    colour("--color-bad-edge", &mut theme.warning);
    colour("--color-heat-low", &mut theme.heat.0);
    colour("--color-heat-high", &mut theme.heat.1);
    let font = property("--font");
    if !font.trim().is_empty() {
        font.trim().clone_into(&mut theme.font);
    }
    theme
}

/// `#rrggbb`.
fn parse(text: &str) -> Option<Rgb> {
    let hex = text.strip_prefix('#').filter(|hex| hex.len() == 6)?;
    let byte = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
    Some(Rgb(byte(0)?, byte(2)?, byte(4)?))
}
