//! The town that all pages are about: its answer, and the question for a second try.

use super::client::Reception;
use super::inquiry::Inquiry;
use crate::query::search::Index;
use crate::query::{Answer, Query, TownAnswer};
use leptos::prelude::*;
use std::sync::Arc;

/// The town, once its answer is there; the same for every page.
#[derive(Clone)]
pub struct KnownTown {
    answer: Arc<Answer>,
    pub index: Arc<Index>,
}

impl KnownTown {
    fn of(answer: Arc<Answer>) -> Option<Self> {
        let index = match &*answer {
            Answer::Town(town) => Arc::new(Index::new(&town.streets)),
            _ => return None,
        };
        Some(Self { answer, index })
    }

    pub fn get(&self) -> Option<&TownAnswer> {
        match &*self.answer {
            Answer::Town(town) => Some(town),
            _ => None,
        }
    }

    pub fn languages(&self) -> Vec<String> {
        self.get()
            .map(|town| town.languages.clone())
            .unwrap_or_default()
    }
}

/// What every page can reach of the town: its answer, and the question for a second try.
#[derive(Clone, Copy)]
pub struct Town {
    pub known: Signal<Option<KnownTown>>,
    /// The same, but earlier and perhaps without its streets.
    pub named: Signal<Option<KnownTown>>,
    pub inquiry: Inquiry,
    is_time: RwSignal<bool>,
}

impl Town {
    /// Lets every view below know the answer to `query`, which is of the town and asked from `ask` on.
    pub fn provide(query: Query) -> Self {
        let is_time = RwSignal::new(false);
        let inquiry = Inquiry::when(move || is_time.get().then(|| query.clone()));
        let known = RwSignal::new(None::<KnownTown>);
        let named = RwSignal::new(None::<KnownTown>);
        Effect::new(move || match inquiry.reception.get() {
            Reception::Previewed(answer) => named.set(KnownTown::of(answer)),
            Reception::Answered(answer) => {
                let answer = KnownTown::of(answer);
                named.set(answer.clone());
                known.set(answer);
            }
            Reception::Waiting { .. } | Reception::Failed(_) => {}
        });
        let town = Self {
            known: known.into(),
            named: named.into(),
            inquiry,
            is_time,
        };
        provide_context(town);
        town
    }

    /// To be called when the page has asked its own questions: a street that it shows comes first, and the worker then
    /// lets the list of all streets wait.
    pub fn ask(self) {
        self.is_time.set(true);
    }
}

pub fn town() -> Town {
    expect_context::<Town>()
}
