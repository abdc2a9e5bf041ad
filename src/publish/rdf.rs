//! Graphs: what we write as JSON-LD, written as Turtle too.

use oxjsonld::JsonLdParser;
use oxrdf::{BlankNode, NamedNode, NamedOrBlankNode, Term, Triple};
use oxttl::{TurtleParser, TurtleSerializer};
use std::collections::{HashMap, HashSet};
use std::io;

/// Stands for the folder, wherever it will lie; no written file names it. Deep enough for `../`.
const FOLDER: &str = "https://folder.invalid/site/data/";
const SITE: &str = "https://folder.invalid/site/";

/// Something of ours is not the graph that it should be: an IRI of a town file, most likely.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {cause}; expected JSON-LD with valid IRIs")]
pub struct GraphError {
    pub path: String,
    pub cause: String,
}

/// The triples of a JSON-LD document that lies at `path` in the folder, each once, in the order of the document.
pub fn triples(path: &str, document: &str) -> Result<Vec<Triple>, GraphError> {
    let failed = |cause: String| GraphError {
        path: path.to_owned(),
        cause,
    };
    let parser = JsonLdParser::new()
        .with_base_iri(format!("{FOLDER}{path}"))
        .map_err(|e| failed(e.to_string()))?;
    let mut seen = HashSet::new();
    let mut triples = Vec::new();
    for quad in parser.for_slice(document.as_bytes()) {
        let triple = Triple::from(quad.map_err(|e| failed(e.to_string()))?);
        if seen.insert(triple.clone()) {
            triples.push(triple);
        }
    }
    Ok(triples)
}

/// Turtle for a file at `path`. IRIs in the folder are relative to it, subjects come in the order of the triples,
/// blank nodes are numbered: the same triples give the same bytes.
pub fn turtle(
    path: &str,
    prefixes: &[(&str, &str)],
    triples: &[Triple],
) -> Result<String, GraphError> {
    let failed = |cause: String| GraphError {
        path: path.to_owned(),
        cause,
    };
    let mut serializer = TurtleSerializer::new();
    for (prefix, namespace) in prefixes {
        serializer = serializer
            .with_prefix(*prefix, *namespace)
            .map_err(|e| failed(e.to_string()))?;
    }
    let mut names = Names {
        path,
        numbers: HashMap::new(),
    };
    let mut places = HashMap::new();
    let mut ordered = Vec::new();
    for triple in triples {
        let next = places.len();
        let place = *places.entry(&triple.subject).or_insert(next);
        ordered.push((place, names.triple(triple)));
    }
    ordered.sort_by_key(|(place, _)| *place);
    let mut writer = serializer.for_writer(Vec::new());
    let written: io::Result<()> = ordered
        .iter()
        .try_for_each(|(_, triple)| writer.serialize_triple(triple));
    let bytes = written
        .and_then(|()| writer.finish())
        .map_err(|e| failed(e.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|e| failed(e.to_string()))?;
    Ok(sorted_prefixes(&text))
}

/// The serializer writes prefixes in no order.
fn sorted_prefixes(text: &str) -> String {
    let (mut head, body): (Vec<&str>, Vec<&str>) = text
        .split_inclusive('\n')
        .partition(|line| line.starts_with("@prefix "));
    head.sort_unstable();
    head.into_iter().chain(body).collect()
}

/// How nodes are called in a file.
struct Names<'a> {
    path: &'a str,
    numbers: HashMap<BlankNode, usize>,
}

impl Names<'_> {
    fn triple(&mut self, triple: &Triple) -> Triple {
        let subject: NamedOrBlankNode = match &triple.subject {
            NamedOrBlankNode::BlankNode(node) => self.numbered(node).into(),
            NamedOrBlankNode::NamedNode(node) => self.relative(node).into(),
        };
        let object: Term = match &triple.object {
            Term::BlankNode(node) => self.numbered(node).into(),
            Term::NamedNode(node) => self.relative(node).into(),
            other @ Term::Literal(_) => other.clone(),
        };
        Triple::new(subject, triple.predicate.clone(), object)
    }

    fn numbered(&mut self, node: &BlankNode) -> BlankNode {
        let next = self.numbers.len() + 1;
        let number = *self.numbers.entry(node.clone()).or_insert(next);
        BlankNode::new_unchecked(format!("b{number}"))
    }

    /// As it is called from the file, if it is the folder, in it or the page above it.
    fn relative(&self, node: &NamedNode) -> NamedNode {
        let up = "../".repeat(self.path.matches('/').count());
        let name = match node.as_str() {
            SITE => format!("{up}../"),
            iri => match iri.strip_prefix(FOLDER) {
                Some("") if up.is_empty() => "./".to_owned(),
                Some(inside) => format!("{up}{inside}"),
                None => return node.clone(),
            },
        };
        NamedNode::new_unchecked(name)
    }
}

/// The triples of a Turtle file that lies at `path` in the folder.
pub fn parse_turtle(path: &str, text: &str) -> Result<Vec<Triple>, GraphError> {
    let failed = |cause: String| GraphError {
        path: path.to_owned(),
        cause,
    };
    let parser = TurtleParser::new()
        .with_base_iri(format!("{FOLDER}{path}"))
        .map_err(|e| failed(e.to_string()))?;
    let triples = parser.for_slice(text.as_bytes());
    triples
        .map(|triple| triple.map_err(|e| failed(e.to_string())))
        .collect()
}
