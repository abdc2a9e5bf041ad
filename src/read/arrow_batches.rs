//! Tables in Apache's formats, batch by batch: Parquet, and Arrow IPC as a file or a stream.
//! Which it is, the first bytes say.

use super::error::ReadError;
use super::place::Place;
use arrow_array::RecordBatch;
use arrow_ipc::reader::{FileReader, StreamReader};
use arrow_schema::{ArrowError, SchemaRef};
use bytes::Bytes;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use std::io::Cursor;

/// A file of batches, opened.
#[allow(missing_debug_implementations)] // A reader of another crate cannot be printed.
pub struct Batches<'b> {
    file: &'b str,
    expected: &'static str,
    pub schema: SchemaRef,
    reader: Box<dyn Iterator<Item = Result<RecordBatch, ArrowError>> + 'b>,
    rows: u64,
    bytes: u64,
}

const PARQUET: &[u8] = b"PAR1";
const ARROW_FILE: &[u8] = b"ARROW1";

impl<'b> Batches<'b> {
    /// `expected` is the kind of table, for messages. To be called within `foreign::decode`: the decoders
    /// panic on some malformed files.
    pub fn open(file: &'b str, bytes: &'b [u8], expected: &'static str) -> Result<Self, ReadError> {
        let wrong =
            |place: Place, found: String| ReadError::malformed(file, place, found, expected);
        let end = Place::Byte(bytes.len() as u64);
        let opened = |schema, reader| Self {
            file,
            expected,
            schema,
            reader,
            rows: 0,
            bytes: bytes.len() as u64,
        };
        if bytes.starts_with(ARROW_FILE) {
            let reader = FileReader::try_new(Cursor::new(bytes), None)
                .map_err(|e| wrong(end, e.to_string()))?;
            return Ok(opened(reader.schema(), Box::new(reader)));
        }
        if !bytes.starts_with(PARQUET) && looks_like_a_stream(bytes) {
            let reader = StreamReader::try_new(Cursor::new(bytes), None)
                .map_err(|e| wrong(Place::Byte(0), e.to_string()))?;
            return Ok(opened(reader.schema(), Box::new(reader)));
        }
        let builder = ParquetRecordBatchReaderBuilder::try_new(Bytes::copy_from_slice(bytes))
            .map_err(|e| wrong(end, e.to_string()))?;
        let schema = builder.schema().clone();
        let reader = builder
            .build()
            .map_err(|e| wrong(Place::File, e.to_string()))?;
        Ok(opened(schema, Box::new(reader)))
    }

    /// The next batch and the number (from 1) of its first row.
    pub fn next(&mut self) -> Result<Option<(RecordBatch, u64)>, ReadError> {
        let Some(batch) = self.reader.next() else {
            return Ok(None);
        };
        let first = self.rows + 1;
        let wrong = |found: String| {
            ReadError::malformed(self.file, Place::row(first), found, self.expected)
        };
        let batch = batch.map_err(|e| wrong(e.to_string()))?;
        self.rows += batch.num_rows() as u64;
        // A batch without columns takes no bytes, whatever number of rows it claims.
        let most = self.bytes.saturating_mul(MOST_ROWS_PER_BYTE);
        if batch.num_columns() == 0 && batch.num_rows() > 0 || self.rows > most {
            return Err(wrong(format!(
                "{} rows out of {} bytes",
                self.rows, self.bytes
            )));
        }
        Ok(Some((batch, first)))
    }
}

/// A file of equal rows packs well, but not without end.
const MOST_ROWS_PER_BYTE: u64 = 100_000;

/// A stream begins with four bytes of 0xFF, or in old writers with the length of its schema.
fn looks_like_a_stream(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xFF; 4])
        || bytes
            .first_chunk::<4>()
            .map(|four| u32::from_le_bytes(*four))
            .is_some_and(|length| length > 0 && u64::from(length) < bytes.len() as u64)
}
