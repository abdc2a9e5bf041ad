//! From raw files to a published folder: the native command line.

mod counts_file;
pub mod demo;
pub mod folder;
pub mod local;
mod summary_file;
