//! Rows of a record as facts: a label and what it says. Whatever a record has can be shown this way; what has a
//! place of its own on the card leaves the rest to it.

use crate::domain::CivilDate;
use crate::domain::card::{Item, Row, plain};
use crate::text::words::Words;
use crate::ui::html::Html;

/// In which words, and where the published folder is.
#[derive(Clone)]
pub struct Sayer {
    pub words: Words,
    /// An absolute URL that ends in `/`.
    pub folder: String,
}

/// Properties whose text is a date.
const DATES: [&str; 7] = [
    "dcat:startDate",
    "dcat:endDate",
    "dct:date",
    "dct:created",
    "dct:modified",
    "sb:firstDayAfter",
    "sb:retrieved",
];

/// Properties whose text is a number to be counted.
const NUMBERS: [&str; 4] = ["sb:rows", "sb:rowsIn", "sb:rowsOut", "dqv:value"];

/// Properties whose text is a code that has a word.
const CODES: [&str; 3] = ["sb:kind", "sb:device", "sb:category"];

/// Names for machines: in letters of one width.
const MACHINE: [&str; 3] = ["spdx:checksumValue", "dcat:bbox", "dcat:centroid"];

/// The rows that are not among these.
pub fn rest<'a>(rows: &'a [Row], used: &[&str]) -> Vec<&'a Row> {
    let is_rest = |row: &&Row| !used.contains(&row.property.as_str());
    rows.iter().filter(is_rest).collect()
}

/// The word of a code or IRI that we know.
pub fn term(code: &str, words: &Words) -> Option<String> {
    let last = code.trim_end_matches('/').rsplit(['/', '#', ':']).next()?;
    let last = last.to_ascii_lowercase().replace('_', "-");
    let key = format!("data-term-{last}");
    words.has(&key).then(|| words.get(&key))
}

/// West, south, east and north of a polygon as text; `None` where it is none.
pub fn corners(text: &str) -> Option<[f64; 4]> {
    let inner = text.strip_prefix("POLYGON((")?.strip_suffix("))")?;
    let mut corners: Option<[f64; 4]> = None;
    for point in inner.split(',') {
        let (x, y) = point.trim().split_once(' ')?;
        let (x, y): (f64, f64) = (x.parse().ok()?, y.parse().ok()?);
        let [west, south, east, north] = corners.unwrap_or([x, y, x, y]);
        corners = Some([west.min(x), south.min(y), east.max(x), north.max(y)]);
    }
    corners
}

impl Sayer {
    pub fn say(&self, key: &str) -> String {
        self.words.get(key)
    }

    /// A text in the reader's language, with the language it is in where that is another.
    pub fn text(&self, html: &mut Html, names: &crate::domain::Names) {
        let tag = self.words.language().tag();
        let text = names.in_language(tag);
        let other = names.by_language.iter().find(|(_, own)| *own == text);
        match other {
            Some((own, _))
                if own != tag && own != "und" && !names.by_language.contains_key(tag) =>
            {
                html.wrapped("<span lang=\"", own, "\">");
                html.wrapped("", text, "</span>");
            }
            _ => html.text(text),
        }
    }

    fn label(&self, html: &mut Html, property: &str) {
        let name = property.rsplit(':').next().unwrap_or_default();
        let key = format!("data-property-{}", name.to_ascii_lowercase());
        if self.words.has(&key) {
            html.text(&self.words.get(&key));
        } else {
            html.wrapped("<code>", property, "</code>");
        }
    }

    /// A list of labelled values; nothing of no rows.
    pub fn facts(&self, html: &mut Html, rows: &[&Row]) {
        if rows.is_empty() {
            return;
        }
        html.raw("<dl class='facts-list'>");
        for row in rows {
            html.wrapped("<div data-property=\"", &row.property, "\"><dt>");
            self.label(html, &row.property);
            html.raw("</dt><dd>");
            self.values(html, row);
            html.raw("</dd></div>");
        }
        html.raw("</dl>");
    }

