//! `catalog.jsonld`: the catalogue as DCAT-AP 3, with the part of each record that the page needs before anyone
//! asks for a card. It is written from the records (`record.rs`), which say the rest.

use super::dataset::{Catalog, Dataset, Distribution, License, Town};
use super::record::Record;
use super::record_parts::{Agent, Location, Reference, media_type};
use super::terms;
use super::texts::{Text, of_names, to_names};
use crate::domain::{CivilDate, Device, LonLat, Names};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A catalogue that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("catalog.jsonld, line {line}, column {column}: {expected}")]
pub struct CatalogError {
    pub line: usize,
    pub column: usize,
    pub expected: String,
}

/// What is said of the catalogue itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// Empty: the names of the town.
    pub description: Names,
    /// Who publishes the catalogue; `None`: who publishes its first dataset.
    pub publisher: Option<Agent>,
    /// The page that shows it, relative to the folder unless it is elsewhere.
    pub homepage: String,
    /// When it was first published, where the town says it.
    pub created: Option<CivilDate>,
    /// When this publication was made.
    pub modified: CivilDate,
}

#[derive(Serialize, Deserialize)]
struct CatalogNode {
    // What the page does not need is not read back: it would be code in the worker.
    #[serde(rename = "@context", skip_deserializing)]
    context: Value,
    #[serde(rename = "@id", skip_deserializing)]
    id: String,
    #[serde(rename = "@type", skip_deserializing)]
    kind: String,
    #[serde(rename = "dct:title")]
    title: Vec<Text>,
    #[serde(rename = "dct:description", skip_deserializing)]
    description: Vec<Text>,
    #[serde(rename = "dct:publisher", default)]
    publisher: Agent,
    #[serde(rename = "foaf:homepage", skip_deserializing)]
    homepage: Option<Reference>,
    #[serde(rename = "dct:spatial", skip_deserializing)]
    spatial: Location,
    #[serde(rename = "sb:town")]
    town: TownRecord,
    /// The whole graph with all records, for catalogues that collect others.
    #[serde(rename = "rdfs:seeAlso", skip_deserializing)]
    whole: Option<Reference>,
    #[serde(rename = "dcat:dataset")]
    datasets: Vec<DatasetRecord>,
}

#[derive(Serialize, Deserialize)]
struct TownRecord {
    #[serde(rename = "dct:identifier")]
    id: String,
    #[serde(rename = "sb:isDemonstration", default)]
    is_demonstration: bool,
    #[serde(rename = "sb:zone")]
    zone: String,
    #[serde(rename = "sb:languages")]
    languages: Vec<String>,
    #[serde(rename = "sb:centre")]
    centre: LonLat,
}

#[derive(Serialize, Deserialize)]
struct DatasetRecord {
    #[serde(rename = "@id", default)]
    id: String,
    #[serde(rename = "@type", default)]
    kind: String,
    #[serde(rename = "dct:identifier")]
    identifier: String,
    #[serde(rename = "dct:title")]
    title: Vec<Text>,
    #[serde(rename = "dct:description", default)]
    description: Vec<Text>,
    #[serde(rename = "dct:publisher")]
    publisher: Agent,
    #[serde(rename = "dct:license")]
    license: LicenseRecord,
    #[serde(
        rename = "sb:attribution",
        default,
        skip_serializing_if = "String::is_empty"
    )]
    attribution: String,
    #[serde(
        rename = "sb:retrieved",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    retrieved: Option<CivilDate>,
    #[serde(rename = "sb:device", default, skip_serializing_if = "Option::is_none")]
    device: Option<Device>,
    #[serde(
        rename = "prov:wasGeneratedBy",
        default,
        skip_serializing_if = "Vec::is_empty"
    )]
    steps: Vec<Step>,
    #[serde(rename = "dcat:distribution", default)]
    distributions: Vec<DistributionRecord>,
}

#[derive(Serialize, Deserialize)]
struct DistributionRecord {
    #[serde(rename = "@type", default)]
    kind: String,
    #[serde(rename = "dcat:accessURL")]
    access: Reference,
    #[serde(rename = "dcat:mediaType", with = "media_type")]
    media_type: String,
    #[serde(rename = "dcat:byteSize")]
    bytes: u64,
    #[serde(rename = "spdx:checksum")]
    checksum: Checksum,
    #[serde(rename = "sb:rows", default, skip_serializing_if = "Option::is_none")]
    rows: Option<u64>,
}

