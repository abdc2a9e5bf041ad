//! Everything on one street's page.

use super::answer_town::{
    CALENDAR, Overview, by_segment, counted_datasets, file_piece, overview, source_line,
    summary_of, with_usual,
};
use super::geometry::{centre, distance_m};
use super::piece::{Kind, Piece};
use super::store::{Gather, Need, Opened, Store};
use crate::analysis::{
    Choice, NoAnswer, Period, SegmentCounts, availability, counted, extent, whole_hours,
};
use crate::domain::{Calendar, Device, SegmentId, Street, StreetSegment};
use crate::ledger::About;
use crate::query::answer::{
    Availability, NearbyStreet, SectionEntry, SourceLine, StreetAnswer, StreetHeader, Topic,
};
use crate::query::ledger::LedgerFile;
use crate::query::{Failure, Ledger, LedgerQuestion, PeriodChoice, StreetQuestion};
use crate::read::published;
use crate::table::layout::SegmentRows;
use crate::table::{CountIndex, CountTable, SummaryRow};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// How many streets are shown in place of counts.
const NEARBY: usize = 5;

/// Towns with more counts files than this wait one round longer, and fetch only the index they need.
const PREFETCHED_INDEXES: usize = 4;

type BySegment<'a> = BTreeMap<&'a SegmentId, Vec<&'a SummaryRow>>;

pub(super) fn answer(store: &mut Store, question: &StreetQuestion) -> Result<StreetAnswer, Need> {
    let overview = prefetched(store)?;
    let Overview {
        opened,
        streets,
        summary,
    } = &overview;
    let languages = &opened.catalog.town.languages;
    let street = street_of(streets, question)?;
    let by_segment = by_segment(summary);
    let Some(section) = section(street, &by_segment, question)? else {
        return Ok(StreetAnswer {
            header: header(street, languages),
            sections: Vec::new(),
            availability: uncounted(street),
            counted: None,
            nearby: nearby(street, streets, &by_segment, languages),
            sources: sources_of_streets(opened),
        });
    };
    let (calendar, table, files) = gathered(store, opened, section, &by_segment)?;
    let hours = whole_hours(&table);
    let counts = SegmentCounts::of_parts(&hours, &table, opened.zone, &calendar);
    let counted = match counted(&counts, &choice(question, section, &files)) {
        Ok(counted) => Some(counted),
        Err(NoAnswer::EmptyPeriod) => return Err(Failure::EmptyPeriod.into()),
        Err(_) => None,
    };
    let mut sources: Vec<SourceLine> = files.into_iter().map(|file| file.source).collect();
    let mut known = availability(&counts);
    for entry in &mut known {
        entry.source = entry.since.map(|_| 0);
    }
    known.push(limit(section, count(sources.len())));
    sources.extend(sources_of_streets(opened));
    Ok(StreetAnswer {
        header: header(street, languages),
        sections: sections(street, &by_segment, section, &counts),
        availability: known,
        counted,
        nearby: Vec::new(),
        sources,
    })
}

/// The sum behind a figure of the same page, from the same rows.
pub(super) fn ledger(store: &mut Store, question: &LedgerQuestion) -> Result<Ledger, Need> {
    let overview = prefetched(store)?;
    let Overview {
        opened,
        streets,
        summary,
    } = &overview;
    let street = street_of(streets, &question.street)?;
    let by_segment = by_segment(summary);
    let section = section(street, &by_segment, &question.street)?
        .ok_or_else(|| Need::from(Failure::EmptyPeriod))?;
    let (calendar, table, files) = gathered(store, opened, section, &by_segment)?;
    let hours = whole_hours(&table);
    let counts = SegmentCounts::of_parts(&hours, &table, opened.zone, &calendar);
    let choice = choice(&question.street, section, &files);
    let about = About {
        street: street.id.clone(),
        names: with_usual(&street.names, &opened.catalog.town.languages),
        files,
    };
    crate::ledger::ledger(&counts, &choice, question.figure, about)
        .map_err(|_| Failure::EmptyPeriod.into())
}

fn street_of<'a>(streets: &'a [Street], question: &StreetQuestion) -> Result<&'a Street, Need> {
    let found = streets.iter().find(|street| street.id == question.street);
    found.ok_or_else(|| {
        Need::from(Failure::UnknownStreet {
            street: question.street.clone(),
        })
    })
}

fn choice(question: &StreetQuestion, section: &StreetSegment, files: &[LedgerFile]) -> Choice {
    let mut devices: Vec<Device> = files.iter().filter_map(|file| file.source.device).collect();
    devices.sort_unstable();
    devices.dedup();
    Choice {
        mode: question.mode,
        period: match question.period {
            PeriodChoice::LastYear => Period::LastYear,
            PeriodChoice::All => Period::All,
            PeriodChoice::Between { start, end } => Period::Between { start, end },
        },
        limit_kmh: section.limit_kmh,
        devices,
        side_names: section.side_names.clone(),
    }
}

