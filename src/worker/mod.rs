//! The worker: takes messages, drives the engine, performs its effects.

mod port;

use crate::engine::{Effect, Engine, Event, FetchError};
use crate::net;
use crate::query::message::{Ready, Request};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::AbortController;

/// One conversation with one page.
struct Session {
    engine: Engine,
    /// Absolute URL of the published folder, ending in `/`.
    folder: String,
    fetching: HashMap<u32, AbortController>,
}

/// Listens to the page and says that it does. Answers what pages of streets and of the town ask.
pub fn start() {
    listen(Engine::of_streets());
}

/// The same for every question.
pub fn start_clerk() {
    listen(Engine::new());
}

fn listen(engine: Engine) {
    let session = Rc::new(RefCell::new(Session {
        engine,
        folder: String::new(),
        fetching: HashMap::new(),
    }));
    port::listen(move |text| receive(&session, &text));
    port::greet(&Ready::ours());
}

fn receive(session: &Rc<RefCell<Session>>, text: &str) {
    // A page of another version may say what this worker does not know; the handshake deals with it.
    let Ok(request) = serde_json::from_str::<Request>(text) else {
        return;
    };
    let event = match request {
        Request::Open { folder } => {
            session.borrow_mut().folder = folder;
            return;
        }
        Request::Ask { id, query } => Event::Ask { id, query },
        Request::Cancel { id } => Event::Cancel { id },
        Request::Reload => Event::Reload,
        Request::Whole { bytes } => Event::AllowWhole { bytes },
    };
    step(session, event);
}

fn step(session: &Rc<RefCell<Session>>, event: Event) {
    let effects = session.borrow_mut().engine.step(event);
    for effect in effects {
        match effect {
            Effect::Reply(reply) => port::send(&reply),
            Effect::Rest => {
                let session = Rc::clone(session);
                port::later(move || step(&session, Event::Idle));
            }
            Effect::Abort { token } => {
                if let Some(controller) = session.borrow_mut().fetching.remove(&token) {
                    controller.abort();
                }
            }
            Effect::Fetch {
                token,
                path,
                range,
                is_fresh,
                most,
            } => {
                let controller = AbortController::new().ok();
                let signal = controller.as_ref().map(AbortController::signal);
                let url = {
                    let mut session = session.borrow_mut();
                    if let Some(controller) = controller {
                        session.fetching.insert(token, controller);
                    }
                    format!("{}{path}", session.folder)
                };
                let session = Rc::clone(session);
                spawn_local(async move {
                    let outcome = net::fetch(&url, range, is_fresh, most, signal.as_ref()).await;
                    let controller = session.borrow_mut().fetching.remove(&token);
                    if let (Some(controller), Err(FetchError::TooMuch { .. })) =
                        (controller, &outcome)
                    {
                        controller.abort();
                    }
                    step(&session, Event::Fetched { token, outcome });
                });
            }
        }
    }
}
