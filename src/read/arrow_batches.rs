//! Tables in Apache's formats, batch by batch: Parquet, and Arrow IPC as a file or a stream.
//! Which it is, the first bytes say.

use super::error::ReadError;
use super::place::Place;
use super::thrift_bounds;
use arrow_array::RecordBatch;
use arrow_buffer::Buffer;
use arrow_ipc::reader::{FileReader, StreamDecoder};
use arrow_ipc::{Block, root_as_footer};
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
            if let Some(at) = block_beyond_the_end(bytes) {
                let found = "a block that is longer than the file".to_owned();
                return Err(wrong(Place::Byte(at), found));
            }
            let reader = FileReader::try_new(Cursor::new(bytes), None)
                .map_err(|e| wrong(end, e.to_string()))?;
            return Ok(opened(reader.schema(), Box::new(reader)));
        }
        if !bytes.starts_with(PARQUET) && looks_like_a_stream(bytes) {
            let mut stream = Stream {
                decoder: StreamDecoder::new(),
                left: Buffer::from(bytes.to_vec()),
            };
            // The schema is known once the first message is read.
            let first = stream.next();
            let schema = stream.decoder.schema().ok_or_else(|| match &first {
                Some(Err(e)) => wrong(Place::Byte(0), e.to_string()),
                _ => wrong(end, "a stream without a schema".to_owned()),
            })?;
            return Ok(opened(schema, Box::new(first.into_iter().chain(stream))));
        }
        let metadata = thrift_bounds::metadata_of(bytes).unwrap_or_default();
        thrift_bounds::check_metadata(metadata).map_err(|at| {
            let at = (bytes.len().saturating_sub(8 + metadata.len()) + at) as u64;
            wrong(
                Place::Byte(at),
                "metadata that claims more than there is".to_owned(),
            )
        })?;
        let builder = ParquetRecordBatchReaderBuilder::try_new(Bytes::copy_from_slice(bytes))
            .map_err(|e| wrong(end, e.to_string()))?;
        let schema = builder.schema().clone();
        let reader = builder
            .build()
            .map_err(|e| wrong(Place::File, e.to_string()))?;
        Ok(opened(schema, Box::new(reader)))
    }

    /// The next batch and the number (from 1) of its first row.
    pub fn next_batch(&mut self) -> Result<Option<(RecordBatch, u64)>, ReadError> {
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

/// A stream out of memory: unlike a reader of files, it takes the length that a message claims for what it is
/// and makes no room for it.
struct Stream {
    decoder: StreamDecoder,
    left: Buffer,
}

impl Iterator for Stream {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.decoder.decode(&mut self.left) {
            Ok(None) => self.decoder.finish().err().map(Err),
            found => found.transpose(),
        }
    }
}

/// Where a file of batches claims a block that does not fit into it: the reader would make room for it first.
fn block_beyond_the_end(bytes: &[u8]) -> Option<u64> {
    let end = bytes.len().checked_sub(10)?;
    let length = bytes.get(end..)?.first_chunk::<4>()?;
    let length = usize::try_from(i32::from_le_bytes(*length)).ok()?;
    let footer = root_as_footer(bytes.get(end.checked_sub(length)?..end)?).ok()?;
    let blocks = footer.recordBatches().into_iter().flatten();
    let blocks = blocks.chain(footer.dictionaries().into_iter().flatten());
    let fits = |block: &Block| {
        let parts = [
            block.offset(),
            i64::from(block.metaDataLength()),
            block.bodyLength(),
        ];
        let sum = parts.iter().try_fold(0_u64, |sum, part| {
            sum.checked_add(u64::try_from(*part).ok()?)
        });
        sum.is_some_and(|sum| sum <= bytes.len() as u64)
    };
    let beyond = blocks.into_iter().find(|block| !fits(block))?;
    Some(
        u64::try_from(beyond.offset())
            .unwrap_or(0)
            .min(bytes.len() as u64),
    )
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
