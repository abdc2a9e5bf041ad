//! The documents beside the app, in a program of their own: who looks up a street does not download them.

mod data;
mod ethics;
mod guide;
pub mod label;
mod visit;

use super::client::Client;
use super::frame::Frame;
use super::reader::Reader;
use super::spoken::Spoken;
use super::town::Town;
use crate::query::Query;
use crate::query::place::Subject;
use crate::text::{EVERYWHERE, Group, PAGES};
use data::DataPage;
use ethics::{Answered, EthicsPage};
use guide::{Filling, GuidePage};
use label::LabelPage;
use leptos::prelude::*;
use visit::Visit;

/// The texts of this program.
const GROUPS: &[&Group] = &[&EVERYWHERE, &PAGES];

#[component]
pub fn Pages() -> impl IntoView {
    let visit = Visit::new();
    provide_context(visit);
    provide_context(visit.links());
    provide_context(Client::new());
    // What a reader has filled in outlives a change of the language.
    provide_context(Answered::new());
    provide_context(Filling::new());
    Town::provide(Query::About);
    let spoken = Spoken::new(move || visit.place().language, GROUPS);
    // Another language is another page: everything is said anew.
    move || {
        let reader = Reader::new(spoken.words()?);
        provide_context(reader);
        let (document, page): (&str, fn() -> AnyView) = match visit.subject_untracked() {
            Subject::Data(_) => ("data.html", || view! { <DataPage /> }.into_any()),
            Subject::Ethics(_) => ("ethics.html", || view! { <EthicsPage /> }.into_any()),
            Subject::Label(_) => ("label.html", || view! { <LabelPage /> }.into_any()),
            Subject::Guide(_) | Subject::Unknown(_) => {
                ("guide.html", || view! { <GuidePage /> }.into_any())
            }
        };
        let frame = view! {
            <Frame spoken=spoken document=document>
                {page()}
            </Frame>
        };
        Some(frame.into_any())
    }
}
