//! A town file from the fields of the guide (`docs/TOWN-FILE.md`): what a town fills in becomes what `publish` reads.

use crate::domain::fold::fold;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A field of the guide; its name and hint are texts of the page (`guide-field-<key>`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    pub key: &'static str,
    pub kind: Kind,
    pub is_needed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// Some lines.
    Long,
    Email,
    Url,
    Number,
    Choice(&'static [&'static str]),
}

const fn field(key: &'static str, kind: Kind, is_needed: bool) -> Field {
    Field {
        key,
        kind,
        is_needed,
    }
}

pub const TOWN: [Field; 11] = [
    field("name", Kind::Text, true),
    field("id", Kind::Text, false),
    field("zone", Kind::Choice(&ZONES), true),
    field("languages", Kind::Text, true),
    field("lat", Kind::Number, true),
    field("lon", Kind::Number, true),
    field("holidays", Kind::Choice(&HOLIDAYS), false),
    field("publisher", Kind::Text, true),
    field("url", Kind::Url, false),
    field("email", Kind::Email, true),
    field("root", Kind::Text, false),
];

/// Of one dataset.
pub const SOURCE: [Field; 10] = [
    field("source-title", Kind::Text, true),
    field("source-id", Kind::Text, false),
    field("format", Kind::Choice(&FORMATS), true),
    field("path", Kind::Text, true),
    field("source-publisher", Kind::Text, true),
    field("licence", Kind::Choice(&LICENCES), true),
    field("contact", Kind::Text, false),
    field("contact-email", Kind::Email, false),
    field("description", Kind::Long, false),
    field("accuracy", Kind::Long, false),
];

/// Of a dataset whose format is `csv`: what its columns are called.
pub const TABLE: [Field; 7] = [
    field("minutes", Kind::Choice(&["60", "15", "5"]), true),
    field("column-segment", Kind::Text, true),
    field("column-time", Kind::Text, true),
    field("column-car", Kind::Text, false),
    field("column-bike", Kind::Text, false),
    field("column-pedestrian", Kind::Text, false),
    field("column-heavy", Kind::Text, false),
];

/// The questions of the ethics card.
pub use crate::domain::card::ETHICS_QUESTIONS as ETHICS;

const ZONES: [&str; 8] = [
    "Europe/Brussels",
    "Europe/Amsterdam",
    "Europe/Paris",
    "Europe/Berlin",
    "Europe/Luxembourg",
    "Europe/Zurich",
    "Europe/Vienna",
    "Europe/London",
];
const HOLIDAYS: [&str; 4] = ["", "BE", "DE-BE", "DE-NW"];
const FORMATS: [&str; 8] = [
    "csv",
    "telraam-csv",
    "telraam-json",
    "telraam-xlsx",
    "eco-counter-csv",
    "street-geojson",
    "osm-pbf",
    "gbfs-recording",
];
const LICENCES: [&str; 9] = [
    "CC0 1.0",
    "CC BY 4.0",
    "CC BY-SA 4.0",
    "CC BY-NC 4.0",
    "ODbL 1.0",
    "DL-DE-BY-2.0",
    "DL-DE-ZERO-2.0",
    "Licence Ouverte 2.0",
    "Modellicentie gratis hergebruik Vlaanderen 1.0",
];
/// Formats of which the clock may have no offset.
const ZONED: [&str; 3] = ["csv", "telraam-csv", "telraam-xlsx"];

/// What was filled in, by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled(BTreeMap<String, String>);

impl Filled {
    pub fn set(&mut self, key: &str, value: &str) {
        self.0.insert(key.to_owned(), value.to_owned());
    }

    /// Without blanks around it; of a choice that was not made the first there is.
    #[must_use]
    pub fn get(&self, key: &str) -> &str {
        self.0.get(key).map_or_else(
            || {
                let fields = TOWN.iter().chain(&SOURCE).chain(&TABLE);
                let mut choices = fields.filter_map(|field| match field.kind {
                    Kind::Choice(choices) if field.key == key => choices.first(),
                    _ => None,
                });
                choices.next().copied().unwrap_or_default()
            },
            |text| text.trim(),
        )
    }

    fn has(&self, key: &str) -> bool {
        !self.get(key).is_empty()
    }
}

/// A town with its datasets. Texts are in one language, the reader's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TownDraft {
    pub town: Filled,
    pub sources: Vec<Filled>,
}

/// A field that `publish` would ask for: of the town, or of the dataset of this place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    pub source: Option<usize>,
    pub key: &'static str,
}

impl TownDraft {
    /// The id in addresses: the one that was given, else made of the name.
    #[must_use]
    pub fn id(&self) -> String {
        named(&self.town, "id", "name", "town")
    }

    /// What is missing or cannot be read.
    #[must_use]
    pub fn open(&self) -> Vec<Open> {
        let mut open = look(None, &TOWN, &self.town);
        for (place, source) in self.sources.iter().enumerate() {
            let place = Some(place);
            open.extend(look(place, &SOURCE, source));
            if source.get("format") == "csv" {
                open.extend(look(place, &TABLE, source));
                if modes(source).next().is_none() {
                    let key = "column-car";
                    open.push(Open { source: place, key });
                }
            }
        }
        open
    }

