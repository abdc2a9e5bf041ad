//! Cells of an Arrow column as plain numbers, texts and times, whatever their width.

use crate::domain::Instant;
use arrow_array::cast::AsArray;
use arrow_array::types::{
    Float32Type, Float64Type, Int32Type, Int64Type, TimestampMicrosecondType,
    TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, ArrowPrimitiveType};
use arrow_schema::{DataType, TimeUnit};

/// A time as a column gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeCell {
    Utc(Instant),
    /// Without an offset: milliseconds since 1970 as if it were UTC.
    Civil(i64),
}

#[must_use]
pub fn is_time(kind: &DataType) -> bool {
    matches!(kind, DataType::Timestamp(..))
}

/// One column of a batch; without an array every cell is missing.
#[derive(Clone, Copy, Debug)]
pub struct Cells<'b>(Option<&'b ArrayRef>);

impl<'b> Cells<'b> {
    #[must_use]
    pub fn of(array: Option<&'b ArrayRef>) -> Self {
        Self(array)
    }

    /// The array, where it has a row `i` that is not null.
    fn at(self, i: usize) -> Option<&'b ArrayRef> {
        self.0.filter(|a| i < a.len() && !a.is_null(i))
    }

    /// A number; `NaN` is how some tools write a missing one.
    #[must_use]
    pub fn number(self, i: usize) -> Option<f64> {
        number_in(self.at(i)?, i).filter(|n| !n.is_nan())
    }

    /// True or false, or a number that is 0 or not.
    #[must_use]
    pub fn flag(self, i: usize) -> Option<bool> {
        let array = self.at(i)?;
        match array.data_type() {
            DataType::Boolean => array.as_boolean_opt().map(|a| a.value(i)),
            _ => self.number(i).map(|n| n != 0.0),
        }
    }

    /// Text, or a whole number as text.
    #[must_use]
    pub fn text(self, i: usize) -> Option<String> {
        let array = self.at(i)?;
        match array.data_type() {
            DataType::Utf8 => array
                .as_string_opt::<i32>()
                .map(|a| a.value(i).trim().to_owned()),
            DataType::LargeUtf8 => array
                .as_string_opt::<i64>()
                .map(|a| a.value(i).trim().to_owned()),
            DataType::Utf8View => array
                .as_string_view_opt()
                .map(|a| a.value(i).trim().to_owned()),
            DataType::Int64 => array
                .as_primitive_opt::<Int64Type>()
                .map(|a| a.value(i).to_string()),
            _ => number_in(array, i)
                .filter(|n| n.fract() == 0.0 && n.abs() < 9.0e15)
                .map(|n| format!("{n:.0}")),
        }
    }

    #[must_use]
    pub fn time(self, i: usize) -> Option<TimeCell> {
        let array = self.at(i)?;
        let DataType::Timestamp(unit, zone) = array.data_type() else {
            let text = self.text(i)?;
            return Instant::parse(&text)
                .map(TimeCell::Utc)
                .or_else(|| super::local_time::civil_ms(&text).map(TimeCell::Civil));
        };
        let ms = match unit {
            TimeUnit::Second => value::<TimestampSecondType>(array, i)?.checked_mul(1000)?,
            TimeUnit::Millisecond => value::<TimestampMillisecondType>(array, i)?,
            TimeUnit::Microsecond => value::<TimestampMicrosecondType>(array, i)?.div_euclid(1000),
            TimeUnit::Nanosecond => {
                value::<TimestampNanosecondType>(array, i)?.div_euclid(1_000_000)
            }
        };
        // A zone in the schema means that the value itself is UTC.
        Some(if zone.is_some() {
            TimeCell::Utc(Instant(ms))
        } else {
            TimeCell::Civil(ms)
        })
    }

    /// A list of numbers; one with a missing member comes back empty, so that its length gives it away.
    #[must_use]
    pub fn numbers(self, i: usize) -> Option<Vec<f64>> {
        let array = self.at(i)?;
        let list = match array.data_type() {
            DataType::List(_) => array.as_list_opt::<i32>()?.value(i),
            DataType::LargeList(_) => array.as_list_opt::<i64>()?.value(i),
            DataType::FixedSizeList(..) => array.as_fixed_size_list_opt()?.value(i),
            _ => return None,
        };
        let cells = Cells(Some(&list));
        let numbers: Option<Vec<f64>> = (0..list.len()).map(|k| cells.number(k)).collect();
        Some(numbers.unwrap_or_default())
    }
}

fn value<T: ArrowPrimitiveType>(array: &ArrayRef, i: usize) -> Option<T::Native> {
    array.as_primitive_opt::<T>().map(|a| a.value(i))
}

fn number_in(array: &ArrayRef, i: usize) -> Option<f64> {
    match array.data_type() {
        DataType::Float64 => value::<Float64Type>(array, i),
        DataType::Float32 => value::<Float32Type>(array, i).map(f64::from),
        DataType::Int64 => value::<Int64Type>(array, i).map(|n| n as f64),
        DataType::Int32 => value::<Int32Type>(array, i).map(f64::from),
        DataType::UInt64 => value::<UInt64Type>(array, i).map(|n| n as f64),
        DataType::UInt32 => value::<UInt32Type>(array, i).map(f64::from),
        _ => None,
    }
}
