//! A table that is read whole, as one small Parquet file.

use super::folder::WriteError;
use arrow_array::RecordBatch;
use arrow_schema::ArrowError;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use std::fmt::Display;
use std::path::PathBuf;

/// The bytes of the file. `path` is for messages.
pub fn encode(
    path: &str,
    table: Result<RecordBatch, ArrowError>,
    compression: Compression,
) -> Result<Vec<u8>, WriteError> {
    let failed = |cause: &dyn Display| WriteError::Parquet {
        path: PathBuf::from(path),
        cause: cause.to_string(),
    };
    let table = table.map_err(|cause| failed(&cause))?;
    let properties = WriterProperties::builder()
        .set_compression(compression)
        .build();
    let mut bytes = Vec::new();
    let write = || -> Result<(), ParquetError> {
        let mut writer = ArrowWriter::try_new(&mut bytes, table.schema(), Some(properties))?;
        writer.write(&table)?;
        writer.close().map(|_| ())
    };
    write().map_err(|cause| failed(&cause))?;
    Ok(bytes)
}
