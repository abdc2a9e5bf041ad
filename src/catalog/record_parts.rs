//! What a record is made of, each a node of its graph.

use super::dataset::License;
use super::texts;
use crate::domain::{CivilDate, EventKind, LonLat, Names, SegmentId};
use serde::{Deserialize, Serialize};

/// The IRI of something that is described elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    #[serde(rename = "@id")]
    pub id: String,
}

impl Reference {
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "@type", rename = "foaf:Agent")]
pub struct Agent {
    #[serde(rename = "foaf:name")]
    pub name: String,
    #[serde(
        rename = "foaf:homepage",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub homepage: Option<Reference>,
    /// `mailto:…`
    #[serde(rename = "foaf:mbox", default, skip_serializing_if = "Option::is_none")]
    pub mailbox: Option<Reference>,
}

impl Agent {
    /// `url` and `email` may be empty.
    #[must_use]
    pub fn new(name: &str, url: &str, email: &str) -> Self {
        Self {
            name: name.to_owned(),
            homepage: (!url.is_empty()).then(|| Reference::new(url)),
            mailbox: (!email.is_empty()).then(|| Reference::new(format!("mailto:{email}"))),
        }
    }

    #[must_use]
    pub fn homepage(&self) -> String {
        self.homepage
            .as_ref()
            .map(|page| page.id.clone())
            .unwrap_or_default()
    }
}

/// Whom to ask or to tell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "@type", rename = "vcard:Kind")]
pub struct Contact {
    #[serde(rename = "vcard:fn")]
    pub name: String,
    #[serde(
        rename = "vcard:hasEmail",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub email: Option<Reference>,
    #[serde(
        rename = "vcard:hasURL",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub url: Option<Reference>,
}

/// A page that uses the data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    #[serde(rename = "@id")]
    pub url: String,
    #[serde(rename = "dct:title", with = "texts")]
    pub title: Names,
}

/// Where the data are from: the middle, and the box around all that was counted, WGS84.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "@type", rename = "dct:Location")]
pub struct Location {
    /// `POINT(east north)`
    #[serde(rename = "dcat:centroid")]
    pub centroid: String,
    /// `POLYGON((…))`
    #[serde(rename = "dcat:bbox", default, skip_serializing_if = "Option::is_none")]
    pub bbox: Option<String>,
}

impl Location {
    #[must_use]
    pub fn of_point(centre: LonLat) -> Self {
        Self {
            centroid: format!("POINT({} {})", centre.lon, centre.lat),
            bbox: None,
        }
    }

    /// Of the corners south-west and north-east.
    #[must_use]
    pub fn of_box(low: LonLat, high: LonLat) -> Self {
        let (west, south, east, north) = (low.lon, low.lat, high.lon, high.lat);
        Self {
            centroid: format!(
                "POINT({:.5} {:.5})",
                f64::midpoint(west, east),
                f64::midpoint(south, north)
            ),
            bbox: Some(format!(
                "POLYGON(({west:.5} {south:.5},{east:.5} {south:.5},{east:.5} {north:.5},{west:.5} {north:.5},{west:.5} {south:.5}))"
            )),
        }
    }
}

/// From the first to the last day, both within.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "@type", rename = "dct:PeriodOfTime")]
pub struct Period {
    #[serde(rename = "dcat:startDate")]
    pub start: CivilDate,
    #[serde(rename = "dcat:endDate")]
    pub end: CivilDate,
}

/// What is said of quality in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "@type", rename = "dqv:QualityAnnotation")]
pub struct QualityAnnotation {
    #[serde(rename = "oa:motivatedBy")]
    pub motive: Reference,
    #[serde(rename = "oa:hasBody")]
    pub body: TextualBody,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "@type", rename = "oa:TextualBody")]
pub struct TextualBody {
    #[serde(rename = "rdf:value", with = "texts")]
    pub value: Names,
}

impl QualityAnnotation {
    /// `None` of no text.
    #[must_use]
    pub fn of(text: &Names) -> Option<Self> {
        (!texts::is_empty(text)).then(|| Self {
            motive: Reference::new("dqv:qualityAssessment"),
            body: TextualBody {
                value: text.clone(),
            },
        })
    }

    #[must_use]
    pub fn text(&self) -> Names {
        self.body.value.clone()
    }
}

/// A number that `publish` counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "@type", rename = "dqv:QualityMeasurement")]
pub struct Measurement {
    #[serde(rename = "dqv:isMeasurementOf")]
    pub metric: Reference,
    #[serde(rename = "dqv:value")]
    pub value: u64,
}

/// A fault, a move or a calibration of a sensor; without `segment` of all of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "@type", rename = "sb:Incident")]
pub struct Incident {
    #[serde(rename = "sb:kind")]
    pub kind: EventKind,
    #[serde(
        rename = "sb:segment",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub segment: Option<SegmentId>,
    #[serde(rename = "dcat:startDate")]
    pub start: CivilDate,
    /// The first day after it; `None` where it goes on or was a moment.
    #[serde(
        rename = "sb:firstDayAfter",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub end: Option<CivilDate>,
    #[serde(rename = "dct:description", with = "texts")]
    pub text: Names,
}

/// A raw file as it was read, or many of them together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "@type", rename = "prov:Entity")]
pub struct RawFile {
    /// Its path below the data's root; of many files, how many.
    #[serde(rename = "rdfs:label")]
    pub label: String,
    #[serde(rename = "dcat:byteSize")]
    pub bytes: u64,
    #[serde(rename = "spdx:checksum")]
    pub checksum: Checksum,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "@type", rename = "spdx:Checksum")]
