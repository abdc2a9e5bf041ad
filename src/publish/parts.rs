//! Where each segment's rows lie in a counts file, whoever wrote it: the ranges, their hashes and
//! how the columns are stored, so that the page reads a street without the footer of the file.

use crate::domain::{Instant, Mode};
use crate::engine::{NEAR, sha256};
use crate::read::ranged::Merging;
use crate::read::workers::Workers;
use crate::table::layout::{self, Chunk, RowPart, SegmentParts, Span, StoredColumn};
use bytes::Bytes;
use parquet::basic::{ConvertedType, LogicalType, TimeUnit, Type};
use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::DataType;
use parquet::errors::ParquetError;
use parquet::file::metadata::{ParquetMetaData, RowGroupMetaData};
use parquet::file::page_index::offset_index::OffsetIndexMetaData;
use parquet::file::reader::{ChunkReader, FileReader};
use parquet::file::serialized_reader::{ReadOptionsBuilder, SerializedFileReader};
use parquet::schema::types::ColumnDescriptor;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::sync::Arc;

/// One span where the page would make one request.
const NEAR_ONES: Merging = Merging {
    near: NEAR,
    most: usize::MAX,
    one_in: 1,
};

/// What keeps a Parquet file from being a counts file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PartsError {
    #[error("{file}: not readable as Parquet: {cause}")]
    Parquet { file: String, cause: ParquetError },
    #[error("{file}: column {column}: expected {expected}")]
    Column {
        file: String,
        column: &'static str,
        expected: &'static str,
    },
    /// Rows count from 1.
    #[error(
        "{file}, row {row}: expected a later start or a greater segment than in the row before: rows sorted by segment and start, each once"
    )]
    Unsorted { file: String, row: u64 },
}

