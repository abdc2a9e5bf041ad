//! A question that follows the address: asked anew when it changes, cancelled when it is dropped.

use super::client::{Client, Reception};
use crate::query::Query;
use leptos::prelude::*;

#[derive(Clone, Copy)]
pub struct Inquiry {
    pub reception: RwSignal<Reception>,
    client: Client,
    again: Trigger,
}

impl Inquiry {
    /// Asks `query` now and whenever it changes.
    pub fn new(query: impl Fn() -> Query + Send + Sync + 'static) -> Self {
        Self::when(move || Some(query()))
    }

    /// The same while there is something to ask; what is no longer wanted is cancelled.
    pub fn when(query: impl Fn() -> Option<Query> + Send + Sync + 'static) -> Self {
        let client = expect_context::<Client>();
        let reception = RwSignal::new(Reception::BEGUN);
        let again = Trigger::new();
        let query = Memo::new(move |_| query());
        let asked = StoredValue::new(None::<u32>);
        Effect::new(move || {
            again.track();
            let query = query.get();
            if let Some(id) = asked.get_value() {
                client.cancel(id);
            }
            asked.set_value(query.map(|query| client.ask(query, reception)));
        });
        on_cleanup(move || {
            if let Some(id) = asked.try_get_value().flatten() {
                client.cancel(id);
            }
        });
        Self {
            reception,
            client,
            again,
        }
    }

    /// Tries once more after a failure.
    pub fn retry(self) {
        self.client.forget_failures();
        self.again.notify();
    }

    /// Tries once more, and lets a file of so many bytes be read whole.
    pub fn read_whole(self, bytes: u64) {
        self.client.allow_whole(bytes);
        self.again.notify();
    }

    /// Asks again if it has failed: what was missing may be there by now.
    pub fn ask_again(self) {
        if matches!(self.reception.get_untracked(), Reception::Failed(_)) {
            self.again.notify();
        }
    }
}
