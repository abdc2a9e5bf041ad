//! Any bytes in any reader: a table or an error with a place, never a panic, and an account that adds up.
//!
//! One binary for all readers; the environment variable `READER` names the one that is fuzzed, and
//! `READER=list` prints their names. A panic inside a decoder of another crate is caught by the reader
//! (src/read/foreign.rs), so the hook that ends the process at any panic is taken off: one that nobody
//! catches still ends it.
#![no_main]

mod table;

use libfuzzer_sys::fuzz_target;
use std::sync::OnceLock;
use table::{READERS, Reader};

fn chosen() -> Reader {
    static CHOSEN: OnceLock<Reader> = OnceLock::new();
    *CHOSEN.get_or_init(|| {
        let wanted = std::env::var("READER").unwrap_or_default();
        let found = READERS.iter().find(|(name, _)| *name == wanted);
        let names: Vec<&str> = READERS.iter().map(|(name, _)| *name).collect();
        found
            .unwrap_or_else(|| panic!("READER={wanted} is none of {}", names.join(" ")))
            .1
    })
}

fuzz_target!(
    init: {
        if std::env::var("READER").as_deref() == Ok("list") {
            for (name, _) in READERS {
                println!("{name}");
            }
            std::process::exit(0);
        }
        chosen();
        std::panic::set_hook(Box::new(|_| {}));
    },
    |bytes: &[u8]| chosen()(bytes)
);
