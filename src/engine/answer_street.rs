//! Everything on one street's page.

use super::answer_town::{
    CALENDAR, by_segment, file_piece, overview, source_line, summary_of, with_usual,
};
use super::decoded::SegmentRows;
use super::geometry::{centre, distance_m};
use super::piece::{Kind, Piece};
use super::segment_rows::{self, First};
use super::store::{Gather, Need, Opened, Store};
use crate::analysis::{
    Choice, Extent, NoAnswer, Period, SegmentCounts, counted, counted_early, extent,
};
use crate::domain::order::put_in_order;
use crate::domain::{Calendar, Device, SegmentId, Street, StreetId, StreetSegment};
use crate::ledger::About;
use crate::query::answer::{
    Availability, NearbyStreet, SectionEntry, SourceLine, StreetAnswer, StreetHeader, Topic,
};
use crate::query::ledger::LedgerFile;
use crate::query::{Failure, Ledger, LedgerQuestion, PeriodChoice, StreetQuestion};
use crate::read::published::street_file::StreetFile;
use crate::table::SummaryRow;
use crate::table::layout::street_path;
use std::collections::BTreeMap;
use std::rc::Rc;

/// How many streets are shown in place of counts.
const NEARBY: usize = 5;

pub(super) type BySegment<'a> = BTreeMap<&'a SegmentId, Vec<&'a SummaryRow>>;

pub(super) fn answer(store: &mut Store, question: &StreetQuestion) -> Result<StreetAnswer, Need> {
    let (opened, file) = here(store, &question.street)?;
    let languages = &opened.catalog.town.languages;
    let street = &file.street;
    let by_segment = by_segment(&file.summary);
    let Some(section) = section(street, &by_segment, question)? else {
        let overview = overview(store)?;
        let all = super::answer_town::by_segment(&overview.summary);
        return Ok(StreetAnswer {
            header: header(street, languages),
            sections: Vec::new(),
            availability: uncounted(street),
            counted: None,
            nearby: nearby(street, &overview.streets, &all, languages),
            sources: sources_of_streets(&opened),
        });
    };
    // What the period needs is fetched first: an early answer can be given from it.
    if store.decoded(&section.id).is_none()
        && sends_parts(store, &file, section)
        && let Some(first) = early(&opened, &file, &by_segment, section, question)
    {
        let mut gather = Gather::default();
        gather.take(calendar(store, &opened))?;
        gather.take(segment_rows::is_there(store, &file, &section.id, &first))?;
        if !gather.is_complete() {
            return Err(gather.missing());
        }
    }
    let (calendar, rows) = gathered(store, &opened, &file, section)?;
    let counts = rows.counts(opened.zone, &calendar);
    let counted = match counted(&counts, &choice(question, section, &rows.files)) {
        Ok(counted) => Some(counted),
        Err(NoAnswer::EmptyPeriod) => return Err(Failure::EmptyPeriod.into()),
        Err(_) => None,
    };
    let mut sources = sources(&rows.files);
    let mut known = rows.known(&counts);
    for entry in &mut known {
        entry.source = entry.since.map(|_| 0);
    }
    known.push(limit(section, count(sources.len())));
    sources.extend(sources_of_streets(&opened));
    Ok(StreetAnswer {
        header: header(street, languages),
        sections: sections(street, &by_segment, section, Some(&counts)),
        availability: known,
        counted,
        nearby: Vec::new(),
        sources,
    })
}

/// The answer from the hours of its mode in the period alone, while the rest is on its way: how busy it is. The trend
/// is pending, and speeds, other modes, directions, and what is known here since when are not there.
/// `None` where there is no point in one.
pub(super) fn early_answer(store: &mut Store, question: &StreetQuestion) -> Option<StreetAnswer> {
    let (opened, file) = here(store, &question.street).ok()?;
    let street = &file.street;
    let by_segment = by_segment(&file.summary);
    let section = section(street, &by_segment, question).ok()??;
    let first = early(&opened, &file, &by_segment, section, question)?;
    let calendar = calendar(store, &opened).ok()?;
    let rows = segment_rows::first(store, &opened, &file, &section.id, &first).ok()??;
    let counts = rows.counts(opened.zone, &calendar);
    let choice = choice(question, section, &rows.files);
    let extent = extent_of(by_segment.get(&section.id)?)?;
    let mut sources = sources(&rows.files);
    sources.extend(sources_of_streets(&opened));
    Some(StreetAnswer {
        header: header(street, &opened.catalog.town.languages),
        sections: sections(street, &by_segment, section, None),
        availability: Vec::new(),
        counted: Some(counted_early(&counts, &choice, &extent).ok()?),
        nearby: Vec::new(),
        sources,
    })
}