/// The parts of every segment of `file` (its path in the folder), in file order. Workers read the reader side by side:
/// clones of an open `File` share their place in it, and are for one worker alone.
pub fn parts<R: ChunkReader + 'static>(
    dataset: &str,
    file: &str,
    reader: R,
    workers: &impl Workers,
) -> Result<Vec<SegmentParts>, PartsError> {
    let broken = |cause| PartsError::Parquet {
        file: file.to_owned(),
        cause,
    };
    let reader = Arc::new(reader);
    let options = ReadOptionsBuilder::new().with_page_index().build();
    let parquet = SerializedFileReader::new_with_options(Shared(Arc::clone(&reader)), options)
        .map_err(broken)?;
    let metadata = parquet.metadata();
    let columns = stored_columns(metadata);
    let wrong = |column, expected| PartsError::Column {
        file: file.to_owned(),
        column,
        expected,
    };
    let of = |column, expected| {
        let place = columns.iter().position(|c| c.name == column);
        place.ok_or_else(|| wrong(column, expected))
    };
    let segment = of(layout::SEGMENT, "the id of a segment, as text")?;
    let start = of(layout::START, "the start of an interval, as timestamp")?;
    if !is_milliseconds(&metadata.file_metadata().schema_descr().column(start)) {
        return Err(wrong(
            layout::START,
            "timestamps in milliseconds (TIMESTAMP_MILLIS)",
        ));
    }
    let runs_of = |index: usize, group: &RowGroupMetaData| {
        let segments = values(&parquet, index, segment, |reader| match reader {
            ColumnReader::ByteArrayColumnReader(reader) => Some(reader),
            _ => None,
        });
        let segments = segments
            .map_err(broken)?
            .ok_or_else(|| wrong(layout::SEGMENT, "the id of a segment as text in every row"))?;
        let starts = values(&parquet, index, start, |reader| match reader {
            ColumnReader::Int64ColumnReader(reader) => Some(reader),
            _ => None,
        });
        let starts = starts
            .map_err(broken)?
            .ok_or_else(|| wrong(layout::START, "a time in every row"))?;
        let pages: Vec<Option<&OffsetIndexMetaData>> = (0..columns.len())
            .map(|column| metadata.page_index()?.offset_index(index, column))
            .collect();
        let mut at = 0;
        let mut runs = Vec::new();
        for run in segments.chunk_by(PartialEq::eq) {
            let rows = at..at + run.len();
            at = rows.end;
            let times = starts.get(rows.clone()).unwrap_or_default();
            let (Some(id), Some(&first), Some(&last)) = (run.first(), times.first(), times.last())
            else {
                continue;
            };
            let unsorted = times
                .windows(2)
                .position(|pair| pair.first() >= pair.last())
                .map(|row| row + 1);
            let id = String::from_utf8_lossy(id.data()).into_owned();
            let follows = runs
                .last()
                .is_none_or(|before: &Run| (&before.id, before.last) < (&id, first));
            runs.push(Run {
                id,
                first,
                last,
                unsorted,
                ranges: ranges(&*reader, group, &pages, &columns, &rows),
                rows,
            });
            // Rows in no order would be as many runs.
            if !follows || unsorted.is_some() {
                break;
            }
        }
        Ok(runs)
    };
    let groups: Vec<_> = metadata.row_groups().iter().enumerate().collect();
    let runs = workers.all(groups.clone(), |(index, group)| runs_of(index, group));
    let mut found: Vec<SegmentParts> = Vec::new();
    let mut first_row = 0;
    let mut last: Option<(String, i64)> = None;
    for ((_, group), runs) in groups.into_iter().zip(runs) {
        for run in runs? {
            let before = last.as_ref().map(|(known, until)| (known.as_str(), *until));
            let follows = before.is_none_or(|before| before < (run.id.as_str(), run.first));
            let misplaced = if follows { run.unsorted } else { Some(0) };
            if let Some(row) = misplaced {
                return Err(PartsError::Unsorted {
                    file: file.to_owned(),
                    row: first_row + (run.rows.start + row) as u64 + 1,
                });
            }
            let (spans, chunks) = run.ranges.map_err(broken)?;
            let part = RowPart {
                rows: run.rows.len() as u64,
                first: Instant(run.first),
                last: Instant(run.last),
                spans,
                chunks,
            };
            match found.last_mut().filter(|known| known.segment == run.id) {
                Some(known) => {
                    known.rows += part.rows;
                    known.parts.push(part);
                }
                None => found.push(SegmentParts {
                    file: file.to_owned(),
                    dataset: dataset.to_owned(),
                    segment: run.id.clone(),
                    first_row: first_row + run.rows.start as u64,
                    rows: part.rows,
                    columns: columns.clone(),
                    parts: vec![part],
                }),
            }
            last = Some((run.id, run.last));
        }
        first_row += u64::try_from(group.num_rows()).unwrap_or(0);
    }
    Ok(found)
}

type Ranges = Result<(Vec<Span>, Vec<Chunk>), ParquetError>;

/// Neighbouring rows of one segment in a row group.
struct Run {
    id: String,
    rows: Range<usize>,
    first: i64,
    last: i64,
    /// The first row of the run that begins no later than the row before it.
    unsorted: Option<usize>,
    ranges: Ranges,
}

/// Two readers of one file.
struct Shared<R>(Arc<R>);

impl<R: ChunkReader> parquet::file::reader::Length for Shared<R> {
    fn len(&self) -> u64 {
        self.0.len()
    }
}

impl<R: ChunkReader> ChunkReader for Shared<R> {
    type T = R::T;

