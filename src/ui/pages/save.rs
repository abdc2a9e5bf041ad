//! A file that is made in this page and fetched from nowhere.

use crate::ui::boot;

/// Lets the browser save a text; it makes of the name what its file system takes.
pub fn save(name: &str, text: &str) {
    boot::save(&text.into(), name);
}
