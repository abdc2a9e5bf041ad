//! Q14: a publisher adds a column or a word: what is known is read, what is not is noted and left in the raw file.

use std::fmt;

/// Something in a file that nobody has told us about. It never stops a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drift<'a> {
    /// A column of a table.
    Column(&'a str),
    /// A field of a record.
    Field(&'a str),
    /// A word where one of a list is expected.
    Value { field: &'a str, value: &'a str },
}

/// As a report notes it; equal messages are counted together.
impl fmt::Display for Drift<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Column(name) => write!(f, "unknown column {name:?} passed over"),
            Self::Field(name) => write!(f, "unknown field {name:?} passed over"),
            Self::Value { field, value } => {
                write!(f, "unknown value {value:?} of {field:?} passed over")
            }
        }
    }
}

/// The names that are not among the known ones, whatever their case, in the order of the file.
/// A name without letters is the blank column that spreadsheets leave at the end.
#[must_use]
pub fn unknown<'a>(found: &[&'a str], known: &[&str]) -> Vec<&'a str> {
    found
        .iter()
        .copied()
        .filter(|name| {
            let name = name.trim();
            !name.is_empty() && !known.iter().any(|k| k.eq_ignore_ascii_case(name))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_column_is_found_whatever_the_case_of_the_others() {
        let known = ["segment_id", "date", "car"];
        assert_eq!(
            unknown(&["Segment_ID", "date", "brightness", "car"], &known),
            ["brightness"]
        );
        assert!(unknown(&["car", " DATE ", ""], &known).is_empty());
        assert!(unknown(&[], &known).is_empty());
        assert_eq!(unknown(&["car "], &[]), ["car "]);
    }

    #[test]
    fn a_message_names_what_was_found() {
        let value = Drift::Value {
            field: "status",
            value: "asleep",
        };
        for (drift, expected) in [
            (
                Drift::Column("brightness"),
                "unknown column \"brightness\" passed over",
            ),
            (Drift::Field(""), "unknown field \"\" passed over"),
            (value, "unknown value \"asleep\" of \"status\" passed over"),
        ] {
            assert_eq!(drift.to_string(), expected);
        }
    }
}
