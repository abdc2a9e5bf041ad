//! The page's side of the conversation with the worker: asks, hears, notices when
//! the worker is of another version or gone, and never waits for it.

use super::boot;
use crate::query::message::{BUILD, Ready, Reply, Request};
use crate::query::{Answer, Failure, Query};
use js_sys::Uint8Array;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker};

/// What has come of a question so far.
#[derive(Clone, Debug)]
pub enum Reception {
    /// Bytes fetched of those needed; both 0 before the first report.
    Waiting {
        done: u64,
        total: u64,
    },
    /// A first part of an answer that is still to come.
    Previewed(Arc<Answer>),
    Answered(Arc<Answer>),
    Failed(Failure),
}

impl Reception {
    pub const BEGUN: Self = Self::Waiting { done: 0, total: 0 };
}

/// How often the silence is checked, and how many checks without a word end a worker.
const CHECK: Duration = Duration::from_secs(5);
const SILENT_CHECKS: u32 = 6;

#[derive(Clone, Copy)]
pub struct Client {
    inner: StoredValue<Inner, LocalStorage>,
}

struct Inner {
    worker: Option<Worker>,
    is_ready: bool,
    /// How many workers were started after the first.
    attempts: u32,
    /// Another version was met once already.
    was_outdated: bool,
    silent_checks: u32,
    next_id: u32,
    open: Vec<(u32, Query, RwSignal<Reception>)>,
    on_message: Closure<dyn FnMut(MessageEvent)>,
    on_error: Closure<dyn FnMut(ErrorEvent)>,
    on_garbled: Closure<dyn FnMut(MessageEvent)>,
}

impl Client {
    /// Takes over the worker that `boot.js` started.
    pub fn new() -> Self {
        Self::with(boot::FIRST_WORKER.with(Clone::clone))
    }

    /// With a worker of its own, for a part of a page beside the page's.
    pub fn apart() -> Self {
        Self::with(boot::start_worker(0))
    }

    /// Nothing more will be asked.
    pub fn end(self) {
        self.inner.update_value(Inner::end_worker);
    }

    fn with(worker: Worker) -> Self {
        let client = Self {
            inner: StoredValue::new_local(Inner {
                worker: None,
                is_ready: false,
                attempts: 0,
                was_outdated: false,
                silent_checks: 0,
                next_id: 1,
                open: Vec::new(),
                on_message: Closure::new(|_| {}),
                on_error: Closure::new(|_| {}),
                on_garbled: Closure::new(|_| {}),
            }),
        };
        client.inner.update_value(|inner| {
            inner.on_message = Closure::new(move |event: MessageEvent| client.hear(&event.data()));
            inner.on_error = Closure::new(move |event: ErrorEvent| {
                event.prevent_default();
                client.lose(&event.message());
            });
            inner.on_garbled = Closure::new(move |_| client.lose("messageerror"));
        });
        client.attach(worker);
        set_interval(move || client.check_silence(), CHECK);
        client
    }

    /// Asks; the answer arrives in `reception`. Starts a worker where there is none.
    pub fn ask(self, query: Query, reception: RwSignal<Reception>) -> u32 {
        let has_worker = self.inner.with_value(|inner| inner.worker.is_some());
        if !has_worker {
            self.restart();
        }
        reception.set(Reception::BEGUN);
        let mut id = 0;
        self.inner.update_value(|inner| {
            id = inner.next_id;
            inner.next_id += 1;
            if inner.is_ready {
                inner.post(&Request::Ask {
                    id,
                    query: query.clone(),
                });
            }
            inner.open.push((id, query, reception));
        });
        id
    }

    pub fn cancel(self, id: u32) {
        self.inner.update_value(|inner| {
            if inner.take(id).is_some() && inner.is_ready {
                inner.post(&Request::Cancel { id });
            }
        });
    }

    /// Lets the worker try failed files again.
    pub fn forget_failures(self) {
        self.inner.update_value(|inner| {
            if inner.is_ready {
                inner.post(&Request::Reload);
            }
        });
    }

    /// Lets the worker read a file of so many bytes whole.
    pub fn allow_whole(self, bytes: u64) {
        self.inner.update_value(|inner| {
            if inner.is_ready {
                inner.post(&Request::Whole { bytes });
            }
        });
    }

    fn attach(self, worker: Worker) {
        let early = boot::early_messages(&worker);
        self.inner.update_value(|inner| {
            worker.set_onmessage(Some(inner.on_message.as_ref().unchecked_ref()));
            worker.set_onerror(Some(inner.on_error.as_ref().unchecked_ref()));
            worker.set_onmessageerror(Some(inner.on_garbled.as_ref().unchecked_ref()));
            inner.worker = Some(worker);
            inner.is_ready = false;
            inner.silent_checks = 0;
        });
        for message in early {
            self.hear(&message);
        }
    }

