//! Vocabularies: the context of what we write, and the codes that DCAT-AP and mobilityDCAT-AP want to see.

use crate::domain::Mode;
use serde_json::{Value, json};

const EU: &str = "http://publications.europa.eu/resource/authority";
const MOBILITY: &str = "https://w3id.org/mobilitydcat-ap";

/// Prefixes of all that we write, with their namespaces.
pub const PREFIXES: [(&str, &str); 15] = [
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("dqv", "http://www.w3.org/ns/dqv#"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("gsp", "http://www.opengis.net/ont/geosparql#"),
    ("iana", "https://www.iana.org/assignments/media-types/"),
    ("mobilitydcatap", "https://w3id.org/mobilitydcat-ap#"),
    ("oa", "http://www.w3.org/ns/oa#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("sb", "urn:straatbeeld:"),
    ("spdx", "http://spdx.org/rdf/terms#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// Properties whose values are dates, shapes or IRIs.
const TYPED: [(&str, &str); 13] = [
    ("dcat:bbox", "gsp:wktLiteral"),
    ("dcat:byteSize", "xsd:nonNegativeInteger"),
    ("dcat:centroid", "gsp:wktLiteral"),
    ("dcat:endDate", "xsd:date"),
    ("dcat:mediaType", "@id"),
    ("dcat:startDate", "xsd:date"),
    ("dct:created", "xsd:date"),
    ("dct:date", "xsd:date"),
    ("dct:issued", "xsd:date"),
    ("dct:modified", "xsd:date"),
    ("sb:firstDayAfter", "xsd:date"),
    ("sb:retrieved", "xsd:date"),
    ("spdx:checksumValue", "xsd:hexBinary"),
];

/// The context of a record; IRIs in it are relative to the published folder.
#[must_use]
pub fn context() -> Value {
    let mut context = json!({ "@base": "../" });
    if let Some(terms) = context.as_object_mut() {
        for (prefix, namespace) in PREFIXES {
            terms.insert(prefix.to_owned(), json!(namespace));
        }
        for (property, kind) in TYPED {
            terms.insert(property.to_owned(), json!({ "@type": kind }));
        }
    }
    context
}

#[must_use]
pub fn public() -> String {
    format!("{EU}/access-right/PUBLIC")
}

/// The EU's theme of transport.
#[must_use]
pub fn transport() -> String {
    format!("{EU}/data-theme/TRAN")
}

/// `en`, `nl`, `fr`, `de` and what else the EU's list has of the tags that towns use.
#[must_use]
pub fn language(tag: &str) -> Option<String> {
    let code = match tag {
        "nl" => "NLD",
        "fr" => "FRA",
        "en" => "ENG",
        "de" => "DEU",
        "es" => "SPA",
        "it" => "ITA",
        "da" => "DAN",
        "sv" => "SWE",
        "fi" => "FIN",
        "pl" => "POL",
        "cs" => "CES",
        "pt" => "POR",
        _ => return None,
    };
    Some(format!("{EU}/language/{code}"))
}

/// How often a source is added to, as a town file says it, and the EU's code.
pub const FREQUENCIES: [(&str, &str); 11] = [
    ("unknown", "UNKNOWN"),
    ("continuous", "CONT"),
    ("hourly", "HOURLY"),
    ("daily", "DAILY"),
    ("weekly", "WEEKLY"),
    ("monthly", "MONTHLY"),
    ("quarterly", "QUARTERLY"),
    ("annual", "ANNUAL"),
    ("irregular", "IRREG"),
    ("never", "NEVER"),
    ("other", "OTHER"),
];

/// Of a name in `FREQUENCIES`.
#[must_use]
pub fn frequency(name: &str) -> Option<String> {
    let found = FREQUENCIES.iter().find(|(known, _)| *known == name)?;
    Some(format!("{EU}/frequency/{}", found.1))
}

/// The EU's file type of a media type.
#[must_use]
pub fn file_type(media_type: &str) -> String {
    let code = match media_type {
        "application/vnd.apache.parquet" => "PARQUET",
        "application/geo+json" => "GEOJSON",
        "application/json" => "JSON",
        _ => "OCTET",
    };
    format!("{EU}/file-type/{code}")
}

#[must_use]
pub fn mobility_theme(code: &str) -> String {
    format!("{MOBILITY}/mobility-theme/{code}")
}

/// Our layouts follow no standard of the list.
#[must_use]
pub fn other_standard() -> String {
    format!("{MOBILITY}/mobility-data-standard/other")
}

/// All licences that `publish` lets pass cost nothing.
#[must_use]
pub fn free_licence() -> String {
    format!("{MOBILITY}/conditions-for-access-and-usage/licence-provided-free-of-charge")
}

#[must_use]
pub fn geocoordinates() -> String {
    format!("{MOBILITY}/georeferencing-method/geocoordinates")
}

/// mobilityDCAT-AP's networks that a town file may name.
pub const NETWORKS: [&str; 5] = [
    "motorways",
    "tern-network",
    "regional-roads",
    "urban-and-local-roads",
    "other",
];

#[must_use]
pub fn network(name: &str) -> String {
    format!("{MOBILITY}/network-coverage/{name}")
}

/// What moved; nothing of movements without a class.
#[must_use]
pub fn transport_mode(mode: Mode) -> Option<String> {
    let code = match mode {
        Mode::Pedestrian => "pedestrian",
        Mode::Bike => "bicycle",
        Mode::Car => "car",
        Mode::Heavy => "truck",
        Mode::Night => return None,
    };
    Some(format!("{MOBILITY}/transport-mode/{code}"))
}
