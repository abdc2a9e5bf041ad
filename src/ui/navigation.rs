//! The address is the state: a signal that follows the history, and links that
//! change it without loading the page.

use super::after_paint::after_paint;
use super::boot;
use crate::domain::StreetId;
use crate::query::ledger::Figure;
use crate::query::permalink::{Address, Page};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement};

#[derive(Clone, Copy)]
pub struct Navigation {
    /// What the page shows, or is about to.
    address: RwSignal<Address>,
    /// Of the window: a frame ahead of `address` after a press.
    newest: RwSignal<Address>,
}

impl Navigation {
    /// Reads the address of the window and follows it from now on.
    pub fn new() -> Self {
        let address = read_address();
        let navigation = Self {
            newest: RwSignal::new(address.clone()),
            address: RwSignal::new(address),
        };
        window_event_listener(ev::popstate, move |_| {
            navigation.newest.set(read_address());
            navigation.address.set(read_address());
        });
        window_event_listener(ev::click, move |event| navigation.follow(&event));
        navigation
    }

    pub fn address(self) -> Address {
        self.address.get()
    }

    pub fn page(self) -> Page {
        self.address.with(|address| address.page.clone())
    }

    pub fn page_untracked(self) -> Page {
        self.address.with_untracked(|address| address.page.clone())
    }

    /// The figure of which the sum is open.
    pub fn sum(self) -> Option<Figure> {
        self.address.with(|address| address.sum)
    }

    pub fn sum_untracked(self) -> Option<Figure> {
        self.address.with_untracked(|address| address.sum)
    }

    /// The link to a page in the language of this address.
    pub fn href(self, page: Page) -> String {
        let language = self.address.with(|address| address.language.clone());
        href_of(&Address {
            language,
            page,
            sum: None,
        })
    }

    /// Goes to a page; back returns from it. A sum stays open while it is the same street's.
    pub fn go(self, page: Page) {
        let mut address = self.newest.get_untracked();
        if street_of(&address.page) != street_of(&page) {
            address.sum = None;
        }
        address.page = page;
        self.push(address);
    }

    /// Opens the sum behind a figure, or closes the one that is open; back undoes it.
    pub fn show_sum(self, sum: Option<Figure>) {
        let address = self.newest.get_untracked();
        self.push(Address { sum, ..address });
    }

    fn push(self, address: Address) {
        if self.newest.with_untracked(|now| *now == address) {
            return;
        }
        let is_other_page = self
            .newest
            .with_untracked(|now| subject(now) != subject(&address));
        let href = href_of(&address);
        if let Ok(history) = window().history() {
            // Refused only inside a sandbox; the page still changes there.
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&href));
        }
        self.newest.set(address);
        let pressed = document().active_element();
        after_paint(move || {
            // Back may have been pressed meanwhile.
            self.address.set(self.newest.get_untracked());
            if is_other_page {
                window().scroll_to_with_x_and_y(0.0, 0.0);
                focus_heading_within(PATIENCE, pressed);
            }
        });
    }

    /// A plain click on a link within the app changes the address only.
    fn follow(self, event: &web_sys::MouseEvent) {
        if event.default_prevented()
            || event.button() != 0
            || event.meta_key()
            || event.ctrl_key()
            || event.shift_key()
            || event.alt_key()
        {
            return;
        }
        let link = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|element| element.closest("a[href]").ok().flatten())
            .and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok());
        let Some(link) = link else { return };
        let is_inside = base().is_some_and(|base| {
            link.origin() == base.origin() && link.pathname() == base.pathname()
        });
        if !is_inside
            || !link.target().is_empty()
            || link.has_attribute("download")
            || !link.hash().is_empty()
        {
            return;
        }
        event.prevent_default();
        self.push(Address::parse(&link.search()));
    }
}

fn street_of(page: &Page) -> Option<&StreetId> {
    match page {
        Page::Street(question) => Some(&question.street),
        _ => None,
    }
}

/// What the page is about; a change of it is a new page, any other change is a control.
fn subject(address: &Address) -> (Option<String>, Option<String>, u8) {
    let (street, kind) = match &address.page {
        Page::Home => (None, 0),
        Page::Street(question) => (Some(question.street.0.clone()), 1),
        Page::Unknown(text) => (Some(text.clone()), 2),
    };
    (address.language.clone(), street, kind)
}

/// Where the app lies: the folder of its one document.
fn base() -> Option<web_sys::Url> {
    web_sys::Url::new(&boot::FOLDER.with(Clone::clone)).ok()
}

/// From the folder, so that a host's own 404 page at any depth leads back.
pub fn href_of(address: &Address) -> String {
    let folder = base().map_or_else(|| "./".to_owned(), |base| base.pathname());
    format!("{folder}{}", address.format())
}

fn read_address() -> Address {
    let location = window().location();
    let address = Address::parse(&location.search().unwrap_or_default());
    let path = location.pathname().unwrap_or_default();
    let folder = base().map_or_else(|| path.clone(), |base| base.pathname());
    let is_known =
        path == folder || path.strip_prefix(&folder) == Some("index.html") || folder.is_empty();
    if is_known {
        address
    } else {
        Address {
            language: address.language,
            page: Page::Unknown(path),
            sum: None,
        }
    }
}

/// Frames in which a heading may come: some seconds.
const PATIENCE: u16 = 600;

/// A reader of the screen hears the new page; sighted readers see no ring, as the heading is not a control.
pub fn focus_heading() {
    focus_heading_within(PATIENCE, document().active_element());
}

/// A page that is being read has no heading yet; whoever has gone on from `pressed` meanwhile is left alone, also in
/// the frame before the heading would get the focus: a list that is open closes when its field loses it.
fn focus_heading_within(frames: u16, pressed: Option<Element>) {
    request_animation_frame(move || {
        let focused = document().active_element();
        let is_waiting = focused == pressed || focused == document().body().map(Into::into);
        if !is_waiting {
            return;
        }
        let heading = document().query_selector("h1").ok().flatten();
        if let Some(heading) = heading.and_then(|h| h.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = heading.focus();
        } else if frames > 0 {
            focus_heading_within(frames - 1, pressed);
        }
    });
}
