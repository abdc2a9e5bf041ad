//! Streets or periods side by side: a bar with its interval for each, and the same as a table.

use super::{name_of, sources};
use crate::query::plate::Comparison;
use crate::text::Words;
use crate::text::answers::{ComparedText, compare};
use crate::text::ledger::TableText;
use crate::ui::html::Html;

/// The drawing's own units.
const WIDTH: f64 = 1000.0;

/// Says what it is called.
pub fn write(html: &mut Html, answer: &Comparison, words: &Words) -> String {
    let told = compare(answer, words);
    let mut names: Vec<String> = Vec::new();
    for item in &answer.items {
        let name = name_of(&item.names, words);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let name = words.list(&names);
    super::head(html, &name, "", &told.title);
    html.raw("<div class='embed-sentence'>");
    for sentence in &told.sentences {
        html.wrapped("<p>", sentence, "</p>");
    }
    html.raw("</div>");
    bars(html, &told.rows);
    html.wrapped("<p class='embed-ground'>", &told.ground, "</p>");
    for note in &told.notes {
        html.wrapped("<p class='embed-certainty'>", note, "</p>");
    }
    html.wrapped(
        "<details class='plate-more'><summary>",
        &words.get("plate-compare-table"),
        "</summary>",
    );
    html.table(
        "<div class='plate-table' role='region' tabindex='0' aria-label='",
        &table(&told.title, &told.rows, words),
        &words.get("state-missing"),
    );
    html.raw("</details>");
    sources(html, &answer.sources, words);
    name
}

fn bars(html: &mut Html, rows: &[ComparedText]) {
    let most = rows
        .iter()
        .filter_map(|row| row.bar)
        .map(|(value, interval)| interval.map_or(value, |(_, high)| high.max(value)))
        .fold(1.0, f64::max);
    let at = |value: f64| (value.max(0.0) / most * (WIDTH - 4.0)).round() + 1.0;
    html.raw("<ul class='compare-bars'>");
    for row in rows {
        html.wrapped("<li><span class='compare-label'>", &row.label, "</span> ");
        html.wrapped("<strong>", row.value.as_deref().unwrap_or("—"), "</strong>");
        html.raw("<svg class='compare-bar' viewBox='0 0 1000 24' preserveAspectRatio='none' aria-hidden='true'>");
        if let Some((value, interval)) = row.bar {
            html.wrapped(
                "<path class='compare-value' d='M0 2H",
                &format!("{}V22H0Z", at(value)),
                "'/>",
            );
            if let Some((low, high)) = interval {
                let (low, high) = (at(low), at(high));
                html.wrapped(
                    "<path class='compare-range' d='M",
                    &format!("{low} 6V18M{low} 12H{high}M{high} 6V18"),
                    "'/>",
                );
            }
        }
        html.raw("</svg></li>");
    }
    html.raw("</ul>");
}

fn table(title: &str, rows: &[ComparedText], words: &Words) -> TableText {
    let row = |row: &ComparedText| {
        vec![
            Some(row.label.clone()),
            row.value.clone(),
            row.interval.clone(),
            Some(words.whole(f64::from(row.hours))),
        ]
    };
    TableText {
        caption: title.to_owned(),
        columns: vec![
            words.get("plate-compare-what"),
            words.get("chart-counted"),
            words.get("plate-compare-about"),
            words.get("plate-compare-used"),
        ],
        rows: rows.iter().map(row).collect(),
    }
}
