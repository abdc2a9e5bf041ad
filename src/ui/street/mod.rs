//! A street.
use leptos::prelude::*;
use crate::domain::StreetId;

#[component]
pub fn StreetPage(street: StreetId) -> impl IntoView {
    view! { <h1>{street.0}</h1> }
}
