//! Bytes to tables. Readers of raw formats and of the published folder.

pub mod published;
