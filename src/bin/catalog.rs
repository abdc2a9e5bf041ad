//! Reads a catalogue of others in a worker of its own (`public/catalog.reader.js`), so that the page never waits.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::*;

/// What the bytes of a file say: `Opened`, packed.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn read(bytes: &[u8]) -> Vec<u8> {
    straatbeeld::query::data::pack(&straatbeeld::dcat::opened(bytes))
}

fn main() {}
