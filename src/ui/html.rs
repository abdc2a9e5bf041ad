//! What stands still on the page once it is there, written as HTML.

pub use crate::text::html::Html;
