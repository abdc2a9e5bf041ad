//! Languages, numbers, dates and the plain answers: all that people read.
//!
//! Words come from Project Fluent files in `locales/`, one folder per language,
//! so that a translator can work on them; numbers and dates come from one pure
//! formatter, so that the page and `straatbeeld explain` print the same text.

pub mod answers;
pub mod calendar;
pub mod failure;
pub mod html;
mod known;
pub mod language;
pub mod ledger;
mod message;
pub mod number;
#[cfg(not(target_arch = "wasm32"))]
pub mod published;
pub mod words;

pub use answers::PlainAnswer;
pub use failure::FailureText;
pub use known::known_table;
pub use language::Language;
pub use ledger::LedgerText;
pub use message::{
    EMBED, EVERYWHERE, Group, Layer, PAGES, PLATE, SHARED, SUM, TAKE, Texts, TextsError,
};
pub use words::{Arg, Words};
