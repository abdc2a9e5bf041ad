//! Does a published folder hold what its catalogue says, and can the page read it?

use super::folder::{CALENDAR, CATALOG, PARQUET_TYPE, STREETS, SUMMARY};
use super::{
    check_records, near_files, parts, ready_counts, record_files, street_files, summary_file,
};
use crate::catalog::{Catalog, Dataset, Distribution, jsonld};
use crate::domain::shared_profile::SharedNear;
use crate::domain::{Calendar, SegmentId, Street, Zone};
use crate::engine::version;
use crate::read::published::{counts, shared_near, street_file, streets, summary};
use crate::read::workers::Alone;
use crate::table::layout::{SegmentParts, street_path};
use crate::table::{CountTable, SummaryRow};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::Path;

/// Something that is not as it must be, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Relative to the folder.
    pub file: String,
    pub what: String,
    pub mend: String,
}

/// What was looked at, and what was found.
#[derive(Debug, Default)]
pub struct Checked {
    pub files: usize,
    pub bytes: u64,
    pub streets: usize,
    pub segments: usize,
    pub rows: u64,
    pub findings: Vec<Finding>,
}

pub(super) const PUBLISH: &str = "publish the town again";
const COPY: &str =
    "copy the file again from where it was published; if that is the same, publish the town again";

/// Checks a folder; `progress` is told which file is read. Findings come in the order of reading, and one file's
/// faults keep no other from being read.
pub fn check(dir: &Path, progress: &mut dyn FnMut(&str)) -> Checked {
    let mut checked = Checked::default();
    let Some(catalog) = catalog(dir, &mut checked) else {
        return checked;
    };
    for (dataset, file) in files(&catalog) {
        progress(&file.path);
        distribution(dir, dataset, file, &mut checked);
    }
    progress(record_files::FOLDER);
    check_records::records(dir, &catalog, &mut checked);
    let streets = parsed(dir, STREETS, &mut checked, |bytes| {
        streets::decode(bytes).map_err(|e| e.to_string())
    });
    let calendar: Option<Calendar> = parsed(dir, CALENDAR, &mut checked, |bytes| {
        serde_json::from_slice(bytes).map_err(|e| e.to_string())
    });
    let summary = parsed(dir, SUMMARY, &mut checked, |bytes| {
        summary::decode(bytes).map_err(|e| e.to_string())
    });
    let mut parts = Vec::new();
    for (dataset, file) in files(&catalog).filter(|(_, file)| is_counts(file)) {
        progress(&file.path);
        let found = File::open(dir.join(&file.path)).ok();
        match found.map(|open| parts::parts(&dataset.id, &file.path, open, &Alone)) {
            Some(Ok(found)) => {
                let rows: u64 = found.iter().map(|segment| segment.rows).sum();
                checked.rows += rows;
                if file.rows.is_some_and(|said| said != rows) {
                    checked.find(
                        &file.path,
                        format!(
                            "it has {rows} rows, the catalogue says {}",
                            file.rows.unwrap_or(0)
                        ),
                        PUBLISH,
                    );
                }
                parts.extend(found);
            }
            Some(Err(error)) => checked.find(&file.path, error.to_string(), MEND_COUNTS),
            // That it is missing was said above.
            None => {}
        }
    }
    let (Some(streets), Some(calendar), Some(summary)) = (streets, calendar, summary) else {
        return checked;
    };
    let Some(zone) = Zone::parse(&catalog.town.zone) else {
        checked.find(
            CATALOG,
            format!("the zone {:?} is not known", catalog.town.zone),
            "name a zone of the tz database in the town file, and publish again",
        );
        return checked;
    };
    progress(SUMMARY);
    figures(dir, &parts, &summary, zone, &calendar, &mut checked);
    progress(street_files::FOLDER);
    of_streets(dir, &catalog, &streets, &summary, parts, &mut checked);
    progress(near_files::FOLDER);
    of_near(dir, &catalog, &mut checked);
    checked
}

const MEND_COUNTS: &str = "write the file sorted by segment and start, with the columns of the layout, \
    timestamps in milliseconds and codec ZSTD or SNAPPY (docs/TOWN-FILE.md), and publish the town again";

