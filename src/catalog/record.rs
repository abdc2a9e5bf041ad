//! The record of a dataset: `records/<id>.jsonld`. What a citizen reads on a dataset's card is this record
//! (`card.rs`), and the entry of the catalogue is a part of it (`Record::entry`): there is no second copy.
//!
//! Terms are those of DCAT-AP 3 and mobilityDCAT-AP 1.1, with PROV for what was done, DQV for quality, DTPR for
//! the sensor and `urn:straatbeeld:` for what none of them has. A field here is a property there.

use super::dataset::{Dataset, Distribution, License};
use super::ethics::EthicsCard;
use super::record_parts::{
    Activity, Agent, Checksum, Contact, File, Incident, LabelElement, Link, Location, Measurement,
    Period, QualityAnnotation, RawFile, Reference, license_document,
};
use super::texts::{self, Text};
use crate::domain::{CivilDate, Device, Names};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The entry of a catalogue that describes a dataset.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "@type", rename = "dcat:CatalogRecord")]
pub struct Record {
    #[serde(rename = "@context", default)]
    pub context: Value,
    /// `records/<id>.jsonld`
    #[serde(rename = "@id")]
    pub id: String,
    /// When the dataset was first listed, where the town says it, else `modified`.
    #[serde(rename = "dct:created")]
    pub created: CivilDate,
    /// When this record was written.
    #[serde(rename = "dct:modified")]
    pub modified: CivilDate,
    /// Languages of its texts, from the EU's list.
    #[serde(rename = "dct:language")]
    pub language: Vec<Reference>,
    /// The publication that it belongs to: a hash over all hashes of the catalogue. A record of another one is refused.
    #[serde(rename = "sb:publication")]
    pub publication: String,
    #[serde(rename = "foaf:primaryTopic")]
    pub dataset: Described,
}

/// A dataset with all that is known of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "@type", rename = "dcat:Dataset")]
pub struct Described {
    /// `catalog.jsonld#<id>`
    #[serde(rename = "@id")]
    pub id: String,
    #[serde(rename = "dct:identifier")]
    pub identifier: String,
    #[serde(rename = "dct:title", with = "texts")]
    pub title: Names,
    #[serde(rename = "dct:description", with = "texts")]
    pub description: Names,
    #[serde(rename = "dct:publisher")]
    pub publisher: Agent,
    /// Whose data they are, where that is not the publisher.
    #[serde(
        rename = "dct:rightsHolder",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub owner: Option<Agent>,
    #[serde(
        rename = "dcat:contactPoint",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub contact: Option<Contact>,
    #[serde(rename = "dct:license", with = "license_document")]
    pub license: License,
    /// The line that the licence asks for.
    #[serde(
        rename = "sb:attribution",
        default,
        skip_serializing_if = "String::is_empty"
    )]
    pub attribution: String,
    #[serde(rename = "dct:accessRights")]
    pub access: Reference,
    #[serde(
        rename = "dcat:keyword",
        default,
        skip_serializing_if = "Vec::is_empty"
    )]
    pub keywords: Vec<Text>,
    #[serde(rename = "dcat:theme")]
    pub theme: Reference,
    #[serde(rename = "mobilitydcatap:mobilityTheme")]
    pub mobility_themes: Vec<Reference>,
    #[serde(
        rename = "mobilitydcatap:transportMode",
        default,
        skip_serializing_if = "Vec::is_empty"
    )]
    pub transport_modes: Vec<Reference>,
    #[serde(
        rename = "mobilitydcatap:networkCoverage",
        default,
        skip_serializing_if = "Vec::is_empty"
    )]
    pub networks: Vec<Reference>,
    #[serde(
        rename = "mobilitydcatap:georeferencingMethod",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub georeferencing: Option<Reference>,
    #[serde(rename = "dct:spatial")]
    pub spatial: Location,
    /// The first and the last day with a count.
    #[serde(
        rename = "dct:temporal",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub temporal: Option<Period>,
    #[serde(rename = "dct:accrualPeriodicity")]
    pub frequency: Reference,
    /// Who uses it.
    #[serde(
        rename = "dct:isReferencedBy",
        default,
        skip_serializing_if = "Vec::is_empty"
    )]
    pub used_by: Vec<Link>,
    /// When the raw files were fetched.
    #[serde(
        rename = "sb:retrieved",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub retrieved: Option<CivilDate>,
    /// What counted.
    #[serde(rename = "sb:device", default, skip_serializing_if = "Option::is_none")]
    pub device: Option<Device>,
    /// How it was measured and how accurate that is.
    #[serde(
        rename = "dqv:hasQualityAnnotation",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub accuracy: Option<QualityAnnotation>,
    #[serde(
        rename = "dqv:hasQualityMeasurement",
        default,
        skip_serializing_if = "Vec::is_empty"
    )]
    pub measurements: Vec<Measurement>,
    /// Known faults, moves and calibrations of its sensors.
    #[serde(rename = "sb:incident", default, skip_serializing_if = "Vec::is_empty")]
    pub incidents: Vec<Incident>,
    /// The raw files, with their hashes.
    #[serde(
        rename = "prov:wasDerivedFrom",
        default,
        skip_serializing_if = "Vec::is_empty"
    )]
    pub raw: Vec<RawFile>,
    /// What was done to them, in order.
    #[serde(
        rename = "prov:wasGeneratedBy",
        default,
        skip_serializing_if = "Vec::is_empty"
    )]
    pub steps: Vec<Activity>,
    #[serde(
        rename = "sb:ethics",
        default,
        skip_serializing_if = "EthicsCard::is_empty"
    )]
    pub ethics: EthicsCard,
    /// The chain of DTPR elements of its sensor, in order.
    #[serde(
        rename = "sb:sensorLabel",
        default,
        skip_serializing_if = "Vec::is_empty"
    )]
    pub label: Vec<LabelElement>,
    #[serde(rename = "dcat:distribution")]
    pub files: Vec<File>,
}

