//! Straatbeeld: the published mobility data of a town, street by street.
//!
//! The modules are layers; `docs/ARCHITECTURE.md` says which may name which, and
//! `tests/architecture.rs` enforces it. From `domain` to `engine` nothing does IO,
//! reads a clock or holds a global, so the browser's worker and the command line
//! compute the same numbers from the same code.

pub mod analysis;
pub mod catalog;
pub mod chart;
pub mod dcat;
pub mod domain;
pub mod engine;
pub mod export;
pub mod ledger;
pub mod quality;
pub mod query;
pub mod read;
pub mod table;
pub mod text;

#[cfg(not(target_arch = "wasm32"))]
pub mod publish;

#[cfg(target_arch = "wasm32")]
pub mod net;
#[cfg(target_arch = "wasm32")]
pub mod ui;
#[cfg(target_arch = "wasm32")]
pub mod worker;
