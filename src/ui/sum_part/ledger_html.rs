//! A sum with its tables as HTML.

use crate::query::Ledger;
use crate::text::ledger::{Fact, FileText, LedgerText};
use crate::text::words::Words;
use crate::ui::html::Html;
use leptos::prelude::window;

const TABLE: &str = "<div class='chart-table ledger-table' role='region' tabindex='0' aria-label='";

/// Everything of a sum but its heading.
pub fn ledger(said: &LedgerText, ledger: &Ledger, words: &Words) -> String {
    let mut html = Html::default();
    let missing = words.get("ui-sum-missing");
    // A part of the sum begins where the one before it ends.
    let head = |html: &mut Html, key: &str| {
        html.wrapped("</div><div><h5>", &words.get(key), "</h5>");
    };
    html.wrapped("<div><p class='ledger-about'>", &said.about, "</p>");
    html.wrapped("<p>", &said.how, "</p>");
    head(&mut html, "ui-sum-results");
    if !said.results.rows.is_empty() {
        results(&mut html, said, ledger, words);
    }
    html.list("<ul class='ledger-remarks'>", &said.remarks);
    head(&mut html, "ui-sum-account");
    html.list("<ul class='ledger-account'>", &said.account);
    html.wrapped("<p class='ledger-sum'>", &said.account_sum, "</p>");
    html.wrapped("<p>", &said.holidays, "</p>");
    head(&mut html, "ui-sum-formula");
    html.wrapped(
        "<pre class='ledger-formula' role='region' tabindex='0' aria-label=\"",
        &words.get("ui-sum-formula"),
        "\">",
    );
    html.wrapped("", &said.formula.join("\n"), "</pre>");
    html.wrapped("<p class='ledger-letters'>", &said.letters, "</p>");
    html.wrapped("<p class='ledger-letters'>", &said.method, "</p>");
    if !said.tables.is_empty() {
        head(&mut html, "ui-sum-tables");
    }
    for table in &said.tables {
        let rows = ("rows", (table.rows.len() as f64).into());
        html.wrapped(
            "<details class='ledger-more'><summary>",
            &format!("{} · {}", table.caption, words.with("ui-sum-rows", &[rows])),
            "</summary>",
        );
        html.table(TABLE, table, &missing);
        html.raw("</details>");
    }
    head(&mut html, "ui-sum-files");
    for (file, of) in said.files.iter().zip(&ledger.files) {
        self::file(&mut html, file);
        way(&mut html, &of.source.dataset, words);
    }
    head(&mut html, "ui-sum-again");
    if !ledger.sql.is_empty() {
        statement(&mut html, said, ledger, words);
    }
    html.raw("<p class='ledger-actions'>");
    let actions = [
        (
            "<button type='button' class='button' data-action='copy'>",
            "ui-sum-copy",
        ),
        (
            "<button type='button' class='button' data-action='sql'>",
            "ui-sum-download-sql",
        ),
        (
            "<button type='button' class='button' data-action='json'>",
            "ui-sum-download-json",
        ),
    ];
    for (open, key) in actions {
        if !ledger.sql.is_empty() || key == "ui-sum-download-json" {
            html.wrapped(open, &words.get(key), "</button>");
        }
    }
    html.raw("</p><p class='ledger-said' role='status' id='sum-said'></p></div>");
    html.finish()
}

/// Rounded, and below it with all digits. The months of a year or of a trend are kept apart: they are many.
fn results(html: &mut Html, said: &LedgerText, ledger: &Ledger, words: &Words) {
    let is_month = |key: &str| key.starts_with("madt:") || key.starts_with("month:");
    let with_keys = || ledger.results.iter().zip(&said.results.rows);
    html.wrapped(
        "<p class='ledger-about'>",
        &words.get("ui-sum-below"),
        "</p>",
    );
    html.raw("<dl class='ledger-results'>");
    for (_, row) in with_keys().filter(|(one, _)| !is_month(&one.key)) {
        result(html, row, words);
    }
    html.raw("</dl>");
    let months = with_keys().filter(|(one, _)| is_month(&one.key)).count();
    if months == 0 {
        return;
    }
    html.wrapped(
        "<details class='ledger-more'><summary>",
        &words.with("ui-sum-months", &[("months", (months as f64).into())]),
        "</summary><dl class='ledger-results'>",
    );
    for (_, row) in with_keys().filter(|(one, _)| is_month(&one.key)) {
        result(html, row, words);
    }
    html.raw("</dl></details>");
}

fn result(html: &mut Html, row: &[Option<String>], words: &Words) {
    let [name, rounded, full, origin] = row else {
        return;
    };
    let text = |cell: &Option<String>| cell.clone().unwrap_or_default();
    html.wrapped("<div class='term'><dt>", &text(name), "</dt>");
    let Some(rounded) = rounded else {
        html.raw("<dd class='term-value'>");
        html.missing(&words.get("ui-sum-missing"));
        html.raw("</dd></div>");
        return;
    };
    html.wrapped("<dd class='term-value'>", rounded, "</dd>");
    html.wrapped("<dd class='term-meaning'>", &text(full), " · ");
    html.wrapped("", &text(origin), "</dd></div>");
}

fn file(html: &mut Html, file: &FileText) {
    html.wrapped("<p class='ledger-path'><code>", &file.path, "</code></p>");
    html.raw("<dl class='ledger-facts'>");
    for fact in &file.facts {
        html.wrapped("<div><dt>", &fact.label, "</dt><dd>");
        fact_value(html, fact);
        html.raw("</dd></div>");
    }
    html.raw("</dl>");
    if !file.steps.is_empty() {
        html.wrapped(
            "<details class='ledger-more'><summary>",
            &file.steps_title,
            "</summary>",
        );
        // As the catalogue has it.
        html.list("<ul class='ledger-steps' lang='en'>", &file.steps);
        html.raw("</details>");
    }
}

/// From the sensor to this figure, on the data page: the address of this sum with the dataset.
fn way(html: &mut Html, dataset: &str, words: &Words) {
    let search = window().location().search().unwrap_or_default();
    html.wrapped(
        "<p><a class='ledger-way' href=\"data.html",
        &search,
        "&amp;dataset=",
    );
    html.wrapped("", dataset, "\">");
    html.wrapped("", &words.get("ui-sum-way"), "</a></p>");
}

/// The statement to read; `take_along` marks it where the clipboard is closed.
fn statement(html: &mut Html, said: &LedgerText, ledger: &Ledger, words: &Words) {
    let label = words.get("ui-sum-sql");
    html.wrapped("<p>", &said.statement, "</p>");
    html.wrapped(
        "<details class='ledger-more' id='sum-sql'><summary>",
        &label,
        "</summary>",
    );
    html.wrapped(
        "<pre class='ledger-sql' lang='en' role='region' tabindex='0' aria-label=\"",
        &label,
        "\">",
    );
    html.wrapped("", &ledger.sql, "</pre></details>");
}

fn fact_value(html: &mut Html, fact: &Fact) {
    match &fact.link {
        Some(link) => {
            html.wrapped("<a rel='license noopener' href=\"", link, "\">");
            html.wrapped("", &fact.value, "</a>");
        }
        None if fact.is_code => html.wrapped("<code>", &fact.value, "</code>"),
        None => html.text(&fact.value),
    }
}
