//! Columns of numbers as a file stores them: one type a column, a slot a row. Whole-city sums run over these
//! at the speed of memory, which a column of optional numbers would not allow.

/// The numbers of a column, a slot a row. `U16` holds what a file declares as whole numbers of 16 bits or less without a sign.
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    U16(Vec<u16>),
    I32(Vec<i32>),
    I64(Vec<i64>),
    F32(Vec<f32>),
    F64(Vec<f64>),
}

impl Values {
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::U16(v) => v.len(),
            Self::I32(v) => v.len(),
            Self::I64(v) => v.len(),
            Self::F32(v) => v.len(),
            Self::F64(v) => v.len(),
        }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A typed column. Where `present` is given, it says for each row whether there is a value; the slot of a
/// missing value holds zero and means nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedColumn {
    pub values: Values,
    pub present: Option<Vec<bool>>,
}

impl TypedColumn {
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    #[must_use]
    pub fn is_present(&self, row: usize) -> bool {
        row < self.len()
            && self
                .present
                .as_ref()
                .is_none_or(|present| present.get(row).copied().unwrap_or(false))
    }

    /// A whole number; `None` where it is missing or the column holds fractions.
    #[must_use]
    pub fn whole(&self, row: usize) -> Option<i64> {
        if !self.is_present(row) {
            return None;
        }
        match &self.values {
            Values::U16(v) => v.get(row).map(|v| i64::from(*v)),
            Values::I32(v) => v.get(row).map(|v| i64::from(*v)),
            Values::I64(v) => v.get(row).copied(),
            Values::F32(_) | Values::F64(_) => None,
        }
    }

    /// A number of whatever type; `None` where it is missing.
    #[must_use]
    pub fn number(&self, row: usize) -> Option<f64> {
        if !self.is_present(row) {
            return None;
        }
        match &self.values {
            Values::U16(v) => v.get(row).map(|v| f64::from(*v)),
            Values::I32(v) => v.get(row).map(|v| f64::from(*v)),
            Values::I64(v) => v.get(row).map(|v| *v as f64),
            Values::F32(v) => v.get(row).map(|v| f64::from(*v)),
            Values::F64(v) => v.get(row).copied(),
        }
    }
}
