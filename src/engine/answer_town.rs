//! Name, streets and figures of the town.

use super::geometry::centre;
use super::piece::{Kind, Piece};
use super::store::{Gather, Need, Opened, Store};
use crate::catalog::{Catalog, Dataset, Distribution};
use crate::domain::order::put_in_order;
use crate::domain::{Names, SegmentId, Street, fold::fold};
use crate::query::Failure;
use crate::query::answer::{CountedSummary, SourceLine, StreetEntry, TownAnswer, TownFigures};
use crate::table::SummaryRow;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Where the files of a folder are.
pub(super) const STREETS: &str = "streets.geojson";
pub(super) const CALENDAR: &str = "calendar.json";
pub(super) const SUMMARY: &str = "summary/segments.parquet";

/// What every view of a town begins with.
pub(super) struct Overview {
    pub opened: Rc<Opened>,
    pub streets: Rc<Vec<Street>>,
    pub summary: Rc<Vec<SummaryRow>>,
}

pub(super) fn overview(store: &mut Store) -> Result<Overview, Need> {
    let opened = store.catalog()?;
    let mut gather = Gather::default();
    let streets = file_piece(&opened, STREETS, Kind::Streets)?;
    let summary = file_piece(&opened, SUMMARY, Kind::Summary)?;
    let streets = gather.take(store.streets(&streets))?;
    let summary = gather.take(store.summary(&summary))?;
    match (streets, summary) {
        (Some(streets), Some(summary)) => Ok(Overview {
            opened,
            streets,
            summary,
        }),
        _ => Err(gather.missing()),
    }
}

/// What the catalogue alone says of the town.
pub(super) fn preview(store: &mut Store) -> Result<TownAnswer, Need> {
    Ok(without_streets(&store.catalog()?.catalog))
}

fn without_streets(catalog: &Catalog) -> TownAnswer {
    TownAnswer {
        names: catalog.town.names.clone(),
        is_demonstration: catalog.town.is_demonstration,
        zone: catalog.town.zone.clone(),
        languages: catalog.town.languages.clone(),
        centre: catalog.town.centre,
        streets: Vec::new(),
        figures: TownFigures::default(),
        sources: sources(catalog),
    }
}

fn sources(catalog: &Catalog) -> Vec<SourceLine> {
    let datasets = catalog
        .datasets
        .iter()
        .filter(|dataset| !matches!(dataset.id.as_str(), "streets" | "calendar" | "summary"));
    datasets
        .filter_map(|dataset| {
            let file = dataset.distributions.first()?;
            Some(source_line(dataset, file, 0))
        })
        .collect()
}

pub(super) fn answer(store: &mut Store) -> Result<TownAnswer, Need> {
    let Overview {
        opened,
        streets,
        summary,
    } = overview(store)?;
    let catalog = &opened.catalog;
    let by_segment = by_segment(&summary);
    let language = catalog.town.languages.first().map_or("und", String::as_str);
    let entries: Vec<StreetEntry> = streets
        .iter()
        .map(|street| entry(street, &by_segment, &catalog.town.languages))
        .collect();
    let mut named: Vec<(String, StreetEntry)> = entries
        .into_iter()
        .map(|entry| (fold(entry.names.in_language(language)), entry))
        .collect();
    put_in_order(&mut named, &|(a, x), (b, y)| {
        let by_place = || x.municipality.cmp(&y.municipality).then(x.id.cmp(&y.id));
        a.cmp(b).then_with(by_place)
    });
    let entries: Vec<StreetEntry> = named.into_iter().map(|(_, entry)| entry).collect();
    let figures = TownFigures {
        streets: count(entries.len()),
        counted_streets: count(entries.iter().filter(|e| e.counted.is_some()).count()),
        counted_segments: count(by_segment.len()),
        usable_hours: summary.iter().map(|row| row.usable_hours).sum(),
        first: summary.iter().map(|row| row.first).min(),
        last: summary.iter().map(|row| row.last).max(),
    };
    Ok(TownAnswer {
        streets: entries,
        figures,
        ..without_streets(catalog)
    })
}

/// A segment that is counted in several datasets has a row of each; they keep the order of the file.
pub(super) fn by_segment(summary: &[SummaryRow]) -> BTreeMap<&SegmentId, Vec<&SummaryRow>> {
    let mut map: BTreeMap<&SegmentId, Vec<&SummaryRow>> = BTreeMap::new();
    for row in summary {
        map.entry(&row.segment).or_default().push(row);
    }
    map
}

/// The names with the town's usual one under `und`, which is what a reader sees whose language has none.
pub(super) fn with_usual(names: &Names, languages: &[String]) -> Names {
    let mut names = names.clone();
    if !names.by_language.contains_key("und")
        && let Some(usual) = languages
            .iter()
            .find_map(|tag| names.by_language.get(tag))
            .cloned()
    {
        names.by_language.insert("und".into(), usual);
    }
    names
}

fn entry(
    street: &Street,
    by_segment: &BTreeMap<&SegmentId, Vec<&SummaryRow>>,
    languages: &[String],
) -> StreetEntry {
    StreetEntry {
        id: street.id.clone(),
        names: with_usual(&street.names, languages),
        municipality: street.municipality.clone(),
        centre: centre(street),
        counted: summary_of(street, by_segment),
    }
}

/// The summary of the street's segment with most usable hours.
pub(super) fn summary_of(
    street: &Street,
    by_segment: &BTreeMap<&SegmentId, Vec<&SummaryRow>>,
) -> Option<CountedSummary> {
    let rows = street
        .segments
        .iter()
        .filter_map(|s| by_segment.get(&s.id))
        .flatten();
    // The first of equals: `max_by_key` alone would take the last.
    rows.rev()
        .max_by_key(|row| row.usable_hours)
        .map(|row| CountedSummary {
            segment: row.segment.clone(),
            first: row.first,
            last: row.last,
            cars_per_working_day: row.cars_per_working_day,
            hours_of_day: row.hours_of_day,
            bikes_per_working_day: row.bikes_per_working_day,
            v85_kmh: row.v85_kmh,
        })
}

pub(super) fn file_piece(opened: &Opened, path: &str, kind: Kind) -> Result<Piece, Need> {
    match opened.catalog.file(path) {
        Some((_, file)) => Ok(Piece::whole(kind, file)),
        None => Err(Failure::Unreadable {
            file: "catalog.jsonld".into(),
            place: "dcat:distribution".into(),
            expected: format!("a record of {path}"),
        }
        .into()),
    }
}

pub(super) fn source_line(dataset: &Dataset, file: &Distribution, rows: u32) -> SourceLine {
    SourceLine {
        dataset: dataset.id.clone(),
        title: dataset.title.clone(),
        publisher: dataset.publisher.clone(),
        license: dataset.license.name.clone(),
        license_url: dataset.license.url.clone(),
        path: file.path.clone(),
        sha256: file.sha256.clone(),
        rows,
        device: dataset.device,
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
