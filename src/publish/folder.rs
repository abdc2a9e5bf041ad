//! Writes a published folder.

use crate::catalog::{Dataset, Town};
use crate::domain::{Calendar, Street};
use crate::table::CountTable;
use std::path::{Path, PathBuf};

/// Everything that a folder holds, before it is written.
#[derive(Debug)]
pub struct TownData {
    pub town: Town,
    pub streets: Vec<Street>,
    pub calendar: Calendar,
    /// Datasets without their distributions, which `write` fills in.
    pub datasets: Vec<Dataset>,
    /// Counts by dataset id, in any row order.
    pub counts: Vec<(String, CountTable)>,
    /// Further files as they are: path in the folder, media type, dataset id, bytes.
    pub extra: Vec<ExtraFile>,
}

#[derive(Debug)]
pub struct ExtraFile {
    pub path: String,
    pub media_type: String,
    pub dataset: String,
    pub bytes: Vec<u8>,
}

#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    #[error("{path}: cannot be written: {cause}")]
    Io {
        path: PathBuf,
        cause: std::io::Error,
    },
    #[error("{path}: {cause}")]
    Parquet { path: PathBuf, cause: String },
    #[error("the town's zone {zone:?} is not one that is compiled in")]
    Zone { zone: String },
}

/// What was written.
#[derive(Debug, Default)]
pub struct Written {
    pub files: u32,
    pub bytes: u64,
    pub rows: u64,
}

/// Writes the folder, replacing what an earlier run wrote there.
/// `progress` is told what is being written.
pub fn write(
    _out: &Path,
    _town: &TownData,
    _progress: &mut dyn FnMut(&str),
) -> Result<Written, WriteError> {
    Ok(Written::default())
}
