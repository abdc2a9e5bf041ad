//! Writes a published folder: streets, calendar, counts, summary and the catalogue that names them all.

use super::months_file::{self, Months};
use super::parts::{self, PartsError};
use super::rdf::GraphError;
use super::ready_counts::{self, ReadyFile};
use super::ready_summary::{self, SummaryError};
use super::records::{self, Stated};
use super::rewritten_counts::rewritten;
use super::threads::Threads;
use super::{
    counts_file, dilemmas, near_files, record_files, sensor_label, street_files, summary_file,
    theme, threads,
};
use crate::analysis::whole_hours;
use crate::catalog::foreign::{self, ForeignCatalog, ForeignCatalogs};
use crate::catalog::{Catalog, Dataset, Distribution, License, Record, Town, jsonld};
use crate::domain::shared_profile::SharedNear;
use crate::domain::{Calendar, Names, Street, Zone};
use crate::engine::{sha256, version};
use crate::read::published::streets;
use crate::table::CountTable;
use bytes::Bytes;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Paths inside a folder.
pub const CATALOG: &str = "catalog.jsonld";
pub const STREETS: &str = "streets.geojson";
pub const CALENDAR: &str = "calendar.json";
pub const SUMMARY: &str = "summary/segments.parquet";
pub const MONTHS: &str = "summary/months.parquet";
pub const PARQUET_TYPE: &str = "application/vnd.apache.parquet";

/// Everything that a folder holds, before it is written.
#[derive(Debug)]
pub struct TownData {
    pub town: Town,
    pub streets: Vec<Street>,
    pub calendar: Calendar,
    /// Datasets without their distributions, which `write` fills in.
    pub datasets: Vec<Dataset>,
    /// Counts by dataset id, in any row order.
    pub counts: Vec<(String, CountTable)>,
    /// Counts that are in the layout already and stay as they are, or are written again.
    pub ready: Vec<ReadyFile>,
    /// What can be shared near streets; the version is filled in by `write`.
    pub near: Vec<SharedNear>,
    /// Further files as they are.
    pub extra: Vec<ExtraFile>,
    /// Catalogues of others.
    pub foreign: Vec<ForeignCatalog>,
    /// What the records say beyond all this.
    pub stated: Stated,
    /// The town's style sheet and logo: paths and bytes.
    pub theme: Vec<(String, Vec<u8>)>,
}

#[derive(Debug)]
pub struct ExtraFile {
    pub path: String,
    pub media_type: String,
    /// The id of the dataset that it belongs to.
    pub dataset: String,
    pub bytes: Vec<u8>,
}