    pub fn values(&self, html: &mut Html, row: &Row) {
        if let [only] = row.items.as_slice() {
            return self.value(html, &row.property, only);
        }
        html.raw("<ul class='facts-values'>");
        for item in &row.items {
            html.raw("<li>");
            self.value(html, &row.property, item);
            html.raw("</li>");
        }
        html.raw("</ul>");
    }

    pub fn value(&self, html: &mut Html, property: &str, item: &Item) {
        match item {
            Item::Text(names) => self.text(html, names),
            Item::Plain(text) => self.plain(html, property, text),
            Item::Link { to, title } => {
                let title = title.as_ref();
                let title = title.map(|t| t.in_language(self.words.language().tag()).to_owned());
                let title = title.or_else(|| term(to, &self.words));
                self.link(html, to, title.as_deref());
            }
            Item::Rows(rows) => self.node(html, rows),
        }
    }

    /// Something with properties of its own: an agent by its name, a period and a place as a phrase, else its facts.
    fn node(&self, html: &mut Html, rows: &[Row]) {
        let day = |property: &str| plain(rows, property).and_then(CivilDate::parse);
        let name = ["foaf:name", "vcard:fn"]
            .into_iter()
            .find_map(|property| Some((property, plain(rows, property)?)));
        if let Some((property, name)) = name {
            html.text(name);
            self.facts(html, &rest(rows, &[property]));
        } else if let (Some(first), Some(last)) = (day("dcat:startDate"), day("dcat:endDate")) {
            html.text(&self.words.period(first, last.plus_days(1)));
            self.facts(html, &rest(rows, &["dcat:startDate", "dcat:endDate"]));
        } else if let Some(corners) = plain(rows, "dcat:bbox").and_then(corners) {
            let degrees = |number: f64| self.words.decimal(number, 3).into();
            let [west, south, east, north] = corners;
            let said = [
                ("south", degrees(south)),
                ("north", degrees(north)),
                ("west", degrees(west)),
                ("east", degrees(east)),
            ];
            html.text(&self.words.with("data-place", &said));
            self.more(html, &rows.iter().collect::<Vec<_>>());
        } else {
            self.facts(html, &rows.iter().collect::<Vec<_>>());
        }
    }

    /// What is there besides, folded away.
    pub fn more(&self, html: &mut Html, rows: &[&Row]) {
        if !rows.is_empty() {
            html.wrapped(
                "<details class='data-more'><summary>",
                &self.say("data-technical"),
                "</summary>",
            );
            self.facts(html, rows);
            html.raw("</details>");
        }
    }

    fn plain(&self, html: &mut Html, property: &str, text: &str) {
        let number = || text.parse::<u32>().ok().map(f64::from);
        let said = if DATES.contains(&property) {
            CivilDate::parse(text).map(|day| self.words.date(day))
        } else if NUMBERS.contains(&property) {
            number().map(|number| self.words.whole(number))
        } else if property == "dcat:byteSize" {
            text.parse().ok().map(|bytes| self.words.bytes(bytes))
        } else if CODES.contains(&property) {
            term(text, &self.words)
        } else {
            None
        };
        if MACHINE.contains(&property) {
            html.wrapped("<code>", text, "</code>");
        } else {
            html.text(said.as_deref().unwrap_or(text));
        }
    }

    /// A link to where it is safe to go; a text otherwise.
    pub fn link(&self, html: &mut Html, to: &str, title: Option<&str>) {
        let shown = title.unwrap_or_else(|| to.strip_prefix("mailto:").unwrap_or(to));
        let is_known = ["https://", "http://", "mailto:"]
            .iter()
            .any(|start| to.starts_with(start));
        let is_inside = !to.contains(':') && !to.starts_with('/') && !to.contains("..");
        if is_known {
            html.wrapped("<a rel='noopener' href=\"", to, "\">");
            html.wrapped("", shown, "</a>");
        } else if is_inside {
            html.wrapped("<a href=\"", &format!("{}{to}", self.folder), "\">");
            html.wrapped("", shown, "</a>");
        } else {
            html.text(shown);
        }
    }
}