    /// The file's text. What is not filled in is left out, so that `publish` says what it lacks.
    #[must_use]
    pub fn toml(&self, language: &str) -> String {
        let town = &self.town;
        let mut out = String::new();
        if town.has("root") {
            line(&mut out, "data_root", &quoted(town.get("root")));
            out.push('\n');
        }
        out.push_str("[town]\n");
        line(&mut out, "id", &quoted(&self.id()));
        let languages: Vec<&str> = town
            .get("languages")
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
            .filter(|tag| !tag.is_empty())
            .collect();
        let first = languages.first().copied().unwrap_or(language);
        text(&mut out, "names", town.get("name"), first);
        line(&mut out, "zone", &quoted(town.get("zone")));
        let languages: Vec<String> = languages.into_iter().map(quoted).collect();
        line(
            &mut out,
            "languages",
            &format!("[{}]", languages.join(", ")),
        );
        if let (Some(lon), Some(lat)) = (number(town.get("lon")), number(town.get("lat"))) {
            // A whole number would be none of TOML's floats.
            line(
                &mut out,
                "centre",
                &format!("{{ lon = {lon:?}, lat = {lat:?} }}"),
            );
        }
        given(&mut out, "public_holidays", town.get("holidays"));
        let publisher = agent(&[
            ("name", town.get("publisher")),
            ("url", town.get("url")),
            ("email", town.get("email")),
        ]);
        if town.has("publisher") {
            line(&mut out, "publisher", &publisher);
        }
        let mut taken = Vec::new();
        for filled in &self.sources {
            let mut id = named(filled, "source-id", "source-title", "source");
            while taken.contains(&id) {
                id.push_str("-2");
            }
            source(&mut out, filled, &id, town.get("zone"), language);
            taken.push(id);
        }
        out
    }
}

/// Needed fields that are empty, and fields that cannot be read.
fn look(source: Option<usize>, fields: &[Field], filled: &Filled) -> Vec<Open> {
    let is_open = |field: &&Field| {
        let text = filled.get(field.key);
        if text.is_empty() {
            return field.is_needed;
        }
        match field.kind {
            Kind::Number => number(text).is_none(),
            Kind::Email => !text.contains('@'),
            Kind::Url => !text.starts_with("https://") && !text.starts_with("http://"),
            _ => false,
        }
    };
    let open = fields.iter().filter(is_open);
    open.map(|field| Open {
        source,
        key: field.key,
    })
    .collect()
}

/// With a point or a comma.
fn number(text: &str) -> Option<f64> {
    let number = text.replace(',', ".").parse::<f64>().ok();
    number.filter(|number| number.is_finite())
}

fn source(out: &mut String, filled: &Filled, id: &str, zone: &str, language: &str) {
    let format = filled.get("format");
    out.push_str("\n[[source]]\n");
    line(out, "id", &quoted(id));
    line(out, "format", &quoted(format));
    line(out, "paths", &format!("[{}]", quoted(filled.get("path"))));
    if ZONED.contains(&format) {
        line(out, "zone", &quoted(zone));
    }
    line(out, "publisher", &quoted(filled.get("source-publisher")));
    line(out, "licence", &quoted(filled.get("licence")));
    if filled.has("contact") || filled.has("contact-email") {
        let name = if filled.has("contact") {
            filled.get("contact")
        } else {
            filled.get("contact-email")
        };
        let contact = agent(&[("name", name), ("email", filled.get("contact-email"))]);
        line(out, "contact", &contact);
    }
    text(out, "title", filled.get("source-title"), language);
    text(out, "description", filled.get("description"), language);
    text(out, "accuracy", filled.get("accuracy"), language);
    let answers: Vec<&str> = ETHICS.into_iter().filter(|q| filled.has(q)).collect();
    if !answers.is_empty() {
        out.push_str("\n[source.ethics]\n");
        for question in answers {
            text(out, question, filled.get(question), language);
        }
    }
    if format == "csv" {
        out.push_str("\n[source.table]\n");
        line(out, "minutes", filled.get("minutes"));
        given(out, "segment", filled.get("column-segment"));
        given(out, "time", filled.get("column-time"));
        let counts: Vec<String> = modes(filled)
            .map(|(mode, column)| format!("{} = {}", quoted(column), quoted(mode)))
            .collect();
        line(out, "counts", &format!("{{ {} }}", counts.join(", ")));
    }
}

/// Modes that have a column.
fn modes(filled: &Filled) -> impl Iterator<Item = (&'static str, &str)> {
    let known = [
        ("car", "column-car"),
        ("bike", "column-bike"),
        ("pedestrian", "column-pedestrian"),
        ("heavy", "column-heavy"),
    ];
    known
        .into_iter()
        .map(|(mode, key)| (mode, filled.get(key)))
        .filter(|(_, column)| !column.is_empty())
}

/// Lower-case words with hyphens: from the field of the id, else from the name.
fn named(filled: &Filled, id: &str, name: &str, usual: &str) -> String {
    let written = if filled.has(id) {
        filled.get(id)
    } else {
        filled.get(name)
    };
    let words: Vec<String> = fold(written)
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    if words.is_empty() {
        usual.to_owned()
    } else {
        words.join("-")
    }
}

// Writing to a String does not fail.
fn line(out: &mut String, key: &str, value: &str) {
    let _ = writeln!(out, "{key} = {value}");
}

fn given(out: &mut String, key: &str, value: &str) {
    if !value.is_empty() {
        line(out, key, &quoted(value));
    }
}

fn text(out: &mut String, key: &str, value: &str, language: &str) {
    if !value.is_empty() {
        line(out, key, &format!("{{ {language} = {} }}", quoted(value)));
    }
}

fn agent(parts: &[(&str, &str)]) -> String {
    let parts: Vec<String> = parts
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| format!("{key} = {}", quoted(value)))
        .collect();
    format!("{{ {} }}", parts.join(", "))
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
