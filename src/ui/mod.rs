//! The pages. Nothing is computed here: views turn answers into elements, ask
//! the worker through `client`, and keep their state in the address.

// 2026-11-22: a component owns its properties, whatever its body does with them.
#![allow(clippy::needless_pass_by_value)]

mod after_paint;
mod app;
mod boot;
mod chart;
mod client;
mod embed;
mod failure_notice;
mod focused;
mod footer;
mod frame;
mod header;
mod home;
mod html;
mod inquiry;
mod later;
mod legend;
mod links;
mod navigation;
mod not_found;
mod pages;
mod plate;
mod progress;
mod qr;
mod reader;
mod save;
mod shared;
mod shared_part;
mod spoken;
mod street;
mod street_name;
mod sum_part;
mod take;
mod town;
mod written;

use leptos::prelude::set_timeout;
pub use shared::open as open_shared;
use wasm_bindgen::JsCast;

/// Mounts the app in the element `app`, where it takes the place of `starting` once it has words.
pub fn start() {
    mount(app::App);
}

pub use plate::show as show_plate;
pub use sum_part::show as show_sum;
pub use take::open as open_take;

/// The same for the documents beside the app.
pub fn start_pages() {
    mount(pages::Pages);
}

/// One figure on another site.
pub fn start_embed() {
    mount(embed::Embed);
}

fn mount<V: leptos::prelude::IntoView + 'static>(view: impl FnOnce() -> V + 'static) {
    console_error_panic_hook::set_once();
    let root = web_sys::window()
        .and_then(|w| w.document())
        .and_then(|d| d.get_element_by_id("app"))
        .and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(root) = root {
        // In a task of its own: the program's start is one already.
        set_timeout(
            move || leptos::mount::mount_to(root, view).forget(),
            std::time::Duration::ZERO,
        );
    }
}
