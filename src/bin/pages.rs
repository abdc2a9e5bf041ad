//! The documents beside the app: data, ethics, guide.

fn main() {
    #[cfg(target_arch = "wasm32")]
    straatbeeld::ui::start_pages();
}
