//! The list of datasets, ours and those of other catalogues: what it says of each, searched, narrowed and ordered.

use super::licence::Kind;
use super::{Catalogs, Datasets, OtherDataset};
use crate::domain::card::{Card, Item, items, plain};
use crate::domain::fold::fold;
use crate::domain::order::order;
use crate::domain::{CivilDate, Names};
use crate::query::place::{DataPlace, Facet};
use std::collections::BTreeMap;

/// The town's own catalogue, as a value of `Facet::Catalog`.
pub const OWN: &str = "own";

/// A dataset as the list shows it, in one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// Of the town's own datasets the id of the card; `None` of another's.
    pub dataset: Option<String>,
    /// The catalogue's id, and the title of another's.
    pub catalog: String,
    pub catalog_title: String,
    pub title: String,
    pub description: String,
    pub publisher: String,
    /// Licences as they are told.
    pub licences: Vec<String>,
    pub kinds: Vec<Kind>,
    pub keywords: Vec<String>,
    /// Codes, or texts of another catalogue.
    pub themes: Vec<String>,
    pub formats: Vec<String>,
    /// Another's page; `http` or `https`, or empty.
    pub page: String,
    /// First and last day with data.
    pub covers: Option<(CivilDate, CivilDate)>,
    /// How fresh it is: the last day with data, else the day on which it was fetched, changed or published.
    pub fresh: Option<CivilDate>,
    /// Everything that a search looks at, folded.
    text: String,
}

/// All datasets, the town's own first. `town` are the names of the town: the place of its own datasets.
#[must_use]
pub fn entries(own: &Datasets, others: &Catalogs, town: &Names, language: &str) -> Vec<Entry> {
    let own = own.cards.iter().map(|card| of_card(card, town, language));
    let others = others.catalogs.iter().flat_map(|catalog| {
        let title = catalog.title.in_language(language);
        catalog.datasets.iter().map(move |dataset| {
            let publisher = dataset.publisher.in_language(language);
            Entry {
                catalog: catalog.id.clone(),
                catalog_title: title.to_owned(),
                publisher: if publisher.is_empty() {
                    catalog.publisher.clone()
                } else {
                    publisher.to_owned()
                },
                ..of_other(dataset, language)
            }
        })
    });
    own.chain(others).map(searchable).collect()
}

fn of_card(card: &Card, town: &Names, language: &str) -> Entry {
    let said = |property: &str| {
        let texts = card.items(property).iter();
        texts
            .map(|item| in_words(item, language))
            .collect::<Vec<String>>()
    };
    let one = |property: &str| said(property).into_iter().next().unwrap_or_default();
    let of = |property: &str, inner: &str| {
        let rows = card.items(property).first().map_or(&[][..], Item::rows);
        plain(rows, inner).unwrap_or_default().to_owned()
    };
    let date = |property: &str, inner: &str| CivilDate::parse(&of(property, inner));
    let covers = date("dct:temporal", "dcat:startDate").zip(date("dct:temporal", "dcat:endDate"));
    let retrieved = plain(&card.rows, "sb:retrieved").and_then(CivilDate::parse);
    let files = card.items("dcat:distribution").iter();
    let mut formats: Vec<String> = files
        .filter_map(|file| plain(file.rows(), "dct:format"))
        .map(format_name)
        .collect();
    formats.sort();
    formats.dedup();
    let mut places: Vec<String> = town.by_language.values().cloned().collect();
    places.extend(of_all_languages(card.items("dct:title")));
    let license = card.items("dct:license").first();
    let (url, name) = match license {
        Some(Item::Link { to, .. }) => (to.as_str(), one("dct:license")),
        _ => ("", one("dct:license")),
    };
    Entry {
        dataset: Some(card.id.clone()),
        catalog: OWN.to_owned(),
        title: one("dct:title"),
        description: one("dct:description"),
        publisher: of("dct:publisher", "foaf:name"),
        kinds: vec![Kind::of(&format!("{name} {url}"))],
        licences: vec![name],
        keywords: said("dcat:keyword"),
        themes: codes(card.items("mobilitydcatap:mobilityTheme")),
        formats,
        covers,
        fresh: covers.map(|(_, last)| last).or(retrieved).or(card.modified),
        text: places.join(" "),
        ..Entry::default()
    }
}

fn of_other(dataset: &OtherDataset, language: &str) -> Entry {
    let mut kinds: Vec<Kind> = dataset.licenses.iter().map(|text| Kind::of(text)).collect();
    if kinds.is_empty() {
        kinds.push(Kind::Unknown);
    }
    kinds.sort();
    kinds.dedup();
    let mut formats: Vec<String> = dataset.formats.iter().map(|f| format_name(f)).collect();
    formats.sort();
    formats.dedup();
    let mut others: Vec<&str> = dataset
        .title
        .by_language
        .values()
        .map(String::as_str)
        .collect();
    others.extend(dataset.description.by_language.values().map(String::as_str));
    Entry {
        title: dataset.title.in_language(language).to_owned(),
        description: dataset.description.in_language(language).to_owned(),
        licences: dataset.licenses.clone(),
        kinds,
        keywords: dataset.keywords.clone(),
        themes: dataset
            .themes
            .iter()
            .map(|theme| code(theme).to_owned())
            .collect(),
        formats,
        page: dataset.page.clone(),
        fresh: dataset.modified,
        text: others.join(" "),
        ..Entry::default()
    }
}

