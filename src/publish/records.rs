//! The records of a publication: what the town file states, and what was measured while publishing.

use super::folder::TownData;
use crate::catalog::jsonld::{self, Head};
use crate::catalog::record::Described;
use crate::catalog::record_parts::{
    Activity, Agent, Checksum, Contact, File, Incident, LabelElement, LeftOutRows, Link, Location,
    Measurement, Period, QualityAnnotation, RawFile, Reference, Rights, Software,
};
use crate::catalog::texts::Text;
use crate::catalog::{Dataset, Distribution, EthicsCard, Record, terms};
use crate::domain::{CivilDate, Device, LonLat, Mode, Names, SegmentId, Side, Zone};
use crate::table::SummaryRow;
use crate::table::layout::{MEAN, SPEED_10, V85, volume_column};
use std::collections::{BTreeMap, BTreeSet};

/// mobilityDCAT-AP's theme of maps of streets.
pub const STREETS_THEME: &str = "static-road-network-data";

/// What a town file says beyond the sources' own data.
#[derive(Clone, Debug, Default)]
pub struct Stated {
    pub catalog: StatedCatalog,
    pub datasets: BTreeMap<String, StatedDataset>,
    /// The day of the publication; without one the last day that the data speak of.
    pub today: Option<CivilDate>,
}

#[derive(Clone, Debug, Default)]
pub struct StatedCatalog {
    pub description: Names,
    pub publisher: Option<Agent>,
    /// Empty: the page above the folder, as `make build` lays it.
    pub homepage: String,
    pub created: Option<CivilDate>,
}

#[derive(Clone, Debug, Default)]
pub struct StatedDataset {
    /// Of the publisher; may be empty.
    pub email: String,
    pub owner: Option<Agent>,
    pub contact: Option<Contact>,
    pub used_by: Vec<Link>,
    pub keywords: Vec<Text>,
    /// A name of `terms::FREQUENCIES`; empty: unknown.
    pub frequency: String,
    /// Names of `terms::NETWORKS`.
    pub networks: Vec<String>,
    pub ethics: EthicsCard,
    /// mobilityDCAT-AP's theme of what is no count; empty: `other`.
    pub theme: String,
    /// Rows of the raw files: read, kept.
    pub rows: Option<(u64, u64)>,
    /// Of the rows that were not kept: why, and how many.
    pub refused: Vec<(String, u64)>,
    pub raw: Vec<RawFile>,
}

/// What the catalogue says of itself. `datasets` are complete.
#[must_use]
pub fn head(data: &TownData, datasets: &[Dataset], summary: &[SummaryRow]) -> Head {
    let stated = &data.stated.catalog;
    let last = summary.iter().map(|row| row.last);
    let last = last
        .chain(datasets.iter().filter_map(|d| d.retrieved))
        .max();
    let homepage = if stated.homepage.is_empty() {
        "../"
    } else {
        &stated.homepage
    };
    Head {
        description: stated.description.clone(),
        publisher: stated.publisher.clone(),
        homepage: homepage.to_owned(),
        created: stated.created,
        modified: data
            .stated
            .today
            .or(last)
            .unwrap_or(CivilDate::from_days(0)),
    }
}

/// A record per dataset, of no publication yet.
#[must_use]
pub fn records(
    data: &TownData,
    datasets: &[Dataset],
    summary: &[SummaryRow],
    head: &Head,
    label: &dyn Fn(Device) -> Vec<LabelElement>,
) -> Vec<Record> {
    let nothing = StatedDataset::default();
    let boxes = Boxes::new(data);
    let all = datasets.iter().map(|dataset| {
        let stated = data.stated.datasets.get(&dataset.id).unwrap_or(&nothing);
        let measured = Measured::new(data, dataset, summary);
        let described = described(data, (dataset, datasets), stated, &measured, &boxes, label);
        let described = Described {
            steps: steps(dataset, stated, head),
            ..described
        };
        let languages: BTreeSet<&str> = described
            .title
            .by_language
            .keys()
            .map(String::as_str)
            .filter(|tag| *tag != "und")
            .collect();
        let usual = data.town.languages.iter().map(String::as_str);
        let languages = if languages.is_empty() {
            usual.take(1).collect()
        } else {
            languages
        };
        Record {
            context: terms::context(),
            id: Record::paths(&dataset.id).0,
            created: head.created.unwrap_or(head.modified),
            modified: head.modified,
            language: languages
                .into_iter()
                .filter_map(terms::language)
                .map(Reference::new)
                .collect(),
            publication: String::new(),
            dataset: described,
        }
    });
    all.collect()
}

