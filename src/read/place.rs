//! Where in a file something was found.

use std::fmt;

/// A place that a person can go to: lines, rows and columns count from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    #[default]
    File,
    Line {
        line: u64,
        column: u64,
    },
    /// A record of a table or of a list, with the column or field where one is to blame.
    Row {
        row: u64,
        column: Option<String>,
    },
    Byte(u64),
    /// A way of OpenStreetMap, by its id.
    Way(i64),
}

impl Place {
    #[must_use]
    pub const fn row(row: u64) -> Self {
        Self::Row { row, column: None }
    }

    #[must_use]
    pub fn cell(row: u64, column: &str) -> Self {
        Self::Row {
            row,
            column: Some(column.to_owned()),
        }
    }

    /// Line and column (both from 1) of a byte of a text.
    #[must_use]
    pub fn of_byte(text: &[u8], at: usize) -> Self {
        let before = text.get(..at.min(text.len())).unwrap_or_default();
        let line = before.split(|b| *b == b'\n').count();
        let since_break = before.iter().rev().take_while(|b| **b != b'\n').count() + 1;
        Self::Line {
            line: line as u64,
            column: since_break as u64,
        }
    }
}

/// As it follows the file's name: `:3:14`, `, row 12, column car`, `, byte 812`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => Ok(()),
            Self::Line { line, column } => write!(f, ":{line}:{column}"),
            Self::Row { row, column: None } => write!(f, ", row {row}"),
            Self::Row {
                row,
                column: Some(column),
            } => write!(f, ", row {row}, column {column}"),
            Self::Way(id) => write!(f, ", way {id}"),
            Self::Byte(at) => write!(f, ", byte {at}"),
        }
    }
}