    fn restart(self) {
        let mut attempt = 0;
        self.inner.update_value(|inner| {
            inner.end_worker();
            inner.attempts += 1;
            attempt = inner.attempts;
        });
        self.attach(boot::start_worker(attempt));
    }

    fn hear(self, data: &JsValue) {
        self.inner.update_value(|inner| inner.silent_checks = 0);
        if let Some(text) = data.as_string() {
            return self.meet(&text);
        }
        let Some(bytes) = data.dyn_ref::<Uint8Array>() else {
            return self.lose(&boot::reason(data));
        };
        match Reply::decode(&bytes.to_vec()) {
            Some(Reply::Progress { id, done, total }) => {
                self.pass_on(id, Reception::Waiting { done, total }, false);
            }
            Some(Reply::Answer { id, answer }) => {
                self.pass_on(id, Reception::Answered(Arc::new(answer)), true);
            }
            Some(Reply::Preview { id, answer }) => {
                self.pass_on(id, Reception::Previewed(Arc::new(answer)), false);
            }
            Some(Reply::Failure { id, failure }) => {
                self.pass_on(id, Reception::Failed(failure), true);
            }
            None => self.lose("garbled reply"),
        }
    }

    fn meet(self, text: &str) {
        match Ready::parse(text) {
            Some(ready) if ready == Ready::ours() => self.inner.update_value(Inner::greet),
            Some(ready) => self.replace_outdated(&ready.build),
            None => self.replace_outdated(text),
        }
    }

    fn pass_on(self, id: u32, reception: Reception, is_last: bool) {
        let mut target = None;
        self.inner.update_value(|inner| {
            target = if is_last {
                inner.take(id)
            } else {
                let mut open = inner.open.iter();
                open.find(|(known, ..)| *known == id)
                    .map(|(.., signal)| *signal)
            };
        });
        // The view may be gone by now.
        if let Some(signal) = target {
            // What can be seen already is not taken away for a bar.
            let is_bar = matches!(reception, Reception::Waiting { .. });
            let is_previewed =
                || matches!(signal.try_get_untracked(), Some(Reception::Previewed(_)));
            if is_bar && is_previewed() {
                return;
            }
            let _ = signal.try_set(reception);
        }
    }

    /// A host may still hold the last release's worker: fetch it anew, once.
    fn replace_outdated(self, build: &str) {
        let mut is_second = false;
        self.inner.update_value(|inner| {
            is_second = std::mem::replace(&mut inner.was_outdated, true);
        });
        if is_second {
            self.lose(&format!("version {build}, expected {BUILD}"));
        } else {
            self.restart();
        }
    }

    /// The worker is gone: every open question fails, the next one starts another worker.
    fn lose(self, detail: &str) {
        let mut lost = Vec::new();
        self.inner.update_value(|inner| {
            inner.end_worker();
            lost = std::mem::take(&mut inner.open);
        });
        for (.., signal) in lost {
            let failure = Failure::WorkerGone {
                detail: detail.to_owned(),
            };
            let _ = signal.try_set(Reception::Failed(failure));
        }
    }

    fn check_silence(self) {
        let mut is_silent = false;
        self.inner.update_value(|inner| {
            if inner.open.is_empty() {
                inner.silent_checks = 0;
            } else {
                inner.silent_checks += 1;
                is_silent = inner.silent_checks >= SILENT_CHECKS;
            }
        });
        if is_silent {
            self.lose("no word for 30 s");
        }
    }
}

impl Inner {
    /// A question is over: where its answer was to go.
    fn take(&mut self, id: u32) -> Option<RwSignal<Reception>> {
        let place = self.open.iter().position(|(known, ..)| *known == id)?;
        Some(self.open.remove(place).2)
    }

    fn post(&self, request: &Request) {
        if let (Some(worker), Ok(text)) = (&self.worker, serde_json::to_string(request)) {
            // A text can always be cloned to the worker.
            let _ = worker.post_message(&JsValue::from_str(&text));
        }
    }

    /// The worker can be spoken to: everything that waited is asked.
    fn greet(&mut self) {
        self.is_ready = true;
        for (id, query, _) in &self.open {
            self.post(&Request::Ask {
                id: *id,
                query: query.clone(),
            });
        }
    }

    fn end_worker(&mut self) {
        if let Some(worker) = self.worker.take() {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.set_onmessageerror(None);
            worker.terminate();
        }
        self.is_ready = false;
        self.silent_checks = 0;
    }
}