pub struct Checksum {
    #[serde(rename = "spdx:algorithm")]
    pub algorithm: Reference,
    /// Hex, lower case.
    #[serde(rename = "spdx:checksumValue")]
    pub value: String,
}

impl Checksum {
    #[must_use]
    pub fn sha256(hex: &str) -> Self {
        Self {
            algorithm: Reference::new("spdx:checksumAlgorithm_sha256"),
            value: hex.to_owned(),
        }
    }
}

/// A step of the processing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "@type", rename = "prov:Activity")]
pub struct Activity {
    /// Its place in the order, from 1: a graph has none.
    #[serde(rename = "sb:position")]
    pub position: u32,
    /// What sort of step it is, as a code; the label says the rest.
    #[serde(rename = "sb:kind", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    #[serde(rename = "rdfs:label")]
    pub label: String,
    /// The day on which it was done.
    #[serde(rename = "dct:date", default, skip_serializing_if = "Option::is_none")]
    pub date: Option<CivilDate>,
    /// The program that did it.
    #[serde(
        rename = "prov:wasAssociatedWith",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub software: Option<Software>,
    /// Rows that went in and that came out, where it is a step that takes rows.
    #[serde(rename = "sb:rowsIn", default, skip_serializing_if = "Option::is_none")]
    pub rows_in: Option<u64>,
    #[serde(
        rename = "sb:rowsOut",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub rows_out: Option<u64>,
    /// Why the others did not come out: with `rows_out` they add up to `rows_in`.
    #[serde(rename = "sb:leftOut", default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOutRows>,
}

/// A program and its version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "@type", rename = "prov:SoftwareAgent")]
pub struct Software {
    #[serde(rename = "foaf:name")]
    pub name: String,
    #[serde(rename = "sb:version")]
    pub version: String,
    /// Who ran it: the organisation that publishes, as the town file names it.
    #[serde(
        rename = "prov:actedOnBehalfOf",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub on_behalf: Option<Agent>,
}

/// Rows that were left out for one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "@type", rename = "sb:LeftOut")]
pub struct LeftOutRows {
    /// In words.
    #[serde(rename = "rdfs:label")]
    pub reason: String,
    #[serde(rename = "sb:rows")]
    pub rows: u64,
}

/// An element of the sensor's label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "@type", rename = "sb:LabelElement")]
pub struct LabelElement {
    #[serde(rename = "sb:position")]
    pub position: u32,
    /// DTPR's category: `tech`, `purpose`, `data`, `process`, `access`, `storage`, `retention`, `accountable`.
    #[serde(rename = "sb:category")]
    pub category: String,
    /// DTPR's id of the element, or `x_…` where it has none.
    #[serde(rename = "dct:identifier")]
    pub element: String,
    #[serde(rename = "dct:title", with = "texts")]
    pub title: Names,
    #[serde(rename = "dct:description", with = "texts")]
    pub description: Names,
}

/// A published file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "@type", rename = "dcat:Distribution")]
pub struct File {
    #[serde(rename = "dcat:accessURL")]
    pub access: Reference,
    /// Relative to the folder, with forward slashes.
    #[serde(rename = "dcat:downloadURL")]
    pub download: Reference,
    #[serde(rename = "dcat:mediaType", with = "media_type")]
    pub media_type: String,
    /// From the EU's list of file types.
    #[serde(rename = "dct:format")]
    pub format: Reference,
    #[serde(rename = "mobilitydcatap:mobilityDataStandard")]
    pub standard: Reference,
    #[serde(rename = "dct:license", with = "license_document")]
    pub license: License,
    #[serde(rename = "dct:rights")]
    pub rights: Rights,
    #[serde(rename = "dcat:byteSize")]
    pub bytes: u64,
    #[serde(rename = "spdx:checksum")]
    pub checksum: Checksum,
    #[serde(rename = "sb:rows", default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<u64>,
    /// The dataset whose file it is, where this one was put together with others.
    #[serde(
        rename = "dct:isPartOf",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub of: Option<Reference>,
}

/// On what terms the data may be had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "@type", rename = "dct:RightsStatement")]
pub struct Rights {
    #[serde(rename = "dct:type")]
    pub kind: Reference,
}

/// `iana:text/csv` of `text/csv`.
pub mod media_type {
    use serde::{Deserialize, Deserializer, Serializer};

    pub const PREFIX: &str = "iana:";

    pub fn serialize<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{PREFIX}{text}"))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
        let text = String::deserialize(deserializer)?;
        Ok(text.strip_prefix(PREFIX).map(str::to_owned).unwrap_or(text))
    }
}

/// A licence with its name.
pub mod license_document {
    use crate::catalog::License;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    #[serde(tag = "@type", rename = "dct:LicenseDocument")]
    struct Document {
        #[serde(rename = "@id")]
        url: String,
        #[serde(rename = "dct:title")]
        name: String,
    }

    pub fn serialize<S: Serializer>(license: &License, serializer: S) -> Result<S::Ok, S::Error> {
        let document = Document {
            url: license.url.clone(),
            name: license.name.clone(),
        };
        document.serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<License, D::Error> {
        let document = Document::deserialize(deserializer)?;
        Ok(License {
            name: document.name,
            url: document.url,
        })
    }
}