/// Who gets a file whole has no use for a part of it before the rest.
fn sends_parts(store: &Store, file: &StreetFile, section: &StreetSegment) -> bool {
    let mut counts = file.counts.iter();
    counts.all(|counts| counts.segment != section.id.0 || store.sends_parts(&counts.file))
}

/// What comes first.
fn early(
    opened: &Opened,
    file: &StreetFile,
    by_segment: &BySegment<'_>,
    section: &StreetSegment,
    question: &StreetQuestion,
) -> Option<First> {
    let extent = extent_of(by_segment.get(&section.id)?)?;
    segment_rows::early(
        file,
        &section.id,
        period(question.period),
        question.mode,
        &extent,
        opened.zone,
    )
}

/// Of a section, as the summary has it.
fn extent_of(rows: &[&SummaryRow]) -> Option<Extent> {
    let hours = rows.iter().map(|row| row.usable_hours).sum::<u64>();
    Some(Extent {
        first: rows.iter().map(|row| row.first).min()?,
        last: rows.iter().map(|row| row.last).max()?,
        usable_hours: u32::try_from(hours).unwrap_or(u32::MAX),
    })
}

pub(super) fn sources(files: &[LedgerFile]) -> Vec<SourceLine> {
    files.iter().map(|file| file.source.clone()).collect()
}

/// The sum behind a figure of the same page, from the same rows.
pub(super) fn ledger(store: &mut Store, question: &LedgerQuestion) -> Result<Ledger, Need> {
    let (opened, file) = here(store, &question.street.street)?;
    let street = &file.street;
    let by_segment = by_segment(&file.summary);
    let section = section(street, &by_segment, &question.street)?
        .ok_or_else(|| Need::from(Failure::EmptyPeriod))?;
    let (calendar, rows) = gathered(store, &opened, &file, section)?;
    let counts = rows.counts(opened.zone, &calendar);
    let choice = choice(&question.street, section, &rows.files);
    let about = About {
        street: street.id.clone(),
        names: with_usual(&street.names, &opened.catalog.town.languages),
        files: rows.files.clone(),
    };
    crate::ledger::ledger(&counts, &choice, question.figure, about)
        .map_err(|_| Failure::EmptyPeriod.into())
}

/// What a comparison needs of a street.
pub(super) struct Found {
    pub opened: Rc<Opened>,
    pub file: Rc<StreetFile>,
    pub calendar: Rc<Calendar>,
    /// The counted segment with its rows; `None` where nothing is counted.
    pub rows: Option<(SegmentId, Rc<SegmentRows>)>,
}

/// All rows of the segment that is asked for.
pub(super) fn found(store: &mut Store, question: &StreetQuestion) -> Result<Found, Need> {
    let (opened, file) = here(store, &question.street)?;
    let by_segment = by_segment(&file.summary);
    let section = section(&file.street, &by_segment, question)?;
    let (calendar, rows) = match section {
        Some(section) => {
            let (calendar, rows) = gathered(store, &opened, &file, section)?;
            (calendar, Some((section.id.clone(), rows)))
        }
        None => (calendar(store, &opened)?, None),
    };
    drop(by_segment);
    Ok(Found {
        opened,
        file,
        calendar,
        rows,
    })
}

