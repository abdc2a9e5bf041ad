//! What the columns of a counts file hold, and how they are stored: in the smallest type that means the same, and in
//! the encoding that packs best.

use super::threads::Threads;
use crate::domain::{Mode, Side};
use crate::read::workers::Workers;
use crate::table::column::{Column, Histograms};
use crate::table::layout;
use crate::table::{CountTable, SPEED_BINS_5, SPEED_BINS_10};
use arrow_array::{ArrayRef, Float32Array, Float64Array, Int32Array, ListArray, RecordBatch};
use arrow_buffer::{NullBuffer, OffsetBuffer};
use arrow_schema::{DataType, Field, Schema};
use parquet::arrow::ArrowWriter;
use parquet::basic::Encoding;
use parquet::file::properties::{WriterProperties, WriterPropertiesBuilder};
use parquet::schema::types::ColumnPath;
use std::ops::Range;
use std::sync::Arc;

/// Uptime, volumes, mean, V85, then the lists: who wants the counts only reads one range without them, and who wants
/// one mode reads two. Of the volumes first those in the dark, which say how sure all others are, then both sides
/// together, then each side.
const COLUMNS: usize = 1 + 15 + 2 + 5;

/// The columns of numbers, of those that hold anything: a column that is not there is missing throughout, and
/// its share of the footer is not paid for. In the order of the layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns([Option<Stored>; COLUMNS]);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stored {
    kind: Kind,
    packing: Packing,
}

/// All numbers are whole (and have room in 32 bits), or lose nothing as 32-bit floats: half the room, and the
/// same numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Kind {
    is_whole: bool,
    is_single: bool,
}

/// A dictionary is best where numbers recur. The bytes of numbers that do not are better split: the first ones are
/// alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Packing {
    Dictionary,
    Plain,
    Split,
}