fn searchable(mut entry: Entry) -> Entry {
    let mut all = vec![
        entry.title.as_str(),
        &entry.description,
        &entry.publisher,
        &entry.catalog_title,
        &entry.text,
    ];
    all.extend(entry.keywords.iter().map(String::as_str));
    all.extend(entry.themes.iter().map(String::as_str));
    entry.text = fold(&all.join(" "));
    entry
}

/// A text in the reader's language, a name, or the title of a link.
fn in_words(item: &Item, language: &str) -> String {
    match item {
        Item::Text(names) => names.in_language(language).to_owned(),
        Item::Plain(text) => text.clone(),
        Item::Link { to, title } => title
            .as_ref()
            .map_or(to.as_str(), |title| title.in_language(language))
            .to_owned(),
        Item::Rows(rows) => items(rows, "foaf:name")
            .first()
            .map(|name| in_words(name, language))
            .unwrap_or_default(),
    }
}

fn of_all_languages(items: &[Item]) -> Vec<String> {
    let names = items.iter().filter_map(|item| match item {
        Item::Text(names) => Some(names.by_language.values().cloned()),
        _ => None,
    });
    names.flatten().collect()
}

/// The last part of each IRI.
#[must_use]
pub fn codes(items: &[Item]) -> Vec<String> {
    let links = items.iter().filter_map(|item| match item {
        Item::Link { to, .. } => Some(code(to).to_owned()),
        Item::Plain(text) => Some(code(text).to_owned()),
        _ => None,
    });
    links.collect()
}

/// The last part of an IRI; a text as it is.
#[must_use]
pub fn code(iri: &str) -> &str {
    let is_iri = iri.contains("://") || iri.starts_with("urn:");
    let end = iri.trim_end_matches('/');
    if is_iri {
        end.rsplit(['/', '#']).next().unwrap_or(end)
    } else {
        end
    }
}

/// Media types that catalogues give in place of the name of a format, or beside it.
const MEDIA_TYPES: [(&str, &str); 8] = [
    ("TEXT/CSV", "CSV"),
    ("TEXT/HTML", "HTML"),
    ("APPLICATION/JSON", "JSON"),
    ("APPLICATION/GEO+JSON", "GEOJSON"),
    ("APPLICATION/VND.GEO+JSON", "GEOJSON"),
    ("APPLICATION/VND.GOOGLE-EARTH.KML+XML", "KML"),
    ("APPLICATION/XML", "XML"),
    ("APPLICATION/ZIP", "ZIP"),
];

/// Of an IRI, a media type or a name: `CSV`.
fn format_name(format: &str) -> String {
    let name = code(format).trim().to_ascii_uppercase();
    let known = MEDIA_TYPES.iter().find(|(media, _)| *media == name);
    known.map_or(name, |(_, short)| (*short).to_owned())
}

impl Entry {
    /// The values that a facet can have here; a dataset may have several.
    #[must_use]
    pub fn values(&self, facet: Facet) -> Vec<String> {
        match facet {
            Facet::Publisher => vec![self.publisher.clone()],
            Facet::Theme => self.themes.clone(),
            Facet::Licence => self
                .kinds
                .iter()
                .map(|kind| kind.name().to_owned())
                .collect(),
            Facet::Format => self.formats.clone(),
            Facet::Catalog => vec![self.catalog.clone()],
        }
    }

    /// Every word that was typed is in its title, text, keywords, publisher, theme or place.
    #[must_use]
    pub fn says(&self, typed: &str) -> bool {
        fold(typed).split(' ').all(|word| self.text.contains(word))
    }

    fn is_chosen(&self, place: &DataPlace, but: Option<Facet>) -> bool {
        let facets = Facet::ALL.into_iter().filter(|facet| Some(*facet) != but);
        let mut chosen = facets.filter_map(|facet| Some((facet, place.chosen(facet)?)));
        chosen.all(|(facet, wanted)| self.values(facet).iter().any(|value| value == wanted))
    }
}