impl Checked {
    pub(super) fn find(&mut self, file: &str, what: impl Into<String>, mend: &str) {
        self.findings.push(Finding {
            file: file.to_owned(),
            what: what.into(),
            mend: mend.to_owned(),
        });
    }
}

fn files(catalog: &Catalog) -> impl Iterator<Item = (&Dataset, &Distribution)> {
    let datasets = catalog.datasets.iter();
    datasets.flat_map(|dataset| {
        dataset
            .distributions
            .iter()
            .map(move |file| (dataset, file))
    })
}

fn is_counts(file: &Distribution) -> bool {
    file.media_type == PARQUET_TYPE && file.path.starts_with("counts/")
}

fn catalog(dir: &Path, checked: &mut Checked) -> Option<Catalog> {
    let catalog = parsed(dir, CATALOG, checked, |bytes| {
        jsonld::decode(bytes).map_err(|e| e.to_string())
    })?;
    let mut seen = BTreeSet::new();
    for dataset in &catalog.datasets {
        let without = [
            (dataset.title.by_language.is_empty(), "a title"),
            (dataset.publisher.is_empty(), "a publisher"),
            (dataset.license.name.is_empty(), "a licence"),
        ];
        for (_, what) in without.into_iter().filter(|(is_missing, _)| *is_missing) {
            let what = format!(
                "the dataset {} has no {}",
                dataset.id,
                what.trim_start_matches("a ")
            );
            checked.find(CATALOG, what, "give it in the town file, and publish again");
        }
        for file in &dataset.distributions {
            if !seen.insert(&file.path) {
                checked.find(CATALOG, format!("{} is listed twice", file.path), PUBLISH);
            }
        }
    }
    for needed in [STREETS, CALENDAR, SUMMARY] {
        if catalog.file(needed).is_none() {
            checked.find(CATALOG, format!("no record of {needed}"), PUBLISH);
        }
    }
    Some(catalog)
}

/// There, as long as it says, and with the hash that it says.
fn distribution(dir: &Path, dataset: &Dataset, file: &Distribution, checked: &mut Checked) {
    checked.files += 1;
    let found = File::open(dir.join(&file.path)).and_then(|file| ready_counts::hash(&file));
    let found = match found {
        Ok(found) => found,
        Err(error) => {
            return checked.find(
                &file.path,
                format!("cannot be read ({error}); dataset {}", dataset.id),
                COPY,
            );
        }
    };
    checked.bytes += found.0;
    if found.0 != file.bytes {
        checked.find(
            &file.path,
            format!("{} bytes, the catalogue says {}", found.0, file.bytes),
            COPY,
        );
    } else if found.1 != file.sha256 {
        checked.find(
            &file.path,
            format!("SHA-256 {}, the catalogue says {}", found.1, file.sha256),
            COPY,
        );
    }
}

fn parsed<T>(
    dir: &Path,
    path: &str,
    checked: &mut Checked,
    parse: impl FnOnce(&[u8]) -> Result<T, String>,
) -> Option<T> {
    let found = fs::read(dir.join(path)).map_err(|error| error.to_string());
    match found.and_then(|bytes| parse(&bytes)) {
        Ok(value) => Some(value),
        Err(error) => {
            checked.find(path, error, PUBLISH);
            None
        }
    }
}

