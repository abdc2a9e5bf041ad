//! A street.
use crate::domain::StreetId;
use leptos::prelude::*;

#[component]
pub fn StreetPage(street: StreetId) -> impl IntoView {
    view! { <h1>{street.0}</h1> }
}
