//! The card of a dataset: its record as rows to read. Rows are made of the record's properties and of nothing
//! else, so that what is on the card is in the record, and what is in the record is on the card.

pub use crate::domain::card::{Card, Item, Row};

use super::texts::{self, Text};
use crate::domain::order::put_in_order;
use crate::domain::{CivilDate, Names};
use serde_json::{Map, Value};

/// What people ask for first comes first; properties that are not here follow, by name.
const ORDER: [&str; 36] = [
    "dct:title",
    "dct:description",
    "sb:ethics",
    "sb:sensorLabel",
    "dqv:hasQualityAnnotation",
    "sb:incident",
    "dqv:hasQualityMeasurement",
    "dct:temporal",
    "dct:spatial",
    "sb:device",
    "mobilitydcatap:transportMode",
    "dct:publisher",
    "dct:rightsHolder",
    "dcat:contactPoint",
    "dct:license",
    "sb:attribution",
    "dct:accessRights",
    "dct:accrualPeriodicity",
    "dct:isReferencedBy",
    "sb:retrieved",
    "prov:wasDerivedFrom",
    "prov:wasGeneratedBy",
    "dcat:distribution",
    "dcat:keyword",
    "sb:why",
    "sb:seen",
    "sb:missed",
    "sb:findable",
    "sb:consent",
    "sb:errors",
    "sb:decides",
    "sb:objection",
    "sb:results",
    "sb:until",
    "sb:responsible",
    "sb:position",
];

/// The rows of a record, from the bytes of its file; `None` where it is no record of a dataset.
#[must_use]
pub fn card(record: &[u8]) -> Option<Vec<Row>> {
    Some(whole(record)?.1.rows)
}

/// A record's card and the publication that it belongs to; `None` where it is no record of a dataset.
#[must_use]
pub fn whole(record: &[u8]) -> Option<(String, Card)> {
    let record: Value = serde_json::from_slice(record).ok()?;
    let dataset = record.get("foaf:primaryTopic")?.as_object()?;
    let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
    let card = Card {
        id: text(dataset.get("dct:identifier")),
        modified: CivilDate::parse(&text(record.get("dct:modified"))),
        rows: rows(dataset),
    };
    Some((text(record.get("sb:publication")), card))
}

fn rows(node: &Map<String, Value>) -> Vec<Row> {
    let mut rows: Vec<Row> = node
        .iter()
        .filter(|(property, _)| !property.starts_with('@'))
        .map(|(property, value)| Row {
            property: property.clone(),
            items: items(value),
        })
        .collect();
    let place = |row: &Row| {
        ORDER
            .iter()
            .position(|known| *known == row.property)
            .unwrap_or(ORDER.len())
    };
    put_in_order(&mut rows, &|a, b| place(a).cmp(&place(b)));
    rows
}

fn items(value: &Value) -> Vec<Item> {
    if let Ok(found) = serde_json::from_value::<Vec<Text>>(value.clone())
        && !found.is_empty()
    {
        return in_languages(found);
    }
    match value {
        Value::Array(values) => values.iter().map(item).collect(),
        one => vec![item(one)],
    }
}

/// One text in several languages, or several of one language, such as keywords.
fn in_languages(found: Vec<Text>) -> Vec<Item> {
    let mut groups: Vec<Vec<Text>> = Vec::new();
    for text in found {
        let free = groups
            .iter_mut()
            .find(|group| group.iter().all(|t| t.language != text.language));
        match free {
            Some(group) => group.push(text),
            None => groups.push(vec![text]),
        }
    }
    groups
        .into_iter()
        .map(|group| Item::Text(texts::to_names(group)))
        .collect()
}

fn item(value: &Value) -> Item {
    match value {
        Value::Object(node) => {
            let inner = rows(node);
            let to = node.get("@id").and_then(Value::as_str);
            match (to, inner.as_slice()) {
                (Some(to), []) => Item::Link {
                    to: to.to_owned(),
                    title: None,
                },
                (Some(to), [Row { property, items }]) if property == "dct:title" => Item::Link {
                    to: to.to_owned(),
                    title: items.first().map(|title| match title {
                        Item::Text(names) => names.clone(),
                        Item::Plain(text) => Names {
                            by_language: [("und".to_owned(), text.clone())].into(),
                            aliases: Vec::new(),
                        },
                        _ => Names::default(),
                    }),
                },
                _ => Item::Rows(inner),
            }
        }
        Value::String(text) => Item::Plain(text.clone()),
        other => Item::Plain(other.to_string()),
    }
}
