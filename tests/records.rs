//! The records of a published folder: the card is the record, the catalogue is a part of it, and the Turtle is the
//! same graph as the JSON-LD.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use oxrdf::Triple;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use straatbeeld::catalog::card::{Item, card};
use straatbeeld::catalog::{EthicsCard, Record, jsonld};
use straatbeeld::engine::version;
use straatbeeld::publish::local::ask;
use straatbeeld::publish::{demo, folder, rdf};
use straatbeeld::query::data::{self, Catalogs, Datasets};
use straatbeeld::query::{Answer, Failure, Query};
use straatbeeld::table::CountTable;
use tempfile::TempDir;

/// The demonstration town with a fiftieth of its hours: what the records say needs no more.
fn town() -> TempDir {
    let mut town = demo::generate(1).town;
    for (_, table) in &mut town.counts {
        let mut some = CountTable::new();
        for row in (0..table.len()).filter(|i| i % 1_000 < 24) {
            some.push(&table.row(row).unwrap());
        }
        *table = some;
    }
    let dir = tempfile::tempdir().unwrap();
    folder::write(dir.path(), &town, &mut |_| {}).unwrap();
    dir
}

fn read(dir: &Path, path: &str) -> String {
    fs::read_to_string(dir.join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// Triples without the names of blank nodes: enough here, where no two nodes of one parent are alike but for order.
fn shape(triples: &[Triple]) -> Vec<String> {
    let bare = |text: String| {
        if text.starts_with("_:") {
            "_".to_owned()
        } else {
            text
        }
    };
    let line = |t: &Triple| {
        format!(
            "{} {} {}",
            bare(t.subject.to_string()),
            t.predicate,
            bare(t.object.to_string())
        )
    };
    let mut lines: Vec<String> = triples.iter().map(line).collect();
    lines.sort();
    lines
}

#[test]
fn a_folder_has_a_record_of_each_dataset_and_the_catalogue_is_a_part_of_them() {
    let dir = town();
    let catalog = jsonld::decode(read(dir.path(), "catalog.jsonld").as_bytes()).unwrap();
    assert_eq!(catalog.datasets.len(), 7);
    for dataset in &catalog.datasets {
        let (json_path, turtle_path) = Record::paths(&dataset.id);
        let text = read(dir.path(), &json_path);
        let record = Record::decode(text.as_bytes()).unwrap();
        assert_eq!(record.encode(), text, "{json_path}");
        assert_eq!(record.publication, version(&catalog));
        let mut entry = record.entry();
        entry.accuracy.by_language.clear();
        assert_eq!(&entry, dataset);
        let ours = rdf::triples(&json_path, &text).unwrap();
        let theirs = rdf::parse_turtle(&turtle_path, &read(dir.path(), &turtle_path)).unwrap();
        assert_eq!(shape(&ours), shape(&theirs), "{turtle_path}");
    }
    let counts =
        Record::decode(read(dir.path(), "records/demonstration-counts.jsonld").as_bytes()).unwrap();
    let value = |metric: &str| {
        let found = counts
            .dataset
            .measurements
            .iter()
            .find(|m| m.metric.id == format!("sb:{metric}"));
        found.unwrap_or_else(|| panic!("no {metric}")).value
    };
    assert_eq!(value("counted-segments"), 24);
    assert!(value("usable-hours") <= value("hours-of-period"));
    assert_eq!(
        Some(value("rows-published")),
        catalog
            .file("counts/demonstration-counts.parquet")
            .unwrap()
            .1
            .rows
    );
    assert_eq!(
        counts.dataset.incidents.len(),
        3,
        "{:?}",
        counts.dataset.incidents
    );
    assert!(counts.dataset.spatial.bbox.is_some());
    assert_eq!(counts.dataset.ethics.unanswered(), [""; 0]);
    assert_eq!(counts.dataset.label.len(), 13);
    for text in
        EthicsCard::QUESTIONS.map(|question| counts.dataset.ethics.answer(question).unwrap())
    {
        assert_eq!(text.by_language.len(), 4);
    }
    assert_eq!(counts.dataset.mobility_themes.len(), 2);
    assert_eq!(counts.dataset.transport_modes.len(), 4);
}

#[test]
fn a_property_that_leaves_the_record_leaves_the_card_and_the_other_way_round() {
    let dir = town();
    for id in ["demonstration-counts", "streets", "summary"] {
        let text = read(dir.path(), &format!("records/{id}.jsonld"));
        let record: Value = serde_json::from_str(&text).unwrap();
        let properties = record["foaf:primaryTopic"].as_object().unwrap();
        let rows = card(text.as_bytes()).unwrap();
        let on_card: BTreeSet<&str> = rows.iter().map(|row| row.property.as_str()).collect();
        let in_record: BTreeSet<&str> = properties
            .keys()
            .map(String::as_str)
            .filter(|k| !k.starts_with('@'))
            .collect();
        assert_eq!(on_card, in_record);
        assert_eq!(rows.len(), on_card.len());
        assert!(rows.iter().all(|row| !row.items.is_empty()));
        assert_eq!(rows[0].property, "dct:title");
        for gone in &in_record {
            let mut less = record.clone();
            less["foaf:primaryTopic"]
                .as_object_mut()
                .unwrap()
                .remove(*gone);
            let left = card(less.to_string().as_bytes()).unwrap();
            let expected: Vec<_> = rows
                .iter()
                .filter(|row| row.property != *gone)
                .cloned()
                .collect();
            assert_eq!(left, expected, "{gone}");
        }
    }
    assert_eq!(card(b"{}"), None);
    assert_eq!(card(b"{"), None);
    let text = read(dir.path(), "records/demonstration-counts.jsonld");
    let rows = card(text.as_bytes()).unwrap();
    let license = rows
        .iter()
        .find(|row| row.property == "dct:license")
        .unwrap();
    let [
        Item::Link {
            to,
            title: Some(title),
        },
    ] = license.items.as_slice()
    else {
        panic!("{license:?}");
    };
    assert!(to.contains("creativecommons.org"));
    assert_eq!(title.in_language("nl"), "CC0 1.0");
}

#[test]
fn the_whole_graph_names_no_place_and_is_the_same_each_time() {
    let (one, other) = (town(), town());
    let text = read(one.path(), "catalog.ttl");
    assert_eq!(text, read(other.path(), "catalog.ttl"));
    assert!(!text.contains("folder.invalid") && !text.contains("<//") && !text.contains("</"));
    assert!(text.contains("<catalog.jsonld#streets>"));
    let triples = rdf::parse_turtle("catalog.ttl", &text).unwrap();
    let datasets = triples
        .iter()
        .filter(|t| t.object.to_string() == "<http://www.w3.org/ns/dcat#Dataset>");
    assert_eq!(datasets.count(), 7);
}

fn packed<T: serde::de::DeserializeOwned>(dir: &Path, query: Query) -> Result<T, Failure> {
    match ask(dir, query)? {
        Answer::Packed(bytes) => Ok(data::unpack(&bytes).unwrap()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_worker_tells_the_cards_that_the_records_make() {
    let dir = town();
    let list: Datasets = packed(dir.path(), Query::Datasets).unwrap();
    let catalog = jsonld::decode(read(dir.path(), "catalog.jsonld").as_bytes()).unwrap();
    let ids: Vec<&str> = catalog.datasets.iter().map(|d| d.id.as_str()).collect();
    let listed: Vec<&str> = list.cards.iter().map(|card| card.id.as_str()).collect();
    assert_eq!(listed, ids);
    for short in &list.cards {
        let text = read(dir.path(), &Record::paths(&short.id).0);
        let rows = card(text.as_bytes()).unwrap();
        let whole: Datasets = packed(dir.path(), Query::Dataset(short.id.clone())).unwrap();
        assert_eq!(whole.cards.len(), 1);
        assert_eq!(whole.cards[0].rows, rows);
        assert_eq!(whole.cards[0].modified, short.modified);
        assert!(short.modified.is_some());
        assert!(short.rows.len() < rows.len());
        assert!(short.rows.iter().all(|row| rows.contains(row)));
    }
    let nothing: Datasets = packed(dir.path(), Query::Dataset("no-such".into())).unwrap();
    assert!(nothing.cards.is_empty());
    let others: Catalogs = packed(dir.path(), Query::Catalogs).unwrap();
    assert_eq!(others.publication, version(&catalog));
    assert!(others.catalogs.is_empty());
}

#[test]
fn what_belongs_to_another_publication_is_refused() {
    let dir = town();
    for (path, query) in [
        ("records/streets.jsonld", Query::Dataset("streets".into())),
        ("records/streets.jsonld", Query::Datasets),
        ("catalogs.json", Query::Catalogs),
    ] {
        let text = read(dir.path(), path);
        let catalog = jsonld::decode(read(dir.path(), "catalog.jsonld").as_bytes()).unwrap();
        fs::write(
            dir.path().join(path),
            text.replace(&version(&catalog), "other"),
        )
        .unwrap();
        let refused = packed::<Datasets>(dir.path(), query.clone()).unwrap_err();
        assert_eq!(
            refused,
            Failure::WrongHash {
                file: path.into(),
                at_byte: 0
            }
        );
        fs::write(dir.path().join(path), "{}").unwrap();
        let unreadable = packed::<Datasets>(dir.path(), query).unwrap_err();
        assert!(
            matches!(&unreadable, Failure::Unreadable { file, .. } if file == path),
            "{unreadable:?}"
        );
        fs::write(dir.path().join(path), text).unwrap();
    }
}

#[test]
fn a_step_says_who_when_and_what_became_of_the_rows() {
    let mut town = demo::generate(1).town;
    town.counts.clear();
    let id = "demonstration-counts";
    let stated = town.stated.datasets.get_mut(id).unwrap();
    stated.rows = Some((10, 7));
    stated.refused = vec![("too late".into(), 2), ("twice".into(), 1)];
    let dir = tempfile::tempdir().unwrap();
    folder::write(dir.path(), &town, &mut |_| {}).unwrap();
    let record = Record::decode(read(dir.path(), &Record::paths(id).0).as_bytes()).unwrap();
    let step = &record.dataset.steps[0];
    assert_eq!((step.rows_in, step.rows_out), (Some(10), Some(7)));
    let left_out: u64 = step.left_out.iter().map(|left| left.rows).sum();
    assert_eq!(step.rows_in, step.rows_out.map(|out| out + left_out));
    assert_eq!(step.date, Some(record.modified));
    let software = step.software.as_ref().unwrap();
    assert_eq!(software.name, "Straatbeeld");
    assert_eq!(software.version, env!("CARGO_PKG_VERSION"));
}