/// Reads every segment as the page does: hashes of its ranges, then its rows; and computes its row of the summary.
fn figures(
    dir: &Path,
    parts: &[SegmentParts],
    summary: &[SummaryRow],
    zone: Zone,
    calendar: &Calendar,
    checked: &mut Checked,
) {
    let mut said: BTreeMap<(&str, &str), &SummaryRow> = BTreeMap::new();
    for row in summary {
        said.insert((row.dataset.as_str(), row.segment.0.as_str()), row);
    }
    let mut by_segment: BTreeMap<(&str, &str), Vec<&SegmentParts>> = BTreeMap::new();
    for part in parts {
        let key = (part.dataset.as_str(), part.segment.as_str());
        by_segment.entry(key).or_default().push(part);
    }
    checked.segments = by_segment.len();
    for ((dataset, segment), parts) in by_segment {
        let mut table = CountTable::new();
        for part in parts {
            if let Err(error) = rows(dir, part, &mut table) {
                let what = format!("segment {segment}: {error}");
                checked.find(&part.file, what, MEND_COUNTS);
            }
        }
        let found = summary_file::rows(dataset, &table.sorted(), zone, calendar);
        let expected = said.remove(&(dataset, segment));
        if found.first() != expected {
            let what = format!("segment {segment} of {dataset}: not what its counts give");
            checked.find(SUMMARY, what, PUBLISH);
        }
    }
    for (dataset, segment) in said.into_keys() {
        let what = format!("segment {segment} of {dataset} has no counts");
        checked.find(SUMMARY, what, PUBLISH);
    }
}

fn rows(dir: &Path, segment: &SegmentParts, table: &mut CountTable) -> Result<(), String> {
    let file = File::open(dir.join(&segment.file)).map_err(|e| e.to_string())?;
    let id = SegmentId(segment.segment.clone());
    for part in &segment.parts {
        let spans = parts::spans(&file, part).map_err(|e| e.to_string())?;
        counts::append(table, &id, &segment.columns, part, &spans).map_err(|e| e.to_string())?;
    }
    Ok(())
}

/// What can be shared near streets belongs to the catalogue, where there is any.
fn of_near(dir: &Path, catalog: &Catalog, checked: &mut Checked) {
    let version = version(catalog);
    let entries = fs::read_dir(dir.join(near_files::FOLDER))
        .into_iter()
        .flatten();
    for entry in entries.filter_map(Result::ok) {
        let path = format!(
            "{}{}",
            near_files::FOLDER,
            entry.file_name().to_string_lossy()
        );
        checked.files += 1;
        let near: Option<SharedNear> = parsed(dir, &path, checked, |bytes| {
            shared_near::decode(bytes).map_err(|e| e.to_string())
        });
        if near.is_some_and(|near| near.version != version) {
            let what = "it belongs to another publication than the catalogue";
            checked.find(&path, what, PUBLISH);
        }
    }
}

/// Each street has its file, and it says what publishing now would say.
fn of_streets(
    dir: &Path,
    catalog: &Catalog,
    streets: &[Street],
    summary: &[SummaryRow],
    parts: Vec<SegmentParts>,
    checked: &mut Checked,
) {
    checked.streets = streets.len();
    let known: BTreeSet<&str> = streets
        .iter()
        .flat_map(|street| street.segments.iter().map(|s| s.id.0.as_str()))
        .collect();
    let homeless: BTreeSet<String> = parts
        .iter()
        .filter(|part| !known.contains(part.segment.as_str()))
        .map(|part| part.segment.clone())
        .collect();
    for segment in homeless {
        let what = format!("segment {segment} is counted, but no street has it");
        checked.find(
            STREETS,
            what,
            "add its street or position as a source of the town file, and publish again",
        );
    }
    for street in streets
        .iter()
        .filter(|street| street_path(&street.id).is_none())
    {
        let what = format!("the id {:?} cannot stand in addresses", street.id.0);
        checked.find(STREETS, what, "use lower-case letters, digits and hyphens");
    }
    for (path, expected) in street_files::all(catalog, streets, summary, parts) {
        checked.files += 1;
        let found = match fs::read(dir.join(&path)) {
            Ok(found) => found,
            Err(error) => {
                checked.find(&path, format!("cannot be read ({error})"), PUBLISH);
                continue;
            }
        };
        checked.bytes += found.len() as u64;
        if found == expected {
            continue;
        }
        let what = match (street_file::decode(&found), street_file::decode(&expected)) {
            (Err(error), _) => error.to_string(),
            (Ok(one), Ok(other)) if one.version != other.version => {
                "it belongs to another publication than the catalogue".to_owned()
            }
            (Ok(one), Ok(other)) if one == other => continue,
            _ => "not what the catalogue, the streets and the counts give".to_owned(),
        };
        checked.find(&path, what, PUBLISH);
    }
}