fn described(
    data: &TownData,
    (dataset, datasets): (&Dataset, &[Dataset]),
    stated: &StatedDataset,
    measured: &Measured,
    boxes: &Boxes,
    label: &dyn Fn(Device) -> Vec<LabelElement>,
) -> Described {
    let is_counts = !measured.segments.is_empty();
    let spatial = boxes.around(&measured.segments, dataset.id == "streets");
    let themes: &[&str] = match (is_counts, dataset.id.as_str()) {
        (true, _) if measured.has_speeds => &["traffic-volume", "speed"],
        (true, _) => &["traffic-volume"],
        (false, "streets") => &[STREETS_THEME],
        _ if stated.theme.is_empty() => &["other"],
        _ => &[&stated.theme],
    };
    let frequency = terms::frequency(&stated.frequency).or_else(|| terms::frequency("unknown"));
    Described {
        id: jsonld::iri(&dataset.id),
        identifier: dataset.id.clone(),
        title: dataset.title.clone(),
        // A description is mandatory; a source that has none is told by its title.
        description: if dataset.description.by_language.is_empty() {
            dataset.title.clone()
        } else {
            dataset.description.clone()
        },
        publisher: Agent::new(&dataset.publisher, &dataset.publisher_url, &stated.email),
        owner: stated.owner.clone(),
        contact: stated.contact.clone(),
        license: dataset.license.clone(),
        attribution: dataset.attribution.clone(),
        access: Reference::new(terms::public()),
        keywords: stated.keywords.clone(),
        theme: Reference::new(terms::transport()),
        mobility_themes: themes
            .iter()
            .map(|code| Reference::new(terms::mobility_theme(code)))
            .collect(),
        transport_modes: measured
            .modes
            .iter()
            .filter_map(|mode| terms::transport_mode(*mode))
            .map(Reference::new)
            .collect(),
        networks: stated
            .networks
            .iter()
            .map(|name| Reference::new(terms::network(name)))
            .collect(),
        georeferencing: spatial
            .is_some()
            .then(|| Reference::new(terms::geocoordinates())),
        spatial: spatial.unwrap_or_else(|| Location::of_point(data.town.centre)),
        temporal: measured.period,
        frequency: Reference::new(frequency.unwrap_or_default()),
        used_by: stated.used_by.clone(),
        retrieved: dataset.retrieved,
        device: dataset.device,
        accuracy: QualityAnnotation::of(&dataset.accuracy),
        measurements: measured.measurements(dataset, stated),
        incidents: measured.incidents(data),
        raw: stated.raw.clone(),
        steps: Vec::new(),
        ethics: stated.ethics.clone(),
        label: dataset.device.map(label).unwrap_or_default(),
        files: files(dataset, datasets, &stated.theme),
    }
}

/// What was done, by which program and when. The first step is the one that reads: rows go in, and those that are kept
/// come out; where nothing was read, the last one makes what is published.
fn steps(dataset: &Dataset, stated: &StatedDataset, head: &Head) -> Vec<Activity> {
    let software = Software {
        name: "Straatbeeld".to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        on_behalf: head.publisher.clone(),
    };
    let mut steps: Vec<Activity> = (1..)
        .zip(&dataset.steps)
        .map(|(position, label)| Activity {
            position,
            kind: kind_of(label).map(str::to_owned),
            label: label.clone(),
            date: Some(head.modified),
            software: Some(software.clone()),
            rows_in: None,
            rows_out: None,
            left_out: Vec::new(),
        })
        .collect();
    match stated.rows {
        Some((read, kept)) => {
            if let Some(first) = steps.first_mut() {
                first.rows_in = Some(read);
                first.rows_out = Some(kept);
                let reasons = stated.refused.iter();
                first.left_out = reasons
                    .map(|(reason, rows)| LeftOutRows {
                        reason: reason.clone(),
                        rows: *rows,
                    })
                    .collect();
            }
        }
        None => {
            if let Some(last) = steps.last_mut() {
                last.rows_out = published_rows(dataset);
            }
        }
    }
    steps
}