/// What is left of the list, in order: the freshest first, or by name.
#[must_use]
pub fn found(entries: &[Entry], place: &DataPlace) -> Vec<usize> {
    let left: Vec<(usize, &Entry)> = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.is_chosen(place, None) && entry.says(&place.search))
        .collect();
    let names: Vec<String> = left.iter().map(|(_, entry)| fold(&entry.title)).collect();
    let by_name = |a: usize, b: usize| names.get(a).cmp(&names.get(b));
    let by_date = |a: usize, b: usize| {
        let date = |at: usize| left.get(at).and_then(|(_, entry)| entry.fresh);
        date(b).cmp(&date(a)).then_with(|| by_name(a, b))
    };
    let places = if place.by_name {
        order(left.len(), &by_name)
    } else {
        order(left.len(), &by_date)
    };
    let at = |place: usize| left.get(place).map(|(at, _)| *at);
    places.into_iter().filter_map(at).collect()
}

/// The values of a facet and how many datasets would be left with each, given all else that is chosen; most first.
#[must_use]
pub fn choices(entries: &[Entry], place: &DataPlace, facet: Facet) -> Vec<(String, u32)> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    let left = entries
        .iter()
        .filter(|entry| entry.is_chosen(place, Some(facet)) && entry.says(&place.search));
    for entry in left {
        let mut values = entry.values(facet);
        values.sort();
        values.dedup();
        for value in values {
            *counts.entry(value).or_default() += 1;
        }
    }
    // What is chosen can be seen, also where nothing is left of it.
    if let Some(value) = place.chosen(facet) {
        counts.entry(value.to_owned()).or_default();
    }
    let counts: Vec<(String, u32)> = counts.into_iter().collect();
    let many = |at: usize| counts.get(at).map(|(_, count)| *count);
    let places = order(counts.len(), &|a, b| many(b).cmp(&many(a)));
    places
        .into_iter()
        .filter_map(|at| counts.get(at).cloned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::data::OtherCatalog;

    fn names(text: &str) -> Names {
        Names {
            by_language: [("nl".to_owned(), text.to_owned())].into(),
            aliases: Vec::new(),
        }
    }

    fn list() -> Vec<Entry> {
        let other = |title: &str, license: &str, format: &str, day: &str| OtherDataset {
            title: names(title),
            licenses: vec![license.to_owned()],
            formats: vec![format.to_owned()],
            keywords: vec!["Straße".to_owned()],
            modified: CivilDate::parse(day),
            ..OtherDataset::default()
        };
        let others = Catalogs {
            publication: String::new(),
            catalogs: vec![OtherCatalog {
                id: "stad".into(),
                title: names("Stadsdata"),
                publisher: "Stad".into(),
                datasets: vec![
                    other("Cafés", "CC BY 4.0", "text/csv", "2024-01-01"),
                    other("Bomen", "", "http://x.example/file-type/CSV", "2025-01-01"),
                    other("Abris", "CC0", "shp", ""),
                ],
                ..OtherCatalog::default()
            }],
        };
        entries(&Datasets::default(), &others, &Names::default(), "nl")
    }

    fn titles(entries: &[Entry], place: &DataPlace) -> Vec<String> {
        let found = found(entries, place);
        found.iter().map(|at| entries[*at].title.clone()).collect()
    }

    #[test]
    fn the_list_is_searched_without_accents_and_ordered() {
        let entries = list();
        let mut place = DataPlace::default();
        assert_eq!(titles(&entries, &place), ["Bomen", "Cafés", "Abris"]);
        place.by_name = true;
        assert_eq!(titles(&entries, &place), ["Abris", "Bomen", "Cafés"]);
        for (typed, expected) in [
            ("CAFES", vec!["Cafés"]),
            ("strasse caf", vec!["Cafés"]),
            ("stadsdata", vec!["Abris", "Bomen", "Cafés"]),
            ("zzz", vec![]),
            ("  ", vec!["Abris", "Bomen", "Cafés"]),
        ] {
            place.search = typed.to_owned();
            assert_eq!(titles(&entries, &place), expected, "{typed}");
        }
    }

    #[test]
    fn facets_narrow_and_count_what_would_be_left() {
        let entries = list();
        let place = DataPlace::default().with(Facet::Format, Some("CSV".into()));
        assert_eq!(titles(&entries, &place), ["Bomen", "Cafés"]);
        let choices_of = |facet| choices(&entries, &place, facet);
        assert_eq!(
            choices_of(Facet::Format),
            [("CSV".to_owned(), 2), ("SHP".to_owned(), 1)]
        );
        assert_eq!(
            choices_of(Facet::Licence),
            [("named".to_owned(), 1), ("unknown".to_owned(), 1)]
        );
        let none = place.with(Facet::Licence, Some("alike".into()));
        assert!(titles(&entries, &none).is_empty());
        assert!(choices(&entries, &none, Facet::Licence).contains(&("alike".to_owned(), 0)));
    }

    #[test]
    fn a_code_is_the_last_part_of_an_iri() {
        for (iri, expected) in [
            ("http://x.example/data-theme/TRAN", "TRAN"),
            ("https://x.example/a#b", "b"),
            ("https://x.example/a/", "a"),
            ("Verkeer en/of vervoer", "Verkeer en/of vervoer"),
        ] {
            assert_eq!(code(iri), expected);
        }
    }
}
