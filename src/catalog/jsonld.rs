//! `catalog.jsonld`: the catalogue as DCAT-AP 3. The card that a citizen reads is this record.

use super::dataset::{Catalog, Dataset, Distribution, License, Town};
use crate::domain::{CivilDate, Device, LonLat, Names};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A catalogue that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("catalog.jsonld, line {line}, column {column}: {expected}")]
pub struct CatalogError {
    pub line: usize,
    pub column: usize,
    pub expected: String,
}

#[derive(Serialize, Deserialize)]
struct Record {
    #[serde(rename = "@context", default)]
    context: Value,
    #[serde(rename = "@id", default)]
    id: String,
    #[serde(rename = "@type", default)]
    kind: String,
    #[serde(rename = "dct:title")]
    title: Vec<Text>,
    #[serde(rename = "dct:description")]
    description: Vec<Text>,
    #[serde(rename = "dct:publisher")]
    publisher: Agent,
    #[serde(rename = "dct:language", default)]
    language: Vec<String>,
    #[serde(rename = "dct:spatial", default)]
    spatial: Value,
    #[serde(rename = "sb:town")]
    town: TownRecord,
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
    #[serde(rename = "sb:accuracy", default, skip_serializing_if = "Vec::is_empty")]
    accuracy: Vec<Text>,
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
    #[serde(rename = "dcat:downloadURL", default)]
    download: Option<Reference>,
    #[serde(rename = "dcat:mediaType")]
    media_type: String,
    #[serde(rename = "dcat:byteSize")]
    bytes: u64,
    #[serde(rename = "spdx:checksum")]
    checksum: Checksum,
    #[serde(rename = "sb:rows", default, skip_serializing_if = "Option::is_none")]
    rows: Option<u64>,
}

#[derive(Serialize, Deserialize)]
struct Text {
    #[serde(rename = "@value")]
    value: String,
    #[serde(rename = "@language")]
    language: String,
}

#[derive(Serialize, Deserialize)]
struct Agent {
    #[serde(rename = "@type", default)]
    kind: String,
    #[serde(rename = "foaf:name")]
    name: String,
    #[serde(
        rename = "foaf:homepage",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    homepage: Option<Reference>,
}

#[derive(Serialize, Deserialize)]
struct LicenseRecord {
    #[serde(rename = "@id")]
    url: String,
    #[serde(rename = "dct:title")]
    name: String,
}

#[derive(Serialize, Deserialize)]
struct Reference {
    #[serde(rename = "@id")]
    id: String,
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
    json!({
        "dcat": "http://www.w3.org/ns/dcat#",
        "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "prov": "http://www.w3.org/ns/prov#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "spdx": "http://spdx.org/rdf/terms#",
        "sb": "urn:straatbeeld:"
    })
}

fn texts(names: &Names) -> Vec<Text> {
    let text = |(language, value): (&String, &String)| Text {
        value: value.clone(),
        language: language.clone(),
    };
    names.by_language.iter().map(text).collect()
}

fn names(texts: Vec<Text>) -> Names {
    let by_language: BTreeMap<String, String> =
        texts.into_iter().map(|t| (t.language, t.value)).collect();
    Names {
        by_language,
        aliases: Vec::new(),
    }
}

/// The text of `catalog.jsonld`.
#[must_use]
pub fn encode(catalog: &Catalog) -> String {
    let publishers: Vec<&str> = catalog
        .datasets
        .iter()
        .map(|d| d.publisher.as_str())
        .collect();
    let record = Record {
        context: context(),
        id: "catalog.jsonld".into(),
        kind: "dcat:Catalog".into(),
        title: texts(&catalog.town.names),
        description: texts(&catalog.town.names),
        publisher: agent(publishers.first().copied().unwrap_or_default(), ""),
        language: catalog.town.languages.clone(),
        spatial: json!({
            "@type": "dct:Location",
            "dcat:centroid": format!("POINT({} {})", catalog.town.centre.lon, catalog.town.centre.lat)
        }),
        town: TownRecord {
            id: catalog.town.id.clone(),
            is_demonstration: catalog.town.is_demonstration,
            zone: catalog.town.zone.clone(),
            centre: catalog.town.centre,
        },
        datasets: catalog.datasets.iter().map(dataset_record).collect(),
    };
    serde_json::to_string_pretty(&record).unwrap_or_default()
}

fn agent(name: &str, url: &str) -> Agent {
    let homepage = (!url.is_empty()).then(|| Reference { id: url.to_owned() });
    Agent {
        kind: "foaf:Agent".into(),
        name: name.to_owned(),
        homepage,
    }
}

fn dataset_record(dataset: &Dataset) -> DatasetRecord {
    DatasetRecord {
        id: format!("#{}", dataset.id),
        kind: "dcat:Dataset".into(),
        identifier: dataset.id.clone(),
        title: texts(&dataset.title),
        description: texts(&dataset.description),
        publisher: agent(&dataset.publisher, &dataset.publisher_url),
        license: LicenseRecord {
            url: dataset.license.url.clone(),
            name: dataset.license.name.clone(),
        },
        attribution: dataset.attribution.clone(),
        retrieved: dataset.retrieved,
        device: dataset.device,
        accuracy: texts(&dataset.accuracy),
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
        download: Some(Reference {
            id: file.path.clone(),
        }),
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
    let record: Record = serde_json::from_slice(bytes).map_err(|cause| CatalogError {
        line: cause.line(),
        column: cause.column(),
        expected: cause.to_string(),
    })?;
    let town = Town {
        id: record.town.id,
        names: names(record.title),
        is_demonstration: record.town.is_demonstration,
        zone: record.town.zone,
        languages: record.language,
        centre: record.town.centre,
    };
    let datasets = record.datasets.into_iter().map(|d| Dataset {
        id: d.identifier,
        title: names(d.title),
        description: names(d.description),
        publisher: d.publisher.name,
        publisher_url: d.publisher.homepage.map(|page| page.id).unwrap_or_default(),
        license: License {
            name: d.license.name,
            url: d.license.url,
        },
        attribution: d.attribution,
        retrieved: d.retrieved,
        device: d.device,
        accuracy: names(d.accuracy),
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
                accuracy: title("5–10 %"),
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
        let text = encode(&catalog);
        assert_eq!(decode(text.as_bytes()), Ok(catalog));
        let error = decode(text.replace("\"dct:identifier\"", "\"dct:x\"").as_bytes()).unwrap_err();
        assert!(
            error.line > 1 && error.expected.contains("dct:identifier"),
            "{error}"
        );
    }
}
