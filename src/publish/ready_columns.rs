//! Are the columns of a Parquet file those of the layout, stored so that a page can read them?

use super::parts::is_milliseconds;
use super::sources::Failure;
use crate::domain::{Mode, Side};
use crate::table::layout;
use parquet::basic::{Compression, ConvertedType, LogicalType, Type};
use parquet::file::metadata::{
    ColumnChunkMetaData, ParquetMetaData, ParquetMetaDataReader, RowGroupMetaData,
};
use parquet::schema::types::ColumnDescriptor;
use std::fs::File;

/// What a file has beside the layout.
#[derive(Debug, Default)]
pub struct Columns {
    /// Names of columns that the layout does not know.
    pub unknown: Vec<String>,
    /// Bytes of the largest row group without an index of its pages.
    pub largest_without_index: u64,
}

/// What a column of the layout holds.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Holds {
    Text,
    Time,
    Whole,
    Number,
    /// Lists of so many numbers.
    Bins(usize),
}

/// Checks the footer of a file; no row is read.
pub fn check(shown: &str, file: &File) -> Result<Columns, Failure> {
    let metadata = ParquetMetaDataReader::new()
        .parse_and_finish(file)
        .map_err(|cause| Failure {
            message: format!("{shown}: not readable as Parquet: {cause}"),
            hint: "The file may have been cut short: write or fetch it again.".to_owned(),
        })?;
    let layout = layout_columns();
    let schema = metadata.file_metadata().schema_descr();
    let mut found = Columns::default();
    let mut known: Vec<&str> = Vec::new();
    for (place, column) in schema.columns().iter().enumerate() {
        let path = column.path().parts();
        let name = path.first().map_or("", String::as_str);
        let Some((_, holds)) = layout.iter().find(|(known, _)| known == name) else {
            found.unknown.push(column.path().string());
            continue;
        };
        known.push(name);
        fits(column, *holds)
            .and_then(|()| codec_fits(&metadata, place))
            .map_err(|(is, hint)| Failure {
                message: format!("{shown}, column {name}: {is}"),
                hint,
            })?;
    }
    for needed in [layout::SEGMENT, layout::START] {
        if !known.contains(&needed) {
            let there: Vec<&str> = known
                .iter()
                .copied()
                .chain(found.unknown.iter().map(String::as_str))
                .collect();
            return Err(Failure {
                message: format!(
                    "{shown}: there is no column {needed}; expected it beside {}",
                    there.join(", ")
                ),
                hint: "Columns by which a directory is partitioned are not in its files: partition by year, if at all, and never by segment. Names are lower case.".to_owned(),
            });
        }
    }
    if known.len() == 2 {
        return Err(Failure {
            message: format!(
                "{shown}: there is nothing beside segment and start; expected at least one column of counts, such as car"
            ),
            hint: "The columns of the layout are listed in docs/TOWN-FILE.md.".to_owned(),
        });
    }
    found.unknown.dedup();
    found.largest_without_index = metadata
        .row_groups()
        .iter()
        .map(unindexed)
        .max()
        .unwrap_or(0);
    Ok(found)
}

/// Bytes of a row group, where nothing says where its pages lie: a page fetches all of them.
fn unindexed(group: &RowGroupMetaData) -> u64 {
    let columns = group.columns().iter();
    columns
        .filter(|chunk| chunk.offset_index_offset().is_none())
        .map(|chunk| chunk.byte_range().1)
        .sum()
}

fn layout_columns() -> Vec<(String, Holds)> {
    let fixed = [
        (layout::SEGMENT, Holds::Text),
        (layout::START, Holds::Time),
        (layout::MINUTES, Holds::Whole),
        (layout::UPTIME, Holds::Number),
        (layout::SENSOR, Holds::Whole),
        (layout::MEAN, Holds::Number),
        (layout::V85, Holds::Number),
        (layout::SPEED_5, Holds::Bins(25)),
        (layout::SPEED_10, Holds::Bins(8)),
        (layout::BIKE_SPEED_5, Holds::Bins(25)),
    ];
    let sides = layout::SPEED_5_SIDES.map(|name| (name, Holds::Bins(25)));
    let volumes = Mode::ALL
        .into_iter()
        .flat_map(|mode| Side::ALL.map(|side| (layout::volume_column(mode, side), Holds::Number)));
    fixed
        .into_iter()
        .chain(sides)
        .map(|(name, holds)| (name.to_owned(), holds))
        .chain(volumes)
        .collect()
}

