//! Reads the sources of a town file and puts a `TownData` together.

use super::companions::{self, Companions};
use super::folder::{ExtraFile, TownData};
use super::foreign_catalogs;
use super::outcome::{Outcome, SourceOutcome};
use super::public_holidays;
use super::raw_files::{self, raw_files};
use super::ready_counts::{self, ReadyFile};
use super::records::{Stated, StatedDataset};
use super::shared::{self, SharedSource};
use super::shared_sources;
use super::sources::{Failure, files_of, members_of};
use super::streets::{Known, put_together};
use super::threads;
use super::town_file::{Format, Source, TownFile};
use crate::catalog::Dataset;
use crate::catalog::record_parts::{Checksum, RawFile};
use crate::domain::{Calendar, Event, Instant, Names, SegmentId, Street, Zone};
use crate::read::counts::{Counts, Site};
use crate::read::duplicates::{Joined, join};
use crate::read::pieces::{Piece, Wanted};
use crate::read::vehicles::Vehicles;
use crate::read::vehicles::aggregate::aggregate;
use crate::read::{
    ReadError, ReadReport, calendar_csv, events_csv, osm_pbf, segments_geojson, streets_geojson,
    telraam_csv, telraam_json, telraam_parquet,
};
use crate::table::CountTable;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};

/// What reading tells while it goes on.
pub trait Progress {
    /// A source begins, with so many files.
    fn source(&mut self, id: &str, files: usize);
    fn file(&mut self, path: &Path);
}

/// Reads all sources. What cannot be read is left out and listed in the outcome;
/// whether that is good enough is for the caller to say.
pub fn assemble(
    file: &TownFile,
    shown_file: &str,
    root: &Path,
    progress: &mut dyn Progress,
) -> (TownData, Outcome) {
    let mut gathered = Gathered::default();
    let mut outcome = Outcome::default();
    for source in &file.sources {
        let own = match files_of(shown_file, root, &source.paths) {
            Ok(files) => {
                progress.source(&source.id, files.len());
                if source.format == Format::PublishedCounts {
                    let mut own = gathered.read(source, &files, root, file, progress);
                    own.raw = gathered.ready_files(&source.id, root);
                    own
                } else {
                    // Files are hashed while they are read.
                    let all = source.with_companions(root, files.clone());
                    let hashes = || raw_files(root, &all);
                    let read = || gathered.read(source, &files, root, file, progress);
                    let (raw, mut own) = threads::both(hashes, read);
                    own.raw = raw;
                    own
                }
            }
            Err(error) => SourceOutcome::failed(&source.id, Failure {
                message: error.to_string(),
                hint: "Set `data_root`, --data-root or STRAATBEELD_DATA_ROOT to where the data lie."
                    .to_owned(),
            }),
        };
        if own.files > 0 {
            gathered.datasets.push(dataset_of(source, &own, root));
            let mut stated = source.stated.clone();
            stated.rows = Some((own.report.rows, own.report.kept));
            let refused = own.report.refused.iter();
            stated.refused = refused.map(|t| (t.what.clone(), t.rows)).collect();
            stated.raw.clone_from(&own.raw);
            gathered.stated.insert(source.id.clone(), stated);
        }
        outcome.sources.push(own);
    }
    let mut data = gathered.town_data(file, &mut outcome);
    for declared in &file.catalogs {
        progress.source(&declared.id, declared.paths.len());
        let (catalog, own) = foreign_catalogs::read(declared, shown_file, root);
        data.foreign.extend(catalog);
        outcome.sources.push(own);
    }
    (data, outcome)
}

#[derive(Default)]
struct Gathered {
    pieces: Vec<Piece>,
    counts: Vec<(String, Joined)>,
    /// Files that are published as they are.
    ready: Vec<ReadyFile>,
    shared: Vec<SharedSource>,
    calendar: Calendar,
    datasets: Vec<Dataset>,
    stated: BTreeMap<String, StatedDataset>,
}

