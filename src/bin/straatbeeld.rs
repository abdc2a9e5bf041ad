//! The native command line.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    straatbeeld::publish::command::Cli::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
