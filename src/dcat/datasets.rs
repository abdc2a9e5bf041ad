//! From the triples of a catalogue to its datasets.

use super::plain_text::plain;
use crate::catalog::foreign::ForeignDataset;
use crate::domain::{CivilDate, Names};
use oxrdf::{NamedOrBlankNode, Term, Triple};
use std::collections::{HashMap, HashSet};

const DCAT: &str = "http://www.w3.org/ns/dcat#";
const DCT: &str = "http://purl.org/dc/terms/";
/// What some still write in place of `dct`.
const DC: &str = "http://purl.org/dc/elements/1.1/";
const FOAF: &str = "http://xmlns.com/foaf/0.1/";
const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const LABEL: &str = "http://www.w3.org/2000/01/rdf-schema#label";
/// Of a description, characters: enough to search and to recognise.
const MOST: usize = 280;

/// The datasets of a graph, in the order in which they are first told to be one.
#[must_use]
pub fn datasets(triples: &[Triple]) -> Vec<ForeignDataset> {
    let graph = Graph::new(triples);
    let found = of_type(triples, "Dataset").into_iter();
    found.map(|node| graph.dataset(node)).collect()
}

/// Title and publisher of the first catalogue that the graph tells of.
#[must_use]
pub fn catalog(triples: &[Triple]) -> (Names, Names) {
    let graph = Graph::new(triples);
    let found = of_type(triples, "Catalog").into_iter().next();
    found.map_or_else(Default::default, |node| {
        let title = names(&graph.dct(node, "title"), usize::MAX);
        (title, graph.agents(&graph.dct(node, "publisher")))
    })
}

/// The subjects of a class of DCAT, each once.
fn of_type<'a>(triples: &'a [Triple], class: &str) -> Vec<&'a NamedOrBlankNode> {
    let class = format!("{DCAT}{class}");
    let mut found: Vec<&NamedOrBlankNode> = Vec::new();
    let mut seen = HashSet::new();
    for triple in triples {
        let is_one = triple.predicate.as_str() == TYPE
            && matches!(&triple.object, Term::NamedNode(kind) if kind.as_str() == class);
        if is_one && seen.insert(&triple.subject) {
            found.push(&triple.subject);
        }
    }
    found
}

struct Graph<'a> {
    of: HashMap<&'a NamedOrBlankNode, Vec<(&'a str, &'a Term)>>,
}

impl<'a> Graph<'a> {
    fn new(triples: &'a [Triple]) -> Self {
        let mut of: HashMap<_, Vec<_>> = HashMap::new();
        for triple in triples {
            let known = of.entry(&triple.subject).or_default();
            let told = (triple.predicate.as_str(), &triple.object);
            // A graph is a set: what is told twice is told once.
            if !known.contains(&told) {
                known.push(told);
            }
        }
        Self { of }
    }