impl Gathered {
    fn read(
        &mut self,
        source: &Source,
        files: &[PathBuf],
        root: &Path,
        town: &TownFile,
        progress: &mut dyn Progress,
    ) -> SourceOutcome {
        if source.format == Format::PublishedCounts {
            return self.take_ready(source, files, root, progress);
        }
        if source.format.is_shared() {
            let (found, outcome) = shared_sources::read(source, files, root, progress);
            if let (Some(found), Some(municipality)) = (&found, &source.places_in) {
                self.pieces
                    .extend(shared_sources::places(found, municipality));
            }
            self.shared.extend(found);
            return outcome;
        }
        let mut outcome = SourceOutcome::new(&source.id);
        let companions = match Companions::load(root, &source.counter, source.format) {
            Ok(companions) => companions,
            Err(failure) => return SourceOutcome::failed(&source.id, failure),
        };
        let mut counts: Vec<Counts> = Vec::new();
        let mut vehicles: Vec<Vehicles> = Vec::new();
        for path in files {
            progress.file(path);
            let before = (counts.len(), vehicles.len());
            let read = members_of(path).and_then(|members| {
                let mut reports = Vec::new();
                for (shown, bytes) in &members {
                    let read = if source.format.is_vehicles() {
                        let (counts, vehicles) = (&mut counts, &mut vehicles);
                        companions::read_vehicles(source, shown, bytes, counts, vehicles)
                    } else {
                        self.read_file(source, shown, bytes, &companions, town, &mut counts)
                    };
                    reports.extend(read.map_err(|error| Failure::of(&error))?);
                }
                Ok(reports)
            });
            match read {
                Ok(reports) => {
                    outcome.files += 1;
                    for report in reports {
                        outcome.report.absorb(&report);
                    }
                }
                Err(failure) => {
                    // Of an archive all members or none.
                    counts.truncate(before.0);
                    vehicles.truncate(before.1);
                    outcome.failures.push((within(root, path), failure));
                }
            }
        }
        if let Some(zone) = source.zone.filter(|_| !vehicles.is_empty()) {
            counts.push(aggregate(vehicles, zone));
        }
        if !counts.is_empty() {
            let mut joined = join(counts);
            if !source.municipality.is_empty() {
                for segment in &joined.table.segments {
                    let site = joined.sites.entry(segment.clone()).or_default();
                    if site.municipality.is_empty() {
                        site.municipality.clone_from(&source.municipality);
                    }
                }
            }
            outcome.report = joined.report.clone();
            self.counts.push((source.id.clone(), joined));
        }
        outcome
    }

    /// Files that are published as they are were hashed when they were examined.
    fn ready_files(&self, dataset: &str, root: &Path) -> Vec<RawFile> {
        let own = self.ready.iter().filter(|file| file.dataset == dataset);
        let raw = own.map(|file| RawFile {
            label: within(root, &file.source),
            bytes: file.bytes,
            checksum: Checksum::sha256(&file.sha256),
        });
        raw_files::together(raw.collect())
    }

    /// Files that are copied as they are: only where their rows lie is read.
    fn take_ready(
        &mut self,
        source: &Source,
        files: &[PathBuf],
        root: &Path,
        progress: &mut dyn Progress,
    ) -> SourceOutcome {
        let mut outcome = SourceOutcome::new(&source.id);
        for (path, published) in files.iter().zip(ready_counts::paths(&source.id, files)) {
            progress.file(path);
            match ready_counts::examine(path, source, published) {
                Ok((ready, report)) => {
                    outcome.files += 1;
                    outcome.report.absorb(&report);
                    self.ready.push(ready);
                }
                Err(failure) => outcome.failures.push((within(root, path), failure)),
            }
        }
        outcome
    }

