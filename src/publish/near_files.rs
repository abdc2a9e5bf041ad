//! A small file for each street of what can be shared near it. Like the files of streets they are in no catalogue, and
//! name the publication that they belong to.

use super::leftovers;
use crate::catalog::Catalog;
use crate::domain::shared_profile::SharedNear;
use crate::engine::version;
use crate::table::layout::near_path;
use std::collections::BTreeSet;
use std::path::Path;

pub const FOLDER: &str = "shared/near/";

/// Path and bytes of each file. `catalog` has every other file in it.
pub fn all(catalog: &Catalog, near: &[SharedNear]) -> Vec<(String, Vec<u8>)> {
    let version = version(catalog);
    let files = near.iter().filter_map(|file| {
        let path = near_path(&file.street)?;
        let file = SharedNear {
            version: version.clone(),
            ..file.clone()
        };
        Some((path, serde_json::to_vec(&file).unwrap_or_default()))
    });
    files.collect()
}

/// Removes what an earlier publication had.
pub fn remove_others(out: &Path, near: &[SharedNear]) {
    let ours: BTreeSet<String> = near
        .iter()
        .filter_map(|file| near_path(&file.street))
        .collect();
    leftovers::remove(out, FOLDER, &ours);
}
