//! Graphs that others wrote: JSON-LD, Turtle or RDF/XML, told apart by how they begin.

use super::contexts;
use crate::read::foreign::decode;
use crate::read::{Place, ReadError};
use oxjsonld::{JsonLdParseError, JsonLdParser, JsonLdRemoteDocument};
use oxrdf::Triple;
use oxrdfxml::RdfXmlParser;
use oxttl::TurtleParser;
use std::sync::{Arc, Mutex};

const EXPECTED: &str = "a catalogue in DCAT-AP as JSON-LD, Turtle or RDF/XML";
/// What to do about a context that is elsewhere and not known here.
pub const CONTEXT: &str = "a context that stands in the file itself, since none is fetched, or keys with the prefixes dcat: and dct:. The expanded form needs no context";
/// Where relative IRIs start: nobody knows where the file was.
const BASE: &str = "https://catalogue.invalid/";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Syntax {
    JsonLd,
    Turtle,
    RdfXml,
}

/// The triples of a file, in its order. IRIs with blanks and the like are let pass: they are never followed.
pub fn read(file: &str, bytes: &[u8]) -> Result<Vec<Triple>, ReadError> {
    let text = std::str::from_utf8(bytes).map_err(|e| ReadError::encoding(file, bytes, &e))?;
    let text = text.trim_start_matches('\u{feff}');
    decode(file, EXPECTED, || match syntax(text) {
        Syntax::JsonLd => json_ld(file, text),
        Syntax::Turtle => turtle(file, text),
        Syntax::RdfXml => rdf_xml(file, text),
    })
}

fn syntax(text: &str) -> Syntax {
    let text = text.trim_start();
    let is_xml = |text: &str| {
        let inner = text.split(['>', '\n']).next().unwrap_or_default();
        text.starts_with("<?xml")
            || text.starts_with("<!")
            || inner.contains("xmlns")
            || inner.starts_with("<rdf:RDF")
    };
    if text.starts_with(['{', '[']) {
        Syntax::JsonLd
    } else if is_xml(text) {
        Syntax::RdfXml
    } else {
        Syntax::Turtle
    }
}

fn at(line: u64, column: u64) -> Place {
    Place::Line {
        line: line + 1,
        column: column + 1,
    }
}

fn base(file: &str, error: &impl ToString) -> ReadError {
    ReadError::malformed(file, Place::File, error.to_string(), EXPECTED)
}

fn json_ld(file: &str, text: &str) -> Result<Vec<Triple>, ReadError> {
    // The parser of JSON-LD forgives what no JSON is: first is it JSON at all?
    serde_json::from_str::<serde::de::IgnoredAny>(text)
        .map_err(|e| ReadError::json(file, &e, EXPECTED))?;
    let parser = JsonLdParser::new()
        .lenient()
        .with_base_iri(BASE)
        .map_err(|e| base(file, &e))?;
    let unknown = Arc::new(Mutex::new(None));
    let heard = Arc::clone(&unknown);
    let parser = parser
        .for_slice(text.as_bytes())
        .with_load_document_callback(move |url, _| {
            let known = contexts::context(url);
            if !known.is_whole
                && let Ok(mut unknown) = heard.lock()
            {
                unknown.get_or_insert_with(|| url.to_owned());
            }
            Ok(JsonLdRemoteDocument {
                document: known.document.into_bytes(),
                document_url: url.to_owned(),
            })
        });
    let mut triples = Vec::new();
    for quad in parser {
        let triple = Triple::from(quad.map_err(|error| json_ld_error(file, &error.into()))?);
        // A key that no context explains is no property; the lenient parser keeps it.
        if triple.predicate.as_str().contains(':') {
            triples.push(triple);
        }
    }
    let unknown = unknown.lock().ok().and_then(|mut unknown| unknown.take());
    match unknown {
        // Without that context nobody knows whether there is one.
        Some(url) if super::datasets::datasets(&triples).is_empty() => Err(ReadError::malformed(
            file,
            Place::File,
            format!("keys that only the context {url} explains"),
            CONTEXT,
        )),
        _ => Ok(triples),
    }
}

fn json_ld_error(file: &str, error: &JsonLdParseError) -> ReadError {
    let place = match error {
        JsonLdParseError::Syntax(error) => error
            .location()
            .map(|place| at(place.start.line, place.start.column)),
        JsonLdParseError::Io(_) => None,
    };
    let found = error.to_string();
    let expected = if found.contains("context") {
        CONTEXT
    } else {
        EXPECTED
    };
    ReadError::malformed(file, place.unwrap_or_default(), found, expected)
}

fn turtle(file: &str, text: &str) -> Result<Vec<Triple>, ReadError> {
    let parser = TurtleParser::new()
        .lenient()
        .with_base_iri(BASE)
        .map_err(|e| base(file, &e))?;
    let mut triples = Vec::new();
    for triple in parser.for_slice(text.as_bytes()) {
        triples.push(triple.map_err(|error| {
            let place = error.location().start;
            ReadError::malformed(
                file,
                at(place.line, place.column),
                error.message(),
                EXPECTED,
            )
        })?);
    }
    Ok(triples)
}

fn rdf_xml(file: &str, text: &str) -> Result<Vec<Triple>, ReadError> {
    let parser = RdfXmlParser::new()
        .lenient()
        .with_base_iri(BASE)
        .map_err(|e| base(file, &e))?;
    let mut parser = parser.for_slice(text.as_bytes());
    let mut triples = Vec::new();
    while let Some(triple) = parser.next() {
        match triple {
            Ok(triple) => triples.push(triple),
            Err(error) => {
                let byte = usize::try_from(parser.buffer_position()).unwrap_or(usize::MAX);
                let place = Place::of_byte(text.as_bytes(), byte.min(text.len()));
                return Err(ReadError::malformed(
                    file,
                    place,
                    error.to_string(),
                    EXPECTED,
                ));
            }
        }
    }
    Ok(triples)
}