#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    #[error("{path}: cannot be written: {cause}")]
    Io {
        path: PathBuf,
        cause: std::io::Error,
    },
    #[error("{path}: {cause}")]
    Parquet { path: PathBuf, cause: String },
    #[error(transparent)]
    Parts(#[from] PartsError),
    #[error(transparent)]
    Summary(#[from] SummaryError),
    #[error(transparent)]
    Graph(#[from] GraphError),
    #[error("the town's zone {zone:?} is not one that is compiled in")]
    Zone { zone: String },
}

/// What was written.
#[derive(Debug, Default)]
pub struct Written {
    pub files: u32,
    pub bytes: u64,
    pub rows: u64,
}

/// Writes the folder, replacing what an earlier run wrote there.
/// `progress` is told what is being written. The catalogue comes last: a folder
/// that was left half written keeps its old catalogue, whose hashes refuse the new files.
pub fn write(
    out: &Path,
    data: &TownData,
    progress: &mut dyn FnMut(&str),
) -> Result<Written, WriteError> {
    let zone = Zone::parse(&data.town.zone).ok_or_else(|| WriteError::Zone {
        zone: data.town.zone.clone(),
    })?;
    let mut folder = Folder {
        out,
        datasets: data.datasets.clone(),
        written: Written::default(),
    };
    for own in own_datasets(data) {
        if !folder.datasets.iter().any(|d| d.id == own.id) {
            folder.datasets.push(own);
        }
    }
    progress(STREETS);
    folder.put(
        "streets",
        STREETS,
        "application/geo+json",
        streets::encode(&data.streets).as_bytes(),
        None,
    )?;
    progress(CALENDAR);
    let calendar = serde_json::to_vec(&data.calendar).unwrap_or_default();
    folder.put("calendar", CALENDAR, "application/json", &calendar, None)?;
    let mut summary = Vec::new();
    let mut months = Months::of(&data.streets);
    let mut parts = Vec::new();
    for (dataset, table) in &data.counts {
        let path = format!("counts/{dataset}.parquet");
        progress(&path);
        let rows = table.len() as u64;
        let table = &*in_order(table);
        let summarise = || {
            let hours = &*whole_hours(table);
            summary_file::rows_and_months(dataset, hours, zone, &data.calendar, &mut months)
        };
        let encode = || counts_file::encode(Path::new(&path), table, zone);
        let (own_summary, bytes) = threads::both(summarise, encode);
        let bytes = Bytes::from(bytes?);
        let locate = || parts::parts(dataset, &path, bytes.clone(), &Threads);
        let (own_parts, put) = threads::both(locate, || {
            folder.put(dataset, &path, PARQUET_TYPE, &bytes, Some(rows))
        });
        put?;
        parts.extend(own_parts?);
        folder.written.rows += rows;
        summary.extend(own_summary);
    }
    let ready = rewritten(out, &data.ready, zone, progress)?;
    for file in &ready {
        progress(&file.path);
        folder.take(file)?;
        parts.extend(file.segments.iter().cloned());
    }
    ready_counts::remove_others(out, &ready);
    summary.extend(ready_summary::rows(
        &ready,
        zone,
        &data.calendar,
        &mut months,
        progress,
    )?);
    progress(SUMMARY);
    let bytes = summary_file::encode(&summary)?;
    folder.put(
        "summary",
        SUMMARY,
        PARQUET_TYPE,
        &bytes,
        Some(summary.len() as u64),
    )?;
    progress(MONTHS);
    let months = months.rows();
    let bytes = months_file::encode(&months)?;
    folder.put(
        "summary",
        MONTHS,
        PARQUET_TYPE,
        &bytes,
        Some(months.len() as u64),
    )?;
    for extra in &data.extra {
        progress(&extra.path);
        folder.put(
            &extra.dataset,
            &extra.path,
            &extra.media_type,
            &extra.bytes,
            None,
        )?;
    }
    let datasets = std::mem::take(&mut folder.datasets);
    let head = records::head(data, &datasets, &summary);
    let mut records = records::records(data, &datasets, &summary, &head, &sensor_label::label);
    // The catalogue is made of the records, so that it cannot say anything else.
    let catalog = Catalog {
        town: data.town.clone(),
        publisher: head.publisher.clone().unwrap_or_default(),
        datasets: records.iter().map(Record::entry).collect(),
    };
    let version = version(&catalog);
    for record in &mut records {
        record.publication.clone_from(&version);
    }
    // The page asks for it everywhere, so a town without a theme has an empty one.
    if data.theme.is_empty() {
        folder.save(theme::PATH, b"")?;
    }
    for (path, bytes) in &data.theme {
        folder.save(path, bytes)?;
    }
    progress(record_files::FOLDER);
    for (path, text) in record_files::all(&catalog, &head, &records)? {
        folder.save(&path, text.as_bytes())?;
    }
    let foreign = ForeignCatalogs {
        publication: version,
        catalogs: data.foreign.clone(),
    };
    let bytes = serde_json::to_vec(&foreign).unwrap_or_default();
    folder.save(foreign::PATH, &bytes)?;
    folder.save(dilemmas::PATH, &dilemmas::encode())?;
    progress(street_files::FOLDER);
    for (path, bytes) in street_files::all(&catalog, &data.streets, &summary, parts) {
        folder.save(&path, &bytes)?;
    }
    for (path, bytes) in near_files::all(&catalog, &data.near) {
        folder.save(&path, &bytes)?;
    }
    progress(CATALOG);
    folder.save(CATALOG, jsonld::encode(&catalog, &head).as_bytes())?;
    street_files::remove_others(out, &data.streets);
    record_files::remove_others(out, &catalog);
    near_files::remove_others(out, &data.near);
    Ok(folder.written)
}

/// The rows as they are published; a large file mostly has them so already.
fn in_order(table: &CountTable) -> Cow<'_, CountTable> {
    if table.is_sorted() {
        Cow::Borrowed(table)
    } else {
        Cow::Owned(table.sorted())
    }
}

struct Folder<'a> {
    out: &'a Path,
    datasets: Vec<Dataset>,
    written: Written,
}