/// The catalogue and the street's file, fetched in one round.
pub(super) fn here(
    store: &mut Store,
    street: &StreetId,
) -> Result<(Rc<Opened>, Rc<StreetFile>), Need> {
    let unknown = || {
        Need::from(Failure::UnknownStreet {
            street: street.clone(),
        })
    };
    let path = street_path(street).ok_or_else(unknown)?;
    let mut gather = Gather::default();
    let opened = gather.take(store.catalog())?;
    let file = match store.street(&Piece::named(Kind::Street, path.clone())) {
        // Hosts answer in many ways for a file that is not there: the list of streets decides.
        Err(Need::Failed(failure)) if !matches!(failure, Failure::Offline { .. }) => {
            let known = overview(store)?.streets;
            let is_known = known.iter().any(|known| known.id == *street);
            return Err(if is_known { failure.into() } else { unknown() });
        }
        found => gather.take(found)?,
    };
    let (Some(opened), Some(file)) = (opened, file) else {
        return Err(gather.missing());
    };
    if file.version != opened.version || file.street.id != *street {
        return Err(Failure::WrongHash {
            file: path,
            at_byte: 0,
        }
        .into());
    }
    Ok((opened, file))
}

/// What counted, each once.
pub(super) fn devices(files: &[LedgerFile]) -> Vec<Device> {
    let mut devices: Vec<Device> = files.iter().filter_map(|file| file.source.device).collect();
    put_in_order(&mut devices, &Ord::cmp);
    devices.dedup();
    devices
}

fn choice(question: &StreetQuestion, section: &StreetSegment, files: &[LedgerFile]) -> Choice {
    Choice {
        mode: question.mode,
        period: period(question.period),
        limit_kmh: section.limit_kmh,
        devices: devices(files),
        side_names: section.side_names.clone(),
    }
}

pub(super) const fn period(choice: PeriodChoice) -> Period {
    match choice {
        PeriodChoice::LastYear => Period::LastYear,
        PeriodChoice::All => Period::All,
        PeriodChoice::Between { start, end } => Period::Between { start, end },
    }
}

pub(super) fn calendar(store: &mut Store, opened: &Opened) -> Result<Rc<Calendar>, Need> {
    store.calendar(&file_piece(opened, CALENDAR, Kind::Calendar)?)
}

/// Calendar and counts of a section, fetched in one round.
fn gathered(
    store: &mut Store,
    opened: &Opened,
    file: &StreetFile,
    section: &StreetSegment,
) -> Result<(Rc<Calendar>, Rc<SegmentRows>), Need> {
    let mut gather = Gather::default();
    let calendar = gather.take(calendar(store, opened))?;
    let rows = gather.take(segment_rows::all(store, opened, file, &section.id))?;
    match (calendar, rows) {
        (Some(calendar), Some(rows)) => Ok((calendar, rows)),
        _ => Err(gather.missing()),
    }
}

/// The segment that is asked for, or the counted one with most usable hours; `None` where nothing is counted.
pub(super) fn section<'a>(
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

/// The counted segments; days and hours of the one at hand from its rows, where they are there, of the others from
/// the summary.
fn sections(
    street: &Street,
    by_segment: &BySegment<'_>,
    at_hand: &StreetSegment,
    counts: Option<&SegmentCounts<'_>>,
) -> Vec<SectionEntry> {
    let counted = street
        .segments
        .iter()
        .filter_map(|s| by_segment.get(&s.id).map(|rows| (s, rows)));
    counted
        .filter_map(|(segment, rows)| {
            let at_hand = counts.filter(|_| segment.id == at_hand.id);
            let extent = at_hand.and_then(extent).or_else(|| extent_of(rows))?;
            Some(SectionEntry {
                segment: segment.id.clone(),
                label: segment.label.clone(),
                limit_kmh: segment.limit_kmh,
                length_m: segment.length_m,
                first: extent.first,
                last: extent.last,
                usable_hours: extent.usable_hours,
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

pub(super) fn sources_of_streets(opened: &Opened) -> Vec<SourceLine> {
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
    put_in_order(&mut found, &|a, b| {
        b.is_comparable
            .cmp(&a.is_comparable)
            .then(far(a).total_cmp(&far(b)))
            .then(a.id.cmp(&b.id))
    });
    found.truncate(NEARBY);
    put_in_order(&mut found, &|a, b| {
        far(a).total_cmp(&far(b)).then(a.id.cmp(&b.id))
    });
    found
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
