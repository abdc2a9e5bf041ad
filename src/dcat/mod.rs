//! Catalogues of others in DCAT-AP: from the bytes of JSON-LD, Turtle or RDF/XML to datasets. The same code reads them for
//! `publish` and, in a program of its own, for the data page.

mod contexts;
pub mod datasets;
mod plain_text;
pub mod triples;

use crate::catalog::foreign::ForeignDataset;
use crate::domain::Names;
use crate::query::data::opened::{Opened, Problem};
use crate::query::data::{OtherCatalog, OtherDataset};
use crate::read::{Place, ReadError};

/// What a file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graph {
    /// Of the catalogue itself; empty where it has none.
    pub title: Names,
    pub publisher: Names,
    /// In the order of the file; none in a graph about something else.
    pub datasets: Vec<ForeignDataset>,
}

/// Reads a file. `file` is its name in what is said about it.
pub fn read(file: &str, bytes: &[u8]) -> Result<Graph, ReadError> {
    let triples = triples::read(file, bytes)?;
    let (title, publisher) = datasets::catalog(&triples);
    Ok(Graph {
        title,
        publisher,
        datasets: datasets::datasets(&triples),
    })
}

/// The same for the data page, which lists what was read or says why it was not.
#[must_use]
pub fn opened(bytes: &[u8]) -> Opened {
    let graph = match read("", bytes) {
        Ok(graph) => graph,
        Err(error) => return Opened::Not(problem(error)),
    };
    if graph.datasets.is_empty() {
        return Opened::Not(Problem::Empty);
    }
    let publisher = graph.publisher.by_language.into_values().next();
    Opened::Read(OtherCatalog {
        title: graph.title,
        publisher: publisher.unwrap_or_default(),
        datasets: graph.datasets.into_iter().map(told).collect(),
        ..OtherCatalog::default()
    })
}

fn problem(error: ReadError) -> Problem {
    match error {
        ReadError::Malformed { expected, .. } if expected == triples::CONTEXT => Problem::Context,
        ReadError::Malformed { place, found, .. } => Problem::Unreadable {
            at: match place {
                Place::Line { line, column } => Some((line, column)),
                _ => None,
            },
            found,
        },
        other => Problem::Unreadable {
            at: None,
            found: other.to_string(),
        },
    }
}

fn told(dataset: ForeignDataset) -> OtherDataset {
    OtherDataset {
        id: dataset.id,
        title: dataset.title,
        description: dataset.description,
        publisher: dataset.publisher,
        licenses: dataset.licenses,
        keywords: dataset.keywords,
        themes: dataset.themes,
        formats: dataset.formats,
        page: dataset.page,
        modified: dataset.modified,
        distributions: u32::try_from(dataset.distributions).unwrap_or(u32::MAX),
    }
}
