//! A line that shows what is going on; nothing where standard error is no terminal.

use super::assemble::Progress;
use indicatif::{ProgressBar, ProgressStyle};
use std::path::Path;
use std::time::Duration;

#[derive(Debug)]
pub struct Bar(ProgressBar);

impl Bar {
    #[must_use]
    pub fn new() -> Self {
        let bar = ProgressBar::new(0);
        if let Ok(style) =
            ProgressStyle::with_template("{spinner} {prefix} [{bar:24}] {pos}/{len} {wide_msg}")
        {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(120));
        Self(bar)
    }

    pub fn say(&self, message: &str) {
        self.0.set_message(message.to_owned());
    }

    /// Leaves no trace.
    pub fn end(&self) {
        self.0.finish_and_clear();
    }
}

impl Progress for Bar {
    fn source(&mut self, id: &str, files: usize) {
        self.0.reset();
        self.0.set_prefix(id.to_owned());
        self.0.set_length(files as u64);
    }

    fn file(&mut self, path: &Path) {
        self.0.inc(1);
        let name = path.file_name().unwrap_or_default();
        self.say(&name.to_string_lossy());
    }
}
