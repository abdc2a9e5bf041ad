//! Where a dataset has data: the town's streets in a small drawing, and the same as a list.

use super::facts::{Sayer, corners};
use crate::domain::card::{Card, plain};
use crate::query::data::coverage::Coverage;
use crate::ui::html::Html;

/// Streets that are listed before the rest is folded away.
const SHOWN: usize = 8;

/// Nothing of a dataset that is about no street and no area of the town.
pub fn map(html: &mut Html, card: &Card, coverage: &Coverage, say: &Sayer) {
    let area = card.items("dct:spatial").first();
    let area = area.and_then(|area| corners(plain(area.rows(), "dcat:bbox")?));
    let frame = area.and_then(|area| coverage.frame(area));
    let is_of_streets = !coverage.streets.is_empty();
    if coverage.width == 0 || (!is_of_streets && frame.is_none()) {
        return;
    }
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).into();
    let text = if is_of_streets {
        let args = [
            ("count", count(coverage.streets.len())),
            ("all", coverage.all.into()),
        ];
        say.words.with("data-map-streets", &args)
    } else {
        say.say("data-map-area")
    };
    html.wrapped(
        "<figure class='coverage'><svg viewBox='0 0 ",
        &format!("{} {}", coverage.width, coverage.height),
        "' role='img' aria-label=\"",
    );
    html.text(&text);
    html.wrapped(
        "\"><path class='coverage-others' d='",
        &coverage.others,
        "'/>",
    );
    if let (false, Some([x, y, width, height])) = (is_of_streets, frame) {
        html.wrapped("<rect class='coverage-area' x='", &format!("{x:.0}"), "'");
        html.wrapped(" y='", &format!("{y:.0}"), "'");
        html.wrapped(" width='", &format!("{width:.0}"), "'");
        html.wrapped(" height='", &format!("{height:.0}"), "'/>");
    }
    html.wrapped(
        "<path class='coverage-covered' d='",
        &coverage.covered,
        "'/></svg>",
    );
    html.wrapped("<figcaption>", &text, "</figcaption></figure>");
    let (first, more) = coverage.streets.split_at(coverage.streets.len().min(SHOWN));
    list(html, first, say);
    if !more.is_empty() {
        let more_text = say
            .words
            .with("data-map-more", &[("count", count(more.len()))]);
        html.wrapped(
            "<details class='data-more'><summary>",
            &more_text,
            "</summary>",
        );
        list(html, more, say);
        html.raw("</details>");
    }
}

/// Each leads to its page.
fn list(html: &mut Html, streets: &[(crate::domain::StreetId, crate::domain::Names)], say: &Sayer) {
    if streets.is_empty() {
        return;
    }
    let tag = say.words.language().tag();
    html.raw("<ul class='coverage-streets'>");
    for (id, names) in streets {
        html.wrapped("<li><a href=\"./?lang=", tag, "&amp;street=");
        html.wrapped("", &id.0, "\">");
        html.wrapped("", names.in_language(tag), "</a></li>");
    }
    html.raw("</ul>");
}
