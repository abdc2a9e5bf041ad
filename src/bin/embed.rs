//! One figure on another site.

fn main() {
    #[cfg(target_arch = "wasm32")]
    straatbeeld::ui::start_embed();
}
