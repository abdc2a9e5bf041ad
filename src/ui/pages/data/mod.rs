//! The data page: the town's datasets and those of other catalogues as a list, and the card of one of them.

mod by_address;
mod card;
mod chain;
mod coverage;
mod facts;
mod figure;
mod files;
mod list;
mod open;
mod timeline;

use super::visit::Visit;
use crate::query::data::{Catalogs, Datasets, unpack};
use crate::query::place::{DataPlace, Subject};
use crate::query::{Answer, Query};
use crate::ui::client::Reception;
use crate::ui::inquiry::Inquiry;
use by_address::CatalogByAddress;
use figure::WayOfFigure;
use leptos::prelude::*;
use list::TownList;
use open::OpenCard;
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// A question whose answer this program unpacks; the last answer stays while another is on its way.
struct Told<T: Send + Sync + 'static> {
    inquiry: Inquiry,
    answer: RwSignal<Option<Arc<T>>>,
}

impl<T: Send + Sync + 'static> Clone for Told<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Told<T> {}

impl<T: DeserializeOwned + Send + Sync + 'static> Told<T> {
    fn new(query: impl Fn() -> Option<Query> + Send + Sync + 'static) -> Self {
        let inquiry = Inquiry::when(query);
        let answer = RwSignal::new(None);
        Effect::new(move || {
            if let Reception::Answered(packed) = inquiry.reception.get()
                && let Answer::Packed(bytes) = &*packed
            {
                answer.set(unpack::<T>(bytes).map(Arc::new));
            }
        });
        Self { inquiry, answer }
    }
}

impl<T: Send + Sync + 'static> Told<T> {
    fn get(self) -> Option<Arc<T>> {
        self.answer.get()
    }
}

/// What the address says of the data.
fn place(visit: Visit) -> DataPlace {
    match visit.subject() {
        Subject::Data(place) => place,
        _ => DataPlace::default(),
    }
}

#[component]
pub fn DataPage() -> impl IntoView {
    let visit = expect_context::<Visit>();
    let own = Told::<Datasets>::new(|| Some(Query::Datasets));
    let others = Told::<Catalogs>::new(|| Some(Query::Catalogs));
    let place = Memo::new(move |_| place(visit));
    let open = Memo::new(move |_| place.with(|place| place.dataset.clone()));
    let catalog = Memo::new(move |_| place.with(|place| place.catalog.clone()));
    let figure = Memo::new(move |_| place.with(|place| place.figure.clone()));
    view! {
        <div class="data">
            {move || match (open.get(), figure.get(), catalog.get()) {
                (Some(id), _, _) => view! { <OpenCard id=id list=own place=place /> }.into_any(),
                (None, Some(figure), _) => view! { <WayOfFigure figure=figure /> }.into_any(),
                (None, None, Some(address)) => {
                    view! { <CatalogByAddress address=address place=place /> }.into_any()
                }
                (None, None, None) => {
                    view! { <TownList own=own others=others place=place /> }.into_any()
                }
            }}
        </div>
    }
}