#[derive(Serialize, Deserialize)]
struct LicenseRecord {
    #[serde(rename = "@id")]
    url: String,
    #[serde(rename = "dct:title")]
    name: String,
}

#[derive(Serialize, Deserialize)]
struct Step {
    #[serde(rename = "@type", default)]
    kind: String,
    #[serde(rename = "rdfs:label")]
    label: String,
}

#[derive(Serialize, Deserialize)]
struct Checksum {
    #[serde(rename = "@type", default)]
    kind: String,
    #[serde(rename = "spdx:algorithm", default)]
    algorithm: Value,
    #[serde(rename = "spdx:checksumValue")]
    value: String,
}

fn context() -> Value {
    const USED: [&str; 9] = [
        "dcat", "dct", "foaf", "gsp", "iana", "prov", "rdfs", "sb", "spdx",
    ];
    let mut context = json!({
        "dcat:centroid": { "@type": "gsp:wktLiteral" },
        "dcat:mediaType": { "@type": "@id" },
    });
    for (prefix, namespace) in terms::PREFIXES {
        if let Some(terms) = context.as_object_mut().filter(|_| USED.contains(&prefix)) {
            terms.insert(prefix.to_owned(), json!(namespace));
        }
    }
    context
}

/// The text of `catalog.jsonld`.
#[must_use]
pub fn encode(catalog: &Catalog, head: &Head) -> String {
    serde_json::to_string_pretty(&node(catalog, head)).unwrap_or_default()
}

/// The catalogue without its datasets, which the records describe: together they are the whole graph.
#[must_use]
pub fn without_datasets(catalog: &Catalog, head: &Head) -> Value {
    let mut whole = serde_json::to_value(node(catalog, head)).unwrap_or_default();
    let date = |date: CivilDate| json!({ "@value": date, "@type": "http://www.w3.org/2001/XMLSchema#date" });
    let languages = catalog.town.names.by_language.keys();
    let datasets = catalog.datasets.iter().map(|d| Reference::new(iri(&d.id)));
    let records = catalog
        .datasets
        .iter()
        .map(|d| Reference::new(Record::paths(&d.id).0));
    if let Some(properties) = whole.as_object_mut() {
        properties.remove("rdfs:seeAlso");
        let more = [
            ("dcat:dataset", json!(datasets.collect::<Vec<_>>())),
            ("dcat:record", json!(records.collect::<Vec<_>>())),
            ("dct:identifier", json!(catalog.town.id)),
            (
                "dct:language",
                json!(
                    languages
                        .filter_map(|tag| terms::language(tag))
                        .map(Reference::new)
                        .collect::<Vec<_>>()
                ),
            ),
            (
                "dcat:themeTaxonomy",
                json!(Reference::new(
                    "http://publications.europa.eu/resource/authority/data-theme"
                )),
            ),
            ("dct:issued", date(head.created.unwrap_or(head.modified))),
            ("dct:modified", date(head.modified)),
        ];
        properties.extend(more.map(|(property, value)| (property.to_owned(), value)));
    }
    whole
}

/// The IRI of a dataset, relative to the folder.
#[must_use]
pub fn iri(dataset: &str) -> String {
    format!("catalog.jsonld#{dataset}")
}

fn node(catalog: &Catalog, head: &Head) -> CatalogNode {
    let first = catalog
        .datasets
        .first()
        .map(|d| Agent::new(&d.publisher, "", ""));
    let description = if head.description.by_language.is_empty() {
        &catalog.town.names
    } else {
        &head.description
    };
    CatalogNode {
        context: context(),
        id: "catalog.jsonld".into(),
        kind: "dcat:Catalog".into(),
        title: of_names(&catalog.town.names),
        description: of_names(description),
        publisher: head.publisher.clone().or(first).unwrap_or_default(),
        homepage: Some(Reference::new(&*head.homepage)),
        spatial: Location::of_point(catalog.town.centre),
        town: TownRecord {
            id: catalog.town.id.clone(),
            is_demonstration: catalog.town.is_demonstration,
            zone: catalog.town.zone.clone(),
            languages: catalog.town.languages.clone(),
            centre: catalog.town.centre,
        },
        whole: Some(Reference::new("catalog.ttl")),
        datasets: catalog.datasets.iter().map(dataset_record).collect(),
    }
}