/// What sort of step a line tells of, by how it begins (`SourceOutcome::steps`, the demonstration); `None` for any other.
fn kind_of(label: &str) -> Option<&'static str> {
    const KINDS: [(&str, &str); 10] = [
        ("Read ", "step-read"),
        ("Refused: ", "step-refused"),
        ("Noted: ", "step-noted"),
        ("Left out", "step-unread"),
        ("generated ", "step-simulated"),
        ("simulated ", "step-simulated"),
        ("written ", "step-simulated"),
        ("drawn ", "step-drawn"),
        ("computed ", "step-computed"),
        ("Speed limit ", "step-limit"),
    ];
    let (_, kind) = KINDS.iter().find(|(start, _)| label.starts_with(start))?;
    Some(kind)
}

/// Rows of all its files; `None` where no file has rows.
fn published_rows(dataset: &Dataset) -> Option<u64> {
    let rows = dataset.distributions.iter().filter_map(|file| file.rows);
    rows.reduce(|a, b| a + b)
}

fn published(file: &Distribution, dataset: &Dataset) -> File {
    File {
        access: Reference::new(&*file.path),
        download: Reference::new(&*file.path),
        media_type: file.media_type.clone(),
        format: Reference::new(terms::file_type(&file.media_type)),
        standard: Reference::new(terms::other_standard()),
        license: dataset.license.clone(),
        rights: Rights {
            kind: Reference::new(terms::free_licence()),
        },
        bytes: file.bytes,
        checksum: Checksum::from(file),
        rows: file.rows,
        of: None,
    }
}

/// The files of a dataset; of one that has none those of the dataset that it was put into.
fn files(dataset: &Dataset, all: &[Dataset], theme: &str) -> Vec<File> {
    let own = dataset
        .distributions
        .iter()
        .map(|file| published(file, dataset));
    let own: Vec<File> = own.collect();
    if !own.is_empty() {
        return own;
    }
    let whole = if theme == STREETS_THEME {
        "streets"
    } else {
        "calendar"
    };
    let whole = all.iter().filter(|other| other.id == whole);
    whole
        .flat_map(|whole| {
            whole.distributions.iter().map(|file| File {
                of: Some(Reference::new(jsonld::iri(&whole.id))),
                ..published(file, whole)
            })
        })
        .collect()
}

/// What the counts of a dataset are.
#[derive(Default)]
struct Measured {
    /// Those that are counted, with usable hours or without.
    segments: BTreeSet<SegmentId>,
    period: Option<Period>,
    /// Of the segments with a usable hour: hours from the first to the last day of each, and how many are usable.
    hours: Option<(u64, u64)>,
    modes: BTreeSet<Mode>,
    has_speeds: bool,
}

impl Measured {
    fn new(data: &TownData, dataset: &Dataset, summary: &[SummaryRow]) -> Self {
        let is_of = |id: &str| id == dataset.id || dataset.id == "summary";
        let mut found = Self::default();
        let zone = Zone::parse(&data.town.zone);
        for (_, table) in data.counts.iter().filter(|(id, _)| is_of(id)) {
            found.segments.extend(table.segments.iter().cloned());
            let rows = 0..table.len();
            let has = |mode: Mode| {
                Side::ALL
                    .into_iter()
                    .any(|side| rows.clone().any(|i| table.volume(mode, side, i).is_some()))
            };
            found
                .modes
                .extend(Mode::ALL.into_iter().filter(|mode| has(*mode)));
            found.has_speeds |= rows.clone().any(|i| {
                table.v85.get(i).is_some()
                    || table.mean_kmh.get(i).is_some()
                    || table.speed_10(i).is_some()
            });
        }
        for segment in data
            .ready
            .iter()
            .filter(|file| is_of(&file.dataset))
            .flat_map(|file| &file.segments)
        {
            found.segments.insert(SegmentId(segment.segment.clone()));
            let has = |name: &str| segment.columns.iter().any(|column| column.name == name);
            let modes = Mode::ALL.into_iter();
            found.modes.extend(modes.filter(|mode| {
                Side::ALL
                    .into_iter()
                    .any(|side| has(&volume_column(*mode, side)))
            }));
            found.has_speeds |= [V85, MEAN, SPEED_10].into_iter().any(has);
        }
        for row in summary.iter().filter(|row| is_of(&row.dataset)) {
            if let Some(zone) = zone {
                let (hours, usable) = found.hours.unwrap_or_default();
                let own = hours_between(zone, row.first, row.last);
                found.hours = Some((hours + own, usable + row.usable_hours));
            }
            let period = found.period.unwrap_or(Period {
                start: row.first,
                end: row.last,
            });
            found.period = Some(Period {
                start: period.start.min(row.first),
                end: period.end.max(row.last),
            });
        }
        found
    }

