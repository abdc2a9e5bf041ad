//! Where the street lies, and what is counted around it.

use super::{head, name_of, sources};
use crate::chart::near_map::{boxes, near_map};
use crate::query::plate::{NearCounted, NearMap};
use crate::text::Words;
use crate::text::ledger::TableText;
use crate::ui::html::Html;
use crate::ui::legend::levels;

/// Says what it is called.
pub fn write(html: &mut Html, map: &NearMap, words: &Words) -> String {
    let name = name_of(&map.names, words);
    head(
        html,
        &name,
        &map.municipality,
        &words.get("plate-map-title"),
    );
    let Some(drawing) = near_map(map) else {
        html.wrapped(
            "<p class='embed-sentence'>",
            &words.get("plate-map-nowhere"),
            "</p>",
        );
        sources(html, &map.sources, words);
        return name;
    };
    let counted = u32::try_from(map.counted.len()).unwrap_or(u32::MAX);
    let args = [("counted", counted.into()), ("streets", map.streets.into())];
    html.wrapped(
        "<p class='embed-sentence'>",
        &words.with("plate-map-sentence", &args),
        "</p>",
    );
    let [picture, scale] = boxes();
    html.raw("<figure class='near'><svg class='near-map' role='img' viewBox='");
    html.text(&picture);
    let about = words.with("plate-map-picture", &[("name", name.as_str().into())]);
    html.wrapped("' aria-label='", &about, "'>");
    // Numbers and classes of ours.
    html.markup(&drawing.paths);
    html.raw(
        "</svg><svg class='near-scale' aria-hidden='true' preserveAspectRatio='none' viewBox='",
    );
    html.wrapped("", &scale, "'><path d='");
    html.wrapped("", &drawing.bar, "'/></svg>");
    html.raw("<figcaption class='near-below'>");
    html.wrapped("<span>", &words.length(drawing.bar_m), "</span>");
    html.raw("<span class='near-north'><svg viewBox='0 0 12 16' aria-hidden='true'><path d='M6 15V2M2 6l4-4 4 4'/></svg> ");
    html.wrapped(
        "",
        &words.get("plate-map-north"),
        "</span></figcaption></figure>",
    );
    legend(html, map, words);
    if !map.counted.is_empty() {
        html.table(
            "<div class='plate-table' role='region' tabindex='0' aria-label='",
            &table(map, words),
            &words.get("state-missing"),
        );
    }
    sources(html, &map.sources, words);
    name
}

/// What the lines mean.
fn legend(html: &mut Html, map: &NearMap, words: &Words) {
    html.wrapped(
        "<div class='legend'><p class='legend-title'>",
        &words.get("ui-legend-title"),
        "</p><ul>",
    );
    levels(html, map.breaks, words);
    for (mark, key) in [
        (
            "<li><span class='legend-line level-0' aria-hidden='true'></span>",
            "ui-not-counted",
        ),
        (
            "<li><span class='legend-line near-key' aria-hidden='true'></span>",
            "plate-map-here",
        ),
    ] {
        html.wrapped(mark, &words.get(key), "</li>");
    }
    html.raw("</ul></div>");
}

/// The same as the drawing says, for who does not see it.
fn table(map: &NearMap, words: &Words) -> TableText {
    let cars = |one: &NearCounted| {
        let cars = words.count(one.cars_per_working_day?.round());
        if one.hours_of_day >= 24 {
            return Some(cars);
        }
        let hours = u32::from(one.hours_of_day).into();
        Some(words.with(
            "plate-map-cars-hours",
            &[("cars", cars.into()), ("hours", hours)],
        ))
    };
    let row = |one: &NearCounted| {
        let name = name_of(&one.names, words);
        let name = if one.is_here {
            format!("{name} ({})", words.get("plate-map-here"))
        } else {
            name
        };
        vec![Some(name), cars(one)]
    };
    TableText {
        caption: words.get("plate-map-table"),
        columns: vec![words.get("plate-map-street"), words.get("plate-map-cars")],
        rows: map.counted.iter().map(row).collect(),
    }
}
