//! Reading by ranges and scanning, as the library has them, behind plain functions that a page calls. The files of the
//! library are compiled in place and alone: they need nothing else of it, and so its interface is not in the way.

#![allow(dead_code)]

#[path = "../../../../src/table"]
mod table {
    pub mod layout;
    pub mod typed;
    pub use typed::{TypedColumn, Values};
}
#[path = "../../../../src/domain"]
mod domain {
    use serde::{Deserialize, Serialize};
    mod mode;
    pub use mode::{Mode, Side};

    // What the layout names, without clocks and zones.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
    pub struct Instant(pub i64);
    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub struct StreetId(pub String);
}
#[path = "../../../../src/read"]
mod read {
    pub mod parquet_format;
    pub mod ranged;
    pub mod published {
        mod column;
        mod error;
        pub mod parquet_part;
        pub use error::PublishedError;
    }
}
#[path = "../../../../src/analysis"]
mod analysis {
    pub mod scan;
}

mod own;
mod question;
mod session;

use session::Session;
use std::cell::RefCell;

thread_local! {
    static SESSION: RefCell<Session> = RefCell::new(Session::default());
}

fn with<T>(f: impl FnOnce(&mut Session) -> T) -> T {
    SESSION.with(|session| f(&mut session.borrow_mut()))
}

/// Room of `length` bytes, which the page fills before it hands it to one of the functions below.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    with(|session| session.room(length))
}

/// Instants at which months begin, as 64-bit floats.
#[unsafe(no_mangle)]
pub extern "C" fn months(place: *const u8) {
    with(|session| session.months(place));
}

/// Begins a question (1 to 4) or, with 0, a load of everything. Gives the bytes of the end to fetch first.
#[unsafe(no_mangle)]
pub extern "C" fn begin(question: u32, street: f64, guess: f64, ahead: usize) -> f64 {
    with(|session| session.begin(question, street as i64, guess as u64, ahead))
}

/// Takes the end of the file. 0: opened, 1: fetch what `out` says first, −1: `out` has the error.
#[unsafe(no_mangle)]
pub extern "C" fn opened(place: *const u8, start: f64, length: f64) -> i32 {
    with(|session| session.opened(place, start as u64, length as u64))
}

/// 0: wait, 1: fetch the ranges in `out`, 2: go on, 3: done, −1: `out` has the error.
#[unsafe(no_mangle)]
pub extern "C" fn step() -> i32 {
    with(Session::step)
}

/// Takes bytes for a range that was asked. 0, or −1: `out` has the error.
#[unsafe(no_mangle)]
pub extern "C" fn give(place: *const u8, from: f64, to: f64, start: f64) -> i32 {
    with(|session| session.give(place, from as u64..to as u64, start as u64))
}

/// Computes the answer of the question that was read, or of one about what was loaded, into `out`.
#[unsafe(no_mangle)]
pub extern "C" fn answer(question: u32, street: f64) {
    with(|session| session.answer(question, street as i64));
}

/// Numbers: an answer, or ranges as pairs. After an error: its text, a number a byte.
#[unsafe(no_mangle)]
pub extern "C" fn out() -> *const f64 {
    with(|session| session.out.as_ptr())
}

#[unsafe(no_mangle)]
pub extern "C" fn out_length() -> usize {
    with(|session| session.out.len())
}

/// Takes the file of a street (`street/<id>.json`). `out` has for each range that the question needs: its first byte,
/// the byte after its last. −1: `out` has the error.
#[unsafe(no_mangle)]
pub extern "C" fn own_street(place: *const u8, question: u32, street: f64) -> i32 {
    with(|session| session.own_street(place, question, street as i64))
}

/// Takes the bytes of a range of `own_street`, by its place in `out`.
#[unsafe(no_mangle)]
pub extern "C" fn own_give(place: *const u8, index: usize) -> i32 {
    with(|session| session.own_give(place, index))
}

/// Decodes what was given and computes the answer into `out`.
#[unsafe(no_mangle)]
pub extern "C" fn own_answer() -> i32 {
    with(Session::own_answer)
}

/// Takes a small file of the town, whole: `summary/segments.parquet` for question 3, `summary/months.parquet` for 4,
/// and gives its numbers into `out`. −1: `out` has the error.
#[unsafe(no_mangle)]
pub extern "C" fn own_summary(place: *const u8, question: u32) -> i32 {
    with(|session| session.own_summary(place, question))
}
