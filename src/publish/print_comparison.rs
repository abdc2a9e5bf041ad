//! A comparison on the command line: what the embed says, and all digits of what it draws.

use crate::query::plate::Comparison;
use crate::text::Words;
use crate::text::answers::compare;
use std::fmt::Write as _;

pub fn comparison(answer: &Comparison, words: &Words) -> String {
    let told = compare(answer, words);
    let mut out = format!("{}\n", told.title);
    // Writing to a String does not fail.
    for line in told
        .sentences
        .iter()
        .chain([&told.ground])
        .chain(&told.notes)
    {
        let _ = writeln!(out, "{line}");
    }
    for (row, item) in told.rows.iter().zip(&answer.items) {
        let _ = writeln!(out, "\n{}", row.label);
        let Some(value) = item.value else {
            let _ = writeln!(out, "  –");
            continue;
        };
        let _ = write!(out, "  {value}");
        if let Some((low, high)) = item.interval {
            let _ = write!(out, " ({low} – {high})");
        }
        let _ = writeln!(out, ", {} / {} h", item.hours, item.civil_hours);
        if let Some(difference) = item.difference {
            let (low, high) = difference.interval;
            let _ = writeln!(out, "  {:+} ({low:+} – {high:+})", difference.share);
        }
    }
    out
}