/// What the column is instead, and what to write.
fn fits(column: &ColumnDescriptor, holds: Holds) -> Result<(), (String, String)> {
    let kind = column.physical_type();
    let shape = (column.max_rep_level(), column.path().parts().len());
    let is_numbers =
        matches!(kind, Type::INT32 | Type::FLOAT | Type::DOUBLE) && !is_decimal(column);
    let fits = match holds {
        Holds::Text => kind == Type::BYTE_ARRAY && shape == (0, 1),
        Holds::Time => shape == (0, 1) && is_milliseconds(column),
        Holds::Whole => {
            shape == (0, 1) && matches!(kind, Type::INT32 | Type::INT64) && !is_decimal(column)
        }
        Holds::Number => shape == (0, 1) && is_numbers,
        Holds::Bins(_) => shape.0 == 1 && is_numbers,
    };
    if fits {
        return Ok(());
    }
    let is = described(column);
    let (expected, hint) = match holds {
        Holds::Text => ("text", "DuckDB `segment::VARCHAR`, Spark `col(\"segment\").cast(\"string\")`.".to_owned()),
        Holds::Time => (
            "timestamps in milliseconds (TIMESTAMP_MILLIS), UTC",
            "Spark: set `spark.sql.parquet.outputTimestampType=TIMESTAMP_MILLIS`; DuckDB: `start::TIMESTAMP_MS`; Arrow: `timestamp[ms]`.".to_owned(),
        ),
        Holds::Whole => ("whole numbers (INT32)", "DuckDB `::INTEGER`, Spark `.cast(\"int\")`.".to_owned()),
        Holds::Number => ("numbers (INT32, FLOAT or DOUBLE)", "DuckDB `::INTEGER` or `::DOUBLE`, Spark `.cast(\"int\")` or `.cast(\"double\")`.".to_owned()),
        Holds::Bins(n) => (
            "lists of numbers (INT32, FLOAT or DOUBLE)",
            format!("Each list has {n} numbers: DuckDB `::INTEGER[]` or `::DOUBLE[]`, Spark `.cast(\"array<int>\")` or `.cast(\"array<double>\")`."),
        ),
    };
    Err((format!("{is}; expected {expected}"), hint))
}

/// A decimal is stored as a whole number, which it is not.
fn is_decimal(column: &ColumnDescriptor) -> bool {
    column.converted_type() == ConvertedType::DECIMAL
        || matches!(column.logical_type_ref(), Some(LogicalType::Decimal(_)))
}

fn described(column: &ColumnDescriptor) -> String {
    let kind = column.physical_type();
    let list = if column.max_rep_level() > 0 {
        "lists of "
    } else {
        ""
    };
    match (column.logical_type_ref(), column.converted_type()) {
        (Some(LogicalType::Timestamp(time)), _) => {
            format!("{list}timestamps in {:?}", time.unit).to_lowercase()
        }
        (_, ConvertedType::NONE) => format!("{list}{kind}"),
        (_, converted) => format!("{list}{kind} ({converted})"),
    }
}

/// One codec in the whole file, and one that the page can unpack.
fn codec_fits(metadata: &ParquetMetaData, place: usize) -> Result<(), (String, String)> {
    let mut codecs = metadata
        .row_groups()
        .iter()
        .filter_map(|group| group.columns().get(place))
        .map(ColumnChunkMetaData::compression);
    let Some(first) = codecs.next() else {
        return Ok(());
    };
    let hint = || {
        "DuckDB `COMPRESSION zstd`, Spark `.option(\"compression\", \"zstd\")`, Arrow `compression=\"zstd\"`.".to_owned()
    };
    if !matches!(
        first,
        Compression::ZSTD(_) | Compression::SNAPPY | Compression::UNCOMPRESSED
    ) {
        return Err((
            format!(
                "compressed with {first}; expected ZSTD, SNAPPY or UNCOMPRESSED, the ones that the page can unpack"
            ),
            hint(),
        ));
    }
    match codecs.find(|codec| *codec != first) {
        Some(other) => Err((
            format!(
                "compressed with {first} in one row group and {other} in another; expected one of them"
            ),
            hint(),
        )),
        None => Ok(()),
    }
}