    fn get_read(&self, start: u64) -> Result<Self::T, ParquetError> {
        self.0.get_read(start)
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes, ParquetError> {
        self.0.get_bytes(start, length)
    }
}

fn stored_columns(metadata: &ParquetMetaData) -> Vec<StoredColumn> {
    let schema = metadata.file_metadata().schema_descr();
    let codecs = metadata.row_groups().first().map(RowGroupMetaData::columns);
    schema
        .columns()
        .iter()
        .zip(codecs.unwrap_or_default())
        .map(|(column, chunk)| StoredColumn {
            name: column.path().parts().first().cloned().unwrap_or_default(),
            kind: column.physical_type().to_string(),
            codec: chunk
                .compression()
                .to_string()
                .split('(')
                .next()
                .unwrap_or_default()
                .to_owned(),
            levels: (column.max_def_level(), column.max_rep_level()),
        })
        .collect()
}

/// Are these timestamps in milliseconds?
pub fn is_milliseconds(column: &ColumnDescriptor) -> bool {
    column.physical_type() == Type::INT64
        && match column.logical_type_ref() {
            Some(LogicalType::Timestamp(time)) => time.unit == TimeUnit::MILLIS,
            _ => column.converted_type() == ConvertedType::TIMESTAMP_MILLIS,
        }
}

/// The ranges that hold some rows of a row group, and the pages in them.
fn ranges<R: ChunkReader>(
    reader: &R,
    group: &RowGroupMetaData,
    pages: &[Option<&OffsetIndexMetaData>],
    columns: &[StoredColumn],
    rows: &Range<usize>,
) -> Ranges {
    let located: Vec<Located> = group
        .columns()
        .iter()
        .enumerate()
        .map(|(i, chunk)| {
            let (offset, length) = chunk.byte_range();
            let pages = pages.get(i).copied().flatten();
            let dictionary = chunk
                .dictionary_page_offset()
                .and_then(|at| u64::try_from(at).ok());
            locate(offset..offset + length, dictionary, pages, rows)
        })
        .collect();
    let spans = apart(&located, columns);
    let base = spans.first().map_or(0, |span| span.start);
    let spans: Vec<Span> = spans
        .into_iter()
        .map(|range| {
            let length = range.end - range.start;
            let bytes = reader.get_bytes(range.start, usize::try_from(length).unwrap_or(0))?;
            Ok(Span {
                offset: range.start,
                length,
                sha256: sha256(&bytes),
            })
        })
        .collect::<Result<_, ParquetError>>()?;
    Ok((spans, located.iter().map(|l| l.chunk(base)).collect()))
}

/// A span of its own is worth its hash in the street's file from so many bytes on.
const WORTH_A_SPAN: u64 = 2 * 1024;

/// Spans for what readers want apart, in the order in which they want it: what every answer needs, each mode by itself,
/// and the rest. Speeds are the bulk of a street; whoever wants counts only need not read them.
fn apart(located: &[Located], columns: &[StoredColumn]) -> Vec<Range<u64>> {
    let mut classes: Vec<Vec<Range<u64>>> = Vec::new();
    for class in Class::ALL {
        let of = located.iter().zip(columns);
        let of = of.filter(|(_, column)| Class::of(column) == class);
        let ranges: Vec<Range<u64>> = of.flat_map(|(located, _)| located.ranges()).collect();
        let bytes: u64 = ranges.iter().map(|range| range.end - range.start).sum();
        match classes.last_mut() {
            Some(last) if bytes < WORTH_A_SPAN && class != Class::Speeds => last.extend(ranges),
            _ => classes.push(ranges),
        }
    }
    let spans = classes.into_iter().flat_map(|one| NEAR_ONES.merge(one));
    spans.collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// When and how long was counted, by what and how well, and what passed in the dark.
    Common,
    Mode(Mode),
    /// Left and right, and speeds in one number.
    Rest,
    Speeds,
}

impl Class {
    const ALL: [Self; 7] = [
        Self::Common,
        Self::Mode(Mode::Pedestrian),
        Self::Mode(Mode::Bike),
        Self::Mode(Mode::Car),
        Self::Mode(Mode::Heavy),
        Self::Rest,
        Self::Speeds,
    ];