    fn all<'s>(
        &'s self,
        node: &NamedOrBlankNode,
        name: &'s str,
    ) -> impl Iterator<Item = &'a Term> + 's {
        let known = self.of.get(node).into_iter().flatten();
        known
            .filter(move |(property, _)| *property == name)
            .map(|(_, value)| *value)
    }

    /// Of a property of DCT, or of the older DC where there is none.
    fn dct(&self, node: &NamedOrBlankNode, name: &str) -> Vec<&'a Term> {
        let found: Vec<&Term> = self.all(node, &format!("{DCT}{name}")).collect();
        if found.is_empty() {
            return self.all(node, &format!("{DC}{name}")).collect();
        }
        found
    }

    fn dataset(&self, node: &NamedOrBlankNode) -> ForeignDataset {
        let dcat =
            |name: &str| -> Vec<&'a Term> { self.all(node, &format!("{DCAT}{name}")).collect() };
        let files: Vec<NamedOrBlankNode> = dcat("distribution")
            .into_iter()
            .filter_map(as_node)
            .collect();
        let identifier = self.dct(node, "identifier").first().map(|term| text(term));
        let mut licenses = self.dct(node, "license");
        let mut formats = Vec::new();
        let mut pages = dcat("landingPage");
        for file in &files {
            licenses.extend(self.dct(file, "license"));
            formats.extend(self.dct(file, "format"));
            formats.extend(self.all(file, &format!("{DCAT}mediaType")));
            pages.extend(self.all(file, &format!("{DCAT}accessURL")));
        }
        let modified = self.dct(node, "modified");
        ForeignDataset {
            id: match node {
                NamedOrBlankNode::NamedNode(iri) => iri.as_str().to_owned(),
                NamedOrBlankNode::BlankNode(_) => identifier.unwrap_or_default(),
            },
            title: names(&self.dct(node, "title"), usize::MAX),
            description: names(&self.dct(node, "description"), MOST),
            publisher: self.agents(&self.dct(node, "publisher")),
            licenses: distinct(licenses.into_iter().map(|term| self.labelled(term))),
            keywords: distinct(dcat("keyword").into_iter().map(text)),
            themes: distinct(dcat("theme").into_iter().map(|term| self.labelled(term))),
            formats: distinct(formats.into_iter().map(|term| tail(&self.labelled(term)))),
            page: pages
                .into_iter()
                .map(text)
                .find(|url| is_link(url))
                .unwrap_or_default(),
            modified: modified
                .into_iter()
                .find_map(|term| CivilDate::parse(text(term).get(..10)?)),
            distributions: files.len(),
        }
    }

    /// Names of agents that are described, else what stands there.
    fn agents(&self, terms: &[&Term]) -> Names {
        let Some(first) = terms.first() else {
            return Names::default();
        };
        let described = as_node(first).map(|node| {
            self.all(&node, &format!("{FOAF}name"))
                .collect::<Vec<&Term>>()
        });
        match described {
            Some(found) if !found.is_empty() => names(&found, usize::MAX),
            _ if matches!(first, Term::BlankNode(_)) => Names::default(),
            _ => names(terms, usize::MAX),
        }
    }

    /// A text, an IRI, or of a node without one its title or label.
    fn labelled(&self, term: &Term) -> String {
        match (term, as_node(term)) {
            (Term::BlankNode(_), Some(node)) => {
                let label = self
                    .dct(&node, "title")
                    .into_iter()
                    .chain(self.all(&node, LABEL))
                    .next();
                label.map(text).unwrap_or_default()
            }
            _ => text(term),
        }
    }
}

fn as_node(term: &Term) -> Option<NamedOrBlankNode> {
    match term {
        Term::NamedNode(node) => Some(node.clone().into()),
        Term::BlankNode(node) => Some(node.clone().into()),
        Term::Literal(_) => None,
    }
}

fn text(term: &Term) -> String {
    match term {
        Term::NamedNode(node) => node.as_str().to_owned(),
        Term::Literal(literal) => literal.value().trim().to_owned(),
        Term::BlankNode(_) => String::new(),
    }
}

/// Texts by language, without mark-up; of two in one language the first.
fn names(terms: &[&Term], most: usize) -> Names {
    let mut names = Names::default();
    for term in terms {
        let language = match term {
            Term::Literal(literal) => literal.language().unwrap_or("und"),
            _ => "und",
        };
        let plain = plain(&text(term), most);
        if !plain.is_empty() {
            names
                .by_language
                .entry(language.to_owned())
                .or_insert(plain);
        }
    }
    names
}

/// Each once, in order of appearance; nothing of what is empty.
fn distinct(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for text in texts {
        let text = plain(&text, usize::MAX);
        if !text.is_empty() && !found.contains(&text) {
            found.push(text);
        }
    }
    found
}

/// `CSV` of the EU's IRI of CSV.
fn tail(text: &str) -> String {
    let is_iri = text.starts_with("http://") || text.starts_with("https://");
    let last = text.rsplit(['/', '#']).next().filter(|_| is_iri);
    last.unwrap_or(text).to_owned()
}

fn is_link(url: &str) -> bool {
    ["http://", "https://"]
        .iter()
        .any(|scheme| url.starts_with(scheme))
        && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"".contains(c))
}