enum Values<'t> {
    Numbers(&'t Column),
    Fine(&'t Histograms<SPEED_BINS_5>),
    Coarse(&'t Histograms<SPEED_BINS_10>),
}

impl Default for Columns {
    /// Of no table: uptime has its place in every file.
    fn default() -> Self {
        Self::of(&CountTable::new())
    }
}

impl Columns {
    #[must_use]
    pub fn of(table: &CountTable) -> Self {
        let all = all(table);
        let kinds = Threads.all(all.iter().collect(), |(name, values)| {
            (values.has_any() || name == layout::UPTIME).then(|| values.kind())
        });
        let mut columns = [None; COLUMNS];
        for (stored, kind) in columns.iter_mut().zip(kinds) {
            *stored = kind.map(|kind| Stored {
                kind,
                packing: Packing::Dictionary,
            });
        }
        Self(columns)
    }

    /// Columns for the tables of both.
    #[must_use]
    pub fn with(mut self, other: &Self) -> Self {
        for (stored, other) in self.0.iter_mut().zip(&other.0) {
            *stored = match (*stored, *other) {
                (Some(one), Some(another)) => Some(Stored {
                    kind: Kind {
                        is_whole: one.kind.is_whole && another.kind.is_whole,
                        is_single: one.kind.is_single && another.kind.is_single,
                    },
                    ..one
                }),
                (one, another) => one.or(another),
            };
        }
        self
    }

    /// Packs each column as some rows of it pack best.
    pub fn pack_like(
        mut self,
        table: &CountTable,
        rows: &Range<usize>,
        properties: &(dyn Fn() -> WriterPropertiesBuilder + Sync),
    ) -> Self {
        let all = all(table);
        let columns = all.iter().zip(self.0).enumerate();
        let jobs = columns.flat_map(|(place, ((name, values), stored))| {
            let kind = stored.map(|stored| stored.kind);
            let packings = [Packing::Dictionary, Packing::Plain, Packing::Split];
            // Engines other than ours do not all split whole numbers.
            let packings = packings.into_iter().filter(move |packing| {
                *packing != Packing::Split || kind.is_some_and(|k| !k.is_whole)
            });
            packings.filter_map(move |packing| Some((place, name, values, kind?, packing)))
        });
        let sizes = Threads.all(jobs.collect(), |(place, name, values, kind, packing)| {
            let properties = packing.of(properties(), &values.path(name)).build();
            let size = size(name, &values.array(rows, kind), properties)?;
            Some((place, size, packing))
        });
        for (place, stored) in self.0.iter_mut().enumerate() {
            let own = sizes.iter().flatten().filter(|(at, ..)| *at == place);
            let best = own.min_by_key(|(_, size, _)| *size);
            if let (Some(stored), Some((_, _, best))) = (stored, best) {
                stored.packing = *best;
            }
        }
        self
    }

    pub fn fields(&self) -> Vec<Field> {
        let table = CountTable::new();
        let columns = all(&table).into_iter().zip(self.0);
        columns
            .filter_map(|((name, values), stored)| {
                Some(Field::new(name, values.data_type(stored?.kind), true))
            })
            .collect()
    }

    pub fn packed(&self, mut properties: WriterPropertiesBuilder) -> WriterPropertiesBuilder {
        let table = CountTable::new();
        for ((name, values), stored) in all(&table).into_iter().zip(self.0) {
            if let Some(stored) = stored {
                properties = stored.packing.of(properties, &values.path(&name));
            }
        }
        properties
    }

    pub fn arrays(&self, table: &CountTable, rows: &Range<usize>) -> Vec<ArrayRef> {
        let columns = all(table).into_iter().zip(self.0);
        columns
            .filter_map(|((_, values), stored)| Some(values.array(rows, stored?.kind)))
            .collect()
    }
}

impl Packing {
    fn of(self, properties: WriterPropertiesBuilder, path: &ColumnPath) -> WriterPropertiesBuilder {
        let properties =
            properties.set_column_dictionary_enabled(path.clone(), self == Self::Dictionary);
        match self {
            Self::Dictionary => properties,
            Self::Plain => properties.set_column_encoding(path.clone(), Encoding::PLAIN),
            Self::Split => {
                properties.set_column_encoding(path.clone(), Encoding::BYTE_STREAM_SPLIT)
            }
        }
    }
}

/// Bytes that a column takes; `None` where it cannot be written so.
fn size(name: &str, array: &ArrayRef, properties: WriterProperties) -> Option<i64> {
    let field = Field::new(name, array.data_type().clone(), true);
    let schema = Arc::new(Schema::new(vec![field]));
    let batch = RecordBatch::try_new(Arc::clone(&schema), vec![Arc::clone(array)]).ok()?;
    let mut writer = ArrowWriter::try_new(std::io::sink(), schema, Some(properties)).ok()?;
    writer.write(&batch).ok()?;
    let written = writer.close().ok()?;
    Some(written.row_groups().first()?.compressed_size())
}

impl Kind {
    fn of<'v>(values: impl Iterator<Item = &'v f64>) -> Self {
        let mut kind = Self {
            is_whole: true,
            is_single: true,
        };
        for v in values.filter(|v| !v.is_nan()) {
            let is_negative_zero = *v == 0.0 && v.is_sign_negative();
            kind.is_whole &= v.fract() == 0.0 && v.abs() < 2e9 && !is_negative_zero;
            #[allow(clippy::cast_possible_truncation)]
            let single = f64::from(*v as f32);
            kind.is_single &= single.to_bits() == v.to_bits();
        }
        kind
    }

    fn data_type(self) -> DataType {
        match self {
            Self { is_whole: true, .. } => DataType::Int32,
            Self {
                is_single: true, ..
            } => DataType::Float32,
            _ => DataType::Float64,
        }
    }

    // Whole, or as good as a 32-bit float: `Kind::of` has seen each of them.
    #[allow(clippy::cast_possible_truncation)]
    fn array(self, values: impl Iterator<Item = Option<f64>>) -> ArrayRef {
        match self.data_type() {
            DataType::Int32 => {
                Arc::new(values.map(|v| v.map(|v| v as i32)).collect::<Int32Array>())
            }
            DataType::Float32 => Arc::new(
                values
                    .map(|v| v.map(|v| v as f32))
                    .collect::<Float32Array>(),
            ),
            _ => Arc::new(values.collect::<Float64Array>()),
        }
    }
}

impl Values<'_> {
    fn has_any(&self) -> bool {
        match self {
            Self::Numbers(column) => column.has_any(),
            Self::Fine(column) => column.has_any(),
            Self::Coarse(column) => column.has_any(),
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::Numbers(column) => Kind::of(column.values()),
            Self::Fine(column) => Kind::of(column.values()),
            Self::Coarse(column) => Kind::of(column.values()),
        }
    }

    fn data_type(&self, kind: Kind) -> DataType {
        match self {
            Self::Numbers(_) => kind.data_type(),
            Self::Fine(_) | Self::Coarse(_) => DataType::List(element(kind)),
        }
    }

    fn path(&self, name: &str) -> ColumnPath {
        match self {
            Self::Numbers(_) => ColumnPath::from(name),
            Self::Fine(_) | Self::Coarse(_) => {
                let parts = [name, "list", "element"];
                ColumnPath::new(parts.into_iter().map(str::to_owned).collect())
            }
        }
    }

    fn array(&self, rows: &Range<usize>, kind: Kind) -> ArrayRef {
        match self {
            Self::Numbers(column) => kind.array(rows.clone().map(|row| column.get(row))),
            Self::Fine(column) => lists(rows, kind, |row| column.get(row)),
            Self::Coarse(column) => lists(rows, kind, |row| column.get(row)),
        }
    }
}

