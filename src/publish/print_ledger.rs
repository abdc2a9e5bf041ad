//! A ledger on a terminal: the same words as on the page, tables in columns.

use crate::query::Ledger;
use crate::text::ledger::{LedgerText, TableText, ledger as in_words};
use crate::text::words::Words;
use std::fmt::Write as _;

/// The whole ledger, ready to print.
pub fn ledger(ledger: &Ledger, words: &Words) -> String {
    let said = in_words(ledger, words);
    let mut out = String::new();
    // Writing to a String does not fail.
    let _ = writeln!(out, "{}\n{}\n\n{}", said.title, said.about, said.how);
    if !said.results.rows.is_empty() {
        table(&mut out, &said.results);
    }
    paragraph(&mut out, &said.remarks);
    paragraph(&mut out, &said.account);
    let _ = writeln!(out, "  {}\n\n{}", said.account_sum, said.holidays);
    formula(&mut out, &said);
    for one in &said.tables {
        table(&mut out, one);
    }
    for file in &said.files {
        let _ = writeln!(out, "\n{}", file.path);
        for fact in &file.facts {
            let _ = writeln!(out, "  {}: {}", fact.label, fact.value);
        }
        if !file.steps.is_empty() {
            let _ = writeln!(out, "  {}:", file.steps_title);
        }
        for step in &file.steps {
            let _ = writeln!(out, "  - {step}");
        }
    }
    if !said.statement.is_empty() {
        let _ = write!(out, "\n{}\n\n{}", said.statement, ledger.sql);
    }
    // A terminal breaks lines by its own rules.
    out.replace('\u{a0}', " ")
}

fn paragraph(out: &mut String, sentences: &[String]) {
    out.push('\n');
    for sentence in sentences {
        let _ = writeln!(out, "{sentence}");
    }
}

fn formula(out: &mut String, said: &LedgerText) {
    out.push('\n');
    for line in &said.formula {
        let _ = writeln!(out, "  {line}");
    }
    let _ = writeln!(out, "{}\n{}", said.letters, said.method);
}

/// A dash is a value that is missing.
fn table(out: &mut String, table: &TableText) {
    let _ = writeln!(out, "\n{}", table.caption);
    let text = |cell: &Option<String>| cell.clone().unwrap_or_else(|| "—".to_owned());
    let mut lines: Vec<Vec<String>> = vec![table.columns.clone()];
    lines.extend(table.rows.iter().map(|row| row.iter().map(text).collect()));
    let width = |column: usize| {
        let cells = lines.iter().filter_map(|line| line.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..table.columns.len()).map(width).collect();
    for line in &lines {
        let mut row = String::from("  ");
        for (at, (cell, width)) in line.iter().zip(&widths).enumerate() {
            // The first column names the row; numbers end together.
            let _ = if at == 0 {
                write!(row, "{cell:<width$}")
            } else {
                write!(row, "  {cell:>width$}")
            };
        }
        let _ = writeln!(out, "{}", row.trim_end());
    }
}
