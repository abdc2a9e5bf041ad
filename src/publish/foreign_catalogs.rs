//! Catalogues of others, as the town file declares them.

use super::assemble::within;
use super::outcome::SourceOutcome;
use super::sources::{Failure, files_of, members_of};
use super::town_file::DeclaredCatalog;
use crate::catalog::foreign::ForeignCatalog;
use crate::dcat;
use crate::engine::sha256;
use crate::read::{Place, ReadReport};
use std::path::Path;

/// The catalogue as far as it could be read, and what became of its files. A dataset is a row here.
pub fn read(
    declared: &DeclaredCatalog,
    shown_file: &str,
    root: &Path,
) -> (Option<ForeignCatalog>, SourceOutcome) {
    let files = match files_of(shown_file, root, &declared.paths) {
        Ok(files) => files,
        Err(error) => {
            let failure = Failure {
                message: error.to_string(),
                hint:
                    "Set `data_root`, --data-root or STRAATBEELD_DATA_ROOT to where the data lie."
                        .to_owned(),
            };
            return (None, SourceOutcome::failed(&declared.id, failure));
        }
    };
    let mut outcome = SourceOutcome::new(&declared.id);
    let mut catalog = ForeignCatalog {
        id: declared.id.clone(),
        title: declared.title.clone(),
        publisher: declared.publisher.clone(),
        url: declared.url.clone(),
        retrieved: declared.retrieved,
        ..ForeignCatalog::default()
    };
    for path in &files {
        let read = members_of(path).and_then(|members| {
            let mut found = Vec::new();
            for (shown, bytes) in &members {
                let read = dcat::read(shown, bytes).map_err(|error| Failure::of(&error))?;
                found.push((within(root, Path::new(shown)), sha256(bytes), read.datasets));
            }
            Ok(found)
        });
        match read {
            Ok(found) => {
                outcome.files += 1;
                for (name, hash, datasets) in found {
                    let mut report = ReadReport::new(&name);
                    for _ in &datasets {
                        report.keep();
                    }
                    if datasets.is_empty() {
                        report.warn("a graph without a dcat:Dataset", Place::File);
                    }
                    outcome.report.absorb(&report);
                    catalog.files.push((name, hash));
                    catalog.datasets.extend(datasets);
                }
            }
            Err(failure) => outcome.failures.push((within(root, path), failure)),
        }
    }
    ((outcome.files > 0).then_some(catalog), outcome)
}
