//! The card of a dataset. Every row of the record is on it once more or less: what people ask for in a place of its
//! own, what no place is made for in a list at the end. What is not in the record is not on the card.

use super::facts::{Sayer, rest};
use super::{coverage, files, timeline};
use crate::domain::CivilDate;
use crate::domain::card::{Card, Item, Row, plain};
use crate::query::data::coverage::Coverage;
use crate::query::data::licence::Kind;
use crate::ui::html::Html;

/// Heading, and the properties that have their place below it, in order.
type Part = (&'static str, &'static [&'static str]);

const COVERS: Part = (
    "data-part-covers",
    &[
        "dct:temporal",
        "dct:spatial",
        "mobilitydcatap:transportMode",
        "mobilitydcatap:mobilityTheme",
        "mobilitydcatap:networkCoverage",
        "dct:accrualPeriodicity",
        "sb:retrieved",
        "dcat:keyword",
    ],
);
const ACCURACY: Part = (
    "data-part-accuracy",
    &[
        "sb:device",
        "dqv:hasQualityAnnotation",
        "dqv:hasQualityMeasurement",
        "sb:incident",
    ],
);
/// Its steps are `chain`'s.
const CHAIN: Part = (
    "data-part-chain",
    &["prov:wasDerivedFrom", "prov:wasGeneratedBy"],
);
const LICENCE: Part = (
    "data-part-licence",
    &["dct:license", "sb:attribution", "dct:accessRights"],
);
const PEOPLE: Part = (
    "data-part-people",
    &[
        "dct:publisher",
        "dct:rightsHolder",
        "dcat:contactPoint",
        "dct:isReferencedBy",
    ],
);
const ETHICS: Part = ("data-part-ethics", &["sb:ethics", "sb:sensorLabel"]);
const FILES: Part = ("data-part-files", &["dcat:distribution"]);
/// In the heading.
const HEAD: [&str; 2] = ["dct:title", "dct:description"];

/// What stands above the chain.
pub fn above(
    card: &Card,
    axis: Option<(CivilDate, CivilDate)>,
    map: Option<&Coverage>,
    say: &Sayer,
) -> String {
    let mut html = Html::default();
    html.raw("<div class='data-parts'>");
    part(&mut html, card, COVERS, say, &|html| {
        covers(html, card, axis);
        if let Some(map) = map {
            coverage::map(html, card, map, say);
        }
    });
    part(&mut html, card, LICENCE, say, &|html| {
        allowed(html, card, say);
    });
    part(&mut html, card, PEOPLE, say, &|_| {});
    part(&mut html, card, ACCURACY, say, &|_| {});
    html.raw("</div>");
    html.finish()
}

/// What stands below it.
pub fn below(card: &Card, say: &Sayer) -> String {
    let mut html = Html::default();
    part(&mut html, card, FILES, say, &|_| {});
    part(&mut html, card, ETHICS, say, &|_| {});
    html.wrapped(
        "<section class='data-part' data-part='record'><h2>",
        &say.say("data-part-record"),
        "</h2>",
    );
    html.wrapped(
        "<p>",
        &say.say("data-record-text"),
        "</p><p class='data-downloads'>",
    );
    for (ending, key) in [
        ("jsonld", "data-record-jsonld"),
        ("ttl", "data-record-turtle"),
    ] {
        let path = format!("records/{}.{ending}", card.id);
        html.raw("<span>");
        say.link(&mut html, &path, Some(&say.say(key)));
        html.raw("</span> ");
    }
    html.raw("</p>");
    let placed: Vec<&str> = [COVERS, ACCURACY, CHAIN, LICENCE, PEOPLE, ETHICS, FILES]
        .iter()
        .flat_map(|(_, properties)| properties.iter().copied())
        .chain(HEAD)
        .collect();
    let more = rest(&card.rows, &placed);
    if !more.is_empty() {
        html.wrapped("<h3>", &say.say("data-record-more"), "</h3>");
        say.facts(&mut html, &more);
    }
    html.raw("</section>");
    html.finish()
}

/// Whether the record knows of a way.
pub fn has_chain(card: &Card) -> bool {
    let steps = CHAIN
        .1
        .iter()
        .any(|property| !card.items(property).is_empty());
    steps || !card.items("dcat:distribution").is_empty()
}

/// A part with the rows that the record has of it; none where it has none of them.
fn part(html: &mut Html, card: &Card, part: Part, say: &Sayer, first: &dyn Fn(&mut Html)) {
    let (heading, properties) = part;
    let mut rows = Vec::new();
    for property in properties {
        rows.extend(card.rows.iter().find(|row| row.property == *property));
    }
    if rows.is_empty() {
        return;
    }
    html.wrapped(
        "<section class='data-part' data-part='",
        heading.trim_start_matches("data-part-"),
        "'>",
    );
    html.wrapped("<h2>", &say.say(heading), "</h2>");
    first(html);
    for row in rows {
        placed(html, row, say);
    }
    html.raw("</section>");
}

fn placed(html: &mut Html, row: &Row, say: &Sayer) {
    match row.property.as_str() {
        "dqv:hasQualityAnnotation" => headed(html, row, say, "h3", &|html| {
            for item in &row.items {
                annotation(html, item, say);
            }
        }),
        "dqv:hasQualityMeasurement" => headed(html, row, say, "h3", &|html| {
            measurements(html, &row.items, say);
        }),
        "sb:incident" => headed(html, row, say, "h3", &|html| {
            incidents(html, &row.items, say);
        }),
        "sb:ethics" => headed(html, row, say, "", &|html| {
            for item in &row.items {
                say.facts(html, &item.rows().iter().collect::<Vec<_>>());
            }
        }),
        "sb:sensorLabel" => headed(html, row, say, "h3", &|html| label(html, &row.items, say)),
        "dcat:distribution" => headed(html, row, say, "", &|html| {
            files::files(html, &row.items, say);
        }),
        _ => say.facts(html, &[row]),
    }
}

/// A row with a heading of its own rather than a label beside it.
fn headed(html: &mut Html, row: &Row, say: &Sayer, level: &str, inner: &dyn Fn(&mut Html)) {
    html.wrapped(
        "<div class='data-row' data-property=\"",
        &row.property,
        "\">",
    );
    if !level.is_empty() {
        let name = row.property.rsplit(':').next().unwrap_or_default();
        let key = format!("data-property-{}", name.to_ascii_lowercase());
        html.wrapped("<h3>", &say.say(&key), "</h3>");
    }
    inner(html);
    html.raw("</div>");
}

fn covers(html: &mut Html, card: &Card, axis: Option<(CivilDate, CivilDate)>) {
    let Some(period) = card.items("dct:temporal").first() else {
        return;
    };
    let day = |item: &Item, property: &str| plain(item.rows(), property).and_then(CivilDate::parse);
    let period = day(period, "dcat:startDate").zip(day(period, "dcat:endDate"));
    let incidents = card.items("sb:incident").iter();
    let marks: Vec<CivilDate> = incidents
        .filter_map(|incident| day(incident, "dcat:startDate"))
        .collect();
    if let (Some(axis), Some(period)) = (axis, period) {
        timeline::bar(html, axis, period, &marks);
    }
}

/// What the licence allows, in words of everyday.
fn allowed(html: &mut Html, card: &Card, say: &Sayer) {
    let Some(licence) = card.items("dct:license").first() else {
        return;
    };
    let text = match licence {
        Item::Link { to, title } => {
            let title = title.as_ref().map(|title| title.in_language("und"));
            format!("{} {to}", title.unwrap_or_default())
        }
        Item::Plain(text) => text.clone(),
        Item::Text(names) => names.in_language("und").to_owned(),
        Item::Rows(_) => String::new(),
    };
    let kind = Kind::of(&text).name();
    html.wrapped(
        "<p><span class='tag tag-licence'>",
        &say.say(&format!("data-licence-short-{kind}")),
        "</span></p>",
    );
    html.wrapped("<p>", &say.say(&format!("data-licence-{kind}")), "</p>");
}

fn annotation(html: &mut Html, item: &Item, say: &Sayer) {
    let rows = item.rows();
    let body = crate::domain::card::items(rows, "oa:hasBody").first();
    let value = body.and_then(|body| crate::domain::card::items(body.rows(), "rdf:value").first());
    match value {
        Some(Item::Text(names)) => {
            html.raw("<p class='data-words'>");
            say.text(html, names);
            html.raw("</p>");
            if let Some(body) = body {
                say.facts(html, &rest(body.rows(), &["rdf:value"]));
            }
            say.more(html, &rest(rows, &["oa:hasBody"]));
        }
        _ => say.facts(html, &rows.iter().collect::<Vec<_>>()),
    }
}

fn measurements(html: &mut Html, items: &[Item], say: &Sayer) {
    html.raw("<dl class='data-figures'>");
    for item in items {
        let rows = item.rows();
        let metric = plain(rows, "dqv:isMeasurementOf").unwrap_or_default();
        let value = plain(rows, "dqv:value").unwrap_or_default();
        let name = super::facts::term(metric, &say.words).unwrap_or_else(|| metric.to_owned());
        html.wrapped("<div class='term'><dt>", &name, "</dt>");
        html.wrapped("<dd class='term-value'><data value=\"", value, "\">");
        let said = value
            .parse::<u32>()
            .map(|value| say.words.whole(f64::from(value)));
        html.wrapped("", said.as_deref().unwrap_or(value), "</data></dd>");
        let key = format!(
            "data-meaning-{}",
            metric.rsplit(':').next().unwrap_or_default()
        );
        html.raw("<dd class='term-meaning'>");
        if say.words.has(&key) {
            html.text(&say.say(&key));
        }
        say.facts(html, &rest(rows, &["dqv:isMeasurementOf", "dqv:value"]));
        html.raw("</dd></div>");
    }
    html.raw("</dl>");
}

fn incidents(html: &mut Html, items: &[Item], say: &Sayer) {
    html.raw("<ul class='data-incidents'>");
    for item in items {
        let rows = item.rows();
        let day = |property: &str| plain(rows, property).and_then(CivilDate::parse);
        html.raw("<li><p class='data-words'>");
        let when = match (day("dcat:startDate"), day("sb:firstDayAfter")) {
            (Some(start), Some(end)) => say.words.period(start, end),
            (Some(start), None) => say.words.date(start),
            _ => String::new(),
        };
        html.wrapped("<strong>", &when, "</strong> ");
        if let Some(kind) = plain(rows, "sb:kind") {
            let kind = super::facts::term(kind, &say.words).unwrap_or_else(|| kind.to_owned());
            html.wrapped("<span class='tag'>", &kind, "</span> ");
        }
        if let Some(Item::Text(text)) = crate::domain::card::items(rows, "dct:description").first()
        {
            say.text(html, text);
        }
        html.raw("</p>");
        let used = [
            "sb:kind",
            "dcat:startDate",
            "sb:firstDayAfter",
            "dct:description",
        ];
        say.facts(html, &rest(rows, &used));
        html.raw("</li>");
    }
    html.raw("</ul>");
}

/// The label of the sensor: why, with what, what comes of it, who may have it.
fn label(html: &mut Html, items: &[Item], say: &Sayer) {
    html.raw("<ol class='data-label'>");
    for item in items {
        let rows = item.rows();
        html.raw("<li>");
        if let Some(category) = plain(rows, "sb:category") {
            let name = super::facts::term(category, &say.words);
            html.wrapped(
                "<span class='tag'>",
                name.as_deref().unwrap_or(category),
                "</span> ",
            );
        }
        for (property, open, close) in [
            ("dct:title", "<strong>", "</strong>"),
            ("dct:description", "<span class='quiet'>", "</span>"),
        ] {
            if let Some(Item::Text(text)) = crate::domain::card::items(rows, property).first() {
                html.raw(open);
                say.text(html, text);
                html.raw(close);
                html.raw(" ");
            }
        }
        if let Some(element) = plain(rows, "dct:identifier") {
            html.wrapped("<code class='quiet'>", element, "</code>");
        }
        let used = [
            "sb:category",
            "sb:position",
            "dct:title",
            "dct:description",
            "dct:identifier",
        ];
        say.facts(html, &rest(rows, &used));
        html.raw("</li>");
    }
    html.raw("</ol>");
}
