//! The page: mounts the user interface. Natively there is nothing to mount.

fn main() {
    #[cfg(target_arch = "wasm32")]
    straatbeeld::ui::start();
}