impl Folder<'_> {
    /// Writes a file and enters it into its dataset's record.
    fn put(
        &mut self,
        dataset: &str,
        path: &str,
        media_type: &str,
        bytes: &[u8],
        rows: Option<u64>,
    ) -> Result<(), WriteError> {
        self.save(path, bytes)?;
        self.enter(
            dataset,
            Distribution {
                path: path.to_owned(),
                media_type: media_type.to_owned(),
                bytes: bytes.len() as u64,
                sha256: sha256(bytes),
                rows,
            },
        );
        Ok(())
    }

    /// Links or copies a file of counts as it is.
    fn take(&mut self, file: &ReadyFile) -> Result<(), WriteError> {
        let target = self.out.join(&file.path);
        ready_counts::place(&file.source, &target).map_err(|cause| WriteError::Io {
            path: target.clone(),
            cause,
        })?;
        self.written.files += 1;
        self.written.bytes += file.bytes;
        self.written.rows += file.rows;
        self.enter(
            &file.dataset,
            Distribution {
                path: file.path.clone(),
                media_type: PARQUET_TYPE.to_owned(),
                bytes: file.bytes,
                sha256: file.sha256.clone(),
                rows: Some(file.rows),
            },
        );
        Ok(())
    }

    fn enter(&mut self, dataset: &str, file: Distribution) {
        if let Some(dataset) = self.datasets.iter_mut().find(|d| d.id == dataset) {
            dataset.distributions.push(file);
        }
    }

    fn save(&mut self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let target = self.out.join(path);
        let io = |cause| WriteError::Io {
            path: target.clone(),
            cause,
        };
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(io)?;
        }
        fs::write(&target, bytes).map_err(io)?;
        self.written.files += 1;
        self.written.bytes += bytes.len() as u64;
        Ok(())
    }
}

/// Records for the files that are made of several sources, under all their licences.
fn own_datasets(data: &TownData) -> Vec<Dataset> {
    let licenses: BTreeSet<&str> = data
        .datasets
        .iter()
        .map(|d| d.license.name.as_str())
        .collect();
    let publishers: BTreeSet<&str> = data.datasets.iter().map(|d| d.publisher.as_str()).collect();
    let join = |set: &BTreeSet<&str>| set.iter().copied().collect::<Vec<_>>().join("; ");
    let url = data
        .datasets
        .first()
        .map(|d| d.license.url.clone())
        .unwrap_or_default();
    let names = |nl: &str, en: &str| Names {
        by_language: [("en", en), ("nl", nl)]
            .map(|(l, t)| (l.to_owned(), t.to_owned()))
            .into(),
        aliases: Vec::new(),
    };
    let own = |id: &str, title: Names, description: Names| Dataset {
        id: id.to_owned(),
        title,
        description,
        publisher: join(&publishers),
        publisher_url: String::new(),
        license: License {
            name: join(&licenses),
            url: url.clone(),
        },
        attribution: String::new(),
        retrieved: None,
        device: None,
        accuracy: Names::default(),
        steps: Vec::new(),
        distributions: Vec::new(),
    };
    vec![
        own(
            "streets",
            names("Straten", "Streets"),
            names(
                "Straten met hun namen, snelheidslimiet en ligging, samengebracht uit de bronnen van deze catalogus.",
                "Streets with their names, speed limit and position, brought together from the sources of this catalogue.",
            ),
        ),
        own(
            "calendar",
            names(
                "Feestdagen, vakanties en gebeurtenissen",
                "Holidays and events",
            ),
            names(
                "Dagen die bij de zondagen tellen, schoolvakanties, en wat er in straten en aan tellers gebeurde.",
                "Days that count as Sundays, school holidays, and what happened in streets and at counters.",
            ),
        ),
        own(
            "summary",
            names("Samenvatting per meetpunt", "Summary per count site"),
            names(
                "Per meetpunt de cijfers voor de kaart, berekend uit de tellingen van deze catalogus.",
                "The figures for the map per count site, computed from the counts of this catalogue.",
            ),
        ),
    ]
}