    fn measurements(&self, dataset: &Dataset, stated: &StatedDataset) -> Vec<Measurement> {
        let published = published_rows(dataset);
        let segments = u64::try_from(self.segments.len()).ok().filter(|n| *n > 0);
        let found = [
            ("rows-read", stated.rows.map(|(read, _)| read)),
            ("rows-kept", stated.rows.map(|(_, kept)| kept)),
            (
                "rows-refused",
                stated.rows.map(|(read, kept)| read.saturating_sub(kept)),
            ),
            ("rows-published", published),
            ("counted-segments", segments),
            ("hours-of-period", self.hours.map(|(hours, _)| hours)),
            ("usable-hours", self.hours.map(|(_, usable)| usable)),
        ];
        let found = found.into_iter().filter_map(|(metric, value)| {
            Some(Measurement {
                metric: Reference::new(format!("sb:{metric}")),
                value: value?,
            })
        });
        found.collect()
    }

    /// What the town knows of the sensors; of the whole town it is that of every dataset that counts.
    fn incidents(&self, data: &TownData) -> Vec<Incident> {
        let known = data.calendar.events.iter().filter(|event| {
            let is_ours = event
                .segment
                .as_ref()
                .map_or(!self.segments.is_empty(), |s| self.segments.contains(s));
            is_ours && event.is_sensor()
        });
        let incident = known.map(|event| Incident {
            kind: event.kind,
            segment: event.segment.clone(),
            start: event.start,
            end: event.end,
            text: event.what.clone(),
        });
        incident.collect()
    }
}

/// From the start of the first day to the end of the last.
fn hours_between(zone: Zone, first: CivilDate, last: CivilDate) -> u64 {
    let (start, end) = (
        zone.start_of_day(first),
        zone.start_of_day(CivilDate::from_days(last.days() + 1)),
    );
    u64::try_from((end.0 - start.0) / 3_600_000).unwrap_or(0)
}

/// Where the segments lie.
struct Boxes<'a> {
    lines: BTreeMap<&'a SegmentId, &'a Vec<Vec<LonLat>>>,
}

impl<'a> Boxes<'a> {
    fn new(data: &'a TownData) -> Self {
        let segments = data.streets.iter().flat_map(|street| &street.segments);
        Self {
            lines: segments
                .map(|segment| (&segment.id, &segment.lines))
                .collect(),
        }
    }

    /// The box around segments, or around all of them; `None` where none of them has a place.
    fn around(&self, segments: &BTreeSet<SegmentId>, all: bool) -> Option<Location> {
        let mut corners: Option<(LonLat, LonLat)> = None;
        let lines = self
            .lines
            .iter()
            .filter(|(id, _)| all || segments.contains(**id));
        for point in lines.flat_map(|(_, lines)| lines.iter().flatten()) {
            let (low, high) = corners.unwrap_or((*point, *point));
            corners = Some((
                LonLat {
                    lon: low.lon.min(point.lon),
                    lat: low.lat.min(point.lat),
                },
                LonLat {
                    lon: high.lon.max(point.lon),
                    lat: high.lat.max(point.lat),
                },
            ));
        }
        corners.map(|(low, high)| Location::of_box(low, high))
    }
}
