//! The sum of a slice of a column.

use crate::table::{TypedColumn, Values};
use std::ops::Range;

/// A sum, and of how many values.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Total {
    pub sum: f64,
    pub count: u64,
}

impl Total {
    pub fn add(&mut self, other: Self) {
        self.sum += other.sum;
        self.count += other.count;
    }
}

/// Sums the values of some rows. Eight sums run side by side and are added at the end, always in the same
/// order: the same rows give the same sum on every machine.
#[must_use]
pub fn sum(column: &TypedColumn, rows: Range<usize>) -> Total {
    if let Some(present) = &column.present {
        let rows = rows.start..rows.end.min(present.len());
        let mut total = Total::default();
        for row in rows {
            if let Some(value) = column.number(row) {
                total.sum += value;
                total.count += 1;
            }
        }
        return total;
    }
    let (sum, count) = match &column.values {
        Values::U16(values) => small(values.get(rows).unwrap_or_default()),
        Values::I32(values) => lanes(values.get(rows).unwrap_or_default()),
        Values::I64(values) => slow(values.get(rows).unwrap_or_default()),
        Values::F32(values) => lanes(values.get(rows).unwrap_or_default()),
        Values::F64(values) => lanes(values.get(rows).unwrap_or_default()),
    };
    Total {
        sum,
        count: count as u64,
    }
}

const LANES: usize = 8;

fn lanes<T: Copy + Into<f64>>(values: &[T]) -> (f64, usize) {
    let mut sums = [0_f64; LANES];
    let (blocks, rest) = values.as_chunks::<LANES>();
    for block in blocks {
        for (sum, value) in sums.iter_mut().zip(block) {
            *sum += (*value).into();
        }
    }
    for (sum, value) in sums.iter_mut().zip(rest) {
        *sum += (*value).into();
    }
    (sums.iter().sum(), values.len())
}

/// Whole numbers of 16 bits add up exactly, in 32 bits as long as there are no more than 65 536 of them.
fn small(values: &[u16]) -> (f64, usize) {
    let mut sum = 0_u64;
    for block in values.chunks(1 << 16) {
        sum += u64::from(block.iter().map(|value| u32::from(*value)).sum::<u32>());
    }
    (sum as f64, values.len())
}

fn slow(values: &[i64]) -> (f64, usize) {
    (values.iter().map(|value| *value as f64).sum(), values.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_adds_up_to_the_same() {
        let numbers: Vec<u16> = (0..1003).map(|n| n % 97).collect();
        let expected: f64 = numbers[3..1001].iter().map(|n| f64::from(*n)).sum();
        let columns = [
            Values::U16(numbers.clone()),
            Values::I32(numbers.iter().map(|n| i32::from(*n)).collect()),
            Values::I64(numbers.iter().map(|n| i64::from(*n)).collect()),
            Values::F32(numbers.iter().map(|n| f32::from(*n)).collect()),
            Values::F64(numbers.iter().map(|n| f64::from(*n)).collect()),
        ];
        for values in columns {
            let column = TypedColumn {
                values,
                present: None,
            };
            let total = sum(&column, 3..1001);
            assert_eq!((total.sum, total.count), (expected, 998));
            assert_eq!(
                sum(&column, 900..2000),
                Total::default(),
                "rows that are not there"
            );
        }
    }

    #[test]
    fn a_missing_value_counts_for_nothing() {
        let column = TypedColumn {
            values: Values::F32(vec![1.0, 0.0, 3.0]),
            present: Some(vec![true, false, true]),
        };
        let total = sum(&column, 0..3);
        assert_eq!((total.sum, total.count), (4.0, 2));
    }
}