    /// Reads a file into what was gathered. Counts are joined, and reported, once all files are read.
    fn read_file(
        &mut self,
        source: &Source,
        shown: &str,
        bytes: &[u8],
        companions: &Companions,
        town: &TownFile,
        counts: &mut Vec<Counts>,
    ) -> Result<Option<ReadReport>, ReadError> {
        let wanted = Wanted {
            region: source.region,
            zones: &town.limits,
            languages: &town.town.languages,
        };
        let found = match source.format {
            Format::TelraamJson => {
                counts.push(telraam_json::read(shown, bytes)?);
                return Ok(None);
            }
            Format::TelraamCsv => {
                counts.push(telraam_csv::read(shown, bytes, source.zone)?);
                return Ok(None);
            }
            Format::TelraamParquet => {
                counts.push(telraam_parquet::read(shown, bytes, source.zone)?);
                return Ok(None);
            }
            Format::Csv
            | Format::Awv
            | Format::EcoCounterCsv
            | Format::Gent5Min
            | Format::GentHourlyJson
            | Format::BerlinDetection
            | Format::TelraamXlsx
            | Format::MuensterLoops
            | Format::Vbv1
            | Format::Metrocount
            | Format::Int2
            | Format::Jamar
            | Format::PublishedCounts
            | Format::GbfsRecording
            | Format::TripsCsv
            | Format::TripsCitylab => {
                counts.push(companions.read(source, shown, bytes)?);
                return Ok(None);
            }
            Format::PublicHolidays | Format::SchoolHolidays => {
                let found = calendar_csv::read(shown, bytes, &source.calendar_columns)?;
                let days = if source.format == Format::PublicHolidays {
                    &mut self.calendar.public_holidays
                } else {
                    &mut self.calendar.school_holidays
                };
                days.extend(found.days);
                return Ok(Some(found.report));
            }
            Format::Events => {
                let found = events_csv::read(shown, bytes)?;
                self.calendar.events.extend(found.events);
                return Ok(Some(found.report));
            }
            Format::TelraamSegments => segments_geojson::read(shown, bytes, wanted)?,
            Format::StreetGeojson => {
                streets_geojson::read(shown, bytes, &source.street_columns, wanted)?
            }
            Format::OsmPbf => osm_pbf::read(shown, bytes, wanted)?,
        };
        self.pieces
            .extend(found.pieces.into_iter().map(|mut piece| {
                if piece.municipality.is_empty() {
                    piece.municipality.clone_from(&source.municipality);
                }
                piece
            }));
        Ok(Some(found.report))
    }

    fn town_data(mut self, file: &TownFile, outcome: &mut Outcome) -> TownData {
        let mut counted: BTreeMap<SegmentId, Site> = BTreeMap::new();
        for (_, joined) in &self.counts {
            for segment in &joined.table.segments {
                let known = counted.entry(segment.clone()).or_default();
                if let Some(site) = joined.sites.get(segment) {
                    known.complete(site);
                }
            }
        }
        for file in &self.ready {
            for segment in &file.segments {
                let known = counted
                    .entry(SegmentId(segment.segment.clone()))
                    .or_default();
                known.complete(&file.site);
            }
        }
        let language = file.town.languages.first().map_or("und", String::as_str);
        let put = put_together(Known {
            pieces: self.pieces,
            counted,
            overrides: &file.streets,
            language,
        });
        outcome.warnings.extend(put.warnings);
        self.calendar.events.extend(file.events.iter().cloned());
        self.calendar.events = in_order(self.calendar.events);
        outcome
            .warnings
            .extend(unplaced(&self.calendar.events, &put.streets));
        if let Some(dataset) = self.datasets.first_mut() {
            dataset.steps.extend(put.notes);
        }
        let counts: Vec<(String, CountTable)> = self
            .counts
            .into_iter()
            .map(|(id, joined)| (id, joined.table))
            .collect();
        if let Some(place) = &file.public_holidays {
            let of_tables = counts
                .iter()
                .flat_map(|(_, table)| table.start.iter().copied());
            let parts = self.ready.iter().flat_map(|file| &file.segments);
            let parts = parts.flat_map(|segment| &segment.parts);
            let starts = of_tables.chain(parts.flat_map(|part| [part.first, part.last]));
            let starts = starts.chain(self.shared.iter().flat_map(shared_sources::extent));
            add_computed(place, starts, &file.town.zone, &mut self.calendar);
        }
        let zone = Zone::parse(&file.town.zone);
        let found = zone.map(|zone| {
            let town = shared::Town {
                streets: &put.streets,
                calendar: &self.calendar,
                zone,
                inhabitants: &file.inhabitants,
            };
            shared::measured(&self.shared, town)
        });
        let found = found.unwrap_or_default();
        TownData {
            near: found.near,
            town: file.town.clone(),
            streets: put.streets,
            calendar: self.calendar,
            datasets: self.datasets,
            counts,
            ready: self.ready,
            foreign: Vec::new(),
            theme: Vec::new(),
            stated: Stated {
                catalog: file.stated.clone(),
                datasets: self.stated,
                today: None,
            },
            extra: found.reports.into_iter().map(report_file).collect(),
        }
    }
}

