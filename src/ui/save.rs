//! A file that is made in this page and fetched from nowhere. The browser makes of its name what its file system takes.

use super::boot;
use js_sys::Uint8Array;
use web_sys::Blob;

pub fn text(name: &str, text: &str) {
    boot::save(&text.into(), name);
}

pub fn bytes(name: &str, bytes: &[u8]) {
    boot::save(&Uint8Array::from(bytes), name);
}

pub fn blob(name: &str, blob: &Blob) {
    boot::save(blob, name);
}
