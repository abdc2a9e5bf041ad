//! From raw files to a published folder: the native command line.

pub mod folder;