/// The file of what was measured of a dataset.
pub(super) fn report_file((dataset, bytes): (String, Vec<u8>)) -> ExtraFile {
    ExtraFile {
        path: format!("shared/{dataset}.json"),
        media_type: "application/json".to_owned(),
        dataset,
        bytes,
    }
}

/// Events by their first day, those of the whole town first; what two sources tell alike is told once.
fn in_order(mut events: Vec<Event>) -> Vec<Event> {
    let mut seen = HashSet::new();
    events.retain(|event| seen.insert(event.clone()));
    let key = |event: &Event| (event.start, event.segment.clone(), event.end, event.kind);
    events.sort_by_cached_key(key);
    events
}

/// Events of segments that no source has: they will never be seen.
fn unplaced(events: &[Event], streets: &[Street]) -> Vec<String> {
    let known: BTreeSet<&SegmentId> = streets
        .iter()
        .flat_map(|street| street.segments.iter().map(|segment| &segment.id))
        .collect();
    let missing = events.iter().filter_map(|event| {
        let segment = event.segment.as_ref()?;
        (!known.contains(segment)).then(|| {
            format!(
                ": no source has the segment {segment} of the event of {}",
                event.start
            )
        })
    });
    missing.collect()
}

/// Computed holidays of all years that are counted and the one after; a name
/// that a source gives to the same day stays.
fn add_computed(
    place: &str,
    starts: impl Iterator<Item = Instant>,
    zone: &str,
    calendar: &mut Calendar,
) {
    let extent = starts.fold(None, |extent: Option<(Instant, Instant)>, start| {
        Some(extent.map_or((start, start), |(first, last)| {
            (first.min(start), last.max(start))
        }))
    });
    let (Some((first, last)), Some(zone)) = (extent, Zone::parse(zone)) else {
        return;
    };
    for year in zone.local(first).date.year()..=zone.local(last).date.year() + 1 {
        for (date, name) in public_holidays::of_year(place, year).unwrap_or_default() {
            calendar.public_holidays.entry(date).or_insert(name);
        }
    }
}

fn dataset_of(source: &Source, outcome: &SourceOutcome, root: &Path) -> Dataset {
    let mut description = source.description.clone();
    for (language, note) in &source.notes.by_language {
        let text = description.by_language.entry(language.clone()).or_default();
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(note);
    }
    Dataset {
        id: source.id.clone(),
        title: source.title.clone(),
        description,
        publisher: source.publisher.clone(),
        publisher_url: source.url.clone(),
        license: source.license.clone(),
        attribution: source.attribution.clone(),
        retrieved: source.retrieved,
        device: source.device.or_else(|| source.format.device()),
        accuracy: Names::clone(&source.accuracy),
        steps: outcome.steps(root),
        distributions: Vec::new(),
    }
}

/// A path as it is told in a published folder: below the data's root, which is nobody's business.
pub(super) fn within(root: &Path, path: &Path) -> String {
    path.strip_prefix(root)
        .map_or_else(
            |_| {
                path.file_name()
                    .map(|name| name.to_string_lossy().into_owned())
                    .unwrap_or_default()
            },
            |rest| rest.to_string_lossy().into_owned(),
        )
        .replace('\\', "/")
}