type Gathered = (Rc<Calendar>, CountTable, Vec<LedgerFile>);

/// Calendar and counts of a section, fetched in one round.
fn gathered(
    store: &mut Store,
    opened: &Opened,
    section: &StreetSegment,
    by_segment: &BySegment<'_>,
) -> Result<Gathered, Need> {
    let calendar = file_piece(opened, CALENDAR, Kind::Calendar)?;
    let mut gather = Gather::default();
    let calendar = gather.take(store.calendar(&calendar))?;
    let rows = by_segment
        .get(&section.id)
        .map(Vec::as_slice)
        .unwrap_or_default();
    let counts = gather.take(counts(store, opened, &section.id, rows))?;
    let (Some(calendar), Some((table, files))) = (calendar, counts) else {
        return Err(gather.missing());
    };
    Ok((calendar, table, files))
}

/// The overview, and in the same round of requests the small files that a counted street will need.
fn prefetched(store: &mut Store) -> Result<Overview, Need> {
    let opened = store.catalog()?;
    let mut gather = Gather::default();
    let found = gather.take(overview(store))?;
    gather.take(store.calendar(&file_piece(&opened, CALENDAR, Kind::Calendar)?))?;
    let files = opened
        .catalog
        .datasets
        .iter()
        .flat_map(|dataset| &dataset.distributions);
    for index in files
        .filter(|file| file.path.ends_with(".index.json"))
        .take(PREFETCHED_INDEXES)
    {
        gather.take(store.index(&Piece::whole(Kind::Index, index)))?;
    }
    match found {
        Some(overview) if gather.is_complete() => Ok(overview),
        _ => Err(gather.missing()),
    }
}

/// The segment that is asked for, or the counted one with most usable hours; `None` where nothing is counted.
fn section<'a>(
    street: &'a Street,
    by_segment: &BySegment<'_>,
    question: &StreetQuestion,
) -> Result<Option<&'a StreetSegment>, Need> {
    let wanted = match &question.segment {
        Some(id) => Some(id.clone()),
        None => summary_of(street, by_segment).map(|summary| summary.segment),
    };
    let Some(id) = wanted else { return Ok(None) };
    let found = street
        .segments
        .iter()
        .find(|s| s.id == id && by_segment.contains_key(&s.id));
    found.map(Some).ok_or_else(|| {
        Failure::UnknownSegment {
            street: question.street.clone(),
            segment: id.0,
        }
        .into()
    })
}

/// The rows of a segment from every dataset that counted it. Where two have the same hour, the first wins.
fn counts(
    store: &mut Store,
    opened: &Opened,
    segment: &SegmentId,
    summary: &[&SummaryRow],
) -> Result<(CountTable, Vec<LedgerFile>), Need> {
    let mut gather = Gather::default();
    let mut tables = Vec::new();
    let mut files = Vec::new();
    for dataset in counted_datasets(summary) {
        let path = format!("counts/{dataset}.parquet");
        let index = file_piece(opened, &format!("counts/{dataset}.index.json"), Kind::Index)?;
        let Some(index) = gather.take(store.index(&index))? else {
            continue;
        };
        let Some(rows) = index.find(segment) else {
            continue;
        };
        let footer = gather.take(store.footer(&Piece::part(Kind::Footer, &path, &index.footer)))?;
        let mut parts = Vec::new();
        for plan in index.plan(rows) {
            let Some(group) = index.groups.get(plan.group) else {
                continue;
            };
            let piece = Piece::part(Kind::RowGroup, &path, &group.part);
            if let Some(bytes) = gather.take(store.row_group(&piece))? {
                parts.push((plan, group.part.offset, bytes));
            }
        }
        let Some(footer) = footer.filter(|_| gather.is_complete()) else {
            continue;
        };
        let mut table = CountTable::new();
        for (plan, offset, bytes) in parts {
            published::counts::append(
                &mut table,
                segment,
                &footer,
                plan,
                offset,
                bytes.as_ref().clone(),
            )
            .map_err(|error| Failure::Unreadable {
                file: path.clone(),
                place: error.place,
                expected: error.expected,
            })?;
        }
        if let Some((dataset, file)) = opened.catalog.file(&path) {
            let first_row = first_row(&index, rows);
            files.push(LedgerFile {
                source: source_line(dataset, file, count(table.len())),
                bytes: file.bytes,
                first_row,
                last_row: (first_row + rows.rows).saturating_sub(1),
                steps: dataset.steps.clone(),
            });
        }
        tables.push(table);
    }
    if gather.is_complete() {
        Ok((merge(tables), files))
    } else {
        Err(gather.missing())
    }
}

/// Where a segment begins in its file, counted from row 0.
fn first_row(index: &CountIndex, rows: &SegmentRows) -> u64 {
    let before = index.groups.iter().take(rows.group);
    before.map(|group| group.rows).sum::<u64>() + rows.row
}