fn element(kind: Kind) -> Arc<Field> {
    Arc::new(Field::new("element", kind.data_type(), false))
}

/// In the order of the layout.
fn all(table: &CountTable) -> Vec<(String, Values<'_>)> {
    let named = |name: &str| name.to_owned();
    let mut columns = vec![(named(layout::UPTIME), Values::Numbers(&table.uptime))];
    let of_mode = |mode: Mode| Side::ALL.map(|side| (mode, side));
    let sides = Mode::ALL.into_iter().flat_map(of_mode);
    let mut volumes: Vec<_> = sides.zip(&table.volumes).collect();
    volumes.sort_by_key(|((mode, side), _)| (*side != Side::Both, *mode != Mode::Night));
    columns.extend(volumes.into_iter().map(|((mode, side), column)| {
        (layout::volume_column(mode, side), Values::Numbers(column))
    }));
    columns.push((named(layout::MEAN), Values::Numbers(&table.mean_kmh)));
    columns.push((named(layout::V85), Values::Numbers(&table.v85)));
    columns.push((named(layout::SPEED_5), Values::Fine(&table.speed_5)));
    columns.push((named(layout::SPEED_10), Values::Coarse(&table.speed_10)));
    for (name, column) in layout::SPEED_5_SIDES.iter().zip(&table.speed_5_sides) {
        columns.push((named(name), Values::Fine(column)));
    }
    columns.push((
        named(layout::BIKE_SPEED_5),
        Values::Fine(&table.bike_speed_5),
    ));
    columns
}

fn lists<'t, const N: usize>(
    rows: &Range<usize>,
    kind: Kind,
    get: impl Fn(usize) -> Option<&'t [f64; N]>,
) -> ArrayRef {
    let lengths = rows.clone().map(|row| get(row).map_or(0, |_| N));
    let offsets = OffsetBuffer::from_lengths(lengths);
    let values = rows.clone().filter_map(&get).flatten().map(|v| Some(*v));
    let values = kind.array(values);
    let there: NullBuffer = rows.clone().map(|row| get(row).is_some()).collect();
    Arc::new(ListArray::new(element(kind), offsets, values, Some(there)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(values: &[f64]) -> DataType {
        Kind::of(values.iter()).data_type()
    }

    #[test]
    fn numbers_take_the_smallest_type_that_means_the_same() {
        assert_eq!(kind(&[1.0, f64::NAN, 0.0]), DataType::Int32);
        assert_eq!(kind(&[1.0, 0.5]), DataType::Float32);
        assert_eq!(kind(&[-0.0]), DataType::Float32);
        assert_eq!(kind(&[3e9]), DataType::Float32);
        assert_eq!(kind(&[0.1]), DataType::Float64);
    }

    #[test]
    fn a_column_of_two_tables_fits_both() {
        let table = |value| {
            let mut table = CountTable::new();
            table.v85.set(0, Some(value));
            Columns::of(&table)
        };
        // 2^24 + 1 is whole, and no 32-bit float.
        let (half, large) = (table(0.5), table(16_777_217.0));
        let of = |columns: &Columns| {
            let fields = columns.fields();
            fields.last().map(|field| field.data_type().clone())
        };
        assert_eq!(of(&half), Some(DataType::Float32));
        assert_eq!(of(&large), Some(DataType::Int32));
        assert_eq!(of(&half.with(&large)), Some(DataType::Float64));
        assert_eq!(Columns::default().fields().len(), 1);
    }
}
