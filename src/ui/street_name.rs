//! A street's names, each marked with its own language.

use super::reader::{Reader, reader};
use crate::domain::Names;
use leptos::prelude::*;

/// Language tag (empty where unknown) and name; the reader's language first, then in the town's order.
pub fn in_order(names: &Names, town_languages: &[String]) -> Vec<(String, String)> {
    in_order_for(reader(), names, town_languages)
}

/// The same where no view is being made, and nothing says who reads.
pub fn in_order_for(
    reader: Reader,
    names: &Names,
    town_languages: &[String],
) -> Vec<(String, String)> {
    let reader = reader.language().tag();
    let usual = town_languages.first().cloned().unwrap_or_default();
    let mut tags: Vec<&str> = vec![reader];
    tags.extend(town_languages.iter().map(String::as_str));
    tags.extend(names.by_language.keys().map(String::as_str));
    let mut ordered: Vec<(String, String)> = Vec::new();
    for tag in tags {
        if let Some(name) = names.by_language.get(tag)
            && !name.is_empty()
            && !ordered.iter().any(|(_, known)| known == name)
        {
            let tag = if tag == "und" {
                usual.clone()
            } else {
                tag.to_owned()
            };
            ordered.push((tag, name.clone()));
        }
    }
    ordered
}

/// The first name only.
pub fn first(names: &Names, town_languages: &[String]) -> (String, String) {
    in_order(names, town_languages)
        .into_iter()
        .next()
        .unwrap_or_default()
}

/// The first name, as text in its language.
#[component]
pub fn StreetName(names: Names, town_languages: Vec<String>) -> impl IntoView {
    let (tag, name) = first(&names, &town_languages);
    view! { <span lang=(!tag.is_empty()).then_some(tag)>{name}</span> }
}