fn merge(tables: Vec<CountTable>) -> CountTable {
    let mut tables = tables.into_iter();
    let first = tables.next().unwrap_or_default();
    let rest: Vec<CountTable> = tables.collect();
    if rest.is_empty() {
        return first;
    }
    let mut seen = BTreeSet::new();
    let mut merged = CountTable::new();
    for table in std::iter::once(&first).chain(&rest) {
        let rows = (0..table.len()).filter_map(|i| table.row(i));
        let new: Vec<_> = rows.filter(|row| !seen.contains(&row.start)).collect();
        for row in new {
            seen.insert(row.start);
            merged.push(&row);
        }
    }
    merged.sorted()
}

fn header(street: &Street, languages: &[String]) -> StreetHeader {
    StreetHeader {
        id: street.id.clone(),
        names: with_usual(&street.names, languages),
        municipality: street.municipality.clone(),
        road_class: street.road_class.clone(),
        limits_kmh: street.limits_kmh(),
        length_m: street.length_m(),
        centre: centre(street),
    }
}

/// The counted segments; days and hours of the one at hand from its rows, of the others from the summary.
fn sections(
    street: &Street,
    by_segment: &BySegment<'_>,
    at_hand: &StreetSegment,
    counts: &SegmentCounts<'_>,
) -> Vec<SectionEntry> {
    let counted = street
        .segments
        .iter()
        .filter_map(|s| by_segment.get(&s.id).map(|rows| (s, rows)));
    counted
        .filter_map(|(segment, rows)| {
            let first = rows.iter().map(|row| row.first).min()?;
            let last = rows.iter().map(|row| row.last).max()?;
            let hours = rows.iter().map(|row| row.usable_hours).sum::<u64>();
            let known = (segment.id == at_hand.id).then(|| extent(counts)).flatten();
            Some(SectionEntry {
                segment: segment.id.clone(),
                label: segment.label.clone(),
                limit_kmh: segment.limit_kmh,
                length_m: segment.length_m,
                first: known.map_or(first, |extent| extent.first),
                last: known.map_or(last, |extent| extent.last),
                usable_hours: known.map_or(u32::try_from(hours).unwrap_or(u32::MAX), |extent| {
                    extent.usable_hours
                }),
            })
        })
        .collect()
}

/// The matrix of a street without counts: only its limit may be known.
fn uncounted(street: &Street) -> Vec<Availability> {
    let modes = [
        Topic::Pedestrian,
        Topic::Bike,
        Topic::Car,
        Topic::Heavy,
        Topic::Speed,
    ];
    let never = |topic| Availability {
        topic,
        since: None,
        until: None,
        hours: 0,
        source: None,
    };
    let mut rows: Vec<Availability> = modes.into_iter().map(never).collect();
    let source = (!street.limits_kmh().is_empty()).then_some(0);
    rows.push(Availability {
        topic: Topic::Limit,
        since: None,
        until: None,
        hours: 0,
        source,
    });
    rows
}

/// A limit has a source but no date.
fn limit(segment: &StreetSegment, source: u32) -> Availability {
    let source = segment.limit_kmh.map(|_| source);
    Availability {
        topic: Topic::Limit,
        since: None,
        until: None,
        hours: 0,
        source,
    }
}

fn sources_of_streets(opened: &Opened) -> Vec<SourceLine> {
    let found = opened.catalog.file(super::answer_town::STREETS);
    found
        .map(|(dataset, file)| source_line(dataset, file, 0))
        .into_iter()
        .collect()
}

/// Comparable counted streets (same road class and limit) before others, then the nearest; shown nearest first.
fn nearby(
    street: &Street,
    streets: &[Street],
    by_segment: &BySegment<'_>,
    languages: &[String],
) -> Vec<NearbyStreet> {
    let here = centre(street);
    let mut found: Vec<NearbyStreet> = streets
        .iter()
        .filter(|other| other.id != street.id)
        .filter_map(|other| {
            let summary = summary_of(other, by_segment)?;
            Some(NearbyStreet {
                id: other.id.clone(),
                names: with_usual(&other.names, languages),
                distance_m: here
                    .zip(centre(other))
                    .map(|(a, b)| distance_m(a, b).round()),
                is_comparable: !street.road_class.is_empty()
                    && other.road_class == street.road_class
                    && other.limits_kmh() == street.limits_kmh(),
                counted: summary,
            })
        })
        .collect();
    let far = |n: &NearbyStreet| n.distance_m.unwrap_or(f64::INFINITY);
    found.sort_by(|a, b| {
        b.is_comparable
            .cmp(&a.is_comparable)
            .then(far(a).total_cmp(&far(b)))
            .then(a.id.cmp(&b.id))
    });
    found.truncate(NEARBY);
    found.sort_by(|a, b| far(a).total_cmp(&far(b)).then(a.id.cmp(&b.id)));
    found
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
