//! Contexts of JSON-LD that stand elsewhere. None is fetched: a catalogue must not change because a third file did. What
//! the list needs of DCAT is known here, in our own table; all else in such a file is passed over.

use serde_json::{Map, Value, json};

const DCAT: &str = "http://www.w3.org/ns/dcat#";
const DCT: &str = "http://purl.org/dc/terms/";
const FOAF: &str = "http://xmlns.com/foaf/0.1/";

/// Prefixes that mean the same wherever they are used.
const PREFIXES: [(&str, &str); 8] = [
    ("dcat", DCAT),
    ("dct", DCT),
    ("dcterms", DCT),
    ("foaf", FOAF),
    ("adms", "http://www.w3.org/ns/adms#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
];

/// Flanders' standards (OSLO) name a property after its class, in Dutch: `Dataset.titel`. Each means one property of DCAT.
const OSLO: [(&str, &str); 28] = [
    ("Catalogus", "dcat:Catalog"),
    ("Catalogus.titel", "dct:title"),
    ("Catalogus.beschrijving", "dct:description"),
    ("Catalogus.uitgever", "dct:publisher"),
    ("Catalogus.dataset", "dcat:dataset"),
    ("Catalogus.heeftDataset", "dcat:dataset"),
    ("Dataset", "dcat:Dataset"),
    ("Dataset.titel", "dct:title"),
    ("Dataset.beschrijving", "dct:description"),
    ("Dataset.identificator", "dct:identifier"),
    ("Dataset.trefwoord", "dcat:keyword"),
    ("Dataset.thema", "dcat:theme"),
    ("Dataset.uitgever", "dct:publisher"),
    ("Dataset.licentie", "dct:license"),
    ("Dataset.landingspagina", "dcat:landingPage"),
    ("Dataset.wijzigingsdatum", "dct:modified"),
    ("Dataset.toegankelijkheid", "dct:accessRights"),
    ("Dataset.distributie", "dcat:distribution"),
    ("Dataset.heeftDistributie", "dcat:distribution"),
    ("Distributie", "dcat:Distribution"),
    ("Distributie.titel", "dct:title"),
    ("Distributie.licentie", "dct:license"),
    ("Distributie.formaat", "dct:format"),
    ("Distributie.mediatype", "dcat:mediaType"),
    ("Distributie.toegangsURL", "dcat:accessURL"),
    ("Distributie.downloadURL", "dcat:downloadURL"),
    ("Agent", "foaf:Agent"),
    ("Agent.naam", "foaf:name"),
];

/// Properties of which a text is the name of a node, as DCAT has it.
const NODES: [&str; 2] = ["dcat:dataset", "dcat:distribution"];

/// What stands in for a context.
pub struct Context {
    pub document: String,
    /// The aliases of its family are known here, not only the usual prefixes.
    pub is_whole: bool,
}

/// What is known of the context at this address.
pub fn context(url: &str) -> Context {
    let is_oslo = is_oslo(url);
    let mut terms = Map::new();
    for (prefix, namespace) in PREFIXES {
        terms.insert(prefix.to_owned(), json!(namespace));
    }
    for name in NODES {
        terms.insert(name.to_owned(), term(name));
    }
    if is_oslo {
        for (alias, name) in OSLO {
            terms.insert(alias.to_owned(), term(name));
        }
    }
    Context {
        document: json!({ "@context": Value::Object(terms) }).to_string(),
        is_whole: is_oslo,
    }
}

/// The full IRI, so that no other context in the file can turn it into something else.
fn term(name: &str) -> Value {
    let (prefix, local) = name.split_once(':').unwrap_or_default();
    let known = PREFIXES.iter().find(|(known, _)| *known == prefix);
    let namespace = known.map_or("", |(_, namespace)| namespace);
    let iri = format!("{namespace}{local}");
    if NODES.contains(&name) {
        json!({ "@id": iri, "@type": "@id" })
    } else {
        json!({ "@id": iri })
    }
}

/// Contexts that the Flemish government publishes for its standards.
fn is_oslo(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or(url.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split('/').next());
    host.is_some_and(|host| host == "data.vlaanderen.be" || host.ends_with(".data.vlaanderen.be"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hosts_of_the_standard_have_its_aliases() {
        for (url, expected) in [
            ("https://data.vlaanderen.be/context/a.jsonld", true),
            ("https://implementatie.data.vlaanderen.be/a", true),
            ("https://data.vlaanderen.be.example/a", false),
            ("https://example/data.vlaanderen.be", false),
            ("data.vlaanderen.be", false),
        ] {
            let context = context(url);
            assert_eq!(context.is_whole, expected, "{url}");
            assert_eq!(
                context.document.contains("Dataset.titel"),
                expected,
                "{url}"
            );
            assert!(context.document.contains("\"dcat\""), "{url}");
        }
    }

    #[test]
    fn every_alias_is_a_term_of_a_known_vocabulary() {
        for (alias, name) in OSLO {
            let iri = term(name)["@id"].as_str().unwrap_or_default().to_owned();
            assert!(
                iri.starts_with("http") && iri.len() > FOAF.len(),
                "{alias}: {iri}"
            );
        }
    }
}