    fn of(column: &StoredColumn) -> Self {
        if column.levels.1 > 0 {
            return Self::Speeds;
        }
        if layout::is_common(&column.name) {
            return Self::Common;
        }
        let mode = Mode::parse(&column.name).filter(|mode| *mode != Mode::Night);
        mode.map_or(Self::Rest, Self::Mode)
    }
}

/// The pages of one column that hold some rows.
struct Located {
    pages: Range<u64>,
    skip: u64,
    dictionary: Option<Range<u64>>,
}

impl Located {
    fn ranges(&self) -> impl Iterator<Item = Range<u64>> {
        self.dictionary
            .clone()
            .into_iter()
            .chain([self.pages.clone()])
    }

    /// Offsets wrap around the base: a column may lie before the first span of the part.
    fn chunk(&self, base: u64) -> Chunk {
        Chunk {
            offset: self.pages.start.wrapping_sub(base),
            length: self.pages.end - self.pages.start,
            skip: self.skip,
            dictionary: self
                .dictionary
                .as_ref()
                .map(|range| (range.start.wrapping_sub(base), range.end - range.start)),
        }
    }
}

fn locate(
    chunk: Range<u64>,
    dictionary: Option<u64>,
    pages: Option<&OffsetIndexMetaData>,
    rows: &Range<usize>,
) -> Located {
    let (begin, end) = (rows.start as u64, rows.end as u64);
    let whole = Located {
        pages: chunk.clone(),
        skip: begin,
        dictionary: None,
    };
    let locations = pages.map(OffsetIndexMetaData::page_locations);
    let Some(locations) = locations.filter(|locations| !locations.is_empty()) else {
        return whole;
    };
    let row = |i: usize| {
        let location = locations.get(i);
        location.map_or(u64::MAX, |l| u64::try_from(l.first_row_index).unwrap_or(0))
    };
    let first = (0..locations.len())
        .rfind(|i| row(*i) <= begin)
        .unwrap_or(0);
    let last = (0..locations.len())
        .rfind(|i| row(*i) < end)
        .unwrap_or(first);
    let range = |i: usize| {
        locations.get(i).map(|l| {
            let offset = u64::try_from(l.offset).unwrap_or(0);
            offset..offset + u64::try_from(l.compressed_page_size).unwrap_or(0)
        })
    };
    let (Some(from), Some(to), Some(page_0)) = (range(first), range(last), range(0)) else {
        return whole;
    };
    let dictionary = dictionary.map(|at| at..page_0.start);
    // A dictionary lies before the first page; where that is read anyway, it is read with it.
    let (start, dictionary) = match dictionary {
        Some(dictionary) if first == 0 => (dictionary.start, None),
        other => (from.start, other),
    };
    Located {
        pages: start..to.end,
        skip: begin - row(first),
        dictionary,
    }
}

/// The values of a column in a row group; `None` where a row has none, or they are of another type.
fn values<R: ChunkReader + 'static, T: DataType>(
    parquet: &SerializedFileReader<Shared<R>>,
    group: usize,
    column: usize,
    typed: fn(ColumnReader) -> Option<ColumnReaderImpl<T>>,
) -> Result<Option<Vec<T::T>>, ParquetError> {
    let group = parquet.get_row_group(group)?;
    let rows = usize::try_from(group.metadata().num_rows()).unwrap_or(0);
    let Some(mut reader) = typed(group.get_column_reader(column)?) else {
        return Ok(None);
    };
    let mut values = Vec::new();
    reader.read_records(rows, Some(&mut Vec::new()), None, &mut values)?;
    Ok(Some(values).filter(|values| values.len() == rows))
}

/// The bytes of a part's ranges.
pub fn spans(mut file: &File, part: &RowPart) -> io::Result<Vec<Bytes>> {
    part.spans
        .iter()
        .map(|span| {
            file.seek(SeekFrom::Start(span.offset))?;
            let mut bytes = vec![0; usize::try_from(span.length).unwrap_or(0)];
            file.read_exact(&mut bytes)?;
            Ok(bytes.into())
        })
        .collect()
}
