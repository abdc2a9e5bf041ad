//! A chart as a table.

use crate::chart::Table;
use crate::text::ledger::TableText;
use crate::ui::html::Html;

/// A missing value is a word here already.
pub fn chart_table(table: &Table) -> String {
    let rows = table.rows.iter().map(|row| {
        let cells = std::iter::once(&row.header).chain(&row.cells);
        cells.cloned().map(Some).collect()
    });
    let text = TableText {
        caption: table.caption.clone(),
        columns: table.columns.clone(),
        rows: rows.collect(),
    };
    let mut html = Html::default();
    html.table(
        "<div class='chart-table' role='region' tabindex='0' aria-label='",
        &text,
        "",
    );
    html.finish()
}
