//! The first page: find a street by name or on the map, and what the town measures.

mod figures;
mod map;
mod map_legend;
mod months;
pub mod search_box;
mod street_list;

use super::failure_notice::InquiryFailure;
use super::frame::entitle;
use super::progress::Progress;
use super::reader::reader;
use super::shared_part::SharedPart;
use super::town::{KnownTown, town};
use figures::TownFiguresStrip;
use leptos::prelude::*;
use map::TownMap;
use months::TownMonths;
use search_box::SearchBox;
use street_list::StreetList;

#[component]
pub fn HomePage() -> impl IntoView {
    let reader = reader();
    let town = town();
    let town_name = Memo::new(move |_| {
        town.known.with(|known| {
            known
                .as_ref()
                .and_then(KnownTown::get)
                .map(|town| reader.name_of(&town.names))
                .unwrap_or_default()
        })
    });
    Effect::new(move || entitle(&[town_name.get()]));
    let is_known = Signal::derive(move || town_name.with(|name| !name.is_empty()));
    view! {
        <section class="opening">
            <h1 tabindex="-1">{reader.say("ui-home-title")}</h1>
            <p class="lead">{reader.say("ui-home-lead")}</p>
            <SearchBox />
        </section>
        <InquiryFailure inquiry=town.inquiry />
        <Progress reception=town.inquiry.reception />
        <TownFiguresStrip />
        <div class="home-columns">
            <TownMap />
            <StreetList />
        </div>
        <TownMonths />
        <SharedPart street=None is_wanted=is_known />
    }
}