/// A record that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {expected}")]
pub struct RecordError {
    pub line: usize,
    pub column: usize,
    pub expected: String,
}

impl Record {
    /// Where the record of a dataset lies in the folder, as JSON-LD and as Turtle.
    #[must_use]
    pub fn paths(dataset: &str) -> (String, String) {
        (
            format!("records/{dataset}.jsonld"),
            format!("records/{dataset}.ttl"),
        )
    }

    /// The text of its file.
    #[must_use]
    pub fn encode(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    pub fn decode(bytes: &[u8]) -> Result<Self, RecordError> {
        serde_json::from_slice(bytes).map_err(|cause| RecordError {
            line: cause.line(),
            column: cause.column(),
            expected: cause.to_string(),
        })
    }

    /// What the catalogue says of the dataset: the part that the page needs before anyone asks for the card.
    #[must_use]
    pub fn entry(&self) -> Dataset {
        let of = &self.dataset;
        Dataset {
            id: of.identifier.clone(),
            title: of.title.clone(),
            description: of.description.clone(),
            publisher: of.publisher.name.clone(),
            publisher_url: of.publisher.homepage(),
            license: of.license.clone(),
            attribution: of.attribution.clone(),
            retrieved: of.retrieved,
            device: of.device,
            accuracy: of
                .accuracy
                .as_ref()
                .map(QualityAnnotation::text)
                .unwrap_or_default(),
            steps: of.steps.iter().map(|step| step.label.clone()).collect(),
            distributions: of
                .files
                .iter()
                .filter(|file| file.of.is_none())
                .map(File::entry)
                .collect(),
        }
    }
}

impl File {
    fn entry(&self) -> Distribution {
        Distribution {
            path: self.download.id.clone(),
            media_type: self.media_type.clone(),
            bytes: self.bytes,
            sha256: self.checksum.value.clone(),
            rows: self.rows,
        }
    }
}

impl From<&Distribution> for Checksum {
    fn from(file: &Distribution) -> Self {
        Self::sha256(&file.sha256)
    }
}