fn dataset_record(dataset: &Dataset) -> DatasetRecord {
    DatasetRecord {
        id: format!("#{}", dataset.id),
        kind: "dcat:Dataset".into(),
        identifier: dataset.id.clone(),
        title: of_names(&dataset.title),
        description: of_names(&dataset.description),
        publisher: Agent::new(&dataset.publisher, &dataset.publisher_url, ""),
        license: LicenseRecord {
            url: dataset.license.url.clone(),
            name: dataset.license.name.clone(),
        },
        attribution: dataset.attribution.clone(),
        retrieved: dataset.retrieved,
        device: dataset.device,
        steps: dataset
            .steps
            .iter()
            .map(|label| Step {
                kind: "prov:Activity".into(),
                label: label.clone(),
            })
            .collect(),
        distributions: dataset
            .distributions
            .iter()
            .map(distribution_record)
            .collect(),
    }
}

fn distribution_record(file: &Distribution) -> DistributionRecord {
    DistributionRecord {
        kind: "dcat:Distribution".into(),
        access: Reference {
            id: file.path.clone(),
        },
        media_type: file.media_type.clone(),
        bytes: file.bytes,
        checksum: Checksum {
            kind: "spdx:Checksum".into(),
            algorithm: json!({ "@id": "spdx:checksumAlgorithm_sha256" }),
            value: file.sha256.clone(),
        },
        rows: file.rows,
    }
}

/// The catalogue of a `catalog.jsonld`.
pub fn decode(bytes: &[u8]) -> Result<Catalog, CatalogError> {
    let record: CatalogNode = serde_json::from_slice(bytes).map_err(|cause| CatalogError {
        line: cause.line(),
        column: cause.column(),
        expected: cause.to_string(),
    })?;
    let town = Town {
        id: record.town.id,
        names: to_names(record.title),
        is_demonstration: record.town.is_demonstration,
        zone: record.town.zone,
        languages: record.town.languages,
        centre: record.town.centre,
    };
    let datasets = record.datasets.into_iter().map(|d| Dataset {
        id: d.identifier,
        title: to_names(d.title),
        description: to_names(d.description),
        publisher_url: d.publisher.homepage(),
        publisher: d.publisher.name,
        license: License {
            name: d.license.name,
            url: d.license.url,
        },
        attribution: d.attribution,
        retrieved: d.retrieved,
        device: d.device,
        accuracy: Names::default(),
        steps: d.steps.into_iter().map(|step| step.label).collect(),
        distributions: d
            .distributions
            .into_iter()
            .map(|file| Distribution {
                path: file.access.id,
                media_type: file.media_type,
                bytes: file.bytes,
                sha256: file.checksum.value,
                rows: file.rows,
            })
            .collect(),
    });
    Ok(Catalog {
        town,
        publisher: record.publisher,
        datasets: datasets.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_catalogue_survives_the_round_trip() {
        let title = |text: &str| Names {
            by_language: [("nl".to_owned(), text.to_owned())].into(),
            aliases: Vec::new(),
        };
        let catalog = Catalog {
            town: Town {
                id: "demo".into(),
                names: title("Demostad"),
                is_demonstration: true,
                zone: "Europe/Brussels".into(),
                languages: vec!["nl".into(), "fr".into()],
                centre: LonLat {
                    lon: 2.5,
                    lat: 51.5,
                },
            },
            publisher: Agent::new("Demostad", "", "data@demostad.example"),
            datasets: vec![Dataset {
                id: "telraam".into(),
                title: title("Tellingen"),
                description: title("Per uur"),
                publisher: "Demostad".into(),
                publisher_url: "https://example.org/".into(),
                license: License {
                    name: "CC0 1.0".into(),
                    url: "https://creativecommons.org/publicdomain/zero/1.0/".into(),
                },
                attribution: String::new(),
                retrieved: CivilDate::parse("2026-11-01"),
                device: Some(Device::InductionLoop),
                accuracy: Names::default(),
                steps: vec!["1 row read".into()],
                distributions: vec![Distribution {
                    path: "counts/telraam.parquet".into(),
                    media_type: "application/vnd.apache.parquet".into(),
                    bytes: 12,
                    sha256: "ab".into(),
                    rows: Some(3),
                }],
            }],
        };
        let head = Head {
            description: Names::default(),
            publisher: Some(catalog.publisher.clone()),
            homepage: "../".into(),
            created: None,
            modified: CivilDate::from_days(20_000),
        };
        let text = encode(&catalog, &head);
        assert_eq!(decode(text.as_bytes()), Ok(catalog));
        let error = decode(text.replace("\"dct:identifier\"", "\"dct:x\"").as_bytes()).unwrap_err();
        assert!(
            error.line > 1 && error.expected.contains("dct:identifier"),
            "{error}"
        );
    }
}
