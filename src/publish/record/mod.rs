//! `straatbeeld record`: polls GBFS feeds for hours or months and keeps each snapshot once.
//!
//! `decide` says what to do, as data; `run` does it. A snapshot is kept when its frame is in the journal and the disk
//! has it: a process that is killed loses at most the answer that it was reading. A journal becomes Parquet files
//! (`pack`), which can be done again at any point.

pub mod decide;
mod fetch;
pub mod journal;
pub mod pack;
pub mod run;
pub mod snapshot;
