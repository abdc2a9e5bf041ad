//! What an earlier publication left in a folder of ours.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Removes the files of `folder` (it ends in `/`) that are not `ours`, which are paths from `out` on. What cannot be
/// removed is not in the way: it names another publication.
pub fn remove(out: &Path, folder: &str, ours: &BTreeSet<String>) {
    let entries = fs::read_dir(out.join(folder)).into_iter().flatten();
    for entry in entries.filter_map(Result::ok) {
        let name = entry.file_name();
        if !ours.contains(&format!("{folder}{}", name.to_string_lossy())) {
            let _ = fs::remove_file(entry.path());
        }
    }
}
