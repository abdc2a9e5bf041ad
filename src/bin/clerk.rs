//! The worker of the documents beside the app, and of embeds that are no chart: it answers every question.

#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
    straatbeeld::worker::start_clerk();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("the worker runs in a browser: `make build`");
}
