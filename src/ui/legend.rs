//! The key to lines and places that are coloured by a number: five levels between four bounds.

use super::html::Html;
use crate::text::Words;

/// An item for each level, from the lowest on.
pub fn levels(html: &mut Html, breaks: [f64; 4], words: &Words) {
    let [second, third, fourth, fifth] = breaks.map(|bound| words.count(bound));
    let range = |from: &str, to: &str| {
        words.with(
            "ui-legend-range",
            &[("from", from.into()), ("to", to.into())],
        )
    };
    let lines = [
        words.with("ui-legend-under", &[("to", second.as_str().into())]),
        range(&second, &third),
        range(&third, &fourth),
        range(&fourth, &fifth),
        words.with("ui-legend-over", &[("from", fifth.as_str().into())]),
    ];
    let marks = [
        "<li><span class='legend-line level-1' aria-hidden='true'></span>",
        "<li><span class='legend-line level-2' aria-hidden='true'></span>",
        "<li><span class='legend-line level-3' aria-hidden='true'></span>",
        "<li><span class='legend-line level-4' aria-hidden='true'></span>",
        "<li><span class='legend-line level-5' aria-hidden='true'></span>",
    ];
    for (mark, line) in marks.into_iter().zip(&lines) {
        html.wrapped(mark, line, "</li>");
    }
}
